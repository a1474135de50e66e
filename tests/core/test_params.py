"""The `TypedDict`s of objects in arguments match the spec, and each resource method uses them."""

import typing
from typing import Any

import pytest

import workos_core.models
import workos_core.params
from workos_emulator.http import spec

NAMES = workos_core.params.__all__


@pytest.mark.parametrize("name", NAMES)
def test_keys_match_the_spec(name: str) -> None:
    params: Any = getattr(workos_core.params, name)
    schema = spec.load().raw["components"]["schemas"][name.removesuffix("Param")]
    assert params.__required_keys__ == set(schema.get("required", []))
    assert params.__required_keys__ | params.__optional_keys__ == set(schema["properties"])
    assert typing.get_type_hints(params).keys() == set(schema["properties"])


@pytest.mark.parametrize("name", NAMES)
def test_models_are_accepted_in_place_of_nested_dicts(name: str) -> None:
    for hint in typing.get_type_hints(getattr(workos_core.params, name)).values():
        members = _members(hint)
        nested = {member.__name__.removesuffix("Param") for member in members if typing.is_typeddict(member)}
        assert nested <= {getattr(member, "__name__", "") for member in members}


def test_names_are_those_of_models() -> None:
    assert {name.removesuffix("Param") for name in NAMES} <= set(workos_core.models.__all__)
    assert "OrganizationDomainDataParam" in NAMES


def _members(hint: Any) -> set[Any]:
    """Return a type and the types in its arguments, recursively."""
    found = {hint} if isinstance(hint, type) else set[Any]()
    return found.union(*(_members(argument) for argument in typing.get_args(hint)))
