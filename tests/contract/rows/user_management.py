"""Items 168 to 230: Magic Auth, authentication factors, passwords, memberships, invitations, sign-out, CLI Auth, API keys."""

import json
from typing import Any, get_args

from workos_core import errors, models

from ..bodies import (
    API_KEY,
    CHALLENGE,
    DEVICE,
    EMAIL_VERIFICATION,
    EVENT,
    INVITATION,
    LISTED_FACTOR,
    MAGIC_AUTH,
    MEMBERSHIP,
    PASSWORD_RESET,
    SIGNED_IN,
    USER,
    USER_FACTOR,
    page,
    sample,
)
from ..sdk import CLIENT_ID, SDK, StubResponse
from . import tokens
from .base import Listed, Table

rows = Table()
UM = "/user_management"

# Magic Auth

rows.documented(
    168,
    "Magic Auth is a six-digit one-time code",
    "user_management.create_magic_auth",
    "six digits",
    "can be used only once",
)
rows.object(169, "Magic Auth code", "magic_auth", models.MagicAuth, "user_management.get_magic_auth", ("magic_auth_1",))
rows.call(
    170,
    "get a Magic Auth code",
    "user_management.get_magic_auth",
    ("magic_auth_1",),
    {},
    f"GET {UM}/magic_auth/magic_auth_1",
    models.MagicAuth,
    MAGIC_AUTH,
)
rows.call(
    171,
    "create a Magic Auth code",
    "user_management.create_magic_auth",
    (),
    {"email": "marcelina@example.com"},
    f"POST {UM}/magic_auth",
    models.MagicAuth,
    {**MAGIC_AUTH, "radar_auth_attempt_id": "radar_att_1"},
    body={"email": "marcelina@example.com"},
    status=201,
)
rows.documented(
    172, "Magic Auth codes expire after ten minutes", "user_management.create_magic_auth", "valid for ten minutes"
)

# Authentication factors of a user

rows.object(
    173,
    "authentication factor of a user",
    "user_auth_factor",
    models.EnrolledAuthenticationFactor,
    "user_management.enroll_auth_factor",
    ("user_1",),
    envelope=lambda data: {"authentication_factor": data, "authentication_challenge": CHALLENGE},
    pick=lambda result: result.authentication_factor,
)
rows.object(
    174,
    "authentication challenge of a user",
    "user_auth_challenge",
    models.AuthenticationChallenge,
    "user_management.enroll_auth_factor",
    ("user_1",),
    envelope=lambda data: {"authentication_factor": USER_FACTOR, "authentication_challenge": data},
    pick=lambda result: result.authentication_challenge,
)
rows.call(
    175,
    "enroll an authentication factor of a user",
    "user_management.enroll_auth_factor",
    ("user_1",),
    {"totp_issuer": "WorkOS", "totp_user": "bob@example.com"},
    f"POST {UM}/users/user_1/auth_factors",
    models.AuthFactorEnrollment,
    {"authentication_factor": USER_FACTOR, "authentication_challenge": CHALLENGE},
    body={"type": "totp", "totp_issuer": "WorkOS", "totp_user": "bob@example.com"},
    status=201,
)
rows.call(
    176,
    "list the authentication factors of a user",
    "user_management.list_auth_factors",
    ("user_1",),
    {},
    f"GET {UM}/users/user_1/auth_factors",
    Listed(models.AuthenticationFactor),
    LISTED_FACTOR,
)

# Email verification and passwords

