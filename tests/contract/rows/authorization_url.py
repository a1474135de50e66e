"""Items 81 to 115: the authorization URL, redirect URIs, PKCE, and the way back."""

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

from .api import CLIENT_ID, Api
from .base import Table
from .bodies import SIGNED_IN, TIME

rows = Table()
CALLBACK = "https://your-app.com/callback"
STATE = "dj1kUXc0dzlXZ1hjUQ=="


def authorization_url(api: Api, **given: Any) -> str:
    url: str = api.client().user_management.get_authorization_url(redirect_uri=CALLBACK, **given)
    return url


def query(url: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(url).query, strict_parsing=True))


@rows.check(81, "the authorization URL")
def _(api: Api) -> None:
    url = authorization_url(api, connection_id="conn_1", state=STATE)
    assert url.partition("?")[0] == "https://api.workos.com/user_management/authorize"
    assert query(url) == {
        "client_id": CLIENT_ID,
        "connection_id": "conn_1",
        "redirect_uri": CALLBACK,
        "response_type": "code",
        "state": STATE,
    }
    more = {
        "screen_hint": "sign-up",
        "login_hint": "a@example.com",
        "domain_hint": "example.com",
        "prompt": "login",
        "max_age": 60,
        "invitation_token": "Z1uX",
    }
    url = authorization_url(
        api, provider="GoogleOAuth", provider_scopes=["a", "b"], provider_query_params={"hd": "example.com"}, **more
    )
    given = {name: str(value) for name, value in more.items()}
    assert query(url).items() >= {**given, "provider_scopes": "a,b", "provider_query_params[hd]": "example.com"}.items()


@rows.check(82, "provider authkit is the hosted page")
def _(api: Api) -> None:
    assert query(authorization_url(api, provider="authkit"))["provider"] == "authkit"


@rows.check(83, "exactly one of connection, organization and provider")
def _(api: Api) -> None:
    selectors = {"connection_id": "conn_1", "organization_id": "org_1", "provider": "authkit"}
    for name, value in selectors.items():
        assert selectors.keys() & query(authorization_url(api, **{name: value})).keys() == {name}
    for number in (0, 2, 3):
        for names in combinations(selectors, number):
            with pytest.raises(InvalidArgumentError):
                authorization_url(api, **{name: selectors[name] for name in names})


rows.says(
    84,
    "the user goes to the provider and comes back",
    "user_management.get_authorization_url",
    "Redirect the user's browser to this URL.",
    "After the sign-in, the browser is redirected to `redirect_uri`",
)


@rows.check(85, "the redirect brings a code")
def _(api: Api) -> None:
    code = parse_authorization_callback(f"{CALLBACK}?code=01E2RJ4C05B52KKZ8FSRDAP23J").code
    done = api.call("user_management.authenticate_with_code", code=code, answers=[SIGNED_IN])
    assert done.body["code"] == "01E2RJ4C05B52KKZ8FSRDAP23J"


@rows.check(86, "state comes back unchanged")
def _(api: Api) -> None:
    state = "a b&c=d#ü%20+/"
    sent = urlsplit(authorization_url(api, provider="authkit", state=state)).query
    raw = next(part for part in sent.split("&") if part.startswith("state="))
    assert parse_authorization_callback(f"{CALLBACK}?code=c&{raw}", expected_state=state).state == state
    with pytest.raises(AuthorizationCallbackError) as caught:
        parse_authorization_callback(f"{CALLBACK}?code=c&{raw}", expected_state="another")
    assert caught.value.error == "state_mismatch"


@rows.check(87, "the callback URL")
def _(api: Api) -> None:
    callback = parse_authorization_callback(f"{CALLBACK}?code=01E2RJ4C05B52KKZ8FSRDAP23J&state=dj1kUXc0dzlXZ1hjUQ==")
    assert (callback.code, callback.state) == ("01E2RJ4C05B52KKZ8FSRDAP23J", STATE)


@rows.check(88, "state may hold the URL where sign-in began")
def _(api: Api) -> None:
    origin = "https://your-app.com/reports?month=5&sort=name#top"
    state = query(authorization_url(api, provider="authkit", state=origin))["state"]
    assert parse_authorization_callback({"code": "c", "state": state}).state == origin


@rows.check(89, "redirect URIs are those of the dashboard")
def _(api: Api) -> None:
    uri = {
        "object": "redirect_uri",
        "id": "ruri_1",
        "uri": CALLBACK,
        "default": True,
        "created_at": TIME,
        "updated_at": TIME,
    }
    done = api.call(
        "user_management.list_redirect_uris",
        answers=[{"object": "list", "data": [uri], "list_metadata": {"before": None, "after": None}}],
    )
    assert [type(one) for one in done.result.data] == [models.RedirectUri]
    registered = [one.uri for one in done.result.data]
    assert any(redirect_uri_matches(pattern, CALLBACK) for pattern in registered)
    assert not any(redirect_uri_matches(pattern, f"{CALLBACK}/other") for pattern in registered)


def refused(uri: str, environment: Any, why: str) -> None:
    with pytest.raises(InvalidArgumentError, match=why):
        check_redirect_uri(uri, environment=environment)


@rows.check(90, "production redirects to https")
def _(api: Api) -> None:
    check_redirect_uri(CALLBACK, environment="production")
    refused("http://your-app.com/callback", "production", "plain http")


@rows.check(91, "staging redirects to http and localhost too")
def _(api: Api) -> None:
    for uri in ("http://your-app.com/callback", "http://localhost:3000/callback", "https://localhost/callback"):
        check_redirect_uri(uri, environment="staging")
    refused("http://localhost:3000/callback", "production", "localhost")


