"""What the resource classes call: from arguments to a request, and on until there is an answer or an error."""

import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve

from workos_async._concurrency.callbacks import maybe_await
from workos_async._concurrency.sleep import sleep
from workos_async._http.request_sender import RequestSender
from workos_async._rate_limiting.permit import RateLimitPermit
from workos_async._rate_limiting.rate_limiter import RateLimiter
from workos_core.config import Config
from workos_core.errors import APIConnectionError, APIError, ConfigurationError
from workos_core.http.headers import merge_headers
from workos_core.http.hooks import Hook, Hooks, RequestInfo, ResponseInfo, RetryInfo, log_response, log_retry
from workos_core.http.operation import RAW_REQUEST, Operation
from workos_core.http.path_encoding import redact_path
from workos_core.http.request_options import RequestOptions, check_options
from workos_core.http.requests import Request, build_raw_request, build_request
from workos_core.http.responses import RawPage, Response, decode, error_for, is_success, parse_page
from workos_core.http.retry_policy import AttemptOutcome, RetryPolicy, delay_before_retry
from workos_core.http.timeouts import check_seconds
from workos_core.http.tracing import CallSpan, Tracing
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_core.rate_limits.scopes import ClientIdentity

if TYPE_CHECKING:
    from workos_async._auth.auth_state import AuthState

T = TypeVar("T")
R = TypeVar("R")


