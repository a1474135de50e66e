"""The types in the signatures of public callables can be resolved at run time."""

import inspect
import subprocess
import sys
import typing
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

import workos_async
import workos_core.auth
import workos_core.errors
import workos_core.models
import workos_core.pagination
import workos_core.vault
import workos_core.webhooks
import workos_emulator
import workos_sync
import workos_testing
from workos_core.models.events import Event

CLIENTS = (workos_async, workos_sync)
MODULES = (
    *CLIENTS,
    workos_core.auth,
    workos_core.errors,
    workos_core.models,
    workos_core.pagination,
    workos_core.vault,
    workos_core.webhooks,
    workos_emulator,
    workos_testing,
)
FRAMEWORKS = (
    "asgi",
    "django",
    "django.middleware",
    "django.ninja",
    "django.rest_framework",
    "django.users",
    "fastapi",
    "flask",
    "litestar",
    "starlette",
)


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


def client_methods(package: Any) -> Iterator[tuple[str, Any]]:
    """Yield the methods of the client, and of the objects that it and its resource clients return."""
    client = package.WorkOS("sk_test_1", client_id="client_1")
    session = client.user_management.load_sealed_session(session_data="sealed", cookie_password="x" * 32)
    values = (client, session, client.actions, client.pkce, client.vault, client.organizations.list_organizations())
    for value in values:
        for name, function in _methods(type(value)):
            if name != "__init__" or value is client:
                yield f"{type(value).__name__}.{name}", function


def unresolved(callables: dict[str, Any]) -> dict[str, str]:
    """Return the errors of the callables whose types can't be resolved."""
    found: dict[str, str] = {}
    for name, function in callables.items():
        try:
            typing.get_type_hints(function)
        except Exception as error:
            found[name] = f"{type(error).__name__}: {error}"
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_types_of_public_callables(module: ModuleType) -> None:
    callables = dict(public_callables(module))
    assert callables
    assert unresolved(callables) == {}


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_types_of_web_kits(framework: str) -> None:
    name = framework.split(".")[-1]
    pytest.importorskip({"middleware": "django", "users": "django", "asgi": "sys"}.get(name, name))
    if framework.startswith("django"):
        import tests.web.apps._django_project  # noqa: F401  # models can be imported only with settings
    callables = dict(public_callables(import_module(f"workos_web.{framework}")))
    assert callables or framework == "django.middleware"
    assert unresolved(callables) == {}


@pytest.mark.parametrize("package", CLIENTS, ids=lambda package: package.__name__)
def test_types_of_resource_methods(package: ModuleType) -> None:
    callables = dict(resource_methods(package))
    assert len(callables) > 250
    assert unresolved(callables) == {}
    hints = typing.get_type_hints(callables["organizations.create_organization"])
    assert "OrganizationDomainDataParam" in str(hints["domain_data"])


@pytest.mark.parametrize("package", CLIENTS, ids=lambda package: package.__name__)
def test_types_of_client_methods(package: ModuleType) -> None:
    callables = dict(client_methods(package))
    assert {"WorkOS.with_options", "Session.refresh", "Actions.verify"} <= set(callables)
    assert unresolved(callables) == {}


@pytest.mark.parametrize("package", CLIENTS, ids=lambda package: package.__name__)
def test_types_of_modules_that_are_loaded_later(package: ModuleType) -> None:
    methods = dict(resource_methods(package))
    hints = {name: typing.get_type_hints(methods[name]) for name in methods}
    session = import_module(f"{package.__name__}._auth.session").Session
    assert hints["user_management.load_sealed_session"]["return"] is session
    assert session in typing.get_args(
        typing.get_args(hints["user_management.refresh_and_seal_session_data"]["return"])[0]
    )
    assert hints["events.stream"]["store"] is package.CursorStore
    assert hints["events.stream"]["return"] is package.EventStream
    assert hints["feature_flags.runtime"]["return"] is package.FlagRuntime
    assert hints["webhooks.construct_event"]["return"] == Event
    requirement = typing.get_type_hints(workos_core.auth.Requirement.__init__)
    assert requirement["parts"] == tuple[workos_core.auth.Requirement, ...]


@pytest.mark.parametrize("package", CLIENTS, ids=lambda package: package.__name__)
def test_resource_clients_do_not_load_these_modules(package: ModuleType) -> None:
    code = f"""
import sys
from {package.__name__} import WorkOS
workos = WorkOS("sk_test_1", client_id="client_1")
workos.user_management, workos.webhooks, workos.feature_flags
later = {{"_auth.session", "_events.event_stream", "_events.cursor_stores", "_feature_flags.flag_runtime"}}
print(sorted(later & {{name.removeprefix("{package.__name__}.") for name in sys.modules}}))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
