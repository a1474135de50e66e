"""Progressive enrollment: when users are asked to create a passkey, and every response that is rejected."""

import json
from datetime import timedelta
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from workos_emulator import Clock, Emulator
from workos_emulator.storage.objects.passkeys import Passkey

from ....support.authenticator import (
    BACKED_UP,
    BACKUP_ELIGIBLE,
    PRESENT,
    VERIFIED,
    Authenticator,
    decode,
    encode,
)
from ...support import Api
from ..browsing import Browser
from ..conftest import EMAIL, PASSWORD, complete_sign_in, start_sign_in
from .conftest import create_passkey, open_enrollment, options_of, problem_of, send, use_passkey

INVALID = "The passkey could not be verified. Try again, or choose another way to sign in."
GRANT = "password"


def sign_in(browser: Browser) -> Browser:
    return start_sign_in(browser).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)


def stored(emulator: Emulator) -> list[Passkey]:
    return [*emulator.environment.state.passkeys.all]


def test_create_a_passkey(api: Api, browser: Browser, ada: Any, device: Authenticator, emulator: Emulator) -> None:
    create_passkey(open_enrollment(browser), device)
    assert complete_sign_in(api, browser)["authentication_method"] == "Password"
    (passkey,) = stored(emulator)
    (credential,) = device.credentials
    assert (passkey.user_id, passkey.rp_id, passkey.transports) == (ada["id"], "api.workos.com", ["internal"])
    assert (decode(passkey.credential_id), credential.user_handle) == (credential.id, ada["id"].encode())
    assert sign_in(browser).returned, "who has a passkey is not asked again"
    assert use_passkey(start_sign_in(browser), device).returned


def test_the_options_of_the_registration(
    api: Api, browser: Browser, ada: Any, device: Authenticator, emulator: Emulator
) -> None:
    emulator.settings.application_name = "Acme <Notes>"
    options = options_of(open_enrollment(browser))
    assert options["rp"] == {"id": "api.workos.com", "name": "Acme <Notes>"}
    assert options["user"] == {"id": encode(ada["id"].encode()), "name": EMAIL, "displayName": "Ada"}
    assert options["authenticatorSelection"] == {
        "residentKey": "required",
        "requireResidentKey": True,
        "userVerification": "required",
    }
    assert (options["excludeCredentials"], options["attestation"]) == ([], "none")
    assert [each["alg"] for each in options["pubKeyCredParams"]] == [-7, -8, -257]


@pytest.mark.parametrize("format", ["none", "packed"])
def test_attestation_formats(
    browser: Browser, ada: Any, device: Authenticator, emulator: Emulator, format: str
) -> None:
    assert create_passkey(open_enrollment(browser), device, format=format).returned
    assert use_passkey(start_sign_in(browser), device).returned


def test_other_algorithms(browser: Browser, ada: Any, device: Authenticator, emulator: Emulator) -> None:
    assert create_passkey(open_enrollment(browser), device, key=ed25519.Ed25519PrivateKey.generate()).returned
    assert use_passkey(start_sign_in(browser), device).returned


def test_synchronized_passkeys(browser: Browser, ada: Any, device: Authenticator, emulator: Emulator) -> None:
    device.flags, device.counts = PRESENT | VERIFIED | BACKUP_ELIGIBLE | BACKED_UP, False
    assert create_passkey(open_enrollment(browser), device).returned
    assert use_passkey(start_sign_in(browser), device).returned


@pytest.mark.parametrize(
    ("overrides", "flags"),
    [
        ({"challenge": "AAAA"}, None),
        ({"origin": "https://evil.example.com"}, None),
        ({"origin": "http://api.workos.com"}, None),
        ({"rp_id": "workos.com"}, None),
        ({"type": "webauthn.get"}, None),
        ({"cross_origin": True}, None),
        ({"credential_id": b""}, None),
        ({"credential_id": bytes(1024)}, None),
        ({}, PRESENT),
        ({}, VERIFIED),
        ({}, PRESENT | VERIFIED | BACKED_UP),
    ],
)
def test_invalid_responses_are_rejected(
    browser: Browser,
    ada: Any,
    device: Authenticator,
    emulator: Emulator,
    overrides: dict[str, Any],
    flags: int | None,
) -> None:
    open_enrollment(browser)
    device.overrides, device.flags = overrides, flags or device.flags
    create_passkey(browser, device)
    assert (browser.heading, problem_of(browser)) == ("Create a passkey", INVALID)
    assert stored(emulator) == []
    device.overrides, device.flags = {}, PRESENT | VERIFIED
    assert create_passkey(browser, device).returned, "the next try has a new challenge"


