"""The pytest plugin: its fixtures and the marker `workos`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from workos_async import WorkOS as AsyncWorkOS
    from workos_emulator import Emulator, Faults
    from workos_sync import WorkOS as SyncWorkOS
    from workos_testing import Factory, SessionFactory, Webhooks

_MARKER = "workos(seed=None, settings=None, clock=None): configure the emulator of a test; see docs/testing.md"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the configuration option `workos_seed`."""
    parser.addini("workos_seed", "a seed file for the emulators of all tests, relative to the configuration file")


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker."""
    config.addinivalue_line("markers", _MARKER)


@pytest.fixture
def workos_test_emulator(request: pytest.FixtureRequest) -> "Iterator[Emulator]":
    """An emulator for this test only. Its IDs, codes and tokens are the same in every run, and the SDK follows its clock during the test."""
    from workos_testing.setup import emulator_for_test

    with emulator_for_test(request) as emulator:
        yield emulator


@pytest.fixture
def workos_client(workos_test_emulator: "Emulator") -> "AsyncWorkOS":
    """An async client of the emulator, in process, for asyncio and trio."""
    from workos_testing.setup import async_client

    return async_client(workos_test_emulator)


@pytest.fixture
def workos_sync_client(workos_test_emulator: "Emulator") -> "SyncWorkOS":
    """A sync client of the emulator, in process."""
    from workos_testing.setup import sync_client

    return sync_client(workos_test_emulator)


@pytest.fixture
def workos_factory(workos_test_emulator: "Emulator") -> "Factory":
    """A factory of objects in the emulator. You set only the fields that matter to the test."""
    from workos_testing.factory import Factory

    return Factory(workos_test_emulator)


@pytest.fixture
def workos_sign_in(workos_test_emulator: "Emulator") -> "SessionFactory":
    """A factory of user sessions: access tokens, headers and sealed cookies, without a sign-in flow."""
    from workos_testing.sessions import SessionFactory

    return SessionFactory(workos_test_emulator)


@pytest.fixture
def workos_webhooks(workos_test_emulator: "Emulator") -> "Webhooks":
    """A builder of signed webhook requests."""
    from workos_testing.webhooks import Webhooks

    return Webhooks(workos_test_emulator)


@pytest.fixture
def workos_faults(workos_test_emulator: "Emulator") -> "Faults":
    """The faults to inject into the next requests: `workos_faults.add(status=503)`."""
    return workos_test_emulator.faults


@pytest.fixture
def workos_server(workos_test_emulator: "Emulator", monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The emulator on a free local port, for clients that the application creates itself.

    `WORKOS_BASE_URL`, `WORKOS_API_KEY`, `WORKOS_CLIENT_ID` and `WORKOS_COOKIE_PASSWORD` are set to use it.

    Yields:
        The base URL.
    """
    from workos_testing.sessions import COOKIE_PASSWORD

    with workos_test_emulator.serve() as base_url:
        monkeypatch.setenv("WORKOS_BASE_URL", base_url)
        monkeypatch.setenv("WORKOS_API_KEY", workos_test_emulator.api_key)
        monkeypatch.setenv("WORKOS_CLIENT_ID", workos_test_emulator.client_id)
        monkeypatch.setenv("WORKOS_COOKIE_PASSWORD", COOKIE_PASSWORD)
        yield base_url
