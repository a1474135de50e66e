"""Connect over HTTP: authorizations of applications, and client ID metadata documents."""

from typing import Any

from workos_emulator.control.routes import ControlCall, route
from workos_emulator.http.schema_parts import ANY_OBJECT, API_OBJECT, STRING, object_schema
from workos_emulator.rendering.applications import render_authorization_with_user


@route("GET", "/authorized_applications", response={"type": "array", "items": API_OBJECT})
def list_authorized_applications(call: ControlCall) -> Any:
    """List the authorizations that users granted to Connect applications, oldest first."""
    state = call.emulator.environment.state
    return [render_authorization_with_user(state, authorization) for authorization in state.authorized_applications]


@route("DELETE", "/authorized_applications/{id}", status=204)
def revoke_authorized_application(call: ControlCall) -> Any:
    """Revoke the authorization that a user granted to a Connect application, with its tokens."""
    call.emulator.seed.revoke_authorized_application(call.path["id"])


@route(
    "PUT",
    "/client_metadata_documents",
    body=object_schema({"client_id": STRING, "metadata": ANY_OBJECT}, "client_id", "metadata"),
    response=API_OBJECT,
)
def put_client_metadata_document(call: ControlCall) -> Any:
    """Provide the metadata document of a client ID that is a URL, so that the emulator does not fetch it.

    The response is the Connect application that the document describes.
    """
    return call.emulator.seed.client_metadata_document(**call.body)
