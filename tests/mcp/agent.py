"""An MCP client that signs its user in on the emulator's pages."""

import importlib
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
from mcp import ClientSession
from mcp.client.auth import OAuthClientProvider
from mcp.shared.auth import OAuthClientInformationFull, OAuthClientMetadata, OAuthToken
from pydantic import AnyUrl

from tests.emulator.pages.browsing import Browser

EMAIL = "ada@example.com"
PASSWORD = "correct horse 42"
CALLBACK = "http://127.0.0.1:8765/callback"


class Storage:
    """Keeps the tokens and the registration of a client."""

    def __init__(self) -> None:
        self.tokens: OAuthToken | None = None
        self.client: OAuthClientInformationFull | None = None

    async def get_tokens(self) -> OAuthToken | None:
        return self.tokens

    async def set_tokens(self, tokens: OAuthToken) -> None:
        self.tokens = tokens

    async def get_client_info(self) -> OAuthClientInformationFull | None:
        return self.client

    async def set_client_info(self, client_info: OAuthClientInformationFull) -> None:
        self.client = client_info


class Agent:
    """An MCP client and the browser of its user.

    Args:
        emulator_url: The URL of the emulator.
        server_url: The URL of the MCP endpoint.
        organization: The name of the organization to select.
        metadata_url: The URL of the client ID metadata document; without it, the client registers dynamically.
    """

    def __init__(
        self, emulator_url: str, server_url: str, *, organization: str | None = None, metadata_url: str | None = None
    ) -> None:
        self.storage = Storage()
        self.sign_ins = 0
        self._server_url = server_url
        self._organization = organization
        self._metadata_url = metadata_url
        self._http = httpx.Client(base_url=emulator_url)
        self._browser = Browser(self._http)
        self._auth: Any = None
        self._returned: dict[str, str] = {}

    def close(self) -> None:
        """Close the browser."""
        self._http.close()

    async def call(self, tool: str) -> str:
        """Call a tool in a session of its own, and return its text."""
        async with self.session() as session:
            return await self.call_in(session, tool)

    async def call_in(self, session: ClientSession, tool: str) -> str:
        """Call a tool, and return its text."""
        result: Any = await session.call_tool(tool, {})
        return str(result.content[0].text)

    def expire_token(self) -> None:
        """Let the client, which reads the system clock, believe that its token has expired."""
        self._auth.context.token_expiry_time = 1.0

    def select(self, organization: str) -> None:
        """Select another organization in the next sign-in, from the beginning."""
        self._organization = organization
        self.storage.tokens = None

    async def _open_page(self, url: str) -> None:
        self.sign_ins += 1
        parts = urlsplit(url)
        browser = self._browser.open(parts.path, **dict(parse_qsl(parts.query, keep_blank_values=True)))
        for _ in range(6):
            if browser.returned is not None:
                break
            labels = set(browser.page.labels.values())
            buttons = [button["text"] for form in browser.page.forms for button in form.buttons]
            if "Password" in labels:
                browser.submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
            elif self._organization is not None and self._organization in buttons:
                browser.submit(self._organization)
            else:
                browser.submit(next(text for text in buttons if text not in ("Cancel", "Deny")))
        assert browser.returned is not None, browser.page.html
        self._returned = browser.returned

    async def _receive_callback(self) -> Any:
        assert "error" not in self._returned, self._returned
        try:
            from mcp.shared.auth import AuthorizationCodeResult
        except ImportError:  # mcp 1
            return self._returned["code"], self._returned.get("state")
        return AuthorizationCodeResult(
            code=self._returned["code"], state=self._returned.get("state"), iss=self._returned.get("iss")
        )

    @asynccontextmanager
    async def session(self) -> AsyncGenerator[ClientSession]:
        options: dict[str, Any] = {} if self._metadata_url is None else {"client_metadata_url": self._metadata_url}
        self._auth = OAuthClientProvider(
            server_url=self._server_url,
            client_metadata=OAuthClientMetadata(
                client_name="Test agent",
                redirect_uris=[AnyUrl(CALLBACK)],
                grant_types=["authorization_code", "refresh_token"],
                response_types=["code"],
                scope="openid offline_access",
            ),
            storage=self.storage,
            redirect_handler=self._open_page,
            callback_handler=self._receive_callback,
            **options,
        )
        async with _streams(self._server_url, self._auth) as (read, write, *_), ClientSession(read, write) as session:
            await session.initialize()
            yield session


@asynccontextmanager
async def _streams(url: str, auth: Any) -> AsyncGenerator[Any]:
    module: Any = importlib.import_module("mcp.client.streamable_http")
    if not hasattr(module, "streamable_http_client"):  # mcp before 1.24
        async with module.streamablehttp_client(url, auth=auth) as streams:
            yield streams
        return
    http: Any = importlib.import_module("httpx2") if hasattr(module, "httpx2") else httpx  # mcp 2 is based on httpx2
    async with http.AsyncClient(auth=auth) as client, module.streamable_http_client(url, http_client=client) as streams:
        yield streams
