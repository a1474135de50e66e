"""Token introspection (RFC 7662) and the userinfo endpoint."""

from typing import Any

from workos_emulator.auth import credentials
from workos_emulator.auth.authorization_server import clients, consents, metadata, protocol, tokens
from workos_emulator.auth.authorization_server.protocol import Parameters
from workos_emulator.http.messages import Request
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.objects.credentials import Application
from workos_emulator.storage.state import State

_INACTIVE = {"active": False}
_COPIED = ("iss", "sub", "iat", "exp", "jti", "sid", "org_id")


def introspect(environment: Environment, request: Request) -> dict[str, Any]:
    """Return whether a token is active, and its details.

    A third-party application and a public client learn about their own tokens, a first-party application and the environment's
    own client (with the API key as its secret) about all of them.

    Raises:
        ApiError: 400 `invalid_request` or 401 `invalid_client`.
    """
    form = protocol.read_form(request)
    caller = _authenticate(environment, request, form)
    token = protocol.require(form, "token")
    found = _access_token(environment, token) or _refresh_token(
        environment.state, metadata.issuer(environment.state, request), token
    )
    if found is None:
        return _INACTIVE
    application_id, details = found
    if caller is not None and application_id != caller.id and (caller.is_public or not caller.is_first_party):
        return _INACTIVE
    client_id = environment.state.credentials.applications.require(application_id).client_id
    return {"active": True, "client_id": client_id, **details}


def _authenticate(environment: Environment, request: Request, form: Parameters) -> Application | None:
    """Return the application that sent the request; None for the environment's own client."""
    client_id, secret, _ = clients.read_credentials(request, form)
    if secret is not None and credentials.secrets_equal(client_id, environment.client_id):
        if credentials.secrets_equal(secret, environment.api_key):
            return None
        raise protocol.error("invalid_client", "The client secret must be the API key of the environment.", 401)
    return clients.authenticate(environment, request, form)


def _access_token(environment: Environment, token: str) -> tuple[str, dict[str, Any]] | None:
    active = tokens.find_active(environment, token)
    if active is None:
        return None
    claims, stored = active
    details = {name: claims[name] for name in _COPIED if name in claims}
    return stored.application_id, {"token_type": "access_token", **details}


def _refresh_token(state: State, issuer: str, token: str) -> tuple[str, dict[str, Any]] | None:
    stored = state.connect.refresh_tokens.get(token)
    grant = state.connect.grants.get(stored.grant_id) if stored else None
    if stored is None or stored.used_at is not None or grant is None or not consents.is_valid(state, grant):
        return None
    details: dict[str, Any] = {
        "token_type": "refresh_token",
        "iss": issuer,
        "sub": grant.user_id,
        "iat": int(stored.created_at.timestamp()),
    }
    if grant.organization_id is not None:
        details["org_id"] = grant.organization_id
    return grant.application_id, details


def userinfo(environment: Environment, request: Request) -> dict[str, Any]:
    """Return the claims about the user of an access token.

    Raises:
        ApiError: 401 `invalid_token`, or 403 `insufficient_scope` without the scope `openid`.
    """
    token = credentials.bearer_token(request)
    if not token:
        raise protocol.error("invalid_request", "Send the access token in the Authorization header.", 401, _challenge())
    active = tokens.find_active(environment, token)
    if active is None:
        description = "The access token is invalid, expired or revoked."
        raise protocol.error("invalid_token", description, 401, _challenge("invalid_token", description))
    _, stored = active
    grant = environment.state.connect.grants.get(stored.grant_id or "")
    if grant is None or "openid" not in stored.scopes:
        description = "The access token does not have the scope openid of a user."
        raise protocol.error("insufficient_scope", description, 403, _challenge("insufficient_scope", description))
    return tokens.user_claims(environment.state.users.require(grant.user_id), stored.scopes)


def _challenge(error: str = "", description: str = "") -> dict[str, str]:
    """Return the header of RFC 6750, section 3."""
    details = f', error="{error}", error_description="{description}"' if error else ""
    return {"www-authenticate": f'Bearer realm="WorkOS Connect"{details}'}
