"""The events and webhook names that were added, and the order, cursors and times of the event list."""

import inspect
import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from workos_async.resources.events import Events as AsyncEvents
from workos_core import models
from workos_core.errors import InvalidArgumentError
from workos_core.webhooks import construct_event, sign
from workos_emulator import Emulator
from workos_emulator.http import spec
from workos_sync.resources.events import Events as SyncEvents

from ...support.examples import example
from .live import LiveClient, open_url

NEW_TYPES = (
    "agent.blueprint.created",
    "agent.blueprint.deleted",
    "agent.blueprint.updated",
    "agent.instance.created",
    "agent.instance.deleted",
    "agent.instance.session.created",
    "agent.instance.session.revoked",
    "feature_flags.flag.created",
    "feature_flags.flag.deleted",
    "feature_flags.flag.updated",
    "feature_flags.flag_rule.created",
    "feature_flags.flag_rule.deleted",
    "feature_flags.flag_rule.updated",
    "feature_flags.flag_target.created",
    "feature_flags.flag_target.deleted",
    "pipes.account_connection.add_failed",
    "pipes.account_connection.connected",
    "pipes.account_connection.connection_failed",
    "pipes.account_connection.disconnected",
    "pipes.account_connection.reauthorization_needed",
    "resource_export.completed",
    "resource_export.created",
    "resource_export.downloaded",
    "resource_export.failed",
    "vault.dek.rekeyed",
)
SUBSCRIBABLE = [name for name in NEW_TYPES if not name.startswith(("resource_export", "vault"))]
# The emulator does not implement what causes these events.
NOT_EMITTED = {
    "feature_flags.flag.deleted",
    "feature_flags.flag_rule.updated",
    "resource_export.completed",
    "resource_export.created",
    "resource_export.downloaded",
    "resource_export.failed",
}


def class_name(event_type: str) -> str:
    return "".join(part.title() for part in event_type.replace(".", "_").split("_")) + "Event"


@pytest.mark.parametrize("event_type", NEW_TYPES)
def test_payloads_have_a_class(event_type: str) -> None:
    name = class_name(event_type)
    text = json.dumps(example({"$ref": f"#/components/schemas/{name}"}), default=datetime.isoformat)
    payload = text.encode()
    event: Any = construct_event(payload, sign(payload, "secret"), "secret")
    assert type(event) is getattr(models, name)
    assert event.event == event_type
    assert not isinstance(event.data, dict)
    assert event.data.extra_fields == {}


def test_twenty_webhook_names_were_added(live: LiveClient) -> None:
    assert len(SUBSCRIBABLE) == 20
    known = spec.load().raw["components"]["schemas"]["WebhookEventType"]["enum"]
    assert {*SUBSCRIBABLE} <= {*known}
    assert not {*NEW_TYPES} - {*SUBSCRIBABLE} & {*known}
    endpoint = live("webhooks.create_webhook_endpoint", endpoint_url="https://a.example.com", events=SUBSCRIBABLE)
    assert endpoint.events == SUBSCRIBABLE


def cause_agent_events(live: LiveClient) -> None:
    organization = live("organizations.create_organization", name="Acme")
    blueprint = live("agents.create_blueprint", name="Helper")
    live("agents.update_blueprint", blueprint.id, name="Assistant")
    token = live("agents.create_blueprint_token", blueprint.id, type="autonomous", organization_id=organization.id)
    live("agents.revoke_session", token.agent_instance_session_id)
    live("agents.delete_instance", token.agent_instance_id)
    live("agents.delete_blueprint", blueprint.id)


def cause_flag_events(live: LiveClient) -> None:
    live.emulator.seed.feature_flag("beta")
    live("feature_flags.disable_feature_flag", "beta")
    organization = live("organizations.create_organization", name="Acme")
    for email in ("ada@example.com", "bob@example.com"):
        user = live("user_management.create_user", email=email)
        live("feature_flags.add_flag_target", "beta", user.id)
    live("feature_flags.add_flag_target", "beta", organization.id)
    live("feature_flags.remove_flag_target", "beta", organization.id)


