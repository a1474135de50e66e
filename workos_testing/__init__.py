"""Pytest fixtures for applications that use WorkOS. See docs/testing.md. The plugin imports nothing until a test requests a fixture."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workos_core.version import __version__ as __version__
    from workos_testing.clock import follow_clock as follow_clock
    from workos_testing.factory import Factory as Factory
    from workos_testing.sessions import SessionFactory as SessionFactory
    from workos_testing.webhooks import WebhookRequest as WebhookRequest
    from workos_testing.webhooks import Webhooks as Webhooks

_MODULES = {
    "Factory": "factory",
    "SessionFactory": "sessions",
    "WebhookRequest": "webhooks",
    "Webhooks": "webhooks",
    "follow_clock": "clock",
}

__all__ = ["Factory", "SessionFactory", "WebhookRequest", "Webhooks", "__version__", "follow_clock"]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name == "__version__":
            return import_module("importlib.metadata").version("workos-async")
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"workos_testing.{_MODULES[name]}"), name)
