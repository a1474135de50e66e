from typing import Any

import pytest

from workos_emulator import Emulator, Request, Settings

from ..support import Api

ISSUER = "https://api.workos.com"
OAUTH = {
    "authorization_endpoint": "http://localhost:4100/oauth2/authorize",  # for browsers, which cannot use the transport
    "code_challenge_methods_supported": ["S256"],
    "grant_types_supported": ["authorization_code", "refresh_token"],
    "introspection_endpoint": f"{ISSUER}/oauth2/introspection",
    "issuer": ISSUER,
    "scopes_supported": ["email", "offline_access", "openid", "profile"],
    "response_modes_supported": ["query"],
    "response_types_supported": ["code"],
    "token_endpoint": f"{ISSUER}/oauth2/token",
    "token_endpoint_auth_methods_supported": ["none", "client_secret_post", "client_secret_basic"],
}


def get(api: Api, path: str) -> Any:
    response = api.client.get(path, headers={"authorization": ""})
    assert response.status_code == 200
    return response.json()


def test_authorization_server_metadata(api: Api) -> None:
    assert get(api, "/.well-known/oauth-authorization-server") == OAUTH
    api("PATCH", "/_emulator/settings", json={"dynamic_client_registration": True})
    api("PATCH", "/_emulator/settings", json={"client_id_metadata_documents": True})
    assert get(api, "/.well-known/oauth-authorization-server") == OAUTH | {
        "registration_endpoint": f"{ISSUER}/oauth2/register",
        "client_id_metadata_document_supported": True,
    }


def test_openid_configuration(api: Api) -> None:
    document = get(api, "/.well-known/openid-configuration")
    assert document == OAUTH | {
        "id_token_signing_alg_values_supported": ["RS256"],
        "jwks_uri": f"{ISSUER}/oauth2/jwks",
        "subject_types_supported": ["public"],
        "userinfo_endpoint": f"{ISSUER}/oauth2/userinfo",
    }
    assert get(api, "/oauth2/jwks") == api.emulator.jwks


@pytest.mark.parametrize(
    ("authkit_url", "issuer"),
    [(None, "http://127.0.0.1:5555"), ("https://auth.example.com/", "https://auth.example.com")],
)
def test_issuer_is_the_requested_origin_or_the_configured_one(authkit_url: str | None, issuer: str) -> None:
    emulator = Emulator(settings=Settings(authkit_url=authkit_url))
    headers = {"host": "127.0.0.1:5555"}
    response = emulator.handle(
        Request("GET", "/.well-known/oauth-authorization-server", headers=headers, scheme="http")
    )
    assert f'"issuer":"{issuer}"'.encode() in response.body
    assert f'"token_endpoint":"{issuer}/oauth2/token"'.encode() in response.body


@pytest.mark.parametrize(
    ("origin", "allowed"), [("https://spa.example.com", True), ("https://other.example.com", False)]
)
def test_origins_of_applications_may_call_the_endpoints(api: Api, origin: str, allowed: bool) -> None:
    fields = {"application_type": "oauth", "name": "SPA", "is_first_party": True, "uses_pkce": True}
    origins = ["https://spa.example.com"]
    api("POST", "/connect/applications", 201, json=fields | {"cors_origins": origins})
    expected = origin if allowed else None
    headers = {"authorization": "", "origin": origin}
    preflight = {**headers, "access-control-request-method": "POST"}
    for path in ("/oauth2/token", "/oauth2/register", "/.well-known/openid-configuration"):
        response = api.client.post(path, headers=headers)
        assert response.headers.get("access-control-allow-origin") == expected
        response = api.client.options(path, headers=preflight)
        assert response.headers.get("access-control-allow-origin") == expected
    # The origins of an application do not apply to other endpoints.
    response = api.client.post("/user_management/authenticate", headers=headers, json={})
    assert "access-control-allow-origin" not in response.headers