def cause_account_events(live: LiveClient) -> None:
    user = live("user_management.create_user", email="eve@example.com").id
    live("pipes.create_data_integration", provider="github", auth_methods=["oauth"])
    account = live("pipes.create_user_connected_account", user, "github", access_token="t")
    live("pipes.update_user_connected_account", user, "github", state="needs_reauthorization")
    live("pipes.delete_user_connected_account", user, "github")
    assert account.user_id == user
    for intent in ({}, {"connection_intent": "add"}):
        url = live("pipes.authorize_data_integration", "github", user_id=user, **intent).url
        assert open_url(live.emulator, f"{url}&error=access_denied").text == "The account is not connected.\n"


def cause_rekey_event(live: LiveClient) -> None:
    key = live("vault.create_data_key", context={"a": "b"})
    live("vault.create_rekey", context={"a": "c"}, encrypted_keys=key.encrypted_keys)


def test_the_emulator_emits_the_events_whose_cause_it_implements(live: LiveClient) -> None:
    for cause in (cause_agent_events, cause_flag_events, cause_account_events, cause_rekey_event):
        cause(live)
    events = live("events.list_events", events=NEW_TYPES, every_page=True)
    assert {*NEW_TYPES} - {event.event for event in events} == NOT_EMITTED
    for event in events:
        assert type(event).__name__ == class_name(event.event)
        assert event.data.extra_fields == {}


def test_a_rule_is_created_with_its_first_target_and_deleted_with_the_last(live: LiveClient) -> None:
    cause_flag_events(live)
    kinds = ("flag_rule", "flag_target")
    types = [f"feature_flags.{kind}.{verb}" for kind in kinds for verb in ("created", "deleted")]
    events = live("events.list_events", events=types)
    assert [(event.event.removeprefix("feature_flags."), event.data.target_type) for event in events.data] == [
        ("flag_rule.created", "user"),
        ("flag_target.created", "user"),
        ("flag_target.created", "user"),
        ("flag_rule.created", "organization"),
        ("flag_target.created", "organization"),
        ("flag_target.deleted", "organization"),
        ("flag_rule.deleted", "organization"),
    ]
    rules = [event.data for event in events.data if "rule" in event.event]
    assert [(rule.position, rule.value) for rule in rules] == [(0, True), (1, True), (1, True)]
    assert {event.data.rule_id for event in events.data if "target" in event.event} == {rule.id for rule in rules}


def create_users(live: LiveClient, count: int) -> None:
    for number in range(count):
        live("user_management.create_user", email=f"u{number}@example.com")
        live.emulator.clock.advance(60)


def test_events_are_listed_oldest_first(live: LiveClient) -> None:
    create_users(live, 3)
    events = live("events.list_events", events=["user.created"])
    assert [event.data.email for event in events.data] == [f"u{number}@example.com" for number in range(3)]
    assert live.requests[-1].url.params["order"] == "asc"
    events = live("events.list_events", events=["user.created"], order="desc")
    assert events.data[0].data.email == "u2@example.com"
    assert live.requests[-1].url.params["order"] == "desc"


def test_the_api_lists_events_oldest_first_without_an_order(live: LiveClient) -> None:
    create_users(live, 2)
    listed = live(lambda client: client.request("GET", "/events", query={"events": ["user.created"]}))
    assert [event["data"]["email"] for event in listed["data"]] == ["u0@example.com", "u1@example.com"]


def test_range_start_is_sent_with_the_first_page_only(live: LiveClient) -> None:
    create_users(live, 5)
    start = live.emulator.clock.now() - timedelta(minutes=4, seconds=30)
    before = len(live.requests)
    events = live(
        "events.list_events",
        events=["user.created"],
        range_start=start,
        range_end=live.emulator.clock.now(),
        limit=2,
        every_page=True,
    )
    assert [event.data.email for event in events] == [f"u{number}@example.com" for number in range(1, 5)]
    sent = [request.url.params for request in live.requests[before:]]
    assert len(sent) == 2
    assert [("range_start" in query, "after" in query, "range_end" in query) for query in sent] == [
        (True, False, True),
        (False, True, True),
    ]


