"""Tokens of Connect applications: the keys come from the AuthKit domain, with the rules of those for sessions."""

import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.support.access_tokens import public_key, sign_token
from workos_async import APIConnectionError, APIError, ConfigurationError, InvalidTokenError, RetryPolicy, WorkOS

RESOURCE = "https://mcp.example.com/mcp"


def token(domain: str = "https://example.authkit.app", **changes: Any) -> str:
    now = time.time()
    return sign_token(
        {
            "iss": domain,
            "aud": RESOURCE,
            "sub": "user_1",
            "sid": "app_consent_1",
            "exp": now + 300,
            "iat": now,
            **changes,
        }
    )


class AuthKit:
    """The key endpoint of AuthKit domains."""

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []
        self.response: Callable[[], httpx.Response] = lambda: httpx.Response(200, json={"keys": [public_key()]})

    def handler(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return self.response()

    def client(self) -> WorkOS:
        return WorkOS(
            "sk_test_secret",
            transport=httpx.MockTransport(self.handler),
            retry=RetryPolicy(max_retries=0),
        )


async def test_keys_are_fetched_once_per_domain_and_without_the_api_key() -> None:
    authkit = AuthKit()
    async with authkit.client() as workos:
        for _ in range(3):
            for domain in ("https://example.authkit.app", "https://other.authkit.app"):
                claims = await workos.verify_connect_token(token(domain), authkit_domain=domain, audience=RESOURCE)
                assert (claims.kind, claims.sub) == ("user", "user_1")
    assert [str(request.url) for request in authkit.requests] == [
        "https://example.authkit.app/oauth2/jwks",
        "https://other.authkit.app/oauth2/jwks",
    ]
    assert not any("authorization" in request.headers for request in authkit.requests)


async def test_an_outage_is_an_api_error_and_keys_stay_in_use() -> None:
    authkit = AuthKit()
    authkit.response = lambda: httpx.Response(503)
    async with authkit.client() as workos:
        with pytest.raises(APIError):
            await workos.verify_connect_token(token(), authkit_domain="example.authkit.app", audience=RESOURCE)

    def fail() -> httpx.Response:
        raise httpx.ConnectError("no route")

    authkit = AuthKit()
    async with authkit.client() as workos:
        await workos.verify_connect_token(token(), authkit_domain="example.authkit.app", audience=RESOURCE)
        authkit.response = fail
        workos._requestor.auth.tokens._jwks_of("https://example.authkit.app")._stale_at = 0.0
        await workos.verify_connect_token(token(), authkit_domain="example.authkit.app", audience=RESOURCE)
        assert len(authkit.requests) == 2
    async with authkit.client() as workos:
        with pytest.raises(APIConnectionError):
            await workos.verify_connect_token(token(), authkit_domain="example.authkit.app", audience=RESOURCE)


async def test_errors_need_no_request() -> None:
    authkit = AuthKit()
    async with authkit.client() as workos:
        for settings in ({"authkit_domain": "", "audience": RESOURCE}, {"authkit_domain": "a.app", "audience": ""}):
            with pytest.raises(ConfigurationError):
                await workos.verify_connect_token(token(), **settings)
        with pytest.raises(ConfigurationError, match="kinds"):
            await workos.verify_connect_token(token(), authkit_domain="a.app", audience=RESOURCE, kinds=())
        with pytest.raises(InvalidTokenError) as caught:
            await workos.verify_connect_token("x", authkit_domain="a.app", audience=RESOURCE)
        assert caught.value.reason == "malformed"
    assert authkit.requests == []


async def test_the_keys_of_a_few_domains_are_kept() -> None:
    authkit = AuthKit()
    async with authkit.client() as workos:
        for number in range(40):
            domain = f"https://d{number}.authkit.app"
            await workos.verify_connect_token(token(domain), authkit_domain=domain, audience=RESOURCE)
        assert len(workos._requestor.auth.tokens._authkit_jwks) == 16


async def test_kinds_and_leeway() -> None:
    authkit = AuthKit()
    async with authkit.client() as workos:
        settings: dict[str, Any] = {"authkit_domain": "example.authkit.app", "audience": RESOURCE}
        agent = token(sub="agent_instance_1", sid="agent_session_1", sub_profile="ai_agent")
        with pytest.raises(InvalidTokenError) as caught:
            await workos.verify_connect_token(agent, **settings)
        assert caught.value.reason == "wrong_kind"
        assert (await workos.verify_connect_token(agent, **settings, kinds=["agent"])).kind == "agent"
        expired = token(exp=time.time() - 45)
        with pytest.raises(InvalidTokenError):
            await workos.verify_connect_token(expired, **settings)
        assert (await workos.verify_connect_token(expired, **settings, leeway=60)).sub == "user_1"
