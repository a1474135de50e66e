"""Handlers of SSO connections."""

from collections.abc import Mapping
from functools import partial
from typing import Any, cast

from workos_emulator.api import organizations
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors, spec
from workos_emulator.rendering.sso import render_connection
from workos_emulator.storage.deletion import sign_in_dependents
from workos_emulator.storage.objects.sso import Connection
from workos_emulator.storage.state import State, fold

_OPTIONS = ("attribute_maps", "saml_options", "oidc_options")


def find_connection(call: Call) -> Connection:
    """Return the connection in the path.

    Raises:
        ApiError: The operation's documented error if it does not exist, by default 404.
    """
    connection = call.state.sso.connections.get(call.path["connection_id"])
    if connection is None:
        raise call.not_found("Connection", call.path["connection_id"])
    return connection


def add_connection(
    state: State, organization_id: str | None, type: str, name: str, status: str, **fields: Any
) -> Connection:
    """Create a connection."""
    now = state.now()
    connection = Connection(
        id=state.ids.new("conn"),
        organization_id=organization_id,
        type=type,
        name=name,
        state=status,
        created_at=now,
        updated_at=now,
        **fields,
    )
    return state.sso.connections.add(connection)


def set_state(state: State, connection: Connection, status: str) -> None:
    """Activate or deactivate a connection (`connection.activated`, `connection.deactivated`)."""
    connection.state, connection.updated_at = status, state.now()
    state.sso.connections.changed(connection)


@operation("listConnections")
def list_connections(call: Call) -> Result:
    """List connections, filtered by type, domain, organization and a substring of the name."""
    state, query, connections = call.state, call.query, call.state.sso.connections
    numbers = None
    if "organization_id" in query:
        numbers = connections.numbers("organization", query["organization_id"])
    if "domain" in query:
        owner = state.domains.find("domain", fold(query["domain"]))
        domain_numbers = connections.numbers("organization", owner.organization_id if owner else "")
        numbers = domain_numbers if numbers is None else sorted(set(domain_numbers).intersection(numbers))
    kind, search = query.get("connection_type"), fold(query.get("search", ""))

    def keep(connection: Connection) -> bool:
        # The filter uses GithubOAuth where responses use GitHubOAuth.
        matches_type = kind is None or fold(kind) == fold(connection.type)
        return matches_type and connection.organization_id is not None and search in fold(connection.name)

    return call.page(connections, partial(render_connection, state), numbers=numbers, keep=keep)


@operation("createConnection")
def create(call: Call) -> Result:
    """Create a connection. It is active immediately if the body has its type and the options of the identity provider."""
    body = call.body
    organization = organizations.find_organization(call, body["organization_id"])
    type = _type(call) or "Pending"
    options = {name: body[name] for name in _OPTIONS if body.get(name) is not None}
    name = body.get("name") or organization.name
    status = _state(type, options)
    connection = add_connection(
        call.state, organization.id, type, name, status, external_id=body.get("external_id"), options=options
    )
    return render_connection(call.state, connection)


@operation("getConnection")
def get(call: Call) -> Result:
    """Get a connection."""
    return render_connection(call.state, find_connection(call))


@operation("updateConnection")
def update(call: Call) -> Result:
    """Update the fields in the body; null clears a field."""
    connection, body = find_connection(call), call.body
    type = _type(call)
    if type is not None:
        connection.type = type
    for name in ("name", "external_id"):
        if name in body:
            setattr(connection, name, body[name])
    for name in _OPTIONS:
        if name in body:
            connection.options[name] = _merge_options(connection.options.get(name), body[name])
    if connection.state in ("requires_type", "draft"):
        connection.state = _state(connection.type, connection.options)
    connection.updated_at = call.state.now()
    call.state.sso.connections.changed(connection)
    return render_connection(call.state, connection)


@operation("deleteConnection")
def delete(call: Call) -> Result:
    """Delete a connection with its certificates and profiles."""
    sign_in_dependents.delete_connection(call.state, find_connection(call))
    return None


def _type(call: Call) -> str | None:
    type = call.body.get("connection_type")
    known = cast(list[str], spec.load().at("/components/schemas/ConnectionType")["enum"])
    if type is not None and type not in known:
        raise errors.invalid_field("connection_type", "invalid_value")
    return cast(str | None, type)


def _state(type: str, options: Mapping[str, Any]) -> str:
    if type == "Pending":
        return "requires_type"
    return "active" if options.get("saml_options") or options.get("oidc_options") else "draft"


def _merge_options(old: Any, patch: Any) -> Any:
    """Apply a JSON Merge Patch: omitted fields keep their value, null removes a field."""
    if not isinstance(patch, dict):
        return patch
    result: dict[str, Any] = dict(cast(dict[str, Any], old)) if isinstance(old, dict) else {}
    for name, value in cast(dict[str, Any], patch).items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = _merge_options(result.get(name), value)
    return result
