"""What the text of each page presupposes, and what its blocks must have done.

A page without an entry needs nothing but the environment variables, `workos` and the objects of the emulator.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.util import find_spec
from threading import Thread
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

import httpx
import pytest

import workos_sync
from tests.docs.runner import ORGANIZATION, PASSWORD, USER, Environment
from workos_core.webhooks import sign
from workos_testing import SessionFactory

Context = Callable[[Environment], AbstractContextManager[None]]
SECRET = "the signing secret"
_CONTEXTS: dict[str, Context] = {}
REQUIRED_PACKAGES = {
    "agents.md": ("fastapi", "starlette", "litestar", "flask", "django"),
    "django.md": ("django", "rest_framework", "ninja"),
    "fastapi.md": ("fastapi", "starlette"),
    "flask.md": ("flask",),
    "litestar.md": ("litestar",),
    "mcp.md": ("mcp.server.mcpserver", "fastmcp"),
    "models.md": ("django", "fastapi", "flask", "litestar", "rest_framework"),
    "tutorial/deployment.md": ("fastapi",),
}
"""The packages without which a page can't run. `nox -s web` installs them."""


def missing_package(page: str) -> str | None:
    """Return a package that a page requires and that is not installed, or None."""
    for package in REQUIRED_PACKAGES.get(page, ()):
        try:
            is_installed = find_spec(package) is not None
        except ModuleNotFoundError:  # the package of a module
            is_installed = False
        if not is_installed:
            return package
    return None


def context(page: str) -> Context:
    """Return the context of a page."""
    return _CONTEXTS.get(page, lambda env: nullcontext())


def _of(page: str) -> Callable[[Callable[[Environment], Iterator[None]]], None]:
    def register(function: Callable[[Environment], Iterator[None]]) -> None:
        _CONTEXTS[page] = contextmanager(function)

    return register


async def _async_none(*arguments: object) -> None:
    return None


class _Headers(dict[str, str]):
    """Headers whose names are case-insensitive, as those of the web frameworks are."""

    def get(self, name: str, default: Any = None) -> Any:
        return super().get(name.lower(), default)


def _check_pages(env: Environment, client: Any, own_page: str = "") -> None:
    """Request the pages of an application: without a session, and as a user without a permission."""
    headers = SessionFactory(env.emulator).headers(USER, ORGANIZATION)
    assert client.get("/reports").status_code == 401
    assert client.get("/reports", headers=headers).status_code == 403
    if own_page:
        assert USER in client.get(own_page, headers=headers).text


@_of("client.md")
def _client(env: Environment) -> Iterator[None]:
    env.names |= {"cookie": env.session, "password": PASSWORD}
    yield
    assert env.names["result"].authenticated
    assert env.names["patient"] is not None


@_of("connections.md")
def _connections(env: Environment) -> Iterator[None]:
    import certifi

    env.replacements["/etc/ssl/company.pem"] = certifi.where()
    yield


@_of("device-login.md")
def _device_login(env: Environment) -> Iterator[None]:
    printed: list[str] = []

    def show(text: str) -> None:
        printed.append(text)
        if text.startswith("Open"):
            env.emulator.seed.approve_device(text.rpartition(" ")[2], USER)

    env.names["print"] = show
    yield
    assert printed[-1] == "ada@example.com"


@_of("mcp.md")
def _mcp(env: Environment) -> Iterator[None]:
    env.emulator.settings.dynamic_client_registration = True
    env.replacements["example.authkit.app"] = os.environ["WORKOS_BASE_URL"]
    yield


@_of("agents.md")
def _agents(env: Environment) -> Iterator[None]:
    from tests.web.apps import _django_project  # configures Django

    requests: list[str | None] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            requests.append(self.headers["Authorization"])
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            pass

    async def call_github(token: str) -> str:
        return token

    with workos_sync.WorkOS() as workos:
        application = workos.connect.create_m2m_application(name="Reporter", organization_id=ORGANIZATION)
        secret = workos.connect.create_application_client_secret(application.id)
        workos.pipes.create_data_integration(provider="github")
        workos.authorization.create_permission(slug="reports:read", name="Read reports")
        workos.audit_logs.create_schema("agent.tool_called", targets=[{"type": "tool"}, {"type": "user"}])
    printed: list[str] = []
    env.names |= {
        "M2M_CLIENT_ID": application.client_id,
        "M2M_CLIENT_SECRET": secret.secret,
        "call_github": call_github,
        "print": lambda *values: printed.append(" ".join(map(str, values))),
    }
    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        env.replacements |= {
            "example.authkit.app": os.environ["WORKOS_BASE_URL"],
            "https://api.example.com": f"http://127.0.0.1:{server.server_port}",
        }
        yield
        server.shutdown()
    assert _django_project
    assert requests[0] is not None
    assert requests[0].startswith("Bearer ey")
    assert any("not_installed" in line for line in printed)
    assert env.names["log"].dropped == 0


@_of("errors.md")
def _errors(env: Environment) -> Iterator[None]:
    yield
    assert env.names["organization"].id == ORGANIZATION


@_of("hosted-pages.md")
def _hosted_pages(env: Environment) -> Iterator[None]:
    env.names["input"] = lambda text: ""
    yield


@_of("fastapi.md")
def _fastapi(env: Environment) -> Iterator[None]:
    from workos_async import SignIn, WorkOS

    def check() -> None:
        from fastapi.testclient import TestClient

        _check_pages(env, TestClient(env.names["app"], follow_redirects=False), "/me")

    env.names["sign_in"] = SignIn(WorkOS(), redirect_uri="http://localhost:8000/callback")
    env.checks[0] = check
    env.replacements["install(app, sign_in, paths"] = (
        "install(FastAPI(), sign_in, paths"  # the first app has its routes
    )
    yield


