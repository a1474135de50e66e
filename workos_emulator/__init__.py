"""A local WorkOS for tests and development: stateful, in memory, in process or on a loopback socket.

Example:
    A client of httpx that talks to an emulator in process::

        emulator = Emulator()
        client = httpx.Client(transport=emulator.transport, base_url="https://api.workos.com")
"""

from workos_emulator.clock import Clock
from workos_emulator.deliveries import Deliveries
from workos_emulator.emulator import Emulator
from workos_emulator.errors import StorageError
from workos_emulator.faults import Fault, Faults
from workos_emulator.messages import Request, Response
from workos_emulator.outbox import Message, Outbox
from workos_emulator.records.webhooks import Delivery
from workos_emulator.seedfile import SeedError
from workos_emulator.settings import Settings

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
]
