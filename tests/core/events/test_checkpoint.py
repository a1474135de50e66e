from datetime import UTC, datetime, timedelta

import pytest

from workos_core.errors import (
    APIConnectionError,
    DecodeError,
    EventGapError,
    InvalidArgumentError,
    StoreUnavailableError,
)
from workos_core.events.checkpoint import Checkpoint, load_checkpoint, starting_at
from workos_core.http.poll_backoff import PollBackoff
from workos_core.http.transient_errors import is_transient

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def test_a_checkpoint_survives_as_text() -> None:
    for checkpoint in (Checkpoint(), starting_at(NOON), Checkpoint("event_1", NOON, NOON + DAY)):
        assert load_checkpoint(checkpoint.dump()) == checkpoint
    assert load_checkpoint("event_1") == Checkpoint("event_1")


def test_the_cursor_serves_while_the_api_knows_the_event() -> None:
    checkpoint = Checkpoint("event_1", NOON, NOON + 20 * DAY)
    assert checkpoint.query(NOON + 28 * DAY) == {"after": "event_1"}
    assert checkpoint.query(NOON + 30 * DAY) == {"range_start": "2026-05-20T12:00:00.000Z"}
    assert Checkpoint("event_1").query(NOON) == {"after": "event_1"}
    assert Checkpoint().query(NOON) == {}


def test_the_beginning_is_never_left_backwards() -> None:
    assert starting_at(NOON).query(NOON) == {"range_start": "2026-05-01T12:00:00.000Z"}
    assert Checkpoint("event_1", NOON, NOON + timedelta(hours=1)).query(NOON + 30 * DAY) == {
        "range_start": "2026-05-01T12:00:00.000Z"
    }


def test_a_gap_begins_after_thirty_days() -> None:
    checkpoint = Checkpoint("event_1", NOON, NOON)
    checkpoint.query(NOON + 30 * DAY)
    with pytest.raises(EventGapError) as caught:
        checkpoint.query(NOON + 30 * DAY + timedelta(seconds=1))
    assert caught.value.since == NOON


def test_quiet_times_count_but_not_their_last_minutes() -> None:
    checkpoint = Checkpoint("event_1", NOON, NOON)
    assert checkpoint.quiet(NOON + timedelta(minutes=5)) == checkpoint
    assert checkpoint.quiet(NOON + DAY).seen == NOON + DAY - timedelta(minutes=5)
    assert checkpoint.quiet(NOON + DAY).event == "event_1"


def test_an_event_that_is_older_than_the_one_before_moves_nothing_back() -> None:
    checkpoint = Checkpoint("event_1", NOON, NOON).after("event_2", NOON - DAY)
    assert checkpoint == Checkpoint("event_2", NOON - DAY, NOON)
    assert checkpoint.after("event_3", None) == Checkpoint("event_3", None, NOON)


def test_a_start_without_a_zone() -> None:
    with pytest.raises(InvalidArgumentError, match="time zone"):
        starting_at(datetime(2026, 5, 1))


def test_waits_double_up_to_the_longest() -> None:
    waits = PollBackoff(1, 5, lambda: 1.0)
    assert [waits.next() for _ in range(5)] == [1, 2, 4, 5, 5]
    waits.reset()
    assert waits.next() == 1
    assert [PollBackoff(8, 5, lambda: 0.0).next(), PollBackoff(1, 5, lambda: 0.5).next()] == [2.5, 0.75]


def test_what_passes_by_itself() -> None:
    page = DecodeError("not JSON", path="$", status=200, request_id=None, body="<html>")
    shape = DecodeError("object expected", path="$.data", status=200, request_id=None, body="{}")
    assert is_transient(APIConnectionError("reset"))
    assert not is_transient(APIConnectionError("certificate", final=True))
    assert is_transient(page)
    assert not is_transient(shape)
    assert is_transient(StoreUnavailableError("away"))
    assert not is_transient(EventGapError(NOON))
