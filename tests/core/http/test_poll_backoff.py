from workos_core.http.poll_backoff import PollBackoff


def test_delays_double_up_to_the_longest() -> None:
    backoff = PollBackoff(1, 5, lambda: 1.0)
    assert [backoff.next() for _ in range(5)] == [1, 2, 4, 5, 5]
    backoff.reset()
    assert backoff.next() == 1
    assert [PollBackoff(8, 5, lambda: 0.0).next(), PollBackoff(1, 5, lambda: 0.5).next()] == [2.5, 0.75]
