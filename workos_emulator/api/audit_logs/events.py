"""Handlers of audit log events, exports and retention periods."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from workos_emulator.api import organizations
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.audit_logs import render_export
from workos_emulator.storage import downloads
from workos_emulator.storage.objects.audit_logs import AuditEvent, AuditExport, AuditSchema
from workos_emulator.storage.state import State

_URL_LIFETIME = timedelta(minutes=10)
_DAYS_PER_UNIT = {"MONTH": 30, "YEAR": 365}


@operation("createAuditLogEvent")
def create_event(call: Call) -> Result:
    """Create an audit log event. If its action has a schema, the event must match it."""
    event, organization_id = call.body["event"], call.body["organization_id"]
    if organization_id not in call.state.organizations:
        raise errors.not_found("Organization", organization_id)
    if problems := _find_problems(call, event):
        message = "The event does not match the schema of its action."
        raise errors.coded(400, "invalid_audit_log", message, errors=problems)
    now = call.state.now()
    record = AuditEvent(
        id=call.state.ids.new("audit_log_event"),
        organization_id=organization_id,
        event=event,
        occurred_at=datetime.fromisoformat(event["occurred_at"]),
        created_at=now,
        updated_at=now,
    )
    call.state.audit.events.add(record)
    return {"success": True}


def _find_problems(call: Call, event: dict[str, Any]) -> list[dict[str, str]]:
    """Return where an event does not match the schema of its version, by default the newest."""
    versions = call.state.audit.schemas.group("action", event["action"])
    if not versions:
        return []
    number: int = event.get("version", len(versions))
    if not 1 <= number <= len(versions):
        return [{"field": "version", "code": "invalid_value"}]
    schema = versions[number - 1]
    problems = _metadata_problems(schema.actor, event["actor"], "actor.metadata")
    for index, target in enumerate(event["targets"]):
        matching = [known for known in schema.targets if known["type"] == target["type"]]
        if not matching:
            problems.append({"field": f"targets.{index}.type", "code": "invalid_value"})
        problems += _metadata_problems(matching[0] if matching else None, target, f"targets.{index}.metadata")
    return problems + _metadata_problems(_event_schema(schema), event, "metadata")


def _event_schema(schema: AuditSchema) -> dict[str, Any] | None:
    return None if schema.metadata is None else {"metadata": schema.metadata}


def _metadata_problems(description: dict[str, Any] | None, part: dict[str, Any], field: str) -> list[dict[str, str]]:
    if description is None or "metadata" not in description:
        return []
    from workos_emulator.http import json_schema

    return json_schema.problems(json_schema.standalone(description["metadata"]), part.get("metadata", {}), field)


@operation("createAuditLogExport")
def create_export(call: Call) -> Result:
    """Create an export. It is ready when it is next retrieved."""
    body, state = call.body, call.state
    if body["organization_id"] not in state.organizations:
        raise errors.ApiError(400, {"message": ["organization_id must be an organization ID"], "error": "Bad Request"})
    start, end = datetime.fromisoformat(body["range_start"]), datetime.fromisoformat(body["range_end"])
    if start > end:
        raise errors.ApiError(400, {"message": ["range_start must be before range_end"], "error": "Bad Request"})
    return render_export(add_export(state, find_events(state, body["organization_id"], body, start, end)), None)


def add_export(state: State, events: Iterable[AuditEvent]) -> AuditExport:
    """Add an export of these events."""
    now = state.now()
    export = AuditExport(
        id=state.ids.new("audit_log_export"), state="pending", csv=_csv(events), created_at=now, updated_at=now
    )
    return state.audit.exports.add(export)


def find_events(
    state: State, organization_id: str, filters: Mapping[str, Any], start: datetime | None, end: datetime | None
) -> list[AuditEvent]:
    """Return the events of an organization within its retention period, in the order in which they were created.

    Args:
        state: The stored objects.
        organization_id: The ID of the organization.
        filters: The filters, named as in the request for an export.
        start: The earliest time of an event.
        end: The time before which an event occurred.
    """
    organization = state.organizations.get(organization_id)
    days = organization.audit_logs.get("retention_period_in_days") if organization else None
    oldest = [] if days is None else [state.now() - timedelta(days=days)]
    starts = [*oldest, *([] if start is None else [start])]
    return [
        record
        for record in state.audit.events.group("organization", organization_id)
        if all(first <= record.occurred_at for first in starts)
        and (end is None or record.occurred_at < end)
        and _matches_filters(filters, record.event)
    ]


def _matches_filters(body: Mapping[str, Any], event: dict[str, Any]) -> bool:
    names = [*body.get("actors", []), *body.get("actor_names", [])]
    return (
        (not body.get("actions") or event["action"] in body["actions"])
        and (not names or event["actor"].get("name") in names)
        and (not body.get("actor_ids") or event["actor"]["id"] in body["actor_ids"])
        and (not body.get("targets") or any(target["type"] in body["targets"] for target in event["targets"]))
    )


def _csv(records: Iterable[AuditEvent]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["id", "action", "occurred_at", "actor", "targets", "context", "metadata", "version"])
    for record in records:
        event = record.event
        parts = [json.dumps(event.get(name, {})) for name in ("actor", "targets", "context", "metadata")]
        writer.writerow([record.id, event["action"], event["occurred_at"], *parts, event.get("version", "")])
    return text.getvalue()


@operation("getAuditLogExport")
def get_export(call: Call) -> Result:
    """Get an export with a new download URL, which is valid for ten minutes."""
    export = call.state.audit.exports.get(call.path["audit_log_export_id"])
    if export is None:
        raise errors.not_found("Audit log export", call.path["audit_log_export_id"])
    if export.state == "pending":
        export.state, export.updated_at = "ready", call.state.now()
    path = downloads.create_download(call.state, export.csv, _URL_LIFETIME)
    return render_export(export, call.request.base_url + path)


@operation("getAuditLogsRetention")
def get_retention(call: Call) -> Result:
    """Get the retention period of an organization; null if it is not set."""
    organization = organizations.find_organization(call, call.path["organization_id"])
    return {"retention_period_in_days": organization.audit_logs.get("retention_period_in_days")}


@operation("updateAuditLogsRetention")
def update_retention(call: Call) -> Result:
    """Set the retention period of an organization. A month has 30 days and a year 365."""
    organization, body = organizations.find_organization(call, call.path["organization_id"]), call.body
    if "retention_period" in body:
        number, _, unit = body["retention_period"].partition("_")
        days = int(number) * _DAYS_PER_UNIT[unit.removesuffix("S")]
    else:
        days = body["retention_period_in_days"]
    if not 1 <= days <= 10 * _DAYS_PER_UNIT["YEAR"]:
        raise errors.invalid_field("retention_period_in_days", "too_small" if days < 1 else "too_large")
    organization.audit_logs = {**organization.audit_logs, "retention_period_in_days": days}
    return {"retention_period_in_days": days}
