"""`python -m benchmarks.emulator`: measure the emulator, and compare it with the build of another commit.

Exits with status 1 if a limit is exceeded or a target is missed.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.emulator import builds, comparison, limits
from benchmarks.report import machine


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.emulator", description=__doc__)
    parser.add_argument("only", nargs="*", help=f"measure only these: {', '.join(comparison.NAMES)} or limits")
    parser.add_argument("--base", metavar="REF", help="compare with this commit, in alternating rounds of one run")
    parser.add_argument("--quick", action="store_true", help="fewer users, requests and rounds, with a wider spread")
    parser.add_argument("--environments", type=Path, default=Path(tempfile.gettempdir()) / "workos-benchmarks")
    options = parser.parse_args()
    if unknown := {*options.only} - {*comparison.NAMES, "limits"}:
        parser.error(f"unknown measurement {min(unknown)!r}; choose from {', '.join(comparison.NAMES)} and limits")
    met = limits.check() if "limits" in (options.only or ["limits"]) else True
    print(f"\nMeasured on {machine()}.\n")
    installed = builds.install(options.environments.resolve() / "emulator", options.base)
    return int(not (comparison.compare(installed, only=options.only, quick=options.quick) and met))


if __name__ == "__main__":
    sys.exit(main())
