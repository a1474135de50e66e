"""Device authorization of Connect applications (RFC 8628). The user approves the device on its hosted page."""

from typing import Any

from workos_emulator.auth import device_codes
from workos_emulator.auth.authorization_server import client_metadata, clients, consents, protocol, resources, scopes
from workos_emulator.http.messages import Request
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.objects.codes import DeviceCode
from workos_emulator.storage.objects.connect import ConnectGrant
from workos_emulator.storage.objects.credentials import Application
from workos_emulator.storage.state import State


def authorize(environment: Environment, request: Request) -> dict[str, Any]:
    """Return the response with a new device code and user code.

    A confidential client may authenticate, but need not: it must do so when it redeems the device code.

    Raises:
        ApiError: 400 or 401.
    """
    state, form = environment.state, protocol.read_form(request)
    client_metadata.check(state, form, request.fetched)
    client_id, secret, _ = clients.read_credentials(request, form)
    if secret is not None:
        application = clients.authenticate(environment, request, form)
    else:
        known = state.credentials.applications.find("client_id", client_id)
        if known is None:
            raise protocol.error("invalid_client", f"There is no application with the client ID {client_id!r}.", 401)
        application = known
    if application.type != "oauth":
        raise protocol.error("unauthorized_client", "M2M applications cannot sign in users.")
    try:
        selected = scopes.select(application, form.get("scope"))
        requested_resources = resources.select(state, form.all("resource"))
    except scopes.UnknownScopeError as error:
        raise protocol.error("invalid_scope", str(error)) from None
    except resources.InvalidTargetError as error:
        raise protocol.error("invalid_target", str(error)) from None
    device = device_codes.create(state)
    device.application_id, device.scopes, device.resources = application.id, selected, requested_resources
    device.has_default_scopes = form.get("scope") is None and bool(selected)
    state.codes.devices.changed(device)
    return device_codes.render(state, request, device)


def find_approved(state: State, application: Application, device_code: str) -> DeviceCode:
    """Return the device authorization of an application that a user has approved.

    Raises:
        ApiError: 400 `authorization_pending`, `slow_down`, `access_denied`, `expired_token` or `invalid_grant`.
    """
    device = state.codes.devices.get(device_code)
    if device is None or device.application_id != application.id:
        raise protocol.error("invalid_grant", "The device code is unknown or has been used.")
    if device.expires_at <= state.now():
        raise protocol.error("expired_token", "The device code has expired.")
    if device.decision == "denied":
        raise protocol.error("access_denied", "The user denied the request.")
    user = state.users.get(device.user_id or "")
    if device.decision is None:
        code, description = device_codes.poll(state, device)
        raise protocol.error(code, description)
    if user is None or not consents.is_member(state, user.id, device.organization_id):
        raise protocol.error("invalid_grant", "The user or their membership in the organization no longer exists.")
    return device


def redeem(state: State, application: Application, device: DeviceCode) -> ConnectGrant:
    """Delete an approved device code, and return the grant of its user."""
    state.codes.devices.remove(device.id)
    assert device.user_id is not None
    return consents.grant(
        state,
        application_id=application.id,
        user_id=device.user_id,
        organization_id=device.organization_id,
        scopes=device.scopes,
        resources=device.resources,
        has_default_scopes=device.has_default_scopes,
    )
