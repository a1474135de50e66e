"""Fixtures of pytest for apps that use WorkOS; docs/testing.md shows them at work. The plugin loads nothing before a test asks for it."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workos_testing.factory import Factory as Factory
    from workos_testing.sessions import SignIns as SignIns
    from workos_testing.webhooks import WebhookRequest as WebhookRequest
    from workos_testing.webhooks import Webhooks as Webhooks

_MODULES = {"Factory": "factory", "SignIns": "sessions", "WebhookRequest": "webhooks", "Webhooks": "webhooks"}

__all__ = ["Factory", "SignIns", "WebhookRequest", "Webhooks"]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"workos_testing.{_MODULES[name]}"), name)
