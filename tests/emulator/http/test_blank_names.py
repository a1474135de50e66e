"""Blank names are rejected."""

from typing import Any

import pytest

from ..support import Api

BLANK = ("", " ", "\t\n ")


@pytest.mark.parametrize("blank", BLANK)
@pytest.mark.parametrize(
    ("method", "path", "body", "field"),
    [
        ("POST", "/organizations", {}, "name"),
        ("PUT", "/organizations/{organization}", {}, "name"),
        ("POST", "/organizations/{organization}/groups", {}, "name"),
        ("POST", "/organizations/{organization}/api_keys", {}, "name"),
        ("POST", "/authorization/roles", {"slug": "a"}, "name"),
        ("PATCH", "/authorization/roles/member", {}, "name"),
        (
            *("POST", "/authorization/resources"),
            {"name": "A", "resource_type_slug": "a", "organization_id": "org_1"},
            "external_id",
        ),
        ("POST", "/authorization/permissions", {"slug": "a"}, "name"),
        ("POST", "/authorization/organizations/{organization}/roles", {"slug": "org-a"}, "name"),
        ("POST", "/connect/applications", {"application_type": "oauth", "is_first_party": True}, "name"),
        ("POST", "/agents/blueprints", {}, "name"),
        ("POST", "/vault/v1/kv", {"value": "v", "key_context": {"k": "v"}}, "name"),
    ],
)
def test_blank(api: Api, method: str, path: str, body: dict[str, Any], field: str, blank: str) -> None:
    organization = api.organization()
    response = api.client.request(method, path.format(organization=organization["id"]), json={**body, field: blank})
    assert response.status_code == 422, response.text
    assert field in response.text
    assert "required" in response.text or field == "external_id"  # which has a format


def test_blank_provider_name(api: Api) -> None:
    provider = {"name": " ", "authorization_url": "https://p.example.com/a", "token_url": "https://p.example.com/t"}
    response = api.client.post("/data-integrations", json={"provider": "custom", "custom_provider": provider})
    assert {"field": "custom_provider.name", "code": "required"} in response.json()["errors"]


def test_parts_of_a_persons_name_may_be_blank(api: Api) -> None:
    user = api.user(first_name="", name=" ")
    api("PUT", f"/user_management/users/{user['id']}", json={"first_name": "", "last_name": "", "name": ""})
