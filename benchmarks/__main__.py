"""`python -m benchmarks`: measure all implementations, print the table and the missed targets, and exit with status 1 with `--check` if there are any.

`--write` writes the table to docs/performance.md and a few of its rows to the README, so that all their numbers come from one run.
"""

import argparse
import importlib
import pkgutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import report, suites
from benchmarks.benchmark import Benchmark
from benchmarks.environments import ROOT, Environments
from benchmarks.headlines import headlines
from benchmarks.rounds import ROUNDS, Result, measure

PAGE = ROOT / "docs" / "performance.md"
README = ROOT / "README.md"
START, END = "<!-- measured -->", "<!-- /measured -->"


def find_benchmarks(only: list[str]) -> list[tuple[str, str, Benchmark]]:
    """Return all benchmarks, or those of the given suites, each with its suite and name."""
    modules = [item.name for item in pkgutil.iter_modules(suites.__path__)]
    unknown = set(only) - set(modules)
    if unknown:
        sys.exit(f"unknown suite {', '.join(sorted(unknown))}; choose from {', '.join(modules)}")
    return [
        (module, name, benchmark)
        for module in modules
        if not only or module in only
        for name, benchmark in importlib.import_module(f"benchmarks.suites.{module}").BENCHMARKS.items()
    ]


def parse_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("only", nargs="*", help="suites to run, modules of benchmarks/suites (default: all)")
    parser.add_argument(
        "--quick", action="store_true", help="fewer and shorter rounds: about four minutes, with a wider spread"
    )
    parser.add_argument("--write", action="store_true", help="write the tables in docs/performance.md and README.md")
    parser.add_argument("--check", action="store_true", help="exit with status 1 if a target is missed")
    parser.add_argument("--environments", type=Path, default=Path(tempfile.gettempdir()) / "workos-benchmarks")
    options = parser.parse_args(arguments)
    if options.write and (options.only or options.quick):
        parser.error("--write replaces the tables of a full run; run it without suites and without --quick")
    return options


def main() -> None:
    arguments = parse_arguments()
    environments = Environments(arguments.environments)
    rounds, seconds = (5, 0.08) if arguments.quick else (ROUNDS, 0.25)
    lines: list[list[str]] = []
    run: dict[tuple[str, str], tuple[Benchmark, dict[str, Result]]] = {}
    missed: list[str] = []
    command = [sys.executable, "-m", "benchmarks.server"]  # ends when its standard input is closed
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as server:
        assert server.stdout is not None
        url = f"http://127.0.0.1:{int(server.stdout.readline())}"
        for suite, name, benchmark in find_benchmarks(arguments.only):
            results = measure(suite, name, benchmark, environments, rounds, seconds, url)
            run[suite, name] = benchmark, results
            lines += report.rows(benchmark, results)
            missed += report.missed_targets(benchmark, results)
            print(f"measured: {benchmark.title}", file=sys.stderr)
    names = ("workos", "httpx", "httpx2", "httpcore", "aiohttp", "attrs", "cattrs", "orjson", "msgspec", "workos-async")
    installed = {
        **environments.versions("bare"),
        **environments.versions("official"),
        **environments.versions("httpx"),
    }
    versions = ", ".join(f"{name} {installed[name]}" for name in names if name in installed)
    text = f"{report.table(lines)}\n\nMeasured on {report.machine()}; {versions}.\n"
    if missed:
        text += "\nMissed targets:\n\n" + "".join(f"- {line}\n" for line in missed)
    print(text)
    if arguments.write:
        write(PAGE, text)
        write(README, f"{headlines(run)}\n")
    if missed and arguments.check:
        sys.exit(1)


def write(page: Path, text: str) -> None:
    """Replace the text between the markers of a page."""
    before, _, rest = page.read_text(encoding="utf-8").partition(START)
    page.write_text(f"{before}{START}\n\n{text}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()
