"""`python -m benchmarks.scale`: how the cost grows with the size of the workload; `--write` writes docs/performance.md and docs/plots.

It prints where a rate limiter adds too much to concurrent calls, and exits with status 1 with `--check` if it does so anywhere.

Every size is measured in a process of its own, which runs the smallest size first, so that everything is imported. The result is the
median of three rounds; further rounds are skipped if time runs short (a full run takes less than eight minutes).
"""

import argparse
import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks import report
from benchmarks.scaling import limiter, workloads
from benchmarks.scaling.growth import Point, fit, medians
from benchmarks.scaling.memory import peak_memory
from benchmarks.scaling.plot import plot
from benchmarks.scaling.text import replace_section, summary, table
from benchmarks.scaling.workloads import Prepare

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
ROUNDS = 3
MAX_SECONDS = 420.0
"""The time limit for all rounds."""
MAX_SECONDS_PER_SIZE = 100.0
MIN_CPU_SECONDS = 0.1
"""A size is repeated until it has taken this much CPU time, so that short ones are measured precisely."""


CALLS = (1, 16, 128, 1000, 5000, 10_000)
"""The sizes of workloads of concurrent calls without a network: the same, because they are compared."""


@dataclass(frozen=True)
class Series:
    """One workload at several sizes.

    Attributes:
        title: The heading.
        prepare: Prepares the workload for a size.
        unit: The singular of what is counted, such as `call`.
        size_label: The heading of the sizes.
        wait_label: The heading of the waiting time.
        sizes: All sizes; with `--quick`, those up to `quick_limit`.
        quick_limit: The largest size with `--quick`.
        fitted_from: The smallest size in the fit; below it, one-time costs dominate.
        note: The description of the workload.
        once: Whether the workload has a fixed duration, so that it is not repeated if it takes little CPU time.
    """

    title: str
    prepare: Prepare
    unit: str
    size_label: str
    wait_label: str
    sizes: Sequence[int]
    quick_limit: int
    fitted_from: int
    note: str
    once: bool = False


def sockets(library: str, note: str) -> Series:
    """Return the series of concurrent calls over the connections of an HTTP library."""
    return Series(
        f"Concurrent calls over sockets, {library}",
        partial(workloads.sockets, library),
        "call",
        "concurrent calls",
        "until all have returned",
        [1, 100, 1000, 3000, 10_000],
        1000,
        100,
        f"A new client calls a loopback server over at most 100 connections (the default). {note}",
    )


SERIES = {
    "items": Series(
        "Iterate over a list",
        workloads.items,
        "item",
        "items",
        "first to last item",
        [10**power for power in range(7)],
        100_000,
        1000,
        "Users in pages of 100, iterated over with `async for`. Each page is decoded into models and dropped.",
    ),
    "calls": Series(
        "Concurrent calls, no network",
        workloads.calls,
        "call",
        "concurrent calls",
        "until all have returned",
        CALLS,
        1000,
        16,
        "`get_organization` without a rate limiter. No response is sent before all calls are in flight.",
    ),
    "limited": Series(
        "Concurrent calls with a rate limiter, no network",
        workloads.limited_calls,
        "call",
        "concurrent calls",
        "until all have returned",
        CALLS,
        1000,
        16,
        "`get_organization` as above, with a rate limiter that is configured with a limit that is never reached, and so without slow start: "
        "all calls are in flight.",
    ),
    "default": Series(
        "Concurrent calls with the default rate limiter, no network",
        workloads.default_calls,
        "call",
        "concurrent calls",
        "until all have returned",
        [size for size in CALLS if size <= 5000],
        1000,
        16,
        "`get_organization` of a new client, with the documented limits, which 5,000 calls do not reach, and slow start: at first, 16 calls are in flight.",
    ),
    "fields": Series(
        "Fields per user",
        workloads.fields,
        "field",
        "fields",
        "until all are decoded",
        [14, 15, 16, 19, 24, 34],
        34,
        14,
        "Decoding 100 users. A user has 14 known fields; further ones are unknown fields, from 0 to 20.",
    ),
    "scopes": Series(
        "Rate-limit scopes, no network",
        workloads.scopes,
        "scope",
        "scopes",
        "first to last call",
        [1, 10, 100, 1000, 10_000],
        1000,
        10,
        "`create_magic_auth` for as many email addresses, each of which has a rate limit of its own, one after the other.",
    ),
    "httpx": sockets("httpx", "Calls that find no free connection wait in the connection pool of the SDK."),
    "httpx2": sockets("httpx2", "The same with httpx2 (extra `httpx2`)."),
    "aiohttp": sockets("aiohttp", 'The same with `http_library="aiohttp"` (extra `aiohttp`).'),
    "sessions": Series(
        "Concurrent sessions",
        workloads.sessions,
        "session",
        "concurrent sessions",
        "until all are refreshed",
        [1, 10, 100, 1000],
        1000,
        10,
        "Each session unseals its cookie, verifies its access token (RS256), refreshes, and seals the new cookie. No refresh returns before "
        "all are in flight. A client keeps the result of a refresh for one minute; the memory also includes the cookies and responses.",
    ),
    "events": Series(
        "Webhooks per second",
        workloads.events,
        "event",
        "events per second",
        "99th percentile latency",
        [1, 10, 100, 1000, 10_000],
        1000,
        10,
        "Webhooks arrive evenly for one second. The CPU time is the time to verify them and decode their events, so it is also the share of one "
        "core. At low rates, an event costs more: the processor sleeps in between and starts with cold caches.",
        once=True,
    ),
}


