"""MCP clients and servers, with the emulator as AuthKit, over sockets."""

import json
import ssl
import threading
from collections.abc import Generator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
import trustme

from tests.browser.serving import serve
from workos_async import InvalidTokenError, WorkOS
from workos_emulator import Emulator
from workos_mcp import AuthKitResource
from workos_testing.clock import follow_clock

from .agent import CALLBACK, EMAIL, PASSWORD, Agent
from .servers import STACKS

pytestmark = pytest.mark.parametrize("anyio_backend", ["asyncio"])


class World:
    """The emulator and an MCP server, with a user in two organizations."""

    def __init__(self, emulator: Emulator, emulator_url: str) -> None:
        self.emulator = emulator
        self.emulator_url = emulator_url
        self.user = emulator.create("users", email=EMAIL, password=PASSWORD, email_verified=True)
        self.organizations = [emulator.create("organizations", name=name) for name in ("Acme", "Globex")]
        for organization in self.organizations:
            emulator.create("memberships", user_id=self.user["id"], organization_id=organization["id"])
        self.server_url = ""
        self.metadata_url: str | None = None

    def workos(self) -> WorkOS:
        return WorkOS(self.emulator.api_key, client_id=self.emulator.client_id, base_url=self.emulator_url)


@pytest.fixture
def world() -> Generator[World]:
    emulator = Emulator()
    with emulator.serve() as url, follow_clock(emulator.clock):
        yield World(emulator, url)


