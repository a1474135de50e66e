"""An API that signs one user in, and the requests of the user's browser to the sign-in routes."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import urlencode

import httpx

from tests.support.access_tokens import public_key, sign_token
from tests.support.session_api import COOKIE, cookie, token_response
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.sessions.session_cookie import unseal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_core.auth.sign_in.verifier_cookie import seal_verifier, verifier_cookie_name

ORIGIN = "https://app.example"
CALLBACK = f"{ORIGIN}/callback"

NAVIGATION = {"sec-fetch-mode": "navigate"}
SCRIPT = {"sec-fetch-mode": "cors"}
HTMX = {"hx-request": "true", "hx-current-url": f"{ORIGIN}/page?a=b"}
FORM = {**NAVIGATION, "origin": ORIGIN, "referer": f"{ORIGIN}/form?a=b"}

AUTHENTICATE = "/user_management/authenticate"
REVOKE = "/user_management/sessions/revoke"
REVOKED = (REVOKE, {"session_id": "session_1"})
"""The request that ends the session."""


@cache
def access_token(
    *, expired: bool = False, session_id: str = "session_1", organization_id: str = "org_1", kid: str = "one"
) -> str:
    """Return an access token that expires in the year 2100, or that has expired. The API publishes the key `one`."""
    claims = {
        "iss": "https://api.workos.com",
        "sub": "user_1",
        "sid": session_id,
        "org_id": organization_id,
        "role": "member",
        "permissions": ["reports:read"],
        "iat": 1_700_000_000,
        "exp": 1_700_000_300 if expired else 4_102_444_800,
    }
    return sign_token(claims, kid=kid)


class SignInAPI:
    """An API that exchanges codes, refreshes sessions and ends them.

    Attributes:
        requests: The path and the body of each request, except those for the public keys.
        failures: The responses to send instead, by path.
    """

    def __init__(self) -> None:
        self.requests: list[tuple[str, dict[str, Any]]] = []
        self.failures: dict[str, httpx.Response] = {}

    def __call__(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        if not path.startswith("/sso/jwks/"):
            self.requests.append((path, json.loads(request.content)))
        if path in self.failures:
            return self.failures[path]
        if path.startswith("/sso/jwks/"):
            return httpx.Response(200, json={"keys": [public_key()]})
        if path == REVOKE:
            return httpx.Response(200, json={})
        assert path == AUTHENTICATE
        token = access_token(organization_id=self.requests[-1][1].get("organization_id", "org_1"))
        return httpx.Response(200, json=token_response(access_token=token))

    @property
    def paths(self) -> list[str]:
        """The path of each request."""
        return [path for path, _ in self.requests]


def session_cookie(*, expired: bool = False, **changes: Any) -> dict[str, str]:
    """Return the cookies of a browser with a session."""
    return {"wos-session": cookie(**{"access_token": access_token(expired=expired), **changes})}


def sealed_session(cookies: tuple[SetCookie, ...]) -> SessionData:
    """Return the content of the session cookie that a response sets."""
    (sealed,) = [each.value for each in cookies if each.name == "wos-session" and each.max_age > 0]
    return unseal_session(sealed, COOKIE).session


def expired_session(name: str = "wos-session") -> tuple[SetCookie, ...]:
    """Return the cookies that remove the session from the browser: for the host, and for its domain."""
    return tuple(SetCookie(name, "", 0, domain, True, "lax") for domain in (None, "app.example"))


def pending_sign_in(return_to: str = "/there", **fields: Any) -> tuple[str, dict[str, str], SetCookie]:
    """Return a pending sign-in: its state, the cookies of the browser, and the cookie that removes them."""
    state = seal_verifier("verifier", COOKIE, return_pathname=return_to, **fields)
    name = verifier_cookie_name(state)
    return state, {name: state}, SetCookie(name, "", 0, None, True, "lax")


def web_request(
    method: str,
    target: str,
    headers: Mapping[str, str] | None = None,
    *,
    cookies: Mapping[str, str] | None = None,
    form: Mapping[str, str] | None = None,
    **fields: Any,
) -> WebRequest:
    """Return a request to https://app.example, unless `headers` has another host."""
    path, _, query = target.partition("?")
    sent = {"host": "app.example", **(headers or {})}
    if cookies:
        sent["cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
    values: dict[str, Any] = {
        "query": query,
        "headers": sent,
        "scheme": "https",
        "body": urlencode(form or {}).encode(),
    }
    return WebRequest(method, path, **values | fields)
