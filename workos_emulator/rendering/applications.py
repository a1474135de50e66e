"""Connect applications, client secrets and authorized applications as JSON."""

from typing import Any

from workos_emulator.storage.clock import stamp, stamp_or_none
from workos_emulator.storage.objects.credentials import Application, ClientSecret
from workos_emulator.storage.objects.users import AuthorizedApplication
from workos_emulator.storage.state import State


def render_application(application: Application) -> dict[str, Any]:
    """Return the application as JSON."""
    result: dict[str, Any] = {
        "object": "connect_application",
        "id": application.id,
        "client_id": application.client_id,
        "application_type": application.type,
        "name": application.name,
        "description": application.description,
        "scopes": application.scopes,
        "created_at": stamp(application.created_at),
        "updated_at": stamp(application.updated_at),
    }
    if application.organization_id is not None:
        result["organization_id"] = application.organization_id
    if application.type == "oauth":
        result |= {
            "redirect_uris": application.redirect_uris,
            "uses_pkce": application.uses_pkce,
            "is_first_party": application.is_first_party,
            "was_dynamically_registered": application.was_dynamically_registered,
            "cors_origins": application.cors_origins,
        }
    return result


def render_client_secret(secret: ClientSecret) -> dict[str, Any]:
    """Return the client secret as JSON."""
    return {
        "object": "connect_application_secret",
        "id": secret.id,
        "secret_hint": secret.secret[-6:],
        "last_used_at": stamp_or_none(secret.last_used_at),
        "created_at": stamp(secret.created_at),
        "updated_at": stamp(secret.updated_at),
    }


def render_authorized_application(state: State, authorization: AuthorizedApplication) -> dict[str, Any]:
    """Return the authorization as JSON, as in a user's list."""
    application = state.credentials.applications.get(authorization.application_id)
    assert application is not None
    result: dict[str, Any] = {
        "object": "authorized_connect_application",
        "id": authorization.id,
        "granted_scopes": authorization.granted_scopes,
        "application": render_application(application),
    }
    if authorization.oauth_resources:
        result["oauth_resource"] = authorization.oauth_resources[0]
    return result


def render_authorization_with_user(state: State, authorization: AuthorizedApplication) -> dict[str, Any]:
    """Return the authorization as JSON, as in an organization's list."""
    return {**render_authorized_application(state, authorization), "user_id": authorization.user_id}
