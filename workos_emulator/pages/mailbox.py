"""The mailbox page: the emails and text messages that WorkOS would have sent."""

from workos_emulator.auth.hosted_flows import page_url
from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.page_request import PageRequest, page
from workos_emulator.storage.outbox import Message

_SUBJECTS = {
    "email_change": "Confirm your new email address",
    "email_verification": "Verify your email address",
    "invitation": "You have been invited",
    "magic_auth": "Your sign-in code",
    "magic_link": "Sign in",
    "mfa_challenge": "Your verification code",
    "password_reset": "Reset your password",
    "radar_challenge": "Verify your identity",
    "waitlist": "You have joined the waitlist",
}


@page("/mail")
def mailbox(request: PageRequest) -> Response:
    """List the messages, newest first: all of them, or those to one address."""
    to = request.query.get("to")
    messages = list(reversed(request.state.outbox.find(to)))
    all_messages = html.links({"Show all messages": page_url("/mail")}) if to else ""
    if not messages:
        return request.render("Mailbox", html.paragraph("There are no messages."), all_messages)
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
        html.paragraph(f"Messages to {to}." if to else "Messages that WorkOS would have sent, newest first."),
        html.table(("To", "Subject", "Content", "Sent"), rows),
        all_messages,
        wide=True,
    )


def _content(message: Message) -> str | html.Link:
    if message.url is not None:
        return html.Link("Open link", message.url)
    return message.text or message.code or ""
