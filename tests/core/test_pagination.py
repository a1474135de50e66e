import pytest

from workos_core.errors import InvalidArgumentError, PaginationError
from workos_core.pagination import MAX_PAGE_SIZE, ListMetadata, Page, PageCursor


def test_cursor_follows_after_until_the_last_page() -> None:
    cursor = PageCursor({"limit": None, "order": "asc", "after": None})
    assert cursor.query["limit"] == MAX_PAGE_SIZE
    cursor.advance(ListMetadata(before=None, after="b"))
    assert (cursor.query["after"], cursor.is_finished) == ("b", False)
    cursor.advance(ListMetadata(before="a", after=None))
    assert cursor.is_finished


def test_limit_of_the_caller_is_kept() -> None:
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
    cursor = PageCursor(query)
    cursor.advance(ListMetadata(before="b", after="a"))
    assert cursor.query[direction] == direction[0]


def test_before_and_after_are_mutually_exclusive() -> None:
    with pytest.raises(InvalidArgumentError, match="before and after are mutually exclusive"):
        PageCursor({"before": "a", "after": "b"})


def test_repeated_cursor_raises() -> None:
    cursor = PageCursor({})
    cursor.advance(ListMetadata(None, "a"))
    cursor.advance(ListMetadata(None, "b"))
    with pytest.raises(PaginationError, match="'a' a second time"):
        cursor.advance(ListMetadata(None, "a"))


def test_repeated_first_cursor_raises() -> None:
    with pytest.raises(PaginationError):
        PageCursor({"after": "a"}).advance(ListMetadata(None, "a"))


def test_page_is_iterable_and_has_a_length() -> None:
    page = Page([1, 2], ListMetadata(None, None))
    assert (list(page), len(page)) == ([1, 2], 2)


def test_list_metadata_of_the_only_page() -> None:
    assert ListMetadata() == ListMetadata(before=None, after=None)
