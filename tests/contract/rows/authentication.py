"""Items 116 to 147: authentication methods, session cookie helpers, signing keys and access tokens."""

from base64 import urlsafe_b64encode
from datetime import UTC, datetime
from typing import Any, get_args

import pytest

from workos_core import errors, models
from workos_core.auth.sessions.results import FailureReason
from workos_core.auth.sessions.session_cookie import unseal_session

from ..bodies import CHALLENGE, EMAIL_VERIFICATION, JWKS, SIGNED_IN, sample
from ..sdk import CLIENT_ID, KEY, SDK, RecordedCall, StubResponse
from . import tokens
from .base import Table

rows = Table()
BROWSER = {"ip_address": "192.0.2.1", "user_agent": "Mozilla/5.0"}
PENDING = {"pending_authentication_token": "ql1AJgNoLN1tb9llaQ8jyC2dn"}
WORKOS_GRANT = "urn:workos:oauth:grant-type:"


def authenticate(number: int, name: str, method: str, grant_type: str, **arguments: Any) -> None:
    """Add a grant. Its body has the arguments, the grant type, the client ID and the client secret; the API key is in no header."""
    rows.call(
        number,
        name,
        f"user_management.{method}",
        (),
        {**arguments, **BROWSER},
        "POST /user_management/authenticate",
        models.AuthenticationResponse,
        SIGNED_IN,
        body={"client_id": CLIENT_ID, "client_secret": KEY, "grant_type": grant_type, **arguments, **BROWSER},
        credentials="none",
    )


authenticate(
    116, "authenticate with a code", "authenticate_with_code", "authorization_code", code="01E2RJ4C05B52KKZ8FSRDAP23J"
)
authenticate(
    117,
    "authenticate with a password",
    "authenticate_with_password",
    "password",
    email="marcelina@example.com",
    password="i8uv6g34kd490s",
)
authenticate(
    118,
    "authenticate with Magic Auth",
    "authenticate_with_magic_auth",
    f"{WORKOS_GRANT}magic-auth:code",
    code="123456",
    email="marcelina.davis@example.com",
)


@rows.check(119, "a refresh returns a new refresh token")
def _(sdk: SDK) -> None:
    call = sdk.call("user_management.authenticate_with_refresh_token", refresh_token="old", responses=[SIGNED_IN])
    assert call.request_body["refresh_token"] == "old"
    assert call.result.refresh_token == SIGNED_IN["refresh_token"]
    failed = StubResponse({"message": "Broken."}, 500)
    sdk.expect_error(
        errors.ServerError,
        "user_management.authenticate_with_refresh_token",
        refresh_token="old",
        responses=[failed],  # no retry: the server may have used up the refresh token
        settings={"max_retries": 3},
    )


authenticate(
    120,
    "authenticate with a refresh token",
    "authenticate_with_refresh_token",
    "refresh_token",
    refresh_token="Xw0NsCVXMBf7svAoIoKBmkpEK",
    organization_id="org_2",
)
authenticate(
    121,
    "authenticate with an email verification code",
    "authenticate_with_email_verification",
    f"{WORKOS_GRANT}email-verification:code",
    code="123456",
    **PENDING,
)


def sign_in_error(sdk: SDK, kind: type[errors.APIError], file: str) -> Any:
    """Return the error that a password sign-in raises if the API responds with a sample."""
    return sdk.expect_error(
        kind,
        "user_management.authenticate_with_password",
        email="a@example.com",
        password="p",
        responses=[StubResponse(sample(f"errors/{file}"), 403)],
    )


@rows.check(122, "get the verification code to send it yourself")
def _(sdk: SDK) -> None:
    error = sign_in_error(sdk, errors.EmailVerificationRequiredError, "email_verification_required")
    call = sdk.call(
        "user_management.get_email_verification", error.email_verification_id, responses=[EMAIL_VERIFICATION]
    )
    assert call.request.url.path.endswith("/email_verification_01HYGGEB6FYMWQNWF3XDZG7VV3")
    call = sdk.call(
        "user_management.authenticate_with_email_verification",
        code=call.result.code,
        pending_authentication_token=error.pending_authentication_token,
        responses=[SIGNED_IN],
    )
    assert (call.request_body["code"], call.request_body["pending_authentication_token"]) == (
        "123456",
        "YQyCkYfuVw2mI3tzSrk2C1Y7S",
    )


