"""The paths of the dashboard. Its other modules are imported when a browser opens a page."""

from workos_emulator.http import origins
from workos_emulator.http.messages import Request

PREFIX = "/dashboard"
FILES = {"/style.css": "text/css; charset=utf-8", "/script.js": "text/javascript; charset=utf-8"}
"""The content types of the files below the prefix."""


def owns(request: Request) -> bool:
    """Return whether a request is for the dashboard. API clients, which don't accept HTML, get the JSON of the API elsewhere."""
    path = request.path
    if path == "/hosted/mail" or (path.startswith(PREFIX) and path.removeprefix(PREFIX) in FILES):
        return True
    if path == "/":
        return request.method in ("GET", "HEAD") and origins.accepts_html(request)
    return (path == PREFIX or path.startswith(PREFIX + "/")) and origins.accepts_html(request)


def may_be_search(request: Request) -> bool:
    """Return whether a request may be for the search of a list; see `router.is_search`."""
    return request.path.startswith(PREFIX) and "q=" in request.query and origins.accepts_html(request)
