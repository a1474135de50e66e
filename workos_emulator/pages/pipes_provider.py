"""The page that stands in for a Pipes provider and connects the account when it is opened."""

from datetime import timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

from workos_emulator.api.pipes.connect import connect_account
from workos_emulator.api.pipes.shared import emit_account_event, emit_connection_failed
from workos_emulator.http import errors, origins, urls
from workos_emulator.http.messages import Request, Response
from workos_emulator.pages import error_pages, frame, html
from workos_emulator.pages.texts import selection
from workos_emulator.storage.state import State

_CODE_LIFETIME = timedelta(seconds=90)


def respond(state: State, request: Request) -> Response:
    """Connect the account of the authorization in `state`, or issue a `connect_code` for it, and redirect to the application.

    With an `error`, such as `access_denied`, the connection fails as if the provider had returned this error.

    Raises:
        ApiError: 404 if the authorization does not exist or has expired. A browser gets a page instead.
    """
    try:
        return _connect(state, request)
    except errors.ApiError as error:
        if not origins.accepts_html(request):
            raise
        return error_pages.of_api_error(state, request, error)


def _connect(state: State, request: Request) -> Response:
    query = {name: values[0] for name, values in parse_qs(request.query, max_num_fields=100).items()}
    key = query.get("state", "")
    authorization = state.pipes.authorizations.get(key)
    if authorization is None or authorization.expires_at <= state.now() or authorization.connect_code is not None:
        raise errors.plain(404, "The authorization does not exist or has expired.")
    parameters = {"state": authorization.id}
    if "error" in query:
        state.pipes.authorizations.remove(authorization.id)
        emit_connection_failed(state, authorization, query["error"], query.get("error_description"))
        parameters |= {name: query[name] for name in ("error", "error_description") if name in query}
    elif authorization.code_challenge is not None:
        authorization.connect_code = parameters["connect_code"] = state.ids.secret(32)
        authorization.expires_at = state.now() + _CODE_LIFETIME
        state.pipes.authorizations.changed(authorization)
    else:
        state.pipes.authorizations.remove(authorization.id)
        account = connect_account(state, authorization)
        if account is None:
            raise errors.plain(404, "The integration or the owner of the account no longer exists.")
        emit_account_event(state, account, "connected")
    if authorization.return_to is None:
        return _show_result(state, request, "failed" if "error" in query else "connected")
    separator = "&" if urlsplit(authorization.return_to).query else "?"
    return Response.redirect(urls.percent_encode(authorization.return_to) + separator + urlencode(parameters))


def _show_result(state: State, request: Request, result: str) -> Response:
    """Return a page for a browser, and a sentence for other clients."""
    if origins.accepts_html(request):
        texts = selection.select(state, request)
        title, text = texts(f"pipes.{result}_title"), texts(f"pipes.{result}")
        return frame.render(texts, state.settings, title, html.paragraph(text))
    plain = {"connected": b"The account is connected.\n", "failed": b"The account is not connected.\n"}
    return Response(200, {"content-type": "text/plain; charset=utf-8"}, plain[result])
