# Generated from tests/async_/test_sign_in_results.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""What a sign-in asks of the API, and each field of its results."""

import json
import logging
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from tests.support.access_tokens import public_key, sign_token
from tests.support.browser import CookieJar
from tests.support.session_api import API, USER, cookie, token, token_response
from workos_core.auth.identity.cookie_header import read_cookies
from workos_core.auth.sealing.iron import SealError, unseal
from workos_core.auth.sessions.session_cookie import seal_session, unseal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_core.auth.sign_in.callback import AuthorizationCallbackError
from workos_core.auth.sign_in.verifier_cookie import seal_verifier, verifier_cookie_name
from workos_sync import (
    APIError,
    Authenticated,
    ConfigurationError,
    DecodeError,
    InvalidArgumentError,
    InvalidArgumentTypeError,
    MissingFieldError,
    NotAuthenticated,
    OrganizationNotSwitched,
    OrganizationSwitched,
    SignedIn,
    SignIn,
    SignInFailed,
    WorkOS,
)

COOKIE = "a cookie password of more than thirty-two characters"
CALLBACK = "https://app.example/callback"


def client(api: API) -> WorkOS:
    return WorkOS(
        "sk_1", client_id="client_1", transport=httpx.MockTransport(api), max_retries=0, rate_limiter=None, deadline=30
    )


def sign_in_with(workos: WorkOS, **settings: Any) -> SignIn:
    return SignIn(
        workos, **{"redirect_uri": CALLBACK, "cookie_password": COOKIE, "default_return_to": "/home", **settings}
    )


def query_of(url: str) -> dict[str, str]:
    return {name: value for name, (value,) in parse_qs(urlsplit(url).query).items()}


def start(sign_in: SignIn, jar: CookieJar, **arguments: Any) -> str:
    """Start a sign-in, and return its state."""
    redirect = sign_in.start(jar, **arguments)
    jar.store(redirect.cookies)
    return query_of(redirect.url)["state"]


def complete(sign_in: SignIn, **arguments: Any) -> Any:
    jar = CookieJar()
    state = start(sign_in, jar, return_to="/reports")
    return sign_in.complete({"code": "c", "state": state}, jar, **arguments)


def sessions(*values: str) -> Any:
    """Return the cookies of a request with several session cookies."""
    return read_cookies("; ".join(f"wos-session={value}" for value in values))


def test_request_for_the_tokens() -> None:
    api = API(body=token_response(access_token=token(org_id="org_1"), authentication_method="SSO"))
    with client(api) as workos:
        sign_in = sign_in_with(workos)
        jar = CookieJar()
        redirect = sign_in.start(jar, custom_state="mine")
        jar.store(redirect.cookies)
        query = query_of(redirect.url)
        assert unseal(query["state"], COOKIE)["returnPathname"] == "/home"
        result = sign_in.complete(
            {"code": "c", "state": query["state"]}, jar, ip_address="192.0.2.1", user_agent="test"
        )
        assert isinstance(result, SignedIn)
        assert (result.return_to, result.custom_state, result.response.user.id) == ("/home", "mine", "user_1")
        jar.store(result.cookies)
        data = unseal_session(jar["wos-session"], COOKIE).session
        assert (data.organization_id, data.authentication_method, data.refresh_token) == ("org_1", "SSO", "new")
        assert sign_in.read_session(jar) == data
        assert complete(sign_in)
    bodies = [json.loads(request.content) for request in api.requests]
    assert bodies[0] | {"code_verifier": ""} == {
        "client_id": "client_1",
        "client_secret": "sk_1",
        "grant_type": "authorization_code",
        "code": "c",
        "code_verifier": "",
        "ip_address": "192.0.2.1",
        "user_agent": "test",
    }
    assert len(bodies[0]["code_verifier"]) >= 43
    assert not bodies[1].keys() & {"ip_address", "user_agent"}


