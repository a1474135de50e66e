"""Run the code generator: `python -m codegen`. `nox -s generate` does the same in an environment with its dependencies."""

import sys

try:
    from codegen.cli import main
except ModuleNotFoundError as error:
    if error.name is None or error.name.partition(".")[0] == "codegen":
        raise
    sys.exit(
        f"the code generator requires the package {error.name.partition('.')[0]}, which is not installed: install the dependency group with "
        "`pip install --group codegen` (pip 25.1 or newer), or run `nox -s generate`"
    )

if __name__ == "__main__":
    sys.exit(main())
