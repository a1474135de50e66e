"""The token endpoint and its grants (RFC 6749, section 5)."""

import re
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from workos_emulator.auth import credentials, sign_in
from workos_emulator.auth.authorization_server import (
    clients,
    consents,
    device,
    metadata,
    protocol,
    resources,
    scopes,
    tokens,
)
from workos_emulator.auth.authorization_server.protocol import Parameters
from workos_emulator.http.messages import Request
from workos_emulator.storage.deletion import sign_in_dependents
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.objects.connect import ConnectCode, ConnectGrant, ConnectRefreshToken
from workos_emulator.storage.objects.credentials import Application
from workos_emulator.storage.state import State

_VERIFIER = re.compile(r"[A-Za-z0-9._~-]{43,128}")

DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code"


@dataclass(slots=True, frozen=True)
class TokenRequest:
    """A request to the token endpoint from an authenticated client."""

    environment: Environment
    issuer: str
    application: Application
    form: Parameters

    @property
    def state(self) -> State:
        """The stored objects."""
        return self.environment.state


def exchange(environment: Environment, request: Request) -> dict[str, Any]:
    """Authenticate the client and return the response of its grant.

    Raises:
        ApiError: 400 or 401 with a code of RFC 6749, RFC 8628 or RFC 8707.
    """
    form = protocol.read_form(request)
    grant_type = protocol.require(form, "grant_type")
    application = clients.authenticate(environment, request, form)
    grant = _GRANTS.get(grant_type)
    if grant is None:
        raise protocol.error("unsupported_grant_type", f"The grant type {grant_type!r} is not supported.")
    if (application.type == "m2m") != (grant_type == "client_credentials"):
        kind = "M2M" if application.type == "m2m" else "OAuth"
        raise protocol.error("unauthorized_client", f"{kind} applications may not use the grant type {grant_type}.")
    issuer = metadata.issuer(environment.state, request)
    try:
        return grant(TokenRequest(environment, issuer, application, form))
    except scopes.UnknownScopeError as error:
        raise protocol.error("invalid_scope", str(error)) from None
    except resources.InvalidTargetError as error:
        raise protocol.error("invalid_target", str(error)) from None


def _authorization_code(request: TokenRequest) -> dict[str, Any]:
    state, form = request.state, request.form
    code = state.connect.codes.get(protocol.require(form, "code"))
    grant = _find_grant(request, code)
    if code is None or grant is None or code.expires_at <= state.now():
        raise protocol.error("invalid_grant", "The authorization code is unknown, expired or revoked.")
    if code.used_at is not None:
        sign_in_dependents.delete_grant(state, grant)
        raise protocol.error("invalid_grant", "The authorization code has already been used; its tokens are revoked.")
    redirect_uri = form.get("redirect_uri")
    if redirect_uri != code.redirect_uri and (redirect_uri is not None or code.is_redirect_uri_given):
        raise protocol.error("invalid_grant", "redirect_uri differs from that of the authorization request.")
    _check_verifier(form.get("code_verifier"), code.code_challenge)
    audience = resources.narrow(state, grant.resources, form.all("resource"))
    response = tokens.issue(
        request.environment,
        request.issuer,
        grant,
        scopes=grant.scopes,
        resources=audience,
        shows_scope=grant.has_default_scopes,
        with_nonce=True,
    )
    code.used_at = code.updated_at = state.now()
    state.connect.codes.changed(code)
    return response


def _check_verifier(verifier: str | None, challenge: str | None) -> None:
    if challenge is None:
        if verifier is not None:
            raise protocol.error("invalid_grant", "The authorization request had no code_challenge.")
        return
    if verifier is None:
        raise protocol.error(
            "invalid_grant", "code_verifier is required: the authorization request had a code_challenge."
        )
    if _VERIFIER.fullmatch(verifier) is None:
        text = "code_verifier must have 43 to 128 letters, digits, hyphens, periods, underscores and tildes."
        raise protocol.error("invalid_request", text)
    digest = urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")
    if not credentials.secrets_equal(digest, challenge):
        raise protocol.error("invalid_grant", "The code_verifier does not match the code_challenge.")


def _refresh_token(request: TokenRequest) -> dict[str, Any]:
    state, form = request.state, request.form
    token = state.connect.refresh_tokens.get(protocol.require(form, "refresh_token"))
    grant = _find_grant(request, token)
    if token is None or grant is None:
        raise protocol.error("invalid_grant", "The refresh token is unknown or revoked.")
    if token.used_at is not None and token.used_at + state.settings.refresh_token_grace <= state.now():
        sign_in_dependents.delete_grant(state, grant)
        raise protocol.error("invalid_grant", "The refresh token has already been used; its tokens are revoked.")
    requested = form.get("scope")
    selected = grant.scopes if requested is None else scopes.parse(requested)
    for scope in selected:
        if scope not in grant.scopes:
            raise scopes.UnknownScopeError(f"The scope {scope!r} was not granted.")
    audience = resources.narrow(state, grant.resources, form.all("resource"))
    response = tokens.issue(
        request.environment,
        request.issuer,
        grant,
        scopes=selected,
        resources=audience,
        shows_scope=grant.has_default_scopes and requested is None,
    )
    token.used_at = token.used_at or state.now()
    state.connect.refresh_tokens.changed(token)
    return response


def _find_grant(request: TokenRequest, issued: ConnectCode | ConnectRefreshToken | None) -> ConnectGrant | None:
    """Return the valid grant of a code or refresh token that was issued to the client of the request."""
    grant = request.state.connect.grants.get(issued.grant_id) if issued else None
    if grant is None or grant.application_id != request.application.id or not consents.is_valid(request.state, grant):
        return None
    return grant


def _client_credentials(request: TokenRequest) -> dict[str, Any]:
    requested = request.form.get("scope")
    selected = scopes.select(request.application, requested)
    resources.select(request.state, request.form.all("resource"))  # tokens of M2M applications have no audience
    shows_scope = requested is None and bool(selected)
    return tokens.issue_m2m(request.environment, request.issuer, request.application, selected, shows_scope=shows_scope)


def _device_code(request: TokenRequest) -> dict[str, Any]:
    state, application = request.state, request.application
    approved = device.find_approved(state, application, protocol.require(request.form, "device_code"))
    audience = resources.narrow(state, approved.resources, request.form.all("resource"))
    sign_in.template_claims(state, approved.user_id, approved.organization_id)  # raises before the code is used up
    grant = device.redeem(state, application, approved)
    return tokens.issue(
        request.environment,
        request.issuer,
        grant,
        scopes=grant.scopes,
        resources=audience,
        shows_scope=grant.has_default_scopes,
        token_type="Bearer",  # noqa: S106 - not a secret
    )


_GRANTS: dict[str, Callable[[TokenRequest], dict[str, Any]]] = {
    "authorization_code": _authorization_code,
    "refresh_token": _refresh_token,
    "client_credentials": _client_credentials,
    DEVICE_CODE: _device_code,
}
