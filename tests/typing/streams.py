"""The types of event streams and the flag runtime. Checked by mypy --strict and pyright strict, never run."""

from typing import assert_type

import workos_async
import workos_sync
from workos_core.models.user_management import User


class CustomStore:
    """A cursor store of the application, without a base class."""

    async def load(self) -> str | None:
        return None

    async def save(self, checkpoint: str | None) -> None: ...


class CustomSyncStore:
    def load(self) -> str | None:
        return None

    def save(self, checkpoint: str | None) -> None: ...


async def async_client(workos: workos_async.WorkOS) -> None:
    stream = workos.events.stream(events=["user.created"], store=CustomStore())
    assert_type(stream, workos_async.EventStream)
    async for event in stream:
        if event.event == "user.created":
            assert_type(event.data, User)
        assert_type(event.id, str)
    workos.events.stream(events=["user.created"], store=CustomSyncStore())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    async with workos.feature_flags.runtime(on_change=print) as flags:
        assert_type(await flags.wait_until_ready(1), bool)
        assert_type(flags.is_enabled("beta", user_id="user_1"), bool)


def sync_client(workos: workos_sync.WorkOS) -> None:
    for event in workos.events.stream(events=["user.created"], store=CustomSyncStore()):
        assert_type(event.id, str)
    with workos.feature_flags.runtime() as flags:
        assert_type(flags.evaluate_all(), dict[str, bool])
