"""Dynamic client registration (RFC 7591)."""

from typing import Any

from workos_emulator.auth.authorization_server import client_data, protocol
from workos_emulator.auth.authorization_server.client_data import ClientData
from workos_emulator.http import payload
from workos_emulator.http.messages import Request
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.objects.credentials import Application, ClientSecret
from workos_emulator.storage.state import State

_MAX_BODY = 64 * 1024


def register(environment: Environment, request: Request) -> dict[str, Any]:
    """Register a third-party application, and return its client ID and metadata.

    Raises:
        ApiError: 403 if registration is disabled, 400 `invalid_redirect_uri` or `invalid_client_metadata`.
    """
    state = environment.state
    if not state.settings.dynamic_client_registration:
        text = "Dynamic client registration is disabled; enable the setting dynamic_client_registration."
        raise protocol.error("access_denied", text, 403)
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type != "application/json" or len(request.body) > _MAX_BODY:
        text = f"Send the metadata as application/json, with at most {_MAX_BODY} bytes."
        raise protocol.error("invalid_client_metadata", text)
    try:
        data = client_data.read(payload.parse(request.body), default_auth_method="client_secret_basic")
    except ValueError:
        raise protocol.error("invalid_client_metadata", "The body is not valid JSON.") from None
    except client_data.InvalidMetadataError as error:
        raise protocol.error(error.error, error.description) from None
    application = add_application(state, state.ids.new("client"), data)
    response: dict[str, Any] = {
        "client_id": application.client_id,
        "client_id_issued_at": int(application.created_at.timestamp()),
        "client_name": application.name,
        "redirect_uris": data.redirect_uris,
        "grant_types": data.grant_types,
        "response_types": ["code"],
        "token_endpoint_auth_method": data.auth_method,
    }
    if data.scopes:
        response["scope"] = " ".join(data.scopes)
    if data.auth_method != "none":
        response |= {"client_secret": _add_secret(state, application), "client_secret_expires_at": 0}
    return response


def add_application(state: State, client_id: str, data: ClientData) -> Application:
    """Store a new application that was not created by a user."""
    now = state.now()
    application = Application(
        id=state.ids.new("conn_app"),
        client_id=client_id,
        name=data.name,
        type="oauth",
        is_first_party=False,
        was_dynamically_registered=True,
        created_at=now,
        updated_at=now,
    )
    apply(application, data)
    return state.credentials.applications.add(application)


def apply(application: Application, data: ClientData) -> None:
    """Change an application to match its metadata."""
    application.name, application.scopes = data.name, data.scopes
    application.redirect_uris = [{"uri": uri, "default": not index} for index, uri in enumerate(data.redirect_uris)]
    application.uses_pkce = data.auth_method == "none"


def _add_secret(state: State, application: Application) -> str:
    now = state.now()
    secret = ClientSecret(
        id=state.ids.new("secret"),
        application_id=application.id,
        secret=state.ids.secret(64),
        created_at=now,
        updated_at=now,
    )
    return state.credentials.client_secrets.add(secret).secret
