import pytest

from workos_core.retry import Outcome, RetryPolicy, delay_before_retry, parse_retry_after

POLICY = RetryPolicy()


def delay(
    attempt: int = 1, *, repeatable: bool = True, policy: RetryPolicy = POLICY, **outcome: object
) -> float | None:
    return delay_before_retry(policy, attempt, Outcome(**outcome), repeatable=repeatable, random=lambda: 1.0)  # type: ignore[arg-type]


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_repeatable_requests_are_retried(status: int) -> None:
    assert delay(status=status) == 0.5


@pytest.mark.parametrize("status", [301, 400, 401, 403, 404, 409, 422, 501])
def test_other_statuses_are_final(status: int) -> None:
    assert delay(status=status) is None


@pytest.mark.parametrize(
    ("outcome", "retried"),
    [
        ({"status": 429}, True),
        ({"status": 503, "retry_after": 1.0}, True),
        ({"status": 503}, False),
        ({"status": 500}, False),
        ({"status": 408}, False),
        ({"sent": False}, True),
        ({"sent": True}, False),
    ],
)
def test_what_may_have_been_done_is_not_repeated(outcome: dict[str, object], retried: bool) -> None:
    assert (delay(repeatable=False, **outcome) is not None) is retried


def test_waits_double_up_to_the_cap_and_end() -> None:
    policy = RetryPolicy(max_retries=6)
    waits = [delay(attempt, policy=policy, status=500) for attempt in range(1, 8)]
    assert waits == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0, None]


def test_waits_are_spread() -> None:
    assert delay_before_retry(POLICY, 3, Outcome(500), repeatable=True, random=lambda: 0.25) == 0.5


def test_retry_after_is_obeyed_up_to_the_cap() -> None:
    assert delay(status=429, retry_after=7.0) == 7.0
    assert delay(status=429, retry_after=0.0) == 0.0
    assert delay(status=429, retry_after=60.5) is None


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("3", 3.0),
        (" 0.5 ", 0.5),
        ("-4", 0.0),
        ("Thu, 01 Jan 1970 00:01:40 GMT", 90.0),
        ("Thu, 01 Jan 1970 00:00:01 GMT", 0.0),
        ("soon", None),
        ("nan", None),
        ("inf", float("inf")),
        ("Thu, 99 Jan 1970 00:00:01 GMT", None),
    ],
)
def test_retry_after_forms(header: str | None, seconds: float | None) -> None:
    assert parse_retry_after(header, now=lambda: 10.0) == seconds
