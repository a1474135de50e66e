"""A table of access tokens and JWKS endpoints, each tested with `verify_access_token` and with a session."""

import base64
import hmac
import json
from collections.abc import Callable
from functools import cache
from typing import Any

import httpx
import pytest
from attrs import field, frozen
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from joserfc import jwk

from tests.support.parameter_ids import parameter_id
from workos_async import APIConnectionError, APIError, DecodeError, InvalidTokenError, WorkOS
from workos_async._auth.jwks_cache import MIN_COOLDOWN
from workos_core.auth.sessions.results import SessionAuthenticated, SessionNotAuthenticated
from workos_core.auth.sessions.session_cookie import seal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_core.auth.tokens.signed_token import unverified_claims
from workos_core.clock import elapsed_time

NOW = 1_800_000_000
PASSWORD = "a cookie password of more than thirty-two characters"
CLAIMS: dict[str, Any] = {
    "iss": "https://api.workos.com",
    "sub": "user_01",
    "sid": "session_01",
    "jti": "01HQ",
    "client_id": "client_test",
    "auth_time": NOW - 100,
    "iat": NOW - 10,
    "exp": NOW + 300,
    "https://example.com/plan": {"name": "gold", "seats": 5},
}


@pytest.fixture(autouse=True)
def _at_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workos_core.auth.tokens.access_token_verification.unix_time", lambda: float(NOW))


@cache
def key(kid: str) -> Any:
    return jwk.RSAKey.generate_key(2048, {"kid": kid})


def public(*kids: str) -> dict[str, Any]:
    return {"keys": [{**key(kid).as_dict(private=False), "alg": "RS256", "use": "sig"} for kid in kids]}


def token(kid: str = "one", *, by: str = "", header: dict[str, Any] | None = None, **changes: Any) -> str:
    """Return a signed token. A claim that is changed to `None` is omitted."""
    claims = {name: value for name, value in (CLAIMS | changes).items() if value is not None}
    header_text = {"alg": "RS256", "kid": kid, **(header or {})}
    signing_input = f"{part(header_text)}.{part(claims)}"
    signature = key(by or kid).private_key.sign(signing_input.encode(), padding.PKCS1v15(), hashes.SHA256())
    return f"{signing_input}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"


