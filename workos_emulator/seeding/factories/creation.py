"""Objects with as little said of them as possible."""

from typing import TYPE_CHECKING, Any

from workos_emulator.seeding.factories.catalog import kinds

if TYPE_CHECKING:
    from workos_emulator.emulator import Emulator


def create(emulator: "Emulator", name: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Create an object. What must be there and is not said gets a value; what it must belong to is created as well.

    Args:
        emulator: The emulator.
        name: The kind, such as `users`.
        fields: What is said of it.

    Raises:
        ValueError: There is no such kind.
        ApiError: What the API would answer.
        KeyError: An id leads nowhere.
    """
    kind = kinds().get(name)
    if kind is None:
        raise ValueError(f"there is no kind {name!r}; there are {', '.join(kinds())}")
    number = emulator.environment.state.counted.get(name, 0) + 1
    emulator.environment.state.counted[name] = number
    given = {key: _numbered(value, number) for key, value in kind.defaults.items()}
    given |= {key: value for key, value in fields.items() if key != "id"}
    if name in _BEFORE:
        _BEFORE[name](emulator, given)
    for key, other in kind.references.items():
        if key in kind.schema.get("required", ()) and key not in given:
            given[key] = create(emulator, other, {})["id"]
    if name in _COMPLETE:
        _COMPLETE[name](emulator, given)
    if "id" not in fields or not kind.prefix:
        return kind.make(emulator, given)
    with emulator.environment.state.ids.planned(kind.prefix, fields["id"]):
        return kind.make(emulator, given)


def _on_the_organization(emulator: "Emulator", given: dict[str, Any]) -> None:
    """Give a role on the organization of the membership, if no resource is named."""
    membership = emulator.environment.state.memberships.get(given["organization_membership_id"])
    if membership is not None and not {"resource_id", "resource_external_id"} & given.keys():
        given |= {"resource_external_id": membership.organization_id, "resource_type_slug": "organization"}


def _as_a_member(emulator: "Emulator", given: dict[str, Any]) -> None:
    """Make the user a member of the organization."""
    pair = {name: given[name] for name in ("user_id", "organization_id")}
    if emulator.environment.state.memberships.find("pair", tuple(pair.values())) is None:
        create(emulator, "memberships", pair)


def _at_an_integration(emulator: "Emulator", given: dict[str, Any]) -> None:
    """Take the integration that is there, if none is named."""
    present = next(iter(emulator.environment.state.pipes.integrations), None)
    if present is not None:
        given.setdefault("data_integration_id", present.id)


def _of_its_owner(emulator: "Emulator", given: dict[str, Any]) -> None:
    """Make the user of an account that an organization shares a member of it."""
    integration = emulator.environment.state.pipes.integrations.get(given["data_integration_id"])
    if integration is not None and integration.ownership == "organization":
        _in_an_organization(emulator, given)
        _as_a_member(emulator, given)


def _in_an_organization(emulator: "Emulator", given: dict[str, Any]) -> None:
    """Name a new organization, unless one is named or the token is not for one."""
    if given.get("type", "autonomous") == "autonomous" and "organization_id" not in given:
        given["organization_id"] = create(emulator, "organizations", {})["id"]


_BEFORE = {"connected_accounts": _at_an_integration}
_COMPLETE = {
    "agent_blueprint_tokens": _in_an_organization,
    "connected_accounts": _of_its_owner,
    "role_assignments": _on_the_organization,
    "user_api_keys": _as_a_member,
}


def _numbered(value: Any, number: int) -> Any:
    return value.replace("{n}", str(number)) if isinstance(value, str) else value
