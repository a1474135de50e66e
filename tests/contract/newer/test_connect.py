"""The authorization server of an AuthKit domain: its endpoints and discovery documents."""

import httpx
import pytest

from workos_emulator import Emulator

from .live import LiveClient

DISCOVERY = ("/.well-known/oauth-authorization-server", "/.well-known/openid-configuration")


@pytest.fixture
def authkit(emulator: Emulator) -> httpx.Client:
    return httpx.Client(transport=emulator.transport, base_url="https://example.authkit.app")


@pytest.mark.parametrize("path", DISCOVERY)
def test_discovery(authkit: httpx.Client, path: str) -> None:
    document = authkit.get(path).json()
    issuer = document["issuer"]
    assert document["authorization_endpoint"] == "http://localhost:4100/oauth2/authorize"  # browsers open it
    assert document["token_endpoint"] == f"{issuer}/oauth2/token"
    assert {"authorization_code", "refresh_token"} <= set(document["grant_types_supported"])
    assert document["code_challenge_methods_supported"] == ["S256"]
    if path.endswith("openid-configuration"):
        assert document["jwks_uri"] == f"{issuer}/oauth2/jwks"
        assert document["userinfo_endpoint"] == f"{issuer}/oauth2/userinfo"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/oauth2/authorize", 400),
        ("POST", "/oauth2/token", 400),
        ("GET", "/oauth2/jwks", 200),
        ("GET", "/oauth2/userinfo", 401),
        ("POST", "/oauth2/introspect", 401),
        ("POST", "/oauth2/device_authorization", 401),
    ],
)
def test_endpoints(authkit: httpx.Client, method: str, path: str, status: int) -> None:
    response = authkit.request(method, path, data={"token": "x"} if method == "POST" else None)
    assert response.status_code == status, response.text


def test_registration_is_off_by_default(authkit: httpx.Client, emulator: Emulator) -> None:
    client = {"client_name": "Agent", "redirect_uris": ["http://127.0.0.1/callback"]}
    assert authkit.post("/oauth2/register", json=client).status_code in (403, 404)
    assert "registration_endpoint" not in authkit.get(DISCOVERY[0]).json()
    emulator.settings.dynamic_client_registration = True
    assert authkit.post("/oauth2/register", json=client).status_code == 201
    assert authkit.get(DISCOVERY[0]).json()["registration_endpoint"].endswith("/oauth2/register")


def test_client_credentials(live: LiveClient, authkit: httpx.Client) -> None:
    organization = live("organizations.create_organization", name="Acme")
    application = live("connect.create_m2m_application", name="Job", organization_id=organization.id)
    secret = live("connect.create_application_client_secret", application.id)
    form = {"grant_type": "client_credentials", "client_id": application.client_id, "client_secret": secret.secret}
    response = authkit.post("/oauth2/token", data=form)
    assert response.status_code == 200, response.text
    assert response.json()["token_type"].lower() == "bearer"
    assert authkit.post("/oauth2/token", data=form | {"client_secret": "x"}).json()["error"] == "invalid_client"
