"""Handlers of the environment's CORS origins, redirect URIs, OAuth resources and JWT template."""

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth import jwt_template, oauth
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.configuration import (
    render_connect_resource,
    render_cors_origin,
    render_jwt_template,
    render_redirect_uri,
)
from workos_emulator.storage.objects.configuration import Address, CorsOrigin, JwtTemplate
from workos_emulator.storage.store import Collection


@operation("listCorsOrigins")
def list_origins(call: Call) -> Result:
    """List the CORS origins."""
    return call.page(call.state.configuration.cors_origins, render_cors_origin)


@operation("createCorsOrigin")
def create_origin(call: Call) -> Result:
    """Create a CORS origin."""
    origin, state, now = call.body["origin"], call.state, call.state.now()
    if not oauth.is_origin(origin):
        raise errors.invalid_field("origin", "invalid_format")
    if state.configuration.cors_origins.find("origin", origin):
        raise errors.coded(409, "cors_origin_already_exists", f"The CORS origin {origin} already exists.")
    added = CorsOrigin(id=state.ids.new("cors_origin"), origin=origin, created_at=now, updated_at=now)
    return render_cors_origin(state.configuration.cors_origins.add(added))


@operation("listRedirectUris")
def list_redirect_uris(call: Call) -> Result:
    """List the redirect URIs."""
    return call.page(call.state.configuration.redirect_uris, render_redirect_uri)


@operation("createRedirectUri")
def create_redirect_uri(call: Call) -> Result:
    """Create a redirect URI. The first one becomes the default; from then on, only registered redirect URIs are allowed."""
    uri, uris = call.body["uri"], call.state.configuration.redirect_uris
    if code := oauth.redirect_uri_problem(uri):
        raise errors.invalid_field("uri", code)
    if uris.find("uri", uri):
        raise errors.plain(400, f"The redirect URI {uri} already exists.")
    return render_redirect_uri(_add(call, uris, "redirect_uri", uri, default=not len(uris)))


@operation("deleteRedirectUri")
def delete_redirect_uri(call: Call) -> Result:
    """Delete a redirect URI. The default one can only be deleted last."""
    uris = call.state.configuration.redirect_uris
    address = _find(call, uris, "Redirect URI", call.path["redirect_uri_id"])
    if address.default and len(uris) > 1:
        raise errors.plain(409, "The default redirect URI cannot be deleted.")
    uris.remove(address.id)
    return None


@operation("listAuthkitOauthResources")
def list_resources(call: Call) -> Result:
    """List the OAuth resources."""
    return call.page(call.state.configuration.oauth_resources, render_connect_resource)


@operation("createAuthkitOauthResource")
def create_resource(call: Call) -> Result:
    """Create an OAuth resource, or return the existing one with this URI. A new default replaces the previous one."""
    resources, uri = call.state.configuration.oauth_resources, call.body["uri"]
    is_default = call.body.get("default", False)
    if oauth.redirect_uri_problem(uri) is not None:
        raise errors.invalid_field("uri", "invalid_format")
    if is_default:
        for other in resources:
            other.default = False
    resource = resources.find("uri", uri) or _add(call, resources, "authkit_oauth_resource", uri, default=is_default)
    resource.default = resource.default or is_default
    return render_connect_resource(resource)


@operation("deleteAuthkitOauthResource")
def delete_resource(call: Call) -> Result:
    """Delete an OAuth resource."""
    resources = call.state.configuration.oauth_resources
    resources.remove(_find(call, resources, "OAuth resource", call.path["authkit_oauth_resource_id"]).id)
    return None


@operation("getJwtTemplate")
def get_jwt_template(call: Call) -> Result:
    """Get the JWT template."""
    template = call.state.configuration.jwt_template
    if template is None:
        raise errors.plain(404, "No JWT template is configured.")
    return render_jwt_template(template)


@operation("updateJwtTemplate")
def update_jwt_template(call: Call) -> Result:
    """Set the JWT template for future access tokens."""
    content, configuration, now = call.body["content"], call.state.configuration, call.state.now()
    try:
        jwt_template.check(content)
    except ValueError:
        raise errors.invalid_field("content", "invalid_template") from None
    template = configuration.jwt_template or JwtTemplate(content=content, created_at=now, updated_at=now)
    template.content, template.updated_at = content, now
    configuration.jwt_template = template
    return render_jwt_template(template)


def _add(call: Call, addresses: Collection[Address], prefix: str, uri: str, *, default: bool) -> Address:
    now = call.state.now()
    return addresses.add(
        Address(id=call.state.ids.new(prefix), uri=uri, default=default, created_at=now, updated_at=now)
    )


def _find(call: Call, addresses: Collection[Address], kind: str, id: str) -> Address:
    address = addresses.get(id)
    if address is None:
        raise call.not_found(kind, id)
    return address
