"""The sign-out route, and the hook `on_signed_out`."""

from collections.abc import Callable, Mapping
from typing import Any

import httpx
import pytest

from tests.support.session_api import cookie
from tests.support.sign_in_api import (
    FORM,
    HTMX,
    ORIGIN,
    REVOKED,
    SignInAPI,
    access_token,
    expired_session,
    session_cookie,
    web_request,
)
from tests.support.sign_in_hooks import EXTRA, assert_failed, deny, raise_error, return_text
from workos_async import SignInRoutes
from workos_core.auth.identity.sign_in_hooks import HookFailed, SignedOut
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.identity.web_response import WebResponse, error_page, htmx_redirect, see_other

CreateRoutes = Callable[..., SignInRoutes]

URL = "https://api.workos.com/user_management/sessions/logout?session_id=session_1"
BLOCKED = error_page(
    403, "Request blocked", "This form was submitted from another site. Nothing was changed.", reason="cross_site"
)


def sign_out_request(headers: Mapping[str, str] = FORM, *, signed_in: bool = True) -> WebRequest:
    return web_request("POST", "/logout", headers, cookies=session_cookie() if signed_in else None)


async def test_sign_out(create_routes: CreateRoutes, api: SignInAPI) -> None:
    response = await create_routes().handle(sign_out_request())
    assert response == see_other(URL, expired_session())
    assert api.requests == []


async def test_sign_out_of_htmx(create_routes: CreateRoutes) -> None:
    response = await create_routes().handle(sign_out_request({**HTMX, "sec-fetch-site": "same-origin"}))
    assert response == htmx_redirect(URL, 204, expired_session())


async def test_sign_out_without_a_session(create_routes: CreateRoutes, api: SignInAPI) -> None:
    for routes, url in (
        (create_routes(), "/"),
        (create_routes(post_logout_redirect_uri="https://site.example/bye"), "https://site.example/bye"),
    ):
        assert await routes.handle(sign_out_request(signed_in=False)) == see_other(url)
    assert api.requests == []


async def test_sign_out_at_an_unknown_host(create_routes: CreateRoutes) -> None:
    """A session can be ended at every host."""
    headers = {"host": "other.example", "origin": "https://other.example"}
    response = await create_routes(redirect_uri=[f"{ORIGIN}/callback"]).handle(sign_out_request(headers))
    assert (response.status, response.headers["Location"]) == (303, URL)
    assert [each.domain for each in response.cookies] == [None, "other.example"]


@pytest.mark.parametrize(
    ("headers", "allowed"),
    [
        ({"origin": ORIGIN}, True),
        ({"origin": "https://APP.example"}, True),
        ({"origin": "https://frontend.example"}, True),
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({}, True),
        ({"origin": "https://evil.example"}, False),
        ({"origin": "http://app.example"}, False),
        ({"origin": "null"}, False),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"origin": "https://evil.example", "sec-fetch-site": "cross-site"}, False),
    ],
)
@pytest.mark.parametrize("path", ["/logout", "/switch-organization"])
async def test_forms_of_other_sites(
    create_routes: CreateRoutes, api: SignInAPI, path: str, headers: dict[str, str], allowed: bool
) -> None:
    routes = create_routes(allowed_origins=["https://frontend.example"])
    response = await routes.handle(web_request("POST", path, headers, cookies=session_cookie()))
    assert (response != BLOCKED) is allowed
    assert api.requests == []


@pytest.mark.parametrize("path", ["/login", "/callback"])
async def test_links_of_other_sites_can_start_a_sign_in(create_routes: CreateRoutes, path: str) -> None:
    headers = {"sec-fetch-site": "cross-site", "origin": "https://evil.example"}
    assert (await create_routes().handle(web_request("GET", path, headers))).status == 303


