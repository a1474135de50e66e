# Generated from tests/async_/test_requests.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""What a client sends: the URL, headers and credentials of its requests."""

import json
from typing import Any

import httpx
import pytest

from tests.support.access_tokens import public_key, sign_token
from tests.support.session_api import API, USER
from workos_sync import ConfigurationError, Hooks, RateLimiter, Tracing, WorkOS


def client(api: API, **settings: Any) -> WorkOS:
    arguments: dict[str, Any] = {"client_id": "client_1", "rate_limiter": None, "max_retries": 0, **settings}
    return WorkOS("sk_1", transport=httpx.MockTransport(api), **arguments)


def test_headers_of_a_request() -> None:
    api = API(body=USER)
    with client(api, headers={"X-App": "1"}) as workos:
        workos.request("POST", "/things", body={"a": 1}, idempotency_key="key")
        workos.request("GET", "/things", options={"headers": {"authorization": "Bearer other", "X-App": "2"}})
        workos.request("GET", "/things")
    headers = [request.headers for request in api.requests]
    assert [each["authorization"] for each in headers] == ["Bearer sk_1", "Bearer other", "Bearer sk_1"]
    assert [each["x-app"] for each in headers] == ["1", "2", "1"]
    assert [each.get("idempotency-key") for each in headers] == ["key", None, None]
    assert json.loads(api.requests[0].content) == {"a": 1}


def test_paths_of_other_requests_are_redacted() -> None:
    infos: list[Any] = []
    with client(API(body=USER), hooks=Hooks(request=infos.append)) as workos:
        workos.request("get", "/things/thing_01ABCDEFGHJKMNPQRSTVWXYZ23")
    (info,) = infos
    assert (info.operation, info.method) == ("request", "GET")
    assert "thing_01ABC" not in info.path


def test_id_of_the_response_must_be_the_requested_one() -> None:
    with client(API(body=USER)) as workos:
        with pytest.raises(Exception, match="user_1"):
            workos.user_management.get_user("user_2")


def test_access_token_of_a_call() -> None:
    api = API(body={"sub": "user_1", "object": "profile"})
    with client(api) as workos:
        workos.sso.get_profile(access_token="token")
    assert api.requests[0].headers["authorization"] == "Bearer token"


def test_urls_have_the_base_url_of_the_client() -> None:
    with client(API(body=USER), base_url="https://api.workos.test/base") as workos:
        url = httpx.URL(workos.sso.get_authorization_url(provider="GoogleOAuth", redirect_uri="https://app.example"))
    assert (url.host, url.path, url.params["client_id"]) == ("api.workos.test", "/base/sso/authorize", "client_1")


def test_missing_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WORKOS_API_KEY", "WORKOS_CLIENT_ID"):
        monkeypatch.delenv(name, raising=False)
    with WorkOS(transport=httpx.MockTransport(API(body=USER))) as workos:
        with pytest.raises(ConfigurationError) as caught:
            workos.user_management.get_user("user_1")
        assert str(caught.value) == "this call requires an API key: pass WorkOS(api_key=…) or set WORKOS_API_KEY"
        with pytest.raises(ConfigurationError) as caught:
            workos.user_management.get_jwks_url()
        assert str(caught.value) == "this call requires a client ID: pass WorkOS(client_id=…) or set WORKOS_CLIENT_ID"


def test_secret_of_a_token_request() -> None:
    api = API(body={"user": USER, "access_token": "a", "refresh_token": "r"})
    with client(api) as workos:
        workos.user_management.authenticate_with_code(code="c")
    assert json.loads(api.requests[0].content)["client_secret"] == "sk_1"


def test_path_of_a_list() -> None:
    api = API(body={"object": "list", "data": [], "list_metadata": {}})
    with client(api) as workos:
        workos.user_management.list_sessions("user_1").page()
    assert api.requests[0].url.path == "/user_management/users/user_1/sessions"


def test_request_for_keys() -> None:
    infos: list[Any] = []
    api = API(body={"keys": [public_key()]})
    claims = {"iss": "https://api.workos.com", "sub": "user_1", "sid": "session_1", "exp": 4_000_000_000, "iat": 1}
    with client(api, hooks=Hooks(request=infos.append), deadline=7) as workos:
        assert (workos.verify_access_token(sign_token(claims))).sub == "user_1"
    assert api.requests[0].url.path == "/sso/jwks/client_1"
    assert 6 < api.requests[0].extensions["timeout"]["read"] <= 7
    assert "authorization" not in api.requests[0].headers
    assert [info.operation for info in infos] == ["user_management.get_jwks"]


def test_settings_of_the_client() -> None:
    limiter, tracing = RateLimiter(), object.__new__(Tracing)
    with client(API(body=USER), rate_limiter=limiter, tracing=tracing) as workos:
        assert workos._requestor._limiter is limiter
        assert workos._requestor._tracing is tracing
