"""Modules whose public names are loaded on first use (PEP 562), so that importing them is fast."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def lazy_names(
    module: str, names: Mapping[str, tuple[str, ...]]
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return the `__getattr__` and the `__dir__` of a module.

    Args:
        module: The name of the module.
        names: The public names by the module that defines them.
    """
    defined_in = {name: source for source, members in names.items() for name in members}

    def load(name: str) -> Any:
        if name not in defined_in:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        value = getattr(import_module(defined_in[name]), name)
        setattr(sys.modules[module], name, value)
        return value

    return load, lambda: sorted(defined_in)
