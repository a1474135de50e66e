"""Sessions, refresh tokens, authorization codes and pending authentications."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workos_emulator.storage.store import Entity


@dataclass(slots=True, kw_only=True)
class Session(Entity):
    """A sign-in of a user.

    Attributes:
        authentication_method: How the user signed in, as the answer of authenticate names it (`Password`).
        ended_at: When it was revoked; None as long as it was not.
        impersonator: Who of the team is the user: `email` and `reason`. None when it is the user.
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
    """A refresh token; its id is the token.

    Attributes:
        used_at: When it was used first; None as long as it was not.
    """

    session_id: str
    used_at: datetime | None = None


@dataclass(slots=True, kw_only=True)
class AuthorizationCode(Entity):
    """A code from an authorization URL; its id is the code.

    Attributes:
        invitation_token: The token of the invitation that the sign-in accepts.
        passed: What the hosted pages have asked for already.
        impersonator: Who of the team is the user, if it is not the user.
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
    """A sign-in that waits for something more; its id is the pending authentication token.

    Attributes:
        passed: What it has been through already: `radar`, `mfa`.
        invitation_id: The invitation that is accepted at its end.
    """

    user_id: str
    organization_id: str | None
    authentication_method: str
    expires_at: datetime
    passed: frozenset[str] = frozenset()
    invitation_id: str | None = None