def test_parameters_of_the_authorization_url() -> None:
    arguments: dict[str, Any] = {
        "screen_hint": "sign-up",
        "login_hint": "ada@example.com",
        "domain_hint": "example.com",
        "prompt": "login",
        "max_age": 60,
        "invitation_token": "i",
    }
    with client(API()) as workos:
        sign_in = sign_in_with(workos)
        query = query_of(sign_in.start({}, **arguments).url)
        assert query | {"state": "", "code_challenge": ""} == {
            **arguments,
            "max_age": "60",
            "client_id": "client_1",
            "response_type": "code",
            "redirect_uri": CALLBACK,
            "provider": "authkit",
            "code_challenge_method": "S256",
            "state": "",
            "code_challenge": "",
        }
        assert len(query["code_challenge"]) == 43
        for selectors in (
            {"organization_id": "org_1"},
            {"connection_id": "conn_1"},
            {"provider": "GoogleOAuth"},
            {"organization_id": "org_1", "provider": "authkit"},
        ):
            query = query_of(sign_in.start({}, **selectors).url)  # type: ignore[arg-type]
            names = {"organization_id", "connection_id", "provider"}
            assert {name: value for name, value in query.items() if name in names} == selectors


@pytest.mark.parametrize(
    "selectors",
    [
        {"organization_id": "org_1", "connection_id": "conn_1"},
        {"organization_id": "org_1", "provider": "GoogleOAuth"},
        {"connection_id": "conn_1", "provider": "authkit"},
        {"organization_id": "org_1", "connection_id": "conn_1", "provider": "authkit"},
    ],
)
def test_selectors_that_exclude_each_other(selectors: Any) -> None:
    with client(API()) as workos:
        with pytest.raises(InvalidArgumentError) as caught:
            sign_in_with(workos).start({}, **selectors)
    assert str(caught.value) == (
        f"pass only one of {', '.join(selectors)}; only provider='authkit' can be combined with organization_id"
    )


def test_wrong_arguments() -> None:
    wrong: Any = 5
    with client(API()) as workos:
        sign_in = sign_in_with(workos)
        with pytest.raises(InvalidArgumentTypeError, match=r"^cookies must be a dict of the cookies by name"):
            sign_in.start(wrong)
        with pytest.raises(InvalidArgumentTypeError, match=r"^custom_state must be a str"):
            sign_in.start({}, custom_state=wrong)
        with pytest.raises(InvalidArgumentTypeError, match=r"^default_return_to must be a str"):
            sign_in_with(workos, default_return_to=wrong)
        with pytest.raises(InvalidArgumentTypeError, match=r"^cookies must be the result of cookie_settings\(\)"):
            sign_in_with(workos, cookies=wrong)
        for name in ("redirect_uri", "post_logout_redirect_uri"):
            with pytest.raises(InvalidArgumentError, match=rf"^{name}: "):
                sign_in_with(workos, **{name: "ftp://app.example"})
            with pytest.raises(InvalidArgumentError, match=rf"^{name}: "):
                sign_in_with(workos, **{name: ["https://app.example/callback", "ftp://app.example"]})
            with pytest.raises(InvalidArgumentTypeError, match=rf"^{name} must be a str, "):
                sign_in_with(workos, **{name: 5})


def test_redirect_uris_of_staging_environments_are_accepted() -> None:
    with client(API()) as workos:
        for uri in ("http://localhost:3000/callback", "http://127.0.0.1/callback"):
            assert sign_in_with(workos, redirect_uri=uri, post_logout_redirect_uri=uri).redirect_uri == uri


def test_missing_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WORKOS_REDIRECT_URI", "WORKOS_COOKIE_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    with client(API()) as workos:
        with pytest.raises(ConfigurationError, match=r"^redirect_uri is missing: pass it or set WORKOS_REDIRECT_URI$"):
            sign_in_with(workos, redirect_uri=None).start({})
        with pytest.raises(ConfigurationError, match=r"^cookie_password is missing: pass it or set "):
            sign_in_with(workos, cookie_password=None).start({})
        with pytest.raises(ConfigurationError, match=r"^cookie_password is missing: pass it or set "):
            sign_in_with(workos, cookie_password=None).complete({"code": "c", "state": "s"}, {})
        assert sign_in_with(workos, cookie_password=None).read_session({"wos-session": cookie()}) is None
        monkeypatch.setenv("WORKOS_REDIRECT_URI", CALLBACK)
        monkeypatch.setenv("WORKOS_COOKIE_PASSWORD", COOKIE)
        sign_in = sign_in_with(workos, redirect_uri=None, cookie_password=None)
        assert sign_in.redirect_uri == CALLBACK
        assert sign_in.read_session({"wos-session": cookie()}) is not None


