# Generated from workos_async/_http/error_causes.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The causes of an exception of an HTTP library, and what they say about it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ssl

_QUOTING_CLASSES = frozenset(
    ("BadStatusLine", "HttpProcessingError", "InvalidHeader", "LineTooLong", "TransferEncodingError")
)
"""Exceptions of aiohttp whose texts quote a part of the response, with nothing in between that marks its beginning."""


def root_cause(error: BaseException, handled: BaseException | None = None) -> str:
    """Return the class and the text of the exception at the beginning of a chain: those of HTTP libraries often have no text.

    Args:
        error: The exception at the end of the chain.
        handled: The exception that the application handled before the call; it is no cause.
    """
    found = [(type(cause).__name__, _text_of(cause)) for cause in _causes(error, handled)]
    name, text = next((each for each in reversed(found) if each[1]), found[-1])
    return f"{name}: {text}" if text else name


def find_certificate_error(
    error: BaseException, handled: BaseException | None = None
) -> "ssl.SSLCertVerificationError | None":
    """Return the failed verification of a certificate that caused an exception; None if nothing of the kind did."""
    import ssl

    found = [cause for cause in _causes(error, handled) if isinstance(cause, ssl.SSLCertVerificationError)]
    return found[-1] if found else None  # the first one may be that of the HTTP library, which has another text


def has_secrets(error: BaseException, handled: BaseException | None = None) -> bool:
    """Return whether an exception or a cause shows a part of the response, which may be a token, or the headers of the request."""
    return any(
        "bytearray(" in str(cause)
        or _is_any_of(cause, "HttpProcessingError", "ClientResponseError")
        or _has_response(cause)
        for cause in _causes(error, handled)
    )


def _causes(error: BaseException, handled: BaseException | None) -> Iterator[BaseException]:
    """Yield an exception and its causes.

    The pools of HTTP libraries raise exceptions `from None`, which hides their cause. So this is the context, unless it is an exception
    that the application handles meanwhile.
    """
    cause: BaseException | None = error
    seen: set[int] = set()  # a chain may lead back to itself
    while cause is not None and cause is not handled and id(cause) not in seen:
        seen.add(id(cause))
        yield cause
        causes: Any = cause
        cause = (
            causes.exceptions[0]
            if isinstance(cause, BaseExceptionGroup)
            else cause.__cause__
            or getattr(causes, "certificate_error", None)
            or getattr(causes, "os_error", None)
            or (cause.__context__ if cause.__suppress_context__ else None)
        )


def _text_of(error: Any) -> str:
    """Return the text of an exception in one line, without the parts of a response that parsers quote, and without URLs."""
    if _is_any_of(error, "ClientHttpProxyError"):
        return f"{error.status} {error.message}"
    if _is_any_of(error, "ClientResponseError") or _has_response(error):
        return ""
    text = str(error)
    if _is_any_of(error, "HttpProcessingError"):
        description, separator, _ = str(error.message).partition("\n\n")
        text = description if separator or type(error).__name__ not in _QUOTING_CLASSES else ""
    return " ".join(text.partition(": bytearray(")[0].split()).rstrip(":")


def _has_response(error: Any) -> bool:
    """Return whether the text of an exception of aiohttp is the beginning of a response."""
    return _is_any_of(error, "ServerDisconnectedError") and not isinstance(error.message, str)


def _is_any_of(error: BaseException, *names: str) -> bool:
    return any(kind.__name__ in names for kind in type(error).__mro__)
