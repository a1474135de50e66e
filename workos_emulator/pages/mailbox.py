"""The mail and text messages that WorkOS would have sent, for people to look at."""

from workos_emulator.auth.hosted_flows import page_url
from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.page_request import PageRequest, page
from workos_emulator.storage.outbox import Message

_SUBJECTS = {
    "email_change": "Confirm your new e-mail address",
    "email_verification": "Confirm your e-mail address",
    "invitation": "You are invited",
    "magic_auth": "Your sign-in code",
    "magic_link": "Sign in",
    "mfa_challenge": "Your code",
    "password_reset": "Choose a new password",
    "radar_challenge": "Is it you?",
    "waitlist": "You are on the list",
}


@page("/mail")
def mailbox(request: PageRequest) -> Response:
    """List messages, the newest first: all, or those to one address."""
    to = request.query.get("to")
    messages = list(reversed(request.state.outbox.find(to)))
    everything = html.links({"Show all messages": page_url("/mail")}) if to else ""
    if not messages:
        return request.render("Mailbox", html.paragraph("There are no messages."), everything)
    rows = [
        (
            message.to,
            _SUBJECTS.get(message.kind, message.kind),
            _content(message),
            message.at.strftime("%Y-%m-%d %H:%M:%S UTC"),
        )
        for message in messages
    ]
    return request.render(
        "Mailbox",
        html.paragraph(f"Messages to {to}." if to else "What WorkOS would have sent, the newest first."),
        html.table(("To", "Subject", "Content", "Sent"), rows),
        everything,
        wide=True,
    )


def _content(message: Message) -> str | html.Link:
    if message.url is not None:
        return html.Link("Open the link", message.url)
    return message.text or message.code or ""
