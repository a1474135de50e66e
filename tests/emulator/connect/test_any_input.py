"""No input makes the authorization server fail unexpectedly, or redirects to an unregistered URI."""

from typing import Any
from urllib.parse import urlencode

import hypothesis
from hypothesis import strategies as st

from workos_emulator import Emulator, Request, Response

CALLBACK = "https://client.example.com/callback"
NAMES = (
    *("client_id", "client_secret", "redirect_uri", "response_type", "response_mode", "scope", "state", "nonce"),
    *("code_challenge", "code_challenge_method", "prompt", "max_age", "login_hint", "resource", "request"),
    *("grant_type", "code", "code_verifier", "refresh_token", "device_code", "token", "token_type_hint"),
)
EMULATOR = Emulator(seed=1)
EMULATOR.settings.client_id_metadata_documents = EMULATOR.settings.dynamic_client_registration = True
IDS = EMULATOR.load(
    {
        "applications": [
            {
                "id": "conn_app_01HZZZZZZZZZZZZZZZZZZZZZZZ",
                "name": "Public",
                "application_type": "oauth",
                "is_first_party": True,
                "uses_pkce": True,
                "redirect_uris": [{"uri": CALLBACK}, {"uri": "http://127.0.0.1/callback"}],
            }
        ],
        "users": [{"email": "ada@example.com"}],
        "oauth_resources": [{"uri": "https://mcp.example.com/mcp"}],
    }
)
VALUES = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        [
            *("client_01HZZZZZZZZZZZZZZZZZZZZZZZ", CALLBACK, "http://127.0.0.1:80/callback", "http://127.0.0.1:99999/"),
            *("code", "query", "openid offline_access", "S256", "x" * 43, "none", "login consent", "0", "60"),
            *("ada@example.com", "https://mcp.example.com/mcp", "http://[", "https://[::1", "authorization_code"),
            *("refresh_token", "client_credentials", "urn:ietf:params:oauth:grant-type:device_code", "a.b.c"),
        ]
    ),
)
PAIRS = st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=12)
FORM = {"content-type": "application/x-www-form-urlencoded"}


def handle(method: str, path: str, query: str = "", body: bytes = b"", **headers: str) -> Response:
    response = EMULATOR.handle(Request(method, path, query, {"host": "127.0.0.1", **headers}, body))
    assert response.status < 500
    return response


@hypothesis.given(pairs=PAIRS, start=st.booleans())
def test_authorize(pairs: list[tuple[str, str]], start: bool) -> None:
    base = [("client_id", "client_01HZZZZZZZZZZZZZZZZZZZZZZZ"), ("redirect_uri", CALLBACK)] if start else []
    location = handle("GET", "/oauth2/authorize", urlencode([*base, *pairs])).headers.get("location", CALLBACK)
    loopback = ("http://127.0.0.1:80/callback", "http://127.0.0.1/callback", "https://127.0.0.1/hosted/")
    assert location.startswith((CALLBACK, *loopback)), location


@hypothesis.given(
    pairs=PAIRS,
    path=st.sampled_from(["token", "introspection", "device_authorization", "userinfo"]),
    authorization=st.one_of(st.none(), st.text(max_size=30), st.text(max_size=30).map("Basic {}".format)),
)
def test_forms(pairs: list[tuple[str, str]], path: str, authorization: str | None) -> None:
    headers: dict[str, Any] = FORM | ({} if authorization is None else {"authorization": authorization})
    response = handle("POST", f"/oauth2/{path}", "", urlencode(pairs).encode(), **headers)
    assert response.headers["cache-control"] == "no-store"
    assert response.status == 200 or b'"error":' in response.body


@hypothesis.given(
    document=st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=10)),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["redirect_uris", "client_name", "scope", "grant_types", "response_types", "x"]), inner
            )
        ),
        max_leaves=8,
    )
)
def test_register(document: Any) -> None:
    import json

    response = handle(
        "POST", "/oauth2/register", "", json.dumps(document).encode(), **{"content-type": "application/json"}
    )
    assert response.status in (201, 400)
