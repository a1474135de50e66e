import base64

import pytest

from workos_core.serialization.base64url import decode_base64url, encode_base64url


@pytest.mark.parametrize("length", range(70))
def test_round_trip(length: int) -> None:
    for data in (bytes(range(length)), b"\xff" * length, bytes(200 + number % 55 for number in range(length))):
        text = encode_base64url(data)
        assert text == base64.urlsafe_b64encode(data).rstrip(b"=").decode()
        assert decode_base64url(text) == data


@pytest.mark.parametrize(
    "text", ["A", "AAAAA", "AA==", "AAA=", "AAAA====", "AA+A", "AA/A", "AA A", "AA\nAA", "AAAé", "AAA*", "="]
)
def test_other_characters_and_lengths_are_rejected(text: str) -> None:
    assert decode_base64url(text) is None


def test_every_other_spelling_is_rejected() -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    for prefix in ("", "AAAA", "-_-_"):
        assert [letter for letter in letters if decode_base64url(f"{prefix}A{letter}")] == list("AQgw")
        assert [letter for letter in letters if decode_base64url(f"{prefix}AA{letter}")] == list(letters[::4])
        assert all(decode_base64url(f"{prefix}AAA{letter}") for letter in letters)
