"""`python -m benchmarks`: measure all parties in one run, print the table, write docs/performance.md and the README if asked."""

import argparse
import importlib
import pkgutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import report, works
from benchmarks.environments import ROOT, Environments
from benchmarks.headlines import headlines
from benchmarks.rounds import ROUNDS, Result, measure
from benchmarks.work import Work

PAGE = ROOT / "docs" / "performance.md"
README = ROOT / "README.md"
START, END = "<!-- measured -->", "<!-- /measured -->"


def found_works(only: list[str]) -> list[tuple[str, str, Work]]:
    """All works, or those of the modules that are named."""
    modules = [item.name for item in pkgutil.iter_modules(works.__path__)]
    unknown = set(only) - set(modules)
    if unknown:
        sys.exit(f"there is no benchmark {', '.join(sorted(unknown))}; there are {', '.join(modules)}")
    return [
        (module, name, work)
        for module in modules
        if not only or module in only
        for name, work in importlib.import_module(f"benchmarks.works.{module}").WORKS.items()
    ]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("only", nargs="*", help="modules of benchmarks/works; all if none is named")
    parser.add_argument(
        "--quick", action="store_true", help="fewer and shorter rounds: under two minutes, wider spread"
    )
    parser.add_argument(
        "--write",
        action="store_true",
        help="write the table to docs/performance.md, and after a whole run the README's",
    )
    parser.add_argument("--environments", type=Path, default=Path(tempfile.gettempdir()) / "workos-benchmarks")
    arguments = parser.parse_args()
    environments = Environments(arguments.environments)
    rounds, seconds = (5, 0.08) if arguments.quick else (ROUNDS, 0.25)
    lines: list[list[str]] = []
    run: dict[tuple[str, str], tuple[Work, dict[str, Result]]] = {}
    missed: list[str] = []
    server = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.server"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    )
    try:
        assert server.stdout is not None
        url = f"http://127.0.0.1:{int(server.stdout.readline())}"
        for module, name, work in found_works(arguments.only):
            results = measure(module, name, work, environments, rounds, seconds, url)
            run[module, name] = work, results
            lines += report.rows(work, results)
            missed += report.missed(work, results)
            print(f"measured: {work.title}", file=sys.stderr)
    finally:
        assert server.stdin is not None
        server.stdin.close()
        server.wait()
    names = ("workos", "httpx", "httpx2", "httpcore", "aiohttp", "attrs", "cattrs", "orjson", "msgspec", "workos-async")
    installed = {
        **environments.versions("floor"),
        **environments.versions("official"),
        **environments.versions("httpx"),
    }
    versions = ", ".join(f"{name} {installed[name]}" for name in names if name in installed)
    text = f"{report.table(lines)}\n\nMeasured on {report.machine()}; {versions}.\n"
    if missed:
        text += "\nNot reached:\n\n" + "".join(f"- {line}\n" for line in missed)
    print(text)
    if arguments.write:
        write(PAGE, text)
        if not arguments.only:
            write(README, f"{headlines(run)}\n")


def write(page: Path, text: str) -> None:
    """Put a text between the marks of a page."""
    before, _, rest = page.read_text(encoding="utf-8").partition(START)
    page.write_text(f"{before}{START}\n\n{text}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()
