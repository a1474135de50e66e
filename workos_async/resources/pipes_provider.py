# Generated from spec/resources/pipes_provider.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.pipes_provider`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array
from workos_core.lazy_names import lazy_type
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_core.suggestions import ResourceClient

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
    from workos_core.models.pipes_provider import DataIntegrationConfiguration
else:
    DataIntegrationConfiguration = lazy_type("workos_core.models.pipes_provider", "DataIntegrationConfiguration")

_LIST_ORGANIZATION_DATA_INTEGRATION_CONFIGURATIONS: Operation[list[DataIntegrationConfiguration]] = Operation(
    "pipes_provider.list_organization_data_integration_configurations",
    "GET",
    "/organizations/{organization_id}/data_integration_configurations",
    returns=list[DataIntegrationConfiguration],
    wrapped="data",
)
_UPDATE_ORGANIZATION_DATA_INTEGRATION_CONFIGURATION: Operation[DataIntegrationConfiguration] = Operation(
    "pipes_provider.update_organization_data_integration_configuration",
    "PUT",
    "/organizations/{organization_id}/data_integration_configurations/{slug}",
    returns=DataIntegrationConfiguration,
)


@hides_locals
class PipesProvider(ResourceClient):
    """Data integration configurations of individual organizations, where they differ from the environment.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    async def list_organization_data_integration_configurations(
        self, organization_id: str, *, options: RequestOptions | None = None
    ) -> list[DataIntegrationConfiguration]:
        """List the data integration configurations of an organization.

        Available only to accounts that have the feature `pipes-org-overrides`.

        Args:
            organization_id: The ID of the organization (`org_…`).

        Returns:
            The data integration configurations.

        See https://workos.com/docs/reference/pipes/provider
        """
        return await self._requestor.call(
            _LIST_ORGANIZATION_DATA_INTEGRATION_CONFIGURATIONS,
            path={"organization_id": organization_id},
            options=options,
        )

    async def update_organization_data_integration_configuration(
        self,
        organization_id: str,
        slug: str,
        *,
        enabled: bool | NotGiven = NOT_GIVEN,
        scopes: Sequence[str] | None | NotGiven = NOT_GIVEN,
        client_id: str | NotGiven = NOT_GIVEN,
        client_secret: str | NotGiven = NOT_GIVEN,
        config: Mapping[str, str] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> DataIntegrationConfiguration:
        """Configure a data integration for an organization.

        Omit an argument to keep its value.

        Available only to accounts that have the feature `pipes-org-overrides`.

        Args:
            organization_id: The ID of the organization (`org_…`).
            slug: The slug of the data integration, such as `github`.
            enabled: Whether members of the organization can use the data integration.
            scopes: The OAuth scopes to request. Pass `None` to use the scopes of the environment.
            client_id: The client ID of the organization's own OAuth application.
            client_secret: The client secret of the organization's own OAuth application.
            config: Additional settings that the provider requires, such as a subdomain, keyed by name.

        Returns:
            The updated configuration.

        See https://workos.com/docs/reference/pipes/provider
        """
        return await self._requestor.call(
            _UPDATE_ORGANIZATION_DATA_INTEGRATION_CONFIGURATION,
            path={"organization_id": organization_id, "slug": slug},
            body={
                "enabled": enabled,
                "scopes": array("scopes", scopes),
                "client_id": client_id,
                "client_secret": client_secret,
                "config": config,
            },
            options=options,
        )
