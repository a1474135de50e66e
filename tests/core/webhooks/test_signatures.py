import base64
import hashlib
import hmac
import json
import pickle
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workos_core.errors import ConfigurationError
from workos_core.models.events import DsyncUserCreatedEvent, UnknownEvent
from workos_core.webhooks.actions import construct_action, sign_action_response
from workos_core.webhooks.signatures import SignatureVerificationError, construct_event, sign

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "interop.json").read_text("utf-8"))
SECRET = "whsec_test_4f6c9a"
NOW = 1_767_225_600.0
BODY = b'{"id":"event_1","event":"user.created","data":{}}'
HEADER = sign(BODY, SECRET, now=NOW)
STAMP, _, HEX = HEADER.removeprefix("t=").partition(", v1=")


def refused(
    payload: bytes = BODY, header: str | None = HEADER, secret: str = SECRET, now: float = NOW, **options: Any
) -> str:
    with pytest.raises(SignatureVerificationError) as caught:
        construct_event(payload, header, secret, now=now, **options)
    error = caught.value
    assert error.__context__ is None
    assert not [text for text in (SECRET, HEX, "hidden") if text in repr(error) + str(error)]
    return error.reason


@pytest.mark.parametrize("vector", VECTORS["webhooks"], ids=lambda vector: vector["id"])
def test_vectors(vector: dict[str, Any]) -> None:
    check: Any = construct_event if vector["kind"] == "webhook" else construct_action
    body = base64.b64decode(vector["body_b64"])
    arguments = (body, vector["header"], vector["secret"])
    if vector["expect"] == "ok":
        assert check(*arguments, now=vector["now_ms"] / 1000) is not None
    else:
        with pytest.raises(SignatureVerificationError) as caught:
            check(*arguments, now=vector["now_ms"] / 1000)
        assert caught.value.reason == vector["expect"]


@pytest.mark.parametrize("vector", VECTORS["action_responses"], ids=lambda vector: vector["input"]["verdict"])
def test_vectors_of_action_responses(vector: dict[str, Any]) -> None:
    given = vector["input"]
    answer = sign_action_response(
        given["type"],
        given["verdict"],
        vector["secret"],
        error_message=given.get("errorMessage"),
        now=vector["response"]["payload"]["timestamp"] / 1000,
    )
    assert json.dumps(answer) == json.dumps(vector["response"])


def test_the_event_has_its_type() -> None:
    vector = VECTORS["webhooks"][0]
    event = construct_event(base64.b64decode(vector["body_b64"]), vector["header"], SECRET, now=NOW)
    assert isinstance(event, DsyncUserCreatedEvent)
    assert event.event == "dsync.user.created"
    assert event.id == "event_01TEST"


def test_an_unknown_event_is_kept() -> None:
    body = b'{"id":"event_1","event":"moon.landed","data":{"n":1},"context":null}'
    event = construct_event(body, sign(body, SECRET, now=NOW), SECRET, now=NOW)
    assert isinstance(event, UnknownEvent)
    assert event.tag == "moon.landed"
    assert event.data == {"n": 1}


@given(st.dictionaries(st.text(), st.none() | st.integers() | st.text()), st.text(min_size=1))
def test_what_was_signed_is_accepted(data: dict[str, Any], secret: str) -> None:
    body = json.dumps(data).encode()
    assert construct_action(body, sign(body, secret, now=NOW), secret, now=NOW) == data


@given(st.binary(), st.text(min_size=1), st.text(min_size=1))
def test_a_foreign_secret_is_refused(body: bytes, secret: str, foreign: str) -> None:
    if secret != foreign:
        assert refused(body, sign(body, foreign, now=NOW), secret) == "invalid_signature"


def test_any_changed_body_is_refused() -> None:
    for index in range(len(BODY)):
        assert refused(BODY[:index] + bytes([BODY[index] ^ 1]) + BODY[index + 1 :]) == "invalid_signature"
        assert refused(BODY[:index]) == "invalid_signature"
    assert refused(BODY + b"\n") == "invalid_signature"
    assert refused(BODY.replace(b'"id"', b' "id"')) == "invalid_signature"


def test_any_changed_header_is_refused() -> None:
    for index in range(len(HEADER)):
        for character in "0f9A.=,éٱ\n":
            changed = HEADER[:index] + character + HEADER[index + 1 :]
            # A line end where the space was is white space as well.
            if changed.replace("\n", " ") != HEADER and not (HEADER[index] == " " and character == ","):
                refused(header=changed)
        if HEADER[index] != " ":
            refused(header=HEADER[:index] + HEADER[index + 1 :])
        refused(header=HEADER[:index])


@pytest.mark.parametrize(
    "header",
    [
        f"t={STAMP},v1={HEX}",
        f"v1={HEX}, t={STAMP}",
        f"  t = {STAMP} ,\tv1 = {HEX}  ",
        f"t={STAMP}, v1={'0' * 64}, v1={HEX}",
        f"t={STAMP}, v1={HEX}, v1=x, v1=",
        f"t={STAMP}, v0=abc, v2={'1' * 64}, v1={HEX}, , nothing",
    ],
)
def test_order_spaces_and_several_signatures(header: str) -> None:
    assert construct_event(BODY, header, SECRET, now=NOW).id == "event_1"


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        (None, "missing_header"),
        ("", "missing_header"),
        (" ", "malformed_header"),
        ("nonsense", "malformed_header"),
        (f"v1={HEX}", "malformed_header"),
        (f"t={STAMP}", "malformed_header"),
        (f"t={STAMP}, v0={HEX}", "malformed_header"),
        (f"t={STAMP}, V1={HEX}", "malformed_header"),
        (f"t={STAMP}, t={STAMP}, v1={HEX}", "malformed_header"),
        (f"t=, v1={HEX}", "malformed_header"),
        (f"t=-1, v1={HEX}", "malformed_header"),
        (f"t=+{STAMP}, v1={HEX}", "malformed_header"),
        (f"t={STAMP}.0, v1={HEX}", "malformed_header"),
        (f"t=1_000, v1={HEX}", "malformed_header"),
        (f"t=١٢٣, v1={HEX}", "malformed_header"),
        (f"t={'1' * 5000}, v1={HEX}", "malformed_header"),
        (f"t={STAMP}, {'v1=a,' * 5000} v1={HEX}", "malformed_header"),
        (f"t={STAMP}, v1={HEX.upper()}", "invalid_signature"),
        (f"t={STAMP}, v1={HEX} {HEX}", "invalid_signature"),
        (f"t={STAMP}, v1=", "invalid_signature"),
        (f"t={STAMP}, v1=\ud800", "invalid_signature"),
        (f"t=0{STAMP}, v1={HEX}", "invalid_signature"),
    ],
)
def test_bad_headers(header: str | None, reason: str) -> None:
    assert refused(header=header) == reason


