"""The compiled model decoder, compared with a simple reference decoder."""

import copy
import json
import tracemalloc
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workos_core import models
from workos_core.serialization.converter import converter, from_dict, structure_hook
from workos_core.serialization.model import UNSET, Model, model
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


MODELS = [
    kind
    for name in models.__all__
    if isinstance(kind := getattr(models, name), type) and issubclass(kind, Model) and kind is not Model
]
UNKNOWN = st.sampled_from(["a_new_field", "another_new_field", "id_", "_extra", "self", "data", ""])


def has_tagged_union(kind: Any, seen: frozenset[Any] = frozenset()) -> bool:
    """Return whether a type contains a union of models, which the reference does not support."""
    if kind in seen:
        return False
    if isinstance(kind, type) and issubclass(kind, Model):
        return any(has_tagged_union(attribute.type, seen | {kind}) for attribute in kind.__model_fields__)
    members = get_args(kind)
    is_tagged = sum(isinstance(item, type) and issubclass(item, Model) for item in members) > 1
    is_mixed = any(get_origin(item) in (list, dict) for item in members) and len(members) > 2
    return is_tagged or is_mixed or any(has_tagged_union(item, seen) for item in members)


@cache
def values_of(kind: Any) -> st.SearchStrategy[Any]:
    """Return JSON values of a type, at times of another one."""
    members = [item for item in get_args(kind) if item is not type(None)]
    if isinstance(kind, type) and issubclass(kind, Model):
        usual: st.SearchStrategy[Any] = st.deferred(lambda: objects(kind))
    elif get_origin(kind) is list:
        usual = st.lists(values_of(members[0]), max_size=3)
    elif get_origin(kind) is dict:
        usual = st.dictionaries(st.text(max_size=3), values_of(members[1]), max_size=3)
    elif get_origin(kind) is Literal or kind is datetime or not members:
        usual = st.sampled_from(["2026-01-15T12:00:00.000Z", "text", 1, True])
    else:
        usual = st.one_of([values_of(item) for item in members])
    return st.integers(0, 19).flatmap(lambda odd: usual if odd else st.sampled_from(ODD_VALUES))


@st.composite
def objects(draw: st.DrawFn, kind: type[Model]) -> dict[str, Any]:
    """Return an object of a model with its fields in any order, with unknown fields, absent fields and nulls."""
    items: list[tuple[str, Any]] = []
    for attribute in kind.__model_fields__:
        change = draw(st.integers(0, 9))
        if change:
            items.append((wire_name(attribute), None if change == 1 else draw(values_of(attribute.type))))
    items += [(name, draw(st.sampled_from(ODD_VALUES))) for name in draw(st.sets(UNKNOWN, max_size=3))]
    return copy.deepcopy(dict(draw(st.permutations(items))))


COMPARED = [kind for kind in MODELS if not has_tagged_union(kind)]


@given(st.data())
@settings(derandomize=True, max_examples=200, deadline=None)
def test_objects_of_every_model(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(COMPARED))
    check(kind, data.draw(objects(kind)))


def test_most_models_are_compared_with_the_reference() -> None:
    assert len(COMPARED) > 0.8 * len(MODELS) > 200


@given(st.lists(st.lists(UNKNOWN, unique=True, max_size=4), min_size=1, max_size=8))
@settings(derandomize=True, deadline=None)
def test_unknown_fields_do_not_depend_on_previous_objects(names: list[list[str]]) -> None:
    for number, unknown in enumerate(names):
        extra = dict.fromkeys(unknown, number)
        assert from_dict(models.ListMetadata, {"before": None, **extra}).extra_fields == extra


def test_decoders_remember_the_unknown_fields_of_one_object_only() -> None:
    """A server may send other unknown fields in every object, which must not fill the memory."""
    decode = structure_hook(models.ListMetadata)
    tracemalloc.start()
    try:
        for number in range(20_000):
            decode({"before": None, "after": None, f"field_{number}": number}, None)
        used, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert used < 20_000


def test_no_object_is_decoded_twice() -> None:
    """Decoding an unusual object costs little more: nested models are decoded once."""
    counted: list[Any] = []

    @model
    class Child(Model):
        id: str

    def count(value: Any, _: Any) -> Any:
        counted.append(value)
        return value

    @model
    class Parent(Model):
        child: Child
        id: str
        name: str | None = UNSET
        created_at: datetime | None = UNSET

    converter.register_structure_hook(Child, count)
    for change in ({"id": "1", "new": 1}, {}, {"id": None}, {"id": "1", "created_at": "yesterday"}):
        from_dict(Parent, {"child": {"id": "c"}, **change})
    assert len(counted) == 4


def test_no_case_has_a_tagged_union_which_the_reference_does_not_support() -> None:
    for kind in CASES.values():
        for attribute in kind.__model_fields__:
            members = [item for item in get_args(attribute.type) if isinstance(item, type) and issubclass(item, Model)]
            assert len(members) < 2
