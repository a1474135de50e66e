"""Handlers of device authorization (RFC 8628). A hosted page or `Emulator.seed` approves or denies the device."""

from typing import Any

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth import credentials, device_codes
from workos_emulator.auth.call import Call
from workos_emulator.auth.sign_in import SignIn
from workos_emulator.http import errors


@operation("createDeviceAuthorization")
def create(call: Call) -> Result:
    """Create a device authorization."""
    if not credentials.secrets_equal(call.body["client_id"], call.environment.client_id):
        raise errors.oauth("invalid_client", "Invalid client ID.")
    return device_codes.render(call.state, call.request, device_codes.create(call.state))


def exchange(call: Call) -> dict[str, Any]:
    """Exchange a device code for tokens after the user has approved the device."""
    state, now = call.state, call.state.now()
    device = state.codes.devices.get(call.body["device_code"])
    if device is None or device.application_id is not None:
        raise errors.oauth("invalid_grant", "The device code is unknown or has been used.")
    if device.expires_at <= now:
        raise errors.oauth("expired_token", "The device code has expired.")
    if device.decision == "denied":
        raise errors.oauth("access_denied", "The user denied the request.")
    user = state.users.get(device.user_id or "")
    if device.decision is None:
        raise errors.oauth(*device_codes.poll(state, device))
    state.codes.devices.remove(device.id)
    if user is None:
        raise errors.oauth("invalid_grant", "The user no longer exists.")
    return SignIn.from_call(
        call,
        user,
        device.authentication_method,
        device.organization_id,
        passed=device.passed | {"passkey"},
        connection_id=device.connection_id,
    ).complete()
