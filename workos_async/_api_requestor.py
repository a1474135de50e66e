"""What resource clients call: builds a request, sends it with retries and rate limits, and decodes the response."""

import time
from collections.abc import Callable, Mapping
from copy import copy
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve

from workos_async._concurrency.call_deadline import Deadline, call_deadline
from workos_async._concurrency.callbacks import maybe_await
from workos_async._concurrency.sleep import sleep
from workos_async._http.request_sender import RequestSender
from workos_async._rate_limiting.permit import RateLimitPermit, is_unsent
from workos_async._rate_limiting.rate_limiter import RateLimiter
from workos_core.config import Config
from workos_core.errors import APIConnectionError, APIError, APITimeoutError, ConfigurationError
from workos_core.http.headers import merge_headers
from workos_core.http.hooks import Hook, Hooks, RequestInfo, ResponseInfo, RetryInfo, log_response, log_retry
from workos_core.http.operation import RAW_REQUEST, Operation
from workos_core.http.path_encoding import redact_path
from workos_core.http.request_options import RequestOptions, check_options, merge_options
from workos_core.http.requests import Request, build_raw_request, build_request
from workos_core.http.response_recording import recorded_responses
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
    """Calls the endpoints of the API for one client.

    Args:
        config: The base URL and the credentials.
        policy: The retry policy.
        sender: Sends a request.
        headers: Headers of every request.
        hooks: The hooks of the client.
        deadline: Seconds for a whole call including retries; None for no limit.
        limiter: The rate limiter, or None.
        tracing: Creates spans; None for no spans.
    """

    def __init__(
        self,
        config: Config,
        policy: RetryPolicy,
        sender: RequestSender,
        headers: Mapping[str, str],
        hooks: Hooks,
        deadline: float | None,
        limiter: RateLimiter | None,
        tracing: Tracing | None,
    ) -> None:
        self._config = config
        self._policy = policy
        self._sender = sender
        self._headers = merge_headers(headers)
        self._headers_with_key: dict[str, str] | None = None  # set on first use
        self._hooks = hooks
        self._deadline = deadline
        self._limiter = limiter
        self._identity = ClientIdentity.of(config.base_url, config.api_key, config.client_id)
        self._tracing = tracing
        self._options: RequestOptions = {}
        self.auth: AuthState  # set by the client: the layers below resource clients do not import sessions

    def with_options(self, options: RequestOptions) -> "APIRequestor":
        """Return a requestor with other default options, which shares everything else."""
        check_options(options)
        copied = copy(self)
        copied._options = merge_options(self._options, options)
        copied._deadline = options.get("deadline", self._deadline)
        return copied

    @property
    def config(self) -> Config:
        """The configuration of the client."""
        return self._config

    @property
    def deadline(self) -> float | None:
        """The default deadline of a call in seconds; None for no limit."""
        return self._deadline

    def start_deadline(self) -> Deadline | None:
        """Return the default deadline of a call that starts now and consists of more than one request; None for no limit."""
        seconds = check_seconds("deadline", self._deadline)
        return None if seconds is None else Deadline.start(seconds)

    @property
    def cookie_password(self) -> str | None:
        """The default password that session cookies are sealed with."""
        return self._config.cookie_password

    def url(self, operation: Operation[Any], path: Mapping[str, str], query: Mapping[str, Any]) -> str:
        """Return the URL of an endpoint for a browser to open. Sends no request."""
        request = build_request(operation, path, query, None)
        return f"{operation.base_url(self._config.base_url)}{request.target}"

    def require_client_id(self, client_id: str | None) -> str:
        """Return the client ID of the call, else that of the client.

        Raises:
            ConfigurationError: Neither has one.
        """
        client_id = client_id or self._config.client_id
        if client_id is None:
            raise ConfigurationError("this call requires a client ID: pass WorkOS(client_id=…) or set WORKOS_CLIENT_ID")
        return client_id

    def require_api_key(self) -> str:
        """Return the API key, or raise ConfigurationError if there is none."""
        if self._config.api_key is None:
            raise ConfigurationError("this call requires an API key: pass WorkOS(api_key=…) or set WORKOS_API_KEY")
        return self._config.api_key

    def api_key_or_not_given(self) -> str | NotGiven:
        """Return the API key for endpoints where public clients omit it."""
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
        """Call an endpoint and return the decoded response."""
        request = build_request(operation, path or {}, query or {}, body, idempotency_key)
        requested_id = (path or {}).get(operation.returns_requested_id)
        decoder = partial(decode, operation, requested_id=requested_id)
        return await self._send(request, access_token, options or {}, decoder)

    async def fetch(self, operation: Operation[Any], *, path: Mapping[str, str], options: RequestOptions) -> Response:
        """Call an endpoint that takes no body and return the undecoded response."""
        return await self._send(build_request(operation, path, {}, None), None, options, lambda response: response)

    async def request(
        self,
        method: str,
        path: str,
        query: Mapping[str, Any] | None,
        body: Any,
        idempotency_key: str | None,
        options: RequestOptions | None,
    ) -> Any:
        """Call an endpoint that the spec does not contain; see `WorkOS.request`."""
        operation: Operation[Any] = Operation(RAW_REQUEST, method.upper(), path, returns=Any)
        request = build_raw_request(operation, query or {}, body, idempotency_key)
        request.operation = evolve(operation, path=redact_path(path))  # for logs, spans and errors

        def decode_json(response: Response) -> Any:
            return decode(operation, response) if response.content else None

        return await self._send(request, None, options or {}, decode_json)

    async def fetch_page(
        self,
        operation: Operation[T],
        path: Mapping[str, str],
        query: Mapping[str, Any],
        options: RequestOptions | None,
    ) -> RawPage[T]:
        """Call a list endpoint and return the page with undecoded items."""
        request = build_request(operation, path, query, None)
        return await self._send(request, None, options or {}, partial(parse_page, operation))

    async def _send(
        self, request: Request, access_token: str | None, options: RequestOptions, decoder: Callable[[Response], R]
    ) -> R:
        if options:
            check_options(options)
        if self._options:
            options = merge_options(self._options, options)
        operation = request.operation
        headers = self._headers_of(request, access_token, options)
        if self._tracing is None:
            return decoder(await self._send_with_retries(request, headers, options, None))
        base_url = operation.base_url(self._config.base_url)
        headers = dict(headers)  # the tracer adds its own
        with self._tracing.call(operation.name, operation.method, operation.path, base_url, headers) as span:
            return decoder(await self._send_with_retries(request, headers, options, span))

    async def _send_with_retries(
        self, request: Request, headers: Mapping[str, str], options: RequestOptions, span: CallSpan | None
    ) -> Response:
        operation = request.operation
        base_url = operation.base_url(self._config.base_url)
        timeouts = self._sender.timeouts(options.get("timeout", NOT_GIVEN))
        policy = options.get("retry", self._policy)
        is_idempotent = operation.is_idempotent(policy, options.get("idempotent"))
        if "max_retries" in options:
            policy = evolve(policy, max_retries=options["max_retries"])
        deadline = self._start_deadline(options)
        attempt, was_sent, waited = 0, False, 0.0
        while True:
            attempt += 1
            info = RequestInfo(operation.name, operation.method, operation.path, attempt)
            permit = await self._acquire_permit(request, info, deadline, was_sent, options, waited)
            try:
                await _call_hook(self._hooks.request, info)
                if deadline is not None and not deadline.remaining:
                    raise _unsent_error(deadline, attempt - 1, was_sent)
            except BaseException:
                await _cancel(permit, deadline)
                raise
            started = time.perf_counter()
            error: APIConnectionError | APIError
            try:
                with permit:
                    response = await self._sender.send(request, base_url, headers, timeouts, _remaining(deadline))
            except ConfigurationError:  # such as that of a closed client
                await _cancel(permit, deadline)
                raise
            except APIConnectionError as failure:
                if is_unsent(failure):
                    await _cancel(permit, deadline)
                error, outcome = failure, AttemptOutcome(sent=failure.sent, final=failure.final)
                error.sent = was_sent = was_sent or failure.sent
                if isinstance(failure, APITimeoutError) and deadline is not None and deadline.remaining < _TIMER_ERROR:
                    error.args = (f"the deadline of {deadline.seconds:g} s passed: {failure.args[0]}",)
            else:
                was_sent = True
                seconds = time.perf_counter() - started
                response_info = ResponseInfo(info, response.status, response.request_id, response.headers, seconds)
                with call_deadline(deadline):
                    await permit.record_response(response.status, response.retry_after)
                log_response(response_info)
                if span is not None:
                    span.record_response(response_info)
                await _call_hook(self._hooks.response, response_info)
                await _call_hook(options.get("on_response"), response_info)
                if is_success(response):
                    recorded = recorded_responses.get()
                    if recorded is not None:
                        recorded.append(response_info)
                    return response if attempt == 1 else evolve(response, attempts=attempt)
                error, outcome = error_for(operation, response), AttemptOutcome(response.status, response.retry_after)
            error.attempts = attempt
            delay = delay_before_retry(policy, attempt, outcome, idempotent=is_idempotent)
            if delay is None or (deadline is not None and delay >= deadline.remaining):
                raise error
            waited = permit.waited
            if outcome.status == 429:
                waited += delay
                if waited > permit.max_wait:
                    raise error
            retry_info = RetryInfo(info, error, delay)
            log_retry(retry_info)
            if span is not None:
                span.record_retry(retry_info)
            await _call_hook(self._hooks.retry, retry_info)
            await sleep(delay)

    def _start_deadline(self, options: RequestOptions) -> Deadline | None:
        deadline: object = options.get("deadline", self._deadline)
        if isinstance(deadline, Deadline):  # of a call of the SDK that consists of more than this request
            return deadline
        seconds = check_seconds("deadline", deadline)
        return None if seconds is None else Deadline.start(seconds)

    async def _acquire_permit(
        self,
        request: Request,
        info: RequestInfo,
        deadline: Deadline | None,
        was_sent: bool,
        options: RequestOptions,
        waited: float,
    ) -> RateLimitPermit:
        if self._limiter is None:
            return RateLimitPermit()
        remaining = _remaining(deadline)
        try:
            priority = options.get("priority", "interactive")
            with call_deadline(deadline):
                return await self._limiter.acquire(
                    request, self._identity, info, remaining, self._hooks.rate_limit, priority, waited
                )
        except APIConnectionError as error:
            error.attempts = info.attempt - 1
            error.sent = was_sent
            if deadline is not None:
                error.args = (f"{error.args[0]} (deadline of {deadline.seconds:g} s)",)
            raise

    def _headers_of(self, request: Request, access_token: str | None, options: RequestOptions) -> Mapping[str, str]:
        headers, credentials = self._headers, request.operation.credentials
        if credentials == "api_key":
            headers = self._headers_with_key = self._headers_with_key or {
                **headers,
                **merge_headers({"Authorization": f"Bearer {self.require_api_key()}"}),
            }
        bearer_token = access_token if credentials == "access_token" else None
        if not request.headers and bearer_token is None and not options:
            return headers
        authorization = {} if bearer_token is None else {"Authorization": f"Bearer {bearer_token}"}
        return {**headers, **merge_headers(request.headers, authorization, options.get("headers", {}))}


def _remaining(deadline: Deadline | None) -> float | None:
    return None if deadline is None else deadline.remaining


async def _cancel(permit: RateLimitPermit, deadline: Deadline | None) -> None:
    with call_deadline(deadline):
        await permit.cancel_unsent()


def _unsent_error(deadline: Deadline, attempts: int, was_sent: bool) -> APITimeoutError:
    again = " again" if attempts else ""
    error = APITimeoutError(
        f"the deadline of {deadline.seconds:g} s passed before the request was sent{again}", sent=was_sent, final=True
    )
    error.attempts = attempts
    return error


_TIMER_ERROR = 0.01
"""Seconds by which timers may end early."""


async def _call_hook(hook: Hook | None, info: object) -> None:
    if hook is not None:
        await maybe_await(hook(info))
