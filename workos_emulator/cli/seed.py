"""`workos-emulator seed check`: whether seed files can be used."""

import argparse
import sys
from collections.abc import Sequence

from workos_emulator.emulator import Emulator
from workos_emulator.seeding.seed_file import SeedError


def main(arguments: Sequence[str]) -> int:
    """Check files by loading each into an emulator of its own. Returns the exit status: 1 if one of them cannot be used."""
    parser = argparse.ArgumentParser(prog="workos-emulator seed", description="Work with seed files.")
    parser.add_argument("action", choices=["check"], help="check: tell all that is wrong, with file and line")
    parser.add_argument("files", nargs="+", metavar="FILE", help="a seed file, YAML or JSON")
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
