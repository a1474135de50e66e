"""A visitor without a browser, which checks the HTML of every page."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import httpx

from workos_emulator import Emulator

from ..browsing import Form, Page

_ACCEPT = "text/html,application/xhtml+xml,*/*;q=0.8"


class HttpVisitor:
    """A visitor that follows redirects and submits forms.

    Attributes:
        page: The page.
    """

    def __init__(self, client: httpx.Client) -> None:
        self._client = client
        self.page: Page

    @property
    def url(self) -> str:
        return self.page.url

    def open(self, url: str) -> None:
        self.page = Page(self._client.get(url))

    def fill(self, name: str, text: str) -> None:
        for form in self.page.forms:
            if name in form.fields:
                form.fields[name]["value"] = text
                return
        raise AssertionError(f"no field {name!r} at {self.url}")

    def press(self, name: str = "") -> None:
        form, button = self._find(name)
        data = {
            field: given.get("value", "")
            for field, given in form.fields.items()
            if given.get("type") != "checkbox" or "checked" in given
        }
        if name:
            data[name] = button["value"]
        self.page = Page(self._client.post(form.action, data=data))

    def follow(self, path: str) -> None:
        url = next(url for url in self.page.links.values() if urlsplit(url).path == path)
        self.open(url)

    def code(self) -> str:
        text: str = self.page.html.partition('class="code">')[2]
        return text.partition("<")[0]

    def _find(self, name: str) -> tuple[Form, dict[str, str]]:
        for form in self.page.forms:
            for button in form.buttons:
                if form.method == "post" and button.get("name", "") == name:
                    return form, button
        raise AssertionError(f"no button {name!r} at {self.url}")


@contextmanager
def visitor_of(emulator: Emulator, url: str, language: str = "en") -> Iterator[HttpVisitor]:
    """Start a visitor who prefers a language."""
    headers = {"accept": _ACCEPT, "accept-language": language}
    with httpx.Client(transport=emulator.transport, base_url=url, headers=headers, follow_redirects=True) as client:
        yield HttpVisitor(client)
