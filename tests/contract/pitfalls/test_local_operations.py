"""Values that the SDK creates or verifies locally: sealed sessions, webhook signatures, Vault envelopes."""

from typing import Any

import pytest

from workos_core.auth.sealing.iron import seal, unseal
from workos_core.vault.envelope import decrypt, encrypt
from workos_core.webhooks.signatures import SignatureVerificationError, construct_event, sign

from ..bodies import USER
from ..sdk import SDK, StubResponse
from .support import pitfall


@pitfall("10.1")
def test_sessions_are_sealed_like_the_node_sdk_does(sdk: SDK) -> None:
    sealed = seal({"accessToken": "a"}, "x" * 32)
    assert sealed.startswith("Fe26.2*")
    assert sealed.endswith("~2")
    assert unseal(sealed, "x" * 32) == {"accessToken": "a"}


@pitfall("10.2")
def test_the_cookie_password_is_read_from_the_environment(sdk: SDK) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKOS_COOKIE_PASSWORD", "y" * 32)
        session = sdk.client().user_management.load_sealed_session(session_data="malformed")
        assert "y" * 32 not in repr(session)


@pitfall("10.3")
def test_a_jwks_failure_is_retryable_and_does_not_sign_out(sdk: SDK) -> None:
    token = "eyJhbGciOiJSUzI1NiIsImtpZCI6ImsifQ.eyJleHAiOjk5OTk5OTk5OTl9.c2ln"
    cookie = seal({"accessToken": token, "refreshToken": "r", "user": USER}, "x" * 32)

    def authenticate(client: Any) -> Any:
        return client.user_management.load_sealed_session(session_data=cookie, cookie_password="x" * 32).authenticate()

    result = sdk.call(authenticate, responses=[StubResponse({}, 503)]).result
    assert (result.authenticated, result.retryable) == (False, True)


@pitfall("10.4")
def test_failure_reasons_are_strings(sdk: SDK) -> None:
    def authenticate(client: Any) -> Any:
        return client.user_management.load_sealed_session(session_data="", cookie_password="x" * 32).authenticate()

    result = sdk.call(authenticate).result
    assert (result.authenticated, result.reason) == (False, "no_session_cookie_provided")


@pitfall("10.5")
def test_webhook_signatures_are_parsed_with_or_without_spaces(sdk: SDK) -> None:
    payload = b'{"id": "event_1", "event": "never.seen", "data": {}}'
    header = sign(payload, "secret", now=1000)
    for text in (header, header.replace(", ", ","), ", ".join(reversed(header.split(", ")))):
        assert construct_event(payload, text, "secret", now=1000).id == "event_1"
    for now in (1000 + 181, 1000 - 181):
        with pytest.raises(SignatureVerificationError):
            construct_event(payload, header, "secret", now=now)


@pitfall("10.6")
def test_vault_values_have_the_layout_of_the_official_sdks(sdk: SDK) -> None:
    blob = encrypt("text", b"k" * 32, b"encrypted keys")
    assert decrypt(blob, b"k" * 32) == "text"
