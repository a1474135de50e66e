"""Tolerant decoding and exact encoding of models, with handwritten models that cover every kind of field."""

import copy
import pickle
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, ClassVar, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workos_core.errors import InvalidArgumentError, MissingFieldError, WorkOSError
from workos_core.models.common import ErrorBody
from workos_core.serialization.converter import from_dict
from workos_core.serialization.model import UNSET, Model, field, model
from workos_core.serialization.structure_errors import StructureError
from workos_core.serialization.times import format_time
from workos_core.serialization.unstructure import to_dict

Color = Literal["red", "green"] | str


@model
class Cat(Model):
    kind: Literal["cat"] = "cat"
    lives: int


@model
class Dog(Model):
    kind: Literal["dog"] = "dog"


@model
class UnknownPet(Model):
    UNION_TAG: ClassVar[str] = "kind"

    kind: str


@model
class Person(Model):
    id: str
    color: Color
    born: datetime
    nick: str | None
    pets: list[Cat | Dog | UnknownPet]
    labels: dict[str, str] | None = UNSET
    age: int | None = UNSET
    token: str | None = field(default=UNSET, repr=False)
    odd_name: str | None = field(default=UNSET, metadata={"wire": "oddName#1"})
    boss: Dog | None = UNSET
    note: str | list[str] | None = UNSET


COMPLETE: dict[str, Any] = {
    "id": "p1",
    "color": "red",
    "born": "2021-06-25T19:07:33.155Z",
    "nick": None,
    "pets": [{"kind": "cat", "lives": 9}, {"kind": "dog"}, {"kind": "newt", "wet": True}],
    "labels": {"a": "b"},
    "age": 3,
    "token": "s3cret",
    "oddName#1": "x",
    "boss": {"kind": "dog"},
    "note": ["a", "b"],
}


def test_complete_object_round_trips() -> None:
    person = from_dict(Person, COMPLETE)
    assert person.born == datetime(2021, 6, 25, 19, 7, 33, 155000, UTC)
    assert [type(pet) for pet in person.pets] == [Cat, Dog, UnknownPet]
    assert person.odd_name == "x"
    assert to_dict(person) == COMPLETE


def test_unknown_values_and_fields_are_preserved() -> None:
    data = {**COMPLETE, "color": "ultraviolet", "shoe_size": {"eu": 43}}
    person = from_dict(Person, data)
    assert person.color == "ultraviolet"
    assert person.extra_fields == {"shoe_size": {"eu": 43}}
    assert to_dict(person) == data


def test_unknown_union_member_preserves_its_fields() -> None:
    pet = from_dict(Person, COMPLETE).pets[2]
    assert isinstance(pet, UnknownPet)
    assert (pet.kind, pet.extra_fields) == ("newt", {"wet": True})


def test_missing_required_field_raises_when_it_is_read() -> None:
    person = from_dict(Person, {"id": "p1"})
    assert person.id == "p1"
    with pytest.raises(MissingFieldError, match=r"^Person\.born is required but missing") as caught:
        _ = person.born
    assert (caught.value.model, caught.value.field) == ("Person", "born")
    assert isinstance(caught.value, AttributeError)
    assert isinstance(caught.value, WorkOSError)
    assert not hasattr(person, "born")
    assert to_dict(person) == {"id": "p1"}


def test_missing_optional_field_reads_as_none_and_is_not_encoded() -> None:
    person = from_dict(Person, {key: value for key, value in COMPLETE.items() if key not in ("age", "boss")})
    assert person.age is None
    assert person.boss is None
    assert "age" not in to_dict(person)


def test_missing_constant_reads_as_its_value_and_is_not_encoded() -> None:
    cat = from_dict(Cat, {"lives": 9})
    assert cat.kind == "cat"
    assert to_dict(cat) == {"lives": 9}
    assert cat.replace(lives=8).kind == "cat"
    assert Cat(lives=9).replace(kind=UNSET).kind == "cat"


def test_unknown_attribute_raises_plain_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'Person' object has no attribute 'naem'") as caught:
        _ = from_dict(Person, COMPLETE).naem  # type: ignore[attr-defined]
    assert not isinstance(caught.value, MissingFieldError)


@pytest.mark.parametrize("name", sorted(COMPLETE))
def test_null_is_accepted_and_preserved_in_every_field(name: str) -> None:
    person = from_dict(Person, {**COMPLETE, name: None})
    assert to_dict(person)[name] is None


@pytest.mark.parametrize("data", [{}, {"id": "p1"}, COMPLETE, {**COMPLETE, "new": 1}])
def test_incomplete_objects_can_be_compared_pickled_and_copied(data: dict[str, Any]) -> None:
    person = from_dict(Person, data)
    assert person == from_dict(Person, data)
    assert person != from_dict(Person, {**data, "id": "other"})
    assert pickle.loads(pickle.dumps(person)) == person
    assert copy.copy(person) == person
    assert copy.deepcopy(person) == person
    assert repr(person).startswith("Person(")


def test_repr_hides_secrets_and_names_unknown_fields() -> None:
    text = repr(from_dict(Person, {"id": "p1", "token": "s3cret", "later": "zzz"}))
    assert text == "Person(id='p1', token=<hidden>, extra_fields={later})"


