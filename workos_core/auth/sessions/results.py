"""What checking or refreshing a session comes to.

Tell the cases apart by truth (`if result:`) or by `result.authenticated is True`: after both, mypy and pyright know which it is.
After a plain `if result.authenticated:` only mypy does.
"""

from collections.abc import Mapping
from typing import Any, Literal

from attrs import field, frozen

from workos_core.auth.tokens.access_token import AccessTokenClaims

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
    ]
    | str
)
"""Why a session is not valid. More reasons may come; of a refused refresh it is the `error` or `code` that the API gave."""


@frozen
class SessionAuthenticated:
    """The session is valid.

    Attributes:
        authenticated: Always true.
        user: The user as the cookie describes it, with the field names of the API.
        claims: What the access token says.
        access_token: The access token, for calls on behalf of the user.
        impersonator: Who is signed in as the user: `email` and `reason`. None when it is the user.
        authentication_method: How the user signed in, if the cookie says.
    """

    user: Mapping[str, Any]
    claims: AccessTokenClaims
    access_token: str = field(repr=False)
    impersonator: Mapping[str, Any] | None = None
    authentication_method: str | None = None
    authenticated: Literal[True] = True

    def __bool__(self) -> Literal[True]:
        return True

    @property
    def session_id(self) -> str:
        """The id of the session."""
        return self.claims.sid

    @property
    def organization_id(self) -> str | None:
        """The organization the user is signed in to, if any."""
        return self.claims.org_id

    @property
    def role(self) -> str | None:
        """The slug of the user's role there."""
        return self.claims.role

    @property
    def roles(self) -> tuple[str, ...]:
        """The slugs of all roles there."""
        return self.claims.roles

    @property
    def permissions(self) -> tuple[str, ...]:
        """The permissions these roles give."""
        return self.claims.permissions

    @property
    def entitlements(self) -> tuple[str, ...]:
        """What the organization has bought."""
        return self.claims.entitlements

    @property
    def feature_flags(self) -> tuple[str, ...]:
        """The flags that are on for the user."""
        return self.claims.feature_flags


@frozen
class SessionRefreshed:
    """The session has new tokens.

    Attributes:
        authenticated: Always true.
        sealed_session: The new cookie value, to be set in place of the old one.
        access_token: The new access token.
        refresh_token: The new refresh token; the old one is used up.
        user: The user, with the field names of the API.
        organization_id: The organization the user is signed in to, if any.
        impersonator: Who is signed in as the user, if it is somebody else.
        role: The slug of the user's role there.
        permissions: The permissions the user has there.
        entitlements: What the organization has bought.
        session_id: The id of the session, which stays the same.
        roles: The slugs of all roles there.
        feature_flags: The flags that are on for the user.
    """

    sealed_session: str = field(repr=False)
    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    user: Mapping[str, Any]
    organization_id: str | None
    impersonator: Mapping[str, Any] | None = None
    role: str | None = None
    permissions: tuple[str, ...] = ()
    entitlements: tuple[str, ...] = ()
    session_id: str | None = None
    roles: tuple[str, ...] = ()
    feature_flags: tuple[str, ...] = ()
    authenticated: Literal[True] = True

    def __bool__(self) -> Literal[True]:
        return True


@frozen
class SessionNotAuthenticated:
    """The session could not be checked or refreshed.

    Attributes:
        authenticated: Always false.
        reason: Why.
        retryable: Whether trying again may help. When true, keep the cookie: nothing says that the session has ended.
        retry_after: Seconds to wait before that, if the API said so.
        error: The exception behind it, if there was one.
    """

    reason: FailureReason
    retryable: bool = False
    retry_after: float | None = None
    error: Exception | None = field(default=None, repr=False)
    authenticated: Literal[False] = False

    def __bool__(self) -> Literal[False]:
        return False


AuthenticateResult = SessionAuthenticated | SessionNotAuthenticated
RefreshResult = SessionRefreshed | SessionNotAuthenticated
