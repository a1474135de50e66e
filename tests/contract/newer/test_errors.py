"""Errors of sign-ins, and the error codes that were added."""

from typing import Any

import pytest

from workos_core import errors
from workos_core.auth.sign_in.callback import AUTHORIZATION_ERROR_CODES
from workos_emulator import Emulator

from ..pitfalls.support import METHODS, operations
from .live import LiveClient

FLOW_ERRORS = {
    "authentication_method_not_allowed": errors.AuthenticationMethodNotAllowedError,
    "email_completion_required": errors.EmailCompletionRequiredError,
    "email_password_auth_disabled": errors.EmailPasswordAuthDisabledError,
    "email_verification_required": errors.EmailVerificationRequiredError,
    "mfa_challenge": errors.MfaChallengeError,
    "mfa_enrollment": errors.MfaEnrollmentError,
    "organization_authentication_methods_required": errors.OrganizationAuthenticationMethodsRequiredError,
    "organization_selection_required": errors.OrganizationSelectionRequiredError,
    "passkey_progressive_enrollment": errors.PasskeyProgressiveEnrollmentError,
    "radar_challenge": errors.RadarChallengeError,
    "radar_email_challenge": errors.RadarChallengeError,
    "radar_sign_up_challenge": errors.RadarChallengeError,
    "radar_sms_challenge": errors.RadarChallengeError,
    "sso_required": errors.SsoRequiredError,
}
# Each code with the operations that return it.
CODES: dict[str, tuple[str, ...]] = {
    "account_selection_required": ("getUserConnectedAccount", "getDataIntegrationAccessToken"),
    "action_denied": ("authenticate",),
    "connected_account_limit_reached": ("createUserConnectedAccount", "finishDataIntegrationConnection"),
    "connection_could_not_be_verified": ("createDataIntegrationApiKey", "updateDataIntegrationClientCredentials"),
    "connection_type_not_updatable": ("updateConnection",),
    "directory_sync_rate_limited": ("syncDirectory",),
    "email_completion_required": ("authenticate",),
    "idp_metadata_fetch_failed": ("createConnection", "updateConnection"),
    "invalid_idp_sso_url": ("createConnection", "updateConnection"),
    "invalid_refresh_token": ("createAgentBlueprintToken", "createUserConnectedAccount"),
    "policy_denied": ("authenticate",),
    "rate_limit_exceeded": ("authenticate",),
    "sms_challenge_quota_reached": ("createRadarChallenge",),
    "sms_challenge_rate_limited": ("createRadarChallenge",),
    "too_many_failed_verification_attempts": ("authenticate",),
}


@pytest.mark.parametrize("code", FLOW_ERRORS)
def test_authentication_flow_errors(live: LiveClient, emulator: Emulator, code: str) -> None:
    for body in ({"code": code, "message": "M"}, {"error": code, "error_description": "D"}):
        emulator.faults.add(status=403, body=body)
        error = live.error(FLOW_ERRORS[code], "user_management.authenticate_with_code", code="c")
        assert isinstance(error, errors.AuthenticationFlowError)
        assert getattr(live.sdk.package, type(error).__name__) is type(error)


def test_disabled_methods_are_authentication_flow_errors(live: LiveClient, emulator: Emulator) -> None:
    live("user_management.create_user", email="ada@example.com", password="correct horse 42")
    emulator.settings.password_enabled = emulator.settings.magic_auth_enabled = False
    method = "user_management.authenticate_with_password"
    live.error(errors.EmailPasswordAuthDisabledError, method, email="ada@example.com", password="correct horse 42")
    method = "user_management.authenticate_with_magic_auth"
    live.error(errors.AuthenticationMethodNotAllowedError, method, email="ada@example.com", code="123456")


@pytest.mark.parametrize("code", CODES)
def test_codes_are_documented_for_their_operations(code: str) -> None:
    by_id: dict[str, Any] = {operation["operationId"]: operation for operation in operations().values()}
    for name in CODES[code]:
        documented = [item for codes in by_id[name]["x-error-codes"].values() for item in codes]
        assert code in documented
    methods = [method for method in METHODS.values() if any(code in codes for codes in method.error_codes.values())]
    assert methods


def test_an_account_must_be_selected(live: LiveClient) -> None:
    user = live("user_management.create_user", email="ada@example.com").id
    live("pipes.create_data_integration", provider="github", auth_methods=["oauth"])
    for _ in range(2):
        live("pipes.create_user_connected_account", user, "github", access_token="t", connection_intent="add")
    error = live.error(
        errors.ConflictError, "pipes.get_user_connected_account", user, "github", supports_multiple_connections=True
    )
    assert (error.status, error.code) == (409, "account_selection_required")


def test_a_directory_can_be_synced_once_at_a_time(live: LiveClient, emulator: Emulator) -> None:
    organization = live("organizations.create_organization", name="Acme")
    directory = emulator.seed.directory(organization.id)
    body = {"code": "directory_sync_rate_limited", "message": "M", "retry_after_seconds": 60}
    emulator.faults.add(status=429, body=body)
    error = live.error(errors.RateLimitExceededError, "directory_sync.sync_directory", directory["id"])
    assert (error.code, error.details["retry_after_seconds"]) == ("directory_sync_rate_limited", 60)


def test_authorization_error_codes() -> None:
    assert {
        "connection_domain_invalid",
        "domain_connection_selector_not_allowed",
        "idp_initiated_sso_disabled",
        "profile_not_allowed_outside_organization",
        "signin_consent_denied",
    } <= {*AUTHORIZATION_ERROR_CODES}
