from datetime import UTC, datetime

import pytest

from workos_emulator import Clock, Emulator

from ..sdk import SDK, SDKS
from .live import LiveClient


@pytest.fixture(params=SDKS, ids=lambda sdk: sdk.variant)
def sdk(request: pytest.FixtureRequest) -> SDK:
    """The async and the sync SDK: every test runs with both."""
    sdk: SDK = request.param
    return sdk


@pytest.fixture
def emulator() -> Emulator:
    clock = Clock()
    clock.freeze(datetime(2026, 1, 31, 12, tzinfo=UTC))
    return Emulator(clock=clock, seed=1)


@pytest.fixture
def live(sdk: SDK, emulator: Emulator) -> LiveClient:
    """Calls of the SDK to the emulator."""
    return LiveClient(sdk, emulator)
