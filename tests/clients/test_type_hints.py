"""The types in the signatures of public callables can be resolved at run time."""

import inspect
import typing
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

import workos_async
import workos_core.auth
import workos_core.errors
import workos_core.vault
import workos_core.webhooks
import workos_sync

CLIENTS = (workos_async, workos_sync)
MODULES = (*CLIENTS, workos_core.auth, workos_core.vault, workos_core.webhooks, workos_core.errors)
UNRESOLVED = {
    "Requirement.__init__",
    "events.stream",
    "feature_flags.runtime",
    "user_management.load_sealed_session",
    "user_management.refresh_and_seal_session_data",
    "webhooks.construct_event",
    "webhooks.verify",
}
"""Callables with types that are imported only for type checkers, because the modules that define them are slow to import."""


def public_callables(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """Yield the functions of a module, and the methods and properties of its classes."""
    for name in getattr(module, "__all__", None) or [name for name in vars(module) if not name.startswith("_")]:
        value: Any = getattr(module, name)
        if inspect.isfunction(value):
            yield name, value
        elif inspect.isclass(value) and value.__module__.startswith("workos_"):
            yield from ((f"{name}.{member}", function) for member, function in _methods(value))


def resource_methods(package: Any) -> Iterator[tuple[str, Any]]:
    """Yield the methods of the resource clients, except their constructors, which only the client calls."""
    client = package.WorkOS("sk_test_1", client_id="client_1")
    for name in dir(client):
        resource: Any = None if name.startswith("_") else getattr(client, name)
        if type(resource).__module__.startswith(f"{package.__name__}.resources."):
            methods = _methods(type(resource))
            yield from ((f"{name}.{method}", function) for method, function in methods if method != "__init__")


def _methods(value: Any) -> Iterator[tuple[str, Any]]:
    for name, member in inspect.getmembers_static(value):
        function = getattr(member, "__func__", getattr(member, "fget", member))
        is_public = not name.startswith("_") or name in ("__init__", "__call__")
        if is_public and inspect.isfunction(function) and function.__module__.startswith("workos_"):
            yield name, function


def unresolved(callables: dict[str, Any]) -> set[str]:
    """Return the names of the callables whose types can't be resolved."""
    found: set[str] = set()
    for name, function in callables.items():
        try:
            typing.get_type_hints(function)
        except NameError:
            found.add(name)
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_types_of_public_callables(module: ModuleType) -> None:
    callables = dict(public_callables(module))
    assert callables
    assert unresolved(callables) == UNRESOLVED & set(callables)


@pytest.mark.parametrize("package", CLIENTS, ids=lambda package: package.__name__)
def test_types_of_resource_methods(package: ModuleType) -> None:
    callables = dict(resource_methods(package))
    assert len(callables) > 250
    assert unresolved(callables) == UNRESOLVED & set(callables)
    hints = typing.get_type_hints(callables["organizations.create_organization"])
    assert "OrganizationDomainDataParam" in str(hints["domain_data"])
