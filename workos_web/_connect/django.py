"""`require_connect_token` for Django. Views and clients may each be sync or async."""

# Django ships no type annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false, reportFunctionMemberAccess=false
# pyright: reportAttributeAccessIssue=false

from collections.abc import Callable
from functools import wraps
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, Unpack

from workos_web._missing_framework import missing_framework

try:
    import django  # noqa: F401  # pyright: ignore[reportUnusedImport] - before asgiref, so that the error names Django
    from asgiref.sync import async_to_sync, sync_to_async
    from django.http import HttpRequest, HttpResponse
    from django.urls import path
    from django.views.decorators.csrf import csrf_exempt
except ModuleNotFoundError as _error:
    raise missing_framework("django", _error) from _error

from workos_core.auth.identity.web_response import WebResponse
from workos_core.auth.tokens.connect_claims import ConnectTokenClaims
from workos_core.auth.tokens.protected_resource import ProtectedResource, ResourceOptions
from workos_core.errors import ConfigurationError
from workos_core.lazy_names import lazy_type
from workos_web._connect.token_check import (
    CLAIMS_KEY,
    AsyncTokenCheck,
    SyncTokenCheck,
    TokenDenied,
    is_async_client,
    metadata_response,
)
from workos_web.django._callbacks import is_async_view

if TYPE_CHECKING:
    from workos_async import WorkOS as AsyncWorkOS
    from workos_sync import WorkOS as SyncWorkOS
else:
    AsyncWorkOS = lazy_type("workos_async", "WorkOS")
    SyncWorkOS = lazy_type("workos_sync", "WorkOS")

__all__ = ["ConnectTokenGuard", "require_connect_token"]

View = Callable[..., Any]


class ConnectTokenGuard:
    """A decorator for views, which keeps the claims of the token. Create it with `require_connect_token`."""

    def __init__(self, check: AsyncTokenCheck | SyncTokenCheck) -> None:
        self._check = check

    def __repr__(self) -> str:
        return f"<guard: a token for {self._check.resource.resource}>"

    def __call__(self, view: View) -> View:
        """Return a view, sync or async like `view`, that runs only for requests with a valid token. It needs no CSRF token.

        The response is otherwise 401 if the client should sign in (again), 403 if the token lacks an organization, a permission or a scope,
        and 503 if the signing keys can't be fetched.
        """
        check = self._check

        async def protected_async_view(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            verify = check.verify if isinstance(check, AsyncTokenCheck) else sync_to_async(check.verify)
            try:
                setattr(request, CLAIMS_KEY, await verify(headers_of(request)))
            except TokenDenied as denied:
                return to_response(denied.response)
            response = view(request, *args, **kwargs)
            return await response if isawaitable(response) else response

        def protected_view(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            try:
                setattr(request, CLAIMS_KEY, verify_request(check, request))
            except TokenDenied as denied:
                return to_response(denied.response)
            return view(request, *args, **kwargs)

        protected: View = protected_async_view if is_async_view(view) else protected_view
        # Requests with a token in a header, which browsers don't add by themselves, can't be forged.
        exempt_view: View = csrf_exempt(wraps(view)(protected))
        return exempt_view

    def claims(self, request: HttpRequest) -> ConnectTokenClaims:
        """Return the claims of a request.

        Raises:
            ConfigurationError: The view has no such decorator.
        """
        found: ConnectTokenClaims | None = getattr(request, CLAIMS_KEY, None)
        if found is None:
            raise ConfigurationError("there are no claims: decorate the view with the result of require_connect_token")
        return found

    def metadata_urls(self) -> list[Any]:
        """Return URL patterns of the protected-resource metadata, where clients find the AuthKit domain. Add them to the root URLconf."""
        return metadata_urls(self._check.resource)


def require_connect_token(
    workos: "AsyncWorkOS | SyncWorkOS", *, authkit_domain: str, resource: str, **options: Unpack[ResourceOptions]
) -> ConnectTokenGuard:
    """Return a decorator that accepts only requests with a token of a Connect application, such as an MCP client or an agent.

    Args:
        workos: The client that fetches and caches the signing keys, sync or async.
        authkit_domain: The AuthKit domain that issues the tokens, such as `example.authkit.app`, or its URL.
        resource: The public URL of your API, exactly as registered with WorkOS. Tokens for other resources are rejected.
        options: `scopes`, `permissions`, `organization_required`, `kinds` and others; see `ResourceOptions`.

    Raises:
        ConfigurationError: A URL is malformed or not https, or a kind is unknown.
    """
    return ConnectTokenGuard(create_check(workos, authkit_domain, resource, options))


def create_check(
    workos: Any, authkit_domain: str, resource: str, options: ResourceOptions
) -> AsyncTokenCheck | SyncTokenCheck:
    """Return the verification of tokens with a client, sync or async.

    Raises:
        ConfigurationError: A URL is malformed or not https, or a kind is unknown.
    """
    kind = AsyncTokenCheck if is_async_client(workos) else SyncTokenCheck
    return kind(workos, authkit_domain, resource, **options)


def verify_request(check: AsyncTokenCheck | SyncTokenCheck, request: HttpRequest) -> ConnectTokenClaims:
    """Return the claims of a request, in synchronous code.

    Raises:
        TokenDenied: There is no valid token, or it can't be verified.
    """
    verify = async_to_sync(check.verify) if isinstance(check, AsyncTokenCheck) else check.verify
    claims: ConnectTokenClaims = verify(headers_of(request))
    return claims


def metadata_urls(resource: ProtectedResource) -> list[Any]:
    """Return URL patterns of the protected-resource metadata."""

    def metadata(request: HttpRequest) -> HttpResponse:
        method = str(request.method)
        if method not in ("GET", "HEAD", "OPTIONS"):
            return HttpResponse(status=405, headers={"Allow": "GET, HEAD, OPTIONS"})
        return to_response(metadata_response(resource, method))

    return [path(each.removeprefix("/"), csrf_exempt(metadata)) for each in resource.metadata_paths]


def headers_of(request: HttpRequest) -> list[str]:
    """Return the values of the `Authorization` headers of a request."""
    value: str | None = request.headers.get("Authorization")
    return [] if value is None else [value]


def to_response(response: WebResponse) -> HttpResponse:
    """Return a response of Django."""
    return HttpResponse(response.body.encode(), status=response.status, headers=dict(response.headers))
