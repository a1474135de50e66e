"""Authentication factors and their challenges."""

import hmac
from typing import Any

from workos_emulator.auth import totp
from workos_emulator.auth.one_time_codes import MAX_ATTEMPTS, Reason
from workos_emulator.storage.objects.auth_factors import Challenge, Factor
from workos_emulator.storage.state import State

_BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def new_secret(state: State) -> str:
    """Return a new TOTP secret in Base32."""
    return state.ids.random_string(32, _BASE32)


def add_factor(state: State, **fields: Any) -> Factor:
    """Create an authentication factor."""
    now = state.now()
    return state.mfa.factors.add(Factor(id=state.ids.new("auth_factor"), created_at=now, updated_at=now, **fields))


def create_challenge(state: State, factor: Factor, sms_template: str | None = None) -> Challenge:
    """Create a challenge for a factor. The code of an SMS factor goes to the outbox."""
    now = state.now()
    challenge = Challenge(
        id=state.ids.new("auth_challenge"),
        factor_id=factor.id,
        code="" if factor.type == "totp" else state.ids.digits(6),
        expires_at=now + state.settings.one_time_code_lifetime,
        created_at=now,
        updated_at=now,
    )
    state.mfa.challenges.add(challenge)
    if factor.type == "sms":
        template = sms_template or "Your code is {{code}}."
        text = template.replace("{{code}}", challenge.code)
        state.outbox.send(
            "mfa_challenge", factor.phone_number, challenge.id, channel="sms", code=challenge.code, text=text
        )
    return challenge


def verify_challenge(state: State, challenge: Challenge, candidate: str) -> Reason | None:
    """Verify a challenge with a code. Return None if it succeeds, otherwise the reason for the rejection."""
    factor = state.mfa.factors.get(challenge.factor_id)
    assert factor is not None
    now = state.now()
    if challenge.verified_at is not None:
        return "used"
    if challenge.expires_at <= now:
        return "expired"
    if challenge.attempts >= MAX_ATTEMPTS:
        return "attempts"
    if not _matches(state, factor, challenge, candidate.strip()):
        challenge.attempts += 1
        return "wrong"
    challenge.verified_at = challenge.updated_at = now
    return None


def _matches(state: State, factor: Factor, challenge: Challenge, candidate: str) -> bool:
    if factor.type != "totp":
        return hmac.compare_digest(challenge.code.encode(), candidate.encode("utf-8", "replace"))
    return totp.matches(factor.secret, candidate, state.now())
