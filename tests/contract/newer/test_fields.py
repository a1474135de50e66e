"""Smaller facts: what only one client library knows, fields, redirect URIs, defaults and rate limits."""

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from workos_core import errors
from workos_core.auth.sessions.session_cookie import seal_session
from workos_core.auth.sessions.session_data import SessionData
from workos_core.auth.sign_in.redirect_uris import check_redirect_uri, redirect_uri_matches
from workos_core.serialization.unstructure import to_dict
from workos_core.webhooks import sign
from workos_emulator import Emulator
from workos_emulator.http import spec

from .live import LiveClient, open_url

CALLBACK = "http://localhost:3000/callback"
LIMITS: dict[str, Any] = spec.load().raw["x-rate-limits"]
METHOD_LIMITS = {operation.id: operation.raw.get("x-rate-limit", []) for operation in spec.load().operations.values()}
SCHEMAS: dict[str, Any] = spec.load().raw["components"]["schemas"]


def test_token_expiry_is_a_datetime(live: LiveClient) -> None:
    user = live("user_management.create_user", email="ada@example.com").id
    live("pipes.create_data_integration", provider="github", auth_methods=["oauth"])
    live(
        "pipes.create_user_connected_account",
        user,
        "github",
        access_token="t",
        expires_at="2026-03-01T01:00:00+01:00",
    )
    assert json.loads(live.requests[-1].content)["expires_at"] == "2026-03-01T00:00:00.000Z"
    token = live("pipes.get_access_token", "github", user_id=user)
    assert token.access_token.expires_at == datetime(2026, 3, 1, tzinfo=UTC)


def test_claim_nonce(live: LiveClient) -> None:
    url = live.client().user_management.get_authorization_url(
        redirect_uri=CALLBACK, provider="authkit", claim_nonce="n1"
    )
    assert parse_qs(urlsplit(url).query)["claim_nonce"] == ["n1"]
    assert _status_of(live.emulator, url) == 302


def _status_of(emulator: Emulator, url: str) -> Any:
    return open_url(emulator, url).status_code


def test_portal_links_for_admins_and_bookmarks(live: LiveClient) -> None:
    organization = live("organizations.create_organization", name="Acme")
    body = {
        "organization": organization.id,
        "intent": "sso",
        "admin_emails": ["it@example.com"],
        "intent_options": {"sso": {"bookmark_slug": "wiki", "provider_type": "GoogleSAML"}},
    }
    assert live("portal.generate_link", **body).startswith("http://localhost:4100/hosted/admin-portal?token=")
    assert json.loads(live.requests[-1].content) == body
    too_many = [f"a{number}@example.com" for number in range(21)]
    live.error(
        errors.UnprocessableEntityError, "portal.generate_link", organization=organization.id, admin_emails=too_many
    )


def test_custom_targets_of_flags(live: LiveClient, emulator: Emulator) -> None:
    emulator.seed.feature_flag("beta", custom_targets={"workspace": ["w1", "w2"]})
    emulator.seed.feature_flag("plain")
    flags = live("feature_flags.get_runtime_flags")
    assert [(t.type, t.id, t.enabled) for t in flags["beta"].targets.custom_targets] == [
        ("workspace", "w1", True),
        ("workspace", "w2", True),
    ]
    assert flags["plain"].targets.custom_targets is None
    runtime = live.client().feature_flags.runtime()
    live.run(runtime.refresh())
    assert runtime.is_enabled("beta", custom_targets={"workspace": "w1"})
    assert not runtime.is_enabled("beta", custom_targets={"workspace": "w3"})
    assert not runtime.is_enabled("beta", custom_targets={"team": "w1"})
    assert runtime.evaluate_all(custom_targets={"workspace": "w2"}) == {"beta": True, "plain": False}


def test_action_contexts_and_verdicts(live: LiveClient) -> None:
    actions = live.client().actions
    for context in (
        {"id": "a1", "object": "authentication_action_context", "user": {"object": "user", "id": "user_1"}},
        {
            "id": "a2",
            "object": "user_registration_action_context",
            "user_data": {"object": "user_data", "email": "ada@example.com", "first_name": "Ada", "last_name": "L"},
        },
    ):
        payload = json.dumps(context).encode()
        assert actions.construct_action(payload, sign(payload, "secret"), "secret") == context
    response = actions.sign_response("user_registration", "Deny", "secret", error_message="Not today.")
    assert response["object"] == "user_registration_action_response"
    assert response["payload"]["verdict"] == "Deny"
    assert response["payload"]["error_message"] == "Not today."


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
def test_wildcard_port_on_loopback(live: LiveClient, host: str) -> None:
    pattern = f"http://{host}:*/auth/callback"
    check_redirect_uri(pattern, environment="staging")
    for port in (":3000", ":65535", ""):
        assert redirect_uri_matches(pattern, f"http://{host}{port}/auth/callback")
    for uri in (
        f"https://{host}:3000/auth/callback",
        f"http://{host}:3000/other",
        pattern,
        "http://a.b:1/auth/callback",
    ):
        assert not redirect_uri_matches(pattern, uri)
    live("user_management.create_redirect_uri", uri=pattern)


def test_wildcard_port_elsewhere() -> None:
    for uri in ("https://example.com:*/callback", "https://*.example.com:*/callback"):
        with pytest.raises(errors.InvalidArgumentError, match="wildcard port"):
            check_redirect_uri(uri)
        assert not redirect_uri_matches(uri, "https://a.example.com:1/callback")


