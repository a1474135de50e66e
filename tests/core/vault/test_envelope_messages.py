import base64
from collections.abc import Callable
from typing import Any

import pytest

from workos_core.errors import InvalidArgumentTypeError
from workos_core.vault.envelope import EnvelopeError, decrypt, decrypt_bytes, encrypt, read_encrypted_keys

KEY = bytes(range(32))
VALUE = encrypt("text", KEY, b"keys", "user_1")


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


@pytest.mark.parametrize(
    ("fail", "reason", "message"),
    [
        (lambda: encrypt("x", b"short", b""), "bad_key", "data_key must be 32 bytes (got 5)"),
        (lambda: encrypt("x", "!", b""), "bad_encoding", "data_key is not valid base64"),
        (lambda: encrypt("x", KEY, "!"), "bad_encoding", "encrypted_keys is not valid base64"),
        (lambda: encrypt("\ud800", KEY, b""), "bad_encoding", "a text has a lone surrogate, which UTF-8 can't encode"),
        (lambda: decrypt("!", KEY), "bad_encoding", "value is not valid base64"),
        (lambda: read_encrypted_keys("!"), "bad_encoding", "value is not valid base64"),
        (lambda: read_encrypted_keys(""), "truncated", "the value is truncated before its encrypted keys"),
        (
            lambda: read_encrypted_keys(encoded(bytes(28) + b"\x05abcd")),
            "truncated",
            "the value is truncated within its encrypted keys",
        ),
        (
            lambda: read_encrypted_keys(encoded(bytes(28) + b"\xff" * 5)),
            "bad_length",
            "the length of the encrypted keys is not a 32-bit number",
        ),
        (
            lambda: read_encrypted_keys(encoded(bytes(28) + b"\x80\x80\x80\x80\x10")),  # 2**32
            "bad_length",
            "the length of the encrypted keys is not a 32-bit number",
        ),
        (
            lambda: decrypt_bytes(VALUE, KEY, "user_2"),
            "not_genuine",
            "the value was altered, or data_key or associated_data is not the one it was encrypted with",
        ),
        (
            lambda: decrypt(encrypt(b"\xff", KEY, b""), KEY),
            "not_text",
            "the decrypted content is not UTF-8 text; use decrypt_bytes",
        ),
    ],
)
def test_messages(fail: Callable[[], object], reason: str, message: str) -> None:
    with pytest.raises(EnvelopeError) as caught:
        fail()
    assert (caught.value.reason, str(caught.value)) == (reason, message)


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ((7, "", ""), "plaintext must be a str or bytes, not int"),
        (({"a": 1}, "", ""), "plaintext must be a str or bytes, not dict; pass json.dumps(…)"),
        (([1], "", ""), "plaintext must be a str or bytes, not list; pass json.dumps(…)"),
        (("x", 7, ""), "data_key must be a str or bytes, not int"),
        (("x", "", None), "encrypted_keys must be a str or bytes, not NoneType"),
    ],
)
def test_types_of_arguments(arguments: Any, text: str) -> None:
    with pytest.raises(InvalidArgumentTypeError) as caught:
        encrypt(*arguments)
    assert str(caught.value) == text


def test_type_of_the_value() -> None:
    with pytest.raises(InvalidArgumentTypeError) as caught:
        read_encrypted_keys(b"x")  # type: ignore[arg-type]
    assert str(caught.value).startswith("value must be a str, not bytes")
