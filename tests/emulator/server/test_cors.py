"""Browser clients: CORS, and the cookies of clients without `devMode`."""

import re
from collections.abc import Iterator
from http.cookies import SimpleCookie
from typing import Any

import httpx
import pytest

from workos_emulator import Clock, Emulator

from ..support import Api

APP = "http://localhost:3000"
AUTHENTICATE = "/user_management/authenticate"
COOKIE = "workos_emulator_session_4100"
PASSWORD = "correct horse battery 1"


@pytest.fixture
def browser(emulator: Emulator) -> Iterator[httpx.Client]:
    with httpx.Client(
        transport=emulator.transport, base_url="http://localhost:4100", headers={"origin": APP}
    ) as client:
        yield client


def sign_in(api: Api, browser: httpx.Client, **headers: str) -> httpx.Response:
    if not api("GET", "/user_management/users")["data"]:
        api.user(email="ada@example.com", password=PASSWORD, email_verified=True)
    body = {
        "client_id": api.emulator.client_id,
        "client_secret": api.emulator.api_key,
        "grant_type": "password",
        "email": "ada@example.com",
        "password": PASSWORD,
    }
    return browser.post(AUTHENTICATE, json=body, headers=headers)


def refresh(emulator: Emulator, browser: httpx.Client, **body: Any) -> httpx.Response:
    return browser.post(AUTHENTICATE, json={"client_id": emulator.client_id, "grant_type": "refresh_token", **body})


def preflight(browser: httpx.Client, path: str, method: str = "POST", **headers: str) -> httpx.Response:
    names = {"access-control-request-method": method, "access-control-request-headers": "content-type", **headers}
    return browser.request("OPTIONS", path, headers=names)


def set_cookies(response: httpx.Response) -> dict[str, Any]:
    cookies: SimpleCookie = SimpleCookie()
    for value in response.headers.get_list("set-cookie"):
        cookies.load(value)
    return dict(cookies)


def assert_readable(response: httpx.Response, origin: str = APP) -> None:
    assert response.headers["access-control-allow-origin"] == origin
    assert response.headers["access-control-allow-credentials"] == "true"
    assert "Origin" in re.split(", *", response.headers["vary"])


def assert_unreadable(response: httpx.Response) -> None:
    assert not [name for name in response.headers if name.startswith("access-control-")]
    assert "Origin" in re.split(", *", response.headers["vary"])


@pytest.mark.parametrize(
    "path", [AUTHENTICATE, "/oauth2/token", "/oauth2/register", "/sso/token", "/user_management/authorize/device"]
)
def test_preflight(browser: httpx.Client, path: str) -> None:
    response = preflight(browser, path)
    assert response.status_code == 204
    assert_readable(response)
    assert "POST" in response.headers["access-control-allow-methods"].split(", ")
    assert response.headers["access-control-allow-headers"] == "content-type"


@pytest.mark.parametrize(
    "path", ["/oauth2/userinfo", "/oauth2/jwks", "/.well-known/openid-configuration", "/sso/profile"]
)
def test_preflight_of_get(browser: httpx.Client, path: str) -> None:
    response = preflight(browser, path, "GET", **{"access-control-request-headers": "authorization"})
    assert_readable(response)
    assert response.headers["access-control-allow-headers"] == "authorization"


@pytest.mark.parametrize(
    "path", ["/user_management/users", "/organizations", "/_emulator/reset", "/hosted/sign-in", "/oauth2/authorize"]
)
def test_endpoints_that_browsers_do_not_call(browser: httpx.Client, path: str) -> None:
    response = preflight(browser, path)
    assert not [name for name in response.headers if name.startswith("access-control-")]


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [
        ("http://localhost:5173", True),
        ("https://app.localhost", True),
        ("http://127.0.0.1:8000", True),
        ("http://[::1]:8000", True),
        ("https://app.example.com", True),
        ("https://app.example.com:8443", False),
        ("http://app.example.com", False),
        ("https://evil.example", False),
        ("http://localhost.evil.example", False),
        ("http://127.0.0.1.evil.example", False),
        ("http://localhost@evil.example", False),
        ("http://evil.example/@localhost", False),
        ("chrome-extension://localhost", False),
        ("null", False),
        ("", False),
        ("*", False),
    ],
)
def test_origins(api: Api, browser: httpx.Client, origin: str, allowed: bool) -> None:
    api("POST", "/user_management/cors_origins", 201, json={"origin": "https://app.example.com"})
    headers = {"origin": origin}
    for response in (
        preflight(browser, AUTHENTICATE, **headers),
        browser.post(AUTHENTICATE, json={}, headers=headers),
        browser.get("/sso/jwks/client_emulator", headers=headers),
    ):
        if allowed:
            assert_readable(response, origin)
        else:
            assert_unreadable(response)


def test_loopback_origins_can_be_disallowed(emulator: Emulator, browser: httpx.Client) -> None:
    emulator.settings.loopback_origins_allowed = False
    assert_unreadable(preflight(browser, AUTHENTICATE))


def test_error_responses_are_readable(emulator: Emulator, browser: httpx.Client) -> None:
    emulator.faults.add(status=503)
    assert browser.request("OPTIONS", AUTHENTICATE).status_code == 503
    emulator.faults.add(status=503)
    assert preflight(browser, AUTHENTICATE).status_code == 204, "a fault must not affect the preflight"
    failed = [browser.post(AUTHENTICATE, json={})]
    failed += [browser.get(AUTHENTICATE), browser.post(AUTHENTICATE, content=b"{", headers={"content-type": "x/y"})]
    failed += [browser.post(AUTHENTICATE, json={}), browser.get("/oauth2/unknown"), browser.get("/sso/jwks/other")]
    assert [response.status_code for response in failed] == [503, 405, 415, 422, 404, 404]
    for response in failed:
        assert_readable(response)
        assert "retry-after" in response.headers["access-control-expose-headers"]


