# Generated from tests/async_/agents/test_tool_audit_log.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The audit log of tool calls: content, background sending, outages and shutdown."""

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from workos_core.auth.tokens.connect_claims import ConnectTokenClaims
from workos_core.errors import InvalidArgumentError, InvalidArgumentTypeError
from workos_sync import ToolAuditLog, WorkOS
from workos_sync._agents import tool_audit_log
from workos_sync._concurrency.thread_safe_event import ThreadSafeEvent
from workos_sync._concurrency.threads import run_in_thread

ACTOR: Any = {"type": "agent", "id": "agent_instance_1"}


def claims(**changes: Any) -> ConnectTokenClaims:
    fields: dict[str, Any] = {
        "kind": "user",
        "sub": "user_1",
        "sid": "app_consent_1",
        "aud": (),
        "iss": "https://example.authkit.app",
        "exp": datetime(2026, 1, 1, tzinfo=UTC),
        "iat": None,
        "jti": None,
        "org_id": "org_1",
        "scopes": (),
        "permissions": (),
        "client_id": None,
        "act": None,
        "claims": {},
    }
    return ConnectTokenClaims(**{**fields, **changes})


class AuditLogs:
    """The audit log endpoint of the API. It responds when `may_respond` is set."""

    def __init__(self) -> None:
        self.may_respond = ThreadSafeEvent()
        self.may_respond.set()
        self.started = ThreadSafeEvent()
        self.status = 201
        self.keys: list[str] = []
        self.bodies: list[dict[str, Any]] = []

    def handle(self, request: httpx.Request) -> httpx.Response:
        self.started.set()
        assert self.may_respond.wait(30)
        self.keys.append(request.headers["idempotency-key"])
        if self.status != 201:
            return httpx.Response(self.status, json={"message": "no"})
        self.bodies.append(json.loads(request.content))
        return httpx.Response(201, json={"success": True})

    @property
    def tools(self) -> list[str]:
        return sorted(body["event"]["targets"][0]["id"] for body in self.bodies)


@pytest.fixture
def api() -> AuditLogs:
    return AuditLogs()


@pytest.fixture
def workos(api: AuditLogs, against: Callable[..., WorkOS]) -> WorkOS:
    return against(api.handle, max_retries=0, rate_limiter=None)


def test_an_event_names_actor_user_tool_and_result(api: AuditLogs, workos: WorkOS) -> None:
    with ToolAuditLog(workos, location="mcp.example.com") as log:
        log.record("delete_files", actor=claims(), metadata={"count": 3})
        log.record("send", actor=ACTOR, on_behalf_of="user_2", result="error", organization_id="org_2")
        assert log.flush(30)
    first, second = sorted(api.bodies, key=lambda body: str(body["organization_id"]))
    assert first["organization_id"] == "org_1"
    assert first["event"]["action"] == "agent.tool_called"
    assert first["event"]["actor"] == {"type": "user", "id": "user_1"}
    assert first["event"]["targets"] == [{"type": "tool", "id": "delete_files"}]
    assert first["event"]["metadata"] == {"result": "success", "count": 3}
    assert first["event"]["context"] == {"location": "mcp.example.com"}
    assert second["organization_id"] == "org_2"
    assert second["event"]["actor"] == ACTOR
    assert second["event"]["targets"][1] == {"type": "user", "id": "user_2"}
    assert second["event"]["metadata"] == {"result": "error"}


def test_the_user_of_an_agent_comes_from_its_token(api: AuditLogs, workos: WorkOS) -> None:
    with ToolAuditLog(workos) as log:
        log.record("send", actor=claims(kind="agent", sub="agent_instance_1", claims={"act_for": "user_9"}))
    (body,) = api.bodies
    assert body["event"]["actor"] == {"type": "agent", "id": "agent_instance_1"}
    assert body["event"]["targets"][1] == {"type": "user", "id": "user_9"}


def test_tracking_records_success_and_errors(api: AuditLogs, workos: WorkOS) -> None:
    with ToolAuditLog(workos) as log:
        with log.track("good", actor=claims()):
            pass
        with pytest.raises(ZeroDivisionError), log.track("bad", actor=claims()):
            raise ZeroDivisionError
    results = {body["event"]["targets"][0]["id"]: body["event"]["metadata"]["result"] for body in api.bodies}
    assert results == {"good": "success", "bad": "error"}


