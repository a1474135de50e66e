"""Follow the event stream in a process: `python -m tests.support.tail VARIANT STORE PATH`. Prints the email of each user it handled.

VARIANT is `async` or `sync`, STORE is `file` or `sqlite`.
"""

import asyncio
import os
import sys

EVENTS = ["user.created"]


def handle(email: str) -> None:
    # A single write is atomic, and the test sees it even if the process is killed right after.
    os.write(1, f"{email}\n".encode())


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
    variant, *arguments = sys.argv[1:]
    if variant == "async":
        asyncio.run(follow(*arguments))
    else:
        follow_sync(*arguments)
