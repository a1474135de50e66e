from typing import Any

import pytest

from workos_emulator import Emulator

from ..support import Api

PATH = "/connect/applications"
OAUTH = {"application_type": "oauth", "name": "App", "is_first_party": True}


def create(api: Api, status: int = 201, **fields: Any) -> Any:
    return api("POST", PATH, status, json=OAUTH | fields)


def test_oauth_application(api: Api) -> None:
    uris = [{"uri": "https://a.example.com/cb"}, {"uri": "https://b.example.com/cb", "default": True}]
    created = create(api, redirect_uris=uris, scopes=["openid"], uses_pkce=True, description="D")
    assert created["id"].startswith("conn_app_")
    assert created["client_id"].startswith("client_")
    assert [item["default"] for item in created["redirect_uris"]] == [False, True]
    assert (created["uses_pkce"], created["scopes"], created["description"]) == (True, ["openid"], "D")
    assert api("GET", f"{PATH}/{created['id']}") == created
    assert api("GET", f"{PATH}/{created['client_id']}") == created

    path = f"{PATH}/{created['id']}"
    assert api("PUT", path, json={}) == created
    changed = api("PUT", path, json={"name": "New", "cors_origins": ["https://a.example.com"]})
    assert changed == created | {"name": "New", "cors_origins": ["https://a.example.com"]}
    cleared = api("PUT", path, json={"description": None, "scopes": None, "redirect_uris": None, "cors_origins": None})
    assert cleared == changed | {"description": None, "scopes": [], "redirect_uris": [], "cors_origins": []}
    api("DELETE", path, 204)
    api("GET", path, 404)
    api("DELETE", path, 404)


def test_m2m_application(api: Api) -> None:
    organization = api.organization()
    body = {"application_type": "m2m", "name": "Job", "organization_id": organization["id"]}
    created = api("POST", PATH, 201, json=body)
    assert (created["application_type"], created["organization_id"]) == ("m2m", organization["id"])
    assert "redirect_uris" not in created
    refused = api("PUT", f"{PATH}/{created['id']}", 422, json={"redirect_uris": [{"uri": "https://a.example.com"}]})
    assert refused["errors"] == [{"field": "redirect_uris", "code": "not_allowed"}]
    api("POST", PATH, 404, json=body | {"organization_id": "org_none"})
    api("DELETE", f"/organizations/{organization['id']}")
    api("GET", f"{PATH}/{created['id']}", 404)


def test_list(api: Api) -> None:
    organization = api.organization()
    first = create(api)
    third_party = create(api, is_first_party=False, organization_id=organization["id"])
    assert [item["id"] for item in api("GET", PATH)["data"]] == [third_party["id"], first["id"]]
    assert api("GET", PATH, params={"organization_id": organization["id"]})["data"] == [third_party]
    assert api("GET", PATH, params={"registration_types": "dynamic"})["data"] == []
    assert len(api("GET", PATH, params={"registration_types": "dynamic,authenticated"})["data"]) == 2


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"is_first_party": False}, "organization_id"),
        ({"application_type": "other"}, "application_type"),
        ({"name": None}, "name"),
        ({"redirect_uris": [{"uri": "none"}]}, "redirect_uris.0.uri"),
        ({"cors_origins": ["https://a.example.com", "none"]}, "cors_origins.1"),
    ],
)
def test_errors(api: Api, fields: Any, field: str) -> None:
    assert create(api, 422, **fields)["errors"][0]["field"] == field


def test_secrets(api: Api) -> None:
    application = create(api)
    path = f"{PATH}/{application['id']}/client_secrets"
    made = [api("POST", path, 201, json={}) for _ in range(5)]
    assert len({item["secret"] for item in made}) == 5
    assert made[0]["secret"].endswith(made[0]["secret_hint"])
    api("POST", path, 422, json={})
    assert api("GET", path) == [{k: v for k, v in item.items() if k != "secret"} for item in reversed(made)]
    api("DELETE", f"/connect/client_secrets/{made[0]['id']}", 204)
    api("DELETE", f"/connect/client_secrets/{made[0]['id']}", 404)
    assert len(api("GET", path)) == 4
    api("DELETE", f"{PATH}/{application['id']}", 204)
    api("DELETE", f"/connect/client_secrets/{made[1]['id']}", 404)


def test_deleting_an_application_deletes_authorizations(api: Api, emulator: Emulator) -> None:
    user, organization, application = api.user(), api.organization(), create(api)
    emulator.seed.authorized_application(user["id"], organization["id"], application_id=application["id"])
    path = f"/user_management/users/{user['id']}/authorized_applications"
    assert api("GET", path)["data"][0]["application"] == application
    api("DELETE", f"{PATH}/{application['id']}", 204)
    assert api("GET", path)["data"] == []


def complete(api: Api, id: str, status: int = 200, options: Any = None, **user: Any) -> Any:
    body = {"external_auth_id": id, "user": {"id": "u1", "email": "ada@example.com", **user}}
    if options is not None:
        body["user_consent_options"] = options
    return api("POST", "/authkit/oauth2/complete", status, json=body)


def test_standalone_connect(api: Api, emulator: Emulator) -> None:
    id = emulator.seed.external_auth("https://authkit.example.com/cb?x=1")
    done = complete(api, id, first_name="Ada", metadata={"k": "v"})
    assert done["redirect_uri"] == f"https://authkit.example.com/cb?x=1&external_auth_id={id}"
    user = api("GET", "/user_management/users/external_id/u1")
    assert (user["email"], user["first_name"], user["metadata"]) == ("ada@example.com", "Ada", {"k": "v"})
    assert complete(api, id, 400)["code"] == "external_auth_session_already_completed"
    complete(api, emulator.seed.external_auth(), email="new@example.com", last_name="L")
    changed = api("GET", "/user_management/users/external_id/u1")
    assert (changed["id"], changed["email"], changed["first_name"]) == (user["id"], "new@example.com", "Ada")


def test_standalone_connect_errors(api: Api, emulator: Emulator) -> None:
    id = emulator.seed.external_auth()
    complete(api, "none", 404)
    assert complete(api, id, 400, email="none")["code"] == "invalid_email"
    option = {"claim": "c", "type": "enum", "label": "L", "choices": [{"value": "v", "label": "V"}]}
    assert complete(api, id, 400, [option])["code"] == "user_consent_options_not_supported"
    api.user("bob@example.com")
    assert complete(api, id, 400, email="bob@example.com")["code"] == "email_not_available"
    complete(api, emulator.seed.external_auth(takes_consent_options=True), 200, [option])
    emulator.settings.email_change_enabled = False
    assert complete(api, id, 400, email="new@example.com")["code"] == "email_change_not_allowed"
    complete(api, id)
