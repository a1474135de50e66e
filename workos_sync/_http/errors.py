# Generated from workos_async/_http/errors.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Translation of the HTTP library's exceptions."""

from typing import Any

from workos_core.errors import APIConnectionError, APITimeoutError, ConfigurationError


def translate_exception(library: Any, error: Exception) -> Exception:
    """Return the SDK's exception for one of the HTTP library; the same exception if it is not one of the library."""
    # Raised before any byte of the request was written.
    unsent = (
        library.ConnectError,
        library.ConnectTimeout,
        library.PoolTimeout,
        library.UnsupportedProtocol,
        library.ProxyError,
    )
    sent = not isinstance(error, unsent)
    if isinstance(error, library.TimeoutException):
        return APITimeoutError(f"the request timed out ({type(error).__name__})", sent=sent)
    if isinstance(error, (library.TransportError, library.DecodingError)):
        if isinstance(error, library.ConnectError) and "CERTIFICATE_VERIFY_FAILED" in str(error):
            return APIConnectionError(f"the certificate of the server is not trusted: {error}", sent=False, final=True)
        return APIConnectionError(f"{type(error).__name__}: {error or 'no details'}", sent=sent)
    if isinstance(error, library.InvalidURL):
        return ConfigurationError(f"the request URL is invalid: {error}; check base_url or WORKOS_BASE_URL")
    return error
