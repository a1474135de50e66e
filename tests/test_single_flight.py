"""`SingleFlight`: concurrent tasks and threads share one fetch of the keys and one refresh of a session."""

import asyncio
import threading

import httpx
import pytest

from workos_async import APIConnectionError, WorkOS
from workos_core.auth.sessions.session_cookie import seal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_emulator import Emulator
from workos_sync import WorkOS as SyncWorkOS

PASSWORD = "correct horse battery 1"


def get_access_token(emulator: Emulator) -> str:
    with SyncWorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        workos.user_management.create_user(email="a@b.co", password=PASSWORD, email_verified=True)
        return workos.user_management.authenticate_with_password(email="a@b.co", password=PASSWORD).access_token


@pytest.mark.asyncio
async def test_tasks_share_one_fetch() -> None:
    emulator = Emulator()
    token = get_access_token(emulator)
    fetches = 0

    async def handler(_: httpx.Request) -> httpx.Response:
        nonlocal fetches
        fetches += 1
        await asyncio.sleep(0.01)
        return httpx.Response(200, json=emulator.jwks)

    async with WorkOS("sk_1", client_id=emulator.client_id, transport=httpx.MockTransport(handler)) as workos:
        claims = await asyncio.gather(*(workos.verify_access_token(token) for _ in range(50)))
    assert len({claim.sid for claim in claims}) == 1
    assert fetches == 1


@pytest.mark.asyncio
async def test_tasks_share_one_fetch_for_an_unknown_key() -> None:
    emulator = Emulator()
    token = get_access_token(emulator)
    fetches = 0

    async def handler(_: httpx.Request) -> httpx.Response:
        nonlocal fetches
        fetches += 1
        await asyncio.sleep(0.01)
        keys = emulator.jwks["keys"]
        return httpx.Response(200, json={"keys": [{**keys[0], "kid": "old"}] if fetches == 1 else keys})

    async with WorkOS("sk_1", client_id=emulator.client_id, transport=httpx.MockTransport(handler)) as workos:
        claims = await asyncio.gather(*(workos.verify_access_token(token) for _ in range(20)))
    assert len({claim.sid for claim in claims}) == 1
    assert fetches == 2


