# Generated from tests/async_/test_pager.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
from collections.abc import Callable

import httpx
import pytest

from workos_emulator import Emulator
from workos_sync import DecodeError, InvalidArgumentError, NotFoundError, PaginationError, WorkOS

COUNT = 250


@pytest.fixture
def emails(workos: WorkOS) -> list[str]:
    """Addresses of users in the order in which they were created."""
    found = [f"user{number:03}@example.com" for number in range(COUNT)]
    for email in found:
        workos.user_management.create_user(email=email)
    return found


def limits(emulator: Emulator) -> list[str | None]:
    return [
        httpx.QueryParams(entry.request.query).get("limit")
        for entry in emulator.requests
        if entry.request.method == "GET"
    ]


def test_every_item_in_order(workos: WorkOS, emails: list[str], emulator: Emulator) -> None:
    assert [user.email for user in workos.user_management.list_users(order="asc")] == emails
    assert limits(emulator) == ["100", "100", "100"]
    assert [user.email for user in workos.user_management.list_users()] == emails[::-1]


def test_pages(workos: WorkOS, emails: list[str]) -> None:
    sizes = [len(page) for page in workos.user_management.list_users(limit=90).pages()]
    assert sizes == [90, 90, 70]


def test_one_page(workos: WorkOS, emails: list[str], emulator: Emulator) -> None:
    page = workos.user_management.list_users(order="asc").page()
    assert [user.email for user in page] == emails[:10]
    assert page.list_metadata.after == page.data[-1].id
    assert page.list_metadata.before is None
    assert limits(emulator) == [None]


@pytest.mark.parametrize(
    ("count", "sent"), [(0, []), (3, ["3"]), (100, ["100"]), (101, ["100", "100"]), (999, ["100"] * 3)]
)
def test_take_fetches_no_more_than_needed(
    workos: WorkOS, emails: list[str], emulator: Emulator, count: int, sent: list[str]
) -> None:
    taken = workos.user_management.list_users(order="asc").take(count)
    assert [user.email for user in taken] == emails[:count]
    assert limits(emulator) == sent


def test_take_of_a_negative_number(workos: WorkOS) -> None:
    with pytest.raises(InvalidArgumentError):
        workos.user_management.list_users().take(-1)


def test_leaving_early_fetches_no_more(workos: WorkOS, emails: list[str], emulator: Emulator) -> None:
    for _ in workos.user_management.list_users():
        break
    assert len(limits(emulator)) == 2  # the second was under way


@pytest.mark.parametrize("stop", [1, 7, 100, 101, COUNT])
def test_going_on_from_a_cursor(workos: WorkOS, emails: list[str], stop: int) -> None:
    pager = workos.user_management.list_users(order="asc")
    seen: list[str] = []
    for user in pager:
        seen.append(user.email)
        if len(seen) == stop:
            break
    rest = workos.user_management.list_users(order="asc", after=pager.cursor)
    assert seen + [user.email for user in rest] == emails


def test_walking_backwards(workos: WorkOS, emails: list[str]) -> None:
    middle = (workos.user_management.list_users(order="asc").take(120))[-1]
    pages = [page for page in workos.user_management.list_users(order="asc", before=middle.id, limit=50).pages()]
    assert sorted(user.email for page in pages for user in page) == emails[:119]


def test_a_pager_can_be_read_again(workos: WorkOS, emails: list[str]) -> None:
    pager = workos.user_management.list_users(order="asc")
    assert pager.collect() == pager.collect()
    assert repr(pager) == "Pager(user_management.list_users)"


def test_an_empty_list(workos: WorkOS) -> None:
    pager = workos.user_management.list_users()
    assert pager.collect() == []
    assert [page.data for page in pager.pages()] == [[]]
    assert pager.cursor is None


def test_an_error_on_a_later_page_loses_nothing(workos: WorkOS, emails: list[str], emulator: Emulator) -> None:
    pages = workos.user_management.list_users(order="asc").pages(prefetch=0)
    first = pages.__next__()
    emulator.faults.add(status=404)
    with pytest.raises(NotFoundError):
        pages.__next__()
    second = pages.__next__()
    assert [user.email for user in [*first, *second]] == emails[:200]


def test_a_server_that_repeats_a_cursor(against: Callable[..., WorkOS]) -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        return httpx.Response(
            200, json={"data": [{"id": "org_1"}], "list_metadata": {"before": None, "after": "org_1"}}
        )

    with against(handler) as client:
        with pytest.raises(PaginationError):
            client.organizations.list_organizations().collect()


@pytest.mark.parametrize("prefetch", [0, 1, 3])
def test_items_that_are_none_fail_where_their_page_would_come(against: Callable[..., WorkOS], prefetch: int) -> None:
    wrong = True
    pages: dict[str | None, tuple[list[object], str | None]] = {
        None: ([{"id": "org_1"}], "org_1"),
        "org_1": ([{"id": "org_2"}], "org_2"),
        "org_2": ([{"id": "org_3"}], None),
    }

    def handler(request: httpx.Request) -> httpx.Response:
        cursor = request.url.params.get("after")
        data, after = pages[cursor]
        if wrong and cursor == "org_1":
            data = [*data, 3]
        return httpx.Response(200, json={"data": data, "list_metadata": {"before": None, "after": after}})

    with against(handler) as client:
        pager = client.organizations.list_organizations()
        found = pager.pages(prefetch=prefetch)
        assert [item.id for item in found.__next__()] == ["org_1"]
        for _ in range(2):
            with pytest.raises(DecodeError, match=r"\$\.data\[1\]"):
                found.__next__()
        assert pager.cursor == "org_1"
        wrong = False  # reading on asks for that page again
        assert [[item.id for item in page] for page in found] == [["org_2"], ["org_3"]]


def test_empty_pages_in_the_middle_do_not_end_a_list(against: Callable[..., WorkOS]) -> None:
    answers = iter([(["a"], "1"), ([], "2"), (["b"], None)])

    def handler(_: httpx.Request) -> httpx.Response:
        names, after = next(answers)
        return httpx.Response(200, json={"data": [{"name": name} for name in names], "list_metadata": {"after": after}})

    with against(handler) as client:
        assert [item.name for item in client.organizations.list_organizations()] == ["a", "b"]


def test_both_cursors_at_once(workos: WorkOS) -> None:
    with pytest.raises(InvalidArgumentError, match="before and after are mutually exclusive"):
        workos.user_management.list_users(before="a", after="b").collect()


@pytest.mark.parametrize("stop", [1, 2, 119])
def test_items_of_a_list_with_before_come_backwards_and_can_be_gone_on_with(
    workos: WorkOS, emails: list[str], stop: int
) -> None:
    users = workos.user_management.list_users
    last = (users(order="asc").take(120))[-1]
    pager = users(order="asc", before=last.id, limit=50)
    seen = [user.email for user in pager.take(stop)]
    seen += [user.email for user in users(order="asc", before=pager.cursor, limit=50)]
    assert seen == emails[:119][::-1]
    assert [user.email for user in users(order="asc", before=last.id, limit=50).collect()] == seen


def test_order_normal_is_walked_to_its_end_and_can_be_gone_on_with(workos: WorkOS, emails: list[str]) -> None:
    pager = workos.user_management.list_users(order="normal", limit=40)
    assert [user.email for user in pager] == emails[::-1]
    seen = [user.email for user in pager.take(50)]
    seen += [user.email for user in workos.user_management.list_users(order="normal", before=pager.cursor)]
    assert seen == emails[::-1]
