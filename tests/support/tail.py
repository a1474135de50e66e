"""A process that follows the events: `python -m tests.support.tail FLAVOUR STORE PATH`. Prints each user it handled."""

import asyncio
import os
import sys

EVENTS = ["user.created"]


def handle(email: str) -> None:
    os.write(
        1, f"{email}\n".encode()
    )  # the work: done as a whole or not at all, and seen by the test even if we are killed


async def follow(store: str, path: str) -> None:
    import workos_async

    stores = {"file": workos_async.FileCursorStore, "sqlite": workos_async.SQLiteCursorStore}
    async with workos_async.WorkOS() as workos:
        async for event in workos.events.stream(events=EVENTS, store=stores[store](path), poll_seconds=0.01):
            assert event.event == "user.created"
            handle(event.data.email)


def follow_sync(store: str, path: str) -> None:
    import workos_sync

    stores = {"file": workos_sync.FileCursorStore, "sqlite": workos_sync.SQLiteCursorStore}
    with workos_sync.WorkOS() as workos:
        for event in workos.events.stream(events=EVENTS, store=stores[store](path), poll_seconds=0.01):
            assert event.event == "user.created"
            handle(event.data.email)


if __name__ == "__main__":
    flavour, *arguments = sys.argv[1:]
    if flavour == "async":
        asyncio.run(follow(*arguments))
    else:
        follow_sync(*arguments)
