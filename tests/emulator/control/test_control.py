import json
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from workos_emulator import Clock, Emulator, Settings

from ..support import Api


def test_health_needs_no_key(emulator: Emulator) -> None:
    with httpx.Client(transport=emulator.transport, base_url="http://127.0.0.1") as client:
        response = client.get("/_emulator/health")
        assert (response.status_code, response.json()) == (200, {"status": "ok", "client_id": "client_emulator"})
        assert client.head("/_emulator/health").status_code == 200


def test_faults(api: Api) -> None:
    fault = {"status": 429, "count": 2, "method": "GET", "path": "/organizations", "retry_after": 1.5, "delay": 0}
    added = api("POST", "/_emulator/faults", 201, json=fault)
    assert added["remaining"] == 2
    assert api("GET", "/_emulator/faults")["data"] == [added]

    response = api.client.get("/organizations")
    assert (response.status_code, response.headers["retry-after"]) == (429, "1.5")
    assert api("GET", "/_emulator/faults")["data"][0]["remaining"] == 1
    api("DELETE", "/_emulator/faults", 204)
    assert api("GET", "/_emulator/faults")["data"] == []
    api("GET", "/organizations")


@pytest.mark.parametrize(
    "fault",
    [
        {},
        {"status": "429"},
        {"status": 99},
        {"status": 500, "count": 0},
        {"status": 500, "color": "red"},
        {"connection": "cut"},
        {"status": 500, "probability": 1.5},
        [],
        1,
    ],
)
def test_invalid_faults(api: Api, fault: Any) -> None:
    assert api("POST", "/_emulator/faults", 422, json=fault)["errors"]
    assert api("GET", "/_emulator/faults")["data"] == []


def test_control_api_is_exempt_from_faults(api: Api, emulator: Emulator) -> None:
    emulator.faults.add(status=500, count=10)
    api("GET", "/_emulator/health")
    api("POST", "/_emulator/reset", 204)
    api("GET", "/organizations")


def test_reset(api: Api, emulator: Emulator) -> None:
    first = api.organization()
    emulator.seed.role("editor", ["posts:write"])
    api("POST", "/_emulator/reset", 204)
    api("GET", f"/organizations/{first['id']}", 404)
    assert [entry["path"] for entry in api("GET", "/_emulator/requests")["data"]] == [f"/organizations/{first['id']}"]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("freeze", {"at": "0001-01-01T00:00:00Z"}),
        ("freeze", {"at": "9999-12-31T23:59:59Z"}),
        ("travel", {"to": "9000-01-01T00:00:00Z"}),
        ("travel", {"seconds": 1e12}),
        ("travel", {"seconds": -1e300}),
    ],
)
def test_times_out_of_range(api: Api, clock: Clock, path: str, body: Any) -> None:
    before = clock.now()
    error = api("POST", f"/_emulator/clock/{path}", 422, json=body)
    assert error["message"] == "the clock must stay between the years 1000 and 8999"
    assert clock.now() == before
    api.user()


def test_reset_restores_settings_and_clock(api: Api, emulator: Emulator, clock: Clock) -> None:
    settings, start = emulator.settings, clock.now()
    api("PATCH", "/_emulator/settings", json={"mfa_required": True, "blocked_domains": []})
    clock.advance(days=1)
    api("POST", "/_emulator/reset", 204, json={"keep": ["settings", "clock"]})
    assert (emulator.settings.mfa_required, clock.now() - start) == (True, timedelta(days=1))
    api("POST", "/_emulator/reset", 204, json={"keep": ["settings"]})
    assert (emulator.settings.mfa_required, clock.now()) == (True, start)
    clock.advance(days=1)
    api("POST", "/_emulator/reset", 204, json={"keep": ["clock"]})
    assert (emulator.settings, clock.now() - start) == (Settings(), timedelta(days=1))
    assert emulator.settings is emulator.environment.state.settings is settings
    emulator.settings.mfa_required = True
    api("POST", "/_emulator/reset", 204)
    assert (emulator.settings, clock.now()) == (Settings(), start)
    for wrong in ({"keep": ["objects"]}, {"keep": "clock"}, {"color": "red"}):
        api("POST", "/_emulator/reset", 422, json=wrong)
    with pytest.raises(ValueError, match="keep must contain only settings and clock \\(got 'users'\\)"):
        emulator.reset(keep=["users"])  # type: ignore[list-item]


def test_reset_returns_to_the_given_settings() -> None:
    emulator = Emulator(settings=Settings(mfa_required=True))
    emulator.settings.mfa_required = False
    emulator.clock.travel(datetime(2001, 1, 1, tzinfo=UTC))
    emulator.reset()
    assert emulator.settings.mfa_required
    assert abs(emulator.clock.now() - datetime.now(UTC)) < timedelta(minutes=5)


def test_resume_returns_to_real_time(api: Api) -> None:
    api("POST", "/_emulator/clock/resume")
    for body in ({"seconds": 10**8}, {"to": "2001-01-01T00:00:00Z"}):
        api("POST", "/_emulator/clock/travel", json=body)
        now = datetime.fromisoformat(api("POST", "/_emulator/clock/resume")["now"])
        assert abs(now - datetime.now(UTC)) < timedelta(minutes=5)


def test_reset_restarts_ids(api: Api, emulator: Emulator) -> None:
    first = api.organization()
    emulator.reset()
    assert api.organization()["id"] == first["id"]


def test_requests(api: Api) -> None:
    response = api.client.post(
        "/organizations?a=1&token=t", json={"name": "A", "metadata": {"password": "p", "k": "v"}}
    )
    api("GET", "/none", 404)
    first, second = api("GET", "/_emulator/requests")["data"]
    assert first["id"] == response.headers["x-request-id"]
    assert (first["method"], first["path"], first["status"]) == ("POST", "/organizations", 201)
    assert first["operation_id"] == "createOrganization"
    assert first["at"] == "2026-01-31T12:00:00.000Z"
    assert first["query"] == {"a": "1", "token": "[redacted]"}
    assert (first["unknown_parameters"], second["unknown_parameters"]) == (["a", "token"], [])
    assert first["headers"]["authorization"] == "[redacted]"
    assert first["body"] == {"name": "A", "metadata": {"password": "[redacted]", "k": "v"}}
    assert (second["status"], second["operation_id"], second["body"]) == (404, None, None)


def test_logged_requests_contain_no_secrets(api: Api, emulator: Emulator) -> None:
    json_type = {"content-type": "application/json"}
    api("POST", "/organizations", 400, content=b"client_secret=sk_test_emulator", headers=json_type)
    logged = json.dumps(api("GET", "/_emulator/requests"))
    assert emulator.api_key not in logged
    assert "bytes that are not JSON" in logged


def test_large_bodies_are_not_logged(api: Api) -> None:
    api.organization("x" * 70_000)
    assert api("GET", "/_emulator/requests")["data"][0]["body"].endswith(" bytes, not logged]")


def test_unknown_paths_and_methods(api: Api) -> None:
    api("GET", "/_emulator", 404)
    api("GET", "/_emulator/none", 404)
    response = api.client.get("/_emulator/reset")
    assert (response.status_code, response.headers["allow"]) == (405, "POST")
    api("GET", "/_emulatorx", 404)
