# Generated from tests/async_/test_sign_in_attacks.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""What attackers try at a sign-in through the browser. Each test is one attack."""

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


def begin(sign_in: SignIn, emulator: Emulator, jar: CookieJar, email: str, **options: Any) -> str:
    """The query with which the browser comes back."""
    begun = sign_in.start(jar, login_hint=email, **options)
    jar.store(begun.cookies)
    return jar.open_authorization_url(emulator, begun.url)


def enter(sign_in: SignIn, emulator: Emulator, email: str) -> CookieJar:
    """The cookies of somebody who is signed in."""
    jar = CookieJar()
    done = sign_in.complete(begin(sign_in, emulator, jar, email), jar)
    assert isinstance(done, SignedIn)
    jar.store(done.cookies)
    return jar


def who(sign_in: SignIn, cookies: dict[str, str]) -> Any:
    found = sign_in.authenticate(cookies)
    return found.identity.user["email"] if isinstance(found, Authenticated) and found.identity.user else None


def test_session_fixation(sign_in: SignIn, emulator: Emulator) -> None:
    """A session planted before the sign-in does not survive it, whole or in chunks."""
    planted = (enter(sign_in, emulator, ATTACKER))["wos-session"]
    jar = CookieJar({"wos-session": planted, "wos-session.0": planted, "wos-session.3": "x"})
    done = sign_in.complete(begin(sign_in, emulator, jar, VICTIM), jar)
    assert isinstance(done, SignedIn)
    jar.store(done.cookies)
    assert set(jar) == {"wos-session"}
    assert jar["wos-session"] != planted
    assert who(sign_in, jar) == VICTIM


def test_a_callback_replayed(sign_in: SignIn, emulator: Emulator) -> None:
    jar = CookieJar()
    query = begin(sign_in, emulator, jar, VICTIM)
    before = CookieJar(jar)
    done = sign_in.complete(query, jar)
    jar.store(done.cookies)
    again = sign_in.complete(query, jar)
    assert isinstance(again, SignInFailed)
    assert (again.reason, again.cookies) == ("missing_cookie", ())
    # Even who has stolen the cookie as well has a code that is used up.
    stolen = sign_in.complete(query, before)
    assert isinstance(stolen, SignInFailed)
    assert stolen.reason == "invalid_grant"
    assert [cookie.max_age for cookie in stolen.cookies] == [0]


def test_login_csrf(sign_in: SignIn, emulator: Emulator) -> None:
    """The attacker lets the victim's browser finish the attacker's own sign-in."""
    emulator.requests.clear()
    query = begin(sign_in, emulator, CookieJar(), ATTACKER)
    victim = CookieJar()
    begin(sign_in, emulator, victim, VICTIM)
    for jar in (CookieJar(), victim):
        failed = sign_in.complete(query, jar)
        assert isinstance(failed, SignInFailed)
        assert (failed.reason, failed.cookies) == ("missing_cookie", ())
    assert "/user_management/authenticate" not in [entry.request.path for entry in emulator.requests]


def test_a_state_swapped(sign_in: SignIn, emulator: Emulator) -> None:
    """The attacker's code with the state of the victim's own sign-in: the code was asked for with another verifier."""
    victim = CookieJar()
    state = parse_qs(begin(sign_in, emulator, victim, VICTIM))["state"][0]
    code = parse_qs(begin(sign_in, emulator, CookieJar(), ATTACKER))["code"][0]
    failed = sign_in.complete(urlencode({"code": code, "state": state}), victim)
    assert isinstance(failed, SignInFailed)
    assert failed.reason == "invalid_grant"


@pytest.mark.parametrize("state", [None, "", "x", "Fe26.2*1*a*b*c**d*e~2", "\ud800"])
def test_a_state_made_up(sign_in: SignIn, state: str | None) -> None:
    jar = CookieJar(
        {"wos-auth-verifier": state or "", verifier_cookie_name(state or ""): "y"} if state != "\ud800" else {}
    )
    failed = sign_in.complete({"code": "c", "state": state}, jar)
    assert isinstance(failed, SignInFailed)
    assert failed.reason != "invalid_grant"


def test_a_state_of_another_app(sign_in: SignIn) -> None:
    foreign = seal_verifier("v" * 43, "another password of more than 32 characters")
    failed = sign_in.complete({"code": "c", "state": foreign}, {verifier_cookie_name(foreign): foreign})
    assert isinstance(failed, SignInFailed)
    assert failed.reason == "bad_mac"


