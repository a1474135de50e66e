"""Mistakes with sessions, cookies and access tokens."""

# Type checkers report these mistakes, too.
# mypy: disable-error-code="arg-type, attr-defined, call-arg"
# pyright: reportArgumentType=false, reportAttributeAccessIssue=false, reportCallIssue=false

from typing import Any

from tests.mistakes.mistake import COOKIE_PASSWORD, Mistake
from workos_core.auth.sealing.keyring import load_keyring
from workos_core.auth.sessions.session_cookie import seal_session, unseal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_core.errors import ConfigurationError, InvalidArgumentError, InvalidArgumentTypeError, InvalidTokenError

T: Any = InvalidArgumentTypeError
C = ConfigurationError
V = InvalidArgumentError


def _load(sdk: Any, **settings: Any) -> Any:
    return sdk.users.load_sealed_session(**{"session_data": "x", "cookie_password": COOKIE_PASSWORD, **settings})


MISTAKES = [
    Mistake(
        "a session without a password",
        lambda sdk: _load(sdk, cookie_password=None),
        C,
        "cookie_password is missing: pass it or set WORKOS_COOKIE_PASSWORD",
    ),
    Mistake(
        "a short password",
        lambda sdk: _load(sdk, cookie_password="short"),
        C,
        "cookie_password must be at least 32 characters (got 5); set it or WORKOS_COOKIE_PASSWORD",
    ),
    Mistake(
        "bytes as password",
        lambda sdk: _load(sdk, cookie_password=b"x" * 32),
        C,
        "cookie_password must be a str, a list or a dict, not bytes; call .decode()",
    ),
    Mistake(
        "a number as password",
        lambda sdk: _load(sdk, cookie_password=5),
        C,
        "cookie_password must be a str, a list or a dict, not int",
    ),
    Mistake(
        "bytes among passwords",
        lambda sdk: _load(sdk, cookie_password=[b"x" * 32]),
        C,
        "cookie_password must be str, or contain only str (got bytes)",
    ),
    Mistake(
        "a password with an invalid ID",
        lambda _: load_keyring({"my key": COOKIE_PASSWORD}),
        C,
        "an ID in cookie_password must be 1 to 64 ASCII letters, digits or _",
    ),
    Mistake(
        "no numeric ID of a password",
        lambda _: load_keyring({"new": COOKIE_PASSWORD}).newest_password(),
        C,
        "no ID in cookie_password is a number: the password with the largest number seals",
    ),
    Mistake(
        "bytes as session cookie",
        lambda sdk: _load(sdk, session_data=b"Fe26.2*"),
        T,
        "session_data must be a str, not bytes; call .decode()",
    ),
    Mistake(
        "a dict as session cookie",
        lambda sdk: _load(sdk, session_data={"wos-session": "x"}),
        T,
        "session_data must be a str, not dict",
    ),
    Mistake(
        "a session cookie by position",
        lambda sdk: sdk.users.load_sealed_session("x"),
        TypeError,
        "SessionMethods.load_sealed_session() takes 1 positional argument but 2 were given",
    ),
    Mistake(
        "a logout URL without a session",
        lambda sdk: _load(sdk).get_logout_url(),
        V,
        "session_data is not a valid session cookie, so there is no session to end",
    ),
    Mistake(
        "an organization as organization ID of a refresh",
        lambda sdk: _load(sdk).refresh(organization_id=5),
        T,
        "organization_id must be a str, not int",
    ),
    Mistake(
        "None as access token",
        lambda sdk: sdk.client.verify_access_token(None),
        InvalidTokenError,
        "this is not an access token: it must be a str, not NoneType",
    ),
    Mistake(
        "bytes as access token",
        lambda sdk: sdk.client.verify_access_token(b"a.b.c"),
        InvalidTokenError,
        "this is not an access token: it must be a str, not bytes",
    ),
    Mistake(
        "an access token with its scheme",
        lambda sdk: sdk.client.verify_access_token("Bearer a.b.c"),
        InvalidTokenError,
        "this is not an access token: pass it without the scheme Bearer",
    ),
    Mistake(
        "an access token that is an API key",
        lambda sdk: sdk.client.verify_access_token("sk_test_1"),
        InvalidTokenError,
        "this is not an access token: it doesn't have three parts of base64url",
    ),
    Mistake(
        "text as leeway of a token",
        lambda sdk: sdk.client.verify_access_token("a.b.c", leeway="30"),
        T,
        "leeway must be a number of seconds, not str",
    ),
    Mistake(
        "no leeway for a token",
        lambda sdk: sdk.client.verify_access_token("a.b.c", leeway=None),
        T,
        "leeway must be a number of seconds, not NoneType",
    ),
    Mistake(
        "an infinite leeway for a token",
        lambda sdk: sdk.client.verify_access_token("a.b.c", leeway=float("inf")),
        V,
        "leeway must be finite (got inf): tokens would never expire",
    ),
    Mistake(
        "an infinite leeway for a token of a Connect application",
        lambda sdk: sdk.client.verify_connect_token(
            "a.b.c", authkit_domain="a.app", audience="https://a.app", leeway=float("inf")
        ),
        V,
        "leeway must be finite (got inf): tokens would never expire",
    ),
    Mistake(
        "a number as issuer of a token",
        lambda sdk: sdk.client.verify_access_token("a.b.c", issuer=5),
        T,
        "issuer must be a str, a list of them or None, not int",
    ),
    Mistake(
        "bytes as issuer of a token",
        lambda sdk: sdk.client.verify_access_token("a.b.c", issuer=b"https://api.workos.com"),
        T,
        "issuer must be a str, a list of them or None, not bytes",
    ),
    Mistake(
        "a number in the issuers of a token",
        lambda sdk: sdk.client.verify_access_token("a.b.c", issuer=["https://api.workos.com", 5]),
        T,
        "issuer must be a str or a list of them, not a list with int",
    ),
    Mistake(
        "an empty audience of a token",
        lambda sdk: sdk.client.verify_access_token("a.b.c", audience=""),
        C,
        "audience must not be empty; pass the URL of your resource server as registered with WorkOS",
    ),
    Mistake(
        "refreshing a session for an empty organization",
        lambda sdk: _load(sdk).refresh(organization_id=""),
        V,
        "organization_id is empty: pass the ID of an organization, or None to keep the current one",
    ),
    Mistake(
        "sealing a dict",
        lambda _: seal_session({"user": {}}, COOKIE_PASSWORD),
        T,
        "session must be a SessionData, not dict",
    ),
    Mistake(
        "sealing with a short password",
        lambda _: seal_session(SessionData(), "short"),
        C,
        "cookie_password must be at least 32 characters (got 5); set it or WORKOS_COOKIE_PASSWORD",
    ),
    Mistake(
        "unsealing bytes",
        lambda _: unseal_session(b"Fe26.2*", COOKIE_PASSWORD),
        T,
        "sealed must be a str, not bytes; call .decode()",
    ),
    Mistake(
        "a verifier that is too short",
        lambda sdk: sdk.client.pkce.generate_code_challenge("short"),
        V,
        "verifier must be 43 to 128 letters, digits and -._~ (got 5 characters)",
    ),
    Mistake(
        "a verifier length that is too short",
        lambda sdk: sdk.client.pkce.generate(10),
        V,
        "length of a code verifier must be 43 to 128 characters (got 10)",
    ),
]
