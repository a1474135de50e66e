"""The router of the hosted pages."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from workos_emulator import pages
from workos_emulator.auth.hosted_flows import PREFIX
from workos_emulator.http.errors import ApiError
from workos_emulator.http.messages import Request, Response
from workos_emulator.pages import html
from workos_emulator.pages.page_request import PAGES, PageError, PageRequest
from workos_emulator.storage.environment import Environment


@cache
def _load() -> None:
    for module in iter_modules(pages.__path__, f"{pages.__name__}."):
        import_module(module.name)


def owns(path: str) -> bool:
    """Whether a path is one of the hosted pages."""
    return path == PREFIX or path.startswith(PREFIX + "/")


def respond(environment: Environment, request: Request) -> Response:
    """Show a page, or take its form. What went wrong is a page, too."""
    _load()
    function = PAGES.get(request.path.removeprefix(PREFIX))
    try:
        if function is None:
            raise PageError("There is no such page", "Go back to the app and begin again.", 404)
        if request.method not in ("GET", "HEAD", "POST"):
            raise PageError(
                "This does not work here", "Pages are opened, and forms are sent; there is nothing else.", 405
            )
        page_request = PageRequest(environment, request)
        response = function(page_request)
        page_request.save_flow()
    except PageError as error:
        response = html.page(error.title, html.paragraph(error.text), status=error.status, problem=True)
    except ApiError as error:
        response = html.page("This did not work", html.paragraph(error.text), status=error.status, problem=True)
    finally:
        environment.state.events.flush()
    return response
