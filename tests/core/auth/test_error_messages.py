"""Every error of sealing, sign-ins and tokens has its documented reason and a message."""

import base64
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.fernet import Fernet

from tests.support.access_tokens import encode, public_key, sign_token
from workos_core.auth.identity.requirements import feature_flag, permission, role
from workos_core.auth.sealing.cookie_chunks import split_cookie
from workos_core.auth.sealing.fernet import unseal_fernet
from workos_core.auth.sealing.iron import seal, unseal
from workos_core.auth.sealing.keyring import load_keyring
from workos_core.auth.sign_in.callback import AuthorizationCallbackError, parse_authorization_callback
from workos_core.auth.sign_in.signed_state import read_state, sign_state
from workos_core.auth.sign_in.verifier_cookie import seal_verifier, unseal_verifier
from workos_core.auth.tokens.access_token_verification import verify_access_token
from workos_core.errors import WorkOSError

NOW = 1_767_225_600.0
PASSWORD = "correct-horse-battery-staple-0123456789"
FERNET_KEY = base64.urlsafe_b64encode(bytes(range(32))).decode()
OTHER_FERNET_KEY = base64.urlsafe_b64encode(bytes(range(1, 33))).decode()
FERNET = Fernet(FERNET_KEY)
KEYS = {"keys": [public_key()]}
CLAIMS = {
    "sub": "user_01",
    "sid": "session_01",
    "exp": NOW + 300,
    "iss": "https://api.workos.com",
    "client_id": "client_1",
}


def verify(claims: Any, **header: Any) -> object:
    return verify_access_token(
        sign_token(claims, **header), KEYS, issuer="https://api.workos.com", client_id="client_1", now=NOW
    )


def state_error(text: str, **settings: Any) -> object:
    return read_state(text, "secret", **{"now": NOW, **settings})


def changed(text: str) -> str:
    return text[:-1] + ("A" if text[-1] != "A" else "B")


SEALED = seal({}, PASSWORD)
PARTS = SEALED.split("*")
VERIFIER = seal_verifier("v" * 43, PASSWORD, now=NOW)
STATE = sign_state({"a": 1}, "secret", now=NOW)