authenticate(
    123,
    "authenticate with a TOTP code",
    "authenticate_with_totp",
    f"{WORKOS_GRANT}mfa-totp",
    code="123456",
    authentication_challenge_id="auth_challenge_1",
    **PENDING,
)


@rows.check(124, "complete a sign-in that requires MFA")
def _(sdk: SDK) -> None:
    error = sign_in_error(sdk, errors.MfaChallengeError, "mfa_challenge")
    factor = error.authentication_factors[0]["id"]
    challenge = sdk.call("mfa.challenge_factor", factor, responses=[StubResponse(CHALLENGE, 201)])
    assert challenge.request.url.path == "/auth/factors/auth_factor_01FVYZ5QM8N98T9ME5BCB2BBMJ/challenge"
    call = sdk.call(
        "user_management.authenticate_with_totp",
        code="123456",
        pending_authentication_token=error.pending_authentication_token,
        authentication_challenge_id=challenge.result.id,
        responses=[SIGNED_IN],
    )
    assert call.request_body["authentication_challenge_id"] == CHALLENGE["id"]
    assert call.request_body["pending_authentication_token"] == "YQyCkYfuVw2mI3tzSrk2C1Y7S"


authenticate(
    125,
    "authenticate with an organization selection",
    "authenticate_with_organization_selection",
    f"{WORKOS_GRANT}organization-selection",
    organization_id="org_1",
    **PENDING,
)


@rows.check(126, "authenticate with a session cookie")
def _(sdk: SDK) -> None:
    cookie = tokens.cookie()
    method = "user_management.authenticate_with_session_cookie"
    call = sdk.call(method, session_data=cookie, cookie_password=tokens.PASSWORD, responses=[tokens.key_set()])
    assert call.result.authenticated is True
    assert call.request.url.path == f"/sso/jwks/{CLIENT_ID}"  # only the JWKS, which the client caches

    async def twice_async(client: Any) -> Any:
        for _ in range(2):
            result = await client.user_management.authenticate_with_session_cookie(**arguments)
        return result

    def twice(client: Any) -> Any:
        for _ in range(2):
            result = client.user_management.authenticate_with_session_cookie(**arguments)
        return result

    arguments = {"session_data": cookie, "cookie_password": tokens.PASSWORD}
    second = sdk.call(twice_async if sdk.variant == "async" else twice, responses=[tokens.key_set()])
    assert second.result.authenticated is True


@rows.check(127, "session helpers require a client ID")
def _(sdk: SDK) -> None:
    error = sdk.expect_error(
        errors.ConfigurationError,
        "user_management.authenticate_with_session_cookie",
        session_data=tokens.cookie(),
        cookie_password=tokens.PASSWORD,
        settings={"client_id": None},
    )
    assert "WORKOS_CLIENT_ID" in str(error)


def requires_cookie(method: str) -> Any:
    """Check that without a cookie, the method returns the reason `no_session_cookie_provided`."""

    def check(sdk: SDK) -> None:
        for missing in (None, ""):
            result = sdk.call(method, session_data=missing, cookie_password=tokens.PASSWORD).result
            assert (result.authenticated, result.reason) == (False, "no_session_cookie_provided")
        known = get_args(get_args(FailureReason)[0])
        assert "no_session_cookie_provided" in known

    return check


rows.add(
    128,
    "reason no_session_cookie_provided when authenticating",
    requires_cookie("user_management.authenticate_with_session_cookie"),
)


@rows.check(129, "an authenticated session has session ID, organization, role and permissions")
def _(sdk: SDK) -> None:
    arguments = {"session_data": tokens.cookie(), "cookie_password": tokens.PASSWORD}
    method = "user_management.authenticate_with_session_cookie"
    result = sdk.call(method, **arguments, responses=[tokens.key_set()]).result
    assert result.session_id == "session_01HQSXZGF8FHF7A9ZZFCW4387R"
    assert result.organization_id == "org_01HRDMC6CM357W30QMHMQ96Q0S"
    assert (result.role, result.permissions) == ("member", ("posts:read", "posts:write"))


def refresh(sdk: SDK, **arguments: Any) -> RecordedCall:
    return sdk.call(
        "user_management.refresh_and_seal_session_data",
        session_data=tokens.cookie(),
        cookie_password=tokens.PASSWORD,
        responses=[tokens.signed_in()],
        **arguments,
    )


