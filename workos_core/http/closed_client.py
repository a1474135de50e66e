"""The error of calls on a closed client."""

from workos_core.errors import ConfigurationError


def closed_client_error() -> ConfigurationError:
    """Return the error for a call that was not sent because the client is closed."""
    return ConfigurationError("this client is closed; create a new one")
