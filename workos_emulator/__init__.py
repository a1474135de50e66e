"""A local WorkOS environment for tests and development: stateful, in memory, in process or on a loopback socket.

Example:
    Send requests to an in-process emulator with httpx::

        emulator = Emulator()
        client = httpx.Client(transport=emulator.transport, base_url="https://api.workos.com")
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workos_emulator.auth.totp import totp_code
    from workos_emulator.emulator import Emulator
    from workos_emulator.events.deliveries import Deliveries
    from workos_emulator.http.messages import Request, Response
    from workos_emulator.seeding.seed_file import SeedError
    from workos_emulator.server.faults import Fault, Faults
    from workos_emulator.storage.clock import Clock
    from workos_emulator.storage.objects.webhooks import Delivery
    from workos_emulator.storage.outbox import Message, Outbox
    from workos_emulator.storage.persistence.errors import StorageError
    from workos_emulator.storage.settings import Settings
    from workos_emulator.storage.store import UnknownIdError

    __version__: str

__all__ = [
    "Clock",
    "Deliveries",
    "Delivery",
    "Emulator",
    "Fault",
    "Faults",
    "Message",
    "Outbox",
    "Request",
    "Response",
    "SeedError",
    "Settings",
    "StorageError",
    "UnknownIdError",
    "__version__",
    "totp_code",
]

_MODULES = {
    "Clock": "storage.clock",
    "Deliveries": "events.deliveries",
    "Delivery": "storage.objects.webhooks",
    "Emulator": "emulator",
    "Fault": "server.faults",
    "Faults": "server.faults",
    "Message": "storage.outbox",
    "Outbox": "storage.outbox",
    "Request": "http.messages",
    "Response": "http.messages",
    "SeedError": "seeding.seed_file",
    "Settings": "storage.settings",
    "StorageError": "storage.persistence.errors",
    "UnknownIdError": "storage.store",
    "totp_code": "auth.totp",
}


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name == "__version__":
            return import_module("importlib.metadata").version("workos-async")
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