@pytest.mark.parametrize(
    ("seconds", "fresh"), [(0, True), (180, True), (-180, True), (180.001, False), (-180.001, False)]
)
def test_the_tolerance_goes_both_ways(seconds: float, fresh: bool) -> None:
    if fresh:
        assert construct_event(BODY, HEADER, SECRET, now=NOW + seconds).id == "event_1"
    else:
        assert refused(now=NOW + seconds) == "stale"
        assert construct_event(BODY, HEADER, SECRET, now=NOW + seconds, tolerance=181).id == "event_1"


def test_actions_have_a_shorter_tolerance() -> None:
    assert construct_action(BODY, HEADER, SECRET, now=NOW + 30)["id"] == "event_1"
    with pytest.raises(SignatureVerificationError) as caught:
        construct_action(BODY, HEADER, SECRET, now=NOW + 30.001)
    assert caught.value.reason == "stale"


def test_stale_is_said_of_genuine_signatures_only() -> None:
    assert refused(BODY + b" ", now=NOW + 1000) == "invalid_signature"


def test_the_present_is_the_default() -> None:
    assert construct_event(BODY, sign(BODY, SECRET), SECRET).id == "event_1"
    assert construct_action(BODY, sign(BODY, SECRET), SECRET)["id"] == "event_1"
    assert sign_action_response("authentication", "Allow", SECRET)["payload"]["timestamp"] > NOW


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[1]",
        b'"hidden"',
        b"{",
        b"\xff",
        b'{"a":NaN}',
        b'{"a":1e999}',
        b"[" * 100_000,
        b'{"event":"user.created","data":["hidden"]}',
    ],
    ids=lambda body: repr(body)[:20],
)
def test_genuine_bodies_that_are_no_event_are_refused(body: bytes) -> None:
    assert refused(body, sign(body, SECRET, now=NOW)) == "malformed_payload"


def test_where_the_shape_is_wrong_is_said() -> None:
    body = b'{"event":"user.created","data":[]}'
    with pytest.raises(SignatureVerificationError, match=r"object expected at \$\.data"):
        construct_event(body, sign(body, SECRET, now=NOW), SECRET, now=NOW)


def test_text_is_a_mistake_of_the_program() -> None:
    text: Any = BODY.decode()
    for attempt in (
        lambda: construct_event(text, HEADER, SECRET),
        lambda: construct_event(text, None, SECRET),
        lambda: construct_action(text, HEADER, SECRET),
        lambda: sign(text, SECRET),
    ):
        with pytest.raises(TypeError, match="raw body as bytes"):
            attempt()


def test_an_empty_secret_is_a_mistake_of_the_configuration() -> None:
    for attempt in (
        lambda: construct_event(BODY, HEADER, ""),
        lambda: construct_action(BODY, None, ""),
        lambda: sign(BODY, ""),
        lambda: sign_action_response("authentication", "Allow", ""),
    ):
        with pytest.raises(ConfigurationError):
            attempt()


def test_random_requests_raise_nothing_else() -> None:
    chance = random.Random(7)
    for number in range(20_000):
        noise = "".join(chance.choices("tv10=, \tfé\ud800", k=chance.randrange(40)))
        header = noise if number % 2 else f"t={STAMP}, v1={noise}, {noise}"
        refused(chance.randbytes(5), header)


def test_answers_are_signed_over_raw_utf_8() -> None:
    message = 'Åsa 🧑‍🚀 "\\ \x01 \u2028 </script> \ud800'
    answer = sign_action_response("user_registration", "Deny", SECRET, error_message=message, now=NOW)
    text = '{"timestamp":1767225600000,"verdict":"Deny","error_message":"Åsa 🧑‍🚀 \\"\\\\ \\u0001 \u2028 </script> \\ud800"}'
    expected = hmac.new(SECRET.encode(), f"{STAMP}.{text}".encode(), hashlib.sha256).hexdigest()
    assert answer["signature"] == expected
    assert answer["object"] == "user_registration_action_response"
    assert answer["payload"]["error_message"] == message


@pytest.mark.parametrize(("verdict", "message"), [("Allow", "no"), ("Deny", ""), ("Deny", None)])
def test_a_message_is_only_for_those_who_may_not(verdict: Any, message: str | None) -> None:
    answer = sign_action_response("authentication", verdict, SECRET, error_message=message, now=NOW)
    assert list(answer["payload"]) == ["timestamp", "verdict"]


def test_errors_cross_process_borders() -> None:
    with pytest.raises(SignatureVerificationError) as caught:
        construct_event(BODY, None, SECRET)
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (str(copy), copy.reason) == (str(caught.value), "missing_header")
