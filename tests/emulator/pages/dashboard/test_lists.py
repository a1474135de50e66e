"""The lists of objects, events and requests."""

import time

import pytest

from workos_emulator import Emulator
from workos_emulator.pages.dashboard.listing import PAGE_SIZE

from ...support import Api
from ..browsing import Browser

HOSTILE = "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>"


def test_hostile_names_are_escaped_on_every_page(api: Api, browser: Browser) -> None:
    organization = api.organization(HOSTILE)
    user = api.user("ada@example.com", first_name=HOSTILE, last_name=HOSTILE)
    membership = api.membership(user, organization)
    connection = api.emulator.create("connections", organization_id=organization["id"], name=HOSTILE)
    directory = api.emulator.create("directories", organization_id=organization["id"], name=HOSTILE)
    api.emulator.create("feature_flags", slug="beta", name=HOSTILE)
    api.emulator.settings.application_name = HOSTILE
    api.emulator.settings.application_name = HOSTILE
    api.emulator.faults.add(status=500, path=f"/{HOSTILE}", count=None)
    api.emulator.outbox.send("mfa_challenge", HOSTILE, "x", text=HOSTILE, url=f"http://localhost/?{HOSTILE}")
    events = api("GET", "/events?events=organization.created")["data"]
    requests = [entry.id for entry in api.emulator.requests]
    paths = [
        "/",
        "/hosted/mail",
        f"/hosted/mail?to={HOSTILE}&q={HOSTILE}",
        *(f"/dashboard/{name}" for name in ("users", "organizations", "memberships", "connections", "directories")),
        *(f"/dashboard/{name}" for name in ("events", "webhooks", "requests", "feature-flags", "faults", "settings")),
        f"/dashboard/users/{user['id']}",
        f"/dashboard/organizations/{organization['id']}",
        f"/dashboard/memberships/{membership['id']}",
        f"/dashboard/connections/{connection['id']}",
        f"/dashboard/directories/{directory['id']}",
        f"/dashboard/events/{events[0]['id']}",
        *(f"/dashboard/requests/{id}" for id in requests),
        f"/dashboard/users?q={HOSTILE}&page={HOSTILE}",
        f"/dashboard/users/{HOSTILE.replace('/', '%2F')}",
    ]
    shown = 0
    for path in paths:
        browser.open(path)
        assert browser.page
        assert "<script>alert" not in browser.page.html
        assert "<img src=x" not in browser.page.html
        shown += "<script>alert(1)</script>" in browser.page.text
    assert shown >= 15


def test_lists_are_paginated(api: Api, browser: Browser) -> None:
    for number in range(2 * PAGE_SIZE + 1):
        api.emulator.create("users", email=f"u{number:03}@example.com")
    browser.open("/dashboard/users")
    seen: list[list[str]] = []
    while True:
        assert browser.page
        seen.append([text for text in browser.page.links if text.endswith("@example.com")])
        if "Next page" not in browser.page.links:
            break
        browser.click("Next page")
    assert [len(page) for page in seen] == [PAGE_SIZE, PAGE_SIZE, 1]
    assert [text for page in seen for text in page] == [f"u{n:03}@example.com" for n in range(2 * PAGE_SIZE, -1, -1)]
    browser.click("Previous page")
    assert browser.page
    assert seen[1][0] in browser.page.links
    browser.open("/dashboard/users", page="1000")
    assert seen[2][0] in browser.page.links


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999", "²", ""])
def test_an_unknown_page_number_shows_a_page(browser: Browser, page: str) -> None:
    browser.open("/dashboard/users", page=page)
    assert browser.page
    assert browser.page.status == 200


def test_search_finds_objects_and_keeps_the_text(api: Api, browser: Browser) -> None:
    for name in ("ada", "grace"):
        api.user(f"{name}@example.com")
    browser.open("/dashboard/users").submit("Search", Search_users="GRACE")
    assert browser.page
    assert "grace@example.com" in browser.page.links
    assert "ada@example.com" not in browser.page.links
    assert browser.page.value_of("Search users") == "GRACE"
    browser.click("Show all users")
    assert "ada@example.com" in browser.page.links


def test_an_object_links_to_its_related_objects(api: Api, browser: Browser) -> None:
    user, organization, other = api.user(), api.organization("Acme"), api.organization("Other")
    api.membership(user, organization)
    browser.open("/dashboard/organizations").click("Acme").click("Memberships of the organization")
    assert browser.page
    assert user["email"] in browser.page.links
    browser.open(f"/dashboard/memberships?organization={other['id']}")
    assert user["email"] not in browser.page.links
    browser.open(f"/dashboard/users?organization={organization['id']}").click(user["email"])
    assert user["id"] in browser.page.text


def test_events_are_live_and_shown_with_their_payload(api: Api, browser: Browser) -> None:
    user = api.user()
    browser.open("/dashboard/events")
    assert browser.page
    assert ("div", {"data-live": "", "class": "live"}) in browser.page.tags
    browser.click("user.created")
    assert user["id"] in browser.page.text


def test_the_request_log_redacts_secrets(api: Api, browser: Browser) -> None:
    api.user(password="correct horse 42")
    browser.open("/dashboard/requests").click("POST /user_management/users")
    assert browser.page
    assert '"email": "ada@example.com"' in browser.page.text
    assert '"password": "[redacted]"' in browser.page.text
    assert "correct horse" not in browser.page.html
    assert api.emulator.api_key not in browser.page.html


def test_the_output_is_bounded_with_many_users(browser: Browser, emulator: Emulator) -> None:
    emulator.load({"users": [{"email": f"u{number}@example.com"} for number in range(3000)]})
    start = time.perf_counter()
    for path in ("/dashboard/users", "/dashboard/users?page=100", "/dashboard/users?q=nobody", "/dashboard/events"):
        browser.open(path)
        assert browser.page
        assert len(browser.page.html) < 40_000
    assert time.perf_counter() - start < 30
