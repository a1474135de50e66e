import hashlib
from base64 import urlsafe_b64encode
from datetime import timedelta
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet

from workos_emulator import Clock, Emulator

from ..support import Api

EMAIL = "ada@example.com"
PASSWORD = "correct horse 42"


@pytest.fixture
def user(api: Api) -> Any:
    return api.user(EMAIL, password=PASSWORD)


def sign_in(api: Api, status: int = 200, **fields: Any) -> Any:
    return api.authenticate("password", status, **({"email": EMAIL, "password": PASSWORD} | fields))


def claims(api: Api, token: str) -> dict[str, Any]:
    """Verify an access token with the emulator's JWKS and return its claims."""
    keys = KeySet.import_key_set(api("GET", f"/sso/jwks/{api.emulator.client_id}"))
    return dict(jwt.decode(token, keys, algorithms=["RS256"]).claims)


def test_password(api: Api, user: Any, clock: Clock) -> None:
    response = sign_in(api, email="ADA@example.com", ip_address="192.0.2.1", user_agent="Mozilla/5.0")
    assert response["authentication_method"] == "Password"
    assert "organization_id" not in response
    assert response["user"] == user | {"last_sign_in_at": "2026-01-31T12:00:00.000Z"}

    payload = claims(api, response["access_token"])
    now = int(clock.now().timestamp())
    assert payload["iss"] == "https://api.workos.com"
    assert (payload["sub"], payload["client_id"]) == (user["id"], "client_emulator")
    assert (payload["iat"], payload["exp"], payload["auth_time"]) == (now, now + 300, now)
    assert len(payload["jti"]) == 26
    assert "org_id" not in payload

    (session,) = api("GET", f"/user_management/users/{user['id']}/sessions")["data"]
    assert session["id"] == payload["sid"]
    assert (session["auth_method"], session["status"], session["ended_at"]) == ("password", "active", None)
    assert (session["ip_address"], session["user_agent"]) == ("192.0.2.1", "Mozilla/5.0")
    assert session["expires_at"] == "2026-02-07T12:00:00.000Z"


def test_claims_of_an_organization(api: Api, user: Any, emulator: Emulator) -> None:
    organization = api.organization()
    emulator.seed.role("editor", ["posts:read", "posts:write"])
    emulator.seed.role("admin", ["posts:read", "users:manage"])
    emulator.seed.entitlements(organization["id"], ["audit-logs"])
    emulator.seed.feature_flags(organization["id"], ["beta"])
    api.membership(user, organization, role_slugs=["editor", "admin"])

    response = sign_in(api)
    assert response["organization_id"] == organization["id"]
    payload = claims(api, response["access_token"])
    assert (payload["org_id"], payload["role"], payload["roles"]) == (organization["id"], "editor", ["editor", "admin"])
    assert payload["permissions"] == ["posts:read", "posts:write", "users:manage"]
    assert (payload["entitlements"], payload["feature_flags"]) == (["audit-logs"], ["beta"])
    assert (
        api("GET", f"/user_management/users/{user['id']}/sessions")["data"][0]["organization_id"] == organization["id"]
    )


def test_jwks(api: Api) -> None:
    (key,) = api("GET", "/sso/jwks/client_emulator", headers={"authorization": ""})["keys"]
    assert (key["kty"], key["alg"], key["use"], key["e"]) == ("RSA", "RS256", "sig", "AQAB")
    assert key["kid"].startswith("sso_oidc_key_pair_")
    api("GET", "/sso/jwks/client_other", 404)


def test_own_signing_key(api: Api) -> None:
    from cryptography.hazmat.primitives.asymmetric import ec, rsa
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    def pem(key: Any) -> str:
        return str(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), "ascii")

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    one, two = (Emulator(signing_key=pem(key)).jwks["keys"][0] for _ in range(2))
    assert one["kid"] == two["kid"]
    assert one["kid"] != Emulator().jwks["keys"][0]["kid"]
    with pytest.raises(ValueError, match="RSA"):
        Emulator(signing_key=pem(ec.generate_private_key(ec.SECP256R1()))).jwks  # noqa: B018


