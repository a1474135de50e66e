"""Domain policies: just-in-time membership, sign-ins through the identity provider, and guests."""

from typing import Any

import httpx
import pytest

from workos_emulator import Emulator

from ..pages.browsing import Browser
from ..support import Api

PASSWORD = "correct horse 42"
MAGIC_AUTH = "urn:workos:oauth:grant-type:magic-auth:code"
SSO_ONLY = dict.fromkeys(
    ("apple_oauth", "github_oauth", "google_oauth", "magic_auth", "microsoft_oauth", "password"), False
)


@pytest.fixture
def acme(api: Api) -> Any:
    return api.organization("Acme", domain_data=[{"domain": "acme.com", "state": "verified"}])


@pytest.fixture
def ada(api: Api) -> Any:
    return api.user("ada@acme.com", password=PASSWORD)


@pytest.fixture
def browser(api: Api) -> Browser:
    return Browser(api.client)


def sign_in(api: Api, status: int = 200, email: str = "ada@acme.com") -> Any:
    return api.authenticate("password", status, email=email, password=PASSWORD)


def memberships(api: Api, user: Any) -> list[tuple[str, str]]:
    query = {"user_id": user["id"], "statuses": "active,inactive,pending"}
    listed = api("GET", "/user_management/organization_memberships", params=query)["data"]
    return [(each["organization_id"], each["status"]) for each in listed]


def authorize(api: Api, **query: str) -> httpx.QueryParams:
    fixed = {"client_id": "client_emulator", "redirect_uri": "https://app.example.com/cb", "response_type": "code"}
    return httpx.URL(api.client.get("/user_management/authorize", params=fixed | query).headers["location"]).params


def test_just_in_time_membership(api: Api, acme: Any, ada: Any) -> None:
    response = sign_in(api)
    assert (response["organization_id"], memberships(api, ada)) == (acme["id"], [(acme["id"], "active")])
    (event,) = api("GET", "/events?events=organization_membership.created")["data"]
    assert (event["data"]["user_id"], event["data"]["role"]) == (ada["id"], {"slug": "member"})
    assert sign_in(api)["organization_id"] == acme["id"]
    assert len(api("GET", "/events?events=organization_membership.created")["data"]) == 1


def test_membership_needs_a_verified_domain_and_address(api: Api, acme: Any, emulator: Emulator) -> None:
    bob = api.user("bob@other.com", password=PASSWORD)
    api("POST", "/organization_domains", 201, json={"organization_id": acme["id"], "domain": "other.com"})
    assert "organization_id" not in sign_in(api, email="bob@other.com")
    emulator.settings.email_verification_required = False
    eve = api.user("eve@acme.com", password=PASSWORD, email_verified=False)
    assert "organization_id" not in sign_in(api, email="eve@acme.com")
    assert memberships(api, bob) == memberships(api, eve) == []


def test_membership_after_the_email_verification(api: Api, acme: Any, emulator: Emulator) -> None:
    eve = api.user("eve@acme.com", password=PASSWORD, email_verified=False)
    error = sign_in(api, 403, email="eve@acme.com")
    assert memberships(api, eve) == []
    code = emulator.outbox.last("eve@acme.com").code
    grant = "urn:workos:oauth:grant-type:email-verification:code"
    assert api.authenticate(grant, **api.pending(error), code=code)["organization_id"] == acme["id"]


def test_invited_and_deactivated_members(api: Api, acme: Any, ada: Any) -> None:
    invitation = {"email": ada["email"], "organization_id": acme["id"]}
    api("POST", "/user_management/invitations", 201, json=invitation)
    assert memberships(api, ada) == [(acme["id"], "pending")]
    assert sign_in(api)["organization_id"] == acme["id"]
    (membership,) = api("GET", f"/user_management/organization_memberships?user_id={ada['id']}")["data"]
    api("PUT", f"/user_management/organization_memberships/{membership['id']}/deactivate")
    assert "organization_id" not in sign_in(api)
    assert memberships(api, ada) == [(acme["id"], "inactive")]


@pytest.mark.parametrize("switch", ["setting", "policy", "domains"])
def test_disabled_just_in_time_membership(api: Api, acme: Any, ada: Any, emulator: Emulator, switch: str) -> None:
    if switch == "setting":
        emulator.settings.domain_jit_membership = False
    elif switch == "policy":
        emulator.seed.domain_policy(acme["id"], jit_membership=False)
    else:
        emulator.seed.domain_policy(acme["id"], domains=["acme.dev"])
    assert "organization_id" not in sign_in(api)
    emulator.settings.domain_jit_membership = True
    emulator.seed.domain_policy(acme["id"], domains=["ACME.com"])
    assert sign_in(api)["organization_id"] == acme["id"]


