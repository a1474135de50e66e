"""The pages that confirm the sign-in of a device without a browser."""

from workos_emulator.auth import browser_sessions
from workos_emulator.auth.hosted_flows import start_flow
from workos_emulator.events import sso_sessions
from workos_emulator.http.messages import Response
from workos_emulator.pages import flows, html, remembered_sign_in
from workos_emulator.pages.connect.consent import describe_scopes
from workos_emulator.pages.page_request import LocalizedError, PageRequest, page, redirect_to_page
from workos_emulator.storage.objects.codes import DeviceCode
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State


@page("/device")
def device(request: PageRequest) -> Response:
    """Ask for the code that the device shows."""
    if "flow" not in request.query:
        return start_flow(
            request.state, request.http_request, "/device", parameters={"user_code": request.query.get("user_code", "")}
        )
    flow, state = request.get_flow(), request.state
    user_code, problem = request.form.get("user_code", flow.parameters.get("user_code", "")), ""
    if request.is_submitted:
        code = _normalize_code(user_code)
        device_code = state.codes.devices.find("user_code", code)
        if device_code is not None and is_open(state, device_code):
            flow.device_id = device_code.id
            return redirect_to_page("/continue" if remembered_sign_in.resume(request, flow) else "/sign-in", flow)
        problem = request.text("device.unknown")
    return request.render(
        request.text("device.title"),
        html.paragraph(request.text("device.intro")),
        html.form(
            flow.csrf,
            html.field(
                "user_code",
                request.text("common.code"),
                value=user_code,
                error=problem,
                hint=request.text("device.hint", example="BCDF-GHJK"),
                focus=True,
            ),
            html.button(request.text("common.continue")),
        ),
        problem=bool(problem),
    )


@page("/device/confirm")
def confirm(request: PageRequest) -> Response:
    """Ask the signed-in user whether to sign in the device."""
    flow, state = request.get_flow(), request.state
    user = flows.find_user(state, flow)
    device_code = state.codes.devices.get(flow.device_id or "")
    if device_code is None or not is_open(state, device_code) or not flow.ready:
        raise LocalizedError("device")
    if flow.authenticated_at is None:
        browser_sessions.start(state, flow)
        flow.authenticated_at = state.now()
        return browser_sessions.set_cookie(state, _confirm(request, flow, device_code, user), flow.browser)
    return _confirm(request, flow, device_code, user)


def _confirm(request: PageRequest, flow: HostedFlow, device_code: DeviceCode, user: User) -> Response:
    state = request.state
    if request.is_submitted:
        approved = "approve" in request.form
        device_code.decision = "approved" if approved else "denied"
        if approved:
            device_code.user_id, device_code.organization_id = user.id, flow.organization_id
            device_code.authentication_method, device_code.passed = flow.method, flow.passed
            device_code.connection_id = flow.connection_id if flow.method == "SSO" else None
        device_code.updated_at = state.now()
        state.codes.devices.changed(device_code)
        state.hosted.flows.remove(flow.id)
        if flow.method == "SSO":  # if a session of the user follows, creating it emits the success
            creates_session = approved and device_code.application_id is None
            sso_sessions.complete(state, flow.id, emit=not creates_session, user=user)
        if approved:
            return request.render(request.text("device.connected"), html.paragraph(request.text("common.close")))
        return request.render(request.text("device.denied"), html.paragraph(request.text("device.denied_text")))
    application = state.credentials.applications.get(device_code.application_id or "")
    title, access = request.text("device.confirm_title"), ""
    if application is not None:
        title = request.text("device.confirm_application", application=application.name)
        access = request.text("device.access", application=application.name) if device_code.scopes else ""
    return request.render(
        title,
        html.paragraph(request.text("device.check", email=user.email)),
        html.code(device_code.user_code),
        html.paragraph(access) if access else "",
        html.bullets(describe_scopes(request, device_code.scopes)),
        html.form(
            flow.csrf,
            html.button(request.text("device.approve"), name="approve", value="yes"),
            html.button(request.text("common.deny"), name="deny", value="yes", plain=True),
        ),
    )


def is_open(state: State, device_code: DeviceCode) -> bool:
    """Return whether a device authorization is neither decided nor expired."""
    return device_code.decision is None and device_code.expires_at > state.now()


def _normalize_code(text: str) -> str:
    """Return a typed code in the stored form, ignoring case, spaces and hyphens."""
    letters = "".join(text.split()).replace("-", "").upper()
    return f"{letters[:4]}-{letters[4:]}"