rows.prose(
    177, "some sign-ins verify the email address", "WorkOS does this itself; requests and responses are the same."
)
rows.object(
    178,
    "email verification",
    "email_verification",
    models.EmailVerification,
    "user_management.get_email_verification",
    ("email_verification_1",),
)
rows.call(
    179,
    "get an email verification",
    "user_management.get_email_verification",
    ("email_verification_1",),
    {},
    f"GET {UM}/email_verification/email_verification_1",
    models.EmailVerification,
    EMAIL_VERIFICATION,
)
rows.documented(
    180, "a new password ends all sessions", "user_management.reset_password", "All sessions of the user end"
)
rows.object(
    181,
    "password reset",
    "password_reset",
    models.PasswordReset,
    "user_management.get_password_reset",
    ("password_reset_1",),
)
rows.call(
    182,
    "get a password reset",
    "user_management.get_password_reset",
    ("password_reset_1",),
    {},
    f"GET {UM}/password_reset/password_reset_1",
    models.PasswordReset,
    PASSWORD_RESET,
)
rows.call(
    183,
    "create a password reset",
    "user_management.create_password_reset",
    (),
    {"email": "marcelina@example.com"},
    f"POST {UM}/password_reset",
    models.PasswordReset,
    PASSWORD_RESET,
    body={"email": "marcelina@example.com"},
    status=201,
)
rows.call(
    184,
    "reset a password",
    "user_management.reset_password",
    (),
    {"token": "stpIJ48IFJt0HhSIqjf8eppe0", "new_password": "i8uv6g34kd490s"},
    f"POST {UM}/password_reset/confirm",
    models.User,
    {"user": USER},
    body={"token": "stpIJ48IFJt0HhSIqjf8eppe0", "new_password": "i8uv6g34kd490s"},
    result_property="user",
)
rows.documented(
    185,
    "a new password verifies the email address",
    "user_management.reset_password",
    "the user's email address counts as verified",
)

# Organization memberships

rows.object(
    186,
    "organization membership",
    "organization_membership",
    models.OrganizationMembership,
    "user_management.get_organization_membership",
    ("om_1",),
)
MEMBERSHIPS = f"{UM}/organization_memberships"


def membership(
    number: int, name: str, method: str, request: str, *args: str, body: Any = None, **arguments: Any
) -> None:
    expected_body = {} if body is None else {"body": body}
    rows.call(
        number,
        name,
        f"user_management.{method}",
        args,
        arguments,
        request,
        models.OrganizationMembership,
        MEMBERSHIP,
        **expected_body,
    )


membership(187, "get a membership", "get_organization_membership", f"GET {MEMBERSHIPS}/om_1", "om_1")
rows.call(
    188,
    "list memberships",
    "user_management.list_organization_memberships",
    (),
    {"user_id": "user_1"},
    f"GET {MEMBERSHIPS}?user_id=user_1",
    Listed(models.OrganizationMembership),
    MEMBERSHIP,
)


@rows.check(189, "list the memberships of a user or an organization")
def _(sdk: SDK) -> None:
    method = "user_management.list_organization_memberships"
    for arguments in (
        {"user_id": "user_1"},
        {"organization_id": "org_1"},
        {"user_id": "user_1", "organization_id": "org_1"},
    ):
        assert len(sdk.call(method, responses=[page(MEMBERSHIP)], **arguments).result.data) == 1
    sdk.expect_error(errors.InvalidArgumentError, method)


@rows.check(190, "list memberships by status")
def _(sdk: SDK) -> None:
    method = "user_management.list_organization_memberships"
    call = sdk.call(method, user_id="user_1", statuses=["active", "pending"], responses=[page(MEMBERSHIP)])
    assert call.request.url.params.get_list("statuses") == ["active,pending"]
    assert "Only active memberships are listed unless you pass `statuses`." in " ".join(
        sdk.method(method).__doc__.split()
    )


membership(
    191,
    "create a membership",
    "create_organization_membership",
    f"POST {MEMBERSHIPS}",
    organization_id="org_1",
    user_id="user_1",
    role_slug="admin",
    body={"organization_id": "org_1", "user_id": "user_1", "role_slug": "admin"},
)
rows.documented(
    192,
    "creating a membership reactivates an inactive one",
    "user_management.create_organization_membership",
    "If the user already has an inactive membership in the organization, it is reactivated",
)
membership(
    193,
    "update a membership",
    "update_organization_membership",
    f"PUT {MEMBERSHIPS}/om_1",
    "om_1",
    role_slug="admin",
    body={"role_slug": "admin"},
)
rows.call(
    194,
    "delete a membership",
    "user_management.delete_organization_membership",
    ("om_1",),
    {},
    f"DELETE {MEMBERSHIPS}/om_1",
    None,
)
membership(
    195, "deactivate a membership", "deactivate_organization_membership", f"PUT {MEMBERSHIPS}/om_1/deactivate", "om_1"
)


def emits_updated(method: str, status: str) -> Any:
    """Check that the event has its own class and that the docstring of the method names it."""

    def check(sdk: SDK) -> None:
        event = {**EVENT, "event": "organization_membership.updated", "data": {**MEMBERSHIP, "status": status}}
        call = sdk.call("events.list_events", events=[event["event"]], responses=[page(event)])
        assert type(call.result.data[0]) is models.OrganizationMembershipUpdatedEvent
        assert call.result.data[0].data.status == status
        assert f"`{event['event']}`" in sdk.method(f"user_management.{method}").__doc__

    return check


