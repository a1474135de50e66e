"""Calls to a loopback server with the connection pool of the SDK, and with that of the HTTP library: what does our own pool gain?

The rule: the SDK has a pool of its own for a library as long as that makes 16 or 128 concurrent calls at least 1.2 times as fast, and
sequential calls no slower.
"""

import logging
from functools import partial
from importlib import import_module
from typing import Any

from benchmarks.benchmark import Benchmark, Implementation, Run, Target
from benchmarks.suites import sockets

TARGETS = {1: 0.95, 16: 1.2, 128: 1.2}
"""How many times as fast calls are with our own pool, by their number. Sequential calls may differ by the noise of a measurement."""


def library_pool(number: int, library: str) -> Run:
    """Return a run with the connection pool of the HTTP library, which serves when the library lacks a private name."""
    origin_pools: Any = import_module("workos_async._http.connections.origin_pools")
    logging.getLogger("workos").addHandler(logging.NullHandler())  # the warning about that name
    origin_pools.finds_parsers = lambda core, connection: False
    return sockets.this_sdk(number, library, is_limited=False)


def implementations(number: int, library: str) -> list[Implementation]:
    own, other = f"this SDK on {library}, limiter off", f"the same with the pool of {library}"
    return [
        Implementation(
            own,
            library,
            partial(sockets.this_sdk, number, library, is_limited=False),
            targets=[Target(TARGETS[number], other)],
        ),
        Implementation(other, library, partial(library_pool, number, library)),
    ]


def benchmark(number: int) -> Benchmark:
    title = f"Connection pool, {number} concurrent calls" if number > 1 else "Connection pool, sequential calls"
    rows = [*implementations(number, "httpx"), *implementations(number, "httpx2")]
    return Benchmark(title, "rate", rows, rounds=15)


BENCHMARKS = {"one": benchmark(1), "sixteen": benchmark(16), "many": benchmark(128)}