def test_parameters_twice(sign_in: SignIn, emulator: Emulator) -> None:
    jar = CookieJar()
    query = begin(sign_in, emulator, jar, VICTIM)
    for more in ("&code=mine", "&state=mine"):
        failed = sign_in.complete(query + more, jar)
        assert isinstance(failed, SignInFailed)
        assert failed.reason == "malformed_callback"


@pytest.mark.parametrize(
    "target", ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "/%2fevil.example"]
)
def test_open_redirects(sign_in: SignIn, emulator: Emulator, target: str) -> None:
    jar = CookieJar()
    done = sign_in.complete(begin(sign_in, emulator, jar, VICTIM, return_to=target), jar)
    assert isinstance(done, SignedIn)
    assert done.return_to == "/"


def test_an_open_redirect_in_a_cookie_of_another_kit(sign_in: SignIn, emulator: Emulator) -> None:
    """A kit that shares the password may have sealed what it did not check."""
    jar = CookieJar()
    state = seal_verifier("v" * 43, PASSWORD, return_pathname="//evil.example")
    failed = sign_in.complete({"error": "access_denied", "state": state}, {verifier_cookie_name(state): state})
    assert isinstance(failed, SignInFailed)
    assert failed.return_to == "/"
    assert dict(jar) == {}


def test_cookie_tossing(sign_in: SignIn, emulator: Emulator) -> None:
    """A subdomain sets a cookie of the same name beside the real one."""
    victim = (enter(sign_in, emulator, VICTIM))["wos-session"]
    mallory = (enter(sign_in, emulator, ATTACKER))["wos-session"]
    for header in (f"wos-session={mallory}; wos-session={victim}", f"wos-session={victim}; wos-session={mallory}"):
        assert who(sign_in, read_cookies(header)) is None


def test_cookie_tossing_before_there_is_a_session(workos: WorkOS, sign_in: SignIn, emulator: Emulator) -> None:
    """With `host_only` only cookies count that browsers let no subdomain set; neither sessions nor sign-ins can be slipped in."""
    strict = SignIn(
        workos, redirect_uri=CALLBACK, cookie_password=PASSWORD, cookies=cookie_settings(CALLBACK, host_only=True)
    )
    tossed = enter(sign_in, emulator, ATTACKER)
    assert who(strict, tossed) is None
    jar = CookieJar()
    query = begin(sign_in, emulator, jar, ATTACKER)
    failed = strict.complete(query, jar)
    assert isinstance(failed, SignInFailed)
    assert failed.reason == "missing_cookie"
    own = enter(strict, emulator, VICTIM)
    assert set(own) == {"__Host-wos-session"}
    assert who(strict, own | tossed) == VICTIM
    for cookie in strict.start(own).cookies:
        assert cookie.name.startswith("__Host-wos-auth-verifier-")
        assert (cookie.secure, cookie.domain, cookie.path) == (True, None, "/")


def test_chunks_put_together_from_two_sessions(sign_in: SignIn, emulator: Emulator) -> None:
    one = (enter(sign_in, emulator, VICTIM))["wos-session"]
    two = (enter(sign_in, emulator, ATTACKER))["wos-session"]
    found = sign_in.authenticate({"wos-session.0": one[:1000], "wos-session.1": two[1000:]})
    assert isinstance(found, NotAuthenticated)
    assert found.reason == "invalid_session_cookie"


def test_logout_csrf(sign_in: SignIn, emulator: Emulator) -> None:
    """A form of another site comes without the session, as it is SameSite=Lax: then nothing is taken away and nobody logged out."""
    jar = enter(sign_in, emulator, VICTIM)
    forged = sign_in.sign_out({})
    assert (forged.url, forged.cookies) == ("/", ())
    assert who(sign_in, jar) == VICTIM


def test_a_verifier_cookie_as_session(sign_in: SignIn) -> None:
    """All cookies are sealed with one password; one kind does not pass for another."""
    begun = sign_in.start({})
    found = sign_in.authenticate({"wos-session": begun.cookies[0].value})
    assert isinstance(found, NotAuthenticated)


def test_a_session_as_state(sign_in: SignIn, emulator: Emulator) -> None:
    session = (enter(sign_in, emulator, ATTACKER))["wos-session"]
    failed = sign_in.complete({"code": "c", "state": session}, {verifier_cookie_name(session): session})
    assert isinstance(failed, SignInFailed)
    assert failed.reason == "bad_payload"
