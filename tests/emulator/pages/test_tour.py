"""The tour through all pages, without a browser: each page has a stop, and its texts are in the language of the visitor."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

from workos_emulator import Emulator
from workos_emulator.pages import router
from workos_emulator.pages.admin_portal.destinations import NAMES as DESTINATIONS
from workos_emulator.pages.admin_portal.providers import DIRECTORY_PROVIDERS, IDENTITY_PROVIDERS
from workos_emulator.pages.dashboard import router as dashboard_router
from workos_emulator.pages.dashboard.dashboard_request import PAGES as DASHBOARD_PAGES
from workos_emulator.pages.page_request import PAGES as HOSTED_PAGES
from workos_emulator.pages.texts import catalog
from workos_emulator.pages.texts.catalog import LANGUAGES, Texts

from .browsing import Page
from .tour.http_visitor import visitor_of
from .tour.tour import JOURNEYS, Journey, Tour

URL = "http://localhost:4100"
ENGLISH = ("/dashboard", "/hosted/mail", "/organizations", "/user_management")


def travel(journey: Journey, check: Callable[[str, Page], None], language: str = "en") -> None:
    emulator = Emulator(seed=1)
    with visitor_of(emulator, URL, language) as visitor:
        journey(Tour(emulator, URL, visitor, lambda name: check(name, visitor.page)))


def is_english(page: Page) -> bool:
    path = urlsplit(page.url).path
    return path == "/" or path.startswith(ENGLISH)


def test_every_page_is_in_the_tour() -> None:
    router.load()
    dashboard_router.load()
    expected = {f"/hosted{path}" for path in HOSTED_PAGES} | DASHBOARD_PAGES.keys()
    names: list[str] = []
    visited: set[str] = set()

    def check(name: str, page: Page) -> None:
        path = urlsplit(page.url).path
        names.append(name)
        visited.add(path if path in expected else f"{path.rpartition('/')[0]}/{{id}}")

    for journey in JOURNEYS:
        travel(journey, check)
    assert expected - visited == set(), "add a stop to tests/emulator/pages/tour"
    assert len(names) == len(set(names)), "the names of stops are unique"


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_in_the_language_of_the_visitor(language: str) -> None:
    def check(name: str, page: Page) -> None:
        assert page.language == ("en" if is_english(page) else language), name

    for journey in JOURNEYS:
        travel(journey, check, language)


class MarkedTexts(Texts):
    """Texts between brackets, so that all other text of a page stands out."""

    def __call__(self, key: str, **values: object) -> str:
        return f"⟦{super().__call__(key, **values)}⟧"


class VisibleText(HTMLParser):
    """The text of a page that people see or hear, except of elements that show data."""

    _ATTRIBUTES = ("alt", "aria-label", "title", "placeholder")
    _DATA = ("code", "dd", "option", "pre", "style")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._tags: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.texts += [text for name in self._ATTRIBUTES if (text := values.get(name))]
        if tag not in ("input", "meta", "link", "hr", "img", "source"):
            self._tags.append("code" if values.get("class") in ("code", "app") else tag)

    def handle_endtag(self, tag: str) -> None:
        self._tags.pop()

    def handle_data(self, data: str) -> None:
        if self._tags and self._tags[-1] not in self._DATA:
            self.texts.append(data.strip())


# Names, addresses and times, the labels that an application chose, and the products that the Admin Portal lists.
PRODUCTS = (*IDENTITY_PROVIDERS.values(), *DIRECTORY_PROVIDERS.values(), *DESTINATIONS.values())
DATA = re.compile(
    r"posts:read|Acme & Sons|Initech|Organization \d+|Environment|Tier|– (WorkOS emulator|Acme)|Ada Lovelace|Staff"
    r"|user\.signed_in|\d{4}-\d\d-\d\dT[\d:.]+Z|[\w.]+@example\.com|acme\.com|[(): .,—]+|"
    + "|".join(re.escape(name) for name in sorted(PRODUCTS, key=len, reverse=True))
)


def test_no_text_bypasses_the_catalog(monkeypatch: pytest.MonkeyPatch) -> None:
    original = catalog.load("en")
    marked = MarkedTexts("en", original._templates)
    monkeypatch.setattr(catalog, "load", lambda language: marked)
    bypassing: set[tuple[str, str]] = set()

    def check(name: str, page: Page) -> None:
        if is_english(page):
            return
        for text in VisibleText(page.html).texts:
            rest = text
            while rest != (rest := re.sub(r"⟦[^⟦⟧]*⟧", "", rest)):
                pass
            if rest := DATA.sub("", rest):
                bypassing.add((name, rest))

    for journey in JOURNEYS:
        travel(journey, check)
    assert bypassing == set()
