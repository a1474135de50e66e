"""Streams of audit log events: the request that delivers an event to a customer's system, and the state of the stream."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from workos_emulator.http import urls
from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.audit_logs import AuditEvent, LogStream
from workos_emulator.storage.objects.webhooks import Delivery

EVENT = "audit_log_event"
"""The event type of deliveries to log streams."""

DATADOG_REGIONS: Mapping[str, str] = {
    "US1": "https://http-intake.logs.datadoghq.com",
    "US3": "https://http-intake.logs.us3.datadoghq.com",
    "US5": "https://http-intake.logs.us5.datadoghq.com",
    "EU1": "https://http-intake.logs.datadoghq.eu",
    "US1-FED": "https://http-intake.logs.ddog-gov.com",
    "AP1": "https://http-intake.logs.ap1.datadoghq.com",
}
"""The hosts that receive logs, by region of Datadog."""

Configuration = Mapping[str, str]


@dataclass(slots=True, frozen=True)
class Destination:
    """The delivery to one type of system.

    Attributes:
        url: Returns the URL for an event. It has another scheme than https if the emulator can't send events to the system.
        body: Returns the body as a JSON value, or as text.
        headers: Returns the headers with the credentials.
    """

    url: Callable[[Configuration, AuditEvent], str]
    body: Callable[[Configuration, AuditEvent], Any]
    headers: Callable[[Configuration], dict[str, str]] = lambda _: {}


def event_body(record: AuditEvent) -> dict[str, Any]:
    """Return an event as streams contain it."""
    return {"id": record.id, **record.event}


def describe(stream: LogStream, record: AuditEvent) -> tuple[str, str]:
    """Return the URL and the body with which an event is delivered to a stream."""
    destination = _DESTINATIONS[stream.type]
    body = destination.body(stream.configuration, record)
    text = body if isinstance(body, str) else json.dumps(body, separators=(",", ":"), ensure_ascii=False)
    return destination.url(stream.configuration, record), text


def headers(stream: LogStream) -> dict[str, str]:
    """Return the headers of all deliveries to a stream, including its credentials."""
    content_type = "application/x-ndjson" if stream.configuration.get("format") == "NDJSON" else "application/json"
    return {"content-type": content_type, **_DESTINATIONS[stream.type].headers(stream.configuration)}


def can_send(url: str) -> bool:
    """Return whether events can be sent to a URL; the emulator doesn't speak the protocols of object storage and databases."""
    return urls.is_web_url(url)


def record_outcome(stream: LogStream, delivery: Delivery, status: int | None) -> None:
    """Update the state of a stream after a delivery attempt, unless it was paused meanwhile."""
    if status is not None and 200 <= status < 300:
        stream.last_synced_at = delivery.updated_at
        new_state = "active"
    else:
        new_state = "invalid" if status in (401, 403) else "error"
    if stream.state != "inactive":
        stream.state = new_state


def _splunk_url(configuration: Configuration, record: AuditEvent) -> str:
    return configuration.get("url", "").rstrip("/") + "/services/collector/event"


def _splunk(configuration: Configuration, record: AuditEvent) -> Any:
    time = int(record.occurred_at.timestamp() * 1000)
    return [{"event": event_body(record), "time": time, **_source(configuration)}]


def _datadog(configuration: Configuration, record: AuditEvent) -> Any:
    source = configuration.get("source") or "workos"
    return [{"message": event_body(record), "ddsource": source, "service": "audit-logs"}]


def _generic(configuration: Configuration, record: AuditEvent) -> Any:
    item = {
        "event": event_body(record),
        "keySuffix": _suffix(record),
        "timestamp": stamp(record.created_at),
        **_source(configuration),
    }
    if configuration.get("format") == "NDJSON":
        return json.dumps(item, separators=(",", ":"), ensure_ascii=False) + "\n"
    return [item]


def _generic_headers(configuration: Configuration) -> dict[str, str]:
    name = configuration.get("header_name", "")
    return {name.lower(): configuration.get("header_value", "")} if name else {}


def _sentinel(configuration: Configuration, record: AuditEvent) -> Any:
    return [
        {
            "TimeGenerated": stamp(record.occurred_at),
            "id": record.id,
            "event_type": record.event["action"],
            "organization_id": record.organization_id,
            "data": event_body(record),
        }
    ]


def _sentinel_url(configuration: Configuration, record: AuditEvent) -> str:
    host = configuration.get("endpoint", "").removeprefix("https://").rstrip("/")
    rule, stream = configuration.get("rule_id", ""), configuration.get("stream_name", "")
    return f"azure-monitor://{host}/dataCollectionRules/{rule}/streams/{stream}"


def _s3_url(configuration: Configuration, record: AuditEvent) -> str:
    folder = configuration.get("path", "").strip("/")
    at = stamp(record.created_at)
    return f"s3://{configuration.get('bucket', '')}/{folder and folder + '/'}{at[:10]}/{at}_{_suffix(record)}.json"


def _gcs_url(configuration: Configuration, record: AuditEvent) -> str:
    return f"gs://{configuration.get('bucket', '')}/{stamp(record.created_at)}_{_suffix(record)}.json"


def _snowflake_url(configuration: Configuration, record: AuditEvent) -> str:
    parts = [configuration.get(name, "") for name in ("account", "database", "schema", "table")]
    return f"snowflake://{'/'.join(parts)}"


def _pretty(configuration: Configuration, record: AuditEvent) -> str:
    return json.dumps(event_body(record), indent=2, ensure_ascii=False)


def _suffix(record: AuditEvent) -> str:
    return record.id[-12:].lower()


def _source(configuration: Configuration) -> dict[str, str]:
    source = configuration.get("source")
    return {"source": source} if source else {}


_DESTINATIONS: Mapping[str, Destination] = {
    "Datadog": Destination(
        lambda configuration, _: (
            DATADOG_REGIONS.get(configuration.get("region", ""), DATADOG_REGIONS["US1"]) + "/api/v2/logs"
        ),
        _datadog,
        lambda configuration: {"dd-api-key": configuration.get("api_key", "")},
    ),
    "Splunk": Destination(
        _splunk_url, _splunk, lambda configuration: {"authorization": f"Splunk {configuration.get('token', '')}"}
    ),
    "S3": Destination(_s3_url, _pretty),
    "GoogleCloudStorage": Destination(_gcs_url, _pretty),
    "AzureSentinel": Destination(_sentinel_url, _sentinel),
    "Snowflake": Destination(_snowflake_url, lambda _, record: event_body(record)),
    "GenericHttps": Destination(lambda configuration, _: configuration.get("url", ""), _generic, _generic_headers),
}

TYPES = tuple(_DESTINATIONS)
"""The types of systems that events can be streamed to."""
