"""Mistakes with Vault."""

# Type checkers report these mistakes, too.
# mypy: disable-error-code="arg-type, attr-defined, call-arg"
# pyright: reportArgumentType=false, reportAttributeAccessIssue=false, reportCallIssue=false

from typing import Any

from tests.mistakes.mistake import Mistake
from workos_core.errors import InvalidArgumentError, InvalidArgumentTypeError
from workos_core.vault.envelope import EnvelopeError, decrypt, encrypt

T: Any = InvalidArgumentTypeError
V = InvalidArgumentError
KEY = bytes(32)
MISTAKES = [
    Mistake(
        "encrypting a dict",
        lambda sdk: sdk.client.vault.encrypt({"a": 1}, context={"a": "b"}),
        T,
        "plaintext must be a str or bytes, not dict; pass json.dumps(…)",
    ),
    Mistake(
        "encrypting None",
        lambda sdk: sdk.client.vault.encrypt(None, context={"a": "b"}),
        T,
        "plaintext must be a str or bytes, not NoneType",
    ),
    Mistake(
        "text as key context",
        lambda sdk: sdk.client.vault.encrypt("a", context="org_1"),
        T,
        "context must be a dict, not str",
    ),
    Mistake(
        "a number in a key context",
        lambda sdk: sdk.client.vault.encrypt("a", context={"a": 1}),
        T,
        "context['a'] must be a str, not int",
    ),
    Mistake(
        "a number as associated data",
        lambda sdk: sdk.client.vault.encrypt("a", context={"a": "b"}, associated_data=5),
        T,
        "associated_data must be a str or bytes, not int",
    ),
    Mistake(
        "decrypting bytes",
        lambda sdk: sdk.client.vault.decrypt(b"abc"),
        T,
        "value must be a str, not bytes; call .decode()",
    ),
    Mistake("decrypting None", lambda sdk: sdk.client.vault.decrypt(None), T, "value must be a str, not NoneType"),
    Mistake(
        "decrypting plain text",
        lambda sdk: sdk.client.vault.decrypt("hello world"),
        EnvelopeError,
        "value is not valid base64",
    ),
    Mistake(
        "decrypting a truncated value",
        lambda sdk: sdk.client.vault.decrypt("AAAA"),
        EnvelopeError,
        "the value is truncated before its encrypted keys",
    ),
    Mistake(
        "a short data key",
        lambda _: encrypt("a", b"short", b"keys"),
        EnvelopeError,
        "data_key must be 32 bytes (got 5)",
    ),
    Mistake(
        "a data key that is no base64",
        lambda _: encrypt("a", "not base64", b"keys"),
        EnvelopeError,
        "data_key is not valid base64",
    ),
    Mistake("a number as data key", lambda _: encrypt("a", 5, b"keys"), T, "data_key must be a str or bytes, not int"),
    Mistake(
        "None as encrypted keys",
        lambda _: encrypt("a", KEY, None),
        T,
        "encrypted_keys must be a str or bytes, not NoneType",
    ),
    Mistake(
        "another data key",
        lambda _: decrypt(encrypt("a", KEY, b"keys"), bytes([1] * 32)),
        EnvelopeError,
        "the value was altered, or data_key or associated_data is not the one it was encrypted with",
    ),
    Mistake(
        "other associated data",
        lambda _: decrypt(encrypt("a", KEY, b"keys", "user_1"), KEY, "user_2"),
        EnvelopeError,
        "the value was altered, or data_key or associated_data is not the one it was encrypted with",
    ),
]
