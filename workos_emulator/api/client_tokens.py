"""Tokens for browsers: for widgets and for the Client API. Both are JWTs that the environment's key signs, good for an hour."""

from typing import Any

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors

_SECONDS = 3600


def _check(call: Call, organization_id: str | None, user_id: str | None) -> None:
    """See that organization and user are there, and that the user is an active member.

    Raises:
        ApiError: 404, or 422 for somebody who is no active member.
    """
    if organization_id is not None and organization_id not in call.state.organizations:
        raise errors.not_found("Organization", organization_id)
    if user_id is not None and user_id not in call.state.users:
        raise errors.not_found("User", user_id)
    if organization_id is not None and user_id is not None:
        membership = call.state.memberships.find("pair", (user_id, organization_id))
        if membership is None or membership.status != "active":
            raise errors.plain(422, "The user is not an active member of the organization.")


def _token(
    call: Call, audience: str, organization_id: str | None, user_id: str | None, **extra_claims: Any
) -> dict[str, str]:
    now = int(call.state.now().timestamp())
    claims: dict[str, Any] = {
        "iss": call.state.settings.issuer,
        "aud": audience,
        "jti": call.state.ids.ulid(),
        "client_id": call.environment.client_id,
        "iat": now,
        "exp": now + _SECONDS,
        **extra_claims,
    }
    claims |= {name: value for name, value in (("sub", user_id), ("org_id", organization_id)) if value is not None}
    return {"token": call.environment.signing_key.sign(claims)}


@operation("createWidgetToken", behavior="computed")
def create_widget_token(call: Call) -> Result:
    """Sign a token for widgets. Whether the user's role allows the scopes is not looked at."""
    organization_id, user_id = call.body.get("organization_id"), call.body.get("user_id")
    scopes = list(dict.fromkeys(call.body.get("scopes", [])))
    if organization_id is None and (scopes or user_id is None):
        raise errors.ApiError(400, {"message": ["organization_id must be given"], "error": "Bad Request"})
    _check(call, organization_id, user_id)
    return _token(call, "widgets", organization_id, user_id, scopes=scopes)


@operation("createClientApiToken", behavior="computed")
def create_client_token(call: Call) -> Result:
    """Sign a token for the Client API."""
    _check(call, call.body["organization_id"], call.body["user_id"])
    return _token(call, "client_api", call.body["organization_id"], call.body["user_id"])
