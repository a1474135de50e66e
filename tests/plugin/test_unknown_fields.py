"""Factories and seeds name the field that they don't have, and the fields that they have."""

import pytest

from workos_emulator import Emulator, SeedError
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
