# Generated from tests/async_/test_authentication.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import httpx
import pytest

from workos_emulator import Emulator
from workos_sync import APIError, BadRequestError, ConfigurationError, InvalidArgumentError, InvalidTokenError, WorkOS

PASSWORD = "correct horse battery 1"


def test_password_sign_in_refresh_and_sessions(workos: WorkOS) -> None:
    users = workos.user_management
    user = users.create_user(email="ada@example.com", password=PASSWORD, email_verified=True)
    organization = workos.organizations.create_organization(name="Acme")
    users.create_organization_membership(user_id=user.id, organization_id=organization.id, role_slug="member")
    signed_in = users.authenticate_with_password(email="ada@example.com", password=PASSWORD)
    assert signed_in.user.id == user.id
    assert signed_in.access_token not in repr(signed_in)
    assert signed_in.refresh_token not in repr(signed_in)
    claims = workos.verify_access_token(signed_in.access_token)
    assert (claims.sub, claims.org_id, claims.role) == (user.id, organization.id, "member")
    refreshed = users.authenticate_with_refresh_token(refresh_token=signed_in.refresh_token)
    assert refreshed.refresh_token != signed_in.refresh_token
    assert (workos.verify_access_token(refreshed.access_token)).sid == claims.sid
    sessions = users.list_sessions(user.id).collect()
    assert [session.id for session in sessions] == [claims.sid]
    users.revoke_session(session_id=claims.sid)
    with pytest.raises(BadRequestError):
        users.authenticate_with_refresh_token(refresh_token=refreshed.refresh_token)


def test_wrong_password(workos: WorkOS) -> None:
    workos.user_management.create_user(email="ada@example.com", password=PASSWORD)
    with pytest.raises(APIError) as caught:
        workos.user_management.authenticate_with_password(email="ada@example.com", password="wrong horse 2")
    assert caught.value.code == "invalid_credentials"


def test_sign_in_with_a_code(workos: WorkOS, emulator: Emulator) -> None:
    user = workos.user_management.create_user(email="ada@example.com", email_verified=True)
    url = workos.user_management.get_authorization_url(
        provider="authkit", redirect_uri="http://localhost:3000/callback", state="s p", login_hint="ada@example.com"
    )
    with httpx.Client(transport=emulator.transport) as browser:
        redirect = browser.get(url)
    callback = parse_qs(urlsplit(redirect.headers["location"]).query)
    assert callback["state"] == ["s p"]
    signed_in = workos.user_management.authenticate_with_code(code=callback["code"][0])
    assert signed_in.user.id == user.id
    with pytest.raises(APIError):
        workos.user_management.authenticate_with_code(code=callback["code"][0])


def test_authorization_url(workos: WorkOS) -> None:
    url = workos.user_management.get_authorization_url(
        organization_id="org_1",
        redirect_uri="https://app.example.com/callback?x=1",
        provider_scopes=["repo", "user"],
        provider_query_params={"hd": "example.com"},
        code_challenge="abc",
        max_age=60,
    )
    parts = urlsplit(url)
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{workos.base_url}/user_management/authorize"
    assert dict(parse_qsl(parts.query)) == {
        "redirect_uri": "https://app.example.com/callback?x=1",
        "client_id": workos.client_id,
        "response_type": "code",
        "organization_id": "org_1",
        "provider_scopes": "repo,user",
        "provider_query_params[hd]": "example.com",
        "code_challenge": "abc",
        "code_challenge_method": "S256",
        "max_age": "60",
    }


def test_no_code_challenge_method_without_a_challenge(workos: WorkOS) -> None:
    url = workos.user_management.get_authorization_url(provider="authkit", redirect_uri="https://app.example.com")
    assert "code_challenge" not in url


@pytest.mark.parametrize("selectors", [{}, {"provider": "authkit", "connection_id": "conn_1"}])
def test_exactly_one_selector_is_required(workos: WorkOS, selectors: dict[str, Any]) -> None:
    with pytest.raises(InvalidArgumentError, match="connection_id or organization_id or provider"):
        workos.user_management.get_authorization_url(redirect_uri="https://app.example.com", **selectors)


def test_logout_and_jwks_urls(workos: WorkOS) -> None:
    url = workos.user_management.get_logout_url(session_id="session_1", return_to="https://app.example.com/?a=b")
    assert url == (
        f"{workos.base_url}/user_management/sessions/logout?session_id=session_1&return_to=https%3A%2F%2Fapp.example.com%2F%3Fa%3Db"
    )
    assert workos.user_management.get_jwks_url() == f"{workos.base_url}/sso/jwks/{workos.client_id}"
    assert workos.user_management.get_jwks_url(client_id="other").endswith("/sso/jwks/other")


def test_altered_token(workos: WorkOS) -> None:
    workos.user_management.create_user(email="ada@example.com", password=PASSWORD, email_verified=True)
    signed_in = workos.user_management.authenticate_with_password(email="ada@example.com", password=PASSWORD)
    header, payload, signature = signed_in.access_token.split(".")
    for token in (f"{header}.{payload[:-2]}AA.{signature}", f"{header}.{payload}.", "x.y.z", ""):
        with pytest.raises(InvalidTokenError):
            workos.verify_access_token(token)


def test_keys_are_fetched_once(workos: WorkOS, emulator: Emulator) -> None:
    workos.user_management.create_user(email="ada@example.com", password=PASSWORD, email_verified=True)
    signed_in = workos.user_management.authenticate_with_password(email="ada@example.com", password=PASSWORD)
    for _ in range(3):
        workos.verify_access_token(signed_in.access_token)
    assert [entry.request.path for entry in emulator.requests].count(f"/sso/jwks/{emulator.client_id}") == 1


def test_public_client_sends_no_secret() -> None:
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"access_token": "a", "refresh_token": "r", "user": {}})

    with WorkOS(client_id="client_1", transport=httpx.MockTransport(handler)) as public:
        public.user_management.authenticate_with_code(code="c", code_verifier="v")
        assert b"client_secret" not in seen[0].content
        assert "authorization" not in seen[0].headers
        with pytest.raises(ConfigurationError, match="API key"):
            public.user_management.authenticate_with_password(email="a@b.c", password="p")
        with pytest.raises(ConfigurationError, match="WORKOS_API_KEY"):
            public.organizations.get_organization("org_1")
    assert len(seen) == 1


def test_client_without_client_id(emulator: Emulator) -> None:
    with WorkOS(emulator.api_key, transport=emulator.transport) as client:
        with pytest.raises(ConfigurationError, match="client ID"):
            client.user_management.authenticate_with_password(email="a@b.c", password="p")
