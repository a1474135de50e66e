"""The OAuth client of Authlib against the authorization server, over its in-process transport and over a socket."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.httpx_client import AsyncOAuth2Client, OAuth2Client
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from workos_emulator import Emulator

from ..pages.browsing import Browser
from ..support import Api
from .client import CALLBACK, DEVICE_CODE, EMAIL, PASSWORD, OAuthClient, claims_of

VERIFIER = "authlib-code-verifier-of-at-least-43-characters"
SCOPE = "openid email offline_access"


def authorize(browser: Browser, url: str) -> str:
    """Open an authorization URL, sign in, and return the URL that the application receives."""
    browser.open(url).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    assert browser.returned is not None
    return str(httpx.URL(CALLBACK, params=browser.returned))


@pytest.fixture(params=["in process", "socket"])
def server(request: pytest.FixtureRequest, emulator: Emulator) -> Iterator[tuple[str, httpx.BaseTransport | None]]:
    """The URL of the AuthKit domain, and the transport to it."""
    if request.param == "in process":
        yield "https://auth.example.com", emulator.transport
    else:
        with emulator.serve() as url:
            yield url, None


def options(client: OAuthClient, transport: Any, method: str) -> dict[str, Any]:
    return {
        "client_id": client.client_id,
        "client_secret": client.secret,
        "scope": SCOPE,
        "redirect_uri": CALLBACK,
        "code_challenge_method": "S256",
        "token_endpoint_auth_method": method,
        "transport": transport,
    }


@pytest.mark.parametrize("method", ["client_secret_basic", "client_secret_post"])
def test_sync_client(
    server: tuple[str, Any], ada: Any, client: OAuthClient, emulator: Emulator, api: Api, method: str
) -> None:
    url, transport = server
    with OAuth2Client(**options(client, transport, method)) as oauth, httpx.Client(transport=transport) as http:
        metadata = http.get(f"{url}/.well-known/openid-configuration").raise_for_status().json()
        assert metadata["issuer"] == url
        location, state = oauth.create_authorization_url(metadata["authorization_endpoint"], code_verifier=VERIFIER)
        callback = authorize(Browser(http), location)
        token = oauth.fetch_token(
            metadata["token_endpoint"], authorization_response=callback, state=state, code_verifier=VERIFIER
        )
        assert claims_of(api, token["access_token"])["iss"] == url
        assert oauth.get(metadata["userinfo_endpoint"]).json()["email"] == EMAIL

        old = token["access_token"]
        refreshed = oauth.refresh_token(metadata["token_endpoint"])
        assert refreshed["access_token"] != old
        introspected = oauth.introspect_token(metadata["introspection_endpoint"], token=refreshed["access_token"])
        assert introspected.json()["active"]
        with pytest.raises(OAuthError) as raised:
            oauth.refresh_token(metadata["token_endpoint"], refresh_token=token["refresh_token"])
        assert raised.value.error == "invalid_grant"


def test_expired_tokens_are_renewed(ada: Any, client: OAuthClient, emulator: Emulator, browser: Browser) -> None:
    base = "https://api.workos.com"
    settings = options(client, emulator.transport, "client_secret_basic")
    with OAuth2Client(**settings, token_endpoint=f"{base}/oauth2/token") as oauth:
        location, _ = oauth.create_authorization_url(f"{base}/oauth2/authorize", code_verifier=VERIFIER)
        token = oauth.fetch_token(
            f"{base}/oauth2/token", authorization_response=authorize(browser, location), code_verifier=VERIFIER
        )
        oauth.token = {**token, "expires_at": 1}
        assert oauth.get(f"{base}/oauth2/userinfo").json()["sub"] == ada["id"]
        assert oauth.token["access_token"] != token["access_token"]


@pytest.mark.anyio
async def test_async_public_client(server: tuple[str, Any], ada: Any, public_client: OAuthClient) -> None:
    url, transport = server
    with httpx.Client(transport=transport) as http:
        async with AsyncOAuth2Client(**options(public_client, transport, "none")) as oauth:
            location, state = oauth.create_authorization_url(f"{url}/oauth2/authorize", code_verifier=VERIFIER)
            assert create_s256_code_challenge(VERIFIER) in location
            callback = authorize(Browser(http), location)
            token_url = f"{url}/oauth2/token"
            await oauth.fetch_token(token_url, authorization_response=callback, state=state, code_verifier=VERIFIER)
            assert (await oauth.get(f"{url}/oauth2/userinfo")).json()["sub"] == ada["id"]
            await oauth.refresh_token(token_url)
            with pytest.raises(OAuthError) as raised:
                await oauth.fetch_token(token_url, authorization_response=callback, code_verifier=VERIFIER)
            assert raised.value.error == "invalid_grant"


@pytest.mark.anyio
async def test_client_credentials(server: tuple[str, Any], api: Api, partner: Any) -> None:
    client = OAuthClient.create(api, application_type="m2m", organization_id=partner["id"])
    url, transport = server
    async with AsyncOAuth2Client(client.client_id, client.secret, transport=transport) as oauth:
        token = await oauth.fetch_token(f"{url}/oauth2/token", grant_type="client_credentials")
        assert claims_of(api, token["access_token"])["org_id"] == partner["id"]


def test_device_flow(server: tuple[str, Any], ada: Any, public_client: OAuthClient, emulator: Emulator) -> None:
    url, transport = server
    with OAuth2Client(**options(public_client, transport, "none")) as oauth:
        form = {"client_id": public_client.client_id, "scope": SCOPE}
        device = oauth.request("POST", f"{url}/oauth2/device_authorization", data=form, withhold_token=True).json()
        arguments = {"grant_type": DEVICE_CODE, "device_code": device["device_code"]}
        with pytest.raises(OAuthError) as raised:
            oauth.fetch_token(f"{url}/oauth2/token", **arguments)
        assert raised.value.error == "authorization_pending"
        emulator.seed.approve_device(device["user_code"], ada["id"])
        assert oauth.fetch_token(f"{url}/oauth2/token", **arguments)["refresh_token"]


def test_errors_reach_the_client(ada: Any, client: OAuthClient, emulator: Emulator, browser: Browser) -> None:
    base = "https://api.workos.com"
    wrong = OAuthClient(client.api, client.client_id, "wrong")
    for credentials, verifier, error in ((client, "x" * 43, "invalid_grant"), (wrong, VERIFIER, "invalid_client")):
        with OAuth2Client(**options(credentials, emulator.transport, "client_secret_basic")) as oauth:
            location, _ = oauth.create_authorization_url(
                f"{base}/oauth2/authorize", code_verifier=VERIFIER, prompt="login"
            )
            callback = authorize(browser, location)
            with pytest.raises(OAuthError) as raised:
                oauth.fetch_token(f"{base}/oauth2/token", authorization_response=callback, code_verifier=verifier)
            assert raised.value.error == error
