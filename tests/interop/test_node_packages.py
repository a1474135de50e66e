"""The published Node packages can unseal, verify and decrypt what the SDK produces, and vice versa: 200 payloads of each format."""

import base64
import json
import random
import time
from typing import Any

import pytest

from workos_core.auth.sealing.cookie_chunks import join_cookie, split_cookie
from workos_core.auth.sealing.iron import SealError, seal, unseal
from workos_core.auth.sessions.results import SessionAuthenticated, SessionRefreshed
from workos_core.auth.sessions.session_cookie import seal_session, unseal_session
from workos_core.auth.sign_in.verifier_cookie import seal_verifier, unseal_verifier, verifier_cookie_name
from workos_core.vault import envelope
from workos_core.webhooks import actions, signatures
from workos_sync import WorkOS

from .conftest import PASSWORD, SECRET, NodePackages

PAYLOADS = 200
USER_PASSWORD = "correct horse battery 1"


def text(rng: random.Random, max_length: int = 60) -> str:
    alphabet = "abc XYZ 09 .:/?&=%*~\"'\\<>{}[]\n\t\0 äöüßéñ 日本語 🎉👩‍👩‍👧 \u2028 \ufeff"
    return "".join(rng.choices(alphabet, k=rng.randrange(max_length)))


def value(rng: random.Random, depth: int = 0) -> Any:
    choices = [None, True, False, rng.randrange(-(2**53), 2**53), rng.random(), text(rng), ""]
    if depth < 3:
        choices += [[value(rng, depth + 1) for _ in range(rng.randrange(4))], mapping(rng, depth + 1)]
    return rng.choice(choices)


def mapping(rng: random.Random, depth: int = 0) -> dict[str, Any]:
    return {text(rng, 12) or "key": value(rng, depth) for _ in range(rng.randrange(5))}


def token(rng: random.Random) -> str:
    parts = [
        {"alg": "RS256", "kid": "k"},
        {"sub": "user_1", "sid": "session_1", "org_id": f"org_{rng.randrange(99)}"},
    ]
    encoded = [base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in parts]
    return ".".join([*encoded, base64.urlsafe_b64encode(rng.randbytes(256)).rstrip(b"=").decode()])


def user(rng: random.Random) -> dict[str, Any]:
    return {
        "object": "user",
        "id": f"user_{rng.randrange(10**9)}",
        "email": f"{rng.randrange(10**6)}@example.com",
        "emailVerified": True,
        "firstName": text(rng) or None,
        "lastName": None,
        "profilePictureUrl": None,
        "createdAt": "2026-01-01T00:00:00.000Z",
        "updatedAt": "2026-01-01T00:00:00.000Z",
        "metadata": {f"key_{number}": text(rng) for number in range(rng.randrange(4))},
    }


def test_iron_session_values(node: NodePackages) -> None:
    for number in range(PAYLOADS):
        data, ttl = mapping(random.Random(number)), number % 3 * 1000
        assert node("ironUnseal", sealed=seal(data, PASSWORD, ttl=ttl or None), ttl=ttl) == data
        assert unseal(node("ironSeal", data=data, ttl=ttl), PASSWORD) == data


def test_password_rotation_by_id(node: NodePackages) -> None:
    old, new = {"1": "o" * 40}, {"1": "o" * 40, "12": "n" * 40}
    for number in range(20):
        data = mapping(random.Random(number))
        for passwords in (old, new):
            assert node("ironUnseal", sealed=seal(data, passwords), passwords=new) == data
            assert unseal(node("ironSeal", data=data, passwords=passwords), new) == data
    with pytest.raises(SealError):
        unseal(node("ironSeal", data={"a": 1}, passwords=new), old)


def test_modified_values_are_rejected_on_both_sides(node: NodePackages) -> None:
    sealed, rng = seal({"a": 1}, PASSWORD), random.Random(0)
    for _ in range(PAYLOADS):
        index = rng.randrange(7, len(sealed) - 2)
        changed = sealed[:index] + rng.choice("AZaz09-_") + sealed[index + 1 :]
        if changed == sealed:
            continue
        assert node.try_call("ironUnseal", sealed=changed).get("result") in ({}, None)
        with pytest.raises(SealError):
            unseal(changed, PASSWORD)


def test_sessions_of_the_node_sdk(node: NodePackages) -> None:
    for number in range(PAYLOADS):
        rng = random.Random(number)
        response = {
            "user": user(rng),
            "accessToken": token(rng),
            "refreshToken": text(rng) or "r",
            "authenticationMethod": "Password",
            "impersonator": {"email": "a@example.com", "reason": None} if number % 2 else None,
        }
        session = unseal_session(node("sdkSeal", response=response), PASSWORD).session
        assert session.access_token == response["accessToken"]
        assert session.refresh_token == response["refreshToken"]
        assert session.impersonator == response["impersonator"]
        assert session.user is not None
        assert session.user["first_name"] == response["user"]["firstName"]
        # Sealed again by our SDK, the session is unchanged for the Node SDK.
        resealed = node("sdkUnseal", sealed=seal_session(session, PASSWORD))
        assert resealed["accessToken"] == response["accessToken"]
        assert resealed["user"] == response["user"]
        chunks = split_cookie("wos-session", seal_session(session, PASSWORD))
        assert node("sdkUnseal", sealed=join_cookie("wos-session", chunks))["refreshToken"] == response["refreshToken"]


