"""Limits, defaults and unusual characters of the steps of a sign-in."""

from typing import Any

import pytest

from workos_core.auth.sealing.iron import SealError, seal
from workos_core.auth.sign_in import verifier_cookie
from workos_core.auth.sign_in.callback import parse_authorization_callback
from workos_core.auth.sign_in.pkce import PKCE, generate_code_verifier, generate_pkce_pair
from workos_core.auth.sign_in.return_paths import MAX_LENGTH, safe_return_path
from workos_core.auth.sign_in.signed_state import StateError, read_state, sign_state
from workos_core.auth.sign_in.verifier_cookie import seal_verifier, unseal_verifier, verifier_cookie_name
from workos_core.errors import InvalidArgumentError

PASSWORD = "correct-horse-battery-staple-0123456789"
NOW = 1_767_225_600.0


def test_default_length_of_a_verifier() -> None:
    assert len(generate_code_verifier()) == 43
    assert len(generate_pkce_pair().code_verifier) == 43
    assert len(PKCE.generate_code_verifier()) == 43


def test_lone_surrogates_in_a_state() -> None:
    callback = parse_authorization_callback({"code": "c", "state": "\ud800"}, expected_state="\ud800")
    assert callback.state == "\ud800"


def test_bytes_that_are_not_utf_8_are_replaced() -> None:
    assert parse_authorization_callback("?code=a%ffb").code == "a\ufffdb"


def test_longest_return_path() -> None:
    longest = "/" + "a" * (MAX_LENGTH - 1)
    assert safe_return_path(longest) == longest
    assert safe_return_path(longest + "a", "/default") == "/default"


def reason_of(text: str) -> str:
    with pytest.raises(StateError) as caught:
        read_state(text, "secret", now=NOW)
    return caught.value.reason


def test_longest_state() -> None:
    signature = sign_state({}, "secret", now=NOW).rpartition(".")[2]
    forged = ("a" * 8192)[: -len(signature) - 1] + "." + signature
    assert reason_of(forged) == "bad_signature"
    assert reason_of("a" + forged) == "malformed"


def test_default_age_of_a_state() -> None:
    state = sign_state("data", "secret", now=NOW)
    assert read_state(state, "secret", now=NOW + 600) == "data"
    with pytest.raises(StateError, match="valid for 600 s"):
        read_state(state, "secret", now=NOW + 601)


def test_longest_verifier_cookie(monkeypatch: pytest.MonkeyPatch) -> None:
    def write() -> str:
        return seal_verifier("v" * 43, PASSWORD, nonce="n", now=NOW)

    sealed = write()
    size = len(f"{verifier_cookie_name(sealed)}={sealed}")
    monkeypatch.setattr(verifier_cookie, "MAX_COOKIE_BYTES", size)
    write()
    monkeypatch.setattr(verifier_cookie, "MAX_COOKIE_BYTES", size - 1)
    with pytest.raises(InvalidArgumentError, match=f"would have {size} bytes, the maximum is {size - 1} bytes"):
        write()


@pytest.mark.parametrize("time", [10**16, -(10**16), True, "soon", []])
def test_issue_time_that_is_no_time(time: Any) -> None:
    cookie = seal({"nonce": "n", "codeVerifier": "v", "issuedAt": time}, PASSWORD)
    with pytest.raises(SealError) as caught:
        unseal_verifier(cookie, cookie, PASSWORD, now=NOW)
    assert caught.value.reason == "bad_payload"
