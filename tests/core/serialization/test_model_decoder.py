"""Models are decoded in a fast pass for usual answers and a careful one for all others: both give what a plain walk gives."""

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
from workos_core.serialization.model import Model, set_fields, wire_name
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


class Misshapen(Exception):
    pass


def need(condition: bool, expected: str) -> None:
    if not condition:
        raise Misshapen(expected)


def walk(kind: Any, value: Any) -> Any:
    """What decoding means, as plain as it can be written: values of models become their class and a dict."""
    arguments = [item for item in get_args(kind) if item is not type(None)]
    if value is None or kind is Any:
        return value
    if isinstance(kind, type) and issubclass(kind, Model):
        return _walk_model(kind, value)
    if get_origin(kind) is list:
        need(isinstance(value, list), "array")
        return [walk(arguments[0], item) for item in value]
    if get_origin(kind) is dict:
        need(isinstance(value, dict), "object")
        return {key: walk(arguments[1], item) for key, item in value.items()}
    if type(None) in get_args(kind) and len(arguments) == 1:
        return walk(arguments[0], value)
    need(not isinstance(value, (dict, list)), "plain value")
    if kind is datetime and isinstance(value, str):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            return value
    return value


def _walk_model(kind: type[Model], value: Any) -> Any:
    need(isinstance(value, dict), "object")
    kinds = {wire_name(attribute): attribute for attribute in kind.__attrs_attrs__}
    known = {kinds[name].name: walk(kinds[name].type, item) for name, item in value.items() if name in kinds}
    return kind, known, {name: item for name, item in value.items() if name not in kinds}


def seen(value: Any) -> Any:
    """A decoded value in the terms of `walk`."""
    if isinstance(value, Model):
        return type(value), {name: seen(item) for name, item in set_fields(value)}, value.extra_fields
    if isinstance(value, list):
        return [seen(item) for item in value]
    return {key: seen(item) for key, item in value.items()} if isinstance(value, dict) else value


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container of a JSON value with each of its keys or indexes."""
    keys: Any = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from places(value[key])


def check(kind: type[Model], data: Any) -> None:
    before = copy.deepcopy(data)
    try:
        expected = walk(kind, data)
    except Misshapen as error:
        with pytest.raises(StructureError, match=f"^{error} expected"):
            from_dict(kind, data)
    else:
        assert seen(from_dict(kind, data)) == expected
    assert data == before


@pytest.mark.parametrize("name", CASES)
def test_every_single_change_of_a_sample(name: str) -> None:
    """Each value is dropped, and replaced by each odd value."""
    text = (SAMPLES / f"{name}.json").read_text(encoding="utf-8")
    check(CASES[name], json.loads(text))
    for index in range(len(list(places(json.loads(text))))):
        for odd in ("drop", *ODD_VALUES):
            data = json.loads(text)
            container, key = list(places(data))[index]
            if odd == "drop":
                del container[key]
            else:
                container[key] = copy.deepcopy(odd)
            check(CASES[name], data)


@given(st.data())
@settings(derandomize=True, max_examples=150, deadline=None)
def test_several_changes_at_once(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(CASES)))
    sample = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    for _ in range(data.draw(st.integers(2, 5))):
        found = list(places(sample))
        if not found:
            break
        container, key = data.draw(st.sampled_from(found))
        change = data.draw(st.sampled_from(["drop", "unknown", *range(len(ODD_VALUES))]))
        if change == "drop":
            del container[key]
        elif change == "unknown" and isinstance(container, dict):
            container["a_new_field"] = 1
        elif isinstance(change, int):
            container[key] = copy.deepcopy(ODD_VALUES[change])
    check(CASES[name], sample)


def test_no_case_has_a_tagged_union_which_walk_does_not_know() -> None:
    for kind in CASES.values():
        for attribute in kind.__attrs_attrs__:
            members = [item for item in get_args(attribute.type) if isinstance(item, type) and issubclass(item, Model)]
            assert len(members) < 2
