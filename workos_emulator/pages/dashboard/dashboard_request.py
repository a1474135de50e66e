"""A request for a page of the dashboard: its CSRF token, the number of the page of a list, and redirects."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import quote, urlencode

from workos_emulator.auth import credentials
from workos_emulator.events.deliveries import Deliveries
from workos_emulator.http.messages import Request, Response
from workos_emulator.pages.dashboard import listing
from workos_emulator.pages.dashboard.paths import PREFIX
from workos_emulator.pages.page_request import PageError, PageRequest
from workos_emulator.pages.texts import catalog
from workos_emulator.pages.texts.catalog import Texts
from workos_emulator.storage.environment import Environment

if TYPE_CHECKING:
    from workos_emulator.server.faults import Faults
    from workos_emulator.server.request_log import RequestLog

_COOKIE = "workos_emulator_dashboard"


@dataclass(slots=True, frozen=True)
class Services:
    """What the dashboard shows and changes besides the stored objects.

    Attributes:
        faults: The faults.
        requests: The request log.
        deliveries: The webhook deliveries.
        found: The numbers of the objects that a search has found, newest first; None without a search.
    """

    faults: "Faults"
    requests: "RequestLog"
    deliveries: Deliveries
    found: Sequence[int] | None = None


@dataclass(slots=True)
class DashboardRequest(PageRequest):
    """A request for a page of the dashboard.

    Attributes:
        services: The faults, the request log and the webhook deliveries.
        id: The decoded last segment of the path, for pages of an object.
        csrf: The token that the forms of this browser must send.
    """

    max_form_size: ClassVar[int] = 1024 * 1024  # the settings can contain a logo

    services: Services
    id: str = ""
    csrf: str = field(default_factory=lambda: secrets.token_hex(16))

    def _select_texts(self) -> Texts:
        return catalog.load("en")

    @property
    def page_number(self) -> int:
        """The number of the requested page of a list, from 1."""
        return listing.page_number(self.query.get("page", "1"))

    @property
    def search_text(self) -> str:
        """The text that the objects of a list must contain, or an empty string."""
        return self.query.get("q", "").strip()

    def check_csrf(self) -> None:
        """Check that a submitted form has the token of this browser.

        Raises:
            PageError: 403.
        """
        if self.is_submitted and not credentials.secrets_equal(self.form.get("csrf", ""), self.csrf):
            raise PageError("Invalid form", "The form is too old or did not come from this page. Try again.", 403)


def new_request(environment: Environment, request: Request, services: Services, id: str) -> DashboardRequest:
    """Return the request for a page, with the CSRF token that the browser has in a cookie, or a new one."""
    result = DashboardRequest(environment, request, services, id)
    token = request.cookie(_COOKIE) or ""
    if len(token) == 32 and token.isalnum():
        result.csrf = token
    return result


def set_cookie(request: DashboardRequest, response: Response) -> None:
    """Store the CSRF token in the browser."""
    if request.http_request.cookie(_COOKIE) != request.csrf:
        response.cookies.append(f"{_COOKIE}={request.csrf}; Path=/; HttpOnly; SameSite=Lax")


def url(path: str, id: str = "", **query: str) -> str:
    """Return the URL of a page, with the ID of an object as the last segment."""
    segment = f"/{quote(id, safe='')}" if id else ""
    parameters = urlencode({name: value for name, value in query.items() if value})
    base = path if path.startswith("/hosted") or path == "/" else f"{PREFIX}{path}"
    return f"{base}{segment}{'?' if parameters else ''}{parameters}"


def redirect(path: str, done: str) -> Response:
    """Redirect to a page (303), which then shows the message of `done`."""
    return Response(303, {"location": url(path, done=done)})


Page = Callable[[DashboardRequest], Response]

PAGES: dict[str, Page] = {}
"""The functions that serve the pages, by path. `{id}` as the last segment matches the ID of an object."""


def page(path: str) -> Callable[[Page], Page]:
    """Register the function that shows a page (GET) and handles its forms (POST)."""

    def register(function: Page) -> Page:
        PAGES[path if path.startswith("/hosted") or path == "/" else f"{PREFIX}{path}"] = function
        return function

    return register


MESSAGES: Mapping[str, str] = {
    "added": "The fault was added.",
    "advanced": "The clock was moved.",
    "cleared": "All faults were removed.",
    "disabled": "The feature flag was disabled.",
    "enabled": "The feature flag was enabled.",
    "frozen": "The clock is frozen.",
    "passkey_removed": "The passkey was removed.",
    "redelivered": "The webhook will be sent again.",
    "removed": "The fault was removed.",
    "resumed": "The clock shows the system time.",
    "saved": "The settings were saved.",
}
"""The messages about completed actions, by the query parameter `done`."""
