from datetime import UTC, datetime, timedelta

import pytest

from workos_core.errors import EventGapError, InvalidArgumentError
from workos_core.events.checkpoint import Checkpoint, load_checkpoint, starting_at

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def test_dump_and_load() -> None:
    for checkpoint in (Checkpoint(), starting_at(NOON), Checkpoint("event_1", NOON, NOON + DAY)):
        assert load_checkpoint(checkpoint.dump()) == checkpoint
    assert load_checkpoint("event_1") == Checkpoint("event_1")


def test_event_id_is_the_cursor_until_the_event_expires() -> None:
    checkpoint = Checkpoint("event_1", NOON, NOON + 20 * DAY)
    assert checkpoint.query(NOON + 28 * DAY) == {"after": "event_1"}
    assert checkpoint.query(NOON + 30 * DAY) == {"range_start": "2026-05-20T12:00:00.000Z"}
    assert Checkpoint("event_1").query(NOON) == {"after": "event_1"}
    assert Checkpoint().query(NOON) == {}


def test_range_start_is_not_before_the_start() -> None:
    assert starting_at(NOON).query(NOON) == {"range_start": "2026-05-01T12:00:00.000Z"}
    assert Checkpoint("event_1", NOON, NOON + timedelta(hours=1)).query(NOON + 30 * DAY) == {
        "range_start": "2026-05-01T12:00:00.000Z"
    }


def test_gap_after_thirty_days() -> None:
    checkpoint = Checkpoint("event_1", NOON, NOON)
    checkpoint.query(NOON + 30 * DAY)
    with pytest.raises(EventGapError) as caught:
        checkpoint.query(NOON + 30 * DAY + timedelta(seconds=1))
    assert caught.value.since == NOON


def test_empty_page_is_complete_except_for_the_last_minutes() -> None:
    checkpoint = Checkpoint("event_1", NOON, NOON)
    assert checkpoint.after_empty_page(NOON + timedelta(minutes=5)) == checkpoint
    assert checkpoint.after_empty_page(NOON + DAY).complete_until == NOON + DAY - timedelta(minutes=5)
    assert checkpoint.after_empty_page(NOON + DAY).event_id == "event_1"


def test_older_event_does_not_move_the_checkpoint_back() -> None:
    checkpoint = Checkpoint("event_1", NOON, NOON).after_event("event_2", NOON - DAY)
    assert checkpoint == Checkpoint("event_2", NOON - DAY, NOON)
    assert checkpoint.after_event("event_3", None) == Checkpoint("event_3", None, NOON)


def test_start_without_time_zone() -> None:
    with pytest.raises(InvalidArgumentError, match="time zone"):
        starting_at(datetime(2026, 5, 1))
