"""The factory of connected accounts of users and organizations."""

from typing import TYPE_CHECKING

from workos_emulator.http import spec
from workos_emulator.http.schema_parts import STRING, Schema, object_schema
from workos_emulator.seeding.factories.factory import Fields, body_schema, call_operation

if TYPE_CHECKING:
    from workos_emulator.emulator import Emulator

_OPERATIONS = {"user": "createUserConnectedAccount", "organization": "createOrganizationConnectedAccount"}


def schema() -> Schema:
    """Return the schema: the integration, the owners, and the fields of the API operation."""
    body = body_schema(spec.load().operations[_OPERATIONS["user"]])
    ids = {"data_integration_id": STRING, "user_id": STRING, "organization_id": STRING}
    return object_schema({**ids, **body["properties"]}, "data_integration_id", "user_id", *body.get("required", ()))


def create(emulator: "Emulator", fields: Fields) -> Fields:
    """Connect an account: of the organization if the integration is shared by organizations, of the user otherwise.

    Raises:
        ApiError: The API would return this error.
        KeyError: The integration does not exist.
        ValueError: `organization_id` is missing.
    """
    body = dict(fields)
    integration = emulator.environment.state.pipes.integrations.require(body.pop("data_integration_id"))
    if integration.ownership == "organization" and "organization_id" not in body:
        raise ValueError("organization_id is required: the integration is owned by organizations")
    operation = spec.load().operations[_OPERATIONS[integration.ownership]]
    created: Fields = call_operation(emulator, operation, {**body, "slug": integration.slug})
    return created
