"""The same story in every framework: who is let in, who is sent to sign in, what it costs, and what outsiders can't do."""

import importlib
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from tests.web.person import ADA, Person
from workos_core.webhooks.signatures import sign
from workos_emulator import Emulator
from workos_sync import WorkOS

KITS = ("fastapi", "starlette", "litestar", "flask", "django_sync", "django_async")
SECRET = "a webhook secret"


@pytest.fixture
def emulator() -> Emulator:
    return Emulator()


@pytest.fixture
def setup(emulator: Emulator) -> Iterator[WorkOS]:
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        user = workos.user_management.create_user(email=ADA, email_verified=True)
        join(workos, user.id, "Acme")
        yield workos


def join(workos: WorkOS, user_id: str, name: str) -> str:
    organization = workos.organizations.create_organization(name=name)
    workos.user_management.create_organization_membership(user_id=user_id, organization_id=organization.id)
    return organization.id


@pytest.fixture(params=KITS)
def person(request: pytest.FixtureRequest, emulator: Emulator, setup: WorkOS) -> Iterator[Person]:
    pytest.importorskip(request.param.partition("_")[0], reason="nox -s web installs the frameworks")
    app: Any = importlib.import_module(f"tests.web.apps.{request.param}")
    with app.client(emulator, SECRET) as send:
        yield Person(send, emulator)


def enter(person: Person, path: str = "/me") -> Any:
    begun = person.ask("GET", f"/login?return_to={path}&login_hint={ADA}", Accept="text/html")
    answer = person.go(begun.header("location") or "")
    answer = person.go(answer.header("location") or "")
    return person.visit(answer.header("location") or "")


def test_sign_in_and_out(person: Person, emulator: Emulator) -> None:
    sent = person.ask("GET", "/me?a=b", Accept="text/html", Sec_Fetch_Mode="navigate")
    assert (sent.status, sent.header("location")) == (303, "/login?return_to=/me%3Fa%3Db")
    page = enter(person)
    assert (page.status, page.text) == (200, f"session {ADA}")
    assert set(person.jar) == {"wos-session"}
    emulator.requests.clear()
    for _ in range(5):
        assert person.ask("GET", "/me").status == 200
    assert len(emulator.requests) == 0
    assert person.ask("GET", "/logout").status == 405
    out = person.ask("POST", "/logout", Sec_Fetch_Site="same-origin")
    assert out.status == 303
    assert "/sessions/logout?session_id=" in (out.header("location") or "")
    assert dict(person.jar) == {}
    assert person.ask("GET", "/me").status == 401


def test_programs_get_json(person: Person) -> None:
    refused = person.ask("GET", "/me", Accept="application/json")
    assert refused.status == 401
    assert '"unauthorized"' in refused.text
    assert refused.header("www-authenticate") == "Bearer"
    fetched = person.ask("GET", "/me", Accept="text/html", Sec_Fetch_Mode="cors")
    assert fetched.status == 401


def test_requirements(person: Person) -> None:
    enter(person)
    assert person.ask("GET", "/member").status == 200
    for path in ("/admin", "/permission", "/flag"):
        refused = person.ask("GET", path)
        assert refused.status == 403
        assert "forbidden" in refused.text
    page = person.visit("/admin")
    assert page.status == 403
    assert "<h1>Access denied</h1>" in page.text
    assert person.ask("GET", "/open").text == ADA
    person.jar.clear()
    assert person.ask("GET", "/open").text == "nobody"


def test_bearer(person: Person, setup: WorkOS) -> None:
    user = setup.user_management.list_users().collect()[0]
    setup.user_management.update_user(user.id, password="correct horse 42")
    token = setup.user_management.authenticate_with_password(email=ADA, password="correct horse 42").access_token
    assert person.ask("GET", "/me", Authorization=f"Bearer {token}").text.startswith("access_token")
    setup.authorization.create_permission(slug="posts:read", name="Read")
    organization = setup.organizations.list_organizations().collect()[0]
    key = setup.api_keys.create_organization_api_key(organization.id, name="CI", permissions=["posts:read"])
    assert person.ask("GET", "/permission", Authorization=f"Bearer {key.value}").status == 200
    assert person.ask("GET", "/me", Authorization=f"Bearer {key.value}").status == 403
    assert person.ask("GET", "/permission", Authorization="Bearer sk_none_at_all").status == 401


def test_an_expired_token_is_refreshed_and_outages_are_survived(person: Person, emulator: Emulator) -> None:
    usual, emulator.settings.access_token_lifetime = emulator.settings.access_token_lifetime, timedelta(seconds=-90)
    begun = person.ask("GET", f"/login?login_hint={ADA}", Accept="text/html")
    answer = person.go(begun.header("location") or "")
    person.go(answer.header("location") or "")
    before = person.jar["wos-session"]
    emulator.settings.access_token_lifetime = usual
    emulator.faults.add(status=503, path="/sso/jwks/*")
    down = person.ask("GET", "/me")
    assert (down.status, down.header("retry-after")) == (503, "1")
    assert person.jar["wos-session"] == before
    answer = person.ask("GET", "/me")
    assert (answer.status, answer.header("cache-control")) == (200, "no-store")
    assert person.jar["wos-session"] != before
    emulator.requests.clear()
    assert person.ask("GET", "/me").status == 200
    assert len(emulator.requests) == 0


def test_switching_the_organization(person: Person, setup: WorkOS) -> None:
    enter(person)
    join(setup, setup.user_management.list_users().collect()[0].id, "Initech")
    for organization in setup.organizations.list_organizations().collect():
        page = person.post("/switch-organization", organization_id=organization.id, return_to="/organization")
        assert page.text == organization.id
    refused = person.post("/switch-organization", organization_id="org_none")
    assert refused.status == 403
    assert "You are still in the same organization" in refused.text
    assert person.ask("GET", "/me").status == 200


def test_forms_of_other_sites(person: Person) -> None:
    enter(person)
    for headers in (
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ):
        for path in ("/logout", "/switch-organization"):
            assert person.ask("POST", path, **headers).status == 403
    assert person.ask("GET", "/me").status == 200


def test_a_callback_that_goes_wrong(person: Person) -> None:
    begun_elsewhere = person.ask("GET", "/callback?code=c")
    assert (begun_elsewhere.status, begun_elsewhere.header("location")) == (303, "/login?return_to=/")
    forged = person.ask("GET", "/callback?code=c&state=forged")
    assert forged.status == 400
    assert "Sign in again" in forged.text
    script = person.ask("GET", "/callback?error=%3Cscript%3E&state=forged")
    assert "<script>" not in script.text


def test_no_endless_redirects(person: Person) -> None:
    for path in ("/login", "/login/", "/callback%3Fa", "/logout"):
        person.jar.clear()
        page = enter(person, path)
        assert page.text == "home"


def test_webhooks(person: Person) -> None:
    body = b'{"id": "event_1", "event": "user.deleted", "data": {"id": "user_1"}, "created_at": "2026-01-01T00:00:00Z"}'
    genuine = person.ask("POST", "/webhook", body=body, WorkOS_Signature=sign(body, SECRET))
    assert genuine.status == 204
    assert person.ask("GET", "/events").text == "event_1"
    forged = person.ask("POST", "/webhook", body=body, WorkOS_Signature=sign(body, "another"))
    assert (forged.status, "invalid_signature" in forged.text) == (400, True)
    assert person.ask("GET", "/webhook").status == 405
    assert person.ask("GET", "/events").text == "event_1"
