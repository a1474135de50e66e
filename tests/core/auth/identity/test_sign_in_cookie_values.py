from typing import Any

import pytest

from workos_core.auth.identity.cookie_header import read_cookies
from workos_core.auth.identity.cookie_settings import CookieSettings
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.sign_in_cookies import SignInCookies
from workos_core.auth.sign_in.verifier_cookie import verifier_cookie_name

STATE = "Fe26.2*1*state"
NAME = verifier_cookie_name(STATE)


def sign_in_cookies(**settings: Any) -> SignInCookies:
    return SignInCookies(
        CookieSettings(
            **{
                "name": "s",
                "max_age": 60,
                "domain": "example.com",
                "same_site": "strict",
                "secure": True,
                "host_only": False,
                **settings,
            }
        )
    )


def written(cookies: tuple[SetCookie, ...]) -> dict[str, tuple[str, int]]:
    return {cookie.name: (cookie.value, cookie.max_age) for cookie in cookies}


def test_session_in_one_cookie() -> None:
    (cookie,) = sign_in_cookies().write_session("sealed", {})
    assert cookie == SetCookie("s", "sealed", 60, "example.com", True, "strict")
    assert sign_in_cookies().read_session({"s": "sealed"}) == "sealed"
    assert sign_in_cookies().read_session({"t": "sealed"}) is None


def test_stale_cookies_of_a_session_are_deleted() -> None:
    present = {"s": "old", "s.0": "old", "s.1": "old", "t": "other"}
    assert written(sign_in_cookies().write_session("new", present)) == {
        "s": ("new", 60),
        "s.0": ("", 0),
        "s.1": ("", 0),
    }
    names = [cookie.name for cookie in sign_in_cookies().write_session("new", present)]
    assert names == ["s.0", "s.1", "s"], "the new cookie is not deleted as well"
    long = sign_in_cookies().write_session("x" * 5000, present)
    assert written(long) == {"s.0": ("x" * 4092, 60), "s.1": ("x" * 908, 60), "s": ("", 0)}
    assert written(sign_in_cookies().write_session(None, present)) == dict.fromkeys(("s", "s.0", "s.1"), ("", 0))
    assert sign_in_cookies().write_session(None, {}) == ()


@pytest.mark.parametrize(("same_site", "of_verifier"), [("strict", "lax"), ("lax", "lax"), ("none", "none")])
def test_verifier(same_site: str, of_verifier: Any) -> None:
    cookies = sign_in_cookies(same_site=same_site)
    (cookie,) = cookies.write_verifier(STATE, {})
    assert cookie == SetCookie(NAME, STATE, 600, "example.com", True, of_verifier)
    (deleted,) = cookies.delete_verifier(STATE, {NAME: STATE})
    assert deleted == SetCookie(NAME, "", 0, "example.com", True, of_verifier)


def test_path_of_the_cookies() -> None:
    cookies = sign_in_cookies(path="/shop")
    all_cookies = (*cookies.write_session("sealed", {"s.0": "old"}), *cookies.write_verifier(STATE, {}))
    assert {cookie.path for cookie in all_cookies} == {"/shop"}


@pytest.mark.parametrize(("host_only", "prefix"), [(False, ""), (True, "__Host-")])
def test_duplicates_of_the_session(host_only: bool, prefix: str) -> None:
    cookies = sign_in_cookies(host_only=host_only, domain=None)
    present = read_cookies(f"{prefix}s=a; {prefix}s=b; t=c; t=d; {prefix}s.0=e; {prefix}s.0=f")
    assert cookies.read_duplicates(present) == ("a", "b")
    assert cookies.read_duplicates(read_cookies("t=c; t=d")) == ()
    assert cookies.read_duplicates({f"{prefix}s": "a"}) == ()


def test_verifier_of_another_state() -> None:
    cookies = sign_in_cookies()
    assert cookies.read_verifier(STATE, {NAME: STATE}) == STATE
    assert cookies.read_verifier("other", {NAME: STATE}) is None
    assert cookies.read_verifier(None, {NAME: STATE}) is None
    assert cookies.delete_verifier("other", {NAME: STATE}) == ()
    assert cookies.delete_verifier(None, {NAME: STATE, "XXXX": "x"}) == ()


def test_abandoned_sign_ins_are_deleted() -> None:
    names = [verifier_cookie_name(str(number)) for number in range(5)]
    four = sign_in_cookies().write_verifier(STATE, dict.fromkeys(names[:4], "x"))
    assert written(four) == {NAME: (STATE, 600)}
    again = sign_in_cookies().write_verifier(STATE, dict.fromkeys([NAME, *names[:4]], "x"))
    assert written(again) == {NAME: (STATE, 600)}
    five = sign_in_cookies().write_verifier(STATE, dict.fromkeys(names, "x"))
    assert written(five) == {NAME: (STATE, 600)} | dict.fromkeys(names, ("", 0))
    assert {cookie.same_site for cookie in five} == {"lax"}


def test_names_with_the_prefix_of_the_host() -> None:
    cookies = sign_in_cookies(host_only=True, domain=None)
    prefixed = f"__Host-{NAME}"
    assert [cookie.name for cookie in cookies.write_session("sealed", {"__Host-s.0": "old", "s.1": "not ours"})] == [
        "__Host-s.0",
        "__Host-s",
    ]
    assert cookies.read_session({"__Host-s": "sealed", "s": "of a subdomain"}) == "sealed"
    assert cookies.read_session({"s": "of a subdomain"}) is None
    assert [cookie.name for cookie in cookies.write_verifier(STATE, {})] == [prefixed]
    assert cookies.read_verifier(STATE, {prefixed: STATE}) == STATE
    assert cookies.read_verifier(STATE, {NAME: STATE}) is None
    assert [cookie.name for cookie in cookies.delete_verifier(STATE, {prefixed: STATE})] == [prefixed]
