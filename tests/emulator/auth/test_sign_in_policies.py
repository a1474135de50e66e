from typing import Any

import httpx
import pytest

from workos_emulator import Emulator

from ..support import Api

PASSWORD = "correct horse 42"


@pytest.fixture
def user(api: Api) -> Any:
    return api.user("ada@example.com", password=PASSWORD)


@pytest.fixture
def organization(api: Api, user: Any) -> Any:
    organization = api.organization()
    api.membership(user, organization)
    return organization


def sign_in(api: Api, status: int) -> Any:
    return api.authenticate("password", status, email="ada@example.com", password=PASSWORD)


def test_sso_required(api: Api, organization: Any, emulator: Emulator) -> None:
    connection = emulator.seed.connection(organization["id"])
    emulator.seed.connection(organization["id"], state="inactive")
    emulator.seed.sign_in_policy(organization["id"], sso_required=True)
    error = sign_in(api, 400)
    assert (error["error"], error["connection_ids"]) == ("sso_required", [connection["id"]])
    assert error["error_description"]


def test_methods_of_an_organization(api: Api, organization: Any, emulator: Emulator) -> None:
    methods = {"password": False, "magic_auth": True}
    emulator.seed.sign_in_policy(organization["id"], methods=methods)
    error = sign_in(api, 400)
    assert error["error"] == "organization_authentication_methods_required"
    assert (error["auth_methods"], error["sso_connection_ids"]) == (methods, [])
    sent = api("POST", "/user_management/magic_auth", 201, json={"email": "ada@example.com"})
    grant = "urn:workos:oauth:grant-type:magic-auth:code"
    assert api.authenticate(grant, email="ada@example.com", code=sent["code"])["authentication_method"] == "MagicAuth"


def test_organization_without_magic_auth(api: Api, organization: Any, emulator: Emulator) -> None:
    emulator.seed.sign_in_policy(organization["id"], methods={"magic_auth": False})
    sent = api("POST", "/user_management/magic_auth", 201, json={"email": "ada@example.com"})
    grant = "urn:workos:oauth:grant-type:magic-auth:code"
    error = api.authenticate(grant, 400, email="ada@example.com", code=sent["code"])
    assert error["error"] == "organization_authentication_methods_required"
    assert error["auth_methods"] == {"magic_auth": False}
    assert sign_in(api, 200)["authentication_method"] == "Password"


@pytest.mark.parametrize(("method", "provider"), [("google_oauth", "GoogleOAuth"), ("github_oauth", "GitHubOAuth")])
def test_organization_without_a_provider(
    api: Api, organization: Any, emulator: Emulator, method: str, provider: str
) -> None:
    def sign_in_with_provider(status: int) -> Any:
        query = {
            "client_id": "client_emulator",
            "redirect_uri": "https://app.example.com/cb",
            "response_type": "code",
            "provider": provider,
            "login_hint": "ada@example.com",
        }
        location = httpx.URL(api.client.get("/user_management/authorize", params=query).headers["location"])
        return api.authenticate("authorization_code", status, code=location.params["code"])

    emulator.seed.sign_in_policy(organization["id"], methods={method: False})
    assert sign_in_with_provider(400)["error"] == "organization_authentication_methods_required"
    emulator.seed.sign_in_policy(organization["id"], methods={"password": False, "magic_auth": False})
    assert sign_in_with_provider(200)["authentication_method"] == provider


def test_methods_of_the_environment(api: Api, user: Any, emulator: Emulator) -> None:
    emulator.settings.password_enabled = emulator.settings.magic_auth_enabled = False
    assert sign_in(api, 403)["code"] == "email_password_auth_disabled"
    grant = "urn:workos:oauth:grant-type:magic-auth:code"
    error = api.authenticate(grant, 403, email="ada@example.com", code="1")
    assert error["code"] == "authentication_method_not_allowed"
    error = api("POST", "/user_management/magic_auth", 400, json={"email": "ada@example.com"})
    assert error["error"] == "authentication_method_not_allowed"
