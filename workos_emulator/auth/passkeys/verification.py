"""Verification of the browser's responses in the WebAuthn ceremonies, with fido2."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fido2 import cbor
from fido2.attestation.base import Attestation
from fido2.cose import CoseKey
from fido2.server import Fido2Server
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationConveyancePreference,
    AttestationObject,
    AttestedCredentialData,
    AuthenticationResponse,
    AuthenticatorData,
    CollectedClientData,
    PublicKeyCredentialRpEntity,
    RegistrationResponse,
    UserVerificationRequirement,
)

from workos_emulator.auth.passkeys.rejection import RejectedPasskeyError
from workos_emulator.auth.passkeys.relying_party import RelyingParty
from workos_emulator.storage.objects.passkeys import Passkey


@dataclass(slots=True, frozen=True)
class VerifiedRegistration:
    """The data of a new credential, the COSE identifier of the algorithm of its key, and whether it can be copied to other devices."""

    credential_id: bytes
    public_key: bytes
    algorithm: int
    sign_count: int
    is_backup_eligible: bool


@dataclass(slots=True, frozen=True)
class VerifiedSignIn:
    """The user handle and the signature counter of a verified sign-in, and whether the passkey can be copied to other devices."""

    user_handle: bytes | None
    sign_count: int
    is_backup_eligible: bool


def verify_registration(party: RelyingParty, challenge: str, response: Mapping[str, Any]) -> VerifiedRegistration:
    """Verify a new credential: type, challenge, origin, relying party ID, user verification and attestation statement.

    Any attestation with a valid signature is accepted, as usual for passkeys: which authenticator made it is not checked.

    Raises:
        RejectedPasskeyError: The response is malformed or invalid.
    """
    try:
        registration = RegistrationResponse.from_dict(response)
        data: AuthenticatorData = _server(party).register_complete(_state(challenge), registration)
        _check(registration.response.client_data, data)
        credential = data.credential_data
        if credential is None:
            raise ValueError("The attested credential data is missing.")
        public_key: dict[int, Any] = {**credential.public_key}
        return VerifiedRegistration(
            credential.credential_id,
            cbor.encode(public_key),
            int(public_key[3]),
            int(data.counter),
            data.is_backup_eligible(),
        )
    except Exception as error:  # fido2 raises many types of exceptions for malformed data
        raise _rejection(error) from None


def verify_sign_in(
    party: RelyingParty, challenge: str, response: Mapping[str, Any], passkey: Passkey
) -> VerifiedSignIn:
    """Verify the use of a passkey: type, challenge, origin, relying party ID, user verification and signature.

    Raises:
        RejectedPasskeyError: The response is malformed or invalid.
    """
    try:
        authentication = AuthenticationResponse.from_dict(response)
        key: Any = cbor.decode(passkey.public_key)  # pyright: ignore[reportUnknownMemberType]
        credential = AttestedCredentialData.create(
            Aaguid.NONE, websafe_decode(passkey.credential_id), CoseKey.parse(key)
        )
        _server(party).authenticate_complete(_state(challenge), [credential], authentication)
        data = authentication.response.authenticator_data
        _check(authentication.response.client_data, data)
        is_eligible = data.is_backup_eligible()
        if passkey.is_backup_eligible not in (None, is_eligible):
            raise ValueError("The backup eligibility of the passkey has changed since its registration.")
        return VerifiedSignIn(authentication.response.user_handle, int(data.counter), is_eligible)
    except Exception as error:  # fido2 raises many types of exceptions for malformed data
        raise _rejection(error) from None


def _server(party: RelyingParty) -> Any:
    # With another preference than "none", fido2 verifies the attestation statement.
    return Fido2Server(
        PublicKeyCredentialRpEntity(id=party.id, name=party.name),
        attestation=AttestationConveyancePreference.DIRECT,
        verify_origin=party.accepts,
        verify_attestation=_verify_attestation,
    )


def _verify_attestation(attestation: AttestationObject, client_data_hash: bytes) -> None:
    format: Any = Attestation.for_type(attestation.fmt)
    format().verify(attestation.att_stmt, attestation.auth_data, client_data_hash)


def _state(challenge: str) -> dict[str, Any]:
    """Return what fido2 remembers of the options."""
    return {
        "challenge": websafe_encode(challenge.encode()),
        "user_verification": UserVerificationRequirement.REQUIRED,
    }


def _check(client_data: CollectedClientData, data: AuthenticatorData) -> None:
    """Check what fido2 does not: frames of other sites, and the flags of backups."""
    if client_data.cross_origin:
        raise ValueError("The page was in a frame of another site.")
    if data.is_backed_up() and not data.is_backup_eligible():
        raise ValueError("The passkey is backed up, although it is not eligible for that.")


def _rejection(error: Exception) -> RejectedPasskeyError:
    known = isinstance(error, ValueError) and bool(str(error))
    return RejectedPasskeyError(
        "invalid", str(error) if known else f"The credential is malformed: {type(error).__name__}."
    )
