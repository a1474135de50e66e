from typing import Any

import pytest

from ..support import Api


@pytest.fixture
def ids(api: Api) -> list[str]:
    """Return the IDs of 25 organizations, oldest first."""
    return [api.organization(f"Organization {number:02}")["id"] for number in range(25)]


def list_page(api: Api, query: str = "") -> tuple[list[str], str | None, str | None]:
    page = api("GET", f"/organizations?{query}")
    metadata = page["list_metadata"]
    return [item["id"] for item in page["data"]], metadata["before"], metadata["after"]


def test_empty_list(api: Api) -> None:
    assert list_page(api) == ([], None, None)


def test_first_page_has_ten_objects_newest_first(api: Api, ids: list[str]) -> None:
    newest = ids[::-1]
    assert list_page(api) == (newest[:10], None, newest[9])


def test_all_objects_on_one_page(api: Api, ids: list[str]) -> None:
    assert list_page(api, "limit=25") == (ids[::-1], None, None)
    assert list_page(api, "limit=100&order=asc") == (ids, None, None)


@pytest.mark.parametrize("order", ["asc", "desc"])
@pytest.mark.parametrize("limit", [1, 7, 10, 24, 25, 26])
def test_forward_and_backward(api: Api, ids: list[str], order: str, limit: int) -> None:
    expected = ids if order == "asc" else ids[::-1]
    pages: list[list[str]] = []
    query: Any = f"limit={limit}&order={order}"
    page, before, after = list_page(api, query)
    assert before is None
    pages.append(page)
    while after:
        page, before, after = list_page(api, f"{query}&after={after}")
        assert before == page[0]
        pages.append(page)
    assert [id for page in pages for id in page] == expected

    for page in reversed(pages[:-1]):
        ids_before, before, after = list_page(api, f"{query}&before={before}")
        assert ids_before == page
        assert after == page[-1]
    assert before is None


def test_order_normal_swaps_the_cursors(api: Api, ids: list[str]) -> None:
    newest = ids[::-1]
    assert list_page(api, "order=normal") == (newest[:10], newest[9], None)
    assert list_page(api, f"order=normal&before={newest[9]}") == (newest[10:20], newest[19], newest[10])
    assert list_page(api, f"order=normal&after={newest[10]}") == (newest[:10], newest[9], None)


def test_both_cursors(api: Api, ids: list[str]) -> None:
    newest = ids[::-1]
    assert list_page(api, f"after={newest[2]}&before={newest[6]}") == (newest[3:6], newest[3], newest[5])
    assert list_page(api, f"after={newest[6]}&before={newest[2]}")[0] == []


def test_after_the_last_object(api: Api, ids: list[str]) -> None:
    assert list_page(api, f"after={ids[0]}") == ([], None, None)


def test_deletion_between_pages_skips_nothing(api: Api, ids: list[str]) -> None:
    newest = ids[::-1]
    first, _, after = list_page(api, "limit=10")
    api("DELETE", f"/organizations/{first[0]}")
    created = api.organization("New one")
    assert list_page(api, f"limit=10&after={after}")[0] == newest[10:20]
    assert list_page(api, "limit=1")[0] == [created["id"]]


def test_filtered_lists_have_pages(api: Api, ids: list[str]) -> None:
    newest = ids[::-1]
    ends_in_one_digit = [id for number, id in zip(range(24, -1, -1), newest, strict=True) if number < 10]
    page, before, after = list_page(api, "search=organization%200&limit=4")
    assert (page, before, after) == (ends_in_one_digit[:4], None, ends_in_one_digit[3])
    page, before, after = list_page(api, f"search=organization%200&limit=6&after={after}")
    assert (page, before, after) == (ends_in_one_digit[4:], ends_in_one_digit[4], None)


@pytest.mark.parametrize(
    ("query", "field", "code"),
    [
        ("limit=0", "limit", "too_small"),
        ("limit=101", "limit", "too_large"),
        ("limit=-1", "limit", "too_small"),
        ("limit=ten", "limit", "invalid_type"),
        ("limit=1.5", "limit", "invalid_type"),
        ("limit=", "limit", "invalid_type"),
        ("order=up", "order", "invalid_value"),
        ("after=org_unknown", "after", "unknown_cursor"),
        ("before=org_unknown", "before", "unknown_cursor"),
        ("order=normal&before=org_unknown", "before", "unknown_cursor"),
    ],
)
def test_invalid_parameters(api: Api, query: str, field: str, code: str) -> None:
    error = api("GET", f"/organizations?{query}", 422)
    assert error["code"] == "invalid_request_parameters"
    assert error["errors"] == [{"field": field, "code": code}]
