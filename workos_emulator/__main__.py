"""Run the `workos-emulator` command with `python -m workos_emulator`."""

import sys

from workos_emulator.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