def test_properties() -> None:
    with client(API()) as workos:
        sign_in = sign_in_with(workos, allowed_origins=["https://web.example"])
        assert repr(sign_in) == f"SignIn(redirect_uri={CALLBACK!r})"
        assert sign_in.workos is workos
        assert (sign_in.redirect_uri, sign_in.has_redirect_uri) == (CALLBACK, True)
        assert sign_in.allowed_origins == ("https://app.example", "https://web.example")
        assert (sign_in.session_cookie_name, sign_in.callback_paths) == ("wos-session", ("/callback",))
        verifier = sign_in.start({}).cookies[0].name
        own = {
            name: sign_in.is_own_cookie(name)
            for name in ("wos-session", "wos-session.1", verifier, "other", "Wos-Session")
        }
        assert list(own.values()) == [True, True, True, False, False]


def test_callback_that_is_malformed() -> None:
    with client(API()) as workos:
        sign_in, jar = sign_in_with(workos), CookieJar()
        state = start(sign_in, jar)
        result = sign_in.complete(f"code=a&code=b&state={state}", jar)
        assert isinstance(result, SignInFailed)
        assert (result.reason, result.retryable, result.cookies) == ("malformed_callback", False, ())
        assert result.return_to == "/home"
        assert isinstance(result.error, AuthorizationCallbackError)


@pytest.mark.parametrize(("state", "reason"), [(None, "missing_state"), ("forged", "missing_cookie")])
def test_callback_of_another_browser(state: str | None, reason: str) -> None:
    with client(API()) as workos:
        sign_in = sign_in_with(workos)
        result = sign_in.complete({"code": "c"} | ({"state": state} if state else {}), {})
        assert isinstance(result, SignInFailed)
        assert (result.reason, result.retryable, result.cookies, result.return_to) == (reason, False, (), "/home")
        assert isinstance(result.error, SealError)


def test_cookie_of_another_sign_in_is_deleted() -> None:
    with client(API()) as workos:
        sign_in = sign_in_with(workos)
        redirect = sign_in.start({})
        name, state = redirect.cookies[0].name, query_of(redirect.url)["state"]
        result = sign_in.complete({"code": "c", "state": state}, {name: "other"})
        assert isinstance(result, SignInFailed)
        assert (result.reason, result.return_to) == ("state_mismatch", "/home")
        assert [(each.name, each.max_age) for each in result.cookies] == [(name, 0)]


def test_sign_in_of_another_sdk_returns_to_the_default_path() -> None:
    with client(API()) as workos:
        state = seal_verifier("v" * 43, COOKIE)
        result = sign_in_with(workos).complete({"code": "c", "state": state}, {verifier_cookie_name(state): state})
        assert isinstance(result, SignedIn)
        assert (result.return_to, result.custom_state) == ("/home", None)


@pytest.mark.parametrize(("error", "retryable"), [("access_denied", False), ("server_error", True)])
def test_callback_with_an_error(error: str, retryable: bool) -> None:
    with client(API()) as workos:
        sign_in, jar = sign_in_with(workos), CookieJar()
        state = start(sign_in, jar, return_to="/reports")
        result = sign_in.complete({"error": error, "state": state}, jar)
        assert isinstance(result, SignInFailed)
        assert (result.reason, result.retryable, result.return_to) == (error, retryable, "/reports")
        assert isinstance(result.error, AuthorizationCallbackError)
        assert [each.max_age for each in result.cookies] == [0]
        assert result.cookies[0].name in jar


@pytest.mark.parametrize(
    ("status", "body", "reason", "retryable", "error"),
    [
        (429, {}, "rate_limited", True, APIError),
        (408, {"error": "timeout"}, "api_unavailable", True, APIError),
        (500, {"error": "x"}, "api_unavailable", True, APIError),
        (499, {"error": "x"}, "x", False, APIError),
        (400, {"error": "invalid_grant", "code": "y"}, "invalid_grant", False, APIError),
        (400, {"code": "y"}, "y", False, APIError),
        (400, {}, "refused", False, APIError),
        (200, [], "api_unavailable", True, DecodeError),
        (200, token_response(access_token=None), "invalid_response", True, MissingFieldError),
        (200, token_response(refresh_token="x" * 70_000), "too_long", False, SealError),
    ],
)
def test_failed_code_exchange(status: int, body: Any, reason: str, retryable: bool, error: Any) -> None:
    with client(API(status, body)) as workos:
        result = complete(sign_in_with(workos))
    assert isinstance(result, SignInFailed)
    assert (result.reason, result.retryable, result.return_to) == (reason, retryable, "/reports")
    assert isinstance(result.error, error)
    assert [(each.name[:18], each.max_age) for each in result.cookies] == [("wos-auth-verifier-", 0)]


