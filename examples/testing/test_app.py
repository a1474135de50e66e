"""Tests of the app with the fixtures of `workos_testing`.

    python -m pytest examples/testing -p workos_testing.plugin

If the package is installed, pytest loads the plugin without `-p`.
"""

import httpx
import pytest

from workos_async import WorkOS
from workos_emulator import Emulator, Faults
from workos_testing import Factory, SessionFactory, Webhooks

from .app import App


@pytest.fixture
def app(workos_client: WorkOS, workos_sign_in: SessionFactory, workos_webhooks: Webhooks) -> App:
    return App(workos_client, cookie_password=workos_sign_in.cookie_password, webhook_secret=workos_webhooks.secret)


@pytest.fixture
def browser(app: App) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://app")  # type: ignore[arg-type]


@pytest.mark.anyio
async def test_me_requires_a_session(browser: httpx.AsyncClient) -> None:
    assert (await browser.get("/me")).status_code == 401


@pytest.mark.anyio
async def test_me_returns_the_user(
    browser: httpx.AsyncClient, workos_factory: Factory, workos_sign_in: SessionFactory
) -> None:
    ada = workos_factory.user(email="ada@example.com")
    browser.cookies.update(workos_sign_in.cookies(ada))
    assert (await browser.get("/me")).json() == {"email": "ada@example.com", "organization_id": None}


@pytest.mark.anyio
async def test_members_of_the_organization(
    browser: httpx.AsyncClient, workos_factory: Factory, workos_sign_in: SessionFactory
) -> None:
    ada, bob, acme = workos_factory.user(), workos_factory.user(), workos_factory.organization()
    for user in (ada, bob):
        workos_factory.membership(user=user, organization=acme)
    workos_factory.membership()  # another user in another organization
    browser.cookies.update(workos_sign_in.cookies(ada, acme))
    assert sorted((await browser.get("/members")).json()) == sorted([ada.email, bob.email])


@pytest.mark.anyio
async def test_outage(
    browser: httpx.AsyncClient, workos_factory: Factory, workos_sign_in: SessionFactory, workos_faults: Faults
) -> None:
    membership = workos_factory.membership()
    browser.cookies.update(workos_sign_in.cookies(membership.user_id))
    workos_faults.add(status=500, path="/user_management/users", count=None, retry_after=0)
    assert (await browser.get("/members")).status_code == 502


@pytest.mark.anyio
async def test_webhooks(
    app: App,
    browser: httpx.AsyncClient,
    workos_test_emulator: Emulator,
    workos_factory: Factory,
    workos_webhooks: Webhooks,
) -> None:
    employee = workos_factory.directory_user()
    workos_test_emulator.seed.delete_directory_user(employee.id)
    webhook = workos_webhooks.latest("dsync.user.deleted")
    assert (await browser.post("/webhooks", content=webhook.body, headers=webhook.headers)).status_code == 200
    assert app.deleted_users == {employee.id}

    forged = workos_webhooks.latest("dsync.user.deleted", secret="wrong")
    assert (await browser.post("/webhooks", content=forged.body, headers=forged.headers)).status_code == 400
