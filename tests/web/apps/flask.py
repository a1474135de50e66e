from collections.abc import Generator, Mapping
from contextlib import contextmanager

from flask import Flask

from tests.web.apps._common import sync_sign_in, text
from tests.web.person import APP, Answer, Send
from workos_core.models.events import Event
from workos_emulator import Emulator
from workos_web.flask import FlaskKit


@contextmanager
def client(emulator: Emulator, secret: str) -> Generator[Send]:
    app = Flask(__name__)
    kit = FlaskKit(sync_sign_in(emulator))
    seen: list[str] = []

    @app.get("/")
    def home() -> str:
        return "home"

    @app.get("/me")
    @kit.require_user
    def me() -> str:
        return text(kit.current_user)

    @app.get("/open")
    def anyone() -> str:
        identity = kit.current_user
        return "nobody" if identity is None or identity.user is None else str(identity.user["email"])

    @app.get("/organization")
    @kit.require_user
    def organization() -> str:
        assert kit.current_identity
        return str(kit.current_identity.organization_id)

    def add(path: str, view: object) -> None:
        app.add_url_rule(path, path, view)  # type: ignore[arg-type]

    add("/member", kit.require_role("member")(home))
    add("/admin", kit.require_role("admin")(home))
    add("/permission", kit.require_permission("posts:read")(home))
    add("/flag", kit.require_feature_flag("new")(home))

    def keep(event: Event) -> None:
        seen.append(event.id)

    @app.get("/events")
    def events() -> str:
        return " ".join(seen)

    kit.webhook("/webhook", secret, keep)
    kit.init_app(app)

    def send(method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        browser = app.test_client(use_cookies=False)
        answer = browser.open(path, base_url=APP, method=method, headers=dict(headers), data=body)
        return Answer(answer.status_code, answer.text, list(answer.headers.items()))

    yield send