@pytest.mark.parametrize(
    ("fields", "status", "code"),
    [
        ({"password": "wrong"}, 400, "invalid_credentials"),
        ({"password": ""}, 400, "invalid_credentials"),
        ({"email": "nobody@example.com"}, 400, "invalid_credentials"),
        ({"client_id": "client_other"}, 400, "invalid_client"),
        ({"client_secret": "sk_other"}, 400, "invalid_client"),
        ({"invitation_token": "x"}, 400, "invitation_invalid"),
        ({"client_secret": None}, 422, "invalid_request_parameters"),
        ({"password": None}, 422, "invalid_request_parameters"),
    ],
)
def test_errors(api: Api, user: Any, fields: Any, status: int, code: str) -> None:
    error = sign_in(api, status, **fields)
    assert error.get("code", error.get("error")) == code
    assert error.get("message", error.get("error_description"))
    assert api("GET", f"/user_management/users/{user['id']}/sessions")["data"] == []


def test_user_without_a_password(api: Api) -> None:
    api.user(EMAIL)
    assert sign_in(api, 400)["code"] == "invalid_credentials"


@pytest.mark.parametrize("grant_type", ["none", "", 1, None])
def test_unknown_grants(api: Api, grant_type: Any) -> None:
    body = {"client_id": "client_emulator", "client_secret": "sk_test_emulator", "grant_type": grant_type}
    error = api("POST", "/user_management/authenticate", 422, json=body)
    assert error["errors"] == [{"field": "grant_type", "code": "invalid_value"}]
    missing = api("POST", "/user_management/authenticate", 422, json={})
    assert missing["errors"] == [{"field": "grant_type", "code": "required"}]


def test_api_key_header_is_not_required(api: Api, user: Any) -> None:
    body = {"client_id": "client_emulator", "client_secret": "sk_test_emulator", "grant_type": "password"}
    form = body | {"email": EMAIL, "password": PASSWORD}
    headers = {"authorization": ""}
    api("POST", "/user_management/authenticate", headers=headers, json=form)
    api("POST", "/user_management/authenticate", headers=headers, data=form)


def test_organization_selection(api: Api, user: Any) -> None:
    first, second, third = (api.organization(name) for name in ("First", "Second", "Third"))
    api.membership(user, first)
    api.membership(user, second)
    inactive = api.membership(user, third)
    api("PUT", f"/user_management/organization_memberships/{inactive['id']}/deactivate")

    error = sign_in(api, 403)
    assert error["code"] == "organization_selection_required"
    assert error["pending_authentication_token"]
    assert error["organizations"] == [{"id": o["id"], "name": o["name"]} for o in (first, second)]
    assert error["user"]["id"] == user["id"]
    assert api("GET", f"/user_management/users/{user['id']}/sessions")["data"] == []

    grant = "urn:workos:oauth:grant-type:organization-selection"
    pending = {"pending_authentication_token": error["pending_authentication_token"]}
    outside = api.authenticate(grant, 400, **pending, organization_id=third["id"])
    assert outside["error"] == "organization_membership_not_found"
    response = api.authenticate(grant, **pending, organization_id=second["id"])
    assert (response["organization_id"], response["authentication_method"]) == (second["id"], "Password")
    used = api.authenticate(grant, 400, **pending, organization_id=second["id"])
    assert used["code"] == "invalid_pending_authentication_token"


def test_email_verification(api: Api, user: Any, emulator: Emulator) -> None:
    api("PUT", f"/user_management/users/{user['id']}", json={"email_verified": False})
    error = sign_in(api, 403)
    assert (error["code"], error["email"]) == ("email_verification_required", EMAIL)
    assert error["pending_authentication_token"]
    assert error["email_verification_id"].startswith("email_verification_")
    api("PUT", f"/user_management/users/{user['id']}", json={"email_verified": True})
    sign_in(api)


def test_new_users_must_verify_their_email(api: Api, emulator: Emulator) -> None:
    created = api("POST", "/user_management/users", 201, json={"email": "new@example.com", "password": PASSWORD})
    assert created["email_verified"] is False
    credentials = {"email": "new@example.com", "password": PASSWORD}
    assert api.authenticate("password", 403, **credentials)["code"] == "email_verification_required"
    emulator.settings.email_verification_required = False
    assert api.authenticate("password", **credentials)["user"]["email_verified"] is False


