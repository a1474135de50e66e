import base64
import itertools
import json
import random
import string
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st

from workos_core.auth.sealing.fernet import is_fernet, unseal_fernet
from workos_core.auth.sealing.iron import SealError, seal, unseal
from workos_core.auth.sessions.session_cookie import seal_session, unseal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_core.errors import ConfigurationError, InvalidArgumentTypeError
from workos_core.serialization.json_text import write_json

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "interop.json").read_text("utf-8"))
SESSIONS = [vector for vector in VECTORS["fe26"] if vector["expect"] == "ok"]
PASSWORD = "correct-horse-battery-staple-0123456789"
KEY = base64.urlsafe_b64encode(bytes(range(200, 232))).decode()
OTHER_KEY = base64.urlsafe_b64encode(bytes(range(32))).decode()
PAYLOAD: dict[str, Any] = {
    "access_token": "access-secret",
    "refresh_token": "refresh-secret",
    "user": {
        "object": "user",
        "id": "user_1",
        "first_name": "Åsa",
        "metadata": {"first_name": "kept", "camelCase": "kept"},
    },
    "impersonator": {"email": "root@acme.example", "reason": None},
}


def fernet_token(payload: Any = PAYLOAD, key: str = KEY) -> str:
    return Fernet(key).encrypt(json.dumps(payload).encode()).decode()


def rejection_reason(sealed: str, password: Any) -> str:
    with pytest.raises(SealError) as caught:
        unseal_session(sealed, password)
    assert caught.value.__context__ is None
    return caught.value.reason


@pytest.mark.parametrize("vector", VECTORS["fernet"], ids=lambda vector: vector["id"])
def test_fernet_vectors(vector: dict[str, Any]) -> None:
    if vector["expect"] == "error":
        reason = "no_fernet_key" if len(vector["key"]) != 44 else "bad_mac"
        assert rejection_reason(vector["sealed"], vector["key"]) == reason
        return
    payload = json.loads(vector["plaintext"])
    assert unseal_fernet(vector["sealed"], vector["key"]) == payload
    unsealed = unseal_session(vector["sealed"], vector["key"])
    assert unsealed.format == "fernet"
    assert unsealed.session.user == payload["user"]
    assert (unsealed.session.access_token, unsealed.session.refresh_token) == (
        payload["access_token"],
        payload["refresh_token"],
    )


@pytest.mark.parametrize("vector", SESSIONS, ids=lambda vector: vector["id"])
def test_sessions_of_the_sdks_for_node_round_trip(vector: dict[str, Any]) -> None:
    unsealed = unseal_session(vector["sealed"], vector["password"])
    assert unsealed.format == "fe26.2"
    plain = json.loads(vector["plaintext"])
    assert unsealed.session.to_json() == plain
    assert unsealed.session.access_token == plain["accessToken"]
    if vector["id"].startswith("sdk-node"):
        assert write_json(unsealed.session.to_json()) == vector["plaintext"].encode()


def test_cookie_of_the_python_sdk_is_resealed_for_node() -> None:
    unsealed = unseal_session(fernet_token(), KEY)
    assert unsealed.format == "fernet"
    assert unsealed.session.to_json() == {
        "user": {
            "object": "user",
            "id": "user_1",
            "firstName": "Åsa",
            "metadata": {"first_name": "kept", "camelCase": "kept"},
        },
        "accessToken": "access-secret",
        "refreshToken": "refresh-secret",
        "impersonator": {"email": "root@acme.example", "reason": None},
    }
    sealed = seal_session(unsealed.session, [PASSWORD, KEY])
    assert unseal_session(sealed, PASSWORD).session == unsealed.session
    assert unseal_session(seal_session(unsealed.session, KEY), KEY).format == "fe26.2"


def test_every_password_that_is_a_fernet_key_is_tried() -> None:
    standard = KEY.translate(str.maketrans("-_", "+/"))
    assert standard != KEY
    for password in (KEY, standard, [PASSWORD, OTHER_KEY, KEY], {1: OTHER_KEY, 2: PASSWORD, "default": standard}):
        assert unseal_session(fernet_token(), password).session.access_token == "access-secret"
    assert rejection_reason(fernet_token(), OTHER_KEY) == "bad_mac"
    assert (
        rejection_reason(fernet_token(), [PASSWORD, "é" * 44, "!" * 44, "A" * 44 + "AA==", "A" * 42 + "=="])
        == "no_fernet_key"
    )
    with pytest.raises(ConfigurationError):
        unseal_session(fernet_token(), [KEY, "short"])


def test_altered_fernet_cookies_are_rejected() -> None:
    token = fernet_token({"a": 1})
    for index, character in itertools.product(range(len(token)), string.ascii_letters + string.digits + "-_=+/!\n é"):
        changed = token[:index] + character + token[index + 1 :]
        if changed != token:
            rejection_reason(changed, KEY)
            rejection_reason(token[:index] + character + token[index:], KEY)
    for index in range(len(token)):
        rejection_reason(token[:index], KEY)
        rejection_reason(token[:index] + token[index + 1 :], KEY)
    assert rejection_reason(token + "=" * 70_000, KEY) == "too_long"


