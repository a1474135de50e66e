"""Passkeys over HTTP."""

from typing import Any

from workos_emulator.control.routes import ControlCall, route
from workos_emulator.http import schema_parts
from workos_emulator.http.schema_parts import API_OBJECT, STRING, list_schema, object_schema
from workos_emulator.rendering.passkeys import render_passkey


@route("POST", "/passkeys", body=schema_parts.PASSKEY, status=201, response=API_OBJECT)
def create_passkey(call: ControlCall) -> Any:
    """Add a passkey to a user, as if they had created it on the hosted pages.

    The response has the `private_key` and the `user_handle`, with which the virtual authenticator of a browser can use the passkey.
    """
    return call.emulator.seed.passkey(**call.body)


@route("GET", "/users/{id}/passkeys", response=list_schema(API_OBJECT))
def list_passkeys(call: ControlCall) -> Any:
    """List the passkeys of a user."""
    state = call.emulator.environment.state
    passkeys = state.passkeys.all.group("user", state.users.require(call.path["id"]).id)
    return {"data": [render_passkey(passkey) for passkey in passkeys]}


@route("DELETE", "/passkeys/{id}", status=204)
def delete_passkey(call: ControlCall) -> Any:
    """Delete a passkey. The sessions of the user stay active."""
    call.emulator.seed.delete_passkey(call.path["id"])


@route(
    "POST",
    "/passkey_sign_ins",
    body=schema_parts.PASSKEY_SIGN_IN,
    status=201,
    response=object_schema({"code": STRING}, "code"),
)
def sign_in_with_passkey(call: ControlCall) -> Any:
    """Sign in a user with a passkey. The response has the authorization code that the browser would bring to the redirect URI."""
    return {"code": call.emulator.seed.passkey_sign_in(**call.body)}