def test_refresh_with_the_cookie(api: Api, emulator: Emulator, browser: httpx.Client) -> None:
    response = sign_in(api, browser)
    token = set_cookies(response)[COOKIE]
    assert token.value == response.json()["refresh_token"]
    assert token["httponly"] is True
    assert (token["path"], token["samesite"], token["secure"]) == ("/user_management", "Lax", "")
    assert token["max-age"] == str(7 * 24 * 3600)
    marker = set_cookies(response)["workos-has-session"]
    assert (marker.value, marker["path"], marker["httponly"]) == (emulator.client_id, "/", "")

    refreshed = refresh(emulator, browser)
    assert refreshed.status_code == 200
    assert_readable(refreshed)
    assert refreshed.json()["refresh_token"] != token.value
    assert refresh(emulator, browser).status_code == 200, "the cookie has the new refresh token"


def test_cookies_end_with_the_session(api: Api, emulator: Emulator, browser: httpx.Client, clock: Clock) -> None:
    session = set_cookies(sign_in(api, browser))[COOKIE]
    assert session.value
    clock.advance(6 * 24 * 3600)
    marker = set_cookies(refresh(emulator, browser))["workos-has-session"]
    assert marker["max-age"] == str(24 * 3600)
    clock.advance(24 * 3600)
    ended = refresh(emulator, browser)
    assert (ended.status_code, ended.json()["error"]) == (400, "invalid_grant")
    assert_readable(ended)
    assert {cookie["max-age"] for cookie in set_cookies(ended).values()} == {"0"}
    assert not dict(browser.cookies)


def test_sign_out_deletes_the_cookies(api: Api, emulator: Emulator, browser: httpx.Client) -> None:
    browser.cookies.set("workos-has-session", "client_of_another_emulator", domain="localhost.local", path="/")
    sign_in(api, browser)
    assert browser.cookies["workos-has-session"] == "client_emulator.client_of_another_emulator"
    (session,) = emulator.environment.state.sessions
    response = browser.get("/user_management/sessions/logout", params={"session_id": session.id, "return_to": APP})
    assert response.status_code == 302
    assert dict(browser.cookies) == {"workos-has-session": "client_of_another_emulator"}
    assert refresh(emulator, browser).json()["error"] == "invalid_grant"


def test_sign_out_of_another_session_keeps_the_cookies(api: Api, emulator: Emulator, browser: httpx.Client) -> None:
    sign_in(api, browser)
    with httpx.Client(transport=emulator.transport, base_url="http://localhost:4100") as server:
        sign_in(api, server)
    other = list(emulator.environment.state.sessions)[-1]
    assert browser.get("/user_management/sessions/logout", params={"session_id": other.id}).status_code == 200
    assert refresh(emulator, browser).status_code == 200


def test_each_port_has_its_own_cookie(api: Api, emulator: Emulator, browser: httpx.Client) -> None:
    sign_in(api, browser)
    with httpx.Client(transport=Emulator().transport, headers=browser.headers, cookies=browser.cookies) as other:
        other.base_url = httpx.URL("http://localhost:4200")
        assert refresh(emulator, other).json()["error"] == "invalid_grant"
    assert refresh(emulator, browser).status_code == 200
    emulator.reset()
    ended = refresh(emulator, browser)
    assert (ended.status_code, set_cookies(ended)[COOKIE]["max-age"]) == (400, "0")


def test_only_allowed_origins_may_use_the_cookie(api: Api, emulator: Emulator, browser: httpx.Client) -> None:
    sign_in(api, browser)
    browser.headers["origin"] = "https://evil.example"
    response = refresh(emulator, browser)
    assert (response.status_code, response.json()["error"]) == (400, "invalid_grant")
    assert_unreadable(response)
    del browser.headers["origin"]
    assert refresh(emulator, browser).status_code == 422, "without an origin, it is not a browser client"


def test_clients_without_an_origin_get_no_cookies(api: Api, browser: httpx.Client) -> None:
    del browser.headers["origin"]
    assert "set-cookie" not in sign_in(api, browser).headers


def test_a_refresh_token_in_the_body_has_precedence(api: Api, emulator: Emulator, browser: httpx.Client) -> None:
    sign_in(api, browser)
    assert refresh(emulator, browser, refresh_token="other").json()["error"] == "invalid_grant"


@pytest.mark.parametrize(
    ("base_url", "site", "attributes"),
    [
        ("http://localhost:4100", "same-site", "SameSite=Lax"),
        ("http://127.0.0.1:4100", "cross-site", "SameSite=None; Secure"),
        ("https://auth.example.com", "same-site", "SameSite=Lax; Secure"),
    ],
)
def test_sites(api: Api, browser: httpx.Client, base_url: str, site: str, attributes: str) -> None:
    browser.base_url = httpx.URL(base_url)
    token, marker = sign_in(api, browser, **{"sec-fetch-site": site}).headers.get_list("set-cookie")
    assert token.endswith(f"; HttpOnly; {attributes}")
    assert marker.endswith(f"; {attributes}")
    assert ("; Domain=example.com;" in marker) is ("example.com" in base_url)


def test_cookies_of_other_applications_are_ignored(api: Api, emulator: Emulator, browser: httpx.Client) -> None:
    sign_in(api, browser)
    name = COOKIE
    header = f'theme={{"a": "b"}}; bad[name]=1; =; x; {name}={browser.cookies[name]}; last="q'
    browser.cookies.clear()
    browser.headers["cookie"] = header
    assert refresh(emulator, browser).status_code == 200
