# Generated from tests/async_/sign_in_routes/test_callback.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The callback: it completes a sign-in, or shows why it failed."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.support.sign_in_api import (
    AUTHENTICATE,
    HTMX,
    NAVIGATION,
    SignInAPI,
    access_token,
    expired_session,
    pending_sign_in,
    sealed_session,
    session_cookie,
    web_request,
)
from workos_core.auth.identity.web_response import ErrorPage, WebResponse, error_page, htmx_redirect, see_other
from workos_sync import SignInPaths, SignInRoutes

CreateRoutes = Callable[..., SignInRoutes]


def failure_page(
    reason: str,
    cookies: tuple[Any, ...] = (),
    *,
    status: int = 400,
    link: str = "/login?return_to=/there",
    retry_after: float | None = None,
) -> WebResponse:
    text = (
        "Sign-in is temporarily unavailable. Try again in a moment."
        if status == 503
        else f"We couldn't complete your sign-in ({reason})."
    )
    return error_page(
        status,
        "Sign-in failed",
        text,
        link=("Sign in again", link),
        cookies=cookies,
        retry_after=retry_after or (1.0 if status == 503 else None),
        reason=reason,
    )


def test_completed_sign_in(create_routes: CreateRoutes, api: SignInAPI) -> None:
    state, cookies, deletion = pending_sign_in("/there?a=b")
    request = web_request(
        "GET",
        f"/callback?code=code_1&state={state}",
        {**NAVIGATION, "user-agent": "Browser/1"},
        cookies=cookies,
        ip_address="192.0.2.1",
    )
    response = create_routes().handle(request)
    assert response == see_other("/there?a=b", response.cookies)
    assert sealed_session(response.cookies).access_token == access_token()
    assert response.cookies[1:] == (deletion,)
    assert api.requests == [
        (
            AUTHENTICATE,
            {
                "client_id": "client_1",
                "client_secret": "sk_1",
                "grant_type": "authorization_code",
                "code": "code_1",
                "code_verifier": "verifier",
                "ip_address": "192.0.2.1",
                "user_agent": "Browser/1",
            },
        )
    ]


def test_request_without_an_address(create_routes: CreateRoutes, api: SignInAPI) -> None:
    state, cookies, _ = pending_sign_in()
    create_routes().handle(web_request("GET", f"/callback?code=code_1&state={state}", cookies=cookies))
    assert not {"ip_address", "user_agent"} & api.requests[0][1].keys()


def test_the_new_session_replaces_another_one(create_routes: CreateRoutes) -> None:
    state, cookies, deletion = pending_sign_in()
    cookies |= session_cookie()
    response = create_routes().handle(web_request("GET", f"/callback?code=c&state={state}", cookies=cookies))
    domain_twin, session, verifier = response.cookies
    assert (domain_twin, verifier) == (expired_session()[1], deletion)
    assert (session.name, session.domain) == ("wos-session", None)


def test_htmx_follows_the_redirect(create_routes: CreateRoutes) -> None:
    state, cookies, _ = pending_sign_in()
    request = web_request("GET", f"/callback?code=code_1&state={state}", HTMX, cookies=cookies)
    response = create_routes().handle(request)
    assert response == htmx_redirect("/there", 204, response.cookies)
    assert sealed_session(response.cookies)


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("code=code_1&state=forged", "missing_cookie"),
        ("error=access_denied&state=forged", "missing_cookie"),
        ("code=a&code=b", "malformed_callback"),
    ],
)
def test_sign_in_of_another_browser(create_routes: CreateRoutes, api: SignInAPI, query: str, reason: str) -> None:
    response = create_routes().handle(web_request("GET", f"/callback?{query}"))
    assert response == failure_page(reason, link="/login?return_to=/")
    assert api.requests == []


@pytest.mark.parametrize(
    ("error", "shown"),
    [
        ("access_denied", "access_denied"),
        ("Ab_Z", "Ab_Z"),
        ("z" * 60, "z" * 60),
        ("z" * 61, "unknown"),
        ("no%20entry", "unknown"),
        ("<b>", "unknown"),
        ("access_denied%0A", "unknown"),
        ("error_1", "unknown"),
    ],
)
def test_error_of_the_callback(create_routes: CreateRoutes, error: str, shown: str) -> None:
    state, cookies, deletion = pending_sign_in()
    request = web_request("GET", f"/callback?error={error}&state={state}", cookies=cookies)
    response = create_routes().handle(request)
    assert response == failure_page(shown, (deletion,))
    assert response.page == ErrorPage(
        400,
        "Sign-in failed",
        f"We couldn't complete your sign-in ({shown}).",
        shown,
        ("Sign in again", "/login?return_to=/there"),
    )


