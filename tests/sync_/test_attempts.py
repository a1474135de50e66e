# Generated from tests/async_/test_attempts.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The attempts of a call: its permits, hooks, spans, headers, deadline and errors."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest

from tests.support.deadlines import remaining_deadline
from workos_core.rate_limits.scopes import ClientIdentity
from workos_sync import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    ConfigurationError,
    DecodeError,
    Hooks,
    InvalidArgumentTypeError,
    RateLimitExceededError,
    RetryPolicy,
    WorkOS,
)
from workos_sync._concurrency.call_deadline import Deadline, remaining_call_time

USER = {"object": "user", "id": "user_1", "email": "ada@example.com"}
NO_WAIT = RetryPolicy(max_retries=2, initial_delay=0, max_delay=0)


class Permit:
    """A permit of a limiter that records what is reported to it."""

    def __init__(self, limiter: "Limiter") -> None:
        self.limiter = limiter
        self.waited, self.max_wait = limiter.waits.pop(0) if limiter.waits else 0.0, limiter.max_wait

    def __enter__(self) -> None:
        self.limiter.events.append("sending")

    def __exit__(self, kind: Any, *_: Any) -> None:
        self.limiter.events.append("sent" if kind is None else kind.__name__)

    def cancel_unsent(self) -> None:
        self.limiter.events.append(("canceled", remaining_call_time()))

    def record_response(self, status: int, retry_after: float | None) -> None:
        self.limiter.events.append((status, retry_after, remaining_call_time()))


class Limiter:
    """A rate limiter that admits every request, or raises an error, and records the arguments."""

    def __init__(self, error: Exception | None = None, *, after: int = 0) -> None:
        self.error = error
        self.after = after
        self.events: list[Any] = []
        self.arguments: list[tuple[Any, ...]] = []
        self.call_times: list[float | None] = []
        self.waits: list[float] = []  # what each permit says about the call, in seconds
        self.max_wait = 3600.0
        self.waited: list[float] = []  # before each attempt

    def acquire(
        self, request: Any, identity: Any, info: Any, remaining: Any, hook: Any, priority: Any, waited: float
    ) -> Permit:
        self.waited.append(waited)
        self.call_times.append(remaining_call_time())
        self.arguments.append((request.target, identity, info, remaining, hook, priority))
        if self.error is not None and len(self.arguments) > self.after:
            raise self.error
        return Permit(self)

    def close(self) -> None:
        pass


class API:
    """An API that responds with one response after another, and records the requests. An exception is raised."""

    def __init__(self, *responses: Any) -> None:
        self.responses = list(responses) or [USER]
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        response = self.responses.pop(0) if len(self.responses) > 1 else self.responses[0]
        if isinstance(response, Exception):
            raise response
        return response if isinstance(response, httpx.Response) else httpx.Response(200, json=response)


def client(api: API, limiter: Any = None, **settings: Any) -> WorkOS:
    workos = WorkOS(
        "sk_1",
        client_id="client_1",
        transport=httpx.MockTransport(api),
        **{"rate_limiter": None, "retry": NO_WAIT, **settings},
    )
    workos._requestor._limiter = limiter
    return workos


def test_permit_of_an_attempt() -> None:
    limiter, hook = Limiter(), lambda _: None
    api = API(httpx.Response(503, headers={"Retry-After": "0"}), USER)
    with client(api, limiter, hooks=Hooks(rate_limit=hook)) as workos:
        workos.user_management.get_user("user_1")
        workos.user_management.get_user("user_1", options={"priority": "background"})
    identity = ClientIdentity.of("https://api.workos.com", "sk_1", "client_1")
    assert [arguments[:2] + arguments[3:] for arguments in limiter.arguments] == [
        ("/user_management/users/user_1", identity, None, hook, "interactive"),
        ("/user_management/users/user_1", identity, None, hook, "interactive"),
        ("/user_management/users/user_1", identity, None, hook, "background"),
    ]
    infos = [arguments[2] for arguments in limiter.arguments]
    assert [(info.operation, info.method, info.path, info.attempt) for info in infos] == [
        ("user_management.get_user", "GET", "/user_management/users/{user_id}", attempt) for attempt in (1, 2, 1)
    ]
    assert limiter.events == [
        "sending",
        "sent",
        (503, 0.0, None),
        *(["sending", "sent", (200, None, None)] * 2),
    ]
    assert limiter.call_times == [None, None, None]


