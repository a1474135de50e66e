"""Items 148 to 167: sessions, their helpers, and the errors that a sign-in can stop with."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from workos_core import errors, models
from workos_core.auth.sessions.session_cookie import unseal_session
from workos_core.serialization.converter import from_dict

from . import tokens
from .api import Answer, Api, HTTPBackend
from .base import Listed, Table
from .bodies import SESSION, USER, sample

rows = Table()

rows.object(
    148,
    "session",
    "session",
    models.UserSession,
    "user_management.list_sessions",
    ("user_1",),
    envelope=lambda data: {"object": "list", "data": [data], "list_metadata": {"before": None, "after": None}},
    pick=lambda result: result.data[0],
)
rows.call(
    149,
    "list the sessions of a user",
    "user_management.list_sessions",
    ("user_1",),
    {},
    "GET /user_management/users/user_1/sessions",
    Listed(models.UserSession),
    SESSION,
)
rows.call(
    150,
    "revoke a session",
    "user_management.revoke_session",
    (),
    {"session_id": "session_1"},
    "POST /user_management/sessions/revoke",
    None,
    body={"session_id": "session_1"},
)


def session(client: Any, cookie: str | None) -> Any:
    """The session in a cookie. Loading it is an ordinary call in both flavours."""
    return client.user_management.load_sealed_session(session_data=cookie, cookie_password=tokens.PASSWORD)


def authenticated(api: Api, cookie: str | None, *answers: Any) -> Any:
    return api.call(lambda client: session(client, cookie).authenticate(), answers=answers).result


def refreshed(api: Api, **given: Any) -> HTTPBackend:
    cookie = tokens.cookie()
    return api.call(
        lambda client: session(client, cookie).refresh(**given),
        answers=[tokens.signed_in(org_id=given.get("organization_id", ORGANIZATION_ID))],
    )


ORGANIZATION_ID = "org_01HRDMC6CM357W30QMHMQ96Q0S"


@rows.check(151, "a session is kept sealed in a cookie")
def _(api: Api) -> None:
    cookie = tokens.cookie()
    assert cookie.startswith("Fe26.2*1*")
    assert cookie.endswith("~2")
    assert tokens.REFRESH_TOKEN not in cookie
    assert authenticated(api, cookie, tokens.key_set()).user["email"] == USER["email"]


@rows.check(152, "load a sealed session")
def _(api: Api) -> None:
    cookie = tokens.cookie()
    assert tokens.REFRESH_TOKEN not in repr(session(api.client(), cookie))
    with pytest.MonkeyPatch.context() as patch:
        with pytest.raises(errors.ConfigurationError):
            api.client().user_management.load_sealed_session(session_data=cookie)
        patch.setenv("WORKOS_COOKIE_PASSWORD", tokens.PASSWORD)
        loaded = api.client().user_management.load_sealed_session(session_data=cookie)
        assert loaded.get_logout_url()


@rows.check(153, "authenticate a loaded session")
def _(api: Api) -> None:
    assert authenticated(api, tokens.cookie(), tokens.key_set()).authenticated is True
    expired = authenticated(api, tokens.cookie(iat=1709193557, exp=1709193857), tokens.key_set())
    assert (expired.authenticated, expired.reason) == (False, "invalid_jwt")
    cookie = tokens.cookie()
    assert authenticated(api, cookie.replace("~2", "x~2")).reason == "invalid_session_cookie"


@rows.check(154, "reason no_session_cookie_provided is plain text")
def _(api: Api) -> None:
    reason = authenticated(api, None).reason
    assert type(reason) is str
    assert reason == "no_session_cookie_provided"


@rows.check(155, "refresh a loaded session, into another organization too")
def _(api: Api) -> None:
    assert refreshed(api).body["organization_id"] == ORGANIZATION_ID
    moved = refreshed(api, organization_id="org_2")
    assert moved.body["organization_id"] == "org_2"
    assert moved.result.organization_id == "org_2"


@rows.check(156, "what a refreshed session tells")
def _(api: Api) -> None:
    result = refreshed(api).result
    answer = tokens.signed_in()
    assert result.refresh_token == answer["refresh_token"]
    assert unseal_session(result.sealed_session, tokens.PASSWORD).session.access_token == result.access_token
    assert result.user["id"] == USER["id"]
    assert result.organization_id == ORGANIZATION_ID
    assert result.impersonator == answer["impersonator"]
    assert (result.role, result.permissions) == ("member", ("posts:read", "posts:write"))
    assert result.entitlements == ("audit-logs",)


LOGOUT = "https://api.workos.com/user_management/sessions/logout?session_id=session_01HQSXZGF8FHF7A9ZZFCW4387R"


@rows.check(157, "logout URL of a loaded session")
def _(api: Api) -> None:
    loaded = session(api.client(), tokens.cookie())
    assert loaded.get_logout_url() == LOGOUT
    assert loaded.get_logout_url(return_to="https://a.example/") == f"{LOGOUT}&return_to=https%3A%2F%2Fa.example%2F"
    with pytest.raises(errors.InvalidArgumentError):
        session(api.client(), None).get_logout_url()


def stopped(api: Api, body: Any, status: int) -> Any:
    """The error of a password sign-in that gets this answer."""
    with pytest.raises(errors.APIError) as caught:
        api.call(
            "user_management.authenticate_with_password",
            email="marcelina@example.com",
            password="p",
            answers=[Answer(body, status)],
        )
    return caught.value


@rows.check(158, "whoever signs users in must handle the further steps")
def _(api: Api) -> None:
    for name in ("email_verification_required", "mfa_enrollment", "mfa_challenge", "organization_selection_required"):
        error = stopped(api, sample(f"errors/{name}"), 403)
        assert isinstance(error, errors.AuthenticationFlowError)
        assert error.pending_authentication_token == "YQyCkYfuVw2mI3tzSrk2C1Y7S"


def body_of(name: str, kind: type[errors.APIError], check: Callable[[Any], None]) -> Callable[[Api], None]:
    """A body of the reference becomes its own class with its own attributes, whichever status it comes with and wherever the reason is."""

    def proof(api: Api) -> None:
        body = sample(f"errors/{name}")
        reason = "code" if "code" in body else "error"
        other = "error" if reason == "code" else "code"
        moved = {other if key == reason else key: value for key, value in body.items()}
        for sent in (body, moved):
            for status in (400, 403):
                error = stopped(api, sent, status)
                assert type(error) is kind
                assert (error.status, error.code or error.error, error.body) == (status, name, sent)
                assert error.message == (body.get("message") or body["error_description"])
                check(error)
        assert getattr(stopped(api, body, 403), reason) == name

    return proof


def email_verification(error: Any) -> None:
    assert error.pending_authentication_token == "YQyCkYfuVw2mI3tzSrk2C1Y7S"
    assert error.email == "marcelina.davis@example.com"
    assert error.email_verification_id == "email_verification_01HYGGEB6FYMWQNWF3XDZG7VV3"


def user_of(error: Any) -> None:
    assert error.pending_authentication_token == "YQyCkYfuVw2mI3tzSrk2C1Y7S"
    assert from_dict(models.User, error.user).email == "marcelina.davis@example.com"


def mfa_enrollment(error: Any) -> None:
    user_of(error)
    assert error.user["created_at"] == "2021-06-25T19: 07: 33.155Z"


def mfa_challenge(error: Any) -> None:
    user_of(error)
    assert error.authentication_factors == [{"id": "auth_factor_01FVYZ5QM8N98T9ME5BCB2BBMJ", "type": "totp"}]


def organization_selection(error: Any) -> None:
    user_of(error)
    assert error.organizations == [
        {"id": "org_01H93RZAP85YGYZJXYPAZ9QTXF", "name": "Foo Corp"},
        {"id": "org_01H93S4E6GB5A8PFNKGTA4S42X", "name": "Bar Corp"},
    ]


def sso(error: Any) -> None:
    assert error.connection_ids == ["conn_01DRF1T7JN6GXS8KHS0WYWX1YD"]


def methods(error: Any) -> None:
    assert error.sso_connection_ids == ["conn_01DRF1T7JN6GXS8KHS0WYWX1YD"]
    assert error.auth_methods == {
        "apple_oauth": False,
        "github_oauth": False,
        "google_oauth": True,
        "magic_auth": False,
        "microsoft_oauth": False,
        "password": False,
    }


rows.add(
    159,
    "error email_verification_required",
    body_of("email_verification_required", errors.EmailVerificationRequiredError, email_verification),
)
rows.says(
    160,
    "the verification code is mailed where the environment does it",
    "user_management.authenticate_with_email_verification",
    "If the environment does not send verification emails, get the code",
)
rows.prose(161, "OAuth and SSO end in that error too", "Which sign-ins end in this error is decided by the API.")
rows.add(162, "error mfa_enrollment", body_of("mfa_enrollment", errors.MfaEnrollmentError, mfa_enrollment))
rows.add(163, "error mfa_challenge", body_of("mfa_challenge", errors.MfaChallengeError, mfa_challenge))
rows.add(
    164,
    "error organization_selection_required",
    body_of("organization_selection_required", errors.OrganizationSelectionRequiredError, organization_selection),
)
rows.add(165, "error sso_required", body_of("sso_required", errors.SsoRequiredError, sso))


@rows.check(166, "from sso_required to the authorization URL")
def _(api: Api) -> None:
    error = stopped(api, sample("errors/sso_required"), 400)
    url = api.client().user_management.get_authorization_url(
        redirect_uri="https://your-app.com/callback", connection_id=error.connection_ids[0]
    )
    assert parse_qs(urlsplit(url).query)["connection_id"] == ["conn_01DRF1T7JN6GXS8KHS0WYWX1YD"]


rows.add(
    167,
    "error organization_authentication_methods_required",
    body_of(
        "organization_authentication_methods_required",
        errors.OrganizationAuthenticationMethodsRequiredError,
        methods,
    ),
)
