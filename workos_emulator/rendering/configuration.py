"""CORS origins, redirect URIs, OAuth resources and the JWT template as JSON."""

from typing import Any

from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.configuration import Address, CorsOrigin, JwtTemplate


def render_cors_origin(origin: CorsOrigin) -> dict[str, Any]:
    """Return the CORS origin as JSON."""
    return {
        "object": "cors_origin",
        "id": origin.id,
        "origin": origin.origin,
        "created_at": stamp(origin.created_at),
        "updated_at": stamp(origin.updated_at),
    }


def render_redirect_uri(address: Address) -> dict[str, Any]:
    """Return the redirect URI as JSON."""
    return _render_address("redirect_uri", address)


def render_connect_resource(address: Address) -> dict[str, Any]:
    """Return the OAuth resource as JSON."""
    return _render_address("authkit_oauth_resource", address)


def _render_address(kind: str, address: Address) -> dict[str, Any]:
    return {
        "object": kind,
        "id": address.id,
        "uri": address.uri,
        "default": address.default,
        "created_at": stamp(address.created_at),
        "updated_at": stamp(address.updated_at),
    }


def render_jwt_template(template: JwtTemplate) -> dict[str, Any]:
    """Return the JWT template as JSON."""
    return {
        "object": "jwt_template",
        "content": template.content,
        "created_at": stamp(template.created_at),
        "updated_at": stamp(template.updated_at),
    }
