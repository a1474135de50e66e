"""Models and pages in pydantic and FastAPI."""

from types import GenericAlias
from typing import Annotated, Any

import pytest

pytest.importorskip("fastapi", reason="nox -s web installs the frameworks")
from fastapi import Body, FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel, TypeAdapter, ValidationError

import workos_core.models
from tests.core.auth.sessions.test_results import CLAIMS
from workos_core.auth.identity.identity import AuthenticatedUser, Identity, from_session
from workos_core.auth.sessions.results import SessionAuthenticated
from workos_core.models.organizations import Organization
from workos_core.models.user_management import User
from workos_core.pagination import ListMetadata, Page
from workos_core.serialization.model import Model

ORGANIZATION: dict[str, Any] = {
    "object": "organization",
    "id": "org_1",
    "name": "Example",
    "domains": [{"object": "organization_domain", "id": "org_domain_1", "domain": "example.com"}],
    "external_id": None,
    "created_at": "2026-01-31T12:00:00.000Z",
    "new_field": 1,
}
SESSION = SessionAuthenticated(
    {"object": "user", "id": "user_1", "email": "ada@example.com", "new_field": 1},
    CLAIMS,
    "secret",
    {"email": "support@example.com", "reason": None},
)
IDENTITY = from_session(SESSION)
PAGE = {"object": "list", "data": [ORGANIZATION], "list_metadata": {"before": None, "after": "org_1"}}
MODELS = [
    value
    for value in (getattr(workos_core.models, name) for name in workos_core.models.__all__)
    if isinstance(value, type) and issubclass(value, Model)
]


class Customer(BaseModel):
    organization: Organization
    users: list[User] = []
    page: Page[Organization] | None = None


def test_a_model_is_a_field_of_a_pydantic_model() -> None:
    organization = Organization.from_dict(ORGANIZATION)
    page = Page([organization], ListMetadata(None, "org_1"))
    customer = Customer(organization=organization, page=page)
    assert customer.organization is organization
    assert customer.model_dump() == {"organization": ORGANIZATION, "users": [], "page": PAGE}
    assert Customer.model_validate_json(customer.model_dump_json()) == customer
    assert Customer.model_validate({"organization": ORGANIZATION, "page": PAGE}) == customer


def test_times_without_an_offset_are_preserved() -> None:
    data = {**ORGANIZATION, "created_at": "2026-01-31T12:00:00"}
    customer = Customer.model_validate({"organization": data})
    assert customer.model_dump()["organization"] == data
    assert Customer.model_validate_json(customer.model_dump_json()) == customer


@pytest.mark.parametrize(
    ("data", "location", "text"),
    [
        ({"organization": 5}, ("organization",), "Input should be an object or an instance of Organization"),
        ({"organization": {"domains": 5}}, ("organization",), "expected an array at $.domains"),
        ({"organization": {}, "page": {"data": [5]}}, ("page",), "expected an object at $.data[0]"),
    ],
)
def test_invalid_fields(data: Any, location: tuple[str, ...], text: str) -> None:
    with pytest.raises(ValidationError) as raised:
        Customer.model_validate(data)
    (error,) = raised.value.errors()
    assert (error["loc"], error["msg"]) == (location, text)


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_every_model_has_a_json_schema_with_its_fields(mode: Any) -> None:
    assert len(MODELS) > 300
    for each in MODELS:
        kind: Any = GenericAlias(list, (each,))
        schema = TypeAdapter[Any](kind).json_schema(mode=mode)
        names = {attribute.metadata.get("wire", attribute.name) for attribute in each.__model_fields__}
        assert set(schema["$defs"][each.__name__].get("properties", {})) == names


def new_app() -> FastAPI:
    app = FastAPI()
    organization = Organization.from_dict(ORGANIZATION)
    page = Page([organization], ListMetadata(None, "org_1"))

    @app.get("/model")
    def _model() -> Organization:
        return organization

    @app.get("/list")
    def _list() -> list[Organization]:
        return [organization]

    @app.get("/page")
    def _page() -> Page[Organization]:
        return page

    @app.get("/unannotated/model", response_model=None)
    def _unannotated_model() -> object:
        return organization

    @app.get("/unannotated/list", response_model=None)
    def _unannotated_list() -> object:
        return [organization]

    @app.get("/unannotated/page", response_model=None)
    def _unannotated_page() -> object:
        return page

    @app.post("/model")
    def _body(organization: Annotated[Organization, Body()]) -> Organization:
        return organization.replace(name="Other")

    return app


