"""`python -m benchmarks.scale`: how cost grows with the amount of work; `--write` puts tables and plots into docs/performance.md.

Every size is measured in a process of its own, which does the smallest size first, to have everything imported. The median of three
rounds counts; further rounds are left out when time runs short (the whole run takes less than four minutes).
"""

import argparse
import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks import report
from benchmarks.scaling import works
from benchmarks.scaling.growth import Point, fit, typical
from benchmarks.scaling.memory import most_memory
from benchmarks.scaling.plot import plot
from benchmarks.scaling.text import replaced, table, verdict
from benchmarks.scaling.works import Prepare

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
ROUNDS = 3
SECONDS = 225.0
"""What all rounds may take."""
LONGEST = 100.0
"""Seconds that one size may take."""
ENOUGH = 0.1
"""Seconds of CPU time after which a size is not done again: the shorter ones are, to be measured well."""


@dataclass(frozen=True)
class Series:
    """One kind of work.

    Attributes:
        title: What grows.
        prepare: Does it.
        one: What one of them is called.
        what: What the sizes are.
        wait: What the waiting time is.
        sizes: All of them; with `--quick` those up to `quick`.
        quick: The largest with `--quick`.
        linear_from: Below this size, the cost of what is done once counts as well.
        note: What a reader must know.
        once: Whether it takes a while by itself, and is not done again when it took little CPU time.
    """

    title: str
    prepare: Prepare
    one: str
    what: str
    wait: str
    sizes: Sequence[int]
    quick: int
    linear_from: int
    note: str
    once: bool = False


def sockets(library: str, sizes: Sequence[int], quick: int, note: str) -> Series:
    """Calls over connections of an HTTP library."""
    return Series(
        f"Calls at once, over sockets with {library}",
        partial(works.sockets, library),
        "call",
        "calls at once",
        "until all are answered",
        sizes,
        quick,
        100,
        f"A new client calls a server on loopback, over at most 100 connections (the default). {note}",
    )


SERIES = {
    "items": Series(
        "A list read item by item",
        works.items,
        "item",
        "items",
        "from first to last",
        [10**power for power in range(7)],
        100_000,
        1000,
        "Users in pages of 100, as `async for` gives them, each page decoded into models and dropped.",
    ),
    "calls": Series(
        "Calls at once, no network",
        works.calls,
        "call",
        "calls at once",
        "until all are answered",
        [10**power for power in range(5)],
        1000,
        10,
        "`get_organization` without a rate limiter; no call is answered before all are under way.",
    ),
    "httpx": sockets(
        "httpx",
        [1, 100, 1000, 3000, 10_000],
        1000,
        "Those that find no connection free wait for one in the SDK itself.",
    ),
    "httpx2": sockets("httpx2", [1, 100, 1000, 3000, 10_000], 1000, "The same on httpx2 (extra `httpx2`)."),
    "aiohttp": sockets(
        "aiohttp", [1, 100, 1000, 3000, 10_000], 1000, 'The same with `http_library="aiohttp"` (extra `aiohttp`).'
    ),
    "sessions": Series(
        "Sessions at once",
        works.sessions,
        "session",
        "sessions at once",
        "until all are refreshed",
        [1, 10, 100, 1000],
        1000,
        10,
        "Each opens its cookie, checks its access token (RS256), refreshes, and seals the new cookie; no refresh is answered before "
        "all are under way. A client keeps what a refresh gave for a minute; the cookies and answers themselves are in the memory too.",
    ),
    "events": Series(
        "Webhooks verified in a second",
        works.events,
        "event",
        "events per second",
        "99 % are ready within",
        [1, 10, 100, 1000, 10_000],
        1000,
        10,
        "They come evenly for one second; CPU time is that of checking them and making typed events, so it is the share of a core. Few are "
        "dearer each, since the processor sleeps in between and starts with cold caches.",
        once=True,
    ),
}