def test_sign_out_of_several_sessions() -> None:
    api = API(204, {})
    with client(api) as workos:
        sign_in = sign_in_with(workos)
        cookies = sessions("malformed", *(cookie(access_token=token(sid=f"session_{number}")) for number in (1, 2, 3)))
        redirect = sign_in.sign_out(cookies, return_to="https://app.example/bye")
        assert query_of(redirect.url) == {"session_id": "session_1", "return_to": "https://app.example/bye"}
        assert all(each.max_age == 0 for each in redirect.cookies)
        assert "wos-session" in {each.name for each in redirect.cookies}
    assert [json.loads(request.content) for request in api.requests] == [
        {"session_id": "session_2"},
        {"session_id": "session_3"},
    ]


@pytest.mark.parametrize(
    ("setting", "argument", "without_session", "return_to"),
    [
        (None, None, "/home", None),
        ("https://app.example/out", None, "https://app.example/out", "https://app.example/out"),
        ("https://app.example/out", "/bye", "/bye", "/bye"),
    ],
)
def test_where_sign_out_returns_to(
    setting: str | None, argument: str | None, without_session: str, return_to: str | None
) -> None:
    with client(API()) as workos:
        sign_in = sign_in_with(workos, post_logout_redirect_uri=setting)
        for cookies in ({}, {"wos-session": "malformed"}):
            assert (sign_in.sign_out(cookies, return_to=argument)).url == without_session
        redirect = sign_in.sign_out({"wos-session": cookie()}, return_to=argument)
        assert query_of(redirect.url).get("return_to") == return_to


def test_reading_and_expiring_the_session() -> None:
    with client(API()) as workos:
        sign_in = sign_in_with(workos)
        data = sign_in.read_session({"wos-session": cookie()})
        assert data is not None
        assert data.refresh_token == "old"
        assert sign_in.read_session({}) is None
        assert sign_in.read_session({"wos-session": "malformed"}) is None
        expired = sign_in.expire_session({"wos-session": "x", "wos-session.2": "y", "other": "z"})
        assert {each.name for each in expired} == {"wos-session", "wos-session.2"}
        assert {each.max_age for each in expired} == {0}


def test_revoking_a_session(caplog: pytest.LogCaptureFixture) -> None:
    api = API(204, {})
    with client(api) as workos:
        sign_in = sign_in_with(workos)
        sign_in.revoke_session(None)
        assert not api.requests
        sign_in.revoke_session("session_1")
        assert json.loads(api.requests[0].content) == {"session_id": "session_1"}
        assert not caplog.messages
        api.status = 500
        with caplog.at_level(logging.WARNING, "workos"):
            sign_in.revoke_session("session_1")
        assert caplog.messages == ["a session could not be revoked: ServerError"]


def test_switched_organization() -> None:
    body = token_response(access_token=token(org_id="org_2"), user={**USER, "metadata": {"a": "x" * 20_000}})
    with client(API(body=body)) as workos:
        result = sign_in_with(workos).switch_organization({"wos-session": cookie()}, "org_2")
        assert isinstance(result, OrganizationSwitched)
        assert (result.session.organization_id, result.session.refresh_token) == ("org_2", "new")
        stored = "".join(each.value for each in result.cookies if each.max_age)
        assert unseal_session(stored, COOKIE).session.refresh_token == "new"
        with pytest.raises(InvalidArgumentError, match=r"^organization_id is empty"):
            sign_in_with(workos).switch_organization({}, "")


@pytest.mark.parametrize(
    ("status", "error", "retryable", "query"),
    [
        (500, "api_unavailable", True, None),
        (400, "invalid_grant", False, None),
        (403, "sso_required", False, {"organization_id": "org_2"}),
        (403, "mfa_enrollment", False, {"organization_id": "org_2", "provider": "authkit"}),
        (403, "mfa_challenge", False, {"organization_id": "org_2", "provider": "authkit"}),
        (
            403,
            "organization_authentication_methods_required",
            False,
            {"organization_id": "org_2", "provider": "authkit"},
        ),
    ],
)
def test_organization_that_is_not_switched(
    status: int, error: str, retryable: bool, query: dict[str, str] | None
) -> None:
    with client(API(status, {"error": error})) as workos:
        sign_in, jar = sign_in_with(workos), CookieJar()
        result = sign_in.switch_organization({"wos-session": cookie()}, "org_2", return_to="/reports")
        assert isinstance(result, OrganizationNotSwitched)
        assert (result.reason, result.retryable, result.cookies) == (error, retryable, ())
        assert isinstance(result.error, APIError)
        if query is None:
            assert result.sign_in is None
            return
        assert result.sign_in is not None
        sent = query_of(result.sign_in.url)
        assert {name: sent.get(name) for name in ("organization_id", "provider")} == {"provider": None, **query}
        jar.store(result.sign_in.cookies)
        failed = sign_in.complete({"error": "access_denied", "state": sent["state"]}, jar)
        assert failed.return_to == "/reports"


