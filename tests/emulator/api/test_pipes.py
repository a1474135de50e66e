from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from workos_emulator import Clock

from ..support import Api

PATH = "/data-integrations"


def integration(api: Api, provider: str = "github", **fields: Any) -> Any:
    return api("POST", PATH, 201, json={"provider": provider, **fields})


def test_integration_lifecycle(api: Api) -> None:
    made = integration(
        api, scopes=["repo"], credentials={"type": "custom", "client_id": "c", "client_secret": "12345678"}
    )
    assert (made["state"], made["integration_type"], made["custom_provider"]) == ("valid", "github", None)
    assert made["credentials"] == {"type": "custom", "client_id": "c", "redacted_client_secret": "****5678"}
    assert api("GET", f"{PATH}/github") == made
    api("POST", PATH, 409, json={"provider": "github"})
    api("POST", PATH, 400, json={"provider": "Git Hub"})

    changed = api("PUT", f"{PATH}/github", json={"enabled": False, "scopes": None, "description": "Code"})
    assert (changed["enabled"], changed["scopes"], changed["description"]) == (False, None, "Code")
    assert changed["credentials"] == made["credentials"]
    api("PUT", f"{PATH}/github", 400, json={"custom_provider": {"name": "X"}})
    api("DELETE", f"{PATH}/github", 204)
    api("GET", f"{PATH}/github", 404)


def test_custom_provider(api: Api) -> None:
    made = integration(api, "mine", custom_provider={"name": "Mine", "token_url": "https://mine.example.com/token"})
    assert (made["integration_type"], made["custom_provider"]["request_scope_separator"]) == ("custom", " ")
    patch = {"custom_provider": {"pkce_enabled": True}}
    changed = api("PUT", f"{PATH}/mine", json=patch)["custom_provider"]
    assert (changed["pkce_enabled"], changed["token_url"]) == (True, "https://mine.example.com/token")


def test_integrations_by_ownership(api: Api) -> None:
    of_users, of_organizations = integration(api), integration(api, ownership="organization")
    assert api("GET", f"{PATH}/github")["id"] == of_users["id"]
    assert api("GET", f"{PATH}/github/organization")["id"] == of_organizations["id"]
    listed = api("GET", f"{PATH}?ownership=organization")["data"]
    assert [item["id"] for item in listed] == [of_organizations["id"]]
    assert api("PUT", f"{PATH}/github/organization", json={"enabled": False})["enabled"] is False
    api("DELETE", f"{PATH}/github/organization", 204)
    assert len(api("GET", PATH)["data"]) == 1


def test_integration_with_an_api_key(api: Api) -> None:
    user = api.user()
    made = integration(api, api_key={"secret": "key-abcd", "user_id": user["id"]})
    assert made["auth_methods"] == ["oauth", "api_key"]
    assert (made["installation"]["user_id"], made["installation"]["api_key_last_4"]) == (user["id"], "abcd")
    body = {"user_id": user["id"]}
    credential = api("POST", f"{PATH}/github/credentials", json=body)["credential"]
    assert (credential["auth_method"], credential["value"]) == ("api_key", "key-abcd")
    assert api("POST", f"{PATH}/github/token", 422, json=body)["code"] == "auth_method_mismatch"
    api("PUT", f"{PATH}/github", json={"api_key": {"secret": "key-efgh", "user_id": user["id"]}})
    assert api("POST", f"{PATH}/github/credentials", json=body)["credential"]["value"] == "key-efgh"


def test_user_accounts(api: Api) -> None:
    integration(api, scopes=["repo", "gist"])
    user = api.user()
    path = f"/user_management/users/{user['id']}/connected_accounts/github"
    api("GET", path, 404)
    tokens = {"access_token": "t1", "refresh_token": "r1", "scopes": ["repo"], "account_display_name": "Work"}
    made = api("POST", path, 201, json=tokens)
    assert (made["state"], made["user_id"], made["connection_role"], made["warnings"]) == (
        "connected",
        user["id"],
        "compatibility",
        [],
    )
    api("POST", path, 409, json=tokens)
    second = api("POST", path, 201, json={**tokens, "connection_intent": "add", "access_token": "t2"})
    assert second["connection_role"] == "standard"
    assert second["warnings"][0]["code"] == "duplicate_account_display_name"
    assert api("GET", path)["id"] == made["id"]
    assert api("GET", f"{path}?connected_account_id={second['id']}")["id"] == second["id"]
    api("GET", f"{path}?supports_multiple_connections=true", 409)

    token = api("POST", f"{PATH}/github/token", json={"user_id": user["id"]})["access_token"]
    assert (token["access_token"], token["missing_scopes"]) == ("t1", ["gist"])
    chosen = {"user_id": user["id"], "connected_account_id": second["id"]}
    assert api("POST", f"{PATH}/github/token", json=chosen)["access_token"]["access_token"] == "t2"
    api("POST", f"{PATH}/github/token", 409, json={"user_id": user["id"], "supports_multiple_connections": True})

    assert api("PUT", path, json={"state": "needs_reauthorization"})["state"] == "needs_reauthorization"
    refused = api("POST", f"{PATH}/github/token", json={"user_id": user["id"]})
    assert refused == {"active": False, "error": "needs_reauthorization"}
    assert api("PUT", path, json={"access_token": "t3"})["state"] == "connected"
    api("DELETE", path, 204)
    assert api("GET", path)["id"] == second["id"]
    assert api("GET", path)["connection_role"] == "compatibility"
    events = api("GET", "/events?order=asc&events=pipes.connected_account.disconnected")["data"]
    assert [(e["data"]["id"], e["data"]["state"]) for e in events] == [(made["id"], "disconnected")]


