from collections.abc import Callable
from typing import Any

import pytest

from workos_core.errors import ConfigurationError, InvalidArgumentError
from workos_core.webhooks.actions import construct_action, sign_action_response
from workos_core.webhooks.signatures import SignatureVerificationError, construct_event, sign

SECRET = "whsec_test_4f6c9a"
NOW = 1_767_225_600.0


def verify(body: bytes, header: str | None = None, now: float = NOW) -> object:
    return construct_event(body, sign(body, SECRET, now=NOW) if header is None else header, SECRET, now=now)


@pytest.mark.parametrize(
    ("fail", "reason", "message"),
    [
        (lambda: verify(b"{}", ""), "missing_header", "the request has no WorkOS-Signature header"),
        (
            lambda: verify(b"{}", "x"),
            "malformed_header",
            "the WorkOS-Signature header must look like 't=<milliseconds>, v1=<signature>'",
        ),
        (
            lambda: verify(b"{}", "t=1, v1=x"),
            "invalid_signature",
            "no signature in the header matches the body; check the signing secret, and pass the raw body",
        ),
        (
            lambda: verify(b"{}", now=NOW + 181),
            "stale",
            "the timestamp of the signature is more than 180 s before or after the current time",
        ),
        (lambda: verify(b"[]"), "malformed_payload", "the body is not a JSON object"),
    ],
)
def test_messages(fail: Callable[[], object], reason: str, message: str) -> None:
    with pytest.raises(SignatureVerificationError) as caught:
        fail()
    assert (caught.value.reason, str(caught.value)) == (reason, message)


def test_structure_errors_have_a_message() -> None:
    with pytest.raises(SignatureVerificationError, match=r"the body is not an event: \w+") as caught:
        verify(b'{"id":"event_1","event":"user.created","data":7}')
    assert caught.value.reason == "malformed_payload"


@pytest.mark.parametrize("age", [-30, 30])
def test_default_tolerance_of_actions(age: float) -> None:
    header = sign(b"{}", SECRET, now=NOW)
    assert construct_action(b"{}", header, SECRET, now=NOW + age) == {}
    with pytest.raises(SignatureVerificationError, match="more than 30 s"):
        construct_action(b"{}", header, SECRET, now=NOW + age + age / 1000)


@pytest.mark.parametrize("age", [-180, 180])
def test_default_tolerance_of_events(age: float) -> None:
    body = b'{"id":"event_1","event":"unknown","data":{},"created_at":"2026-01-01T00:00:00Z"}'
    assert verify(body, now=NOW + age)
    with pytest.raises(SignatureVerificationError, match="more than 180 s"):
        verify(body, now=NOW + age + age / 1000)


@pytest.mark.parametrize(
    "call",
    [
        lambda: sign(b"{}", ""),
        lambda: construct_event(b"{}", "t=1, v1=x", ""),
        lambda: construct_action(b"{}", "t=1, v1=x", ""),
        lambda: sign_action_response("authentication", "Allow", ""),
    ],
)
def test_missing_secret(call: Callable[[], object]) -> None:
    with pytest.raises(ConfigurationError, match="secret must not be empty; pass the signing secret of the endpoint"):
        call()


def test_text_instead_of_bytes() -> None:
    body: object = "{}"
    with pytest.raises(TypeError, match="payload must be the raw body as bytes, not a str"):
        sign(body, SECRET)  # type: ignore[arg-type]


def reason_of(header: str) -> str:
    with pytest.raises(SignatureVerificationError) as caught:
        verify(b"{}", header)
    return caught.value.reason


def test_equals_signs_in_a_signature() -> None:
    assert reason_of("t=1, v1=a=b") == "invalid_signature"
    assert reason_of("t=1=2, v1=a") == "malformed_header"


def test_longest_header() -> None:
    header = sign(b"{}", SECRET, now=NOW)
    assert construct_action(b"{}", header.ljust(8192), SECRET, now=NOW) == {}
    assert reason_of(header.ljust(8193)) == "malformed_header"


def test_secret_with_a_lone_surrogate() -> None:
    assert construct_action(b"{}", sign(b"{}", "\ud800", now=NOW), "\ud800", now=NOW) == {}


@pytest.mark.parametrize(
    ("arguments", "settings", "text"),
    [
        (("sign_in", "Allow"), {}, "kind must be 'authentication' or 'user_registration' (got 'sign_in')"),
        (("authentication", "allow"), {}, "verdict must be 'Allow' or 'Deny' (got 'allow')"),
        (("authentication", "Deny"), {"error_message": 7}, "error_message must be a str, not int"),
    ],
)
def test_arguments_of_action_responses(arguments: Any, settings: Any, text: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        sign_action_response(*arguments, "secret", **settings)
    assert str(caught.value) == text


@pytest.mark.parametrize(
    ("payload", "header", "secret", "settings", "text"),
    [
        (b"{}", b"t=1", "secret", {}, "header must be a str, not bytes; call .decode()"),
        (b"{}", ["t=1"], "secret", {}, "header must be a str, not list; pass the value of WorkOS-Signature alone"),
        (b"{}", "t=1", "secret", {"tolerance": "3"}, "tolerance must be a number of seconds, not str"),
        (b"{}", "t=1", "secret", {"tolerance": -1}, "tolerance must be at least 0 seconds (got -1)"),
        (b"{}", "t=1", 7, {}, "secret must be a str, not int"),
        (
            {"id": 1},
            "t=1",
            "secret",
            {},
            "payload must be the raw body as bytes, not dict: read the body before it is parsed as JSON",
        ),
    ],
)
def test_arguments_of_webhooks(payload: Any, header: Any, secret: Any, settings: Any, text: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        construct_event(payload, header, secret, **settings)
    assert str(caught.value) == text
