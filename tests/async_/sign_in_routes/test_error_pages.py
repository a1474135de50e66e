"""The hook `error_page`: the application's own error pages, in `handle` and in `render`."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.sign_in_api import (
    FORM,
    HTMX,
    NAVIGATION,
    SCRIPT,
    SignInAPI,
    expired_session,
    pending_sign_in,
    session_cookie,
    web_request,
)
from tests.support.sign_in_hooks import EXTRA, assert_failed, deny, raise_error, return_text
from workos_async import SignInRoutes
from workos_core.auth.identity.identity import NotAuthenticated
from workos_core.auth.identity.requirements import anyone
from workos_core.auth.identity.sign_in_hooks import HookFailed, SignInDenied
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.identity.web_response import ErrorPage, WebResponse, error_page, htmx_redirect, see_other

CreateRoutes = Callable[..., SignInRoutes]

FORBIDDEN = error_page(403, "Access denied", "Required: role 'a'.", cookies=(EXTRA,), reason="forbidden")


async def test_function(create_routes: CreateRoutes) -> None:
    calls: list[tuple[WebRequest, ErrorPage]] = []

    async def show(request: WebRequest, page: ErrorPage) -> WebResponse:
        calls.append((request, page))
        return WebResponse(418, "mine", {"Content-Type": "text/plain"}, (EXTRA,))

    state, cookies, deletion = pending_sign_in()
    request = web_request("GET", f"/callback?error=access_denied&state={state}", cookies=cookies)
    response = await create_routes(hooks={"error_page": show}).handle(request)
    assert (response.status, response.body, response.cookies) == (418, "mine", (EXTRA, deletion))
    assert response.headers == {"Content-Type": "text/plain", "Cache-Control": "private, no-store"}
    link = ("Sign in again", "/login?return_to=/there")
    text = "We couldn't complete your sign-in (access_denied)."
    assert calls == [(request, ErrorPage(400, "Sign-in failed", text, "access_denied", link))]


async def test_function_without_a_response(create_routes: CreateRoutes) -> None:
    routes = create_routes(hooks={"error_page": lambda request, page: None})
    response = await routes.handle(web_request("GET", "/callback?error=e&state=s"))
    assert response.page is not None
    assert response.page.reason == "missing_cookie"
    assert await routes.render(web_request("GET", "/page"), FORBIDDEN) == FORBIDDEN


async def test_redirect_of_a_function_to_htmx(create_routes: CreateRoutes) -> None:
    routes = create_routes(hooks={"error_page": lambda request, page: see_other("/oops")})
    response = await routes.handle(web_request("GET", "/callback?error=e&state=s", HTMX))
    assert response == htmx_redirect("/oops", 204)


@pytest.mark.parametrize("hook", [deny, raise_error, return_text])
async def test_function_that_fails(create_routes: CreateRoutes, api: SignInAPI, hook: Any) -> None:
    """The cookies of the page are set nevertheless, and the session doesn't end."""
    routes = create_routes(hooks={"error_page": hook})
    with pytest.raises(HookFailed) as raised:
        await routes.render(web_request("GET", "/page", cookies=session_cookie()), FORBIDDEN)
    assert_failed(raised.value, "error_page", hook, (EXTRA,))
    with pytest.raises(HookFailed) as raised:
        await routes.handle(web_request("GET", "/callback?error=e&state=s", cookies=session_cookie()))
    assert_failed(raised.value, "error_page", hook, ())
    assert api.requests == []


@pytest.mark.parametrize(
    ("target", "root_path", "location"),
    [
        ("/oops", "", "/oops?reason=missing_cookie&status=400"),
        ("/oops?a=b", "", "/oops?a=b&reason=missing_cookie&status=400"),
        ("/oops", "/shop", "/shop/oops?reason=missing_cookie&status=400"),
        ("/oops?a=?", "/shop a", "/shop%20a/oops?a=?&reason=missing_cookie&status=400"),
    ],
)
async def test_path(create_routes: CreateRoutes, target: str, root_path: str, location: str) -> None:
    routes = create_routes(hooks={"error_page": target})
    request = web_request("GET", "/callback?error=e&state=s", root_path=root_path)
    assert await routes.handle(request) == see_other(location)
    request = web_request("GET", "/callback?error=e&state=s", HTMX, root_path=root_path)
    assert await routes.handle(request) == htmx_redirect(location, 204)


async def test_cookies_of_a_path(create_routes: CreateRoutes, api: SignInAPI) -> None:
    def on_refreshed(request: WebRequest, session: Any) -> None:
        raise SignInDenied("a b&c")

    routes = create_routes(hooks={"error_page": "/oops", "on_refreshed": on_refreshed})
    form = {"organization_id": "org_2"}
    request = web_request("POST", "/switch-organization", FORM, form=form, cookies=session_cookie())
    assert await routes.handle(request) == see_other("/oops?reason=a+b%26c&status=403", expired_session())


async def test_render(create_routes: CreateRoutes) -> None:
    def show(request: WebRequest, page: ErrorPage) -> WebResponse:
        return WebResponse(418, f"{page.status} {page.reason} {request.root_path}{request.path}")

    request = web_request("GET", "/page", NAVIGATION, root_path="/shop/")
    response = await create_routes(hooks={"error_page": show}).render(request, FORBIDDEN)
    assert (response.status, response.body, response.cookies) == (418, "403 forbidden /shop/page", (EXTRA,))
    response = await create_routes(hooks={"error_page": "/oops"}).render(request, FORBIDDEN)
    assert response == see_other("/shop/oops?reason=forbidden&status=403", (EXTRA,))
    assert await create_routes().render(request, FORBIDDEN) is FORBIDDEN


@pytest.mark.parametrize("hook", ["/oops", lambda request, page: WebResponse(418)], ids=["path", "function"])
async def test_other_responses_are_unchanged(create_routes: CreateRoutes, hook: Any) -> None:
    routes = create_routes(hooks={"error_page": hook})
    failed = NotAuthenticated("invalid_grant")
    for headers in (NAVIGATION, HTMX, SCRIPT):
        request = web_request("GET", "/page", headers)
        response = routes.check(request, failed, anyone())
        assert response is not None
        assert await routes.render(request, response) is response
    assert (await routes.handle(web_request("GET", "/login"))).status == 303
    assert (await routes.handle(web_request("POST", "/login"))).status == 405


@pytest.mark.parametrize(
    ("target", "path", "is_same"),
    [
        ("/oops", "/oops", True),
        ("/oops?a=b", "/oops", True),
        ("/oops?a=b?c", "/oops", True),
        ("/oops", "/oops/", True),
        ("/no%20entry", "/no entry", True),
        ("/oops", "/oops/more", False),
        ("/oops", "/", False),
    ],
)
async def test_an_error_page_that_is_denied_itself(
    create_routes: CreateRoutes, target: str, path: str, is_same: bool
) -> None:
    """The default page is shown then: a redirect would lead to the same page again and again."""
    routes = create_routes(hooks={"error_page": target})
    for root_path in ("", "/shop"):
        response = await routes.render(web_request("GET", path, NAVIGATION, root_path=root_path), FORBIDDEN)
        assert (response is FORBIDDEN) is is_same
        assert response.status == (403 if is_same else 303)
