"""The Admin Portal sets up log streams, and the emulator delivers audit log events to them."""

import json
from typing import Any

import pytest

from workos_emulator import Clock, Emulator
from workos_emulator.events import log_streams
from workos_emulator.http import spec
from workos_emulator.http.messages import Request, Response

from ...support import Api
from ..browsing import Browser
from .conftest import OpenPortal

VALUES: dict[str, dict[str, str]] = {
    "Datadog": {"Region": "EU1", "API_key": "dd-key", "Source": "acme"},
    "Splunk": {"Splunk_URL": "https://splunk.example.com/", "HEC_token": "hec-token"},
    "AWS S3": {"AWS_account_ID": "1", "AWS_region": "eu-west-1", "IAM_role_name": "r", "S3_bucket_name": "logs"},
    "Google Cloud Storage": {"GCS_bucket_name": "logs", "Access_key_ID": "a", "Secret_access_key": "secret-key"},
    "Microsoft Sentinel": {
        "Tenant_ID": "t",
        "Client_ID": "c",
        "Client_secret": "client-secret",
        "Data_collection_endpoint_URL": "https://dce.example.com",
        "Data_collection_rule_ID": "dcr",
        "Stream_name": "Custom",
    },
    "Snowflake": {"Account_identifier": "acme", "Database": "d", "Schema": "s", "Table": "t"},
    "Generic HTTPS": {"Endpoint_URL": "http://localhost:9000/logs", "Format": "JSON"},
}
EVENT = {
    "action": "user.created",
    "occurred_at": "2026-01-31T08:00:00Z",
    "actor": {"id": "user_1", "type": "user"},
    "targets": [{"id": "user_2", "type": "user"}],
    "context": {"location": "192.0.2.1"},
}


def record(api: Api, organization: Any) -> None:
    api("POST", "/audit_logs/events", json={"organization_id": organization["id"], "event": EVENT})


def configuration(api: Api, organization: Any) -> Any:
    return api("GET", f"/organizations/{organization['id']}/audit_log_configuration")


def set_up(browser: Browser, destination: str, **changes: str) -> Browser:
    return browser.click(destination).submit("Start streaming", **VALUES[destination] | changes)


def test_the_destinations_are_those_of_the_api() -> None:
    assert {*log_streams.TYPES} == {*spec.load().at("/components/schemas/AuditLogStreamType")["enum"]}
    assert len(VALUES) == len(log_streams.TYPES)


@pytest.mark.parametrize("destination", VALUES)
def test_setup(api: Api, open_portal: OpenPortal, acme: Any, destination: str) -> None:
    assert "log_stream" not in configuration(api, acme)
    browser = set_up(open_portal("log_streams"), destination)
    assert browser.heading == "Log streams"
    assert browser.page is not None
    found = configuration(api, acme)
    stream = found["log_stream"]
    assert (found["state"], stream["state"], stream["last_synced_at"]) == ("active", "active", None)
    assert stream["id"].startswith("audit_log_stream_")
    assert destination in browser.page.text
    browser.click("Edit the configuration")
    for secret in ("dd-key", "hec-token", "secret-key", "client-secret"):
        assert secret not in browser.page.html
    browser.submit("Save")
    assert configuration(api, acme)["log_stream"] == stream


@pytest.mark.parametrize("destination", [each for each in VALUES if each != "Generic HTTPS"])
def test_events_do_not_leave_this_machine(
    api: Api, open_portal: OpenPortal, acme: Any, emulator: Emulator, destination: str
) -> None:
    browser = set_up(open_portal("log_streams"), destination)
    record(api, acme)
    (delivery,) = emulator.deliveries
    assert (delivery.event, delivery.state) == ("audit_log_event", "blocked")
    assert emulator.deliveries.run() == []
    assert "user.created" in delivery.body
    assert browser.page is not None
    browser.open(browser.page.url)
    assert "blocked" in browser.page.text


@pytest.mark.parametrize(
    ("destination", "url", "headers"),
    [
        ("Datadog", "https://http-intake.logs.datadoghq.eu/api/v2/logs", {"dd-api-key": "dd-key"}),
        ("Splunk", "https://splunk.example.com/services/collector/event", {"authorization": "Splunk hec-token"}),
    ],
)
def test_requests(
    api: Api, open_portal: OpenPortal, acme: Any, emulator: Emulator, destination: str, url: str, headers: Any
) -> None:
    received: list[Request] = []
    emulator.deliveries.mount(url.partition("/services")[0], function=received.append)
    set_up(open_portal("log_streams"), destination)
    record(api, acme)
    (delivery,) = emulator.deliveries.run()
    assert (delivery.url, delivery.state) == (url, "delivered")
    assert received[0].headers["content-type"] == "application/json"
    assert "workos-signature" not in received[0].headers
    for name, value in headers.items():
        assert received[0].headers[name] == value


