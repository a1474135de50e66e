"""The console script `workos-migrate`, also as `python -m workos_migrate`."""

import sys
from importlib.util import find_spec


def main() -> int:
    """Run the codemod; exit with status 2 if LibCST is not installed."""
    if find_spec("libcst") is None:
        sys.stderr.write("workos-migrate requires LibCST: pip install 'workos-async[migrate]'\n")
        return 2
    from workos_migrate.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
