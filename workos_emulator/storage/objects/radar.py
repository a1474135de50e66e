"""Radar attempts, lists and planned assessments."""

from dataclasses import dataclass
from typing import Any

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True)
class RadarAttempt(Entity):
    """A sign-in or sign-up attempt that Radar assessed, with its later status."""

    email: str
    verdict: str
    attempt_status: str | None = None
    challenge_status: str | None = None


class Radar:
    """Attempts, allow and block lists (sets of entries by type and action), and assessments planned by tests."""

    def __init__(self) -> None:
        self.attempts: Collection[RadarAttempt] = Collection()
        self.lists: dict[tuple[str, str], set[str]] = {}
        self.planned: list[dict[str, Any]] = []
