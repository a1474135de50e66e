"""Handlers of Radar: attempts, assessed by the allow and block lists or as planned by tests, and list entries."""

from collections.abc import Mapping
from typing import Any

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.http.messages import Response
from workos_emulator.storage.objects.radar import RadarAttempt
from workos_emulator.storage.state import State, fold


@operation("createRadarAttempt", behavior="computed")
def create_attempt(call: Call) -> Result:
    """Assess an attempt: as planned with `Emulator.seed`, otherwise by the lists, otherwise `allow`."""
    state, now = call.state, call.state.now()
    assessment = state.radar.planned.pop(0) if state.radar.planned else _assess_by_lists(state, call.body)
    attempt = RadarAttempt(
        id=state.ids.new("radar_att"),
        email=call.body["email"],
        verdict=assessment["verdict"],
        created_at=now,
        updated_at=now,
    )
    state.radar.attempts.add(attempt)
    return {**assessment, "attempt_id": attempt.id}


def _assess_by_lists(state: State, body: Mapping[str, Any]) -> dict[str, Any]:
    values = {
        "ip_address": body["ip_address"],
        "email": body["email"],
        "domain": body["email"].rpartition("@")[2],
        "user_agent": body["user_agent"],
    }
    for action, list_name in (("allow", "an allow"), ("block", "a block")):
        for kind, value in values.items():
            if fold(value) in state.radar.lists.get((kind, action), ()):
                reason = f"The {kind.replace('_', ' ')} is on {list_name} list."
                return {"verdict": action, "reason": reason, "control": "restriction", "blocklist_type": kind}
    return {"verdict": "allow", "reason": "No signs of malicious activity."}


@operation("updateRadarAttempt")
def update_attempt(call: Call) -> Result:
    """Update the status of an attempt or its challenge."""
    attempt = call.state.radar.attempts.get(call.path["attempt_id"])
    if attempt is None:
        raise errors.not_found("Attempt", call.path["attempt_id"])
    attempt.attempt_status = call.body.get("attempt_status", attempt.attempt_status)
    attempt.challenge_status = call.body.get("challenge_status", attempt.challenge_status)
    attempt.updated_at = call.state.now()
    return None


def _get_list(call: Call) -> set[str]:
    return call.state.radar.lists.setdefault((call.path["type"], call.path["action"]), set())


@operation("addRadarListEntry")
def add_entry(call: Call) -> Result:
    """Add an entry to a list."""
    entries, entry = _get_list(call), fold(call.body["entry"])
    if entry in entries:
        return {"message": "The entry is already on the list."}
    entries.add(entry)
    return Response(201)


@operation("removeRadarListEntry")
def remove_entry(call: Call) -> Result:
    """Remove an entry from a list."""
    entries, entry = _get_list(call), fold(call.body["entry"])
    if entry not in entries:
        raise errors.not_found("Entry", call.body["entry"])
    entries.remove(entry)
    return None
