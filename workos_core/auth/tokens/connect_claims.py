"""The claims of a token that an AuthKit domain issued to a Connect application."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from attrs import field, frozen

from workos_core.json_types import is_object

ConnectTokenKind = Literal["user", "m2m", "agent"]
"""Whom a token represents: a user who signed in to an application, an application itself, or an agent."""

AGENT_CLAIMS = {"agent_registration_id", "agent_instance_id"}
"""Claims that only tokens of agents have."""
_WORKOS_CLAIMS = frozenset(
    [
        "iss",
        "sub",
        "aud",
        "exp",
        "nbf",
        "iat",
        "jti",
        "sid",
        "org_id",
        "scope",
        "scp",
        "permissions",
        "client_id",
        "act",
        "sub_profile",
    ]
)


@frozen
class ConnectTokenClaims:
    """The claims of a verified token of a Connect application.

    Attributes:
        kind: `user`, `m2m` or `agent`.
        sub: The ID of the user, of the application (`m2m`), or of the agent's instance.
        sid: The ID of the user's consent, or of the agent's session. `None` for an application.
        aud: The audiences: the resources, or the client ID of the environment. Empty for an application.
        iss: The issuer: the URL of the AuthKit domain.
        exp: When the token expires.
        iat: When the token was issued.
        jti: The ID of the token.
        org_id: The ID of the organization, if any.
        scopes: The scopes, if the token has any: those of users have none.
        permissions: The permissions.
        client_id: The client ID of the application, if the token has one.
        act: Who acts for the subject: `{"sub": …}`.
        claims: All claims of the token.
    """

    kind: ConnectTokenKind
    sub: str
    sid: str | None
    aud: tuple[str, ...]
    iss: str
    exp: datetime
    iat: datetime | None
    jti: str | None
    org_id: str | None
    scopes: tuple[str, ...]
    permissions: tuple[str, ...]
    client_id: str | None
    act: Mapping[str, Any] | None = field(hash=False)
    claims: Mapping[str, Any] = field(hash=False)

    @property
    def custom(self) -> dict[str, Any]:
        """The custom claims: all claims that WorkOS doesn't define."""
        return {name: value for name, value in self.claims.items() if name not in _WORKOS_CLAIMS | AGENT_CLAIMS}


def is_agent(claims: Mapping[str, Any]) -> bool:
    """Return whether a token belongs to an agent: it is the subject, or acts for a user. The `act.sub` of an impersonator is an email address."""
    act = claims.get("act")
    names = (claims.get("sub"), act.get("sub") if is_object(act) else None)
    return (
        claims.get("sub_profile") == "ai_agent"
        or not AGENT_CLAIMS.isdisjoint(claims)
        or any(isinstance(name, str) and name.startswith("agent_") and "@" not in name for name in names)
    )
