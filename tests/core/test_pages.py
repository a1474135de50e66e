import pytest

from workos_core.errors import InvalidArgumentError, PaginationError
from workos_core.pagination import MAX_PAGE_SIZE, ListMetadata, Page, PageCursor


def test_a_walk_follows_after_until_there_is_none() -> None:
    walk = PageCursor({"limit": None, "order": "asc", "after": None})
    assert walk.query["limit"] == MAX_PAGE_SIZE
    walk.advance(ListMetadata(before=None, after="b"))
    assert (walk.query["after"], walk.is_finished) == ("b", False)
    walk.advance(ListMetadata(before="a", after=None))
    assert walk.is_finished


def test_a_limit_of_the_caller_stays() -> None:
    assert PageCursor({"limit": 7}).query["limit"] == 7


@pytest.mark.parametrize(
    ("query", "direction"),
    [
        ({}, "after"),
        ({"after": "x"}, "after"),
        ({"before": "x"}, "before"),
        ({"order": "desc"}, "after"),
        ({"order": "normal"}, "before"),
        ({"order": "normal", "before": "x"}, "before"),
        ({"order": "normal", "after": "x"}, "after"),
    ],
)
def test_directions(query: dict[str, str], direction: str) -> None:
    walk = PageCursor(query)
    walk.advance(ListMetadata(before="b", after="a"))
    assert walk.query[direction] == direction[0]


def test_both_cursors_are_no_direction() -> None:
    with pytest.raises(InvalidArgumentError, match="either before or after"):
        PageCursor({"before": "a", "after": "b"})


def test_a_cursor_that_comes_back_ends_in_an_error() -> None:
    walk = PageCursor({})
    walk.advance(ListMetadata(None, "a"))
    walk.advance(ListMetadata(None, "b"))
    with pytest.raises(PaginationError, match="'a' a second time"):
        walk.advance(ListMetadata(None, "a"))


def test_the_first_cursor_counts_too() -> None:
    with pytest.raises(PaginationError):
        PageCursor({"after": "a"}).advance(ListMetadata(None, "a"))


def test_a_page_is_a_sequence_of_its_items() -> None:
    page = Page([1, 2], ListMetadata(None, None))
    assert (list(page), len(page)) == ([1, 2], 2)
