"""Authentication factors and challenges as JSON."""

from typing import Any

from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.auth_factors import Challenge, Factor


def render_challenge(challenge: Challenge, *, with_code: bool = False) -> dict[str, Any]:
    """Return the challenge as JSON, on request with the code that the application delivers itself."""
    result: dict[str, Any] = {
        "object": "authentication_challenge",
        "id": challenge.id,
        "expires_at": stamp(challenge.expires_at),
        "authentication_factor_id": challenge.factor_id,
        "created_at": stamp(challenge.created_at),
        "updated_at": stamp(challenge.updated_at),
    }
    if with_code and challenge.code:
        result["code"] = challenge.code
    return result


def render_factor(factor: Factor, secret: dict[str, str] | None = None) -> dict[str, Any]:
    """Return the factor as JSON. Only the enrollment response includes the fields of `secret`."""
    result: dict[str, Any] = {
        "object": "authentication_factor",
        "id": factor.id,
        "type": factor.type,
        "created_at": stamp(factor.created_at),
        "updated_at": stamp(factor.updated_at),
    }
    if factor.user_id is not None:
        result["user_id"] = factor.user_id
    if factor.type == "sms":
        result["sms"] = {"phone_number": factor.phone_number}
    if factor.type == "totp":
        result["totp"] = {"issuer": factor.issuer, "user": factor.account, **(secret or {})}
    return result
