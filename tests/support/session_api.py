"""An API that returns tokens, and session cookies to refresh with it."""

import json
from collections.abc import Callable
from typing import Any

import httpx

from workos_core.auth.sessions.results import SessionNotAuthenticated, SessionRefreshed
from workos_core.auth.sessions.session_cookie import seal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_core.serialization.base64url import encode_base64url

COOKIE = "a cookie password of more than thirty-two characters"
USER = {"object": "user", "id": "user_1", "email": "ada@example.com"}


def token(**claims: Any) -> str:
    parts = [{"alg": "RS256", "kid": "1"}, {"sid": "session_1", **claims}]
    return ".".join([*(encode_base64url(json.dumps(part).encode()) for part in parts), "AA"])


def token_response(**changes: Any) -> dict[str, Any]:
    """Return an authentication response, without the fields that are None."""
    body = {"user": USER, "access_token": token(), "refresh_token": "new", **changes}
    return {name: value for name, value in body.items() if value is not None}


def cookie(**changes: Any) -> str:
    values: dict[str, Any] = {"access_token": token(), "refresh_token": "old", "user": USER, **changes}
    return seal_session(SessionData(**values), COOKIE)


class API:
    """An API that returns the same response to every request, and records the requests."""

    def __init__(self, status: int = 200, body: Any = None, headers: dict[str, str] | None = None) -> None:
        self.status = status
        self.body = token_response() if body is None else body
        self.headers = headers
        self.requests: list[httpx.Request] = []
        self.during: Callable[[], object] | None = None

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if self.during is not None:
            self.during()
        return httpx.Response(self.status, json=self.body, headers=self.headers)

    @property
    def organizations(self) -> list[str | None]:
        """The organization of each request for tokens."""
        return [json.loads(request.content).get("organization_id") for request in self.requests]


def load(workos: Any, session_data: str | None) -> Any:
    """Return the session in a cookie, of an asynchronous or synchronous client."""
    return workos.user_management.load_sealed_session(session_data=session_data, cookie_password=COOKIE)


def refreshed(result: object) -> SessionRefreshed[Any]:
    assert isinstance(result, SessionRefreshed)
    return result


def rejected(result: object) -> SessionNotAuthenticated:
    assert isinstance(result, SessionNotAuthenticated)
    return result
