"""The creation of objects with default values for omitted fields."""

from typing import TYPE_CHECKING, Any

from workos_emulator.http import payload
from workos_emulator.http.errors import ApiError
from workos_emulator.seeding.factories.catalog import factories
from workos_emulator.seeding.factories.field_names import unknown_fields
from workos_emulator.storage.store import UnknownIdError

if TYPE_CHECKING:
    from workos_emulator.emulator import Emulator


def create(emulator: "Emulator", name: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Create an object. Omitted required fields get default values, and required parent objects are created.

    Args:
        emulator: The emulator.
        name: The name of the factory, such as `users`.
        fields: The given fields.

    Raises:
        ValueError: The factory does not exist, or has no such field.
        ApiError: The API would return this error.
        UnknownIdError: An ID refers to an object that does not exist.
    """
    factory = factories().get(name)
    if factory is None:
        raise ValueError(f"unknown factory {name!r}; use one of {', '.join(factories())}")
    for path, problem in unknown_fields(factory.schema, {key: value for key, value in fields.items() if key != "id"}):
        place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path[:-1])
        raise ValueError(f"{name}{place}: {problem}")
    number = emulator.environment.state.counted.get(name, 0) + 1
    emulator.environment.state.counted[name] = number
    values = {key: _fill_number(value, number) for key, value in factory.defaults.items()}
    values |= {key: value for key, value in fields.items() if key != "id"}
    if name in _BEFORE_REFERENCES:
        _BEFORE_REFERENCES[name](emulator, values)
    for key, referenced in factory.references.items():
        if key in factory.schema.get("required", ()) and key not in values:
            values[key] = create(emulator, referenced, {})["id"]
    if name in _AFTER_REFERENCES:
        _AFTER_REFERENCES[name](emulator, values)
    if "id" not in fields or not factory.prefix:
        return factory.create(emulator, values)
    with emulator.environment.state.ids.reserve(factory.prefix, fields["id"]):
        return factory.create(emulator, values)


def unknown_reference(name: str, fields: dict[str, Any], error: ApiError | UnknownIdError) -> UnknownIdError | None:
    """Return the error for a field with the ID of an object that does not exist, or None if the cause is another one.

    Args:
        name: The name of the factory.
        fields: The given fields.
        error: The error of `create`.
    """
    for field, referenced in factories()[name].references.items():
        value = fields.get(field)
        for id in value if payload.is_list(value) else [value]:
            if id == error.id if isinstance(error, UnknownIdError) else f"not found: {id!r}" in error.text:
                return UnknownIdError(
                    id,
                    f"{name}: no object of {referenced} has the ID {id!r} ({field}); create it first, or omit {field}",
                )
    return None


def _default_to_organization(emulator: "Emulator", values: dict[str, Any]) -> None:
    """Assign the role on the organization of the membership, if no resource is given."""
    membership = emulator.environment.state.memberships.require(values["organization_membership_id"])
    if not {"resource_id", "resource_external_id"} & values.keys():
        values |= {"resource_external_id": membership.organization_id, "resource_type_slug": "organization"}


def _add_membership(emulator: "Emulator", values: dict[str, Any]) -> None:
    """Add the user to the organization, if the membership does not exist."""
    pair = {name: values[name] for name in ("user_id", "organization_id")}
    if emulator.environment.state.memberships.find("pair", tuple(pair.values())) is None:
        create(emulator, "memberships", pair)


def _default_to_integration(emulator: "Emulator", values: dict[str, Any]) -> None:
    """Use the first existing integration, if none is given."""
    integration = next(iter(emulator.environment.state.pipes.integrations), None)
    if integration is not None:
        values.setdefault("data_integration_id", integration.id)


def _add_owner(emulator: "Emulator", values: dict[str, Any]) -> None:
    """Add the user of an account that an organization owns to that organization."""
    integration = emulator.environment.state.pipes.integrations.get(values["data_integration_id"])
    if integration is not None and integration.ownership == "organization":
        _add_organization(emulator, values)
        _add_membership(emulator, values)


def _add_organization(emulator: "Emulator", values: dict[str, Any]) -> None:
    """Create an organization, unless one is given or the token is not for an organization."""
    if values.get("type", "autonomous") == "autonomous" and "organization_id" not in values:
        values["organization_id"] = create(emulator, "organizations", {})["id"]


_BEFORE_REFERENCES = {"connected_accounts": _default_to_integration}
_AFTER_REFERENCES = {
    "agent_blueprint_tokens": _add_organization,
    "connected_accounts": _add_owner,
    "role_assignments": _default_to_organization,
    "user_api_keys": _add_membership,
}


def _fill_number(value: Any, number: int) -> Any:
    return value.replace("{n}", str(number)) if isinstance(value, str) else value
