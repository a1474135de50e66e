"""Many tasks that need the keys at once make one request. (Only async code has many tasks in one thread.)"""

import asyncio
import threading

import httpx
import pytest

from workos_async import APIConnectionError, WorkOS
from workos_emulator import Emulator
from workos_sync import WorkOS as SyncWorkOS

PASSWORD = "correct horse battery 1"


def token_of(emulator: Emulator) -> str:
    with SyncWorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        workos.user_management.create_user(email="a@b.co", password=PASSWORD, email_verified=True)
        return workos.user_management.authenticate_with_password(email="a@b.co", password=PASSWORD).access_token


@pytest.mark.asyncio
async def test_tasks_share_one_fetch() -> None:
    emulator = Emulator()
    token = token_of(emulator)
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


def test_threads_share_one_fetch() -> None:
    emulator = Emulator()
    token = token_of(emulator)
    fetches: list[str] = []
    arrived = threading.Barrier(8)

    def handler(request: httpx.Request) -> httpx.Response:
        fetches.append(request.url.path)
        return httpx.Response(200, json=emulator.jwks)

    with SyncWorkOS("sk_1", client_id=emulator.client_id, transport=httpx.MockTransport(handler)) as workos:

        def check() -> None:
            arrived.wait()
            workos.verify_access_token(token)

        threads = [threading.Thread(target=check) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(fetches) == 1


@pytest.mark.asyncio
async def test_tasks_share_a_fetch_that_fails() -> None:
    emulator = Emulator()
    token = token_of(emulator)
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
async def test_nobody_waits_for_keys_that_are_renewed() -> None:
    emulator = Emulator()
    token = token_of(emulator)
    fetches = 0
    asked, go_on = asyncio.Event(), asyncio.Event()

    async def handler(_: httpx.Request) -> httpx.Response:
        nonlocal fetches
        fetches += 1
        if fetches > 1:
            asked.set()
            await go_on.wait()
        return httpx.Response(200, json=emulator.jwks)

    async with WorkOS("sk_1", client_id=emulator.client_id, transport=httpx.MockTransport(handler)) as workos:
        await workos.verify_access_token(token)
        workos._caller.keys._due = 0.0
        renewing = asyncio.create_task(workos.verify_access_token(token))
        await asked.wait()
        await asyncio.gather(*(workos.verify_access_token(token) for _ in range(50)))
        assert not renewing.done()
        go_on.set()
        await renewing
    assert fetches == 2
