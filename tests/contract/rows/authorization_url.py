"""Items 81 to 115: the authorization URL, redirect URIs, PKCE, and the callback."""

import hashlib
from base64 import urlsafe_b64encode
from itertools import combinations
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

import pytest

from workos_core import models
from workos_core.auth.sign_in.callback import (
    AUTHORIZATION_ERROR_CODES,
    AuthorizationCallbackError,
    parse_authorization_callback,
)
from workos_core.auth.sign_in.pkce import generate_code_challenge, generate_code_verifier, generate_pkce_pair
from workos_core.auth.sign_in.redirect_uris import check_redirect_uri, redirect_uri_matches
from workos_core.errors import InvalidArgumentError

from ..bodies import SIGNED_IN, TIME
from ..sdk import CLIENT_ID, SDK
from .base import Table

rows = Table()
CALLBACK = "https://your-app.com/callback"
STATE = "dj1kUXc0dzlXZ1hjUQ=="


def authorization_url(sdk: SDK, **arguments: Any) -> str:
    url: str = sdk.client().user_management.get_authorization_url(redirect_uri=CALLBACK, **arguments)
    return url


def query(url: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(url).query, strict_parsing=True))


@rows.check(81, "authorization URL")
def _(sdk: SDK) -> None:
    url = authorization_url(sdk, connection_id="conn_1", state=STATE)
    assert url.partition("?")[0] == "https://api.workos.com/user_management/authorize"
    assert query(url) == {
        "client_id": CLIENT_ID,
        "connection_id": "conn_1",
        "redirect_uri": CALLBACK,
        "response_type": "code",
        "state": STATE,
    }
    optional = {
        "screen_hint": "sign-up",
        "login_hint": "a@example.com",
        "domain_hint": "example.com",
        "prompt": "login",
        "max_age": 60,
        "invitation_token": "Z1uX",
    }
    url = authorization_url(
        sdk, provider="GoogleOAuth", provider_scopes=["a", "b"], provider_query_params={"hd": "example.com"}, **optional
    )
    expected = {name: str(value) for name, value in optional.items()}
    assert (
        query(url).items() >= {**expected, "provider_scopes": "a,b", "provider_query_params[hd]": "example.com"}.items()
    )


@rows.check(82, "provider authkit is hosted AuthKit")
def _(sdk: SDK) -> None:
    assert query(authorization_url(sdk, provider="authkit"))["provider"] == "authkit"


@rows.check(83, "exactly one of connection, organization and provider")
def _(sdk: SDK) -> None:
    selectors = {"connection_id": "conn_1", "organization_id": "org_1", "provider": "authkit"}
    for name, value in selectors.items():
        assert selectors.keys() & query(authorization_url(sdk, **{name: value})).keys() == {name}
    for number in (0, 2, 3):
        for names in combinations(selectors, number):
            if {*names} == {"organization_id", "provider"}:  # AuthKit with a preselected organization
                continue
            with pytest.raises(InvalidArgumentError):
                authorization_url(sdk, **{name: selectors[name] for name in names})


rows.documented(
    84,
    "the user is redirected to the provider and back",
    "user_management.get_authorization_url",
    "Redirect the user's browser to this URL.",
    "After the sign-in, the browser is redirected to `redirect_uri`",
)


@rows.check(85, "the callback has an authorization code")
def _(sdk: SDK) -> None:
    code = parse_authorization_callback(f"{CALLBACK}?code=01E2RJ4C05B52KKZ8FSRDAP23J").code
    call = sdk.call("user_management.authenticate_with_code", code=code, responses=[SIGNED_IN])
    assert call.request_body["code"] == "01E2RJ4C05B52KKZ8FSRDAP23J"


@rows.check(86, "state is returned unchanged")
def _(sdk: SDK) -> None:
    state = "a b&c=d#ü%20+/"
    sent = urlsplit(authorization_url(sdk, provider="authkit", state=state)).query
    raw = next(part for part in sent.split("&") if part.startswith("state="))
    assert parse_authorization_callback(f"{CALLBACK}?code=c&{raw}", expected_state=state).state == state
    with pytest.raises(AuthorizationCallbackError) as caught:
        parse_authorization_callback(f"{CALLBACK}?code=c&{raw}", expected_state="other")
    assert caught.value.error == "state_mismatch"


