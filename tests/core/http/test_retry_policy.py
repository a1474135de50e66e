import pytest

from workos_core.errors import ConfigurationError
from workos_core.http.retry_policy import AttemptOutcome, RetryPolicy, delay_before_retry

POLICY = RetryPolicy()


def delay(
    attempt: int = 1, *, idempotent: bool = True, policy: RetryPolicy = POLICY, **outcome: object
) -> float | None:
    return delay_before_retry(policy, attempt, AttemptOutcome(**outcome), idempotent=idempotent, random=lambda: 1.0)  # type: ignore[arg-type]


@pytest.mark.parametrize("status", [408, 421, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529])
def test_idempotent_request_is_retried(status: int) -> None:
    assert delay(status=status) == 0.5


@pytest.mark.parametrize("status", [301, 400, 401, 403, 404, 409, 422, 501, 505, 519, 525, 530])
def test_other_statuses_are_not_retried(status: int) -> None:
    assert delay(status=status) is None


@pytest.mark.parametrize(
    ("outcome", "retried"),
    [
        ({"status": 429}, True),
        ({"status": 503, "retry_after": 1.0}, True),
        ({"status": 503}, False),
        ({"status": 500}, False),
        ({"status": 408}, False),
        ({"status": 421}, False),
        ({"status": 520}, False),
        ({"sent": False}, True),
        ({"sent": True}, False),
    ],
)
def test_non_idempotent_request_is_retried_only_if_it_was_not_processed(
    outcome: dict[str, object], retried: bool
) -> None:
    assert (delay(idempotent=False, **outcome) is not None) is retried


def test_delays_double_up_to_the_maximum() -> None:
    policy = RetryPolicy(max_retries=6)
    delays = [delay(attempt, policy=policy, status=500) for attempt in range(1, 8)]
    assert delays == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0, None]


def test_delays_have_jitter() -> None:
    assert delay_before_retry(POLICY, 3, AttemptOutcome(500), idempotent=True, random=lambda: 0.25) == 0.5


def test_retry_after_is_respected_up_to_the_maximum() -> None:
    assert delay(status=429, retry_after=7.0) == 7.0
    assert delay(status=429, retry_after=0.1) == 0.1
    assert delay(status=503, retry_after=0.0) == 0.0
    assert delay(status=429, retry_after=60.5) is None


def test_retry_after_of_0_with_a_429_counts_as_missing() -> None:
    policy = RetryPolicy(max_retries=2, max_retry_after=0)
    delays = [delay(attempt, policy=policy, status=429, retry_after=0.0) for attempt in (1, 2, 3)]
    assert delays == [0.5, 1.0, None]


def test_final_error_is_not_retried() -> None:
    assert delay(sent=False, final=True) is None


@pytest.mark.parametrize("name", ["initial_delay", "max_delay", "max_retry_after"])
@pytest.mark.parametrize("value", [-1, float("nan")])
def test_policy_out_of_range(name: str, value: float) -> None:
    with pytest.raises(ConfigurationError, match=name):
        RetryPolicy(**{name: value})  # type: ignore[arg-type]


def test_policy_of_wrong_types() -> None:
    with pytest.raises(TypeError, match="max_retries must be an int, not str"):
        RetryPolicy(max_retries="3")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="max_delay must be a number of seconds, not str"):
        RetryPolicy(max_delay="8")  # type: ignore[arg-type]


def test_policy_with_thousands_of_retries() -> None:
    assert delay(5000, policy=RetryPolicy(max_retries=5000), status=500) == 8.0
