"""Connected accounts, of users and of organizations."""

from typing import TYPE_CHECKING

from workos_emulator.http import spec
from workos_emulator.http.schema_parts import STRING, Schema, object_schema
from workos_emulator.seeding.factories.factory import Fields, body_schema, call_operation

if TYPE_CHECKING:
    from workos_emulator.emulator import Emulator

_OPERATIONS = {"user": "createUserConnectedAccount", "organization": "createOrganizationConnectedAccount"}


def schema() -> Schema:
    """The schema: whose account it is, at which integration, and what the API takes."""
    body = body_schema(spec.load().operations[_OPERATIONS["user"]])
    named = {"data_integration_id": STRING, "user_id": STRING, "organization_id": STRING}
    return object_schema({**named, **body["properties"]}, "data_integration_id", "user_id", *body.get("required", ()))


def create(emulator: "Emulator", fields: Fields) -> Fields:
    """Connect an account: of the organization, if the integration is one for organizations, else of the user.

    Raises:
        ApiError: What the API would answer.
        KeyError: There is no such integration.
        ValueError: The organization is missing.
    """
    body = dict(fields)
    integration = emulator.environment.state.pipes.integrations.require(body.pop("data_integration_id"))
    if integration.ownership == "organization" and "organization_id" not in body:
        raise ValueError("an account that an organization shares needs organization_id")
    operation = spec.load().operations[_OPERATIONS[integration.ownership]]
    created: Fields = call_operation(emulator, operation, {**body, "slug": integration.slug})
    return created
