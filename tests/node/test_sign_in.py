"""Every sign-in method, sealed sessions, and second factors."""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from workos_emulator import Emulator, totp_code

from .conftest import COOKIE_PASSWORD, PASSWORD, NodeError, NodeSdk, ids

EMAIL = "ada@example.com"
CALLBACK = "http://localhost:3000/callback"


def code_from(url: str) -> str:
    """Open an authorization URL with a login hint, and return the code of the callback."""
    location = httpx.get(url).headers["location"]
    assert location.startswith(CALLBACK), location
    return parse_qs(urlsplit(location).query)["code"][0]


def test_password(node: NodeSdk, ada: str, acme: str, member: str) -> None:
    response = node("userManagement.authenticateWithPassword", email=EMAIL, password=PASSWORD)
    assert (response["user"]["id"], response["organizationId"]) == (ada, acme)
    with pytest.raises(NodeError) as caught:
        node("userManagement.authenticateWithPassword", email=EMAIL, password="wrong password 1")
    assert (caught.value.status, caught.value.code) == (400, "invalid_credentials")


def test_authorization_code(node: NodeSdk, ada: str) -> None:
    url = node("userManagement.getAuthorizationUrl", provider="authkit", redirectUri=CALLBACK, loginHint=EMAIL)
    code = code_from(url)
    assert node("userManagement.authenticateWithCode", code=code)["user"]["id"] == ada
    with pytest.raises(NodeError) as caught:
        node("userManagement.authenticateWithCode", code=code)
    assert caught.value.code == "invalid_grant"
    options = {"provider": "authkit", "redirectUri": CALLBACK, "loginHint": EMAIL}
    pkce = node("userManagement.getAuthorizationUrlWithPKCE", **options)
    code = code_from(pkce["url"])
    verified = node("userManagement.authenticateWithCodeAndVerifier", code=code, codeVerifier=pkce["codeVerifier"])
    assert verified["user"]["id"] == ada
    verifier = node("pkce.generateCodeVerifier")
    challenge = node("pkce.generateCodeChallenge", verifier)
    assert len(node("pkce.generate")["codeVerifier"]) >= 43
    url = node("userManagement.getAuthorizationUrl", **options, codeChallenge=challenge, codeChallengeMethod="S256")
    assert node("userManagement.authenticateWithCode", code=code_from(url), codeVerifier=verifier)["user"]["id"] == ada


def test_magic_auth(node: NodeSdk, ada: str) -> None:
    magic = node("userManagement.createMagicAuth", email=EMAIL)
    assert node("userManagement.getMagicAuth", magic["id"])["code"] == magic["code"]
    response = node("userManagement.authenticateWithMagicAuth", email=EMAIL, code=magic["code"])
    assert response["authenticationMethod"] == "MagicAuth"


def test_email_verification(node: NodeSdk, emulator: Emulator) -> None:
    emulator.settings.email_verification_required = True
    node("userManagement.createUser", email="bob@example.com", password=PASSWORD)
    with pytest.raises(NodeError) as caught:
        node("userManagement.authenticateWithPassword", email="bob@example.com", password=PASSWORD)
    assert caught.value.data["code"] == "email_verification_required"
    token, sent = caught.value.data["pending_authentication_token"], emulator.outbox.last("bob@example.com")
    options = {"pendingAuthenticationToken": token, "code": sent.code}
    response = node("userManagement.authenticateWithEmailVerification", **options)
    assert response["user"]["emailVerified"] is True


def test_second_factor(node: NodeSdk, ada: str, emulator: Emulator) -> None:
    enrolled = node("multiFactorAuth.createUserAuthFactor", userId=ada, type="totp", totpIssuer="App", totpUser=EMAIL)
    secret = enrolled["authenticationFactor"]["totp"]["secret"]
    assert ids(node("multiFactorAuth.listUserAuthFactors", userId=ada)) == [enrolled["authenticationFactor"]["id"]]
    emulator.settings.mfa_required = True
    with pytest.raises(NodeError) as caught:
        node("userManagement.authenticateWithPassword", email=EMAIL, password=PASSWORD)
    assert caught.value.data["code"] == "mfa_challenge"
    challenge = node("multiFactorAuth.challengeFactor", authenticationFactorId=enrolled["authenticationFactor"]["id"])
    options = {
        "code": totp_code(secret, emulator.clock.now()),
        "pendingAuthenticationToken": caught.value.data["pending_authentication_token"],
        "authenticationChallengeId": challenge["id"],
    }
    assert node("userManagement.authenticateWithTotp", **options)["user"]["id"] == ada


def test_factors(node: NodeSdk, emulator: Emulator) -> None:
    sms = node("multiFactorAuth.enrollFactor", type="sms", phoneNumber="+15005550006")
    assert node("multiFactorAuth.getFactor", sms["id"])["type"] == "sms"
    challenge = node("multiFactorAuth.challengeFactor", authenticationFactorId=sms["id"])
    code = emulator.outbox.last("+15005550006").code
    options = {"authenticationChallengeId": challenge["id"], "code": code}
    assert node("multiFactorAuth.verifyChallenge", **options)["valid"] is True
    assert node("multiFactorAuth.deleteFactor", sms["id"]) is None
    totp = node("multiFactorAuth.enrollFactor", type="totp", issuer="App", user=EMAIL)
    assert totp["totp"]["uri"].startswith("otpauth://")


