"""The mailbox: the emails and text messages that WorkOS would have sent."""

from html import escape

from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.dashboard import layout, listing
from workos_emulator.pages.dashboard.dashboard_request import DashboardRequest, page, url
from workos_emulator.storage.outbox import Message

_PATH = "/hosted/mail"

_CONTENTS = {
    "email_change": ("Confirm your new email address", "Enter this code to confirm your new email address."),
    "email_verification": ("Verify your email address", "Enter this code to verify your email address."),
    "invitation": ("You have been invited", "Open the link to accept the invitation."),
    "it_contact_invitation": ("Set up your organization", "Open the link to set up features for your organization."),
    "magic_auth": ("Your sign-in code", "Enter this code to sign in."),
    "magic_link": ("Sign in", "Open the link to sign in."),
    "mfa_challenge": ("Your verification code", "Enter this code to finish your sign-in."),
    "password_reset": ("Reset your password", "Open the link to choose a new password."),
    "radar_challenge": ("Verify your identity", "Enter this code to finish your sign-in."),
    "waitlist": ("You have joined the waitlist", "You will get a message when you can sign up."),
}


@page(_PATH)
def mailbox(request: DashboardRequest) -> Response:
    """List the messages, newest first: all of them, those to one address, or those that contain a text."""
    to, wanted = request.query.get("to", ""), request.search_text
    found = [message for message in reversed(request.state.outbox.find(to or None)) if _matches(message, wanted)]
    shown = listing.take(found, request.page_number)
    intro = f"Messages to {to}, newest first." if to else "Messages that WorkOS would have sent, newest first."
    all_messages = layout.link("Show all messages", url(_PATH)) if to or wanted else ""
    return layout.render(
        request,
        "Mailbox",
        html.paragraph(intro),
        layout.search(request, "Search messages", to=to),
        layout.live("".join(map(_render, shown.items)) or html.paragraph("There are no messages.")),
        layout.pager(request, _PATH, shown, to=to),
        all_messages and f"<p>{all_messages}</p>",
        section=_PATH,
    )


def _matches(message: Message, wanted: str) -> bool:
    texts = (*_content(message), message.to, message.code, message.url, message.kind)
    return not wanted or listing.contains(wanted, *texts)


def _content(message: Message) -> tuple[str, str]:
    """Return the subject and the body, without the code and the link."""
    subject, body = _CONTENTS.get(message.kind, (message.kind, ""))
    return subject, message.text or body


def _render(message: Message) -> str:
    subject, body = _content(message)
    id = escape(message.id)
    parts = [f'<h2 id="{id}">{escape(subject)}</h2>']
    parts.append(layout.facts({"To": message.to, "Sent": layout.time(message.at)}))
    parts.append(html.paragraph(body) if body else "")
    if message.code is not None and message.code not in body:
        parts.append(html.code(message.code))
    if message.url is not None:
        parts.append(f'<p><a href="{escape(message.url)}" aria-describedby="{id}">Open link</a></p>')
    return f'<article class="message" aria-labelledby="{id}">{"".join(parts)}</article>'
