"""Rounds of all parties in turn, so that what else the machine does meets all of them alike."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from benchmarks.environments import Environments
from benchmarks.work import Work

ROUNDS = 25
"""Of a whole run."""
WORKER = Path(__file__).parent / "worker.py"


@dataclass(frozen=True)
class Result:
    """What a party reached.

    Attributes:
        value: The median: seconds for one time, or times per second.
        ratio: The median of the ratios to the official SDK, round by round; None where it does not take part.
        spread: First and third quartile of those ratios.
        beside: The medians of the ratios to every party.
    """

    value: float
    ratio: float | None
    spread: tuple[float, float] | None
    beside: Mapping[str, float]


def measure(
    module: str, name: str, work: Work, environments: Environments, rounds: int, seconds: float, url: str
) -> dict[str, Result]:
    """Results by party.

    Args:
        module: Where the work is defined.
        name: Its name there.
        work: The work.
        environments: Where parties run.
        rounds: How many rounds.
        seconds: How long a round of one party takes.
        url: Of the loopback server; parties find it in the variable BENCHMARK_URL.
    """
    variables = {**os.environ, "BENCHMARK_URL": url}
    workers = {
        p.name: _Worker((module, name, p.name), environments.python(p.environment), seconds, variables)
        for p in work.parties
    }
    try:
        runs = {party: worker.round for party, worker in workers.items()}
        few = None if work.rounds is None else max(1, work.rounds * rounds // ROUNDS)
        values = alternate(runs, rounds, warm_up=1) if few is None else alternate(runs, few, warm_up=0)
    finally:
        for worker in workers.values():
            worker.close()
    key = "wall" if work.measure == "rate" else work.measure
    seen = {party: [value[key] for value in found] for party, found in values.items()}
    if work.measure == "rate":
        seen = {party: [1 / value for value in found] for party, found in seen.items()}
    return compare(seen)


def alternate(
    parties: Mapping[str, Callable[[], dict[str, float]]], rounds: int, warm_up: int
) -> dict[str, list[dict[str, float]]]:
    """Let each party do a round, then each the next one; the first rounds, which warm up, do not count."""
    values: dict[str, list[dict[str, float]]] = {party: [] for party in parties}
    for number in range(warm_up + rounds):
        for party, run in parties.items():
            value = run()
            if number >= warm_up:
                values[party].append(value)
    return values


def compare(values: Mapping[str, list[float]]) -> dict[str, Result]:
    """Medians, and the ratios of each round to the official SDK's."""
    base = values.get("official")
    results: dict[str, Result] = {}
    for party, found in values.items():
        ratios = [value / other for value, other in zip(found, base, strict=True)] if base else []
        low, _, high = quantiles(ratios, n=4) if len(ratios) > 1 else (*ratios, 0.0, *ratios) if ratios else (0.0,) * 3
        beside = {
            name: median([value / other for value, other in zip(found, theirs, strict=True)])
            for name, theirs in values.items()
            if all(theirs)
        }
        results[party] = Result(
            median(found), median(ratios) if ratios else None, (low, high) if ratios else None, beside
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
            sys.exit(f"the benchmark {' '.join(self._names)} ended early; its traceback is above")
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
