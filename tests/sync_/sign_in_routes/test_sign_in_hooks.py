# Generated from tests/async_/sign_in_routes/test_sign_in_hooks.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The hooks of the callback: `on_signed_in` and `on_failed`."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from attrs import evolve

from tests.support.sign_in_api import (
    AUTHENTICATE,
    CALLBACK,
    HTMX,
    REVOKE,
    REVOKED,
    SignInAPI,
    expired_session,
    pending_sign_in,
    sealed_session,
    session_cookie,
    web_request,
)
from tests.support.sign_in_hooks import EXTRA, assert_failed, deny, each_failing_hook, raise_error
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.sign_in_hooks import HookFailed, SignInDenied
from workos_core.auth.identity.sign_in_results import SignedIn, SignInFailed
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.identity.web_response import WebResponse, error_page, htmx_redirect, see_other
from workos_sync import SignInRoutes, cookie_settings

CreateRoutes = Callable[..., SignInRoutes]

CHOSEN = WebResponse(202, "chosen", {"Content-Type": "text/plain", "cache-control": "public"}, (EXTRA,))
FAILURE = "error=access_denied"


def callback(
    query: str = "code=code_1", headers: dict[str, str] | None = None, *, signed_in: bool = False
) -> tuple[WebRequest, SetCookie]:
    """Return the request of a callback, and the cookie that deletes the pending sign-in."""
    state, cookies, deletion = pending_sign_in()
    cookies |= session_cookie() if signed_in else {}
    return web_request("GET", f"/callback?{query}&state={state}", headers, cookies=cookies), deletion


def denied_page(text: str, reason: str, cookies: tuple[SetCookie, ...]) -> WebResponse:
    link = ("Sign in again", "/login?return_to=/there")
    return error_page(403, "Sign-in denied", text, link=link, cookies=cookies, reason=reason)


def test_the_hook_sees_a_sign_in(create_routes: CreateRoutes, api: SignInAPI) -> None:
    calls: list[tuple[WebRequest, SignedIn]] = []
    failures: list[SignInFailed] = []

    def on_signed_in(request: WebRequest, signed_in: SignedIn) -> None:
        calls.append((request, signed_in))

    def on_failed(request: WebRequest, failed: SignInFailed) -> None:
        failures.append(failed)

    request, deletion = callback()
    response = create_routes(hooks={"on_signed_in": on_signed_in, "on_failed": on_failed}).handle(request)
    ((seen, signed_in),) = calls
    assert seen == request
    assert (signed_in.response.user.id, signed_in.return_to) == ("user_1", "/there")
    assert response == see_other("/there", signed_in.cookies)
    assert response.cookies[-1] == deletion
    assert (failures, api.paths) == ([], [AUTHENTICATE])


def test_a_response_to_a_sign_in(create_routes: CreateRoutes) -> None:
    request, deletion = callback()
    response = create_routes(hooks={"on_signed_in": lambda request, signed_in: CHOSEN}).handle(request)
    assert (response.status, response.body) == (202, "chosen")
    assert response.headers == {"Content-Type": "text/plain", "Cache-Control": "private, no-store"}
    assert (response.cookies[0], response.cookies[-1]) == (EXTRA, deletion)
    assert sealed_session(response.cookies)


@pytest.mark.parametrize("status", [301, 302, 303])
@pytest.mark.parametrize("name", ["Location", "location", "LOCATION"])
def test_a_redirect_of_a_hook_to_htmx(create_routes: CreateRoutes, status: int, name: str) -> None:
    request, _ = callback(headers=HTMX)
    replaced = {"cache-control": "public", "Content-Type": "text/html", "content-length": "0"}
    redirect = WebResponse(status, headers={name: "/chosen", "HX-Trigger": "signed-in", "X-App": "1", **replaced})
    response = create_routes(hooks={"on_signed_in": lambda request, signed_in: redirect}).handle(request)
    expected = htmx_redirect("/chosen", 204, response.cookies)
    assert response == evolve(expected, headers={"HX-Trigger": "signed-in", "X-App": "1", **expected.headers})
    assert sealed_session(response.cookies)


def test_a_denied_sign_in(create_routes: CreateRoutes, api: SignInAPI) -> None:
    failures: list[tuple[WebRequest, SignInFailed]] = []
    denied = SignInDenied("not_invited/1", message="Ask <Ada>.")

    def on_signed_in(request: WebRequest, signed_in: SignedIn) -> None:
        raise denied

    def on_failed(request: WebRequest, failed: SignInFailed) -> None:
        failures.append((request, failed))

    request, deletion = callback()
    response = create_routes(hooks={"on_signed_in": on_signed_in, "on_failed": on_failed}).handle(request)
    assert response == denied_page("Ask <Ada>.", "not_invited/1", (deletion,))
    ((seen, failed),) = failures
    assert (seen, failed.error) == (request, denied)
    assert failed == SignInFailed("not_invited/1", cookies=(deletion,), return_to="/there", error=denied)
    assert api.requests[1:] == [REVOKED]


def test_a_denied_sign_in_removes_an_earlier_session(create_routes: CreateRoutes) -> None:
    """Also if browsers keep the new session for one second only."""
    request, deletion = callback(signed_in=True)
    routes = create_routes(hooks={"on_signed_in": deny}, cookies=cookie_settings(CALLBACK, max_age=1))
    response = routes.handle(request)
    cookies = (*expired_session(), deletion)
    assert response == denied_page("You can't sign in to this application.", "not_invited", cookies)


