"""The page that stands in for a Pipes provider and connects the account when it is opened."""

from datetime import timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

from workos_emulator.api.pipes.connect import connect_account
from workos_emulator.http import errors, urls
from workos_emulator.http.messages import Request, Response
from workos_emulator.storage.state import State

_CODE_LIFETIME = timedelta(seconds=90)


def respond(state: State, request: Request) -> Response:
    """Connect the account of the authorization in `state`, or issue a `connect_code` for it, and redirect to the application.

    Raises:
        ApiError: 404 if the authorization does not exist or has expired.
    """
    key = parse_qs(request.query, max_num_fields=100).get("state", [""])[0]
    authorization = state.pipes.authorizations.get(key)
    if authorization is None or authorization.expires_at <= state.now() or authorization.connect_code is not None:
        raise errors.plain(404, "The authorization does not exist or has expired.")
    parameters = {"state": authorization.id}
    if authorization.code_challenge is not None:
        authorization.connect_code = parameters["connect_code"] = state.ids.secret(32)
        authorization.expires_at = state.now() + _CODE_LIFETIME
        state.pipes.authorizations.changed(authorization)
    else:
        state.pipes.authorizations.remove(authorization.id)
        if connect_account(state, authorization) is None:
            raise errors.plain(404, "The integration or the owner of the account no longer exists.")
    if authorization.return_to is None:
        return Response(200, {"content-type": "text/plain; charset=utf-8"}, b"The account is connected.\n")
    separator = "&" if urlsplit(authorization.return_to).query else "?"
    return Response.redirect(urls.percent_encode(authorization.return_to) + separator + urlencode(parameters))