async def test_the_hook_sees_the_session(create_routes: CreateRoutes, api: SignInAPI) -> None:
    calls: list[tuple[WebRequest, SignedOut]] = []
    routes = create_routes(hooks={"on_signed_out": lambda *arguments: calls.append(arguments)})
    request = web_request("POST", "/logout", cookies=session_cookie(organization_id="org_7"))
    assert await routes.handle(request) == see_other(URL, expired_session())
    ((seen, signed_out),) = calls
    assert seen == request
    assert (signed_out.url, signed_out.session_id, signed_out.organization_id) == (URL, "session_1", "org_7")
    assert signed_out.user is not None
    assert signed_out.user.id == "user_1"
    assert api.requests == []


@pytest.mark.parametrize(
    "cookies",
    [{}, {"wos-session": "malformed"}, {"wos-session": cookie(access_token="malformed", user=None)}],
    ids=["none", "malformed", "malformed_token"],
)
async def test_the_hook_without_a_session(create_routes: CreateRoutes, api: SignInAPI, cookies: dict[str, str]) -> None:
    calls: list[SignedOut] = []

    def on_signed_out(request: WebRequest, signed_out: SignedOut) -> WebResponse:
        calls.append(signed_out)
        return see_other("/bye")

    routes = create_routes(hooks={"on_signed_out": on_signed_out})
    response = await routes.handle(web_request("POST", "/logout", cookies=cookies))
    assert response == see_other("/bye", expired_session() if cookies else ())
    (signed_out,) = calls
    assert (signed_out.url, signed_out.session_id, signed_out.user, signed_out.organization_id) == ("/", *[None] * 3)
    assert api.requests == []  # there is no session to end


@pytest.mark.parametrize(
    ("response", "ends"),
    [
        (see_other("/bye", (EXTRA,)), True),
        (WebResponse(200, "Bye", {"Content-Type": "text/plain"}), True),
        (see_other(URL, (EXTRA,)), False),
        (WebResponse(302, headers={"location": URL}), False),
    ],
    ids=["other_redirect", "page", "redirect", "redirect_in_lower_case"],
)
async def test_a_response_of_the_hook(
    create_routes: CreateRoutes, api: SignInAPI, response: WebResponse, ends: bool
) -> None:
    """If it doesn't redirect to WorkOS, the route ends the session itself."""

    async def on_signed_out(request: WebRequest, signed_out: SignedOut) -> WebResponse:
        return response

    sent = await create_routes(hooks={"on_signed_out": on_signed_out}).handle(sign_out_request())
    assert (sent.status, sent.body) == (response.status, response.body)
    assert sent.headers == {**response.headers, "Cache-Control": "private, no-store"}
    assert sent.cookies == (*response.cookies, *expired_session())
    assert api.requests == ([REVOKED] if ends else [])


async def test_a_session_of_an_expired_token_ends_too(create_routes: CreateRoutes, api: SignInAPI) -> None:
    routes = create_routes(hooks={"on_signed_out": lambda request, signed_out: see_other("/bye")})
    token = access_token(expired=True, session_id="session_2")
    await routes.handle(web_request("POST", "/logout", cookies=session_cookie(access_token=token)))
    assert [body for _, body in api.requests] == [{"session_id": "session_2"}]


@pytest.mark.parametrize("hook", [deny, raise_error, return_text])
async def test_a_hook_that_fails(create_routes: CreateRoutes, api: SignInAPI, hook: Any) -> None:
    """The session ends nevertheless."""
    with pytest.raises(HookFailed) as raised:
        await create_routes(hooks={"on_signed_out": hook}).handle(sign_out_request())
    assert_failed(raised.value, "on_signed_out", hook, expired_session())
    assert api.requests == [REVOKED]


async def test_an_error_of_the_api_does_not_keep_the_session(create_routes: CreateRoutes, api: SignInAPI) -> None:
    api.failures[REVOKED[0]] = httpx.Response(500)
    routes = create_routes(hooks={"on_signed_out": lambda request, signed_out: see_other("/bye")})
    assert await routes.handle(sign_out_request()) == see_other("/bye", expired_session())
