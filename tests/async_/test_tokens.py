"""What an access token and a key endpoint can be like, each a row of one table, seen by `verify_access_token` and by a session."""

import base64
import hmac
import json
from collections.abc import Callable
from functools import cache
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from attrs import field, frozen
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from joserfc import jwk

from workos_async import APIConnectionError, APIError, DecodeError, InvalidTokenError, WorkOS
from workos_core.auth.sessions.results import SessionAuthenticated, SessionNotAuthenticated
from workos_core.auth.sessions.session_cookie import seal_session
from workos_core.auth.sessions.session_data import SessionData

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
    monkeypatch.setattr("workos_core.auth.tokens.access_token.time", SimpleNamespace(time=lambda: float(NOW)))


@cache
def key(kid: str) -> Any:
    return jwk.RSAKey.generate_key(2048, {"kid": kid})


def public(*kids: str) -> dict[str, Any]:
    return {"keys": [{**key(kid).as_dict(private=False), "alg": "RS256", "use": "sig"} for kid in kids]}


def token(kid: str = "one", *, by: str = "", header: dict[str, Any] | None = None, **changes: Any) -> str:
    """A signed token; a claim that is changed to None is left out."""
    claims = {name: value for name, value in (CLAIMS | changes).items() if value is not None}
    head = {"alg": "RS256", "kid": kid, **(header or {})}
    signed = f"{part(head)}.{part(claims)}"
    signature = key(by or kid).private_key.sign(signed.encode(), padding.PKCS1v15(), hashes.SHA256())
    return f"{signed}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"


