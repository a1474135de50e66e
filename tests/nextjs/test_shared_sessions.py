"""A Next.js application with authkit-nextjs and the FastAPI example share one session, in both directions."""

from datetime import timedelta
from html.parser import HTMLParser
from typing import Any

import httpx
import pytest

from examples.shared import EMAIL, PASSWORD

from .conftest import Apps


class Form(HTMLParser):
    """The fields of the first form of a page, and the buttons by their text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.buttons: dict[str, dict[str, str]] = {}
        self._button: dict[str, str] | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "input" and "name" in values:
            self.fields.setdefault(values["name"], values.get("value", ""))
        self._button = {values["name"]: values["value"]} if tag == "button" and "name" in values else None

    def handle_data(self, data: str) -> None:
        if self._button is not None:
            self.buttons.setdefault(data.strip(), self._button)
            self._button = None


def sign_in(browser: httpx.Client, url: str, organization: str = "Acme") -> None:
    page = browser.get(f"{url}/login")
    assert page.url.path == "/hosted/sign-in", page.text
    page = browser.post(page.url, data={**Form(page.text).fields, "email": EMAIL, "password": PASSWORD})
    form = Form(page.text)
    page = browser.post(page.url, data={**form.fields, **form.buttons[organization]})
    assert (str(page.url), page.status_code) == (f"{url}/", 200), page.text


def me(browser: httpx.Client, url: str) -> dict[str, Any]:
    response = browser.get(f"{url}/api/me", follow_redirects=False)
    assert response.status_code == 200, response.text
    body: dict[str, Any] = response.json()
    return body


def organization_id(apps: Apps, name: str) -> str:
    organizations = apps.emulator.environment.state.organizations
    return next(organization.id for organization in organizations if organization.name == name)


@pytest.fixture(params=["nextjs", "fastapi"])
def urls(request: pytest.FixtureRequest, apps: Apps) -> tuple[str, str]:
    """The application that the user signs in to, and the other one."""
    return (apps.nextjs, apps.fastapi) if request.param == "nextjs" else (apps.fastapi, apps.nextjs)


def test_sign_in(urls: tuple[str, str], apps: Apps, browser: httpx.Client) -> None:
    first, second = urls
    sign_in(browser, first)
    for url in urls:
        assert "Hello, Ada" in browser.get(url).text.replace("<!-- -->", "")
        assert me(browser, url)["organization_id"] == organization_id(apps, "Acme")
    assert me(browser, first)["user_id"] == me(browser, second)["user_id"]


def test_refresh(urls: tuple[str, str], apps: Apps, browser: httpx.Client) -> None:
    first, second = urls
    settings = apps.emulator.settings
    lifetime, settings.access_token_lifetime = settings.access_token_lifetime, timedelta(seconds=-90)
    try:
        sign_in(browser, first)  # with a token that has expired
    finally:
        settings.access_token_lifetime = lifetime
    apps.emulator.requests.clear()
    before = dict(browser.cookies)
    me(browser, second)
    assert [entry.operation_id for entry in apps.emulator.requests].count("authenticate") == 1
    assert dict(browser.cookies) != before
    me(browser, first)  # with the session that the other application has refreshed
    assert [entry.operation_id for entry in apps.emulator.requests].count("authenticate") == 1


def test_switch_organization(urls: tuple[str, str], apps: Apps, browser: httpx.Client) -> None:
    first, second = urls
    initech = organization_id(apps, "Initech")
    sign_in(browser, first)
    if second == apps.nextjs:
        assert browser.post(f"{second}/switch", content=initech).json() == {"organization": initech}
    else:
        headers = {"origin": second}
        browser.post(f"{second}/switch-organization", data={"organization_id": initech}, headers=headers)
    for url in urls:
        assert me(browser, url)["organization_id"] == initech


def test_sign_out(urls: tuple[str, str], apps: Apps, browser: httpx.Client) -> None:
    first, second = urls
    sign_in(browser, first)
    if second == apps.nextjs:
        page = browser.get(f"{second}/logout")
    else:
        page = browser.post(f"{second}/logout", headers={"origin": second})
    assert str(page.url).rstrip("/") == second
    for url in urls:
        assert browser.get(f"{url}/api/me", follow_redirects=False).status_code in (302, 303, 307, 401)
    session = list(apps.emulator.environment.state.sessions)[-1]
    assert session.ended_at is not None