def test_after_excludes_range_start(live: LiveClient) -> None:
    with pytest.raises(InvalidArgumentError, match="either after or range_start"):
        live("events.list_events", events=["user.created"], after="event_1", range_start="2026-01-01T00:00:00Z")
    live.error(
        live.sdk.package.UnprocessableEntityError,
        lambda client: client.request(
            "GET", "/events", query={"after": "event_1", "range_start": "2026-01-01T00:00:00Z"}
        ),
    )


@pytest.mark.parametrize(
    ("time", "sent"),
    [
        (datetime(2026, 1, 31, 13, tzinfo=timezone(timedelta(hours=1))), "2026-01-31T12:00:00.000Z"),
        (datetime(2026, 1, 31, 12, tzinfo=UTC), "2026-01-31T12:00:00.000Z"),
        ("2026-01-31T13:00:00+01:00", "2026-01-31T12:00:00.000Z"),
        ("2026-01-31T12:00:00", "2026-01-31T12:00:00.000Z"),
        ("2026-01-31", "2026-01-31T00:00:00.000Z"),
        ("2026-01-31T12:00:00Z", "2026-01-31T12:00:00Z"),
    ],
)
def test_times_are_sent_in_utc(live: LiveClient, time: datetime | str, sent: str) -> None:
    live("events.list_events", events=["user.created"], range_start=time, range_end=time)
    query = live.requests[-1].url.params
    assert (query["range_start"], query["range_end"]) == (sent, sent)


def test_a_datetime_without_a_time_zone_is_rejected(live: LiveClient) -> None:
    with pytest.raises(InvalidArgumentError, match=r"^range_start: the datetime 2026-01-31 12:00:00 has no time zone"):
        live("events.list_events", events=["user.created"], range_start=datetime(2026, 1, 31, 12))
    assert live.requests == []


def test_an_invalid_time_is_rejected(live: LiveClient) -> None:
    with pytest.raises(InvalidArgumentError, match="range_start must be a datetime or a time in ISO 8601 format"):
        live("events.list_events", events=["user.created"], range_start="yesterday")
    assert live.requests == []


def test_the_api_accepts_no_other_offset(live: LiveClient) -> None:
    def list_with_offset(client: Any) -> Any:
        return client.request("GET", "/events", query={"range_start": "2026-01-31T13:00:00+01:00"})

    live.error(live.sdk.package.UnprocessableEntityError, list_with_offset)


def test_the_stream_resumes_without_a_range_start(live: LiveClient, emulator: Emulator) -> None:
    emulator.clock.freeze(datetime.now(UTC) - timedelta(hours=1))
    create_users(live, 3)
    package = live.sdk.package
    store = package.MemoryCursorStore()
    start = emulator.clock.now() - timedelta(minutes=2, seconds=30)
    stream = live.client().events.stream(events=["user.created"], store=store, start=start)

    async def read_async(count: int) -> list[Any]:
        events: list[Any] = []
        async for event in stream:
            events.append(event)
            if len(events) == count:
                stream.stop()
        return events

    def read_sync(count: int) -> list[Any]:
        events: list[Any] = []
        for event in stream:
            events.append(event)
            if len(events) == count:
                stream.stop()
        return events

    events = live.run(read_async(2)) if live.sdk.variant == "async" else read_sync(2)
    assert [event.data.email for event in events] == ["u1@example.com", "u2@example.com"]
    queries = [request.url.params for request in live.requests if request.url.path == "/events"]
    assert queries[0]["range_start"].endswith("Z")
    assert all(("range_start" in query) != ("after" in query) for query in queries)


@pytest.mark.parametrize("client", [AsyncEvents, SyncEvents])
def test_how_long_events_are_available(client: type) -> None:
    """The API reference says 30 days; the newer events guide says 90 days, of which one request covers 30."""
    description = inspect.getdoc(client.list_events) or ""  # type: ignore[attr-defined]
    assert "Events are available for 30 days" in " ".join(description.split())
    assert "90 days" in description
