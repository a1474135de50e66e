"""The router of the hosted pages."""

from functools import cache
from importlib import import_module

from workos_emulator.auth.hosted_flows import PREFIX
from workos_emulator.http.errors import ApiError
from workos_emulator.http.messages import Request, Response
from workos_emulator.pages import html
from workos_emulator.pages.page_request import StopError, Visit
from workos_emulator.pages.registry import PAGES
from workos_emulator.storage.environment import Environment

_MODULES = (
    "one_time_codes",
    "device",
    "password_reset",
    "magic_link",
    "mailbox",
    "organization",
    "identity_provider",
    "second_factor",
    "sign_in",
    "sign_up",
    "signed_out",
)


@cache
def _load() -> None:
    for name in _MODULES:
        import_module(f"workos_emulator.pages.{name}")


def owns(path: str) -> bool:
    """Whether a path is one of the hosted pages."""
    return path == PREFIX or path.startswith(PREFIX + "/")


def respond(environment: Environment, request: Request) -> Response:
    """Show a page, or take its form. What went wrong is a page, too."""
    _load()
    function = PAGES.get(request.path.removeprefix(PREFIX))
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
