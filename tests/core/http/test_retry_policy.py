import pytest

from workos_core.errors import ConfigurationError, InvalidArgumentError
from workos_core.http.operation import Operation
from workos_core.http.retry_after import parse_retry_after
from workos_core.http.retry_policy import AttemptOutcome, RetryPolicy, delay_before_retry

POLICY = RetryPolicy()


def delay(
    attempt: int = 1, *, idempotent: bool = True, policy: RetryPolicy = POLICY, **outcome: object
) -> float | None:
    return delay_before_retry(policy, attempt, AttemptOutcome(**outcome), idempotent=idempotent, random=lambda: 1.0)  # type: ignore[arg-type]


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
    assert (delay(idempotent=False, **outcome) is not None) is retried


def test_waits_double_up_to_the_cap_and_end() -> None:
    policy = RetryPolicy(max_retries=6)
    waits = [delay(attempt, policy=policy, status=500) for attempt in range(1, 8)]
    assert waits == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0, None]


def test_waits_are_spread() -> None:
    assert delay_before_retry(POLICY, 3, AttemptOutcome(500), idempotent=True, random=lambda: 0.25) == 0.5


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
        ("0", 0.0),
        ("-4", None),
        ("1e3", None),
        ("1_0", None),
        ("٣", None),
        ("", None),
        ("9" * 400, None),
        ("99999999999", 99999999999.0),
        ("Thu Jan  1 00:01:40 1970", 90.0),
        ("Thursday, 01-Jan-70 00:01:40 GMT", 90.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 253402300789.0),
        ("Thu, 01 Jan 99999 00:00:00 GMT", None),
        ("Thu, 01 Jan 1970 00:01:40 GMT", 90.0),
        ("Thu, 01 Jan 1970 00:00:01 GMT", 0.0),
        ("soon", None),
        ("nan", None),
        ("inf", None),
        ("Thu, 99 Jan 1970 00:00:01 GMT", None),
    ],
)
def test_retry_after_forms(header: str | None, seconds: float | None) -> None:
    assert parse_retry_after(header, now=lambda: 10.0) == seconds


def test_what_can_not_get_better_is_not_retried() -> None:
    assert delay(sent=False, final=True) is None


@pytest.mark.parametrize("name", ["initial_delay", "max_delay", "max_retry_after"])
@pytest.mark.parametrize("value", [-1, float("nan")])
def test_a_policy_that_makes_no_sense(name: str, value: float) -> None:
    with pytest.raises(ConfigurationError, match=name):
        RetryPolicy(**{name: value})  # type: ignore[arg-type]


def test_a_policy_of_wrong_types() -> None:
    with pytest.raises(TypeError, match="max_retries takes a whole number, not str"):
        RetryPolicy(max_retries="3")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="max_delay takes seconds, not str"):
        RetryPolicy(max_delay="8")  # type: ignore[arg-type]


def test_a_policy_with_thousands_of_retries() -> None:
    assert delay(5000, policy=RetryPolicy(max_retries=5000), status=500) == 8.0


KINDS = {
    "get": Operation("x.get", "GET", "/x"),
    "put": Operation("x.put", "PUT", "/x"),
    "delete": Operation("x.delete", "DELETE", "/x"),
    "post": Operation("x.post", "POST", "/x"),
    "patch": Operation("x.patch", "PATCH", "/x"),
    "keyed": Operation("x.keyed", "POST", "/x", accepts_idempotency_key=True),
    "once": Operation("x.once", "POST", "/x", single_use=True),
    "hatch": Operation("request", "POST", "/x"),
}


@pytest.mark.parametrize(
    ("retry_non_idempotent", "override", "idempotent"),
    [
        (False, None, {"get", "put", "delete", "keyed"}),
        (True, None, {"get", "put", "delete", "keyed", "post", "patch"}),
        (False, False, set()),
        (True, False, set()),
    ],
)
def test_what_may_be_sent_again(retry_non_idempotent: bool, override: bool | None, idempotent: set[str]) -> None:
    policy = RetryPolicy(retry_non_idempotent=retry_non_idempotent)
    assert {name for name, operation in KINDS.items() if operation.is_idempotent(policy, override)} == idempotent


def test_a_call_may_wish_to_be_repeated() -> None:
    overridden = {name for name, operation in KINDS.items() if name != "once" and operation.is_idempotent(POLICY, True)}
    assert overridden == set(KINDS) - {"once"}
    with pytest.raises(InvalidArgumentError, match=r"once\(\) spends a code or token that works once"):
        KINDS["once"].is_idempotent(POLICY, True)
