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
HEADER_BYTES = 12 + 16

keys = st.binary(min_size=32, max_size=32)
associated = st.none() | st.text() | st.binary()


def reason_of(value: str, key: Any = KEY, associated_data: str | None = "user_1") -> str:
    with pytest.raises(EnvelopeError) as caught:
        decrypt(value, key, associated_data)
    error = caught.value
    assert error.__context__ is None
    texts = str(error) + repr(error) + repr(vars(error))
    assert not [secret for secret in ("plaintext", VALUE[:20], VALUE[-20:], repr(KEY)) if secret in texts]
    return error.reason


def alter(change: Any, value: str = VALUE) -> str:
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
        assert reason_of(*arguments) == ("not_genuine" if vector["id"] == "neg-flip-tag" else "bad_length")


@given(st.text(), keys, st.binary(max_size=400), associated)
def test_text_round_trips(text: str, key: bytes, encrypted_keys: bytes, associated_data: str | bytes | None) -> None:
    value = encrypt(text, key, encrypted_keys, associated_data)
    assert decrypt(value, key, associated_data) == text
    assert base64.b64decode(read_encrypted_keys(value)) == encrypted_keys


@given(st.binary(), keys, associated)
def test_bytes_round_trip(data: bytes, key: bytes, associated_data: str | bytes | None) -> None:
    assert decrypt_bytes(encrypt(data, key, KEYS, associated_data), key, associated_data) == data


@given(st.binary(), keys, keys)
def test_wrong_key_is_rejected(data: bytes, key: bytes, other: bytes) -> None:
    if key != other:
        assert reason_of(encrypt(data, key, KEYS), other, None) == "not_genuine"


@given(st.text(), st.text())
def test_wrong_associated_data_is_rejected(one: str, other: str) -> None:
    if one != other:
        assert reason_of(encrypt("x", KEY, KEYS, one), KEY, other) == "not_genuine"


def test_keys_may_be_base64() -> None:
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
def test_length_of_the_encrypted_keys(length: int, written: bytes) -> None:
    value = encrypt("x", KEY, b"k" * length)
    assert base64.b64decode(value)[HEADER_BYTES : HEADER_BYTES + len(written)] == written
    assert len(base64.b64decode(value)) == HEADER_BYTES + len(written) + length + 1
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
def test_invalid_lengths(written: bytes, reason: str) -> None:
    assert reason_of(base64.b64encode(bytes(HEADER_BYTES) + written).decode()) == reason


def test_altered_character_is_rejected_except_in_the_encrypted_keys() -> None:
    start, end = HEADER_BYTES + 2, HEADER_BYTES + 2 + len(KEYS)
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
            reason_of(VALUE[:index])
            reason_of(VALUE[:index] + VALUE[index + 1 :])


def test_truncation_and_reordering_are_rejected() -> None:
    size = len(base64.b64decode(VALUE))
    for length in range(size):
        reason_of(alter(lambda data, length=length: data[:length]))
        reason_of(alter(lambda data, length=length: data[size - length :]))
    assert reason_of(alter(lambda data: data[12:HEADER_BYTES] + data[:12] + data[HEADER_BYTES:])) == "not_genuine"
    assert reason_of(alter(lambda data: data[:-4] + data[-2:] + data[-4:-2])) == "not_genuine"
    assert reason_of(alter(lambda data: data + b"x")) == "not_genuine"


@pytest.mark.parametrize(
    "value", ["", "é", "AAA", "A===", "AA=A", VALUE + "\n", VALUE + "=", VALUE.replace("+", "-") + "-"]
)
def test_malformed_value_is_rejected(value: str) -> None:
    assert reason_of(value) in {"bad_encoding", "truncated"}
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
def test_invalid_keys(key: Any, reason: str) -> None:
    assert reason_of(VALUE, key) == reason
    with pytest.raises(EnvelopeError) as caught:
        encrypt("x", key, KEYS)
    assert caught.value.reason == reason


def test_invalid_arguments_of_encrypt() -> None:
    for arguments in (("\ud800", KEY, KEYS), ("x", KEY, "not base64"), ("x", KEY, KEYS, "\udfff")):
        with pytest.raises(EnvelopeError) as caught:
            encrypt(*arguments)
        assert caught.value.reason == "bad_encoding"
        assert caught.value.__context__ is None


def test_binary_content_is_not_text() -> None:
    value = encrypt(b"\xffplaintext", KEY, KEYS, "user_1")
    assert reason_of(value) == "not_text"
    assert decrypt_bytes(value, KEY, "user_1") == b"\xffplaintext"


def test_random_strings_raise_no_other_error() -> None:
    generator = random.Random(8)
    for number in range(20_000):
        if number % 2:
            text = base64.b64encode(generator.randbytes(generator.randrange(60))).decode()
        else:
            text = "".join(generator.choices("ABab09+/=-_ é\ud800", k=generator.randrange(60)))
        with pytest.raises(EnvelopeError):
            decrypt(text, KEY)


def test_errors_can_be_pickled() -> None:
    with pytest.raises(EnvelopeError) as caught:
        decrypt("", KEY)
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (str(copy), copy.reason) == (str(caught.value), "truncated")
