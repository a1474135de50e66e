"""The log stream of the organization: its setup, its deliveries, and its pausing and deletion."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workos_emulator.events import log_streams
from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.admin_portal.portal_request import TITLES, PortalRequest, portal_page
from workos_emulator.pages.admin_portal.sso_setup import is_secure_url
from workos_emulator.pages.page_request import PageError
from workos_emulator.storage.clock import stamp, stamp_or_none
from workos_emulator.storage.objects.audit_logs import AuditEvent, LogStream

_SHOWN_DELIVERIES = 10


@dataclass(slots=True, frozen=True)
class _Field:
    """A field of a configuration.

    Attributes:
        label: The label.
        kind: `text`, `url`, `secret` or `choice`.
        choices: The values of a `choice`.
        required: Whether it must be filled in.
    """

    label: str
    kind: str = "text"
    choices: Sequence[str] = ()
    required: bool = True


_SOURCE = _Field("Source", required=False)
_NAMES = {
    "Datadog": "Datadog",
    "Splunk": "Splunk",
    "S3": "AWS S3",
    "GoogleCloudStorage": "Google Cloud Storage",
    "AzureSentinel": "Microsoft Sentinel",
    "Snowflake": "Snowflake",
    "GenericHttps": "Generic HTTPS",
}
_FIELDS: Mapping[str, Mapping[str, _Field]] = {
    "Datadog": {
        "region": _Field("Region", "choice", tuple(log_streams.DATADOG_REGIONS)),
        "api_key": _Field("API key", "secret"),
        "source": _SOURCE,
    },
    "Splunk": {"url": _Field("Splunk URL", "url"), "token": _Field("HEC token", "secret"), "source": _SOURCE},
    "S3": {
        "account_id": _Field("AWS account ID"),
        "region": _Field("AWS region"),
        "role_name": _Field("IAM role name"),
        "bucket": _Field("S3 bucket name"),
        "path": _Field("Path in the S3 bucket", required=False),
    },
    "GoogleCloudStorage": {
        "bucket": _Field("GCS bucket name"),
        "access_key_id": _Field("Access key ID"),
        "secret_access_key": _Field("Secret access key", "secret"),
    },
    "AzureSentinel": {
        "tenant_id": _Field("Tenant ID"),
        "client_id": _Field("Client ID"),
        "client_secret": _Field("Client secret", "secret"),
        "endpoint": _Field("Data collection endpoint URL", "url"),
        "rule_id": _Field("Data collection rule ID"),
        "stream_name": _Field("Stream name"),
    },
    "Snowflake": {
        "account": _Field("Account identifier"),
        "database": _Field("Database"),
        "schema": _Field("Schema"),
        "table": _Field("Table"),
    },
    "GenericHttps": {
        "url": _Field("Endpoint URL", "url"),
        "format": _Field("Format", "choice", ("JSON", "NDJSON")),
        "header_name": _Field("Authentication header name", required=False),
        "header_value": _Field("Authentication header value", "secret", required=False),
        "source": _SOURCE,
    },
}
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_RESERVED_HEADERS = ("connection", "content-length", "content-type", "host", "transfer-encoding")


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
            raise PageError("Invalid form", "The log stream has changed. Go back and try again.", 409)
    stream.updated_at = request.state.now()
    return request.redirect("/log-streams")


@portal_page("/log-streams/setup", "log_streams")
def setup(request: PortalRequest) -> Response:
    """Ask for the configuration of the log stream, and activate it."""
    stream = _find(request)
    type = stream.type if stream else request.query.get("type", "")
    if type not in _FIELDS:
        return request.redirect("/log-streams")
    old = dict(stream.configuration) if stream else {}
    if not request.is_submitted:
        return _ask(request, type, old, {}, is_new=stream is None)
    values = {name: request.form.get(name, "").strip() for name in _FIELDS[type]}
    for name, field in _FIELDS[type].items():
        if field.kind == "secret" and not values[name]:
            values[name] = old.get(name, "")
    if errors := _errors(type, values):
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


def _errors(type: str, values: Mapping[str, str]) -> dict[str, str]:
    errors: dict[str, str] = {}
    for name, field in _FIELDS[type].items():
        value = values[name]
        if not value:
            if field.required:
                errors[name] = (
                    f"Enter the {field.label[0].lower() if field.label[1].islower() else field.label[0]}{field.label[1:]}."
                )
        elif field.kind == "url" and not is_secure_url(value):
            errors[name] = "Enter an https URL, or an http URL of this machine."
        elif field.kind == "choice" and value not in field.choices:
            errors[name] = f"Choose one of {', '.join(field.choices)}."
        elif field.kind == "secret" and not (value.isascii() and value.isprintable()):
            errors[name] = "Enter only printable ASCII characters."
    name = values.get("header_name", "")
    if name and (not _HEADER_NAME.fullmatch(name) or name.lower() in _RESERVED_HEADERS):
        errors["header_name"] = "Enter the name of a header, such as Authorization."
    if "header_name" in values and bool(name) != bool(values["header_value"]):
        missing = "header_value" if name else "header_name"
        errors.setdefault(missing, "Enter the name and the value of the header, or neither.")
    return errors


def _choose(request: PortalRequest) -> Response:
    return request.show(
        "Choose a destination",
        html.paragraph("The audit log events of your organization are sent there."),
        html.links({name: request.url("/log-streams/setup", type=type) for type, name in _NAMES.items()}),
    )


def _ask(
    request: PortalRequest, type: str, values: Mapping[str, str], errors: Mapping[str, str], *, is_new: bool
) -> Response:
    def field(name: str, field: _Field) -> str:
        value, error = values.get(name, ""), errors.get(name, "")
        if field.kind == "choice":
            choices = [("", choice, choice) for choice in field.choices]
            return html.select(name, field.label, choices, value=value, error=error)
        is_secret = field.kind == "secret"
        return html.field(
            name,
            field.label,
            type={"secret": "password", "url": "url"}.get(field.kind, "text"),
            value="" if is_secret else value,
            error=error,
            hint="" if is_new or not is_secret else "Leave it empty to keep the current one.",
            required=field.required,
        )

    return request.show(
        f"Stream to {_NAMES[type]}",
        request.session_form(
            *(field(name, each) for name, each in _FIELDS[type].items()),
            html.button("Start streaming" if is_new else "Save"),
        ),
        html.links({"Back": request.url("/log-streams")}),
        problem=bool(errors),
    )


def _show(request: PortalRequest, stream: LogStream) -> Response:
    configuration = {
        field.label: stream.configuration[name]
        for name, field in _FIELDS[stream.type].items()
        if field.kind != "secret" and stream.configuration.get(name)
    }
    is_paused = stream.state == "inactive"
    url, body = log_streams.describe(stream, _last_event(request))
    return request.show(
        TITLES["log_streams"],
        html.facts(
            {
                "Destination": _NAMES[stream.type],
                "State": stream.state,
                "Last synced at": stamp_or_none(stream.last_synced_at) or "never",
                "Log stream ID": stream.id,
                **configuration,
            }
        ),
        request.session_form(
            html.button("Resume" if is_paused else "Pause", plain=True), do="resume" if is_paused else "pause"
        ),
        request.session_form(html.button("Delete log stream", plain=True), do="delete"),
        request.finish_form(),
        html.links({"Edit the configuration": request.url("/log-streams/setup")}),
        html.heading("Deliveries"),
        html.paragraph(_delivery_note(request, stream, url)),
        _deliveries(request, stream),
        html.heading("Example of a delivery"),
        html.facts({"URL": url or "—"}),
        html.code_block(body, "The body of a delivery"),
        wide=True,
    )


def _delivery_note(request: PortalRequest, stream: LogStream, url: str) -> str:
    if not log_streams.can_send(url):
        return f"The emulator does not send events to {_NAMES[stream.type]}. The dashboard shows what would be sent."
    return (
        "Events are sent to addresses on this machine; to other hosts only if the setting remote_webhooks_enabled is on. "
        "The dashboard shows them under Webhooks."
    )


def _deliveries(request: PortalRequest, stream: LogStream) -> str:
    deliveries = request.state.webhook_deliveries
    numbers = list(deliveries.numbers("endpoint", stream.id))[-_SHOWN_DELIVERIES:]
    rows = [
        (stamp(each.created_at), each.state, _last_response(each.attempts))
        for each in (deliveries.at(number) for number in reversed(numbers))
    ]
    return html.items(("Status", "Response"), rows) if rows else html.paragraph("There are no deliveries yet.")


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
