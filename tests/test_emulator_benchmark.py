"""The limits that `nox -s bench_emulator` checks."""

import gc

import pytest

from benchmarks.emulator import limits
from workos_emulator import Emulator, Request, Response


def test_garbage_collection_does_not_count_as_growth_of_creates(monkeypatch: pytest.MonkeyPatch) -> None:
    heap = [[number] for number in range(500_000)]
    handled = 0
    handle = Emulator.handle

    def handle_and_collect(self: Emulator, request: Request) -> Response:
        nonlocal handled
        handled += 1
        if handled > 1000 and handled % 50 == 0:  # 20 full collections in the second thousand
            gc.collect()
        return handle(self, request)

    monkeypatch.setattr(Emulator, "handle", handle_and_collect)
    times = limits.creates(None, 2000)
    assert heap
    assert times.collector > 0.5 * times.first
    assert times.last < 2 * times.first
