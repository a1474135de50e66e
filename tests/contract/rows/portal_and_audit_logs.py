"""Items 45 to 69: Admin Portal, provider icons, audit logs."""

import uuid
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, get_args

from workos_core import models
from workos_core.serialization.converter import from_dict
from workos_core.serialization.unstructure import to_dict

from ..bodies import (
    AUDIT_LOG_ACTION,
    AUDIT_LOG_CONFIGURATION,
    AUDIT_LOG_EXPORT,
    AUDIT_LOG_SCHEMA,
    EVENT,
    USER,
    page,
)
from ..sdk import SDK, StubResponse
from .base import Listed, Table

rows = Table()
LINK = "https://setup.workos.com?token=eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
ACTION = "user.viewed_invoice"

rows.documented(
    45, "a portal link expires after five minutes", "portal.generate_link", "expires five minutes after it is issued"
)


@rows.check(46, "a portal link is returned unchanged")
def _(sdk: SDK) -> None:
    for link in (LINK, "https://portal.example/new-form/1"):
        assert sdk.call("portal.generate_link", organization="org_1", responses=[{"link": link}]).result == link


rows.call(
    47,
    "generate a portal link",
    "portal.generate_link",
    (),
    {"organization": "org_1", "intent": "sso", "it_contact_emails": ["it@foo-corp.com"]},
    "POST /portal/generate_link",
    str,
    {"link": LINK},
    body={"organization": "org_1", "intent": "sso", "it_contact_emails": ["it@foo-corp.com"]},
    status=201,
    result_property="link",
)
rows.call(
    48,
    "list provider icons",
    "portal.list_provider_icons",
    (),
    {},
    "GET /provider-icons.json",
    list[dict],
    [{"name": "Okta", "slug": "okta"}],
    credentials="none",
    host="cdn.workos.com",
)


@rows.check(49, "provider icon URLs")
def _(sdk: SDK) -> None:
    url = sdk.client().portal.get_provider_icon_url  # an ordinary function in both clients: sends no request
    assert url("light", "okta") == "https://cdn.workos.com/provider-icons/light/okta.svg"
    assert url("dark", slug="okta") == "https://cdn.workos.com/provider-icons/dark/okta.svg"
    assert url(theme="dark", slug="a/b") == "https://cdn.workos.com/provider-icons/dark/a%2Fb.svg"


rows.documented(50, "grayscale icons", "portal.get_provider_icon_url", "grayscale(100%)")


@rows.check(51, "parts of an audit log event")
def _(sdk: SDK) -> None:
    fields = {attribute.name for attribute in models.AuditLogEvent.__attrs_attrs__}
    assert {"action", "actor", "targets", "context", "metadata"} <= fields


EVENT_BODY: dict[str, Any] = {
    "action": "user.signed_in",
    "occurred_at": "2026-01-15T12:00:00.000Z",
    "version": 1,
    "actor": {"type": "user", "id": "user_1", "name": "Jon Smith", "metadata": {"role": "admin"}},
    "targets": [
        {"type": "user", "id": "user_2", "name": "Jon Smith"},
        {"type": "team", "id": "team_1", "metadata": {"owner": "user_3"}},
    ],
    "context": {"location": "1.1.1.1", "user_agent": "Chrome/104.0.0.0"},
    "metadata": {"extra": "data", "count": 2, "paid": True},
}
rows.call(
    52,
    "create an audit log event",
    "audit_logs.create_event",
    (),
    {"organization_id": "org_1", "event": EVENT_BODY, "idempotency_key": "884793cd-bef4-46cf-8790-ed49257a09c6"},
    "POST /audit_logs/events",
    models.AuditLogEventReceipt,
    {"success": True},
    body={"organization_id": "org_1", "event": EVENT_BODY},
    has_idempotency_key=True,
)


@rows.check(53, "idempotency keys")
def _(sdk: SDK) -> None:
    def sent_keys(*responses: Any, **arguments: Any) -> list[str]:
        call = sdk.call(
            "audit_logs.create_event",
            organization_id="org_1",
            event=EVENT_BODY,
            responses=responses,
            settings={"max_retries": 1},
            **arguments,
        )
        return [request.headers["idempotency-key"] for request in call.requests]

    failed = StubResponse({"message": "Broken."}, 500, {"Retry-After": "0"})
    assert sent_keys(failed, {"success": True}, idempotency_key="mine") == ["mine", "mine"]
    first, second = sent_keys(failed, {"success": True})
    assert first == second
    assert uuid.UUID(first).version == 4
    assert sent_keys({"success": True}) != [first]


rows.documented(54, "idempotency keys expire after 24 hours", "audit_logs.create_event", "expire after 24 hours")


@rows.check(55, "audit log event as a model and as a dictionary")
def _(sdk: SDK) -> None:
    event = models.AuditLogEvent(
        action="user.signed_in",
        occurred_at=datetime(2026, 1, 15, 14, 0, tzinfo=timezone(timedelta(hours=2))),
        version=1,
        actor=models.AuditLogEventActor(type="user", id="user_1", name="Jon Smith", metadata={"role": "admin"}),
        targets=[
            models.AuditLogEventTarget(type="user", id="user_2", name="Jon Smith"),
            models.AuditLogEventTarget(type="team", id="team_1", metadata={"owner": "user_3"}),
        ],
        context=models.AuditLogEventContext(location="1.1.1.1", user_agent="Chrome/104.0.0.0"),
        metadata={"extra": "data", "count": 2, "paid": True},
    )
    assert from_dict(models.AuditLogEvent, EVENT_BODY).occurred_at == event.occurred_at
    for value in (event, {**EVENT_BODY, "occurred_at": datetime(2026, 1, 15, 12, 0, tzinfo=UTC)}):
        call = sdk.call("audit_logs.create_event", organization_id="org_1", event=value, responses=[{"success": True}])
        assert call.request_body == {"organization_id": "org_1", "event": EVENT_BODY}


