"""The hooks and pages of `SignInHooks`, sync and async, in every kit."""

import asyncio
import logging
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from importlib.util import find_spec
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.web.browser import ADA, NAVIGATION, Browser, Page
from tests.web.kits import KITS, create_user, open_callback, start_app
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.sign_in_hooks import SignedOut, SignInDenied, SignInHooks, SignInPage
from workos_core.auth.identity.sign_in_results import SignedIn, SignInFailed
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.identity.web_response import ErrorPage, WebResponse, see_other
from workos_core.auth.sessions.results import SessionRefreshed
from workos_core.errors import InvalidArgumentError
from workos_emulator import Emulator
from workos_sync import WorkOS

EXTRA = SetCookie("extra", "1", 60, None, False, "lax")
Calls = list[tuple[Any, ...]]


@pytest.fixture
def emulator() -> Emulator:
    return Emulator()


@pytest.fixture
def user_id(emulator: Emulator) -> str:
    return create_user(emulator)


@pytest.fixture(params=KITS)
def kit(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["sync", "async"])
def as_kind(request: pytest.FixtureRequest) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return a function that turns a function into a hook of the kind."""

    def convert(function: Callable[..., Any]) -> Callable[..., Any]:
        async def hook(request: WebRequest, value: Any) -> Any:
            await asyncio.sleep(0)
            return function(request, value)

        return hook if request.param == "async" else function

    return convert


@contextmanager
def browser_of(kit: str, emulator: Emulator, **hooks: Any) -> Iterator[Browser]:
    with start_app(kit, emulator, hooks=SignInHooks(**hooks)) as send:
        yield Browser(send, emulator)


def active_sessions(emulator: Emulator, user_id: str) -> int:
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        return sum(session.status == "active" for session in workos.user_management.list_sessions(user_id))


def sign_in_with_expired_token(browser: Browser) -> None:
    """Sign in so that the next request refreshes the session."""
    settings = browser.emulator.settings
    lifetime, settings.access_token_lifetime = settings.access_token_lifetime, timedelta(seconds=-90)
    open_callback(browser)
    settings.access_token_lifetime = lifetime


def reported(caplog: pytest.LogCaptureFixture) -> set[type[BaseException]]:
    """Return the types of the exceptions that reached the framework or the server, and of their causes."""
    errors = [record.exc_info[1] for record in caplog.records if record.exc_info]
    return {type(error) for each in errors if each is not None for error in (each, each.__cause__) if error is not None}


def test_hooks_see_what_happened_and_keep_the_default_responses(
    kit: str, as_kind: Any, emulator: Emulator, user_id: str
) -> None:
    calls: Calls = []

    def on_signed_in(request: WebRequest, signed_in: SignedIn) -> None:
        assert request.native is not None
        calls.append(("signed_in", request.path, signed_in.response.user.id, signed_in.return_to))

    def on_failed(request: WebRequest, failed: SignInFailed) -> None:
        calls.append(("failed", request.path, failed.reason))

    def on_refreshed(request: WebRequest, session: SessionRefreshed) -> None:
        calls.append(("refreshed", request.path, session.user.id, session.organization_id is not None))

    def on_signed_out(request: WebRequest, signed_out: SignedOut) -> None:
        user = signed_out.user.id if signed_out.user else None
        calls.append(("signed_out", request.path, user, signed_out.session_id is not None, signed_out.url[:4]))

    hooks = {each.__name__: as_kind(each) for each in (on_signed_in, on_failed, on_refreshed, on_signed_out)}
    with browser_of(kit, emulator, **hooks) as browser:
        assert browser.request("GET", "/callback?error=access_denied&state=forged").status == 400
        sign_in_with_expired_token(browser)
        assert browser.request("GET", "/me").text == f"session {ADA}"
        assert browser.request("GET", "/me").text == f"session {ADA}"
        assert browser.request("POST", "/logout", Sec_Fetch_Site="same-origin").status == 303
        assert dict(browser.jar) == {}
        assert browser.request("POST", "/logout", Sec_Fetch_Site="same-origin").status == 303
    assert calls[0][:2] == ("failed", "/callback")
    assert calls[1:5] == [
        ("signed_in", "/callback", user_id, "/me"),
        ("refreshed", "/me", user_id, True),
        ("signed_out", "/logout", user_id, True, "http"),
        ("signed_out", "/logout", None, False, calls[4][4]),
    ]
    assert active_sessions(emulator, user_id) == 1  # the browser has not followed the redirect to WorkOS


def test_hooks_run_before_the_session_is_set(kit: str, emulator: Emulator, user_id: str) -> None:
    """A request that the hook of the same browser waits for has no session."""
    seen: list[str] = []
    with browser_of(
        kit, emulator, on_signed_in=lambda request, signed_in: seen.append(str(dict(browser.jar)))
    ) as browser:
        open_callback(browser)
        assert "wos-session" not in seen[0]
        assert "wos-session" in browser.jar


def test_a_hook_chooses_the_response(kit: str, as_kind: Any, emulator: Emulator, user_id: str) -> None:
    def choose(name: str) -> Callable[[WebRequest, Any], WebResponse]:
        return lambda request, value: WebResponse(
            202, f"chosen by {name}", {"Content-Type": "text/plain", "Cache-Control": "public, max-age=60"}, (EXTRA,)
        )

    names = ("on_signed_in", "on_failed", "on_refreshed", "on_signed_out")
    with browser_of(kit, emulator, **{name: as_kind(choose(name)) for name in names}) as browser:
        page = browser.request("GET", "/callback?error=access_denied&state=forged")
        assert (page.status, page.text) == (202, "chosen by on_failed")
        page = open_callback(browser)
        assert (page.status, page.text) == (202, "chosen by on_signed_in")
        assert "no-store" in (page.header("cache-control") or "")
        assert set(browser.jar) == {"wos-session", "extra"}
        assert browser.request("GET", "/me").text == f"session {ADA}"
        browser.jar.clear()
        sign_in_with_expired_token(browser)
        old = browser.jar["wos-session"]
        del browser.jar["extra"]
        page = browser.request("GET", "/me")
        assert (page.status, page.text) == (202, "chosen by on_refreshed")
        assert browser.jar["wos-session"] != old
        assert "extra" in browser.jar
        assert browser.request("GET", "/me").text == f"session {ADA}"
        before = active_sessions(emulator, user_id)
        page = browser.request("POST", "/logout", Sec_Fetch_Site="same-origin")
        assert (page.status, page.text) == (202, "chosen by on_signed_out")
        assert "wos-session" not in browser.jar
        assert active_sessions(emulator, user_id) == before - 1  # no redirect ends it, so the route does


def test_a_hook_denies_a_sign_in(kit: str, as_kind: Any, emulator: Emulator, user_id: str) -> None:
    failures: list[str] = []

    def deny(request: WebRequest, signed_in: SignedIn) -> None:
        raise SignInDenied("not_invited", message="Ask your administrator for an <invitation>.")

    def on_failed(request: WebRequest, failed: SignInFailed) -> None:
        failures.append(failed.reason)

    with browser_of(kit, emulator, on_signed_in=as_kind(deny), on_failed=as_kind(on_failed)) as browser:
        page = open_callback(browser)
        assert page.status == 403
        assert "Ask your administrator for an &lt;invitation&gt;." in page.text
        assert dict(browser.jar) == {}
        assert browser.request("GET", "/me").status == 401
    assert failures == ["not_invited"]
    assert active_sessions(emulator, user_id) == 0


def test_a_denied_sign_in_can_have_its_own_response_and_replaces_the_earlier_session(
    kit: str, emulator: Emulator, user_id: str
) -> None:
    denying = False

    def deny(request: WebRequest, signed_in: SignedIn) -> None:
        if denying:
            raise SignInDenied(response=see_other("/request-access"))

    with browser_of(kit, emulator, on_signed_in=deny) as browser:
        open_callback(browser)
        assert browser.request("GET", "/me").status == 200
        denying = True
        page = open_callback(browser)
        assert (page.status, page.header("location")) == (303, "/request-access")
        assert dict(browser.jar) == {}


def test_a_hook_denies_a_refreshed_session(kit: str, as_kind: Any, emulator: Emulator, user_id: str) -> None:
    def deny(request: WebRequest, session: SessionRefreshed) -> None:
        raise SignInDenied("suspended")

    with browser_of(kit, emulator, on_refreshed=as_kind(deny)) as browser:
        sign_in_with_expired_token(browser)
        page = browser.request("GET", "/me", Accept="application/json")
        assert page.status == 401
        assert "suspended" in page.text
        assert dict(browser.jar) == {}
        assert active_sessions(emulator, user_id) == 0
        sign_in_with_expired_token(browser)
        assert browser.request("GET", "/open").text == "anonymous"
        assert dict(browser.jar) == {}


def test_switching_the_organization_runs_the_hook(kit: str, emulator: Emulator, user_id: str) -> None:
    organizations: list[str | None] = []

    def on_refreshed(request: WebRequest, session: SessionRefreshed) -> WebResponse | None:
        organizations.append(session.organization_id)
        if request.form_value("return_to") == "/deny":
            raise SignInDenied("wrong_organization", message="Not this one.")
        return see_other("/open") if request.form_value("return_to") == "/chosen" else None

    with browser_of(kit, emulator, on_refreshed=on_refreshed) as browser:
        open_callback(browser)
        with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
            other = workos.organizations.create_organization(name="Initech").id
            workos.user_management.create_organization_membership(user_id=user_id, organization_id=other)
        for return_to, text in (("/organization", other), ("/chosen", ADA)):
            page = browser.submit_form("/switch-organization", organization_id=other, return_to=return_to)
            assert page.text == text
        page = browser.submit_form("/switch-organization", organization_id=other, return_to="/deny")
        assert page.status == 403
        assert "Not this one." in page.text
        assert dict(browser.jar) == {}
    assert organizations == [other] * 3


def fail(request: WebRequest, value: Any) -> WebResponse | None:
    raise ZeroDivisionError


def return_text(request: WebRequest, value: Any) -> Any:
    return "not a response"


def open_with(name: str, browser: Browser) -> Page:
    """Send the request that calls a hook."""
    if name == "on_signed_in":
        return open_callback(browser)
    if name == "on_refreshed":
        return browser.request("GET", "/me")
    if name == "on_failed":
        return browser.request("GET", "/callback?error=access_denied&state=forged")
    return browser.request("POST", "/logout", Sec_Fetch_Site="same-origin")


@pytest.mark.parametrize(("hook", "error"), [(fail, ZeroDivisionError), (return_text, TypeError)])
@pytest.mark.parametrize("name", ["on_signed_in", "on_failed", "on_refreshed", "on_signed_out"])
def test_a_hook_that_fails_leaves_no_session_and_is_reported(
    kit: str,
    as_kind: Any,
    name: str,
    hook: Any,
    error: type[Exception],
    emulator: Emulator,
    user_id: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.ERROR)
    failing = False

    def fail_later(request: WebRequest, value: Any) -> Any:
        return hook(request, value) if failing else None

    with browser_of(kit, emulator, **{name: as_kind(fail_later)}) as browser:
        sign_in_with_expired_token(browser)
        assert "wos-session" in browser.jar
        failing = True
        page = open_with(name, browser)
        assert page.status == 500
        assert error in reported(caplog)
        assert dict(browser.jar) == {}
        assert browser.request("GET", "/me").status == 401
    # Of the two sign-ins in the case of on_signed_in, the first one is in a browser that has forgotten it.
    assert active_sessions(emulator, user_id) == (1 if name in ("on_signed_in", "on_failed") else 0)


@pytest.mark.parametrize("kit", ["asgi", "fastapi", "starlette", "litestar"])
def test_a_sync_hook_does_not_block_the_event_loop(kit: str, emulator: Emulator, user_id: str) -> None:
    arrived = threading.Barrier(2, timeout=30)

    def wait_for_the_other(request: WebRequest, failed: SignInFailed) -> None:
        arrived.wait()

    statuses: list[int] = []
    with browser_of(kit, emulator, on_failed=wait_for_the_other) as browser:

        def open_page() -> None:
            statuses.append(browser.request("GET", "/callback?error=access_denied&state=forged").status)

        threads = [threading.Thread(target=open_page) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
    assert statuses == [400, 400]


def test_an_async_hook_in_flask_can_use_the_context_of_the_request(emulator: Emulator) -> None:
    if find_spec("flask") is None:
        pytest.skip("nox -s web installs the frameworks")
    seen: list[str] = []

    async def on_failed(request: WebRequest, failed: SignInFailed) -> None:
        from flask import request as flask_request

        await asyncio.sleep(0)
        seen.append(f"{flask_request.path} {request.native.path}")

    with browser_of("flask", emulator, on_failed=on_failed) as browser:
        browser.request("GET", "/callback?error=access_denied&state=forged")
    assert seen == ["/callback /callback"]


def test_error_page_of_the_application(kit: str, as_kind: Any, emulator: Emulator, user_id: str) -> None:
    def error_page(request: WebRequest, error: ErrorPage) -> WebResponse:
        link = error.link[1] if error.link else None
        return WebResponse(418, f"{error.status} {error.reason} {link}", {"Content-Type": "text/plain"})

    with browser_of(kit, emulator, error_page=as_kind(error_page)) as browser:
        page = browser.request("GET", "/callback?error=access_denied&state=forged")
        assert (page.status, page.text) == (418, "400 missing_cookie /login?return_to=/")
        open_callback(browser)
        page = browser.navigate("/admin")
        assert (page.status, page.text) == (418, "403 forbidden None")
        assert browser.request("GET", "/admin", Accept="application/json").status == 403
        assert browser.request("POST", "/logout", Sec_Fetch_Site="cross-site").text == "403 cross_site None"
        page = browser.submit_form("/switch-organization")
        assert page.text == "400 missing_organization /"


def test_path_of_an_error_page(kit: str, emulator: Emulator, user_id: str) -> None:
    with browser_of(kit, emulator, error_page="/admin?from=sign-in") as browser:
        page = browser.request("GET", "/callback?error=access_denied&state=forged")
        assert (page.status, page.header("location")) == (303, "/admin?from=sign-in&reason=missing_cookie&status=400")
        open_callback(browser)
        page = browser.navigate("/permission")
        assert page.status == 403  # the error page is denied too, so the default one is shown
        assert "<h1>Access denied</h1>" in page.text


def test_an_error_page_that_fails_keeps_the_session(
    kit: str, as_kind: Any, emulator: Emulator, user_id: str, caplog: pytest.LogCaptureFixture
) -> None:
    with browser_of(kit, emulator, error_page=as_kind(fail)) as browser:
        open_callback(browser)
        assert browser.request("GET", "/admin", **NAVIGATION).status == 500
        assert browser.request("GET", "/callback?error=access_denied&state=forged").status == 500
        assert browser.request("GET", "/me").status == 200
    assert ZeroDivisionError in reported(caplog)


def test_sign_in_page_of_the_application(kit: str, as_kind: Any, emulator: Emulator, user_id: str) -> None:
    def sign_in_page(request: WebRequest, page: SignInPage) -> WebResponse:
        return WebResponse(200, f"{page.return_to} {page.start_url}", {"Content-Type": "text/plain"})

    with browser_of(kit, emulator, sign_in_page=as_kind(sign_in_page)) as browser:
        page = browser.navigate("/me?a=b")
        return_to, start_url = page.text.split()
        assert (page.status, return_to) == (200, "/me?a=b")
        assert dict(browser.jar) == {}
        page = browser.request("GET", f"{start_url}&login_hint={ADA}")
        for _ in range(3):
            page = browser.follow_redirect(page.header("location") or "")
        assert page.text == f"session {ADA}"
        started_elsewhere = browser.request("GET", "/callback?code=c")
        assert started_elsewhere.header("location") == "/login?return_to=/&start=true"
        assert browser.request("GET", "/login?start=true").status == 303


def test_path_of_a_sign_in_page(kit: str, emulator: Emulator, user_id: str) -> None:
    with browser_of(kit, emulator, sign_in_page="/") as browser:
        page = browser.request("GET", "/me?a=b", **NAVIGATION)
        location = urlsplit(page.header("location") or "")
        assert (location.path, parse_qs(location.query)) == ("/", {"return_to": ["/me?a=b"]})
        assert browser.navigate("/me").text == "home"
        assert open_callback(browser).header("location") == "/me"
        failed = browser.request("GET", "/callback?error=access_denied&state=forged")
        assert '<a href="/?return_to=%2F">Sign in again</a>' in failed.text


async def generate(request: WebRequest, value: Any) -> Any:
    yield


@pytest.mark.parametrize(
    "name", ["on_signed_in", "on_failed", "on_refreshed", "on_signed_out", "error_page", "sign_in_page"]
)
@pytest.mark.parametrize(
    ("value", "message"),
    [
        (3, "must be a function"),
        (generate, "must not be a generator function"),
        (lambda request: None, "too many positional arguments"),
        (lambda request, value, third: None, "missing a required argument: 'third'"),
    ],
    ids=["number", "generator", "one_argument", "three_arguments"],
)
def test_the_wrong_kind_is_rejected_at_construction(name: str, value: Any, message: str) -> None:
    with pytest.raises(TypeError, match=f"^{name} .*{message}"):
        SignInHooks(**{name: value})


def test_hooks_of_the_wrong_type_are_rejected(emulator: Emulator) -> None:
    from tests.web.apps._clients import async_sign_in, sync_sign_in
    from workos_async import SignInRoutes as AsyncRoutes
    from workos_sync import SignInRoutes as SyncRoutes

    hooks: Any = {"on_signed_in": fail}
    with pytest.raises(TypeError, match=r"hooks must be a SignInHooks \(got dict\)"):
        AsyncRoutes(async_sign_in(emulator), hooks=hooks)
    with pytest.raises(TypeError, match=r"hooks must be a SignInHooks \(got dict\)"):
        SyncRoutes(sync_sign_in(emulator), hooks=hooks)


@pytest.mark.parametrize("name", ["error_page", "sign_in_page"])
@pytest.mark.parametrize("path", ["https://evil.example/", "//evil.example", "welcome", ""])
def test_pages_are_paths_of_the_application(name: str, path: str) -> None:
    with pytest.raises(InvalidArgumentError, match=f"{name} must be a function or a path"):
        SignInHooks(**{name: path})


def typed_sync(request: WebRequest, signed_in: SignedIn) -> WebResponse | None:
    return None


async def typed_async(request: WebRequest, signed_in: SignedIn) -> None: ...


def test_both_kinds_satisfy_the_types() -> None:
    hooks: list[Callable[[WebRequest, SignedIn], WebResponse | None | Awaitable[WebResponse | None]]] = [
        typed_sync,
        typed_async,
    ]
    assert [SignInHooks(on_signed_in=hook).on_signed_in for hook in hooks] == hooks


def test_pages_of_an_application_below_a_path(emulator: Emulator) -> None:
    from tests.web.apps._clients import sync_sign_in
    from workos_core.auth.identity.requirements import user
    from workos_sync import SignInRoutes

    def open_page(path: str, query: str = "", **hooks: Any) -> WebResponse:
        routes = SignInRoutes(sync_sign_in(emulator), hooks=SignInHooks(**hooks))
        headers = {name.lower(): value for name, value in NAVIGATION.items()} | {"host": "testserver"}
        request = WebRequest("GET", path, query, headers, root_path="/shop")
        denial = routes.check(request, routes.authenticate(request), user())
        return routes.handle(request) if path in ("/login", "/callback") or denial is None else denial

    failure = "error=access_denied&state=forged"
    page = open_page("/callback", failure, error_page="/oops")
    assert page.headers["Location"] == "/shop/oops?reason=missing_cookie&status=400"
    page = open_page("/callback", failure, sign_in_page="/welcome")
    assert '<a href="/shop/welcome?return_to=%2Fshop%2F">' in page.body
    page = open_page("/me", "a=b", sign_in_page="/welcome")
    assert page.headers["Location"] == "/shop/welcome?return_to=%2Fshop%2Fme%3Fa%3Db"
    page = open_page("/login", "a=b", sign_in_page=lambda request, page: WebResponse(200, page.start_url))
    assert page.body == "/shop/login?a=b&start=true"
