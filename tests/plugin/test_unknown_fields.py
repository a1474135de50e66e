"""Factories and seeds name the field that they don't have, and the IDs of objects that do not exist."""

import pytest

from workos_emulator import Emulator, SeedError, UnknownIdError
from workos_emulator.seeding.factories.catalog import factories
from workos_testing import Factory


@pytest.fixture
def emulator() -> Emulator:
    return Emulator(seed="unknown fields")


@pytest.mark.parametrize("factory", factories())
def test_every_factory_rejects_an_unknown_field(factory: str, emulator: Emulator) -> None:
    with pytest.raises(ValueError, match=f"^{factory}: unknown field 'unheard_of'; (use one of|there are no fields)"):
        emulator.create(factory, unheard_of=1)
    with pytest.raises(SeedError, match=f"{factory}: unknown field 'unheard_of'; (use one of|there are no fields)"):
        emulator.load({factory: [{"unheard_of": 1}]})


def test_the_closest_field_is_suggested(emulator: Emulator) -> None:
    factory = Factory(emulator)
    with pytest.raises(
        ValueError, match="users: unknown field 'emial'; did you mean 'email'\\? The fields are email, "
    ):
        factory.user(emial="ada@example.com")
    assert list(emulator.environment.state.users) == []
    with pytest.raises(ValueError, match="memberships: unknown field 'role_slug'; did you mean 'role_slugs'"):
        factory.membership(role_slug="admin")


def test_fields_of_nested_objects(emulator: Emulator) -> None:
    misspelled = {"name": "Acme", "domain_data": [{"domain": "acme.com", "sate": "verified"}]}
    with pytest.raises(
        ValueError, match=r"^organizations\.domain_data\[0\]: unknown field 'sate'; did you mean 'state'"
    ):
        Factory(emulator).organization(**misspelled)
    with pytest.raises(SeedError, match="organizations: unknown field 'sate'; did you mean 'state'"):
        emulator.load({"organizations": [misspelled]})


def test_metadata_and_custom_attributes_have_any_fields(emulator: Emulator) -> None:
    factory = Factory(emulator)
    assert factory.user(metadata={"plan": "gold"}).metadata == {"plan": "gold"}
    assert factory.directory_user(custom_attributes={"team": {"lead": "ada"}}).custom_attributes


REFERENCES = [(factory.name, field) for factory in factories().values() for field in factory.references]


@pytest.mark.parametrize(("factory", "field"), REFERENCES, ids=[".".join(pair) for pair in REFERENCES])
def test_every_reference_to_an_unknown_object_is_named(factory: str, field: str, emulator: Emulator) -> None:
    value = ["unknown_1"] if field.endswith("_ids") else "unknown_1"
    referenced = factories()[factory].references[field]
    text = (
        rf"^{factory}: no object of {referenced} has the ID 'unknown_1' \({field}\); create it first, or omit {field}$"
    )
    with pytest.raises(UnknownIdError, match=text) as caught:
        emulator.create(factory, **{field: value})
    assert isinstance(caught.value, KeyError)
    assert isinstance(caught.value, ValueError)
    assert caught.value.id == "unknown_1"
