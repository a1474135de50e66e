"""`python -m workos_emulator` is `workos-emulator`."""

import sys

from workos_emulator.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
