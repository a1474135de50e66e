"""Confirming the sign-in of a device that has no browser of its own."""

from workos_emulator.auth.hosted_flows import start_flow
from workos_emulator.http.messages import Response
from workos_emulator.pages import flows, html
from workos_emulator.pages.page_request import StopError, Visit, see
from workos_emulator.pages.registry import page
from workos_emulator.storage.objects.codes import DeviceCode
from workos_emulator.storage.state import State


@page("/device")
def device(visit: Visit) -> Response:
    """Ask for the code that the device shows."""
    if "flow" not in visit.query:
        return start_flow(
            visit.state, visit.request, "/device", parameters={"user_code": visit.query.get("user_code", "")}
        )
    flow, state = visit.flow(), visit.state
    given, problem = visit.form.get("user_code", flow.parameters.get("user_code", "")), ""
    if visit.posted:
        code = _written(given)
        waiting = state.codes.devices.find("user_code", code)
        if waiting is not None and is_open(state, waiting):
            flow.device_id = waiting.id
            return see("/sign-in", flow)
        problem = "No device is waiting with this code. Look at the device again."
    return visit.show(
        "Connect a device",
        html.paragraph("Enter the code that the device shows, and make sure that it is the same on both."),
        html.form(
            flow.csrf,
            html.field(
                "user_code", "Code", value=given, error=problem, hint="Eight letters, such as BCDF-GHJK.", focus=True
            ),
            html.button("Continue"),
        ),
        problem=bool(problem),
    )


@page("/device/confirm")
def confirm(visit: Visit) -> Response:
    """Ask the user who has signed in whether the device may sign in as well."""
    flow, state = visit.flow(), visit.state
    user = flows.user_of(state, flow)
    waiting = state.codes.devices.get(flow.device_id or "")
    if waiting is None or not is_open(state, waiting) or not flow.ready:
        raise StopError("The device does not wait any more", "Begin again on the device.")
    if visit.posted:
        approved = "approve" in visit.form
        waiting.decision = "approved" if approved else "denied"
        if approved:
            waiting.user_id, waiting.organization_id = user.id, flow.organization_id
            waiting.authentication_method, waiting.passed = flow.method, flow.passed
        waiting.updated_at = state.now()
        state.codes.devices.changed(waiting)
        state.hosted.flows.remove(flow.id)
        if approved:
            return visit.show("The device is connected", html.paragraph("You can close this page."))
        return visit.show("The device was refused", html.paragraph("It is not signed in. You can close this page."))
    return visit.show(
        "Connect this device?",
        html.paragraph(f"It will be signed in as {user.email}. Its code:"),
        html.code(waiting.user_code),
        html.form(
            flow.csrf,
            html.button("Connect the device", name="approve", value="yes"),
            html.button("Refuse", name="deny", value="yes", plain=True),
        ),
    )


def is_open(state: State, waiting: DeviceCode) -> bool:
    """Whether nobody has decided about a device yet, and it is not too late to."""
    return waiting.decision is None and waiting.expires_at > state.now()


def _written(given: str) -> str:
    """A code as it is stored, however it was typed."""
    letters = "".join(given.split()).replace("-", "").upper()
    return f"{letters[:4]}-{letters[4:]}"
