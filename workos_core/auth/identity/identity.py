"""Who makes a request, however that was shown: by a session cookie, an access token or an API key."""

from collections.abc import Mapping
from typing import Any, Literal

from attrs import field, frozen

from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.sessions.results import FailureReason, SessionAuthenticated
from workos_core.auth.tokens.access_token import AccessTokenClaims
from workos_core.models.api_keys import ApiKey, ApiKeyOwner, OrganizationApiKeyOwner, UserApiKeyOwner

__all__ = ["Authenticated", "Authentication", "Identity", "NotAuthenticated"]


@frozen(kw_only=True)
class Identity:
    """Who makes a request.

    Attributes:
        kind: What showed it: `session` is a cookie, the others came in `Authorization: Bearer …`.
        user_id: The id of the user; None for the API key of an organization.
        organization_id: The organization the request is for, if any.
        role: The slug of the user's role there; API keys have none.
        roles: The slugs of all roles there.
        permissions: What the roles, or the API key, allow.
        entitlements: What the organization has bought; unknown for API keys.
        feature_flags: The flags that are on for the user; unknown for API keys.
        user: The user as the session cookie describes it, with the field names of the API; None without a cookie.
        claims: What the access token says; None for API keys.
        access_token: The access token, for calls on behalf of the user; None for API keys.
        api_key: The API key, without its value.
        impersonator: Who is signed in as the user: `email` and `reason`. None when it is the user.
    """

    kind: Literal["session", "access_token", "api_key"]
    user_id: str | None
    organization_id: str | None
    role: str | None = None
    roles: tuple[str, ...] = ()
    permissions: tuple[str, ...] = ()
    entitlements: tuple[str, ...] = ()
    feature_flags: tuple[str, ...] = ()
    user: Mapping[str, Any] | None = field(default=None, repr=False)
    claims: AccessTokenClaims | None = field(default=None, repr=False)
    access_token: str | None = field(default=None, repr=False)
    api_key: ApiKey | None = None
    impersonator: Mapping[str, Any] | None = None

    @property
    def is_impersonated(self) -> bool:
        """Whether somebody else acts as the user."""
        return self.impersonator is not None

    @property
    def session_id(self) -> str | None:
        """The id of the session; None for API keys."""
        return None if self.claims is None else self.claims.sid


@frozen
class Authenticated:
    """The request is somebody's.

    Attributes:
        identity: Whose.
        cookies: To set in the answer: the session, when it has been refreshed. Else empty.
        refreshed: Whether the session has new tokens.
        authenticated: Always true.
    """

    identity: Identity
    cookies: tuple[SetCookie, ...] = ()
    refreshed: bool = False
    authenticated: Literal[True] = True

    def __bool__(self) -> Literal[True]:
        return True


@frozen
class NotAuthenticated:
    """The request is nobody's, or it can't be told whose.

    Attributes:
        reason: Why: a reason of a session, `invalid_api_key`, or `no_credentials`.
        retryable: Whether trying again may help. Answer 503 then: nothing says that the session has ended.
        retry_after: Seconds to wait before that, if the API said so.
        cookies: To set in the answer: those of a session that is over are taken away.
        error: The exception behind it, if there was one.
        authenticated: Always false.
    """

    reason: FailureReason
    retryable: bool = False
    retry_after: float | None = None
    cookies: tuple[SetCookie, ...] = ()
    error: Exception | None = field(default=None, repr=False)
    authenticated: Literal[False] = False

    def __bool__(self) -> Literal[False]:
        return False


Authentication = Authenticated | NotAuthenticated


def from_session(session: SessionAuthenticated) -> Identity:
    """The identity that a session cookie shows."""
    return _from_claims("session", session.claims, session.access_token, session.user, session.impersonator)


def from_access_token(claims: AccessTokenClaims, token: str) -> Identity:
    """The identity that an access token shows."""
    return _from_claims("access_token", claims, token, None, claims.act)


def from_api_key(key: ApiKey) -> Identity:
    """The identity that an API key shows."""
    owner = key.owner
    return Identity(
        kind="api_key",
        user_id=owner.id if isinstance(owner, UserApiKeyOwner) else None,
        organization_id=_organization_of(owner),
        permissions=tuple(key.permissions),
        api_key=key,
    )


def _organization_of(owner: ApiKeyOwner) -> str | None:
    if isinstance(owner, UserApiKeyOwner):
        return owner.organization_id
    return owner.id if isinstance(owner, OrganizationApiKeyOwner) else None


def _from_claims(
    kind: Literal["session", "access_token"],
    claims: AccessTokenClaims,
    token: str,
    user: Mapping[str, Any] | None,
    impersonator: Mapping[str, Any] | None,
) -> Identity:
    return Identity(
        kind=kind,
        user_id=claims.sub,
        organization_id=claims.org_id,
        role=claims.role,
        roles=claims.roles,
        permissions=claims.permissions,
        entitlements=claims.entitlements,
        feature_flags=claims.feature_flags,
        user=user,
        claims=claims,
        access_token=token,
        impersonator=impersonator,
    )
