"""Query parameters: the forms of arrays, and parameters that the operation does not document."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from workos_emulator import Emulator
from workos_emulator.http import query, spec

from ..support import Api


def encodings(name: str, *values: str) -> list[str]:
    return [
        f"{name}={','.join(values)}",
        "&".join(f"{name}={value}" for value in values),
        "&".join(f"{name}[]={value}" for value in values),
        "&".join(f"{name}%5B%5D={value}" for value in values),
        "&".join(f"{name}[{index}]={value}" for index, value in enumerate(values)),
    ]


ARRAYS = [
    (operation.id, parameter.name)
    for operation in spec.load().operations.values()
    for parameter in operation.parameters
    if parameter.location == "query" and spec.load().resolve(parameter.schema).get("type") == "array"
]


@pytest.mark.parametrize(("operation_id", "name"), ARRAYS)
def test_every_array_parameter(operation_id: str, name: str) -> None:
    operation = spec.load().operations[operation_id]
    for text in encodings(name, "one", "two"):
        assert query.read(operation, text)[name] == ["one", "two"]
        assert query.unknown_names(operation, text) == []
    assert len(ARRAYS) == 6


def test_events(api: Api) -> None:
    api.organization()
    api.user()
    for text in encodings("events", "user.created", "organization.created"):
        assert len(api("GET", f"/events?{text}")["data"]) == 2
    assert len(api("GET", "/events?events[]=user.created")["data"]) == 1


def test_domains(api: Api) -> None:
    acme = api.organization(domain_data=[{"domain": "acme.com", "state": "verified"}])
    api.organization("Other")
    for text in encodings("domains", "acme.com", "none.com"):
        assert [each["id"] for each in api("GET", f"/organizations?{text}")["data"]] == [acme["id"]]


def test_statuses(api: Api) -> None:
    membership = api.membership(api.user(), api.organization())
    api("PUT", f"/user_management/organization_memberships/{membership['id']}/deactivate")
    path = f"/user_management/organization_memberships?user_id={membership['user_id']}"
    assert api("GET", path)["data"] == []
    for text in encodings("statuses", "inactive", "pending"):
        assert len(api("GET", f"{path}&{text}")["data"]) == 1
    api("GET", f"{path}&statuses[]=gone", 400)


def test_unknown_parameters_are_logged(api: Api, emulator: Emulator) -> None:
    api("GET", "/organizations?limit=1&color=red&domain[]=a&limit[]=2&search[x]=1")
    entry = api("GET", "/_emulator/requests")["data"][-1]
    assert entry["unknown_parameters"] == ["color", "domain[]", "limit[]", "search[x]"]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/organizations?limit=1&color=red", None),
        ("POST", "/organizations?color=red", {"name": "Acme"}),
        ("GET", "/vault/v1/kv?color=red", None),
        ("GET", "/sso/token?color=red", None),
    ],
)
def test_strict_query_parameters(api: Api, emulator: Emulator, method: str, path: str, body: Any) -> None:
    emulator.settings.strict_query_parameters = True
    response = api.client.request(method, path, json=body)
    assert response.status_code in (400, 405, 422)
    if response.status_code != 405:
        assert "unknown_parameter" in response.text
        assert "color" in response.text


def test_strict_query_parameters_accept_documented_ones(api: Api, emulator: Emulator) -> None:
    emulator.settings.strict_query_parameters = True
    api("GET", "/events?events[]=user.created&limit=1")
    query = "client_id=client_emulator&response_type=code&redirect_uri=https%3A%2F%2Fa.example.com%2Fcb&provider=GoogleOAuth"
    extra = "provider_query_params[hd]=acme.com&provider_scopes=a&provider_scopes=b"
    response = api.client.get(f"/user_management/authorize?{query}&{extra}")
    assert parse_qs(urlsplit(response.headers["location"]).query)["flow"]
