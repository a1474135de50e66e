"""A request for a hosted page: its flow, its form, and the CSRF checks."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from workos_emulator.auth import credentials, hosted_flows
from workos_emulator.http import origins
from workos_emulator.http.messages import Request, Response
from workos_emulator.pages import html
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.state import State

_MAX_FORM_SIZE = 512 * 1024  # bytes; the metadata of an identity provider may have 100 KB


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


@dataclass(slots=True)
class PageRequest:
    """A request for a page.

    Attributes:
        environment: The environment.
        http_request: The HTTP request.
        query: The query parameters.
        form: The submitted form; empty for a GET request.
    """

    environment: Environment
    http_request: Request
    query: dict[str, str] = field(init=False)
    form: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.query = dict(parse_qsl(self.http_request.query, keep_blank_values=True))
        self.form = self._form() if self.is_submitted else {}

    @property
    def is_submitted(self) -> bool:
        """Whether a form was sent."""
        return self.http_request.method == "POST"

    @property
    def browser_data(self) -> dict[str, str | None]:
        """The IP address (unknown, so None) and the user agent, as events record them."""
        return {"ip_address": None, "user_agent": self.http_request.headers.get("user-agent")}

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
            text = "It is unknown, completed or expired, or was started in another browser. Go back to the app and start again."
            raise PageError("This sign-in has ended", text)
        if self.is_submitted and not credentials.secrets_equal(self.form.get("csrf", ""), flow.csrf):
            raise PageError("Invalid form", "The form did not come from this page. Go back and try again.", 403)
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
        name = self.state.settings.application_name
        return html.page(title, *parts, app=name, status=422 if problem else 200, problem=problem, wide=wide)

    def _form(self) -> dict[str, str]:
        if len(self.http_request.body) > _MAX_FORM_SIZE:
            raise PageError("Form too large", "A form may have at most 512 KB.", 413)
        if not origins.is_same_origin(self.http_request):
            raise PageError("Invalid form", "The form was submitted from another site.", 403)
        content_type = self.http_request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if content_type != "application/x-www-form-urlencoded":
            raise PageError("Invalid form", "Submit the form as application/x-www-form-urlencoded.", 415)
        try:
            return dict(parse_qsl(self.http_request.body.decode("ascii"), keep_blank_values=True, errors="strict"))
        except ValueError:
            raise PageError("Invalid form", "The form data is malformed.") from None


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