def test_payloads(api: Api, open_portal: OpenPortal, acme: Any, emulator: Emulator) -> None:
    set_up(open_portal("log_streams"), "Datadog")
    record(api, acme)
    (stored,) = emulator.environment.state.audit.events
    event = {"id": stored.id, **EVENT}
    assert json.loads(next(iter(emulator.deliveries)).body) == [
        {"message": event, "ddsource": "acme", "service": "audit-logs"}
    ]
    (stream,) = emulator.environment.state.audit.streams
    suffix = stored.id[-12:].lower()

    def described(type: str, **values: str) -> tuple[str, Any]:
        stream.type, stream.configuration = type, values
        url, body = log_streams.describe(stream, stored)
        return url, json.loads(body)

    assert described("Splunk", url="https://s.example.com", source="acme") == (
        "https://s.example.com/services/collector/event",
        [{"event": event, "time": 1769846400000, "source": "acme"}],
    )
    assert described("S3", bucket="logs", path="/a/b/") == (
        f"s3://logs/a/b/2026-01-31/2026-01-31T12:00:00.000Z_{suffix}.json",
        event,
    )
    assert described("GoogleCloudStorage", bucket="logs") == (
        f"gs://logs/2026-01-31T12:00:00.000Z_{suffix}.json",
        event,
    )
    assert described("AzureSentinel")[1] == [
        {
            "TimeGenerated": "2026-01-31T08:00:00.000Z",
            "id": stored.id,
            "event_type": "user.created",
            "organization_id": acme["id"],
            "data": event,
        }
    ]
    expected = {"event": event, "keySuffix": suffix, "timestamp": "2026-01-31T12:00:00.000Z"}
    assert described("GenericHttps", url="https://x.example.com") == ("https://x.example.com", [expected])
    assert described("GenericHttps", url="https://x.example.com", format="NDJSON")[1] == expected
    assert log_streams.describe(stream, stored)[1].endswith("}\n")


def test_generic_https(api: Api, open_portal: OpenPortal, acme: Any, emulator: Emulator, clock: Clock) -> None:
    statuses = [503, 401, 200, 200]
    received: list[Request] = []

    def receive(request: Request) -> Response:
        received.append(request)
        return Response(statuses.pop(0))

    emulator.deliveries.mount("http://localhost:9000", function=receive)
    header = {"Authentication_header_name": "X-Token", "Authentication_header_value": "s3cret"}
    browser = set_up(open_portal("log_streams"), "Generic HTTPS", Format="NDJSON", **header)
    record(api, acme)
    states = []
    for _ in range(3):
        emulator.deliveries.run()
        states.append(configuration(api, acme)["log_stream"]["state"])
        clock.advance(3600)
    assert states == ["error", "invalid", "active"]
    assert received[0].headers["content-type"] == "application/x-ndjson"
    assert received[0].headers["x-token"] == "s3cret"
    assert json.loads(received[0].body)["event"]["action"] == "user.created"
    assert configuration(api, acme)["log_stream"]["last_synced_at"] == "2026-01-31T14:00:00.000Z"
    (delivery,) = emulator.deliveries
    assert (delivery.state, len(delivery.attempts)) == ("delivered", 3)
    link = api("POST", "/portal/generate_link", 201, json={"organization": acme["id"], "intent": "log_streams"})["link"]
    browser.open(link).submit("Pause")
    assert configuration(api, acme)["log_stream"]["state"] == "inactive"
    record(api, acme)
    assert len(emulator.deliveries) == 1
    browser.submit("Resume")
    assert configuration(api, acme)["log_stream"]["state"] == "active"
    record(api, acme)
    browser.submit("Delete log stream")
    assert browser.heading == "Choose a destination"
    assert "log_stream" not in configuration(api, acme)
    emulator.deliveries.run()
    assert [each.state for each in emulator.deliveries] == ["delivered", "canceled"]


def test_delivery_over_the_network(api: Api, open_portal: OpenPortal, acme: Any, emulator: Emulator) -> None:
    received: list[Any] = []
    receiver = Emulator()
    receiver.observers.append(lambda entry, _: received.append((entry.request.headers, entry.request.body)))
    with receiver.serve() as url:
        set_up(open_portal("log_streams"), "Generic HTTPS", Endpoint_URL=f"{url}/logs")
        record(api, acme)
        emulator.deliveries.wait_idle()
    ((headers, body),) = received
    assert headers["content-type"] == "application/json"
    assert json.loads(body)[0]["event"]["action"] == "user.created"
    assert configuration(api, acme)["log_stream"]["state"] == "error"  # the receiver knows no such path


