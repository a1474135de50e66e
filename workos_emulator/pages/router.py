"""The router of the hosted pages."""

from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from workos_emulator import pages
from workos_emulator.auth.hosted_flows import PREFIX
from workos_emulator.http.errors import ApiError
from workos_emulator.http.messages import Request, Response
from workos_emulator.pages import error_pages
from workos_emulator.pages.page_request import PAGES, LocalizedError, PageError, PageRequest
from workos_emulator.pages.passkeys import ceremony
from workos_emulator.storage.environment import Environment


@cache
def load() -> None:
    """Import all modules with pages."""
    for module in walk_packages(pages.__path__, f"{pages.__name__}."):
        import_module(module.name)


def owns(path: str) -> bool:
    """Return whether a path belongs to the hosted pages."""
    return path == PREFIX or path.startswith(PREFIX + "/")


def respond(environment: Environment, request: Request) -> Response:
    """Show a page or handle its form. Errors are rendered as pages as well."""
    load()
    if request.path == ceremony.SCRIPT:
        return ceremony.script()
    function = PAGES.get(request.path.removeprefix(PREFIX))
    try:
        if function is None:
            raise LocalizedError("not_found", 404)
        if request.method not in ("GET", "HEAD", "POST"):
            raise LocalizedError("method", 405)
        page_request = PageRequest(environment, request)
        response = function(page_request)
        page_request.save_flow()
    except PageError as error:
        response = error_pages.of_page_error(environment.state, request, error)
    except ApiError as error:
        response = error_pages.of_api_error(environment.state, request, error)
    finally:
        environment.state.events.flush()
    return response
