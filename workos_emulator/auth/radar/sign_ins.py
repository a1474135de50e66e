"""What Radar does at sign-ins with AuthKit: it blocks or challenges them, and records the risks that it detects."""

from collections.abc import Mapping
from typing import Any, Literal

from workos_emulator.auth import domain_policy
from workos_emulator.auth.radar import detections
from workos_emulator.auth.radar.assessment import Assessment, assess
from workos_emulator.auth.radar.signals import Signals, method_name
from workos_emulator.http import errors
from workos_emulator.storage.objects.radar import Challenged, RadarAttempt
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State

ASSESSED = "risk_assessment"
"""The completed step of sign-ins that Radar has assessed."""

BLOCKED = "policy_denied"
"""The error code of blocked sign-ins."""

Action = Literal["sign-in", "sign-up"]


def check(state: State, user: User, method: str, client: Mapping[str, Any]) -> None:
    """Assess a sign-in of a user who has authenticated.

    Args:
        state: The stored objects.
        user: The user.
        method: The `authentication_method`.
        client: The `ip_address` and `user_agent`, as far as known, and the `device_id` or `signals_id`.

    Raises:
        ApiError: 403 if the sign-in is blocked.
    """
    if method in domain_policy.EXEMPT_METHODS:
        return
    assessment = assess(state, _signals(user.email, method, client, "sign-in"), is_sign_in=True)
    apply(state, user, method, client, assessment, "sign-in")


def assess_sign_up(state: State, email: str, method: str, client: Mapping[str, Any]) -> Assessment:
    """Assess a sign-up, before the user is created. Call `apply` afterwards.

    Raises:
        ApiError: 403 if the sign-up is blocked.
    """
    signals = _signals(email, method, client, "sign-up")
    assessment = assess(state, signals, is_sign_in=True)
    if assessment.verdict == "block":
        record_attempt(state, signals, assessment)
        raise errors.coded(403, BLOCKED, "Radar has blocked the sign-up.")
    return assessment


def apply(
    state: State, user: User, method: str, client: Mapping[str, Any], assessment: Assessment, action: Action
) -> None:
    """Block or challenge the sign-in or sign-up of a user, according to its assessment, and record it.

    Raises:
        ApiError: 403 if it is blocked.
    """
    signals = _signals(user.email, method, client, action)
    if assessment.verdict == "challenge":
        _challenge(state, user, assessment, action)
        return
    if assessment.is_risk:
        record_attempt(state, signals, assessment)
        _emit(state, user, method, client, assessment.control, assessment.blocklist_type, action)
    if assessment.verdict == "block":
        raise errors.coded(403, BLOCKED, "Radar has blocked the sign-in.")
    challenged = state.radar.challenged.get(user.id)
    if challenged is not None and not challenged.is_planned:  # for an earlier sign-in, which was not completed
        state.radar.challenged.remove(user.id)
        state.codes.radar_planned.pop(user.id, None)
    if user.id not in state.codes.radar_planned:
        detections.record_sign_in(state, user.email, signals.ip_address, signals.user_agent)


def plan_challenge(
    state: State, user: User, kind: str, control: str | None, action: Action = "sign-in", *, is_planned: bool = True
) -> None:
    """Challenge the sign-ins of a user until one succeeds or, if no test has planned it (`is_planned`), Radar allows one."""
    now = state.now()
    state.codes.radar_planned[user.id] = kind
    state.radar.challenged.remove(user.id)
    state.radar.challenged.add(
        Challenged(id=user.id, control=control, action=action, is_planned=is_planned, created_at=now, updated_at=now)
    )


def complete_challenge(state: State, user: User, method: str, client: Mapping[str, Any]) -> None:
    """Record that a user has passed the challenge of Radar, in spite of which the sign-in is a risk."""
    state.codes.radar_planned.pop(user.id, None)
    challenged = state.radar.challenged.remove(user.id)
    control = challenged.control if challenged else None
    action: Action = "sign-up" if challenged and challenged.action == "sign-up" else "sign-in"
    signals = _signals(user.email, method, client, action)
    attempt = record_attempt(state, signals, Assessment("challenge", control=control))
    attempt.attempt_status = attempt.challenge_status = "success"
    detections.record_sign_in(state, user.email, signals.ip_address, signals.user_agent)
    _emit(state, user, method, client, control, None, action)


def record_attempt(state: State, signals: Signals, assessment: Assessment) -> RadarAttempt:
    """Store an attempt with its assessment."""
    now = state.now()
    return state.radar.attempts.add(
        RadarAttempt(
            id=state.ids.new("radar_att"),
            email=signals.email,
            verdict=assessment.verdict,
            action=signals.action,
            method=signals.method,
            ip_address=signals.ip_address,
            user_agent=signals.user_agent,
            control=assessment.control,
            blocklist_type=assessment.blocklist_type,
            created_at=now,
            updated_at=now,
        )
    )


def _signals(email: str, method: str, client: Mapping[str, Any], action: Action) -> Signals:
    device = client.get("device_id") or client.get("signals_id")
    return Signals(email, method_name(method), action, client.get("ip_address"), client.get("user_agent"), device)


def _challenge(state: State, user: User, assessment: Assessment, action: Action) -> None:
    if user.id not in state.codes.radar_planned:
        plan_challenge(state, user, "email", assessment.control, action, is_planned=False)


def _emit(
    state: State,
    user: User,
    method: str,
    client: Mapping[str, Any],
    control: str | None,
    blocklist_type: str | None,
    action: Action,
) -> None:
    data = {
        "auth_method": method_name(method),
        "action": "signup" if action == "sign-up" else "login",
        "control": control,
        "blocklist_type": blocklist_type,
        "ip_address": client.get("ip_address"),
        "user_agent": client.get("user_agent"),
        "user_id": user.id,
        "email": user.email,
    }
    state.events.emit("authentication.radar_risk_detected", data)