def test_completing_the_email_verification(api: Api, user: Any, emulator: Emulator, clock: Clock) -> None:
    api("PUT", f"/user_management/users/{user['id']}", json={"email_verified": False})
    grant = "urn:workos:oauth:grant-type:email-verification:code"

    def attempt() -> tuple[str, dict[str, str]]:
        error = sign_in(api, 403)
        verification = api("GET", f"/user_management/email_verification/{error['email_verification_id']}")
        assert (verification["user_id"], verification["email"]) == (user["id"], EMAIL)
        return verification["code"], {"pending_authentication_token": error["pending_authentication_token"]}

    code, pending = attempt()
    wrong = "000000" if code != "000000" else "111111"
    assert api.authenticate(grant, 400, **pending, code=wrong)["code"] == "invalid_one_time_code"
    clock.advance(600)
    expired = api.authenticate(grant, 400, **pending, code=code)
    assert expired["code"] == "invalid_pending_authentication_token"

    code, pending = attempt()
    assert api.authenticate(grant, **pending, code=code)["user"]["email_verified"] is True
    assert api.authenticate(grant, 400, **pending, code=code)["code"] == "invalid_pending_authentication_token"
    sign_in(api)
    api("GET", "/user_management/email_verification/email_verification_none", 404)


def refresh(api: Api, response: Any, status: int = 200, **fields: Any) -> Any:
    return api.authenticate("refresh_token", status, refresh_token=response["refresh_token"], **fields)


def test_refresh(api: Api, user: Any, clock: Clock) -> None:
    first = sign_in(api)
    clock.advance(600)
    second = refresh(api, first)
    before, after = claims(api, first["access_token"]), claims(api, second["access_token"])
    assert second["refresh_token"] != first["refresh_token"]
    assert (after["sid"], after["auth_time"]) == (before["sid"], before["auth_time"])
    assert after["iat"] == before["iat"] + 600
    assert after["jti"] != before["jti"]

    used = refresh(api, first, 400)
    assert used["error"] == "invalid_grant"
    refresh(api, second, client_secret=None)
    assert refresh(api, {"refresh_token": "none"}, 400)["error"] == "invalid_grant"


def test_refresh_switches_the_organization(api: Api, user: Any) -> None:
    home, other, foreign = (api.organization(name) for name in ("Home", "Other", "Foreign"))
    api.membership(user, home)
    response = sign_in(api)
    api.membership(user, other, role_slug="admin")

    unknown = refresh(api, response, 400, organization_id="org_none")
    assert unknown["error"] == "organization_not_found"
    outside = refresh(api, response, 400, organization_id=foreign["id"])
    assert outside["error"] == "organization_membership_not_found"
    switched = refresh(api, response, organization_id=other["id"])
    assert switched["organization_id"] == other["id"]
    payload = claims(api, switched["access_token"])
    assert (payload["org_id"], payload["role"]) == (other["id"], "admin")
    assert refresh(api, switched)["organization_id"] == other["id"]


def test_deleted_or_inactive_membership(api: Api, user: Any) -> None:
    membership = api.membership(user, api.organization())
    response = sign_in(api)
    api("PUT", f"/user_management/organization_memberships/{membership['id']}/deactivate")
    assert refresh(api, response, 400)["error"] == "invalid_grant"  # the session has ended
    api("PUT", f"/user_management/organization_memberships/{membership['id']}/reactivate")
    response = sign_in(api)
    api("DELETE", f"/user_management/organization_memberships/{membership['id']}")
    assert refresh(api, response, 400)["error"] == "invalid_grant"


def test_session_expiry(api: Api, user: Any, clock: Clock) -> None:
    response = sign_in(api)
    clock.advance(timedelta(days=7))
    assert refresh(api, response, 400)["error"] == "invalid_grant"
    assert api("GET", f"/user_management/users/{user['id']}/sessions")["data"] == []


def test_secrets_are_not_logged(api: Api, user: Any, emulator: Emulator) -> None:
    refresh(api, sign_in(api))
    logged = str([entry.render() for entry in emulator.requests])
    for secret in (PASSWORD, emulator.api_key):
        assert secret not in logged


def test_pkce_challenge() -> None:
    """The example of RFC 7636, appendix B."""
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    digest = urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
    assert digest == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def test_refresh_token_grace(api: Api, user: Any, emulator: Emulator, clock: Clock) -> None:
    emulator.settings.refresh_token_grace = timedelta(seconds=30)
    first = sign_in(api)
    second, third = refresh(api, first), refresh(api, first)
    assert len({response["refresh_token"] for response in (first, second, third)}) == 3
    clock.advance(timedelta(seconds=30))
    assert refresh(api, first, 400)["error"] == "invalid_grant"
    # Both new tokens are valid, so the app continues with the response of either request.
    refresh(api, refresh(api, second))
    refresh(api, third)
    (session,) = api("GET", f"/user_management/users/{user['id']}/sessions")["data"]
    api("POST", "/user_management/sessions/revoke", json={"session_id": session["id"]})
    assert refresh(api, third, 400)["error"] == "invalid_grant"
