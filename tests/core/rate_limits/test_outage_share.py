"""The shares of all processes during an outage never exceed the limit together."""

from hypothesis import given
from hypothesis import strategies as st

from workos_core.rate_limits.limits import Limit
from workos_core.rate_limits.outage_share import OutageShare

SECONDS = 60.0


@given(st.lists(st.integers(0, 50), min_size=1, max_size=8), st.integers(0, 100))
def test_shares_add_up_to_the_limit_in_every_window(used: list[int], free: int) -> None:
    limit = Limit(max(len(used), sum(used) + free), SECONDS)
    shares = [OutageShare.start(limit, len(used), own, sum(used) - own, 1000.0) for own in used]
    for window in range(4):
        at, next_at = 1000.0 + window * SECONDS, 1000.0 + (window + 1) * SECONDS
        # A window that spans a change contains requests under both shares of a process, at most the larger one.
        largest = sum(max(share.requests_at(at), share.requests_at(next_at)) for share in shares)
        spare = sum(share.first == 0 for share in shares)  # each process may send at least one in the second window
        assert largest <= limit.requests + (spare if window == 0 or window == 1 else 0)
    assert sum(share.first for share in shares) <= limit.requests


def test_process_that_used_little_waits_for_the_others() -> None:
    share = OutageShare.start(Limit(12, SECONDS), 3, 0, 9, 0.0)
    assert [share.requests_at(at) for at in (0.0, 59.0, 60.0, 119.0, 120.0)] == [1, 1, 1, 1, 4]


def test_process_that_used_more_reduces_its_share_first() -> None:
    share = OutageShare.start(Limit(12, SECONDS), 3, 9, 0, 0.0)
    assert [share.requests_at(at) for at in (0.0, 59.0, 60.0, 120.0)] == [10, 10, 4, 4]


def test_equal_part_if_nothing_is_known_of_the_others() -> None:
    share = OutageShare.start(Limit(12, SECONDS), 3, 2, None, 0.0)
    assert [share.requests_at(at) for at in (0.0, 60.0, 120.0)] == [4, 4, 4]


def test_every_process_may_send_one_request_in_the_second_window() -> None:
    share = OutageShare.start(Limit(2, SECONDS), 3, 0, 2, 0.0)
    assert [share.requests_at(at) for at in (0.0, 60.0, 120.0)] == [0, 1, 1]


def test_single_process_has_the_whole_limit() -> None:
    assert OutageShare.start(Limit(12, SECONDS), 1, 5, 0, 0.0).first == 12