def test_step_that_the_organization_requires() -> None:
    """Every error with data for the next step of a sign-in starts one, whatever its code is."""
    body = {
        "code": "email_verification_required",
        "message": "m",
        "pending_authentication_token": "p",
        "email": "ada@example.com",
        "email_verification_id": "email_verification_1",
    }
    with client(API(403, body)) as workos:
        result = sign_in_with(workos).switch_organization({"wos-session": cookie()}, "org_2")
    assert isinstance(result, OrganizationNotSwitched)
    assert (result.reason, result.sign_in is not None) == ("email_verification_required", True)


@pytest.mark.parametrize(
    "authorization", ["Bearer {}", "bearer {}", "  BEARER   {} ", "Bearer {}\t"], ids=["usual", "lower", "upper", "tab"]
)
def test_bearer_tokens_take_precedence_over_cookies(authorization: str) -> None:
    api = API(body={"keys": [public_key()]})
    claims = {"iss": "https://api.workos.com", "sub": "user_2", "sid": "session_2", "exp": 4_000_000_000, "iat": 1}
    access_token = sign_token(claims)
    with client(api) as workos:
        sign_in = sign_in_with(workos)
        result = sign_in.authenticate({"wos-session": cookie()}, authorization=authorization.format(access_token))
        assert isinstance(result, Authenticated)
        assert (result.identity.kind, result.identity.user_id, result.identity.access_token) == (
            "access_token",
            "user_2",
            access_token,
        )


@pytest.mark.parametrize(
    "authorization", [None, "", "Basic abc", "Bearerabc", "Basic Bearer abc", "XBearer abc", "\x0bBearer abc"]
)
def test_other_credentials_are_ignored(authorization: str | None) -> None:
    with client(API()) as workos:
        result = sign_in_with(workos).authenticate({}, authorization=authorization)
        assert isinstance(result, NotAuthenticated)
        assert result.reason == "no_session_cookie_provided"


def test_bearer_without_credentials() -> None:
    with client(API()) as workos:
        result = sign_in_with(workos).authenticate({}, authorization="Bearer")
        assert isinstance(result, NotAuthenticated)
        assert (result.reason, result.retryable) == ("invalid_api_key", False)


def test_api_keys_are_validated_once() -> None:
    api = API(200, {"api_key": None})
    with client(api) as workos:
        sign_in = sign_in_with(workos)
        for credentials in ("Xsk_key_12345X", "Xsk_key_12345X", "sk_key_12345\x0b"):
            result = sign_in.authenticate({}, authorization=f"Bearer {credentials}")
            assert isinstance(result, NotAuthenticated)
            assert result.reason == "invalid_api_key"
    assert [json.loads(request.content) for request in api.requests] == [{"value": "Xsk_key_12345X"}]


def test_refreshed_session_is_stored() -> None:
    def access_token(**times: int) -> str:
        return sign_token({"iss": "https://api.workos.com", "sub": "user_1", "sid": "session_1", **times})

    new = access_token(iat=1, exp=4_000_000_000)
    api = API(body={**token_response(access_token=new), "keys": [public_key()]})
    with client(api) as workos:
        sign_in = sign_in_with(workos)
        result = sign_in.authenticate({"wos-session": cookie(access_token=access_token(iat=1, exp=2))})
        assert isinstance(result, Authenticated)
        (stored,) = result.cookies
        assert (result.refreshed, result.identity.access_token, stored.max_age > 0) == (True, new, True)
        assert unseal_session(stored.value, COOKIE).session.access_token == new


def test_session_with_the_password_of_another_app() -> None:
    with client(API()) as workos:
        sign_in = sign_in_with(workos, cookie_password="x" * 32)
        other = seal_session(SessionData(access_token=token()), COOKIE)
        result = sign_in.authenticate({"wos-session": other})
        assert isinstance(result, NotAuthenticated)
        assert result.reason == "invalid_session_cookie"
        assert {each.max_age for each in result.cookies} == {0}
