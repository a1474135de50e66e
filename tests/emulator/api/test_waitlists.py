from workos_emulator import Clock, Emulator

from ..support import Api

PATH = "/user_management/waitlists"
ENTRIES = "/user_management/waitlist_entries"


def test_waitlists(api: Api, emulator: Emulator) -> None:
    assert api("GET", PATH)["data"] == []
    first, second = emulator.seed.waitlist(), emulator.seed.waitlist()
    assert api("GET", PATH)["data"] == [first, second]
    assert api("GET", f"{PATH}/{first['id']}") == first
    api("GET", f"{PATH}/waitlist_none", 404)


def test_entries(api: Api, emulator: Emulator, clock: Clock) -> None:
    path = f"{PATH}/{emulator.seed.waitlist()['id']}/entries"
    body = {"email": "ada@example.com", "additional_fields": {"company": "Acme"}, "send_confirmation_email": True}
    entry = api("POST", path, json=body)
    assert (entry["state"], entry["approved_at"], entry["additional_fields"]) == ("pending", None, {"company": "Acme"})
    assert emulator.outbox.last("ada@example.com").kind == "waitlist"
    assert api("POST", path, json={"email": "ADA@example.com"}) == entry
    other = api("POST", path, json={"email": "bob@example.com"})
    assert len(emulator.outbox) == 1
    api("POST", path, 422, json={"email": "none"})

    clock.advance(1)
    approved = api("POST", f"{ENTRIES}/{entry['id']}/approve")
    assert (approved["state"], approved["approved_at"]) == ("approved", "2026-01-31T12:00:01.000Z")
    denied = api("POST", f"{ENTRIES}/{other['id']}/deny")
    assert (denied["state"], denied["approved_at"]) == ("denied", None)
    assert api("GET", path)["data"] == [denied, approved]
    assert api("GET", path, params={"state": "approved"})["data"] == [approved]
    assert api("GET", path, params={"email": "BOB@example.com"})["data"] == [denied]
    assert api("GET", path, params={"email": "bob@example.com", "state": "pending"})["data"] == []
    api("DELETE", f"{ENTRIES}/{entry['id']}", 204)
    api("DELETE", f"{ENTRIES}/{entry['id']}", 404)
    api("POST", f"{ENTRIES}/{entry['id']}/approve", 404)
