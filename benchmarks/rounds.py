"""Rounds in which all implementations alternate, so that other load on the machine affects all of them alike."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from benchmarks.benchmark import OFFICIAL, Benchmark
from benchmarks.environments import Environments

ROUNDS = 25
"""The number of rounds in a full run."""
WORKER = Path(__file__).parent / "worker.py"


@dataclass(frozen=True)
class Result:
    """The result of an implementation.

    Attributes:
        value: The median: seconds per repetition, or repetitions per second.
        ratio: The median of the ratios to the official SDK, round by round; None if the official SDK is not measured.
        quartiles: The first and third quartile of those ratios; None after a single round.
        ratios: The medians of the ratios to every implementation, by name.
    """

    value: float
    ratio: float | None
    quartiles: tuple[float, float] | None
    ratios: Mapping[str, float]


def measure(
    suite: str,
    name: str,
    benchmark: Benchmark,
    environments: Environments,
    rounds: int,
    seconds: float,
    url: str,
) -> dict[str, Result]:
    """Measure a benchmark and return the results by implementation.

    Args:
        suite: The module that defines the benchmark.
        name: The key of the benchmark in that module.
        benchmark: The benchmark.
        environments: The environments to run in.
        rounds: The number of rounds.
        seconds: The approximate duration of a round of one implementation.
        url: The URL of the loopback server, passed on in the environment variable BENCHMARK_URL.
    """
    variables = {**os.environ, "BENCHMARK_URL": url}
    workers = {
        implementation.name: _Worker(
            (suite, name, implementation.name), environments.python(implementation.environment), seconds, variables
        )
        for implementation in benchmark.implementations
    }
    try:
        runs = {implementation: worker.round for implementation, worker in workers.items()}
        if benchmark.rounds is None:
            measurements = alternate(runs, rounds, warm_up=1)
        else:
            measurements = alternate(runs, max(1, benchmark.rounds * rounds // ROUNDS), warm_up=0)
    finally:
        for worker in workers.values():
            worker.close()
    key = "wall" if benchmark.measure == "rate" else benchmark.measure
    values = {implementation: [each[key] for each in measured] for implementation, measured in measurements.items()}
    if benchmark.measure == "rate":
        values = {
            implementation: [1 / value for value in seconds_each] for implementation, seconds_each in values.items()
        }
    return compare(values)


def alternate(
    runs: Mapping[str, Callable[[], dict[str, float]]], rounds: int, warm_up: int
) -> dict[str, list[dict[str, float]]]:
    """Run one round of each implementation in turn, and return the measurements without those of the warm-up rounds."""
    measurements: dict[str, list[dict[str, float]]] = {implementation: [] for implementation in runs}
    for number in range(warm_up + rounds):
        for implementation, run in runs.items():
            measurement = run()
            if number >= warm_up:
                measurements[implementation].append(measurement)
    return measurements


def compare(values: Mapping[str, list[float]]) -> dict[str, Result]:
    """Return the medians, and the ratios of each round to the round of the official SDK."""
    official = values.get(OFFICIAL)
    results: dict[str, Result] = {}
    for implementation, own in values.items():
        ratios = [value / other for value, other in zip(own, official, strict=True)] if official else []
        quartiles = quantiles(ratios, n=4)[::2] if len(ratios) > 1 else None
        results[implementation] = Result(
            value=median(own),
            ratio=median(ratios) if ratios else None,
            quartiles=None if quartiles is None else (quartiles[0], quartiles[1]),
            ratios={
                name: median([value / other for value, other in zip(own, others, strict=True)])
                for name, others in values.items()
                if all(others)
            },
        )
    return results


class _Worker:
    def __init__(self, names: tuple[str, str, str], python: Path, seconds: float, variables: Mapping[str, str]) -> None:
        self._names = names
        self._process = subprocess.Popen(
            [str(python), str(WORKER), *names, str(seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=dict(variables),
        )
        self._read()

    def _read(self) -> dict[str, float]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            sys.exit(f"the benchmark {' '.join(self._names)} ended early; see its traceback above")
        values: dict[str, float] = json.loads(line)
        return values

    def round(self) -> dict[str, float]:
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return self._read()

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()
