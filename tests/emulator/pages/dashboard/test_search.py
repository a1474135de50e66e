"""Searches of long lists: complete, and without blocking other requests."""

import threading
from typing import Any

import pytest

from workos_emulator import Emulator
from workos_emulator.http.messages import Request
from workos_emulator.pages.dashboard import router, search

from ...support import Api
from ..browsing import Browser


class CountingLock:
    """A lock that calls a function each time it is released."""

    def __init__(self, on_release: Any = None) -> None:
        self.lock = threading.RLock()
        self.acquired = 0
        self.on_release = on_release

    def __enter__(self) -> None:
        self.lock.acquire()
        self.acquired += 1

    def __exit__(self, *_: object) -> None:
        self.lock.release()
        if self.on_release is not None:
            self.on_release()


def request_for(path: str, query: str, **headers: str) -> Request:
    return Request("GET", path, query, {"accept": "text/html", **headers})


@pytest.fixture
def users(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    monkeypatch.setattr(search, "_PART", 10)
    return [emulator.create("users", email=f"user-{number}@example.com") for number in range(95)]


def find(emulator: Emulator, lock: CountingLock, query: str) -> list[int]:
    request = request_for("/dashboard/users", query)
    assert router.is_search(request)
    return search.find(request, lock, lambda: emulator.environment.state)


@pytest.mark.usefixtures("users")
def test_the_lock_is_released_between_parts(emulator: Emulator) -> None:
    lock = CountingLock()
    assert len(find(emulator, lock, "q=USER-1@")) == 1
    assert lock.acquired == 1 + 10
    lock = CountingLock()
    assert len(find(emulator, lock, "q=user")) == 26, "one page, and one object of the next"
    assert lock.acquired == 1 + 3
    assert len(find(emulator, lock, "q=user&page=4")) == 95


def test_objects_may_change_during_a_search(emulator: Emulator, users: list[Any]) -> None:
    def delete() -> None:
        if users:
            emulator.environment.state.users.remove(users.pop(0)["id"])

    assert len(find(emulator, CountingLock(delete), "q=user&page=9")) == 95 - 9
    assert find(emulator, CountingLock(emulator.reset), "q=user") == []


@pytest.mark.usefixtures("users")
def test_pages_of_the_result(browser: Browser, emulator: Emulator) -> None:
    browser.open("/dashboard/users", q="user-", page="4")
    assert browser.page
    assert browser.page.text.count("user-") >= 20
    assert "Next page" not in browser.page.links
    assert "Previous page" in browser.page.links
    assert "user-94@" in browser.open("/dashboard/users", q="USER-").page.text.replace("\u200b", "")  # type: ignore[union-attr]
    assert "none" in browser.open("/dashboard/users", q="nobody").page.text  # type: ignore[union-attr]


def test_a_group_is_searched_alone(api: Api, browser: Browser) -> None:
    organization = api.organization()
    api.membership(api.user("in@example.com"), organization)
    api.user("out@example.com")
    browser.open("/dashboard/users", q="example.com", organization=organization["id"])
    assert browser.page
    assert "in@" in browser.page.text
    assert "out@" not in browser.page.text


def test_events(browser: Browser, emulator: Emulator) -> None:
    emulator.create("users")
    emulator.create("organizations")
    browser.open("/dashboard/events", q="USER.")
    assert browser.page
    assert "user.created" in browser.page.text
    assert "organization.created" not in browser.page.text


@pytest.mark.parametrize(
    "request_",
    [
        request_for("/dashboard/users", ""),
        request_for("/dashboard/users", "q=+"),
        request_for("/dashboard/clock", "q=x"),
        request_for("/organizations", "q=x"),
        request_for("/dashboard/users", "q=x", **{"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}),
        Request("GET", "/dashboard/users", "q=x"),
    ],
)
def test_other_requests_are_no_searches(request_: Request) -> None:
    assert not router.is_search(request_)
