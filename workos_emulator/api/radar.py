"""Handlers of Radar: attempts and list entries."""

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.auth.radar import detections
from workos_emulator.auth.radar.assessment import assess
from workos_emulator.auth.radar.sign_ins import record_attempt
from workos_emulator.auth.radar.signals import Signals
from workos_emulator.http import errors
from workos_emulator.http.messages import Response
from workos_emulator.storage.state import fold


@operation("createRadarAttempt", behavior="computed")
def create_attempt(call: Call) -> Result:
    """Assess an attempt: as planned with `Emulator.seed`, by the lists, and by the detections that the settings switch on."""
    state, body = call.state, call.body
    signals = Signals(
        body["email"],
        body["auth_method"],
        body["action"],
        body["ip_address"],
        body["user_agent"],
        body.get("signals_id"),
    )
    assessment = assess(state, signals, is_sign_in=False)
    attempt = record_attempt(state, signals, assessment)
    if signals.action == "sign-in":
        detections.record_failure(state, signals.ip_address, signals.user_agent, attempt.id)
    response = {"verdict": assessment.verdict, "reason": assessment.reason, "attempt_id": attempt.id}
    if assessment.verdict != "allow" and assessment.control is not None:
        response["control"] = assessment.control
    if assessment.verdict == "block" and assessment.blocklist_type is not None:
        response["blocklist_type"] = assessment.blocklist_type
    return response


@operation("updateRadarAttempt")
def update_attempt(call: Call) -> Result:
    """Update the status of an attempt or its challenge."""
    attempt = call.state.radar.attempts.get(call.path["attempt_id"])
    if attempt is None:
        raise errors.not_found("Attempt", call.path["attempt_id"])
    state = call.state
    if attempt.attempt_status is None and "attempt_status" in call.body:
        state.radar.failures.remove(attempt.id)
        detections.record_sign_in(state, attempt.email, attempt.ip_address, attempt.user_agent)
        if attempt.action == "sign-up":
            detections.record_sign_up(state, attempt.email)
    attempt.attempt_status = call.body.get("attempt_status", attempt.attempt_status)
    attempt.challenge_status = call.body.get("challenge_status", attempt.challenge_status)
    attempt.updated_at = state.now()
    return None


def _get_list(call: Call) -> set[str]:
    if not call.body["entry"].strip():
        raise errors.plain(400, "entry must not be blank.")
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
