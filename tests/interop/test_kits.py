"""What is sealed, signed or encrypted here opens in the published kits for Node, and the other way round: 200 payloads of each."""

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

from .conftest import PASSWORD, SECRET, Kits

PAYLOADS = 200
USER_PASSWORD = "correct horse battery 1"


def text(chance: random.Random, longest: int = 60) -> str:
    alphabet = "abc XYZ 09 .:/?&=%*~\"'\\<>{}[]\n\t\0 äöüßéñ 日本語 🎉👩‍👩‍👧 \u2028 \ufeff"
    return "".join(chance.choices(alphabet, k=chance.randrange(longest)))


def value(chance: random.Random, depth: int = 0) -> Any:
    kinds = [None, True, False, chance.randrange(-(2**53), 2**53), chance.random(), text(chance), ""]
    if depth < 3:
        kinds += [[value(chance, depth + 1) for _ in range(chance.randrange(4))], mapping(chance, depth + 1)]
    return chance.choice(kinds)


def mapping(chance: random.Random, depth: int = 0) -> dict[str, Any]:
    return {text(chance, 12) or "key": value(chance, depth) for _ in range(chance.randrange(5))}


def token(chance: random.Random) -> str:
    parts = [
        {"alg": "RS256", "kid": "k"},
        {"sub": "user_1", "sid": "session_1", "org_id": f"org_{chance.randrange(99)}"},
    ]
    encoded = [base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in parts]
    return ".".join([*encoded, base64.urlsafe_b64encode(chance.randbytes(256)).rstrip(b"=").decode()])


def user(chance: random.Random) -> dict[str, Any]:
    return {
        "object": "user",
        "id": f"user_{chance.randrange(10**9)}",
        "email": f"{chance.randrange(10**6)}@example.com",
        "emailVerified": True,
        "firstName": text(chance) or None,
        "lastName": None,
        "profilePictureUrl": None,
        "createdAt": "2026-01-01T00:00:00.000Z",
        "updatedAt": "2026-01-01T00:00:00.000Z",
        "metadata": {f"key_{number}": text(chance) for number in range(chance.randrange(4))},
    }


def test_iron_session(kits: Kits) -> None:
    for number in range(PAYLOADS):
        data, ttl = mapping(random.Random(number)), number % 3 * 1000
        assert kits("ironUnseal", sealed=seal(data, PASSWORD, ttl=ttl or None), ttl=ttl) == data
        assert unseal(kits("ironSeal", data=data, ttl=ttl), PASSWORD) == data


def test_passwords_by_id(kits: Kits) -> None:
    old, new = {"1": "o" * 40}, {"1": "o" * 40, "12": "n" * 40}
    for number in range(20):
        data = mapping(random.Random(number))
        for passwords in (old, new):
            assert kits("ironUnseal", sealed=seal(data, passwords), passwords=new) == data
            assert unseal(kits("ironSeal", data=data, passwords=passwords), new) == data
    with pytest.raises(SealError):
        unseal(kits("ironSeal", data={"a": 1}, passwords=new), old)


def test_altered_values_are_refused_on_both_sides(kits: Kits) -> None:
    sealed, chance = seal({"a": 1}, PASSWORD), random.Random(0)
    for _ in range(PAYLOADS):
        index = chance.randrange(7, len(sealed) - 2)
        changed = sealed[:index] + chance.choice("AZaz09-_") + sealed[index + 1 :]
        if changed == sealed:
            continue
        assert kits.attempt("ironUnseal", sealed=changed).get("result") in ({}, None)
        with pytest.raises(SealError):
            unseal(changed, PASSWORD)


def test_sessions_of_the_sdk(kits: Kits) -> None:
    for number in range(PAYLOADS):
        chance = random.Random(number)
        response = {
            "user": user(chance),
            "accessToken": token(chance),
            "refreshToken": text(chance) or "r",
            "authenticationMethod": "Password",
            "impersonator": {"email": "a@example.com", "reason": None} if number % 2 else None,
        }
        session = unseal_session(kits("sdkSeal", response=response), PASSWORD).session
        assert session.access_token == response["accessToken"]
        assert session.refresh_token == response["refreshToken"]
        assert session.impersonator == response["impersonator"]
        assert session.user is not None
        assert session.user["first_name"] == response["user"]["firstName"]
        # Sealed again here, it is to Node what Node itself has made.
        again = kits("sdkUnseal", sealed=seal_session(session, PASSWORD))
        assert again["accessToken"] == response["accessToken"]
        assert again["user"] == response["user"]
        chunks = split_cookie("wos-session", seal_session(session, PASSWORD))
        assert kits("sdkUnseal", sealed=join_cookie("wos-session", chunks))["refreshToken"] == response["refreshToken"]