def test_threads_share_one_fetch() -> None:
    emulator = Emulator()
    token = get_access_token(emulator)
    fetches: list[str] = []
    barrier = threading.Barrier(8)

    def handler(request: httpx.Request) -> httpx.Response:
        fetches.append(request.url.path)
        return httpx.Response(200, json=emulator.jwks)

    with SyncWorkOS("sk_1", client_id=emulator.client_id, transport=httpx.MockTransport(handler)) as workos:

        def verify() -> None:
            barrier.wait()
            workos.verify_access_token(token)

        threads = [threading.Thread(target=verify) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(fetches) == 1


def test_event_loops_in_threads_use_one_client() -> None:
    emulator = Emulator()
    token = get_access_token(emulator)
    ready, sessions = threading.Barrier(3), []

    async def handler(_: httpx.Request) -> httpx.Response:
        await asyncio.sleep(0.01)
        return httpx.Response(200, json=emulator.jwks)

    workos = WorkOS("sk_1", client_id=emulator.client_id, transport=httpx.MockTransport(handler))

    async def verify() -> None:
        ready.wait()
        for _ in range(3):
            claims = await asyncio.gather(*(workos.verify_access_token(token) for _ in range(10)))
            sessions.extend(claim.sid for claim in claims)

    threads = [threading.Thread(target=lambda: asyncio.run(verify())) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(sessions) == 90
    assert len(set(sessions)) == 1


@pytest.mark.asyncio
async def test_tasks_share_a_failed_fetch() -> None:
    emulator = Emulator()
    token = get_access_token(emulator)
    fetches = 0

    async def handler(_: httpx.Request) -> httpx.Response:
        nonlocal fetches
        fetches += 1
        await asyncio.sleep(0)
        raise httpx.ConnectError("down")

    async with WorkOS(
        "sk_1", client_id=emulator.client_id, transport=httpx.MockTransport(handler), max_retries=0
    ) as workos:
        errors = await asyncio.gather(*(workos.verify_access_token(token) for _ in range(50)), return_exceptions=True)
    assert {type(error) for error in errors} == {APIConnectionError}
    assert fetches == 1


@pytest.mark.asyncio
async def test_stale_keys_are_used_while_they_are_refetched() -> None:
    emulator = Emulator()
    token = get_access_token(emulator)
    fetches = 0
    requested, release = asyncio.Event(), asyncio.Event()

    async def handler(_: httpx.Request) -> httpx.Response:
        nonlocal fetches
        fetches += 1
        if fetches > 1:
            requested.set()
            await release.wait()
        return httpx.Response(200, json=emulator.jwks)

    async with WorkOS("sk_1", client_id=emulator.client_id, transport=httpx.MockTransport(handler)) as workos:
        await workos.verify_access_token(token)
        workos._requestor.auth.tokens.jwks._stale_at = 0.0
        refetch = asyncio.create_task(workos.verify_access_token(token))
        await requested.wait()
        await asyncio.gather(*(workos.verify_access_token(token) for _ in range(50)))
        assert not refetch.done()
        release.set()
        await refetch
    assert fetches == 2


@pytest.mark.asyncio
async def test_fifty_refreshes_send_one_request() -> None:
    emulator = Emulator()
    get_access_token(emulator)
    with SyncWorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as admin:
        response = admin.user_management.authenticate_with_password(email="a@b.co", password=PASSWORD)
    session = SessionData(access_token=response.access_token, refresh_token=response.refresh_token, user={"id": "u"})
    cookie, password = seal_session(session, "x" * 32), "x" * 32
    emulator.requests.clear()
    async with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        users = workos.user_management
        refreshes = [
            users.refresh_and_seal_session_data(session_data=cookie, cookie_password=password) for _ in range(50)
        ]
        results = await asyncio.gather(*refreshes)
    assert len(emulator.requests) == 1
    assert all(result == results[0] and result.authenticated for result in results)


@pytest.mark.asyncio
async def test_fifty_refreshes_of_an_unavailable_api_send_one_request() -> None:
    session = SessionData(access_token="a", refresh_token="r", user={"id": "u"})
    cookie, calls = seal_session(session, "x" * 32), 0

    async def handler(_: httpx.Request) -> httpx.Response:
        nonlocal calls
        calls += 1
        await asyncio.sleep(0)
        return httpx.Response(503)

    async with WorkOS("sk_1", client_id="c", transport=httpx.MockTransport(handler), max_retries=0) as workos:
        users = workos.user_management
        refreshes = [
            users.refresh_and_seal_session_data(session_data=cookie, cookie_password="x" * 32) for _ in range(50)
        ]
        results = await asyncio.gather(*refreshes)
    assert {(result.authenticated, getattr(result, "retryable", None)) for result in results} == {(False, True)}
    assert calls == 1


@pytest.mark.asyncio
async def test_tokens_received_after_cancellation_are_kept() -> None:
    emulator = Emulator()
    get_access_token(emulator)
    with SyncWorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as admin:
        response = admin.user_management.authenticate_with_password(email="a@b.co", password=PASSWORD)
    session = SessionData(access_token=response.access_token, refresh_token=response.refresh_token, user={"id": "u"})
    cookie, requested, release = seal_session(session, "x" * 32), asyncio.Event(), asyncio.Event()

    async def handler(request: httpx.Request) -> httpx.Response:
        requested.set()
        await release.wait()
        return await emulator.transport.handle_async_request(request)

    async with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=httpx.MockTransport(handler)) as workos:
        users = workos.user_management
        arguments = {"session_data": cookie, "cookie_password": "x" * 32}
        cancelled = asyncio.create_task(users.refresh_and_seal_session_data(**arguments))
        await requested.wait()
        cancelled.cancel()
        with pytest.raises(asyncio.CancelledError):
            await cancelled
        release.set()
        result = await users.refresh_and_seal_session_data(**arguments)
    assert result.authenticated
