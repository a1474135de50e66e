# Generated from tests/async_/test_sign_in_attacks.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Attacks on a browser sign-in. Each test is one attack."""

from typing import Any
from urllib.parse import parse_qs, urlencode

import pytest

from tests.support.browser import CookieJar
from workos_core.auth.identity.cookie_header import read_cookies
from workos_core.auth.sign_in.verifier_cookie import seal_verifier, verifier_cookie_name
from workos_emulator import Emulator
from workos_sync import Authenticated, NotAuthenticated, SignedIn, SignIn, SignInFailed, WorkOS, cookie_settings

CALLBACK = "https://app.example/callback"
PASSWORD = "a cookie password of more than thirty-two characters"
VICTIM, ATTACKER = "ada@example.com", "mallory@example.com"


@pytest.fixture
def sign_in(workos: WorkOS) -> SignIn:
    for email in (VICTIM, ATTACKER):
        workos.user_management.create_user(email=email, email_verified=True)
    return SignIn(workos, redirect_uri=CALLBACK, cookie_password=PASSWORD)


def start(sign_in: SignIn, emulator: Emulator, jar: CookieJar, email: str, **options: Any) -> str:
    """Start a sign-in and return the query of its callback."""
    redirect = sign_in.start(jar, login_hint=email, **options)
    jar.store(redirect.cookies)
    return jar.open_authorization_url(emulator, redirect.url)


def sign_in_as(sign_in: SignIn, emulator: Emulator, email: str) -> CookieJar:
    """Sign a user in and return the cookies."""
    jar = CookieJar()
    result = sign_in.complete(start(sign_in, emulator, jar, email), jar)
    assert isinstance(result, SignedIn)
    jar.store(result.cookies)
    return jar


def get_email(sign_in: SignIn, cookies: dict[str, str]) -> Any:
    result = sign_in.authenticate(cookies)
    return result.identity.user.email if isinstance(result, Authenticated) and result.identity.user else None


def test_session_fixation(sign_in: SignIn, emulator: Emulator) -> None:
    """A session cookie planted before the sign-in is replaced, whether it is one cookie or chunks."""
    planted = (sign_in_as(sign_in, emulator, ATTACKER))["wos-session"]
    jar = CookieJar({"wos-session": planted, "wos-session.0": planted, "wos-session.3": "x"})
    result = sign_in.complete(start(sign_in, emulator, jar, VICTIM), jar)
    assert isinstance(result, SignedIn)
    jar.store(result.cookies)
    assert set(jar) == {"wos-session"}
    assert jar["wos-session"] != planted
    assert get_email(sign_in, jar) == VICTIM


def test_replayed_callback(sign_in: SignIn, emulator: Emulator) -> None:
    jar = CookieJar()
    query = start(sign_in, emulator, jar, VICTIM)
    before = CookieJar(jar)
    result = sign_in.complete(query, jar)
    jar.store(result.cookies)
    again = sign_in.complete(query, jar)
    assert isinstance(again, SignInFailed)
    assert (again.reason, again.cookies) == ("missing_cookie", ())
    # Even with a stolen verifier cookie, the code can't be used again.
    stolen = sign_in.complete(query, before)
    assert isinstance(stolen, SignInFailed)
    assert stolen.reason == "invalid_grant"
    assert [cookie.max_age for cookie in stolen.cookies] == [0]


def test_login_csrf(sign_in: SignIn, emulator: Emulator) -> None:
    """The attacker makes the victim's browser complete the attacker's own sign-in."""
    emulator.requests.clear()
    query = start(sign_in, emulator, CookieJar(), ATTACKER)
    victim = CookieJar()
    start(sign_in, emulator, victim, VICTIM)
    for jar in (CookieJar(), victim):
        failed = sign_in.complete(query, jar)
        assert isinstance(failed, SignInFailed)
        assert (failed.reason, failed.cookies) == ("missing_cookie", ())
    assert "/user_management/authenticate" not in [entry.request.path for entry in emulator.requests]


def test_swapped_state(sign_in: SignIn, emulator: Emulator) -> None:
    """The attacker's code with the state of the victim's sign-in: the code was requested with another verifier."""
    victim = CookieJar()
    state = parse_qs(start(sign_in, emulator, victim, VICTIM))["state"][0]
    code = parse_qs(start(sign_in, emulator, CookieJar(), ATTACKER))["code"][0]
    failed = sign_in.complete(urlencode({"code": code, "state": state}), victim)
    assert isinstance(failed, SignInFailed)
    assert failed.reason == "invalid_grant"


@pytest.mark.parametrize("state", [None, "", "x", "Fe26.2*1*a*b*c**d*e~2", "\ud800"])
def test_forged_state(sign_in: SignIn, state: str | None) -> None:
    jar = CookieJar(
        {"wos-auth-verifier": state or "", verifier_cookie_name(state or ""): "y"} if state != "\ud800" else {}
    )
    failed = sign_in.complete({"code": "c", "state": state}, jar)
    assert isinstance(failed, SignInFailed)
    assert failed.reason != "invalid_grant"


