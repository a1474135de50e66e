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

from tests.support.parameter_ids import parameter_id
from workos_core.errors import ConfigurationError
from workos_core.models.events import DsyncUserCreatedEvent, UnknownEvent
from workos_core.webhooks.actions import construct_action, sign_action_response
from workos_core.webhooks.signatures import SignatureVerificationError, construct_event, sign

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "interop.json").read_text("utf-8"))
SECRET = "whsec_test_4f6c9a"
NOW = 1_767_225_600.0
BODY = b'{"id":"event_1","event":"user.created","data":{}}'
HEADER = sign(BODY, SECRET, now=NOW)
TIMESTAMP, _, SIGNATURE = HEADER.removeprefix("t=").partition(", v1=")


def reason_of(
    payload: bytes = BODY, header: str | None = HEADER, secret: str = SECRET, now: float = NOW, **options: Any
) -> str:
    with pytest.raises(SignatureVerificationError) as caught:
        construct_event(payload, header, secret, now=now, **options)
    error = caught.value
    assert error.__context__ is None
    assert not [text for text in (SECRET, SIGNATURE, "hidden") if text in repr(error) + str(error)]
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
def test_action_response_vectors(vector: dict[str, Any]) -> None:
    given = vector["input"]
    response = sign_action_response(
        given["type"],
        given["verdict"],
        vector["secret"],
        error_message=given.get("errorMessage"),
        now=vector["response"]["payload"]["timestamp"] / 1000,
    )
    assert json.dumps(response) == json.dumps(vector["response"])


def test_event_has_the_class_of_its_type() -> None:
    vector = VECTORS["webhooks"][0]
    event = construct_event(base64.b64decode(vector["body_b64"]), vector["header"], SECRET, now=NOW)
    assert isinstance(event, DsyncUserCreatedEvent)
    assert event.event == "dsync.user.created"
    assert event.id == "event_01TEST"


def test_unknown_event() -> None:
    body = b'{"id":"event_1","event":"moon.reached","data":{"n":1},"context":null}'
    event = construct_event(body, sign(body, SECRET, now=NOW), SECRET, now=NOW)
    assert isinstance(event, UnknownEvent)
    assert event.tag == "moon.reached"
    assert event.data == {"n": 1}


@given(st.dictionaries(st.text(), st.none() | st.integers() | st.text()), st.text(min_size=1))
def test_signed_body_is_accepted(data: dict[str, Any], secret: str) -> None:
    body = json.dumps(data).encode()
    assert construct_action(body, sign(body, secret, now=NOW), secret, now=NOW) == data


@given(st.binary(), st.text(min_size=1), st.text(min_size=1))
def test_wrong_secret_is_rejected(body: bytes, secret: str, other: str) -> None:
    if secret != other:
        assert reason_of(body, sign(body, other, now=NOW), secret) == "invalid_signature"


def test_altered_body_is_rejected() -> None:
    for index in range(len(BODY)):
        assert reason_of(BODY[:index] + bytes([BODY[index] ^ 1]) + BODY[index + 1 :]) == "invalid_signature"
        assert reason_of(BODY[:index]) == "invalid_signature"
    assert reason_of(BODY + b"\n") == "invalid_signature"
    assert reason_of(BODY.replace(b'"id"', b' "id"')) == "invalid_signature"


def test_altered_header_is_rejected() -> None:
    for index in range(len(HEADER)):
        for character in "0f9A.=,éٱ\n":
            changed = HEADER[:index] + character + HEADER[index + 1 :]
            # A line break instead of the space is white space as well.
            if changed.replace("\n", " ") != HEADER and not (HEADER[index] == " " and character == ","):
                reason_of(header=changed)
        if HEADER[index] != " ":
            reason_of(header=HEADER[:index] + HEADER[index + 1 :])
        reason_of(header=HEADER[:index])


@pytest.mark.parametrize(
    "header",
    [
        f"t={TIMESTAMP},v1={SIGNATURE}",
        f"v1={SIGNATURE}, t={TIMESTAMP}",
        f"  t = {TIMESTAMP} ,\tv1 = {SIGNATURE}  ",
        f"t={TIMESTAMP}, v1={'0' * 64}, v1={SIGNATURE}",
        f"t={TIMESTAMP}, v1={SIGNATURE}, v1=x, v1=",
        f"t={TIMESTAMP}, v0=abc, v2={'1' * 64}, v1={SIGNATURE}, , nothing",
    ],
)
def test_any_order_spacing_and_number_of_signatures(header: str) -> None:
    assert construct_event(BODY, header, SECRET, now=NOW).id == "event_1"


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        (None, "missing_header"),
        ("", "missing_header"),
        (" ", "malformed_header"),
        ("malformed", "malformed_header"),
        (f"v1={SIGNATURE}", "malformed_header"),
        (f"t={TIMESTAMP}", "malformed_header"),
        (f"t={TIMESTAMP}, v0={SIGNATURE}", "malformed_header"),
        (f"t={TIMESTAMP}, V1={SIGNATURE}", "malformed_header"),
        (f"t={TIMESTAMP}, t={TIMESTAMP}, v1={SIGNATURE}", "malformed_header"),
        (f"t=, v1={SIGNATURE}", "malformed_header"),
        (f"t=-1, v1={SIGNATURE}", "malformed_header"),
        (f"t=+{TIMESTAMP}, v1={SIGNATURE}", "malformed_header"),
        (f"t={TIMESTAMP}.0, v1={SIGNATURE}", "malformed_header"),
        (f"t=1_000, v1={SIGNATURE}", "malformed_header"),
        (f"t=١٢٣, v1={SIGNATURE}", "malformed_header"),
        (f"t={'1' * 5000}, v1={SIGNATURE}", "malformed_header"),
        (f"t={TIMESTAMP}, {'v1=a,' * 5000} v1={SIGNATURE}", "malformed_header"),
        (f"t={TIMESTAMP}, v1={SIGNATURE.upper()}", "invalid_signature"),
        (f"t={TIMESTAMP}, v1={SIGNATURE} {SIGNATURE}", "invalid_signature"),
        (f"t={TIMESTAMP}, v1=", "invalid_signature"),
        (f"t={TIMESTAMP}, v1=\ud800", "invalid_signature"),
        (f"t=0{TIMESTAMP}, v1={SIGNATURE}", "invalid_signature"),
    ],
)
def test_invalid_headers(header: str | None, reason: str) -> None:
    assert reason_of(header=header) == reason


