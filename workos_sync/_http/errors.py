# Generated from workos_async/_http/errors.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Translation of the HTTP library's exceptions."""

from typing import Any, Literal
from urllib.parse import urlsplit

from attrs import frozen

from workos_core.errors import APIConnectionError, APITimeoutError, ConfigurationError
from workos_core.http.timeouts import PhaseTimeouts
from workos_sync._http.error_causes import find_certificate_error, root_cause
from workos_sync._http.libraries import core_of

Phase = Literal["connect", "read", "write", "pool"]
_PHASES: dict[Phase, str] = {
    "connect": "no connection to {} was established",
    "read": "no response came from {}",
    "write": "{} did not accept more of the request",
    "pool": "no connection to {} became free",
}


@frozen
class Attempt:
    """What the text of an error says about the attempt that failed.

    Attributes:
        base_url: The base URL of the request.
        proxy: The URL of the proxy; None without one.
        timeouts: The configured timeouts of the phases, in seconds.
        remaining: Seconds until the deadline of the call when the attempt began; None for no deadline.
        handled: The exception that the application handled before the call.
    """

    base_url: str
    proxy: str | None
    timeouts: PhaseTimeouts
    remaining: float | None
    handled: BaseException | None = None

    @property
    def server(self) -> str:
        """The server, and the proxy without its credentials."""
        if self.proxy is None:
            return self.base_url
        url = urlsplit(self.proxy)
        return f"{self.base_url} through the proxy {url.scheme}://{url.netloc.rpartition('@')[2]}"

    def timeout_error(self, phase: Phase, name: str, *, sent: bool) -> APITimeoutError:
        """Return the error for a phase that took too long.

        Args:
            phase: The phase.
            name: The name of the exception of the HTTP library.
            sent: Whether the request may have reached the API.
        """
        seconds = self.timeouts[phase]
        ends_at_deadline = self.remaining is not None and (seconds is None or self.remaining < seconds)
        limit = "in time" if ends_at_deadline or seconds is None else f"within the timeout of {seconds:g} s"
        return APITimeoutError(f"{_PHASES[phase].format(self.server)} {limit} ({name})", sent=sent)

    def incomplete_error(self) -> APITimeoutError:
        """Return the error for an attempt that took longer than what was left of the deadline."""
        return APITimeoutError(f"the response of {self.server} was not complete in time")

    def connection_error(self, error: Exception, *, sent: bool, final: bool = False) -> APIConnectionError:
        """Return the error for a connection that could not be established, or that broke.

        Args:
            error: The exception of the HTTP library.
            sent: Whether the request may have reached the API.
            final: Whether a retry would fail as well.
        """
        certificate_error = find_certificate_error(error, self.handled)
        if certificate_error is not None:
            reason = getattr(certificate_error, "verify_message", "") or certificate_error
            return APIConnectionError(
                f"the certificate of the server is not trusted: {reason} ({self.server})", sent=False, final=True
            )
        cause = root_cause(error, self.handled)
        name = type(error).__name__
        detail = cause if cause.startswith(f"{name}: ") or cause == name else f"{name}: {cause}"
        verb = "the connection to {} broke" if sent else "the connection to {} could not be established"
        return APIConnectionError(f"{verb.format(self.server)}: {detail}", sent=sent, final=final)


def library_exception(library: Any, core: Any, error: Exception) -> Exception | None:
    """Return the exception of httpx or httpx2 that corresponds to one of httpcore; None if it is none of httpcore.

    Args:
        library: httpx or httpx2.
        core: The module of httpcore.
        error: The exception.
    """
    if not is_of_library(error, core.__name__):
        return None
    names = [kind.__name__ for kind in type(error).__mro__]
    if "ConnectionNotAvailable" in names:  # nothing was sent
        names = ["ConnectError"]
    kinds: list[Any] = [getattr(library, name) for name in names if hasattr(library, name)]
    translated: Exception = (kinds[0] if kinds else library.TransportError)(str(error))
    return translated


def is_of_library(error: Exception, *packages: str) -> bool:
    """Return whether an exception is an instance of a class of one of the packages."""
    return any(kind.__module__.partition(".")[0] in packages for kind in type(error).__mro__)


def translate_exception(library: Any, error: Exception, attempt: Attempt) -> Exception:
    """Return the SDK's exception for one of httpx or httpx2, or of httpcore; the same exception if it is none of them."""
    error_of_library = library_exception(library, core_of(library), error) or error
    name = type(error_of_library).__name__
    phases: tuple[tuple[Any, Phase], ...] = (
        (library.ConnectTimeout, "connect"),
        (library.PoolTimeout, "pool"),
        (library.WriteTimeout, "write"),
        (library.TimeoutException, "read"),
    )
    for kind, phase in phases:
        if isinstance(error_of_library, kind):
            return attempt.timeout_error(phase, name, sent=phase in ("read", "write"))
    if isinstance(error_of_library, library.RequestError):
        # Raised before any byte of the request was written.
        unsent = (library.ConnectError, library.UnsupportedProtocol, library.ProxyError)
        return attempt.connection_error(error, sent=not isinstance(error_of_library, unsent))
    if is_of_library(error, "ssl"):  # such as a broken record, which the library does not always translate
        return attempt.connection_error(error, sent=True)
    if is_of_library(error, "socksio"):  # the proxy closed the connection, or is no SOCKS proxy
        return attempt.connection_error(error, sent=False)
    if isinstance(error, library.InvalidURL):
        return ConfigurationError(f"the request URL is invalid: {error}; check base_url or WORKOS_BASE_URL")
    if is_of_library(
        error, library.__name__
    ):  # such as those of the hooks of a client, and of a stream that is used twice
        return attempt.connection_error(error, sent=True, final=True)
    return error
