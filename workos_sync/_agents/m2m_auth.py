# Generated from workos_async/_agents/m2m_auth.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Authentication of requests of httpx with access tokens that are renewed."""

from typing import Any
from urllib.parse import urlsplit

from workos_core.auth.tokens.audiences import normalized_url
from workos_core.config import is_loopback
from workos_core.errors import ConfigurationError, InvalidArgumentTypeError
from workos_sync._agents.token_cache import TokenSource
from workos_sync._concurrency.auth_flows import AuthFlows
from workos_sync._http.libraries import http_auth_class

# Not typed, so that type checkers accept it for clients of httpx and of httpx2.
_HTTPAuth: Any = http_auth_class()


class M2MAuth(AuthFlows, _HTTPAuth):  # type: ignore[misc]
    """Authentication for a client of httpx or httpx2: `auth=M2MAuth(tokens, "https://mcp.example.com")`.

    Requests to the origin get the token as `Authorization: Bearer …`. If the response is 401, the token is replaced and the request is
    sent once more, unless its body is a stream. Requests to other origins, and redirects there, are sent without the token.

    Args:
        tokens: The tokens: an `M2MTokens`, `AgentTokens` or `PipesTokens`.
        origin: The origin of the server that the tokens are for, or any URL on it.
        allow_insecure_http: Whether the origin may be a plain http URL of another machine, which sends the token unencrypted.

    Raises:
        ConfigurationError: The origin is malformed or not https.
    """

    def __init__(self, tokens: TokenSource, origin: str, *, allow_insecure_http: bool = False) -> None:
        if not callable(getattr(tokens, "get", None)) or not callable(getattr(tokens, "replace", None)):
            raise InvalidArgumentTypeError(f"tokens must be an M2MTokens (got {type(tokens).__name__})")
        self._tokens = tokens
        self._origin = _check_origin(origin, allow_insecure_http)

    def __repr__(self) -> str:
        return f"M2MAuth({self._tokens!r}, {self._origin!r})"

    def _authorize(self, request: Any) -> str | None:
        if _origin_of(request.url) != self._origin:
            return None
        token = self._tokens.get()
        request.headers["Authorization"] = f"Bearer {token}"
        return token

    def _reauthorize(self, request: Any, response: Any, rejected: str) -> bool:
        if _origin_of(response.request.url) != self._origin:  # the response of a redirect to another server
            return False
        token = self._tokens.replace(rejected)
        request.headers["Authorization"] = f"Bearer {token}"
        return _is_repeatable(request)


def _check_origin(origin: str, allow_insecure_http: bool) -> str:
    try:
        url = urlsplit(origin)
        host, _ = url.hostname, url.port
    except (ValueError, TypeError, AttributeError):
        raise ConfigurationError(f"origin {origin!r} must be a URL such as https://mcp.example.com") from None
    if url.scheme not in ("http", "https") or not host or url.username is not None:
        raise ConfigurationError(f"origin {origin!r} must be a URL such as https://mcp.example.com")
    if url.scheme == "http" and not allow_insecure_http and not is_loopback(host):
        raise ConfigurationError(f"origin {origin!r} must be https; plain http is allowed only for this machine")
    return normalized_url(f"{url.scheme}://{url.netloc}")


def _origin_of(url: Any) -> str:
    """Return the origin of a URL of httpx, whose host is ASCII."""
    return normalized_url(f"{url.scheme}://{url.netloc.decode('ascii')}")


def _is_repeatable(request: Any) -> bool:
    """Return whether the body of a request is in memory. A stream may have been consumed."""
    try:
        return request.content is not None
    except RuntimeError:  # RequestNotRead
        return False
