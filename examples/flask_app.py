"""A Flask app with sign-in and organization switching.

python -m examples.flask_app                                with an emulator; open http://localhost:8000
WORKOS_API_KEY=… WORKOS_CLIENT_ID=… WORKOS_COOKIE_PASSWORD=… python -m examples.flask_app
"""

from typing import Any

from flask import Flask

from examples.shared import home_page, run
from workos_sync import SignIn, WorkOS
from workos_web.flask import FlaskSignIn


def make_app(base_url: str = "http://localhost:8000", workos: WorkOS | None = None) -> Flask:
    """Create the application from environment variables.

    Args:
        base_url: The URL that the app is served at.
        workos: The client. The default is a new one.
    """
    client = workos or WorkOS()
    app = Flask(__name__)
    auth = FlaskSignIn(SignIn(client, redirect_uri=f"{base_url}/callback", post_logout_redirect_uri=f"{base_url}/"))
    auth.init_app(app)

    @app.get("/")
    def home() -> str:
        identity = auth.current_user
        if identity is None:
            return home_page(None)
        memberships = client.user_management.list_organization_memberships(user_id=identity.user_id)
        organizations = [(item.organization_id, item.organization_name or item.organization_id) for item in memberships]
        return home_page(identity, organizations)

    @app.get("/api/me")
    @auth.require_user
    def me() -> dict[str, Any]:
        identity = auth.current_user
        assert identity
        return {"user": identity.user_id, "organization": identity.organization_id}

    return app


if __name__ == "__main__":
    run(lambda base_url, port: make_app(base_url).run(port=port))