def test_attestation_statements_are_verified(
    browser: Browser, ada: Any, device: Authenticator, emulator: Emulator
) -> None:
    response = device.create(options_of(open_enrollment(browser)), format="packed")
    attestation = bytearray(decode(response["response"]["attestationObject"]))
    attestation[attestation.index(b"sig") + 12] ^= 1
    response["response"]["attestationObject"] = encode(bytes(attestation))
    assert problem_of(send(browser, json.dumps(response))) == INVALID
    create_passkey(browser, device, format="unknown")
    assert problem_of(browser) == INVALID
    assert stored(emulator) == []


def test_keys_that_were_not_requested(browser: Browser, ada: Any, device: Authenticator, emulator: Emulator) -> None:
    from fido2 import cbor

    response = device.create(options_of(open_enrollment(browser)), key=ec.generate_private_key(ec.SECP256R1()))
    attestation = decode(response["response"]["attestationObject"])
    changed = attestation.replace(cbor.encode({1: 2, 3: -7})[1:], cbor.encode({1: 2, 3: -9})[1:])
    assert changed != attestation
    response["response"]["attestationObject"] = encode(changed)
    assert problem_of(send(browser, json.dumps(response))) == INVALID
    assert stored(emulator) == []


def test_a_credential_belongs_to_one_user(
    api: Api, browser: Browser, ada: Any, device: Authenticator, emulator: Emulator, clock: Clock
) -> None:
    create_passkey(open_enrollment(browser), device)
    api.user("bob@example.com", password=PASSWORD)
    start_sign_in(browser).submit("Sign in", Email_address="bob@example.com", Password=PASSWORD)
    device.overrides = {"credential_id": device.credentials[0].id}
    create_passkey(browser, device)
    assert problem_of(browser) == "This passkey belongs to an account already. Sign in with it instead."
    assert [passkey.user_id for passkey in stored(emulator)] == [ada["id"]]


def test_a_challenge_is_used_up_and_expires(
    browser: Browser, ada: Any, device: Authenticator, clock: Clock, emulator: Emulator
) -> None:
    response = device.create(options_of(open_enrollment(browser)))
    clock.advance(timedelta(minutes=5))
    assert problem_of(send(browser, json.dumps(response))).startswith("This took too long")
    assert problem_of(send(browser, json.dumps(response))) == INVALID
    assert stored(emulator) == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=200))
@example(data=b"\x9f" * 10_000)
@example(data=b"\x81" * 10_000)
@example(data=b"\x9b" + b"\xff" * 8)
def test_malformed_attestations(browser: Browser, ada: Any, data: bytes) -> None:
    device = Authenticator()
    response = device.create(options_of(open_enrollment(browser)))
    response["response"]["attestationObject"] = encode(data)
    assert problem_of(send(browser, json.dumps(response))) == INVALID


def test_skip(api: Api, browser: Browser, ada: Any, clock: Clock, emulator: Emulator) -> None:
    open_enrollment(browser).submit("Not now")
    assert complete_sign_in(api, browser)["authentication_method"] == "Password"
    assert sign_in(browser).returned
    clock.advance(timedelta(days=14))
    open_enrollment(browser).submit("Don't ask again")
    complete_sign_in(api, browser)
    clock.advance(timedelta(days=1000))
    assert sign_in(browser).returned


def test_without_a_reminder_interval(browser: Browser, ada: Any, emulator: Emulator) -> None:
    emulator.settings.passkey_reminder_interval = timedelta()
    assert open_enrollment(browser).submit("Not now").returned
    assert open_enrollment(browser).submit("Not now").returned


def test_only_passwords_lead_to_it(api: Api, browser: Browser, ada: Any, emulator: Emulator) -> None:
    start_sign_in(browser).click("Continue with Google").submit("Continue", Email_address=EMAIL)
    assert browser.returned
    emulator.settings.passkey_enabled = False
    assert sign_in(browser).returned
    emulator.settings.passkey_enabled, emulator.settings.passkey_progressive_enrollment = True, False
    assert sign_in(browser).returned


