"""Authentication of httpx clients with tokens that are renewed."""

from collections.abc import AsyncIterator, Callable
from typing import Any, cast

import httpx
import pytest

from workos_async import ConfigurationError, InvalidArgumentTypeError, M2MAuth, M2MTokens, WorkOS
from workos_async._concurrency.background_task import BackgroundTask

ORIGIN = "https://mcp.example.com"


class Server:
    """A token endpoint, and a server that accepts only the tokens in a set."""

    def __init__(self) -> None:
        self.token_requests = 0
        self.accepted: set[str] = {"token-1"}
        self.requests: list[tuple[str, str | None, bytes]] = []
        self.redirect_to = ""

    def issue(self, request: httpx.Request) -> httpx.Response:
        self.token_requests += 1
        return httpx.Response(200, json={"access_token": f"token-{self.token_requests}", "expires_in": 300})

    def handle(self, request: httpx.Request) -> httpx.Response:
        authorization = request.headers.get("authorization")
        self.requests.append((str(request.url), authorization, request.content))
        if self.redirect_to and request.url.path == "/redirect":
            return httpx.Response(307, headers={"location": self.redirect_to})
        is_accepted = authorization is not None and authorization.removeprefix("Bearer ") in self.accepted
        return httpx.Response(200 if is_accepted else 401)


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def tokens(server: Server, against: Callable[..., WorkOS]) -> M2MTokens:
    return M2MTokens("example.authkit.app", "client_m2m", "secret-1234567890", workos=against(server.issue))


def http(server: Server, auth: M2MAuth, **options: Any) -> httpx.AsyncClient:
    return httpx.AsyncClient(auth=auth, transport=httpx.MockTransport(server.handle), **options)


async def test_requests_have_the_token(server: Server, tokens: M2MTokens) -> None:
    async with http(server, M2MAuth(tokens, ORIGIN)) as client:
        for path in ("/a", "/b"):
            assert (await client.get(ORIGIN + path)).status_code == 200
    assert [authorization for _, authorization, _ in server.requests] == ["Bearer token-1"] * 2
    assert server.token_requests == 1


async def test_a_rejected_request_is_sent_once_more_with_a_new_token(server: Server, tokens: M2MTokens) -> None:
    server.accepted = {"token-2"}
    async with http(server, M2MAuth(tokens, ORIGIN)) as client:
        response = await client.post(ORIGIN, content=b'{"n":1}')
        assert response.status_code == 200
    assert [entry[1:] for entry in server.requests] == [
        ("Bearer token-1", b'{"n":1}'),
        ("Bearer token-2", b'{"n":1}'),
    ]


async def test_a_second_rejection_is_returned(server: Server, tokens: M2MTokens) -> None:
    server.accepted = set()
    async with http(server, M2MAuth(tokens, ORIGIN)) as client:
        assert (await client.get(ORIGIN)).status_code == 401
    assert (len(server.requests), server.token_requests) == (2, 2)


async def test_simultaneous_rejections_make_one_new_token(server: Server, tokens: M2MTokens) -> None:
    await tokens.get()
    server.accepted = {"token-2"}
    statuses: list[int] = []
    async with http(server, M2MAuth(tokens, ORIGIN)) as client:

        async def call() -> None:
            statuses.append((await client.get(ORIGIN)).status_code)

        for task in [BackgroundTask(call) for _ in range(20)]:
            await task.join()
    assert statuses == [200] * 20
    assert server.token_requests == 2


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example.com",
        "http://mcp.example.com",
        "https://mcp.example.com:8443",
        "https://mcp.example.com.evil.com",
        "https://user@evil.example.com",
    ],
)
async def test_the_token_is_not_sent_to_another_origin(server: Server, tokens: M2MTokens, url: str) -> None:
    async with http(server, M2MAuth(tokens, ORIGIN)) as client:
        await client.get(f"{url}/mcp", auth=M2MAuth(tokens, ORIGIN))
    assert not any("token" in str(authorization) for _, authorization, _ in server.requests)
    assert server.token_requests == 0


async def test_a_redirect_to_another_origin_has_no_token(server: Server, tokens: M2MTokens) -> None:
    server.redirect_to = "https://evil.example.com/"
    async with http(server, M2MAuth(tokens, ORIGIN), follow_redirects=True) as client:
        assert (await client.get(f"{ORIGIN}/redirect")).status_code == 401
    assert [entry[:2] for entry in server.requests] == [
        (f"{ORIGIN}/redirect", "Bearer token-1"),
        ("https://evil.example.com/", None),
    ]
    assert server.token_requests == 1


@pytest.mark.parametrize("origin", ["https://MCP.example.com:443", "https://mcp.example.com/mcp", f"{ORIGIN}/"])
async def test_any_url_of_the_origin_may_be_passed(server: Server, tokens: M2MTokens, origin: str) -> None:
    async with http(server, M2MAuth(tokens, origin)) as client:
        assert (await client.get("https://mcp.example.com/mcp")).status_code == 200


class StreamingTransport(httpx.AsyncBaseTransport):
    """A transport that consumes the stream of a request, as connections do."""

    def __init__(self, server: Server) -> None:
        self._server = server

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        stream: Any = request.stream
        parts = [part async for part in stream]
        authorization = request.headers["authorization"]
        self._server.requests.append((str(request.url), authorization, b"".join(parts)))
        return httpx.Response(200 if authorization.removeprefix("Bearer ") in self._server.accepted else 401)


async def test_a_streamed_body_is_not_sent_twice(server: Server, tokens: M2MTokens) -> None:
    server.accepted = {"token-2"}

    async def body() -> AsyncIterator[bytes]:
        yield b"part"

    async with httpx.AsyncClient(auth=M2MAuth(tokens, ORIGIN), transport=StreamingTransport(server)) as client:
        assert (await client.post(ORIGIN, content=body())).status_code == 401
        assert (await client.post(ORIGIN, content=body())).status_code == 200
    assert [entry[1:] for entry in server.requests] == [("Bearer token-1", b"part"), ("Bearer token-2", b"part")]


@pytest.mark.parametrize(
    "origin", ["", "mcp.example.com", "ftp://mcp.example.com", "https://", "https://u@x.com", "https://[", None]
)
def test_an_invalid_origin_is_rejected(tokens: M2MTokens, origin: Any) -> None:
    with pytest.raises(ConfigurationError, match="origin"):
        M2MAuth(tokens, origin)


def test_plain_http_is_allowed_for_this_machine_only(tokens: M2MTokens) -> None:
    M2MAuth(tokens, "http://127.0.0.1:4100")
    M2MAuth(tokens, "http://server:8000", allow_insecure_http=True)
    with pytest.raises(ConfigurationError, match="https"):
        M2MAuth(tokens, "http://server:8000")


def test_tokens_must_be_a_token_source() -> None:
    with pytest.raises(InvalidArgumentTypeError, match="M2MTokens"):
        M2MAuth(cast("Any", "token"), ORIGIN)


async def test_httpx2_accepts_it_too(server: Server, tokens: M2MTokens) -> None:
    httpx2: Any = pytest.importorskip("httpx2")

    def handle(request: Any) -> Any:
        server.requests.append((str(request.url), request.headers["authorization"], b""))
        return httpx2.Response(200 if len(server.requests) > 1 else 401)

    async with httpx2.AsyncClient(auth=M2MAuth(tokens, ORIGIN), transport=httpx2.MockTransport(handle)) as client:
        assert (await client.get(ORIGIN)).status_code == 200
    assert [entry[1] for entry in server.requests] == ["Bearer token-1", "Bearer token-2"]
