"""Sign-in with a passkey: what it satisfies, and every response that is rejected."""

import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from workos_emulator import Clock, Emulator
from workos_emulator.storage.objects.passkeys import Passkey

from ....support.authenticator import BACKED_UP, BACKUP_ELIGIBLE, PRESENT, VERIFIED, Authenticator, encode
from ...support import Api
from ..browsing import Browser
from ..conftest import EMAIL, complete_sign_in, start_sign_in
from .conftest import create_passkey, open_enrollment, options_of, problem_of, send, use_passkey

INVALID = "The passkey could not be verified. Try again, or choose another way to sign in."


def failures(api: Api) -> list[Any]:
    return [event["data"] for event in api("GET", "/events?events=authentication.passkey_failed")["data"]]


def test_sign_in(api: Api, browser: Browser, ada: Any, device: Authenticator, enrolled: Passkey, clock: Clock) -> None:
    assert use_passkey(start_sign_in(browser), device).returned
    response = complete_sign_in(api, browser)
    assert (response["authentication_method"], response["user"]["id"]) == ("Passkey", ada["id"])
    (session,) = api("GET", f"/user_management/users/{ada['id']}/sessions")["data"]
    assert session["auth_method"] == "passkey"
    (event,) = api("GET", "/events?events=authentication.passkey_succeeded")["data"]
    assert event["data"] == {
        "type": "passkey",
        "status": "succeeded",
        "ip_address": None,
        "user_agent": None,
        "user_id": ada["id"],
        "email": EMAIL,
    }
    assert (enrolled.last_used_at, enrolled.sign_count) == (clock.now(), 1)
    assert failures(api) == []


def test_the_options_of_the_sign_in(browser: Browser, device: Authenticator, enrolled: Passkey) -> None:
    options = options_of(start_sign_in(browser))
    assert options["rpId"] == "api.workos.com"
    assert (options["allowCredentials"], options["userVerification"]) == ([], "required")
    assert len(options["challenge"]) >= 43
    assert options_of(start_sign_in(browser))["challenge"] != options["challenge"]


def test_passkeys_are_off_by_default(browser: Browser, emulator: Emulator) -> None:
    emulator.reset()
    assert start_sign_in(browser).page
    assert browser.page
    assert "data-passkey" not in browser.page.html
    assert browser.page.tags.count(("script", {})) == 0
    flow = browser.page.url.partition("?")[2]
    assert browser.open(f"/hosted/sign-in/passkey?{flow}").heading == "Passkeys are disabled"
    assert browser.open(f"/hosted/sign-up/passkey?{flow}").heading == "Passkeys are disabled"


def test_a_passkey_is_two_factors(
    api: Api, browser: Browser, ada: Any, device: Authenticator, enrolled: Passkey, emulator: Emulator
) -> None:
    organization = api.organization("Acme")
    api.membership(ada, organization)
    emulator.seed.sign_in_policy(organization["id"], mfa_required=True)
    emulator.settings.mfa_required = True
    assert use_passkey(start_sign_in(browser), device).returned
    assert complete_sign_in(api, browser)["organization_id"] == organization["id"]


def test_other_steps_still_apply(
    api: Api, browser: Browser, ada: Any, device: Authenticator, enrolled: Passkey, emulator: Emulator
) -> None:
    api("PUT", f"/user_management/users/{ada['id']}", json={"email_verified": False})
    for name in ("Acme", "Initech"):
        api.membership(ada, api.organization(name))
    assert use_passkey(start_sign_in(browser), device).heading == "Verify your email address"
    browser.submit("Continue", Code=emulator.outbox.last(EMAIL).code or "")
    assert browser.heading == "Choose an organization"
    browser.submit("Initech")
    assert complete_sign_in(api, browser)["authentication_method"] == "Passkey"


def test_organizations_can_disallow_passkeys(
    api: Api, browser: Browser, ada: Any, device: Authenticator, enrolled: Passkey, emulator: Emulator
) -> None:
    organization = api.organization("Acme")
    api.membership(ada, organization)
    emulator.seed.sign_in_policy(organization["id"], methods={"passkey": False})
    use_passkey(start_sign_in(browser), device)
    assert browser.returned
    assert browser.returned["error"] == "organization_authentication_methods_required"


def test_managed_users_sign_in_at_their_identity_provider(
    api: Api, browser: Browser, device: Authenticator, enrolled: Passkey, emulator: Emulator
) -> None:
    organization = api.organization("Example", domain_data=[{"domain": "example.com", "state": "verified"}])
    emulator.seed.connection(organization["id"], name="Example Okta")
    assert use_passkey(start_sign_in(browser), device).heading == "Sign in with Example Okta"
    emulator.seed.sign_in_policy(organization["id"], methods={"passkey": True})
    assert use_passkey(start_sign_in(browser), device).returned


