"""The methods of models and pages: encoding, decoding, copies, comparison."""

import copy
import json
import pickle
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import attrs
import pytest

from workos_core.errors import InvalidArgumentError, MissingFieldError
from workos_core.models.organizations import Organization
from workos_core.models.user_management import User
from workos_core.pagination import ListMetadata, Page
from workos_core.serialization.model import UNSET
from workos_core.serialization.unstructure import to_dict

ORGANIZATION: dict[str, Any] = {
    "object": "organization",
    "id": "org_1",
    "name": "Größe",
    "domains": [{"object": "organization_domain", "id": "org_domain_1", "domain": "example.com"}],
    "external_id": None,
    "created_at": "2026-01-31T12:00:00.000Z",
    "new_field": {"nested": [1]},
}
PAGE = {"object": "list", "data": [ORGANIZATION], "list_metadata": {"before": None, "after": "org_1"}}


@pytest.fixture
def organization() -> Organization:
    """An incomplete organization: `metadata` and `updated_at` are missing, and `new_field` is unknown."""
    return Organization.from_dict(ORGANIZATION)


def test_a_model_returns_the_json_it_was_made_from(organization: Organization) -> None:
    assert organization.to_dict() == dict(organization) == json.loads(organization.to_json()) == ORGANIZATION
    assert organization.created_at == datetime(2026, 1, 31, 12, tzinfo=UTC)
    assert organization.domains[0].to_dict() == ORGANIZATION["domains"][0]


def test_json_text_is_readable(organization: Organization) -> None:
    assert "Größe" in organization.to_json()
    assert organization.to_json(indent=2).startswith('{\n  "object"')


def test_to_dict_shares_nothing_with_the_model(organization: Organization) -> None:
    organization.to_dict()["domains"].clear()
    organization.to_dict()["new_field"]["nested"].clear()
    assert organization.to_dict() == ORGANIZATION


def test_replace_copies_incomplete_models(organization: Organization) -> None:
    copied = organization.replace(name="Other", external_id=UNSET)
    expected = {**ORGANIZATION, "name": "Other"}
    del expected["external_id"]
    assert copied.to_dict() == expected
    assert organization.to_dict() == ORGANIZATION
    with pytest.raises(MissingFieldError):
        _ = copied.metadata


@pytest.mark.skipif(sys.version_info < (3, 13), reason="copy.replace is new in Python 3.13")
def test_copy_replace(organization: Organization) -> None:
    replace: Callable[..., Any] = getattr(copy, "replace")  # noqa: B009
    assert replace(organization, name="Other") == organization.replace(name="Other")
    page = Page.from_dict(PAGE, Organization)
    assert replace(page, data=[]) == page.replace(data=[])


def test_replace_rejects_unknown_fields(organization: Organization) -> None:
    with pytest.raises(
        InvalidArgumentError, match=r"^Organization has no field 'nam'; its fields are object, id, name, "
    ):
        organization.replace(nam="Other")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (None, r"^expected an object at \$$"),
        ([], r"^expected an object at \$$"),
        ({"domains": "example.com"}, r"^expected an array at \$\.domains$"),
        ({"domains": [{"domain": {}}]}, r"^expected a scalar value at \$\.domains\[0\]\.domain$"),
    ],
)
def test_from_dict_names_the_position_of_a_wrong_structure(data: Any, text: str) -> None:
    with pytest.raises(InvalidArgumentError, match=text):
        Organization.from_dict(data)


def _evolve(model: Any) -> object:
    return attrs.evolve(model, name="Other")


@pytest.mark.parametrize(
    ("call", "instead"),
    [
        (attrs.asdict, r"to_dict\(\)"),
        (attrs.astuple, r"to_dict\(\)"),
        (_evolve, r"replace\(…\)"),
    ],
)
def test_functions_of_attrs_name_the_method_to_call(call: Callable[[Any], object], instead: str) -> None:
    complete = Organization(
        id="org_1",
        name="Example",
        domains=[],
        metadata={},
        external_id=None,
        created_at=datetime.now(UTC),
        updated_at=datetime.now(UTC),
    )
    with pytest.raises(InvalidArgumentError, match=rf"call its method {instead} instead"):
        call(complete)
    assert attrs.has(Organization)
    assert attrs.fields(Organization).name.name == "name"
    assert [each.name for each in attrs.fields(Organization)][:2] == ["object", "id"]


def test_equality(organization: Organization) -> None:
    assert organization == Organization.from_dict(ORGANIZATION)
    assert organization != organization.replace(name="Other")
    assert organization != Organization.from_dict({**ORGANIZATION, "new_field": 1})
    assert organization != ORGANIZATION


def test_hashing_is_rejected_with_advice(organization: Organization) -> None:
    with pytest.raises(
        TypeError, match=r"^Organization can't be hashed because it is mutable; use a field, such as its id, as the key"
    ):
        hash(organization)


def test_copies_are_equal(organization: Organization) -> None:
    for copied in (copy.copy(organization), copy.deepcopy(organization), pickle.loads(pickle.dumps(organization))):
        assert copied == organization
        assert copied.to_dict() == ORGANIZATION


def test_pages() -> None:
    page = Page.from_dict(PAGE, Organization)
    assert page.to_dict() == dict(page) == json.loads(page.to_json()) == PAGE
    assert page[0] == page.data[0] == Organization.from_dict(ORGANIZATION)
    assert page[:1] == page.data
    assert page["list_metadata"] == PAGE["list_metadata"]
    assert to_dict({"page": page}) == {"page": PAGE}
    assert page.replace(list_metadata=ListMetadata(None, None)).to_dict() == {
        **PAGE,
        "list_metadata": {"before": None, "after": None},
    }
    assert (bool(page), len(page), list(page)) == (True, 1, page.data)
    assert not page.replace(data=[])


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ([], r"^expected an object at \$$"),
        ({}, r"^expected an array at \$\.data$"),
        ({"data": None}, r"^expected an array at \$\.data$"),
        ({"data": [5]}, r"^expected an object at \$\.data\[0\]$"),
        ({"data": [], "list_metadata": "x"}, r"^expected an object at \$\.list_metadata$"),
    ],
)
def test_pages_of_a_wrong_structure(data: Any, text: str) -> None:
    with pytest.raises(InvalidArgumentError, match=text):
        Page.from_dict(data, User)


def test_a_page_without_cursors_is_the_only_one() -> None:
    assert Page.from_dict({"data": []}, User).list_metadata == ListMetadata(None, None)


def test_pydantic_is_not_imported() -> None:
    code = (
        "import sys; from workos_core.models import Organization; from workos_async import WorkOS; import workos_core.pagination;"
        "Organization.from_dict({'id': 'org_1'}).to_json(); WorkOS('sk_test_1'); assert 'pydantic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
