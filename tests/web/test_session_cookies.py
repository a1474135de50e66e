"""Signing in and out removes every session cookie of the browser, whatever deployment or application has set it, in every framework."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.web.browser import ADA, PASSWORD, Page, Send
from tests.web.cached_apps import KITS, start_app
from tests.web.cookie_store import CookieStore
from tests.web.test_caching import BOB, SECRET, create_session
from workos_core.auth.identity.cookie_settings import cookie_settings
from workos_core.auth.sealing.iron import unseal
from workos_emulator import Emulator, Request
from workos_sync import WorkOS

HOST = "app.eu.example.com"
URI = f"https://{HOST}/callback"
OTHER_SCOPES: list[dict[str, str]] = [{}, *({"domain": domain} for domain in (HOST, "eu.example.com", "example.com"))]


@pytest.fixture
def emulator() -> Emulator:
    return Emulator()


@pytest.fixture
def workos(emulator: Emulator) -> Iterator[WorkOS]:
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        for email in (ADA, BOB):
            workos.user_management.create_user(email=email, email_verified=True, password=SECRET)
        yield workos


def request(send: Send, store: CookieStore, method: str, path: str, **headers: str) -> Page:
    """Send a request with the cookies of a browser, and store those of the response."""
    cookie = store.header(urlsplit(path).path)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    page = send(method, path, {**({"Cookie": cookie} if cookie else {}), **named}, b"")
    for name, value in page.headers:
        if name.lower() == "set-cookie":
            store.store(value)
    return page


def sign_in(send: Send, store: CookieStore, emulator: Emulator) -> None:
    page = request(send, store, "GET", f"/login?login_hint={ADA}")
    parts = urlsplit(page.header("location") or "")
    response = emulator.handle(Request.from_raw("GET", f"{parts.path}?{parts.query}", []))
    callback = urlsplit(response.headers["location"])
    page = request(send, store, "GET", f"{callback.path}?{callback.query}")
    assert page.status == 303, page.text


def session_ids(emulator: Emulator, workos: WorkOS) -> set[str]:
    """Return the IDs of the active sessions."""
    users = workos.user_management.list_users().collect()
    return {
        session.id
        for user in users
        for session in workos.user_management.list_sessions(user.id).collect()
        if session.status == "active"
    }


def session_id(page: Page) -> str:
    return parse_qs(urlsplit(page.header("location") or "").query)["session_id"][0]


SETTINGS: dict[str, dict[str, Any]] = {
    "host": {},
    "domain": {"domain": HOST},
    "parent_domain": {"domain": ".example.com"},
    "host_prefix": {"host_only": True},
    "path": {"path": "/"},
    "other_name": {"name": "shop"},
}


@pytest.mark.parametrize("settings", SETTINGS)
@pytest.mark.parametrize("kit", KITS)
def test_twins_of_other_deployments_are_removed(kit: str, settings: str, emulator: Emulator, workos: WorkOS) -> None:
    cookies = cookie_settings(URI, **SETTINGS[settings])
    names = {"wos-session", "wos-session.0", "wos-session.1", "old", "old.0", cookies.prefix + cookies.name}
    previous = [cookie_settings(URI), cookie_settings(URI, name="old", domain="example.com")]
    with start_app(kit, emulator, redirect_uri=URI, cookies=cookies, previous_cookies=previous) as send:
        for action in ("sign in", "sign out"):
            store = CookieStore(HOST)
            for number, scope in enumerate(OTHER_SCOPES):
                for name in names:
                    if not name.startswith("__Host-"):
                        store.set(name, f"old{number}", **scope)
            if action == "sign in":
                sign_in(send, store, emulator)
                assert store.names() == [cookies.prefix + cookies.name]
                assert request(send, store, "GET", "/page").text == ADA
                page = request(send, store, "POST", "/logout", Sec_Fetch_Site="same-origin")
                assert "/sessions/logout?session_id=" in (page.header("location") or "")
            else:
                page = request(send, store, "POST", "/logout", Sec_Fetch_Site="same-origin")
                assert page.header("location") == "/"
            assert store.names() == []


@pytest.mark.parametrize("kit", KITS)
def test_domain_that_is_added_later_does_not_lock_out(kit: str, emulator: Emulator, workos: WorkOS) -> None:
    store = CookieStore(HOST)
    with start_app(kit, emulator, redirect_uri=URI) as send:
        sign_in(send, store, emulator)
    cookies = cookie_settings(URI, domain="example.com")
    with start_app(kit, emulator, redirect_uri=URI, cookies=cookies) as send:
        store.set("wos-session", create_session(workos, BOB), domain="example.com")
        assert request(send, store, "GET", "/page").text == "anonymous"  # which of both is it?
        sign_in(send, store, emulator)
        assert request(send, store, "GET", "/page").text == ADA
        assert list(store.cookies) == [("wos-session", "example.com", False, "/")]


@pytest.mark.parametrize("kit", KITS)
def test_sign_out_with_duplicate_cookies_ends_all_their_sessions(kit: str, emulator: Emulator, workos: WorkOS) -> None:
    with start_app(kit, emulator, redirect_uri=URI) as send:
        for other in (create_session(workos, BOB), "malformed", "Fe26.2*1*a*b*c**d*e~2"):
            store = CookieStore(HOST)
            store.set("wos-session", other)
            store.set("wos-session", create_session(workos, ADA), domain="example.com")
            active = session_ids(emulator, workos)
            page = request(send, store, "POST", "/logout", Sec_Fetch_Site="same-origin")
            ended = active - session_ids(emulator, workos)  # all but the one that the browser ends
            assert ended == set() if "*a*" in other or other == "malformed" else len(ended) == 1
            assert session_id(page) in active - ended
            assert store.names() == []


@pytest.mark.parametrize("kit", KITS)
def test_old_cookie_is_worthless_after_sign_out(kit: str, emulator: Emulator, workos: WorkOS) -> None:
    """The result of a refresh is kept for requests that still carry the old cookie, but not after the sign-out."""
    with start_app(kit, emulator, redirect_uri=URI) as send:
        store = CookieStore(HOST)
        old = create_session(workos, ADA, emulator)
        store.set("wos-session", old)
        assert request(send, store, "GET", "/page").text == ADA
        copy = CookieStore(HOST)
        copy.set("wos-session", old)
        assert request(send, copy, "GET", "/page").text == ADA  # a concurrent request
        page = request(send, store, "POST", "/logout", Sec_Fetch_Site="same-origin")
        parts = urlsplit(page.header("location") or "")
        emulator.handle(Request.from_raw("GET", f"{parts.path}?{parts.query}", []))
        copy = CookieStore(HOST)
        copy.set("wos-session", old)
        assert request(send, copy, "GET", "/page").text == "anonymous"
        assert copy.names() == []


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("space", ["\x85", "\xa0", "\x1c", "\x1f", "\x0b", "\x0c"])
def test_only_space_and_tab_are_white_space_in_cookie_headers(
    kit: str, space: str, emulator: Emulator, workos: WorkOS
) -> None:
    """Browsers let a sibling domain set a cookie whose name starts with other white space, but not `__Host-`."""
    cookies = cookie_settings(URI, host_only=True)
    session = create_session(workos, ADA)
    assert unseal(session, PASSWORD)
    with start_app(kit, emulator, redirect_uri=URI, cookies=cookies) as send:
        real = send("GET", "/page", {"Cookie": f"a=b;\t __Host-wos-session={session}"}, b"")
        assert real.text == ADA
        header: Any = f"a=b; {space}__Host-wos-session={session}"
        if kit not in ("flask", "django_sync"):  # WSGI servers decode headers as Latin-1
            header = header.encode("latin-1")
        assert send("GET", "/page", {"Cookie": header}, b"").text == "anonymous"
