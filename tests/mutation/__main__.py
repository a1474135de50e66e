"""Change the security-critical code in small ways with mutmut, and fail if the tests notice less than 95 % of the changes.

`[tool.mutmut]` in pyproject.toml names the files to change and the tests to run, and modules.toml the modules that are changed only if
they are named. equivalent.toml documents the changes that no test can notice; they don't count. Changes to the wording of a message are
not run.
"""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from tests.mutation.equivalents import Equivalent, read_equivalents, unmatched
from tests.mutation.modules import Module, find_module, read_modules, select_module
from tests.mutation.mutants import Mutant, read_mutants
from tests.mutation.report import REQUIRED, render, score
from tests.mutation.run import MutmutError, copy_project, generate, run_batches, sample

ROOT = Path(__file__).parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the mutants, print the report, and return the exit code."""
    options = _parser().parse_args(arguments)
    folder = options.project / "tests" / "mutation"
    try:
        modules = read_modules(folder / "modules.toml")
        equivalents = read_equivalents(folder / "equivalent.toml")
        chosen = [find_module(modules, name) for name in options.modules]
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    if chosen:
        return max(_check(options, module, _of_module(equivalents, module)) for module in chosen)
    separate = [entry for module in modules for entry in _of_module(equivalents, module)]
    return _check(options, None, [entry for entry in equivalents if entry not in separate])


def _of_module(equivalents: Sequence[Equivalent], module: Module) -> list[Equivalent]:
    return [entry for entry in equivalents if fnmatch(module.path, entry.path)]


def _check(options: argparse.Namespace, module: Module | None, equivalents: Sequence[Equivalent]) -> int:
    """Run the mutants of a module, or of all files that `[tool.mutmut]` names, print the report, and return the exit code."""
    started = time.monotonic()
    try:
        copy_project(options.project, options.copy)
        if module is not None:
            select_module(options.copy, module)
        generate(options.copy, jobs=options.jobs)
        mutants = read_mutants(options.copy)
        outdated = unmatched(equivalents, mutants)
        counted, documented = _select(mutants, equivalents, options.only)
        seconds = None if options.all or options.count else options.minutes * 60 - (time.monotonic() - started)
        killed = _run(options, sample(counted, options.seed, options.count), seconds)
        noticed = _run(options, documented, None) if options.all else {}
    except MutmutError as error:
        print(error, file=sys.stderr)
        return 1
    result = score(counted, killed)
    print(render(counted, killed))
    print(
        f"{result.mutants} of {len(counted)} mutants, {result.killed} killed, {len(documented)} documented as equivalent,"
        f" score {result.percent:.1f}% (required: {REQUIRED:g}%), {time.monotonic() - started:.0f} s"
    )
    problems = [f"equivalent.toml describes no mutant: {each}" for each in outdated]
    problems += [f"equivalent.toml: a test notices {each}" for each in documented if noticed.get(each.name)]
    if not result.mutants:
        problems.append("no mutant was run")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems or result.percent < REQUIRED else 0


def _select(
    mutants: Sequence[Mutant], equivalents: Sequence[Equivalent], pattern: str
) -> tuple[list[Mutant], list[Mutant]]:
    """Return the mutants that count, and those that are documented as equivalent."""
    selected = [each for each in mutants if fnmatch(each.path, pattern) and not each.is_wording]
    documented = [each for each in selected if any(entry.matches(each) for entry in equivalents)]
    names = {each.name for each in documented}
    return [each for each in selected if each.name not in names], documented


def _run(options: argparse.Namespace, mutants: Sequence[Mutant], seconds: float | None) -> dict[str, bool]:
    """Run mutants within the time budget, and return for each one that was run whether it was killed."""
    killed: dict[str, bool] = {}
    for batch in run_batches(options.copy, mutants, jobs=options.jobs, seconds=seconds):
        killed |= batch
        print(f"{len(killed)} of {len(mutants)} mutants, {sum(killed.values())} killed", file=sys.stderr, flush=True)
    return killed


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument(
        "modules", nargs="*", metavar="MODULE", help="change this module of modules.toml instead of `[tool.mutmut]`"
    )
    amount = parser.add_mutually_exclusive_group()
    amount.add_argument(
        "--minutes", type=float, default=20, help="the time budget, for each MODULE (default: %(default)s)"
    )
    amount.add_argument("--count", type=int, help="run this many mutants, however long it takes")
    amount.add_argument(
        "--all", action="store_true", help="run every mutant, including those that are documented as equivalent"
    )
    parser.add_argument("--seed", type=int, default=1, help="selects the mutants (default: %(default)s)")
    parser.add_argument(
        "--only", default="*", metavar="PATTERN", help="change only files that match, such as '*/tokens/*'"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="the number of processes")
    parser.add_argument("--project", type=Path, default=ROOT, help=argparse.SUPPRESS)
    parser.add_argument("--copy", type=Path, default=ROOT / "build" / "mutation", help="where to copy the project to")
    return parser


if __name__ == "__main__":
    sys.exit(main())
