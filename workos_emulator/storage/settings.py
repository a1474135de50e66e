"""What a developer would set in the dashboard."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal


@dataclass(slots=True, kw_only=True)
class Settings:
    """How the emulated environment behaves. All of it can be changed while the emulator runs.

    Attributes:
        issuer: The `iss` claim of access tokens.
        access_token_lifetime: How long an access token is valid.
        refresh_token_grace: How long a refresh token works again after its first use. Zero, the default, finds apps that refresh twice.
        session_lifetime: How long a session lasts after the sign-in.
        authorization_code_lifetime: How long a code from an authorization URL can be exchanged.
        impersonation_lifetime: How long a session lasts in which somebody of the team is the user.
        pending_authentication_lifetime: How long a pending authentication token can be used.
        email_verification_required: Whether people with an unverified e-mail address are refused at sign-in.
        multiple_roles: Whether a membership may have several roles.
        password_min_length: The fewest characters a password may have.
        one_time_code_lifetime: How long codes of Magic Auth, e-mail verification, e-mail change, MFA and Radar are valid.
        password_reset_lifetime: How long a password can be reset with a token.
        invitation_days: After how many days an invitation expires that does not say it.
        invitation_days_limit: The most days an invitation can be valid.
        device_code_lifetime: How long a device code is valid.
        device_interval: The seconds that a device has to wait between two requests for its tokens.
        profile_token_lifetime: How long the access token for an SSO profile is valid.
        mfa_required: Whether a second factor is asked for at every sign-in but those through SSO.
        password_enabled: Whether people can sign in with passwords.
        magic_auth_enabled: Whether people can sign in with Magic Auth.
        sign_up_enabled: Whether Magic Auth creates users.
        email_change_enabled: Whether users may change their e-mail address.
        password_reset_enabled: Whether users may reset their password.
        application_name: The name of the app, as authenticator apps show it.
        application_url: Where the links in mails lead to.
        authkit_url: Where the pages of AuthKit are said to be; None for the pages of the emulator itself.
        hosted_pages: When people who sign in see pages. `automatic`: unless `login_hint` of the authorization URL says who signs in;
            then the browser goes back to the app at once. `always`: `login_hint` only fills in the address. `never`: an
            authorization URL that does not say who signs in is refused.
        authkit_providers: The providers that the sign-in page offers, by the names that authorization URLs use.
        webhook_delivery: Whether webhooks go to endpoints on this machine by themselves (`automatic`), or only when
            `Emulator.deliveries.run` is called (`manual`).
        webhook_retry_delays: The seconds between the tries of a webhook. After the last pause there is one more try.
        remote_webhooks_enabled: Whether webhooks are sent to other machines, too.
        rate_limits: Whether requests beyond the documented rate limits are answered with 429.
        undeliverable_domains: Domains that no mail reaches.
        audit_log_retention_days: How long audit logs are kept in an organization that has no setting of its own.
        group_size_limit: The most members a group can hold.
        blocked_domains: Consumer domains that no organization can have.
    """

    issuer: str = "https://api.workos.com"
    access_token_lifetime: timedelta = timedelta(minutes=5)
    refresh_token_grace: timedelta = timedelta()
    session_lifetime: timedelta = timedelta(days=7)
    authorization_code_lifetime: timedelta = timedelta(minutes=10)
    impersonation_lifetime: timedelta = timedelta(hours=1)
    pending_authentication_lifetime: timedelta = timedelta(minutes=10)
    email_verification_required: bool = False
    multiple_roles: bool = True
    password_min_length: int = 10
    one_time_code_lifetime: timedelta = timedelta(minutes=10)
    password_reset_lifetime: timedelta = timedelta(minutes=15)
    invitation_days: int = 7
    invitation_days_limit: int = 30
    device_code_lifetime: timedelta = timedelta(minutes=5)
    device_interval: int = 5
    profile_token_lifetime: timedelta = timedelta(minutes=10)
    mfa_required: bool = False
    password_enabled: bool = True
    magic_auth_enabled: bool = True
    sign_up_enabled: bool = True
    email_change_enabled: bool = True
    password_reset_enabled: bool = True
    application_name: str = "WorkOS emulator"
    application_url: str = "https://app.example.com"
    authkit_url: str | None = None
    hosted_pages: Literal["automatic", "always", "never"] = "automatic"
    authkit_providers: tuple[str, ...] = ("GoogleOAuth", "MicrosoftOAuth", "GitHubOAuth", "AppleOAuth")
    webhook_delivery: Literal["automatic", "manual"] = "automatic"
    webhook_retry_delays: tuple[float, ...] = (60, 600, 3600, 4 * 3600, 12 * 3600, 48 * 3600)
    remote_webhooks_enabled: bool = False
    rate_limits: bool = False
    undeliverable_domains: frozenset[str] = frozenset({"undeliverable.example"})
    audit_log_retention_days: int = 30
    group_size_limit: int = 10_000
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
