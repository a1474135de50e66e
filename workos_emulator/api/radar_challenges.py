"""Handlers of Radar challenges. `Emulator.seed.radar_challenge` makes the next sign-in of a user require one."""

from workos_emulator.api import pending_authentication, users
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth import sign_in_steps
from workos_emulator.auth.call import Call
from workos_emulator.storage.clock import stamp


@operation("createRadarChallenge")
def create(call: Call) -> Result:
    """Send a code by SMS for a pending sign-in."""
    user = users.find_user(call, call.body["user_id"])
    _, pending_user = pending_authentication.find(call)
    if pending_user.id != user.id:
        raise pending_authentication.user_mismatch()
    challenge = sign_in_steps.send_radar_challenge(call.state, user, call.body["phone_number"])
    return {"verification_id": challenge.id, "phone_number": call.body["phone_number"]}


@operation("getRadarChallenge")
def get(call: Call) -> Result:
    """Get an email challenge with its code."""
    id = call.path["radar_challenge_id"]
    challenge = call.state.codes.radar_challenges.get(id)
    if challenge is None or challenge.phone_number is not None:
        raise call.not_found("Radar challenge", id)
    return {
        "object": "radar_challenge",
        "id": challenge.id,
        "type": "email",
        "user_id": challenge.user_id,
        "email": challenge.email,
        "code": challenge.code,
        "expires_at": stamp(challenge.expires_at),
        "created_at": stamp(challenge.created_at),
        "updated_at": stamp(challenge.updated_at),
    }
