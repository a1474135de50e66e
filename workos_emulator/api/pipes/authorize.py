"""Handlers of connecting an account through OAuth. The emulated provider's page grants access immediately."""

from base64 import urlsafe_b64encode
from datetime import timedelta
from hashlib import sha256
from urllib.parse import urlencode

from workos_emulator.api.pipes.connect import PROVIDER_PATH, connect_account
from workos_emulator.api.pipes.shared import Owner, emit_account_event
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.pipes import render_connected_account
from workos_emulator.storage.objects.pipes import PipesAuthorization

_LIFETIME = timedelta(minutes=10)


@operation("authorizeDataIntegration")
def authorize(call: Call) -> Result:
    """Start connecting an account and return the URL of the provider's page."""
    owner, body, now = Owner(call, call.body), call.body, call.state.now()
    if "oauth" not in owner.integration.auth_methods:
        raise errors.plain(400, "The integration does not allow the auth method 'oauth'.")
    if not owner.integration.enabled:
        raise errors.plain(403, "The integration is disabled.")
    challenge, return_to = body.get("code_challenge"), body.get("return_to")
    if challenge is not None and (return_to is None or "?" in return_to or "#" in return_to):
        raise errors.plain(400, "code_challenge requires return_to, which must have no query or fragment.")
    account = None
    if body.get("connection_intent") == "reauthorize":
        account = owner.find(call, body.get("connected_account_id"))
        if account is None:
            raise errors.not_found("Connected account", call.path["slug"])
    authorization = PipesAuthorization(
        id=call.state.ids.secret(32),
        integration_id=owner.integration.id,
        account={
            "user_id": owner.user_id,
            "organization_id": owner.organization_id,
            "established_by": owner.actor_id,
            "config": body.get("config", {}),
            "display_name": body.get("account_display_name"),
            "add": body.get("connection_intent") == "add",
        },
        return_to=return_to,
        code_challenge=challenge,
        reauthorize_id=account.id if account else None,
        expires_at=now + _LIFETIME,
        created_at=now,
        updated_at=now,
    )
    for expired in [other for other in call.state.pipes.authorizations if other.expires_at <= now]:
        call.state.pipes.authorizations.remove(expired.id)
    call.state.pipes.authorizations.add(authorization)
    url = f"{call.request.base_url}{PROVIDER_PATH}?{urlencode({'state': authorization.id})}"
    return {"url": url, "state": authorization.id, "completion": "finish_required" if challenge else None}


@operation("finishDataIntegrationConnection")
def finish(call: Call) -> Result:
    """Finish a connection with its code and verifier. A code can be used once, even if the verifier is wrong."""
    state, body = call.state, call.body
    authorization = state.pipes.authorizations.find("connect_code", body["connect_code"])
    if authorization is None or authorization.expires_at <= state.now():
        raise errors.plain(400, "The connect_code is unknown, used or expired.")
    state.pipes.authorizations.remove(authorization.id)
    digest = sha256(body["code_verifier"].encode()).digest()
    if urlsafe_b64encode(digest).decode().rstrip("=") != authorization.code_challenge:
        raise errors.plain(400, "The code_verifier does not match the code_challenge.")
    account = connect_account(state, authorization)
    if account is None:
        raise errors.plain(400, "The integration or the owner of the account no longer exists.")
    emit_account_event(state, account, "connected")
    return {"connected_account": render_connected_account(state, account)}
