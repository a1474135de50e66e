"""The start page of single sign-on: the connections of the organization, and the choice of an identity provider."""

from typing import Any

from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.admin_portal.portal_request import PortalRequest, portal_page
from workos_emulator.pages.admin_portal.providers import IDENTITY_PROVIDERS, identity_provider
from workos_emulator.pages.html import Link
from workos_emulator.pages.page_request import LocalizedError
from workos_emulator.storage.objects.sso import Connection


@portal_page("/sso", "sso")
def sso(request: PortalRequest) -> Response:
    """List the connections; without one, ask for the identity provider at once."""
    connections = request.state.sso.connections.group("organization", request.organization.id)
    if not connections:
        return request.redirect("/sso/provider")
    rows = [
        (Link(each.name, _page_of(request, each)), identity_provider(each.type), request.state_name(each.state))
        for each in connections
    ]
    return request.show(
        request.intent_title("sso"),
        html.items((request.text("portal.sso.provider"), request.text("portal.states.label")), rows),
        html.links({request.text("portal.sso.add"): request.url("/sso/provider")}),
        request.finish_form(),
        wide=True,
    )


@portal_page("/sso/provider", "sso")
def choose_provider(request: PortalRequest) -> Response:
    """Ask for the identity provider. The choice creates a draft of the connection, or gives one without a type its type."""
    pending = _pending(request)
    wanted = request.form.get("type") or request.session.options.get("sso", {}).get("provider_type", "")
    if not request.is_submitted:
        return _ask(request, pending, wanted)
    if wanted not in IDENTITY_PROVIDERS:
        return _ask(request, pending, "", request.text("portal.sso.missing"))
    if pending is None:
        name = f"{request.organization.name} {IDENTITY_PROVIDERS[wanted]}"
        created = request.call(
            "createConnection", organization_id=request.organization.id, connection_type=wanted, name=name
        )
        return request.redirect("/sso/setup", connection=created["id"])
    request.call("updateConnection", {"connection_id": pending.id}, connection_type=wanted)
    return request.redirect("/sso/setup", connection=pending.id)


def find_connection(request: PortalRequest) -> Connection:
    """Return the connection in the URL.

    Raises:
        PageError: The organization has no such connection.
    """
    connection = request.state.sso.connections.get(request.query.get("connection", ""))
    if connection is None or connection.organization_id != request.organization.id:
        raise LocalizedError("connection", 404)
    return connection


def options(connection: Connection, name: str) -> dict[str, Any]:
    """Return the `saml_options` or `oidc_options` of a connection; empty if it has none."""
    found: dict[str, Any] | None = connection.options.get(name)
    return found or {}


def _pending(request: PortalRequest) -> Connection | None:
    """Return the connection in the URL, to which the application has given no type yet; None to create one."""
    if "connection" not in request.query:
        return None
    connection = find_connection(request)
    if connection.type != "Pending":
        raise LocalizedError("provider_chosen", 409)
    return connection


def _page_of(request: PortalRequest, connection: Connection) -> str:
    """Return the URL of the page for a connection: the next step of its setup, or its details."""
    if connection.type == "Pending":
        path = "/sso/provider"
    else:
        path = "/sso/setup" if connection.state == "draft" else "/sso/connection"
    return request.url(path, connection=connection.id)


def _ask(request: PortalRequest, pending: Connection | None, wanted: str, error: str = "") -> Response:
    about = [request.text("portal.sso.pending", connection=pending.name)] if pending else []
    bookmark = request.session.options.get("sso", {}).get("bookmark_slug")
    choices = [
        ("", "", request.text("portal.choose")),
        *(("", type, name) for type, name in IDENTITY_PROVIDERS.items()),
    ]
    return request.show(
        request.text("portal.sso.choose"),
        html.paragraph(" ".join([*about, request.text("portal.sso.intro")])),
        html.paragraph(request.text("portal.sso.bookmark", bookmark=bookmark)) if bookmark else "",
        request.session_form(
            html.select("type", request.text("portal.sso.provider"), choices, value=wanted, error=error),
            html.button(request.text("common.continue")),
        ),
        problem=bool(error),
    )
