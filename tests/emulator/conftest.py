from collections.abc import Iterator
from datetime import UTC, datetime

import httpx
import pytest

from workos_emulator import Clock, Emulator

from . import operations
from .support import Api, CheckedTransport


@pytest.fixture
def clock() -> Clock:
    clock = Clock()
    clock.freeze(datetime(2026, 1, 31, 12, tzinfo=UTC))
    return clock


@pytest.fixture
def emulator(clock: Clock, request: pytest.FixtureRequest) -> Iterator[Emulator]:
    emulator = Emulator(clock=clock, seed=1)
    yield emulator
    operations.check(request.node.nodeid, emulator)


@pytest.fixture
def api(emulator: Emulator) -> Iterator[Api]:
    headers = {"authorization": f"Bearer {emulator.api_key}"}
    transport = CheckedTransport(emulator.transport)
    with httpx.Client(transport=transport, base_url="https://api.workos.com", headers=headers) as client:
        yield Api(emulator, client)
