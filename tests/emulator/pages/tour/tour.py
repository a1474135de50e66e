"""The tour: what its journeys use."""

from collections.abc import Callable
from typing import Any, Protocol
from urllib.parse import urlencode

import httpx

from workos_emulator import Emulator

EMAIL, PASSWORD = "ada@example.com", "correct horse 42"


class Visitor(Protocol):
    """A browser that identifies controls by name and links by path, and so works in every language."""

    @property
    def url(self) -> str:
        """The URL of the page."""
        ...

    def open(self, url: str) -> None:
        """Open a URL."""
        ...

    def fill(self, name: str, text: str) -> None:
        """Replace the text of a field."""
        ...

    def press(self, name: str = "") -> None:
        """Press the first button with this name, or the first one that has none."""
        ...

    def follow(self, path: str) -> None:
        """Follow the first link to a path."""
        ...

    def code(self) -> str:
        """Return the text of the first code on the page."""
        ...


class Tour:
    """A tour with one visitor.

    Attributes:
        emulator: The emulator.
        url: Its URL.
        visitor: The visitor.
        callback: The redirect URI, in place of an application.
        ada: A user with a password.
    """

    def __init__(self, emulator: Emulator, url: str, visitor: Visitor, show: Callable[[str], None]) -> None:
        self.emulator, self.url, self.visitor = emulator, url, visitor
        self.callback = f"{url}/hosted/signed-out"
        self._show = show
        headers = {"authorization": f"Bearer {emulator.api_key}"}
        self._api = httpx.Client(transport=emulator.transport, base_url=url, headers=headers)
        fields = {"email": EMAIL, "password": PASSWORD, "first_name": "Ada", "email_verified": True}
        self.ada = self.call("POST", "/user_management/users", **fields)

    def use_host(self, host: str) -> None:
        """Use another loopback name of the emulator from now on."""
        port = self.url.rpartition(":")[2]
        self.url = f"http://{host}:{port}"
        self.callback = f"{self.url}/hosted/signed-out"

    def stop(self, name: str) -> None:
        """Check the page that the visitor sees. The name of the stop is unique."""
        self._show(name)

    def call(self, method: str, path: str, **body: Any) -> Any:
        """Call the API."""
        response = self._api.request(method, path, json=body)
        assert response.is_success, response.text
        return response.json() if response.content else None

    def post_form(self, path: str, **form: str) -> Any:
        """Send a form of OAuth."""
        response = self._api.post(path, data=form, headers={"authorization": ""})
        assert response.is_success, response.text
        return response.json()

    def open(self, path: str, **query: str) -> None:
        """Open a page of the emulator."""
        self.visitor.open(f"{self.url}{path}{'?' if query else ''}{urlencode(query)}")

    def submit(self, button: str = "", **fields: str) -> None:
        """Fill in fields by name, and press a button."""
        for name, text in fields.items():
            self.visitor.fill(name, text)
        self.visitor.press(button)

    def start(self, **query: str) -> None:
        """Open an authorization URL."""
        defaults = {"client_id": self.emulator.client_id, "redirect_uri": self.callback, "response_type": "code"}
        selector = {} if {"provider", "connection_id"} & query.keys() else {"provider": "authkit"}
        self.open("/user_management/authorize", **defaults, **selector, **query)

    def sign_in(self, **query: str) -> None:
        """Start a sign-in, and enter the password of Ada."""
        self.start(**query)
        self.submit(email=EMAIL, password=PASSWORD)

    def message_code(self, to: str = EMAIL) -> str:
        """Return the code of the last message to an address."""
        code = self.emulator.outbox.last(to).code
        assert code
        return code


Journey = Callable[[Tour], None]

JOURNEYS: list[Journey] = []
"""The journeys of the tour. Each starts with an empty emulator."""


def journey(function: Journey) -> Journey:
    """Add a journey to the tour."""
    JOURNEYS.append(function)
    return function
