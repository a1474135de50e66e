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
"""Whose OAuth application an integration uses: the one WorkOS shares, your own, or the organization's."""


@model
class DataIntegrationConfigurationCredentials(Model):
    """The OAuth application behind an integration."""

    credentials_type: DataIntegrationConfigurationCredentialsType
    """Whose application it is."""
    has_credentials: bool
    """Whether client id and secret are there."""
    client_id: str | None
    """The client id."""
    client_secret_last_four: str | None
    """The last four characters of the client secret."""
    redirect_uri: str
    """The redirect URI to register with the provider."""


@model
class DataIntegrationConfiguration(Model):
    """How a data integration is set up for an organization."""

    object: Literal["data_integration_configuration"] = "data_integration_configuration"
    """Always `data_integration_configuration`."""
    id: str
    """The id of the configuration."""
    organization_id: str
    """The id of the organization."""
    slug: str
    """The slug of the data integration."""
    name: str
    """The name of the provider."""
    enabled: bool
    """Whether people of the organization can use the integration."""
    scopes: list[str] | None
    """The OAuth scopes that are asked for; null when those of the environment apply."""
    config: dict[str, str]
    """Further settings of the provider, by name."""
    created_at: str
    """When the configuration was created."""
    updated_at: str
    """When the configuration last changed."""
    credentials: DataIntegrationConfigurationCredentials | None = UNSET
    """The OAuth application that is used."""


@model
class DataIntegrationConfigurationList(Model):
    """The configurations of an organization."""

    object: Literal["list"] = "list"
    """Always `list`."""
    data: list[DataIntegrationConfiguration]
    """The configurations."""
