"""Command line of the generator."""

import argparse
import sys
from pathlib import Path

from codegen import output
from codegen.lint import lint
from codegen.problems import CodegenError
from codegen.spec import load

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; the exit status is 0 when all is well."""
    parser = argparse.ArgumentParser(
        prog="python -m codegen",
        description="Turn the spec into models, resource clients, the sync package and the emulator's copy of the spec.",
    )
    parser.add_argument(
        "command",
        nargs="?",
        choices=["write", "lint", "bundle"],
        default="write",
        help="write (default) all; only check the spec; print the merged spec",
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail when the generated files are not what the spec says"
    )
    parser.add_argument(
        "--spec", type=Path, default=ROOT / "spec", help="the spec folder (default: that of this project)"
    )
    parser.add_argument("--out", type=Path, default=ROOT, help="the folder to write to (default: this project)")
    options = parser.parse_args(arguments)
    try:
        return _run(options)
    except CodegenError as error:
        _say(error, error=True)
        _say(f"{len(error.problems)} problem(s); nothing was written", error=True)
        return 1


def _run(options: argparse.Namespace) -> int:
    if options.command in ("lint", "bundle"):
        document = load(options.spec)
        lint(document)
        _say(output.bundle(document) if options.command == "bundle" else "the spec is fine")
        return 0
    files = output.generate(options.spec, ROOT)
    if options.check:
        difference = output.compare(files, options.out)
        if difference:
            _say(difference, error=True)
            _say("the generated files are not what the spec says; run `nox -s generate`", error=True)
            return 1
        _say(f"{len(files)} generated files are up to date")
        return 0
    if options.out.resolve() != ROOT:
        output.copy(output.handwritten(ROOT), options.out)
    difference = output.write(files, options.out)
    _say(
        f"{len(files)} files: {len(difference.missing)} new, {len(difference.different)} changed, {len(difference.extra)} removed"
    )
    return 0


def _say(text: object, *, error: bool = False) -> None:
    print(text, file=sys.stderr if error else sys.stdout)


if __name__ == "__main__":
    sys.exit(main())
