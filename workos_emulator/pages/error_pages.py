"""Errors as pages, in the language of the request."""

from workos_emulator.http.errors import ApiError
from workos_emulator.http.messages import Request, Response
from workos_emulator.pages import frame, html
from workos_emulator.pages.page_request import PageError
from workos_emulator.pages.texts import selection
from workos_emulator.pages.texts.catalog import Texts
from workos_emulator.storage.state import State


def describe(texts: Texts, error: ApiError) -> str | None:
    """Return the text for an error of the API; None if it has none: its own message is for developers, in English."""
    key = f"api_errors.{error.body.get('code') or error.body.get('error')}"
    return texts(key) if key in texts else None


def of_api_error(state: State, request: Request, error: ApiError) -> Response:
    """Return the page for an error of the API."""
    texts = selection.select(state, request)
    text = describe(texts, error)
    general = PageError(texts("errors.failed.title"), text or texts("errors.failed.text"), error.status)
    return of_page_error(state, request, general, "" if text else error.text)


def of_page_error(state: State, request: Request, error: PageError, detail: str = "") -> Response:
    """Return the page for an error, with a `detail` in English for developers, if any."""
    texts = selection.select(state, request)
    title, text = error.translate(texts)
    return frame.render(
        texts,
        state.settings,
        title,
        html.paragraph(text),
        html.detail(detail) if detail else "",
        html.links({texts("frame.open_dashboard"): "/"}),
        status=error.status,
        problem=True,
    )
