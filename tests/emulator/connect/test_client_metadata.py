"""Client ID metadata documents: the client ID is the URL of the client's metadata."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import anyio
import anyio.to_thread
import httpx
import pytest

from workos_emulator import Clock, Emulator
from workos_emulator.http import fetching

from ..pages.browsing import Browser
from ..support import Api
from .client import CALLBACK, EMAIL, PASSWORD, OAuthClient, claims_of, code_of

LOOPBACK_CALLBACK = "http://127.0.0.1/callback"


class MetadataServer:
    """A server of metadata documents on a loopback address. Change its attributes to change the response."""

    def __init__(self) -> None:
        self.status = 200
        self.headers = {"content-type": "application/json"}
        self.document: Any = None
        self.body: bytes | None = None
        self.requests = 0
        self.before: Callable[[], object] = lambda: None
        self.port = 0

    @property
    def client_id(self) -> str:
        return f"http://127.0.0.1:{self.port}/client.json"

    def metadata(self, **fields: Any) -> dict[str, Any]:
        return {"client_id": self.client_id, "client_name": "Agent", "redirect_uris": [LOOPBACK_CALLBACK]} | fields


@contextmanager
def serving(server: MetadataServer) -> Iterator[None]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.requests += 1
            server.before()
            document = server.metadata() if server.document is None else server.document
            body = json.dumps(document).encode() if server.body is None else server.body
            try:
                self.send_response(server.status)
                for name, value in server.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                pass  # the client has gone

        def log_message(self, format: str, *args: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as httpd:
        server.port = httpd.server_address[1]
        thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield
        finally:
            httpd.shutdown()
            thread.join()


@pytest.fixture
def server() -> Iterator[MetadataServer]:
    server = MetadataServer()
    with serving(server):
        yield server


@pytest.fixture(autouse=True)
def enabled(api: Api) -> None:
    api("PATCH", "/_emulator/settings", json={"client_id_metadata_documents": True})


def client_of(api: Api, server: MetadataServer) -> OAuthClient:
    return OAuthClient(api, server.client_id, None)


def problem(browser: Browser, client: OAuthClient) -> str:
    """Return the text of the error page."""
    client.authorize(browser, redirect_uri=LOOPBACK_CALLBACK)
    assert browser.page, browser.returned
    assert browser.heading == "This sign-in link is invalid"
    return browser.page.text


def test_sign_in(api: Api, browser: Browser, ada: Any, server: MetadataServer) -> None:
    client, uri = client_of(api, server), "http://127.0.0.1:50000/callback"
    client.authorize(browser, redirect_uri=uri).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    assert browser.heading == "Authorize Agent?"
    response = client.exchange(code_of(browser.submit("Authorize")), redirect_uri=uri)
    assert claims_of(api, response["access_token"])["sub"] == ada["id"]
    assert client.refresh(response["refresh_token"])["access_token"]
    assert client.introspect(response["access_token"])["active"]
    (application,) = api("GET", "/connect/applications", params={"registration_types": "dynamic"})["data"]
    assert application["client_id"] == server.client_id
    assert server.requests == 1


def test_documents_are_cached(api: Api, browser: Browser, server: MetadataServer, clock: Clock) -> None:
    client = client_of(api, server)
    client.authorize(browser, redirect_uri=LOOPBACK_CALLBACK)
    clock.advance(299)
    client.authorize(browser, redirect_uri=LOOPBACK_CALLBACK)
    assert server.requests == 1
    clock.advance(1)
    server.document = server.metadata(redirect_uris=["http://127.0.0.1/other/callback"])
    assert "is not registered" in problem(browser, client)
    assert server.requests == 2
    clock.advance(300)
    server.status = 404
    assert "404" in problem(browser, client)


@pytest.mark.parametrize(
    ("cache_control", "seconds"),
    [
        ("max-age=60", 60),
        ("public, max-age=7200", 7200),
        ("max-age=999999", 86400),
        ("no-store", 0),
        ("max-age=x", 300),
    ],
)
def test_cache_control(
    api: Api, browser: Browser, server: MetadataServer, clock: Clock, cache_control: str, seconds: int
) -> None:
    server.headers["cache-control"] = cache_control
    client = client_of(api, server)
    client.authorize(browser, redirect_uri=LOOPBACK_CALLBACK)
    if seconds:
        clock.advance(seconds - 1)
        client.authorize(browser, redirect_uri=LOOPBACK_CALLBACK)
        assert server.requests == 1
        clock.advance(1)
    client.authorize(browser, redirect_uri=LOOPBACK_CALLBACK)
    assert server.requests == 2


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"client_id": "http://127.0.0.1/other.json"}, "its client_id is not its URL"),
        ({"client_id": None}, "its client_id is not its URL"),
        ({"client_secret": "s"}, "it has a client secret"),
        ({"token_endpoint_auth_method": "client_secret_post"}, "token_endpoint_auth_method must be none"),
        ({"token_endpoint_auth_method": "private_key_jwt"}, "token_endpoint_auth_method must be one of"),
        ({"redirect_uris": []}, "redirect_uris must have at least one URI"),
        ({"redirect_uris": ["http://a.example.com/callback"]}, "is not a valid redirect URI"),
    ],
)
def test_invalid_documents(
    api: Api, browser: Browser, server: MetadataServer, fields: dict[str, Any], text: str
) -> None:
    server.document = server.metadata(**fields)
    assert text in problem(browser, client_of(api, server))


def test_unusable_responses(api: Api, browser: Browser, server: MetadataServer) -> None:
    client = client_of(api, server)
    server.status, server.headers["location"] = 302, "http://127.0.0.1:1/"
    assert "the status of the response is 302" in problem(browser, client)
    server.status, server.headers["content-type"] = 200, "text/html"
    assert "content type" in problem(browser, client)
    server.headers["content-type"] = "application/json"
    for body in (b"{", b"[]", b"\xff", b"[" * 60_000):
        server.body = body
        assert "cannot be used" in problem(browser, client)
    server.body = b'{"client_name": "' + b"a" * fetching.MAX_SIZE + b'"}'
    assert f"larger than {fetching.MAX_SIZE} bytes" in problem(browser, client)
    assert "the request failed" in problem(browser, OAuthClient(api, "http://127.0.0.1:1/client.json", None))


def test_slow_response_is_abandoned(server: MetadataServer) -> None:
    released = threading.Event()
    server.before = lambda: released.wait(30)
    started = time.monotonic()
    fetched = fetching.fetch_json(server.client_id, allow_remote=False, timeout=0.2)
    released.set()
    assert fetched.error
    assert time.monotonic() - started < 10


def test_fetching_does_not_block_the_emulator(api: Api, server: MetadataServer) -> None:
    """The server of the document can itself call the emulator, whose lock is not held meanwhile."""
    statuses: list[int] = []

    def call_emulator() -> None:
        with httpx.Client(transport=api.emulator.transport, base_url="https://api.workos.com") as other:
            statuses.append(other.get("/oauth2/jwks").status_code)

    server.before = call_emulator
    query = client_of(api, server).query(redirect_uri=LOOPBACK_CALLBACK)
    response = api.client.get("/oauth2/authorize", params=query, headers={"authorization": ""})
    assert (response.status_code, statuses) == (302, [200])


@pytest.mark.parametrize("kind", ["asgi", "transport"])
@pytest.mark.anyio
async def test_fetching_does_not_block_the_event_loop(api: Api, server: MetadataServer, kind: str) -> None:
    """A server in the same event loop can serve the document."""
    requested, released = threading.Event(), threading.Event()

    def wait() -> None:
        requested.set()
        released.wait(10)

    server.before = wait
    transport: httpx.AsyncBaseTransport = (
        httpx.ASGITransport(api.emulator.app) if kind == "asgi" else api.emulator.transport
    )
    query = client_of(api, server).query(redirect_uri=LOOPBACK_CALLBACK)
    statuses: list[int] = []

    async def authorize(client: httpx.AsyncClient) -> None:
        statuses.append((await client.get("/oauth2/authorize", params=query)).status_code)

    async with (
        httpx.AsyncClient(transport=transport, base_url="https://api.workos.com") as client,
        anyio.create_task_group() as group,
    ):
        group.start_soon(authorize, client)
        assert await anyio.to_thread.run_sync(requested.wait, 10)
        assert (await client.get("/oauth2/jwks")).status_code == 200
        released.set()
    assert statuses == [302]


def test_other_hosts_are_not_fetched_by_default(api: Api, browser: Browser) -> None:
    client = OAuthClient(api, "https://client.example.com/client.json", None)
    assert "is not a loopback address" in problem(browser, client)


@pytest.mark.parametrize(
    ("client_id", "text"),
    [
        ("http://client.example.com/client.json", "it must use https"),
        ("https://127.0.0.1", "it must have a path"),
        ("https://127.0.0.1/", "it must have a path"),
        ("https://127.0.0.1/a/../client.json", "it must have a path without dot segments"),
        ("https://user@127.0.0.1/client.json", "it must have a host"),
        ("https://127.0.0.1/client.json#x", "it must have a host"),
        ("https:///client.json", "it must have a host"),
        ("https://127.0.0.1:99999/client.json", "it is not a valid URL"),
        ("https://127.0.0.1/cli ent.json", "it is not a valid URL"),
    ],
)
def test_urls_that_cannot_be_client_ids(api: Api, browser: Browser, client_id: str, text: str) -> None:
    assert text in problem(browser, OAuthClient(api, client_id, None))


def test_disabled(api: Api, browser: Browser, server: MetadataServer) -> None:
    api("PATCH", "/_emulator/settings", json={"client_id_metadata_documents": False})
    assert "client ID metadata documents are disabled" in problem(browser, client_of(api, server))
    assert server.requests == 0


def test_provided_documents_are_not_fetched(api: Api, browser: Browser, ada: Any, clock: Clock) -> None:
    id = "https://client.example.com/client.json"
    api.emulator.seed.client_metadata_document(id, {"client_name": "Agent", "redirect_uris": [CALLBACK]})
    clock.advance(1_000_000)
    client = OAuthClient(api, id, None)
    client.authorize(browser).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    assert client.exchange(code_of(browser.submit("Authorize")))["access_token"]
    api.emulator.seed.client_metadata_document(id, {"client_name": "New name", "redirect_uris": [CALLBACK]})
    assert client.authorize(browser, prompt="consent").heading == "Authorize New name?"
    with pytest.raises(ValueError, match="redirect_uris"):
        api.emulator.seed.client_metadata_document(id, {"client_name": "Agent"})


def test_device_authorization(api: Api, ada: Any, server: MetadataServer, emulator: Emulator) -> None:
    client = client_of(api, server)
    response = client.post("/oauth2/device_authorization", scope="openid")
    assert response.status_code == 200
    emulator.seed.approve_device(response.json()["user_code"], ada["id"])
    grant_type = "urn:ietf:params:oauth:grant-type:device_code"
    assert client.token(grant_type, device_code=response.json()["device_code"])["id_token"]


def test_only_requests_that_start_a_sign_in_fetch(server: MetadataServer, api: Api) -> None:
    client = client_of(api, server)
    assert client.token("authorization_code", 401, code="c")["error"] == "invalid_client"
    assert server.requests == 0
