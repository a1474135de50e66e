"""Handlers of device authorization (RFC 8628). A hosted page or `Emulator.seed` approves or denies the device."""

import re
from datetime import timedelta
from typing import Any

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth import credentials, hosted_flows
from workos_emulator.auth.call import Call
from workos_emulator.auth.sign_in import SignIn
from workos_emulator.http import errors
from workos_emulator.storage.objects.codes import DeviceCode
from workos_emulator.storage.state import State

_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
_USER_CODE = re.compile(r"[A-Z]{4}-[A-Z]{4}")


@operation("createDeviceAuthorization")
def create(call: Call) -> Result:
    """Create a device authorization."""
    if not credentials.secrets_equal(call.body["client_id"], call.environment.client_id):
        raise errors.oauth("invalid_client", "Invalid client ID.")
    state = call.state
    device = add_device(state)
    uri = f"{state.settings.authkit_url or call.request.base_url + hosted_flows.PREFIX}/device"
    return {
        "device_code": device.id,
        "user_code": device.user_code,
        "verification_uri": uri,
        "verification_uri_complete": f"{uri}?user_code={device.user_code}",
        "expires_in": int(state.settings.device_code_lifetime.total_seconds()),
        "interval": device.interval,
    }


def add_device(state: State, user_code: str | None = None) -> DeviceCode:
    """Store a device authorization with an unused user code; a generated one by default."""
    now = state.now()
    user_code = user_code or _generate_user_code(state)
    while state.codes.devices.find("user_code", user_code):
        user_code = _generate_user_code(state)
    device = DeviceCode(
        id=state.ids.reserved("device_code") or state.ids.secret(64),
        user_code=user_code,
        interval=state.settings.device_interval,
        expires_at=now + state.settings.device_code_lifetime,
        created_at=now,
        updated_at=now,
    )
    return state.codes.devices.add(device)


def is_user_code(text: str) -> bool:
    """Return whether a string has the format of a user code."""
    return _USER_CODE.fullmatch(text) is not None


def _generate_user_code(state: State) -> str:
    return f"{state.ids.random_string(4, _LETTERS)}-{state.ids.random_string(4, _LETTERS)}"


def exchange(call: Call) -> dict[str, Any]:
    """Exchange a device code for tokens after the user has approved the device."""
    state, now = call.state, call.state.now()
    device = state.codes.devices.get(call.body["device_code"])
    if device is None:
        raise errors.oauth("invalid_grant", "The device code is unknown or has been used.")
    if device.expires_at <= now:
        raise errors.oauth("expired_token", "The device code has expired.")
    if device.decision == "denied":
        raise errors.oauth("access_denied", "The user denied the request.")
    user = state.users.get(device.user_id or "")
    if device.decision is None:
        raise _pending_error(call, device)
    state.codes.devices.remove(device.id)
    if user is None:
        raise errors.oauth("invalid_grant", "The user no longer exists.")
    return SignIn.from_call(
        call,
        user,
        device.authentication_method,
        device.organization_id,
        passed=device.passed,
        connection_id=device.connection_id,
    ).complete()


def _pending_error(call: Call, device: DeviceCode) -> errors.ApiError:
    now, last_poll = call.state.now(), device.polled_at
    device.polled_at = now
    if last_poll is not None and now - last_poll < timedelta(seconds=device.interval):
        device.interval += 5
        return errors.oauth("slow_down", "The device polls too often.")
    return errors.oauth("authorization_pending", "The user has not decided yet.")
