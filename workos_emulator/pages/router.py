"""The router of the hosted pages."""

from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from workos_emulator import pages
from workos_emulator.auth.hosted_flows import PREFIX
from workos_emulator.http.errors import ApiError
from workos_emulator.http.messages import Request, Response
from workos_emulator.pages import html
from workos_emulator.pages.page_request import PAGES, PageError, PageRequest
from workos_emulator.storage.environment import Environment


@cache
def _load() -> None:
    for module in walk_packages(pages.__path__, f"{pages.__name__}."):
        import_module(module.name)


def owns(path: str) -> bool:
    """Return whether a path belongs to the hosted pages."""
    return path == PREFIX or path.startswith(PREFIX + "/")


def respond(environment: Environment, request: Request) -> Response:
    """Show a page or handle its form. Errors are rendered as pages as well."""
    _load()
    function = PAGES.get(request.path.removeprefix(PREFIX))
    try:
        if function is None:
            raise PageError("Page not found", "Go back to the app and start again.", 404)
        if request.method not in ("GET", "HEAD", "POST"):
            raise PageError("Method not allowed", "Pages accept only GET, HEAD and POST requests.", 405)
        page_request = PageRequest(environment, request)
        response = function(page_request)
        page_request.save_flow()
    except PageError as error:
        response = _error(error.title, error.text, error.status)
    except ApiError as error:
        response = _error("Something went wrong", error.text, error.status)
    finally:
        environment.state.events.flush()
    return response


def _error(title: str, text: str, status: int) -> Response:
    back = html.links({"Open the dashboard": "/"})
    return html.page(title, html.paragraph(text), back, status=status, problem=True)
