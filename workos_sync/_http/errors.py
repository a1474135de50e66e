# Generated from workos_async/_http/errors.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Exceptions of the HTTP library as exceptions of this SDK."""

from typing import Any

from workos_core.errors import APIConnectionError, APITimeoutError, ConfigurationError


def translate_exception(library: Any, error: Exception) -> Exception:
    """An exception of the HTTP library as one of ours, or the same where it is none of the library."""
    # Failures before a byte of the request was written.
    unsent = (
        library.ConnectError,
        library.ConnectTimeout,
        library.PoolTimeout,
        library.UnsupportedProtocol,
        library.ProxyError,
    )
    sent = not isinstance(error, unsent)
    if isinstance(error, library.TimeoutException):
        return APITimeoutError(f"no answer in time ({type(error).__name__})", sent=sent)
    if isinstance(error, (library.TransportError, library.DecodingError)):
        if isinstance(error, library.ConnectError) and "CERTIFICATE_VERIFY_FAILED" in str(error):
            return APIConnectionError(f"the certificate of the server is not trusted: {error}", sent=False, final=True)
        return APIConnectionError(f"{type(error).__name__}: {error or 'no details'}", sent=sent)
    if isinstance(error, library.InvalidURL):
        return ConfigurationError(f"the URL of the request can't be read: {error}; look at base_url")
    return error
