"""The claims of an access token."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from attrs import field, frozen

from workos_core.json_types import is_array

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
        "role",
        "roles",
        "permissions",
        "entitlements",
        "feature_flags",
        "client_id",
        "act",
        "auth_time",
    ]
)


@frozen
class AccessTokenClaims:
    """The claims of a verified access token.

    Attributes:
        sub: The ID of the user.
        sid: The ID of the session.
        iss: The issuer of the token.
        exp: When the token expires.
        iat: When the token was issued.
        jti: The ID of the token.
        org_id: The ID of the organization that the user is signed in to, if any.
        role: The slug of the user's role in the organization.
        roles: The slugs of all roles of the user in the organization.
        permissions: The permissions of these roles.
        entitlements: The entitlements of the organization.
        feature_flags: The feature flags that are enabled for the user.
        client_id: The ID of the client that the token was issued for.
        act: The actor of an impersonated session: `{"sub": …}`.
        claims: All claims of the token, including custom claims.
    """

    sub: str
    sid: str
    iss: str | None
    exp: datetime
    iat: datetime | None
    jti: str | None
    org_id: str | None
    role: str | None
    roles: tuple[str, ...]
    permissions: tuple[str, ...]
    entitlements: tuple[str, ...]
    feature_flags: tuple[str, ...]
    client_id: str | None
    act: Mapping[str, Any] | None = field(hash=False)
    claims: Mapping[str, Any] = field(hash=False)

    @property
    def custom(self) -> dict[str, Any]:
        """The custom claims from the JWT template of the environment: all claims that WorkOS doesn't define."""
        return {name: value for name, value in self.claims.items() if name not in _WORKOS_CLAIMS}


def text_claim(claims: Mapping[str, Any], name: str) -> str | None:
    """Return a claim that is text, or `None`."""
    value = claims.get(name)
    return value if isinstance(value, str) else None


def text_claims(claims: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Return the strings in a claim that is a list; empty if it is not a list."""
    value = claims.get(name)
    return tuple([item for item in value if isinstance(item, str)]) if is_array(value) else ()
