"""An event stream that is left because its task is canceled."""

import anyio
import pytest

from tests.clients.test_redis_rate_limiter_cancellation import wait_for_shielded_calls
from workos_async import RedisCursorStore, WorkOS
from workos_async._events.event_stream import EventStream
from workos_emulator import Emulator

NEVER = 1e6
"""The seconds of a lease that does not expire within a test."""


@pytest.mark.parametrize("checkpoint_every", [1, 50])
async def test_canceled_stream_saves_its_position_and_releases_its_lease(redis_url: str, checkpoint_every: int) -> None:
    emulator = Emulator()
    async with WorkOS(emulator.api_key, transport=emulator.transport) as workos:

        def open_stream() -> EventStream:
            store = RedisCursorStore(redis_url, lease_seconds=NEVER)
            return workos.events.stream(events=["user.created"], store=store, checkpoint_every=checkpoint_every)

        created = [await workos.user_management.create_user(email=f"{number}@example.com") for number in range(4)]
        handled = 0
        with anyio.CancelScope() as scope:
            async with open_stream() as stream:
                async for _ in stream:
                    if handled == 2:
                        scope.cancel()
                        await anyio.sleep_forever()
                    handled += 1
        await wait_for_shielded_calls()
        with anyio.fail_after(20):
            async with open_stream() as other:
                event = await other.__anext__()
    assert event.event == "user.created"
    assert event.data.id == created[2].id
