"""The fast path and the slow path of the model decoder, compared with a simple reference decoder."""

import copy
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workos_core import models
from workos_core.serialization.converter import from_dict
from workos_core.serialization.model import Model
from workos_core.serialization.model_base import set_fields, wire_name
from workos_core.serialization.structure_errors import StructureError

SAMPLES = Path(__file__).parents[2] / "samples"
CASES: dict[str, type[Model]] = {
    "directory_user": models.DirectoryUser,
    "directory_group": models.DirectoryGroup,
    "user": models.User,
    "organization": models.Organization,
    "organization_membership": models.OrganizationMembership,
    "invitation": models.Invitation,
    "feature_flag": models.FeatureFlag,
}
ODD_VALUES: list[Any] = [None, 1, 0.5, True, "text", "2026-01-01T00:00:00.000Z", {}, [], {"a": {}}, [None], [[]], [{}]]


class WrongStructure(Exception):
    pass


def require(condition: bool, expected: str) -> None:
    if not condition:
        raise WrongStructure(expected)


def decode(kind: Any, value: Any) -> Any:
    """Decode a value without optimizations. A model becomes a tuple of its class, its known fields and its unknown fields."""
    arguments = [item for item in get_args(kind) if item is not type(None)]
    if value is None or kind is Any:
        return value
    if isinstance(kind, type) and issubclass(kind, Model):
        return _decode_model(kind, value)
    if get_origin(kind) is list:
        require(isinstance(value, list), "an array")
        return [_decode_item(arguments[0], item) for item in value]
    if get_origin(kind) is dict:
        require(isinstance(value, dict), "an object")
        return {key: decode(arguments[1], item) for key, item in value.items()}
    if type(None) in get_args(kind) and len(arguments) == 1:
        return decode(arguments[0], value)
    require(not isinstance(value, (dict, list)), "a scalar value")
    if kind is datetime and isinstance(value, str):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            return value
    return value


def _decode_item(kind: Any, item: Any) -> Any:
    require(item is not None or kind is Any, "a value instead of null")
    return decode(kind, item)


def _decode_model(kind: type[Model], value: Any) -> Any:
    require(isinstance(value, dict), "an object")
    kinds = {wire_name(attribute): attribute for attribute in kind.__model_fields__}
    known = {kinds[name].name: decode(kinds[name].type, item) for name, item in value.items() if name in kinds}
    return kind, known, {name: item for name, item in value.items() if name not in kinds}


def as_reference(value: Any) -> Any:
    """Return a decoded value in the form that `decode` returns."""
    if isinstance(value, Model):
        return type(value), {name: as_reference(item) for name, item in set_fields(value)}, value.extra_fields
    if isinstance(value, list):
        return [as_reference(item) for item in value]
    return {key: as_reference(item) for key, item in value.items()} if isinstance(value, dict) else value


def positions(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each container in a JSON value with each of its keys or indexes."""
    keys: Any = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from positions(value[key])


def check(kind: type[Model], data: Any) -> None:
    before = copy.deepcopy(data)
    try:
        expected = decode(kind, data)
    except WrongStructure as error:
        with pytest.raises(StructureError, match=f"^expected {error} at"):
            from_dict(kind, data)
    else:
        assert as_reference(from_dict(kind, data)) == expected
    assert data == before


@pytest.mark.parametrize("name", CASES)
def test_single_change_of_a_sample(name: str) -> None:
    """Remove each value in turn, and replace it with each odd value."""
    text = (SAMPLES / f"{name}.json").read_text(encoding="utf-8")
    check(CASES[name], json.loads(text))
    for index in range(len(list(positions(json.loads(text))))):
        for replacement in ("drop", *ODD_VALUES):
            data = json.loads(text)
            container, key = list(positions(data))[index]
            if replacement == "drop":
                del container[key]
            else:
                container[key] = copy.deepcopy(replacement)
            check(CASES[name], data)


@given(st.data())
@settings(derandomize=True, max_examples=150, deadline=None)
def test_several_changes_of_a_sample(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(CASES)))
    sample = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    for _ in range(data.draw(st.integers(2, 5))):
        candidates = list(positions(sample))
        if not candidates:
            break
        container, key = data.draw(st.sampled_from(candidates))
        change = data.draw(st.sampled_from(["drop", "unknown", *range(len(ODD_VALUES))]))
        if change == "drop":
            del container[key]
        elif change == "unknown" and isinstance(container, dict):
            container["a_new_field"] = 1
        elif isinstance(change, int):
            container[key] = copy.deepcopy(ODD_VALUES[change])
    check(CASES[name], sample)


def test_no_case_has_a_tagged_union_which_the_reference_does_not_support() -> None:
    for kind in CASES.values():
        for attribute in kind.__model_fields__:
            members = [item for item in get_args(attribute.type) if isinstance(item, type) and issubclass(item, Model)]
            assert len(members) < 2