def test_deadline_of_the_steps_of_an_attempt() -> None:
    limiter = Limiter()
    deadline = remaining_deadline(Deadline, 5.0)
    with client(API(), limiter) as workos:
        options: Any = {"deadline": deadline}
        workos.user_management.get_user("user_1", options=options)
    assert limiter.call_times == [5.0]
    assert limiter.arguments[0][3] == 5.0
    assert limiter.events[-1] == (200, None, 5.0)


@pytest.mark.parametrize("setting", ["client", "call", "copy"])
def test_where_the_deadline_is_set(setting: str) -> None:
    limiter = Limiter()
    with client(API(), limiter, deadline=7 if setting == "client" else 60) as workos:
        used = workos.with_options(deadline=7) if setting == "copy" else workos
        used.user_management.get_user("user_1", options={"deadline": 7} if setting == "call" else {})
        started = used._requestor.start_deadline()
        assert started is not None
        assert started.seconds == (60 if setting == "call" else 7)
        copy = used.with_options(max_retries=0)
        assert copy._requestor.deadline == used._requestor.deadline
    assert limiter.call_times[0] is not None
    assert 6 < limiter.call_times[0] <= 7


def test_no_deadline() -> None:
    limiter = Limiter()
    with client(API(), limiter, deadline=7) as workos:
        workos.with_options(deadline=None).user_management.get_user("user_1")
        workos.user_management.get_user("user_1", options={"deadline": None})
        workos.user_management.get_user("user_1", options={"deadline": float("inf")})
        assert workos.with_options(deadline=None)._requestor.start_deadline() is None
        wrong: Any = {"deadline": "7"}
        with pytest.raises(InvalidArgumentTypeError, match=r"^deadline must be a number of seconds or None, not str"):
            workos.user_management.get_user("user_1", options=wrong)
        with pytest.raises(InvalidArgumentTypeError, match=r"^deadline must be a number of seconds or None, not str"):
            workos.with_options(**wrong)._requestor.start_deadline()
    assert limiter.call_times == [None] * 3


@pytest.mark.parametrize(("failures", "again"), [(0, ""), (1, " again")])
def test_deadline_passes_in_a_hook(failures: int, again: str) -> None:
    limiter, api = Limiter(), API(httpx.Response(503), USER)
    remaining = [5.0]
    deadline = type("Settable", (Deadline,), {"remaining": property(lambda _: remaining[0])})(9, 0)
    attempts: list[int] = []

    def hook(info: Any) -> None:
        attempts.append(info.attempt)
        if info.attempt > failures:
            remaining[0] = 0.0

    options: Any = {"deadline": deadline}
    with client(api, limiter, hooks=Hooks(request=hook)) as workos:
        with pytest.raises(APITimeoutError) as caught:
            workos.user_management.get_user("user_1", options=options)
    assert caught.value.args == (f"the deadline of 9 s passed before the request was sent{again}",)
    assert (caught.value.sent, caught.value.attempts, caught.value.final) == (failures > 0, failures, True)
    assert attempts == list(range(1, failures + 2))
    assert len(api.requests) == failures
    assert limiter.events[-1] == ("canceled", 0.0)


def test_permit_is_canceled_if_a_hook_fails() -> None:
    def fail(_: Any) -> None:
        raise OSError("hook")

    limiter, api = Limiter(), API()
    with client(api, limiter, hooks=Hooks(request=fail)) as workos:
        with pytest.raises(OSError, match="hook"):
            workos.user_management.get_user("user_1")
    assert limiter.events == [("canceled", None)]
    assert not api.requests


@pytest.mark.parametrize("deadline", [None, 7])
@pytest.mark.parametrize("after", [0, 1])
def test_error_of_the_limiter(deadline: float | None, after: int) -> None:
    limiter = Limiter(APIConnectionError("too long", sent=False), after=after)
    api = API(httpx.Response(503), USER)
    with client(api, limiter, deadline=deadline) as workos:
        with pytest.raises(APIConnectionError) as caught:
            workos.user_management.get_user("user_1")
    assert caught.value.args == ("too long" if deadline is None else "too long (deadline of 7 s)",)
    assert (caught.value.attempts, caught.value.sent) == (after, after == 1)


