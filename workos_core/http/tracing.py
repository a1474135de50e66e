"""OpenTelemetry spans, one per call. Requires the extra `otel`; OpenTelemetry is imported only if you create a `Tracing`."""

from collections.abc import Generator, MutableMapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from workos_core.errors import APIError, ConfigurationError
from workos_core.http.hooks import ResponseInfo, RetryInfo
from workos_core.version import VERSION

if TYPE_CHECKING:
    from opentelemetry.trace import Span, TracerProvider
else:
    Span = TracerProvider = Any  # so that type hints can be resolved without OpenTelemetry


class Tracing:
    """Traces each call as a span, following the OpenTelemetry semantic conventions for HTTP clients. A retry is an event of the span.

    The span is named after the method and the path template (`GET /organizations/{organization_id}`), has the kind CLIENT, and is the
    current span during the call. Its attributes are `http.request.method`, `url.template`, `server.address`, `server.port` and
    `workos.operation`, and, once known, `http.response.status_code`, `http.request.resend_count`, `workos.request_id` and `error.type`. URLs, queries,
    headers, bodies and exception messages are not recorded, because they may contain IDs, email addresses and tokens.

    Args:
        tracer_provider: The provider that creates the spans; None uses the global one.
        propagate: Whether to send the trace context (`traceparent` and so on) to the API. WorkOS does not need it.

    Raises:
        ConfigurationError: The extra `otel` is not installed.
    """

    def __init__(self, tracer_provider: "TracerProvider | None" = None, *, propagate: bool = False) -> None:
        try:
            from opentelemetry import propagate as propagation
            from opentelemetry import trace
        except ImportError:
            raise ConfigurationError("Tracing requires OpenTelemetry; run pip install 'workos-async[otel]'") from None
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
        """Start the span of a call, and end it when the context exits.

        Args:
            operation: The name of the operation, such as `organizations.get_organization`.
            method: The HTTP method.
            template: The path template.
            base: The base URL.
            headers: The headers of the request; if `propagate` is set, the trace context is added to them.
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
    """The span of a call, which records responses and retries."""

    def __init__(self, span: "Span") -> None:
        self._span = span

    def record_response(self, info: ResponseInfo) -> None:
        """Record the status and the request ID of a response."""
        self._span.set_attribute("http.response.status_code", info.status)
        if info.request_id is not None:
            self._span.set_attribute("workos.request_id", info.request_id)

    def record_retry(self, info: RetryInfo) -> None:
        """Record a failed attempt that is going to be retried."""
        self._span.set_attribute("http.request.resend_count", info.request.attempt)
        attributes: dict[str, Any] = {
            "workos.attempt": info.request.attempt,
            "workos.delay": info.delay,
            "error.type": str(info.error.status) if isinstance(info.error, APIError) else type(info.error).__qualname__,
        }
        self._span.add_event("retry", attributes)
