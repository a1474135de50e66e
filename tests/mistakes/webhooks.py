"""Mistakes with webhooks and Actions."""

# Type checkers report these mistakes, too.
# mypy: disable-error-code="arg-type, attr-defined, call-arg"
# pyright: reportArgumentType=false, reportAttributeAccessIssue=false, reportCallIssue=false

from typing import Any

from tests.mistakes.mistake import SECRET, Mistake
from workos_core.errors import ConfigurationError, InvalidArgumentError, InvalidArgumentTypeError
from workos_core.webhooks.signatures import SignatureVerificationError, sign

T: Any = InvalidArgumentTypeError
C = ConfigurationError
V = InvalidArgumentError
S = SignatureVerificationError
BODY = b'{"id": "event_1"}'
HEADER = "t=1, v1=00"


def _construct(sdk: Any, payload: Any = BODY, header: Any = HEADER, secret: Any = SECRET, **settings: Any) -> Any:
    return sdk.client.webhooks.construct_event(payload, header, secret, **settings)


def _construct_action(sdk: Any, payload: Any = BODY, header: Any = HEADER, secret: Any = SECRET) -> Any:
    return sdk.client.actions.construct_action(payload, header, secret)


MISTAKES = [
    Mistake(
        "a parsed body of a webhook",
        lambda sdk: _construct(sdk, {"id": "event_1"}),
        T,
        "payload must be the raw body as bytes, not dict: read the body before it is parsed as JSON",
    ),
    Mistake(
        "a body of a webhook as text",
        lambda sdk: _construct(sdk, BODY.decode()),
        T,
        "payload must be the raw body as bytes, not a str: text or re-encoded JSON may differ from what was signed",
    ),
    Mistake(
        "None as body of a webhook",
        lambda sdk: _construct(sdk, None),
        T,
        "payload must be the raw body as bytes, not NoneType: read the body before it is parsed as JSON",
    ),
    Mistake(
        "a webhook without a header",
        lambda sdk: _construct(sdk, header=None),
        S,
        "the request has no WorkOS-Signature header",
    ),
    Mistake(
        "all headers of a webhook",
        lambda sdk: _construct(sdk, header={"workos-signature": HEADER}),
        T,
        "header must be a str, not dict; pass the value of WorkOS-Signature alone",
    ),
    Mistake(
        "a header of a webhook as bytes",
        lambda sdk: _construct(sdk, header=HEADER.encode()),
        T,
        "header must be a str, not bytes; call .decode()",
    ),
    Mistake(
        "another header of a webhook",
        lambda sdk: _construct(sdk, header="application/json"),
        S,
        "the WorkOS-Signature header must look like 't=<milliseconds>, v1=<signature>'",
    ),
    Mistake(
        "a webhook with another secret",
        _construct,
        S,
        "no signature in the header matches the body; check the signing secret, and pass the raw body",
    ),
    Mistake(
        "a webhook with an old signature",
        lambda sdk: _construct(sdk, header=sign(BODY, SECRET, now=1)),
        S,
        "the timestamp of the signature is more than 180 s before or after the current time",
    ),
    Mistake(
        "an empty secret of a webhook",
        lambda sdk: _construct(sdk, secret=""),
        C,
        "secret must not be empty; pass the signing secret of the endpoint",
    ),
    Mistake(
        "None as secret of a webhook",
        lambda sdk: _construct(sdk, secret=None),
        C,
        "secret must not be empty; pass the signing secret of the endpoint",
    ),
    Mistake(
        "bytes as secret of a webhook",
        lambda sdk: _construct(sdk, secret=SECRET.encode()),
        T,
        "secret must be a str, not bytes",
    ),
    Mistake(
        "a list of secrets of a webhook",
        lambda sdk: _construct(sdk, secret=[SECRET]),
        T,
        "secret must be a str, not list",
    ),
    Mistake(
        "text as tolerance of a webhook",
        lambda sdk: _construct(sdk, tolerance="180"),
        T,
        "tolerance must be a number of seconds, not str",
    ),
    Mistake(
        "a negative tolerance of a webhook",
        lambda sdk: _construct(sdk, tolerance=-1),
        V,
        "tolerance must be at least 0 seconds (got -1)",
    ),
    Mistake(
        "a body of a webhook that is no JSON",
        lambda sdk: _construct(sdk, b"x", sign(b"x", SECRET)),
        S,
        "the body is not a JSON object",
    ),
    Mistake(
        "a body of a webhook that is no event",
        lambda sdk: _construct(sdk, b"[]", sign(b"[]", SECRET)),
        S,
        "the body is not a JSON object",
    ),
    Mistake(
        "a parsed body of an Action",
        lambda sdk: _construct_action(sdk, {"id": "1"}),
        T,
        "payload must be the raw body as bytes, not dict: read the body before it is parsed as JSON",
    ),
    Mistake(
        "an Action without a header",
        lambda sdk: _construct_action(sdk, header=""),
        S,
        "the request has no WorkOS-Signature header",
    ),
    Mistake(
        "an unknown verdict",
        lambda sdk: sdk.client.actions.sign_response("authentication", "allow", SECRET),
        V,
        "verdict must be 'Allow' or 'Deny' (got 'allow')",
    ),
    Mistake(
        "an unknown kind of Action",
        lambda sdk: sdk.client.actions.sign_response("sign_in", "Allow", SECRET),
        V,
        "kind must be 'authentication' or 'user_registration' (got 'sign_in')",
    ),
    Mistake(
        "a number as error message of an Action",
        lambda sdk: sdk.client.actions.sign_response("authentication", "Deny", SECRET, error_message=5),
        T,
        "error_message must be a str, not int",
    ),
    Mistake(
        "an empty secret of an Action",
        lambda sdk: sdk.client.actions.sign_response("authentication", "Deny", ""),
        C,
        "secret must not be empty; pass the signing secret of the endpoint",
    ),
    Mistake(
        "signing text",
        lambda _: sign("body", SECRET),
        T,
        "payload must be the raw body as bytes, not a str: text or re-encoded JSON may differ from what was signed",
    ),
]
