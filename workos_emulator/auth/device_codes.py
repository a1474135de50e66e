"""Device codes and user codes (RFC 8628), of the environment's own client and of Connect applications."""

import re
from datetime import timedelta
from typing import Any

from workos_emulator.auth import hosted_flows
from workos_emulator.http.messages import Request
from workos_emulator.storage.objects.codes import DeviceCode
from workos_emulator.storage.state import State

_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
_USER_CODE = re.compile(r"[A-Z]{4}-[A-Z]{4}")


def create(state: State, user_code: str | None = None) -> DeviceCode:
    """Store a new device code with an unused user code; a generated one by default."""
    now = state.now()
    user_code = user_code or _generate_user_code(state)
    while state.codes.devices.find("user_code", user_code):
        user_code = _generate_user_code(state)
    return state.codes.devices.add(
        DeviceCode(
            id=state.ids.reserved("device_code") or state.ids.secret(64),
            user_code=user_code,
            interval=state.settings.device_interval,
            expires_at=now + state.settings.device_code_lifetime,
            created_at=now,
            updated_at=now,
        )
    )


def render(state: State, request: Request, device: DeviceCode) -> dict[str, Any]:
    """Return the device authorization as JSON."""
    base_url = state.settings.authkit_url or request.base_url + hosted_flows.PREFIX
    uri = f"{base_url.rstrip('/')}/device"
    return {
        "device_code": device.id,
        "user_code": device.user_code,
        "verification_uri": uri,
        "verification_uri_complete": f"{uri}?user_code={device.user_code}",
        "expires_in": int(state.settings.device_code_lifetime.total_seconds()),
        "interval": device.interval,
    }


def poll(state: State, device: DeviceCode) -> tuple[str, str]:
    """Record that the device has polled, and return the error and its description while the user has not decided."""
    now, last_poll = state.now(), device.polled_at
    device.polled_at = now
    if last_poll is not None and now - last_poll < timedelta(seconds=device.interval):
        device.interval += 5
        return "slow_down", "The device polls too often."
    return "authorization_pending", "The user has not decided yet."


def is_user_code(text: str) -> bool:
    """Return whether a string has the format of a user code."""
    return _USER_CODE.fullmatch(text) is not None


def _generate_user_code(state: State) -> str:
    return f"{state.ids.random_string(4, _LETTERS)}-{state.ids.random_string(4, _LETTERS)}"
