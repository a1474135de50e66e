"""Items 116 to 147: the ways to authenticate, session cookies in one call, keys and access tokens."""

from base64 import urlsafe_b64encode
from datetime import UTC, datetime
from typing import Any, get_args

import pytest

from workos_core import errors, models
from workos_core.auth.sessions.results import FailureReason
from workos_core.auth.sessions.session_cookie import unseal_session

from . import tokens
from .api import CLIENT_ID, KEY, Answer, Api, HTTPBackend
from .base import Table
from .bodies import CHALLENGE, EMAIL_VERIFICATION, JWKS, SIGNED_IN, sample

rows = Table()
BROWSER = {"ip_address": "192.0.2.1", "user_agent": "Mozilla/5.0"}
PENDING = {"pending_authentication_token": "ql1AJgNoLN1tb9llaQ8jyC2dn"}
WORKOS_GRANT = "urn:workos:oauth:grant-type:"


def authenticate(number: int, name: str, method: str, grant: str, **given: Any) -> None:
    """One grant: what is given goes into the body, beside grant, client id and client secret; no key goes into a header."""
    rows.call(
        number,
        name,
        f"user_management.{method}",
        (),
        {**given, **BROWSER},
        "POST /user_management/authenticate",
        models.AuthenticationResponse,
        SIGNED_IN,
        body={"client_id": CLIENT_ID, "client_secret": KEY, "grant_type": grant, **given, **BROWSER},
        sent="nothing",
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


@rows.check(119, "refresh tokens are replaced")
def _(api: Api) -> None:
    done = api.call("user_management.authenticate_with_refresh_token", refresh_token="old", answers=[SIGNED_IN])
    assert done.body["refresh_token"] == "old"
    assert done.result.refresh_token == SIGNED_IN["refresh_token"]
    lost = Answer({"message": "Broken."}, 500)
    api.refusal(
        errors.ServerError,
        "user_management.authenticate_with_refresh_token",
        refresh_token="old",
        answers=[lost],  # and not a second time: the token may be used up
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
    "authenticate with e-mail verification",
    "authenticate_with_email_verification",
    f"{WORKOS_GRANT}email-verification:code",
    code="123456",
    **PENDING,
)


def sign_in_step(api: Api, kind: type[errors.APIError], file: str) -> Any:
    """The error that a password sign-in ends with when the API answers with this sample."""
    return api.refusal(
        kind,
        "user_management.authenticate_with_password",
        email="a@example.com",
        password="p",
        answers=[Answer(sample(f"errors/{file}"), 403)],
    )


@rows.check(122, "fetch the verification code and send it yourself")
def _(api: Api) -> None:
    error = sign_in_step(api, errors.EmailVerificationRequiredError, "email_verification_required")
    done = api.call("user_management.get_email_verification", error.email_verification_id, answers=[EMAIL_VERIFICATION])
    assert done.request.url.path.endswith("/email_verification_01HYGGEB6FYMWQNWF3XDZG7VV3")
    done = api.call(
        "user_management.authenticate_with_email_verification",
        code=done.result.code,
        pending_authentication_token=error.pending_authentication_token,
        answers=[SIGNED_IN],
    )
    assert (done.body["code"], done.body["pending_authentication_token"]) == ("123456", "YQyCkYfuVw2mI3tzSrk2C1Y7S")


authenticate(
    123,
    "authenticate with TOTP",
    "authenticate_with_totp",
    f"{WORKOS_GRANT}mfa-totp",
    code="123456",
    authentication_challenge_id="auth_challenge_1",
    **PENDING,
)


@rows.check(124, "from the MFA error over a challenge to the sign-in")
def _(api: Api) -> None:
    error = sign_in_step(api, errors.MfaChallengeError, "mfa_challenge")
    factor = error.authentication_factors[0]["id"]
    challenge = api.call("mfa.challenge_factor", factor, answers=[Answer(CHALLENGE, 201)])
    assert challenge.request.url.path == "/auth/factors/auth_factor_01FVYZ5QM8N98T9ME5BCB2BBMJ/challenge"
    done = api.call(
        "user_management.authenticate_with_totp",
        code="123456",
        pending_authentication_token=error.pending_authentication_token,
        authentication_challenge_id=challenge.result.id,
        answers=[SIGNED_IN],
    )
    assert done.body["authentication_challenge_id"] == CHALLENGE["id"]
    assert done.body["pending_authentication_token"] == "YQyCkYfuVw2mI3tzSrk2C1Y7S"


authenticate(
    125,
    "authenticate with an organization",
    "authenticate_with_organization_selection",
    f"{WORKOS_GRANT}organization-selection",
    organization_id="org_1",
    **PENDING,
)


@rows.check(126, "authenticate with a session cookie")
def _(api: Api) -> None:
    cookie = tokens.cookie()
    method = "user_management.authenticate_with_session_cookie"
    done = api.call(method, session_data=cookie, cookie_password=tokens.PASSWORD, answers=[tokens.key_set()])
    assert done.result.authenticated is True
    assert done.request.url.path == f"/sso/jwks/{CLIENT_ID}"  # the keys, which the client keeps; no more than that

    async def twice_async(client: Any) -> Any:
        for _ in range(2):
            result = await client.user_management.authenticate_with_session_cookie(**given)
        return result

    def twice(client: Any) -> Any:
        for _ in range(2):
            result = client.user_management.authenticate_with_session_cookie(**given)
        return result

    given = {"session_data": cookie, "cookie_password": tokens.PASSWORD}
    again = api.call(twice_async if api.flavour == "async" else twice, answers=[tokens.key_set()])
    assert again.result.authenticated is True


@rows.check(127, "session helpers need a client id")
def _(api: Api) -> None:
    error = api.refusal(
        errors.ConfigurationError,
        "user_management.authenticate_with_session_cookie",
        session_data=tokens.cookie(),
        cookie_password=tokens.PASSWORD,
        settings={"client_id": None},
    )
    assert "WORKOS_CLIENT_ID" in str(error)


def without_cookie(method: str) -> Any:
    def proof(api: Api) -> None:
        for nothing in (None, ""):
            result = api.call(method, session_data=nothing, cookie_password=tokens.PASSWORD).result
            assert (result.authenticated, result.reason) == (False, "no_session_cookie_provided")
        known = get_args(get_args(FailureReason)[0])
        assert "no_session_cookie_provided" in known

    return proof


rows.add(
    128,
    "reason no_session_cookie_provided of authentication",
    without_cookie("user_management.authenticate_with_session_cookie"),
)


@rows.check(129, "an authenticated session tells session, organization, role and permissions")
def _(api: Api) -> None:
    given = {"session_data": tokens.cookie(), "cookie_password": tokens.PASSWORD}
    method = "user_management.authenticate_with_session_cookie"
    result = api.call(method, **given, answers=[tokens.key_set()]).result
    assert result.session_id == "session_01HQSXZGF8FHF7A9ZZFCW4387R"
    assert result.organization_id == "org_01HRDMC6CM357W30QMHMQ96Q0S"
    assert (result.role, result.permissions) == ("member", ("posts:read", "posts:write"))


def refreshed(api: Api, **given: Any) -> HTTPBackend:
    return api.call(
        "user_management.refresh_and_seal_session_data",
        session_data=tokens.cookie(),
        cookie_password=tokens.PASSWORD,
        answers=[tokens.signed_in()],
        **given,
    )


@rows.check(130, "refresh and seal session data")
def _(api: Api) -> None:
    done = refreshed(api)
    assert done.result.authenticated is True
    assert (done.request.method, done.request.url.path) == ("POST", "/user_management/authenticate")
    assert done.body["grant_type"] == "refresh_token"
    assert done.body["refresh_token"] == tokens.REFRESH_TOKEN


rows.add(
    131,
    "reason no_session_cookie_provided of a refresh",
    without_cookie("user_management.refresh_and_seal_session_data"),
)


@rows.check(132, "a refreshed session brings the sealed session")
def _(api: Api) -> None:
    sealed = refreshed(api).result.sealed_session
    session = unseal_session(sealed, tokens.PASSWORD).session
    assert session.refresh_token == tokens.signed_in()["refresh_token"]
    given = {"session_data": sealed, "cookie_password": tokens.PASSWORD}
    method = "user_management.authenticate_with_session_cookie"
    assert api.call(method, **given, answers=[tokens.key_set()]).result.authenticated is True


@rows.check(133, "the JWKS URL")
def _(api: Api) -> None:
    assert api.client().user_management.get_jwks_url() == f"https://api.workos.com/sso/jwks/{CLIENT_ID}"
    done = api.call("user_management.get_jwks", answers=[JWKS])
    assert str(done.request.url) == api.client().user_management.get_jwks_url()
    assert "authorization" not in done.request.headers
    assert done.result.keys[0].x5t_s256 == "ZjQzYjI0OT"


def verified(api: Api, token: str) -> Any:
    return api.call("verify_access_token", token, answers=[tokens.key_set()]).result


@rows.check(134, "an access token is a JWT signed by a key of the JWKS")
def _(api: Api) -> None:
    token = tokens.sign()
    assert verified(api, token).sub == "user_01HBEQKA6K4QJAS93VPE39W1JT"
    head, payload, signature = token.split(".")
    unsigned = urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("=")
    for forged in (
        f"{head}.{payload[:-3]}{'AAA' if payload[-3:] != 'AAA' else 'BBB'}.{signature}",
        f"{unsigned}.{payload}.",
        tokens.sign_with_public_key(),
    ):
        with pytest.raises(errors.InvalidTokenError):
            verified(api, forged)


def claim(number: int, name: str, value: Any, *, attribute: str = "", optional: Any = NotImplemented) -> None:
    """A claim of the sample token is an attribute of the same name; an optional one that is missing reads as `optional`."""

    def proof(api: Api) -> None:
        found = verified(api, tokens.sign())
        assert getattr(found, attribute or name) == value
        assert found.claims[name] == tokens.claims()[name]
        if optional is not NotImplemented:
            assert getattr(verified(api, tokens.sign(**{name: None})), attribute or name) == optional

    rows.add(number, f"claim {name}", proof)


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


def moment(name: str) -> Any:
    """A claim in Unix seconds is a time in UTC."""

    def proof(api: Api) -> None:
        seconds = tokens.claims()["exp"] - 100
        found = getattr(verified(api, tokens.sign(**{name: seconds if name == "exp" else seconds - 300})), name)
        assert found == datetime.fromtimestamp(seconds if name == "exp" else seconds - 300, UTC)
        assert found.utcoffset().total_seconds() == 0

    return proof


rows.add(145, "claim exp", moment("exp"))
rows.add(146, "claim iat", moment("iat"))
rows.says(
    147,
    "a refresh token works once, while the session goes on",
    "user_management.authenticate_with_refresh_token",
    "Refreshing works until the session ends.",
    "A refresh token can be used only once",
)
