"""A protected resource without an MCP stack: tokens, challenges, metadata and outages."""

import time
from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest

from tests.support.access_tokens import public_key, sign_token
from workos_async import RetryPolicy, WorkOS
from workos_core.errors import ConfigurationError
from workos_mcp import AuthKitResource, PermissionDeniedError, Principal, get_principal

AUTHKIT = "https://example.authkit.app"
RESOURCE = "https://mcp.example.com/mcp"
METADATA_URL = "https://mcp.example.com/.well-known/oauth-protected-resource/mcp"
METADATA = {
    "issuer": AUTHKIT,
    "token_endpoint": f"{AUTHKIT}/oauth2/token",
    "registration_endpoint": f"{AUTHKIT}/oauth2/register",
}


def token(**changes: Any) -> str:
    now = time.time()
    claims = {"iss": AUTHKIT, "aud": RESOURCE, "sub": "user_1", "sid": "app_consent_1", "exp": now + 300, "iat": now}
    return sign_token({name: value for name, value in (claims | changes).items() if value is not None})


class AuthKit:
    """An AuthKit domain and the WorkOS API."""

    def __init__(self) -> None:
        self.keys: Callable[[], httpx.Response] = lambda: httpx.Response(200, json={"keys": [public_key()]})
        self.metadata: Callable[[], httpx.Response] = lambda: httpx.Response(200, json=METADATA)
        self.resources = [RESOURCE]
        self.requests: list[httpx.Request] = []

    def handler(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if request.url.path == "/oauth2/jwks":
            return self.keys()
        if request.url.path == "/.well-known/oauth-authorization-server":
            return self.metadata()
        assert request.url.path == "/user_management/authkit_oauth_resources"
        data = [
            {
                "object": "authkit_oauth_resource",
                "id": "resource_1",
                "uri": uri,
                "default": False,
                "created_at": "2026-01-01T00:00:00.000Z",
                "updated_at": "2026-01-01T00:00:00.000Z",
            }
            for uri in self.resources
        ]
        return httpx.Response(200, json={"data": data, "list_metadata": {"before": None, "after": None}})

    def resource(self, uri: str = RESOURCE, **settings: Any) -> AuthKitResource:
        return AuthKitResource(AUTHKIT, uri, workos=self.client(), **settings)

    def client(self) -> WorkOS:
        return WorkOS("sk_test_1", transport=httpx.MockTransport(self.handler), retry=RetryPolicy(max_retries=0))


@pytest.fixture
def authkit() -> AuthKit:
    return AuthKit()


async def whoami(scope: Any, receive: Any, send: Any) -> None:
    """An application that responds with the principal; `lifespan` and WebSockets are accepted."""
    if scope["type"] == "lifespan":
        await send({"type": "lifespan.startup.complete"})
        return
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    try:
        body = get_principal().claims.sub.encode()
    except ConfigurationError:
        body = b"nobody"
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": body})


async def request(app: Any, path: str = "/mcp", *, method: str = "GET", headers: Any = ()) -> httpx.Response:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://attacker.example") as client:
        return await client.request(method, path, headers=headers)


async def call(resource: AuthKitResource, bearer: str | None, path: str = "/mcp", **settings: Any) -> httpx.Response:
    headers = {} if bearer is None else {"authorization": f"Bearer {bearer}"}
    return await request(resource.protect(whoami, **settings), path, headers=headers)


async def test_a_valid_token_passes_and_names_the_principal(authkit: AuthKit) -> None:
    response = await call(authkit.resource(), token())
    assert (response.status_code, response.text) == (200, "user_1")
    assert "www-authenticate" not in response.headers


async def test_without_a_token_the_challenge_has_no_error(authkit: AuthKit) -> None:
    resource = authkit.resource(scopes=["openid", "offline_access"])
    for headers in ({}, {"authorization": "Basic dTpw"}, {"authorization": "Bearer"}, {"authorization": "Bearer  "}):
        response = await request(resource.protect(whoami), headers=headers)
        assert response.status_code == 401
        assert response.headers["www-authenticate"] == (
            f'Bearer scope="openid offline_access", resource_metadata="{METADATA_URL}"'
        )
        assert response.headers["cache-control"] == "no-store"
        assert response.headers["access-control-expose-headers"] == "WWW-Authenticate"
    assert authkit.requests == []


@pytest.mark.parametrize(
    ("changes", "settings", "status", "error"),
    [
        ({"aud": "https://other.example.com/mcp"}, {}, 401, "invalid_token"),
        ({"aud": "client_env"}, {}, 401, "invalid_token"),
        ({"aud": "client_env"}, {"allow_default_audience": "client_env"}, 200, None),
        ({"iss": "https://other.authkit.app"}, {}, 401, "invalid_token"),
        ({"sid": "session_1"}, {}, 401, "invalid_token"),
        ({"sid": None, "nonce": "n"}, {}, 401, "invalid_token"),
        ({"sub": "agent_instance_1", "sub_profile": "ai_agent"}, {}, 401, "invalid_token"),
        ({"sub": "agent_instance_1", "sub_profile": "ai_agent"}, {"kinds": ["agent"]}, 200, None),
        ({"sub": "client_1", "sid": None, "aud": None}, {}, 401, "invalid_token"),
        ({"sub": "client_1", "sid": None, "aud": None}, {"kinds": ["user", "m2m"]}, 200, None),
        ({"exp": 1}, {}, 401, "invalid_token"),
        ({}, {"organization_required": True}, 403, "access_denied"),
        ({"org_id": "org_1"}, {"organization_required": True}, 200, None),
        ({}, {"permissions": ["files:read"]}, 403, "access_denied"),
        ({"permissions": ["files:write"]}, {"permissions": ["files:write", "files:read"]}, 403, "access_denied"),
        ({"permissions": ["files:read"]}, {"permissions": ["files:read"]}, 200, None),
        ({}, {"scopes": ["email"]}, 200, None),
        ({"scope": "openid email"}, {"scopes": ["email"]}, 200, None),
        ({"scope": "openid"}, {"scopes": ["email"]}, 403, "insufficient_scope"),
    ],
)
async def test_which_tokens_pass(
    authkit: AuthKit, changes: dict[str, Any], settings: dict[str, Any], status: int, error: str | None
) -> None:
    bearer = token(**changes)
    response = await call(authkit.resource(**settings), bearer)
    assert response.status_code == status
    if error is not None:
        assert f'error="{error}", error_description="' in response.headers["www-authenticate"]
        assert response.headers["www-authenticate"].endswith(f'resource_metadata="{METADATA_URL}"')
        assert response.json()["error"] == error
        assert bearer not in response.text + response.headers["www-authenticate"]


async def test_several_authorization_headers_are_rejected(authkit: AuthKit) -> None:
    headers = [("authorization", f"Bearer {token()}"), ("authorization", "Bearer x")]
    response = await request(authkit.resource().protect(whoami), headers=headers)
    assert response.status_code == 401
    assert 'error="invalid_request"' in response.headers["www-authenticate"]


def _raise(request_error: Exception) -> Callable[[], httpx.Response]:
    def respond() -> httpx.Response:
        raise request_error

    return respond


@pytest.mark.parametrize(
    "respond",
    [
        lambda: httpx.Response(503),
        lambda: httpx.Response(200, text="<html>"),
        lambda: httpx.Response(200, json={"keys": []}),
        _raise(httpx.ConnectError("no route")),
        _raise(httpx.ReadTimeout("slow")),
    ],
)
async def test_a_key_outage_is_503(authkit: AuthKit, respond: Callable[[], httpx.Response]) -> None:
    authkit.keys = respond
    response = await call(authkit.resource(), token())
    assert response.status_code == 503
    assert response.headers["retry-after"] == "5"
    assert "www-authenticate" not in response.headers
    assert response.json()["error"] == "temporarily_unavailable"


async def test_metadata_at_both_paths_needs_no_token_and_ignores_the_host(authkit: AuthKit) -> None:
    resource = authkit.resource(scopes=["openid"])
    for path in ("/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/mcp"):
        response = await call(resource, None, path)
        assert response.json() == {
            "resource": RESOURCE,
            "authorization_servers": [AUTHKIT],
            "bearer_methods_supported": ["header"],
            "scopes_supported": ["openid"],
        }
        assert response.headers["access-control-allow-origin"] == "*"
        assert (await request(resource.protect(whoami), path, method="HEAD")).text == ""
        assert (await request(resource.protect(whoami), path, method="OPTIONS")).status_code == 204
        assert (await request(resource.protect(whoami), path, method="POST")).status_code == 405
    assert authkit.requests == []


async def test_metadata_of_the_authorization_server_survives_an_outage(authkit: AuthKit) -> None:
    path = "/.well-known/oauth-authorization-server"
    authkit.metadata = lambda: httpx.Response(500)
    resource = authkit.resource()
    assert (await call(resource, None, path)).status_code == 503
    authkit.metadata = lambda: httpx.Response(200, json=METADATA)
    assert (await call(resource, None, path)).json() == METADATA
    authkit.metadata = lambda: httpx.Response(500)
    resource.authorization_server_metadata._fetch_at = 0.0
    assert (await call(resource, None, f"{path}/mcp")).json() == METADATA
    assert "authorization" not in authkit.requests[-1].headers


async def test_an_origin_as_resource(authkit: AuthKit) -> None:
    resource = authkit.resource("https://mcp.example.com")
    assert resource.metadata_url == "https://mcp.example.com/.well-known/oauth-protected-resource"
    assert (await call(resource, token(aud="https://MCP.example.com:443/"), "/")).status_code == 200


async def test_public_paths_preflights_and_other_scopes(authkit: AuthKit) -> None:
    resource = authkit.resource()
    assert (await call(resource, None, "/health", public_paths=["/health"])).text == "nobody"
    assert (await call(resource, None, "/health/x", public_paths=["/health"])).status_code == 401
    preflight = {"access-control-request-method": "POST", "origin": "https://inspector.example"}
    app = resource.protect(whoami)
    assert (await request(app, method="OPTIONS", headers=preflight)).status_code == 200
    assert (await request(app, method="OPTIONS")).status_code == 401
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    await app({"type": "lifespan"}, whoami, send)
    await app({"type": "websocket", "path": "/mcp", "headers": []}, whoami, send)
    bearer = [(b"authorization", f"Bearer {token()}".encode())]
    await app({"type": "websocket", "path": "/mcp", "headers": bearer}, whoami, send)
    assert [message["type"] for message in sent] == ["lifespan.startup.complete", "websocket.close", "websocket.accept"]
    assert sent[1]["code"] == 1008


async def test_a_mounted_application(authkit: AuthKit) -> None:
    starlette = pytest.importorskip("starlette.applications")
    routing = pytest.importorskip("starlette.routing")
    resource = authkit.resource("https://mcp.example.com/tools/mcp")
    app = starlette.Starlette(routes=[*resource.routes(), routing.Mount("/tools", resource.protect(whoami))])
    assert (await request(app, "/tools/mcp")).status_code == 401
    assert (
        await request(app, "/tools/mcp", headers={"authorization": f"Bearer {token(aud=resource.resource)}"})
    ).text == "user_1"
    metadata = await request(app, "/.well-known/oauth-protected-resource/tools/mcp")
    assert metadata.json()["resource"] == "https://mcp.example.com/tools/mcp"


async def test_check_setup(authkit: AuthKit) -> None:
    await authkit.resource().check_setup(authkit.client())
    authkit.resources = ["https://other.example.com"]
    authkit.metadata = lambda: httpx.Response(200, json={"issuer": "https://login.example.com"})
    with pytest.raises(ConfigurationError) as caught:
        await authkit.resource().check_setup(authkit.client())
    assert "pass authkit_domain='https://login.example.com'" in str(caught.value)
    assert f"create_authkit_oauth_resource(uri='{RESOURCE}')" in str(caught.value)
    assert "'https://other.example.com'" in str(caught.value)
    assert "Dynamic Client Registration" in str(caught.value)


async def test_check_setup_of_a_server_for_applications_only(authkit: AuthKit) -> None:
    authkit.metadata = lambda: httpx.Response(200, json={"issuer": AUTHKIT})
    await authkit.resource(kinds=["m2m"]).check_setup(authkit.client())  # nobody registers
    with pytest.raises(ConfigurationError, match="can't register"):
        await authkit.resource(kinds=["m2m", "user"]).check_setup(authkit.client())


async def test_concurrent_requests_see_their_own_principal(authkit: AuthKit) -> None:
    resource = authkit.resource()
    entered: list[str] = []
    all_entered = anyio.Event()

    async def app(scope: Any, receive: Any, send: Any) -> None:
        before = get_principal().claims.sub
        entered.append(before)
        if len(entered) == 20:
            all_entered.set()
        await all_entered.wait()
        in_thread = await anyio.to_thread.run_sync(lambda: get_principal().claims.sub)
        body = " ".join([before, get_principal().claims.sub, in_thread]).encode()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for part in (body[:3], body[3:]):
            await send({"type": "http.response.body", "body": part, "more_body": True})
        await send({"type": "http.response.body"})

    protected, texts = resource.protect(app), dict[str, str]()

    async def call_as(user: str) -> None:
        headers = {"authorization": f"Bearer {token(sub=user)}"}
        texts[user] = (await request(protected, headers=headers)).text

    async with anyio.create_task_group() as group:
        for index in range(20):
            group.start_soon(call_as, f"user_{index}")
    assert texts == {f"user_{index}": " ".join([f"user_{index}"] * 3) for index in range(20)}
    with pytest.raises(ConfigurationError):
        get_principal()


@pytest.mark.parametrize(
    ("arguments", "settings", "text"),
    [
        (("", RESOURCE), {}, "authkit_domain must not be empty"),
        ((AUTHKIT, ""), {}, "resource must not be empty"),
        ((AUTHKIT, "mcp.example.com/mcp"), {}, "must be the public URL of your server"),
        ((AUTHKIT, "http://mcp.example.com/mcp"), {}, "must be https"),
        ((AUTHKIT, "https://mcp.example.com/mcp#x"), {}, "must be the public URL of your server"),
        ((AUTHKIT, "https://mcp.example.com:x/mcp"), {}, "malformed"),
        ((AUTHKIT, "https://bücher.example/mcp"), {}, "xn--bcher-kva.example"),
        (("bücher.authkit.app", RESOURCE), {}, "xn--bcher-kva.authkit.app"),
        ((AUTHKIT, RESOURCE), {"scopes": "openid"}, "scopes must be a list of strings"),
        ((AUTHKIT, RESOURCE), {"scopes": ['a"b']}, "scopes must be names"),
        ((AUTHKIT, RESOURCE), {"kinds": ["users"]}, "kinds must be a list"),
        ((AUTHKIT, RESOURCE), {"allow_default_audience": ""}, "allow_default_audience must not be empty"),
    ],
)
def test_settings_are_checked(arguments: Any, settings: dict[str, Any], text: str) -> None:
    with pytest.raises(ConfigurationError, match=text):
        AuthKitResource(*arguments, **settings)


async def test_what_a_tool_learns_about_the_principal(authkit: AuthKit) -> None:
    principal = await authkit.resource().authenticate(f"bearer {token(org_id='org_1', permissions=['files:read'])}")
    assert (principal.kind, principal.user_id, principal.organization_id) == ("user", "user_1", "org_1")
    assert principal.permissions == ("files:read",)
    assert principal.token not in repr(principal)
    principal.require_permission("files:read")
    assert principal.require_organization() == "org_1"
    with pytest.raises(PermissionDeniedError, match="files:write") as caught:
        principal.require_permission("files:write")
    assert caught.value.permission == "files:write"
    machine = await authkit.resource(kinds=["m2m"]).authenticate(f"Bearer {token(sub='client_1', sid=None, aud=None)}")
    assert machine.user_id is None
    with pytest.raises(PermissionDeniedError, match="organization"):
        machine.require_organization()
    with pytest.raises(ConfigurationError, match="protect"):
        get_principal()
    assert isinstance(principal, Principal)
    assert len({principal, Principal(principal.claims, principal.token)}) == 1
