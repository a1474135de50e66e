"""What an application may say about connections: how many, which protocol, which proxy, whom to trust."""

from typing import Any, Literal, Protocol, TypeAlias, get_args
from urllib.parse import urlsplit

from attrs import Attribute, field, frozen

from workos_core.errors import ConfigurationError
from workos_core.http.timeouts import check_seconds
from workos_core.not_given import NOT_GIVEN, NotGiven

HTTPLibrary: TypeAlias = Literal["httpx", "httpx2", "aiohttp"]
_PROXY_SCHEMES = ("http", "https", "socks5", "socks5h")


def _count(_: object, attribute: "Attribute[Any]", value: object) -> None:
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{attribute.name} takes a whole number or None, not {type(value).__name__}")
    if value < (1 if attribute.name == "max_connections" else 0):
        raise ConfigurationError(f"{attribute.name} is {value}; with that no request could be sent")


def _seconds(_: object, attribute: "Attribute[Any]", value: object) -> None:
    check_seconds(attribute.name, value)


@frozen(kw_only=True)
class ConnectionLimits:
    """How many connections a client opens and keeps.

    Attributes:
        max_connections: How many may be open at once; further requests wait, as long as the timeout `pool` allows. None is no limit.
        max_keepalive_connections: How many are kept open between requests. None is no limit.
        keepalive_expiry: Seconds after which an unused connection is closed; None keeps it.
    """

    max_connections: int | None = field(default=100, validator=_count)
    max_keepalive_connections: int | None = field(default=100, validator=_count)
    keepalive_expiry: float | None = field(default=5.0, validator=_seconds)


class HasLimits(Protocol):
    """What `httpx.Limits` and `httpx2.Limits` are.

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
    """Settings of the connections that the SDK opens itself.

    Attributes:
        limits: How many.
        http2: Whether HTTP/2 is offered.
        proxy: The URL of a proxy, with user and password if it needs them; None for none; NOT_GIVEN asks the environment.
        verify: Whose certificates are trusted; see `WorkOS`.
        library: The HTTP library; None takes what is installed.
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
    """Check what was passed to a client.

    Raises:
        TypeError: A value has a type that can't be right.
        ConfigurationError: A value can't be right.
    """
    if not isinstance(http2, bool):
        raise TypeError(f"http2 takes True or False, not {type(http2).__name__}")
    return HTTPSettings(_limits(limits), http2, _proxy(proxy), _verify(verify), check_library(library))


def check_library(name: str | None) -> HTTPLibrary | None:
    """The name of an HTTP library.

    Raises:
        ConfigurationError: It is none that this SDK can use.
    """
    for known in get_args(HTTPLibrary):
        if name == known:
            return known  # type: ignore[no-any-return]
    if name:
        raise ConfigurationError(
            f"the HTTP library {name!r} is not known; choose from {', '.join(get_args(HTTPLibrary))}"
        )
    return None


def _limits(value: Any) -> ConnectionLimits:
    if value is None:
        return ConnectionLimits()
    if isinstance(value, ConnectionLimits):
        return value
    names = ("max_connections", "max_keepalive_connections", "keepalive_expiry")
    if not all(hasattr(value, name) for name in names):
        raise TypeError(f"limits takes ConnectionLimits, not {type(value).__name__}")
    return ConnectionLimits(**{name: getattr(value, name) for name in names})


def _proxy(value: object) -> str | None | NotGiven:
    if value is None or isinstance(value, NotGiven):
        return value
    if not isinstance(value, str):
        raise TypeError(
            f"proxy takes the URL of a proxy, not {type(value).__name__}; for more than a URL pass a transport of your own"
        )
    try:
        url = urlsplit(value)
        host, _ = url.hostname, url.port
    except ValueError as error:
        raise ConfigurationError(f"the URL of the proxy can't be read: {error}") from None
    if url.scheme not in _PROXY_SCHEMES or not host:
        raise ConfigurationError(
            f"the URL of the proxy must look like http://host:3128 and begin with {', '.join(_PROXY_SCHEMES)}"
        )
    return value


def _verify(value: object) -> object:
    if isinstance(value, (bool, str)) or hasattr(value, "wrap_socket"):
        return value
    if hasattr(value, "__fspath__"):
        return str(value)
    raise TypeError(f"verify takes True, False, a path or an ssl.SSLContext, not {type(value).__name__}")
