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

from workos_core.auth.sealing import iron as sealing
from workos_core.auth.sealing.iron import SealError, seal, unseal
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


def refused(sealed: str, password: Any = PASSWORD, now: float | None = None) -> str:
    with pytest.raises(SealError) as caught:
        unseal(sealed, password, now=now)
    return caught.value.reason


def with_key(text: bytes, *, iv: bytes = bytes(16), cut: int = 0) -> str:
    """A genuine value around any bytes, as somebody who has the password could make it."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    salt = "0" * 64
    pad = 16 - len(text) % 16
    key = sealing._derive(PASSWORD.encode(), salt)
    encryptor = Cipher(algorithms.AES256(key), modes.CBC(iv)).encryptor()
    body = encryptor.update(text + bytes([pad]) * pad)
    return with_mac(
        ["Fe26.2", "1", salt, sealing.encode_base64url(iv), sealing.encode_base64url(body[: len(body) - cut]), ""]
    )


def with_mac(parts: list[str]) -> str:
    salt = "1" * 64
    return "*".join([*parts, salt, sealing._mac(PASSWORD.encode(), salt, parts)]) + "~2"


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_vectors(vector: dict[str, Any]) -> None:
    if vector["expect"] == "ok":
        assert unseal(vector["sealed"], vector["password"], now=NOW) == json.loads(vector["plaintext"])
    elif vector["error_kind"] == "password_too_short":
        with pytest.raises(ConfigurationError):
            unseal(vector["sealed"], vector["password"])
    else:
        assert refused(vector["sealed"], vector["password"], NOW) == vector["error_kind"]


def test_the_form() -> None:
    parts = SEALED.split("*")
    assert len(parts) == 8
    assert parts[:2] == ["Fe26.2", "1"]
    assert [len(parts[index]) for index in (2, 3, 6, 7)] == [64, 22, 64, 43 + len("~2")]
    assert parts[5] == ""
    assert SEALED.endswith("~2")
    text = json.dumps(DATA, ensure_ascii=False, separators=(",", ":")).encode()
    ciphertext = 16 * (len(text) // 16 + 1)
    assert len(SEALED) == 209 + -(-4 * ciphertext // 3)


def test_no_two_are_equal() -> None:
    assert len({seal({}, PASSWORD) for _ in range(100)}) == 100


@given(json_objects, passwords, st.none() | st.integers(1, 10**9))
def test_what_was_sealed_comes_out(data: dict[str, Any], password: str, ttl: int | None) -> None:
    assert unseal(seal(data, password, ttl=ttl, now=NOW), password, now=NOW) == data


@given(json_objects, passwords, passwords)
def test_a_foreign_password_is_refused(data: dict[str, Any], password: str, foreign: str) -> None:
    sealed = seal(data, password)
    if foreign != password:
        assert refused(sealed, foreign) == "bad_mac"


def test_any_changed_character_is_refused() -> None:
    end = SEALED.index("~")
    for index, character in itertools.product(range(len(SEALED)), ALPHABET):
        changed = SEALED[:index] + character + SEALED[index + 1 :]
        if index > end or (changed == SEALED):
            assert unseal(changed, PASSWORD) == DATA
        else:
            refused(changed)


def test_any_character_too_many_or_too_few_is_refused() -> None:
    end = SEALED.index("~")
    for index in range(end):
        refused(SEALED[:index] + SEALED[index + 1 :])
        refused(SEALED[:index])
        refused(SEALED[index + 1 :])
        for character in "A*=\n":
            refused(SEALED[:index] + character + SEALED[index:])
    refused(SEALED[:end] + "=~2")
    refused(SEALED[:end] + "\n~2")


def test_any_reordering_is_refused() -> None:
    parts = SEALED.removesuffix("~2").split("*")
    for one, other in itertools.combinations(range(8), 2):
        swapped = list(parts)
        swapped[one], swapped[other] = swapped[other], swapped[one]
        refused("*".join(swapped) + "~2")
    assert refused("*".join([*parts, "x"])) == "wrong_component_count"


@given(json_objects, st.data())
@settings(deadline=None)
def test_parts_of_different_values_do_not_mix(data: dict[str, Any], draw: st.DataObject) -> None:
    one, other = (seal(data, PASSWORD, ttl=600, now=NOW).split("*") for _ in range(2))
    taken = draw.draw(st.sets(st.sampled_from([2, 3, 4, 6, 7]), min_size=1, max_size=4))
    mixed = [other[index] if index in taken else part for index, part in enumerate(one)]
    refused("*".join(mixed), now=NOW)


@pytest.mark.parametrize("marker", ["", "~", "~1", "~2", "~3", "~2~2", "~*", "~é"])
def test_the_marker_makes_no_difference(marker: str) -> None:
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
        assert refused(sealed, now=NOW + after) == reason


@pytest.mark.parametrize("expiry", ["0", "01", "-1", "1e13", "1.5", " 1", "1\n", "٣", "²", "9" * 17, "9" * 5000])
def test_an_expiry_that_is_no_time_is_refused(expiry: str) -> None:
    parts = SEALED.split("*")
    assert refused(with_mac([*parts[:5], expiry])) == "bad_expiration"


@pytest.mark.parametrize("ttl", [float("nan"), float("inf"), -NOW, -2 * NOW, 1e300])
def test_a_ttl_that_leads_to_no_time_is_refused(ttl: float) -> None:
    with pytest.raises(SealError) as caught:
        seal(DATA, PASSWORD, ttl=ttl, now=NOW)
    assert caught.value.reason == "bad_expiration"


def test_the_present_is_the_default() -> None:
    assert unseal(seal(DATA, PASSWORD, ttl=60), PASSWORD) == DATA
    assert refused(seal(DATA, PASSWORD, ttl=-61)) == "expired"


def test_the_first_of_several_passwords_seals_and_all_open() -> None:
    assert unseal(seal(DATA, [SECOND, PASSWORD]), SECOND) == DATA
    assert unseal(SEALED, [SECOND, PASSWORD]) == DATA
    assert unseal(SEALED, (PASSWORD, SECOND)) == DATA
    assert refused(SEALED, [SECOND]) == "bad_mac"


def test_the_largest_id_seals_and_each_opens_its_own() -> None:
    ring = {2: PASSWORD, 10: SECOND, 9: "x" * 32, "default": "d" * 32, "a_1": "a" * 32}
    sealed = seal(DATA, ring)
    assert sealed.split("*")[1] == "10"
    assert unseal(sealed, {"10": SECOND}) == DATA
    assert refused(SEALED, ring) == "unknown_password"
    assert refused(sealed, SECOND) == "unknown_password"
    assert refused(sealed, {10: PASSWORD}) == "bad_mac"
    assert refused(with_mac(["Fe26.2", "", *SEALED.split("*")[2:6]])) == "unknown_password"
    assert refused(with_mac(["Fe26.2", "", *SEALED.split("*")[2:6]]), {"default": SECOND}) == "bad_mac"
    assert unseal(with_mac(["Fe26.2", "", *SEALED.split("*")[2:6]]), {"default": PASSWORD}) == DATA


@pytest.mark.parametrize("key_id", ["__proto__", "constructor", "toString", "__class__", "1 ", "01", "+1", "²"])
def test_ids_that_nobody_gave_are_unknown(key_id: str) -> None:
    sealed = with_mac(["Fe26.2", key_id, *SEALED.split("*")[2:6]])
    assert refused(sealed) == "unknown_password"
    assert refused(sealed, defaultdict(lambda: PASSWORD, {"1": PASSWORD})) == "unknown_password"


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
    ids=repr,
)
def test_unusable_passwords_are_a_mistake_of_the_configuration(password: Any) -> None:
    for attempt in (lambda: seal(DATA, password), lambda: unseal(SEALED, password), lambda: unseal("", password)):
        with pytest.raises(ConfigurationError) as caught:
            attempt()
        assert not leaks(caught.value, SHORT, PASSWORD, "correct")


def test_a_map_without_a_number_opens_but_can_not_seal() -> None:
    assert refused(SEALED, {"default": PASSWORD}) == "unknown_password"
    with pytest.raises(ConfigurationError):
        seal(DATA, {"default": PASSWORD})


def test_lengths_are_counted_as_in_javascript() -> None:
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
    ids=lambda value: repr(value)[:20],
)
def test_contents_that_are_no_object_are_refused(text: bytes, reason: str) -> None:
    assert refused(with_key(text)) == reason


def test_genuine_values_that_can_not_be_decrypted_are_refused() -> None:
    assert unseal(with_key(b'{"a":1.5}'), PASSWORD) == {"a": 1.5}
    assert refused(with_key(b"{}", cut=1)) == "bad_decrypt"
    assert refused(with_key(b"{}" * 20, cut=16)) == "bad_decrypt"
    assert refused(with_key(b"{}", cut=16)) == "bad_decrypt"
    parts = SEALED.split("*")
    for index, text in ((3, "AAAA"), (3, ""), (4, "")):
        assert refused(with_mac([*parts[:index], text, *parts[index + 1 : 6]])) == "bad_decrypt"
    for index, text in itertools.product((3, 4), ("=", "A", "A+/A", "AB", "AA==", "é", "A A")):
        assert refused(with_mac([*parts[:index], text, *parts[index + 1 : 6]])) == "bad_encoding"


@pytest.mark.parametrize(
    "data",
    [{"a": float("nan")}, {"a": float("inf")}, {"a": object()}, {"a": b"x"}, {("a",): 1}],
    ids=["nan", "inf", "object", "bytes", "tuple as key"],
)
def test_what_json_can_not_hold_is_not_sealed(data: dict[Any, Any]) -> None:
    with pytest.raises(SealError) as caught:
        seal(data, PASSWORD)
    assert caught.value.reason == "bad_payload"


def test_lone_surrogates_survive() -> None:
    data = {"a": "\ud800 é", "\udfff": 1}
    assert unseal(seal(data, PASSWORD), PASSWORD) == data


def test_lengths_are_bounded() -> None:
    longest = "x" * 48_900
    assert len(seal({"a": longest}, PASSWORD)) <= sealing.MAX_LENGTH
    with pytest.raises(SealError) as caught:
        seal({"a": longest + "x" * 200}, PASSWORD)
    assert caught.value.reason == "too_long"
    assert refused(SEALED + "x" * sealing.MAX_LENGTH) == "too_long"


def test_100_000_random_strings_raise_nothing_else() -> None:
    chance = random.Random(5)
    parts = SEALED.removesuffix("~2").split("*")

    def noise(alphabet: str, longest: int) -> str:
        return "".join(chance.choices(alphabet, k=chance.randrange(longest)))

    def any_character() -> str:
        return chr(chance.randrange(0x110000))

    accepted = 0
    for number in range(100_000):
        match number % 4:
            case 0:
                text = noise(ALPHABET, 60)
            case 1:
                text = "".join(any_character() for _ in range(chance.randrange(12)))
            case 2:
                text = "*".join(part if chance.random() < 0.8 else noise(ALPHABET, 30) for part in parts)
            case _:
                index = chance.randrange(len(SEALED))
                text = SEALED[:index] + noise("*~=A1é\ud800", 4) + SEALED[index + chance.randrange(4) :]
        try:
            accepted += unseal(text, PASSWORD) == DATA
        except SealError:
            continue
        assert text.partition("~")[0] == SEALED.partition("~")[0]
    assert accepted < 10_000


def leaks(error: BaseException, *secrets: str) -> list[str]:
    """Which secrets can be seen in an exception or in what it comes from, in all forms in which tools show them."""
    shown: list[str] = []
    current: BaseException | None = error
    while current is not None:
        shown += [str(current), repr(current), repr(current.args), repr(vars(current))]
        shown += [repr(getattr(current, name, "")) for name in ("doc", "object")]
        current = current.__cause__ or current.__context__
    shown += traceback.format_exception(error)
    return [secret for secret in secrets if any(secret in text for text in shown)]


def test_errors_have_nothing_of_password_or_content() -> None:
    secret = "very-secret-token"
    broken = [
        with_key(b'{"a":"very-secret-token'),
        with_key(b'\xff"very-secret-token"'),
        with_key(b'["very-secret-token"]'),
        with_key(b"very-secret-token", cut=16),
        seal({"a": secret}, PASSWORD, ttl=-100),
        seal({"a": secret}, SECOND),
        seal({"a": secret}, {7: PASSWORD}),
    ]
    for sealed in broken:
        with pytest.raises(SealError) as caught:
            unseal(sealed, PASSWORD)
        assert not leaks(caught.value, secret, PASSWORD, SECOND, sealed[-20:], sealed[100:120])
        assert caught.value.__context__ is None
    with pytest.raises(SealError) as unsealable:
        seal({"a": secret, "b": float("nan")}, PASSWORD)
    assert not leaks(unsealable.value, secret, PASSWORD)
    from workos_core.auth.sealing.keyring import read_passwords

    assert PASSWORD not in repr(read_passwords(PASSWORD))


def test_errors_cross_process_borders() -> None:
    with pytest.raises(SealError) as caught:
        unseal("x", PASSWORD)
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (str(copy), copy.reason) == (str(caught.value), "wrong_component_count")
