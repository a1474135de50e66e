"""Handlers of widget tokens and Client API tokens: JWTs signed with the environment's key, valid for one hour."""

from typing import Any

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors

_LIFETIME_SECONDS = 3600


def _check_membership(call: Call, organization_id: str | None, user_id: str | None) -> None:
    """Check that the organization and the user exist, and that the user is an active member.

    Raises:
        ApiError: 404 if one does not exist, 422 if the user is not an active member.
    """
    if organization_id is not None and organization_id not in call.state.organizations:
        raise errors.not_found("Organization", organization_id)
    if user_id is not None and user_id not in call.state.users:
        raise errors.not_found("User", user_id)
    if organization_id is not None and user_id is not None:
        membership = call.state.memberships.find("pair", (user_id, organization_id))
        if membership is None or membership.status != "active":
            raise errors.plain(422, "The user is not an active member of the organization.")


def _sign_token(
    call: Call, audience: str, organization_id: str | None, user_id: str | None, **extra_claims: Any
) -> dict[str, str]:
    now = int(call.state.now().timestamp())
    claims: dict[str, Any] = {
        "iss": call.state.settings.issuer,
        "aud": audience,
        "jti": call.state.ids.ulid(),
        "client_id": call.environment.client_id,
        "iat": now,
        "exp": now + _LIFETIME_SECONDS,
        **extra_claims,
    }
    claims |= {name: value for name, value in (("sub", user_id), ("org_id", organization_id)) if value is not None}
    return {"token": call.environment.signing_key.sign(claims)}


@operation("createWidgetToken", behavior="computed")
def create_widget_token(call: Call) -> Result:
    """Create a widget token. The emulator does not check that the user's roles allow the scopes."""
    organization_id, user_id = call.body.get("organization_id"), call.body.get("user_id")
    scopes = list(dict.fromkeys(call.body.get("scopes", [])))
    if organization_id is None and (scopes or user_id is None):
        raise errors.ApiError(400, {"message": ["organization_id must be given"], "error": "Bad Request"})
    _check_membership(call, organization_id, user_id)
    return _sign_token(call, "widgets", organization_id, user_id, scopes=scopes)


@operation("createClientApiToken", behavior="computed")
def create_client_token(call: Call) -> Result:
    """Create a Client API token."""
    _check_membership(call, call.body["organization_id"], call.body["user_id"])
    return _sign_token(call, "client_api", call.body["organization_id"], call.body["user_id"])
