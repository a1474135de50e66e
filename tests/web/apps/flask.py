from collections.abc import Generator, Mapping
from contextlib import contextmanager

from flask import Flask

from tests.web.apps._clients import describe, sync_sign_in
from tests.web.browser import APP, Page, Send
from workos_core.auth import permission, role
from workos_core.auth.identity.sign_in_hooks import SignInHooks
from workos_core.models.events import Event
from workos_emulator import Emulator
from workos_web._request_auth import WebhookHandler
from workos_web.flask import FlaskSignIn


@contextmanager
def client(
    emulator: Emulator, secret: str, *, hooks: SignInHooks | None = None, handler: WebhookHandler | None = None
) -> Generator[Send]:
    app = Flask(__name__)
    auth = FlaskSignIn(sync_sign_in(emulator), hooks=hooks)
    event_ids: list[str] = []

    @app.get("/")
    def home() -> str:
        return "home"

    @app.get("/me")
    @auth.require_user
    def me() -> str:
        return describe(auth.current_user)

    @app.get("/open")
    def anyone() -> str:
        identity = auth.current_user
        return "anonymous" if identity is None or identity.user is None else identity.user.email

    @app.get("/organization")
    @auth.require_user
    def organization() -> str:
        assert auth.current_identity
        return str(auth.current_identity.organization_id)

    def add(path: str, view: object) -> None:
        app.add_url_rule(path, path, view)  # type: ignore[arg-type]

    add("/member", auth.require_role("member")(home))
    add("/admin", auth.require_role("admin")(home))
    add("/permission", auth.require_permission("posts:read")(home))
    add("/flag", auth.require_feature_flag("new")(home))
    add("/either", auth.require(role("admin") | permission("posts:read"))(home))
    add("/both", auth.require(role("member") & permission("posts:read"))(home))

    def store_event(event: Event) -> None:
        event_ids.append(event.id)

    @app.get("/events")
    def events() -> str:
        return " ".join(event_ids)

    auth.add_webhook_route("/webhook", secret, handler or store_event)
    auth.init_app(app)

    def send(method: str, path: str, headers: Mapping[str, str], body: bytes) -> Page:
        test_client = app.test_client(use_cookies=False)
        response = test_client.open(path, base_url=APP, method=method, headers=dict(headers), data=body)
        return Page(response.status_code, response.text, list(response.headers.items()))

    yield send
