from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workos_core.auth.sealing.iron import SealError, seal, unseal
from workos_core.auth.sign_in.verifier_cookie import (
    PendingSignIn,
    find_verifier_cookie,
    seal_verifier,
    stale_verifier_cookies,
    unseal_verifier,
    verifier_cookie_name,
)
from workos_core.errors import ConfigurationError, InvalidArgumentError

PASSWORD = "correct-horse-battery-staple-0123456789"
VERIFIER = "verifier-" + "x" * 40
NOW = 1_767_225_600.0
STATE = seal_verifier(VERIFIER, PASSWORD, custom_state="hidden", now=NOW)


def rejection_reason(state: str | None, cookie: str | None, now: float = NOW, password: Any = PASSWORD) -> str:
    with pytest.raises(SealError) as caught:
        unseal_verifier(state, cookie, password, now=now)
    assert caught.value.__context__ is None
    assert VERIFIER not in str(caught.value)
    return caught.value.reason


def seal_like_node(now: float = NOW, **values: Any) -> str:
    return seal({"nonce": "n", "codeVerifier": VERIFIER, **values}, PASSWORD, ttl=600, now=now)


@pytest.mark.parametrize(("text", "digest"), [("", "811c9dc5"), ("a", "e40c292c"), ("foobar", "bf9cf968")])
def test_cookie_name_of_the_sdks_for_node(text: str, digest: str) -> None:
    assert verifier_cookie_name(text) == f"wos-auth-verifier-{digest}"


@given(st.text(st.characters()))
def test_any_state_has_a_cookie_name(state: str) -> None:
    assert len(verifier_cookie_name(state)) == 26
    assert len(verifier_cookie_name(state + "\ud800")) == 26


def test_content_matches_the_sdks_for_node() -> None:
    sealed = seal_verifier(
        VERIFIER, PASSWORD, return_pathname="/d", custom_state="s", redirect_uri="https://a.example/cb", now=NOW
    )
    content = unseal(sealed, PASSWORD, now=NOW)
    assert str(UUID(content["nonce"])) == content["nonce"]
    assert list(content) == ["nonce", "codeVerifier", "returnPathname", "customState", "redirectUri", "issuedAt"]
    assert content["codeVerifier"] == VERIFIER
    assert content["issuedAt"] == NOW * 1000
    assert sealed.split("*")[5] == str(round(NOW + 600) * 1000)
    without = unseal(seal_verifier(VERIFIER, PASSWORD, issued_at=False, nonce="n", now=NOW), PASSWORD, now=NOW)
    assert without == {"nonce": "n", "codeVerifier": VERIFIER}


def test_length_of_the_cookie() -> None:
    assert 400 < len(seal_verifier("x" * 43, PASSWORD)) < 500


@given(st.text(min_size=43, max_size=128), st.none() | st.text(max_size=100), st.none() | st.text(max_size=300))
def test_seal_and_unseal_round_trip(verifier: str, path: str | None, custom: str | None) -> None:
    state = seal_verifier(verifier, [PASSWORD, "x" * 32], return_pathname=path, custom_state=custom, nonce="n", now=NOW)
    assert unseal_verifier(state, state, PASSWORD, now=NOW + 1) == PendingSignIn(
        code_verifier=verifier, nonce="n", return_pathname=path, custom_state=custom, issued_at=NOW
    )


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"returnPathname": "/d", "customState": "s"},
        {"issuedAt": NOW * 1000, "redirectUri": "https://a.example"},
        {"new": {"x": 1}},
        {"issuedAt": None},
    ],
)
def test_cookies_of_the_sdks_for_node_are_accepted(values: dict[str, Any]) -> None:
    state = seal_like_node(**values)
    pending = unseal_verifier(state, state, PASSWORD, now=NOW)
    assert (pending.code_verifier, pending.nonce) == (VERIFIER, "n")
    assert pending.return_pathname == values.get("returnPathname")