@rows.check(92, "native clients listen on 127.0.0.1 in production")
def _(api: Api) -> None:
    check_redirect_uri("http://127.0.0.1:51004/callback", environment="production")
    refused("http://127.0.0.2/callback", "production", "plain http")


@rows.check(93, "an asterisk stands for a subdomain")
def _(api: Api) -> None:
    check_redirect_uri("https://*.example.com/callback")
    assert redirect_uri_matches("https://*.example.com/callback", "https://foo.example.com/callback")
    assert not redirect_uri_matches("https://*.example.com/callback", "https://example.com/callback")


def wildcard_refused(number: int, name: str, pattern: str, why: str, uri: str) -> None:
    """A wildcard that works nowhere: it can't be registered, and it covers nothing."""

    def proof(api: Api) -> None:
        for environment in ("production", "staging"):
            refused(pattern, environment, why)
        assert not redirect_uri_matches(pattern, uri)

    rows.add(number, name, proof)


wildcard_refused(94, "a wildcard stands in a subdomain", "http://*.com", "directly below 'com'", "http://example.com")
wildcard_refused(
    95,
    "a wildcard stands in the first label",
    "https://sub.*.example.com",
    "another label",
    "https://sub.a.example.com",
)
wildcard_refused(
    96, "there is one wildcard", "https://*.*.example.com", "more than one wildcard", "https://a.b.example.com"
)


@rows.check(97, "a wildcard may have text around it")
def _(api: Api) -> None:
    pattern = "https://prefix-*-suffix.example.com"
    check_redirect_uri(pattern)
    assert redirect_uri_matches(pattern, "https://prefix-42-suffix.example.com")
    assert not redirect_uri_matches(pattern, "https://prefix-42.example.com")


@rows.check(98, "a wildcard is one level deep")
def _(api: Api) -> None:
    assert redirect_uri_matches("https://*.example.com", "https://sub1.example.com")
    assert not redirect_uri_matches("https://*.example.com", "https://sub1.sub2.example.com")


wildcard_refused(
    99,
    "a wildcard is not below a public suffix",
    "https://*.ngrok-free.app",
    "directly below 'ngrok-free.app'",
    "https://mine.ngrok-free.app",
)


@rows.check(100, "a wildcard stands for letters, digits, hyphens and underscores")
def _(api: Api) -> None:
    pattern = "https://*.example.com"
    assert redirect_uri_matches(pattern, "https://Foo_2-b.example.com")
    for uri in ("https://user:secret@foo.example.com", "https://f%6Fo.example.com", "https://fóo.example.com"):
        assert not redirect_uri_matches(pattern, uri)


@rows.check(101, "PKCE on both authorization URLs")
def _(api: Api) -> None:
    pair = generate_pkce_pair()
    urls = (
        authorization_url(api, provider="authkit", code_challenge=pair.code_challenge),
        api.client().sso.get_authorization_url(
            redirect_uri=CALLBACK, connection="conn_1", code_challenge=pair.code_challenge
        ),
    )
    for url in urls:
        assert query(url)["code_challenge"] == pair.code_challenge
        assert query(url)["code_challenge_method"] == pair.code_challenge_method == "S256"
        assert pair.code_verifier not in url


@rows.check(102, "a code verifier is random")
def _(api: Api) -> None:
    assert len({generate_code_verifier() for _ in range(100)}) == 100
    assert {len(generate_code_verifier(length)) for length in (43, 128)} == {43, 128}


@rows.check(103, "a code challenge is the hash of the verifier")
def _(api: Api) -> None:
    verifier = generate_code_verifier()
    digest = hashlib.sha256(verifier.encode()).digest()
    assert generate_code_challenge(verifier) == urlsafe_b64encode(digest).decode().rstrip("=")


@rows.check(104, "with PKCE there is no client secret")
def _(api: Api) -> None:
    pair = generate_pkce_pair()
    public = {"api_key": None}
    done = api.call(
        "user_management.authenticate_with_code",
        code="c",
        code_verifier=pair.code_verifier,
        answers=[SIGNED_IN],
        settings=public,
    )
    assert done.body == {
        "client_id": CLIENT_ID,
        "grant_type": "authorization_code",
        "code": "c",
        "code_verifier": pair.code_verifier,
    }
    assert "authorization" not in done.request.headers


def came_back(error: str, description: str, state: str) -> AuthorizationCallbackError:
    url = f"{CALLBACK}?error={error}&error_description={quote(description)}&state={state}"
    with pytest.raises(AuthorizationCallbackError) as caught:
        parse_authorization_callback(url, expected_state=state)
    return caught.value


@rows.check(105, "an error comes back with description and state")
def _(api: Api) -> None:
    error = came_back("some_new_code", "What happened", "s1")
    assert (error.error, error.error_description, error.state) == ("some_new_code", "What happened", "s1")


@rows.check(106, "the callback URL with an error")
def _(api: Api) -> None:
    error = came_back("organization_invalid", "No connection associated with organization", "123456789")
    assert error.error == "organization_invalid"
    assert error.error_description == "No connection associated with organization"
    assert error.state == "123456789"


def redirect_error(code: str) -> Any:
    def proof(api: Api) -> None:
        assert code in AUTHORIZATION_ERROR_CODES
        assert came_back(code, "Some text", "s1").error == code

    return proof


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
    rows.add(number, f"redirect error {code}", redirect_error(code))
