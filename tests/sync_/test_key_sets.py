# Generated from tests/async_/test_key_sets.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The settings of token verifications, and the requests for the keys."""

from typing import Any

import httpx
import pytest

from tests.support.access_tokens import public_key, sign_token
from workos_sync import APITimeoutError, ConfigurationError, Hooks, InvalidArgumentError, InvalidTokenError, WorkOS
from workos_sync._auth.key_sets import MAX_DOMAINS

AUDIENCE = "https://api.example/mcp"
DOMAIN = "https://example.authkit.app"
SESSION: dict[str, Any] = {"iss": "https://api.workos.com", "sub": "user_1", "sid": "session_1", "aud": AUDIENCE}
CONNECT: dict[str, Any] = {"iss": DOMAIN, "sub": "user_1", "sid": "app_consent_1", "aud": AUDIENCE}


def sign(claims: dict[str, Any]) -> str:
    return sign_token({"exp": 4_000_000_000, "iat": 1, **claims})


class Keys:
    """The endpoints of the keys, which record the requests."""

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(200, json={"keys": [public_key()]})

    def client(self, **settings: Any) -> WorkOS:
        return WorkOS("sk_1", client_id="client_1", transport=httpx.MockTransport(self), **settings)


@pytest.mark.parametrize(
    ("claims", "verify", "arguments", "operation", "url"),
    [
        (SESSION, "verify_access_token", {}, "user_management.get_jwks", "https://api.workos.com/sso/jwks/client_1"),
        (
            CONNECT,
            "verify_connect_token",
            {"authkit_domain": DOMAIN, "audience": AUDIENCE},
            "connect.get_jwks",
            f"{DOMAIN}/oauth2/jwks",
        ),
    ],
)
def test_request_for_the_keys(
    claims: dict[str, Any], verify: str, arguments: dict[str, Any], operation: str, url: str
) -> None:
    keys, operations = Keys(), list[tuple[str, str]]()
    hooks = Hooks(request=lambda info: operations.append((info.operation, info.method)))
    with keys.client(hooks=hooks) as workos:
        for _ in range(3):
            result = getattr(workos, verify)(sign(claims), **arguments)
            assert result.sub == "user_1"
    (request,) = keys.requests
    assert (request.method, str(request.url), operations) == ("GET", url, [(operation, "GET")])
    assert "authorization" not in request.headers


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({}, None),
        ({"audience": AUDIENCE}, None),
        ({"audience": [AUDIENCE, "https://other.example"]}, None),
        ({"audience": "https://other.example"}, "wrong_audience"),
        ({"issuer": "https://api.workos.com"}, None),
        ({"issuer": None}, None),
        ({"issuer": "https://other.example"}, "wrong_issuer"),
        ({"issuer": []}, "wrong_issuer"),
    ],
)
def test_requirements_of_an_access_token(arguments: dict[str, Any], reason: str | None) -> None:
    with Keys().client() as workos:
        if reason is None:
            assert (workos.verify_access_token(sign(SESSION), **arguments)).sub == "user_1"
            return
        with pytest.raises(InvalidTokenError) as caught:
            workos.verify_access_token(sign(SESSION), **arguments)
        assert caught.value.reason == reason


def test_issuers_of_the_client() -> None:
    with Keys().client(issuer="https://auth.example") as workos:
        assert workos.verify_access_token(sign({**SESSION, "iss": "https://auth.example"}))
        assert workos.verify_access_token(sign(SESSION), issuer=["https://api.workos.com"])
        with pytest.raises(InvalidTokenError):
            workos.verify_access_token(sign(SESSION))
    with Keys().client() as workos:
        with pytest.raises(InvalidTokenError) as caught:
            workos.verify_access_token(sign({**SESSION, "client_id": "client_2"}))
        assert caught.value.reason == "wrong_client"


def test_wrong_arguments_are_reported_before_the_keys_are_fetched() -> None:
    keys = Keys()
    wrong: list[dict[str, Any]] = [{"issuer": 5}, {"audience": ""}, {"audience": 5}, {"leeway": -1}, {"leeway": None}]
    with keys.client() as workos:
        for arguments in wrong:
            with pytest.raises((InvalidArgumentError, ConfigurationError), match=f"^{next(iter(arguments))} "):
                workos.verify_access_token(sign(SESSION), **arguments)
        for leeway in (-1, float("inf"), "30"):
            call: Any = workos.verify_connect_token
            with pytest.raises(InvalidArgumentError, match=r"^leeway must be "):
                call(sign(CONNECT), authkit_domain=DOMAIN, audience=AUDIENCE, leeway=leeway)
    assert not keys.requests


def test_plain_http_needs_permission() -> None:
    keys, domain = Keys(), "http://emulator:8080"
    with keys.client() as workos:
        with pytest.raises(ConfigurationError, match="must be https"):
            workos.verify_connect_token(sign(CONNECT), authkit_domain=domain, audience=AUDIENCE)
    with keys.client(allow_insecure_http=True) as workos:
        assert workos.verify_connect_token(sign({**CONNECT, "iss": domain}), authkit_domain=domain, audience=AUDIENCE)


def test_keys_of_an_authkit_domain_come_from_the_domain() -> None:
    keys = Keys()
    with keys.client(base_url="https://api.workos.test") as workos:
        assert workos.verify_connect_token(sign(CONNECT), authkit_domain=DOMAIN, audience=AUDIENCE)
    assert [str(request.url) for request in keys.requests] == [f"{DOMAIN}/oauth2/jwks"]


def test_deadline_of_a_verification() -> None:
    keys = Keys()
    with keys.client() as workos:
        tokens = workos._requestor.auth.tokens
        with pytest.raises(APITimeoutError):
            tokens.verify_access_token(sign(SESSION), deadline=0)
        with pytest.raises(APITimeoutError):
            tokens.verify_connect_token(
                sign(CONNECT), authkit_domain=DOMAIN, audience=AUDIENCE, kinds=("user",), deadline=0
            )
    assert not keys.requests


def test_keys_of_the_latest_domains_are_kept() -> None:
    keys = Keys()
    with keys.client() as workos:
        kept = workos._requestor.auth.tokens._authkit_jwks
        for number in range(MAX_DOMAINS + 2):
            domain = f"https://{number}.authkit.app"
            for _ in range(2):
                assert workos.verify_connect_token(
                    sign({**CONNECT, "iss": domain}), authkit_domain=domain, audience=AUDIENCE
                )
        assert list(kept) == [f"https://{number}.authkit.app" for number in range(2, MAX_DOMAINS + 2)]
    assert len(keys.requests) == MAX_DOMAINS + 2