def test_a_session_can_alternate_between_both_sdks(node: NodePackages) -> None:
    emulator = node.emulator
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        users = workos.user_management
        email = "ada@example.com"
        if not users.list_users(email=email).collect():
            users.create_user(email=email, password=USER_PASSWORD, email_verified=True, metadata={"snake_case": "kept"})
        sealed = node("sdkSignIn", email=email, userPassword=USER_PASSWORD)
        ours = users.authenticate_with_session_cookie(session_data=sealed, cookie_password=PASSWORD)
        assert isinstance(ours, SessionAuthenticated)
        assert ours.user.metadata == {"snake_case": "kept"}
        refreshed = users.refresh_and_seal_session_data(session_data=sealed, cookie_password=PASSWORD)
        assert isinstance(refreshed, SessionRefreshed)
        theirs = node("sdkAuthenticate", sealed=refreshed.sealed_session)
        assert (theirs["authenticated"], theirs["sessionId"], theirs["user"]["email"]) == (True, ours.session_id, email)
        their_refresh = node("sdkRefresh", sealed=refreshed.sealed_session)
        assert their_refresh["authenticated"], their_refresh
        final = users.authenticate_with_session_cookie(
            session_data=their_refresh["sealedSession"], cookie_password=PASSWORD
        )
        assert isinstance(final, SessionAuthenticated)
        assert final.session_id == ours.session_id


def test_sessions_of_authkit_session(node: NodePackages) -> None:
    if not node.has_authkit:
        pytest.skip("authkit-session is installed only with the older Node packages, which it requires")
    for number in range(PAYLOADS):
        rng = random.Random(number)
        session = {"accessToken": token(rng), "refreshToken": text(rng) or "r", "user": user(rng)}
        ours = unseal_session(node("kitSession", session=session), PASSWORD).session
        assert node("kitDecrypt", sealed=seal_session(ours, PASSWORD)) == session


def test_verifier_cookies(node: NodePackages) -> None:
    if not node.has_authkit:
        pytest.skip("authkit-session is installed only with the older Node packages, which it requires")
    for number in range(PAYLOADS):
        rng = random.Random(number)
        path, custom = f"/{text(rng)}", text(rng, 200) or "x"
        theirs = node("kitSignIn", options={"returnPathname": path, "state": custom})
        state = theirs["sealedState"]
        assert theirs["cookieName"] == verifier_cookie_name(state)
        pending = unseal_verifier(state, state, PASSWORD)
        assert (pending.return_pathname, pending.custom_state) == (path, custom)
        ours = seal_verifier(pending.code_verifier, PASSWORD, return_pathname=path, custom_state=custom)
        verified = node("kitCallback", state=ours, cookie=ours)
        assert (verified["codeVerifier"], verified["returnPathname"], verified["customState"]) == (
            pending.code_verifier,
            path,
            custom,
        )
        assert "error" in node.try_call("kitCallback", state=ours, cookie=state)


def test_webhook_and_action_signatures(node: NodePackages) -> None:
    parsed = node.has_authkit
    for number in range(PAYLOADS):
        body = node("normalizeJSON", body=json.dumps({"id": "event_1", "data": mapping(random.Random(number))}))
        header = signatures.sign(body.encode(), SECRET)
        assert node("webhook", body=body, header=header, parsed=parsed) is True
        assert node("action", body=body, header=header, parsed=parsed) is True
        timestamp = str(round(time.time() * 1000))
        theirs = f"t={timestamp}, v1={node('webhookSign', body=body, timestamp=timestamp, parsed=parsed)}"
        assert actions.construct_action(body.encode(), theirs, SECRET) == json.loads(body)
        modified = body.replace("event_1", "event_2")
        assert "error" in node.try_call("webhook", body=modified, header=header, parsed=parsed)


def test_action_responses(node: NodePackages) -> None:
    for number in range(PAYLOADS):
        message = text(random.Random(number)) or None
        data = {"type": "authentication", "verdict": "Deny", "errorMessage": message}
        theirs = node("actionSign", data=data)
        now = theirs["payload"]["timestamp"] / 1000
        ours = actions.sign_action_response("authentication", "Deny", SECRET, error_message=message, now=now)
        assert ours == theirs


def test_vault_encryption(node: NodePackages) -> None:
    emulator = node.emulator
    with WorkOS(emulator.api_key, transport=emulator.transport) as workos:
        for number in range(PAYLOADS):
            rng = random.Random(number)
            plaintext, owner = text(rng, 300).lstrip("\ufeff"), text(rng) or None  # Node removes a BOM when decrypting
            theirs = node("vaultEncrypt", text=plaintext, context={"organization_id": "org_1"}, associated=owner)
            key = workos.vault.decrypt_data_key(keys=envelope.read_encrypted_keys(theirs))
            assert envelope.decrypt(theirs, key.data_key, owner) == plaintext
            data_key = workos.vault.create_data_key(context={"organization_id": "org_1"})
            ours = envelope.encrypt(plaintext, data_key.data_key, data_key.encrypted_keys, owner)
            assert node("vaultDecrypt", value=ours, associated=owner) == plaintext
