"""Properties of all sealed, signed and encrypted formats.

Each format round-trips; rejects altered characters, cuts, reordered parts and a wrong secret; and raises no exception but its own for any
text. `nox -s formats` tries many more examples.
"""

import base64
import hashlib
import hmac
import json
import os
import random
from collections.abc import Callable

import pytest
from attrs import frozen
from cryptography.fernet import Fernet
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from workos_core.auth.sealing.cookie_chunks import join_cookie, split_cookie
from workos_core.auth.sealing.fernet import unseal_fernet
from workos_core.auth.sealing.iron import SealError, seal, unseal
from workos_core.auth.sessions.session_cookie import seal_session, unseal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_core.auth.sign_in.signed_state import StateError, read_state, sign_state
from workos_core.auth.sign_in.verifier_cookie import seal_verifier, unseal_verifier
from workos_core.vault.envelope import EnvelopeError, decrypt, encrypt
from workos_core.webhooks.actions import construct_action, sign_action_response
from workos_core.webhooks.signatures import SignatureVerificationError, sign

NOW = 1_800_000_000.0
EXAMPLE_FACTOR = int(os.environ.get("WORKOS_MORE_EXAMPLES", "1"))
RANDOM_STRINGS = 12_500 * EXAMPLE_FACTOR
CHUNK_SEPARATOR = "|"


@frozen
class Format:
    """The functions that write and read a format, as one text with one secret."""

    name: str
    error: type[Exception]
    write: Callable[[str, str], str]
    read: Callable[[str, str], object]
    separator: str


def fernet_key(secret: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(secret.encode()).digest()).decode()


def data_key(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()


def session(text: str) -> SessionData:
    return SessionData(access_token=text, refresh_token="r", user={"id": "u", "metadata": {"note": text}})


def write_chunks(text: str, secret: str) -> str:
    sealed = seal({"text": text, "filling": "x" * 7000}, secret)
    return CHUNK_SEPARATOR.join(split_cookie("wos-session", sealed).values())


def read_chunks(text: str, secret: str) -> object:
    chunks = text.split(CHUNK_SEPARATOR)
    cookies = {f"wos-session.{index}": chunk for index, chunk in enumerate(chunks)}
    if len(chunks) > 4:
        raise SealError("too many chunks", reason="too_long")
    return unseal(join_cookie("wos-session", cookies) or "", secret)["text"]


def write_webhook(text: str, secret: str) -> str:
    body = json.dumps({"text": text}).encode()
    return sign(body, secret, now=NOW).replace(" ", "") + "\n" + body.decode()


def read_webhook(text: str, secret: str) -> object:
    header, _, body = text.partition("\n")
    return construct_action(body.encode("utf-8", "surrogatepass"), header, secret, now=NOW).get("text")


FORMATS = [
    Format(
        "sealed",
        SealError,
        lambda text, secret: seal({"a": text}, secret),
        lambda text, secret: unseal(text, secret)["a"],
        "*",
    ),
    Format(
        "session cookie",
        SealError,
        lambda text, secret: seal_session(session(text), secret),
        lambda text, secret: unseal_session(text, secret).session.access_token,
        "*",
    ),
    Format("session cookie in chunks", SealError, write_chunks, read_chunks, CHUNK_SEPARATOR),
    Format(
        "verifier cookie",
        SealError,
        lambda text, secret: seal_verifier(text, secret, now=NOW),
        lambda text, secret: unseal_verifier(text, text, secret, now=NOW).code_verifier,
        "*",
    ),
    Format(
        "Fernet",
        SealError,
        lambda text, secret: Fernet(fernet_key(secret)).encrypt(json.dumps({"a": text}).encode()).decode(),
        lambda text, secret: unseal_fernet(text, fernet_key(secret))["a"],
        "A",
    ),
    Format(
        "state",
        StateError,
        lambda text, secret: sign_state(text, secret, now=NOW),
        lambda text, secret: read_state(text, secret, now=NOW),
        ".",
    ),
    Format("webhook", SignatureVerificationError, write_webhook, read_webhook, ","),
    Format(
        "envelope",
        EnvelopeError,
        lambda text, secret: encrypt(text, data_key(secret), b"", "owner"),
        lambda text, secret: decrypt(text, data_key(secret), "owner"),
        "A",
    ),
]
every_format = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
# HMAC treats keys that differ only in trailing zero bytes as equal.
secrets = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=32, max_size=60)
few_examples = settings(derandomize=True, max_examples=50 * EXAMPLE_FACTOR, deadline=None)


