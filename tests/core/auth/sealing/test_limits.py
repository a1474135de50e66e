"""Limits and forms of sealed values at which an off-by-one error would show."""

import base64
import json

import pytest
from cryptography.fernet import Fernet

from workos_core.auth.sealing import iron
from workos_core.auth.sealing.cookie_chunks import join_cookie, split_cookie, stale_cookies
from workos_core.auth.sealing.fernet import unseal_fernet
from workos_core.auth.sealing.iron import MAX_LENGTH, SealError, seal, unseal
from workos_core.auth.sessions.session_cookie import unseal_session
from workos_core.errors import ConfigurationError

PASSWORD = "correct-horse-battery-staple-0123456789"
FERNET_KEY = base64.urlsafe_b64encode(bytes(range(32))).decode()
FERNET = Fernet(FERNET_KEY)


@pytest.mark.parametrize(("length", "reason"), [(MAX_LENGTH, "bad_mac"), (MAX_LENGTH + 4, "too_long")])
def test_longest_fernet_token(length: int, reason: str) -> None:
    with pytest.raises(SealError) as caught:
        unseal_fernet("gAAAAA".ljust(length, "A"), FERNET_KEY)
    assert caught.value.reason == reason


def test_longest_sealed_value_to_unseal() -> None:
    with pytest.raises(SealError) as caught:
        unseal("x" * MAX_LENGTH, PASSWORD)
    assert caught.value.reason == "wrong_component_count"


def test_longest_sealed_value_to_seal(monkeypatch: pytest.MonkeyPatch) -> None:
    size = len(seal({}, PASSWORD))
    monkeypatch.setattr(iron, "MAX_LENGTH", size)
    seal({}, PASSWORD)
    monkeypatch.setattr(iron, "MAX_LENGTH", size - 1)
    with pytest.raises(SealError, match=f"would have {size} characters, the maximum is {size - 1}"):
        seal({}, PASSWORD)


def test_lengths_of_the_random_parts() -> None:
    _, _, salt, iv, _, _, mac_salt, mac = seal({}, PASSWORD).removesuffix("~2").split("*")
    assert [len(part) for part in (salt, iv, mac_salt, mac)] == [64, 22, 64, 43]


def test_fernet_tokens_with_every_last_character() -> None:
    last_characters = set()
    for number in range(2000):
        data = {"x": "x" * 12, "n": f"{number:05}"}  # 3 blocks, so that the token has no padding
        text = FERNET.encrypt_at_time(json.dumps(data).encode(), number).decode()
        assert unseal_fernet(text, FERNET_KEY) == data
        last_characters.add(text[-1])
    assert len(last_characters) == 64


def test_chunks_of_one_byte() -> None:
    name = "n" * 4092
    assert split_cookie(name, "abcd") == {f"{name}.{index}": letter for index, letter in enumerate("abcd")}
    with pytest.raises(SealError):
        split_cookie(name, "abcde")
    with pytest.raises(SealError):
        split_cookie(name + "n", "abcd")


def test_chunks_join_up_to_the_first_missing_one() -> None:
    assert join_cookie("s", {"s": "", "s.0": "a", "s.1": "b", "s.3": "d"}) == "ab"
    assert join_cookie("s", {"s": "whole", "s.0": "a"}) == "whole"
    assert join_cookie("s", {"s.0": "", "s.1": "b"}) is None


def test_stale_chunks() -> None:
    present = ["s", "s.0", "s.3", "s.4", "t.1"]
    assert stale_cookies("s", present) == ["s", "s.0", "s.3"]
    assert stale_cookies("s", present, ["s.0", "s.1"]) == ["s", "s.3"]


def test_short_passwords_are_counted_in_utf_16() -> None:
    for password, length in (("short", 5), ("🔑" * 15 + "x", 31)):
        with pytest.raises(ConfigurationError, match=rf"at least 32 characters \(got {length}\)"):
            seal({}, password)


def test_expiry_of_a_session_cookie() -> None:
    sealed = seal({"accessToken": "a"}, PASSWORD, ttl=60, now=1000)
    assert unseal_session(sealed, PASSWORD, now=1100).session.access_token == "a"
    with pytest.raises(SealError, match="expired"):
        unseal_session(sealed, PASSWORD, now=1121)
    with pytest.raises(SealError, match="expired"):
        unseal_session(sealed, PASSWORD)
