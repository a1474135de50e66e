"""Access tokens without a client. tests/async_/test_tokens.py also tests them through sessions."""

import time
from base64 import urlsafe_b64encode
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.support.access_tokens import encode, public_key, sign_token, signing_key
from workos_core.auth.tokens import jwks
from workos_core.auth.tokens.access_token_verification import verify_access_token
from workos_core.auth.tokens.claims import AccessTokenClaims
from workos_core.auth.tokens.jwks import SigningKeys
from workos_core.auth.tokens.signed_token import UnknownKeyError, check_format, unverified_claims
from workos_core.errors import InvalidTokenError
from workos_core.serialization.base64url import encode_base64url

NOW = 1_800_000_000.0
KEYS = {"keys": [public_key()]}
CLAIMS: dict[str, Any] = {"sub": "user_1", "sid": "session_1", "exp": NOW + 300}


def verify(token: Any, keys: Any = KEYS, **settings: Any) -> AccessTokenClaims:
    return verify_access_token(token, keys, **{"now": NOW, **settings})


def reason_of(token: Any, keys: Any = KEYS, **settings: Any) -> str:
    with pytest.raises(InvalidTokenError) as caught:
        verify(token, keys, **settings)
    return caught.value.reason


def test_every_claim() -> None:
    claims = {
        "sub": "user_1",
        "sid": "session_1",
        "iss": "https://api.workos.com",
        "exp": NOW + 300,
        "iat": NOW - 5,
        "jti": "jti_1",
        "org_id": "org_1",
        "role": "admin",
        "roles": ["admin", 7, "editor"],
        "permissions": ["posts:read", None],
        "entitlements": ["audit-logs"],
        "feature_flags": ["beta"],
        "client_id": "client_1",
        "act": {"sub": "root@example.com"},
        "plan": "gold",
    }
    verified = verify(sign_token(claims))
    assert verified == AccessTokenClaims(
        sub="user_1",
        sid="session_1",
        iss="https://api.workos.com",
        exp=datetime.fromtimestamp(NOW + 300, UTC),
        iat=datetime.fromtimestamp(NOW - 5, UTC),
        jti="jti_1",
        org_id="org_1",
        role="admin",
        roles=("admin", "editor"),
        permissions=("posts:read",),
        entitlements=("audit-logs",),
        feature_flags=("beta",),
        client_id="client_1",
        act={"sub": "root@example.com"},
        claims=claims,
    )
    assert verified.custom == {"plan": "gold"}


@pytest.mark.parametrize("value", [7, ["x"], {"x": "y"}, True])
def test_claims_of_another_type_are_omitted(value: Any) -> None:
    names = ("iss", "jti", "org_id", "role", "act")
    verified = verify(sign_token({**CLAIMS, **dict.fromkeys(names, value)}))
    assert [getattr(verified, name) for name in names[:4]] == [None] * 4
    assert verified.act == (value if isinstance(value, dict) else None)
    assert verified.iat is None


def test_claims_that_are_no_lists_are_empty() -> None:
    names = ("roles", "permissions", "entitlements", "feature_flags")
    for value in ("admin", {"a": 1}, 7, None):
        verified = verify(sign_token({**CLAIMS, **dict.fromkeys(names, value)}))
        assert [getattr(verified, name) for name in names] == [()] * 4


