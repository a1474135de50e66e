"""`workos-emulator seed check`: check seed files."""

import argparse
import sys
from collections.abc import Sequence

from workos_emulator.emulator import Emulator
from workos_emulator.seeding.seed_file import SeedError


def main(arguments: Sequence[str]) -> int:
    """Check seed files by loading each into a new emulator. Return the exit status: 1 if a file is invalid."""
    parser = argparse.ArgumentParser(prog="workos-emulator seed", description="Work with seed files.")
    parser.add_argument("action", choices=["check"], help="check: report all problems, with file and line.")
    parser.add_argument("files", nargs="+", metavar="FILE", help="Seed file, in YAML or JSON.")
    status = 0
    for file in parser.parse_args(arguments).files:
        try:
            created = Emulator().load(file)
        except SeedError as error:
            sys.stderr.write(f"{error}\n")
            status = 1
        except (OSError, ImportError) as error:
            sys.stderr.write(f"workos-emulator: {error}\n")
            status = 2
        else:
            counts = [f"{len(ids)} {name}" for name, ids in created.items()]
            sys.stdout.write(f"{file}: {', '.join(counts) or 'nothing'}\n")
    return status