def part(value: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def unsigned() -> str:
    return f"{part({'alg': 'none', 'kid': 'one'})}.{part(CLAIMS)}."


def signed_with_the_public_key() -> str:
    signed = f"{part({'alg': 'HS256', 'kid': 'one'})}.{part(CLAIMS)}"
    mac = hmac.digest(key("one").as_pem(private=False), signed.encode(), "sha256")
    return f"{signed}.{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"


def altered() -> str:
    head, _, signature = token().split(".")
    return f"{head}.{part(CLAIMS | {'sub': 'user_02'})}.{signature}"


def respelled() -> str:
    """The same signature, with one of the bits set that base64 leaves over at the end."""
    text = token()
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return text[:-1] + letters[letters.index(text[-1]) + 1]


def down(_: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("down")


def slow(_: httpx.Request) -> httpx.Response:
    raise httpx.ReadTimeout("slow")


def answers(*contents: Any, status: int = 200) -> Callable[[], Callable[[httpx.Request], httpx.Response]]:
    """An endpoint that gives one answer after the other, and the last one for ever."""

    def endpoint() -> Callable[[httpx.Request], httpx.Response]:
        left = list(contents)

        def handler(request: httpx.Request) -> httpx.Response:
            content = left.pop(0) if len(left) > 1 else left[0]
            if callable(content):
                answer: httpx.Response = content(request)
                return answer
            if isinstance(content, (bytes, str)):
                return httpx.Response(status, content=content)
            return httpx.Response(status, json=content)

        return handler

    return endpoint


@frozen
class Row:
    name: str
    make: Callable[[], str] = token
    endpoint: Callable[[], Callable[[httpx.Request], httpx.Response]] = field(factory=lambda: answers(public("one")))
    settings: dict[str, Any] = field(factory=dict)
    reason: str | type[Exception] | None = (
        None  # of an InvalidTokenError, or the class of an outage; None for a good token
    )
    fetches: int = 1
    again: str | type[Exception] | None = None  # what a second try with the same client comes to, where that differs
    retryable_again: bool = False


def giant() -> bytes:
    return json.dumps({"keys": [public("one")["keys"][0], {"kty": "RSA", "kid": "x", "n": "A" * 10_000_000}]}).encode()


ROWS: list[Row] = [
    Row("a good token"),
    Row("a kind that says user", lambda: token(sub_profile="user")),
    Row("a header field that is unknown", lambda: token(header={"x-of-ours": 1, "typ": "JWT"})),
    # Clocks that differ.
    Row("issued a little in the future", lambda: token(iat=NOW + 20)),
    Row("valid from a little in the future on", lambda: token(nbf=NOW + 20)),
    Row("expired a little while ago", lambda: token(exp=NOW - 20)),
    Row("issued in the future", lambda: token(iat=NOW + 100), reason="not_yet_valid"),
    Row("not valid yet", lambda: token(nbf=NOW + 100), reason="not_yet_valid"),
    Row("expired", lambda: token(exp=NOW - 100), reason="expired"),
    Row("no leeway", lambda: token(exp=NOW - 20), settings={"leeway": 0}, reason="expired"),
    Row("more leeway", lambda: token(exp=NOW - 100), settings={"leeway": 120}),
    # Claims.
    Row("no expiry", lambda: token(exp=None), reason="missing_claim"),
    Row("an expiry that is text", lambda: token(exp=str(NOW + 300)), reason="malformed"),
    Row("an expiry beyond all dates", lambda: token(exp=1e300), reason="malformed"),
    Row("the right issuer", settings={"issuer": ["https://auth.example.com", "https://api.workos.com"]}),
    Row("the wrong issuer", settings={"issuer": "https://auth.example.com"}, reason="wrong_issuer"),
    Row("no issuer", lambda: token(iss=None), settings={"issuer": "https://api.workos.com"}, reason="wrong_issuer"),
    Row("the wrong client", lambda: token(client_id="client_other"), reason="wrong_client"),
    Row("a client that is no text", lambda: token(client_id=["client_test"]), reason="wrong_client"),
    Row("a token that names no client", lambda: token(client_id=None)),
    Row("an agent, by profile", lambda: token(sub_profile="agent"), reason="wrong_kind"),
    Row("an agent, by type", lambda: token(sub_type="agent"), reason="wrong_kind"),
    Row("an agent, by registration", lambda: token(sid=None, agent_registration_id="agent_reg_1"), reason="wrong_kind"),
    Row("a widget", lambda: token(sid=None), reason="missing_claim"),
    Row("nobody", lambda: token(sub=None), reason="missing_claim"),
    # Signatures.
    Row("alg none", unsigned, reason="wrong_algorithm"),
    Row("HS256 with the public key", signed_with_the_public_key, reason="wrong_algorithm"),
    Row("signed with a key of somebody else", lambda: token(by="foreign"), reason="bad_signature"),
    Row("altered", altered, reason="bad_signature"),
    Row("respelled", respelled, reason="malformed"),
    Row("no kid", lambda: token(header={"kid": None}), reason="malformed"),
    Row("a critical header field", lambda: token(header={"crit": ["x"], "x": 1}), reason="malformed"),
    *(
        Row(f"no token: {text[:9]!r}", lambda text=text: text, reason="malformed")  # type: ignore[misc]
        for text in ("", "x", "a.b.c", "..", f"{part([])}.{part({})}.", "é.é.é", "\ud800", "[" * 100_000, "a." * 9)
    ),
    # Keys.
    Row("rotated", lambda: token("two"), answers(public("one"), public("one", "two")), fetches=2),
    Row("a key that is unknown", lambda: token("two"), reason="unknown_key", fetches=2, retryable_again=True),
    Row(
        "rotated while the endpoint is down",
        lambda: token("two"),
        answers(public("one"), down),
        reason=APIConnectionError,
        fetches=2,
    ),
    Row(
        "keys that can't be used beside one that can",
        endpoint=answers(
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
        "keys that can't be read",
        endpoint=answers({"keys": [{"kty": "RSA", "kid": "one", "n": "!", "e": "AQAB"}]}),
        reason="unknown_key",
        fetches=2,
        retryable_again=True,
    ),
    Row("down", endpoint=answers(down), reason=APIConnectionError),
    Row("down for a moment", endpoint=answers(down, public("one")), reason=APIConnectionError, again="valid"),
    Row("slow", endpoint=answers(slow), reason=APIConnectionError),
    Row("failing", endpoint=answers("oops", status=503), reason=APIError),
    Row("not found", endpoint=answers({"message": "no"}, status=404), reason=APIError),
    Row("HTML", endpoint=answers("<!doctype html><title>Sign in to the Wi-Fi</title>"), reason=DecodeError),
    Row("empty answer", endpoint=answers(b""), reason=DecodeError),
    Row("empty set", endpoint=answers({"keys": []}), reason=DecodeError),
    Row("no set", endpoint=answers({}), reason=DecodeError),
    Row("a list", endpoint=answers([]), reason=DecodeError),
    Row("null", endpoint=answers(b"null"), reason=DecodeError),
    Row("10 MB", endpoint=answers(giant()), reason=DecodeError),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
async def test_tokens_and_keys(row: Row, against: Callable[..., WorkOS]) -> None:
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
        if not text.isascii() or len(text) > 65_536:
            return  # no cookie can hold it
        data = SessionData(access_token=text, refresh_token="r", user={"id": "user_01"})
        result = await workos.user_management.authenticate_with_session_cookie(
            session_data=seal_session(data, PASSWORD), cookie_password=PASSWORD
        )
    reason = None if row.again == "valid" else row.again or row.reason
    if reason is None:
        assert isinstance(result, SessionAuthenticated)
        assert (result.session_id, result.user) == ("session_01", {"id": "user_01"})
        return
    assert isinstance(result, SessionNotAuthenticated)
    if isinstance(reason, str):
        assert isinstance(result.error, InvalidTokenError)
        assert (result.reason, result.error.reason) == ("invalid_jwt", reason)
        assert (result.retryable, result.retry_after is not None) == (row.retryable_again, row.retryable_again)
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


async def test_a_call_may_say_otherwise_than_the_client(against: Callable[..., WorkOS]) -> None:
    async with against(answers(public("one"))(), issuer="https://auth.example.com", leeway=0) as workos:
        text = token(exp=NOW - 20)
        claims = await workos.verify_access_token(text, issuer=None, leeway=60)
        assert claims.iss == "https://api.workos.com"
        with pytest.raises(InvalidTokenError, match="expired"):
            await workos.verify_access_token(text, issuer=None)


async def test_the_issuer_from_the_environment(monkeypatch: pytest.MonkeyPatch, against: Callable[..., WorkOS]) -> None:
    monkeypatch.setenv("WORKOS_ISSUER", "https://a.example.com, https://b.example.com")
    async with against(answers(public("one"))()) as workos:
        with pytest.raises(InvalidTokenError) as caught:
            await workos.verify_access_token(token())
        assert caught.value.reason == "wrong_issuer"
        assert (await workos.verify_access_token(token(iss="https://b.example.com"))).iss == "https://b.example.com"