@pytest.mark.parametrize(
    ("changes", "settings", "reason"),
    [
        ({"exp": NOW - 29}, {}, None),
        ({"exp": NOW - 30}, {}, "expired"),
        ({"exp": NOW + 1}, {"leeway": 0}, None),
        ({"exp": NOW}, {"leeway": 0}, "expired"),
        ({"exp": 0}, {}, "expired"),
        ({"exp": 253_402_300_799}, {}, None),
        ({"exp": 253_402_300_800}, {}, "malformed"),
        ({"exp": -1}, {}, "malformed"),
        ({"exp": True}, {}, "malformed"),
        ({"exp": "1"}, {}, "malformed"),
        ({"exp": None}, {}, "missing_claim"),
        ({"nbf": NOW + 30}, {}, None),
        ({"nbf": NOW + 31}, {}, "not_yet_valid"),
        ({"iat": NOW + 30}, {}, None),
        ({"iat": NOW + 31}, {}, "not_yet_valid"),
        ({"iat": NOW + 31, "nbf": NOW}, {}, "not_yet_valid"),
        ({"iat": NOW, "nbf": NOW + 31}, {}, "not_yet_valid"),
        ({"iat": NOW + 31}, {"leeway": 31}, None),
        ({"nbf": "soon"}, {}, "malformed"),
        ({"iat": []}, {}, "malformed"),
        ({"iat": 0.5, "nbf": 0.5}, {"now": 0.4, "leeway": 0}, "not_yet_valid"),
        ({}, {"issuer": "https://api.workos.com"}, "wrong_issuer"),
        ({"iss": "a"}, {"issuer": "a"}, None),
        ({"iss": "a"}, {"issuer": "abc"}, "wrong_issuer"),
        ({"iss": "a"}, {"issuer": ["b", "a"]}, None),
        ({"iss": "a"}, {"issuer": []}, "wrong_issuer"),
        ({"iss": "a"}, {"issuer": None}, None),
        ({}, {"client_id": "client_1"}, None),
        ({"client_id": "client_1"}, {"client_id": "client_1"}, None),
        ({"client_id": "client_2"}, {"client_id": "client_1"}, "wrong_client"),
        ({"client_id": None}, {"client_id": "client_1"}, "wrong_client"),
        ({"client_id": "client_2"}, {}, None),
        ({"sub_profile": "user"}, {}, None),
        ({"sub_profile": None}, {}, None),
        ({"sub_profile": "agent"}, {}, "wrong_kind"),
        ({"sub_type": None}, {}, None),
        ({"sub_type": "user"}, {}, "wrong_kind"),
        ({"agent_registration_id": None}, {}, "wrong_kind"),
        ({"agent_instance_id": "x"}, {}, "wrong_kind"),
        ({"act": {"sub": "agent_instance_1"}}, {}, "wrong_kind"),
        ({"act": {"sub": "agent_support@example.com"}}, {}, None),  # an impersonator
        ({"sub": 7}, {}, "missing_claim"),
        ({"sid": None}, {}, "missing_claim"),
    ],
)
def test_times_and_kinds(changes: dict[str, Any], settings: dict[str, Any], reason: str | None) -> None:
    token = sign_token(CLAIMS | changes)
    if reason is None:
        assert verify(token, **settings).sub == "user_1"
    else:
        assert reason_of(token, **settings) == reason


@pytest.mark.parametrize("name", ["sub", "sid"])
def test_missing_claims_are_named(name: str) -> None:
    claims = {key: value for key, value in CLAIMS.items() if key != name}
    with pytest.raises(InvalidTokenError, match=f"no claim '{name}'"):
        verify(sign_token(claims))


@pytest.mark.parametrize("name", ["exp", "nbf", "iat"])
def test_malformed_times_are_named(name: str) -> None:
    with pytest.raises(InvalidTokenError, match=f"'{name}' of the token is not a Unix time"):
        verify(sign_token(CLAIMS | {name: "soon"}))


def test_default_time_is_the_system_clock() -> None:
    assert verify_access_token(sign_token(CLAIMS | {"exp": time.time() + 60}), KEYS)
    with pytest.raises(InvalidTokenError, match="expired"):
        verify_access_token(sign_token(CLAIMS | {"exp": time.time() - 60}), KEYS)


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ({"typ": "JWT", "x-custom": 1}, None),
        ({"alg": "RS512"}, "wrong_algorithm"),
        ({"alg": "HS256"}, "wrong_algorithm"),
        ({"alg": "none"}, "wrong_algorithm"),
        ({"alg": None}, "wrong_algorithm"),
        ({"kid": None}, "malformed"),
        ({"kid": 7}, "malformed"),
        ({"kid": "two"}, "unknown_key"),
        ({"crit": []}, "malformed"),
        ({"crit": ["x"], "x": 1}, "malformed"),
        ({"typ": 7}, "malformed"),
        ({"key": "two"}, "bad_signature"),
    ],
)
def test_headers(header: dict[str, Any], reason: str | None) -> None:
    token = sign_token(CLAIMS, **header)
    assert (reason_of(token) if reason else verify(token).sid) == (reason or "session_1")


