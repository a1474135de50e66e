"""Errors of sign-ins: `except AuthenticationFlowError` catches at least what it catches in the official SDK."""

import json
from typing import Any

import httpx
import pytest

pytest.importorskip("workos", reason="the official SDK is not installed: nox -s official runs this")

import workos_sync
from tests.contract.pitfalls.support import operations
from workos_core.errors import APIError, AuthenticationFlowError

# Steps of a sign-in that the official SDK reports as another error.
MORE = {
    "application_consent_required",
    "email_completion_required",
    "mfa_verification",
    "radar_sms_sign_in_challenge",
}


def sign_in_codes() -> set[str]:
    """Return every code that an operation documents, and the other spellings of client libraries."""
    codes = {
        code
        for operation in operations().values()
        for documented in operation.get("x-error-codes", {}).values()
        for code in documented
    }
    return codes | {"mfa_verification", "radar_email_challenge", "radar_sms_challenge"}


def is_flow_error_here(body: Any, status: int) -> bool:
    transport = httpx.MockTransport(lambda request: httpx.Response(status, json=body))
    with workos_sync.WorkOS("sk_1", client_id="client_1", transport=transport, max_retries=0) as workos:
        try:
            workos.user_management.authenticate_with_code(code="c")
        except APIError as error:
            return isinstance(error, AuthenticationFlowError)
    raise AssertionError("no error was raised")


def is_flow_error_there(emulator: Any, official: Any, body: Any, status: int) -> bool:
    from workos._errors import APIError as OfficialAPIError
    from workos._errors import AuthenticationFlowError as OfficialFlowError

    emulator.faults.add(status=status, body=body)
    try:
        official.user_management.authenticate_with_code(code="c")
    except OfficialFlowError:
        return True
    except OfficialAPIError:
        return False
    raise AssertionError(f"no error was raised for {json.dumps(body)}")


def test_authentication_flow_error_catches_what_it_catches_in_the_official_sdk(emulator: Any, official: Any) -> None:
    here: set[str] = set()
    there: set[str] = set()
    for code in sorted(sign_in_codes()):
        for body in ({"code": code, "message": "M"}, {"error": code, "error_description": "D"}):
            if is_flow_error_here(body, 403):
                here.add(code)
            if is_flow_error_there(emulator, official, body, 403):
                there.add(code)
    assert len(there) >= 13
    assert here - there == MORE
    assert there - here == set()
