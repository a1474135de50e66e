"""Responses that arrive while a large request body is still being written."""

import asyncio
import contextlib
import gzip
import socket
import ssl
import threading
from collections.abc import Callable
from typing import Any

import pytest
import trustme

import workos_async
import workos_sync
from tests.faults.http2_server import HTTP2Server
from tests.support.http_clients import each_client
from workos_async._http.backends.aiohttp_requests import parse_response
from workos_core.errors import APIConnectionError, APIError, APITimeoutError, RateLimitExceededError

BODY = "x" * (16 << 20)
"""More than the buffers of a connection hold."""
ERROR = b'{"message": "too large", "padding": "%b"}' % (b"." * 20_000)
SMALL_ERROR = b'{"message": "too large"}'
"""It fits into a frame of HTTP/2."""

Handler = Callable[[socket.socket, int], None]
"""Responds. The number is that of the bytes of the body that the server has read."""


class EarlyServer:
    """A server that reads only the head of a request before `handler` responds."""

    def __init__(self, handler: Handler, tls: ssl.SSLContext | None) -> None:
        self._handler = handler
        self._tls = tls
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._stopping = threading.Event()
        self._threads: list[threading.Thread] = []
        scheme = "http" if tls is None else "https"
        self.url = f"{scheme}://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> "EarlyServer":
        accepting = threading.Thread(target=self._accept)
        self._threads.append(accepting)
        accepting.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        with contextlib.suppress(OSError):
            socket.create_connection(self._listener.getsockname(), 1).close()
        for thread in self._threads:
            thread.join(10)
        self._listener.close()

    def _accept(self) -> None:
        while not self._stopping.is_set():
            connection, _ = self._listener.accept()
            thread = threading.Thread(target=self._serve, args=(connection,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            connection.settimeout(10)
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
            with connection:
                head = b""
                while b"\r\n\r\n" not in head:
                    data = connection.recv(4096)
                    if not data:
                        return
                    head += data
                self._handler(connection, len(head.partition(b"\r\n\r\n")[2]))
                self._stopping.wait(20) if self._handler not in (reset, reset_at_once) else None


def _response(status: int) -> bytes:
    return b"HTTP/1.1 %d Status\r\nContent-Length: %d\r\n\r\n%b" % (status, len(ERROR), ERROR)


def stay_open(connection: socket.socket, _: int) -> None:
    """Respond, and read nothing more."""
    connection.sendall(_response(413))


def reset(connection: socket.socket, _: int) -> None:
    """Respond, and close the connection, of which unread bytes make a reset."""
    connection.sendall(_response(413))
    threading.Event().wait(0.1)  # a reset drops what has not been transmitted


def reset_at_once(connection: socket.socket, _: int) -> None:
    """Do the same before the client has noticed the response."""
    connection.sendall(_response(413))


def end_with_reset(connection: socket.socket, _: int) -> None:
    """Respond without `Content-Length`, so that the end of the connection, here a reset, is that of the response."""
    connection.sendall(b"HTTP/1.1 413 Status\r\nConnection: close\r\n\r\n" + ERROR)
    threading.Event().wait(0.1)
    connection.close()


def end_with_reset_at_once(connection: socket.socket, _: int) -> None:
    connection.sendall(b"HTTP/1.1 413 Status\r\nConnection: close\r\n\r\n" + ERROR)
    connection.close()


def rate_limit(connection: socket.socket, _: int) -> None:
    connection.sendall(_response(429))


def respond_in_parts(connection: socket.socket, _: int) -> None:
    response = b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + _response(413)
    for part in (response[:30], response[30:120], response[120:]):
        connection.sendall(part)
        threading.Event().wait(0.05)


def read_everything(connection: socket.socket, received: int) -> None:
    """Send an interim response, read the whole request, and respond."""
    connection.sendall(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")
    left = len(BODY) + len('{"name":""}') - received
    while left > 0:
        left -= len(connection.recv(1 << 20))
    body = b'{"id": "org_1"}'
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))


def do_not_respond(_: socket.socket, __: int) -> None:
    pass


def _settings(url: str, **settings: Any) -> dict[str, Any]:
    return {"base_url": url, "verify": False, "max_retries": 0, "rate_limiter": None, "timeout": 20, **settings}


def _async(library: str, backend: Any) -> Callable[..., Any]:
    def call(url: str, **settings: Any) -> Any:
        async def main() -> Any:
            async with workos_async.WorkOS("sk_1", **_settings(url, http_library=library, **settings)) as workos:
                return await workos.organizations.create_organization(name=BODY)

        return backend.run(main() if backend is asyncio else main)

    return call


def _sync(library: str) -> Callable[..., Any]:
    def call(url: str, **settings: Any) -> Any:
        with workos_sync.WorkOS("sk_1", **_settings(url, http_library=library, **settings)) as workos:
            return workos.organizations.create_organization(name=BODY)

    return call


CLIENTS = each_client(_async, _sync)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def server_context(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return context


@pytest.fixture(params=[False, True], ids=["plain", "tls"])
def tls(request: pytest.FixtureRequest, server_context: ssl.SSLContext) -> ssl.SSLContext | None:
    return server_context if request.param else None


@pytest.mark.parametrize("name", CLIENTS)
@pytest.mark.parametrize(
    "handler", [stay_open, reset, end_with_reset, rate_limit, respond_in_parts], ids=lambda value: value.__name__
)
def test_an_error_response_ends_the_request(name: str, handler: Handler, tls: ssl.SSLContext | None) -> None:
    with EarlyServer(handler, tls) as server, pytest.raises(APIError) as caught:
        CLIENTS[name](server.url)
    assert caught.value.status == (429 if handler is rate_limit else 413)
    assert isinstance(caught.value, RateLimitExceededError) is (handler is rate_limit)
    assert caught.value.message == "too large"


@pytest.mark.parametrize("name", CLIENTS)
@pytest.mark.parametrize("handler", [reset_at_once, end_with_reset_at_once], ids=lambda value: value.__name__)
def test_an_error_response_before_a_reset(name: str, handler: Handler) -> None:
    for _ in range(2):
        with EarlyServer(handler, None) as server, pytest.raises(APIError) as caught:
            CLIENTS[name](server.url)
        assert caught.value.status == 413


def test_a_compressed_response_that_aiohttp_has_not_read() -> None:
    body = gzip.compress(ERROR)
    head = b"HTTP/1.1 413 Status\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(body)
    response = parse_response(b"HTTP/1.1 103 Early Hints\r\n\r\n" + head + body)
    assert (response.status, response.content) == (413, ERROR)


@pytest.mark.parametrize("name", CLIENTS)
def test_an_interim_response_does_not_end_the_request(name: str, tls: ssl.SSLContext | None) -> None:
    with EarlyServer(read_everything, tls) as server:
        assert CLIENTS[name](server.url).id == "org_1"


@pytest.mark.parametrize("name", CLIENTS)
def test_the_write_timeout(name: str, tls: ssl.SSLContext | None) -> None:
    timeout = workos_async.Timeout(write=0.3)
    with (
        EarlyServer(do_not_respond, tls) as server,
        pytest.raises(
            APITimeoutError, match=r"did not accept more of the request within the timeout of 0\.3 s"
        ) as caught,
    ):
        CLIENTS[name](server.url, timeout=timeout)
    assert caught.value.sent is True


@pytest.mark.parametrize("name", CLIENTS)
def test_the_deadline_bounds_writing(name: str, tls: ssl.SSLContext | None) -> None:
    with EarlyServer(do_not_respond, tls) as server, pytest.raises(APITimeoutError, match=r"the deadline of 0\.5 s"):
        CLIENTS[name](server.url, deadline=0.5)


@pytest.mark.parametrize("name", CLIENTS)
def test_a_connection_that_is_closed_while_the_request_is_written(name: str, tls: ssl.SSLContext | None) -> None:
    with EarlyServer(lambda connection, _: connection.close(), tls) as server, pytest.raises(APIConnectionError):
        CLIENTS[name](server.url)


http2_clients = pytest.mark.parametrize("name", [name for name in CLIENTS if name != "aiohttp"])


@http2_clients
def test_an_error_response_over_http2(name: str, authority: trustme.CA) -> None:
    """The library writes the whole request before it reads the response."""
    server = HTTP2Server(authority, SMALL_ERROR, early_status=413)
    with server.running(), pytest.raises(APIError) as caught:
        CLIENTS[name](server.url, http2=True)
    assert (caught.value.status, caught.value.message) == (413, "too large")
    assert server.protocols == ["h2"]


@http2_clients
def test_an_error_response_over_http2_of_a_server_that_does_not_read_the_rest(name: str, authority: trustme.CA) -> None:
    """The library waits until it may write more: that is bounded by the timeout for reads, and by the deadline."""
    for settings, text in (
        ({"timeout": workos_async.Timeout(read=0.5)}, r"within the timeout of 0\.5 s"),
        ({"deadline": 0.5}, r"the deadline of 0\.5 s"),
    ):
        server = HTTP2Server(authority, SMALL_ERROR, early_status=413, reads_rest=False)
        with server.running(), pytest.raises(APITimeoutError, match=text) as caught:
            CLIENTS[name](server.url, http2=True, **settings)
        assert caught.value.sent is True
