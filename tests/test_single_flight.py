"""Many tasks that need the keys at once make one request. (Only async code has many tasks in one thread.)"""

import asyncio
import threading

import httpx
import pytest

from workos_async import WorkOS
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
