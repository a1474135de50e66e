"""The texts of connection errors and of their causes contain no part of a response and no credentials, with every HTTP library."""

import asyncio
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import workos_async
import workos_sync
from tests.faults.server import Server, ServerConnection
from tests.support.http_clients import each_client
from workos_core.errors import APIConnectionError

TOKEN = "planted_token_0123456789"
BODY = json.dumps({"access_token": TOKEN, "refresh_token": TOKEN, "user": {"id": "user_1", "email": "a@b.c"}}).encode()
OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
COOKIE = b"Set-Cookie: session=" + TOKEN.encode()
RESPONSES = {
    "no chunk size": CHUNKED + BODY + b"\r\n0\r\n\r\n",
    "wrong chunk size": CHUNKED + b"5\r\n" + BODY + b"\r\n0\r\n\r\n",
    "no status line": BODY + b"\r\n\r\n",
    "no status": b"HTTP/1.1 OK " + BODY + b"\r\n\r\n",
    "no end of the headers": OK + b"Content-Length: 9\r\n" + BODY + b"\r\n\r\n",
    "invalid header": OK + COOKIE + b"\0\r\nContent-Length: 2\r\n\r\n{}",
    "invalid name of a header": OK + b"X " + COOKIE + b"\r\nContent-Length: 2\r\n\r\n{}",
    "invalid trailer": CHUNKED + b"%x\r\n%b\r\n0\r\nX " % (len(BODY), BODY) + COOKIE + b"\r\n\r\n",
    "too long header": OK + COOKIE + b"x" * 200_000 + b"\r\nContent-Length: 2\r\n\r\n{}",
    "closed in the headers": OK + COOKIE + b"\r\nX: ",
}
Call = Callable[..., Any]


def _async(library: str, backend: Any) -> Call:
    def call(**settings: Any) -> Any:
        async def main() -> Any:
            async with workos_async.WorkOS("sk_1", **settings, http_library=library) as workos:
                return await workos.user_management.authenticate_with_password(email="a@b.co", password="x")

        return backend.run(main() if backend is asyncio else main)

    return call


def _sync(library: str) -> Call:
    def call(**settings: Any) -> Any:
        with workos_sync.WorkOS("sk_1", **settings, http_library=library) as workos:
            return workos.user_management.authenticate_with_password(email="a@b.co", password="x")

    return call


CLIENTS = each_client(_async, _sync)
every_client = pytest.mark.parametrize("call", CLIENTS.values(), ids=CLIENTS)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    if error is not None:
        yield error
        yield from _causes(error.__cause__)
        yield from _causes(error.__context__)


def _everything(error: BaseException) -> str:
    return "".join(f"{each}\n{each!r}\n{each.args!r}\n" for each in _causes(error))


def _error(call: Call, url: str, **settings: Any) -> APIConnectionError:
    with pytest.raises(APIConnectionError) as caught:
        call(base_url=url, client_id="client_1", max_retries=0, timeout=20, **settings)
    return caught.value


@every_client
@pytest.mark.parametrize("response", RESPONSES.values(), ids=RESPONSES)
def test_a_malformed_response(call: Call, response: bytes) -> None:
    def respond(connection: ServerConnection) -> bool:
        connection.send(response)
        return False

    with Server(respond).running() as server:
        url = server.url
        error = _error(call, url)
    assert TOKEN not in _everything(error)
    assert "sk_1" not in _everything(error)
    text = str(error)
    assert text.startswith(f"the connection to {url} broke: ")
    assert "\n" not in text
    assert not text.endswith((":", " "))


@pytest.mark.parametrize("call", [CLIENTS["aiohttp"]])
def test_a_response_that_goes_on_behind_its_end(call: Call) -> None:
    """The other libraries return the response, and close the connection."""

    def respond(connection: ServerConnection) -> bool:
        connection.send(OK + b"Content-Length: %d\r\n\r\n" % (len(BODY) - 1) + BODY)
        return False

    with Server(respond).running() as server:
        error = _error(call, server.url)
    assert TOKEN not in _everything(error)
    assert "BadStatusLine: Bad status line" in str(error)


@every_client
@pytest.mark.parametrize("status", [302, 407, 502])
def test_the_credentials_of_a_proxy_that_rejects_a_tunnel(call: Call, status: int) -> None:
    with Server(lambda connection: connection.respond(status, b"no") or False).running() as server:
        url = server.url
        error = _error(call, "https://api.workos.com", proxy=url.replace("//", "//planted-user:planted%2Fpassword@"))
        headers = [request.headers for request in server.requests]
    assert f"through the proxy {url} could not be established" in str(error)
    assert f": {status} Status" in str(error)
    assert [each["proxy-authorization"] for each in headers] == ["Basic cGxhbnRlZC11c2VyOnBsYW50ZWQvcGFzc3dvcmQ="]
    for secret in ("planted", "cGxhbnRlZ", "sk_1"):
        assert secret not in _everything(error)


@every_client
def test_the_credentials_of_a_proxy_that_closes_a_tunnel(call: Call) -> None:
    def close(connection: ServerConnection) -> bool:
        connection.send(b"HTTP/1.1 200 OK\r\n\r\n")
        return False

    with Server(close).running() as server:
        error = _error(call, "https://api.workos.com", proxy=server.url.replace("//", "//planted-user:planted@"))
    assert "planted" not in _everything(error)
