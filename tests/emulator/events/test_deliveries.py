"""Webhook deliveries: signatures, retries, mounted apps and the network."""

import json
import socket
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue
from typing import Any, Literal

import httpx
import pytest

from workos_core.models.events import UserCreatedEvent
from workos_core.webhooks import signatures
from workos_emulator import Clock, Emulator, Request, Settings

from ..support import Api

PATH = "/webhook_endpoints"
URL = "https://app.example.com/hooks?from=workos"
AUDIT_EVENT = {
    "action": "user.created",
    "occurred_at": "2026-01-31T12:00:00Z",
    "actor": {"id": "user_1", "type": "user"},
    "targets": [{"id": "user_1", "type": "user"}],
    "context": {"location": "192.0.2.1"},
}


@pytest.fixture
def endpoint(api: Api) -> Any:
    return api("POST", PATH, 201, json={"endpoint_url": URL, "events": ["user.created", "user.deleted"]})


class Receiver:
    """A function that receives webhooks and returns the given statuses."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.statuses: list[int] = []

    def __call__(self, request: Request) -> int:
        self.requests.append(request)
        return self.statuses.pop(0) if self.statuses else 200


@pytest.fixture
def receiver(emulator: Emulator) -> Receiver:
    receiver = Receiver()
    emulator.deliveries.mount("https://app.example.com", function=receiver)
    return receiver


def test_signed_webhook(api: Api, emulator: Emulator, endpoint: Any, receiver: Receiver, clock: Clock) -> None:
    user = api.user()
    api.organization()  # the endpoint is not subscribed to this event
    (delivery,) = emulator.deliveries.run()
    (request,) = receiver.requests
    assert (request.method, request.path, request.query) == ("POST", "/hooks", "from=workos")
    now = clock.now().timestamp()
    event = signatures.construct_event(request.body, request.headers["workos-signature"], endpoint["secret"], now=now)
    assert isinstance(event, UserCreatedEvent)
    assert event.data.id == user["id"]
    (listed,) = api("GET", "/events?events=user.created")["data"]
    assert json.loads(request.body) == listed
    assert (delivery.state, delivery.event_id, delivery.endpoint_id) == ("delivered", listed["id"], endpoint["id"])
    assert delivery.attempts == [{"at": "2026-01-31T12:00:00.000Z", "status": 200, "error": None}]
    assert emulator.deliveries.run() == []
    with pytest.raises(signatures.SignatureVerificationError):
        signatures.construct_event(
            request.body + b" ", request.headers["workos-signature"], endpoint["secret"], now=now
        )


def test_retries(api: Api, emulator: Emulator, endpoint: Any, receiver: Receiver, clock: Clock) -> None:
    emulator.settings.webhook_retry_delays = (60, 600)
    receiver.statuses = [500, 302]
    api.user()
    (delivery,) = emulator.deliveries.run()
    assert (delivery.state, delivery.attempts[0]["status"]) == ("waiting", 500)
    clock.advance(59)
    assert emulator.deliveries.run() == []
    clock.advance(1)
    assert emulator.deliveries.run() == [delivery]
    clock.advance(599)
    assert emulator.deliveries.run() == []
    clock.advance(1)
    emulator.deliveries.run()
    assert [attempt["status"] for attempt in delivery.attempts] == [500, 302, 200]
    assert delivery.state == "delivered"
    bodies = {request.body for request in receiver.requests}
    stamps = {request.headers["workos-signature"] for request in receiver.requests}
    assert (len(bodies), len(stamps)) == (1, 3)
    signatures.construct_event(
        receiver.requests[-1].body,
        receiver.requests[-1].headers["workos-signature"],
        endpoint["secret"],
        now=clock.now().timestamp(),
    )


def test_failed_after_all_retries(
    api: Api, emulator: Emulator, endpoint: Any, receiver: Receiver, clock: Clock
) -> None:
    emulator.settings.webhook_retry_delays = (1,)
    receiver.statuses = [500] * 2
    api.user()
    emulator.deliveries.run()
    clock.advance(1)
    (delivery,) = emulator.deliveries.run()
    clock.advance(10**6)
    assert emulator.deliveries.run() == []
    assert (delivery.state, delivery.due_at, len(receiver.requests)) == ("failed", None, 2)
    emulator.deliveries.retry(delivery.id)
    emulator.deliveries.run()
    assert delivery.state == "delivered"
    with pytest.raises(KeyError):
        emulator.deliveries.retry("none")


def test_function_raises(api: Api, emulator: Emulator, endpoint: Any) -> None:
    def fail(request: Request) -> None:
        raise LookupError("no such thing")

    emulator.deliveries.mount("https://app.example.com", function=fail)
    api.user()
    (delivery,) = emulator.deliveries.run()
    assert (delivery.state, delivery.attempts[0]["error"]) == ("waiting", "LookupError: no such thing")


def test_disabled_and_deleted_endpoints(api: Api, emulator: Emulator, endpoint: Any, receiver: Receiver) -> None:
    path = f"{PATH}/{endpoint['id']}"
    api.user("a@example.com")
    api("PATCH", path, json={"status": "disabled"})
    api.user("b@example.com")
    emulator.deliveries.run()
    assert [delivery.state for delivery in emulator.deliveries] == ["canceled"]
    api("PATCH", path, json={"status": "enabled"})
    api.user("c@example.com")
    api("DELETE", path, 204)
    emulator.deliveries.run()
    assert [delivery.state for delivery in emulator.deliveries] == ["canceled", "canceled"]
    assert receiver.requests == []


def test_two_endpoints_with_different_secrets(api: Api, emulator: Emulator, endpoint: Any, receiver: Receiver) -> None:
    other = api("POST", PATH, 201, json={"endpoint_url": "https://app.example.com/b", "events": ["user.created"]})
    assert other["secret"] != endpoint["secret"]
    api.user()
    emulator.deliveries.run()
    by_path = {request.path: request for request in receiver.requests}
    assert by_path.keys() == {"/hooks", "/b"}
    assert len(emulator.deliveries.find(endpoint_id=other["id"])) == 1
    assert len(emulator.deliveries.find(event="user.created", state="delivered")) == 2
    assert emulator.deliveries.find(event="user.deleted") == []


def test_webhooks_that_cause_webhooks(api: Api, emulator: Emulator, endpoint: Any) -> None:
    def react(request: Request) -> None:
        event = json.loads(request.body)
        if event["event"] == "user.created":
            api("DELETE", f"/user_management/users/{event['data']['id']}")

    emulator.deliveries.mount("https://app.example.com", function=react)
    api.user()
    assert [delivery.event for delivery in emulator.deliveries.run()] == ["user.created", "user.deleted"]


def test_seeded_changes(api: Api, emulator: Emulator, receiver: Receiver) -> None:
    api("POST", PATH, 201, json={"endpoint_url": URL, "events": ["dsync.user.created"]})
    directory = emulator.seed.directory(api.organization()["id"])
    emulator.seed.directory_user(directory["id"], email="ada@acme.com")
    assert [delivery.event for delivery in emulator.deliveries.run()] == ["dsync.user.created"]


def test_remote_endpoints_are_blocked(api: Api, emulator: Emulator, endpoint: Any) -> None:
    api.user()
    assert emulator.deliveries.run() == []
    (delivery,) = emulator.deliveries
    assert (delivery.state, delivery.due_at, delivery.attempts) == ("blocked", None, [])


def test_redelivery_of_blocked_webhooks(api: Api, emulator: Emulator, endpoint: Any) -> None:
    api.user()
    (delivery,) = emulator.deliveries
    emulator.deliveries.retry(delivery.id)
    emulator.deliveries.wait_idle(30)
    assert emulator.deliveries.run() == []
    assert (delivery.state, delivery.due_at, delivery.attempts) == ("blocked", None, [])
    receiver = Receiver()
    emulator.deliveries.mount("https://app.example.com", function=receiver)
    emulator.deliveries.retry(delivery.id)
    assert emulator.deliveries.run() == [delivery]
    assert (delivery.state, len(receiver.requests)) == ("delivered", 1)


@pytest.mark.parametrize("delivery", ["automatic", "manual"])
def test_remote_webhooks_are_disabled_while_deliveries_wait(
    api: Api, emulator: Emulator, clock: Clock, delivery: Literal["automatic", "manual"]
) -> None:
    emulator.settings.webhook_delivery, emulator.settings.remote_webhooks_enabled = delivery, True
    url = f"https://{'a' * 70}.test/hook"  # fails without a connection
    api("POST", PATH, 201, json={"endpoint_url": url, "events": ["user.created"]})
    api.user()
    emulator.deliveries.wait_idle(30)
    emulator.deliveries.run()
    (waiting,) = emulator.deliveries
    assert (waiting.state, len(waiting.attempts)) == ("waiting", 1)
    emulator.settings.remote_webhooks_enabled = False
    clock.advance(60)
    emulator.deliveries.wait_idle(30)
    assert emulator.deliveries.run() == []
    assert (waiting.state, waiting.due_at, len(waiting.attempts)) == ("blocked", None, 1)


def test_redelivery_of_blocked_audit_log_events(api: Api, emulator: Emulator) -> None:
    acme = api.organization()
    configuration = {"url": "https://logs.example.com/events"}
    emulator.seed.audit_logs(acme["id"], log_stream={"type": "GenericHttps", "configuration": configuration})
    api("POST", "/audit_logs/events", json={"organization_id": acme["id"], "event": AUDIT_EVENT})
    (delivery,) = emulator.deliveries
    assert delivery.state == "blocked"
    emulator.deliveries.retry(delivery.id)
    emulator.deliveries.wait_idle(30)
    assert emulator.deliveries.run() == []
    assert (delivery.state, delivery.attempts) == ("blocked", [])


def test_reset_clears_deliveries(api: Api, emulator: Emulator, endpoint: Any, receiver: Receiver) -> None:
    api.user()
    assert len(emulator.deliveries.find()) == 1
    emulator.reset()
    assert (emulator.deliveries.run(), len(emulator.deliveries)) == ([], 0)


@pytest.mark.parametrize("wrong", [{}, {"app": object(), "function": object()}])
def test_mount_requires_one_target(emulator: Emulator, wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"either app \(an ASGI application\) or function"):
        emulator.deliveries.mount("https://app.example.com", **wrong)


async def _app(scope: Any, receive: Any, send: Any) -> None:
    message = await receive()
    assert not message["more_body"]
    headers = dict(scope["headers"])
    _app.seen.append((scope["path"], message["body"], headers[b"workos-signature"].decode()))  # type: ignore[attr-defined]
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def test_asgi_app(api: Api, emulator: Emulator, endpoint: Any, clock: Clock) -> None:
    _app.seen = []  # type: ignore[attr-defined]
    emulator.deliveries.mount("https://app.example.com", _app)
    api.user()
    (delivery,) = emulator.deliveries.run()
    assert (delivery.state, delivery.attempts[0]["status"]) == ("delivered", 204)
    ((path, body, header),) = _app.seen  # type: ignore[attr-defined]
    assert path == "/hooks"
    signatures.construct_event(body, header, endpoint["secret"], now=clock.now().timestamp())


async def test_asgi_app_from_async_code(api: Api, emulator: Emulator, endpoint: Any) -> None:
    _app.seen = []  # type: ignore[attr-defined]
    emulator.deliveries.mount("https://app.example.com", _app)
    api.user()
    (delivery,) = await emulator.deliveries.arun()
    assert delivery.state == "delivered"
    assert len(_app.seen) == 1  # type: ignore[attr-defined]


class Server:
    """An app on a socket that records the webhooks it receives."""

    def __init__(self) -> None:
        self.received: Queue[tuple[bytes, str]] = Queue()
        self.statuses: list[int] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                server.received.put((body, self.headers["workos-signature"]))
                self.send_response(server.statuses.pop(0) if server.statuses else 200)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, *args: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}/hook"


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.http.shutdown()
    server.http.server_close()
    thread.join()


def test_blocked_webhooks_hold_up_no_others(api: Api, emulator: Emulator, server: Server) -> None:
    emulator.settings.webhook_delivery = "manual"
    endpoint = api("POST", PATH, 201, json={"endpoint_url": URL, "events": ["user.created", "user.deleted"]})
    user = api.user()
    emulator.deliveries.retry(next(iter(emulator.deliveries)).id)
    api("PATCH", f"{PATH}/{endpoint['id']}", json={"endpoint_url": server.url})
    api("DELETE", f"/user_management/users/{user['id']}")
    emulator.settings.webhook_delivery = "automatic"
    emulator.deliveries.wake()
    emulator.deliveries.wait_idle(30)
    assert [delivery.state for delivery in emulator.deliveries] == ["blocked", "delivered"]


def test_automatic_delivery_over_the_network(api: Api, emulator: Emulator, server: Server, clock: Clock) -> None:
    server.statuses = [503]
    endpoint = api("POST", PATH, 201, json={"endpoint_url": server.url, "events": ["user.created"]})
    user = api.user()
    for _ in range(2):
        body, header = server.received.get(timeout=30)
        now = clock.now().timestamp()
        event = signatures.construct_event(body, header, endpoint["secret"], now=now)
        assert isinstance(event, UserCreatedEvent)
        assert event.data.id == user["id"]
        emulator.deliveries.wait_idle(30)
        clock.advance(60)
    assert [attempt["status"] for attempt in next(iter(emulator.deliveries)).attempts] == [503, 200]


def test_events_that_become_due_without_a_request(server: Server) -> None:
    settings = Settings(sso_session_lifetime=timedelta(milliseconds=20))
    emulator = Emulator(settings=settings)
    emulator.create("webhook_endpoints", endpoint_url=server.url, events=["authentication.sso_timed_out"])
    connection = emulator.create("connections")
    query = {"client_id": emulator.client_id, "redirect_uri": "http://localhost:3000/callback", "response_type": "code"}
    with httpx.Client(transport=emulator.transport, base_url="https://api.workos.com") as client:
        assert client.get("/sso/authorize", params={**query, "connection": connection["id"]}).is_redirect
    body, _ = server.received.get(timeout=30)
    assert json.loads(body)["event"] == "authentication.sso_timed_out"
    emulator.deliveries.wait_idle(30)


def test_manual_delivery_over_the_network(api: Api, emulator: Emulator, server: Server) -> None:
    emulator.settings.webhook_delivery = "manual"
    api("POST", PATH, 201, json={"endpoint_url": server.url, "events": ["user.created"]})
    api.user()
    assert server.received.empty()
    assert [delivery.state for delivery in emulator.deliveries.run()] == ["delivered"]
    assert server.received.qsize() == 1


async def test_async_delivery_over_the_network(api: Api, emulator: Emulator, server: Server) -> None:
    emulator.settings.webhook_delivery = "manual"
    api("POST", PATH, 201, json={"endpoint_url": server.url, "events": ["user.created"]})
    api.user()
    assert [delivery.state for delivery in await emulator.deliveries.arun()] == ["delivered"]


def test_connection_refused(api: Api, emulator: Emulator) -> None:
    emulator.settings.webhook_delivery = "manual"
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}/hook"
    api("POST", PATH, 201, json={"endpoint_url": url, "events": ["user.created"]})
    api.user()
    (delivery,) = emulator.deliveries.run()
    assert delivery.state == "waiting"
    assert delivery.attempts[0]["status"] is None
    assert delivery.attempts[0]["error"].startswith("ConnectError")


UNSENDABLE = ["https://\u2603.example/hook", f"https://{'a' * 70}.test/hook"]
"""URLs that fail before a connection is opened: the host name is not valid, which only its IDNA encoding shows."""


@pytest.mark.parametrize("url", UNSENDABLE)
@pytest.mark.parametrize("is_async", [False, True])
async def test_requests_that_cannot_be_sent(api: Api, emulator: Emulator, url: str, is_async: bool) -> None:
    emulator.settings.webhook_delivery, emulator.settings.remote_webhooks_enabled = "manual", True
    api("POST", PATH, 201, json={"endpoint_url": url, "events": ["user.created"]})
    api.user()
    (delivery,) = await emulator.deliveries.arun() if is_async else emulator.deliveries.run()
    assert (delivery.state, delivery.attempts[0]["status"]) == ("waiting", None)
    assert delivery.attempts[0]["error"]
    emulator.deliveries.retry(delivery.id)
    assert emulator.deliveries.run() == [delivery]


@pytest.mark.parametrize("url", UNSENDABLE)
def test_requests_that_cannot_be_sent_automatically(api: Api, emulator: Emulator, url: str) -> None:
    emulator.settings.remote_webhooks_enabled = True
    api("POST", PATH, 201, json={"endpoint_url": url, "events": ["user.created"]})
    api.user()
    emulator.deliveries.wait_idle(30)
    (delivery,) = emulator.deliveries
    assert len(delivery.attempts) == 1


HOSTS = [
    ("https://ada:secret@app.example.com:8443/hook", "app.example.com:8443"),
    ("https://b\u00fccher.example/hook", "xn--bcher-kva.example"),
    ("https://\u2603.example/hook", "%E2%98%83.example"),
    ("https://ada@\u2603.example:8443/hook", "%E2%98%83.example:8443"),
]


@pytest.mark.parametrize(("url", "host"), HOSTS)
def test_hosts(api: Api, emulator: Emulator, url: str, host: str) -> None:
    receiver = Receiver()
    emulator.deliveries.mount(url, function=receiver)
    api("POST", PATH, 201, json={"endpoint_url": url, "events": ["user.created"]})
    api.user()
    emulator.deliveries.run()
    (request,) = receiver.requests
    assert (request.headers["host"], request.path) == (host, "/hook")


def test_urls_that_are_not_ascii(api: Api, emulator: Emulator) -> None:
    url, scopes = "https://b\u00fccher.example/stra\u00dfe?stadt=K\u00f6ln", list[Any]()

    async def app(scope: Any, receive: Any, send: Any) -> None:
        scopes.append(scope)
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    emulator.deliveries.mount("https://b\u00fccher.example", app)
    api("POST", PATH, 201, json={"endpoint_url": url, "events": ["user.created"]})
    api.user()
    (delivery,) = emulator.deliveries.run()
    assert delivery.state == "delivered"
    (scope,) = scopes
    assert (scope["path"], scope["raw_path"]) == ("/stra\u00dfe", b"/stra%C3%9Fe")
    assert scope["query_string"] == b"stadt=K%C3%B6ln"


def test_headers_that_cannot_be_sent(api: Api, emulator: Emulator) -> None:
    """The header of a seeded log stream is not checked."""
    acme = api.organization()
    emulator.deliveries.mount("https://app.example.com", _app)
    configuration = {"url": "https://app.example.com/logs", "header_name": "x-key", "header_value": "\u2603"}
    emulator.seed.audit_logs(acme["id"], log_stream={"type": "GenericHttps", "configuration": configuration})
    api("POST", "/audit_logs/events", json={"organization_id": acme["id"], "event": AUDIT_EVENT})
    (delivery,) = emulator.deliveries.run()
    assert (delivery.state, delivery.attempts[0]["status"]) == ("waiting", None)


@pytest.mark.parametrize("result", ["ok", True, {}])
def test_functions_that_return_something_else(api: Api, emulator: Emulator, endpoint: Any, result: Any) -> None:
    emulator.deliveries.mount("https://app.example.com", function=lambda _: result)
    api.user()
    (delivery,) = emulator.deliveries.run()
    assert delivery.state == "waiting"
    assert "status" in delivery.attempts[0]["error"]
