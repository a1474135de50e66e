"""Concurrent webhook deliveries over the network: how many at a time, and in which order."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from workos_emulator import Emulator

from ..support import Api

TYPES = ["user.created", "user.updated", "user.deleted"]


class Gate:
    """An endpoint that responds to no webhook until the gate opens."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.received: list[Any] = []
        self.in_progress = 0
        self.most_in_progress = 0
        self.is_open = False
        self.statuses: list[int] = []
        gate = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                event = json.loads(self.rfile.read(int(self.headers["content-length"])))
                with gate.changed:
                    gate.received.append(event)
                    gate.in_progress += 1
                    gate.most_in_progress = max(gate.most_in_progress, gate.in_progress)
                    gate.changed.notify_all()
                    gate.changed.wait_for(lambda: gate.is_open, 30)
                    gate.in_progress -= 1
                    status = gate.statuses.pop(0) if gate.statuses else 200
                self.send_response(status)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, *args: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 100

        self.http = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}/hook"

    def wait_for(self, count: int) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.received) >= count, 30), f"received {len(self.received)}"

    def open(self) -> None:
        with self.changed:
            self.is_open = True
            self.changed.notify_all()

    def of(self, user: Any) -> list[str]:
        return [event["event"] for event in self.received if event["data"]["id"] == user["id"]]


@pytest.fixture
def gate() -> Iterator[Gate]:
    gate = Gate()
    thread = threading.Thread(target=gate.http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield gate
    gate.open()
    gate.http.shutdown()
    gate.http.server_close()
    thread.join()


def add_endpoint(api: Api, url: str, types: list[str] = TYPES) -> None:
    api("POST", "/webhook_endpoints", 201, json={"endpoint_url": url, "events": types})


def test_concurrent_up_to_a_limit(api: Api, emulator: Emulator, gate: Gate) -> None:
    add_endpoint(api, gate.url)
    for number in range(20):
        api.user(f"user-{number}@example.com")
    gate.wait_for(16)  # none of them has a response yet
    with pytest.raises(TimeoutError):
        emulator.deliveries.wait_idle(0.05)
    gate.open()
    emulator.deliveries.wait_idle(30)
    assert (len(gate.received), gate.most_in_progress) == (20, 16)
    assert {delivery.state for delivery in emulator.deliveries} == {"delivered"}


def test_events_of_an_object_are_in_order(api: Api, emulator: Emulator, gate: Gate) -> None:
    add_endpoint(api, gate.url)
    ada, bob = api.user("ada@example.com"), api.user("bob@example.com")
    gate.wait_for(2)
    api("PUT", f"/user_management/users/{ada['id']}", json={"first_name": "Ada"})
    api("DELETE", f"/user_management/users/{ada['id']}")
    api("PUT", f"/user_management/users/{bob['id']}", json={"first_name": "Bob"})
    carol = api.user("carol@example.com")
    gate.wait_for(3)
    assert (gate.of(ada), gate.of(bob), gate.of(carol)) == (["user.created"], ["user.created"], ["user.created"])
    gate.open()
    emulator.deliveries.wait_idle(30)
    assert gate.of(ada) == TYPES
    assert gate.of(bob) == TYPES[:2]


def test_events_of_an_object_without_an_id_are_in_order(api: Api, emulator: Emulator, gate: Gate) -> None:
    add_endpoint(api, gate.url, ["role.created", "role.updated"])
    for slug in ("editor", "viewer"):
        api("POST", "/authorization/roles", 201, json={"slug": slug, "name": slug})
    gate.wait_for(2)
    api("PATCH", "/authorization/roles/editor", json={"name": "Editor"})
    api("POST", "/authorization/roles", 201, json={"slug": "owner", "name": "Owner"})
    gate.wait_for(3)
    assert [event["event"] for event in gate.received] == ["role.created"] * 3
    gate.open()
    emulator.deliveries.wait_idle(30)
    assert (gate.received[3]["event"], gate.received[3]["data"]["slug"]) == ("role.updated", "editor")


def test_endpoints_do_not_wait_for_each_other(api: Api, emulator: Emulator, gate: Gate) -> None:
    for path in ("a", "b"):
        add_endpoint(api, f"{gate.url}/{path}")
    api.user()
    gate.wait_for(2)
    assert gate.most_in_progress == 2
    gate.open()
    emulator.deliveries.wait_idle(30)


def test_redelivery_while_others_are_in_progress(api: Api, emulator: Emulator, gate: Gate) -> None:
    add_endpoint(api, gate.url)
    gate.open()
    ada = api.user("ada@example.com")
    emulator.deliveries.wait_idle(30)
    gate.is_open = False
    api.user("bob@example.com")
    gate.wait_for(2)
    (delivery,) = [each for each in emulator.deliveries if each.state == "delivered"]
    emulator.deliveries.retry(delivery.id)
    gate.wait_for(3)
    gate.open()
    emulator.deliveries.wait_idle(30)
    assert gate.of(ada) == ["user.created"] * 2
    assert [attempt["status"] for attempt in delivery.attempts] == [200, 200]


def test_a_pending_retry_does_not_hold_up_later_events(api: Api, emulator: Emulator, gate: Gate) -> None:
    add_endpoint(api, gate.url)
    gate.statuses = [500]
    gate.open()
    ada = api.user("ada@example.com")
    emulator.deliveries.wait_idle(30)
    api("DELETE", f"/user_management/users/{ada['id']}")
    emulator.deliveries.wait_idle(30)
    assert gate.of(ada) == ["user.created", "user.deleted"]
    emulator.clock.advance(60)
    emulator.deliveries.wait_idle(30)
    assert gate.of(ada) == ["user.created", "user.deleted", "user.created"]
