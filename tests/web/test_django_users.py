"""Django users for identities of WorkOS: matching, creation, roles, signing in and out."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.web.apps._django_users import SERVERS, start_project
from tests.web.browser import ADA, Browser
from tests.web.kits import create_user, open_callback
from workos_core.auth.identity.identity import Identity
from workos_emulator import Emulator
from workos_sync import WorkOS

pytest.importorskip("django", reason="nox -s web installs the frameworks")

WORKOS_USER = {"id": "user_1", "email": ADA, "email_verified": True, "external_id": None, "first_name": "Ada"}


@pytest.fixture(autouse=True)
def django_settings() -> None:
    import tests.web.apps._django_project  # noqa: F401  # models can be imported only with settings


@pytest.fixture
def emulator() -> Emulator:
    return Emulator()


@pytest.fixture
def workos(emulator: Emulator) -> Iterator[WorkOS]:
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        yield workos


@pytest.fixture(params=SERVERS)
def server(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def project(emulator: Emulator) -> Iterator[None]:
    with start_project("wsgi_sync", emulator):
        yield


def backend(**attributes: Any) -> Any:
    from workos_web.django.users import WorkOSBackend

    return type("Backend", (WorkOSBackend,), {"__module__": "tests.web.apps.current_django_project", **attributes})


def create_django_user(username: str = "ada", **fields: Any) -> Any:
    from django.contrib.auth.models import User

    return User.objects.create(username=username, **{"email": ADA, **fields})


def organization_id(workos: WorkOS) -> str:
    return workos.organizations.list_organizations().collect()[0].id


def set_role(workos: WorkOS, user_id: str, role: str) -> None:
    if role not in {each.slug for each in workos.authorization.list_environment_roles()}:
        workos.authorization.create_environment_role(slug=role, name=role)
    membership = workos.user_management.list_organization_memberships(user_id=user_id).collect()[0]
    workos.user_management.update_organization_membership(membership.id, role_slug=role)


# Sessions


def test_user_with_a_verified_email_address(server: str, emulator: Emulator) -> None:
    create_user(emulator)
    with start_project(server, emulator) as browser:
        create_django_user()
        assert browser.request("GET", "/me").text == "anonymous"
        assert open_callback(browser).status == 303
        assert browser.request("GET", "/me").text == ADA
        assert browser.request("GET", "/me-async").text == ADA


def test_user_with_an_external_id(server: str, emulator: Emulator, workos: WorkOS) -> None:
    user_id = create_user(emulator)
    with start_project(server, emulator, backend(match_email=False)) as browser:
        create_django_user("other")
        user = create_django_user("ada", email="work@example.com")
        workos.user_management.update_user(user_id, external_id=str(user.pk))
        open_callback(browser)
        assert browser.request("GET", "/me").text == "work@example.com"


def test_sign_in_without_a_django_user_is_denied(server: str, emulator: Emulator, workos: WorkOS) -> None:
    user_id = create_user(emulator)
    with start_project(server, emulator) as browser:
        page = open_callback(browser, "/reports")
        assert page.status == 403
        assert "You have no account in this application." in page.text
        assert "wos-session" not in browser.jar
        assert browser.request("GET", "/me").text == "anonymous"
    assert workos.user_management.list_sessions(user_id).collect() == []  # ended at WorkOS too


def test_user_is_created(server: str, emulator: Emulator) -> None:
    from django.contrib.auth.models import User

    create_user(emulator, first_name="Ada", last_name="Lovelace")
    with start_project(server, emulator, backend(create_users=True)) as browser:
        for _ in range(2):
            assert open_callback(browser).status == 303
            assert browser.request("GET", "/me").text == ADA
        user = User.objects.get()
        assert (user.email, user.first_name, user.last_name) == (ADA, "Ada", "Lovelace")
        assert not user.has_usable_password()
        assert user.last_login is not None


def test_login_required_returns_to_the_page(server: str, emulator: Emulator) -> None:
    create_user(emulator)
    with start_project(server, emulator) as browser:
        create_django_user()
        page = browser.request("GET", "/reports?a=1")
        assert (page.status, page.header("location")) == (302, "/login?next=/reports%3Fa%3D1")
        page = browser.request("GET", f"{page.header('location')}&login_hint={ADA}")
        for _ in range(3):
            page = browser.follow_redirect(page.header("location") or "")
        assert page.text == "reports 1"


def test_request_user_in_the_event_loop_names_auser(emulator: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    create_user(emulator)
    with start_project("asgi_async", emulator) as browser:
        create_django_user()
        open_callback(browser)
        assert browser.request("GET", "/me-in-event-loop").status == 500
    messages = {str(record.exc_info[1]) for record in caplog.records if record.exc_info}
    assert any("await request.auser()" in message for message in messages)


def test_django_session_is_not_shared_between_users(server: str, emulator: Emulator, workos: WorkOS) -> None:
    create_user(emulator)
    with start_project(server, emulator, backend(create_users=True)) as browser:
        assert browser.request("GET", "/store").text == "stored"
        open_callback(browser)
        assert browser.request("GET", "/cart").text == "a book"  # what was stored before the sign-in is kept
        eve = workos.user_management.create_user(email="eve@example.com", email_verified=True).id
        workos.user_management.create_organization_membership(user_id=eve, organization_id=organization_id(workos))
        open_callback(browser, email="eve@example.com")
        assert browser.request("GET", "/me").text == "eve@example.com"
        assert browser.request("GET", "/cart").text == "empty"
        assert browser.request("GET", "/store").text == "stored"
        assert browser.request("POST", "/logout", Sec_Fetch_Site="same-origin").status == 303
        assert browser.request("GET", "/cart").text == "empty"


def test_user_of_django_is_kept_without_an_identity(emulator: Emulator) -> None:
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    create_user(emulator)
    with start_project("wsgi_sync", emulator) as browser:
        local = create_django_user("local", email="local@example.com")
        create_django_user()
        store = SessionStore()
        store[SESSION_KEY] = str(local.pk)
        store[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
        store[HASH_SESSION_KEY] = local.get_session_auth_hash()
        store.create()
        browser.jar["sessionid"] = str(store.session_key)
        assert browser.request("GET", "/me").text == "local@example.com"
        assert browser.request("GET", "/me-async").text == "local@example.com"
        open_callback(browser)
        assert browser.request("GET", "/me").text == ADA
        assert browser.request("POST", "/logout", Sec_Fetch_Site="same-origin").status == 303
        assert browser.request("GET", "/me").text == "anonymous"


def test_hooks_of_the_application_run_too(server: str, emulator: Emulator) -> None:
    from workos_core.auth import SignInHooks

    calls: list[str] = []

    async def on_signed_in(request: Any, signed_in: Any) -> None:
        calls.append(f"signed in {signed_in.response.user.email}")

    def on_signed_out(request: Any, signed_out: Any) -> None:
        calls.append(f"signed out {request.native.user.email}")

    create_user(emulator)
    hooks = SignInHooks(on_signed_in=on_signed_in, on_signed_out=on_signed_out)
    with start_project(server, emulator, hooks=hooks) as browser:
        create_django_user()
        open_callback(browser)
        browser.request("POST", "/logout", Sec_Fetch_Site="same-origin")
    assert calls == [f"signed in {ADA}", f"signed out {ADA}"]


# Access tokens and API keys


def access_token(workos: WorkOS, user_id: str) -> str:
    workos.user_management.update_user(user_id, password="correct horse 42")
    return workos.user_management.authenticate_with_password(email=ADA, password="correct horse 42").access_token


def test_user_of_an_access_token_is_fetched_once(server: str, emulator: Emulator, workos: WorkOS) -> None:
    user_id = create_user(emulator)
    token = access_token(workos, user_id)
    with start_project(server, emulator) as browser:
        create_django_user()
        emulator.requests.clear()
        for _ in range(3):
            assert browser.request("GET", "/me", Authorization=f"Bearer {token}").text == ADA
        paths = [entry.request.path for entry in emulator.requests]
        assert paths.count(f"/user_management/users/{user_id}") == 1


def test_outage_while_the_user_of_an_access_token_is_fetched(server: str, emulator: Emulator, workos: WorkOS) -> None:
    user_id = create_user(emulator)
    token = access_token(workos, user_id)
    with start_project(server, emulator) as browser:
        create_django_user()
        emulator.faults.add(status=503, path="/user_management/users/*")
        page = browser.request("GET", "/me", Authorization=f"Bearer {token}")
        assert (page.status, page.header("retry-after")) == (503, "1")
        assert browser.request("GET", "/me", Authorization=f"Bearer {token}").text == ADA


def test_api_key_stands_for_its_owner_only_on_request(emulator: Emulator, workos: WorkOS) -> None:
    user_id = create_user(emulator)
    organization = organization_id(workos)
    key = workos.user_management.create_user_api_key(user_id, name="CLI", organization_id=organization, permissions=[])
    for accept, text in ((False, "anonymous"), (True, f"{ADA} is_staff")):
        options = {"accept_api_keys": accept, "staff_roles": ["boss"], "role_organizations": [organization]}
        with start_project("wsgi_sync", emulator, backend(**options)) as browser:
            create_django_user(is_staff=True)  # an API key has no roles, and does not remove those of its owner
            assert browser.request("GET", "/me", Authorization=f"Bearer {key.value}").text == text


# Roles


def test_roles_make_users_staff(server: str, emulator: Emulator, workos: WorkOS) -> None:
    user_id = create_user(emulator)
    options = {
        "role_organizations": [organization_id(workos)],
        "staff_roles": ["support", "editor"],
        "superuser_roles": ["owner"],
        "role_groups": {"editor": ["Editors", "Writers"], "support": ["Support"]},
    }
    expected = {
        "editor": f"{ADA} is_staff Editors Own Writers",
        "support": f"{ADA} is_staff Own Support",
        "owner": f"{ADA} is_staff is_superuser Own",
        "member": f"{ADA} Own",
    }
    with start_project(server, emulator, backend(**options)) as browser:
        from django.contrib.auth.models import Group

        create_django_user().groups.add(Group.objects.create(name="Own"))
        for role, text in expected.items():
            set_role(workos, user_id, role)
            open_callback(browser)
            assert browser.request("GET", "/me").text == text


def test_roles_in_other_organizations_do_not_count(emulator: Emulator, workos: WorkOS) -> None:
    user_id = create_user(emulator)
    set_role(workos, user_id, "owner")
    options = {"role_organizations": ["org_ours"], "superuser_roles": ["owner"], "role_groups": {"owner": ["Owners"]}}
    with start_project("wsgi_sync", emulator, backend(**options)) as browser:
        create_django_user(is_superuser=True)
        open_callback(browser)
        assert browser.request("GET", "/me").text == ADA


def test_flags_are_not_changed_without_a_mapping(emulator: Emulator) -> None:
    create_user(emulator)
    with start_project("wsgi_sync", emulator) as browser:
        create_django_user(is_staff=True, is_superuser=True)
        open_callback(browser)
        assert browser.request("GET", "/me").text == f"{ADA} is_staff is_superuser"


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ({"staff_roles": ["admin"]}, "role_organizations is empty"),
        ({"superuser_roles": []}, "role_organizations is empty"),
        ({"role_groups": {"a": ["A"]}}, "role_organizations is empty"),
        ({"staff_roles": "admin", "role_organizations": ["org_1"]}, "staff_roles must be a list, not the text 'admin'"),
        ({"role_organizations": "org_1"}, "role_organizations must be a list"),
        ({"create_users": True, "match_email": False}, "create_users requires match_email or user_id_field"),
        ({"role_groups": {"a": "A"}, "role_organizations": ["org_1"]}, "role_groups\\['a'\\] must be a list"),
    ],
)
def test_invalid_configuration(attributes: dict[str, Any], message: str, project: None) -> None:
    from django.core.exceptions import ImproperlyConfigured

    with pytest.raises(ImproperlyConfigured, match=f"^Backend.{message}"):
        backend(**attributes)()


def test_missing_backend_and_middleware(emulator: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    from django.contrib.auth.backends import ModelBackend
    from django.test import override_settings

    create_user(emulator)
    with start_project("wsgi_sync", emulator, ModelBackend) as browser:
        assert open_callback(browser).status == 303  # the project does not use Django users
        assert browser.request("GET", "/me").status == 500
        with override_settings(MIDDLEWARE=["workos_web.django.middleware.UserMiddleware"]):
            assert browser.request("GET", "/me").status == 500
    messages = {str(record.exc_info[1]) for record in caplog.records if record.exc_info}
    assert any("AUTHENTICATION_BACKENDS contains no WorkOSBackend" in message for message in messages)
    assert any("add the middleware of DjangoSignIn" in message for message in messages)


# Matching


def found(data: dict[str, Any], **attributes: Any) -> Any:
    identity = Identity(kind="session", user_id=data["id"], organization_id=None, user=data)
    return backend(**attributes)().authenticate(None, identity)


EMAILS: dict[str, tuple[dict[str, Any], str, bool]] = {
    "verified": ({}, ADA, True),
    "case_of_ascii_letters": ({}, "ADA@Example.com", True),
    "not_verified": ({"email_verified": False}, ADA, False),
    "verification_unknown": ({"email_verified": None}, ADA, False),
    "verification_is_text": ({"email_verified": "true"}, ADA, False),
    "no_email": ({"email": None}, "", False),
    "another_email": ({}, "ida@example.com", False),
    "wildcard": ({"email": "%@example.com"}, ADA, False),
    "kelvin_sign": ({"email": "\u212aate@example.com"}, "kate@example.com", False),
    "dotless_i": ({"email": "\u0131da@example.com"}, "ida@example.com", False),
}


@pytest.mark.parametrize("name", EMAILS)
def test_matching_by_email(name: str, project: None) -> None:
    data, email, matches = EMAILS[name]
    user = create_django_user(email=email)
    assert found(WORKOS_USER | data) == (user if matches else None)
    assert found(WORKOS_USER | data, match_email=False) is None


def test_ambiguous_email_addresses_match_nobody(project: None, caplog: pytest.LogCaptureFixture) -> None:
    create_django_user("one")
    create_django_user("two", email=ADA.upper())
    assert found(WORKOS_USER) is None
    assert found(WORKOS_USER, create_users=True) is None
    assert "Several Django users have the email address" in caplog.text


EXTERNAL_IDS: dict[str, Callable[[int], str]] = {
    "leading_zero": lambda pk: f"0{pk}",
    "space": lambda pk: f" {pk}",
    "sign": lambda pk: f"+{pk}",
    "other_digits": lambda pk: "".join(chr(0x0660 + int(digit)) for digit in str(pk)),
    "text": lambda pk: "an ID of another system",
    "long": lambda pk: "9" * 60,
    "empty": lambda pk: "",
}


@pytest.mark.parametrize("name", EXTERNAL_IDS)
def test_external_ids_match_exactly(name: str, project: None) -> None:
    user = create_django_user(email="work@example.com")
    data = WORKOS_USER | {"external_id": EXTERNAL_IDS[name](user.pk)}
    assert found(data) is None
    assert found(WORKOS_USER | {"external_id": str(user.pk)}) == user
    assert found(WORKOS_USER | {"external_id": str(user.pk)}, external_id_field=None) is None
    assert found(WORKOS_USER | {"external_id": "ada"}, external_id_field="username") == user


def test_external_id_takes_precedence_over_the_email_address(project: None) -> None:
    by_id, by_email = create_django_user("one", email="one@example.com"), create_django_user("two")
    assert found(WORKOS_USER | {"external_id": str(by_id.pk)}) == by_id
    assert found(WORKOS_USER | {"external_id": "unknown"}) == by_email


def test_inactive_users_are_not_found(project: None) -> None:
    create_django_user(is_active=False)
    assert found(WORKOS_USER) is None
    assert found(WORKOS_USER, create_users=True) is None


def test_malformed_data_is_not_used(project: None, caplog: pytest.LogCaptureFixture) -> None:
    create_django_user()
    assert found(WORKOS_USER | {"email": [ADA]}) is None
    assert "has the wrong structure" in caplog.text
    assert found({"id": "user_1"}) is None  # an incomplete user


def test_data_of_another_user_is_not_used(project: None) -> None:
    create_django_user()
    identity = Identity(kind="session", user_id="user_2", organization_id=None, user=WORKOS_USER)
    assert backend()().authenticate(None, identity) is None


def test_users_are_created_only_with_a_verified_email_address(project: None) -> None:
    from django.contrib.auth.models import User

    assert found(WORKOS_USER | {"email_verified": False}, create_users=True) is None
    assert User.objects.count() == 0
    user = found(WORKOS_USER, create_users=True)
    assert (user.username, user.email, user.first_name) == ("user_1", ADA, "Ada")
    assert found(WORKOS_USER, create_users=True) == user


def test_name_of_a_new_user_that_is_taken(project: None) -> None:
    create_django_user("user_1", email="squatter@example.com")
    assert found(WORKOS_USER, create_users=True) is None


def test_id_of_the_workos_user_is_stored(project: None) -> None:
    user = create_django_user(last_name="")
    assert found(WORKOS_USER, user_id_field="last_name") == user
    user.refresh_from_db()
    assert user.last_name == "user_1"
    renamed = WORKOS_USER | {"email": "new@example.com", "email_verified": False}
    assert found(renamed, user_id_field="last_name") == user
    assert (
        found(WORKOS_USER | {"id": "user_2"}, user_id_field="last_name") is None
    )  # the address now belongs to somebody else


def test_permissions_come_from_the_groups_of_django(project: None) -> None:
    from django.contrib.auth.models import Group, Permission

    group = Group.objects.create(name="Editors")
    group.permissions.add(Permission.objects.get(codename="change_group"))
    user = create_django_user()
    user.groups.add(group)
    assert found(WORKOS_USER).has_perm("auth.change_group")
    assert not found(WORKOS_USER).has_perm("auth.delete_group")


# The admin site


def staff_backend(workos: WorkOS) -> Any:
    return backend(role_organizations=[organization_id(workos)], superuser_roles=["owner"])


def test_admin_sign_in(server: str, emulator: Emulator, workos: WorkOS) -> None:
    user_id = create_user(emulator)
    set_role(workos, user_id, "owner")
    with start_project(server, emulator, staff_backend(workos)) as browser:
        create_django_user()
        page = browser.request("GET", "/admin/auth/user/?q=a")
        assert page.status == 302
        page = browser.follow_redirect(page.header("location") or "")
        assert (page.status, page.header("location")) == (302, "/login?return_to=%2Fadmin%2Fauth%2Fuser%2F%3Fq%3Da")
        page = browser.request("GET", f"{page.header('location')}&login_hint={ADA}")
        for _ in range(3):
            page = browser.follow_redirect(page.header("location") or "")
        assert page.status == 200
        assert "Select user to change" in page.text
        page = browser.request("GET", "/admin/login/?next=//evil.example/")
        assert (page.status, page.header("location")) == (302, "/admin/")
        sign_out_of_admin(browser)


def sign_out_of_admin(browser: Browser) -> None:
    headers = {"Sec_Fetch_Site": "same-origin", "Content_Type": "application/x-www-form-urlencoded"}
    assert browser.request("POST", "/admin/logout/", **headers).status == 403  # without a CSRF token
    assert browser.request("GET", "/admin/logout/").status == 405
    token = browser.jar["csrftoken"]
    page = browser.request("POST", "/admin/logout/", body=f"csrfmiddlewaretoken={token}".encode(), **headers)
    assert page.status == 303
    assert "/sessions/logout?session_id=" in (page.header("location") or "")
    assert "wos-session" not in browser.jar
    assert browser.request("GET", "/admin/").status == 302


def test_admin_is_denied_to_users_who_are_not_staff(server: str, emulator: Emulator, workos: WorkOS) -> None:
    create_user(emulator)
    with start_project(server, emulator, staff_backend(workos)) as browser:
        create_django_user(is_staff=True, is_superuser=True)
        open_callback(browser)
        page = browser.navigate("/admin/")
        assert page.status == 403
        assert "not authorized to use this site" in page.text


def test_error_page_of_the_application_in_the_admin_site(server: str, emulator: Emulator, workos: WorkOS) -> None:
    from workos_core.auth import SignInHooks, WebResponse

    create_user(emulator)
    hooks = SignInHooks(error_page=lambda request, error: WebResponse(418, f"{error.status} {error.reason}"))
    with start_project(server, emulator, staff_backend(workos), hooks) as browser:
        create_django_user()
        open_callback(browser)
        page = browser.navigate("/admin/")
        assert (page.status, page.text) == (418, "403 not_staff")


def test_admin_during_an_outage(emulator: Emulator, workos: WorkOS) -> None:
    create_user(emulator)
    with start_project("wsgi_sync", emulator, staff_backend(workos)) as browser:
        create_django_user()
        open_callback(browser)
        emulator.faults.add(status=503, path="/sso/jwks/*")
        page = browser.request("GET", "/admin/login/", Accept="text/html")
        assert page.status == 503
        assert "wos-session" in browser.jar
