"""The checks that protect a developer's browser and machine from other sites and slow clients."""

import asyncio
import contextlib
import socket
import time
from collections.abc import Generator
from typing import Any

import httpx
import pytest

from workos_emulator import Emulator, Settings
from workos_emulator.server.socket_server import serve

from ..support import Api

URL = "http://localhost:4100"
CROSS_SITE = [
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"origin": "https://evil.example"},
    {"origin": "null"},
    {"origin": "http://localhost:3000", "sec-fetch-site": "same-site"},
]


def client_of(emulator: Emulator) -> httpx.Client:
    return httpx.Client(transport=emulator.transport, base_url=URL)


@pytest.mark.parametrize("headers", CROSS_SITE)
def test_cross_site_requests_to_the_control_api(emulator: Emulator, headers: dict[str, str]) -> None:
    emulator.create("users")
    with client_of(emulator) as client:
        for method, path in (("POST", "/reset"), ("GET", "/snapshot"), ("GET", "/outbox"), ("OPTIONS", "/reset")):
            response = client.request(method, f"/_emulator{path}", headers=headers)
            assert (response.status_code, response.json()["code"]) == (403, "cross_site_request")
    assert len(emulator.environment.state.users) == 1


@pytest.mark.parametrize("headers", [{}, {"sec-fetch-site": "none"}, {"sec-fetch-site": "same-origin", "origin": URL}])
def test_other_requests_to_the_control_api(emulator: Emulator, headers: dict[str, str]) -> None:
    with client_of(emulator) as client:
        assert client.get("/_emulator/outbox", headers=headers).status_code == 200
        assert client.post("/_emulator/reset", headers=headers).status_code == 204


NAVIGATION = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}


def test_navigations_from_other_sites(emulator: Emulator) -> None:
    with client_of(emulator) as client:
        query = "client_id=client_emulator&response_type=code&provider=authkit&redirect_uri=https://app.example.com/cb"
        redirect = client.get(f"/user_management/authorize?{query}", headers=NAVIGATION)
        assert redirect.status_code == 302
        page = client.get(redirect.headers["location"], headers=NAVIGATION)
        assert page.status_code == 200
        assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
        assert page.headers["x-frame-options"] == "DENY"
        assert client.get("/_emulator/snapshot", headers=NAVIGATION).status_code == 403


def test_downloads_are_opened_from_applications(api: Api, emulator: Emulator) -> None:
    from datetime import timedelta

    from workos_emulator.storage.downloads import create_download

    path = create_download(emulator.environment.state, "a,b\n", timedelta(minutes=1))
    assert api.client.get(path, headers=NAVIGATION).status_code == 200
    assert (
        api.client.get(path, headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}).status_code == 403
    )


@pytest.mark.parametrize("headers", CROSS_SITE)
def test_cross_site_forms(emulator: Emulator, headers: dict[str, str]) -> None:
    with client_of(emulator) as client:
        query = "client_id=client_emulator&response_type=code&provider=authkit&redirect_uri=https://app.example.com/cb"
        page = client.get(client.get(f"/user_management/authorize?{query}").headers["location"])
        response = client.post(page.url, data={"email": "ada@example.com"}, headers=headers)
        assert response.status_code == 403
        assert response.headers["content-type"].startswith("text/html")


def get(url: str, host: str) -> httpx.Response:
    return httpx.get(f"{url}/_emulator/health", headers={"host": host})


@pytest.mark.parametrize(
    "host", ["localhost", "app.localhost:4100", "127.0.0.1:4100", "127.8.8.8", "[::1]:4100", "LOCALHOST"]
)
def test_loopback_hosts(emulator: Emulator, host: str) -> None:
    with emulator.serve() as url:
        assert get(url, host).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:4100",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "192.0.2.1",
        "api.workos.com",
        "a@localhost",
        "workos",
    ],
)
def test_other_hosts(emulator: Emulator, host: str) -> None:
    with emulator.serve() as url:
        response = get(url, host)
    assert (response.status_code, response.json()["code"]) == (403, "host_not_allowed")
    assert "--allowed-host" in response.json()["message"]
    assert len(emulator.requests) == 0


def test_two_host_headers(emulator: Emulator) -> None:
    with (
        emulator.serve() as url,
        socket.create_connection(("127.0.0.1", int(url.rpartition(":")[2]))) as connection,
    ):
        connection.settimeout(20)
        connection.sendall(b"GET /_emulator/health HTTP/1.1\r\nhost: evil.example\r\nhost: localhost\r\n\r\n")
        assert connection.recv(4096).split()[1] in (b"400", b"403")


