"""What is kept for a while only: files to fetch, and answers to give again."""

from dataclasses import dataclass, field
from datetime import datetime

from workos_emulator.storage.store import Entity


@dataclass(slots=True, kw_only=True)
class Download(Entity):
    """A file; its id is the secret in the address."""

    text: str = field(repr=False)
    expires_at: datetime


@dataclass(slots=True, kw_only=True)
class Remembered(Entity):
    """A good answer; its id has the operation, the path and the idempotency key."""

    status: int
    headers: dict[str, str]
    body: bytes = field(repr=False)
    expires_at: datetime
