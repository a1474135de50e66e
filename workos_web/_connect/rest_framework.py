"""`require_connect_token` for Django REST framework."""

# Django and Django REST framework ship no type annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false, reportUntypedBaseClass=false, reportPrivateUsage=false
# pyright: reportIncompatibleMethodOverride=false

from typing import TYPE_CHECKING, Any, ClassVar, Literal, Unpack, cast

from attrs import frozen
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import APIException, AuthenticationFailed, PermissionDenied
from rest_framework.request import Request

from workos_core.auth.tokens.connect_claims import ConnectTokenClaims
from workos_core.auth.tokens.protected_resource import ResourceOptions
from workos_core.lazy_names import lazy_type
from workos_web._connect.django import create_check, metadata_urls, verify_request
from workos_web._connect.token_check import RETRY_AFTER, AsyncTokenCheck, SyncTokenCheck, TokenDenied

if TYPE_CHECKING:
    from workos_async import WorkOS as AsyncWorkOS
    from workos_sync import WorkOS as SyncWorkOS
else:
    AsyncWorkOS = lazy_type("workos_async", "WorkOS")
    SyncWorkOS = lazy_type("workos_sync", "WorkOS")

__all__ = ["ConnectTokenAuthentication", "ConnectTokenUser", "require_connect_token"]

_CHALLENGE = "workos_connect_challenge"


@frozen
class ConnectTokenUser:
    """The user of a request with the token of a Connect application, which has what frameworks ask a user for.

    Attributes:
        claims: The claims of the token.
        is_authenticated: Always `True`.
        is_anonymous: Always `False`.
        is_active: Always `True`.
    """

    claims: ConnectTokenClaims
    is_authenticated: Literal[True] = True
    is_anonymous: Literal[False] = False
    is_active: Literal[True] = True

    @property
    def pk(self) -> str:
        """The ID of the user, application or agent."""
        return self.claims.sub

    @property
    def id(self) -> str:
        """The ID of the user, application or agent."""
        return self.claims.sub

    def __str__(self) -> str:
        return self.claims.sub


class ConnectTokenAuthentication(BaseAuthentication):
    """An authentication class that accepts only requests with a token. Create it with `require_connect_token`.

    `request.auth` is the `ConnectTokenClaims`, `request.user` a `ConnectTokenUser`. Requests without a valid token are rejected before the
    permission classes are asked.
    """

    _check: ClassVar[AsyncTokenCheck | SyncTokenCheck]

    def authenticate(self, request: Request) -> tuple[ConnectTokenUser, ConnectTokenClaims]:
        """Return the user and the claims of a request.

        Raises:
            AuthenticationFailed: The client should sign in (again). The status is 401.
            PermissionDenied: The token lacks an organization, a permission or a scope.
            APIException: The signing keys can't be fetched. The status is 503, with `Retry-After`.
        """
        try:
            claims = verify_request(self._check, request._request)
        except TokenDenied as denied:
            raise _error_of(request, denied) from None
        return ConnectTokenUser(claims), claims

    def authenticate_header(self, request: Request) -> str:
        """Return the `WWW-Authenticate` header of a 401 response."""
        return str(getattr(request, _CHALLENGE, "Bearer"))

    @classmethod
    def metadata_urls(cls) -> list[Any]:
        """Return URL patterns of the protected-resource metadata, where clients find the AuthKit domain. Add them to the root URLconf."""
        return metadata_urls(cls._check.resource)


def require_connect_token(
    workos: "AsyncWorkOS | SyncWorkOS", *, authkit_domain: str, resource: str, **options: Unpack[ResourceOptions]
) -> type[ConnectTokenAuthentication]:
    """Return an authentication class that accepts only requests with a token of a Connect application, such as an MCP client or an agent.

    Make it the first of the `authentication_classes`: it also rejects requests without a token.

    Args:
        workos: The client that fetches and caches the signing keys, sync or async.
        authkit_domain: The AuthKit domain that issues the tokens, such as `example.authkit.app`, or its URL.
        resource: The public URL of your API, exactly as registered with WorkOS. Tokens for other resources are rejected.
        options: `scopes`, `permissions`, `organization_required`, `kinds` and others; see `ResourceOptions`.

    Raises:
        ConfigurationError: A URL is malformed or not https, or a kind is unknown.
    """

    class RequiredConnectToken(ConnectTokenAuthentication):
        _check = create_check(workos, authkit_domain, resource, options)

    return RequiredConnectToken


def _error_of(request: Request, denied: TokenDenied) -> APIException:
    status, challenge = denied.response.status, denied.response.headers.get("WWW-Authenticate")
    error: Any
    if status == 401:
        setattr(request, _CHALLENGE, challenge)  # the framework asks another instance for the header
        return AuthenticationFailed(denied.description)
    if status == 403:
        error = PermissionDenied(denied.description)
        error.auth_header = challenge
    else:
        error = APIException(denied.description, code="service_unavailable")
        error.status_code, error.wait = status, RETRY_AFTER
    return cast("APIException", error)
