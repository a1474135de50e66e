"""Handlers of Connect applications and their client secrets."""

from typing import Any

from workos_emulator.api import organizations
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth import oauth
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.applications import render_application, render_client_secret
from workos_emulator.storage.deletion import sign_in_dependents
from workos_emulator.storage.objects.credentials import Application, ClientSecret

_MAX_SECRETS = 5


@operation("listConnectApplications")
def list_applications(call: Call) -> Result:
    """List Connect applications, filtered by organization and registration type."""
    applications, organization_id = call.state.credentials.applications, call.query.get("organization_id")
    numbers = None if organization_id is None else applications.numbers("organization", organization_id)
    registration_types = call.query.get("registration_types") or ("authenticated",)

    def keep(application: Application) -> bool:
        return ("dynamic" if application.was_dynamically_registered else "authenticated") in registration_types

    return call.page(applications, render_application, numbers=numbers, keep=keep)


@operation("createConnectApplication")
def create(call: Call) -> Result:
    """Create a Connect application. A third-party OAuth application must belong to an organization."""
    body, state, now = call.body, call.state, call.state.now()
    is_oauth, organization_id = body["application_type"] == "oauth", body.get("organization_id")
    if organization_id is not None:
        organizations.find_organization(call, organization_id)
    elif is_oauth and not body["is_first_party"]:
        raise errors.invalid_field("organization_id", "required")
    id = state.ids.new("conn_app")
    application = Application(
        id=id,
        client_id=state.ids.reserved("client_id") or f"client_{id.removeprefix('conn_app_')}",
        name=body["name"],
        type=body["application_type"],
        description=body.get("description"),
        scopes=body.get("scopes") or [],
        organization_id=organization_id,
        redirect_uris=_redirect_uris(call) or [],
        uses_pkce=body.get("uses_pkce") or False,
        is_first_party=body.get("is_first_party", True),
        cors_origins=_origins(call) or [],
        created_at=now,
        updated_at=now,
    )
    return render_application(state.credentials.applications.add(application))


@operation("getConnectApplication")
def get(call: Call) -> Result:
    """Get a Connect application by its ID or client ID."""
    return render_application(_get(call))


@operation("updateConnectApplication")
def update(call: Call) -> Result:
    """Update the fields in the body; null clears a field."""
    application, body = _get(call), call.body
    redirect_uris, origins = _redirect_uris(call), _origins(call)
    if application.type == "m2m":
        for name in ("redirect_uris", "cors_origins"):
            if body.get(name):
                raise errors.invalid_field(name, "not_allowed")
    if redirect_uris is not None:
        application.redirect_uris = redirect_uris
    if origins is not None:
        application.cors_origins = origins
    for name in ("name", "description"):
        if name in body:
            setattr(application, name, body[name])
    if "scopes" in body:
        application.scopes = body["scopes"] or []
    application.updated_at = call.state.now()
    call.state.credentials.applications.changed(application)
    return render_application(application)


@operation("deleteConnectApplication")
def delete(call: Call) -> Result:
    """Delete a Connect application with its client secrets and the authorizations that users granted it."""
    sign_in_dependents.delete_application(call.state, _get(call))
    return None


@operation("listConnectApplicationClientSecrets")
def list_secrets(call: Call) -> Result:
    """List the client secrets of a Connect application, without their values."""
    secrets = call.state.credentials.client_secrets.group("application", _get(call).id)
    return [render_client_secret(secret) for secret in reversed(secrets)]


@operation("createConnectApplicationClientSecret")
def create_secret(call: Call) -> Result:
    """Create a client secret. An application can have at most five."""
    application, state, now = _get(call), call.state, call.state.now()
    if len(state.credentials.client_secrets.numbers("application", application.id)) >= _MAX_SECRETS:
        raise errors.plain(422, f"An application can have at most {_MAX_SECRETS} client secrets.")
    secret = ClientSecret(
        id=state.ids.new("secret"),
        application_id=application.id,
        secret=state.ids.reserved("client_secret") or state.ids.secret(64),
        created_at=now,
        updated_at=now,
    )
    return {**render_client_secret(state.credentials.client_secrets.add(secret)), "secret": secret.secret}


@operation("deleteConnectClientSecret")
def delete_secret(call: Call) -> Result:
    """Delete a client secret."""
    if call.state.credentials.client_secrets.remove(call.path["client_secret_id"]) is None:
        raise call.not_found("Client secret", call.path["client_secret_id"])
    return None


def _get(call: Call) -> Application:
    id, applications = call.path["application_id"], call.state.credentials.applications
    application = applications.get(id) or applications.find("client_id", id)
    if application is None:
        raise call.not_found("Connect application", id)
    return application


def _redirect_uris(call: Call) -> list[dict[str, Any]] | None:
    """Return the redirect URIs of the body, with exactly one default; None if the body has none."""
    if "redirect_uris" not in call.body:
        return None
    redirect_uris: list[dict[str, Any]] = call.body["redirect_uris"] or []
    problems = [
        {"field": f"redirect_uris.{index}.uri", "code": code}
        for index, item in enumerate(redirect_uris)
        if (code := oauth.redirect_uri_problem(item["uri"]))
    ]
    if problems:
        raise errors.invalid(problems)
    default = next((index for index, item in enumerate(redirect_uris) if item.get("default")), 0)
    return [{"uri": item["uri"], "default": index == default} for index, item in enumerate(redirect_uris)]


def _origins(call: Call) -> list[str] | None:
    if "cors_origins" not in call.body:
        return None
    origins: list[str] = call.body["cors_origins"] or []
    problems = [
        {"field": f"cors_origins.{index}", "code": "invalid_format"}
        for index, origin in enumerate(origins)
        if not oauth.is_origin(origin)
    ]
    if problems:
        raise errors.invalid(problems)
    return list(dict.fromkeys(origins))