@pytest.fixture(params=["dynamic registration", "metadata document"])
def registration(request: Any, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Generator[str]:
    if request.param == "dynamic registration":
        world.emulator.settings.dynamic_client_registration = True
        yield request.param
        return
    world.emulator.settings.client_id_metadata_documents = True
    with serve_metadata_document(tmp_path, monkeypatch) as url:
        world.metadata_url = url
        yield request.param


class serve_metadata_document:  # noqa: N801
    """Serve the metadata of a client over TLS, with a certificate that this process trusts."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        authority = trustme.CA()
        authority.cert_pem.write_to_path(str(folder / "ca.pem"))
        monkeypatch.setenv("SSL_CERT_FILE", str(folder / "ca.pem"))
        document: dict[str, Any] = {}

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = json.dumps(document).encode()
                self.send_response(200)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                pass

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("127.0.0.1").configure_cert(context)
        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.url = f"https://127.0.0.1:{self._server.server_port}/client.json"
        document |= {
            "client_id": self.url,
            "client_name": "Test agent",
            "redirect_uris": [CALLBACK],
            "grant_types": ["authorization_code", "refresh_token"],
            "response_types": ["code"],
            "token_endpoint_auth_method": "none",
            "scope": "openid offline_access",
        }

    def __enter__(self) -> str:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self.url

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(params=STACKS)
async def server(request: Any, world: World, registration: str) -> Any:
    """An MCP server. Its resource is registered, and the settings are checked."""

    resources: list[AuthKitResource] = []

    def make_app(url: str) -> Any:
        world.server_url = f"{url}/mcp"
        resources.append(AuthKitResource(world.emulator_url, world.server_url, scopes=["openid", "offline_access"]))
        return STACKS[request.param](resources[0])

    with serve(make_app=make_app):
        async with world.workos() as workos:
            await workos.user_management.create_authkit_oauth_resource(uri=world.server_url)
            await resources[0].check_setup(workos)
        yield request.param


@pytest.fixture
def agent(world: World, server: str) -> Generator[Agent]:
    """A client whose user selects the organization Acme."""
    agent = Agent(world.emulator_url, world.server_url, organization="Acme", metadata_url=world.metadata_url)
    yield agent
    agent.close()


async def test_from_discovery_to_a_tool_call(world: World, server: str, agent: Agent) -> None:
    acme = world.organizations[0]["id"]
    assert await agent.call("whoami") == f"user {world.user['id']} {acme}"
    assert await agent.call("whoami") == f"user {world.user['id']} {acme}"
    assert agent.sign_ins == 1
    assert "requires the permission 'files:delete'" in await agent.call("delete_files")


async def test_refresh_after_the_clock_advanced(world: World, server: str, agent: Agent) -> None:
    async with agent.session() as session:
        whoami = await agent.call_in(session, "whoami")
        assert agent.storage.tokens is not None
        first = agent.storage.tokens.access_token
        world.emulator.clock.advance(minutes=10)
        async with httpx.AsyncClient() as client:
            response = await client.post(world.server_url, headers={"authorization": f"Bearer {first}"})
        assert response.status_code == 401
        assert 'error_description="the token has expired"' in response.headers["www-authenticate"]
        agent.expire_token()
        assert await agent.call_in(session, "whoami") == whoami
        assert agent.storage.tokens.access_token != first
        assert agent.sign_ins == 1


async def test_a_revoked_consent_ends_access(world: World, server: str, agent: Agent) -> None:
    await agent.call("whoami")
    assert agent.storage.tokens is not None
    assert agent.storage.client is not None
    first = agent.storage.tokens
    async with world.workos() as workos:
        (authorized,) = await workos.user_management.list_user_authorized_applications(world.user["id"]).collect()
        await workos.user_management.delete_user_authorized_application(world.user["id"], authorized.application.id)
    form = {
        "grant_type": "refresh_token",
        "refresh_token": first.refresh_token or "",
        "client_id": agent.storage.client.client_id or "",
        "client_secret": agent.storage.client.client_secret or "",
    }
    async with httpx.AsyncClient() as client:
        response = await client.post(f"{world.emulator_url}/oauth2/token", data=form)
        assert response.json()["error"] == "invalid_grant"
        world.emulator.clock.advance(minutes=10)  # until then, the token stays valid: it is verified without a request
        response = await client.post(world.server_url, headers={"authorization": f"Bearer {first.access_token}"})
        assert response.status_code == 401
    assert (await agent.call("whoami")).startswith("user")  # the client starts over: its user signs in again
    assert agent.sign_ins == 2
    assert agent.storage.tokens.refresh_token != first.refresh_token


async def test_a_second_organization(world: World, server: str, agent: Agent) -> None:
    acme, globex = (organization["id"] for organization in world.organizations)
    assert (await agent.call("whoami")).endswith(acme)
    agent.select("Globex")
    assert (await agent.call("whoami")).endswith(globex)
    assert agent.sign_ins == 2


async def test_concurrent_clients_have_their_own_identity(world: World, server: str, agent: Agent) -> None:
    acme, globex = (organization["id"] for organization in world.organizations)
    other = Agent(world.emulator_url, world.server_url, organization="Globex", metadata_url=world.metadata_url)
    results: dict[str, list[str]] = {acme: [], globex: []}

    async def call(client: Agent, organization: str) -> None:
        async with client.session() as session:
            for tool in ("whoami", "whoami_without_context") * 5:
                results[organization].append((await client.call_in(session, tool)).rpartition(" ")[2])

    await call(agent, acme)
    await call(other, globex)
    async with anyio.create_task_group() as group:
        group.start_soon(call, agent, acme)
        group.start_soon(call, other, globex)
    assert results == {acme: [acme] * 20, globex: [globex] * 20}
    other.close()


async def test_a_session_does_not_lend_its_identity(world: World, server: str, agent: Agent) -> None:
    """A request with the session ID of another client has the identity of its own token, or is rejected."""
    globex = world.organizations[1]["id"]
    other = Agent(world.emulator_url, world.server_url, organization="Globex", metadata_url=world.metadata_url)
    await other.call("whoami")
    await agent.call("whoami")
    assert other.storage.tokens is not None
    assert agent.storage.tokens is not None
    headers = {"accept": "application/json, text/event-stream", "mcp-protocol-version": "2025-06-18"}

    def message(method: str, **params: Any) -> dict[str, Any]:
        return {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}

    async with httpx.AsyncClient(headers=headers) as client:
        owner = {"authorization": f"Bearer {agent.storage.tokens.access_token}"}
        hello = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "a", "version": "1"}}
        opened = await client.post(world.server_url, headers=owner, json=message("initialize", **hello))
        session = {"mcp-session-id": opened.headers["mcp-session-id"]}
        ready = {"jsonrpc": "2.0", "method": "notifications/initialized"}
        assert (await client.post(world.server_url, headers=owner | session, json=ready)).is_success
        foreign = {"authorization": f"Bearer {other.storage.tokens.access_token}"}
        for tool in ("whoami", "whoami_without_context"):
            call = message("tools/call", name=tool, arguments={})
            response = await client.post(world.server_url, headers=foreign | session, json=call)
            assert response.status_code in (401, 403, 404) or globex in response.text, response.text
    other.close()


async def test_tokens_for_another_server_are_rejected(world: World, server: str, agent: Agent) -> None:
    await agent.call("whoami")
    other = world.server_url.replace("/mcp", "/other")
    assert agent.storage.tokens is not None
    async with world.workos() as workos:
        with pytest.raises(InvalidTokenError) as caught:
            await workos.verify_connect_token(
                agent.storage.tokens.access_token, authkit_domain=world.emulator_url, audience=other
            )
        assert caught.value.reason == "wrong_audience"


async def test_a_key_outage_is_503(world: World, server: str, agent: Agent) -> None:
    await agent.call("whoami")
    assert agent.storage.tokens is not None
    world.emulator.faults.add(path="/oauth2/jwks", status=500, count=None)
    world.emulator.clock.advance(seconds=1)
    resource = AuthKitResource(world.emulator_url, world.server_url)
    async with httpx.AsyncClient() as client:
        with serve(STACKS[server](resource)) as url:
            response = await client.post(
                f"{url}/mcp", headers={"authorization": f"Bearer {agent.storage.tokens.access_token}"}
            )
    await resource.aclose()
    assert response.status_code == 503
    assert "www-authenticate" not in response.headers
