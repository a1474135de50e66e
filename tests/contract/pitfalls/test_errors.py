"""Error responses."""

from typing import Any

import pytest

from workos_core import errors
from workos_core.http.retry_policy import AttemptOutcome, RetryPolicy, delay_before_retry

from ..sdk import SDK, StubResponse
from .support import METHODS, operations, pitfall


def error_of(sdk: SDK, status: int, body: Any) -> Any:
    with pytest.raises(errors.APIError) as caught:
        sdk.call("organizations.get_organization", "org_1", responses=[StubResponse(body, status)])
    return caught.value


@pitfall("8.1")
def test_all_forms_of_error_bodies_are_parsed(sdk: SDK) -> None:
    for body, message, code, error in (
        ({"message": "M"}, "M", None, None),
        ({"code": "c", "message": "M"}, "M", "c", None),
        ({"error": "e", "error_description": "D"}, "D", None, "e"),
        ({"message": "M", "errors": [{"code": "x"}]}, "M", None, None),
        ({"error": "E"}, "E", None, "E"),
        ({"message": ["one", "two"], "error": "Bad Request"}, "one", None, "Bad Request"),
        ({"message": "M", "code": "c", "statusCode": 400}, "M", "c", None),
    ):
        exception = error_of(sdk, 400, body)
        assert message in exception.message
        assert (exception.code, exception.error, exception.body) == (code, error, body)


@pitfall("8.2")
def test_all_forms_of_error_details_are_preserved(sdk: SDK) -> None:
    details = [
        {"field": "f", "code": "c"},
        {"code": "c", "message": "m"},
        {"instancePath": "/a"},
        {"property": "p", "constraints": {"x": "y"}},
        "text",
    ]
    assert error_of(sdk, 422, {"message": "M", "errors": details}).errors == details


@pitfall("8.3")
def test_error_codes_are_documented_and_unknown_ones_preserved(sdk: SDK) -> None:
    codes = {
        code
        for operation in operations().values()
        for codes_of_status in operation.get("x-error-codes", {}).values()
        for code in codes_of_status
    }
    assert len(codes) >= 104
    assert error_of(sdk, 400, {"code": "never_seen", "message": "M"}).code == "never_seen"


def test_each_authentication_method_documents_its_error_codes() -> None:
    for name in ("password", "code", "refresh_token", "totp", "device_code"):
        codes = {
            code
            for codes_of_status in METHODS[f"user_management.authenticate_with_{name}"].error_codes.values()
            for code in codes_of_status
        }
        assert ("invalid_credentials" in codes) is (name == "password")
        assert ("slow_down" in codes) is (name == "device_code")
        assert ("invalid_pending_authentication_token" in codes) is (name == "totp")
        assert ("invalid_grant" in codes) is (name in ("code", "refresh_token", "device_code"))
        assert "invalid_client" in codes


@pitfall("8.4")
def test_sign_in_errors_are_recognized_by_code_or_error_for_any_status(sdk: SDK) -> None:
    for reason, kind in (
        ("mfa_enrollment", errors.MfaEnrollmentError),
        ("mfa_challenge", errors.MfaChallengeError),
        ("sso_required", errors.SsoRequiredError),
        ("organization_authentication_methods_required", errors.OrganizationAuthenticationMethodsRequiredError),
        ("organization_selection_required", errors.OrganizationSelectionRequiredError),
        ("email_verification_required", errors.EmailVerificationRequiredError),
    ):
        for status in (400, 403):
            for key in ("code", "error"):
                error = error_of(
                    sdk, status, {key: reason, "pending_authentication_token": "p", "connection_ids": ["conn_1"]}
                )
                assert type(error) is kind
                assert error.pending_authentication_token == "p"


@pitfall("8.5")
def test_radar_challenges_are_recognized_by_every_name(sdk: SDK) -> None:
    for reason in (
        "radar_challenge",
        "radar_sign_up_challenge",
        "radar_sms_sign_in_challenge",
        "radar_email_challenge",
        "radar_sms_challenge",
    ):
        assert type(error_of(sdk, 403, {"code": reason})) is errors.RadarChallengeError, reason


@pitfall("8.6")
def test_unknown_fields_of_an_error_are_preserved(sdk: SDK) -> None:
    body = {"code": "new_step", "pending_authentication_token": "p", "something": {"a": 1}}
    assert error_of(sdk, 403, body).body == body


@pitfall("8.7")
def test_device_flow_errors_are_not_retried(sdk: SDK) -> None:
    for reason in ("authorization_pending", "slow_down"):
        response = StubResponse({"error": reason, "error_description": "Wait."}, 400)
        error = sdk.expect_error(
            errors.BadRequestError,
            "user_management.authenticate_with_device_code",
            device_code="d",
            responses=[response],
            settings={"max_retries": 3},
        )
        assert (error.error, error.attempts) == (reason, 1)


@pitfall("8.8")
def test_single_use_codes_are_sent_once(sdk: SDK) -> None:
    for name, arguments in (
        ("user_management.authenticate_with_code", {"code": "c"}),
        ("user_management.authenticate_with_refresh_token", {"refresh_token": "r"}),
    ):
        error = sdk.expect_error(
            errors.ServerError, name, responses=[StubResponse({}, 502)], settings={"max_retries": 3}, **arguments
        )
        assert error.attempts == 1
    delay = delay_before_retry(RetryPolicy(), 1, AttemptOutcome(429, 7.0), idempotent=False)
    assert delay is not None
    assert delay >= 7


@pitfall("8.9")
def test_a_proxy_error_page_keeps_status_body_and_request_id(sdk: SDK) -> None:
    response = StubResponse("<html>Bad gateway</html>", 502, {"x-request-id": "req_1"})
    error = sdk.expect_error(errors.ServerError, "organizations.get_organization", "org_1", responses=[response])
    assert (error.status, error.body, error.request_id) == (502, "<html>Bad gateway</html>", "req_1")