@pytest.mark.parametrize(
    ("response", "status", "reason", "retry_after"),
    [
        (httpx.Response(503), 503, "api_unavailable", 1.0),
        (httpx.Response(429), 503, "rate_limited", 1.0),
        (httpx.Response(429, headers={"Retry-After": "7"}), 503, "rate_limited", 7.0),
        (httpx.Response(400, json={"error": "invalid_grant", "error_description": "used"}), 400, "invalid_grant", None),
        (httpx.Response(403, json={"code": "too many/words", "message": "m"}), 400, "unknown", None),
    ],
)
def test_failed_code_exchange(
    create_routes: CreateRoutes,
    api: SignInAPI,
    response: httpx.Response,
    status: int,
    reason: str,
    retry_after: float | None,
) -> None:
    state, cookies, deletion = pending_sign_in()
    api.failures[AUTHENTICATE] = response
    shown = create_routes().handle(web_request("GET", f"/callback?code=code_1&state={state}", cookies=cookies))
    assert shown == failure_page(reason, (deletion,), status=status, retry_after=retry_after)
    assert shown.headers.get("Retry-After") == (None if retry_after is None else f"{retry_after:.0f}")


def test_error_that_may_pass(create_routes: CreateRoutes) -> None:
    state, cookies, deletion = pending_sign_in()
    request = web_request("GET", f"/callback?error=server_error&state={state}", cookies=cookies)
    assert create_routes().handle(request) == failure_page("server_error", (deletion,), status=503)


@pytest.mark.parametrize(
    ("hook", "root_path", "location"),
    [
        (None, "", "/login?return_to=/"),
        ("/welcome", "", "/login?return_to=/"),
        (lambda request, page: WebResponse(200), "", "/login?return_to=/&start=true"),
        (lambda request, page: WebResponse(200), "/shop", "/shop/login?return_to=/shop/&start=true"),
    ],
    ids=["none", "path", "function", "function_below_a_path"],
)
def test_sign_in_that_started_elsewhere(
    create_routes: CreateRoutes, api: SignInAPI, hook: Any, root_path: str, location: str
) -> None:
    """At the identity provider, or in the dashboard: the browser starts its own sign-in, without a page in between."""
    routes = create_routes(hooks={"sign_in_page": hook})
    response = routes.handle(web_request("GET", "/callback?code=code_1", root_path=root_path))
    assert response == see_other(location)
    assert api.requests == []


def test_sign_in_that_lost_its_state(create_routes: CreateRoutes) -> None:
    state, cookies, deletion = pending_sign_in()
    request = web_request("GET", f"/callback?error=missing_state&state={state}", cookies=cookies)
    assert create_routes().handle(request) == see_other("/login?return_to=/there", (deletion,))


@pytest.mark.parametrize(
    ("page", "root_path", "link"),
    [
        ("/welcome", "", "/welcome?return_to=%2Fthere"),
        ("/welcome?a=b", "", "/welcome?a=b&return_to=%2Fthere"),
        ("/welcome", "/shop", "/shop/welcome?return_to=%2Fthere"),
        (lambda request, page: WebResponse(200), "", "/login?return_to=/there"),
    ],
    ids=["path", "path_with_query", "below_a_path", "function"],
)
def test_link_to_a_sign_in_page(create_routes: CreateRoutes, page: Any, root_path: str, link: str) -> None:
    state, cookies, _ = pending_sign_in()
    target = f"/callback?error=access_denied&state={state}"
    routes = create_routes(hooks={"sign_in_page": page})
    response = routes.handle(web_request("GET", target, cookies=cookies, root_path=root_path))
    assert response.page is not None
    assert response.page.link == ("Sign in again", link)


def test_link_to_another_sign_in_route(create_routes: CreateRoutes) -> None:
    routes = create_routes(paths=SignInPaths(sign_in="/in"))
    response = routes.handle(web_request("GET", "/callback?error=e&state=s"))
    assert response == failure_page("missing_cookie", link="/in?return_to=/")


def test_pages_for_htmx(create_routes: CreateRoutes) -> None:
    """Only redirects differ."""
    response = create_routes().handle(web_request("GET", "/callback?error=e&state=s", HTMX))
    assert response == failure_page("missing_cookie", link="/login?return_to=/")
