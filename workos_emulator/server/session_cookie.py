"""The cookies of browser clients without `devMode`: the refresh token, which scripts cannot read, and a marker that they can.

The browser stores them only if the client sent the request with credentials, so clients in `devMode` have none.
"""

import json
from dataclasses import replace
from typing import Any, Final

from workos_emulator.http import errors, origins, payload
from workos_emulator.http.messages import Request, Response
from workos_emulator.rendering.sessions import session_status
from workos_emulator.server import cors
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.state import State

_AUTHENTICATE: Final = "/user_management/authenticate"
_LOGOUT: Final = "/user_management/sessions/logout"
_MARKER: Final = "workos-has-session"  # a list of client IDs, separated by dots


def cookie_name(request: Request) -> str:
    """Return the name of the cookie with the refresh token. It differs per port, because all ports of a host share cookies."""
    port = request.headers.get("host", "").rpartition(":")[2]
    return f"workos_emulator_session_{port}" if port.isdigit() else "workos_emulator_session"


def add_refresh_token(environment: Environment, request: Request) -> Request:
    """Return the request with the refresh token from its cookie in the body, if it refreshes a session without one.

    Raises:
        ApiError: 400 `invalid_grant` if the browser has no such cookie.
    """
    if request.path != _AUTHENTICATE or request.method != "POST" or "origin" not in request.headers:
        return request
    body = payload.read(request, form=True)
    if not _refreshes_without_token(body):
        return request
    token = request.cookie(cookie_name(request))
    # A cookie authenticates the browser, so the origin decides whether the page in it may use it.
    if not token or cors.allowed_origin(environment.state, request) is None:
        raise errors.oauth("invalid_grant", "The request has neither a refresh_token nor a session cookie.")
    headers = {**request.headers, "content-type": "application/json"}
    return replace(request, headers=headers, body=json.dumps({**body, "refresh_token": token}).encode())


def _refreshes_without_token(body: Any) -> bool:
    return payload.is_object(body) and body.get("grant_type") == "refresh_token" and not body.get("refresh_token")


def update(environment: Environment, request: Request, response: Response) -> None:
    """Set the cookies after an authentication by a browser client, and delete them when the session has ended."""
    state = environment.state
    if request.path == _AUTHENTICATE and response.status == 200 and cors.allowed_origin(state, request) is not None:
        token = state.refresh_tokens.get(json.loads(response.body).get("refresh_token", ""))
        session = state.sessions.get(token.session_id) if token else None
        if token is not None and session is not None:
            seconds = max(int((session.expires_at - state.now()).total_seconds()), 0)
            _set(environment, request, response, token.id, seconds)
    elif request.path in (_AUTHENTICATE, _LOGOUT):
        value = request.cookie(cookie_name(request))
        if value is not None and not _is_active(state, value):
            _set(environment, request, response, "", 0)


def _is_active(state: State, token_id: str) -> bool:
    token = state.refresh_tokens.get(token_id)
    session = state.sessions.get(token.session_id) if token else None
    return session is not None and session_status(state, session) == "active"


def _set(environment: Environment, request: Request, response: Response, token: str, seconds: int) -> None:
    name, same_site = cookie_name(request), _same_site(request)
    response.cookies.append(f"{name}={token}; Path=/user_management; Max-Age={seconds}; HttpOnly; {same_site}")
    others = {id for id in (request.cookie(_MARKER) or "").split(".") if id.isascii() and id.isidentifier()}
    client_ids = others | {environment.client_id} if token else others - {environment.client_id}
    lifetime = f"; Max-Age={seconds}" if token or not client_ids else ""
    response.cookies.append(
        f"{_MARKER}={'.'.join(sorted(client_ids))}; Path=/{_domain(request)}{lifetime}; {same_site}"
    )


def _same_site(request: Request) -> str:
    """Return the `SameSite` and `Secure` attributes. Only `None` cookies are sent from another site, and browsers demand `Secure` then."""
    if request.headers.get("sec-fetch-site") == "cross-site":
        return "SameSite=None; Secure"
    return "SameSite=Lax; Secure" if request.scheme == "https" else "SameSite=Lax"


def _domain(request: Request) -> str:
    """Return the `Domain` attribute that lets `app.example.com` read the marker of `auth.example.com`; empty for other hosts."""
    host = origins.host_name(request.headers.get("host", ""))
    parent = host.partition(".")[2]
    return f"; Domain={parent}" if "." in parent and not parent.replace(".", "").isdigit() else ""
