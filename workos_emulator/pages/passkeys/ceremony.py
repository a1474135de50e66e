"""The parts of pages that run a WebAuthn ceremony, the script that runs it, and the texts about a rejected passkey."""

import json
from collections.abc import Mapping
from functools import cache
from html import escape
from importlib import resources
from typing import Any, Literal

from workos_emulator.auth.hosted_flows import PREFIX
from workos_emulator.auth.passkeys.rejection import Reason
from workos_emulator.auth.passkeys.relying_party import RelyingParty
from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.page_request import LocalizedError, PageRequest

SCRIPT = f"{PREFIX}/passkeys.js"
"""The path of the script."""

_SCRIPT_TAG = f'<script src="{SCRIPT}" defer></script>'
_PROBLEMS: Mapping[str, str] = {
    "NotAllowedError": "passkey.canceled",
    "InvalidStateError": "passkey.exists",
    "other": "passkey.failed",
}
"""The texts about errors of a ceremony, by the name of the exception in the browser."""
_REJECTIONS: Mapping[Reason, str] = {
    "expired": "problems.passkey_expired",
    "invalid": "problems.passkey_invalid",
    "registered": "problems.passkey_registered",
    "unknown": "problems.passkey_unknown",
}
"""The texts about a passkey that the emulator rejects."""


def script() -> Response:
    """Return the script that runs the ceremonies."""
    headers = {"content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache"}
    return Response(200, {**headers, "x-content-type-options": "nosniff"}, _read_script())


@cache
def _read_script() -> bytes:
    return (resources.files("workos_emulator.pages.passkeys") / "static/script.js").read_bytes()


def relying_party(request: PageRequest) -> RelyingParty:
    """Return the relying party of a page that cannot be shown without passkeys.

    Raises:
        PageError: Passkeys are disabled, or browsers don't allow them for this host.
    """
    party = RelyingParty.from_request(request.state, request.http_request)
    if not request.state.settings.passkey_enabled:
        raise LocalizedError("passkeys_disabled")
    if not party.is_usable:
        raise LocalizedError("passkey_host", 400, **_urls(request))
    return party


def host_problem(request: PageRequest) -> str:
    """Return the explanation of why browsers don't allow passkeys for the host of a page."""
    return request.text("passkey.host", **_urls(request))


def _urls(request: PageRequest) -> dict[str, str]:
    """Return the origin of the page, and the URL of this machine that has a host name."""
    origin = request.http_request.origin
    port = origin.rpartition(":")[2]
    suffix = f":{port}" if port.isdecimal() else ""
    return {"origin": origin, "url": f"{request.http_request.scheme}://localhost{suffix}"}


def rejection_text(request: PageRequest, reason: Reason) -> str:
    """Return the text about a passkey that the emulator rejects."""
    return request.text(_REJECTIONS[reason])


def render(
    request: PageRequest,
    kind: Literal["create", "get"],
    options: Mapping[str, Any],
    csrf: str,
    label: str,
    *,
    action: str = "",
    plain: bool = False,
) -> str:
    """Return a button that runs a ceremony and submits the result. It is hidden unless the browser supports passkeys.

    Args:
        request: The request.
        kind: Whether a passkey is created or used.
        options: The options of the ceremony.
        csrf: The CSRF token of the form.
        label: The text of the button.
        action: The URL to which the result is submitted, by default that of the page.
        plain: Whether another button is the main one of the page.
    """
    problems = "".join(
        f'<div class="problem" role="alert" data-problem="{name}" hidden>{escape(request.text(key))}</div>'
        for name, key in _PROBLEMS.items()
    )
    form = html.form(
        csrf, '<input type="hidden" name="credential" value="">', html.button(label, plain=plain), action=action
    )
    return (
        f'<div class="passkey" data-passkey="{kind}" data-options="{escape(json.dumps(options))}" hidden>{problems}{form}</div>'
        f"{_SCRIPT_TAG}"
    )


def link(request: PageRequest, text: str, url: str) -> str:
    """Return a link to a page that needs passkeys. It is hidden unless the browser supports them, and empty if they are disabled."""
    party = RelyingParty.from_request(request.state, request.http_request)
    if not (request.state.settings.passkey_enabled and party.is_usable):
        return ""
    return f"<div data-passkey-supported hidden>{html.links({text: url})}</div>{_SCRIPT_TAG}"


def unsupported(request: PageRequest) -> str:
    """Return the sentence that the script removes if the browser supports passkeys."""
    return f"<div data-passkey-unsupported>{html.paragraph(request.text('passkey.unsupported'))}</div>"


def allow_script(response: Response) -> Response:
    """Allow a page to load the script, if it does."""
    if _SCRIPT_TAG.encode() in response.body:
        response.headers["content-security-policy"] += "; script-src 'self'"
    return response