@pytest.mark.parametrize("prefix", ["", "/unannotated"])
def test_responses_of_fastapi(prefix: str) -> None:
    client = TestClient(new_app())
    assert client.get(f"{prefix}/model").json() == ORGANIZATION
    assert client.get(f"{prefix}/list").json() == [ORGANIZATION]
    assert client.get(f"{prefix}/page").json() == PAGE


def test_bodies_of_fastapi() -> None:
    client = TestClient(new_app())
    assert client.post("/model", json=ORGANIZATION).json() == {**ORGANIZATION, "name": "Other"}
    assert client.post("/model", json={"domains": 5}).status_code == 422


def test_openapi_shows_the_fields() -> None:
    document = TestClient(new_app()).get("/openapi.json").json()
    schemas = document["components"]["schemas"]
    assert {"Organization", "OrganizationDomain", "Page_Organization_", "ListMetadata"} <= set(schemas)
    assert schemas["Organization"]["properties"]["created_at"]["format"] == "date-time"
    assert schemas["Organization"]["properties"]["domains"]["items"]["$ref"].endswith("/OrganizationDomain")
    assert schemas["Page_Organization_"]["properties"]["data"]["items"]["$ref"].endswith("/Organization")
    response = document["paths"]["/page"]["get"]["responses"]["200"]
    assert response["content"]["application/json"]["schema"]["$ref"].endswith("/Page_Organization_")


# Identities


class Report(BaseModel):
    author: Identity


def identity_app() -> FastAPI:
    app = FastAPI()

    @app.get("/identity")
    def _identity() -> AuthenticatedUser:
        return IDENTITY

    @app.get("/optional")
    def _optional() -> Identity | None:
        return IDENTITY

    @app.get("/list")
    def _list() -> list[Identity]:
        return [IDENTITY]

    @app.get("/session")
    def _session() -> SessionAuthenticated:
        return SESSION

    @app.get("/unannotated/identity")
    def _unannotated_identity():  # type: ignore[no-untyped-def]
        return IDENTITY

    @app.get("/unannotated/list")
    def _unannotated_list():  # type: ignore[no-untyped-def]
        return [IDENTITY]

    @app.get("/unannotated/session")
    def _unannotated_session():  # type: ignore[no-untyped-def]
        return SESSION

    @app.post("/forged")
    def _forged(identity: Annotated[Identity, Body()]) -> str:
        raise AssertionError("an identity was created from the data of a request")

    @app.get("/forged")
    def _forged_query(identity: Identity) -> str:
        raise AssertionError("an identity was created from the data of a request")

    return app


@pytest.mark.parametrize("prefix", ["", "/unannotated"])
def test_identities_as_responses(prefix: str) -> None:
    client = TestClient(identity_app())
    assert client.get(f"{prefix}/identity").json() == IDENTITY.to_dict()
    assert client.get(f"{prefix}/list").json() == [IDENTITY.to_dict()]
    assert client.get(f"{prefix}/session").json() == SESSION.to_dict()
    assert client.get("/optional").json()["user"]["email"] == "ada@example.com"
    for path in (f"{prefix}/identity", f"{prefix}/list", f"{prefix}/session"):
        assert "secret" not in client.get(path).text
        assert "session_1" not in client.get(path).text


def test_openapi_shows_the_fields_of_identities() -> None:
    schemas = TestClient(identity_app()).get("/openapi.json").json()["components"]["schemas"]
    for name, value in (("AuthenticatedUser", IDENTITY), ("SessionAuthenticated", SESSION)):
        assert set(schemas[name]["properties"]) == set(value.to_dict())
        assert set(schemas[name]["required"]) == set(value.to_dict())
    assert schemas["AuthenticatedUser"]["properties"]["user_id"]["type"] == "string"
    assert {"email", "created_at"} <= set(schemas["User"]["properties"])


def test_requests_cannot_contain_an_identity() -> None:
    client = TestClient(identity_app())
    for response in (
        client.post("/forged", json=IDENTITY.to_dict()),
        client.get("/forged", params={"identity": IDENTITY.to_json()}),
    ):
        assert response.status_code == 422
        assert "which can't be created from the data of a request" in response.json()["detail"][0]["msg"]


def test_an_identity_is_a_field_of_a_pydantic_model() -> None:
    report = Report(author=IDENTITY)
    assert report.author is IDENTITY
    assert report.model_dump() == {"author": IDENTITY.to_dict()}
    assert "secret" not in report.model_dump_json()
    with pytest.raises(ValidationError, match="instance of Identity"):
        Report.model_validate(report.model_dump())
