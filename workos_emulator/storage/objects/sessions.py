"""Sessions, refresh tokens, authorization codes, and sign-ins with a missing step."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workos_emulator.storage.store import Entity


@dataclass(slots=True, kw_only=True, repr=False)
class Session(Entity):
    """A session of a user.

    Attributes:
        authentication_method: How the user signed in, as in the authenticate response (`Password`).
        ended_at: When it was revoked; None if it has not been revoked.
        impersonator: The impersonator's `email` and `reason`; None if the user is not impersonated.
        connection_id: The connection that the user signed in with; None for other methods than SSO.
        passed: The sign-in steps that the user completed, such as `mfa`.
        authenticated_at: When the user authenticated, if that was before the session was created.
        browser_id: The ID of the session of the browser (`BrowserSession`) that the user signed in with; None without a browser.
    """

    user_id: str
    organization_id: str | None
    authentication_method: str
    ip_address: str | None
    user_agent: str | None
    expires_at: datetime
    ended_at: datetime | None = None
    impersonator: dict[str, Any] | None = None
    connection_id: str | None = None
    passed: frozenset[str] = frozenset()
    authenticated_at: datetime | None = None
    browser_id: str | None = None


@dataclass(slots=True, kw_only=True, repr=False)
class RefreshToken(Entity):
    """A refresh token. Its ID is the token.

    Attributes:
        used_at: When it was first used; None if it has not been used.
    """

    session_id: str
    used_at: datetime | None = None


@dataclass(slots=True, kw_only=True, repr=False)
class AuthorizationCode(Entity):
    """An authorization code. Its ID is the code.

    Attributes:
        user_id: The user; None if the provider returned no email address.
        email_completion_id: The sign-in to complete with an email address, if there is no user.
        invitation_token: The token of the invitation that the sign-in accepts.
        passed: The sign-in steps completed on the hosted pages.
        impersonator: The impersonator, if the user is impersonated.
        connection_id: The connection that the user signed in with, if any.
        authenticated_at: When the user authenticated, if the code continues an earlier sign-in.
        browser_id: The ID of the session of the browser (`BrowserSession`) that the user signed in with, if any.
        sso_expires_at: When the SSO session that waits for the exchange times out; None if there is none.
    """

    user_id: str | None
    organization_id: str | None
    authentication_method: str
    code_challenge: str | None
    expires_at: datetime
    email_completion_id: str | None = None
    invitation_token: str | None = None
    passed: frozenset[str] = frozenset()
    impersonator: dict[str, Any] | None = None
    connection_id: str | None = None
    authenticated_at: datetime | None = None
    browser_id: str | None = None
    sso_expires_at: datetime | None = None


@dataclass(slots=True, kw_only=True, repr=False)
class PendingAuthentication(Entity):
    """A sign-in with a missing step. Its ID is the pending authentication token.

    Attributes:
        passed: The completed steps, such as `radar` or `mfa`.
        invitation_id: The invitation that completing the sign-in accepts.
        email_claimed: Whether the user entered the email address, which therefore must be verified.
        connection_id: The connection that the user signed in with, if any.
        browser_id: The ID of the session of the browser (`BrowserSession`) that the user signed in with, if any.
    """

    user_id: str
    organization_id: str | None
    authentication_method: str
    expires_at: datetime
    passed: frozenset[str] = frozenset()
    invitation_id: str | None = None
    email_claimed: bool = False
    connection_id: str | None = None
    browser_id: str | None = None


@dataclass(slots=True, kw_only=True, repr=False)
class EmailCompletion(Entity):
    """A sign-in with a provider that returned no email address. Its ID is the email completion token.

    Attributes:
        names: The first and last name that the provider returned.
    """

    authentication_method: str
    organization_id: str | None
    invitation_token: str | None
    names: dict[str, str | None]
    expires_at: datetime
