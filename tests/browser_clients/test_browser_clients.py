"""The published authkit-js and authkit-react sign users in at the emulator, in Chromium, with and without `devMode`."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from workos_emulator import Emulator

from .conftest import ClientApp

EMAIL, PASSWORD = "ada@example.com", "correct horse battery 1"


@pytest.fixture
def app(make_app: Callable[[str], ClientApp], emulator: Emulator) -> ClientApp:
    emulator.create("users", email=EMAIL, password=PASSWORD, email_verified=True)
    return make_app("127.0.0.1")


# authkit-react wraps authkit-js: one of them is enough for what happens outside the components.
only_js = pytest.mark.parametrize("library", ["authkit-js"], indirect=True)
only_dev_mode = pytest.mark.parametrize("dev_mode", [True], indirect=True, ids=["devMode"])


def sign_in(app: ClientApp, path: str = "/") -> None:
    app.open(path)
    app.browser.press("Sign in")
    assert "/hosted/sign-in" in app.browser.url
    app.browser.fill("Email address", EMAIL)
    app.browser.fill("Password", PASSWORD)
    app.browser.press("Sign in")
    app.wait_until_ready()
    app.wait_for_text("heading", f"Hello, {EMAIL}")


def refreshes(emulator: Emulator) -> int:
    entries = [entry for entry in emulator.requests if entry.operation_id == "authenticate" and entry.status == 200]
    return sum(b'"refresh_token"' in entry.request.body for entry in entries)


def stored_refresh_token(app: ClientApp) -> bool:
    """Return whether a script can read a refresh token."""
    (session, *_) = reversed(list(app.emulator.environment.state.sessions))
    tokens = [token.id for token in app.emulator.environment.state.refresh_tokens.group("session", session.id)]
    readable = app.script("return JSON.stringify({...localStorage, ...sessionStorage}) + document.cookie")
    return any(token in readable for token in tokens)


def session_cookies(app: ClientApp) -> set[tuple[str, bool]]:
    """Return the names of the session's cookies, of all paths, and whether scripts cannot read them."""
    cookies = app.browser.driver.execute_cdp_cmd("Network.getAllCookies", {})["cookies"]
    names = ("workos_emulator_session", "workos-has-session")
    return {(cookie["name"], cookie["httpOnly"]) for cookie in cookies if cookie["name"].startswith(names)}


def test_sign_in_reload_and_refresh(app: ClientApp, emulator: Emulator) -> None:
    sign_in(app)
    assert "code=" not in app.browser.url
    assert stored_refresh_token(app) is app.dev_mode
    port = app.emulator_url.rpartition(":")[2]
    expected = {("workos-has-session", False), (f"workos_emulator_session_{port}", True)}
    assert session_cookies(app) == (set() if app.dev_mode else expected)
    app.reload()
    assert app.text("heading") == f"Hello, {EMAIL}"
    app.reload()
    assert app.text("heading") == f"Hello, {EMAIL}"
    assert refreshes(app.emulator) == 2
    assert len(app.emulator.environment.state.sessions) == 1
    issued = int(app.text("issued"))
    emulator.clock.advance(timedelta(days=1))
    app.click("Refresh")
    app.wait_for(lambda: int(app.text("issued")) >= issued + 24 * 3600)
    emulator.clock.advance(timedelta(days=3))
    app.reload()
    app.wait_for(lambda: int(app.text("issued")) >= issued + 4 * 24 * 3600)
    assert app.text("heading") == f"Hello, {EMAIL}"
    assert app.browser.console_problems() == []


@only_js
def test_automatic_refresh(app: ClientApp, emulator: Emulator) -> None:
    emulator.settings.access_token_lifetime = timedelta(seconds=11)  # the client refreshes 10 seconds before the expiry
    sign_in(app)
    app.wait_for(lambda: refreshes(emulator) >= 2)


