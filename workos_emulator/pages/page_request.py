"""A request for a hosted page: its flow, its form, and the CSRF checks."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar
from urllib.parse import parse_qsl

from workos_emulator.auth import credentials, hosted_flows
from workos_emulator.http import origins
from workos_emulator.http.messages import Request, Response
from workos_emulator.pages import frame
from workos_emulator.pages.texts import catalog, selection
from workos_emulator.pages.texts.catalog import Texts
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.state import State

_FORM_TYPE = "application/x-www-form-urlencoded"


class PageError(Exception):
    """Ends the handling of a page request with an error page.

    Attributes:
        title: The heading.
        text: The reason, and what to do.
        status: The status code of the response.
    """

    def __init__(self, title: str, text: str, status: int = 400) -> None:
        super().__init__(title)
        self.title = title
        self.text = text
        self.status = status

    def translate(self, texts: Texts) -> tuple[str, str]:
        """Return the title and the text, if possible in another language."""
        return self.title, self.text


class LocalizedError(PageError):
    """An error page in the language of the request. Its texts are `errors.<key>.title` and `errors.<key>.text`."""

    def __init__(self, key: str, status: int = 400, **values: object) -> None:
        self._key, self._values = key, values
        super().__init__(*self.translate(catalog.load("en")), status)

    def translate(self, texts: Texts) -> tuple[str, str]:
        """Return the title and the text in another language."""
        return texts(f"errors.{self._key}.title"), texts(f"errors.{self._key}.text", **self._values)


@dataclass(slots=True)
class PageRequest:
    """A request for a page.

    Attributes:
        max_form_size: The maximum size of a form, in bytes.
        environment: The environment.
        http_request: The HTTP request.
        query: The query parameters.
        form: The submitted form; empty for a GET request.
        text: Returns a text in the language of the page: `request.text("organization.intro", email=user.email)`.
    """

    max_form_size: ClassVar[int] = 512 * 1024  # the metadata of an identity provider may have 100 KB

    environment: Environment
    http_request: Request
    query: dict[str, str] = field(init=False)
    form: dict[str, str] = field(init=False)
    text: Texts = field(init=False)

    def __post_init__(self) -> None:
        self.text = self._select_texts()
        self.query = dict(parse_qsl(self.http_request.query, keep_blank_values=True))
        self.form = self._form() if self.is_submitted else {}

    @property
    def is_submitted(self) -> bool:
        """Whether a form was sent."""
        return self.http_request.method == "POST"

    @property
    def browser_data(self) -> dict[str, str | None]:
        """The IP address, which only a proxy tells (`X-Forwarded-For`), and the user agent, as events record them."""
        headers = self.http_request.headers
        address = headers.get("x-forwarded-for", "").partition(",")[0].strip()
        return {"ip_address": address or None, "user_agent": headers.get("user-agent")}

    @property
    def state(self) -> State:
        """The stored objects."""
        return self.environment.state

    def get_flow(self) -> HostedFlow:
        """Return the flow that the URL refers to.

        Raises:
            PageError: The flow does not exist, has expired, or belongs to another browser, or the CSRF token of the form is wrong.
        """
        flow = self.state.hosted.flows.get(self.query.get("flow", ""))
        if (
            flow is None
            or flow.expires_at <= self.state.now()
            or not credentials.secrets_equal(self.browser_cookie(), flow.browser)
        ):
            raise LocalizedError("ended")
        if self.is_submitted and not credentials.secrets_equal(self.form.get("csrf", ""), flow.csrf):
            raise LocalizedError("form", 403)
        return flow

    def save_flow(self) -> None:
        """Store the changes to the flow, if it still exists."""
        flow = self.state.hosted.flows.get(self.query.get("flow", ""))
        if flow is not None:
            flow.updated_at = self.state.now()
            self.state.hosted.flows.changed(flow)

    def browser_cookie(self) -> str:
        """Return the value of the browser's flow cookie; an empty string if it has none."""
        return hosted_flows.browser_of(self.state, self.http_request)

    def render(self, title: str, *parts: str, problem: bool = False, wide: bool = False) -> Response:
        """Return a page with the name of the app. A page that shows an error has status 422."""
        status = 422 if problem else 200
        return frame.render(self.text, self.state.settings, title, *parts, status=status, problem=problem, wide=wide)

    def _select_texts(self) -> Texts:
        return selection.select(self.state, self.http_request)

    def _form(self) -> dict[str, str]:
        if len(self.http_request.body) > self.max_form_size:
            raise LocalizedError("form_size", 413, size=self.max_form_size // 1024)
        if not origins.is_same_origin(self.http_request):
            raise LocalizedError("form_origin", 403)
        content_type = self.http_request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if content_type != _FORM_TYPE:
            raise LocalizedError("form_type", 415, media_type=_FORM_TYPE)
        try:
            return dict(parse_qsl(self.http_request.body.decode("ascii"), keep_blank_values=True, errors="strict"))
        except ValueError:
            raise LocalizedError("form_data") from None


def redirect_to_page(path: str, flow: HostedFlow | None = None, **query: str) -> Response:
    """Redirect the browser to another page with a GET request (303)."""
    return Response(303, {"location": hosted_flows.page_url(path, flow, **query)})


Page = Callable[[PageRequest], Response]

PAGES: dict[str, Page] = {}
"""The functions that serve the pages, by path below `/hosted`."""


def page(path: str) -> Callable[[Page], Page]:
    """Register the function that shows a page (GET) and handles its form (POST)."""

    def register(function: Page) -> Page:
        PAGES[path] = function
        return function

    return register
