"""Setup of the emulator of a test and its clients."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import workos_async
import workos_sync
from workos_emulator import Clock, Emulator, Settings
from workos_testing.clock import follow_clock

_MARKER_ARGUMENTS = {"seed", "settings", "clock"}


@contextmanager
def emulator_for_test(request: pytest.FixtureRequest) -> Generator[Emulator]:
    """Create the emulator of a test, configured by its markers and the configuration file.

    Raises:
        UsageError: A marker has an unknown or a positional argument, or its clock is not a time.
    """
    arguments = _marker_arguments(request)
    settings, clock = Settings(**arguments.get("settings", {})), Clock()
    if "clock" in arguments:
        clock.freeze(_parse_time(arguments["clock"]))
    with Emulator(seed=request.node.nodeid, settings=settings, clock=clock) as emulator:
        for seed in _seeds(request, arguments):
            emulator.load(seed)
        with follow_clock(emulator.clock):
            yield emulator


def async_client(emulator: Emulator) -> workos_async.WorkOS:
    """Return an async client of an emulator."""
    return workos_async.WorkOS(
        emulator.api_key, client_id=emulator.client_id, transport=emulator.transport, issuer=emulator.settings.issuer
    )


def sync_client(emulator: Emulator) -> workos_sync.WorkOS:
    """Return a sync client of an emulator."""
    return workos_sync.WorkOS(
        emulator.api_key, client_id=emulator.client_id, transport=emulator.transport, issuer=emulator.settings.issuer
    )


def _marker_arguments(request: pytest.FixtureRequest) -> Mapping[str, Any]:
    """Return the arguments of all `workos` markers on the test, its class and its module. The closest marker wins."""
    arguments: dict[str, Any] = {}
    for marker in reversed(list(request.node.iter_markers("workos"))):
        unknown = sorted(marker.kwargs.keys() - _MARKER_ARGUMENTS)
        if marker.args or unknown:
            problem = f"unknown argument {unknown[0]!r}" if unknown else "positional arguments are not supported"
            raise pytest.UsageError(f"marker workos: {problem}; use {', '.join(sorted(_MARKER_ARGUMENTS))}")
        arguments |= marker.kwargs
    return arguments


def _seeds(request: pytest.FixtureRequest, arguments: Mapping[str, Any]) -> list[Any]:
    """Return the seed of the configuration file, then that of the marker."""
    config, seeds = request.config, list[Any]()
    if path := config.getini("workos_seed"):
        seeds.append((config.inipath.parent if config.inipath else config.rootpath) / path)
    if (seed := arguments.get("seed")) is not None:
        seeds.append(seed if isinstance(seed, Mapping) else Path(request.path).parent / seed)
    return seeds


def _parse_time(value: datetime | str) -> datetime:
    try:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    except (TypeError, ValueError):
        moment = None
    if moment is None or moment.tzinfo is None:
        raise pytest.UsageError(
            f"marker workos: clock must be a time with a time zone, such as '2026-01-31T12:00:00Z' (got {value!r})"
        )
    return moment
