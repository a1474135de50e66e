"""The consent page, on which a user authorizes a Connect application."""

from typing import Any

from workos_emulator.auth import browser_sessions
from workos_emulator.auth.authorization_server import consents, protocol
from workos_emulator.events import sso_sessions
from workos_emulator.http.messages import Response
from workos_emulator.pages import flows, html
from workos_emulator.pages.page_request import LocalizedError, PageRequest, page
from workos_emulator.storage.objects.connect import AuthorizationRequest
from workos_emulator.storage.objects.credentials import Application
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State


@page("/consent")
def consent(request: PageRequest) -> Response:
    """Ask the user to authorize the application, unless no consent is required."""
    flow, state = request.get_flow(), request.state
    user, authorization = flows.find_user(state, flow), state.connect.requests.get(flow.id)
    application = state.credentials.applications.get(authorization.application_id) if authorization else None
    if authorization is None or application is None or not flow.ready:
        raise LocalizedError("ended")
    if flow.authenticated_at is None:
        start_browser_session(state, flow, user)
        response = _respond(request, flow, authorization, application, user)
        return browser_sessions.set_cookie(state, response, flow.browser)
    return _respond(request, flow, authorization, application, user)


def start_browser_session(state: State, flow: HostedFlow, user: User) -> None:
    """Keep a user who has authenticated with a flow signed in in the browser, whose new ID the response must set."""
    browser_sessions.start(state, flow)
    flow.authenticated_at = user.last_sign_in_at = state.now()


def _respond(
    request: PageRequest, flow: HostedFlow, authorization: AuthorizationRequest, application: Application, user: User
) -> Response:
    state = request.state
    external = state.codes.external.find("flow", flow.id)
    options = external.consent_options if external else []
    if not options and not consents.is_required(state, application, user, flow.organization_id, authorization):
        return complete(request, flow, authorization)
    problems: dict[str, str] = {}
    if request.is_submitted:
        if "deny" in request.form:
            return _deny(state, flow, authorization)
        claims = {option["claim"]: request.form.get(f"option-{index}", "") for index, option in enumerate(options)}
        for option in options:
            if claims[option["claim"]] not in {choice["value"] for _, choice in flatten_choices(option)}:
                problems[option["claim"]] = request.text("consent.choose")
        if not problems:
            return complete(request, flow, authorization, claims=claims)
    return _show(request, flow, authorization, application, user, options, problems)


def _show(
    request: PageRequest,
    flow: HostedFlow,
    authorization: AuthorizationRequest,
    application: Application,
    user: User,
    options: list[dict[str, Any]],
    problems: dict[str, str],
) -> Response:
    return request.render(
        request.text("consent.title", application=application.name),
        html.paragraph(_describe_access(request, flow, authorization, application, user)),
        html.bullets(describe_scopes(request, authorization.scopes)),
        html.paragraph(request.text("consent.redirect", url=authorization.redirect_uri.partition("?")[0])),
        html.form(
            flow.csrf,
            *(
                html.select(
                    f"option-{index}",
                    option["label"],
                    [(group, choice["value"], choice["label"]) for group, choice in flatten_choices(option)],
                    value=request.form.get(f"option-{index}", ""),
                    error=problems.get(option["claim"], ""),
                )
                for index, option in enumerate(options)
            ),
            html.button(request.text("consent.approve"), name="approve", value="yes"),
            html.button(request.text("common.deny"), name="deny", value="yes", plain=True),
        ),
        problem=bool(problems),
    )


def _describe_access(
    request: PageRequest, flow: HostedFlow, authorization: AuthorizationRequest, application: Application, user: User
) -> str:
    """Return the sentences about which application wants to access which account, for which resources."""
    names = {"application": application.name, "email": user.email}
    if organization := request.state.organizations.get(flow.organization_id or ""):
        sentences = [request.text("consent.organization", organization=organization.name, **names)]
    else:
        sentences = [request.text("consent.access", **names)]
    if authorization.resources:
        sentences.append(request.text("consent.resources", resources=", ".join(authorization.resources)))
    if application.was_dynamically_registered:
        sentences.append(request.text("consent.registered_itself"))
    return " ".join(sentences)


def describe_scopes(request: PageRequest, scopes: list[str]) -> list[str]:
    """Return what scopes allow, for users. A scope of the application itself is described by its name."""
    return [request.text(key) if (key := f"scopes.{scope}") in request.text else scope for scope in scopes]


def flatten_choices(option: dict[str, Any]) -> list[tuple[str, dict[str, str]]]:
    """Return the choices of a consent option with the name of their group, which is empty for ungrouped ones."""
    flat: list[tuple[str, dict[str, str]]] = []
    for item in option["choices"]:
        group = str(item.get("group", ""))
        for choice in item.get("choices", [item]):
            value = str(choice.get("value", ""))
            flat.append((group, {"value": value, "label": str(choice.get("label") or value)}))
    return flat


def complete(
    request: PageRequest,
    flow: HostedFlow,
    authorization: AuthorizationRequest,
    *,
    claims: dict[str, str] | None = None,
    status: int = 303,
) -> Response:
    """Authorize the application, end the flow, and redirect the browser to the application with a code."""
    state, user = request.state, flows.find_user(request.state, flow)
    authenticated_at = flow.authenticated_at or state.now()
    grant = consents.grant(
        state,
        application_id=authorization.application_id,
        user_id=user.id,
        organization_id=flow.organization_id,
        scopes=authorization.scopes,
        resources=authorization.resources,
        authenticated_at=None if authorization.max_age is None else authenticated_at,
        has_default_scopes=authorization.has_default_scopes,
        nonce=authorization.nonce,
        claims=claims,
    )
    code = consents.issue_code(state, authorization, grant)
    _end(state, flow)
    return protocol.redirect(authorization.redirect_uri, authorization.client_state, status, code=code.id)


def _deny(state: State, flow: HostedFlow, authorization: AuthorizationRequest) -> Response:
    _end(state, flow)
    return protocol.redirect(
        authorization.redirect_uri,
        authorization.client_state,
        error="access_denied",
        error_description="The user denied the request.",
    )


def _end(state: State, flow: HostedFlow) -> None:
    if flow.method == "SSO":
        sso_sessions.complete(state, flow.id, emit=True, user=state.users.get(flow.user_id or ""))
    state.hosted.flows.remove(flow.id)
    state.connect.requests.remove(flow.id)
    if (external := state.codes.external.find("flow", flow.id)) is not None:
        state.codes.external.remove(external.id)
