"""Clients that nobody closes, in a process of their own: `python -m tests.support.abandoned_clients HTTP_LIBRARY NAME …`."""

import asyncio
import gc
import sys
from contextlib import suppress
from typing import Any

import workos_async
from tests.faults.faults import respond_ok
from tests.faults.server import Server

kept: list[object] = []
"""What lives until the process ends."""


def client(url: str) -> workos_async.WorkOS:
    library: Any = sys.argv[1]
    return workos_async.WorkOS("sk_1", base_url=url, http_library=library)


async def call(workos: workos_async.WorkOS) -> None:
    assert (await workos.organizations.get_organization("org_1")).id == "org_1"


def closed(url: str) -> None:
    async def main() -> None:
        async with client(url) as workos:
            await call(workos)

    asyncio.run(main())


def loop_ends(url: str) -> None:
    async def main() -> None:
        await call(client(url))

    asyncio.run(main())


def several_loops_end(url: str) -> None:
    workos = client(url)
    asyncio.run(call(workos))
    asyncio.run(call(workos))
    kept.append(workos)


def garbage(url: str) -> None:
    """The client is collected as garbage while its event loop is running."""

    async def main() -> None:
        workos = client(url)
        await call(workos)
        cycle: list[Any] = [workos]
        cycle.append(cycle)
        del workos, cycle
        gc.collect()
        for _ in range(20):
            await asyncio.sleep(0)

    asyncio.run(main())


def canceled(url: str) -> None:
    async def main() -> None:
        task = asyncio.create_task(call(client(url)))
        for _ in range(20):
            await asyncio.sleep(0)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    asyncio.run(main())


def loop_is_only_closed(url: str) -> None:
    """Nobody calls `shutdown_asyncgens`, as `asyncio.run` does."""
    workos = client(url)
    loop = asyncio.new_event_loop()
    loop.run_until_complete(call(workos))
    loop.close()


def another_loop_is_used(url: str) -> None:
    workos = client(url)
    loop = asyncio.new_event_loop()
    loop.run_until_complete(call(workos))
    loop.close()
    asyncio.run(call(workos))


def process_ends(url: str) -> None:
    workos, loop = client(url), asyncio.new_event_loop()
    loop.run_until_complete(call(workos))
    kept.extend((workos, loop))


if __name__ == "__main__":
    with Server(respond_ok).running() as server:
        for name in sys.argv[2:]:
            globals()[name](server.url)
            gc.collect()
        print("done")  # noqa: T201