rows.object(
    56,
    "audit log schema",
    "audit_log_schema",
    models.AuditLogSchema,
    "audit_logs.create_schema",
    (ACTION,),
    {"targets": [{"type": "user"}]},
)


@rows.check(57, "create an audit log schema")
def _(sdk: SDK) -> None:
    short_form = {
        "actor": {"metadata": {"role": "string"}},
        "targets": [{"type": "user", "metadata": {"status": "string"}}],
        "metadata": {"invoice_id": "string"},
    }
    full_form = {name: AUDIT_LOG_SCHEMA[name] for name in short_form}
    for schema in (short_form, full_form):
        call = sdk.call("audit_logs.create_schema", ACTION, **schema, responses=[StubResponse(AUDIT_LOG_SCHEMA, 201)])
        assert call.request.method == "POST"
        assert call.request.url.path == "/audit_logs/actions/user.viewed_invoice/schemas"
        assert call.request_body == full_form
        assert to_dict(call.result) == AUDIT_LOG_SCHEMA


rows.call(
    58,
    "list the schemas of an action",
    "audit_logs.list_action_schemas",
    ("a/b c",),
    {},
    "GET /audit_logs/actions/a%2Fb%20c/schemas",
    Listed(models.AuditLogSchema),
    AUDIT_LOG_SCHEMA,
)
rows.call(
    59,
    "list audit log actions",
    "audit_logs.list_actions",
    (),
    {},
    "GET /audit_logs/actions",
    Listed(models.AuditLogAction),
    AUDIT_LOG_ACTION,
)
rows.object(
    60,
    "audit log export",
    "audit_log_export",
    models.AuditLogExport,
    "audit_logs.get_export",
    ("audit_log_export_1",),
)
rows.call(
    61,
    "create an audit log export",
    "audit_logs.create_export",
    (),
    {
        "organization_id": "org_1",
        "range_start": datetime(2022, 7, 2, 18, 9, 6, 996000, tzinfo=UTC),
        "range_end": "2022-09-02T18:09:06.996Z",
        "actions": ["user.signed_in"],
        "actor_names": ["Jon Smith"],
        "targets": ["team"],
    },
    "POST /audit_logs/exports",
    models.AuditLogExport,
    AUDIT_LOG_EXPORT,
    body={
        "organization_id": "org_1",
        "range_start": "2022-07-02T18:09:06.996Z",
        "range_end": "2022-09-02T18:09:06.996Z",
        "actions": ["user.signed_in"],
        "actor_names": ["Jon Smith"],
        "targets": ["team"],
    },
    status=201,
)
rows.call(
    62,
    "get an audit log export",
    "audit_logs.get_export",
    ("audit_log_export_1",),
    {},
    "GET /audit_logs/exports/audit_log_export_1",
    models.AuditLogExport,
    AUDIT_LOG_EXPORT,
)
rows.documented(
    63,
    "export URLs expire after ten minutes",
    "audit_logs.get_export",
    "valid for 10 minutes",
    "Each call returns a new one",
)
rows.call(
    64,
    "get the audit log retention",
    "audit_logs.get_organization_audit_logs_retention",
    ("org_1",),
    {},
    "GET /organizations/org_1/audit_logs_retention",
    models.AuditLogsRetention,
    {"retention_period_in_days": 30},
)
rows.call(
    65,
    "set the audit log retention",
    "audit_logs.update_organization_audit_logs_retention",
    ("org_1",),
    {"retention_period_in_days": 30},
    "PUT /organizations/org_1/audit_logs_retention",
    models.AuditLogsRetention,
    {"retention_period_in_days": 30},
    body={"retention_period_in_days": 30},
)
rows.call(
    66,
    "get the audit log configuration",
    "organizations.get_audit_log_configuration",
    ("org_1",),
    {},
    "GET /organizations/org_1/audit_log_configuration",
    models.AuditLogConfiguration,
    AUDIT_LOG_CONFIGURATION,
)


def configuration(sdk: SDK, **changed: Any) -> Any:
    response = {**AUDIT_LOG_CONFIGURATION, **changed}
    response = {name: value for name, value in response.items() if value is not None}
    return sdk.call("organizations.get_audit_log_configuration", "org_1", responses=[response]).result


@rows.check(67, "states of the audit log configuration")
def _(sdk: SDK) -> None:
    literal, open_enum = get_args(models.AuditLogConfigurationState)
    assert get_args(literal) == ("active", "inactive", "disabled")
    assert open_enum is str
    for state in ("active", "inactive", "disabled", "unknown"):
        assert configuration(sdk, state=state).state == state


@rows.check(68, "the log stream is optional")
def _(sdk: SDK) -> None:
    assert configuration(sdk, log_stream=None).log_stream is None
    assert configuration(sdk).log_stream.type == "Datadog"


@rows.check(69, "AuthKit changes emit events")
def _(sdk: SDK) -> None:
    event = {**EVENT, "event": "user.created", "data": USER}
    call = sdk.call("events.list_events", events=["user.created"], responses=[page(event)])
    assert type(call.result.data[0]) is models.UserCreatedEvent
    assert call.result.data[0].data.email == USER["email"]
