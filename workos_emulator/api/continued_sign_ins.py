"""Authorization URLs that continue an earlier sign-in: `prompt`, `max_age`, and browsers whose user is still signed in."""

from workos_emulator.api import authorization_codes
from workos_emulator.api.registry import Result
from workos_emulator.api.sso.authorize import SelectionError, redirect_to_app
from workos_emulator.auth import hosted_flows, remembered_sign_ins
from workos_emulator.auth.call import Call
from workos_emulator.auth.hosted_flows import start_flow
from workos_emulator.auth.remembered_sign_ins import InteractionRequiredError, RememberedSignIn
from workos_emulator.http.messages import Response
from workos_emulator.storage.objects.sso import Connection
from workos_emulator.storage.state import fold

_SIGN_IN_PROMPTS = frozenset({"login", "select_account"})


def read_prompts(call: Call) -> frozenset[str]:
    """Return the values of `prompt`.

    Raises:
        SelectionError: `none` is combined with others.
    """
    prompts = frozenset(call.query.get("prompt", "").split())
    if "none" in prompts and len(prompts) > 1:
        raise SelectionError("invalid_request", "prompt=none cannot be combined with other prompts.")
    return prompts


def find_remembered(call: Call, connection: Connection | None, prompts: frozenset[str]) -> RememberedSignIn | None:
    """Return the sign-in of the browser, if the authorization URL allows to continue it; None if the user must sign in.

    Identity providers have their own sessions: without a `max_age`, only a sign-in to AuthKit is continued.
    """
    query, settings = call.query, call.state.settings
    if prompts & _SIGN_IN_PROMPTS:
        return None
    if "max_age" not in query:
        hinted = call.state.users.find("email", fold(query.get("login_hint", "")))
        if hinted is not None and settings.hosted_pages == "automatic":
            return None
        is_enabled = settings.remembered_sign_ins and settings.hosted_pages != "never"
        if not is_enabled or query.get("provider") != "authkit":
            return None
    remembered = remembered_sign_ins.find_of_browser(call.state, call.request)
    return remembered if remembered and remembered_sign_ins.is_usable(call, remembered, connection) else None


def continue_on_pages(call: Call, remembered: RememberedSignIn) -> Result:
    """Continue an earlier sign-in on the pages, which ask only for what is missing."""
    connection = call.state.sso.connections.get(remembered.connection_id or "")
    return start_flow(
        call.state,
        call.request,
        "/continue",
        parameters={name: str(value) for name, value in call.query.items()},
        user_id=remembered.user.id,
        method=remembered.method,
        passed=remembered.passed,
        connection_id=remembered.connection_id,
        organization_id=call.query.get("organization_id") or (connection.organization_id if connection else None),
        authenticated_at=remembered.authenticated_at,
    )


def continue_silently(call: Call, connection: Connection | None) -> Response:
    """Redirect the browser back to the app with a code for the user who has already signed in (`prompt=none`).

    That is the user of the browser or, unless the pages are always shown, the user in `login_hint`, if they have a session.

    Raises:
        SelectionError: The user must sign in or do something else on the pages.
    """
    remembered = remembered_sign_ins.find_of_browser(call.state, call.request)
    browser_id = None if remembered is None else hosted_flows.browser_of(call.state, call.request)
    if remembered is None and call.state.settings.hosted_pages != "always":
        remembered = remembered_sign_ins.find_of_user(call.state, call.query.get("login_hint", ""))
    if remembered is None or not remembered_sign_ins.is_usable(call, remembered, connection):
        raise SelectionError("login_required", "The user must sign in, which prompt=none does not allow.")
    try:
        organization_id = remembered_sign_ins.select_organization(call, remembered)
        remembered_sign_ins.check_silent(call.state, remembered.user, remembered, organization_id)
    except InteractionRequiredError as error:
        raise SelectionError("interaction_required", str(error)) from None
    code = authorization_codes.issue(
        call,
        remembered.user,
        remembered.method,
        organization_id,
        connection_id=remembered.connection_id,
        browser_id=browser_id,
        remembered=remembered,
    )
    return redirect_to_app(call, {"code": code.id})


def find_stale(call: Call, prompts: frozenset[str]) -> RememberedSignIn | None:
    """Return the sign-in of the browser that is older than `max_age` demands: its user authenticates again, in the same way."""
    if "max_age" not in call.query or "login_hint" in call.query or prompts & _SIGN_IN_PROMPTS:
        return None
    if call.query.get("provider") != "authkit":
        return None
    stale = remembered_sign_ins.find_of_browser(call.state, call.request)
    is_stale = stale is not None and not remembered_sign_ins.is_recent(call.state, stale, call.query["max_age"])
    return stale if is_stale else None
