"""The same scenarios in every framework: sign-in, requirements, refreshes, organization switching, request forgery and webhooks."""

import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.web.browser import ADA, Browser, Page
from tests.web.kits import KITS, SECRET, start_app
from workos_core.webhooks.signatures import sign
from workos_emulator import Emulator
from workos_sync import WorkOS


@pytest.fixture
def emulator() -> Emulator:
    return Emulator()


@pytest.fixture
def workos(emulator: Emulator) -> Iterator[WorkOS]:
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        user = workos.user_management.create_user(email=ADA, email_verified=True)
        join_new_organization(workos, user.id, "Acme")
        yield workos


def join_new_organization(workos: WorkOS, user_id: str, name: str) -> str:
    organization = workos.organizations.create_organization(name=name)
    workos.user_management.create_organization_membership(user_id=user_id, organization_id=organization.id)
    return organization.id


@pytest.fixture(params=KITS)
def browser(request: pytest.FixtureRequest, emulator: Emulator, workos: WorkOS) -> Iterator[Browser]:
    with start_app(request.param, emulator) as send:
        yield Browser(send, emulator)


def sign_in(browser: Browser, return_to: str = "/me") -> Page:
    page = browser.request("GET", f"/login?return_to={return_to}&login_hint={ADA}", Accept="text/html")
    page = browser.follow_redirect(page.header("location") or "")
    page = browser.follow_redirect(page.header("location") or "")
    return browser.navigate(page.header("location") or "")


def test_sign_in_and_sign_out(browser: Browser, emulator: Emulator) -> None:
    page = browser.request("GET", "/me?a=b", Accept="text/html", Sec_Fetch_Mode="navigate")
    assert (page.status, page.header("location")) == (303, "/login?return_to=/me%3Fa%3Db")
    page = sign_in(browser)
    assert (page.status, page.text) == (200, f"session {ADA}")
    assert set(browser.jar) == {"wos-session"}
    emulator.requests.clear()
    for _ in range(5):
        assert browser.request("GET", "/me").status == 200
    assert len(emulator.requests) == 0
    assert browser.request("GET", "/logout").status == 405
    page = browser.request("POST", "/logout", Sec_Fetch_Site="same-origin")
    assert page.status == 303
    assert "/sessions/logout?session_id=" in (page.header("location") or "")
    assert dict(browser.jar) == {}
    assert browser.request("GET", "/me").status == 401


def test_api_requests_get_json_errors(browser: Browser) -> None:
    page = browser.request("GET", "/me", Accept="application/json")
    assert page.status == 401
    assert '"unauthorized"' in page.text
    assert page.header("www-authenticate") == "Bearer"
    page = browser.request("GET", "/me", Accept="text/html", Sec_Fetch_Mode="cors")
    assert page.status == 401


def test_requirements(browser: Browser) -> None:
    sign_in(browser)
    assert browser.request("GET", "/member").status == 200
    for path in ("/admin", "/permission", "/flag"):
        page = browser.request("GET", path)
        assert page.status == 403
        assert "forbidden" in page.text
    page = browser.navigate("/admin")
    assert page.status == 403
    assert "<h1>Access denied</h1>" in page.text
    assert browser.request("GET", "/open").text == ADA
    browser.jar.clear()
    assert browser.request("GET", "/open").text == "anonymous"


def test_bearer_credentials(browser: Browser, workos: WorkOS) -> None:
    user = workos.user_management.list_users().collect()[0]
    workos.user_management.update_user(user.id, password="correct horse 42")
    token = workos.user_management.authenticate_with_password(email=ADA, password="correct horse 42").access_token
    assert browser.request("GET", "/me", Authorization=f"Bearer {token}").text.startswith("access_token")
    workos.authorization.create_permission(slug="posts:read", name="Read")
    organization = workos.organizations.list_organizations().collect()[0]
    key = workos.api_keys.create_organization_api_key(organization.id, name="CI", permissions=["posts:read"])
    assert browser.request("GET", "/permission", Authorization=f"Bearer {key.value}").status == 200
    assert browser.request("GET", "/me", Authorization=f"Bearer {key.value}").status == 403
    assert browser.request("GET", "/permission", Authorization="Bearer sk_unknown").status == 401