def test_unknown_key() -> None:
    with pytest.raises(UnknownKeyError) as caught:
        verify(sign_token(CLAIMS, kid="two"))
    assert caught.value.retry_after is None


@pytest.mark.parametrize("token", ["", "a.b", "a.b.c.d", "é.é.é", None, 7, b"a.b.c", "x" * 200_000, "..", "a.a.a"])
def test_texts_that_are_no_tokens(token: Any) -> None:
    assert reason_of(token) == "malformed"


def test_parts_that_are_not_canonical() -> None:
    header, payload, signature = sign_token(CLAIMS).split(".")
    assert reason_of(f"{header}=.{payload}.{signature}") == "malformed"
    assert reason_of(f"{header}.{payload}!.{signature}") == "malformed"
    assert reason_of(f"{header}.{payload}.{signature}=") == "malformed"
    assert reason_of(f"{encode(b'[]')}.{payload}.{signature}") == "malformed"
    assert reason_of(f"{header}.{payload}.") == "bad_signature"
    assert reason_of(sign_token(None, payload=b"[]")) == "malformed"
    assert reason_of(sign_token(None, payload=b'{"exp":NaN}')) == "malformed"


@pytest.mark.parametrize(("length", "reason"), [(131_072, "unknown_key"), (131_073, "malformed")])
def test_longest_token(length: int, reason: str) -> None:
    start = encode(b'{"alg":"RS256","kid":"two"}') + "."
    payload, signature = divmod(length - len(start) - 1, 4)
    assert reason_of(f"{start}{'A' * payload * 4}.{'A' * signature}") == reason