def part(value: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def unsigned() -> str:
    return f"{part({'alg': 'none', 'kid': 'one'})}.{part(CLAIMS)}."


def signed_with_the_public_key() -> str:
    signing_input = f"{part({'alg': 'HS256', 'kid': 'one'})}.{part(CLAIMS)}"
    mac = hmac.digest(key("one").as_pem(private=False), signing_input.encode(), "sha256")
    return f"{signing_input}.{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"


def altered() -> str:
    header_text, _, signature = token().split(".")
    return f"{header_text}.{part(CLAIMS | {'sub': 'user_02'})}.{signature}"


def respelled() -> str:
    """Return a token with the same signature, but with one of the unused bits of its last base64 character set."""
    text = token()
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return text[:-1] + letters[letters.index(text[-1]) + 1]


def without_null(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


def down(_: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("down")


def slow(_: httpx.Request) -> httpx.Response:
    raise httpx.ReadTimeout("slow")


def responses(*contents: Any, status: int = 200) -> Callable[[], Callable[[httpx.Request], httpx.Response]]:
    """Return an endpoint that sends the responses in order, and the last one for all further requests."""

    def endpoint() -> Callable[[httpx.Request], httpx.Response]:
        remaining = list(contents)

        def handler(request: httpx.Request) -> httpx.Response:
            content = remaining.pop(0) if len(remaining) > 1 else remaining[0]
            if callable(content):
                response: httpx.Response = content(request)
                return response
            if isinstance(content, (bytes, str)):
                return httpx.Response(status, content=content)
            return httpx.Response(status, json=content)

        return handler

    return endpoint


def token_of_length(length: int) -> str:
    """Return a valid token with exactly this many characters."""
    for header_padding in range(3):  # base64 has no text of 4n + 1 characters
        header = {"x-padding": "x" * header_padding}
        missing = length - len(token(header=header, padding=""))
        for bytes_of_padding in range(3 * missing // 4 - 3, 3 * missing // 4 + 3):
            text = token(header=header, padding="x" * bytes_of_padding)
            if len(text) == length:
                return text
    raise AssertionError(f"no token has {length} characters")


def token_with_header_of_length(length: int) -> str:
    """Return a valid token whose header has exactly this many characters, a multiple of 4."""
    empty = len(json.dumps({"alg": "RS256", "kid": "one", "x-padding": ""}))
    text = token(header={"x-padding": "x" * (3 * length // 4 - empty)})
    assert len(text.partition(".")[0]) == length
    return text


@frozen
class Row:
    name: str
    make: Callable[[], str] = token
    endpoint: Callable[[], Callable[[httpx.Request], httpx.Response]] = field(factory=lambda: responses(public("one")))
    settings: dict[str, Any] = field(factory=dict)
    reason: str | type[Exception] | None = None  # of an InvalidTokenError, or the class of another error
    fetches: int = 1
    session_reason: str | type[Exception] | None = None  # of the second attempt, through a session, where it differs
    session_retryable: bool = False


def giant() -> bytes:
    return json.dumps({"keys": [public("one")["keys"][0], {"kty": "RSA", "kid": "x", "n": "A" * 10_000_000}]}).encode()


ROWS: list[Row] = [
    Row("valid token", lambda: token()),
    Row("sub_profile user", lambda: token(sub_profile="user")),
    Row("unknown header field", lambda: token(header={"x-custom": 1, "typ": "JWT"})),
    # Clock skew.
    Row("issued in the future, within the leeway", lambda: token(iat=NOW + 20)),
    Row("valid in the future, within the leeway", lambda: token(nbf=NOW + 20)),
    Row("expired, within the leeway", lambda: token(exp=NOW - 20)),
    Row("issued in the future", lambda: token(iat=NOW + 100), reason="not_yet_valid"),
    Row("not valid yet", lambda: token(nbf=NOW + 100), reason="not_yet_valid"),
    Row("expired", lambda: token(exp=NOW - 100), reason="expired"),
    Row("no leeway", lambda: token(exp=NOW - 20), settings={"leeway": 0}, reason="expired"),
    Row("more leeway", lambda: token(exp=NOW - 100), settings={"leeway": 120}),
    # Claims.
    Row("no expiry", lambda: token(exp=None), reason="missing_claim"),
    Row("expiry that is text", lambda: token(exp=str(NOW + 300)), reason="malformed"),
    Row("expiry out of range", lambda: token(exp=1e300), reason="malformed"),
    Row("the right issuer", settings={"issuer": ["https://auth.example.com", "https://api.workos.com"]}),
    Row("the wrong issuer", settings={"issuer": "https://auth.example.com"}, reason="wrong_issuer"),
    Row("no issuer", lambda: token(iss=None), settings={"issuer": "https://api.workos.com"}, reason="wrong_issuer"),
    Row("the wrong client", lambda: token(client_id="client_other"), reason="wrong_client"),
    Row("client that is not text", lambda: token(client_id=["client_test"]), reason="wrong_client"),
    Row("no client", lambda: token(client_id=None)),
    Row("an agent, by profile", lambda: token(sub_profile="agent"), reason="wrong_kind"),
    Row("an agent, by type", lambda: token(sub_type="agent"), reason="wrong_kind"),
    Row("an agent, by registration", lambda: token(sid=None, agent_registration_id="agent_reg_1"), reason="wrong_kind"),
    Row("a widget", lambda: token(sid=None), reason="missing_claim"),
    Row("no subject", lambda: token(sub=None), reason="missing_claim"),
    Row("subject that is not text", lambda: token(sub=7), reason="missing_claim"),
    Row("session id that is not text", lambda: token(sid=["session_01"]), reason="missing_claim"),
    Row("times that are booleans", lambda: token(iat=True), reason="malformed"),
    # Size limits.
    Row("longest header", lambda: token_with_header_of_length(1024)),
    Row("header that is too long", lambda: token_with_header_of_length(1028), reason="malformed", fetches=0),
    Row("longest token", lambda: token_of_length(131_072)),
    Row("token that is too long", lambda: token_of_length(131_073), reason="malformed", fetches=0),
    # Signatures.
    Row("alg none", unsigned, reason="wrong_algorithm", fetches=0),
    Row("HS256 with the public key", signed_with_the_public_key, reason="wrong_algorithm", fetches=0),
    Row("signed with another key", lambda: token(by="other"), reason="bad_signature"),
    Row("altered", altered, reason="bad_signature"),
    Row("respelled", respelled, reason="malformed", fetches=0),
    Row("no kid", lambda: token(header={"kid": None}), reason="malformed", fetches=0),
    Row("kid that is not text", lambda: token(header={"kid": 7}), reason="malformed", fetches=0),
    Row("critical header field", lambda: token(header={"crit": ["x"], "x": 1}), reason="malformed", fetches=0),
    *(
        Row(f"malformed: {parameter_id(text)}", lambda text=text: text, reason="malformed", fetches=0)  # type: ignore[misc]
        for text in ("", "x", "a.b.c", "..", f"{part([])}.{part({})}.", "é.é.é", "\ud800", "[" * 100_000, "a." * 9)
    ),
    # Keys.
    Row("rotated", lambda: token("two"), responses(public("one"), public("one", "two")), fetches=2),
    Row("unknown key", lambda: token("two"), reason="unknown_key", fetches=2, session_retryable=True),
    Row(
        "rotated while the endpoint is down",
        lambda: token("two"),
        responses(public("one"), down),
        reason=APIConnectionError,
        fetches=2,
    ),
    Row(
        "unusable keys next to a usable one",
        endpoint=responses(
            {
                "keys": [
                    None,
                    7,
                    {},
                    {"kty": "EC", "kid": "one"},
                    {"kty": "RSA", "kid": "bad", "n": "!", "e": "AQAB"},
                    {"kty": "RSA", "kid": "one", "use": "enc"},
                    *public("one")["keys"],
                ]
            }
        ),
    ),
    Row(
        "key of another algorithm with the same id",
        endpoint=responses(
            {"keys": [{**public("other")["keys"][0], "kid": "one", "alg": "PS256"}, *public("one")["keys"]]}
        ),
    ),
    Row(
        "key of another algorithm",
        endpoint=responses({"keys": [{**public("one")["keys"][0], "alg": "RS512"}]}),
        reason=DecodeError,
    ),
    Row(
        "key that names neither its algorithm nor its use",
        endpoint=responses({"keys": [without_null(public("one")["keys"][0] | {"alg": None, "use": None})]}),
    ),
    Row(
        "key whose algorithm and use are null",
        endpoint=responses({"keys": [{**public("one")["keys"][0], "alg": None, "use": None}]}),
    ),
    Row(
        "invalid keys",
        endpoint=responses({"keys": [{"kty": "RSA", "kid": "one", "n": "!", "e": "AQAB"}]}),
        reason=DecodeError,
    ),
    Row("down", endpoint=responses(down), reason=APIConnectionError),
    Row(
        "down for a moment", endpoint=responses(down, public("one")), reason=APIConnectionError, session_reason="valid"
    ),
    Row("slow", endpoint=responses(slow), reason=APIConnectionError),
    Row("failing", endpoint=responses("oops", status=503), reason=APIError),
    Row("not found", endpoint=responses({"message": "no"}, status=404), reason=APIError),
    Row("HTML", endpoint=responses("<!doctype html><title>Sign in to the Wi-Fi</title>"), reason=DecodeError),
    Row("empty body", endpoint=responses(b""), reason=DecodeError),
    Row("empty set", endpoint=responses({"keys": []}), reason=DecodeError),
    Row("no key set", endpoint=responses({}), reason=DecodeError),
    Row("a list", endpoint=responses([]), reason=DecodeError),
    Row("null", endpoint=responses(b"null"), reason=DecodeError),
    Row("10 MB", endpoint=responses(giant()), reason=DecodeError),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
async def test_tokens_and_key_sets(row: Row, against: Callable[..., WorkOS]) -> None:
    fetches: list[str] = []
    endpoint = row.endpoint()

    def handler(request: httpx.Request) -> httpx.Response:
        fetches.append(request.url.path)
        assert "authorization" not in request.headers
        return endpoint(request)

    text = row.make()
    async with against(handler, max_retries=0, **row.settings) as workos:
        await _expect(workos, text, row.reason)
        assert fetches == ["/sso/jwks/client_test"] * row.fetches
        workos._requestor.auth.tokens.jwks._clock = lambda: elapsed_time() + MIN_COOLDOWN
        if not text.isascii() or len(text) > 65_536:
            return  # too long for a sealed cookie
        data = SessionData(access_token=text, refresh_token="r", user={"id": "user_01"})
        result = await workos.user_management.authenticate_with_session_cookie(
            session_data=seal_session(data, PASSWORD), cookie_password=PASSWORD
        )
    reason = None if row.session_reason == "valid" else row.session_reason or row.reason
    if reason is None:
        assert isinstance(result, SessionAuthenticated)
        assert (result.session_id, result.user.to_dict()) == ("session_01", {"id": "user_01"})
        return
    assert isinstance(result, SessionNotAuthenticated)
    if isinstance(reason, str):
        assert isinstance(result.error, InvalidTokenError)
        assert (result.reason, result.error.reason) == ("invalid_jwt", reason)
        assert (result.retryable, result.retry_after is not None) == (row.session_retryable, row.session_retryable)
    else:
        assert isinstance(result.error, reason)
        assert (result.reason, result.retryable) == ("keys_unavailable", True)


async def _expect(workos: WorkOS, text: str, reason: str | type[Exception] | None) -> None:
    if reason is None:
        claims = await workos.verify_access_token(text)
        assert (claims.sub, claims.sid) == ("user_01", "session_01")
        assert claims.custom.get("https://example.com/plan") == {"name": "gold", "seats": 5}
        return
    with pytest.raises(InvalidTokenError if isinstance(reason, str) else reason) as caught:
        await workos.verify_access_token(text)
    if isinstance(caught.value, InvalidTokenError):
        assert caught.value.reason == reason
    assert not text or text not in str(caught.value)


@pytest.mark.parametrize("text", [None, 7, b"a.b.c", ["a", "b", "c"], {}])
async def test_token_that_is_not_text(against: Callable[..., WorkOS], text: Any) -> None:
    async with against(responses(public("one"))()) as workos:
        with pytest.raises(InvalidTokenError) as caught:
            await workos.verify_access_token(text)
    assert caught.value.reason == "malformed"
    assert unverified_claims(text) == {}


async def test_claims_that_are_not_text_are_absent(against: Callable[..., WorkOS]) -> None:
    texts = dict.fromkeys(("iss", "jti", "org_id", "role"), 7)
    lists = {
        "roles": ["admin", 7, None],
        "permissions": "posts:read",
        "entitlements": {},
        "feature_flags": ["beta", []],
    }
    async with against(responses(public("one"))()) as workos:
        claims = await workos.verify_access_token(token(**texts, **lists, act="support@example.com"))
    assert (claims.iss, claims.jti, claims.org_id, claims.role, claims.act) == (None,) * 5
    assert (claims.roles, claims.permissions, claims.entitlements) == (("admin",), (), ())
    assert claims.feature_flags == ("beta",)
    assert claims.claims["roles"] == ["admin", 7, None]


async def test_custom_claims_exclude_those_of_workos(against: Callable[..., WorkOS]) -> None:
    of_workos = {"aud": "client_test", "nbf": NOW - 10, "org_id": "org_01", "role": "admin", "roles": ["admin"]}
    of_workos |= {"permissions": ["a"], "entitlements": ["b"], "feature_flags": ["c"], "act": {"sub": "s@example.com"}}
    async with against(responses(public("one"))()) as workos:
        claims = await workos.verify_access_token(token(**of_workos, plan="gold", expires="soon"))
    assert claims.claims.keys() == {*CLAIMS, *of_workos, "plan", "expires"}
    assert claims.custom == {
        "https://example.com/plan": {"name": "gold", "seats": 5},
        "plan": "gold",
        "expires": "soon",
    }
    assert claims.act == {"sub": "s@example.com"}


async def test_arguments_take_precedence_over_the_client(against: Callable[..., WorkOS]) -> None:
    async with against(responses(public("one"))(), issuer="https://auth.example.com", leeway=0) as workos:
        text = token(exp=NOW - 20)
        claims = await workos.verify_access_token(text, issuer=None, leeway=60)
        assert claims.iss == "https://api.workos.com"
        with pytest.raises(InvalidTokenError, match="expired"):
            await workos.verify_access_token(text, issuer=None)


async def test_issuer_from_the_environment(monkeypatch: pytest.MonkeyPatch, against: Callable[..., WorkOS]) -> None:
    monkeypatch.setenv("WORKOS_ISSUER", "https://a.example.com, https://b.example.com")
    async with against(responses(public("one"))()) as workos:
        with pytest.raises(InvalidTokenError) as caught:
            await workos.verify_access_token(token())
        assert caught.value.reason == "wrong_issuer"
        assert (await workos.verify_access_token(token(iss="https://b.example.com"))).iss == "https://b.example.com"
