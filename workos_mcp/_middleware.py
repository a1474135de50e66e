"""The ASGI middleware that serves the metadata and passes on only requests with a valid token."""

import json
import logging
from collections.abc import Awaitable, Callable, Collection, MutableMapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from workos_core.auth.tokens.access_denied import AccessDenied
from workos_core.errors import APIConnectionError, APIError, DecodeError
from workos_mcp._principal import PRINCIPAL_KEY, current_principal

if TYPE_CHECKING:
    from starlette.routing import Route

    from workos_mcp._resource import AuthKitResource

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

AUTHORIZATION_SERVER_PATH = "/.well-known/oauth-authorization-server"
RETRY_AFTER = 5
"""Seconds after which a client should try again if the signing keys can't be fetched."""
_OUTAGE = (APIConnectionError, APIError, DecodeError)
_logger = logging.getLogger("workos")


class AuthKitMiddleware:
    """An ASGI middleware that serves the metadata of an MCP server and responds to requests without a valid token.

    The response is 401 if the client should sign in (again), 403 if the principal lacks an organization, a permission or a scope, and 503 if the
    signing keys can't be fetched. WebSocket connections are closed with the code 1008 or 1013.

    Args:
        app: The ASGI application.
        resource: The resource.
        public_paths: Paths that need no token.
        paths: The only paths that need a token; `None` for all but the public ones.
    """

    def __init__(
        self,
        app: App,
        resource: "AuthKitResource",
        *,
        public_paths: Collection[str] = (),
        paths: Collection[str] | None = None,
    ) -> None:
        self._app = app
        self._resource = resource
        self._public_paths = frozenset(public_paths)
        self._paths = None if paths is None else frozenset(path.rstrip("/") for path in paths)
        self._documents = _documents(resource)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a connection."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        path = _path(scope)
        document = self._documents.get(path)
        if document is not None and scope["type"] == "http":
            await document(scope, receive, send)
            return
        if self._is_public(scope, path):
            await self._app(scope, receive, send)
            return
        try:
            headers = [value for name, value in scope["headers"] if name.lower() == b"authorization"]
            if len(headers) > 1:
                raise AccessDenied(401, "invalid_request", "the request has several Authorization headers")
            principal = await self._resource.authenticate(headers[0].decode("latin-1") if headers else None)
        except AccessDenied as denied:
            await _deny(scope, send, self._resource, denied)
            return
        except _OUTAGE as error:
            _logger.warning("The signing keys of %s can't be fetched: %s", self._resource.issuer, error)
            await _report_outage(scope, send)
            return
        scope[PRINCIPAL_KEY] = principal
        reset = current_principal.set(principal)
        try:
            await self._app(scope, receive, send)
        finally:
            current_principal.reset(reset)

    def _is_public(self, scope: Scope, path: str) -> bool:
        if path in self._public_paths or (self._paths is not None and path.rstrip("/") not in self._paths):
            return True
        # A preflight request never has a token; the application responds to it.
        names = {name.lower() for name, _ in scope["headers"]}
        return scope.get("method") == "OPTIONS" and b"access-control-request-method" in names


def metadata_routes(resource: "AuthKitResource") -> "list[Route]":
    """Return Starlette routes for the metadata of a resource and of its authorization server."""
    from starlette.routing import Route

    return [Route(path, endpoint=document) for path, document in _documents(resource).items()]


class _Document:
    """An ASGI application that returns a JSON document to clients of any origin."""

    def __init__(self, load: Callable[[], Awaitable[dict[str, Any]]]) -> None:
        self._load = load

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] == "OPTIONS":
            await _respond(
                send, 204, None, {"access-control-allow-methods": "GET", "access-control-allow-headers": "*"}
            )
        elif scope["method"] not in ("GET", "HEAD"):
            await _respond(send, 405, {"error": "method_not_allowed"}, {"allow": "GET, HEAD, OPTIONS"})
        else:
            try:
                body = await self._load()
            except _OUTAGE as error:
                _logger.warning("The metadata of the authorization server can't be fetched: %s", error)
                await _report_outage(scope, send)
                return
            is_head = scope["method"] == "HEAD"
            await _respond(send, 200, body, {"cache-control": "public, max-age=300"}, is_head=is_head)


def _documents(resource: "AuthKitResource") -> dict[str, _Document]:
    """Return the metadata documents by path: that of the resource at the root and at the path of its URL."""

    async def describe_resource() -> dict[str, Any]:
        return resource.metadata

    own, authorization_server = _Document(describe_resource), _Document(resource.authorization_server_metadata.get)
    path = urlsplit(resource.resource).path.rstrip("/")
    servers = dict.fromkeys((AUTHORIZATION_SERVER_PATH, AUTHORIZATION_SERVER_PATH + path), authorization_server)
    return dict.fromkeys(resource.metadata_paths, own) | servers


def _path(scope: Scope) -> str:
    """Return the path of a request within the application."""
    path, root = str(scope["path"]), str(scope.get("root_path", "")).rstrip("/")
    return path[len(root) :] if root and path.startswith(root + "/") else path


async def _deny(scope: Scope, send: Send, resource: "AuthKitResource", denied: AccessDenied) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
        return
    header = resource.challenge(denied)
    body = {"error": denied.error or "unauthorized", "error_description": str(denied)}
    await _respond(send, denied.status, body, {"www-authenticate": header, "cache-control": "no-store"})


async def _report_outage(scope: Scope, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1013})
        return
    body = {"error": "temporarily_unavailable", "error_description": "the authorization server can't be reached"}
    await _respond(send, 503, body, {"retry-after": str(RETRY_AFTER), "cache-control": "no-store"})


async def _respond(
    send: Send, status: int, body: dict[str, Any] | None, headers: dict[str, str], *, is_head: bool = False
) -> None:
    content = b"" if body is None else json.dumps(body).encode()
    fields = {
        "access-control-allow-origin": "*",
        "access-control-expose-headers": "WWW-Authenticate",
        "content-length": str(len(content)),
        **({} if body is None else {"content-type": "application/json"}),
        **headers,
    }
    raw = [(name.encode("ascii"), value.encode("latin-1")) for name, value in fields.items()]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": b"" if is_head else content})
