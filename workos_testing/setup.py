"""How the emulator of a test, and its clients, are made."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import workos_async
import workos_sync
from workos_emulator import Clock, Emulator, Settings

_ARGUMENTS = {"seed", "settings", "clock"}


@contextmanager
def emulator_for(request: pytest.FixtureRequest) -> Generator[Emulator]:
    """The emulator of a test.

    Raises:
        UsageError: The marker has arguments that it does not know.
    """
    wanted = _wanted(request)
    settings, clock = Settings(**wanted.get("settings", {})), Clock()
    if "clock" in wanted:
        clock.freeze(_moment(wanted["clock"]))
    with Emulator(seed=request.node.nodeid, settings=settings, clock=clock) as emulator:
        for seed in _seeds(request, wanted):
            emulator.load(seed)
        yield emulator


def async_client(emulator: Emulator) -> workos_async.WorkOS:
    """An async client of an emulator."""
    return workos_async.WorkOS(
        emulator.api_key, client_id=emulator.client_id, transport=emulator.transport, issuer=emulator.settings.issuer
    )


def sync_client(emulator: Emulator) -> workos_sync.WorkOS:
    """A sync client of an emulator."""
    return workos_sync.WorkOS(
        emulator.api_key, client_id=emulator.client_id, transport=emulator.transport, issuer=emulator.settings.issuer
    )


def _wanted(request: pytest.FixtureRequest) -> Mapping[str, Any]:
    """The arguments of all markers on the test, its class and its module; the nearest one counts."""
    found: dict[str, Any] = {}
    for marker in reversed(list(request.node.iter_markers("workos"))):
        unknown = sorted(marker.kwargs.keys() - _ARGUMENTS)
        if marker.args or unknown:
            wrong = f"the argument {unknown[0]!r}" if unknown else "arguments without a name"
            raise pytest.UsageError(f"the marker workos has {wrong}; it takes {', '.join(sorted(_ARGUMENTS))}")
        found |= marker.kwargs
    return found


def _seeds(request: pytest.FixtureRequest, wanted: Mapping[str, Any]) -> list[Any]:
    """The seed of the configuration file, then that of the marker."""
    config, found = request.config, list[Any]()
    if named := config.getini("workos_seed"):
        found.append((config.inipath.parent if config.inipath else config.rootpath) / named)
    if (seed := wanted.get("seed")) is not None:
        found.append(seed if isinstance(seed, Mapping) else Path(request.path).parent / seed)
    return found


def _moment(value: datetime | str) -> datetime:
    return value if isinstance(value, datetime) else datetime.fromisoformat(value)