def test_organization_selection(node: NodeSdk, ada: str, acme: str, member: str) -> None:
    other = node("organizations.createOrganization", name="Other")["id"]
    node("userManagement.createOrganizationMembership", userId=ada, organizationId=other)
    with pytest.raises(NodeError) as caught:
        node("userManagement.authenticateWithPassword", email=EMAIL, password=PASSWORD)
    assert {item["id"] for item in caught.value.data["organizations"]} == {acme, other}
    token = caught.value.data["pending_authentication_token"]
    options = {"pendingAuthenticationToken": token, "organizationId": other}
    assert node("userManagement.authenticateWithOrganizationSelection", **options)["organizationId"] == other


def test_radar_email_challenge(node: NodeSdk, ada: str, emulator: Emulator) -> None:
    emulator.seed.radar_challenge(ada)
    with pytest.raises(NodeError) as caught:
        node("userManagement.authenticateWithPassword", email=EMAIL, password=PASSWORD)
    options = {
        "code": emulator.outbox.last(EMAIL).code,
        "radarChallengeId": caught.value.data["radar_challenge_id"],
        "pendingAuthenticationToken": caught.value.data["pending_authentication_token"],
    }
    assert node("userManagement.authenticateWithRadarEmailChallenge", **options)["user"]["id"] == ada


def test_radar_sms_challenge(node: NodeSdk, ada: str, emulator: Emulator) -> None:
    emulator.seed.radar_challenge(ada, "sms")
    with pytest.raises(NodeError) as caught:
        node("userManagement.authenticateWithPassword", email=EMAIL, password=PASSWORD)
    token, phone = caught.value.data["pending_authentication_token"], "+15005550006"
    options = {"userId": ada, "pendingAuthenticationToken": token, "phoneNumber": phone}
    challenge = node("userManagement.sendRadarSmsChallenge", **options)
    options = {
        "code": emulator.outbox.last(phone).code,
        "verificationId": challenge["verificationId"],
        "phoneNumber": challenge["phoneNumber"],
        "pendingAuthenticationToken": token,
    }
    assert node("userManagement.authenticateWithRadarSmsChallenge", **options)["user"]["id"] == ada


def sealed_session(node: NodeSdk) -> str:
    seal = {"sealSession": True, "cookiePassword": COOKIE_PASSWORD}
    response = node("userManagement.authenticateWithPassword", email=EMAIL, password=PASSWORD, session=seal)
    return str(response["sealedSession"])


def test_sessions(node: NodeSdk, ada: str, acme: str, member: str, emulator: Emulator) -> None:
    sealed = sealed_session(node)
    arguments: dict[str, Any] = {"sealed": sealed, "args": []}
    session = node.send("session", method="authenticate", **arguments)
    assert (session["authenticated"], session["user"]["id"], session["organizationId"]) == (True, ada, acme)
    options = {"sessionData": sealed, "cookiePassword": COOKIE_PASSWORD}
    assert node("userManagement.authenticateWithSessionCookie", **options)["sessionId"] == session["sessionId"]
    assert node("userManagement.getSessionFromCookie", **options)["user"]["id"] == ada
    assert ids(node("userManagement.listSessions", ada)) == [session["sessionId"]]
    assert node("userManagement.loadSealedSession", **options) == "CookieSession"
    refreshed = node.send("session", method="refresh", **arguments)
    assert (refreshed["authenticated"], refreshed["sealedSession"] != sealed) == (True, True)
    logout = node.send("session", method="getLogoutUrl", sealed=refreshed["sealedSession"], args=[])
    assert logout == node("userManagement.getLogoutUrl", sessionId=session["sessionId"])
    assert httpx.get(logout).status_code in (200, 302)
    assert ids(node("userManagement.listSessions", ada)) == []
    ended = node.send("session", method="refresh", sealed=refreshed["sealedSession"], args=[])
    assert ended["authenticated"] is False


def test_refresh_and_revoke(node: NodeSdk, ada: str, acme: str, member: str, emulator: Emulator) -> None:
    other = node("organizations.createOrganization", name="Other")["id"]
    response = node("userManagement.authenticateWithPassword", email=EMAIL, password=PASSWORD)
    node("userManagement.createOrganizationMembership", userId=ada, organizationId=other)
    emulator.clock.advance(timedelta(days=1))
    token = response["refreshToken"]
    switched = node("userManagement.authenticateWithRefreshToken", refreshToken=token, organizationId=other)
    assert switched["organizationId"] == other
    (session,) = node("userManagement.listSessions", ada)["data"]
    node("userManagement.revokeSession", sessionId=session["id"])
    with pytest.raises(NodeError) as caught:
        node("userManagement.authenticateWithRefreshToken", refreshToken=switched["refreshToken"])
    assert caught.value.code == "invalid_grant"


def test_jwks(node: NodeSdk, emulator: Emulator) -> None:
    assert httpx.get(node("userManagement.getJwksUrl", emulator.client_id)).json() == emulator.jwks
    assert node("userManagement.getJWKS") == "function"


def test_passwordless(node: NodeSdk, emulator: Emulator) -> None:
    session = node("passwordless.createSession", type="MagicLink", email=EMAIL, redirectURI=CALLBACK, expiresIn=1000)
    assert "workos.com" not in session["link"]
    assert node("passwordless.sendSession", session["id"]) == {"success": True}
    assert emulator.outbox.last(EMAIL).url == session["link"]
