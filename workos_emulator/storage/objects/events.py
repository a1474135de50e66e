"""Events: what happened in the environment."""

from dataclasses import dataclass
from typing import Any

from workos_emulator.storage.store import Entity


@dataclass(slots=True, kw_only=True)
class Event(Entity):
    """Something that happened.

    Attributes:
        type: What, such as `user.created`.
        data: The payload, as the API sends it.
        organization_id: The organization it happened in, if it happened in one.
        context: Where it came from, for the types that tell.
    """

    type: str
    data: dict[str, Any]
    organization_id: str | None = None
    context: dict[str, Any] | None = None
