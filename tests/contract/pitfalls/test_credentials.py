"""Credentials: which requests carry the API key, the client secret or an access token."""

import json
from urllib.parse import urlsplit

from workos_core import errors

from ..bodies import ORGANIZATION, SIGNED_IN
from ..sdk import CLIENT_ID, KEY, SDK, StubResponse
from .support import METHODS, pitfall


@pitfall("4.1")
def test_urls_for_the_browser_need_no_request_and_contain_no_api_key(sdk: SDK) -> None:
    client = sdk.client()
    urls = [
        client.sso.get_authorization_url(provider="GoogleOAuth", redirect_uri="https://a.b"),
        client.user_management.get_authorization_url(provider="authkit", redirect_uri="https://a.b"),
        client.user_management.get_logout_url(session_id="session_1"),
        client.sso.get_logout_url(token="t"),
    ]
    for url in urls:
        assert isinstance(url, str)
        assert KEY not in url


@pitfall("4.2")
def test_the_jwks_is_fetched_without_the_api_key(sdk: SDK) -> None:
    request = sdk.call("user_management.get_jwks", responses=[{"keys": []}]).request
    assert "authorization" not in request.headers


@pitfall("4.3")
def test_the_sso_token_request_has_the_secret_only_in_the_body(sdk: SDK) -> None:
    request = sdk.call("sso.get_profile_and_token", code="c", responses=[{"access_token": "t"}]).request
    assert "authorization" not in request.headers
    assert json.loads(request.content)["client_id"] == CLIENT_ID


@pitfall("4.4")
def test_device_authorization_sends_no_api_key(sdk: SDK) -> None:
    request = sdk.call("user_management.create_device_authorization", responses=[{"device_code": "d"}]).request
    assert "authorization" not in request.headers
    assert json.loads(request.content) == {"client_id": CLIENT_ID}


@pitfall("4.5")
def test_authenticate_sends_the_api_key_only_as_client_secret(sdk: SDK) -> None:
    request = sdk.call(
        "user_management.authenticate_with_refresh_token", refresh_token="r", responses=[SIGNED_IN]
    ).request
    assert "authorization" not in request.headers
    assert json.loads(request.content)["client_secret"] == KEY


@pitfall("4.6")
def test_get_profile_uses_the_access_token_of_the_user(sdk: SDK) -> None:
    request = sdk.call("sso.get_profile", access_token="user_token", responses=[{"id": "prof_1"}]).request
    assert request.headers["authorization"] == "Bearer user_token"


@pitfall("4.7")
def test_all_other_operations_use_the_api_key_as_bearer_token(sdk: SDK) -> None:
    other_credentials = {
        name for name, method in METHODS.items() if method.credentials != "api_key" and method.kind != "url"
    }
    assert {name.rpartition(".")[2] for name in other_credentials if "authenticate_with" not in name} == {
        "create_device_authorization",
        "exchange_id_token",
        "get_jwks",
        "get_profile",
        "get_profile_and_token",
        "list_provider_icons",
    }


@pitfall("4.8")
def test_client_secret_is_sent_if_required_and_omitted_if_forbidden(sdk: SDK) -> None:
    request = sdk.call("user_management.authenticate_with_device_code", device_code="d", responses=[SIGNED_IN]).request
    assert "client_secret" not in json.loads(request.content)
    for name, arguments in (
        ("user_management.authenticate_with_password", {"email": "a@b.c", "password": "p"}),
        ("user_management.authenticate_with_magic_auth", {"code": "c", "email": "a@b.c"}),
        ("user_management.authenticate_with_email_verification", {"code": "c", "pending_authentication_token": "p"}),
        (
            "user_management.authenticate_with_totp",
            {"code": "c", "pending_authentication_token": "p", "authentication_challenge_id": "a"},
        ),
        (
            "user_management.authenticate_with_organization_selection",
            {"organization_id": "org_1", "pending_authentication_token": "p"},
        ),
    ):
        assert json.loads(sdk.call(name, responses=[SIGNED_IN], **arguments).request.content)["client_secret"] == KEY
        sdk.expect_error(errors.ConfigurationError, name, settings={"api_key": None}, **arguments)
    for name, arguments in (
        ("user_management.authenticate_with_code", {"code": "c", "code_verifier": "v" * 43}),
        ("user_management.authenticate_with_refresh_token", {"refresh_token": "r"}),
    ):
        request = sdk.call(name, responses=[SIGNED_IN], settings={"api_key": None}, **arguments).request
        assert "client_secret" not in json.loads(request.content)


@pitfall("4.9")
def test_sso_logout_uses_its_own_host_without_the_api_key_in_the_url(sdk: SDK) -> None:
    assert urlsplit(sdk.client().sso.get_logout_url(token="t")).netloc == "auth.workos.com"
    request = sdk.call(
        "sso.authorize_logout", profile_id="prof_1", responses=[{"logout_url": "u", "logout_token": "t"}]
    ).request
    assert request.url.host == "auth.workos.com" or request.url.host == "api.workos.com"
    assert request.headers["authorization"] == f"Bearer {KEY}"
    request = sdk.call(
        "sso.authorize_logout",
        profile_id="prof_1",
        responses=[{"logout_url": "u", "logout_token": "t"}],
        settings={"base_url": "https://proxy.example"},
    ).request
    assert request.url.host == "proxy.example"


@pitfall("4.10")
def test_a_public_client_rejects_operations_that_need_an_api_key(sdk: SDK) -> None:
    for name, args in (("organizations.get_organization", ("org_1",)), ("user_management.get_user", ("user_1",))):
        error = sdk.expect_error(errors.ConfigurationError, name, *args, settings={"api_key": None})
        assert "API key" in str(error)


@pitfall("4.11")
def test_a_public_client_can_call_operations_without_an_api_key(sdk: SDK) -> None:
    settings = {"api_key": None}
    client = sdk.client(**settings)
    assert client.user_management.get_authorization_url(provider="authkit", redirect_uri="https://a.b")
    assert client.user_management.get_logout_url(session_id="session_1")
    sdk.call("user_management.create_device_authorization", responses=[{"device_code": "d"}], settings=settings)
    sdk.call("user_management.get_jwks", responses=[{"keys": []}], settings=settings)


@pitfall("4.12")
def test_the_api_key_is_sent_to_no_other_host(sdk: SDK) -> None:
    request = sdk.call("portal.list_provider_icons", responses=[{"providers": []}]).request
    assert request.url.host == "cdn.workos.com"
    assert "authorization" not in request.headers
    redirect = StubResponse(None, 302, {"location": "https://evil.example/organizations/org_1"})
    sdk.expect_error(
        errors.APIError, "organizations.get_organization", "org_1", responses=[redirect]
    )  # the redirect is not followed


@pitfall("4.13")
def test_custom_headers_are_sent_and_the_url_contains_no_api_key(sdk: SDK) -> None:
    call = sdk.call(
        "organizations.get_organization", "org_1", responses=[ORGANIZATION], options={"headers": {"X-Own": "1"}}
    )
    assert call.request.headers["x-own"] == "1"
    assert KEY not in str(call.request.url)