def test_password_and_magic_auth_are_refused(api: Api, acme: Any, ada: Any, emulator: Emulator) -> None:
    draft = emulator.seed.connection(acme["id"], state="draft")
    assert sign_in(api)["organization_id"] == acme["id"]
    emulator.seed.update_connection(draft["id"], state="active")
    error = sign_in(api, 400)
    assert error["error"] == "organization_authentication_methods_required"
    assert (error["email"], error["sso_connection_ids"]) == (ada["email"], [draft["id"]])
    assert error["auth_methods"] == SSO_ONLY
    sent = api("POST", "/user_management/magic_auth", 201, json={"email": ada["email"]})
    error = api.authenticate(MAGIC_AUTH, 400, email=ada["email"], code=sent["code"])
    assert error["error"] == "organization_authentication_methods_required"
    api.user("guest@example.com", password=PASSWORD)
    assert sign_in(api, email="guest@example.com")["authentication_method"] == "Password"


def test_methods_that_the_organization_enables(api: Api, acme: Any, ada: Any, emulator: Emulator) -> None:
    emulator.seed.connection(acme["id"])
    emulator.seed.sign_in_policy(acme["id"], methods={"magic_auth": True})
    assert sign_in(api, 400)["auth_methods"] == SSO_ONLY | {"magic_auth": True}
    sent = api("POST", "/user_management/magic_auth", 201, json={"email": ada["email"]})
    assert api.authenticate(MAGIC_AUTH, email=ada["email"], code=sent["code"])["organization_id"] == acme["id"]


@pytest.mark.parametrize("switch", ["setting", "policy", "domains"])
def test_disabled_domain_policy(api: Api, acme: Any, ada: Any, emulator: Emulator, switch: str) -> None:
    emulator.seed.connection(acme["id"])
    if switch == "setting":
        emulator.settings.domain_policy_sso = False
    else:
        emulator.seed.domain_policy(acme["id"], **({"sso_required": False} if switch == "policy" else {"domains": []}))
    assert sign_in(api)["authentication_method"] == "Password"


@pytest.mark.parametrize("provider", ["GoogleOAuth", "GitHubOAuth"])
def test_providers_are_refused(api: Api, acme: Any, ada: Any, emulator: Emulator, provider: str) -> None:
    emulator.seed.connection(acme["id"])
    code = authorize(api, provider=provider, login_hint=ada["email"])["code"]
    error = api.authenticate("authorization_code", 400, code=code)
    assert error["error"] == "organization_authentication_methods_required"


def test_login_hint_signs_in_through_the_identity_provider(api: Api, acme: Any, ada: Any, emulator: Emulator) -> None:
    connection = emulator.seed.connection(acme["id"])
    code = authorize(api, provider="authkit", login_hint=ada["email"])["code"]
    response = api.authenticate("authorization_code", code=code)
    assert (response["authentication_method"], response["organization_id"]) == ("SSO", acme["id"])
    succeeded = api("GET", "/events?events=authentication.sso_succeeded")["data"][-1]["data"]
    assert succeeded["sso"]["connection_id"] == connection["id"]


@pytest.mark.parametrize("method", ["password", "magic auth", "sign-up", "provider"])
def test_pages_lead_to_the_identity_provider(
    api: Api, acme: Any, emulator: Emulator, browser: Browser, method: str
) -> None:
    emulator.seed.connection(acme["id"], name="Acme Okta")
    start = {"client_id": "client_emulator", "redirect_uri": "http://localhost:3000/callback", "response_type": "code"}
    browser.open("/user_management/authorize", **start, provider="authkit")
    if method == "password":
        browser.submit("Sign in", Email_address="new@acme.com", Password="")
    elif method == "magic auth":
        browser.click("Email me a sign-in code").submit("Send code", Email_address="new@acme.com")
    elif method == "sign-up":
        browser.click("Create an account").submit("Create account", Email_address="new@acme.com", Password=PASSWORD)
    else:
        browser.click("Continue with Google").submit("Continue", Email_address="new@acme.com")
    assert browser.heading == "Sign in with Acme Okta"
    assert browser.page
    assert browser.page.value_of("Email address") == "new@acme.com"
    browser.submit("Continue")
    response = api.authenticate("authorization_code", code=browser.code)
    assert (response["authentication_method"], response["organization_id"]) == ("SSO", acme["id"])
    assert response["user"]["email_verified"] is True


