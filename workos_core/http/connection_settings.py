"""The connection settings of a client: limits, HTTP version, proxy and trusted certificates."""

import os
from typing import Any, Literal, Protocol, TypeAlias, cast, get_args
from urllib.parse import urlsplit

from attrs import Attribute, field, frozen

from workos_core.argument_checks import check_text
from workos_core.errors import ConfigurationError, InvalidArgumentTypeError
from workos_core.http.timeouts import check_seconds
from workos_core.not_given import NOT_GIVEN, NotGiven

HTTPLibrary: TypeAlias = Literal["httpx", "httpx2", "aiohttp"]
_PROXY_SCHEMES = ("http", "https", "socks5", "socks5h")


def _validate_count(_: object, attribute: "Attribute[Any]", value: object) -> None:
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidArgumentTypeError(f"{attribute.name} must be an int or None, not {type(value).__name__}")
    minimum = 1 if attribute.name == "max_connections" else 0
    if value < minimum:
        raise ConfigurationError(f"{attribute.name} must be at least {minimum} (got {value}); None is no limit")


def _validate_seconds(_: object, attribute: "Attribute[Any]", value: object) -> None:
    check_seconds(attribute.name, value)


@frozen(kw_only=True)
class ConnectionLimits:
    """The limits of a client's connection pool.

    Attributes:
        max_connections: The maximum number of open connections; further requests wait for up to the timeout `pool`. None is no limit.
        max_keepalive_connections: The maximum number of idle connections that are kept open. None is no limit.
        keepalive_expiry: Seconds after which an idle connection is closed; None keeps it open.
    """

    max_connections: int | None = field(default=100, validator=_validate_count)
    max_keepalive_connections: int | None = field(default=100, validator=_validate_count)
    keepalive_expiry: float | None = field(default=5.0, validator=_validate_seconds)


class HasLimits(Protocol):
    """The attributes of `httpx.Limits` and `httpx2.Limits`.

    Attributes:
        max_connections: As in `ConnectionLimits`.
        max_keepalive_connections: As in `ConnectionLimits`.
        keepalive_expiry: As in `ConnectionLimits`.
    """

    max_connections: int | None
    max_keepalive_connections: int | None
    keepalive_expiry: float | None


@frozen
class HTTPSettings:
    """The settings of the connections that the SDK opens itself.

    Attributes:
        limits: The limits of the connection pool.
        http2: Whether to offer HTTP/2.
        proxy: The URL of a proxy, with user and password if required; None uses no proxy; NOT_GIVEN uses the environment variables.
        verify: The trusted certificates; see `WorkOS`.
        library: The HTTP library; None uses `WORKOS_HTTP_LIBRARY` if it is set, otherwise httpx2 if it is installed, otherwise httpx.
    """

    limits: ConnectionLimits = ConnectionLimits()
    http2: bool = False
    proxy: str | None | NotGiven = field(default=NOT_GIVEN, repr=False)
    verify: Any = True
    library: HTTPLibrary | None = None


def http_settings(
    limits: ConnectionLimits | HasLimits | None,
    http2: object,
    proxy: object,
    verify: object,
    library: str | None,
) -> HTTPSettings:
    """Validate the connection arguments of a client.

    Raises:
        InvalidArgumentTypeError: An argument has the wrong type.
        ConfigurationError: An argument is invalid.
    """
    if not isinstance(http2, bool):
        raise InvalidArgumentTypeError(f"http2 must be True or False, not {type(http2).__name__}")
    return HTTPSettings(_limits(limits), http2, _proxy(proxy), _verify(verify), check_library(library))


def check_library(name: str | None) -> HTTPLibrary | None:
    """Return the name of an HTTP library, or None for an empty name.

    Raises:
        InvalidArgumentTypeError: The name is not a str.
        ConfigurationError: The SDK does not support the library.
    """
    if name is not None:
        check_text("http_library", name)
    for known in get_args(HTTPLibrary):
        if name == known:
            return known  # type: ignore[no-any-return]
    if name:
        raise ConfigurationError(
            f"unknown HTTP library {name!r}; set http_library or WORKOS_HTTP_LIBRARY to httpx, httpx2 or aiohttp"
        )
    return None


def _limits(value: Any) -> ConnectionLimits:
    if value is None:
        return ConnectionLimits()
    if isinstance(value, ConnectionLimits):
        return value
    names = ("max_connections", "max_keepalive_connections", "keepalive_expiry")
    if not all(hasattr(value, name) for name in names):
        raise InvalidArgumentTypeError(f"limits must be ConnectionLimits, not {type(value).__name__}")
    return ConnectionLimits(**{name: getattr(value, name) for name in names})


def _proxy(value: object) -> str | None | NotGiven:
    if value is None or isinstance(value, NotGiven):
        return value
    if not isinstance(value, str):
        raise InvalidArgumentTypeError(
            f"proxy must be the URL of a proxy, not {type(value).__name__}; for other proxy settings, pass your own transport"
        )
    try:
        url = urlsplit(value)
        host, _ = url.hostname, url.port
    except ValueError as error:
        raise ConfigurationError(f"proxy is a malformed URL: {error}") from None
    if url.scheme not in _PROXY_SCHEMES or not host:
        raise ConfigurationError(
            f"proxy must be a URL such as http://host:3128, with one of the schemes {', '.join(_PROXY_SCHEMES)}"
        )
    return value


def _verify(value: object) -> object:
    if isinstance(value, bool) or hasattr(value, "wrap_socket"):
        return value
    if isinstance(value, str) or hasattr(value, "__fspath__"):
        path = os.fspath(cast("os.PathLike[str]", value))
        if not os.path.exists(path):
            raise ConfigurationError(
                f"verify={path!r} does not exist; pass a PEM file, a folder of certificates, or True for the default certificates"
            )
        return path
    raise InvalidArgumentTypeError(
        f"verify must be True, False, a path or an ssl.SSLContext, not {type(value).__name__}"
    )