class APIRequestor:
    """Calls endpoints for one client.

    Args:
        config: Where the API is, and as whom to call it.
        policy: When to try again.
        connection: What sends a request.
        headers: Headers of every request.
        hooks: What to call on the way.
        deadline: Seconds for a whole call, retries included; None for no limit.
        limiter: What lets requests wait for their turn; None for nothing.
        tracing: Makes spans; None makes none.
    """

    def __init__(
        self,
        config: Config,
        policy: RetryPolicy,
        connection: RequestSender,
        headers: Mapping[str, str],
        hooks: Hooks,
        deadline: float | None,
        limiter: RateLimiter | None,
        tracing: Tracing | None,
    ) -> None:
        self._config = config
        self._policy = policy
        self._connection = connection
        self._headers = merge_headers(headers)
        self._with_key: dict[str, str] | None = None  # the same and the API key, once that was needed
        self._hooks = hooks
        self._deadline = deadline
        self._limiter = limiter
        self._identity = ClientIdentity.of(config.base_url, config.api_key, config.client_id)
        self._tracing = tracing
        self.auth: AuthState  # set by the client: the layers below resource clients know nothing of sessions

    @property
    def config(self) -> Config:
        """What the client is set up with."""
        return self._config

    @property
    def deadline(self) -> float | None:
        """Seconds for a whole call, unless it says otherwise; None for no limit."""
        return self._deadline

    @property
    def cookie_password(self) -> str | None:
        """What session cookies are sealed with, unless a call says otherwise."""
        return self._config.cookie_password

    def url(self, operation: Operation[Any], path: Mapping[str, str], query: Mapping[str, Any]) -> str:
        """The URL of an endpoint, for a browser to open; nothing is sent."""
        request = build_request(operation, path, query, None)
        return f"{operation.server or self._config.base_url}{request.target}"

    def require_client_id(self, client_id: str | None) -> str:
        """The client id of the call, else of the client."""
        found = client_id or self._config.client_id
        if found is None:
            raise ConfigurationError("this call needs a client id: pass WorkOS(client_id=…) or set WORKOS_CLIENT_ID")
        return found

    def require_api_key(self) -> str:
        """The API key, for endpoints that take it inside the body."""
        if self._config.api_key is None:
            raise ConfigurationError("this call needs an API key: pass WorkOS(api_key=…) or set WORKOS_API_KEY")
        return self._config.api_key

    def api_key_or_not_given(self) -> str | NotGiven:
        """The API key for endpoints that a public client calls without."""
        return self._config.api_key or NOT_GIVEN

    async def call(
        self,
        operation: Operation[T],
        *,
        path: Mapping[str, str] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | None = None,
        access_token: str | None = None,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> T:
        """Call an endpoint and return its decoded answer."""
        request = build_request(operation, path or {}, query or {}, body, idempotency_key)
        return await self._send(request, access_token, options or {}, partial(decode, operation))

    async def fetch(self, operation: Operation[Any], *, path: Mapping[str, str], options: RequestOptions) -> Response:
        """Call an endpoint that takes no body and return its answer as it came."""
        return await self._send(build_request(operation, path, {}, None), None, options, _as_it_came)

    async def request(
        self,
        method: str,
        path: str,
        query: Mapping[str, Any] | None,
        body: Any,
        options: RequestOptions | None,
    ) -> Any:
        """Call an endpoint that the spec does not have; see `WorkOS.request`."""
        operation: Operation[Any] = Operation(RAW_REQUEST, method.upper(), path, returns=Any)
        request = build_raw_request(operation, query or {}, body)
        request.operation = evolve(operation, path=redact_path(path))  # which goes into logs, spans and errors

        def decoded(response: Response) -> Any:
            return decode(operation, response) if response.content else None

        return await self._send(request, None, options or {}, decoded)

    async def fetch_page(
        self,
        operation: Operation[T],
        path: Mapping[str, str],
        query: Mapping[str, Any],
        options: RequestOptions | None,
    ) -> RawPage[T]:
        """Call a list endpoint and return the page as it came."""
        request = build_request(operation, path, query, None)
        return await self._send(request, None, options or {}, partial(parse_page, operation))

    async def _send(
        self, request: Request, access_token: str | None, options: RequestOptions, finish: Callable[[Response], R]
    ) -> R:
        if options:
            check_options(options)
        operation = request.operation
        headers = self._headers_of(request, access_token, options)
        if self._tracing is None:
            return finish(await self._send_with_retries(request, headers, options, None))
        base = operation.server or self._config.base_url
        headers = dict(headers)  # where the tracer writes its own
        with self._tracing.call(operation.name, operation.method, operation.path, base, headers) as span:
            return finish(await self._send_with_retries(request, headers, options, span))

    async def _send_with_retries(
        self, request: Request, headers: Mapping[str, str], options: RequestOptions, span: CallSpan | None
    ) -> Response:
        operation = request.operation
        limits = self._connection.limits(options.get("timeout", NOT_GIVEN))
        base = operation.server or self._config.base_url
        policy = options.get("retry", self._policy)
        idempotent = operation.is_idempotent(policy, options.get("idempotent"))
        if "max_retries" in options:
            policy = evolve(policy, max_retries=options["max_retries"])
        limit = check_seconds("deadline", options.get("deadline", self._deadline))
        ends = None if limit is None else time.monotonic() + limit
        attempt = 0
        while True:
            attempt += 1
            info = RequestInfo(operation.name, operation.method, operation.path, attempt)
            turn = await self._acquire_permit(request, info, ends)
            try:
                await _notify(self._hooks.request, info)
            except BaseException:
                await turn.leave_unsent()
                raise
            started = time.perf_counter()
            error: APIConnectionError | APIError
            try:
                with turn:
                    response = await self._connection.send(
                        operation.method, base, request.target, headers, request.content, limits, _remaining(ends)
                    )
            except APIConnectionError as failure:
                error, outcome = failure, AttemptOutcome(sent=failure.sent, final=failure.final)
            else:
                seconds = time.perf_counter() - started
                answer = ResponseInfo(info, response.status, response.request_id, response.headers, seconds)
                await turn.answered(response.status, response.retry_after)
                log_response(answer)
                if span is not None:
                    span.record_response(answer)
                await _notify(self._hooks.response, answer)
                await _notify(options.get("on_response"), answer)
                if is_success(response):
                    return response if attempt == 1 else evolve(response, attempts=attempt)
                error, outcome = error_for(operation, response), AttemptOutcome(response.status, response.retry_after)
            error.attempts = attempt
            delay = delay_before_retry(policy, attempt, outcome, idempotent=idempotent)
            if delay is None or (ends is not None and time.monotonic() + delay >= ends):
                raise error
            retry = RetryInfo(info, error, delay)
            log_retry(retry)
            if span is not None:
                span.record_retry(retry)
            await _notify(self._hooks.retry, retry)
            await sleep(delay)

    async def _acquire_permit(self, request: Request, info: RequestInfo, ends: float | None) -> RateLimitPermit:
        if self._limiter is None:
            return RateLimitPermit()
        try:
            return await self._limiter.turn(request, self._identity, info, _remaining(ends), self._hooks.rate_limit)
        except APIConnectionError as error:
            error.attempts = info.attempt - 1
            error.sent = info.attempt > 1
            raise

    def _headers_of(self, request: Request, access_token: str | None, options: RequestOptions) -> Mapping[str, str]:
        base, credentials = self._headers, request.operation.credentials
        if credentials == "api_key":
            base = self._with_key = self._with_key or {
                **base,
                **merge_headers({"Authorization": f"Bearer {self.require_api_key()}"}),
            }
        bearer = access_token if credentials == "access_token" else None
        if not request.headers and bearer is None and not options:
            return base
        authorization = {} if bearer is None else {"Authorization": f"Bearer {bearer}"}
        return {**base, **merge_headers(request.headers, authorization, options.get("headers", {}))}


def _as_it_came(response: Response) -> Response:
    return response


def _remaining(ends: float | None) -> float | None:
    return None if ends is None else max(0.0, ends - time.monotonic())


async def _notify(hook: Hook | None, info: object) -> None:
    """Call a hook, if there is one."""
    if hook is not None:
        await maybe_await(hook(info))
