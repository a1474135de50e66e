"""The identity behind a request, authenticated by a session cookie, an access token or an API key."""

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from attrs import field, frozen

from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.web_response import WebResponse
from workos_core.auth.sessions.json_object import JSONObject
from workos_core.auth.sessions.results import FailureReason, SessionAuthenticated, SessionRefreshed, stored_user_of
from workos_core.auth.sessions.stored_user import StoredUser, decode_user, optional_stored_user
from workos_core.auth.tokens.claims import AccessTokenClaims
from workos_core.models.api_keys import ApiKey, OrganizationApiKeyOwner, UserApiKeyOwner
from workos_core.models.user_management import User

__all__ = ["Authenticated", "AuthenticatedUser", "Authentication", "Identity", "NotAuthenticated"]


@frozen(kw_only=True)
class Identity(JSONObject):
    """The user or API key that makes a request.

    `to_dict` and `to_json` return what an application may show to its user: all fields except the access token and its claims.

    Attributes:
        kind: The kind of credentials: `session` for a session cookie, `access_token` or `api_key` for `Authorization: Bearer …`.
        user_id: The ID of the user, or `None` for the API key of an organization.
        organization_id: The ID of the organization that the request is for, if any.
        role: The slug of the user's role in the organization; `None` for API keys.
        roles: The slugs of all roles of the user in the organization.
        permissions: The permissions of the roles or of the API key.
        entitlements: The entitlements of the organization; empty for API keys.
        feature_flags: The feature flags that are enabled for the user; empty for API keys.
        claims: The claims of the access token; `None` for API keys.
        access_token: The access token, for calls on behalf of the user; `None` for API keys.
        api_key: The API key, without its value.
        impersonator: The `email` and `reason` of the person who impersonates the user, or `None`.
    """

    kind: Literal["session", "access_token", "api_key"]
    user_id: str | None
    organization_id: str | None
    role: str | None = None
    roles: tuple[str, ...] = ()
    permissions: tuple[str, ...] = ()
    entitlements: tuple[str, ...] = ()
    feature_flags: tuple[str, ...] = ()
    _user: StoredUser | None = field(default=None, repr=False, hash=False, alias="user", converter=optional_stored_user)
    claims: AccessTokenClaims | None = field(default=None, repr=False)
    access_token: str | None = field(default=None, repr=False)
    api_key: ApiKey | None = field(default=None, hash=False)
    impersonator: Mapping[str, Any] | None = field(default=None, hash=False)

    __json_types__: ClassVar[Mapping[str, Any]] = {
        "kind": Literal["session", "access_token", "api_key"],
        "user_id": str | None,
        "organization_id": str | None,
        "role": str | None,
        "roles": list[str],
        "permissions": list[str],
        "entitlements": list[str],
        "feature_flags": list[str],
        "user": User | None,
        "api_key": ApiKey | None,
        "impersonator": dict[str, Any] | None,
        "is_impersonated": bool,
    }

    @property
    def user(self) -> User | None:
        """The user as stored in the session cookie, decoded on first access; `None` without a cookie.

        An incomplete user has unset fields, which raise `MissingFieldError` when they are read.

        Raises:
            DecodeError: The user in the cookie has the wrong structure.
        """
        return decode_user(self._user)

    @property
    def is_impersonated(self) -> bool:
        """Whether the user is impersonated."""
        return self.impersonator is not None

    @property
    def session_id(self) -> str | None:
        """The ID of the session, or `None` for API keys."""
        return None if self.claims is None else self.claims.sid


@frozen(kw_only=True)
class AuthenticatedUser(Identity):
    """The identity of a user: one who is signed in, or the owner of a user API key.

    Attributes:
        user_id: The ID of the user.
    """

    user_id: str

    __json_types__: ClassVar[Mapping[str, Any]] = {**Identity.__json_types__, "user_id": str}


@frozen
class Authenticated:
    """The result of authenticating a request with valid credentials.

    Attributes:
        identity: The identity behind the request.
        cookies: The cookies to set in the response: the session cookie if the session was refreshed, else none.
        refreshed: Whether the session was refreshed and has new tokens.
        authenticated: Always `True`.
        session: The new session if it was refreshed, else `None`.
        response: The response that the hook `on_refreshed` chose, or `None`. Send it instead of handling the request.
    """

    identity: Identity
    cookies: tuple[SetCookie, ...] = ()
    refreshed: bool = False
    authenticated: Literal[True] = True
    session: SessionRefreshed[Any] | None = field(default=None, repr=False)
    response: WebResponse | None = field(default=None, repr=False)

    def __bool__(self) -> Literal[True]:
        return True


@frozen
class NotAuthenticated:
    """The result of authenticating a request without valid credentials, or with credentials that could not be checked.

    Attributes:
        reason: A machine-readable code: a reason of a session, `invalid_api_key` or `no_credentials`.
        retryable: Whether a retry may succeed. If true, respond with 503 and keep the cookie: the session may still be valid.
        retry_after: Seconds to wait before the retry, if the API sent `Retry-After`.
        cookies: The cookies to set in the response: they expire the cookie of a session that has ended.
        error: The exception that caused it, if any.
        authenticated: Always `False`.
        session: The new session if it was refreshed, but its access token can't be verified yet; else `None`.
        response: The response of a hook that denied the session, or `None`. Send it instead of handling the request.
    """

    reason: FailureReason
    retryable: bool = False
    retry_after: float | None = None
    cookies: tuple[SetCookie, ...] = ()
    error: Exception | None = field(default=None, repr=False)
    authenticated: Literal[False] = False
    session: SessionRefreshed[Any] | None = field(default=None, repr=False)
    response: WebResponse | None = field(default=None, repr=False)

    def __bool__(self) -> Literal[False]:
        return False


Authentication = Authenticated | NotAuthenticated


def from_session(session: SessionAuthenticated) -> AuthenticatedUser:
    """Return the identity of a session."""
    return _from_claims("session", session.claims, session.access_token, stored_user_of(session), session.impersonator)


def from_access_token(claims: AccessTokenClaims, token: str) -> AuthenticatedUser:
    """Return the identity of an access token with these verified claims."""
    return _from_claims("access_token", claims, token, None, claims.act)


def from_api_key(key: ApiKey) -> Identity:
    """Return the identity of an API key."""
    owner, permissions = key.owner, tuple(key.permissions)
    if isinstance(owner, UserApiKeyOwner):
        return AuthenticatedUser(
            kind="api_key",
            user_id=owner.id,
            organization_id=owner.organization_id,
            permissions=permissions,
            api_key=key,
        )
    organization_id = owner.id if isinstance(owner, OrganizationApiKeyOwner) else None
    return Identity(kind="api_key", user_id=None, organization_id=organization_id, permissions=permissions, api_key=key)


def _from_claims(
    kind: Literal["session", "access_token"],
    claims: AccessTokenClaims,
    token: str,
    user: StoredUser | None,
    impersonator: Mapping[str, Any] | None,
) -> AuthenticatedUser:
    return AuthenticatedUser(
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