def test_state_of_another_app(sign_in: SignIn) -> None:
    other_state = seal_verifier("v" * 43, "another password of more than 32 characters")
    failed = sign_in.complete({"code": "c", "state": other_state}, {verifier_cookie_name(other_state): other_state})
    assert isinstance(failed, SignInFailed)
    assert failed.reason == "bad_mac"


def test_duplicate_parameters(sign_in: SignIn, emulator: Emulator) -> None:
    jar = CookieJar()
    query = start(sign_in, emulator, jar, VICTIM)
    for more in ("&code=mine", "&state=mine"):
        failed = sign_in.complete(query + more, jar)
        assert isinstance(failed, SignInFailed)
        assert failed.reason == "malformed_callback"


@pytest.mark.parametrize(
    "target", ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "/%2fevil.example"]
)
def test_open_redirects(sign_in: SignIn, emulator: Emulator, target: str) -> None:
    jar = CookieJar()
    result = sign_in.complete(start(sign_in, emulator, jar, VICTIM, return_to=target), jar)
    assert isinstance(result, SignedIn)
    assert result.return_to == "/"


def test_open_redirect_in_a_cookie_of_another_sdk(sign_in: SignIn, emulator: Emulator) -> None:
    """Another SDK that shares the password may have sealed an unchecked path."""
    jar = CookieJar()
    state = seal_verifier("v" * 43, PASSWORD, return_pathname="//evil.example")
    failed = sign_in.complete({"error": "access_denied", "state": state}, {verifier_cookie_name(state): state})
    assert isinstance(failed, SignInFailed)
    assert failed.return_to == "/"
    assert dict(jar) == {}


def test_cookie_tossing(sign_in: SignIn, emulator: Emulator) -> None:
    """A subdomain sets a second cookie of the same name."""
    victim = (sign_in_as(sign_in, emulator, VICTIM))["wos-session"]
    mallory = (sign_in_as(sign_in, emulator, ATTACKER))["wos-session"]
    for header in (f"wos-session={mallory}; wos-session={victim}", f"wos-session={victim}; wos-session={mallory}"):
        assert get_email(sign_in, read_cookies(header)) is None


def test_cookie_tossing_before_the_sign_in(workos: WorkOS, sign_in: SignIn, emulator: Emulator) -> None:
    """With `host_only`, a subdomain can set neither session cookies nor verifier cookies, since browsers reject them."""
    strict = SignIn(
        workos, redirect_uri=CALLBACK, cookie_password=PASSWORD, cookies=cookie_settings(CALLBACK, host_only=True)
    )
    planted = sign_in_as(sign_in, emulator, ATTACKER)
    assert get_email(strict, planted) is None
    jar = CookieJar()
    query = start(sign_in, emulator, jar, ATTACKER)
    failed = strict.complete(query, jar)
    assert isinstance(failed, SignInFailed)
    assert failed.reason == "missing_cookie"
    own = sign_in_as(strict, emulator, VICTIM)
    assert set(own) == {"__Host-wos-session"}
    assert get_email(strict, own | planted) == VICTIM
    for cookie in strict.start(own).cookies:
        assert cookie.name.startswith("__Host-wos-auth-verifier-")
        assert (cookie.secure, cookie.domain, cookie.path) == (True, None, "/")


def test_chunks_of_two_sessions(sign_in: SignIn, emulator: Emulator) -> None:
    one = (sign_in_as(sign_in, emulator, VICTIM))["wos-session"]
    two = (sign_in_as(sign_in, emulator, ATTACKER))["wos-session"]
    result = sign_in.authenticate({"wos-session.0": one[:1000], "wos-session.1": two[1000:]})
    assert isinstance(result, NotAuthenticated)
    assert result.reason == "invalid_session_cookie"


def test_logout_csrf(sign_in: SignIn, emulator: Emulator) -> None:
    """A form of another site is sent without the SameSite=Lax session cookie, so the user is not signed out."""
    jar = sign_in_as(sign_in, emulator, VICTIM)
    forged = sign_in.sign_out({})
    assert (forged.url, forged.cookies) == ("/", ())
    assert get_email(sign_in, jar) == VICTIM


def test_verifier_cookie_as_session(sign_in: SignIn) -> None:
    """All cookies are sealed with the same password, but a verifier cookie is not accepted as a session."""
    redirect = sign_in.start({})
    result = sign_in.authenticate({"wos-session": redirect.cookies[0].value})
    assert isinstance(result, NotAuthenticated)


def test_session_as_state(sign_in: SignIn, emulator: Emulator) -> None:
    session = (sign_in_as(sign_in, emulator, ATTACKER))["wos-session"]
    failed = sign_in.complete({"code": "c", "state": session}, {verifier_cookie_name(session): session})
    assert isinstance(failed, SignInFailed)
    assert failed.reason == "bad_payload"