class Sender:
    """Replaces the sending of requests, and records the time that is left."""

    def __init__(self, workos: WorkOS, *failures: APIConnectionError) -> None:
        self._sender = workos._requestor._sender
        self.failures = list(failures)
        self.remaining: list[float | None] = []

    def timeouts(self, timeout: object) -> Any:
        return self._sender.timeouts(timeout)

    def send(self, request: Any, base_url: str, headers: Any, timeouts: Any, remaining: float | None) -> Any:
        self.remaining.append(remaining)
        if self.failures:
            raise self.failures.pop(0)
        return self._sender.send(request, base_url, headers, timeouts, remaining)

    def close(self) -> None:
        self._sender.close()


def fail(workos: WorkOS, *failures: APIConnectionError) -> Sender:
    sender: Any = Sender(workos, *failures)
    workos._requestor._sender = sender
    return sender  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("sent", "final", "method", "attempts"),
    [
        ([False], [False], "post", 2),
        ([True], [False], "post", 1),
        ([True], [False], "get", 2),
        ([False], [True], "get", 1),
        ([False, True], [False, False], "post", 2),
        ([True, False, False], [False] * 3, "get", 3),
    ],
)
def test_failures_that_are_retried(sent: list[bool], final: list[bool], method: str, attempts: int) -> None:
    failures = [
        APIConnectionError(f"failure {number}", sent=was_sent, final=is_final)
        for number, (was_sent, is_final) in enumerate(zip(sent, final, strict=True))
    ]
    limiter = Limiter()
    with client(API(), limiter) as workos:
        sender = fail(workos, *failures)
        users = workos.user_management
        call: Callable[[], Any] = (
            (lambda: users.get_user("user_1")) if method == "get" else (lambda: users.create_magic_auth(email="a@b.c"))
        )
        if len(failures) == attempts:
            with pytest.raises(APIConnectionError) as caught:
                call()
            assert caught.value.attempts == attempts
            assert caught.value.sent is any(sent[:attempts])
            assert caught.value.args == (f"failure {attempts - 1}",)
        else:
            assert call()
    assert sender.remaining == [None] * attempts
    expected: list[Any] = []
    for was_sent in sent[:attempts]:
        expected += ["sending", "APIConnectionError", *([] if was_sent else [("canceled", None)])]
    assert limiter.events[: len(expected)] == expected


def test_unsent_request_is_canceled_within_the_deadline() -> None:
    limiter = Limiter()
    options: Any = {"deadline": remaining_deadline(Deadline, 5.0), "max_retries": 0}
    with client(API(), limiter) as workos:
        fail(workos, APIConnectionError("refused", sent=False))
        with pytest.raises(APIConnectionError):
            workos.user_management.get_user("user_1", options=options)
    assert limiter.events[-1] == ("canceled", 5.0)


def test_request_of_a_closed_client_does_not_count() -> None:
    limiter = Limiter()
    workos = client(API(), limiter)
    workos.close()
    options: Any = {"deadline": remaining_deadline(Deadline, 5.0)}
    with pytest.raises(ConfigurationError):
        workos.user_management.get_user("user_1", options=options)
    assert limiter.events == ["sending", "ConfigurationError", ("canceled", 5.0)]


def test_time_that_a_call_has_waited_for_rate_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_wait(_: float) -> None: ...

    monkeypatch.setattr("workos_sync._api_requestor.sleep", no_wait)
    rejected, down = (httpx.Response(status, headers={"Retry-After": "3"}) for status in (429, 503))
    limiter = Limiter()
    limiter.waits = [1.0, 5.0, 6.0]
    with client(API(rejected, down, USER), limiter) as workos:
        workos.user_management.get_user("user_1")
    assert limiter.waited == [0.0, 4.0, 5.0]  # only the delay after a 429 is one for a rate limit


