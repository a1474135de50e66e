"""Uvicorn under load: two hundred requests at once, while the access token of their session expires."""

from datetime import timedelta
from typing import Any

import anyio
import httpx
import pytest

from tests.support.browser import CookieJar
from tests.web.person import ADA
from workos_core.auth.identity.cookie_header import read_cookies
from workos_emulator import Emulator

REQUESTS, AT_ONCE = 600, 200


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def test_one_refresh_no_logout_no_error() -> None:
    pytest.importorskip("starlette", reason="nox -s web installs the frameworks")
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import PlainTextResponse
    from starlette.routing import Route

    from tests.browser.serving import serve
    from workos_async import SignedIn, SignIn, WorkOS
    from workos_web.starlette import install, require_user

    emulator = Emulator()
    async with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as setup:
        await setup.user_management.create_user(email=ADA, email_verified=True)
    workos = WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport, max_retries=0)
    password = "a cookie password of more than thirty-two characters"
    sign_in = SignIn(workos, redirect_uri="http://127.0.0.1/callback", cookie_password=password)

    async def me(request: Request) -> PlainTextResponse:
        return PlainTextResponse(str((await require_user(request)).user_id))

    app = Starlette(routes=[Route("/me", me)])
    install(app, sign_in)

    async def enter() -> CookieJar:
        jar = CookieJar()
        begun = sign_in.start(jar, login_hint=ADA)
        jar.store(begun.cookies)
        done = await sign_in.complete(jar.open_authorization_url(emulator, begun.url), jar)
        assert isinstance(done, SignedIn)
        jar.store(done.cookies)
        return jar

    usual = emulator.settings.access_token_lifetime
    fresh = await enter()
    emulator.settings.access_token_lifetime = timedelta(seconds=-90)
    expired = await enter()
    emulator.settings.access_token_lifetime = usual
    emulator.requests.clear()
    answers: list[tuple[int, list[str]]] = []
    # The first third comes with a token that is good, the others with one that is not, as if it expired in between.
    jars = iter([fresh if number < REQUESTS // 3 else expired for number in range(REQUESTS)])

    with serve(app) as url:
        limits = httpx.Limits(max_connections=AT_ONCE, max_keepalive_connections=AT_ONCE)
        async with httpx.AsyncClient(base_url=url, limits=limits, timeout=60) as client:

            async def ask() -> None:
                for jar in jars:
                    answer: Any = await client.get("/me", headers={"Cookie": jar.header})
                    answers.append((answer.status_code, answer.headers.get_list("set-cookie")))

            async with anyio.create_task_group() as tasks:
                for _ in range(AT_ONCE):
                    tasks.start_soon(ask)

    assert [status for status, _ in answers] == [200] * REQUESTS
    sessions = {read_cookies(each.partition(";")[0])["wos-session"] for _, cookies in answers for each in cookies}
    assert len(sessions) == 1
    assert not any("Max-Age=0" in each for _, cookies in answers for each in cookies)
    calls = [entry.request.path for entry in emulator.requests]
    assert calls.count("/user_management/authenticate") == 1
    assert set(calls) == {"/user_management/authenticate", f"/sso/jwks/{emulator.client_id}"}
