# Generated from tests/async_/conftest.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""A client that talks to an emulator in the same process, and one that talks to a function of the test."""

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from workos_emulator import Emulator
from workos_sync import WorkOS

Handler = Callable[[httpx.Request], httpx.Response]


@pytest.fixture
def emulator() -> Emulator:
    return Emulator()


@pytest.fixture
def workos(emulator: Emulator) -> Iterator[WorkOS]:
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as client:
        yield client


@pytest.fixture
def against() -> Callable[..., WorkOS]:
    """Make a client whose requests a function handles."""

    def make(handler: Handler, **settings: Any) -> WorkOS:
        return WorkOS("sk_test", client_id="client_test", transport=httpx.MockTransport(handler), **settings)

    return make
