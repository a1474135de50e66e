"""What only FastAPI has: the OpenAPI document, dependency overrides, and guards of WebSocket routes."""

from collections.abc import Iterator
from typing import Annotated, Any

import pytest

pytest.importorskip("fastapi", reason="nox -s web installs the frameworks")

from fastapi import APIRouter, Depends, FastAPI, Request, WebSocket
from fastapi.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from tests.web.apps._clients import async_sign_in
from workos_async import AuthenticatedUser, Identity, SignIn, SignInPaths, WorkOS, cookie_settings
from workos_core.auth import permission, role, user
from workos_core.errors import InvalidArgumentError
from workos_emulator import Emulator
from workos_testing import Factory, SessionFactory
from workos_web import fastapi as kit

ADMIN_OR_READER = role("admin") | permission("reports:read")
SECURITY: list[dict[str, list[str]]] = [{"WorkOSBearer": []}, {"WorkOSSession": []}]


@pytest.fixture
def emulator() -> Emulator:
    return Emulator()


@pytest.fixture
def app(emulator: Emulator) -> FastAPI:
    app = FastAPI()
    kit.install(app, async_sign_in(emulator))

    @app.get("/public")
    async def public() -> str:
        return "public"

    @app.get("/me")
    async def me(identity: Annotated[AuthenticatedUser, Depends(kit.require_user)]) -> str:
        return identity.user_id

    @app.get("/open")
    async def anyone_may(identity: Annotated[Identity | None, Depends(kit.current_user)]) -> str | None:
        return None if identity is None else identity.user_id

    @app.get("/reports", dependencies=[Depends(kit.require(ADMIN_OR_READER))])
    def reports() -> str:  # a sync endpoint
        return "reports"

    @app.websocket("/ws")
    async def echo(websocket: WebSocket, identity: Annotated[Identity, Depends(kit.require_role("member"))]) -> None:
        await websocket.accept()
        await websocket.send_text(str(identity.user_id))
        await websocket.close()

    router = APIRouter(prefix="/admin", dependencies=[Depends(kit.require_user)])

    @router.get(
        "/settings", dependencies=[Depends(kit.require_role("admin"))], responses={403: {"description": "Mine"}}
    )
    async def settings() -> str:
        return "settings"

    app.include_router(router)
    return app


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app) as client:
        yield client


@pytest.fixture
def headers(emulator: Emulator) -> dict[str, str]:
    """The bearer token of a user with the role `member`."""
    return SessionFactory(emulator).headers(Factory(emulator).membership().user_id)


def operation(client: TestClient, path: str, method: str = "get") -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").json()["paths"][path][method]
    return found


def test_security_schemes(client: TestClient) -> None:
    schemes = client.get("/openapi.json").json()["components"]["securitySchemes"]
    assert schemes == {
        "WorkOSBearer": {
            "type": "http",
            "scheme": "bearer",
            "description": "The access token of a user, or an API key.",
        },
        "WorkOSSession": {
            "type": "apiKey",
            "in": "cookie",
            "name": "wos-session",
            "description": "The cookie of a browser in which a user is signed in.",
        },
    }


def test_guarded_routes_have_security_and_error_responses(client: TestClient) -> None:
    me, reports, settings = (
        operation(client, "/me"),
        operation(client, "/reports"),
        operation(client, "/admin/settings"),
    )
    assert me["security"] == reports["security"] == settings["security"] == SECURITY
    assert set(me["responses"]) == {"200", "401", "403", "503"}
    assert me["responses"]["403"]["description"] == "The identity does not have what is required: user."
    assert reports["responses"]["403"]["description"] == (
        "The identity does not have what is required: role 'admin' or permission 'reports:read'."
    )
    schema = reports["responses"]["401"]["content"]["application/json"]["schema"]
    assert schema["required"] == ["error"]
    assert "parameters" not in me  # neither the credentials nor the slugs are parameters
    # The responses that a route documents itself are kept.
    assert settings["responses"]["403"]["description"] == "Mine"
    assert "401" in settings["responses"]


def test_open_routes(client: TestClient) -> None:
    assert "security" not in operation(client, "/public")
    assert operation(client, "/open")["security"] == [{}, *SECURITY]
    assert set(operation(client, "/open")["responses"]) == {"200"}


def test_several_guards_are_all_described() -> None:
    emulator, app = Emulator(), FastAPI()
    kit.install(app, async_sign_in(emulator))
    guards = [Depends(kit.require_user), Depends(kit.require_feature_flag("beta")), Depends(kit.current_user)]
    app.add_api_route("/beta", lambda: None, dependencies=guards)
    document = app.openapi()
    described = document["paths"]["/beta"]["get"]
    assert described["security"] == SECURITY
    assert described["responses"]["403"]["description"].endswith("required: user, feature_flag 'beta'.")


def test_the_document_stays_the_same_and_has_routes_that_are_added_later(app: FastAPI) -> None:
    first = app.openapi()
    assert app.openapi() == first
    assert first["paths"]["/open"]["get"]["security"] == [{}, *SECURITY]
    app.add_api_route("/late", lambda: None, dependencies=[Depends(kit.require_role("admin"))])
    app.openapi_schema = None  # as for any route that is added after the first use of the document
    assert "403" in app.openapi()["paths"]["/late"]["get"]["responses"]
    assert app.openapi()["paths"]["/open"]["get"]["security"] == [{}, *SECURITY]