ERRORS: list[tuple[str | None, Callable[[], object]]] = [
    # Sealing
    ("bad_encoding", lambda: split_cookie("s", "é" * 5000)),
    ("too_long", lambda: split_cookie("s", "x" * 20_000)),
    ("bad_payload", lambda: seal({"x": object()}, PASSWORD)),
    ("too_long", lambda: seal({"x": "x" * 70_000}, PASSWORD)),
    ("bad_expiration", lambda: seal({}, PASSWORD, ttl=1e300)),
    ("too_long", lambda: unseal("x" * 65_537, PASSWORD)),
    ("wrong_component_count", lambda: unseal("x", PASSWORD)),
    ("wrong_prefix", lambda: unseal("*".join(["Fe26.1", *PARTS[1:]]), PASSWORD)),
    ("bad_expiration", lambda: unseal("*".join([*PARTS[:5], "soon", *PARTS[6:]]), PASSWORD)),
    ("expired", lambda: unseal("*".join([*PARTS[:5], "1", *PARTS[6:]]), PASSWORD)),
    ("unknown_password", lambda: unseal("*".join([PARTS[0], "7", *PARTS[2:]]), PASSWORD)),
    ("bad_mac", lambda: unseal(SEALED, "x" * 32)),
    ("too_long", lambda: unseal_fernet("x" * 65_537, FERNET_KEY)),
    ("bad_encoding", lambda: unseal_fernet("gAAAAA!", FERNET_KEY)),
    ("bad_encoding", lambda: unseal_fernet("gAAAAA=", FERNET_KEY)),
    ("no_fernet_key", lambda: unseal_fernet(FERNET.encrypt(b"{}").decode(), PASSWORD)),
    ("bad_payload", lambda: unseal_fernet(FERNET.encrypt(b"[]").decode(), FERNET_KEY)),
    ("bad_mac", lambda: unseal_fernet(FERNET.encrypt(b"{}").decode(), OTHER_FERNET_KEY)),
    (None, lambda: load_keyring("")),
    (None, lambda: load_keyring("short")),
    (None, lambda: load_keyring([None])),  # type: ignore[list-item]
    (None, lambda: load_keyring({"a b": PASSWORD})),
    (None, lambda: load_keyring(PASSWORD + "\ud800")),
    (None, lambda: load_keyring({"newest": PASSWORD}).newest_password()),
    # Sign-ins
    ("missing_state", lambda: unseal_verifier(None, VERIFIER, PASSWORD, now=NOW)),
    ("missing_cookie", lambda: unseal_verifier(VERIFIER, None, PASSWORD, now=NOW)),
    ("state_mismatch", lambda: unseal_verifier("x", VERIFIER, PASSWORD, now=NOW)),
    ("expired", lambda: unseal_verifier(VERIFIER, VERIFIER, PASSWORD, now=NOW - 61)),
    ("bad_payload", lambda: unseal_verifier(SEALED, SEALED, PASSWORD, now=NOW)),
    (None, lambda: seal_verifier("v" * 43, PASSWORD, custom_state="x" * 2049)),
    (None, lambda: seal_verifier("v" * 43, PASSWORD, return_pathname="x" * 4000)),
    ("malformed", lambda: state_error("x!")),
    ("bad_signature", lambda: state_error(changed(STATE[:-1]) + STATE[-1])),
    ("expired", lambda: state_error(STATE, now=NOW + 601)),
    (None, lambda: sign_state({}, "")),
    (None, lambda: parse_authorization_callback({}, expected_state="")),
    (None, lambda: role("")),
    (None, lambda: permission("")),
    (None, lambda: feature_flag("")),
    # Access tokens
    ("malformed", lambda: verify_access_token("a.b", KEYS)),
    ("malformed", lambda: verify_access_token(f"{sign_token(CLAIMS)[:-1]}!", KEYS)),
    ("malformed", lambda: verify_access_token(f"{encode(b'[]')}.e30.e30", KEYS)),
    ("malformed", lambda: verify([])),
    ("malformed", lambda: verify(CLAIMS, kid=None)),
    ("malformed", lambda: verify(CLAIMS, crit=["x"])),
    ("malformed", lambda: verify(CLAIMS, jku=7)),
    ("malformed", lambda: verify(CLAIMS | {"exp": "soon"})),
    ("wrong_algorithm", lambda: verify(CLAIMS, alg="none")),
    ("unknown_key", lambda: verify(CLAIMS, kid="two")),
    (
        "bad_signature",
        lambda: verify_access_token(".".join([*sign_token(CLAIMS).split(".")[:2], encode(bytes(256))]), KEYS),
    ),
    ("missing_claim", lambda: verify({})),
    ("missing_claim", lambda: verify(CLAIMS | {"sid": None})),
    ("expired", lambda: verify(CLAIMS | {"exp": 1})),
    ("not_yet_valid", lambda: verify(CLAIMS | {"nbf": NOW + 100})),
    ("wrong_issuer", lambda: verify(CLAIMS | {"iss": "https://evil.example"})),
    ("wrong_client", lambda: verify(CLAIMS | {"client_id": "client_2"})),
    ("wrong_kind", lambda: verify(CLAIMS | {"sub_profile": "agent"})),
]


@pytest.mark.parametrize(
    ("reason", "fail"), ERRORS, ids=[f"{number}-{reason}" for number, (reason, _) in enumerate(ERRORS)]
)
def test_reasons_and_messages(reason: str | None, fail: Callable[[], object]) -> None:
    with pytest.raises(WorkOSError) as caught:
        fail()
    assert getattr(caught.value, "reason", None) == reason
    assert str(caught.value).count(" ") >= 3


@pytest.mark.parametrize(
    ("callback", "error", "state"),
    [
        ("?state=s&state=t", "malformed_callback", None),
        ("?state=s&code=c&code=d", "malformed_callback", "s"),
        ("?state=s&error=e&error=f", "malformed_callback", "s"),
        ("?state=s&error=e&error_description=d&error_description=d", "malformed_callback", "s"),
        ("?state=t&code=c", "state_mismatch", "t"),
        ("?state=s", "missing_code", "s"),
        ("?state=s&error=e&error_description=d", "e", "s"),
    ],
)
def test_errors_of_a_callback(callback: str, error: str, state: str | None) -> None:
    with pytest.raises(AuthorizationCallbackError) as caught:
        parse_authorization_callback(callback, expected_state="s")
    assert (caught.value.error, caught.value.state) == (error, state)
    assert caught.value.error_description
    assert str(caught.value) == f"{error}: {caught.value.error_description}"
