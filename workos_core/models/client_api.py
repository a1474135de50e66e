# Generated from spec/resources/client_api.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of client api."""

from workos_core.serialization.model import Model, field, model

__all__ = [
    "ClientApiToken",
]


@model
class ClientApiToken(Model):
    """A Client API token."""

    token: str = field(repr=False)
    """The token. Pass it to the user's browser or app."""
