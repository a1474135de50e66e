"""The measurements of all builds, in alternating rounds."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from benchmarks.emulator import serving
from benchmarks.emulator.builds import Build

CLIENTS = 128
USERS = 100_000
_OBJECTS = Path(__file__).with_name("objects.py")
_TITLES = {
    "get": "Get a user",
    "list": "List 10 users",
    "create": "Create a user",
    "mixed": "60 % get, 20 % list, 20 % create",
}


class Row(NamedTuple):
    """A row of the table.

    Attributes:
        title: What is measured.
        key: The key of the value in the measurements.
        format: Formats a value.
        target: The desired ratio to the base; None if there is none.
    """

    title: str
    key: str
    format: str
    target: float | None = None

    def text(self, value: float) -> str:
        """Return a value with its unit."""
        return f"{value * 1000:,.2f} ms" if self.format == "ms" else f"{value:,.0f} {self.format}"


class Measurement(NamedTuple):
    """Something to run once in each round.

    Attributes:
        name: Its name on the command line.
        run: Runs it for a build, and returns values by key.
        rounds: The number of rounds.
        rows: The rows of the table that show its values.
    """

    name: str
    run: Callable[[Build], dict[str, float]]
    rounds: int
    rows: Sequence[Row]


def measurements(quick: bool) -> list[Measurement]:
    """Return everything that is measured."""
    users, stored, requests = (20_000, 1_000, 4_000) if quick else (USERS, 10_000, 12_800)
    few, many = (2, 5) if quick else (3, 21)
    size = f"{users:,} users"
    return [
        Measurement(
            "memory",
            partial(_memory, count=users),
            few,
            [
                Row(f"Memory of a process with {size}", "memory", "MB", 0.5),
                Row(f"Memory of {size} alone", "objects", "MB", 0.5),
                Row("Peak memory while creating them", "peak", "MB"),
                Row("CPU time to create a user in process", "create", "ms"),
            ],
        ),
        *(
            Measurement(
                name,
                partial(serving.load, name=name, requests=requests, clients=CLIENTS),
                3 * few,
                [
                    Row(f"{_TITLES[name]}, {CLIENTS} clients, p99", "p99", "ms", 0.6),
                    Row(f"{_TITLES[name]}, {CLIENTS} clients, median", "p50", "ms"),
                    Row(f"{_TITLES[name]}, {CLIENTS} clients, throughput", "rate", "/ s"),
                ],
            )
            for name in serving.SCENARIOS
        ),
        Measurement("start", serving.start, many, [Row("Start to the first response", "start", "ms", 1.0)]),
        Measurement(
            "database",
            partial(_database, count=stored),
            few,
            [
                Row("CPU time to create a user with --db", "db_create", "ms"),
                Row(f"Size of a database with {stored:,} users", "db_size", "MB"),
                Row("Time to open that database", "db_open", "ms"),
            ],
        ),
    ]


NAMES = ("memory", *serving.SCENARIOS, "start", "database")


def compare(builds: Sequence[Build], *, only: Sequence[str], quick: bool) -> bool:
    """Measure all builds, print a table as Markdown, and return whether all targets are met."""
    names = [build.name for build in builds]
    print(
        "| Measurement |", " | ".join([*names, "Ratio", "Quartiles", "Target"][: None if len(builds) > 1 else 1]), "|"
    )
    print("| --- |" + " --- |" * (len(builds) + 3 if len(builds) > 1 else 1), flush=True)
    met = True
    for measurement in measurements(quick):
        if measurement.name not in (only or NAMES):
            continue
        rounds: list[list[dict[str, float]]] = []
        for number in range(measurement.rounds):
            order = list(range(len(builds)))[:: -1 if number % 2 else 1]
            results = {index: measurement.run(builds[index]) for index in order}
            rounds.append([results[index] for index in range(len(builds))])
        for row in measurement.rows:
            met &= _print(row, [[result[row.key] for result in results] for results in rounds])
    return met


def _print(row: Row, rounds: list[list[float]]) -> bool:
    medians = [row.text(median(values)) for values in zip(*rounds, strict=True)]
    if len(medians) == 1:
        print(f"| {row.title} | {medians[0]} |", flush=True)
        return True
    ratios = [own / base for base, own in rounds]
    low, ratio, high = quantiles(ratios, n=4)
    target = "" if row.target is None else f"≤ {row.target:.2f}"
    cells = [row.title, *medians, f"{ratio:.2f}", f"{low:.2f} – {high:.2f}", target]
    print(f"| {' | '.join(cells)} |", flush=True)
    return row.target is None or ratio <= row.target


def _objects(build: Build, *arguments: object) -> dict[str, float]:
    command = [str(build.python), str(_OBJECTS), *map(str, arguments)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, cwd=build.python.parent)
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed; see its traceback above")
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def _memory(build: Build, count: int) -> dict[str, float]:
    return _objects(build, "memory", count)


def _database(build: Build, count: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        return _objects(build, "database", count, Path(folder) / "bench.db")
