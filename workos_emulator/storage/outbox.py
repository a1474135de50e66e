"""The emails and text messages that WorkOS would send."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from workos_emulator.storage.clock import Clock, stamp
from workos_emulator.storage.ids import Ids
from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True)
class Message(Entity):
    """An email or text message.

    Attributes:
        kind: Its purpose: `email_change`, `email_verification`, `invitation`, `it_contact_invitation`, `magic_auth`, `magic_link`,
            `mfa_challenge`, `password_reset`, `radar_challenge` or `waitlist`.
        channel: `email` or `sms`.
        to: The email address or phone number.
        about: The ID of the object that the message is about, such as an invitation.
        code: The one-time code in the message; None if it has none.
        token: The token in the link; None if there is none.
        url: The link in the message; None if it has none.
        text: The text of an MFA text message; empty for other messages.
        locale: The requested locale; None if the request had none.
    """

    kind: str
    channel: str
    to: str
    about: str
    code: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    url: str | None = field(default=None, repr=False)
    text: str = field(default="", repr=False)
    locale: str | None = None

    @property
    def at(self) -> datetime:
        """When the message was sent."""
        return self.created_at

    def render(self) -> dict[str, Any]:
        """Return the message as JSON, including its secrets."""
        return {
            "id": self.id,
            "at": stamp(self.at),
            "kind": self.kind,
            "channel": self.channel,
            "to": self.to,
            "about": self.about,
            "code": self.code,
            "token": self.token,
            "url": self.url,
            "text": self.text,
            "locale": self.locale,
        }


class Outbox:
    """The most recent messages, oldest first.

    Attributes:
        messages: The stored messages.

    Args:
        clock: The clock.
        ids: The ID generator.
        size: The maximum number of messages to keep.
    """

    def __init__(self, clock: Clock, ids: Ids, size: int = 1000) -> None:
        self._clock = clock
        self._ids = ids
        self._size = size
        self.messages: Collection[Message] = Collection()

    def __len__(self) -> int:
        return len(self.messages)

    def __iter__(self) -> Iterator[Message]:
        return iter(self.messages)

    def find(self, to: str | None = None, kind: str | None = None) -> list[Message]:
        """Return the messages to a recipient (case-insensitive) and of a kind, oldest first; by default all."""
        address = None if to is None else to.strip().casefold()
        return [m for m in self if address in (None, m.to.strip().casefold()) and kind in (None, m.kind)]

    def last(self, to: str | None = None, kind: str | None = None) -> Message:
        """Return the newest message that `find` returns.

        Raises:
            LookupError: No message matches.
        """
        messages = self.find(to, kind)
        if not messages:
            raise LookupError(f"no message{f' to {to}' if to else ''}{f' of kind {kind}' if kind else ''}")
        return messages[-1]

    def clear(self) -> None:
        """Delete all messages."""
        for message in self.messages:
            self.messages.remove(message.id)

    def replace_base_url(self, old: str, new: str) -> None:
        """Let the links of all messages to one base URL lead to another."""
        for message in self.messages:
            if message.url is not None and message.url.startswith(f"{old}/"):
                message.url = new + message.url.removeprefix(old)

    def send(
        self,
        kind: str,
        to: str,
        about: str,
        *,
        channel: str = "email",
        code: str | None = None,
        token: str | None = None,
        url: str | None = None,
        text: str = "",
        locale: str | None = None,
    ) -> None:
        """Add a message."""
        now = self._clock.now()
        self.messages.add(
            Message(
                id=self._ids.new("message"),
                created_at=now,
                updated_at=now,
                kind=kind,
                channel=channel,
                to=to,
                about=about,
                code=code,
                token=token,
                url=url,
                text=text,
                locale=locale,
            )
        )
        while len(self.messages) > self._size:
            self.messages.remove(self.messages.at(self.messages.numbers()[0]).id)