def test_it_is_the_last_step(api: Api, browser: Browser, ada: Any, device: Authenticator, emulator: Emulator) -> None:
    """A passkey must not replace a second factor that the user has not shown."""
    for name in ("Acme", "Initech"):
        api.membership(ada, organization := api.organization(name))
    emulator.seed.sign_in_policy(organization["id"], mfa_required=True)
    assert sign_in(browser).heading == "Choose an organization"
    assert browser.page
    enroll = f"/hosted/sign-in/passkey/enroll?{browser.page.url.partition('?')[2]}"
    assert browser.open(enroll).heading == "Choose an organization"
    browser.submit("Initech")
    assert browser.heading == "Set up your authenticator app"
    assert browser.open(enroll).heading == "Set up your authenticator app"
    emulator.seed.sign_in_policy(organization["id"])
    assert browser.open(enroll).heading == "Create a passkey"


def test_it_precedes_the_approval_of_a_device(
    api: Api, browser: Browser, ada: Any, device: Authenticator, emulator: Emulator
) -> None:
    code = emulator.seed.device()
    browser.open("/hosted/device", user_code=code["user_code"]).submit("Continue")
    browser.submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
    create_passkey(browser, device)
    assert browser.heading == "Connect this device?"
    browser.submit("Connect device")
    grant = "urn:ietf:params:oauth:grant-type:device_code"
    response = api.authenticate(grant, client_secret=None, device_code=code["device_code"])
    assert response["authentication_method"] == "Password"


def test_the_api_refuses_passwords_until_the_user_was_asked(
    api: Api, browser: Browser, ada: Any, emulator: Emulator
) -> None:
    error = api.authenticate(GRANT, 403, email=EMAIL, password=PASSWORD)
    assert (error["code"], error["user"]["id"]) == ("passkey_progressive_enrollment", ada["id"])
    assert error["pending_authentication_token"]
    open_enrollment(browser).submit("Not now")
    assert api.authenticate(GRANT, email=EMAIL, password=PASSWORD)["authentication_method"] == "Password"


def test_sign_ins_without_pages(api: Api, ada: Any, browser: Browser, emulator: Emulator) -> None:
    start_sign_in(browser, login_hint=EMAIL)
    assert complete_sign_in(api, browser)["authentication_method"] == "Password"
    assert emulator.seed.sign_in(ada["id"])["authentication_method"] == "Password"


def test_hosts_without_passkeys(api: Api, ada: Any, emulator: Emulator) -> None:
    with httpx.Client(transport=emulator.transport, base_url="http://127.0.0.1:4100") as client:
        browser = start_sign_in(Browser(client))
        assert browser.page
        text = "Browsers allow passkeys only for host names. Use http://localhost:4100 as the URL of the emulator"
        assert text in browser.page.text
        assert "data-passkey" not in browser.page.html
        flow = browser.page.url.partition("?")[2]
        browser.submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
        assert browser.returned
        start_sign_in(browser, screen_hint="sign-up")
        assert "Create an account with a passkey" not in browser.page.links
        start_sign_in(browser)
        flow = browser.page.url.partition("?")[2]
        assert browser.open(f"/hosted/sign-up/passkey?{flow}").heading == "Passkeys need a host name"


def test_another_organization_in_the_meantime(
    api: Api, browser: Browser, ada: Any, device: Authenticator, emulator: Emulator
) -> None:
    """A user who has reached the enrollment and then selects an organization with stricter rules must meet them first."""
    organizations = [api.organization(name) for name in ("Acme", "Initech")]
    for organization in organizations:
        api.membership(ada, organization)
    emulator.seed.sign_in_policy(organizations[1]["id"], mfa_required=True)
    sign_in(browser).submit("Acme")
    assert browser.heading == "Create a passkey"
    assert browser.page
    query = browser.page.url.partition("?")[2]
    browser.open(f"/hosted/organization?{query}").submit("Initech")
    assert browser.heading == "Set up your authenticator app"
    assert browser.open(f"/hosted/sign-in/passkey/enroll?{query}").heading == "Set up your authenticator app"