def test_the_emulator_accepts_a_registered_wildcard_port(live: LiveClient, emulator: Emulator) -> None:
    live("user_management.create_redirect_uri", uri="http://localhost:*/auth/callback")
    authorize = live.client().user_management.get_authorization_url
    good, bad = (f"http://localhost:4711/{path}" for path in ("auth/callback", "other"))
    assert _status_of(emulator, authorize(provider="authkit", redirect_uri=good)) == 302
    assert _status_of(emulator, authorize(provider="authkit", redirect_uri=bad)) == 400


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ("WaitlistUserEventData", "waitlist_id"),
        ("DataIntegrationInstallation", "user_id"),
        ("PipesConnectionFailedEventData", "account_identifier"),
    ],
)
def test_nullable_fields(schema: str, name: str) -> None:
    assert SCHEMAS[schema]["properties"][name]["type"] == ["string", "null"]


def test_previous_owner_of_a_flag() -> None:
    assert {"type": "null"} in SCHEMAS["FlagPreviousData"]["properties"]["owner"]["anyOf"]


def test_arguments_that_exclude_each_other(live: LiveClient) -> None:
    live.error(
        errors.InvalidArgumentError,
        "authorization.delete_group_role_assignments",
        "group_1",
        role_slug="lead",
        resource_id="r1",
        resource_external_id="x1",
        resource_type_slug="project",
    )
    live.error(
        errors.InvalidArgumentError,
        "pipes.update_data_integration",
        "github",
        credentials={"type": "custom"},
        api_key={"secret": "k"},
    )
    assert live.requests == []


def test_email_verification_is_on_in_a_new_environment(live: LiveClient, emulator: Emulator) -> None:
    live("user_management.create_user", email="ada@example.com", password="correct horse 42")
    arguments = {"email": "ada@example.com", "password": "correct horse 42"}
    live.error(errors.EmailVerificationRequiredError, "user_management.authenticate_with_password", **arguments)
    emulator.settings.email_verification_required = False
    assert live("user_management.authenticate_with_password", **arguments).user.email_verified is False


def test_limits_of_hosted_authkit_pages() -> None:
    used = {name for operation in METHOD_LIMITS.values() for name in operation}
    for name in ("sso_sign_in", "email_sign_in", "magic_auth_sign_in", "magic_auth_code"):
        assert "on the hosted AuthKit pages" in LIMITS[name]["description"]
        assert name not in used


def test_a_refreshed_session_can_be_used_at_once(live: LiveClient, emulator: Emulator) -> None:
    emulator.clock.freeze(datetime.now(UTC))
    live("user_management.create_user", email="ada@example.com", password="correct horse 42", email_verified=True)
    signed_in = live("user_management.authenticate_with_password", email="ada@example.com", password="correct horse 42")
    organization = live("organizations.create_organization", name="Acme")
    live(
        "user_management.create_organization_membership",
        user_id=signed_in.user.id,
        organization_id=organization.id,
    )
    password = "a cookie password of more than thirty-two characters"
    sealed = seal_session(SessionData.from_response(to_dict(signed_in)), password)

    async def use_async(client: Any) -> tuple[Any, Any, Any]:
        session = client.user_management.load_sealed_session(session_data=sealed, cookie_password=password)
        refreshed = await session.refresh(organization_id=organization.id)
        return refreshed, await refreshed.session.authenticate(), await refreshed.session.refresh()

    def use_sync(client: Any) -> tuple[Any, Any, Any]:
        session = client.user_management.load_sealed_session(session_data=sealed, cookie_password=password)
        refreshed = session.refresh(organization_id=organization.id)
        return refreshed, refreshed.session.authenticate(), refreshed.session.refresh()

    refreshed, authenticated, again = live(use_async if live.sdk.variant == "async" else use_sync)
    assert authenticated.organization_id == refreshed.organization_id == organization.id
    assert authenticated.access_token == refreshed.access_token
    assert again.authenticated is True
    assert again.refresh_token != refreshed.refresh_token
    assert refreshed.refresh_token not in repr(refreshed)


def test_resources_can_be_searched_by_name(live: LiveClient) -> None:
    organization = live("organizations.create_organization", name="Acme")
    for number, name in enumerate(("Quarterly report", "Annual Report", "Budget")):
        live(
            "authorization.create_resource",
            organization_id=organization.id,
            resource_type_slug="document",
            external_id=f"d{number}",
            name=name,
        )
    found = live("authorization.list_resources", organization_id=organization.id, search="report", order="asc")
    assert [resource.name for resource in found.data if resource.resource_type_slug == "document"] == [
        "Quarterly report",
        "Annual Report",
    ]


def test_lifetime_of_passwordless_links(live: LiveClient) -> None:
    arguments = {"email": "ada@example.com"}
    for seconds in (900, 86_400):
        live("passwordless.create_session", expires_in=seconds, **arguments)
    for seconds in (899, 86_401):
        live.error(errors.UnprocessableEntityError, "passwordless.create_session", expires_in=seconds, **arguments)


@pytest.mark.parametrize(
    ("method", "page"),
    [
        ("password", "authentication/password"),
        ("code", "authentication/code"),
        ("refresh_token", "authentication/refresh-token"),
        ("totp", "authentication/totp"),
        ("device_code", "cli-auth/device-code"),
        ("radar_sms_challenge", "authentication"),
    ],
)
def test_each_grant_links_its_page(live: LiveClient, method: str, page: str) -> None:
    docstring = str(live.sdk.method(f"user_management.authenticate_with_{method}").__doc__)
    assert f"See https://workos.com/docs/reference/authkit/{page}\n" in docstring