@pytest.mark.parametrize(("max_wait", "attempts"), [(4.0, 2), (3.9, 1)])
def test_delays_after_429s_end_at_max_wait(max_wait: float, attempts: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_wait(_: float) -> None: ...

    monkeypatch.setattr("workos_sync._api_requestor.sleep", no_wait)
    limiter = Limiter()
    limiter.waits, limiter.max_wait = [1.0, 4.0], max_wait
    with client(API(httpx.Response(429, headers={"Retry-After": "3"})), limiter) as workos:
        with pytest.raises(RateLimitExceededError) as caught:
            workos.user_management.get_user("user_1")
    assert (caught.value.attempts, caught.value.retry_after) == (attempts, 3.0)
    limiter = Limiter()
    limiter.max_wait = 0.0
    with client(API(httpx.Response(503, headers={"Retry-After": "3"}), USER), limiter) as workos:
        assert workos.user_management.get_user("user_1")


@pytest.mark.parametrize(
    ("kind", "remaining", "text"),
    [
        (APITimeoutError, 0.009, "the deadline of 9 s passed: read"),
        (APITimeoutError, 0.01, "read"),
        (APITimeoutError, 5.0, "read"),
        (APIConnectionError, 0.0, "read"),
    ],
)
def test_error_names_the_deadline_if_it_has_passed(kind: Any, remaining: float, text: str) -> None:
    options: Any = {"deadline": remaining_deadline(Deadline, 5.0, 4.0, remaining), "max_retries": 0}
    with client(API()) as workos:
        sender = fail(workos, kind("read", sent=True))
        with pytest.raises(APIConnectionError) as caught:
            workos.user_management.get_user("user_1", options=options)
    assert caught.value.args == (text,)
    assert caught.value.sent
    assert sender.remaining == [4.0]


def test_no_retry_after_the_deadline() -> None:
    api = API(httpx.Response(503, headers={"Retry-After": "3"}))
    for remaining, attempts in ((3.0, 1), (2.9, 1)):
        api.requests.clear()
        options: Any = {"deadline": remaining_deadline(Deadline, remaining)}
        with client(api) as workos:
            with pytest.raises(APIError) as caught:
                workos.user_management.get_user("user_1", options=options)
        assert (caught.value.attempts, len(api.requests)) == (attempts, attempts)


def test_retry_policy_of_a_call() -> None:
    api = API(httpx.Response(503))
    with client(api) as workos:
        for options, attempts in (
            ({}, 3),
            ({"retry": RetryPolicy(max_retries=1, initial_delay=0, max_delay=0)}, 2),
            ({"max_retries": 0}, 1),
            ({"idempotent": False}, 1),
        ):
            with pytest.raises(APIError) as caught:
                workos.user_management.get_user("user_1", options=options)  # type: ignore[arg-type]
            assert caught.value.attempts == attempts


def test_number_of_attempts_of_a_response() -> None:
    with client(API(httpx.Response(503), USER)) as workos:
        for attempts in (2, 1):
            response = workos.with_response(workos.user_management.get_user, "user_1")
            assert response.attempts == attempts


def test_number_of_attempts_before_a_malformed_response() -> None:
    with client(API(httpx.Response(503), [])) as workos:
        for attempts in (2, 1):
            with pytest.raises(DecodeError) as caught:
                workos.user_management.get_user("user_1")
            assert caught.value.attempts == attempts


def test_hooks_of_the_attempts() -> None:
    events: list[Any] = []
    hooks = Hooks(
        request=lambda info: events.append(("request", info.attempt)),
        response=lambda info: events.append(("response", info.status, 0 <= info.seconds < 60)),
        retry=lambda info: events.append(("retry", info.request.attempt, type(info.error).__name__, info.delay)),
    )
    with client(API(httpx.Response(503), USER), hooks=hooks) as workos:
        workos.user_management.get_user(
            "user_1", options={"on_response": lambda info: events.append(("own", info.status))}
        )
    assert events == [
        ("request", 1),
        ("response", 503, True),
        ("own", 503),
        ("retry", 1, "ServerError", 0.0),
        ("request", 2),
        ("response", 200, True),
        ("own", 200),
    ]


class Spans:
    """A tracing that records the spans."""

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self.events: list[Any] = []

    @contextmanager
    def call(self, *arguments: Any) -> "Generator[Spans]":
        self.calls.append(arguments[:-1])
        arguments[-1]["traceparent"] = "00-1"
        yield self

    def record_response(self, info: Any) -> None:
        self.events.append(info.status)

    def record_retry(self, info: Any) -> None:
        self.events.append(type(info.error).__name__)


def test_span_of_a_call() -> None:
    spans: Any = Spans()
    api = API(httpx.Response(503), USER)
    with client(api) as workos:
        workos._requestor._tracing = spans
        user = workos.user_management.get_user("user_1", options={"headers": {"X-App": "1"}})
        assert user.id == "user_1"
        workos._requestor._tracing = None
        workos.user_management.get_user("user_1")
    assert spans.calls == [
        ("user_management.get_user", "GET", "/user_management/users/{user_id}", "https://api.workos.com")
    ]
    assert spans.events == [503, "ServerError", 200]
    assert [request.headers.get("traceparent") for request in api.requests] == ["00-1", "00-1", None]
    assert [request.headers.get("x-app") for request in api.requests] == ["1", "1", None]
    assert {request.headers["authorization"] for request in api.requests} == {"Bearer sk_1"}