@rows.check(87, "callback URL")
def _(sdk: SDK) -> None:
    callback = parse_authorization_callback(f"{CALLBACK}?code=01E2RJ4C05B52KKZ8FSRDAP23J&state=dj1kUXc0dzlXZ1hjUQ==")
    assert (callback.code, callback.state) == ("01E2RJ4C05B52KKZ8FSRDAP23J", STATE)


@rows.check(88, "state can hold the URL where the sign-in started")
def _(sdk: SDK) -> None:
    origin = "https://your-app.com/reports?month=5&sort=name#top"
    state = query(authorization_url(sdk, provider="authkit", state=origin))["state"]
    assert parse_authorization_callback({"code": "c", "state": state}).state == origin


@rows.check(89, "redirect URIs are registered in the dashboard")
def _(sdk: SDK) -> None:
    uri = {
        "object": "redirect_uri",
        "id": "ruri_1",
        "uri": CALLBACK,
        "default": True,
        "created_at": TIME,
        "updated_at": TIME,
    }
    call = sdk.call(
        "user_management.list_redirect_uris",
        responses=[{"object": "list", "data": [uri], "list_metadata": {"before": None, "after": None}}],
    )
    assert [type(item) for item in call.result.data] == [models.RedirectUri]
    registered = [item.uri for item in call.result.data]
    assert any(redirect_uri_matches(pattern, CALLBACK) for pattern in registered)
    assert not any(redirect_uri_matches(pattern, f"{CALLBACK}/other") for pattern in registered)


def expect_invalid(uri: str, environment: Any, message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=message):
        check_redirect_uri(uri, environment=environment)


@rows.check(90, "redirect URIs in production use HTTPS")
def _(sdk: SDK) -> None:
    check_redirect_uri(CALLBACK, environment="production")
    expect_invalid("http://your-app.com/callback", "production", "plain http")


@rows.check(91, "redirect URIs in staging can use HTTP and localhost")
def _(sdk: SDK) -> None:
    for uri in ("http://your-app.com/callback", "http://localhost:3000/callback", "https://localhost/callback"):
        check_redirect_uri(uri, environment="staging")
    expect_invalid("http://localhost:3000/callback", "production", "localhost")


@rows.check(92, "native clients can use 127.0.0.1 in production")
def _(sdk: SDK) -> None:
    check_redirect_uri("http://127.0.0.1:51004/callback", environment="production")
    expect_invalid("http://127.0.0.2/callback", "production", "plain http")


@rows.check(93, "an asterisk matches a subdomain")
def _(sdk: SDK) -> None:
    check_redirect_uri("https://*.example.com/callback")
    assert redirect_uri_matches("https://*.example.com/callback", "https://foo.example.com/callback")
    assert not redirect_uri_matches("https://*.example.com/callback", "https://example.com/callback")


def invalid_wildcard(number: int, name: str, pattern: str, message: str, uri: str) -> None:
    """Add an invalid wildcard: it can't be registered, and it matches nothing."""

    def check(sdk: SDK) -> None:
        for environment in ("production", "staging"):
            expect_invalid(pattern, environment, message)
        assert not redirect_uri_matches(pattern, uri)

    rows.add(number, name, check)


invalid_wildcard(
    94,
    "a wildcard must be in a subdomain",
    "http://*.com",
    "directly below the public suffix 'com'",
    "http://example.com",
)
invalid_wildcard(
    95,
    "a wildcard must be in the first label",
    "https://sub.*.example.com",
    "not in the first label",
    "https://sub.a.example.com",
)
invalid_wildcard(
    96, "only one wildcard is allowed", "https://*.*.example.com", "more than one wildcard", "https://a.b.example.com"
)


@rows.check(97, "a wildcard can have a prefix and a suffix")
def _(sdk: SDK) -> None:
    pattern = "https://prefix-*-suffix.example.com"
    check_redirect_uri(pattern)
    assert redirect_uri_matches(pattern, "https://prefix-42-suffix.example.com")
    assert not redirect_uri_matches(pattern, "https://prefix-42.example.com")