@pytest.mark.parametrize(
    "values",
    [
        {"nonce": None},
        {"codeVerifier": 1},
        {"customState": {}},
        {"returnPathname": 1},
        {"issuedAt": "1"},
        {"issuedAt": True},
        {"issuedAt": 10**400},
        {"issuedAt": []},
    ],
)
def test_other_sealed_values_are_rejected(values: dict[str, Any]) -> None:
    state = seal_like_node(**values)
    assert rejection_reason(state, state) == "bad_payload"
    session = seal({"accessToken": "a", "user": {}}, PASSWORD)
    assert rejection_reason(session, session) == "bad_payload"


def test_state_and_cookie_must_be_equal() -> None:
    other = seal_verifier(VERIFIER, PASSWORD, now=NOW)
    assert rejection_reason(STATE, other) == "state_mismatch"
    assert rejection_reason(STATE, STATE.removesuffix("~2")) == "state_mismatch"
    assert rejection_reason(STATE, STATE + " ") == "state_mismatch"
    assert rejection_reason("é", "\ud800") == "state_mismatch"
    for nothing in (None, ""):
        assert rejection_reason(nothing, STATE) == "missing_state"
        assert rejection_reason(STATE, nothing) == "missing_cookie"
    assert rejection_reason("x", "x") == "wrong_component_count"
    assert rejection_reason("é\ud800", "é\ud800") == "wrong_component_count"
    assert rejection_reason(STATE, STATE, password="y" * 32) == "bad_mac"
    with pytest.raises(ConfigurationError):
        unseal_verifier(STATE, STATE, "short")


@pytest.mark.parametrize(
    ("seconds", "fresh"), [(0, True), (600, True), (600.5, False), (-60, True), (-61, False), (700, False)]
)
def test_max_age(seconds: float, fresh: bool) -> None:
    if fresh:
        assert unseal_verifier(STATE, STATE, PASSWORD, now=NOW + seconds).issued_at == NOW
    else:
        assert rejection_reason(STATE, STATE, now=NOW + seconds) == "expired"


def test_now_defaults_to_the_system_clock() -> None:
    state = seal_verifier(VERIFIER, PASSWORD)
    assert unseal_verifier(state, state, PASSWORD).code_verifier == VERIFIER


def test_too_long_values_are_rejected() -> None:
    assert seal_verifier(VERIFIER, PASSWORD, custom_state="é" * 1024)
    with pytest.raises(InvalidArgumentError, match="2048 bytes"):
        seal_verifier(VERIFIER, PASSWORD, custom_state="é" * 1024 + "x")
    with pytest.raises(InvalidArgumentError, match="3800 bytes"):
        seal_verifier(VERIFIER, PASSWORD, return_pathname="/" * 2500)


def test_cookie_is_found_by_its_own_or_the_legacy_name() -> None:
    name = verifier_cookie_name(STATE)
    assert find_verifier_cookie(STATE, {name: "a", "wos-auth-verifier": "b"}) == "a"
    assert find_verifier_cookie(STATE, {"wos-auth-verifier": "b"}) == "b"
    assert find_verifier_cookie(STATE, {verifier_cookie_name("other"): "a"}) is None


def test_number_of_pending_sign_ins_is_limited() -> None:
    pending = [verifier_cookie_name(str(number)) for number in range(5)]
    keep = verifier_cookie_name("new")
    assert stale_verifier_cookies([], keep) == []
    assert stale_verifier_cookies([*pending[:4], "wos-session", "wos-auth-verifierX", keep], keep) == []
    assert stale_verifier_cookies([*pending, keep], keep) == sorted(pending)
    assert stale_verifier_cookies([*pending[:4], "wos-auth-verifier"], keep) == [
        "wos-auth-verifier",
        *sorted(pending[:4]),
    ]
    assert stale_verifier_cookies(pending[:2], keep, limit=2) == sorted(pending[:2])
    malformed = [
        f"wos-auth-verifier-{suffix}" for suffix in ("é", "a b", "\n", "(x)", "0123456", "0123456g", "012345678", "")
    ]
    assert stale_verifier_cookies([*malformed, *pending], keep) == sorted(pending)


def test_repr_contains_no_secrets() -> None:
    pending = unseal_verifier(STATE, STATE, PASSWORD, now=NOW)
    assert VERIFIER not in repr(pending)
    assert pending.nonce not in repr(pending)
    assert "hidden" not in repr(pending)