@pytest.mark.parametrize(
    "payload", [None, [], "x", 1, float("nan"), {"a": float("inf")}, {"access_token": 1}, {"user": "x"}]
)
def test_fernet_cookies_without_a_session_are_rejected(payload: Any) -> None:
    assert rejection_reason(fernet_token(payload), KEY) == "bad_payload"


def test_random_strings_raise_only_seal_errors() -> None:
    rng = random.Random(6)
    token = fernet_token()
    for number in range(20_000):
        noise = "".join(rng.choices("gA-_=*~ é\ud800F", k=rng.randrange(40)))
        text = "gAAAAA" + noise if number % 2 else token[: rng.randrange(len(token))] + noise
        with pytest.raises(SealError):
            unseal_session(text, [PASSWORD, KEY])
    assert not is_fernet(seal({}, PASSWORD))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
USER_KEYS = ["id", "email", "emailVerified", "firstName", "lastSignInAt", "metadata", "newThing", "new_thing"]
users = st.dictionaries(st.sampled_from(USER_KEYS), json_values)


@given(
    st.dictionaries(
        st.sampled_from(["accessToken", "refreshToken", "organizationId", "authenticationMethod"]), st.text()
    ),
    st.none() | users,
    st.dictionaries(st.sampled_from(["oauthTokens", "sealedSession", "x", "é"]), json_values),
)
def test_session_data_round_trip(texts: dict[str, str], user: dict[str, Any] | None, extra: dict[str, Any]) -> None:
    data = {**texts, **({} if user is None else {"user": user}), **extra}
    session = SessionData.from_json(data)
    assert session.to_json() == data
    assert unseal_session(seal_session(session, PASSWORD), PASSWORD).session == session


def test_key_order_of_node_and_omission_of_absent_keys() -> None:
    session = SessionData(
        impersonator={"email": "a@b.c", "reason": "x"},
        access_token="a",
        user={"metadata": {}, "external_id": None, "id": "u", "object": "user", "created_at": "t", "new_key": 1},
        extra={"oauthTokens": {}, "accessToken": "no"},
        organization_id="org_1",
    )
    assert json.dumps(session.to_json()) == json.dumps(
        {
            "organizationId": "org_1",
            "user": {"object": "user", "id": "u", "createdAt": "t", "externalId": None, "metadata": {}, "new_key": 1},
            "accessToken": "a",
            "impersonator": {"email": "a@b.c", "reason": "x"},
            "oauthTokens": {},
        }
    )
    assert SessionData().to_json() == {}
    assert SessionData.from_json({"user": None, "organizationId": None}) == SessionData()


def test_session_from_an_authentication_response() -> None:
    response = {
        **PAYLOAD,
        "user": {"object": "user", "id": "user_1"},
        "organization_id": "not this",
        "oauth_tokens": {"x": 1},
    }
    session = SessionData.from_response({**response, "authentication_method": "SSO"}, organization_id="org_1")
    assert json.dumps(session.to_json()) == json.dumps(
        {
            "organizationId": "org_1",
            "user": {"object": "user", "id": "user_1", "name": None, "externalId": None, "metadata": {}},
            "accessToken": "access-secret",
            "refreshToken": "refresh-secret",
            "authenticationMethod": "SSO",
            "impersonator": {"email": "root@acme.example", "reason": None},
        }
    )
    assert SessionData.from_response(response).organization_id is None


@pytest.mark.parametrize(
    "key", ["accessToken", "refreshToken", "user", "organizationId", "authenticationMethod", "impersonator"]
)
def test_values_of_the_wrong_type_are_rejected(key: str) -> None:
    invalid = ["secret"]
    assert rejection_reason(seal({key: invalid}, PASSWORD), PASSWORD) == "bad_payload"
    with pytest.raises(SealError) as caught:
        SessionData.from_json({key: invalid})
    assert "secret" not in str(caught.value)


def test_repr_contains_no_secrets() -> None:
    unsealed = unseal_session(fernet_token({**PAYLOAD, "extra_token": "extra-secret"}), KEY)
    assert unsealed.session.extra == {"extra_token": "extra-secret"}
    assert "secret" not in repr(unsealed) + str(unsealed.session)
    assert "user_1" in repr(unsealed)


def test_empty_session() -> None:
    assert unseal_session(seal({}, PASSWORD), PASSWORD).session == SessionData()
    assert unseal(seal_session(SessionData(), PASSWORD), PASSWORD) == {}
    with pytest.raises(ConfigurationError):
        seal_session(SessionData(), "short")


@pytest.mark.parametrize(("value", "kind"), [(None, "NoneType"), ({}, "dict"), ("sealed", "str")])
def test_only_sessions_are_sealed(value: Any, kind: str) -> None:
    with pytest.raises(InvalidArgumentTypeError) as caught:
        seal_session(value, PASSWORD)
    assert str(caught.value) == f"session must be a SessionData, not {kind}"


@pytest.mark.parametrize(("value", "kind"), [(None, "NoneType"), (b"sealed", "bytes; call .decode()"), (7, "int")])
def test_only_text_is_unsealed(value: Any, kind: str) -> None:
    with pytest.raises(InvalidArgumentTypeError) as caught:
        unseal_session(value, PASSWORD)
    assert str(caught.value) == f"sealed must be a str, not {kind}"
