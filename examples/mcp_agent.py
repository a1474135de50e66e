"""An agent that calls the tool of `examples.mcp_server`, as an application (M2M) or on behalf of a user.

python -m examples.mcp_agent           as an application, with an emulator and a server that it starts itself
python -m examples.mcp_agent --user    on behalf of a user, who signs in with the browser
"""

import asyncio
import os
import threading
from argparse import ArgumentParser
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import uvicorn
from mcp import ClientSession
from mcp.client.auth import OAuthClientProvider, TokenStorage
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.auth import OAuthClientInformationFull, OAuthClientMetadata, OAuthToken
from pydantic import AnyUrl

try:
    import httpx2 as httpx
    from mcp.shared.auth import AuthorizationCodeResult
except ImportError:  # mcp before 2 uses httpx, and its callback returns a tuple of the code and the state
    import httpx  # type: ignore[no-redef]

    AuthorizationCodeResult = None  # type: ignore[assignment, misc]

from examples.mcp_server import create_app
from examples.shared import running_emulator
from workos_async import M2MAuth, M2MTokens, WorkOS
from workos_mcp import AuthKitResource


async def call_whoami(server_url: str, auth: httpx.Auth) -> str:
    """Call the tool `whoami` of a server, and return its text."""
    async with (
        httpx.AsyncClient(auth=auth, timeout=300) as http,
        streamable_http_client(server_url, http_client=http) as streams,
        ClientSession(streams[0], streams[1]) as session,
    ):
        await session.initialize()
        result: Any = await session.call_tool("whoami", {})
        return str(result.content[0].text)


async def as_application(authkit_domain: str, server_url: str) -> str:
    """Call the tool as a new M2M application."""
    async with WorkOS() as workos:
        organization = (await workos.organizations.list_organizations().collect())[0]
        application = await workos.connect.create_m2m_application(name="Agent", organization_id=organization.id)
        secret = await workos.connect.create_application_client_secret(application.id)
    async with M2MTokens(authkit_domain, application.client_id, secret.secret) as tokens:
        return await call_whoami(server_url, M2MAuth(tokens, server_url))


class MemoryStorage(TokenStorage):
    """The tokens of one run. A real agent keeps them in a keyring."""

    def __init__(self) -> None:
        self._tokens: OAuthToken | None = None
        self._client: OAuthClientInformationFull | None = None

    async def get_tokens(self) -> OAuthToken | None:
        """Return the tokens of the user."""
        return self._tokens

    async def set_tokens(self, tokens: OAuthToken) -> None:
        """Keep the tokens of the user."""
        self._tokens = tokens

    async def get_client_info(self) -> OAuthClientInformationFull | None:
        """Return the registration of the agent."""
        return self._client

    async def set_client_info(self, client_info: OAuthClientInformationFull) -> None:
        """Keep the registration of the agent."""
        self._client = client_info


async def for_user(server_url: str) -> str:
    """Call the tool on behalf of a user: they open the printed URL, sign in and agree."""
    queries: asyncio.Queue[dict[str, str]] = asyncio.Queue()

    async def receive(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        target = (await reader.readline()).decode().split(" ")[1]
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\nConnection: close\r\n\r\nYou can go back now.")
        await writer.drain()
        writer.close()
        if urlsplit(target).path == "/callback":
            queries.put_nowait(dict(parse_qsl(urlsplit(target).query)))

    async def open_page(url: str) -> None:
        print(f"Open {url}", flush=True)

    async def receive_callback() -> Any:
        query = await queries.get()
        if AuthorizationCodeResult is None:
            return query["code"], query.get("state")
        return AuthorizationCodeResult(code=query["code"], state=query.get("state"), iss=query.get("iss"))

    async with await asyncio.start_server(receive, "127.0.0.1", 0) as callback:
        redirect_uri = f"http://127.0.0.1:{callback.sockets[0].getsockname()[1]}/callback"
        auth = OAuthClientProvider(
            server_url=server_url,
            client_metadata=OAuthClientMetadata(client_name="Example agent", redirect_uris=[AnyUrl(redirect_uri)]),
            storage=MemoryStorage(),
            redirect_handler=open_page,
            callback_handler=receive_callback,
        )
        return await call_whoami(server_url, auth)


@contextmanager
def running_server(authkit_domain: str, url: str, port: int) -> Generator[None]:
    """Run the example server. It accepts users and applications."""
    resource = AuthKitResource(authkit_domain, url, scopes=["openid", "offline_access"], kinds=["user", "m2m"])
    app: Any = create_app(resource)
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.05)
    yield
    server.should_exit = True
    thread.join()


async def main(authkit_domain: str, server_url: str, *, is_user: bool) -> None:
    """Register the server's URL, and print the result of the tool."""
    async with WorkOS() as workos:
        await workos.user_management.create_authkit_oauth_resource(uri=server_url)
    result = await (for_user(server_url) if is_user else as_application(authkit_domain, server_url))
    print(f"The server responded: {result}")


if __name__ == "__main__":
    parser = ArgumentParser()
    parser.add_argument("--user", action="store_true", help="act on behalf of a user")
    parser.add_argument("--port", type=int, default=8000, help="the port of the server (default: %(default)s)")
    options = parser.parse_args()
    url = f"http://localhost:{options.port}/mcp"
    with running_emulator() as emulator:
        emulator.settings.dynamic_client_registration = True
        domain = os.environ["WORKOS_BASE_URL"]
        with running_server(domain, url, options.port):
            asyncio.run(main(domain, url, is_user=options.user))
