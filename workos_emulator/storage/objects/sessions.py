"""Sessions, refresh tokens, authorization codes and pending authentications."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workos_emulator.storage.store import Entity


@dataclass(slots=True, kw_only=True)
class Session(Entity):
    """A session of a user.

    Attributes:
        authentication_method: How the user signed in, as in the authenticate response (`Password`).
        ended_at: When it was revoked; None if it has not been revoked.
        impersonator: The impersonator's `email` and `reason`; None if the user is not impersonated.
    """

    user_id: str
    organization_id: str | None
    authentication_method: str
    ip_address: str | None
    user_agent: str | None
    expires_at: datetime
    ended_at: datetime | None = None
    impersonator: dict[str, Any] | None = None


@dataclass(slots=True, kw_only=True)
class RefreshToken(Entity):
    """A refresh token. Its ID is the token.

    Attributes:
        used_at: When it was first used; None if it has not been used.
    """

    session_id: str
    used_at: datetime | None = None


@dataclass(slots=True, kw_only=True)
class AuthorizationCode(Entity):
    """An authorization code. Its ID is the code.

    Attributes:
        invitation_token: The token of the invitation that the sign-in accepts.
        passed: The sign-in steps completed on the hosted pages.
        impersonator: The impersonator, if the user is impersonated.
    """

    user_id: str
    organization_id: str | None
    authentication_method: str
    code_challenge: str | None
    expires_at: datetime
    invitation_token: str | None = None
    passed: frozenset[str] = frozenset()
    impersonator: dict[str, Any] | None = None


@dataclass(slots=True, kw_only=True)
class PendingAuthentication(Entity):
    """A sign-in with a missing step. Its ID is the pending authentication token.

    Attributes:
        passed: The completed steps, such as `radar` or `mfa`.
        invitation_id: The invitation that completing the sign-in accepts.
    """

    user_id: str
    organization_id: str | None
    authentication_method: str
    expires_at: datetime
    passed: frozenset[str] = frozenset()
    invitation_id: str | None = None
