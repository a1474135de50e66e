"""Hooks of the sync client."""

import pytest

from workos_core.http.hooks import Hooks, RequestInfo
from workos_emulator import Emulator
from workos_sync import WorkOS


def test_coroutine_functions_are_rejected() -> None:
    async def hook(_: RequestInfo) -> None: ...

    emulator = Emulator()
    workos = WorkOS(emulator.api_key, transport=emulator.transport, hooks=Hooks(request=hook))
    with workos, pytest.raises(TypeError, match="not a coroutine function"):
        workos.organizations.get_organization("org_1")
