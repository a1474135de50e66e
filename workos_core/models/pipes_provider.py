# Generated from spec/resources/pipes_provider.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of pipes provider."""

from typing import Literal, TypeAlias

from workos_core.serialization.model import UNSET, Model, model

__all__ = [
    "DataIntegrationConfiguration",
    "DataIntegrationConfigurationCredentials",
    "DataIntegrationConfigurationCredentialsType",
    "DataIntegrationConfigurationList",
]

DataIntegrationConfigurationCredentialsType: TypeAlias = (
    Literal[
        "shared",
        "custom",
        "organization",
    ]
    | str
)
"""Whose OAuth application a data integration uses: the shared one of WorkOS (`shared`), your own (`custom`),
or the organization's (`organization`).
"""


@model
class DataIntegrationConfigurationCredentials(Model):
    """The OAuth application of a data integration."""

    credentials_type: DataIntegrationConfigurationCredentialsType
    """Whose OAuth application it is."""
    has_credentials: bool
    """Whether a client ID and client secret are set."""
    client_id: str | None
    """The client ID of the OAuth application."""
    client_secret_last_four: str | None
    """The last four characters of the client secret; null if none is set."""
    redirect_uri: str
    """The redirect URI to register with the provider."""


@model
class DataIntegrationConfiguration(Model):
    """The configuration of a data integration for an organization."""

    object: Literal["data_integration_configuration"] = "data_integration_configuration"
    """Always `data_integration_configuration`."""
    id: str
    """The ID of the configuration."""
    organization_id: str
    """The ID of the organization (`org_…`)."""
    slug: str
    """The slug of the data integration."""
    name: str
    """The name of the provider."""
    enabled: bool
    """Whether members of the organization can use the data integration."""
    scopes: list[str] | None
    """The OAuth scopes that are requested; null if the scopes of the environment apply."""
    config: dict[str, str]
    """Additional provider-specific settings, keyed by name."""
    created_at: str
    """When the configuration was created."""
    updated_at: str
    """When the configuration was last updated."""
    credentials: DataIntegrationConfigurationCredentials | None = UNSET
    """The OAuth application that the data integration uses."""


@model
class DataIntegrationConfigurationList(Model):
    """The data integration configurations of an organization."""

    object: Literal["list"] = "list"
    """Always `list`."""
    data: list[DataIntegrationConfiguration]
    """The data integration configurations."""