def test_tokens_are_refreshed(api: Api, clock: Clock) -> None:
    integration(api)
    ada, bob = api.user(), api.user("bob@example.com")
    for user, more in ((ada, {"refresh_token": "r"}), (bob, {})):
        body = {"access_token": "t", "expires_at": "2026-01-31T13:00:00.000Z", **more}
        api("POST", f"/user_management/users/{user['id']}/connected_accounts/github", 201, json=body)
    clock.advance(3600)
    fresh = api("POST", f"{PATH}/github/token", json={"user_id": ada["id"]})["access_token"]
    assert fresh["access_token"] != "t"
    assert fresh["expires_at"] == "2026-01-31T14:00:00.000Z"
    stale = api("POST", f"{PATH}/github/token", json={"user_id": bob["id"]})
    assert stale == {"active": False, "error": "needs_reauthorization"}
    stranger = api.user("eve@example.com")
    assert api("POST", f"{PATH}/github/token", json={"user_id": stranger["id"]})["error"] == "not_installed"
    api("POST", f"{PATH}/github/token", 404, json={"user_id": "user_none"})
    api("POST", f"{PATH}/none/token", 404, json={"user_id": ada["id"]})


def test_organization_accounts(api: Api) -> None:
    integration(api, ownership="organization")
    organization, user = api.organization(), api.user()
    path = f"/organizations/{organization['id']}/connected_accounts/github"
    body = {"user_id": user["id"], "access_token": "t"}
    api("POST", path, 403, json=body)
    membership = api.membership(user, organization)
    made = api("POST", path, json=body)
    assert (made["user_id"], made["organization_id"], made["established_by_user_id"]) == (
        None,
        organization["id"],
        user["id"],
    )
    shared = {"user_id": user["id"], "organization_id": organization["id"], "connection_owner": "organization"}
    assert api("POST", f"{PATH}/github/token", json=shared)["access_token"]["access_token"] == "t"
    api("POST", f"{PATH}/github/token", 400, json={"user_id": user["id"], "connection_owner": "organization"})

    api("DELETE", f"/user_management/organization_memberships/{membership['id']}")
    orphan = api("GET", path)
    assert (orphan["state"], orphan["state_reason"], orphan["established_by_user_id"]) == (
        "needs_reauthorization",
        "establishing_member_membership_ended",
        None,
    )
    api("DELETE", path, 204)
    api("GET", path, 404)


@pytest.mark.parametrize(
    ("part", "fields", "method"),
    [
        ("api-key", {"secret": "key-1234"}, "api_key"),
        ("client-credentials", {"client_id": "c", "client_secret": "sec-1234"}, "client_credentials"),
    ],
)
def test_api_keys_and_client_credentials(api: Api, part: str, fields: dict[str, str], method: str) -> None:
    user = api.user()
    integration(api)
    body = {"user_id": user["id"], **fields}
    path = f"{PATH}/github/{part}"
    assert api("PUT", path, 422, json=body)["code"] == "auth_method_mismatch"
    api("DELETE", f"{PATH}/github", 204)
    integration(api, auth_methods=[method])
    first = api("PUT", path, json=body)
    assert (first["auth_method"], first["state"]) == (method, "connected")
    assert api("PUT", path, json={**body, "account_identifier": "x"})["id"] == first["id"]
    second = api("POST", path, json={**body, "connection_intent": "add"})
    assert second["id"] != first["id"]
    credential = api("POST", f"{PATH}/github/credentials", json={"user_id": user["id"]})["credential"]
    assert credential["auth_method"] == method
    again = {**body, "connection_intent": "reauthorize", "connected_account_id": second["id"]}
    assert api("PUT", path, json=again)["id"] == second["id"]


def open_page(api: Api, url: str) -> Any:
    """Open the provider's page and return the query that it redirects to the app with."""
    response = api.client.get(url)
    assert response.status_code == 302
    back = urlsplit(response.headers["location"])
    return {name: values[0] for name, values in parse_qs(back.query).items()}


