"""The Admin Portal shows, filters and exports the audit log."""

import csv
from typing import Any

import pytest

from workos_emulator import Emulator

from ...support import Api
from ..browsing import Browser
from .conftest import OpenPortal


def record(
    api: Api, organization: Any, action: str, *, day: int = 1, actor: str = "ada", name: str = "", target: str = "user"
) -> None:
    event = {
        "action": action,
        "occurred_at": f"2026-01-{day:02}T08:00:00Z",
        "actor": {"id": f"user_{actor}", "type": "user", "name": name or actor.title()},
        "targets": [{"id": "1", "type": target, "name": "<b>"}],
        "context": {"location": "192.0.2.1"},
        "metadata": {"reason": "test"},
    }
    api("POST", "/audit_logs/events", json={"organization_id": organization["id"], "event": event})


@pytest.fixture
def log(api: Api, open_portal: OpenPortal, acme: Any) -> Browser:
    """A browser at the audit log of Acme."""
    record(api, acme, "user.created", day=3)
    record(api, acme, "user.deleted", day=5, actor="grace")
    record(api, acme, "invoice.paid", day=4, target="invoice")
    record(api, api.organization("Initech"), "other.action")
    return open_portal("audit_logs")


def shown(browser: Browser) -> list[str]:
    assert browser.page is not None
    return [text for text in browser.page.links if "." in text]


def test_events_are_listed_newest_first(log: Browser) -> None:
    assert shown(log) == ["user.deleted", "invoice.paid", "user.created"]
    assert log.page is not None
    assert "3 events found." in log.page.text


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"Action": "user.deleted"}, ["user.deleted"]),
        ({"Actor_name_or_ID": "ADA"}, ["invoice.paid", "user.created"]),
        ({"Actor_name_or_ID": "user_grace"}, ["user.deleted"]),
        ({"Target_type": "invoice"}, ["invoice.paid"]),
        ({"From": "2026-01-04"}, ["user.deleted", "invoice.paid"]),
        ({"To": "2026-01-04"}, ["invoice.paid", "user.created"]),
        ({"From": "2026-01-04", "To": "2026-01-04"}, ["invoice.paid"]),
        ({"Action": "user.created", "Actor_name_or_ID": "grace"}, []),
        ({"To": "9999-12-30"}, ["user.deleted", "invoice.paid", "user.created"]),
    ],
)
def test_filters_and_export(api: Api, log: Browser, fields: dict[str, str], expected: list[str]) -> None:
    log.submit("Filter", **fields)
    assert shown(log) == expected
    assert log.page is not None
    for label, value in fields.items():
        assert log.page.value_of(label.replace("_", " ")) == value
    if expected:
        assert exported(api, log) == expected


def exported(api: Api, log: Browser, **filters: str) -> list[str]:
    """Return the actions in the CSV of the listed events, or those that match other filters."""
    assert log.page is not None
    form, _ = log.page.form_with("Export as CSV", [])
    data = {name: given["value"] for name, given in form.fields.items()}
    redirect = api.client.post(log.page.url, data=data | filters)
    assert redirect.status_code == 303
    file = api.client.get(redirect.headers["location"])
    assert file.headers["content-type"] == "text/csv; charset=utf-8"
    return [row["action"] for row in csv.DictReader(file.text.splitlines())]


def test_an_export_without_matching_events_is_empty(api: Api, log: Browser) -> None:
    assert exported(api, log, actor="nobody") == []
    assert exported(api, log, action="nothing") == []


def test_an_export_has_no_events_of_an_actor_with_another_name(api: Api, log: Browser, acme: Any) -> None:
    record(api, acme, "user.renamed", day=6, name="Lovelace")
    log.submit("Filter", Actor_name_or_ID="lovelace")
    assert shown(log) == ["user.renamed"]
    assert exported(api, log) == ["user.renamed"]


@pytest.mark.parametrize(
    ("fields", "label"),
    [({"From": "x"}, "From"), ({"To": "2026-02-30"}, "To"), ({"From": "2026-01-05", "To": "2026-01-04"}, "To")],
)
def test_invalid_dates(log: Browser, fields: dict[str, str], label: str) -> None:
    log.submit("Filter", **fields)
    assert log.page is not None
    assert log.page.status == 422
    assert log.page.error_of(label)


def test_the_last_possible_day(log: Browser) -> None:
    log.submit("Filter", To="9999-12-31")
    assert log.page is not None
    assert log.page.error_of("To")


def test_an_event(log: Browser) -> None:
    log.click("invoice.paid")
    assert log.heading == "invoice.paid"
    assert log.page is not None
    for text in ("2026-01-04T08:00:00.000Z", "user user_ada (Ada)", "invoice 1 (<b>)", "192.0.2.1", '"reason": "test"'):
        assert text in log.page.text
    assert log.click("Audit log").heading == "Audit logs"


def test_pages(api: Api, open_portal: OpenPortal, acme: Any) -> None:
    for number in range(51):
        record(api, acme, f"number.{number}")
    browser = open_portal("audit_logs")
    assert len(shown(browser)) == 50
    assert shown(browser.click("Older events")) == ["number.0"]
    assert len(shown(browser.click("Newer events"))) == 50
    assert browser.page is not None
    for wanted in ("0", "x", "-1", "99999999", "9"):
        browser.open(browser.page.url.partition("&")[0] + f"&page={wanted}")
        assert browser.page.status == 200


def test_events_beyond_the_retention_period_are_not_shown(
    api: Api, acme: Any, log: Browser, emulator: Emulator
) -> None:
    emulator.seed.audit_logs(acme["id"], retention_period_in_days=27)
    assert log.page is not None
    assert shown(log.open(log.page.url)) == ["user.deleted"]


def test_an_empty_log(open_portal: OpenPortal) -> None:
    browser = open_portal("audit_logs")
    assert browser.page is not None
    assert "0 events found." in browser.page.text
