"""The parts of pages that run a WebAuthn ceremony, the script that runs it, and the message about a rejected passkey."""

import json
from collections.abc import Mapping
from functools import cache
from html import escape
from importlib import resources
from typing import Any, Literal

from workos_emulator.auth.hosted_flows import PREFIX
from workos_emulator.auth.passkeys.relying_party import RelyingParty
from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.page_request import PageError, PageRequest, page

_SCRIPT = "/passkeys.js"
_SCRIPT_TAG = f'<script src="{PREFIX}{_SCRIPT}" defer></script>'
_PROBLEMS: Mapping[str, str] = {
    "NotAllowedError": "No passkey was used: you canceled, or it took too long. Try again, or choose another way.",
    "InvalidStateError": "This device already has a passkey for your account.",
    "other": "Your browser could not use a passkey here. Try again, or choose another way.",
}
"""What the page says about the error of a ceremony, by the name of the exception in the browser."""


@page(_SCRIPT)
def script(request: PageRequest) -> Response:
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
        raise PageError("Passkeys are disabled", "Go back and choose another way to sign in.")
    if not party.is_usable:
        raise PageError("Passkeys need a host name", host_problem(request))
    return party


def host_problem(request: PageRequest) -> str:
    """Return the explanation of why browsers don't allow passkeys for the host of a page."""
    origin = request.http_request.origin
    _, colon, port = origin.partition("://")[2].rpartition(":")
    host = f"localhost:{port}" if colon and port.isdecimal() else "localhost"
    scheme = request.http_request.scheme
    return (
        f"Browsers allow passkeys only for host names. Use {scheme}://{host} as the URL of the emulator, not {origin}."
    )


def render(
    kind: Literal["create", "get"], options: Mapping[str, Any], csrf: str, label: str, *, action: str = ""
) -> str:
    """Return a button that runs a ceremony and submits the result. It is hidden unless the browser supports passkeys.

    Args:
        kind: Whether a passkey is created or used.
        options: The options of the ceremony.
        csrf: The CSRF token of the form.
        label: The text of the button.
        action: The URL to which the result is submitted, by default that of the page.
    """
    problems = "".join(
        f'<div class="problem" role="alert" data-problem="{name}" hidden>{escape(text)}</div>'
        for name, text in _PROBLEMS.items()
    )
    form = html.form(csrf, '<input type="hidden" name="credential" value="">', html.button(label), action=action)
    return f'<div data-passkey="{kind}" data-options="{escape(json.dumps(options))}" hidden>{problems}{form}</div>{_SCRIPT_TAG}'


def link(request: PageRequest, text: str, url: str) -> str:
    """Return a link to a page that needs passkeys. It is hidden unless the browser supports them, and empty if they are disabled."""
    party = RelyingParty.from_request(request.state, request.http_request)
    if not (request.state.settings.passkey_enabled and party.is_usable):
        return ""
    return f"<div data-passkey-supported hidden>{html.links({text: url})}</div>{_SCRIPT_TAG}"


def unsupported() -> str:
    """Return the sentence that the script removes if the browser supports passkeys."""
    text = "Your browser does not support passkeys here. It must allow scripts and use a secure connection."
    return f"<div data-passkey-unsupported>{html.paragraph(text)}</div>"


def allow_script(response: Response) -> Response:
    """Allow a page to load the script, if it does."""
    if _SCRIPT_TAG.encode() in response.body:
        response.headers["content-security-policy"] += "; script-src 'self'"
    return response
