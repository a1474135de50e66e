"""The assessment of attempts: as planned by a test, by the lists, and by the detections."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from workos_emulator.auth.radar.detections import DETECTIONS
from workos_emulator.auth.radar.signals import Signals, find_list
from workos_emulator.storage.state import State, fold

Verdict = Literal["allow", "challenge", "block"]

_DETECTED, _NOT_DETECTED = "detected_enabled_radar_control", "no_radar_control_detected"
_SEVERITY = ("block", "challenge", "log")


@dataclass(slots=True, frozen=True)
class Assessment:
    """The assessment of an attempt.

    Attributes:
        verdict: How to handle the attempt.
        reason: The reason for the verdict.
        control: The control that detected a risk, if any. With the verdict `allow`, the risk is only logged.
        blocklist_type: The type of the list that blocks the attempt, if any.
    """

    verdict: str
    reason: str = _NOT_DETECTED
    control: str | None = None
    blocklist_type: str | None = None

    @property
    def is_risk(self) -> bool:
        """Whether a risk was detected."""
        return self.verdict != "allow" or self.control is not None


def assess(state: State, signals: Signals, *, is_sign_in: bool) -> Assessment:
    """Assess an attempt.

    Args:
        state: The stored objects.
        signals: The attempt.
        is_sign_in: Whether it is a sign-in with AuthKit. Assessments that are planned without an email address are for other attempts.
    """
    planned = _pop_planned(state, signals.email, is_sign_in)
    if planned is not None:
        return Assessment(planned["verdict"], planned["reason"], planned.get("control"), planned.get("blocklist_type"))
    if find_list(state, signals, "allow") is not None:
        return Assessment("allow")
    if (kind := find_list(state, signals, "block")) is not None:
        return Assessment("block", _DETECTED, "restriction", kind)
    actions = {name: getattr(state.settings, f"radar_{name}") for name in DETECTIONS}
    detected = [name for name, action in actions.items() if action != "off" and DETECTIONS[name](state, signals)]
    if not detected:
        return Assessment("allow")
    control = min(detected, key=lambda name: _SEVERITY.index(actions[name]))
    verdict = "allow" if actions[control] == "log" else actions[control]
    return Assessment(verdict, _DETECTED, control)


def _pop_planned(state: State, email: str, is_sign_in: bool) -> Mapping[str, Any] | None:
    for index, planned in enumerate(state.radar.planned):
        planned_email = planned.get("email")
        if planned_email is None and is_sign_in:
            continue
        if planned_email is None or fold(planned_email) == fold(email):
            return state.radar.planned.pop(index)
    return None