def test_sign_in_routes_are_documented_and_named(app: FastAPI, client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert [parameter["name"] for parameter in paths["/login"]["get"]["parameters"]] == [
        "return_to",
        "screen_hint",
        "login_hint",
        "organization_id",
    ]
    assert set(paths["/callback"]) == {"get"}
    assert set(paths["/logout"]) == {"post"}
    form = paths["/switch-organization"]["post"]["requestBody"]["content"]["application/x-www-form-urlencoded"][
        "schema"
    ]
    assert form["required"] == ["organization_id"]
    assert {
        route["post" if "post" in route else "get"]["operationId"]
        for path, route in paths.items()
        if "303" in str(route)
    } == {
        "workos_login",
        "workos_callback",
        "workos_logout",
        "workos_switch_organization",
    }
    assert app.url_path_for("workos_login") == "/login"
    assert client.get("/login", follow_redirects=False).status_code == 303
    assert client.post("/login").status_code == 405


def test_paths_cookie_names_and_hidden_routes() -> None:
    emulator, app = Emulator(), FastAPI()
    workos = WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport)
    uri = "https://app.example.com/auth/callback"
    cookies = cookie_settings(uri, name="sid", host_only=True)
    sign_in = SignIn(workos, redirect_uri=uri, cookie_password="x" * 32, cookies=cookies)
    paths = SignInPaths(sign_in="/auth/in", sign_out="/auth/out", callback="/auth/callback")
    kit.install(app, sign_in, paths=paths, include_in_schema=False)

    @app.get("/me", dependencies=[Depends(kit.require_user)])
    async def me(request: Request) -> str:
        return str(request.url_for("workos_logout"))

    document = app.openapi()
    assert set(document["paths"]) == {"/me"}
    assert document["components"]["securitySchemes"]["WorkOSSession"]["name"] == "__Host-sid"
    assert app.url_path_for("workos_login") == "/auth/in"
    app.dependency_overrides[kit.require_user] = lambda: None
    assert TestClient(app, root_path="/shop").get("/shop/me").json() == "http://testserver/shop/auth/out"


@pytest.mark.parametrize("path", ["/me", "/open"])
def test_bearer_token(client: TestClient, headers: dict[str, str], path: str) -> None:
    assert client.get(path, headers=headers).json().startswith("user_")


def test_denied_requests(client: TestClient, headers: dict[str, str]) -> None:
    assert client.get("/public").status_code == 200
    response = client.get("/reports")
    assert (response.status_code, response.json()["error"]) == (401, "unauthorized")
    response = client.get("/reports", headers=headers)
    assert response.status_code == 403
    assert response.json()["required"] == "role 'admin' or permission 'reports:read'"
    assert client.get("/admin/settings", headers=headers).status_code == 403
    response = client.get("/reports", headers={"Accept": "text/html"}, follow_redirects=False)
    assert response.headers["location"] == "/login?return_to=/reports"


def test_websocket_routes_are_guarded(client: TestClient, headers: dict[str, str]) -> None:
    with client.websocket_connect("/ws", headers=headers) as websocket:
        assert websocket.receive_text().startswith("user_")
    with pytest.raises(WebSocketDisconnect) as denied, client.websocket_connect("/ws"):
        pass
    assert denied.value.code == 1008


def test_guards_of_a_mounted_application(emulator: Emulator, headers: dict[str, str]) -> None:
    api, app = FastAPI(), FastAPI()

    @api.get("/me")
    async def me(identity: Annotated[AuthenticatedUser, Depends(kit.require_user)]) -> str:
        return identity.user_id

    app.mount("/api", api)
    kit.install(app, async_sign_in(emulator))
    client = TestClient(app)
    response = client.get("/api/me")
    assert (response.status_code, response.json()["error"]) == (401, "unauthorized")
    response = client.get("/api/me", headers={"Accept": "text/html"}, follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, "/login?return_to=/api/me")
    assert client.get("/api/me", headers=headers).json().startswith("user_")
    document = client.get("/api/openapi.json").json()
    assert set(document["components"]["securitySchemes"]) == {"WorkOSBearer", "WorkOSSession"}
    assert document["paths"]["/me"]["get"]["security"]


def fake_admin() -> AuthenticatedUser:
    return AuthenticatedUser(kind="session", user_id="user_fake", organization_id=None, role="admin")


def test_an_equal_guard_overrides_the_dependency(app: FastAPI, client: TestClient) -> None:
    app.dependency_overrides[kit.require(permission("reports:read") | role("admin"))] = fake_admin
    assert client.get("/reports").json() == "reports"
    assert client.get("/me").status_code == 401
    app.dependency_overrides[kit.require(user())] = fake_admin
    assert client.get("/me").json() == "user_fake"
    assert client.get("/admin/settings").status_code == 401
    app.dependency_overrides[kit.require_role("admin")] = fake_admin
    assert client.get("/admin/settings").json() == "settings"
    app.dependency_overrides[kit.require(role("member"))] = fake_admin
    with client.websocket_connect("/ws") as websocket:
        assert websocket.receive_text() == "user_fake"
    app.dependency_overrides[kit.current_user] = fake_admin
    assert client.get("/open").json() == "user_fake"


def test_mistakes_do_not_leave_a_route_unprotected(app: FastAPI) -> None:
    with pytest.raises(InvalidArgumentError, match=r"\(got Guard\)"):
        kit.require(kit.require_user)  # type: ignore[arg-type]

    @app.get("/mistake", dependencies=[Depends(kit.require_role)])  # without a slug
    async def mistake() -> str:
        return "unprotected"

    with TestClient(app) as client, pytest.raises(TypeError):
        client.get("/mistake?slug=anything")


def test_a_guard_can_be_called_with_a_connection(emulator: Emulator) -> None:
    """As in Starlette, for endpoints that decide themselves what they require."""
    app = FastAPI()
    kit.install(app, async_sign_in(emulator))

    @app.get("/{slug}")
    async def by_slug(slug: str, request: Request) -> str | None:
        return (await kit.require_role(slug)(request)).role

    with TestClient(app) as client:
        assert client.get("/admin").status_code == 401
