# Generated from tests/async_/test_bearer.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Bearer authentication with access tokens and API keys, and requirements for both."""

from datetime import timedelta

import httpx
import pytest

from workos_core.auth.identity import requirements
from workos_emulator import Emulator
from workos_sync import (
    Authenticated,
    AuthenticatedUser,
    Identity,
    InvalidArgumentError,
    NotAuthenticated,
    SignIn,
    WorkOS,
)
from workos_sync._auth.api_key_cache import INVALID_TTL, VALID_TTL, APIKeyCache

CALLBACK = "http://localhost:3000/callback"
COOKIE_PASSWORD = "a cookie password of more than thirty-two characters"
PASSWORD = "correct horse battery 1"


@pytest.fixture
def sign_in(workos: WorkOS) -> SignIn:
    return SignIn(workos, redirect_uri=CALLBACK, cookie_password=COOKIE_PASSWORD)


def test_access_tokens(sign_in: SignIn, workos: WorkOS, emulator: Emulator) -> None:
    user = workos.user_management.create_user(email="ada@example.com", password=PASSWORD, email_verified=True)
    organization = workos.organizations.create_organization(name="Acme")
    workos.user_management.create_organization_membership(user_id=user.id, organization_id=organization.id)
    response = workos.user_management.authenticate_with_password(email=user.email, password=PASSWORD)
    token = response.access_token
    result = sign_in.authenticate({}, authorization=f"bearer  {token}")
    assert isinstance(result, Authenticated)
    identity = result.identity
    assert (identity.kind, identity.user_id, identity.organization_id) == ("access_token", user.id, organization.id)
    assert token not in repr(result)
    assert requirements.user().is_satisfied_by(identity)
    assert requirements.role("member").is_satisfied_by(identity)
    assert not requirements.role("admin").is_satisfied_by(identity)
    emulator.requests.clear()
    forged = sign_in.authenticate({}, authorization=f"Bearer {token[:-6]}AAAAAA")
    assert isinstance(forged, NotAuthenticated)
    assert (forged.reason, forged.retryable, len(emulator.requests)) == ("invalid_jwt", False, 0)


def test_expired_access_token_is_rejected(sign_in: SignIn, workos: WorkOS, emulator: Emulator) -> None:
    emulator.settings.access_token_lifetime = timedelta(seconds=-90)
    workos.user_management.create_user(email="ada@example.com", password=PASSWORD, email_verified=True)
    response = workos.user_management.authenticate_with_password(email="ada@example.com", password=PASSWORD)
    result = sign_in.authenticate({}, authorization=f"Bearer {response.access_token}")
    assert isinstance(result, NotAuthenticated)
    assert result.reason == "invalid_jwt"


def test_api_keys(sign_in: SignIn, workos: WorkOS, emulator: Emulator) -> None:
    organization = workos.organizations.create_organization(name="Acme")
    workos.authorization.create_permission(slug="posts:read", name="Read posts")
    key = workos.api_keys.create_organization_api_key(organization.id, name="CI", permissions=["posts:read"])
    emulator.requests.clear()
    for _ in range(3):
        result = sign_in.authenticate({}, authorization=f"Bearer {key.value}")
        assert isinstance(result, Authenticated)
        identity = result.identity
        assert (identity.kind, identity.user_id, identity.organization_id) == ("api_key", None, organization.id)
        assert requirements.permission("posts:read").is_satisfied_by(identity)
        assert requirements.anyone().is_satisfied_by(identity)
        assert not requirements.user().is_satisfied_by(identity)
        assert not requirements.permission("posts:write").is_satisfied_by(identity)
        assert not requirements.feature_flag("new").is_satisfied_by(identity)
    for _ in range(3):
        rejected = sign_in.authenticate({}, authorization="Bearer sk_unknown")
        assert isinstance(rejected, NotAuthenticated)
        assert rejected.reason == "invalid_api_key"
    assert len(emulator.requests) == 2
    assert key.value not in repr(result)


