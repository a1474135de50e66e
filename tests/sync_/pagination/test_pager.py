# Generated from tests/async_/pagination/test_pager.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
from collections.abc import Callable

import httpx
import pytest

from workos_emulator import Emulator
from workos_sync import DecodeError, InvalidArgumentError, NotFoundError, PaginationError, WorkOS

COUNT = 250


@pytest.fixture
def emails(workos: WorkOS) -> list[str]:
    """The email addresses of users, in the order of creation."""
    addresses = [f"user{number:03}@example.com" for number in range(COUNT)]
    for email in addresses:
        workos.user_management.create_user(email=email)
    return addresses


def limits(emulator: Emulator) -> list[str | None]:
    return [
        httpx.QueryParams(entry.request.query).get("limit")
        for entry in emulator.requests
        if entry.request.method == "GET"
    ]


def test_items_are_in_order(workos: WorkOS, emails: list[str], emulator: Emulator) -> None:
    assert [user.email for user in workos.user_management.list_users(order="asc")] == emails
    assert limits(emulator) == ["100", "100", "100"]
    assert [user.email for user in workos.user_management.list_users()] == emails[::-1]


def test_pages(workos: WorkOS, emails: list[str]) -> None:
    sizes = [len(page) for page in workos.user_management.list_users(limit=90).pages()]
    assert sizes == [90, 90, 70]


def test_single_page(workos: WorkOS, emails: list[str], emulator: Emulator) -> None:
    page = workos.user_management.list_users(order="asc").page()
    assert [user.email for user in page] == emails[:10]
    assert page.list_metadata.after == page.data[-1].id
    assert page.list_metadata.before is None
    assert limits(emulator) == [None]


@pytest.mark.parametrize(
    ("count", "sent"), [(0, []), (3, ["3"]), (100, ["100"]), (101, ["100", "100"]), (999, ["100"] * 3)]
)
def test_take_fetches_no_more_pages_than_necessary(
    workos: WorkOS, emails: list[str], emulator: Emulator, count: int, sent: list[str]
) -> None:
    taken = workos.user_management.list_users(order="asc").take(count)
    assert [user.email for user in taken] == emails[:count]
    assert limits(emulator) == sent


def test_take_rejects_a_negative_count(workos: WorkOS) -> None:
    with pytest.raises(InvalidArgumentError):
        workos.user_management.list_users().take(-1)


def test_break_stops_fetching(workos: WorkOS, emails: list[str], emulator: Emulator) -> None:
    for _ in workos.user_management.list_users():
        break
    assert len(limits(emulator)) == 2  # the second request was in flight


@pytest.mark.parametrize("stop", [1, 7, 100, 101, COUNT])
def test_resume_from_a_cursor(workos: WorkOS, emails: list[str], stop: int) -> None:
    pager = workos.user_management.list_users(order="asc")
    seen: list[str] = []
    for user in pager:
        seen.append(user.email)
        if len(seen) == stop:
            break
    rest = workos.user_management.list_users(order="asc", after=pager.cursor)
    assert seen + [user.email for user in rest] == emails


def test_pages_before_an_item(workos: WorkOS, emails: list[str]) -> None:
    middle = (workos.user_management.list_users(order="asc").take(120))[-1]
    pages = [page for page in workos.user_management.list_users(order="asc", before=middle.id, limit=50).pages()]
    assert sorted(user.email for page in pages for user in page) == emails[:119]


def test_pager_can_be_read_repeatedly(workos: WorkOS, emails: list[str]) -> None:
    pager = workos.user_management.list_users(order="asc")
    assert pager.collect() == pager.collect()
    assert repr(pager) == "Pager(user_management.list_users)"


def test_empty_list(workos: WorkOS) -> None:
    pager = workos.user_management.list_users()
    assert pager.collect() == []
    assert [page.data for page in pager.pages()] == [[]]
    assert pager.cursor is None


def test_reading_continues_after_an_error(workos: WorkOS, emails: list[str], emulator: Emulator) -> None:
    pages = workos.user_management.list_users(order="asc").pages(prefetch=0)
    first = pages.__next__()
    emulator.faults.add(status=404)
    with pytest.raises(NotFoundError):
        pages.__next__()
    second = pages.__next__()
    assert [user.email for user in [*first, *second]] == emails[:200]


def test_repeated_cursor(against: Callable[..., WorkOS]) -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        return httpx.Response(
            200, json={"data": [{"id": "org_1"}], "list_metadata": {"before": None, "after": "org_1"}}
        )

    with against(handler) as client:
        with pytest.raises(PaginationError):
            client.organizations.list_organizations().collect()


@pytest.mark.parametrize("prefetch", [0, 1, 3])
def test_invalid_items_raise_in_place_of_their_page(against: Callable[..., WorkOS], prefetch: int) -> None:
    is_invalid = True
    pages: dict[str | None, tuple[list[object], str | None]] = {
        None: ([{"id": "org_1"}], "org_1"),
        "org_1": ([{"id": "org_2"}], "org_2"),
        "org_2": ([{"id": "org_3"}], None),
    }

    def handler(request: httpx.Request) -> httpx.Response:
        cursor = request.url.params.get("after")
        data, after = pages[cursor]
        if is_invalid and cursor == "org_1":
            data = [*data, 3]
        return httpx.Response(200, json={"data": data, "list_metadata": {"before": None, "after": after}})

    with against(handler) as client:
        pager = client.organizations.list_organizations()
        iterator = pager.pages(prefetch=prefetch)
        assert [item.id for item in iterator.__next__()] == ["org_1"]
        for _ in range(2):
            with pytest.raises(DecodeError, match=r"\$\.data\[1\]"):
                iterator.__next__()
        assert pager.cursor == "org_1"
        is_invalid = False  # the next read requests the page again
        assert [[item.id for item in page] for page in iterator] == [["org_2"], ["org_3"]]


def test_empty_page_does_not_end_the_list(against: Callable[..., WorkOS]) -> None:
    responses = iter([(["a"], "1"), ([], "2"), (["b"], None)])

    def handler(_: httpx.Request) -> httpx.Response:
        names, after = next(responses)
        return httpx.Response(200, json={"data": [{"name": name} for name in names], "list_metadata": {"after": after}})

    with against(handler) as client:
        assert [item.name for item in client.organizations.list_organizations()] == ["a", "b"]


def test_before_and_after_are_mutually_exclusive(workos: WorkOS) -> None:
    with pytest.raises(InvalidArgumentError, match="before and after are mutually exclusive"):
        workos.user_management.list_users(before="a", after="b").collect()


@pytest.mark.parametrize("stop", [1, 2, 119])
def test_list_with_before_is_reversed_and_resumable(workos: WorkOS, emails: list[str], stop: int) -> None:
    users = workos.user_management.list_users
    last = (users(order="asc").take(120))[-1]
    pager = users(order="asc", before=last.id, limit=50)
    seen = [user.email for user in pager.take(stop)]
    seen += [user.email for user in users(order="asc", before=pager.cursor, limit=50)]
    assert seen == emails[:119][::-1]
    assert [user.email for user in users(order="asc", before=last.id, limit=50).collect()] == seen


def test_list_with_order_normal_is_complete_and_resumable(workos: WorkOS, emails: list[str]) -> None:
    pager = workos.user_management.list_users(order="normal", limit=40)
    assert [user.email for user in pager] == emails[::-1]
    seen = [user.email for user in pager.take(50)]
    seen += [user.email for user in workos.user_management.list_users(order="normal", before=pager.cursor)]
    assert seen == emails[::-1]