@pytest.mark.parametrize(
    ("overrides", "flags", "details"),
    [
        ({"challenge": "AAAA"}, None, "challenge"),
        ({"origin": "https://evil.example.com"}, None, "origin"),
        ({"origin": "http://api.workos.com"}, None, "origin"),
        ({"origin": "https://api.workos.com:8443"}, None, "origin"),
        ({"origin": "https://api.workos.com.evil.example"}, None, "origin"),
        ({"rp_id": "workos.com"}, None, "RP ID"),
        ({"type": "webauthn.create"}, None, "type"),
        ({"signature": b"\x30\x06\x02\x01\x01\x02\x01\x01"}, None, "signature"),
        ({"signature": b"x"}, None, "signature"),
        ({"user_handle": b"user_other"}, None, "user handle"),
        ({"user_handle": b""}, None, "user handle"),
        ({"cross_origin": True}, None, "frame"),
        ({}, PRESENT, "verif"),
        ({}, VERIFIED, "Present"),
        ({}, PRESENT | VERIFIED | BACKED_UP, "backed up"),
    ],
)
def test_invalid_responses_are_rejected(
    api: Api,
    browser: Browser,
    ada: Any,
    device: Authenticator,
    enrolled: Passkey,
    overrides: dict[str, Any],
    flags: int | None,
    details: str,
) -> None:
    start_sign_in(browser)
    device.overrides, device.flags = overrides, flags or device.flags
    use_passkey(browser, device)
    assert browser.heading == "Sign in with a passkey"
    assert problem_of(browser) == INVALID
    (failure,) = failures(api)
    assert (failure["type"], failure["status"], failure["user_id"], failure["email"]) == (
        *("passkey", "failed"),
        *(ada["id"], EMAIL),
    )
    assert failure["error"]["code"] == "invalid_passkey"
    assert details.casefold() in failure["error"]["message"].casefold()
    assert (enrolled.last_used_at, enrolled.sign_count) == (None, 0)

    device.overrides, device.flags = {}, PRESENT | VERIFIED
    assert use_passkey(browser, device).returned, "the next try has a new challenge"


@pytest.mark.parametrize("is_eligible", [False, True])
def test_the_backup_eligibility_cannot_change(
    api: Api, browser: Browser, ada: Any, device: Authenticator, is_eligible: bool
) -> None:
    flags = [PRESENT | VERIFIED, PRESENT | VERIFIED | BACKUP_ELIGIBLE]
    device.flags = flags[is_eligible]
    create_passkey(open_enrollment(browser), device)
    assert use_passkey(start_sign_in(browser), device).returned
    device.flags = flags[not is_eligible]
    assert problem_of(use_passkey(start_sign_in(browser), device)) == INVALID
    assert "backup eligibility" in failures(api)[0]["error"]["message"]
    device.flags = flags[is_eligible] | (BACKED_UP if is_eligible else 0)
    assert use_passkey(browser, device).returned, "being backed up may change"


def test_the_first_use_shows_an_unknown_backup_eligibility(
    browser: Browser, device: Authenticator, enrolled: Passkey
) -> None:
    enrolled.is_backup_eligible = None  # as for a seeded passkey
    device.flags = PRESENT | VERIFIED | BACKUP_ELIGIBLE
    assert use_passkey(start_sign_in(browser), device).returned
    device.flags = PRESENT | VERIFIED
    assert problem_of(use_passkey(start_sign_in(browser), device)) == INVALID


def test_a_challenge_can_be_used_once(api: Api, browser: Browser, device: Authenticator, enrolled: Passkey) -> None:
    response = json.dumps(device.get(options_of(start_sign_in(browser))))
    device.overrides = {"origin": "https://evil.example.com"}
    page = browser.page
    use_passkey(browser, device)
    browser.page = page
    assert problem_of(send(browser, response)) == INVALID
    assert [failure["error"]["message"] for failure in failures(api)] == [
        "Invalid origin in CollectedClientData.",
        "Wrong challenge in response.",
    ]


def test_a_response_cannot_be_replayed_in_another_sign_in(
    browser: Browser, device: Authenticator, enrolled: Passkey
) -> None:
    response = json.dumps(device.get(options_of(start_sign_in(browser))))
    assert send(browser, response).returned
    start_sign_in(browser)
    assert problem_of(send(browser, response)) == INVALID


def test_a_challenge_expires(
    api: Api, browser: Browser, device: Authenticator, enrolled: Passkey, clock: Clock
) -> None:
    start_sign_in(browser)
    clock.advance(timedelta(minutes=5))
    assert problem_of(use_passkey(browser, device)) == "This took too long, or the page was used before. Try again."
    (failure,) = failures(api)
    assert (failure["error"]["code"], failure["user_id"]) == ("passkey_challenge_expired", None)
    assert use_passkey(browser, device).returned


