"""The page of a connection: its details, a test sign-in, and its deactivation and deletion."""

from workos_emulator.api.sso import connections
from workos_emulator.auth import hosted_flows
from workos_emulator.events import sso_sessions
from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.admin_portal.portal_request import PortalRequest, portal_page
from workos_emulator.pages.admin_portal.providers import IDENTITY_PROVIDERS, identity_provider, is_saml
from workos_emulator.pages.admin_portal.sso import find_connection, options
from workos_emulator.pages.admin_portal.sso_setup import service_provider
from workos_emulator.pages.page_request import LocalizedError
from workos_emulator.rendering.sso import render_profile
from workos_emulator.storage.objects.sso import Connection


@portal_page("/sso/connection", "sso")
def show_connection(request: PortalRequest) -> Response:
    """Show a connection; the forms deactivate, activate, test and delete it."""
    connection = find_connection(request)
    if not request.is_submitted:
        return _show(request, connection)
    match request.form.get("do"):
        case "test" if connection.state == "active":
            return _start_test(request, connection)
        case "delete":
            request.call("deleteConnection", {"connection_id": connection.id})
            return request.redirect("/sso")
        case "activate" | "deactivate" if connection.state in ("active", "inactive"):
            new_state = "active" if request.form["do"] == "activate" else "inactive"
            connections.set_state(request.state, connection, new_state)
        case _:
            raise LocalizedError("portal_changed", 409)
    return request.redirect("/sso/connection", connection=connection.id)


@portal_page("/sso/tested", "sso")
def show_test(request: PortalRequest) -> Response:
    """Show the result of a test sign-in, like an application that exchanges the code."""
    connection = find_connection(request)
    code = request.state.sso.codes.get(request.query.get("code", ""))
    profile = request.state.sso.profiles.get(code.profile_id) if code else None
    back = html.links({request.text("portal.sso.back"): request.url("/sso/connection", connection=connection.id)})
    is_valid = code is not None and code.expires_at > request.state.now()
    if code is None or profile is None or not is_valid or profile.connection_id != connection.id:
        reason = request.query.get("error_description") or request.text("portal.sso.test_used")
        return request.show(request.text("portal.sso.test_failed"), html.problem_box(reason), back, problem=True)
    request.state.sso.codes.remove(code.id)
    sso_sessions.complete(request.state, code.id, emit=True)
    rendered = render_profile(request.state, profile)
    names = {name: request.text(f"common.{name}") for name in ("email", "first_name", "last_name")}
    names["idp_id"] = request.text("portal.sso.idp_id")
    return request.show(
        request.text("portal.sso.test_succeeded"),
        html.facts({label: str(rendered[name] or "—") for name, label in names.items()}),
        back,
    )


def _start_test(request: PortalRequest, connection: Connection) -> Response:
    """Sign in with the connection. The browser returns to the Admin Portal in place of an application."""
    target = f"{request.http_request.base_url}{request.url('/sso/tested', connection=connection.id)}"
    flow = hosted_flows.new_flow(
        request.state,
        request.http_request,
        parameters={"kind": "sso", "redirect_uri": target, hosted_flows.UI_LOCALES: request.text.language},
        connection_id=connection.id,
    )
    sso_sessions.start(request.state, connection, request.http_request, None, flow.id)
    response = hosted_flows.redirect(request.state, flow, hosted_flows.page_url("/provider", flow))
    response.status = 303
    return response


def _show(request: PortalRequest, connection: Connection) -> Response:
    saml = options(connection, "saml_options")
    oidc = options(connection, "oidc_options")
    configuration = {
        request.text("portal.saml.metadata_url"): saml.get("idp_metadata_url"),
        request.text("portal.saml.entity_id"): saml.get("idp_entity_id"),
        request.text("portal.saml.sso_url"): saml.get("idp_sso_url"),
        request.text("portal.oidc.client_id"): oidc.get("client_id"),
        request.text("portal.oidc.discovery_endpoint"): oidc.get("discovery_endpoint"),
    }
    links: dict[str, str] = {}
    if connection.type in IDENTITY_PROVIDERS:
        links[request.text("portal.edit")] = request.url("/sso/setup", connection=connection.id)
    if is_saml(connection.type):
        links[request.intent_title("certificate_renewal")] = request.url("/certificates")
    links[request.text("portal.sso.all")] = request.url("/sso")
    is_active, is_set_up = connection.state == "active", connection.state in ("active", "inactive")
    switch = "deactivate" if is_active else "activate"
    return request.show(
        connection.name,
        html.facts(
            {
                request.text("portal.sso.provider"): identity_provider(connection.type),
                request.text("portal.states.label"): request.state_name(connection.state),
                request.text("portal.sso.id"): connection.id,
                **service_provider(request, connection),
                **{name: value for name, value in configuration.items() if value},
            }
        ),
        html.actions(
            request.session_form(html.button(request.text("portal.sso.test"), plain=True), do="test")
            if is_active
            else "",
            request.session_form(html.button(request.text(f"portal.sso.{switch}"), plain=True), do=switch)
            if is_set_up
            else "",
            request.session_form(html.button(request.text("portal.sso.delete"), plain=True), do="delete"),
            request.finish_form() if is_active else "",
        ),
        html.links(links),
        wide=True,
    )