@pytest.mark.parametrize(
    ("destination", "changes", "label", "error"),
    [
        ("Datadog", {"API_key": ""}, "API key", "Fill in this field."),
        ("Datadog", {"API_key": "ü"}, "API key", "ASCII"),
        ("Datadog", {"Region": "MARS"}, "Region", "Choose one of US1"),
        ("Splunk", {"Splunk_URL": "http://splunk.example.com"}, "Splunk URL", "https URL"),
        ("AWS S3", {"S3_bucket_name": ""}, "S3 bucket name", "Fill in this field."),
        ("AWS S3", {"S3_bucket_name": "[acme"}, "S3 bucket name", "Enter only letters"),
        ("Google Cloud Storage", {"GCS_bucket_name": "a/b"}, "GCS bucket name", "Enter only letters"),
        ("Snowflake", {"Account_identifier": "acme]"}, "Account identifier", "Enter only letters"),
        ("Splunk", {"Splunk_URL": "https://user:key@splunk.example.com"}, "Splunk URL", "user name"),
        ("Generic HTTPS", {"Endpoint_URL": "https://user@example.com"}, "Endpoint URL", "user name"),
        ("Generic HTTPS", {"Endpoint_URL": ""}, "Endpoint URL", "Fill in this field."),
        ("Generic HTTPS", {"Endpoint_URL": "ftp://localhost"}, "Endpoint URL", "https URL"),
        ("Generic HTTPS", {"Authentication_header_name": "A"}, "Authentication header value", "or neither"),
        ("Generic HTTPS", {"Authentication_header_value": "A"}, "Authentication header name", "or neither"),
        (
            "Generic HTTPS",
            {"Authentication_header_name": "Host", "Authentication_header_value": "x"},
            "Authentication header name",
            "name of a header",
        ),
    ],
)
def test_rejected_configurations(
    api: Api, open_portal: OpenPortal, acme: Any, destination: str, changes: Any, label: str, error: str
) -> None:
    browser = set_up(open_portal("log_streams"), destination, **changes)
    assert browser.page is not None
    assert browser.page.status == 422
    assert error in browser.page.error_of(label)
    assert "log_stream" not in configuration(api, acme)


def test_unknown_destinations_and_stale_pages(api: Api, open_portal: OpenPortal) -> None:
    browser = open_portal("log_streams")
    assert browser.page is not None
    url = browser.page.url
    browser.open(url.replace("/log-streams", "/log-streams/setup") + "&type=none")
    assert browser.heading == "Choose a destination"
    stale = set_up(browser, "Snowflake").page
    browser.submit("Pause")
    browser.submit("Delete log stream")
    browser.page = stale
    assert browser.submit("Delete log stream").heading == "Choose a destination"


def test_seeded_streams(api: Api, open_portal: OpenPortal, acme: Any, emulator: Emulator) -> None:
    received: list[Request] = []
    emulator.deliveries.mount("http://localhost:9000", function=received.append)
    stream = {"type": "GenericHttps", "configuration": {"url": "http://localhost:9000/logs"}}
    emulator.seed.audit_logs(acme["id"], log_stream=stream)
    record(api, acme)
    emulator.deliveries.run()
    assert len(received) == 1
    assert open_portal("log_streams").heading == "Log streams"
    emulator.seed.audit_logs(acme["id"])
    assert "log_stream" not in configuration(api, acme)
    with pytest.raises(ValueError, match="must be one of Datadog, "):
        emulator.seed.audit_logs(acme["id"], log_stream={"type": "none"})


@pytest.mark.parametrize(
    "stream",
    [
        {"type": "S3", "configuration": {"bucket": "[acme"}},
        {"type": "Snowflake", "configuration": {"account": "[acme"}},
        {"type": "GenericHttps", "configuration": {"url": "http://[acme/logs"}},
        {"type": "GenericHttps", "configuration": {"url": "http://localhost:99999999/logs"}},
    ],
)
@pytest.mark.parametrize("remote", [False, True])
def test_malformed_addresses_of_seeded_streams(
    api: Api, acme: Any, emulator: Emulator, stream: Any, remote: bool
) -> None:
    emulator.settings.remote_webhooks_enabled = remote
    emulator.seed.audit_logs(acme["id"], log_stream=stream)
    record(api, acme)
    assert emulator.deliveries.run() == []
    assert [each.state for each in emulator.deliveries] == ["blocked"]


@pytest.mark.parametrize("configuration", [{"bucket": 1}, {"bucket": None}, {1: "acme"}, "acme", ["acme"]])
def test_seeded_configurations_have_strings(acme: Any, emulator: Emulator, configuration: Any) -> None:
    stream = {"type": "S3", "configuration": configuration}
    with pytest.raises(TypeError, match="configuration of log_stream"):
        emulator.seed.audit_logs(acme["id"], log_stream=stream)
    assert len(emulator.environment.state.audit.streams) == 0


def test_streams_are_deleted_with_their_organization(
    api: Api, open_portal: OpenPortal, acme: Any, emulator: Emulator
) -> None:
    set_up(open_portal("log_streams"), "Snowflake")
    api("DELETE", f"/organizations/{acme['id']}")
    assert len(emulator.environment.state.audit.streams) == 0


def test_the_authentication_header_can_be_changed_and_removed(open_portal: OpenPortal, emulator: Emulator) -> None:
    header = {"Authentication_header_name": "X-Token", "Authentication_header_value": "s3cret"}
    browser = set_up(open_portal("log_streams"), "Generic HTTPS", **header)
    (stream,) = emulator.environment.state.audit.streams
    browser.click("Edit the configuration").submit("Save", Authentication_header_name="X-Other")
    assert log_streams.headers(stream) == {"content-type": "application/json", "x-other": "s3cret"}
    browser.click("Edit the configuration").submit("Save", Authentication_header_name="")
    assert log_streams.headers(stream) == {"content-type": "application/json"}
