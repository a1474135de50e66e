"""The packages of the extra `emulator`."""

from importlib.util import find_spec


def require(name: str) -> None:
    """Check that a package is installed, without importing it.

    Raises:
        ImportError: The package is not installed.
    """
    if find_spec(name) is None:
        raise ImportError(f"the emulator needs the package {name}: pip install 'workos-async[emulator]'", name=name)