@pytest.mark.parametrize(("length", "reason"), [(1024, "unknown_key"), (1028, "malformed")])
def test_longest_header(length: int, reason: str) -> None:
    header = b'{"alg":"RS256","kid":"two","x":""}'
    header = header[:-2] + b"x" * (length * 3 // 4 - len(header)) + header[-2:]
    assert len(encode(header)) == length
    assert reason_of(f"{encode(header)}.e30.e30") == reason


def key_set(**fields: Any) -> SigningKeys:
    return SigningKeys({"keys": [{name: value for name, value in public_key(**fields).items() if value is not ...}]})


@pytest.mark.parametrize(
    ("fields", "is_usable"),
    [
        ({}, True),
        ({"use": "sig", "alg": "RS256"}, True),
        ({"use": None, "alg": None}, True),
        ({"use": "enc"}, False),
        ({"alg": "RS512"}, False),
        ({"kty": "EC"}, False),
        ({"kty": ...}, False),
        ({"kid": 7}, False),
        ({"kid": ...}, False),
        ({"n": 7}, False),
        ({"n": "!"}, False),
        ({"n": ...}, False),
        ({"e": ...}, False),
    ],
)
def test_usable_keys(fields: dict[str, Any], is_usable: bool) -> None:
    keys = key_set(**fields)
    assert (keys.get("one") is not None) is is_usable
    assert len(keys) == (1 if is_usable else 0)
    assert keys.get("one") is keys.get("one")
    assert repr(keys) == f"SigningKeys({['one'] if is_usable else []})"


def test_two_threads_find_that_a_key_is_unusable(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = key_set()

    def parse(_: object) -> None:
        monkeypatch.setattr(jwks, "_parse", lambda _: None)
        assert keys.get("one") is None  # of the other thread

    monkeypatch.setattr(jwks, "_parse", parse)
    assert keys.get("one") is None
    assert len(keys) == 0


def test_size_of_a_key_with_padding() -> None:
    modulus = b"\xff" * 255 + b"\xd7"
    assert len(key_set(n=urlsafe_b64encode(modulus).decode())) == 1, "with an equals sign at the end"
    assert len(key_set(n=urlsafe_b64encode(b"\0\0" + modulus).decode())) == 1, "with an X at the end"
    assert len(key_set(n=f"={encode_base64url(modulus)}")) == 0
    assert len(key_set(n=f"{encode_base64url(modulus)}\n")) == 0


@pytest.mark.parametrize("document", [None, [], {}, {"keys": None}, {"keys": {}}, {"keys": [None, 7, "x", []]}, "keys"])
def test_malformed_key_sets_are_empty(document: Any) -> None:
    assert len(SigningKeys(document)) == 0
    assert reason_of(sign_token(CLAIMS), document) == "unknown_key"


def test_first_key_with_an_id_is_used() -> None:
    entries = [public_key("two", kid="one"), public_key("one"), public_key("two")]
    keys = SigningKeys({"keys": entries})
    assert len(keys) == 2
    assert reason_of(sign_token(CLAIMS), keys) == "bad_signature"
    assert verify(sign_token(CLAIMS, key="two"), keys).sub == "user_1"
    assert verify(sign_token(CLAIMS, key="two", kid="two"), keys).sub == "user_1"


def test_private_part_of_a_key_is_ignored() -> None:
    keys = SigningKeys({"keys": [{**signing_key().as_dict(private=True), "kid": "one"}]})
    key: Any = keys.get("one")
    assert key is not None
    assert not key.is_private


@pytest.mark.parametrize(
    ("token", "claims"),
    [
        ("e30.eyJhIjoxfQ.e30", {"a": 1}),
        ("x.eyJhIjoxfQ==.x", {"a": 1}),
        ("e30.eyJhIjoxfQ", {}),
        ("e30.eyJhIjoxfQ.e30.e30", {}),
        ("e30.W10.e30", {}),
        ("e30.!.e30", {}),
        ("e30.eyJ.e30", {}),
        ("", {}),
        (None, {}),
        (7, {}),
    ],
)
def test_unverified_claims(token: Any, claims: dict[str, Any]) -> None:
    assert unverified_claims(token) == claims


@pytest.mark.parametrize(
    ("token", "problem"),
    [
        ("a.b", "it doesn't have three parts of base64url"),
        (sign_token(CLAIMS) + "=", "it doesn't have three parts of base64url"),
        ("e30=.e30.e30", "its header is not a JSON object in base64url"),
        (sign_token([]), "its payload is not a JSON object"),
        ("Bearer a.b.c", "pass it without the scheme Bearer"),
        ("bearer x", "pass it without the scheme Bearer"),
        ("Bearerx", "it doesn't have three parts of base64url"),
        (b"a.b.c", "it must be a str, not bytes"),
        (None, "it must be a str, not NoneType"),
    ],
    ids=["parts", "padding", "header", "payload", "scheme", "lower", "no_scheme", "bytes", "none"],
)
def test_problems_of_malformed_tokens(token: Any, problem: str) -> None:
    with pytest.raises(InvalidTokenError) as caught:
        verify(token)
    assert str(caught.value) == f"this is not an access token: {problem}"


def test_other_kinds_of_subjects_are_named() -> None:
    with pytest.raises(InvalidTokenError) as caught:
        verify(sign_token({**CLAIMS, "sub": "client_1"}))
    assert str(caught.value) == (
        "the claim 'sub' of the token doesn't start with 'user_', so it doesn't belong to a user's session; verify tokens of Connect "
        "applications with verify_connect_token()"
    )


def test_token_without_a_start_is_valid_at_any_time() -> None:
    assert verify(sign_token(CLAIMS), now=0.5, leeway=0).iat is None


def test_format_is_checked_without_a_key() -> None:
    check_format(sign_token(CLAIMS, kid="unknown"))
    for token, problem in ((sign_token([]), "payload is not a JSON object"), ("a.b", "this is not an access token")):
        with pytest.raises(InvalidTokenError, match=problem) as caught:
            check_format(token)
        assert caught.value.reason == "malformed"
