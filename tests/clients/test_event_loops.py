"""One client in several event loops in sequence, and after a fork."""

import asyncio
import os

import pytest
import trio

from workos_async import WorkOS
from workos_emulator import Emulator


def test_event_loops_in_sequence() -> None:
    emulator = Emulator()
    with emulator.serve() as url:
        # Without keep-alive, because Python warns of any connection that is open when its loop ends.
        workos = WorkOS(emulator.api_key, base_url=url, headers={"Connection": "close"})

        async def create() -> str:
            return (await workos.organizations.create_organization(name="x")).id

        async def create_and_close() -> str:
            try:
                return await create()
            finally:
                await workos.aclose()

        ids = [asyncio.run(create()), trio.run(create), asyncio.run(create()), asyncio.run(create_and_close())]
        assert len(set(ids)) == 4


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings(
    "ignore::DeprecationWarning"
)  # Python warns of forks in a process with threads; that of the emulator is idle
def test_fork() -> None:
    from workos_sync import WorkOS as SyncWorkOS

    emulator = Emulator()
    with emulator.serve() as url, SyncWorkOS(emulator.api_key, base_url=url) as workos:
        workos.organizations.create_organization(name="parent")
        child = os.fork()
        if child == 0:
            try:
                workos.organizations.create_organization(name="child")
                os._exit(0)
            except BaseException:
                os._exit(1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        names = {item.name for item in workos.organizations.list_organizations()}
        assert names == {"parent", "child"}
