"""The handlers of all API operations."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from workos_emulator import api
from workos_emulator.api.registry import Handler, registered_handlers


@cache
def handlers() -> Mapping[str, Handler]:
    """Import all handler modules, which register their handlers, and return the handlers by `operationId`."""
    for module in walk_packages(api.__path__, f"{api.__name__}."):
        import_module(module.name)
    return registered_handlers()