@pytest.mark.parametrize(
    ("seconds", "is_fresh"), [(0, True), (180, True), (-180, True), (180.001, False), (-180.001, False)]
)
def test_tolerance_applies_in_both_directions(seconds: float, is_fresh: bool) -> None:
    if is_fresh:
        assert construct_event(BODY, HEADER, SECRET, now=NOW + seconds).id == "event_1"
    else:
        assert reason_of(now=NOW + seconds) == "stale"
        assert construct_event(BODY, HEADER, SECRET, now=NOW + seconds, tolerance=181).id == "event_1"


def test_actions_have_a_shorter_tolerance() -> None:
    assert construct_action(BODY, HEADER, SECRET, now=NOW + 30)["id"] == "event_1"
    with pytest.raises(SignatureVerificationError) as caught:
        construct_action(BODY, HEADER, SECRET, now=NOW + 30.001)
    assert caught.value.reason == "stale"


def test_stale_requires_a_valid_signature() -> None:
    assert reason_of(BODY + b" ", now=NOW + 1000) == "invalid_signature"


def test_default_time_is_the_system_clock() -> None:
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
    ids=parameter_id,
)
def test_signed_body_that_is_not_an_event_is_rejected(body: bytes) -> None:
    assert reason_of(body, sign(body, SECRET, now=NOW)) == "malformed_payload"


def test_wrong_structure_is_reported_with_its_path() -> None:
    body = b'{"event":"user.created","data":[]}'
    with pytest.raises(SignatureVerificationError, match=r"expected an object at \$\.data"):
        construct_event(body, sign(body, SECRET, now=NOW), SECRET, now=NOW)


def test_text_payload_raises_type_error() -> None:
    text: Any = BODY.decode()
    for call in (
        lambda: construct_event(text, HEADER, SECRET),
        lambda: construct_event(text, None, SECRET),
        lambda: construct_action(text, HEADER, SECRET),
        lambda: sign(text, SECRET),
    ):
        with pytest.raises(TypeError, match="raw body as bytes"):
            call()


def test_empty_secret_raises_configuration_error() -> None:
    for call in (
        lambda: construct_event(BODY, HEADER, ""),
        lambda: construct_action(BODY, None, ""),
        lambda: sign(BODY, ""),
        lambda: sign_action_response("authentication", "Allow", ""),
    ):
        with pytest.raises(ConfigurationError):
            call()


def test_random_requests_raise_no_other_error() -> None:
    generator = random.Random(7)
    for number in range(20_000):
        noise = "".join(generator.choices("tv10=, \tfé\ud800", k=generator.randrange(40)))
        header = noise if number % 2 else f"t={TIMESTAMP}, v1={noise}, {noise}"
        reason_of(generator.randbytes(5), header)


def test_action_response_signs_unescaped_utf_8() -> None:
    message = 'Åsa 🧑‍🚀 "\\ \x01 \u2028 </script> \ud800'
    response = sign_action_response("user_registration", "Deny", SECRET, error_message=message, now=NOW)
    text = '{"timestamp":1767225600000,"verdict":"Deny","error_message":"Åsa 🧑‍🚀 \\"\\\\ \\u0001 \u2028 </script> \\ud800"}'
    expected = hmac.new(SECRET.encode(), f"{TIMESTAMP}.{text}".encode(), hashlib.sha256).hexdigest()
    assert response["signature"] == expected
    assert response["object"] == "user_registration_action_response"
    assert response["payload"]["error_message"] == message


@pytest.mark.parametrize(("verdict", "message"), [("Allow", "no"), ("Deny", ""), ("Deny", None)])
def test_message_is_ignored_unless_denied(verdict: Any, message: str | None) -> None:
    response = sign_action_response("authentication", verdict, SECRET, error_message=message, now=NOW)
    assert list(response["payload"]) == ["timestamp", "verdict"]


def test_errors_can_be_pickled() -> None:
    with pytest.raises(SignatureVerificationError) as caught:
        construct_event(BODY, None, SECRET)
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (str(copy), copy.reason) == (str(caught.value), "missing_header")


class _Secret:
    """What a settings library passes, such as pydantic's `SecretStr`."""

    def __init__(self, value: str) -> None:
        self._value = value

    def get_secret_value(self) -> str:
        return self._value


def test_secret_of_a_settings_library() -> None:
    secret = _Secret(SECRET)
    assert sign(BODY, secret, now=NOW) == HEADER
    assert construct_event(BODY, HEADER, secret, now=NOW).id == "event_1"
    with pytest.raises(SignatureVerificationError) as caught:
        construct_event(BODY, HEADER, _Secret("whsec_other"), now=NOW)
    assert caught.value.reason == "invalid_signature"
