"""The command line: `python -m workos_testing new fastapi|django|flask DIR`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from workos_testing.new_project import TEMPLATES, NewProjectError, create_project


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status: 0 if it succeeds, 1 if the project can't be created, 2 if an argument is invalid."""
    parser = argparse.ArgumentParser(prog="python -m workos_testing", description="Create projects that use WorkOS.")
    commands = parser.add_subparsers(dest="command", required=True)
    new = commands.add_parser("new", help="create a project", description="Create a small application with tests.")
    new.add_argument("framework", choices=[*TEMPLATES], help="the web framework")
    new.add_argument("folder", type=Path, metavar="DIR", help="a new or an empty folder")
    options = parser.parse_args(arguments)
    try:
        created = create_project(options.framework, options.folder)
    except NewProjectError as error:
        sys.stderr.write(f"{parser.prog}: {error}\n")
        return 1
    sys.stdout.write(f"created {len(created)} files in {options.folder}\n")
    sys.stdout.write(f'next: cd {options.folder} && pip install -e ".[dev]" && pytest\n')
    return 0


if __name__ == "__main__":
    sys.exit(main())
