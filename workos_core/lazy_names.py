"""Modules whose public names are loaded on first use (PEP 562), so that importing them is fast."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from types import SimpleNamespace
from typing import Any, ForwardRef, get_type_hints

_CLIENTS_OF_OTHER_SDKS = {
    "AsyncWorkOS": "workos_async",
    "AsyncWorkOSClient": "workos_async",
    "SyncWorkOS": "workos_sync",
    "WorkOSClient": "",
}
"""The names of clients in other SDKs, and the package whose `WorkOS` replaces them; empty for the same package."""


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
        if name in _CLIENTS_OF_OTHER_SDKS and "WorkOS" in defined_in:
            package = _CLIENTS_OF_OTHER_SDKS[name] or module
            raise ImportError(f"{module} has no {name}; write `from {package} import WorkOS`")
        if name not in defined_in:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        value = getattr(import_module(defined_in[name]), name)
        setattr(sys.modules[module], name, value)
        return value

    return load, lambda: sorted(defined_in)


def lazy_type(module: str, name: str) -> ForwardRef:
    """Return a class for annotations, whose module is imported when `typing.get_type_hints` resolves them.

    Args:
        module: The name of the module.
        name: The name of the class.
    """
    return ForwardRef(f"__import__({module!r}, fromlist=[{name!r}]).{name}")


def resolve_type(kind: Any) -> Any:
    """Return a type with the classes that `lazy_type` stands for: `list[User]` for a list of the lazy type `User`."""
    return get_type_hints(SimpleNamespace(__annotations__={"kind": kind}))["kind"]
