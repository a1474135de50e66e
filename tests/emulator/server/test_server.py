import asyncio
import contextlib
import http.client
import socket
import threading
import time

import httpx
import pytest

from workos_emulator import Emulator
from workos_emulator.http import payload
from workos_emulator.http.origins import is_loopback_host

HEADERS = {"authorization": "Bearer sk_test_emulator"}


def test_serve_and_stop(emulator: Emulator) -> None:
    with emulator.serve() as url:
        assert url.startswith("http://127.0.0.1:")
        assert httpx.get(f"{url}/_emulator/health").status_code == 200
        created = httpx.post(f"{url}/organizations", json={"name": "A"}, headers=HEADERS)
        assert created.status_code == 201
        assert created.headers["x-request-id"]
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{url}/_emulator/health")
    assert not [thread for thread in threading.enumerate() if thread.name == "workos-emulator"]


def test_state_is_shared_with_the_transport(emulator: Emulator) -> None:
    with emulator.serve() as url, httpx.Client(transport=emulator.transport, base_url=url, headers=HEADERS) as client:
        httpx.post(f"{url}/organizations", json={"name": "A"}, headers=HEADERS)
        assert len(client.get("/organizations").json()["data"]) == 1


def test_percent_encoding_survives(emulator: Emulator) -> None:
    with emulator.serve() as url:
        httpx.post(f"{url}/organizations", json={"name": "A", "external_id": "a/b %2F"}, headers=HEADERS)
        response = httpx.get(f"{url}/organizations/external_id/a%2Fb%20%252F", headers=HEADERS)
    assert response.json()["external_id"] == "a/b %2F"


def test_body_too_large(emulator: Emulator) -> None:
    with emulator.serve() as url:
        response = httpx.post(f"{url}/organizations", content=b"x" * (payload.MAX_BODY + 1), headers=HEADERS)
    assert response.status_code == 413


@pytest.mark.parametrize(
    ("host", "size", "status"), [("127.0.0.1", payload.MAX_BODY + 2**21, 413), ("evil.example", 2**20, 403)]
)
@pytest.mark.parametrize("is_chunked", [False, True])
def test_the_connection_is_kept_after_a_body_that_was_not_read(
    emulator: Emulator, host: str, size: int, status: int, is_chunked: bool
) -> None:
    with emulator.serve() as url:
        connection = http.client.HTTPConnection("127.0.0.1", int(url.rpartition(":")[2]), timeout=30)
        parts = [b"x" * 2**16] * (size // 2**16 + 1)
        body = iter(parts) if is_chunked else b"".join(parts)
        with contextlib.closing(connection):
            connection.request("POST", "/organizations", body, {**HEADERS, "host": host}, encode_chunked=is_chunked)
            response = connection.getresponse()
            assert (response.status, bool(response.read())) == (status, True)
            connection.auto_open = 0  # fails if the server has closed the connection
            for _ in range(2):
                connection.request("GET", "/_emulator/health")
                response = connection.getresponse()
                assert (response.status, bool(response.read())) == (200, True)


def test_head(emulator: Emulator) -> None:
    with emulator.serve() as url:
        response = httpx.head(f"{url}/organizations", headers=HEADERS)
    assert (response.status_code, response.content, response.headers["content-length"]) == (200, b"", "72")


def test_delays_do_not_block_other_requests_or_shutdown(emulator: Emulator) -> None:
    emulator.faults.add(delay=60, path="/organizations/slow")
    statuses: list[int] = []

    def slow(url: str) -> None:
        statuses.append(httpx.get(f"{url}/organizations/slow", timeout=60, headers=HEADERS).status_code)

    start = time.monotonic()
    with emulator.serve() as url:
        thread = threading.Thread(target=slow, args=(url,))
        thread.start()
        while len(emulator.faults):
            time.sleep(0.01)
        assert httpx.get(f"{url}/_emulator/health").status_code == 200
        assert statuses == []
    thread.join(10)
    assert time.monotonic() - start < 30
    assert statuses == [404]


def test_only_loopback(emulator: Emulator) -> None:
    with pytest.raises(ValueError, match="allow_remote"), emulator.serve(host="0.0.0.0"):
        pass
    with emulator.serve(host="0.0.0.0", allow_remote=True) as url:
        port = int(url.rpartition(":")[2])
        assert httpx.get(f"http://127.0.0.1:{port}/_emulator/health").status_code == 200


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True),
        ("127.1.2.3", True),
        ("localhost", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("::", False),
        ("example.com", False),
        ("", False),
    ],
)
def test_is_loopback_host(host: str, expected: bool) -> None:
    assert is_loopback_host(host) is expected


def test_port_in_use(emulator: Emulator) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as listener,
        pytest.raises(OSError, match="in use"),
        emulator.serve(port=listener.getsockname()[1]),
    ):
        pass


def test_accepted_sockets_set_tcp_nodelay(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nagle's algorithm and delayed acknowledgements would cost 40 ms per request."""
    from uvicorn.protocols.http.auto import AutoHTTPProtocol

    options: list[int] = []
    connection_made = AutoHTTPProtocol.connection_made

    def spy(protocol: asyncio.Protocol, transport: asyncio.Transport) -> None:
        accepted = transport.get_extra_info("socket")
        options.append(accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        connection_made(protocol, transport)

    monkeypatch.setattr(AutoHTTPProtocol, "connection_made", spy)
    with emulator.serve() as url:
        httpx.get(f"{url}/_emulator/health")
    assert len(options) == 1
    assert options[0]