def test_combined_requirements(browser: Browser, workos: WorkOS) -> None:
    page = browser.request("GET", "/either")
    assert page.status == 401
    sign_in(browser)  # as a member without permissions
    page = browser.request("GET", "/either")
    assert page.status == 403
    assert "role 'admin' or permission 'posts:read'" in page.text
    assert browser.request("GET", "/both").status == 403
    workos.authorization.create_permission(slug="posts:read", name="Read")
    organization = workos.organizations.list_organizations().collect()[0]
    key = workos.api_keys.create_organization_api_key(organization.id, name="CI", permissions=["posts:read"])
    browser.jar.clear()
    assert browser.request("GET", "/either", Authorization=f"Bearer {key.value}").status == 200
    assert browser.request("GET", "/both", Authorization=f"Bearer {key.value}").status == 403


def test_expired_token_is_refreshed_and_outage_keeps_the_session(browser: Browser, emulator: Emulator) -> None:
    lifetime, emulator.settings.access_token_lifetime = emulator.settings.access_token_lifetime, timedelta(seconds=-90)
    page = browser.request("GET", f"/login?login_hint={ADA}", Accept="text/html")
    page = browser.follow_redirect(page.header("location") or "")
    browser.follow_redirect(page.header("location") or "")
    expired_session = browser.jar["wos-session"]
    emulator.settings.access_token_lifetime = lifetime
    emulator.faults.add(status=503, path="/sso/jwks/*")
    page = browser.request("GET", "/me")
    assert (page.status, page.header("retry-after")) == (503, "1")
    assert browser.jar["wos-session"] == expired_session
    deadline = time.monotonic() + 30
    while page.status == 503 and time.monotonic() < deadline:  # the keys are fetched again after a second
        time.sleep(0.1)
        page = browser.request("GET", "/me")
    assert (page.status, page.header("cache-control")) == (200, "private, no-store")
    assert browser.jar["wos-session"] != expired_session
    emulator.requests.clear()
    assert browser.request("GET", "/me").status == 200
    assert len(emulator.requests) == 0


def test_switch_organization(browser: Browser, workos: WorkOS) -> None:
    sign_in(browser)
    join_new_organization(workos, workos.user_management.list_users().collect()[0].id, "Initech")
    for organization in workos.organizations.list_organizations().collect():
        page = browser.submit_form("/switch-organization", organization_id=organization.id, return_to="/organization")
        assert page.text == organization.id
    page = browser.submit_form("/switch-organization", organization_id="org_none")
    assert page.status == 403
    assert "You are still in the same organization" in page.text
    assert browser.request("GET", "/me").status == 200


def test_forms_from_other_sites_are_rejected(browser: Browser) -> None:
    sign_in(browser)
    for headers in (
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ):
        for path in ("/logout", "/switch-organization"):
            assert browser.request("POST", path, **headers).status == 403
    assert browser.request("GET", "/me").status == 200


def test_invalid_callbacks(browser: Browser) -> None:
    without_state = browser.request("GET", "/callback?code=c")
    assert (without_state.status, without_state.header("location")) == (303, "/login?return_to=/")
    forged = browser.request("GET", "/callback?code=c&state=forged")
    assert forged.status == 400
    assert "Sign in again" in forged.text
    with_script = browser.request("GET", "/callback?error=%3Cscript%3E&state=forged")
    assert "<script>" not in with_script.text


def test_return_to_a_sign_in_route_does_not_loop(browser: Browser) -> None:
    for path in ("/login", "/login/", "/callback%3Fa", "/logout"):
        browser.jar.clear()
        page = sign_in(browser, path)
        assert page.text == "home"


def test_webhooks(browser: Browser) -> None:
    body = b'{"id": "event_1", "event": "user.deleted", "data": {"id": "user_1"}, "created_at": "2026-01-01T00:00:00Z"}'
    page = browser.request("POST", "/webhook", body=body, WorkOS_Signature=sign(body, SECRET))
    assert page.status == 204
    assert browser.request("GET", "/events").text == "event_1"
    page = browser.request("POST", "/webhook", body=body, WorkOS_Signature=sign(body, "another secret"))
    assert page.status == 400
    assert "invalid_signature" in page.text
    assert browser.request("GET", "/webhook").status == 405
    assert browser.request("GET", "/events").text == "event_1"
