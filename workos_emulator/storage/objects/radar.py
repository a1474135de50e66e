"""Radar attempts, lists, planned assessments, and the history that detections compare an attempt with."""

from dataclasses import dataclass
from typing import Any

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True, repr=False)
class RadarAttempt(Entity):
    """A sign-in or sign-up attempt that Radar assessed, with its later status.

    Attributes:
        action: `sign-in` or `sign-up`.
        method: The method, as in the API of Radar (`Password`, `Email_OTP`).
        control: The control that detected a risk, if any.
        blocklist_type: The type of the list that blocked the attempt, if any.
    """

    email: str
    verdict: str
    action: str = "sign-in"
    method: str = "Other"
    ip_address: str | None = None
    user_agent: str | None = None
    control: str | None = None
    blocklist_type: str | None = None
    attempt_status: str | None = None
    challenge_status: str | None = None


@dataclass(slots=True, kw_only=True, repr=False)
class RadarSignIn(Entity):
    """A successful sign-in that later ones are compared with."""

    email: str
    ip_address: str | None
    user_agent: str | None


@dataclass(slots=True, kw_only=True, repr=False)
class FailedSignIn(Entity):
    """A failed sign-in, which may be part of a brute force attack."""

    ip_address: str | None
    user_agent: str | None


@dataclass(slots=True, kw_only=True, repr=False)
class Location(Entity):
    """Where an IP address or a range of them is. The ID is the address or the range."""

    country: str | None
    latitude: float
    longitude: float


@dataclass(slots=True, kw_only=True, repr=False)
class Challenged(Entity):
    """The risk for which Radar challenges a user. The ID is the one of the user.

    Attributes:
        control: The control that detected the risk; None if unknown.
        action: `sign-in` or `sign-up`.
        is_planned: Whether a test demands the challenge, whatever the next assessment is.
    """

    control: str | None
    action: str = "sign-in"
    is_planned: bool = False


class Radar:
    """Attempts, allow and block lists (sets of entries by type and action), assessments planned by tests, and the history.

    Attributes:
        planned: The assessments planned by tests; those with an `email` are for the attempts of that email address.
        sign_ins: Successful sign-ins.
        failures: Failed sign-ins, oldest first.
        sign_ups: The number of sign-ups by email address.
        locations: Where IP addresses are.
        challenged: The users who are challenged.
    """

    def __init__(self) -> None:
        self.attempts: Collection[RadarAttempt] = Collection()
        self.lists: dict[tuple[str, str], set[str]] = {}
        self.planned: list[dict[str, Any]] = []
        self.sign_ins: Collection[RadarSignIn] = Collection(groups={"email": lambda s: (s.email,)})
        self.failures: Collection[FailedSignIn] = Collection()
        self.sign_ups: dict[str, int] = {}
        self.locations: Collection[Location] = Collection()
        self.challenged: Collection[Challenged] = Collection()