def test_allowed_hosts() -> None:
    emulator = Emulator(
        allowed_hosts=["workos", "Auth.Example.test", "192.0.2.7"],
        settings=Settings(allowed_hosts=frozenset({"more.test"})),
    )
    with emulator.serve() as url:
        for host in ("workos:4100", "auth.example.test", "AUTH.EXAMPLE.TEST.", "192.0.2.7:80", "more.test"):
            assert get(url, host).status_code == 200, host
        assert get(url, "changed.test").status_code == 403
        emulator.settings.allowed_hosts = frozenset({"changed.test"})
        assert get(url, "changed.test").status_code == 200
        assert get(url, "more.test").status_code == 403
        emulator.reset()
        assert get(url, "workos").status_code == 200


@pytest.mark.parametrize("host", ["", "http://workos", "workos:4100", "a/b", "a b", "*", "user@host"])
def test_invalid_allowed_hosts(host: str) -> None:
    with pytest.raises(ValueError, match="must be a host name or an IP address without a port"):
        Emulator(allowed_hosts=[host])


def test_allowed_hosts_as_a_string() -> None:
    with pytest.raises(ValueError, match="must be a collection"):
        Emulator(allowed_hosts="workos")


def test_all_interfaces(emulator: Emulator) -> None:
    with emulator.serve(host="0.0.0.0", allow_remote=True) as url:
        local = url.replace("0.0.0.0", "127.0.0.1")
        assert get(local, "localhost").status_code == 200
        assert get(local, "workos").status_code == 403
        emulator.settings.allowed_hosts = frozenset({"workos"})
        assert get(local, "workos:4100").status_code == 200


@pytest.mark.parametrize("base_url", ["http://testserver", "https://api.workos.com", "http://workos:4100"])
def test_applications_in_process_have_any_host(emulator: Emulator, base_url: str) -> None:
    async def main() -> int:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(emulator.app), base_url=base_url) as client:
            return (await client.get("/_emulator/health")).status_code

    assert asyncio.run(main()) == 200
    with httpx.Client(transport=emulator.transport, base_url=base_url) as client:
        assert client.get("/_emulator/health").status_code == 200


def is_closed(connection: socket.socket) -> bool:
    """Return whether the server closes the connection while the client keeps it open. Waits 20 seconds at most."""
    connection.settimeout(20)
    try:
        while connection.recv(4096):
            pass
    except ConnectionError:
        return True
    except TimeoutError:
        return False
    return True


@pytest.mark.parametrize("sent", [b"", b"GET /organizations HT", b"GET / HTTP/1.1\r\nhost: localhost\r\nx: "])
def test_slow_headers(emulator: Emulator, sent: bytes) -> None:
    with (
        serve(emulator.app, host="127.0.0.1", port=0, allow_remote=False, header_seconds=0.2) as url,
        socket.create_connection(("127.0.0.1", int(url.rpartition(":")[2]))) as connection,
    ):
        connection.sendall(sent)
        assert is_closed(connection)


def test_slow_headers_of_the_second_request(emulator: Emulator) -> None:
    with (
        serve(emulator.app, host="127.0.0.1", port=0, allow_remote=False, header_seconds=0.5) as url,
        socket.create_connection(("127.0.0.1", int(url.rpartition(":")[2]))) as connection,
    ):
        connection.sendall(b"GET /_emulator/health HTTP/1.1\r\nhost: localhost\r\n\r\n")
        assert b"200 OK" in connection.recv(4096)
        connection.sendall(b"GET /_emulator/health HTTP/1.1\r\nhost: local")
        assert is_closed(connection)


@pytest.mark.parametrize("sent", [b"GET / HTTP/1.1\r\nx: ", b"GET /", b"GET / HTTP/1.1\r\n" + b"x: y\r\n" * 50_000])
def test_endless_headers(emulator: Emulator, sent: bytes) -> None:
    with (
        serve(emulator.app, host="127.0.0.1", port=0, allow_remote=False) as url,
        socket.create_connection(("127.0.0.1", int(url.rpartition(":")[2]))) as connection,
    ):
        with contextlib.suppress(ConnectionError):
            connection.sendall(sent)
            for _ in range(100):
                connection.sendall(b"a" * 10_000)
        assert is_closed(connection)


def test_many_requests_on_a_connection(emulator: Emulator) -> None:
    """The maximum size of headers is that of one request; large bodies don't count."""
    headers = {"authorization": f"Bearer {emulator.api_key}", "x": "y" * 10_000}
    with emulator.serve() as url, httpx.Client(base_url=url, headers=headers) as client:
        for number in range(10):
            body = {"name": f"{number}{'a' * 250_000}"}
            assert client.get("/organizations").status_code == 200
            assert client.post("/organizations", json=body).status_code in (201, 422)


