"""TLS contexts: making one reads all certificates and takes as long as a hundred requests, so there is one per process."""

import os
from functools import cache
from typing import Any

from workos_core.errors import ConfigurationError

_VARIABLES = ("SSL_CERT_FILE", "SSL_CERT_DIR")


def tls_context(library: Any, verify: Any, http2: bool) -> Any:
    """The `ssl.SSLContext` for a library and a `verify` argument, made when it is first needed.

    Raises:
        ConfigurationError: The certificates can't be read.
    """
    if not isinstance(verify, (bool, str)):
        return verify
    # HTTP/2 is offered by a setting of the context, so both kinds of connections can't share one.
    return _made(library, verify, http2, tuple(os.environ.get(name) for name in _VARIABLES))


@cache
def _made(library: Any, verify: bool | str, _http2: bool, _environment: tuple[str | None, ...]) -> Any:
    import ssl

    if isinstance(verify, bool) and hasattr(library, "create_ssl_context"):
        return library.create_ssl_context(verify=verify)
    if isinstance(verify, bool):
        return ssl.create_default_context()
    try:
        if os.path.isdir(verify):
            return ssl.create_default_context(capath=verify)
        return ssl.create_default_context(cafile=verify)
    except (OSError, ssl.SSLError) as error:
        raise ConfigurationError(
            f"no certificates can be read from {verify!r}, which `verify` names: {error}"
        ) from None