def test_a_whole_sign_in_handed_back_and_forth(kits: Kits) -> None:
    emulator = kits.emulator
    with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=emulator.transport) as workos:
        users = workos.user_management
        email = "ada@example.com"
        if not users.list_users(email=email).collect():
            users.create_user(email=email, password=USER_PASSWORD, email_verified=True, metadata={"snake_case": "kept"})
        sealed = kits("sdkSignIn", email=email, userPassword=USER_PASSWORD)
        here = users.authenticate_with_session_cookie(session_data=sealed, cookie_password=PASSWORD)
        assert isinstance(here, SessionAuthenticated)
        assert here.user["metadata"] == {"snake_case": "kept"}
        refreshed = users.refresh_and_seal_session_data(session_data=sealed, cookie_password=PASSWORD)
        assert isinstance(refreshed, SessionRefreshed)
        there = kits("sdkAuthenticate", sealed=refreshed.sealed_session)
        assert (there["authenticated"], there["sessionId"], there["user"]["email"]) == (True, here.session_id, email)
        back = kits("sdkRefresh", sealed=refreshed.sealed_session)
        assert back["authenticated"], back
        last = users.authenticate_with_session_cookie(session_data=back["sealedSession"], cookie_password=PASSWORD)
        assert isinstance(last, SessionAuthenticated)
        assert last.session_id == here.session_id


def test_sessions_of_authkit_session(kits: Kits) -> None:
    if not kits.has_authkit:
        pytest.skip("authkit-session is installed beside the earlier kits only, which it needs")
    for number in range(PAYLOADS):
        chance = random.Random(number)
        session = {"accessToken": token(chance), "refreshToken": text(chance) or "r", "user": user(chance)}
        ours = unseal_session(kits("kitSession", session=session), PASSWORD).session
        assert kits("kitDecrypt", sealed=seal_session(ours, PASSWORD)) == session


def test_cookies_of_a_sign_in(kits: Kits) -> None:
    if not kits.has_authkit:
        pytest.skip("authkit-session is installed beside the earlier kits only, which it needs")
    for number in range(PAYLOADS):
        chance = random.Random(number)
        path, custom = f"/{text(chance)}", text(chance, 200) or "x"
        theirs = kits("kitSignIn", options={"returnPathname": path, "state": custom})
        state = theirs["sealedState"]
        assert theirs["cookieName"] == verifier_cookie_name(state)
        pending = unseal_verifier(state, state, PASSWORD)
        assert (pending.return_pathname, pending.custom_state) == (path, custom)
        ours = seal_verifier(pending.code_verifier, PASSWORD, return_pathname=path, custom_state=custom)
        found = kits("kitCallback", state=ours, cookie=ours)
        assert (found["codeVerifier"], found["returnPathname"], found["customState"]) == (
            pending.code_verifier,
            path,
            custom,
        )
        assert "error" in kits.attempt("kitCallback", state=ours, cookie=state)


def test_webhooks_and_actions(kits: Kits) -> None:
    parsed = kits.has_authkit
    for number in range(PAYLOADS):
        body = kits("spell", body=json.dumps({"id": "event_1", "data": mapping(random.Random(number))}))
        header = signatures.sign(body.encode(), SECRET)
        assert kits("webhook", body=body, header=header, parsed=parsed) is True
        assert kits("action", body=body, header=header, parsed=parsed) is True
        timestamp = str(round(time.time() * 1000))
        theirs = f"t={timestamp}, v1={kits('webhookSign', body=body, timestamp=timestamp, parsed=parsed)}"
        assert actions.construct_action(body.encode(), theirs, SECRET) == json.loads(body)
        other = body.replace("event_1", "event_2")
        assert "error" in kits.attempt("webhook", body=other, header=header, parsed=parsed)


def test_answers_to_actions(kits: Kits) -> None:
    for number in range(PAYLOADS):
        message = text(random.Random(number)) or None
        data = {"type": "authentication", "verdict": "Deny", "errorMessage": message}
        theirs = kits("actionSign", data=data)
        now = theirs["payload"]["timestamp"] / 1000
        ours = signatures.sign_action_response("authentication", "Deny", SECRET, error_message=message, now=now)
        assert ours == theirs


def test_vault(kits: Kits) -> None:
    emulator = kits.emulator
    with WorkOS(emulator.api_key, transport=emulator.transport) as workos:
        for number in range(PAYLOADS):
            chance = random.Random(number)
            plain, owner = text(chance, 300).lstrip("\ufeff"), text(chance) or None  # Node drops a BOM when it decrypts
            theirs = kits("vaultEncrypt", text=plain, context={"organization_id": "org_1"}, associated=owner)
            key = workos.vault.decrypt_data_key(keys=envelope.read_encrypted_keys(theirs))
            assert envelope.decrypt(theirs, key.data_key, owner) == plain
            fresh = workos.vault.create_data_key(context={"organization_id": "org_1"})
            ours = envelope.encrypt(plain, fresh.data_key, fresh.encrypted_keys, owner)
            assert kits("vaultDecrypt", value=ours, associated=owner) == plain
