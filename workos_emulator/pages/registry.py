"""The registry of the hosted pages."""

from collections.abc import Callable

from workos_emulator.http.messages import Response
from workos_emulator.pages.page_request import Visit

Page = Callable[[Visit], Response]

PAGES: dict[str, Page] = {}
"""The functions that serve the pages, by path below `/hosted`."""


def page(path: str) -> Callable[[Page], Page]:
    """Register the function that shows a page (GET) and takes its form (POST)."""

    def register(function: Page) -> Page:
        PAGES[path] = function
        return function

    return register
