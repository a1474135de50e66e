"""The detections of Radar, each of which can be switched on in the settings.

WorkOS does not document their thresholds, except for repeat sign-ups and stale accounts. The others are the emulator's own.
"""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from math import asin, cos, radians, sin, sqrt

from workos_emulator.auth.radar.signals import Signals, locate
from workos_emulator.storage.objects.radar import FailedSignIn, Location, RadarSignIn
from workos_emulator.storage.state import State, fold

BRUTE_FORCE_ATTEMPTS = 10
"""The number of failed sign-ins from one client within `BRUTE_FORCE_WINDOW` after which its sign-ins are a brute force attack."""

BRUTE_FORCE_WINDOW = timedelta(minutes=10)
"""The time in which failed sign-ins are counted."""

MAX_SIGN_UPS = 3
"""How often an email address can sign up."""

STALE_AFTER = timedelta(days=60)
"""How long after its last sign-in an account is stale."""

MAX_SPEED = 1000.0
"""The maximum speed of travel in km/h."""

_MIN_DISTANCE = 100.0  # the location of an IP address is not more precise
_EARTH_RADIUS = 6371.0
_BOT = re.compile(r"bot\b|crawler|spider|headless|phantomjs|selenium|curl/|wget/|python-|scrapy", re.IGNORECASE)
_KEPT_SIGN_INS = 20


def is_tracking(state: State) -> bool:
    """Return whether sign-ins must be recorded, because a detection compares later ones with them."""
    settings = state.settings
    compared = (
        settings.radar_brute_force_attack,
        settings.radar_impossible_travel,
        settings.radar_repeat_sign_up,
        settings.radar_unrecognized_device,
    )
    return any(action != "off" for action in compared)


def record_sign_in(state: State, email: str, ip_address: str | None, user_agent: str | None) -> None:
    """Record a successful sign-in."""
    if not is_tracking(state):
        return
    now, key = state.now(), fold(email)
    state.radar.sign_ins.add(
        RadarSignIn(
            id=state.ids.secret(16),
            email=key,
            ip_address=ip_address,
            user_agent=user_agent,
            created_at=now,
            updated_at=now,
        )
    )
    for old in state.radar.sign_ins.group("email", key)[:-_KEPT_SIGN_INS]:
        state.radar.sign_ins.remove(old.id)


def record_failure(state: State, ip_address: str | None, user_agent: str | None, attempt_id: str | None = None) -> None:
    """Record a failed sign-in, or an attempt that has not been reported as successful yet."""
    if not is_tracking(state) or (ip_address is None and user_agent is None):
        return
    now, failures = state.now(), state.radar.failures
    while failures and (oldest := failures.at(failures.numbers()[0])).created_at <= now - BRUTE_FORCE_WINDOW:
        failures.remove(oldest.id)
    failures.add(
        FailedSignIn(
            id=attempt_id or state.ids.secret(16),
            ip_address=ip_address,
            user_agent=user_agent,
            created_at=now,
            updated_at=now,
        )
    )


def record_sign_up(state: State, email: str) -> None:
    """Count a sign-up."""
    if is_tracking(state):
        key = fold(email)
        state.radar.sign_ups[key] = state.radar.sign_ups.get(key, 0) + 1


def _is_bot(state: State, signals: Signals) -> bool:
    return signals.user_agent is not None and _BOT.search(signals.user_agent) is not None


def _is_brute_force(state: State, signals: Signals) -> bool:
    client, since = (signals.ip_address, signals.user_agent), state.now() - BRUTE_FORCE_WINDOW
    failed = [f for f in state.radar.failures if (f.ip_address, f.user_agent) == client and f.created_at > since]
    return len(failed) >= BRUTE_FORCE_ATTEMPTS


def _is_impossible_travel(state: State, signals: Signals) -> bool:
    here, earlier = locate(state, signals.ip_address), state.radar.sign_ins.group("email", fold(signals.email))
    there = locate(state, earlier[-1].ip_address) if earlier else None
    if here is None or there is None:
        return False
    distance, hours = _distance(here, there), _hours_between(earlier[-1].created_at, state.now())
    return distance > _MIN_DISTANCE and distance > MAX_SPEED * hours


def _is_repeat_sign_up(state: State, signals: Signals) -> bool:
    return signals.action == "sign-up" and state.radar.sign_ups.get(fold(signals.email), 0) >= MAX_SIGN_UPS


def _is_stale_account(state: State, signals: Signals) -> bool:
    user = state.users.find("email", fold(signals.email))
    last = user.last_sign_in_at if user else None
    return last is not None and state.now() - last > STALE_AFTER


def _is_unrecognized_device(state: State, signals: Signals) -> bool:
    known = {each.user_agent for each in state.radar.sign_ins.group("email", fold(signals.email))}
    return bool(known) and signals.user_agent is not None and signals.user_agent not in known


DETECTIONS: dict[str, Callable[[State, Signals], bool]] = {
    "bot_detection": _is_bot,
    "brute_force_attack": _is_brute_force,
    "impossible_travel": _is_impossible_travel,
    "repeat_sign_up": _is_repeat_sign_up,
    "stale_account": _is_stale_account,
    "unrecognized_device": _is_unrecognized_device,
}
"""Whether an attempt shows the behavior of each control, by the name of the control."""


def _distance(one: Location, other: Location) -> float:
    """Return the distance of two locations in km."""
    latitudes = radians(one.latitude), radians(other.latitude)
    by_latitude = sin((latitudes[1] - latitudes[0]) / 2) ** 2
    by_longitude = sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * _EARTH_RADIUS * asin(sqrt(by_latitude + cos(latitudes[0]) * cos(latitudes[1]) * by_longitude))


def _hours_between(earlier: datetime, later: datetime) -> float:
    return max(0.0, (later - earlier).total_seconds() / 3600)