def test_identities_of_users_have_their_own_class(sign_in: SignIn, workos: WorkOS) -> None:
    user = workos.user_management.create_user(email="ada@example.com", password=PASSWORD, email_verified=True)
    organization = workos.organizations.create_organization(name="Acme")
    workos.user_management.create_organization_membership(user_id=user.id, organization_id=organization.id)
    login = workos.user_management.authenticate_with_password(email="ada@example.com", password=PASSWORD)
    user_key = workos.user_management.create_user_api_key(user.id, organization_id=organization.id, name="CLI")
    organization_key = workos.api_keys.create_organization_api_key(organization.id, name="CI")
    for credentials, expected in (
        (login.access_token, AuthenticatedUser),
        (user_key.value, AuthenticatedUser),
        (organization_key.value, Identity),
    ):
        result = sign_in.authenticate({}, authorization=f"Bearer {credentials}")
        assert isinstance(result, Authenticated)
        assert type(result.identity) is expected
        assert requirements.user().is_satisfied_by(result.identity) is (expected is AuthenticatedUser)


@pytest.mark.parametrize("text", ["", "short", "with space in it", "é" * 20, "x" * 600, "\n" * 9])
def test_malformed_api_key_causes_no_request(sign_in: SignIn, emulator: Emulator, text: str) -> None:
    rejected = sign_in.authenticate({}, authorization=f"Bearer {text}")
    assert isinstance(rejected, NotAuthenticated)
    assert (rejected.reason, len(emulator.requests)) == ("invalid_api_key", 0)


def test_cache_lifetimes(workos: WorkOS, emulator: Emulator) -> None:
    now = 0.0
    keys = APIKeyCache(workos, lambda: now)
    organization = workos.organizations.create_organization(name="Acme")
    key = workos.api_keys.create_organization_api_key(organization.id, name="CI")
    assert keys.find(key.value) is not None
    assert keys.find("sk_unknown") is None
    workos.api_keys.delete_api_key(key.id)
    emulator.requests.clear()
    now = INVALID_TTL - 0.1
    assert keys.find("sk_unknown") is None
    assert len(emulator.requests) == 0
    now = VALID_TTL - 0.1
    assert keys.find(key.value) is not None
    assert len(emulator.requests) == 0
    now = VALID_TTL
    assert keys.find(key.value) is None
    assert keys.find("sk_unknown") is None
    assert len(emulator.requests) == 2


def test_key_that_expires_while_it_is_cached(workos: WorkOS, emulator: Emulator) -> None:
    organization = workos.organizations.create_organization(name="Acme")
    key = workos.api_keys.create_organization_api_key(organization.id, name="CI")
    keys = APIKeyCache(workos)
    cached = keys.find(key.value)
    assert cached is not None
    cached.expires_at = cached.created_at
    assert keys.find(key.value) is None


@pytest.mark.parametrize(
    ("expires_at", "is_valid"),
    [("2020-01-01T00:00:00", False), ("2100-01-01T00:00:00", True), ("2020-01-01T00: 00: 00Z", True)],
)
def test_expiry_without_an_offset_is_utc_and_a_malformed_one_is_ignored(expires_at: str, is_valid: bool) -> None:
    key = {"object": "api_key", "id": "api_key_1", "expires_at": expires_at}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json={"api_key": key}))
    with WorkOS("sk_test", client_id="client_1", transport=transport) as workos:
        assert (APIKeyCache(workos).find("sk_some_key") is not None) == is_valid


def test_outage_is_retryable(emulator: Emulator) -> None:
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport, max_retries=0) as workos:
        sign_in = SignIn(workos, redirect_uri=CALLBACK, cookie_password=COOKIE_PASSWORD)
        for status, reason in ((503, "api_unavailable"), (429, "rate_limited")):
            emulator.faults.add(status=status)
            result = sign_in.authenticate({}, authorization="Bearer sk_some_key")
            assert isinstance(result, NotAuthenticated)
            assert (result.reason, result.retryable) == (reason, True)


def test_other_schemes_fall_back_to_the_cookie(sign_in: SignIn) -> None:
    result = sign_in.authenticate({}, authorization="Basic dXNlcjpwYXNz")
    assert isinstance(result, NotAuthenticated)
    assert result.reason == "no_session_cookie_provided"


def test_requirement_slug_must_not_be_empty() -> None:
    with pytest.raises(InvalidArgumentError, match="slug of the role"):
        requirements.role("")
    assert str(requirements.permission("a:b")) == "permission 'a:b'"
    assert str(requirements.user()) == "user"