def test_a_denied_sign_in_with_a_response(create_routes: CreateRoutes, api: SignInAPI) -> None:
    """It takes precedence over that of `on_failed`."""
    failures: list[str] = []

    def on_signed_in(request: WebRequest, signed_in: SignedIn) -> None:
        raise SignInDenied(response=see_other("/request-access", (EXTRA,)))

    def on_failed(request: WebRequest, failed: SignInFailed) -> WebResponse:
        failures.append(failed.reason)
        return CHOSEN

    request, deletion = callback()
    expected = see_other("/request-access", (EXTRA, deletion))
    assert create_routes(hooks={"on_signed_in": on_signed_in}).handle(request) == expected
    hooks = {"on_signed_in": on_signed_in, "on_failed": on_failed}
    request, deletion = callback()
    expected = see_other("/request-access", (EXTRA, deletion))
    assert create_routes(hooks=hooks).handle(request) == expected
    assert failures == ["denied"]


def test_any_reason_of_a_denied_sign_in(create_routes: CreateRoutes) -> None:
    """Also one that has a meaning as the reason of a failure: the sign-in must not start again."""

    def on_signed_in(request: WebRequest, signed_in: SignedIn) -> None:
        raise SignInDenied("missing_state")

    request, deletion = callback()
    response = create_routes(hooks={"on_signed_in": on_signed_in}).handle(request)
    assert response == denied_page("You can't sign in to this application.", "missing_state", (deletion,))


def test_a_response_to_a_denied_sign_in(create_routes: CreateRoutes) -> None:
    request, deletion = callback()
    hooks = {"on_signed_in": deny, "on_failed": lambda request, failed: CHOSEN}
    response = create_routes(hooks=hooks).handle(request)
    assert (response.status, response.body, response.cookies) == (202, "chosen", (EXTRA, deletion))


@each_failing_hook
def test_a_hook_that_fails(create_routes: CreateRoutes, api: SignInAPI, hook: Any) -> None:
    """The new session ends, and an earlier one is removed."""
    request, deletion = callback(signed_in=True)
    with pytest.raises(HookFailed) as raised:
        create_routes(hooks={"on_signed_in": hook}).handle(request)
    assert_failed(raised.value, "on_signed_in", hook, (*expired_session(), deletion))
    assert api.requests[1:] == [REVOKED]


def test_an_error_of_the_api_does_not_permit_the_session(create_routes: CreateRoutes, api: SignInAPI) -> None:
    api.failures[REVOKE] = httpx.Response(500)
    request, deletion = callback()
    response = create_routes(hooks={"on_signed_in": deny}).handle(request)
    assert response == denied_page("You can't sign in to this application.", "not_invited", (deletion,))


def test_the_hook_sees_a_failure(create_routes: CreateRoutes) -> None:
    calls: list[tuple[WebRequest, SignInFailed]] = []

    def on_failed(request: WebRequest, failed: SignInFailed) -> None:
        calls.append((request, failed))

    request, deletion = callback(FAILURE)
    response = create_routes(hooks={"on_failed": on_failed}).handle(request)
    ((seen, failed),) = calls
    assert seen == request
    assert (failed.reason, failed.cookies, failed.return_to) == ("access_denied", (deletion,), "/there")
    assert response == error_page(
        400,
        "Sign-in failed",
        "We couldn't complete your sign-in (access_denied).",
        link=("Sign in again", "/login?return_to=/there"),
        cookies=(deletion,),
        reason="access_denied",
    )


def test_a_response_to_a_failure(create_routes: CreateRoutes) -> None:
    """Without a pending sign-in, it is sent unchanged."""
    routes = create_routes(hooks={"on_failed": lambda request, failed: CHOSEN})
    request, deletion = callback(FAILURE)
    response = routes.handle(request)
    assert (response.status, response.body, response.cookies) == (202, "chosen", (EXTRA, deletion))
    assert response.headers["Cache-Control"] == "private, no-store"
    for query in ("error=e&state=s", "code=code_1"):
        assert routes.handle(web_request("GET", f"/callback?{query}")) == CHOSEN


@each_failing_hook
def test_a_failure_hook_that_fails(create_routes: CreateRoutes, api: SignInAPI, hook: Any) -> None:
    """An earlier session is removed from the browser, but doesn't end."""
    request, deletion = callback(FAILURE, signed_in=True)
    with pytest.raises(HookFailed) as raised:
        create_routes(hooks={"on_failed": hook}).handle(request)
    assert_failed(raised.value, "on_failed", hook, (*expired_session(), deletion))
    assert api.requests == []


def test_hooks_that_deny_and_fail(create_routes: CreateRoutes, api: SignInAPI) -> None:
    request, deletion = callback(signed_in=True)
    with pytest.raises(HookFailed) as raised:
        create_routes(hooks={"on_signed_in": deny, "on_failed": raise_error}).handle(request)
    assert_failed(raised.value, "on_failed", raise_error, (*expired_session(), deletion))
    assert api.requests[1:] == [REVOKED]


def test_a_failure_hook_cannot_deny(create_routes: CreateRoutes) -> None:
    request, deletion = callback(FAILURE)
    with pytest.raises(HookFailed) as raised:
        create_routes(hooks={"on_failed": deny}).handle(request)
    assert_failed(raised.value, "on_failed", deny, (deletion,))
