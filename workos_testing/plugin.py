"""The plugin: fixtures, and the marker `workos`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from workos_async import WorkOS as AsyncWorkOS
    from workos_emulator import Emulator, Faults
    from workos_sync import WorkOS as SyncWorkOS
    from workos_testing import Factory, SignIns, Webhooks

_MARKER = "workos(seed=None, settings=None, clock=None): how the emulator of a test is set up; see docs/testing.md"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option `workos_seed` of the configuration file."""
    parser.addini("workos_seed", "a seed file for the emulators of all tests, relative to the configuration file")


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line("markers", _MARKER)


@pytest.fixture
def workos_emulator(request: pytest.FixtureRequest) -> "Iterator[Emulator]":
    """An emulator of this test alone. The same test gets the same ids, codes and tokens in every run."""
    from workos_testing.setup import emulator_for

    with emulator_for(request) as emulator:
        yield emulator


@pytest.fixture
def workos(workos_emulator: "Emulator") -> "AsyncWorkOS":
    """An async client of the emulator, in process, for asyncio and trio."""
    from workos_testing.setup import async_client

    return async_client(workos_emulator)


@pytest.fixture
def workos_sync(workos_emulator: "Emulator") -> "SyncWorkOS":
    """A sync client of the emulator, in process."""
    from workos_testing.setup import sync_client

    return sync_client(workos_emulator)


@pytest.fixture
def workos_factory(workos_emulator: "Emulator") -> "Factory":
    """Creates objects of every type from as few fields as possible."""
    from workos_testing.factory import Factory

    return Factory(workos_emulator)


@pytest.fixture
def workos_sign_in(workos_emulator: "Emulator") -> "SignIns":
    """Signs users in without their doing: access tokens, headers, sealed cookies."""
    from workos_testing.sessions import SignIns

    return SignIns(workos_emulator)


@pytest.fixture
def workos_webhooks(workos_emulator: "Emulator") -> "Webhooks":
    """Builds signed webhook requests."""
    from workos_testing.webhooks import Webhooks

    return Webhooks(workos_emulator)


@pytest.fixture
def workos_faults(workos_emulator: "Emulator") -> "Faults":
    """What shall go wrong with the next requests: `workos_faults.add(status=503)`."""
    return workos_emulator.faults


@pytest.fixture
def workos_server(workos_emulator: "Emulator", monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The emulator on a free port of this machine. `WORKOS_BASE_URL`, `WORKOS_API_KEY`, `WORKOS_CLIENT_ID` and
    `WORKOS_COOKIE_PASSWORD` point at it, so that clients that an app makes itself use it.

    Yields:
        The base URL.
    """  # noqa: D205 - the names are long
    from workos_testing.sessions import COOKIE_PASSWORD

    with workos_emulator.serve() as url:
        monkeypatch.setenv("WORKOS_BASE_URL", url)
        monkeypatch.setenv("WORKOS_API_KEY", workos_emulator.api_key)
        monkeypatch.setenv("WORKOS_CLIENT_ID", workos_emulator.client_id)
        monkeypatch.setenv("WORKOS_COOKIE_PASSWORD", COOKIE_PASSWORD)
        yield url