def test_models_can_be_instantiated() -> None:
    cat = Cat(lives=9)
    assert to_dict(cat) == {"kind": "cat", "lives": 9}
    person = Person(id="p1", color="red", born=datetime(2021, 1, 1, tzinfo=UTC), nick=None, pets=[cat])
    assert person.age is None
    assert to_dict(person) == {
        "id": "p1",
        "color": "red",
        "born": "2021-01-01T00:00:00.000Z",
        "nick": None,
        "pets": [to_dict(cat)],
    }


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], "expected an object at $"),
        ("text", "expected an object at $"),
        (7, "expected an object at $"),
        ({**COMPLETE, "pets": {}}, "expected an array at $.pets"),
        ({**COMPLETE, "pets": "cat"}, "expected an array at $.pets"),
        ({**COMPLETE, "pets": [{"kind": "cat"}, 7]}, "expected an object at $.pets[1]"),
        ({**COMPLETE, "pets": [{"kind": "cat", "lives": []}]}, "expected a scalar value at $.pets[0].lives"),
        ({**COMPLETE, "labels": []}, "expected an object at $.labels"),
        ({**COMPLETE, "labels": {"a": {}}}, "expected a scalar value at $.labels.a"),
        ({**COMPLETE, "id": {}}, "expected a scalar value at $.id"),
        ({**COMPLETE, "born": []}, "expected a scalar value at $.born"),
        ({**COMPLETE, "oddName#1": []}, "expected a scalar value at $.oddName#1"),
        ({**COMPLETE, "boss": "dog"}, "expected an object at $.boss"),
        ({**COMPLETE, "color": []}, "expected a scalar value at $.color"),
    ],
)
def test_wrong_structure_raises_error_with_path(data: Any, message: str) -> None:
    with pytest.raises(StructureError) as caught:
        from_dict(Person, data)
    assert str(caught.value) == message


@pytest.mark.parametrize("message", ["text", "", ["one", "two"], [], None])
def test_text_or_list_of_texts(message: Any) -> None:
    body = from_dict(ErrorBody, {"code": "c", "message": message, "errors": ["text", {"field": "name"}, [7]]})
    assert body.message == message
    assert body.errors == ["text", {"field": "name"}, [7]]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("text", "expected an object at $"),
        (["text"], "expected an object at $"),
        ({"message": {"text": "no"}}, "expected a scalar value at $.message"),
        ({"message": [["no"]]}, "expected a scalar value at $.message"),
        ({"errors": "text"}, "expected an array at $.errors"),
        ({"errors": {}}, "expected an array at $.errors"),
        ({"code": {}}, "expected a scalar value at $.code"),
    ],
)
def test_error_body_of_the_wrong_structure(data: Any, message: str) -> None:
    with pytest.raises(StructureError) as caught:
        from_dict(ErrorBody, data)
    assert str(caught.value) == message


def test_lists_of_models() -> None:
    assert from_dict(list[Cat], [{"lives": 1}, {"lives": 2}])[1].lives == 2
    with pytest.raises(StructureError, match=r"expected an object at \$\[1\]"):
        from_dict(list[Cat], [{"lives": 1}, 5])


@pytest.mark.parametrize("text", ["2021-06-25T19: 07: 33.155Z", "yesterday", ""])
def test_malformed_time_stays_text(text: str) -> None:
    person = from_dict(Person, {**COMPLETE, "born": text})
    assert person.born == text  # type: ignore[comparison-overlap]
    assert to_dict(person)["born"] == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (datetime(2026, 1, 31, 12, tzinfo=UTC), "2026-01-31T12:00:00.000Z"),
        (datetime(2026, 1, 31, 12, tzinfo=timezone(timedelta(hours=2))), "2026-01-31T10:00:00.000Z"),
        (datetime(2026, 1, 31, 12, 0, 0, 123456, UTC), "2026-01-31T12:00:00.123456Z"),
    ],
)
def test_times_are_encoded_in_utc(value: datetime, text: str) -> None:
    assert format_time(value) == text


@pytest.mark.parametrize("text", ["2026-01-31T12:00:00", "2026-01-31T12:00:00.123000"])
def test_time_without_an_offset_is_preserved(text: str) -> None:
    person = from_dict(Person, {"id": "p1", "born": text, "nick": text})
    assert person.born == datetime.fromisoformat(text)
    assert to_dict(person) == {"id": "p1", "born": text, "nick": text}
    assert to_dict({"people": [person]})["people"][0]["born"] == text


def test_argument_without_an_offset_is_rejected() -> None:
    person = from_dict(Person, {"id": "p1", "born": "2026-01-31T12:00:00"})
    with pytest.raises(InvalidArgumentError, match=r"^until: the datetime 2026-01-31 12:00:00 has no time zone"):
        to_dict({"person": person, "until": datetime(2026, 1, 31, 12)})


def test_unsupported_type_raises_type_error() -> None:
    with pytest.raises(TypeError, match="set can't be encoded as JSON"):
        to_dict({"a": {1, 2}})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from([*COMPLETE, "extra"]) | st.text(), JSON))
def test_any_json_decodes_or_raises_error_with_path(data: dict[str, Any]) -> None:
    try:
        person = from_dict(Person, data)
    except StructureError as caught:
        error = caught
    else:
        assert repr(person)
        assert set(to_dict(person)) == set(data)
        return
    assert error.path.startswith("$")
