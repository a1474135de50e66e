"""The packages of the extra `emulator`."""

from importlib.util import find_spec


def require(*names: str) -> None:
    """Check that packages are installed, without importing them.

    Raises:
        ImportError: A package is not installed.
    """
    for name in names:
        if find_spec(name) is None:
            raise ImportError(f"the emulator needs the package {name}: pip install 'workos-async[emulator]'", name=name)
