"""Radar."""

from dataclasses import dataclass
from typing import Any

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True)
class RadarAttempt(Entity):
    """A sign-in or sign-up that Radar was asked about, and what is known of it since."""

    email: str
    verdict: str
    attempt_status: str | None = None
    challenge_status: str | None = None


class Radar:
    """Attempts, block and allow lists (sets of entries by type and action), and assessments that tests ask for."""

    def __init__(self) -> None:
        self.attempts = Collection[RadarAttempt]()
        self.lists: dict[tuple[str, str], set[str]] = {}
        self.planned: list[dict[str, Any]] = []
