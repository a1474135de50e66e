"""The order in which waiting requests are sent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workos_core.rate_limits.wait_queue import BACKGROUND_SHARE, Priority, WaitQueue

priorities = st.lists(st.sampled_from(["interactive", "background"]), max_size=40)


def drain(queue: WaitQueue) -> list[int]:
    order: list[int] = []
    while (ticket := queue.first()) is not None:
        queue.take(ticket)
        order.append(ticket)
    return order


@given(priorities)
def test_each_priority_is_first_in_first_out(arrivals: list[Priority]) -> None:
    queue = WaitQueue()
    tickets = [(priority, queue.enqueue(priority)) for priority in arrivals]
    order = drain(queue)
    for priority in ("interactive", "background"):
        expected = [ticket for each, ticket in tickets if each == priority]
        assert [ticket for ticket in order if ticket in expected] == expected


@given(priorities, st.integers(0, 10))
def test_ahead_is_the_position_in_the_order_of_sending(arrivals: list[Priority], taken: int) -> None:
    queue = WaitQueue()
    tickets = [queue.enqueue(priority) for priority in arrivals]
    for _ in range(min(taken, len(tickets))):
        first = queue.first()
        assert first is not None
        queue.take(first)
        tickets.remove(first)
    expected = {ticket: queue.ahead(ticket) for ticket in tickets}
    assert {ticket: position for position, ticket in enumerate(drain(queue))} == expected


def test_interactive_requests_pass_background_ones() -> None:
    queue = WaitQueue()
    background = [queue.enqueue("background") for _ in range(3)]
    interactive = queue.enqueue("interactive")
    assert drain(queue) == [interactive, *background]


def test_background_requests_do_not_starve() -> None:
    queue = WaitQueue()
    background = queue.enqueue("background")
    for _ in range(100):
        queue.enqueue("interactive")
    assert drain(queue).index(background) == BACKGROUND_SHARE - 1


def test_a_discarded_ticket_leaves_the_order_of_the_others() -> None:
    queue = WaitQueue()
    first, second, third = (queue.enqueue("interactive") for _ in range(3))
    queue.discard(second)
    assert (len(queue), drain(queue)) == (2, [first, third])
    with pytest.raises(KeyError):
        queue.ahead(second)


def test_retries_go_to_the_front() -> None:
    queue = WaitQueue()
    first, second = queue.enqueue("interactive"), queue.enqueue("interactive")
    retry, later_retry = queue.enqueue("interactive", first=True), queue.enqueue("interactive", first=True)
    assert (queue.ahead(retry), drain(queue)) == (0, [retry, later_retry, first, second])