rows.add(196, "deactivation emits an event", emits_updated("deactivate_organization_membership", "inactive"))
rows.documented(
    197,
    "deactivate an inactive or pending membership",
    "user_management.deactivate_organization_membership",
    "Deactivating an inactive membership has no effect and emits no event",
    "Deactivating a pending membership is rejected; delete it instead",
    "`cannot_deactivate_pending_organization_membership`",
)
membership(
    198, "reactivate a membership", "reactivate_organization_membership", f"PUT {MEMBERSHIPS}/om_1/reactivate", "om_1"
)
rows.add(199, "reactivation emits an event", emits_updated("reactivate_organization_membership", "active"))
rows.documented(
    200,
    "reactivate an active or pending membership",
    "user_management.reactivate_organization_membership",
    "Reactivating an active membership has no effect and emits no event",
    "Reactivating a pending membership is rejected, because the user must accept the invitation",
    "`cannot_reactivate_pending_organization_membership`",
)

# Invitations

rows.documented(
    201,
    "accepting an invitation creates the user and the membership",
    "user_management.send_invitation",
    "When the invitation is accepted, the user is created if necessary, and with `organization_id` also the membership",
)
rows.object(202, "invitation", "invitation", models.Invitation, "user_management.get_invitation", ("invitation_1",))


def invitation(number: int, name: str, method: str, request: str, *args: str, **kwargs: Any) -> None:
    rows.call(
        number,
        name,
        f"user_management.{method}",
        args,
        kwargs.pop("arguments", {}),
        request,
        models.Invitation,
        INVITATION,
        **kwargs,
    )


invitation(203, "get an invitation", "get_invitation", f"GET {UM}/invitations/invitation_1", "invitation_1")
invitation(
    204, "find an invitation by its token", "find_invitation_by_token", f"GET {UM}/invitations/by_token/Z%2F1", "Z/1"
)
rows.call(
    205,
    "list invitations",
    "user_management.list_invitations",
    (),
    {"organization_id": "org_123456789", "email": "a@example.com"},
    f"GET {UM}/invitations?organization_id=org_123456789&email=a%40example.com",
    Listed(models.Invitation),
    INVITATION,
)
invitation(
    206,
    "send an invitation",
    "send_invitation",
    f"POST {UM}/invitations",
    arguments={"email": "marcelina@example.com"},
    body={"email": "marcelina@example.com"},
    status=201,
)
invitation(
    207,
    "resend an invitation",
    "resend_invitation",
    f"POST {UM}/invitations/invitation_1/resend",
    "invitation_1",
    body={},
)
invitation(
    208, "accept an invitation", "accept_invitation", f"POST {UM}/invitations/invitation_1/accept", "invitation_1"
)


@rows.check(209, "a sign-in can accept an invitation")
def _(sdk: SDK) -> None:
    for method, arguments in (
        ("authenticate_with_code", {"code": "c"}),
        ("authenticate_with_password", {"email": "a@example.com", "password": "p"}),
        ("authenticate_with_magic_auth", {"email": "a@example.com", "code": "123456"}),
    ):
        call = sdk.call(f"user_management.{method}", **arguments, invitation_token="Z1uX", responses=[SIGNED_IN])
        assert call.request_body["invitation_token"] == "Z1uX"


rows.documented(
    210,
    "check the recipient before accepting an invitation",
    "user_management.accept_invitation",
    "First check that the invitation was sent to the user's email address.",
)
invitation(
    211, "revoke an invitation", "revoke_invitation", f"POST {UM}/invitations/invitation_1/revoke", "invitation_1"
)

# Sign-out


@rows.check(212, "logout URL")
def _(sdk: SDK) -> None:
    url = sdk.client().user_management.get_logout_url
    base = "https://api.workos.com/user_management/sessions/logout?session_id=session_1"
    assert url(session_id="session_1") == base
    assert url(session_id="session_1", return_to="https://your-app.com/signed-out") == (
        f"{base}&return_to=https%3A%2F%2Fyour-app.com%2Fsigned-out"
    )


