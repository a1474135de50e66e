"""Which function makes which page."""

from collections.abc import Callable
from functools import cache
from importlib import import_module

from workos_emulator.errors import ApiError
from workos_emulator.hosted import html
from workos_emulator.hosted.visit import PREFIX, StopError, Visit
from workos_emulator.messages import Request, Response
from workos_emulator.registry import Environment

Page = Callable[[Visit], Response]
_MODULES = (
    "codes",
    "device",
    "forgotten",
    "magic_link",
    "mailbox",
    "organization",
    "provider",
    "second_factor",
    "sign_in",
    "sign_up",
    "signed_out",
)
_pages: dict[str, Page] = {}


def page(path: str) -> Callable[[Page], Page]:
    """Register the function that shows a page (GET) and takes its form (POST)."""

    def register(function: Page) -> Page:
        _pages[path] = function
        return function

    return register


@cache
def _load() -> None:
    for name in _MODULES:
        import_module(f"workos_emulator.hosted.{name}")


def owns(path: str) -> bool:
    """Whether a path is one of the hosted pages."""
    return path == PREFIX or path.startswith(PREFIX + "/")


def answer(environment: Environment, request: Request) -> Response:
    """Show a page, or take its form. What went wrong is a page, too."""
    _load()
    function = _pages.get(request.path.removeprefix(PREFIX))
    try:
        if function is None:
            raise StopError("There is no such page", "Go back to the app and begin again.", 404)
        if request.method not in ("GET", "HEAD", "POST"):
            raise StopError(
                "This does not work here", "Pages are opened, and forms are sent; there is nothing else.", 405
            )
        visit = Visit(environment, request)
        response = function(visit)
        visit.save()
    except StopError as error:
        response = html.page(error.title, html.paragraph(error.text), status=error.status, problem=True)
    except ApiError as error:
        response = html.page("This did not work", html.paragraph(error.text), status=error.status, problem=True)
    finally:
        environment.state.events.flush()
    return response
