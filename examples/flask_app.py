"""A Flask app with sign-in and a choice of organizations.

python -m examples.flask_app                                with an emulator; open http://localhost:8000
WORKOS_API_KEY=… WORKOS_CLIENT_ID=… WORKOS_COOKIE_PASSWORD=… python -m examples.flask_app
"""

from typing import Any

from flask import Flask

from examples.web_parts import home_page, run
from workos_sync import SignIn, WorkOS
from workos_web.flask import FlaskKit


def make_app(base: str = "http://localhost:8000", workos: WorkOS | None = None) -> Flask:
    """The app, with the settings of the environment variables.

    Args:
        base: Where it is served.
        workos: The client; None makes one.
    """
    client = workos or WorkOS()
    app = Flask(__name__)
    kit = FlaskKit(SignIn(client, redirect_uri=f"{base}/callback", post_logout_redirect_uri=f"{base}/"))
    kit.init_app(app)

    @app.get("/")
    def home() -> str:
        identity = kit.current_user
        if identity is None:
            return home_page(None)
        memberships = client.user_management.list_organization_memberships(user_id=identity.user_id)
        return home_page(
            identity, [(each.organization_id, each.organization_name or each.organization_id) for each in memberships]
        )

    @app.get("/api/me")
    @kit.require_user
    def me() -> dict[str, Any]:
        identity = kit.current_user
        assert identity
        return {"user": identity.user_id, "organization": identity.organization_id}

    return app


if __name__ == "__main__":
    run(lambda base, port: make_app(base).run(port=port))
