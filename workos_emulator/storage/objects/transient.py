"""Objects with a limited lifetime: downloads and idempotent responses."""

from dataclasses import dataclass
from datetime import datetime

from workos_emulator.storage.store import Entity


@dataclass(slots=True, kw_only=True, repr=False)
class Download(Entity):
    """A temporary file. Its ID is the secret in its URL."""

    text: str
    expires_at: datetime


@dataclass(slots=True, kw_only=True, repr=False)
class StoredResponse(Entity):
    """A recorded successful response. Its ID combines the operation, the path and the idempotency key."""

    status: int
    headers: dict[str, str]
    body: bytes
    expires_at: datetime