def measured(name: str, size: int) -> Point:
    """The cost of one size; to be called in a process that has done nothing else."""
    series = SERIES[name]

    async def run(prepared: Any) -> tuple[float, float]:
        cpu, wall = time.process_time(), time.perf_counter()
        counted: tuple[float, float] | None = await prepared()
        return counted or (time.process_time() - cpu, time.perf_counter() - wall)

    asyncio.run(run(series.prepare(1)))
    found = [asyncio.run(run(series.prepare(size)))]
    memory = most_memory()  # of the first time: what later times leave behind is not the cost of the size
    while not series.once and sum(cpu for cpu, _ in found) < ENOUGH:
        found.append(asyncio.run(run(series.prepare(size))))
    cpu, wait = (sorted(values)[len(found) // 2] for values in zip(*found, strict=True))
    return Point(size, cpu, wait, memory)


def in_a_process(name: str, size: int) -> Point:
    """As `measured`, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.scale", "--point", name, str(size)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=LONGEST)
    except subprocess.TimeoutExpired:
        sys.exit(f"{name}: {size:,} took more than {LONGEST:.0f} s")
    if done.returncode:
        sys.exit(f"{name}: {size:,} failed:\n{done.stderr}")
    return Point(**json.loads(done.stdout))


def section(name: str, points: Sequence[Point]) -> tuple[str, str]:
    """The text and the plot of one kind of work."""
    series = SERIES[name]
    overall = fit((point.size, point.cpu) for point in points)
    law = fit((point.size, point.cpu) for point in points if point.size >= series.linear_from)
    said = verdict(series.one, points, law, series.linear_from, overall)
    picture = f"![{series.title}: CPU time and memory by number of {series.what}](plots/scale-{name}.svg)"
    numbers = table(series.one, series.what, series.wait, points)
    text = f"### {series.title}\n\n{series.note}\n\n{numbers}\n\n{said}\n\n{picture}\n"
    return text, plot(series.title, series.what, points, law, series.linear_from)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("only", nargs="*", help=f"of {', '.join(SERIES)}; all if none is named")
    parser.add_argument("--quick", action="store_true", help="one round and no large sizes: less than 40 seconds")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md and docs/plots")
    parser.add_argument("--plots", type=Path, help="a folder to write the plots to, beside or without --write")
    parser.add_argument("--point", nargs=2, metavar=("WHAT", "SIZE"), help="measure one size in this process")
    arguments = parser.parse_args()
    if arguments.point:
        print(json.dumps(vars(measured(arguments.point[0], int(arguments.point[1])))))
        return
    names = arguments.only or list(SERIES)
    if unknown := set(names) - set(SERIES):
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(SERIES)}")
    if arguments.write and set(names) != set(SERIES):
        parser.error("--write takes the place of all tables: name none")
    sizes = {
        name: [size for size in SERIES[name].sizes if not arguments.quick or size <= SERIES[name].quick]
        for name in names
    }
    rounds: dict[str, list[list[Point]]] = {name: [] for name in names}
    started = time.monotonic()
    for number in range(1 if arguments.quick else ROUNDS):
        if number and (time.monotonic() - started) * (number + 1) / number > SECONDS:
            print(f"no more than {number} rounds: they would take too long", file=sys.stderr)
            break
        for name in names:
            rounds[name].append([in_a_process(name, size) for size in sizes[name]])
            print(f"measured, round {number + 1}: {SERIES[name].title}", file=sys.stderr)
    sections = {name: section(name, typical(found)) for name, found in rounds.items()}
    versions = ", ".join(
        f"{package} {version(package)}" for package in ("httpx", "httpx2", "aiohttp", "attrs", "cattrs", "joserfc")
    )
    made = len(next(iter(rounds.values())))
    origin = f"Measured on {report.machine()}; {versions}; {'the median of ' if made > 1 else ''}{made} round{'s' * (made > 1)}.\n"
    text = "\n".join([*(text for text, _ in sections.values()), origin])
    print(text)
    for folder in filter(None, [arguments.plots, DOCS / "plots" if arguments.write else None]):
        folder.mkdir(parents=True, exist_ok=True)
        for name, (_, svg) in sections.items():
            (folder / f"scale-{name}.svg").write_text(svg, encoding="utf-8")
    if arguments.write:
        pagefile = DOCS / "performance.md"
        pagefile.write_text(replaced(pagefile.read_text(encoding="utf-8"), "scale", text), encoding="utf-8")


if __name__ == "__main__":
    main()