def test_slow_body(emulator: Emulator) -> None:
    with (
        serve(emulator.app, host="127.0.0.1", port=0, allow_remote=False, body_seconds=0.2) as url,
        socket.create_connection(("127.0.0.1", int(url.rpartition(":")[2]))) as connection,
    ):
        connection.sendall(b"POST /organizations HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000\r\n\r\n{")
        assert b" 408 " in connection.recv(4096)
        assert is_closed(connection)


def test_slow_responses_are_not_closed(emulator: Emulator) -> None:
    emulator.faults.add(delay=0.6)
    with (
        serve(emulator.app, host="127.0.0.1", port=0, allow_remote=False, header_seconds=0.2, body_seconds=0.2) as url,
        httpx.Client(base_url=url) as client,
    ):
        assert client.get("/organizations", headers={"authorization": f"Bearer {emulator.api_key}"}).status_code == 200


@contextlib.contextmanager
def unread_connection(url: str) -> Generator[socket.socket]:
    """A connection whose client receives only a few kilobytes at a time. Linux buffers up to 4 MB more for the server."""
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(20)
        connection.connect(("127.0.0.1", int(url.rpartition(":")[2])))
        yield connection


def is_reset(connection: socket.socket) -> bool:
    """Return whether the server resets the connection while the client reads nothing. Waits 20 seconds at most."""
    deadline = time.monotonic() + 20
    try:
        while time.monotonic() < deadline:
            connection.sendall(b"\r\n")  # ignored before a request
            time.sleep(0.02)
    except ConnectionError:
        return True
    return False


def request_for(path: str, headers: str = "") -> bytes:
    return f"GET {path} HTTP/1.1\r\nhost: localhost\r\n{headers}\r\n".encode()


LARGE = {"data": "x" * 20_000_000}
UNREAD = {
    "response": request_for("/_emulator/snapshots/large"),
    "last response": request_for("/_emulator/snapshots/large", "connection: close\r\n"),
    "pipelined responses": request_for("/_emulator/snapshots/large") * 3,
}


@pytest.mark.parametrize("name", UNREAD)
def test_responses_that_are_not_read(emulator: Emulator, name: str) -> None:
    emulator.saved_snapshots["large"] = LARGE
    with (
        serve(
            emulator.app, host="127.0.0.1", port=0, allow_remote=False, header_seconds=0.2, response_seconds=0.2
        ) as url,
        unread_connection(url) as connection,
    ):
        connection.sendall(UNREAD[name])
        assert is_reset(connection)
        assert httpx.get(f"{url}/_emulator/health").status_code == 200


def test_slow_readers_get_their_response(emulator: Emulator) -> None:
    """Only the whole response has a limit; the limits of idle connections don't apply while it is read."""
    emulator.saved_snapshots["large"] = LARGE
    with (
        serve(
            emulator.app, host="127.0.0.1", port=0, allow_remote=False, header_seconds=0.2, response_seconds=60
        ) as url,
        unread_connection(url) as connection,
    ):
        connection.sendall(request_for("/_emulator/snapshots/large", "connection: close\r\n"))
        time.sleep(0.6)
        size = 0
        while part := connection.recv(2**20):
            size += len(part)
    assert size > len(LARGE["data"])


LINKS: dict[str, Any] = {
    "invitation": ("/user_management/invitations", {"email": "ada@example.com"}, "accept_invitation_url"),
    "admin_portal": ("/portal/generate_link", {"intent": "sso"}, "link"),
    "passwordless": ("/passwordless/sessions", {"email": "ada@example.com", "type": "MagicLink"}, "link"),
    "password_reset": ("/user_management/password_reset", {"email": "ada@example.com"}, "password_reset_url"),
}


@pytest.mark.parametrize("name", LINKS)
def test_links_stay_on_this_machine(emulator: Emulator, name: str) -> None:
    path, body, field = LINKS[name]
    if name == "admin_portal":
        body = {**body, "organization": emulator.create("organizations")["id"]}
    if name == "password_reset":
        emulator.create("users", email="ada@example.com")
    headers = {"authorization": f"Bearer {emulator.api_key}"}
    with httpx.Client(transport=emulator.transport, base_url="https://api.workos.com", headers=headers) as client:
        assert client.post(path, json=body).json()[field].startswith("http://localhost:4100/hosted/")
        with emulator.serve() as url:
            if name == "invitation":
                body = {"email": "grace@example.com"}
            link = client.post(path, json=body).json()[field]
            assert link.startswith(f"{url}/hosted/")
            page = httpx.get(link, follow_redirects=True)
            assert page.status_code in (200, 400), (
                page.text
            )  # 400: no cookie jar, so the flow belongs to another browser
            assert "workos.com" not in page.text
            for message in emulator.outbox:
                assert message.url is None or "workos.com" not in message.url
