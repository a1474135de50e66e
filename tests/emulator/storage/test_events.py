"""Stored events: compact payloads, in an unchanged format of snapshots and databases."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from workos_emulator import Emulator
from workos_emulator.storage.objects.events import Event, Payload

from ..support import Api

DATA = {
    "object": "user",
    "id": "user_1",
    "metadata": {"a": "b"},
    "name": None,
    "created_at": "now",
    "updated_at": "now",
}


def event(data: Mapping[str, Any]) -> Event:
    moment = datetime(2026, 1, 31, tzinfo=UTC)
    return Event(id="event_1", type="user.created", data=data, created_at=moment, updated_at=moment)


def test_payload_is_a_mapping() -> None:
    payload = event(DATA).data
    assert isinstance(payload, Payload)
    assert dict(payload) == payload == DATA
    assert list(payload) == list(DATA)
    assert (payload["metadata"], payload.get("name", ""), payload.get("email")) == ({"a": "b"}, None, None)
    assert "id" in payload
    assert "email" not in payload
    with pytest.raises(KeyError, match="email"):
        payload["email"]


def test_payload_keeps_the_values_of_its_time() -> None:
    data = dict(DATA)
    payload = event(data).data
    data["name"] = "Ada"
    assert payload["name"] is None


def test_payload_shares_names_and_equal_strings() -> None:
    first = event({"a": "".join(["x", "y"]), "b": "".join(["x", "y"])}).data
    second = event({"a": "1", "b": "2"}).data
    assert first["a"] is first["b"]
    assert [*map(id, first)] == [*map(id, second)]


def test_stored_format(api: Api, emulator: Emulator) -> None:
    user = api.user("ada@example.com")
    snapshot = emulator.snapshot()
    (stored,) = (item["$Event"] for item in snapshot["objects"]["events.events"])
    assert stored["data"] == user
    assert type(stored["data"]) is dict
    emulator.reset()
    emulator.restore(snapshot)
    (listed,) = api("GET", "/events", params={"events": "user.created"})["data"]
    assert listed["data"] == user


def test_expired_events_leave_the_index(api: Api, emulator: Emulator) -> None:
    api.user("ada@example.com")
    emulator.clock.advance(days=31)
    api.user("bob@example.com")
    (event,) = emulator.environment.state.events.events.group("type", "user.created")
    assert event.data["email"] == "bob@example.com"