def test_two_tabs_share_a_challenge(browser: Browser, device: Authenticator, enrolled: Passkey, clock: Clock) -> None:
    first = options_of(start_sign_in(browser))["challenge"]
    assert browser.page
    url = browser.page.url
    assert options_of(browser.open(url))["challenge"] == first
    clock.advance(timedelta(minutes=3))
    assert options_of(browser.open(url))["challenge"] != first


def test_the_counter_must_increase(api: Api, browser: Browser, device: Authenticator, enrolled: Passkey) -> None:
    for _ in range(2):
        assert use_passkey(start_sign_in(browser), device).returned
    device.credentials[0].sign_count = 1
    assert problem_of(use_passkey(start_sign_in(browser), device)) == INVALID
    assert "counter" in failures(api)[0]["error"]["message"]
    device.credentials[0].sign_count = -1
    assert problem_of(use_passkey(start_sign_in(browser), device)) == INVALID
    assert enrolled.sign_count == 2
    device.credentials[0].sign_count = 2
    assert use_passkey(start_sign_in(browser), device).returned


def test_authenticators_without_a_counter(browser: Browser, device: Authenticator, enrolled: Passkey) -> None:
    device.counts = False
    for _ in range(2):
        assert use_passkey(start_sign_in(browser), device).returned


def test_unknown_passkeys(
    api: Api, browser: Browser, ada: Any, device: Authenticator, enrolled: Passkey, emulator: Emulator
) -> None:
    emulator.seed.delete_passkey(enrolled.id)
    use_passkey(start_sign_in(browser), device)
    assert problem_of(browser).startswith("No account has this passkey.")
    (failure,) = failures(api)
    assert (failure["error"]["code"], failure["user_id"], failure["email"]) == ("passkey_not_found", None, None)


def test_several_passkeys_and_users(api: Api, browser: Browser, emulator: Emulator) -> None:
    device, password = Authenticator(), "correct horse 42"
    for email in (EMAIL, "bob@example.com"):
        api.user(email, password=password)
        start_sign_in(browser).submit("Sign in", Email_address=email, Password=password)
        create_passkey(browser, device)
    for index, email in enumerate((EMAIL, "bob@example.com")):
        use_passkey(start_sign_in(browser), device, index)
        assert complete_sign_in(api, browser)["user"]["email"] == email
    device.credentials[0].user_handle = device.credentials[1].user_handle
    assert problem_of(use_passkey(start_sign_in(browser), device, 0)) == INVALID


def test_passkeys_are_deleted_with_their_user(
    api: Api, browser: Browser, ada: Any, device: Authenticator, enrolled: Passkey, emulator: Emulator
) -> None:
    state = emulator.environment.state
    state.passkeys.skipped[ada["id"]] = None
    api("DELETE", f"/user_management/users/{ada['id']}")
    assert (len(state.passkeys.all), state.passkeys.skipped) == (0, {})
    assert problem_of(use_passkey(start_sign_in(browser), device)).startswith("No account has this passkey.")


def test_a_signed_in_browser_stays_signed_in(
    api: Api, browser: Browser, device: Authenticator, enrolled: Passkey
) -> None:
    use_passkey(start_sign_in(browser), device)
    complete_sign_in(api, browser)
    start_sign_in(browser, prompt="none")
    assert complete_sign_in(api, browser)["authentication_method"] == "Passkey"


json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=10,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(credential=json_values, path=st.lists(st.integers(0, 20), max_size=2))
@example(credential="[" * 10_000, path=[])
@example(credential="\ud800", path=[])
def test_malformed_credentials(
    browser: Browser, device: Authenticator, enrolled: Passkey, credential: Any, path: list[int]
) -> None:
    """A credential in which one value, or all of it, is something else."""
    whole = device.get(options_of(start_sign_in(browser)))
    for step in path:
        if not isinstance(whole, dict):
            break
        name = list(whole)[step % len(whole)]
        if step is path[-1]:
            whole[name] = credential
    text = json.dumps(whole) if path else credential if isinstance(credential, str) else json.dumps(credential)
    send(browser, text.encode("utf-8", "replace").decode())
    assert browser.returned or problem_of(browser)


@pytest.mark.parametrize("name", ["clientDataJSON", "authenticatorData", "signature"])
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=100))
@example(data=b"[" * 10_000)
def test_malformed_bytes(browser: Browser, device: Authenticator, enrolled: Passkey, name: str, data: bytes) -> None:
    response = device.get(options_of(start_sign_in(browser)))
    response["response"][name] = encode(data)
    assert problem_of(send(browser, json.dumps(response))) == INVALID