@rows.check(213, "logout URL of a session cookie")
def _(sdk: SDK) -> None:
    users = sdk.client().user_management
    arguments = {"session_data": tokens.cookie(), "cookie_password": tokens.PASSWORD}
    assert users.get_logout_url_from_session_cookie(**arguments) == users.get_logout_url(
        session_id="session_01HQSXZGF8FHF7A9ZZFCW4387R"
    )


# CLI Auth


@rows.check(214, "CLI Auth is the OAuth device flow")
def _(sdk: SDK) -> None:
    device = sdk.call("user_management.create_device_authorization", responses=[DEVICE]).result
    call = sdk.call(
        "user_management.authenticate_with_device_code", device_code=device.device_code, responses=[SIGNED_IN]
    )
    assert call.request_body["device_code"] == DEVICE["device_code"]
    assert call.request_body["grant_type"] == "urn:ietf:params:oauth:grant-type:device_code"


rows.call(
    215,
    "request a device code",
    "user_management.create_device_authorization",
    (),
    {},
    f"POST {UM}/authorize/device",
    models.DeviceAuthorization,
    DEVICE,
    body={"client_id": CLIENT_ID},
    credentials="none",
)
rows.call(
    216,
    "authenticate with a device code",
    "user_management.authenticate_with_device_code",
    (),
    {"device_code": DEVICE["device_code"]},
    f"POST {UM}/authenticate",
    models.AuthenticationResponse,
    SIGNED_IN,
    body={
        "client_id": CLIENT_ID,
        "grant_type": "urn:ietf:params:oauth:grant-type:device_code",
        "device_code": DEVICE["device_code"],
    },
    credentials="none",
)


@rows.check(217, "poll until the user has decided")
def _(sdk: SDK) -> None:
    pending = StubResponse({"error": "authorization_pending", "error_description": "Not yet."}, 400)
    call = sdk.call(
        "user_management.poll_device_code", DEVICE["device_code"], interval=0, responses=[pending, pending, SIGNED_IN]
    )
    assert [json.loads(request.content)["device_code"] for request in call.requests] == [DEVICE["device_code"]] * 3
    assert call.result.access_token == SIGNED_IN["access_token"]


def device_error(code: str) -> Any:
    """Check that the error has the code and is not retried: whether to keep polling depends on the code, not on the status."""

    def check(sdk: SDK) -> None:
        error = sdk.expect_error(
            errors.BadRequestError,
            "user_management.authenticate_with_device_code",
            device_code="d",
            responses=[StubResponse({"error": code, "error_description": "Some text."}, 400)],
            settings={"max_retries": 3},
        )
        assert (error.error, error.message, error.attempts) == (code, "Some text.", 1)

    return check


for number, code in enumerate(
    (
        "authorization_pending",
        "slow_down",
        "access_denied",
        "expired_token",
        "invalid_request",
        "invalid_client",
        "invalid_grant",
        "unsupported_grant_type",
    ),
    start=218,
):
    rows.add(number, f"device error {code}", device_error(code))


@rows.check(226, "device errors are OAuth errors with status 400")
def _(sdk: SDK) -> None:
    body = sample("errors/authorization_pending")
    error = sdk.expect_error(
        errors.BadRequestError,
        "user_management.authenticate_with_device_code",
        device_code="d",
        responses=[StubResponse(body, 400)],
    )
    assert (error.status, error.error, error.message, error.code) == (
        400,
        body["error"],
        body["error_description"],
        None,
    )


# API keys for your customers

rows.documented(227, "API keys for your customers", "api_keys", "API keys that your customers create to call your API")
rows.object(
    228,
    "API key",
    "api_key",
    models.ApiKey,
    "api_keys.validate_api_key",
    (),
    {"value": "sk_abcdefghijklmnop123456"},
    envelope=lambda data: {"api_key": data},
    pick=lambda result: result.api_key,
)
rows.call(
    229,
    "validate an API key",
    "api_keys.validate_api_key",
    (),
    {"value": "sk_abcdefghijklmnop123456"},
    "POST /api_keys/validations",
    models.ApiKeyValidation,
    {"api_key": API_KEY},
    body={"value": "sk_abcdefghijklmnop123456"},
)


@rows.check(230, "validating an invalid API key raises no error")
def _(sdk: SDK) -> None:
    assert sdk.call("api_keys.validate_api_key", value="unknown", responses=[{"api_key": None}]).result.api_key is None
    assert type(None) in get_args(models.ApiKeyValidation.__annotations__["api_key"])
