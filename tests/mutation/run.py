"""Runs mutmut on a copy of the project."""

import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.mutation.mutants import Mutant

_IGNORED = shutil.ignore_patterns(".*", "__pycache__", "build", "dist", "*.egg-info", "mutants")
_RESULT = re.compile(r" +(\S+): (.+)")
_BATCH = 200
_KILLED = {"killed", "timeout", "segfault"}


class MutmutError(Exception):
    """mutmut has not run the mutants, for example because a test fails without any mutant."""


def copy_project(root: Path, copy: Path) -> None:
    """Copy the project without hidden and generated folders, so that mutmut doesn't write into it."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root, copy, ignore=_IGNORED)


def generate(project: Path, *, jobs: int) -> None:
    """Generate all mutants, run the tests without mutants, and record which tests call which function.

    Raises:
        MutmutError: A test fails, or no test calls any function.
    """
    # mutmut has no command that only does this, so it is asked for a mutant that doesn't exist.
    _mutmut(project, "run", "--max-children", str(jobs), "no-mutant")
    if not (project / "mutants" / "mutmut-stats.json").exists():
        raise MutmutError(_log(project))


def sample(mutants: Sequence[Mutant], seed: int, count: int | None) -> list[Mutant]:
    """Return the mutants in a random order that depends only on the seed, or the first ones of this order."""
    order = sorted(mutants, key=lambda mutant: mutant.name)
    random.Random(seed).shuffle(order)
    return order[:count]


def run_batches(
    project: Path,
    mutants: Sequence[Mutant],
    *,
    jobs: int,
    seconds: float | None,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[dict[str, bool]]:
    """Run the mutants in order, and yield after each batch whether each of its mutants was killed. Without a time budget, there is one batch.

    Args:
        project: The copy of the project.
        mutants: The mutants to run.
        jobs: The number of processes.
        seconds: The time budget, or `None`. No batch is started that would exceed it if it took as long as the one before; the first always is.
        clock: Returns the current time in seconds.
    """
    started = clock()
    longest = 0.0
    size = len(mutants) if seconds is None else _BATCH  # each batch runs all tests once without a mutant
    for first in range(0, len(mutants), max(1, size)):
        batch_started = clock()
        if seconds is not None and first and batch_started + longest - started > seconds:
            return
        yield _run(project, [mutant.name for mutant in mutants[first : first + size]], jobs)
        longest = max(longest, clock() - batch_started)


def _run(project: Path, names: Sequence[str], jobs: int) -> dict[str, bool]:
    _mutmut(project, "run", "--max-children", str(jobs), *names)
    log = _log(project)
    results = dict(_RESULT.findall(_mutmut(project, "results", "--all", "true")))
    missing = [name for name in names if results.get(name, "not checked") == "not checked"]
    if missing:
        raise MutmutError(f"{log}\nnot run: {' '.join(missing)}")
    return {name: results[name] in _KILLED for name in names}


def _mutmut(project: Path, *arguments: str) -> str:
    """Run a command of mutmut, and return its output, which is also in `mutmut.log`."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    result = subprocess.run(
        [Path(sys.executable).with_name("mutmut"), *arguments],
        cwd=project,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    (project / "mutmut.log").write_text(result.stdout, encoding="utf-8")
    return result.stdout


def _log(project: Path) -> str:
    """Return the last lines of the output of mutmut, without those of its progress bar."""
    lines = (project / "mutmut.log").read_text(encoding="utf-8").replace("\r", "\n").splitlines()
    return "\n".join([line for line in lines if line.strip() and line[0] not in "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"][-40:])
