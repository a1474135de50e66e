"""A Uvicorn server under load: 200 requests at a time, while the access token of their session expires."""

from datetime import timedelta

import anyio
import httpx
import pytest

from tests.support.browser import CookieJar
from tests.web.browser import ADA
from workos_core.auth.identity.cookie_header import read_cookies
from workos_emulator import Emulator

REQUESTS, CONCURRENCY = 600, 200


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def test_expired_session_is_refreshed_once_and_no_request_fails() -> None:
    pytest.importorskip("starlette", reason="nox -s web installs the frameworks")
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import PlainTextResponse
    from starlette.routing import Route

    from tests.browser.serving import serve
    from workos_async import SignedIn, SignIn, WorkOS
    from workos_web.starlette import install, require_user

    emulator = Emulator()
    async with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        await workos.user_management.create_user(email=ADA, email_verified=True)
    app_workos = WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport, max_retries=0)
    password = "a cookie password of more than thirty-two characters"
    sign_in = SignIn(app_workos, redirect_uri="http://127.0.0.1/callback", cookie_password=password)

    async def me(request: Request) -> PlainTextResponse:
        return PlainTextResponse(str((await require_user(request)).user_id))

    app = Starlette(routes=[Route("/me", me)])
    install(app, sign_in)

    async def sign_in_browser() -> CookieJar:
        jar = CookieJar()
        redirect = sign_in.start(jar, login_hint=ADA)
        jar.store(redirect.cookies)
        result = await sign_in.complete(jar.open_authorization_url(emulator, redirect.url), jar)
        assert isinstance(result, SignedIn)
        jar.store(result.cookies)
        return jar

    lifetime = emulator.settings.access_token_lifetime
    valid_jar = await sign_in_browser()
    emulator.settings.access_token_lifetime = timedelta(seconds=-90)
    expired_jar = await sign_in_browser()
    emulator.settings.access_token_lifetime = lifetime
    emulator.requests.clear()
    responses: list[tuple[int, list[str]]] = []
    # The first third of the requests has a valid token and the rest an expired one, as if it expired in between.
    jars = iter([valid_jar if number < REQUESTS // 3 else expired_jar for number in range(REQUESTS)])

    with serve(app) as url:
        limits = httpx.Limits(max_connections=CONCURRENCY, max_keepalive_connections=CONCURRENCY)
        async with httpx.AsyncClient(base_url=url, limits=limits, timeout=60) as client:

            async def send_requests() -> None:
                for jar in jars:
                    response = await client.get("/me", headers={"Cookie": jar.header})
                    responses.append((response.status_code, response.headers.get_list("set-cookie")))

            async with anyio.create_task_group() as tasks:
                for _ in range(CONCURRENCY):
                    tasks.start_soon(send_requests)

    assert [status for status, _ in responses] == [200] * REQUESTS
    set_cookie_headers = [header for _, headers in responses for header in headers]
    assert len({read_cookies(header.partition(";")[0])["wos-session"] for header in set_cookie_headers}) == 1
    assert not any("Max-Age=0" in header for header in set_cookie_headers)
    paths = [entry.request.path for entry in emulator.requests]
    assert paths.count("/user_management/authenticate") == 1
    assert set(paths) == {"/user_management/authenticate", f"/sso/jwks/{emulator.client_id}"}