def test_the_session_ends(app: ClientApp, emulator: Emulator) -> None:
    sign_in(app)
    emulator.clock.advance(timedelta(days=8))
    app.click("Refresh")
    app.wait_for(lambda: app.text("notice") != "")
    app.reload()
    assert app.text("heading") == "Signed out"
    assert "workos-has-session" not in app.script("return document.cookie")


@only_js
def test_an_outage_keeps_the_session(app: ClientApp, emulator: Emulator) -> None:
    sign_in(app)
    emulator.faults.add(status=503, path="/user_management/authenticate")
    app.click("Refresh")
    app.wait_for_text("notice", "RefreshError")
    assert len(emulator.faults) == 0
    app.click("Refresh")
    app.wait_for(lambda: refreshes(emulator) == 1)
    assert app.text("heading") == f"Hello, {EMAIL}"


def test_switch_organization(app: ClientApp, emulator: Emulator) -> None:
    names = ("Acme", "Initech", "Umbrella")
    acme, initech, other = (emulator.create("organizations", name=name)["id"] for name in names)
    (user,) = emulator.environment.state.users
    emulator.create("memberships", user_id=user.id, organization_id=acme)
    sign_in(app)
    app.wait_for_text("organization", acme)
    emulator.create("memberships", user_id=user.id, organization_id=initech)
    app.browser.fill("Organization", initech)
    app.click("Switch organization")
    app.wait_for_text("organization", initech)
    app.reload()
    app.wait_for_text("organization", initech)
    app.browser.fill("Organization", other)  # the user is not a member and must sign in there
    app.browser.press("Switch organization")
    assert "/hosted/sign-in" in app.browser.url
    assert "Umbrella" in app.browser.text


def test_sign_out(app: ClientApp, emulator: Emulator) -> None:
    sign_in(app)
    app.browser.press("Sign out")
    assert app.browser.url == f"{app.url}/bye"
    app.wait_until_ready()
    assert app.text("heading") == "Signed out"
    (session,) = emulator.environment.state.sessions
    assert session.ended_at is not None
    assert session_cookies(app) == set()
    before = refreshes(emulator)
    app.open()
    assert app.text("heading") == "Signed out"
    assert refreshes(emulator) == before
    sign_in(app)


@only_js
def test_sign_out_without_navigation(app: ClientApp, emulator: Emulator) -> None:
    sign_in(app)
    app.click("Sign out here")
    app.wait_for_text("heading", "Signed out")
    (session,) = emulator.environment.state.sessions
    app.wait_for(lambda: session.ended_at is not None)
    app.open()
    assert app.text("heading") == "Signed out"


@only_js
@only_dev_mode
def test_sign_up(app: ClientApp, emulator: Emulator) -> None:
    emulator.settings.email_verification_required = False
    app.open()
    app.browser.press("Sign up")
    app.browser.fill("Email address", "grace@example.com")
    app.browser.fill("Password", PASSWORD)
    app.browser.press("Create account")
    app.wait_for_text("heading", "Hello, grace@example.com")


@only_js
@only_dev_mode  # browsers block the cookies of other sites
def test_an_application_on_another_site(make_app: Callable[[str], ClientApp], emulator: Emulator) -> None:
    emulator.create("users", email=EMAIL, password=PASSWORD, email_verified=True)
    app = make_app("localhost")
    sign_in(app)
    app.click("Refresh")
    app.wait_for(lambda: refreshes(emulator) == 1)
    assert app.text("heading") == f"Hello, {EMAIL}"


@only_js
@only_dev_mode
def test_an_origin_that_is_not_registered(app: ClientApp, emulator: Emulator) -> None:
    emulator.settings.loopback_origins_allowed = False
    app.open()
    app.browser.press("Sign in")
    app.browser.fill("Email address", EMAIL)
    app.browser.fill("Password", PASSWORD)
    app.browser.press("Sign in")
    app.wait_until_ready()
    assert app.text("heading") == "Signed out"
    assert any("CORS" in problem for problem in app.browser.console_problems())
