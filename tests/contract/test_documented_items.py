"""Every numbered item of what the API reference documents works as written, or has a written reason. The table is in rows/."""

import pytest

from .rows import ROWS
from .rows.base import Row, count

LAST = 286
KINDS = {
    "call": 83,  # an endpoint: our method sends the request and decodes the answer
    "check": 154,  # a rule, a limit, an error, a claim: proved by doing it
    "documented": 25,  # a rule that the API alone enforces: our docstring tells it
    "object": 22,  # an object: its sample decodes
    "prose": 2,  # nothing to execute
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.number:03}-{row.kind}-{row.name.replace(' ', '_')}")
def test_documented_item(row: Row) -> None:
    row.prove()


def test_every_item_is_in_the_table_once_and_this_is_how_they_are_proved() -> None:
    assert [row.number for row in ROWS] == list(range(1, LAST + 1))
    assert count(ROWS) == KINDS
    assert sum(KINDS.values()) == LAST


def test_names_tell_items_apart() -> None:
    names = [row.name for row in ROWS]
    assert sorted({name for name in names if names.count(name) > 1}) == []
