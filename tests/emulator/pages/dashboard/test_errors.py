"""Errors that people see in a browser are pages with a way back."""

import httpx
import pytest

from workos_emulator import Emulator

from ...support import Api
from ..browsing import Browser

HTML = {"accept": "text/html,application/xhtml+xml"}


@pytest.mark.parametrize("path", ["/dashboard/nope", "/dashboard/users/user_x", "/dashboard/", "/dashboard/events/x"])
def test_an_unknown_page_of_the_dashboard(browser: Browser, path: str) -> None:
    browser.open(path)
    assert browser.page
    assert browser.page.status == 404
    browser.click("Back to the overview")
    assert browser.heading == "Overview"


@pytest.mark.parametrize(
    ("path", "status"),
    [("/hosted/nope", 404), ("/nope", 404), ("/organizations", 401), ("/user_management/authorize", 422)],
)
def test_other_errors_lead_to_the_dashboard(api: Api, browser: Browser, path: str, status: int) -> None:
    assert api.client.get(path, headers={"authorization": ""}).status_code == status
    browser.open(path)
    assert browser.page
    assert browser.page.status == status
    browser.click("Open the dashboard")
    assert browser.heading == "Overview"


@pytest.mark.parametrize("accept", ["*/*", "application/json"])
def test_api_clients_get_json_errors(api: Api, accept: str) -> None:
    response = api.client.get("/nope", headers={"accept": accept})
    assert response.json() == {"message": "Cannot GET /nope"}


def test_injected_faults_stay_as_they_are(emulator: Emulator, api: Api) -> None:
    emulator.faults.add(status=503)
    response = api.client.get("/organizations", headers=HTML)
    assert response.json() == {"message": "Service unavailable."}


def test_other_methods_are_rejected(api: Api) -> None:
    response = api.client.put("/dashboard/clock", headers=HTML)
    assert response.status_code == 405
    assert "Back to the overview" in response.text


def test_other_sites_cannot_load_pages_but_can_link_to_them(api: Api) -> None:
    cross_site = {**HTML, "sec-fetch-site": "cross-site"}
    assert api.client.get("/dashboard/users", headers=cross_site).status_code == 403
    link = {**cross_site, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    response = api.client.get("/dashboard/users", headers=link)
    assert response.status_code == 200
    assert response.headers["x-frame-options"] == "DENY"


def test_a_rejected_host_is_explained_on_a_page(emulator: Emulator) -> None:
    with emulator.serve() as url:
        page = httpx.get(url, headers={**HTML, "host": "evil.example"})
        client = httpx.get(url, headers={"host": "evil.example"})
    assert (page.status_code, page.headers["content-type"]) == (403, "text/html; charset=utf-8")
    assert "--allowed-host evil.example" in page.text
    assert client.json()["code"] == "host_not_allowed"
