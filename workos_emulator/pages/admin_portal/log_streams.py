"""The log stream of the organization: its setup, its deliveries, and its pausing and deletion."""

import json
from collections.abc import Mapping, Sequence

from workos_emulator.events import log_streams
from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.admin_portal.destinations import FIELDS, NAMES, Field, find_errors
from workos_emulator.pages.admin_portal.portal_request import PortalRequest, portal_page
from workos_emulator.pages.page_request import LocalizedError
from workos_emulator.storage.clock import stamp, stamp_or_none
from workos_emulator.storage.objects.audit_logs import AuditEvent, LogStream

_SHOWN_DELIVERIES = 10


@portal_page("/log-streams", "log_streams")
def show_stream(request: PortalRequest) -> Response:
    """Show the log stream of the organization; the forms pause, resume and delete it. Without one, ask for the destination."""
    stream = _find(request)
    if stream is None:
        if request.is_submitted:
            return request.redirect("/log-streams")
        return _choose(request)
    if not request.is_submitted:
        return _show(request, stream)
    match request.form.get("do"):
        case "pause":
            stream.state = "inactive"
        case "resume" if stream.state == "inactive":
            stream.state = "active"
        case "delete":
            request.state.audit.streams.remove(stream.id)
        case _:
            raise LocalizedError("portal_changed", 409)
    stream.updated_at = request.state.now()
    return request.redirect("/log-streams")


@portal_page("/log-streams/setup", "log_streams")
def setup(request: PortalRequest) -> Response:
    """Ask for the configuration of the log stream, and activate it."""
    stream = _find(request)
    type = stream.type if stream else request.query.get("type", "")
    if type not in FIELDS:
        return request.redirect("/log-streams")
    old = dict(stream.configuration) if stream else {}
    if not request.is_submitted:
        return _ask(request, type, old, {}, is_new=stream is None)
    values = {name: request.form.get(name, "").strip() for name in FIELDS[type]}
    for name, field in FIELDS[type].items():
        is_removed = name == "header_value" and not values["header_name"]
        if field.kind == "secret" and not values[name] and not is_removed:
            values[name] = old.get(name, "")
    if errors := find_errors(request.text, type, values):
        return _ask(request, type, values, errors, is_new=stream is None)
    state, now = request.state, request.state.now()
    if stream is None:
        stream = LogStream(
            id=state.ids.new("audit_log_stream"),
            organization_id=request.organization.id,
            type=type,
            state="active",
            created_at=now,
            updated_at=now,
        )
        state.audit.streams.add(stream)
        request.organization.audit_logs = {**request.organization.audit_logs, "state": "active"}
    stream.configuration, stream.updated_at = values, now
    stream.state = "inactive" if stream.state == "inactive" else "active"
    return request.redirect("/log-streams")


def _find(request: PortalRequest) -> LogStream | None:
    """Return the log stream of the organization. The API has at most one."""
    streams = request.state.audit.streams.group("organization", request.organization.id)
    return streams[-1] if streams else None


def _choose(request: PortalRequest) -> Response:
    return request.show(
        request.text("portal.streams.choose"),
        html.paragraph(request.text("portal.streams.intro")),
        html.links({name: request.url("/log-streams/setup", type=type) for type, name in NAMES.items()}),
    )


def _ask(
    request: PortalRequest, type: str, values: Mapping[str, str], errors: Mapping[str, str], *, is_new: bool
) -> Response:
    def field(name: str, field: Field) -> str:
        value, error = values.get(name, ""), errors.get(name, "")
        if field.kind == "choice":
            choices = [("", choice, choice) for choice in field.choices]
            return html.select(name, request.text(field.label), choices, value=value, error=error)
        is_secret = field.kind == "secret"
        return html.field(
            name,
            request.text(field.label),
            type={"secret": "password", "url": "url"}.get(field.kind, "text"),
            value="" if is_secret else value,
            error=error,
            hint="" if is_new or not is_secret else request.text("portal.streams.keep"),
            required=field.required,
            optional=request.text("common.optional"),
        )

    return request.show(
        request.text("portal.streams.title", destination=NAMES[type]),
        request.session_form(
            *(field(name, each) for name, each in FIELDS[type].items()),
            html.button(request.text("portal.streams.start" if is_new else "portal.save")),
        ),
        html.links({request.text("common.back"): request.url("/log-streams")}),
        problem=bool(errors),
    )


