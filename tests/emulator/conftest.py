from collections.abc import Iterator
from datetime import UTC, datetime

import httpx
import pytest

from workos_emulator import Clock, Emulator

from .support import Api, CheckedTransport


@pytest.fixture
def clock() -> Clock:
    clock = Clock()
    clock.freeze(datetime(2026, 1, 31, 12, tzinfo=UTC))
    return clock


@pytest.fixture
def emulator(clock: Clock) -> Emulator:
    return Emulator(clock=clock, seed=1)


@pytest.fixture
def api(emulator: Emulator) -> Iterator[Api]:
    headers = {"authorization": f"Bearer {emulator.api_key}"}
    transport = CheckedTransport(emulator.transport)
    with httpx.Client(transport=transport, base_url="https://api.workos.com", headers=headers) as client:
        yield Api(emulator, client)
