import base64
import json
import pickle
import random
import string
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workos_core.vault.envelope import EnvelopeError, decrypt, decrypt_bytes, encrypt, read_encrypted_keys

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "interop.json").read_text("utf-8"))["vault"]
KEY = bytes(range(32))
KEYS = bytes(range(100, 250))
VALUE = encrypt("secret plaintext", KEY, KEYS, "user_1")
HEAD = 12 + 16

keys = st.binary(min_size=32, max_size=32)
associated = st.none() | st.text() | st.binary()


def refused(value: str, key: Any = KEY, associated_data: str | None = "user_1") -> str:
    with pytest.raises(EnvelopeError) as caught:
        decrypt(value, key, associated_data)
    error = caught.value
    assert error.__context__ is None
    shown = str(error) + repr(error) + repr(vars(error))
    assert not [text for text in ("plaintext", VALUE[:20], VALUE[-20:], repr(KEY)) if text in shown]
    return error.reason


def altered(change: Any, value: str = VALUE) -> str:
    data = bytearray(base64.b64decode(value))
    return base64.b64encode(bytes(change(data))).decode()


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_vectors(vector: dict[str, Any]) -> None:
    arguments = (vector["encrypted"], vector["data_key_b64"], vector["aad"])
    if vector["expect"] == "ok":
        assert decrypt(*arguments) == vector["plaintext"]
        assert decrypt_bytes(*arguments) == vector["plaintext"].encode()
        assert read_encrypted_keys(vector["encrypted"]) == vector["encrypted_keys_b64"]
        assert len(base64.b64decode(vector["encrypted_keys_b64"])) == vector["blob_len"]
    else:
        assert refused(*arguments) == ("not_genuine" if vector["id"] == "neg-flip-tag" else "bad_length")


@given(st.text(), keys, st.binary(max_size=400), associated)
def test_text_comes_back(text: str, key: bytes, encrypted_keys: bytes, associated_data: str | bytes | None) -> None:
    value = encrypt(text, key, encrypted_keys, associated_data)
    assert decrypt(value, key, associated_data) == text
    assert base64.b64decode(read_encrypted_keys(value)) == encrypted_keys


@given(st.binary(), keys, associated)
def test_bytes_come_back(data: bytes, key: bytes, associated_data: str | bytes | None) -> None:
    assert decrypt_bytes(encrypt(data, key, KEYS, associated_data), key, associated_data) == data


@given(st.binary(), keys, keys)
def test_another_key_is_refused(data: bytes, key: bytes, other: bytes) -> None:
    if key != other:
        assert refused(encrypt(data, key, KEYS), other, None) == "not_genuine"


@given(st.text(), st.text())
def test_other_associated_data_is_refused(one: str, other: str) -> None:
    if one != other:
        assert refused(encrypt("x", KEY, KEYS, one), KEY, other) == "not_genuine"


def test_keys_are_taken_as_the_api_gives_them() -> None:
    key, encrypted_keys = base64.b64encode(KEY).decode(), base64.b64encode(KEYS).decode()
    value = encrypt("x", key, encrypted_keys)
    assert decrypt(value, key) == decrypt(value, KEY) == "x"
    assert read_encrypted_keys(value) == encrypted_keys


def test_no_associated_data_is_the_same_as_empty() -> None:
    value = encrypt("x", KEY, KEYS, "")
    assert decrypt(value, KEY) == decrypt(value, KEY, b"") == decrypt(encrypt("x", KEY, KEYS), KEY, "") == "x"
    assert decrypt(encrypt("x", KEY, KEYS, "é"), KEY, "é".encode()) == "x"


