"""What holds for every sealed, signed or encrypted text alike, one row for each format.

What was written comes back; a changed character, a cut, another order of the parts and a foreign secret are refused; and whatever a text
is, reading it raises the one exception of the format or none. `nox -s formats` tries many more of each.
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
MORE = int(os.environ.get("WORKOS_MORE_EXAMPLES", "1"))
STRINGS = 12_500 * MORE
CHUNKS = "|"


@frozen
class Format:
    """How a format is written and read, always as one text with one secret."""

    name: str
    error: type[Exception]
    write: Callable[[str, str], str]
    read: Callable[[str, str], object]
    parts: str


def fernet_key(secret: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(secret.encode()).digest()).decode()


def data_key(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()


def session(text: str) -> SessionData:
    return SessionData(access_token=text, refresh_token="r", user={"id": "u", "metadata": {"note": text}})


def write_chunks(text: str, secret: str) -> str:
    sealed = seal({"text": text, "filling": "x" * 7000}, secret)
    return CHUNKS.join(split_cookie("wos-session", sealed).values())


def read_chunks(text: str, secret: str) -> object:
    chunks = text.split(CHUNKS)
    cookies = {f"wos-session.{index}": chunk for index, chunk in enumerate(chunks)}
    if len(chunks) > 4:
        raise SealError("no browser has these cookies", reason="too_long")
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
    Format("session cookie in chunks", SealError, write_chunks, read_chunks, CHUNKS),
    Format(
        "cookie of a sign-in",
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
# HMAC takes keys that differ only by zeros at the end for the same.
secrets = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=32, max_size=60)
cheaply = settings(derandomize=True, max_examples=50 * MORE, deadline=None)


def refused(form: Format, text: str, secret: str) -> None:
    with pytest.raises(form.error):
        form.read(text, secret)


def protected(text: str) -> str:
    """Without the marker at the end of a sealed value, which is not protected and makes no difference."""
    return text.removesuffix("~2")


@every_format
@cheaply
@given(text=texts, secret=secrets)
def test_what_was_written_comes_back(form: Format, text: str, secret: str) -> None:
    assert form.read(form.write(text, secret), secret) == text


@every_format
@cheaply
@given(text=texts, secret=secrets, foreign=secrets)
def test_a_foreign_secret_is_refused(form: Format, text: str, secret: str, foreign: str) -> None:
    assume(secret != foreign)
    refused(form, form.write(text, secret), foreign)


@every_format
@cheaply
@given(text=texts, secret=secrets, character=st.characters(), place=st.floats(0, 1, exclude_max=True))
def test_any_changed_character_is_refused(form: Format, text: str, secret: str, character: str, place: float) -> None:
    written = form.write(text, secret)
    index = int(place * len(protected(written)))
    assume(written[index] != character)
    if form.name == "session cookie in chunks":
        assume(CHUNKS not in (character, written[index]))  # that is no character of a cookie
    refused(form, written[:index] + character + written[index + 1 :], secret)


@every_format
@cheaply
@given(text=texts, secret=secrets, places=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_any_cut_is_refused(form: Format, text: str, secret: str, places: tuple[float, float]) -> None:
    written = protected(form.write(text, secret))
    start, end = sorted(int(place * len(written)) for place in places)
    assume(written[start:end].strip(CHUNKS))
    refused(form, written[:start] + written[end:], secret)


@every_format
@cheaply
@given(text=texts, secret=secrets, seed=st.integers(0, 10**6))
def test_any_other_order_is_refused(form: Format, text: str, secret: str, seed: int) -> None:
    chance = random.Random(seed)
    written = protected(form.write(text, secret))
    parts = written.split(form.parts)
    one, other = chance.choices(range(len(parts)), k=2)
    parts[one], parts[other] = parts[other], parts[one]
    places = sorted(chance.choices(range(len(written)), k=3))
    first, second, third = places
    pieces = written[:first] + written[second:third] + written[first:second] + written[third:]
    for changed in (form.parts.join(parts), pieces):
        # The parts of a header may come in any order.
        if changed != written and not (form.name == "webhook" and changed.startswith("v1=")):
            refused(form, changed, secret)


@every_format
def test_random_strings_raise_nothing_else(form: Format) -> None:
    chance = random.Random(4)
    secret = "a secret of more than thirty-two characters"
    written = form.write("text", secret)
    parts = written.split(form.parts)
    letters = "AZaz09-_+/=.*~,| \n\té\ud800\0t" + written[:12]
    for number in range(STRINGS):
        match number % 4:
            case 0:
                text = "".join(chance.choices(letters, k=chance.randrange(60)))
            case 1:
                text = "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randrange(8)))
            case 2:
                text = form.parts.join(chance.choices(parts, k=chance.randrange(len(parts) + 2)))
            case _:
                index = chance.randrange(len(written))
                text = written[:index] + chance.choice(letters) + written[index + chance.randrange(4) :]
        try:
            found = form.read(text, secret)
        except form.error:
            continue
        assert found == "text"
        assert protected(text.partition("~")[0]) == protected(written) or form.name in (
            "webhook",
            "session cookie in chunks",
        )


@cheaply
@given(text=texts, secret=secrets)
def test_the_answer_of_an_action_is_signed(text: str, secret: str) -> None:
    """Read as the API reads it: the signature is over the payload as JavaScript writes it."""
    answer = sign_action_response("authentication", "Deny", secret, error_message=text or "no", now=NOW)
    payload = json.dumps(answer["payload"], ensure_ascii=False, separators=(",", ":"))
    mac = hmac.new(secret.encode(), f"{answer['payload']['timestamp']}.{payload}".encode(), hashlib.sha256)
    assert answer["signature"] == mac.hexdigest()
    assert answer["payload"] == {"timestamp": NOW * 1000, "verdict": "Deny", "error_message": text or "no"}
