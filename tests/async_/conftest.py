"""A client that talks to an emulator in the same process, and one that talks to a function of the test."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest

from workos_async import WorkOS
from workos_emulator import Emulator

Handler = Callable[[httpx.Request], httpx.Response]


@pytest.fixture
def emulator() -> Emulator:
    return Emulator()


@pytest.fixture
async def workos(emulator: Emulator) -> AsyncIterator[WorkOS]:
    async with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as client:
        yield client


@pytest.fixture
def against() -> Callable[..., WorkOS]:
    """Make a client whose requests a function handles."""

    def make(handler: Handler, **settings: Any) -> WorkOS:
        return WorkOS("sk_test", client_id="client_test", transport=httpx.MockTransport(handler), **settings)

    return make
