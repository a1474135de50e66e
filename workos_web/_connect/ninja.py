"""`require_connect_token` for Django Ninja."""

# Django ships no type annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false

from typing import TYPE_CHECKING, Any, Unpack

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError
from ninja.security.base import AuthBase

from workos_core.auth.identity.web_response import WebResponse
from workos_core.auth.tokens.connect_claims import ConnectTokenClaims
from workos_core.auth.tokens.protected_resource import ResourceOptions
from workos_core.lazy_names import lazy_type
from workos_web._connect.django import create_check, metadata_urls, to_response, verify_request
from workos_web._connect.token_check import AsyncTokenCheck, SyncTokenCheck, TokenDenied

if TYPE_CHECKING:
    from workos_async import WorkOS as AsyncWorkOS
    from workos_sync import WorkOS as SyncWorkOS
else:
    AsyncWorkOS = lazy_type("workos_async", "WorkOS")
    SyncWorkOS = lazy_type("workos_sync", "WorkOS")

__all__ = ["ConnectTokenAuth", "ConnectTokenError", "require_connect_token"]


class ConnectTokenError(HttpError):
    """A request without a valid token, or one whose token can't be verified now.

    Attributes:
        response: The response to send.
    """

    def __init__(self, denied: TokenDenied) -> None:
        super().__init__(denied.response.status, denied.description)
        self.response: WebResponse = denied.response


class ConnectTokenAuth(AuthBase):
    """The authentication of operations that only requests with a token can call. Create it with `require_connect_token`.

    `request.auth` is the `ConnectTokenClaims`.
    """

    openapi_type = "http"
    openapi_scheme = "bearer"

    def __init__(self, check: AsyncTokenCheck | SyncTokenCheck) -> None:
        super().__init__()
        self._check = check

    # Never a coroutine function: some versions of Ninja take the coroutine for a valid result.
    def __call__(self, request: HttpRequest) -> ConnectTokenClaims:
        """Return the claims of a request.

        Raises:
            ConnectTokenError: 401 if the client should sign in (again), 403 if the token lacks an organization, a permission or a scope, and
                503 if the signing keys can't be fetched.
        """
        try:
            return verify_request(self._check, request)
        except TokenDenied as denied:
            raise ConnectTokenError(denied) from None

    def register(self, api: NinjaAPI) -> None:
        """Add the challenge to the responses of an API, `WWW-Authenticate` and `Retry-After`: clients find the AuthKit domain with it."""

        def respond(request: HttpRequest, error: Any) -> HttpResponse:
            return to_response(error.response)

        api.add_exception_handler(ConnectTokenError, respond)

    def metadata_urls(self) -> list[Any]:
        """Return URL patterns of the protected-resource metadata, where clients find the AuthKit domain. Add them to the root URLconf."""
        return metadata_urls(self._check.resource)


def require_connect_token(
    workos: "AsyncWorkOS | SyncWorkOS", *, authkit_domain: str, resource: str, **options: Unpack[ResourceOptions]
) -> ConnectTokenAuth:
    """Return the authentication of operations that only requests with a token of a Connect application can call.

    Pass it as `auth` of operations, routers or the API, and the API to its `register`.

    Args:
        workos: The client that fetches and caches the signing keys, sync or async.
        authkit_domain: The AuthKit domain that issues the tokens, such as `example.authkit.app`, or its URL.
        resource: The public URL of your API, exactly as registered with WorkOS. Tokens for other resources are rejected.
        options: `scopes`, `permissions`, `organization_required`, `kinds` and others; see `ResourceOptions`.

    Raises:
        ConfigurationError: A URL is malformed or not https, or a kind is unknown.
    """
    return ConnectTokenAuth(create_check(workos, authkit_domain, resource, options))