def test_connect_in_the_browser(api: Api) -> None:
    integration(api, scopes=["repo"])
    user = api.user()
    body = {"user_id": user["id"], "return_to": "https://app.example.com/done?x=1", "account_display_name": "Work"}
    started = api("POST", f"{PATH}/github/authorize", json=body)
    assert started["completion"] is None
    assert open_page(api, started["url"]) == {"x": "1", "state": started["state"]}
    account = api("GET", f"/user_management/users/{user['id']}/connected_accounts/github")
    assert (account["state"], account["scopes"], account["account_display_name"]) == ("connected", ["repo"], "Work")
    assert api.client.get(started["url"]).status_code == 404

    again = {"connection_intent": "reauthorize", "connected_account_id": account["id"], "user_id": user["id"]}
    page = api("POST", f"{PATH}/github/authorize", json=again)["url"]
    assert api.client.get(page).status_code == 200
    assert api("GET", f"/user_management/users/{user['id']}/connected_accounts/github")["id"] == account["id"]
    api("PUT", f"{PATH}/github", json={"enabled": False})
    api("POST", f"{PATH}/github/authorize", 403, json={"user_id": user["id"]})


def test_connect_with_a_verifier(api: Api, clock: Clock) -> None:
    integration(api)
    user, verifier = api.user(), "v" * 43
    challenge = urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")
    body = {"user_id": user["id"], "code_challenge": challenge, "code_challenge_method": "S256"}
    api("POST", f"{PATH}/github/authorize", 400, json=body)
    body["return_to"] = "https://app.example.com/done"

    def code() -> str:
        started = api("POST", f"{PATH}/github/authorize", json=body)
        assert started["completion"] == "finish_required"
        return str(open_page(api, started["url"])["connect_code"])

    wrong = code()
    api("POST", f"{PATH}/finish", 400, json={"connect_code": wrong, "code_verifier": "w" * 43})
    api("POST", f"{PATH}/finish", 400, json={"connect_code": wrong, "code_verifier": verifier})
    late = code()
    clock.advance(90)
    api("POST", f"{PATH}/finish", 400, json={"connect_code": late, "code_verifier": verifier})
    api("GET", f"/user_management/users/{user['id']}/connected_accounts/github", 404)
    done = api("POST", f"{PATH}/finish", json={"connect_code": code(), "code_verifier": verifier})
    account = api("GET", f"/user_management/users/{user['id']}/connected_accounts/github")
    assert done == {"connected_account": account}


def test_data_providers(api: Api) -> None:
    integration(api)
    integration(api, "slack", ownership="organization")
    organization, user = api.organization(), api.user()
    path = f"/user_management/users/{user['id']}"
    made = api("POST", f"{path}/connected_accounts/github", 201, json={"access_token": "t"})
    (provider,) = api("GET", f"{path}/data_providers?supports_multiple_connections=true")["data"]
    assert (provider["slug"], provider["name"], provider["credentials_type"]) == ("github", "Github", "shared")
    assert provider["connected_account"]["id"] == made["id"]
    assert provider["connected_account"]["userlandUserId"] == user["id"]
    assert len(provider["connected_accounts"]) == 1
    (of_organization,) = api("GET", f"/organizations/{organization['id']}/data_providers")["data"]
    assert (of_organization["slug"], of_organization["ownership"]) == ("slack", "organization")

    configurations = f"/organizations/{organization['id']}/data_integration_configurations"
    api("PUT", f"{configurations}/github", json={"enabled": False})
    assert api("GET", f"{path}/data_providers?organization_id={organization['id']}")["data"] == []


def test_configurations(api: Api) -> None:
    integration(api)
    path = f"/organizations/{api.organization()['id']}/data_integration_configurations"
    (untouched,) = api("GET", path)["data"]
    assert (untouched["enabled"], untouched["credentials"]["credentials_type"]) == (True, "shared")
    api("PUT", f"{path}/github", 400, json={"client_secret": "12345678"})
    changed = api("PUT", f"{path}/github", json={"client_id": "c", "client_secret": "12345678", "scopes": ["repo"]})
    assert changed["id"] == untouched["id"]
    assert changed["credentials"]["credentials_type"] == "organization"
    assert changed["credentials"]["client_secret_last_four"] == "5678"
    assert api("PUT", f"{path}/github", json={"scopes": None})["scopes"] is None
    api("PUT", f"{path}/none", 404, json={})


def test_idempotent_creation(api: Api) -> None:
    integration(api)
    path = f"/user_management/users/{api.user()['id']}/connected_accounts/github"
    body = {"access_token": "t", "connection_intent": "add"}
    ids = {api("POST", path, 201, json=body, headers={"idempotency-key": "k"})["id"] for _ in range(2)}
    assert len(ids) == 1
    other = f"/user_management/users/{api.user('b@example.com')['id']}/connected_accounts/github"
    assert api("POST", other, 201, json=body, headers={"idempotency-key": "k"})["id"] not in ids


def test_update_organization_account(api: Api) -> None:
    organization, user = api.organization(), api.user()
    api.membership(user, organization)
    integration(api, ownership="organization")
    path = f"/organizations/{organization['id']}/connected_accounts/github"
    made = api("POST", path, json={"user_id": user["id"], "access_token": "first"})
    changed = api("PUT", path, json={"user_id": user["id"], "access_token": "second", "scopes": ["repo"]})
    assert (changed["id"], changed["scopes"]) == (made["id"], ["repo"])
