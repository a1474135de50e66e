"""`SignInRoutes.authenticate`: foreign origins, and the hook `on_refreshed`."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.support.session_api import token_response
from tests.support.sign_in_api import (
    AUTHENTICATE,
    HTMX,
    ORIGIN,
    REVOKED,
    SignInAPI,
    access_token,
    expired_session,
    sealed_session,
    session_cookie,
    web_request,
)
from tests.support.sign_in_hooks import EXTRA, assert_failed, each_failing_hook
from workos_async import SignInRoutes
from workos_core.auth.identity.identity import Authenticated, NotAuthenticated
from workos_core.auth.identity.sign_in_hooks import HookFailed, SignInDenied
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.identity.web_response import WebResponse, htmx_redirect
from workos_core.auth.sessions.results import SessionRefreshed

CreateRoutes = Callable[..., SignInRoutes]

CHOSEN = WebResponse(202, "chosen", {"Content-Type": "text/plain"}, (EXTRA,))
FOREIGN = {"origin": "https://evil.example"}


def expired_request() -> WebRequest:
    """Return a request whose session must be refreshed."""
    return web_request("GET", "/page", cookies=session_cookie(expired=True))


async def test_session(create_routes: CreateRoutes, api: SignInAPI) -> None:
    """The hook sees refreshed sessions only."""
    routes = create_routes(hooks={"on_refreshed": lambda request, session: CHOSEN})
    for headers in ({}, HTMX):
        result = await routes.authenticate(web_request("GET", "/page", headers, cookies=session_cookie()))
        assert isinstance(result, Authenticated)
        assert (result.identity.user_id, result.refreshed, result.response) == ("user_1", False, None)
    assert api.requests == []


async def test_without_a_session(create_routes: CreateRoutes) -> None:
    result = await create_routes().authenticate(web_request("GET", "/page"))
    assert result == NotAuthenticated("no_session_cookie_provided")


async def test_access_token(create_routes: CreateRoutes) -> None:
    headers = {"authorization": f"Bearer {access_token(session_id='session_2')}"}
    request = web_request("GET", "/page", headers, cookies=session_cookie())
    for each in (request, web_request("GET", "/page", headers | FOREIGN, cookies=session_cookie())):
        result = await create_routes().authenticate(each)
        assert isinstance(result, Authenticated)
        assert (result.identity.kind, result.identity.session_id) == ("access_token", "session_2")


@pytest.mark.parametrize(
    ("headers", "authenticated"),
    [
        ({"origin": ORIGIN}, True),
        ({"origin": "https://frontend.example"}, True),
        ({"origin": "https://evil.example", "sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "cross-site"}, True),
        (FOREIGN, False),
        ({"origin": "null"}, False),
        ({"origin": "http://app.example"}, False),
    ],
)
async def test_origins(create_routes: CreateRoutes, headers: dict[str, str], authenticated: bool) -> None:
    routes = create_routes(allowed_origins=["https://frontend.example"])
    for method in ("GET", "POST"):
        result = await routes.authenticate(web_request(method, "/page", headers, cookies=session_cookie()))
        assert result.authenticated is authenticated
        if not authenticated:
            assert result == NotAuthenticated("foreign_origin")


async def test_origins_of_several_hosts(create_routes: CreateRoutes) -> None:
    """Each host has its own."""
    routes = create_routes(redirect_uri=["https://a.example/callback", "https://b.example/callback"])
    for origin, authenticated in (("https://a.example", True), ("https://b.example", False)):
        request = web_request("GET", "/page", {"host": "a.example", "origin": origin}, cookies=session_cookie())
        assert (await routes.authenticate(request)).authenticated is authenticated


async def test_host_of_a_trusted_proxy(create_routes: CreateRoutes) -> None:
    uris = ["https://a.example/callback", "https://b.example/callback"]
    headers = {"host": "internal", "x-forwarded-host": "a.example", "origin": "https://a.example"}
    request = web_request("GET", "/page", headers, cookies=session_cookie(), ip_address="10.0.0.1")
    assert not (await create_routes(redirect_uri=uris).authenticate(request)).authenticated
    assert (await create_routes(redirect_uri=uris, trusted_proxies="*").authenticate(request)).authenticated


@pytest.mark.parametrize(
    ("cookies", "authorization", "reason"),
    [
        ({}, None, "no_session_cookie_provided"),
        ({"theme": "dark"}, None, "no_session_cookie_provided"),
        ({"wos-session": "sealed"}, None, "foreign_origin"),
        ({"wos-session.0": "sealed"}, None, "foreign_origin"),
        ({"wos-auth-verifier-01234567": "sealed"}, None, "foreign_origin"),
        ({"theme": "dark", "wos-session": "sealed"}, None, "foreign_origin"),
        ({"wos-session": "sealed"}, "Basic YWRhOng=", "foreign_origin"),
        ({"wos-session": "sealed"}, "Bearer a.b.c", "invalid_jwt"),
    ],
)
async def test_foreign_origins(
    create_routes: CreateRoutes, api: SignInAPI, cookies: dict[str, str], authorization: str | None, reason: str
) -> None:
    """The cookies are neither used nor removed."""
    headers = FOREIGN | ({"authorization": authorization} if authorization else {})
    result = await create_routes().authenticate(web_request("POST", "/page", headers, cookies=cookies))
    assert isinstance(result, NotAuthenticated)
    assert (result.reason, result.cookies, result.session) == (reason, (), None)
    assert api.requests == []


async def test_foreign_origins_refresh_no_session(create_routes: CreateRoutes, api: SignInAPI) -> None:
    request = web_request("GET", "/page", FOREIGN, cookies=session_cookie(expired=True))
    assert await create_routes().authenticate(request) == NotAuthenticated("foreign_origin")
    assert api.requests == []


async def test_refreshed_session(create_routes: CreateRoutes, api: SignInAPI) -> None:
    result = await create_routes().authenticate(expired_request())
    assert isinstance(result, Authenticated)
    assert (result.refreshed, result.response) == (True, None)
    assert sealed_session(result.cookies).access_token == access_token()
    assert api.paths == [AUTHENTICATE]


async def test_the_hook_sees_a_refreshed_session(create_routes: CreateRoutes, api: SignInAPI) -> None:
    calls: list[tuple[WebRequest, SessionRefreshed]] = []

    async def on_refreshed(request: WebRequest, session: SessionRefreshed) -> None:
        calls.append((request, session))

    request = expired_request()
    result = await create_routes(hooks={"on_refreshed": on_refreshed}).authenticate(request)
    ((seen, session),) = calls
    assert seen == request
    assert (session, session.session_id, session.user.id) == (result.session, "session_1", "user_1")
    assert (result.authenticated, result.response) == (True, None)
    assert sealed_session(result.cookies).access_token == access_token()
    assert api.paths == [AUTHENTICATE]


async def test_a_response_of_the_hook(create_routes: CreateRoutes, api: SignInAPI) -> None:
    routes = create_routes(hooks={"on_refreshed": lambda request, session: CHOSEN})
    result = await routes.authenticate(expired_request())
    assert (result.authenticated, result.response) == (True, CHOSEN)
    assert sealed_session(result.cookies)
    assert api.paths == [AUTHENTICATE]


@pytest.mark.parametrize("denied", [False, True])
async def test_a_redirect_of_the_hook_to_htmx(create_routes: CreateRoutes, denied: bool) -> None:
    """It opens the page, instead of inserting it into the current one."""
    redirect = WebResponse(302, headers={"location": "/suspended"}, cookies=(EXTRA,))

    def on_refreshed(request: WebRequest, session: SessionRefreshed) -> WebResponse:
        if denied:
            raise SignInDenied(response=redirect)
        return redirect

    routes = create_routes(hooks={"on_refreshed": on_refreshed})
    request = web_request("GET", "/page", HTMX, cookies=session_cookie(expired=True))
    result = await routes.authenticate(request)
    assert result.response == htmx_redirect("/suspended", 204, (EXTRA,))
    result = await routes.authenticate(expired_request())
    assert result.response == redirect


async def test_the_hook_sees_a_session_that_cannot_be_verified_yet(create_routes: CreateRoutes, api: SignInAPI) -> None:
    """Its token is signed with a key that the API doesn't publish yet. The old refresh token no longer works."""
    token = access_token(kid="new")
    api.failures[AUTHENTICATE] = httpx.Response(200, json=token_response(access_token=token))
    seen: list[str] = []

    def on_refreshed(request: WebRequest, session: SessionRefreshed) -> WebResponse:
        seen.append(session.access_token)
        return CHOSEN

    result = await create_routes(hooks={"on_refreshed": on_refreshed}).authenticate(expired_request())
    assert isinstance(result, NotAuthenticated)
    assert (result.reason, result.retryable, result.response) == ("invalid_jwt", True, CHOSEN)
    assert sealed_session(result.cookies).access_token == token
    assert seen == [token]


@pytest.mark.parametrize("response", [None, CHOSEN], ids=["without_response", "with_response"])
async def test_a_denied_session(create_routes: CreateRoutes, api: SignInAPI, response: WebResponse | None) -> None:
    denied = SignInDenied("suspended", response=response)

    def on_refreshed(request: WebRequest, session: SessionRefreshed) -> None:
        raise denied

    result = await create_routes(hooks={"on_refreshed": on_refreshed}).authenticate(expired_request())
    assert isinstance(result, NotAuthenticated)
    assert result == NotAuthenticated("suspended", cookies=expired_session(), error=denied, response=response)
    assert result.error is denied
    assert api.requests[1:] == [REVOKED]


@each_failing_hook
async def test_a_hook_that_fails(create_routes: CreateRoutes, api: SignInAPI, hook: Any) -> None:
    with pytest.raises(HookFailed) as raised:
        await create_routes(hooks={"on_refreshed": hook}).authenticate(expired_request())
    assert_failed(raised.value, "on_refreshed", hook, expired_session())
    assert api.requests[1:] == [REVOKED]
