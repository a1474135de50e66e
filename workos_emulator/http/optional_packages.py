"""Packages that come with the extra `emulator` only."""

from importlib.util import find_spec


def require(name: str) -> None:
    """Make sure that a package is there, without loading it.

    Raises:
        ImportError: It is not.
    """
    if find_spec(name) is None:
        raise ImportError(f"the emulator needs the package {name}: pip install 'workos-async[emulator]'", name=name)