@rows.check(130, "refresh and seal session data")
def _(sdk: SDK) -> None:
    call = refresh(sdk)
    assert call.result.authenticated is True
    assert (call.request.method, call.request.url.path) == ("POST", "/user_management/authenticate")
    assert call.request_body["grant_type"] == "refresh_token"
    assert call.request_body["refresh_token"] == tokens.REFRESH_TOKEN


rows.add(
    131,
    "reason no_session_cookie_provided when refreshing",
    requires_cookie("user_management.refresh_and_seal_session_data"),
)


@rows.check(132, "a refreshed session has a new sealed session")
def _(sdk: SDK) -> None:
    sealed = refresh(sdk).result.sealed_session
    session = unseal_session(sealed, tokens.PASSWORD).session
    assert session.refresh_token == tokens.signed_in()["refresh_token"]
    arguments = {"session_data": sealed, "cookie_password": tokens.PASSWORD}
    method = "user_management.authenticate_with_session_cookie"
    assert sdk.call(method, **arguments, responses=[tokens.key_set()]).result.authenticated is True


@rows.check(133, "JWKS URL")
def _(sdk: SDK) -> None:
    assert sdk.client().user_management.get_jwks_url() == f"https://api.workos.com/sso/jwks/{CLIENT_ID}"
    call = sdk.call("user_management.get_jwks", responses=[JWKS])
    assert str(call.request.url) == sdk.client().user_management.get_jwks_url()
    assert "authorization" not in call.request.headers
    assert call.result.keys[0].x5t_s256 == "ZjQzYjI0OT"


def verify_token(sdk: SDK, token: str) -> Any:
    return sdk.call("verify_access_token", token, responses=[tokens.key_set()]).result


@rows.check(134, "an access token is a JWT signed with a key in the JWKS")
def _(sdk: SDK) -> None:
    token = tokens.sign()
    assert verify_token(sdk, token).sub == "user_01HBEQKA6K4QJAS93VPE39W1JT"
    header, payload, signature = token.split(".")
    unsigned_header = urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("=")
    for forged in (
        f"{header}.{payload[:-3]}{'AAA' if payload[-3:] != 'AAA' else 'BBB'}.{signature}",
        f"{unsigned_header}.{payload}.",
        tokens.sign_with_public_key(),
    ):
        with pytest.raises(errors.InvalidTokenError):
            verify_token(sdk, forged)


def claim(number: int, name: str, value: Any, *, attribute: str = "", optional: Any = NotImplemented) -> None:
    """Add a claim. It is an attribute of the same name; if the claim is missing, the attribute is `optional`."""

    def check(sdk: SDK) -> None:
        claims = verify_token(sdk, tokens.sign())
        assert getattr(claims, attribute or name) == value
        assert claims.claims[name] == tokens.claims()[name]
        if optional is not NotImplemented:
            assert getattr(verify_token(sdk, tokens.sign(**{name: None})), attribute or name) == optional

    rows.add(number, f"claim {name}", check)


claim(135, "iss", "https://api.workos.com", optional=None)
claim(136, "sub", "user_01HBEQKA6K4QJAS93VPE39W1JT")
claim(137, "act", {"sub": "admin@foocorp.com"}, optional=None)
claim(138, "org_id", "org_01HRDMC6CM357W30QMHMQ96Q0S", optional=None)
claim(139, "role", "member", optional=None)
claim(140, "roles", ("member",), optional=())
claim(141, "permissions", ("posts:read", "posts:write"), optional=())
claim(142, "entitlements", ("audit-logs",), optional=())
claim(143, "sid", "session_01HQSXZGF8FHF7A9ZZFCW4387R")
claim(144, "jti", "01HQSXZXPPFPKMDD32RKTFY6PV", optional=None)


def time_claim(name: str) -> Any:
    """Check that a claim in Unix seconds is decoded to a time in UTC."""

    def check(sdk: SDK) -> None:
        seconds = tokens.claims()["exp"] - 100
        time = getattr(verify_token(sdk, tokens.sign(**{name: seconds if name == "exp" else seconds - 300})), name)
        assert time == datetime.fromtimestamp(seconds if name == "exp" else seconds - 300, UTC)
        assert time.utcoffset().total_seconds() == 0

    return check


rows.add(145, "claim exp", time_claim("exp"))
rows.add(146, "claim iat", time_claim("iat"))
rows.documented(
    147,
    "a refresh token can be used once while the session lasts",
    "user_management.authenticate_with_refresh_token",
    "Refreshing works until the session ends.",
    "A refresh token can be used only once",
)
