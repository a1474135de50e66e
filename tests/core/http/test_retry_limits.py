"""Limits of retries and of the `Retry-After` header."""

import time
from collections.abc import Iterator

import pytest

from workos_core.errors import APIError, ConfigurationError
from workos_core.http.retry_after import parse_retry_after
from workos_core.http.retry_policy import AttemptOutcome, RetryPolicy, delay_before_retry
from workos_core.http.transient_errors import is_transient

SECONDS = ("initial_delay", "max_delay", "max_retry_after")


def delay(policy: RetryPolicy, attempt: int, **outcome: float) -> float | None:
    result = AttemptOutcome(**{"status": 503, **outcome})  # type: ignore[arg-type]
    return delay_before_retry(policy, attempt, result, idempotent=True, random=lambda: 1.0)


def test_no_retries() -> None:
    assert delay(RetryPolicy(max_retries=0), 1) is None
    assert delay(RetryPolicy(max_retries=1), 1) == 0.5
    with pytest.raises(ConfigurationError, match=r"max_retries must be at least 0 \(got -1\); 0 disables retries"):
        RetryPolicy(max_retries=-1)
    with pytest.raises(TypeError, match="max_retries must be an int, not float"):
        RetryPolicy(max_retries=1.5)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="max_retries must be an int, not bool"):
        RetryPolicy(max_retries=True)


@pytest.mark.parametrize("name", SECONDS)
def test_no_seconds(name: str) -> None:
    assert getattr(RetryPolicy(**{name: 0}), name) == 0  # type: ignore[arg-type]
    for invalid in (-0.1, float("nan")):
        with pytest.raises(ConfigurationError, match=rf"{name} must be at least 0 seconds \(got {invalid}\)"):
            RetryPolicy(**{name: invalid})  # type: ignore[arg-type]
    for value, kind in ((True, "bool"), ("1", "str")):
        with pytest.raises(TypeError, match=f"{name} must be a number of seconds, not {kind}"):
            RetryPolicy(**{name: value})  # type: ignore[arg-type]


def test_longest_retry_after() -> None:
    policy = RetryPolicy(max_retry_after=10)
    assert delay(policy, 1, retry_after=10.0) == 10
    assert delay(policy, 1, retry_after=10.5) is None


def test_growth_of_the_delay_is_bounded() -> None:
    policy = RetryPolicy(max_retries=2000, initial_delay=1e-9, max_delay=1e300)
    delays = [delay(policy, attempt) for attempt in (1, 2, 60, 61, 62, 2000)]
    assert delays == [1e-9 * 2.0**exponent for exponent in (0, 1, 59, 60, 60, 60)]


@pytest.mark.parametrize(("status", "transient"), [(500, True), (429, True), (529, True), (404, False), (409, False)])
def test_transient_statuses(status: int, transient: bool) -> None:
    assert is_transient(APIError("message", status=status)) is transient


@pytest.fixture
def _new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "EST5")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("_new_york")
@pytest.mark.parametrize(
    "header",
    ["Thu Jan  1 00:01:40 1970", "Thu, 01 Jan 1970 00:01:40 GMT", "Thu, 01 Jan 1970 01:01:40 +0100"],
)
def test_dates_do_not_depend_on_the_time_zone_of_the_machine(header: str) -> None:
    assert parse_retry_after(header, now=lambda: 10.0) == 90


def test_default_time_is_the_system_clock() -> None:
    assert parse_retry_after("Fri, 31 Dec 9999 23:59:59 GMT") == pytest.approx(253402300799 - time.time(), abs=60)
