import pytest

from workos_emulator import Emulator

from ..support import Api


def test_over_http(api: Api) -> None:
    for email in ("ada@example.com", "bob@example.com"):
        api("POST", "/user_management/magic_auth", 201, json={"email": email})
    api("POST", "/user_management/password_reset", 201, json={"email": "ada@example.com"})
    messages = api("GET", "/_emulator/outbox")["data"]
    assert [message["kind"] for message in messages] == ["magic_auth", "magic_auth", "password_reset"]
    assert messages[0]["at"] == "2026-01-31T12:00:00.000Z"
    query = {"to": "ADA@example.com", "kind": "magic_auth"}
    (message,) = api("GET", "/_emulator/outbox", params=query)["data"]
    assert message == messages[0]
    grant = "urn:workos:oauth:grant-type:magic-auth:code"
    api.authenticate(grant, email="ada@example.com", code=message["code"])
    api("DELETE", "/_emulator/outbox", 204)
    assert api("GET", "/_emulator/outbox")["data"] == []


def test_in_process(api: Api, emulator: Emulator) -> None:
    with pytest.raises(LookupError, match=r"to ada@example\.com"):
        emulator.outbox.last("ada@example.com")
    api("POST", "/user_management/magic_auth", 201, json={"email": "ada@example.com"})
    message = emulator.outbox.last()
    assert len(emulator.outbox) == len(list(emulator.outbox)) == 1
    assert message.code is not None
    assert message.code not in repr(message)
    emulator.reset()
    assert len(emulator.outbox) == 0


def test_only_recent_messages_are_kept(emulator: Emulator) -> None:
    for number in range(1001):
        emulator.outbox.send("waitlist", f"u{number}@example.com", "x")
    assert (len(emulator.outbox), emulator.outbox.find()[0].to) == (1000, "u1@example.com")
