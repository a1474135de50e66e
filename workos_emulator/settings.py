"""What a developer would set in the dashboard."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(slots=True, kw_only=True)
class Settings:
    """How the emulated environment behaves. All of it can be changed while the emulator runs.

    Attributes:
        issuer: The `iss` claim of access tokens.
        access_token_lifetime: How long an access token is valid.
        session_lifetime: How long a session lasts after the sign-in.
        authorization_code_lifetime: How long a code from an authorization URL can be exchanged.
        pending_authentication_lifetime: How long a pending authentication token can be used.
        email_verification_required: Whether people with an unverified e-mail address are refused at sign-in.
        multiple_roles: Whether a membership may have several roles.
        password_min_length: The fewest characters a password may have.
        audit_log_retention_days: How long audit logs are kept in an organization that has no setting of its own.
        blocked_domains: Consumer domains that no organization can have.
    """

    issuer: str = "https://api.workos.com"
    access_token_lifetime: timedelta = timedelta(minutes=5)
    session_lifetime: timedelta = timedelta(days=7)
    authorization_code_lifetime: timedelta = timedelta(minutes=10)
    pending_authentication_lifetime: timedelta = timedelta(minutes=10)
    email_verification_required: bool = False
    multiple_roles: bool = True
    password_min_length: int = 10
    audit_log_retention_days: int = 30
    blocked_domains: frozenset[str] = frozenset(
        {
            "gmail.com",
            "googlemail.com",
            "hotmail.com",
            "icloud.com",
            "live.com",
            "outlook.com",
            "proton.me",
            "yahoo.com",
        }
    )
