"""The two WebAuthn ceremonies: the registration of a passkey and the sign-in with one.

The options are JSON objects for the browser, with base64url for bytes. fido2 verifies what the browser returns; it is imported only then.
"""

import json
from base64 import urlsafe_b64encode
from typing import Any

from workos_emulator.auth.passkeys import challenges
from workos_emulator.auth.passkeys.rejection import RejectedPasskeyError
from workos_emulator.auth.passkeys.relying_party import RelyingParty
from workos_emulator.http import payload
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.objects.passkeys import Passkey
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State

_ALGORITHMS = (-7, -8, -257)  # ES256, EdDSA and RS256
_MAX_CREDENTIAL_ID = 1023  # bytes, as WebAuthn limits it
_TIMEOUT = int(challenges.LIFETIME.total_seconds() * 1000)


def registration_options(
    state: State, flow: HostedFlow, party: RelyingParty, user_id: str, email: str, name: str
) -> dict[str, Any]:
    """Return the options for the creation of a passkey by the user with this ID, who may not exist yet."""
    return {
        "rp": {"id": party.id, "name": party.name},
        "user": {"id": encode(user_id.encode()), "name": email, "displayName": name or email},
        "challenge": encode(challenges.issue(state, flow).encode()),
        "pubKeyCredParams": [{"type": "public-key", "alg": algorithm} for algorithm in _ALGORITHMS],
        "timeout": _TIMEOUT,
        "excludeCredentials": [
            {"type": "public-key", "id": passkey.credential_id, "transports": passkey.transports}
            for passkey in state.passkeys.all.group("user", user_id)
            if passkey.rp_id == party.id
        ],
        "authenticatorSelection": {
            "residentKey": "required",
            "requireResidentKey": True,
            "userVerification": "required",
        },
        "attestation": "none",
    }


def sign_in_options(state: State, flow: HostedFlow, party: RelyingParty) -> dict[str, Any]:
    """Return the options for the sign-in with a passkey. The browser lets the user choose one of those for the host."""
    return {
        "challenge": encode(challenges.issue(state, flow).encode()),
        "timeout": _TIMEOUT,
        "rpId": party.id,
        "allowCredentials": list[Any](),
        "userVerification": "required",
    }


def register(state: State, flow: HostedFlow, party: RelyingParty, user_id: str, credential: str) -> Passkey:
    """Verify a new credential and return it as a passkey of a user, which is not stored yet.

    Args:
        state: The stored objects.
        flow: The flow with the challenge, which is used up.
        party: The relying party.
        user_id: The ID of the user.
        credential: The credential of the browser as JSON.

    Raises:
        RejectedPasskeyError: It is not a valid response to the challenge, or the passkey is registered already.
    """
    from workos_emulator.auth.passkeys import verification

    challenge, response = _read(state, flow, credential)
    verified = verification.verify_registration(party, challenge, response)
    if verified.algorithm not in _ALGORITHMS:
        raise RejectedPasskeyError(
            "invalid", f"The algorithm {verified.algorithm} of the public key was not requested."
        )
    if not 0 < len(verified.credential_id) <= _MAX_CREDENTIAL_ID:
        raise RejectedPasskeyError("invalid", f"The credential ID is not of 1 to {_MAX_CREDENTIAL_ID} bytes.")
    if state.passkeys.all.find("credential_id", encode(verified.credential_id)) is not None:
        raise RejectedPasskeyError("registered", "The credential ID is registered already.")
    transports = response.get("transports")
    now = state.now()
    return Passkey(
        id=state.ids.new("passkey"),
        user_id=user_id,
        credential_id=encode(verified.credential_id),
        public_key=verified.public_key,
        rp_id=party.id,
        sign_count=verified.sign_count,
        is_backup_eligible=verified.is_backup_eligible,
        transports=[str(item) for item in transports[:10]] if payload.is_list(transports) else [],
        created_at=now,
        updated_at=now,
    )


def sign_in(state: State, flow: HostedFlow, party: RelyingParty, credential: str) -> User:
    """Verify the use of a passkey and return its user.

    Args:
        state: The stored objects.
        flow: The flow with the challenge, which is used up.
        party: The relying party.
        credential: The credential of the browser as JSON.

    Raises:
        RejectedPasskeyError: It is not a valid response to the challenge, or no user has the passkey.
    """
    from workos_emulator.auth.passkeys import verification

    challenge, response = _read(state, flow, credential)
    passkey = state.passkeys.all.find("credential_id", str(response.get("id")))
    user = state.users.get(passkey.user_id) if passkey else None
    if passkey is None or user is None:
        raise RejectedPasskeyError("unknown", "No user has a passkey with this credential ID.")
    try:
        use = verification.verify_sign_in(party, challenge, response, passkey)
    except RejectedPasskeyError as error:
        raise RejectedPasskeyError(error.reason, error.details, user) from None
    if use.user_handle != user.id.encode():
        raise RejectedPasskeyError("invalid", "The user handle is not that of the user who has the passkey.", user)
    if (use.sign_count or passkey.sign_count) and use.sign_count <= passkey.sign_count:
        raise RejectedPasskeyError(
            "invalid", "The signature counter has not increased. The passkey may be a copy.", user
        )
    passkey.sign_count, passkey.is_backup_eligible = use.sign_count, use.is_backup_eligible
    passkey.last_used_at = passkey.updated_at = state.now()
    state.passkeys.all.changed(passkey)
    return user


def encode(data: bytes) -> str:
    """Encode bytes as base64url without padding."""
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def _read(state: State, flow: HostedFlow, credential: str) -> tuple[str, dict[str, Any]]:
    """Return the challenge of the flow, which is used up, and the decoded credential."""
    challenge = challenges.redeem(state, flow)
    if challenge is None:
        raise RejectedPasskeyError("expired", "The challenge has expired or was used.")
    try:
        response = json.loads(credential)
    except (ValueError, RecursionError):
        response = None
    if not payload.is_object(response):
        raise RejectedPasskeyError("invalid", "The credential is not a JSON object.")
    return challenge, response
