"""Spans of OpenTelemetry, one for each call. Needs the extra `otel`; without a `Tracing`, OpenTelemetry is not even imported."""

from collections.abc import Generator, MutableMapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from workos_core.errors import APIError, ConfigurationError
from workos_core.http.hooks import ResponseInfo, RetryInfo
from workos_core.version import VERSION

if TYPE_CHECKING:
    from opentelemetry.trace import Span, TracerProvider


class Tracing:
    """Makes a span for each call, as the semantic conventions for HTTP clients say; a retry is an event of it.

    The span is named after method and path template (`GET /organizations/{organization_id}`), is of the kind CLIENT, is the
    current one while the call lasts, and has `http.request.method`, `url.template`, `server.address`, `server.port`, `workos.operation`,
    and, as the call goes on, `http.response.status_code`, `http.request.resend_count`, `workos.request_id` and `error.type`. It has no URL, no query, no
    header, no body and no text of an exception, for these may hold ids, addresses and tokens.

    Args:
        tracer_provider: Where spans go; None takes the global one.
        propagate: Whether the API gets the headers (`traceparent` and so on) that continue the trace there. WorkOS does not need them.

    Raises:
        ConfigurationError: The extra `otel` is not installed.
    """

    def __init__(self, tracer_provider: "TracerProvider | None" = None, *, propagate: bool = False) -> None:
        try:
            from opentelemetry import propagate as propagation
            from opentelemetry import trace
        except ImportError:
            raise ConfigurationError("Tracing needs OpenTelemetry: pip install 'workos-async[otel]'") from None
        self._trace = trace
        self._propagation = propagation
        self._tracer = trace.get_tracer("workos", VERSION, tracer_provider)
        self._propagate = propagate

    def __repr__(self) -> str:
        return f"Tracing(propagate={self._propagate})"

    @contextmanager
    def call(
        self, operation: str, method: str, template: str, base: str, headers: MutableMapping[str, str]
    ) -> "Generator[CallSpan]":
        """The span of a call.

        Args:
            operation: The method of the client.
            method: The HTTP method.
            template: The path with the names of its arguments.
            base: Scheme and host.
            headers: Of the request; the trace is written into them where that was asked for.
        """
        url = urlsplit(base)
        attributes: dict[str, Any] = {
            "http.request.method": method,
            "url.template": template,
            "server.address": url.hostname or "",
            "server.port": url.port or (443 if url.scheme == "https" else 80),
            "workos.operation": operation,
        }
        name = f"{method} {template}"
        with self._tracer.start_as_current_span(
            name,
            kind=self._trace.SpanKind.CLIENT,
            attributes=attributes,
            record_exception=False,
            set_status_on_exception=False,
        ) as span:
            if self._propagate:
                self._propagation.inject(headers)
            try:
                yield CallSpan(span)
            except BaseException as error:
                status = str(error.status) if isinstance(error, APIError) else type(error).__qualname__
                span.set_attribute("error.type", status)
                span.set_status(self._trace.Status(self._trace.StatusCode.ERROR))
                raise


class CallSpan:
    """What is noted on the span of a call while it goes on."""

    def __init__(self, span: "Span") -> None:
        self._span = span

    def answer(self, info: ResponseInfo) -> None:
        """An answer arrived."""
        self._span.set_attribute("http.response.status_code", info.status)
        if info.request_id is not None:
            self._span.set_attribute("workos.request_id", info.request_id)

    def retry(self, info: RetryInfo) -> None:
        """An attempt failed and will be followed by another."""
        self._span.set_attribute("http.request.resend_count", info.request.attempt)
        attributes: dict[str, Any] = {
            "workos.attempt": info.request.attempt,
            "workos.delay": info.delay,
            "error.type": str(info.error.status) if isinstance(info.error, APIError) else type(info.error).__qualname__,
        }
        self._span.add_event("retry", attributes)