def test_guests_need_an_invitation(api: Api, acme: Any, emulator: Emulator) -> None:
    connection = emulator.seed.connection(acme["id"])
    query = {"connection_id": connection["id"], "login_hint": "guest@example.com"}
    assert authorize(api, **query)["error"] == "profile_not_allowed_outside_organization"
    assert api("GET", "/user_management/users")["data"] == []
    invitation = {"email": "guest@example.com", "organization_id": acme["id"], "role_slug": "admin"}
    sent = api("POST", "/user_management/invitations", 201, json=invitation)
    error = api.authenticate("authorization_code", 403, code=authorize(api, **query)["code"])
    assert error["code"] == "email_verification_required"  # the identity provider does not own the domain
    grant = "urn:workos:oauth:grant-type:email-verification:code"
    code = emulator.outbox.last("guest@example.com", "email_verification").code
    response = api.authenticate(grant, **api.pending(error), code=code)
    assert (response["authentication_method"], response["organization_id"]) == ("SSO", acme["id"])
    (membership,) = api("GET", f"/user_management/organization_memberships?organization_id={acme['id']}")["data"]
    assert membership["role"] == {"slug": "admin"}
    assert api("GET", f"/user_management/invitations/{sent['id']}")["state"] == "accepted"


@pytest.mark.parametrize("on_pages", [False, True])
def test_guests_with_the_link_of_an_invitation(
    api: Api, acme: Any, emulator: Emulator, browser: Browser, on_pages: bool
) -> None:
    connection = emulator.seed.connection(acme["id"])
    invitation = {"email": "guest@example.com", "organization_id": acme["id"], "role_slug": "admin"}
    token = api("POST", "/user_management/invitations", 201, json=invitation)["token"]
    query = {"connection_id": connection["id"], "login_hint": "guest@example.com", "invitation_token": token}
    if on_pages:
        emulator.settings.hosted_pages = "always"
        callback = {"redirect_uri": "http://localhost:3000/callback", "response_type": "code"}
        browser.open("/user_management/authorize", client_id="client_emulator", **callback, **query)
        code = browser.submit("Continue").code
    else:
        code = authorize(api, **query)["code"]
    response = api.authenticate("authorization_code", code=code)  # opening the link verified the address
    assert (response["authentication_method"], response["organization_id"]) == ("SSO", acme["id"])
    (membership,) = api("GET", f"/user_management/organization_memberships?organization_id={acme['id']}")["data"]
    assert membership["role"] == {"slug": "admin"}


def test_guests_on_the_pages(api: Api, acme: Any, emulator: Emulator, browser: Browser) -> None:
    connection = emulator.seed.connection(acme["id"])
    start = {"client_id": "client_emulator", "redirect_uri": "http://localhost:3000/callback", "response_type": "code"}
    browser.open("/user_management/authorize", **start, connection_id=connection["id"])
    browser.submit("Continue", Email_address="guest@example.com")
    assert browser.returned
    assert browser.returned["error"] == "profile_not_allowed_outside_organization"
    (event,) = api("GET", "/events?events=authentication.sso_failed")["data"]
    assert event["data"]["error"]["code"] == "profile_not_allowed_outside_organization"


@pytest.mark.parametrize("switch", ["setting", "organization"])
def test_guests_without_invitation(api: Api, acme: Any, emulator: Emulator, switch: str) -> None:
    if switch == "setting":
        emulator.settings.guests_need_invitation = False
    else:
        api("PUT", f"/organizations/{acme['id']}", json={"allow_profiles_outside_organization": True})
    connection = emulator.seed.connection(acme["id"])
    assert authorize(api, connection_id=connection["id"], login_hint="guest@example.com")["code"]


def test_disabled_provisioning_through_sso(api: Api, acme: Any, ada: Any, emulator: Emulator) -> None:
    emulator.settings.sso_jit_provisioning = False
    connection = emulator.seed.connection(acme["id"])
    query = {"connection_id": connection["id"], "login_hint": ada["email"]}
    assert authorize(api, **query)["error"] == "organization_membership_not_found"
    api.membership(ada, acme)
    assert authorize(api, **query)["code"]


def test_attributes_of_the_profile(api: Api, acme: Any, emulator: Emulator) -> None:
    connection = emulator.seed.connection(acme["id"])
    attributes = {"department": "R&D"}
    emulator.seed.profile(connection["id"], "eve@acme.com", custom_attributes=attributes, role_slugs=["admin", "none"])
    code = authorize(api, connection_id=connection["id"], login_hint="eve@acme.com")["code"]
    user = api.authenticate("authorization_code", code=code)["user"]
    (membership,) = api("GET", f"/user_management/organization_memberships?user_id={user['id']}")["data"]
    assert (membership["custom_attributes"], membership["role"]) == (attributes, {"slug": "admin"})


def test_seeded_sessions_are_exempt(api: Api, acme: Any, ada: Any, emulator: Emulator) -> None:
    emulator.seed.connection(acme["id"])
    assert emulator.seed.sign_in(ada["id"])["authentication_method"] == "Password"
    api.authenticate("authorization_code", code=emulator.seed.impersonation(ada["id"], email="support@example.com"))