@_of("flask.md")
def _flask(env: Environment) -> Iterator[None]:
    env.names["handle_event"] = lambda event: None
    second = (
        "app = Flask(__name__)\nauth = FlaskSignIn(SignIn(WorkOS(), redirect_uri='http://localhost:5000/callback'))\n"
    )
    env.replacements["auth.add_webhook_route("] = f"{second}auth.add_webhook_route("
    env.checks[0] = lambda: _check_pages(env, env.names["app"].test_client())
    yield


@_of("litestar.md")
def _litestar(env: Environment) -> Iterator[None]:
    def check() -> None:
        from litestar.testing import TestClient

        with TestClient(env.names["app"]) as client:
            _check_pages(env, client)

    env.checks[0] = check
    yield


@_of("observability.md")
def _observability(env: Environment) -> Iterator[None]:
    env.names["metrics"] = SimpleNamespace(increment=_async_none)
    yield
    assert env.names["responses"][-1].status == 200


@_of("rate-limits.md")
def _rate_limits(env: Environment) -> Iterator[None]:
    env.names |= {"email": "ada@example.com", "show": print}
    yield


@_of("sessions.md")
def _sessions(env: Environment) -> Iterator[None]:
    env.replacements['"…"  # at least'] = f'"{PASSWORD}"  # at least'
    env.names |= {
        "ServiceUnavailable": RuntimeError,
        "set_cookie": print,
        "delete_cookie": print,
        "request": SimpleNamespace(cookies={"wos-session": env.session}),
        "refreshed": SimpleNamespace(sealed_session=env.session),
    }
    yield
    assert env.names["cookies"]


@_of("sign-in.md")
def _sign_in(env: Environment) -> Iterator[None]:
    from workos_async import SignIn, WorkOS
    from workos_core.auth import WebRequest

    env.is_async = True
    env.names |= {
        "cookies": {"wos-session": env.session},
        "header": None,
        "query": {"code": "unknown"},
        "is_customer": _async_none,
        "save_user": _async_none,
        "load_domains": _async_none,
        "uri": "https://app.example/callback",
        "WebRequest": WebRequest,
        "SignIn": SignIn,
        "WorkOS": WorkOS,
    }
    yield


@_of("tokens.md")
def _tokens(env: Environment) -> Iterator[None]:
    env.emulator.settings.hosted_pages = "never"
    with workos_sync.WorkOS() as workos:
        jwks = workos.user_management.get_jwks().to_dict()
        connect_token = _connect_token(workos, "https://mcp.example.com/mcp")
    env.replacements |= {
        "verify_connect_token(token,": "verify_connect_token(connect_token,",
        "verify_connect_token(\n    token,": "verify_connect_token(\n    connect_token,",
        "example.authkit.app": os.environ["WORKOS_BASE_URL"],
    }
    env.names |= {
        "token": SessionFactory(env.emulator).access_token(USER, ORGANIZATION),
        "connect_token": connect_token,
        "jwks": jwks,
        "Unauthorized": RuntimeError,
        "ServiceUnavailable": RuntimeError,
    }
    yield
    assert env.names["claims"].sub == USER


def _connect_token(workos: workos_sync.WorkOS, audience: str) -> str:
    """Return a token that the user gives to another application, for a server with this URL."""
    redirect_uri = "https://agent.example.com/callback"
    workos.user_management.create_authkit_oauth_resource(uri=audience)
    application = workos.connect.create_oauth_application(
        name="Agent", is_first_party=True, redirect_uris=[{"uri": redirect_uri}]
    )
    secret = workos.connect.create_application_client_secret(application.id).secret
    url = os.environ["WORKOS_BASE_URL"]
    shared = {"client_id": application.client_id, "redirect_uri": redirect_uri, "resource": audience}
    query = {**shared, "response_type": "code", "scope": "openid", "login_hint": "ada@example.com"}
    redirect = httpx.get(f"{url}/oauth2/authorize", params=query)
    code = httpx.URL(redirect.headers["location"]).params["code"]
    form = {**shared, "grant_type": "authorization_code", "code": code, "client_secret": str(secret)}
    token: str = httpx.post(f"{url}/oauth2/token", data=form).json()["access_token"]
    return token


@_of("vault.md")
def _vault(env: Environment) -> Iterator[None]:
    env.names |= {"document": "secret", "record_id": "record_1", "texts": ["one", "two"]}
    yield
    assert (env.names["document"], env.names["texts"]) == ("secret", ["one", "two"])


@_of("webhooks.md")
def _webhooks(env: Environment) -> Iterator[None]:
    body = b'{"object": "authentication_action_context", "user": {"email": "ada@example.com"}}'
    request = SimpleNamespace(headers=_Headers({"workos-signature": sign(body, SECRET)}))
    env.names |= {
        "WEBHOOK_SECRET": SECRET,
        "ACTION_SECRET": SECRET,
        "Response": lambda status, text="": status,
        "JSONResponse": dict,
        "body": body,
        "request": request,
    }
    yield


@_of("tutorial/deployment.md")
def _deployment(env: Environment) -> Iterator[None]:
    from fastapi.testclient import TestClient

    env.replacements['os.environ["REDIS_URL"]'] = "'redis://localhost:6379'"
    uri = "http://testserver/callback"
    yield
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKOS_REDIRECT_URI", uri)
        with TestClient(env.names["make_app"](), follow_redirects=False) as client:
            assert quote(uri, safe="") in client.get("/login").headers["location"]
