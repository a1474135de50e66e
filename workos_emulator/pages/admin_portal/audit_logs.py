"""The audit log of the organization, with filters and an export."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from workos_emulator.api.audit_logs.events import add_export, find_events
from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.admin_portal.portal_request import PortalRequest, portal_page
from workos_emulator.pages.html import Link
from workos_emulator.pages.page_request import LocalizedError
from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.audit_logs import AuditEvent

_PAGE_SIZE = 50
_FILTERS = {
    "action": "portal.audit.action",
    "actor": "portal.audit.actor_filter",
    "target": "portal.audit.target",
    "from": "portal.audit.from",
    "to": "portal.audit.to",
}
"""The keys of the labels of the filters, by name."""


@portal_page("/audit-logs", "audit_logs")
def list_events(request: PortalRequest) -> Response:
    """List the events that match the filters, newest first; the form exports them."""
    source = request.form if request.is_submitted else request.query
    filters = {name: source.get(name, "").strip() for name in _FILTERS}
    start, end, errors = _range(request, filters)
    if request.is_submitted and not errors:
        return _export(request, filters, start, end)
    events = [] if errors else _find(request, filters, start, end)
    text = request.query.get("page", "1")
    number = int(text) if text.isascii() and text.isdecimal() and 0 < len(text) < 7 else 1
    shown = events[(number - 1) * _PAGE_SIZE : number * _PAGE_SIZE]
    kept = {name: value for name, value in filters.items() if value}
    pages = {request.text("portal.audit.newer"): number - 1} if number > 1 else {}
    if len(events) > number * _PAGE_SIZE:
        pages[request.text("portal.audit.older")] = number + 1
    return request.show(
        request.intent_title("audit_logs"),
        _filter_form(request, filters, errors),
        html.paragraph(_count(request, len(events))),
        html.items(
            (request.text("portal.audit.actor"), request.text("portal.audit.occurred_at")),
            [_row(request, each) for each in shown],
        )
        if shown
        else "",
        html.links({name: request.url("/audit-logs", page=str(page), **kept) for name, page in pages.items()}),
        request.session_form(html.button(request.text("portal.audit.export"), plain=True), **kept) if events else "",
        problem=bool(errors),
        wide=True,
    )


@portal_page("/audit-logs/event", "audit_logs")
def show_event(request: PortalRequest) -> Response:
    """Show an event with all its fields."""
    record = request.state.audit.events.get(request.query.get("event", ""))
    if record is None or record.organization_id != request.organization.id:
        raise LocalizedError("audit_event", 404)
    event = record.event
    targets = [_describe(target) for target in event["targets"]]
    return request.show(
        event["action"],
        html.facts(
            {
                request.text("portal.audit.occurred_at"): stamp(record.occurred_at),
                request.text("portal.audit.actor"): _describe(event["actor"]),
                request.text("portal.audit.targets"): ", ".join(targets) or "—",
                request.text("portal.audit.location"): event["context"]["location"],
                request.text("portal.audit.user_agent"): event["context"].get("user_agent", "—"),
                request.text("portal.audit.id"): record.id,
            }
        ),
        html.heading(request.text("portal.audit.json")),
        html.code_block(json.dumps(event, indent=2, ensure_ascii=False), request.text("portal.audit.json_label")),
        html.links({request.text("portal.audit.back"): request.url("/audit-logs")}),
        wide=True,
    )


def _find(
    request: PortalRequest, filters: Mapping[str, str], start: datetime | None, end: datetime | None
) -> list[AuditEvent]:
    """Return the matching events, newest first."""
    wanted = {
        name: [value] for name, value in (("actions", filters["action"]), ("targets", filters["target"])) if value
    }
    events = find_events(request.state, request.organization.id, wanted, start, end)
    actor = filters["actor"].casefold()
    if actor:
        events = [each for each in events if actor in _actor_names(each)]
    return sorted(events, key=lambda each: (each.occurred_at, each.number), reverse=True)


def _export(
    request: PortalRequest, filters: Mapping[str, str], start: datetime | None, end: datetime | None
) -> Response:
    """Create an export of the listed events, and redirect to its file."""
    export = add_export(request.state, _find(request, filters, start, end))
    ready = request.call("getAuditLogExport", {"audit_log_export_id": export.id})
    return Response(303, {"location": ready["url"]})


def _count(request: PortalRequest, number: int) -> str:
    return request.text("portal.audit.found_one") if number == 1 else request.text("portal.audit.found", count=number)


def _range(
    request: PortalRequest, filters: Mapping[str, str]
) -> tuple[datetime | None, datetime | None, dict[str, str]]:
    """Return the start, the end and the errors of the date filters."""
    moments: dict[str, datetime | None] = {}
    errors: dict[str, str] = {}
    for name in ("from", "to"):
        try:
            day = date.fromisoformat(filters[name]) if filters[name] else None
            moments[name] = datetime.combine(day, time(), UTC) + timedelta(days=name == "to") if day else None
        except (ValueError, OverflowError):
            errors[name] = request.text("portal.audit.invalid_date", example="2026-01-31")
    start, end = moments.get("from"), moments.get("to")
    if start and end and start >= end:
        errors["to"] = request.text("portal.audit.order")
    return start, end, errors


def _filter_form(request: PortalRequest, filters: Mapping[str, str], errors: Mapping[str, str]) -> str:
    inputs = "".join(
        html.field(
            name,
            request.text(key),
            type="date" if name in ("from", "to") else "text",
            value=filters[name],
            error=errors.get(name, ""),
            required=False,
            optional=request.text("common.optional"),
        )
        for name, key in _FILTERS.items()
    )
    return html.search_form(
        html.hidden("session", request.session.id), inputs, html.button(request.text("portal.audit.filter"))
    )


def _row(request: PortalRequest, record: AuditEvent) -> tuple[Link, str, str]:
    event = record.event
    link = Link(event["action"], request.url("/audit-logs/event", event=record.id))
    return link, event["actor"].get("name") or event["actor"]["id"], stamp(record.occurred_at)


def _actor_names(record: AuditEvent) -> list[str]:
    actor = record.event["actor"]
    return [str(actor.get(name, "")).casefold() for name in ("id", "name")]


def _describe(part: Mapping[str, Any]) -> str:
    name = part.get("name")
    return f"{part['type']} {part['id']}{f' ({name})' if name else ''}"
