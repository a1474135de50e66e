"""The router of the dashboard."""

from functools import cache
from importlib import import_module, resources
from urllib.parse import unquote

from workos_emulator.http import origins
from workos_emulator.http.errors import ApiError
from workos_emulator.http.messages import Request, Response
from workos_emulator.pages import html
from workos_emulator.pages.dashboard import layout, search
from workos_emulator.pages.dashboard.dashboard_request import (
    PAGES,
    DashboardRequest,
    Page,
    Services,
    new_request,
    set_cookie,
    url,
)
from workos_emulator.pages.dashboard.paths import FILES, PREFIX, may_be_search
from workos_emulator.pages.page_request import PageError
from workos_emulator.storage.environment import Environment

_MODULES = (
    *("clock", "events", "faults", "feature_flags", "mailbox"),
    *("objects", "overview", "passkeys", "radar", "requests", "settings", "webhooks"),
)


def is_search(request: Request) -> bool:
    """Return whether a request is for the search of a list. Other sites cannot start one."""
    if not may_be_search(request):
        return False
    load()
    is_allowed = origins.is_same_origin(request) or origins.is_navigation(request)
    return is_allowed and request.path in search.LISTS and search.text_of(request) != ""


def respond(environment: Environment, services: Services, request: Request) -> Response:
    """Show a page or handle its form. Errors are pages as well."""
    name = request.path.removeprefix(PREFIX)
    if name in FILES:
        return _file(name)
    if request.path == PREFIX:
        return Response(303, {"location": "/"})
    function, id = _find(request.path)
    # The request of an error page must not depend on the form, which may be the error.
    shown = new_request(environment, Request("GET", request.path, "", request.headers), services, id)
    try:
        if not origins.is_same_origin(request) and not origins.is_navigation(request):
            raise PageError("Request from another site", "Open this page from the address bar.", 403)
        if function is None:
            raise PageError("Page not found", "The dashboard has no such page.", 404)
        if request.method not in ("GET", "HEAD", "POST"):
            raise PageError("Method not allowed", "Pages accept only GET, HEAD and POST requests.", 405)
        page_request = new_request(environment, request, services, id)
        page_request.csrf = shown.csrf
        page_request.check_csrf()
        response = function(page_request)
    except PageError as error:
        response = _error(shown, error.title, error.text, error.status)
    except ApiError as error:
        response = _error(shown, "Something went wrong", error.text, error.status)
    finally:
        environment.state.events.flush()
    set_cookie(shown, response)
    return response


def _error(request: DashboardRequest, title: str, text: str, status: int) -> Response:
    back = layout.link("Back to the overview", url("/"))
    return layout.render(request, title, html.paragraph(text), f"<p>{back}</p>", status=status, problem=True)


def _find(path: str) -> tuple[Page | None, str]:
    load()
    if path in PAGES:
        return PAGES[path], ""
    head, _, last = path.rpartition("/")
    return PAGES.get(f"{head}/{{id}}") if last else None, unquote(last)


@cache
def load() -> None:
    """Import all modules with pages."""
    for name in _MODULES:
        import_module(f"workos_emulator.pages.dashboard.{name}")


@cache
def _read(name: str) -> bytes:
    return (resources.files("workos_emulator.pages.dashboard") / f"static{name}").read_bytes()


def _file(name: str) -> Response:
    headers = {"content-type": FILES[name], "cache-control": "no-cache", "x-content-type-options": "nosniff"}
    return Response(200, headers, _read(name))