def measure(name: str, size: int) -> Point:
    """Measure one size, in a process that has done nothing else."""
    series = SERIES[name]

    async def run(workload: Any) -> tuple[float, float]:
        cpu, wall = time.process_time(), time.perf_counter()
        measured: tuple[float, float] | None = await workload()
        return measured or (time.process_time() - cpu, time.perf_counter() - wall)

    asyncio.run(run(series.prepare(1)))
    runs = [asyncio.run(run(series.prepare(size)))]
    memory = peak_memory()  # after the first run: what repetitions leave behind is not the cost of the size
    while not series.once and sum(cpu for cpu, _ in runs) < MIN_CPU_SECONDS:
        runs.append(asyncio.run(run(series.prepare(size))))
    cpu, wait = (sorted(values)[len(runs) // 2] for values in zip(*runs, strict=True))
    return Point(size, cpu, wait, memory)


def measure_in_process(name: str, size: int) -> Point:
    """Measure one size in a new process."""
    command = [sys.executable, "-m", "benchmarks.scale", "--point", name, str(size)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=MAX_SECONDS_PER_SIZE)
    except subprocess.TimeoutExpired:
        sys.exit(f"{name}: {size:,} took more than {MAX_SECONDS_PER_SIZE:.0f} s")
    if done.returncode:
        sys.exit(f"{name}: {size:,} failed:\n{done.stderr}")
    return Point(**json.loads(done.stdout))


def section(name: str, points: Sequence[Point], ratios: Mapping[int, float] | None = None) -> tuple[str, str]:
    """Return the Markdown text and the plot of one workload.

    Args:
        name: The name of the workload.
        points: The measurements.
        ratios: The ratios to calls without a rate limiter, by number of calls.
    """
    series = SERIES[name]
    overall = fit((point.size, point.cpu) for point in points)
    law = fit((point.size, point.cpu) for point in points if point.size >= series.fitted_from)
    result = summary(series.unit, points, law, series.fitted_from, overall)
    if ratios:
        result += f" {limiter.describe(ratios)}"
    image = f"![{series.title}: CPU time and memory by number of {series.size_label}](plots/scale-{name}.svg)"
    numbers = table(series.unit, series.size_label, series.wait_label, points)
    text = f"### {series.title}\n\n{series.note}\n\n{numbers}\n\n{result}\n\n{image}\n"
    return text, plot(series.title, series.size_label, points, law, series.fitted_from)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("only", nargs="*", help=f"workloads to run: {', '.join(SERIES)} (default: all)")
    parser.add_argument("--quick", action="store_true", help="one round, without large sizes: about a minute")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md and docs/plots")
    parser.add_argument("--check", action="store_true", help="exit with status 1 if a rate limiter costs too much")
    parser.add_argument("--plots", type=Path, help="a folder to write the plots to, with or without --write")
    parser.add_argument("--point", nargs=2, metavar=("WORKLOAD", "SIZE"), help="measure one size in this process")
    arguments = parser.parse_args()
    if arguments.point:
        print(json.dumps(vars(measure(arguments.point[0], int(arguments.point[1])))))
        return
    names = arguments.only or list(SERIES)
    if unknown := set(names) - set(SERIES):
        parser.error(f"unknown workload {', '.join(sorted(unknown))}; choose from {', '.join(SERIES)}")
    if arguments.write and (arguments.quick or set(names) != set(SERIES)):
        parser.error("--write replaces all tables; run it without the names of workloads and without --quick")
    sizes = {
        name: [size for size in SERIES[name].sizes if not arguments.quick or size <= SERIES[name].quick_limit]
        for name in names
    }
    rounds: dict[str, list[list[Point]]] = {name: [] for name in names}
    started = time.monotonic()
    for number in range(1 if arguments.quick else ROUNDS):
        if number and (time.monotonic() - started) * (number + 1) / number > MAX_SECONDS:
            print(f"stopped after {number} rounds: another one would exceed {MAX_SECONDS:.0f} s", file=sys.stderr)
            break
        for name in names:
            rounds[name].append([measure_in_process(name, size) for size in sizes[name]])
            print(f"measured, round {number + 1}: {SERIES[name].title}", file=sys.stderr)
    ratios = limiter.limiter_ratios(rounds)
    sections = {name: section(name, medians(points), ratios.get(name)) for name, points in rounds.items()}
    versions = ", ".join(
        f"{package} {version(package)}" for package in ("httpx", "httpx2", "aiohttp", "attrs", "cattrs", "joserfc")
    )
    count = len(next(iter(rounds.values())))
    origin = f"Measured on {report.machine()}; {versions}; {'the median of ' if count > 1 else ''}{count} round{'s' * (count > 1)}.\n"
    text = "\n".join([*(text for text, _ in sections.values()), origin])
    print(text)
    for folder in filter(None, [arguments.plots, DOCS / "plots" if arguments.write else None]):
        folder.mkdir(parents=True, exist_ok=True)
        for name, (_, svg) in sections.items():
            (folder / f"scale-{name}.svg").write_text(svg, encoding="utf-8")
    if arguments.write:
        page = DOCS / "performance.md"
        page.write_text(replace_section(page.read_text(encoding="utf-8"), "scale", text), encoding="utf-8")
    if missed := limiter.missed_targets(ratios):
        print("\n".join(["Missed targets:", *missed]), file=sys.stderr)
        if arguments.check:
            sys.exit(1)


if __name__ == "__main__":
    main()
