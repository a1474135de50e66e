"""The types of the `mcp` SDK."""

from typing import Any

from workos_mcp._principal import Principal

try:
    from mcp.server.auth.provider import AccessToken
    from mcp.server.auth.settings import AuthSettings
except ModuleNotFoundError as error:
    if error.name != "mcp":
        raise
    raise ModuleNotFoundError("this requires mcp: pip install 'workos-async[mcp]'", name="mcp") from None


def auth_settings(issuer: str, resource: str) -> AuthSettings:
    """Return the settings of a server whose verifier checks the audience itself."""
    settings: dict[str, Any] = {"issuer_url": issuer, "resource_server_url": resource}
    if "validate_token_resource" in AuthSettings.model_fields:
        settings["validate_token_resource"] = True
    return AuthSettings(**settings)


def access_token(principal: Principal, resource: str, base: Any = AccessToken) -> Any:
    """Return a verified token in the form of the SDK, or of a class derived from it. Fields that the installed version doesn't have are omitted."""
    claims = principal.claims
    fields: dict[str, Any] = {
        "token": principal.token,
        "client_id": claims.client_id or claims.sid or claims.sub,
        "scopes": list(claims.scopes),
        "expires_at": int(claims.exp.timestamp()),
        "resource": resource,
        "subject": claims.sub,
        "claims": dict(claims.claims),
    }
    return base(**{name: value for name, value in fields.items() if name in base.model_fields})