@rows.check(98, "a wildcard matches one label")
def _(sdk: SDK) -> None:
    assert redirect_uri_matches("https://*.example.com", "https://sub1.example.com")
    assert not redirect_uri_matches("https://*.example.com", "https://sub1.sub2.example.com")


invalid_wildcard(
    99,
    "a wildcard directly below a public suffix is invalid",
    "https://*.ngrok-free.app",
    "directly below the public suffix 'ngrok-free.app'",
    "https://mine.ngrok-free.app",
)


@rows.check(100, "a wildcard matches letters, digits, hyphens and underscores")
def _(sdk: SDK) -> None:
    pattern = "https://*.example.com"
    assert redirect_uri_matches(pattern, "https://Foo_2-b.example.com")
    for uri in ("https://user:secret@foo.example.com", "https://f%6Fo.example.com", "https://fóo.example.com"):
        assert not redirect_uri_matches(pattern, uri)


@rows.check(101, "PKCE parameters in both authorization URLs")
def _(sdk: SDK) -> None:
    pair = generate_pkce_pair()
    urls = (
        authorization_url(sdk, provider="authkit", code_challenge=pair.code_challenge),
        sdk.client().sso.get_authorization_url(
            redirect_uri=CALLBACK, connection="conn_1", code_challenge=pair.code_challenge
        ),
    )
    for url in urls:
        assert query(url)["code_challenge"] == pair.code_challenge
        assert query(url)["code_challenge_method"] == pair.code_challenge_method == "S256"
        assert pair.code_verifier not in url


@rows.check(102, "a code verifier is random")
def _(sdk: SDK) -> None:
    assert len({generate_code_verifier() for _ in range(100)}) == 100
    assert {len(generate_code_verifier(length)) for length in (43, 128)} == {43, 128}


@rows.check(103, "a code challenge is the SHA-256 hash of the verifier")
def _(sdk: SDK) -> None:
    verifier = generate_code_verifier()
    digest = hashlib.sha256(verifier.encode()).digest()
    assert generate_code_challenge(verifier) == urlsafe_b64encode(digest).decode().rstrip("=")


@rows.check(104, "PKCE replaces the client secret")
def _(sdk: SDK) -> None:
    pair = generate_pkce_pair()
    call = sdk.call(
        "user_management.authenticate_with_code",
        code="c",
        code_verifier=pair.code_verifier,
        responses=[SIGNED_IN],
        settings={"api_key": None},
    )
    assert call.request_body == {
        "client_id": CLIENT_ID,
        "grant_type": "authorization_code",
        "code": "c",
        "code_verifier": pair.code_verifier,
    }
    assert "authorization" not in call.request.headers


def callback_error(error: str, description: str, state: str) -> AuthorizationCallbackError:
    url = f"{CALLBACK}?error={error}&error_description={quote(description)}&state={state}"
    with pytest.raises(AuthorizationCallbackError) as caught:
        parse_authorization_callback(url, expected_state=state)
    return caught.value


@rows.check(105, "a callback error has a description and the state")
def _(sdk: SDK) -> None:
    error = callback_error("some_new_code", "What happened", "s1")
    assert (error.error, error.error_description, error.state) == ("some_new_code", "What happened", "s1")


@rows.check(106, "callback URL with an error")
def _(sdk: SDK) -> None:
    error = callback_error("organization_invalid", "No connection associated with organization", "123456789")
    assert error.error == "organization_invalid"
    assert error.error_description == "No connection associated with organization"
    assert error.state == "123456789"


def known_callback_error(code: str) -> Any:
    def check(sdk: SDK) -> None:
        assert code in AUTHORIZATION_ERROR_CODES
        assert callback_error(code, "Some text", "s1").error == code

    return check


for number, code in enumerate(
    (
        "access_denied",
        "ambiguous_connection_selector",
        "connection_invalid",
        "connection_strategy_invalid",
        "connection_unlinked",
        "invalid_connection_selector",
        "organization_invalid",
        "oauth_failed",
        "server_error",
    ),
    start=107,
):
    rows.add(number, f"callback error {code}", known_callback_error(code))
