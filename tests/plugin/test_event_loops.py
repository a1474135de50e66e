"""One client is used in the event loops of all tests of a session, with every HTTP library, and leaves nothing open."""

import pytest

from tests.plugin.projects import run

pytest_plugins = ["pytester"]

TESTS = """
import asyncio
import gc
import pytest
import workos_async
from workos_emulator import Emulator

@pytest.fixture(scope="session")
def server():
    with Emulator(seed="loops") as emulator, emulator.serve() as url:
        yield emulator, url

@pytest.fixture(scope="session", params=["httpx", "httpx2", "aiohttp"])
def client(request, server):
    emulator, url = server
    return workos_async.WorkOS(emulator.api_key, client_id=emulator.client_id, base_url=url, http_library=request.param)

async def call(client):
    await asyncio.gather(*(client.organizations.list_organizations().page() for _ in range(3)))

@pytest.mark.asyncio
@pytest.mark.parametrize("number", range(2))
async def test_pytest_asyncio(client, number):
    await call(client)

@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
@pytest.mark.parametrize("number", range(2))
async def test_anyio(client, number, anyio_backend):
    await call(client)

@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["trio"])
@pytest.mark.parametrize("number", range(2))
async def test_trio(client, number, anyio_backend):
    if client._connection._settings.library == "aiohttp":
        pytest.skip("aiohttp requires asyncio")
    await client.organizations.list_organizations().page()

@pytest.mark.parametrize("number", range(2))
def test_asyncio_run(client, number):
    asyncio.run(call(client))
    gc.collect()
"""


def test_one_client_in_all_event_loops_of_a_session(project: pytest.Pytester) -> None:
    project.makepyfile(TESTS)
    run(project).assert_outcomes(passed=22, skipped=2)


FIXTURE = """
import pytest

@pytest.mark.anyio
@pytest.mark.parametrize("number", range(2))
async def test_clients(workos_client, workos_factory, number):
    acme = workos_factory.organization()
    assert (await workos_client.organizations.get_organization(acme.id)).id == acme.id
"""


def test_fixtures_leave_nothing_open(project: pytest.Pytester) -> None:
    project.makepyfile(FIXTURE)
    run(project).assert_outcomes(passed=4)
