import itertools
import json
import pickle
import random
import string
import traceback
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.parameter_ids import parameter_id
from workos_core.auth.sealing import iron
from workos_core.auth.sealing.iron import SealError, seal, unseal
from workos_core.auth.sealing.keyring import load_keyring
from workos_core.errors import ConfigurationError

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "interop.json").read_text("utf-8"))["fe26"]
PASSWORD = "correct-horse-battery-staple-0123456789"
SECOND = "second-password-rotated-in-2026-abcdef!!"
DATA = {"accessToken": "token-1", "user": {"id": "user_1", "name": "Åsa 🧑‍🚀"}}
NOW = 1_767_225_600.0
SEALED = seal(DATA, PASSWORD)
ALPHABET = string.ascii_letters + string.digits + "-_*~=+/. \x00é🔑"

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
json_objects = st.dictionaries(st.text(), json_values, max_size=5)
passwords = st.text(min_size=32, max_size=80)


def rejection_reason(sealed: str, password: Any = PASSWORD, now: float | None = None) -> str:
    with pytest.raises(SealError) as caught:
        unseal(sealed, password, now=now)
    assert "the sealed value" in str(caught.value)
    return caught.value.reason


def seal_bytes(text: bytes, *, iv: bytes = bytes(16), cut: int = 0) -> str:
    """Return an authentic value with any content, as only the owner of the password can create it."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    salt = "0" * 64
    pad = 16 - len(text) % 16
    key = iron._derive_key(PASSWORD.encode(), salt)
    encryptor = Cipher(algorithms.AES256(key), modes.CBC(iv)).encryptor()
    body = encryptor.update(text + bytes([pad]) * pad)
    return with_mac(
        ["Fe26.2", "1", salt, iron.encode_base64url(iv), iron.encode_base64url(body[: len(body) - cut]), ""]
    )


def with_mac(parts: list[str]) -> str:
    salt = "1" * 64
    return "*".join([*parts, salt, iron._mac(PASSWORD.encode(), salt, parts)]) + "~2"


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_interop_vectors(vector: dict[str, Any]) -> None:
    if vector["expect"] == "ok":
        assert unseal(vector["sealed"], vector["password"], now=NOW) == json.loads(vector["plaintext"])
    elif vector["error_kind"] == "password_too_short":
        with pytest.raises(ConfigurationError):
            unseal(vector["sealed"], vector["password"])
    else:
        assert rejection_reason(vector["sealed"], vector["password"], NOW) == vector["error_kind"]


def test_format() -> None:
    parts = SEALED.split("*")
    assert len(parts) == 8
    assert parts[:2] == ["Fe26.2", "1"]
    assert [len(parts[index]) for index in (2, 3, 6, 7)] == [64, 22, 64, 43 + len("~2")]
    assert parts[5] == ""
    assert SEALED.endswith("~2")
    text = json.dumps(DATA, ensure_ascii=False, separators=(",", ":")).encode()
    ciphertext = 16 * (len(text) // 16 + 1)
    assert len(SEALED) == 209 + -(-4 * ciphertext // 3)


def test_sealed_values_are_unique() -> None:
    assert len({seal({}, PASSWORD) for _ in range(100)}) == 100


@given(json_objects, passwords, st.none() | st.integers(1, 10**9))
def test_seal_and_unseal_round_trip(data: dict[str, Any], password: str, ttl: int | None) -> None:
    assert unseal(seal(data, password, ttl=ttl, now=NOW), password, now=NOW) == data


@given(json_objects, passwords, passwords)
def test_value_of_another_password_is_rejected(data: dict[str, Any], password: str, other: str) -> None:
    sealed = seal(data, password)
    if other != password:
        assert rejection_reason(sealed, other) == "bad_mac"


def test_altered_characters_are_rejected() -> None:
    end = SEALED.index("~")
    for index, character in itertools.product(range(len(SEALED)), ALPHABET):
        changed = SEALED[:index] + character + SEALED[index + 1 :]
        if index > end or (changed == SEALED):
            assert unseal(changed, PASSWORD) == DATA
        else:
            rejection_reason(changed)


def test_added_and_removed_characters_are_rejected() -> None:
    end = SEALED.index("~")
    for index in range(end):
        rejection_reason(SEALED[:index] + SEALED[index + 1 :])
        rejection_reason(SEALED[:index])
        rejection_reason(SEALED[index + 1 :])
        for character in "A*=\n":
            rejection_reason(SEALED[:index] + character + SEALED[index:])
    rejection_reason(SEALED[:end] + "=~2")
    rejection_reason(SEALED[:end] + "\n~2")


def test_reordered_parts_are_rejected() -> None:
    parts = SEALED.removesuffix("~2").split("*")
    for one, other in itertools.combinations(range(8), 2):
        swapped = list(parts)
        swapped[one], swapped[other] = swapped[other], swapped[one]
        rejection_reason("*".join(swapped) + "~2")
    assert rejection_reason("*".join([*parts, "x"])) == "wrong_component_count"


@given(json_objects, st.data())
@settings(deadline=None)
def test_parts_of_different_values_are_rejected(data: dict[str, Any], draw: st.DataObject) -> None:
    one, other = (seal(data, PASSWORD, ttl=600, now=NOW).split("*") for _ in range(2))
    indexes = draw.draw(st.sets(st.sampled_from([2, 3, 4, 6, 7]), min_size=1, max_size=4))
    mixed = [other[index] if index in indexes else part for index, part in enumerate(one)]
    rejection_reason("*".join(mixed), now=NOW)


@pytest.mark.parametrize("marker", ["", "~", "~1", "~2", "~3", "~2~2", "~*", "~é"])
def test_version_marker_is_ignored(marker: str) -> None:
    assert unseal(SEALED.removesuffix("~2") + marker, PASSWORD) == DATA


@pytest.mark.parametrize(
    ("after", "reason"),
    [(0, None), (600, None), (659.999, None), (660, "expired"), (10**9, "expired"), (-(10**9), None)],
)
def test_expiry(after: float, reason: str | None) -> None:
    sealed = seal(DATA, PASSWORD, ttl=600, now=NOW)
    assert sealed.split("*")[5] == str(round(NOW + 600) * 1000)
    if reason is None:
        assert unseal(sealed, PASSWORD, now=NOW + after) == DATA
    else:
        assert rejection_reason(sealed, now=NOW + after) == reason


@pytest.mark.parametrize("expiry", ["0", "01", "-1", "1e13", "1.5", " 1", "1\n", "٣", "²", "9" * 17, "9" * 5000])
def test_malformed_expiry_is_rejected(expiry: str) -> None:
    parts = SEALED.split("*")
    assert rejection_reason(with_mac([*parts[:5], expiry])) == "bad_expiration"


@pytest.mark.parametrize("ttl", [float("nan"), float("inf"), -NOW, -2 * NOW, 1e300])
def test_ttl_out_of_range_is_rejected(ttl: float) -> None:
    with pytest.raises(SealError) as caught:
        seal(DATA, PASSWORD, ttl=ttl, now=NOW)
    assert caught.value.reason == "bad_expiration"


def test_now_defaults_to_the_system_clock() -> None:
    assert unseal(seal(DATA, PASSWORD, ttl=60), PASSWORD) == DATA
    assert rejection_reason(seal(DATA, PASSWORD, ttl=-61)) == "expired"


def test_first_of_several_passwords_seals_and_all_unseal() -> None:
    assert unseal(seal(DATA, [SECOND, PASSWORD]), SECOND) == DATA
    assert unseal(SEALED, [SECOND, PASSWORD]) == DATA
    assert unseal(SEALED, (PASSWORD, SECOND)) == DATA
    assert rejection_reason(SEALED, [SECOND]) == "bad_mac"


def test_largest_id_seals_and_each_id_unseals_its_own() -> None:
    ring = {2: PASSWORD, 10: SECOND, 9: "x" * 32, "default": "d" * 32, "a_1": "a" * 32}
    sealed = seal(DATA, ring)
    assert sealed.split("*")[1] == "10"
    assert unseal(sealed, {"10": SECOND}) == DATA
    assert rejection_reason(SEALED, ring) == "unknown_password"
    assert rejection_reason(sealed, SECOND) == "unknown_password"
    assert rejection_reason(sealed, {10: PASSWORD}) == "bad_mac"
    assert rejection_reason(with_mac(["Fe26.2", "", *SEALED.split("*")[2:6]])) == "unknown_password"
    assert rejection_reason(with_mac(["Fe26.2", "", *SEALED.split("*")[2:6]]), {"default": SECOND}) == "bad_mac"
    assert unseal(with_mac(["Fe26.2", "", *SEALED.split("*")[2:6]]), {"default": PASSWORD}) == DATA


@pytest.mark.parametrize("key_id", ["__proto__", "constructor", "toString", "__class__", "1 ", "01", "+1", "²"])
def test_unknown_password_ids_are_rejected(key_id: str) -> None:
    sealed = with_mac(["Fe26.2", key_id, *SEALED.split("*")[2:6]])
    assert rejection_reason(sealed) == "unknown_password"
    assert rejection_reason(sealed, defaultdict(lambda: PASSWORD, {"1": PASSWORD})) == "unknown_password"


SHORT = "shortshortshort-shortshortshort"


@pytest.mark.parametrize(
    "password",
    [
        SHORT,
        "",
        [],
        {},
        None,
        "🔑" * 15 + "x",
        [PASSWORD, SHORT],
        {1: PASSWORD, 2: SHORT},
        [PASSWORD, None],
        PASSWORD.encode(),
        PASSWORD + "\ud800",
        {"a b": PASSWORD},
        {PASSWORD + "!": "1"},
        {"": PASSWORD},
    ],
    ids=parameter_id,
)
def test_invalid_passwords_raise_configuration_error(password: Any) -> None:
    for attempt in (lambda: seal(DATA, password), lambda: unseal(SEALED, password), lambda: unseal("", password)):
        with pytest.raises(ConfigurationError) as caught:
            attempt()
        assert not find_leaks(caught.value, SHORT, PASSWORD, "correct")


def test_mapping_without_a_numeric_id_unseals_but_does_not_seal() -> None:
    assert rejection_reason(SEALED, {"default": PASSWORD}) == "unknown_password"
    with pytest.raises(ConfigurationError):
        seal(DATA, {"default": PASSWORD})


def test_password_length_is_measured_as_in_javascript() -> None:
    assert unseal(seal(DATA, "🔑" * 16), "🔑" * 16) == DATA


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b"null", "bad_payload"),
        (b"[]", "bad_payload"),
        (b'"x"', "bad_payload"),
        (b"", "bad_payload"),
        (b"{", "bad_payload"),
        (b'{"a":NaN}', "bad_payload"),
        (b'{"a":-Infinity}', "bad_payload"),
        (b'{"a":1e999}', "bad_payload"),
        (b'{"a":' + b"1" * 5000 + b"}", "bad_payload"),
        (b"\xff{}", "bad_payload"),
        (b"\xef\xbb\xbf{}", "bad_payload"),
        (b'{"a":' + b"[" * 20_000 + b"]" * 20_000 + b"}", "bad_payload"),
    ],
    ids=parameter_id,
)
def test_content_that_is_not_an_object_is_rejected(text: bytes, reason: str) -> None:
    assert rejection_reason(seal_bytes(text)) == reason


def test_authentic_values_that_cannot_be_decrypted_are_rejected() -> None:
    assert unseal(seal_bytes(b'{"a":1.5}'), PASSWORD) == {"a": 1.5}
    assert rejection_reason(seal_bytes(b"{}", cut=1)) == "bad_decrypt"
    assert rejection_reason(seal_bytes(b"{}" * 20, cut=16)) == "bad_decrypt"
    assert rejection_reason(seal_bytes(b"{}", cut=16)) == "bad_decrypt"
    parts = SEALED.split("*")
    for index, text in ((3, "AAAA"), (3, ""), (4, "")):
        assert rejection_reason(with_mac([*parts[:index], text, *parts[index + 1 : 6]])) == "bad_decrypt"
    for index, text in itertools.product((3, 4), ("=", "A", "A+/A", "AB", "AA==", "é", "A A")):
        assert rejection_reason(with_mac([*parts[:index], text, *parts[index + 1 : 6]])) == "bad_encoding"


@pytest.mark.parametrize(
    "data",
    [{"a": float("nan")}, {"a": float("inf")}, {"a": object()}, {"a": b"x"}, {("a",): 1}],
    ids=["nan", "inf", "object", "bytes", "tuple as key"],
)
def test_data_that_is_not_json_is_rejected(data: dict[Any, Any]) -> None:
    with pytest.raises(SealError) as caught:
        seal(data, PASSWORD)
    assert caught.value.reason == "bad_payload"


def test_lone_surrogates_round_trip() -> None:
    data = {"a": "\ud800 é", "\udfff": 1}
    assert unseal(seal(data, PASSWORD), PASSWORD) == data


def test_length_is_limited() -> None:
    longest = "x" * 48_900
    assert len(seal({"a": longest}, PASSWORD)) <= iron.MAX_LENGTH
    with pytest.raises(SealError) as caught:
        seal({"a": longest + "x" * 200}, PASSWORD)
    assert caught.value.reason == "too_long"
    assert rejection_reason(SEALED + "x" * iron.MAX_LENGTH) == "too_long"


def test_100_000_random_strings_raise_only_seal_errors() -> None:
    rng = random.Random(5)
    parts = SEALED.removesuffix("~2").split("*")

    def noise(alphabet: str, longest: int) -> str:
        return "".join(rng.choices(alphabet, k=rng.randrange(longest)))

    def any_character() -> str:
        return chr(rng.randrange(0x110000))

    accepted = 0
    for number in range(100_000):
        match number % 4:
            case 0:
                text = noise(ALPHABET, 60)
            case 1:
                text = "".join(any_character() for _ in range(rng.randrange(12)))
            case 2:
                text = "*".join(part if rng.random() < 0.8 else noise(ALPHABET, 30) for part in parts)
            case _:
                index = rng.randrange(len(SEALED))
                text = SEALED[:index] + noise("*~=A1é\ud800", 4) + SEALED[index + rng.randrange(4) :]
        try:
            accepted += unseal(text, PASSWORD) == DATA
        except SealError:
            continue
        assert text.partition("~")[0] == SEALED.partition("~")[0]
    assert accepted < 10_000


def find_leaks(error: BaseException, *secrets: str) -> list[str]:
    """Return the secrets that appear in an exception or its causes, in all forms in which tools display them."""
    texts: list[str] = []
    current: BaseException | None = error
    while current is not None:
        texts += [str(current), repr(current), repr(current.args), repr(vars(current))]
        texts += [repr(getattr(current, name, "")) for name in ("doc", "object")]
        current = current.__cause__ or current.__context__
    texts += traceback.format_exception(error)
    return [secret for secret in secrets if any(secret in text for text in texts)]


def test_errors_contain_neither_password_nor_content() -> None:
    secret = "very-secret-token"
    broken = [
        seal_bytes(b'{"a":"very-secret-token'),
        seal_bytes(b'\xff"very-secret-token"'),
        seal_bytes(b'["very-secret-token"]'),
        seal_bytes(b"very-secret-token", cut=16),
        seal({"a": secret}, PASSWORD, ttl=-100),
        seal({"a": secret}, SECOND),
        seal({"a": secret}, {7: PASSWORD}),
    ]
    for sealed in broken:
        with pytest.raises(SealError) as caught:
            unseal(sealed, PASSWORD)
        assert not find_leaks(caught.value, secret, PASSWORD, SECOND, sealed[-20:], sealed[100:120])
        assert caught.value.__context__ is None
    with pytest.raises(SealError) as unsealable:
        seal({"a": secret, "b": float("nan")}, PASSWORD)
    assert not find_leaks(unsealable.value, secret, PASSWORD)
    from workos_core.auth.sealing.keyring import load_keyring

    assert PASSWORD not in repr(load_keyring(PASSWORD))


def test_errors_can_be_pickled() -> None:
    with pytest.raises(SealError) as caught:
        unseal("x", PASSWORD)
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (str(copy), copy.reason) == (str(caught.value), "wrong_component_count")


@pytest.mark.parametrize(
    "sealed",
    [seal_bytes(b"{}", cut=1), seal_bytes(b"{}" + b" " * 13 + b"\x11" * 17, cut=16)],
    ids=["incomplete block", "padding of 17 bytes"],
)
def test_authentic_values_that_cannot_be_decrypted(sealed: str) -> None:
    with pytest.raises(SealError, match="the sealed value can't be decrypted") as caught:
        unseal(sealed, PASSWORD)
    assert caught.value.reason == "bad_decrypt"


def test_unknown_id_has_no_passwords() -> None:
    assert load_keyring(PASSWORD).passwords_for("7") == ()
