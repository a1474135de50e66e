# Generated from tests/async_/test_tracing.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""OpenTelemetry spans."""

import sys
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from workos_emulator import Emulator
from workos_sync import (
    APIConnectionError,
    ConfigurationError,
    DecodeError,
    Hooks,
    NotFoundError,
    RetryPolicy,
    Tracing,
    WorkOS,
)

Against = Callable[..., WorkOS]
QUICK = RetryPolicy(initial_delay=0, max_delay=0)


@pytest.fixture
def exporter() -> InMemorySpanExporter:
    return InMemorySpanExporter()


@pytest.fixture
def provider(exporter: InMemorySpanExporter) -> TracerProvider:
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    return provider


def attributes(span: ReadableSpan) -> dict[str, Any]:
    return dict(span.attributes or {})


def test_call_has_one_span(emulator: Emulator, provider: TracerProvider, exporter: InMemorySpanExporter) -> None:
    settings: dict[str, Any] = {"transport": emulator.transport, "tracing": Tracing(provider)}
    with WorkOS(emulator.api_key, base_url="http://localhost:4100", **settings) as workos:
        workos.organizations.list_organizations(domains=["secret.example.com"]).page()
    (span,) = exporter.get_finished_spans()
    assert (span.name, span.kind) == ("GET /organizations", trace.SpanKind.CLIENT)
    assert attributes(span) == {
        "http.request.method": "GET",
        "url.template": "/organizations",
        "server.address": "localhost",
        "server.port": 4100,
        "workos.operation": "organizations.list_organizations",
        "http.response.status_code": 200,
        "workos.request_id": next(iter(emulator.requests)).id,
    }
    assert span.status.status_code is trace.StatusCode.UNSET
    assert span.events == ()
    assert span.instrumentation_scope is not None
    assert span.instrumentation_scope.name == "workos"


def test_retries_are_events(against: Against, provider: TracerProvider, exporter: InMemorySpanExporter) -> None:
    outcomes = [httpx.Response(503), httpx.ReadError("sk_secret"), httpx.Response(200, json={"id": "org_1"})]

    def handler(_: httpx.Request) -> httpx.Response:
        outcome = outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    with against(handler, tracing=Tracing(provider), retry=QUICK) as workos:
        workos.organizations.get_organization("org_1")
    (span,) = exporter.get_finished_spans()
    assert span.name == "GET /organizations/{organization_id}"
    assert attributes(span)["server.port"] == 443
    assert attributes(span)["http.request.resend_count"] == 2
    assert attributes(span)["http.response.status_code"] == 200
    assert [(event.name, dict(event.attributes or {})) for event in span.events] == [
        ("retry", {"workos.attempt": 1, "workos.delay": 0.0, "error.type": "503"}),
        ("retry", {"workos.attempt": 2, "workos.delay": 0.0, "error.type": "APIConnectionError"}),
    ]
    assert span.status.status_code is trace.StatusCode.UNSET


@pytest.mark.parametrize(
    ("outcome", "raised", "error_type"),
    [
        (httpx.Response(404, json={"message": "no"}), NotFoundError, "404"),
        (httpx.Response(200, content=b"[]"), DecodeError, "DecodeError"),
        (httpx.ReadError("broken"), APIConnectionError, "APIConnectionError"),
    ],
)
def test_failed_call(
    against: Against,
    provider: TracerProvider,
    exporter: InMemorySpanExporter,
    outcome: httpx.Response | Exception,
    raised: type[Exception],
    error_type: str,
) -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    with against(handler, tracing=Tracing(provider), max_retries=0) as workos:
        with pytest.raises(raised):
            workos.organizations.get_organization("org_1")
    (span,) = exporter.get_finished_spans()
    assert attributes(span)["error.type"] == error_type
    assert span.status.status_code is trace.StatusCode.ERROR
    assert span.status.description is None
    assert span.events == ()


def test_span_is_current_in_hooks(emulator: Emulator, provider: TracerProvider, exporter: InMemorySpanExporter) -> None:
    seen: list[str] = []

    def record(_: object) -> None:
        seen.append(trace.get_current_span().name)  # type: ignore[attr-defined]

    settings: dict[str, Any] = {"transport": emulator.transport, "hooks": Hooks(request=record, response=record)}
    with WorkOS(emulator.api_key, tracing=Tracing(provider), **settings) as workos:
        with provider.get_tracer("app").start_as_current_span("signing in"):
            workos.organizations.list_organizations().page()
    call, outer = exporter.get_finished_spans()
    assert seen == ["GET /organizations"] * 2
    assert call.parent is not None
    assert outer.context is not None
    assert call.parent.span_id == outer.context.span_id
    assert trace.get_current_span() is trace.INVALID_SPAN


@pytest.mark.parametrize("propagate", [True, False])
def test_trace_context_is_propagated_only_on_request(
    against: Against, provider: TracerProvider, exporter: InMemorySpanExporter, propagate: bool
) -> None:
    requests: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(200, json={"id": "org_1"})

    with against(handler, tracing=Tracing(provider, propagate=propagate)) as workos:
        workos.organizations.get_organization("org_1")
    (span,) = exporter.get_finished_spans()
    assert span.context is not None
    expected = (
        f"00-{span.context.trace_id:032x}-{span.context.span_id:016x}-{span.context.trace_flags:02x}"
        if propagate
        else None
    )
    assert requests[0].headers.get("traceparent") == expected


def test_span_of_a_raw_request_contains_no_id(
    emulator: Emulator, provider: TracerProvider, exporter: InMemorySpanExporter
) -> None:
    with WorkOS(emulator.api_key, transport=emulator.transport, tracing=Tracing(provider)) as workos:
        with pytest.raises(NotFoundError):
            workos.request("GET", "/user_management/users/user_01E4ZCR3C56J083X43JQXF3JK5")
    (span,) = exporter.get_finished_spans()
    assert span.name == "GET /user_management/users/{}"


def test_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry", None)
    with pytest.raises(ConfigurationError, match=r"pip install 'workos-async\[otel\]'"):
        Tracing()
