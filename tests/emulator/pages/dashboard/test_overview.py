import pytest

from ...support import Api
from ..browsing import Browser

SECTIONS = {
    "Users",
    "Organizations",
    "Memberships",
    "Connections",
    "Directories",
    "Events",
    "Webhooks",
    "Mailbox",
    "Requests",
    "Feature flags",
    "Radar",
    "Clock",
    "Faults",
    "Settings",
}


def test_the_overview_links_all_sections(api: Api, browser: Browser) -> None:
    api.user()
    browser.open("/")
    assert browser.heading == "Overview"
    assert browser.page
    assert browser.page.links.keys() == SECTIONS | {"Overview", "Skip to content"}
    for section in sorted(SECTIONS):
        browser.open("/").click(section)
        assert browser.page.status == 200
        assert browser.heading == section
        assert '<a href="' in browser.page.html
        assert browser.page.html.count('aria-current="page"') == 1


@pytest.mark.parametrize("accept", ["application/json", "*/*", "application/json, text/plain, */*", "text/html;q=0"])
def test_api_clients_get_json(api: Api, accept: str) -> None:
    for path in ("/", "/dashboard", "/dashboard/users", "/dashboard/nope"):
        response = api.client.get(path, headers={"accept": accept})
        assert response.status_code == 404
        assert response.json() == {"message": f"Cannot GET {path}"}


def test_viewing_pages_changes_no_later_id_and_is_not_logged(api: Api, browser: Browser) -> None:
    before = api.emulator.snapshot()["ids"]
    browser.open("/")
    browser.open("/dashboard/users")
    assert browser.page
    assert browser.page.status == 200
    assert api.emulator.snapshot()["ids"] == before
    assert len(api.emulator.requests) == 0


def test_the_script_and_the_style_are_served_to_browsers(api: Api) -> None:
    for name, type in (("style.css", "text/css"), ("script.js", "text/javascript")):
        response = api.client.get(f"/dashboard/{name}", headers={"accept": "*/*", "sec-fetch-site": "same-origin"})
        assert response.headers["content-type"].startswith(type)
        assert response.headers["x-content-type-options"] == "nosniff"
    assert "innerHTML =" not in response.text.replace("innerHTML ===", "")
