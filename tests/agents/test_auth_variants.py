"""`M2MAuth` of one variant with the httpx client of the other."""

import httpx
import pytest

import workos_async
import workos_sync
from workos_core.errors import ConfigurationError


def issue(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={"access_token": "token", "expires_in": 300})


def handle(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, text=request.headers["authorization"])


async def test_the_sync_variant_works_with_an_async_client() -> None:
    with workos_sync.WorkOS(transport=httpx.MockTransport(issue)) as workos:
        tokens = workos_sync.M2MTokens("example.authkit.app", "client_1", "secret", workos=workos)
        auth = workos_sync.M2MAuth(tokens, "https://mcp.example.com")
        async with httpx.AsyncClient(auth=auth, transport=httpx.MockTransport(handle)) as client:
            assert (await client.get("https://mcp.example.com")).text == "Bearer token"


def test_the_async_variant_rejects_a_sync_client() -> None:
    workos = workos_async.WorkOS(transport=httpx.MockTransport(issue))
    tokens = workos_async.M2MTokens("example.authkit.app", "client_1", "secret", workos=workos)
    auth = workos_async.M2MAuth(tokens, "https://mcp.example.com")
    with (
        httpx.Client(auth=auth, transport=httpx.MockTransport(handle)) as client,
        pytest.raises(ConfigurationError, match="workos_sync"),
    ):
        client.get("https://mcp.example.com")
