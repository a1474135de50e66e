"""No user gets the page of another one from a cache, wherever the cache is, in every framework."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.web.browser import ADA, PASSWORD, Browser, Page
from tests.web.cached_apps import CASES, KITS, Place, start_app
from workos_core.auth.sessions.session_cookie import seal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_emulator import Emulator
from workos_sync import WorkOS

BOB = "bob@example.com"
SECRET = "correct horse 42"


@pytest.fixture
def emulator() -> Emulator:
    return Emulator()


@pytest.fixture
def workos(emulator: Emulator) -> Iterator[WorkOS]:
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        for email in (ADA, BOB):
            workos.user_management.create_user(email=email, email_verified=True, password=SECRET)
        yield workos


def create_session(workos: WorkOS, email: str, emulator: Emulator | None = None) -> str:
    """Return a session cookie; with an emulator, its access token has expired."""
    if emulator is not None:
        lifetime, emulator.settings.access_token_lifetime = emulator.settings.access_token_lifetime, timedelta(hours=-1)
    response = workos.user_management.authenticate_with_password(email=email, password=SECRET)
    if emulator is not None:
        emulator.settings.access_token_lifetime = lifetime
    user = {"id": response.user.id, "email": email}
    data = SessionData(access_token=response.access_token, refresh_token=response.refresh_token, user=user)
    return seal_session(data, PASSWORD)


def varies(page: Page) -> bool:
    names = {
        name.strip().lower() for header, value in page.headers if header.lower() == "vary" for name in value.split(",")
    }
    return {"cookie", "authorization"} <= names


@pytest.mark.parametrize(("kit", "place"), CASES)
def test_pages_of_one_user_are_not_sent_to_another(kit: str, place: Place, emulator: Emulator, workos: WorkOS) -> None:
    sessions = {email: create_session(workos, email) for email in (ADA, BOB)}
    token = workos.user_management.authenticate_with_password(email=BOB, password=SECRET).access_token
    with start_app(kit, emulator, place) as send:
        for path in ("/page", "/guarded"):
            for email in (None, ADA, BOB, ADA, None, BOB, None):
                browser = Browser(send, emulator)
                if email is not None:
                    browser.jar["wos-session"] = sessions[email]
                page = browser.request("GET", path)
                expected = "anonymous" if path == "/page" else "unauthorized"
                assert (email or expected) in page.text, f"{path} for {email}"
                assert varies(page)
            page = Browser(send, emulator).request("GET", "/page", Authorization=f"Bearer {token}")
            assert page.text == "anonymous"  # an access token has no email address
            assert varies(page)


@pytest.mark.parametrize(("kit", "place"), CASES)
def test_response_that_sets_a_session_cookie_is_private(
    kit: str, place: Place, emulator: Emulator, workos: WorkOS
) -> None:
    with start_app(kit, emulator, place) as send:
        for path in ("/page", "/guarded"):
            for email in (ADA, BOB):
                browser = Browser(send, emulator)
                browser.jar["wos-session"] = create_session(workos, email, emulator)
                page = browser.request("GET", path)
                assert page.text == email
                assert_private(page)
                assert browser.request("GET", path).text == email
            ended = Browser(send, emulator)
            ended.jar["wos-session"] = create_session(workos, ADA, emulator)
            emulator.faults.add(status=400, path="/user_management/authenticate", body={"error": "invalid_grant"})
            page = ended.request("GET", path)
            assert dict(ended.jar) == {}
            assert_private(page)


def assert_private(page: Page) -> None:
    cookies = [value for name, value in page.headers if name.lower() == "set-cookie"]
    assert any(value.startswith("wos-") for value in cookies)
    headers = [(name.lower(), value) for name, value in page.headers]
    assert [value for name, value in headers if name == "cache-control"] == ["private, no-store"]
    assert not {"expires", "cdn-cache-control"} & {name for name, _ in headers}
    assert len(cookies) == len(set(cookies))


@pytest.mark.parametrize(("kit", "place"), CASES)
def test_sign_in_routes_are_private(kit: str, place: Place, emulator: Emulator, workos: WorkOS) -> None:
    with start_app(kit, emulator, place) as send:
        browser = Browser(send, emulator)
        page = browser.request("GET", f"/login?login_hint={ADA}")
        assert_private(page)
        page = browser.follow_redirect(page.header("location") or "")
        page = browser.follow_redirect(page.header("location") or "")
        assert set(browser.jar) == {"wos-session"}
        assert_private(page)
        assert_private(browser.request("POST", "/logout", Sec_Fetch_Site="same-origin"))


@pytest.mark.parametrize("kit", KITS)
def test_response_without_an_identity_is_public(kit: str, emulator: Emulator, workos: WorkOS) -> None:
    with start_app(kit, emulator) as send:
        browser = Browser(send, emulator)
        browser.jar["wos-session"] = create_session(workos, ADA)
        page = browser.request("GET", "/fixed")
        assert (page.text, page.header("vary")) == ("fixed", None)
        assert "public" in (page.header("cache-control") or "")
        assert "max-age=60" in (page.header("cache-control") or "")


@pytest.mark.parametrize(("place", "is_stored"), [("outside", True), ("inside", False), ("view_inside", False)])
def test_django_stores_pages_per_user_only_after_they_have_vary(
    place: Place, is_stored: bool, emulator: Emulator, workos: WorkOS
) -> None:
    with start_app("django_sync", emulator, place) as send:
        from django.core.cache.backends.locmem import LocMemCache

        stored: list[str] = []
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(LocMemCache, "set", lambda _, key, *arguments, **options: stored.append(key))
            for email in (ADA, BOB):
                browser = Browser(send, emulator)
                browser.jar["wos-session"] = create_session(workos, email)
                assert browser.request("GET", "/page").text == email
        assert len({key for key in stored if "cache_page" in key}) == (2 if is_stored else 0)
