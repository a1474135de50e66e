"""Objects with as little said of them as possible."""

from typing import TYPE_CHECKING, Any

from workos_emulator.seeding.factories.catalog import factories

if TYPE_CHECKING:
    from workos_emulator.emulator import Emulator


def create(emulator: "Emulator", name: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Create an object. What must be there and is not said gets a value; what it must belong to is created as well.

    Args:
        emulator: The emulator.
        name: The factory, such as `users`.
        fields: What is said of it.

    Raises:
        ValueError: There is no such factory.
        ApiError: What the API would answer.
        KeyError: An id leads nowhere.
    """
    factory = factories().get(name)
    if factory is None:
        raise ValueError(f"unknown factory {name!r}; use one of {', '.join(factories())}")
    number = emulator.environment.state.counted.get(name, 0) + 1
    emulator.environment.state.counted[name] = number
    values = {key: _fill_number(value, number) for key, value in factory.defaults.items()}
    values |= {key: value for key, value in fields.items() if key != "id"}
    if name in _BEFORE_REFERENCES:
        _BEFORE_REFERENCES[name](emulator, values)
    for key, other in factory.references.items():
        if key in factory.schema.get("required", ()) and key not in values:
            values[key] = create(emulator, other, {})["id"]
    if name in _AFTER_REFERENCES:
        _AFTER_REFERENCES[name](emulator, values)
    if "id" not in fields or not factory.prefix:
        return factory.create(emulator, values)
    with emulator.environment.state.ids.reserve(factory.prefix, fields["id"]):
        return factory.create(emulator, values)


def _default_to_organization(emulator: "Emulator", values: dict[str, Any]) -> None:
    """Give a role on the organization of the membership, if no resource is named."""
    membership = emulator.environment.state.memberships.get(values["organization_membership_id"])
    if membership is not None and not {"resource_id", "resource_external_id"} & values.keys():
        values |= {"resource_external_id": membership.organization_id, "resource_type_slug": "organization"}


def _add_membership(emulator: "Emulator", values: dict[str, Any]) -> None:
    """Make the user a member of the organization."""
    pair = {name: values[name] for name in ("user_id", "organization_id")}
    if emulator.environment.state.memberships.find("pair", tuple(pair.values())) is None:
        create(emulator, "memberships", pair)


def _default_to_integration(emulator: "Emulator", values: dict[str, Any]) -> None:
    """Take the integration that is there, if none is named."""
    present = next(iter(emulator.environment.state.pipes.integrations), None)
    if present is not None:
        values.setdefault("data_integration_id", present.id)


def _add_owner(emulator: "Emulator", values: dict[str, Any]) -> None:
    """Make the user of an account that an organization shares a member of it."""
    integration = emulator.environment.state.pipes.integrations.get(values["data_integration_id"])
    if integration is not None and integration.ownership == "organization":
        _add_organization(emulator, values)
        _add_membership(emulator, values)


def _add_organization(emulator: "Emulator", values: dict[str, Any]) -> None:
    """Name a new organization, unless one is named or the token is not for one."""
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