@pytest.mark.parametrize(
    ("length", "written"),
    [(0, b"\0"), (127, b"\x7f"), (128, b"\x80\x01"), (16_383, b"\xff\x7f"), (16_384, b"\x80\x80\x01")],
)
def test_the_length_of_the_keys(length: int, written: bytes) -> None:
    value = encrypt("x", KEY, b"k" * length)
    assert base64.b64decode(value)[HEAD : HEAD + len(written)] == written
    assert len(base64.b64decode(value)) == HEAD + len(written) + length + 1
    assert base64.b64decode(read_encrypted_keys(value)) == b"k" * length


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (b"\xff\xff\xff\xff\x0f", "truncated"),
        (b"\xff\xff\xff\xff\x10", "bad_length"),
        (b"\xff\xff\xff\xff\x8f\x00", "bad_length"),
        (b"\x80\x80\x80\x80\x80\x00", "bad_length"),
        (b"\xff\xff\xff\xff\xff\x01", "bad_length"),
        (b"\x05abcd", "truncated"),
        (b"\x80", "truncated"),
        (b"\xff\xff\xff\xff", "truncated"),
        (b"", "truncated"),
        (b"\x80\x00", "not_genuine"),
    ],
)
def test_bad_lengths(written: bytes, reason: str) -> None:
    assert refused(base64.b64encode(bytes(HEAD) + written).decode()) == reason


def test_any_changed_character_is_refused_but_for_the_encrypted_keys() -> None:
    start, end = HEAD + 2, HEAD + 2 + len(KEYS)
    for index in range(len(VALUE)):
        for character in string.ascii_letters + string.digits + "+/=-_ \né":
            changed = VALUE[:index] + character + VALUE[index + 1 :]
            if changed == VALUE:
                continue
            try:
                decrypt(changed, KEY, "user_1")
            except EnvelopeError:
                continue
            data = base64.b64decode(changed)
            original = base64.b64decode(VALUE)
            assert (data[:start], data[end:]) == (original[:start], original[end:])
            assert read_encrypted_keys(changed) != read_encrypted_keys(VALUE)
        if VALUE[index] != "=":
            refused(VALUE[:index])
            refused(VALUE[:index] + VALUE[index + 1 :])


def test_cuts_and_reorderings_are_refused() -> None:
    size = len(base64.b64decode(VALUE))
    for length in range(size):
        refused(altered(lambda data, length=length: data[:length]))
        refused(altered(lambda data, length=length: data[size - length :]))
    assert refused(altered(lambda data: data[12:HEAD] + data[:12] + data[HEAD:])) == "not_genuine"
    assert refused(altered(lambda data: data[:-4] + data[-2:] + data[-4:-2])) == "not_genuine"
    assert refused(altered(lambda data: data + b"x")) == "not_genuine"


@pytest.mark.parametrize(
    "value", ["", "é", "AAA", "A===", "AA=A", VALUE + "\n", VALUE + "=", VALUE.replace("+", "-") + "-"]
)
def test_other_text_is_refused(value: str) -> None:
    assert refused(value) in {"bad_encoding", "truncated"}
    with pytest.raises(EnvelopeError):
        read_encrypted_keys(value)


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        (b"", "bad_key"),
        (b"x" * 16, "bad_key"),
        (b"x" * 33, "bad_key"),
        ("AAAA", "bad_key"),
        ("not base64", "bad_encoding"),
    ],
)
def test_bad_keys(key: Any, reason: str) -> None:
    assert refused(VALUE, key) == reason
    with pytest.raises(EnvelopeError) as caught:
        encrypt("x", key, KEYS)
    assert caught.value.reason == reason


def test_bad_arguments_of_encrypt() -> None:
    for arguments in (("\ud800", KEY, KEYS), ("x", KEY, "not base64"), ("x", KEY, KEYS, "\udfff")):
        with pytest.raises(EnvelopeError) as caught:
            encrypt(*arguments)
        assert caught.value.reason == "bad_encoding"
        assert caught.value.__context__ is None


def test_what_is_not_text_says_so() -> None:
    value = encrypt(b"\xffplaintext", KEY, KEYS, "user_1")
    assert refused(value) == "not_text"
    assert decrypt_bytes(value, KEY, "user_1") == b"\xffplaintext"


def test_random_strings_raise_nothing_else() -> None:
    chance = random.Random(8)
    for number in range(20_000):
        if number % 2:
            text = base64.b64encode(chance.randbytes(chance.randrange(60))).decode()
        else:
            text = "".join(chance.choices("ABab09+/=-_ é\ud800", k=chance.randrange(60)))
        with pytest.raises(EnvelopeError):
            decrypt(text, KEY)


def test_errors_cross_process_borders() -> None:
    with pytest.raises(EnvelopeError) as caught:
        decrypt("", KEY)
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (str(copy), copy.reason) == (str(caught.value), "truncated")
