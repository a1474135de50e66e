"""The emulator's own HTTP interface, below `/_emulator`. It needs no key and is struck by no fault."""

from typing import TYPE_CHECKING

from workos_emulator import downloads, payload, pipespage
from workos_emulator.messages import Request, Response

if TYPE_CHECKING:
    from workos_emulator.emulator import Emulator

PREFIX = "/_emulator"

_LARGEST_BODY = 256 * 1024 * 1024  # a snapshot, or a seed


def owns(path: str) -> bool:
    """Whether a path belongs to this interface."""
    return path == PREFIX or path.startswith(PREFIX + "/")


def largest_body(path: str) -> int:
    """The most bytes that the body of a request to `path` may have."""
    return _LARGEST_BODY if owns(path) else payload.MAX_BODY


def answer(emulator: "Emulator", request: Request) -> Response:
    """Answer a request below `/_emulator`.

    Raises:
        ApiError: 404, 405, or 4xx for what does not fit the document of this interface.
    """
    if request.path.startswith(downloads.PREFIX) and request.method in ("GET", "HEAD"):
        return downloads.fetch(emulator.environment.state, request.path)
    if request.path == pipespage.PATH and request.method == "GET":
        return pipespage.answer(emulator.environment.state, request)
    from workos_emulator.control import routes

    return routes.answer(emulator, request, request.path.removeprefix(PREFIX))
