"""The table in the README, with a few results of a full run."""

from collections.abc import Mapping

from benchmarks.benchmark import OFFICIAL, Benchmark
from benchmarks.report import measured
from benchmarks.rounds import Result

Run = Mapping[tuple[str, str], tuple[Benchmark, Mapping[str, Result]]]
"""Benchmarks and their results, by suite and name."""

ROWS = [
    ("calls", "get_organization", "this SDK, limiter on", "CPU time of a small call, no network"),
    ("calls", "get_organization", "this SDK, limiter and deadline on", "The same with a deadline"),
    ("sockets", "sixteen", "this SDK on httpx, limiter on", "16 concurrent calls over sockets, httpx"),
    ("sockets", "sixteen", "this SDK on httpx2, limiter on", "16 concurrent calls over sockets, httpx2"),
    ("sockets", "sixteen", "this SDK on aiohttp, limiter on", "16 concurrent calls over sockets, aiohttp"),
    ("importing", "client", "this SDK, limiter on", "CPU time to import and create a client"),
    ("importing", "first_call", "this SDK on httpx, limiter on", "CPU time to import and complete a first call"),
    ("authkit", "authenticate", "this SDK", "CPU time to authenticate a session cookie"),
    ("webhooks", "verify", "this SDK", "CPU time to verify a webhook and decode its event"),
    ("decoding", "users", "this SDK", "CPU time to decode 100 users"),
    ("decoding", "users_unknown", "this SDK", "CPU time to decode 100 users with a field unknown to the SDK"),
    (
        "flow",
        "items",
        "this SDK, limiter and prefetch on",
        "Read 10,000 items: 20 ms per response, 20 ms of work per page",
    ),
    (
        "flow",
        "rate_limited",
        "this SDK, default client",
        "500 concurrent calls, limit of 100 per second, default client",
    ),
    ("flow", "rate_limited", "this SDK, configured with the limit", "The same, configured with the limit"),
]


def headlines(run: Run) -> str:
    """Return the Markdown table."""
    lines = ["| | Official SDK | This SDK | Ratio |", "| --- | --- | --- | --- |"]
    for suite, name, implementation, title in ROWS:
        benchmark, results = run[suite, name]
        this_sdk, official_sdk = results[implementation], results[OFFICIAL]
        cells = (
            title,
            measured(benchmark, official_sdk.value),
            measured(benchmark, this_sdk.value),
            f"{this_sdk.ratio:.2f}",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)
