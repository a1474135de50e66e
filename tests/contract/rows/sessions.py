"""Items 148 to 167: sessions, session helpers, and the errors of an incomplete sign-in."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from workos_core import errors, models
from workos_core.auth.sessions.session_cookie import unseal_session
from workos_core.serialization.converter import from_dict

from ..bodies import SESSION, USER, sample
from ..sdk import SDK, RecordedCall, StubResponse
from . import tokens
from .base import Listed, Table

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


def load_session(client: Any, cookie: str | None) -> Any:
    """Return the session in a cookie. `load_sealed_session` is an ordinary function in both clients."""
    return client.user_management.load_sealed_session(session_data=cookie, cookie_password=tokens.PASSWORD)


def authenticate(sdk: SDK, cookie: str | None, *responses: Any) -> Any:
    return sdk.call(lambda client: load_session(client, cookie).authenticate(), responses=responses).result


def refresh(sdk: SDK, **arguments: Any) -> RecordedCall:
    cookie = tokens.cookie()
    return sdk.call(
        lambda client: load_session(client, cookie).refresh(**arguments),
        responses=[tokens.signed_in(org_id=arguments.get("organization_id", ORGANIZATION_ID))],
    )


ORGANIZATION_ID = "org_01HRDMC6CM357W30QMHMQ96Q0S"


@rows.check(151, "a session is sealed in a cookie")
def _(sdk: SDK) -> None:
    cookie = tokens.cookie()
    assert cookie.startswith("Fe26.2*1*")
    assert cookie.endswith("~2")
    assert tokens.REFRESH_TOKEN not in cookie
    assert authenticate(sdk, cookie, tokens.key_set()).user.email == USER["email"]


@rows.check(152, "load a sealed session")
def _(sdk: SDK) -> None:
    cookie = tokens.cookie()
    assert tokens.REFRESH_TOKEN not in repr(load_session(sdk.client(), cookie))
    with pytest.MonkeyPatch.context() as patch:
        with pytest.raises(errors.ConfigurationError):
            sdk.client().user_management.load_sealed_session(session_data=cookie)
        patch.setenv("WORKOS_COOKIE_PASSWORD", tokens.PASSWORD)
        loaded = sdk.client().user_management.load_sealed_session(session_data=cookie)
        assert loaded.get_logout_url()


@rows.check(153, "authenticate a loaded session")
def _(sdk: SDK) -> None:
    assert authenticate(sdk, tokens.cookie(), tokens.key_set()).authenticated is True
    expired = authenticate(sdk, tokens.cookie(iat=1709193557, exp=1709193857), tokens.key_set())
    assert (expired.authenticated, expired.reason) == (False, "invalid_jwt")
    cookie = tokens.cookie()
    assert authenticate(sdk, cookie.replace("~2", "x~2")).reason == "invalid_session_cookie"


@rows.check(154, "reason no_session_cookie_provided is a plain string")
def _(sdk: SDK) -> None:
    reason = authenticate(sdk, None).reason
    assert type(reason) is str
    assert reason == "no_session_cookie_provided"


@rows.check(155, "refresh a loaded session, also for another organization")
def _(sdk: SDK) -> None:
    assert refresh(sdk).request_body["organization_id"] == ORGANIZATION_ID
    switched = refresh(sdk, organization_id="org_2")
    assert switched.request_body["organization_id"] == "org_2"
    assert switched.result.organization_id == "org_2"


@rows.check(156, "attributes of a refreshed session")
def _(sdk: SDK) -> None:
    result = refresh(sdk).result
    response = tokens.signed_in()
    assert result.refresh_token == response["refresh_token"]
    assert unseal_session(result.sealed_session, tokens.PASSWORD).session.access_token == result.access_token
    assert result.user.id == USER["id"]
    assert result.organization_id == ORGANIZATION_ID
    assert result.impersonator == response["impersonator"]
    assert (result.role, result.permissions) == ("member", ("posts:read", "posts:write"))
    assert result.entitlements == ("audit-logs",)


LOGOUT = "https://api.workos.com/user_management/sessions/logout?session_id=session_01HQSXZGF8FHF7A9ZZFCW4387R"


@rows.check(157, "logout URL of a loaded session")
def _(sdk: SDK) -> None:
    loaded = load_session(sdk.client(), tokens.cookie())
    assert loaded.get_logout_url() == LOGOUT
    assert loaded.get_logout_url(return_to="https://a.example/") == f"{LOGOUT}&return_to=https%3A%2F%2Fa.example%2F"
    with pytest.raises(errors.InvalidArgumentError):
        load_session(sdk.client(), None).get_logout_url()


def sign_in_error(sdk: SDK, body: Any, status: int) -> Any:
    """Return the error of a password sign-in with this response."""
    with pytest.raises(errors.APIError) as caught:
        sdk.call(
            "user_management.authenticate_with_password",
            email="marcelina@example.com",
            password="p",
            responses=[StubResponse(body, status)],
        )
    return caught.value


@rows.check(158, "a sign-in can require further steps")
def _(sdk: SDK) -> None:
    for name in ("email_verification_required", "mfa_enrollment", "mfa_challenge", "organization_selection_required"):
        error = sign_in_error(sdk, sample(f"errors/{name}"), 403)
        assert isinstance(error, errors.AuthenticationFlowError)
        assert error.pending_authentication_token == "YQyCkYfuVw2mI3tzSrk2C1Y7S"


def raises(name: str, kind: type[errors.APIError], check_attributes: Callable[[Any], None]) -> Callable[[SDK], None]:
    """Check that the sample body raises `kind` with its attributes, for each status, with the reason in `code` or in `error`."""

    def check(sdk: SDK) -> None:
        body = sample(f"errors/{name}")
        reason = "code" if "code" in body else "error"
        other = "error" if reason == "code" else "code"
        renamed = {other if key == reason else key: value for key, value in body.items()}
        for sent in (body, renamed):
            for status in (400, 403):
                error = sign_in_error(sdk, sent, status)
                assert type(error) is kind
                assert (error.status, error.code or error.error, error.body) == (status, name, sent)
                assert error.message == (body.get("message") or body["error_description"])
                check_attributes(error)
        assert getattr(sign_in_error(sdk, body, 403), reason) == name

    return check


def check_email_verification(error: Any) -> None:
    assert error.pending_authentication_token == "YQyCkYfuVw2mI3tzSrk2C1Y7S"
    assert error.email == "marcelina.davis@example.com"
    assert error.email_verification_id == "email_verification_01HYGGEB6FYMWQNWF3XDZG7VV3"


def check_user(error: Any) -> None:
    assert error.pending_authentication_token == "YQyCkYfuVw2mI3tzSrk2C1Y7S"
    assert from_dict(models.User, error.user).email == "marcelina.davis@example.com"


def check_mfa_enrollment(error: Any) -> None:
    check_user(error)
    assert error.user["created_at"] == "2021-06-25T19: 07: 33.155Z"


def check_mfa_challenge(error: Any) -> None:
    check_user(error)
    assert error.authentication_factors == [{"id": "auth_factor_01FVYZ5QM8N98T9ME5BCB2BBMJ", "type": "totp"}]


def check_organization_selection(error: Any) -> None:
    check_user(error)
    assert error.organizations == [
        {"id": "org_01H93RZAP85YGYZJXYPAZ9QTXF", "name": "Foo Corp"},
        {"id": "org_01H93S4E6GB5A8PFNKGTA4S42X", "name": "Bar Corp"},
    ]


def check_sso(error: Any) -> None:
    assert error.connection_ids == ["conn_01DRF1T7JN6GXS8KHS0WYWX1YD"]


def check_authentication_methods(error: Any) -> None:
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
    raises("email_verification_required", errors.EmailVerificationRequiredError, check_email_verification),
)
rows.documented(
    160,
    "the environment decides whether WorkOS sends the verification code",
    "user_management.authenticate_with_email_verification",
    "If the environment does not send verification emails, get the code",
)
rows.prose(161, "OAuth and SSO sign-ins can raise the same error", "The API decides which sign-ins raise this error.")
rows.add(162, "error mfa_enrollment", raises("mfa_enrollment", errors.MfaEnrollmentError, check_mfa_enrollment))
rows.add(163, "error mfa_challenge", raises("mfa_challenge", errors.MfaChallengeError, check_mfa_challenge))
rows.add(
    164,
    "error organization_selection_required",
    raises("organization_selection_required", errors.OrganizationSelectionRequiredError, check_organization_selection),
)
rows.add(165, "error sso_required", raises("sso_required", errors.SsoRequiredError, check_sso))


@rows.check(166, "sign in through the connection that sso_required names")
def _(sdk: SDK) -> None:
    error = sign_in_error(sdk, sample("errors/sso_required"), 400)
    url = sdk.client().user_management.get_authorization_url(
        redirect_uri="https://your-app.com/callback", connection_id=error.connection_ids[0]
    )
    assert parse_qs(urlsplit(url).query)["connection_id"] == ["conn_01DRF1T7JN6GXS8KHS0WYWX1YD"]


rows.add(
    167,
    "error organization_authentication_methods_required",
    raises(
        "organization_authentication_methods_required",
        errors.OrganizationAuthenticationMethodsRequiredError,
        check_authentication_methods,
    ),
)