def test_recording_does_not_wait_for_the_api(api: AuditLogs, workos: WorkOS) -> None:
    api.may_respond.clear()
    with ToolAuditLog(workos) as log:
        for index in range(25):
            assert log.record(f"tool-{index:02}", actor=claims())
        assert api.started.wait(30)
        assert api.bodies == []
        api.may_respond.set()
    assert api.tools == [f"tool-{index:02}" for index in range(25)]  # closing has sent all


def test_a_full_queue_drops_new_events(api: AuditLogs, workos: WorkOS, caplog: pytest.LogCaptureFixture) -> None:
    api.may_respond.clear()
    with ToolAuditLog(workos, max_queue=3) as log:
        log.record("first", actor=claims())
        assert api.started.wait(30)  # it has left the queue
        assert [log.record(f"tool-{index}", actor=claims()) for index in range(5)] == [True] * 3 + [False] * 2
        assert log.dropped == 2
        api.may_respond.set()
    assert api.tools == ["first", "tool-0", "tool-1", "tool-2"]
    assert "the queue has 3 events" in caplog.text


def test_events_are_sent_again_after_an_outage(api: AuditLogs, workos: WorkOS, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tool_audit_log, "MIN_RETRY_DELAY", 0.01)
    api.status = 503
    with ToolAuditLog(workos) as log:
        log.record("tool", actor=claims())
        while len(api.keys) < 2:
            ThreadSafeEvent().wait(0.01)
        api.status = 201
        assert log.flush(30)
    assert api.tools == ["tool"]
    assert len(set(api.keys)) == 1


def test_a_rejected_event_is_dropped(api: AuditLogs, workos: WorkOS, caplog: pytest.LogCaptureFixture) -> None:
    api.status = 400
    with ToolAuditLog(workos) as log:
        log.record("tool", actor=claims())
        assert log.flush(30)
        assert log.dropped == 1
    assert "BadRequestError" in caplog.text
    assert len(api.keys) == 1


def test_closing_ends_during_an_outage(api: AuditLogs, workos: WorkOS, caplog: pytest.LogCaptureFixture) -> None:
    api.status = 503
    log = ToolAuditLog(workos, close_timeout=0.5)
    log.record("tool", actor=claims())
    log.close()
    assert "1 audit log events could not be sent" in caplog.text
    assert log.dropped == 1
    assert log.record("late", actor=claims()) is False


def test_events_of_other_threads_are_sent(api: AuditLogs, workos: WorkOS) -> None:
    log = ToolAuditLog(workos)

    def record() -> None:
        assert log.record("tool", actor=claims())

    run_in_thread(record)
    log.close()
    assert api.tools == ["tool"]


def test_an_event_without_organization_is_dropped(workos: WorkOS, caplog: pytest.LogCaptureFixture) -> None:
    with ToolAuditLog(workos) as log:
        assert log.record("tool", actor=claims(org_id=None)) is False
    assert "organization_id" in caplog.text


def test_invalid_settings_are_rejected(workos: WorkOS) -> None:
    with pytest.raises(InvalidArgumentError, match="max_queue"):
        ToolAuditLog(workos, max_queue=0)


def test_closing_does_not_wait_for_a_response_longer_than_its_timeout(
    api: AuditLogs, workos: WorkOS, caplog: pytest.LogCaptureFixture
) -> None:
    api.may_respond.clear()
    log = ToolAuditLog(workos, close_timeout=0.3)
    log.record("first", actor=claims())
    assert api.started.wait(30)
    log.record("second", actor=claims())
    started = time.monotonic()
    log.close()
    assert time.monotonic() - started < 15  # the API would respond after 30 seconds
    assert api.bodies == []
    assert "2 audit log events could not be sent" in caplog.text
    assert log.dropped == 2
    log.close()
    assert log.dropped == 2


def test_an_actor_of_another_type_is_rejected_before_the_tool_runs(workos: WorkOS) -> None:
    actor: Any = "agent_instance_1"
    calls: list[str] = []
    with ToolAuditLog(workos) as log:
        with pytest.raises(InvalidArgumentTypeError, match="get_principal"), log.track("tool", actor=actor):
            calls.append("tool")
        with pytest.raises(InvalidArgumentTypeError, match="actor"):
            log.record("tool", actor=actor)
    assert calls == []


def test_a_log_without_events_closes_at_once(workos: WorkOS) -> None:
    log = ToolAuditLog(workos, close_timeout=0.0)
    assert log.flush()
    log.close()
    assert log.dropped == 0