def assert_rejected(form: Format, text: str, secret: str) -> None:
    with pytest.raises(form.error):
        form.read(text, secret)


def protected(text: str) -> str:
    """Return a text without the version suffix of a sealed value, which is not authenticated and has no effect."""
    return text.removesuffix("~2")


@every_format
@few_examples
@given(text=texts, secret=secrets)
def test_round_trip(form: Format, text: str, secret: str) -> None:
    assert form.read(form.write(text, secret), secret) == text


@every_format
@few_examples
@given(text=texts, secret=secrets, other=secrets)
def test_wrong_secret_is_rejected(form: Format, text: str, secret: str, other: str) -> None:
    assume(secret != other)
    assert_rejected(form, form.write(text, secret), other)


@every_format
@few_examples
@given(text=texts, secret=secrets, character=st.characters(), position=st.floats(0, 1, exclude_max=True))
def test_altered_character_is_rejected(form: Format, text: str, secret: str, character: str, position: float) -> None:
    written = form.write(text, secret)
    index = int(position * len(protected(written)))
    assume(written[index] != character)
    if form.name == "session cookie in chunks":
        assume(CHUNK_SEPARATOR not in (character, written[index]))  # not a character of a cookie
    assert_rejected(form, written[:index] + character + written[index + 1 :], secret)


@every_format
@few_examples
@given(text=texts, secret=secrets, positions=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_cut_is_rejected(form: Format, text: str, secret: str, positions: tuple[float, float]) -> None:
    written = protected(form.write(text, secret))
    start, end = sorted(int(position * len(written)) for position in positions)
    assume(written[start:end].strip(CHUNK_SEPARATOR))
    assert_rejected(form, written[:start] + written[end:], secret)


@every_format
@few_examples
@given(text=texts, secret=secrets, seed=st.integers(0, 10**6))
def test_reordered_parts_are_rejected(form: Format, text: str, secret: str, seed: int) -> None:
    generator = random.Random(seed)
    written = protected(form.write(text, secret))
    parts = written.split(form.separator)
    one, other = generator.choices(range(len(parts)), k=2)
    parts[one], parts[other] = parts[other], parts[one]
    first, second, third = sorted(generator.choices(range(len(written)), k=3))
    pieces = written[:first] + written[second:third] + written[first:second] + written[third:]
    for changed in (form.separator.join(parts), pieces):
        # The parts of a webhook header may be in any order.
        if changed != written and not (form.name == "webhook" and changed.startswith("v1=")):
            assert_rejected(form, changed, secret)


@every_format
def test_random_strings_raise_no_other_error(form: Format) -> None:
    generator = random.Random(4)
    secret = "a secret of more than thirty-two characters"
    written = form.write("text", secret)
    parts = written.split(form.separator)
    letters = "AZaz09-_+/=.*~,| \n\té\ud800\0t" + written[:12]
    for number in range(RANDOM_STRINGS):
        match number % 4:
            case 0:
                text = "".join(generator.choices(letters, k=generator.randrange(60)))
            case 1:
                text = "".join(chr(generator.randrange(0x110000)) for _ in range(generator.randrange(8)))
            case 2:
                text = form.separator.join(generator.choices(parts, k=generator.randrange(len(parts) + 2)))
            case _:
                index = generator.randrange(len(written))
                text = written[:index] + generator.choice(letters) + written[index + generator.randrange(4) :]
        try:
            value = form.read(text, secret)
        except form.error:
            continue
        assert value == "text"
        assert protected(text.partition("~")[0]) == protected(written) or form.name in (
            "webhook",
            "session cookie in chunks",
        )


@few_examples
@given(text=texts, secret=secrets)
def test_action_response_is_signed(text: str, secret: str) -> None:
    """The signature is over the payload in the form of `JSON.stringify`, as the API verifies it."""
    response = sign_action_response("authentication", "Deny", secret, error_message=text or "no", now=NOW)
    payload = json.dumps(response["payload"], ensure_ascii=False, separators=(",", ":"))
    mac = hmac.new(secret.encode(), f"{response['payload']['timestamp']}.{payload}".encode(), hashlib.sha256)
    assert response["signature"] == mac.hexdigest()
    assert response["payload"] == {"timestamp": NOW * 1000, "verdict": "Deny", "error_message": text or "no"}