def _show(request: PortalRequest, stream: LogStream) -> Response:
    configuration = {
        request.text(field.label): stream.configuration[name]
        for name, field in FIELDS[stream.type].items()
        if field.kind != "secret" and stream.configuration.get(name)
    }
    switch = "resume" if stream.state == "inactive" else "pause"
    url, body = log_streams.describe(stream, _last_event(request))
    deliveries = (
        html.heading(request.text("portal.streams.deliveries")),
        html.paragraph(_delivery_note(request, stream, url)),
        _deliveries(request, stream),
    )
    example = (
        html.heading(request.text("portal.streams.example")),
        html.facts({request.text("portal.streams.url"): url or "—"}),
        html.code_block(_indent(body), request.text("portal.streams.body")),
    )
    return request.show(
        request.intent_title("log_streams"),
        html.facts(
            {
                request.text("portal.streams.destination"): NAMES[stream.type],
                request.text("portal.states.label"): request.state_name(stream.state),
                request.text("portal.streams.last_synced_at"): stamp_or_none(stream.last_synced_at)
                or request.text("portal.streams.never"),
                request.text("portal.streams.id"): stream.id,
                **configuration,
            }
        ),
        html.actions(
            request.session_form(html.button(request.text(f"portal.streams.{switch}"), plain=True), do=switch),
            request.session_form(html.button(request.text("portal.streams.delete"), plain=True), do="delete"),
            request.finish_form(),
        ),
        html.links({request.text("portal.edit"): request.url("/log-streams/setup")}),
        html.columns("".join(deliveries), "".join(example)),
        wide=True,
    )


def _indent(body: str) -> str:
    """Return a body with a line per field; NDJSON stays on one line."""
    return body if body.endswith("\n") else json.dumps(json.loads(body), indent=2, ensure_ascii=False)


def _delivery_note(request: PortalRequest, stream: LogStream, url: str) -> str:
    if not log_streams.can_send(url):
        return request.text("portal.streams.not_sent", destination=NAMES[stream.type])
    return request.text("portal.streams.sent", setting="remote_webhooks_enabled")


def _deliveries(request: PortalRequest, stream: LogStream) -> str:
    deliveries = request.state.webhook_deliveries
    numbers = list(deliveries.numbers("endpoint", stream.id))[-_SHOWN_DELIVERIES:]
    rows = [
        (stamp(each.created_at), request.state_name(each.state), _last_response(each.attempts))
        for each in (deliveries.at(number) for number in reversed(numbers))
    ]
    return (
        html.items((request.text("portal.streams.status"), request.text("portal.streams.response")), rows)
        if rows
        else html.paragraph(request.text("portal.streams.none"))
    )


def _last_response(attempts: Sequence[Mapping[str, object]]) -> str:
    return str(attempts[-1]["status"] or attempts[-1]["error"] or "—") if attempts else "—"


def _last_event(request: PortalRequest) -> AuditEvent:
    """Return the newest event of the organization, or an example."""
    events = request.state.audit.events.group("organization", request.organization.id)
    if events:
        return events[-1]
    now = request.state.now()
    example = {
        "action": "user.signed_in",
        "occurred_at": stamp(now),
        "actor": {"id": "user_1", "type": "user"},
        "targets": [{"id": "user_1", "type": "user"}],
        "context": {"location": "192.0.2.1"},
    }
    return AuditEvent(
        id="audit_log_event_example",
        organization_id=request.organization.id,
        event=example,
        occurred_at=now,
        created_at=now,
        updated_at=now,
    )
