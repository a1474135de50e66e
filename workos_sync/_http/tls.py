# Generated from workos_async/_http/tls.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""TLS contexts. Creating one reads all certificates, which takes as long as a hundred requests, so they are shared by the process."""

import os
from collections.abc import Mapping
from functools import cache
from typing import Any

from workos_core.errors import ConfigurationError

_ENVIRONMENT_VARIABLES = ("SSL_CERT_FILE", "SSL_CERT_DIR")


def tls_context(library: Any, verify: Any, http2: bool) -> Any:
    """Return the `ssl.SSLContext` for a library and a `verify` argument, created on first use.

    Raises:
        ConfigurationError: The certificates can't be read.
    """
    if not isinstance(verify, (bool, str)):
        return verify
    # A setting of the context offers HTTP/2, so connections with and without it can't share one.
    return _create_context(library, verify, http2, tuple(os.environ.get(name) for name in _ENVIRONMENT_VARIABLES))


def check_certificate_variables(environment: Mapping[str, str]) -> None:
    """Check that the file and folder of the environment variables exist. Some libraries ignore missing ones.

    Raises:
        ConfigurationError: They don't.
    """
    for name in _ENVIRONMENT_VARIABLES:
        path = environment.get(name)
        if path and not os.path.exists(path):
            raise ConfigurationError(
                f"the certificates of {name}={path!r} do not exist; set it to a PEM file or a folder of certificates, unset it, or pass verify"
            )


@cache
def _create_context(library: Any, verify: bool | str, _http2: bool, _environment: tuple[str | None, ...]) -> Any:
    import ssl

    try:
        if isinstance(verify, bool) and hasattr(library, "create_ssl_context"):
            return library.create_ssl_context(verify=verify)
        if isinstance(verify, bool):
            return ssl.create_default_context()
    except (OSError, ssl.SSLError) as error:
        names = {name: os.environ[name] for name in _ENVIRONMENT_VARIABLES if name in os.environ}
        raise ConfigurationError(
            f"the certificates of {' and '.join(f'{name}={value!r}' for name, value in names.items()) or 'the system'} cannot be read: "
            f"{error}; set SSL_CERT_FILE to a PEM file, or pass verify"
        ) from None
    try:
        if os.path.isdir(verify):
            return ssl.create_default_context(capath=verify)
        return ssl.create_default_context(cafile=verify)
    except (OSError, ssl.SSLError) as error:
        raise ConfigurationError(
            f"the certificates of verify={verify!r} cannot be read: {error}; pass a PEM file or a folder of certificates"
        ) from None
