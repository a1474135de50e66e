"""The results of authenticating or refreshing a session.

Distinguish them by truth value (`if result:`) or by `result.authenticated is True`: mypy and pyright narrow the type after both.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal

from attrs import field, frozen

from workos_core.auth.sessions.json_object import JSONObject
from workos_core.auth.sessions.stored_user import StoredUser, stored_user
from workos_core.auth.tokens.claims import AccessTokenClaims
from workos_core.lazy_names import lazy_type

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    from workos_core.models.user_management import User

    S = TypeVar("S", default=Any)
else:
    from typing import TypeVar

    S = TypeVar("S")
    User = lazy_type("workos_core.models.user_management", "User")

FailureReason = (
    Literal[
        "no_session_cookie_provided",
        "invalid_session_cookie",
        "invalid_jwt",
        "keys_unavailable",
        "invalid_grant",
        "sso_required",
        "mfa_enrollment",
        "organization_selection_required",
        "rate_limited",
        "api_unavailable",
        "invalid_response",
        "session_ended",
        "foreign_origin",
    ]
    | str
)
"""Why a session is not authenticated. New reasons may be added; for a rejected refresh it is the `error` or `code` of the API."""

_JSON_TYPES: dict[str, Any] = {
    "user": User,
    "organization_id": str | None,
    "role": str | None,
    "roles": list[str],
    "permissions": list[str],
    "entitlements": list[str],
    "feature_flags": list[str],
    "impersonator": dict[str, Any] | None,
}


@frozen
class SessionAuthenticated(JSONObject):
    """A valid session.

    Attributes:
        authenticated: Always `True`.
        claims: The verified claims of the access token.
        access_token: The access token, for calls on behalf of the user.
        impersonator: The `email` and `reason` of the person who impersonates the user, or `None`.
        authentication_method: How the user signed in, if the cookie contains it.
    """

    _user: StoredUser = field(alias="user", converter=stored_user, hash=False)
    claims: AccessTokenClaims
    access_token: str = field(repr=False)
    impersonator: Mapping[str, Any] | None = field(default=None, hash=False)
    authentication_method: str | None = None
    authenticated: Literal[True] = True

    __match_args__ = ("user", "claims", "access_token", "impersonator", "authentication_method", "authenticated")
    __json_types__: ClassVar[Mapping[str, Any]] = {**_JSON_TYPES, "authentication_method": str | None}

    def __bool__(self) -> Literal[True]:
        return True

    @property
    def user(self) -> "User":
        """The user as stored in the cookie. It is decoded on first access.

        An incomplete user has unset fields, which raise `MissingFieldError` when they are read.

        Raises:
            DecodeError: The user in the cookie has the wrong structure.
        """
        return self._user.decode()

    @property
    def session_id(self) -> str:
        """The ID of the session."""
        return self.claims.sid

    @property
    def organization_id(self) -> str | None:
        """The ID of the organization that the user is signed in to, if any."""
        return self.claims.org_id

    @property
    def role(self) -> str | None:
        """The slug of the user's role in the organization."""
        return self.claims.role

    @property
    def roles(self) -> tuple[str, ...]:
        """The slugs of all roles of the user in the organization."""
        return self.claims.roles

    @property
    def permissions(self) -> tuple[str, ...]:
        """The permissions of these roles."""
        return self.claims.permissions

    @property
    def entitlements(self) -> tuple[str, ...]:
        """The entitlements of the organization."""
        return self.claims.entitlements

    @property
    def feature_flags(self) -> tuple[str, ...]:
        """The feature flags that are enabled for the user."""
        return self.claims.feature_flags


@frozen
class SessionRefreshed(JSONObject, Generic[S]):
    """A refreshed session with new tokens.

    Attributes:
        authenticated: Always `True`.
        session: The refreshed session, for further calls with the new tokens.
        sealed_session: The new value of the session cookie, which replaces the old one.
        access_token: The new access token.
        refresh_token: The new refresh token. The old one can't be used again.
        organization_id: The ID of the organization that the user is signed in to, if any.
        impersonator: The `email` and `reason` of the person who impersonates the user, or `None`.
        role: The slug of the user's role in the organization.
        permissions: The permissions of the user in the organization.
        entitlements: The entitlements of the organization.
        session_id: The ID of the session, which stays the same.
        roles: The slugs of all roles of the user in the organization.
        feature_flags: The feature flags that are enabled for the user.
    """

    session: S = field(repr=False, eq=False)
    sealed_session: str = field(repr=False)
    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    _user: StoredUser = field(alias="user", converter=stored_user, hash=False)
    organization_id: str | None
    impersonator: Mapping[str, Any] | None = field(default=None, hash=False)
    role: str | None = None
    permissions: tuple[str, ...] = ()
    entitlements: tuple[str, ...] = ()
    session_id: str | None = None
    roles: tuple[str, ...] = ()
    feature_flags: tuple[str, ...] = ()
    authenticated: Literal[True] = True

    __json_types__: ClassVar[Mapping[str, Any]] = _JSON_TYPES

    def __bool__(self) -> Literal[True]:
        return True

    @property
    def user(self) -> "User":
        """The user. It is decoded on first access.

        Raises:
            DecodeError: The user has the wrong structure, which is possible only if it comes from the old cookie.
        """
        return self._user.decode()


@frozen
class SessionNotAuthenticated:
    """A session that is not valid, or that could not be verified or refreshed.

    Attributes:
        authenticated: Always `False`.
        reason: A machine-readable code; see `FailureReason`.
        retryable: Whether a retry may succeed. If true, keep the cookie: the session may still be valid.
        retry_after: Seconds to wait before the retry, if the API sent `Retry-After`.
        error: The exception that caused it, if any.
    """

    reason: FailureReason
    retryable: bool = False
    retry_after: float | None = None
    error: Exception | None = field(default=None, repr=False)
    authenticated: Literal[False] = False

    def __bool__(self) -> Literal[False]:
        return False


AuthenticateResult = SessionAuthenticated | SessionNotAuthenticated
RefreshResult = SessionRefreshed[S] | SessionNotAuthenticated


def stored_user_of(session: SessionAuthenticated) -> StoredUser:
    """Return the user of a session, without decoding it."""
    return session._user
