"""A WebAuthn authenticator in Python: it creates passkeys and signs in with them, as a browser and a device do together."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from secrets import token_bytes
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from fido2 import cbor

PRESENT, VERIFIED, BACKUP_ELIGIBLE, BACKED_UP, ATTESTED = 1, 4, 8, 16, 64

Key = ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey


@dataclass
class Credential:
    """A passkey on the device."""

    id: bytes
    rp_id: str
    user_handle: bytes
    key: Key
    sign_count: int = 0


@dataclass
class Authenticator:
    """A device with passkeys, in a browser at `origin`. Its attributes can be changed to misbehave.

    Attributes:
        overrides: Values in place of those of the options and the page: `challenge`, `origin`, `rp_id`, `type`, `user_handle`,
            `credential_id`, `signature`, `cross_origin`.
        flags: The flags of the authenticator data.
        counts: Whether it counts signatures. Passkeys that are synchronized between devices have no counter.
    """

    origin: str = "https://api.workos.com"
    credentials: list[Credential] = field(default_factory=list)
    overrides: dict[str, Any] = field(default_factory=dict)
    flags: int = PRESENT | VERIFIED
    counts: bool = True

    def create(self, options: Any, *, key: Key | None = None, format: str = "none") -> dict[str, Any]:
        """Create a passkey, and return the response of `navigator.credentials.create` as JSON."""
        key = key or ec.generate_private_key(ec.SECP256R1())
        credential = Credential(token_bytes(16), options["rp"]["id"], decode(options["user"]["id"]), key)
        credential.id = self.overrides.get("credential_id", credential.id)
        self.credentials.append(credential)
        attested = bytes(16) + len(credential.id).to_bytes(2) + credential.id + cbor.encode(cose_key(key))
        data = self._authenticator_data(credential, self.flags | ATTESTED) + attested
        client_data = self._client_data("webauthn.create", options["challenge"])
        statement = {} if format == "none" else {"alg": -7, "sig": self._sign(key, data, client_data)}
        attestation = cbor.encode({"fmt": format, "attStmt": statement, "authData": data})
        response = {"clientDataJSON": encode(client_data), "attestationObject": encode(attestation)}
        return {**_envelope(credential.id), "response": response, "transports": ["internal"]}

    def get(self, options: Any, index: int = -1) -> dict[str, Any]:
        """Sign in with a passkey, by default the last one, and return the response of `navigator.credentials.get` as JSON."""
        credential = self.credentials[index]
        credential.sign_count += self.counts
        data = self._authenticator_data(credential, self.flags)
        client_data = self._client_data("webauthn.get", options["challenge"])
        response = {
            "clientDataJSON": encode(client_data),
            "authenticatorData": encode(data),
            "signature": encode(self.overrides.get("signature") or self._sign(credential.key, data, client_data)),
            "userHandle": encode(self.overrides.get("user_handle", credential.user_handle)),
        }
        return {**_envelope(credential.id), "response": response, "transports": []}

    def _authenticator_data(self, credential: Credential, flags: int) -> bytes:
        rp_id = self.overrides.get("rp_id", credential.rp_id)
        return sha256(rp_id.encode()).digest() + bytes([flags]) + credential.sign_count.to_bytes(4)

    def _client_data(self, type: str, challenge: str) -> bytes:
        value = {
            "type": self.overrides.get("type", type),
            "challenge": self.overrides.get("challenge", challenge),
            "origin": self.overrides.get("origin", self.origin),
            "crossOrigin": self.overrides.get("cross_origin", False),
        }
        return json.dumps(value).encode()

    def _sign(self, key: Key, data: bytes, client_data: bytes) -> bytes:
        message = data + sha256(client_data).digest()
        if isinstance(key, ed25519.Ed25519PrivateKey):
            return key.sign(message)
        return key.sign(message, ec.ECDSA(hashes.SHA256()))


def cose_key(key: Key) -> dict[int, Any]:
    """Return the public key of a key as a COSE key (RFC 9053)."""
    if isinstance(key, ed25519.Ed25519PrivateKey):
        return {1: 1, 3: -8, -1: 6, -2: key.public_key().public_bytes_raw()}
    numbers = key.public_key().public_numbers()
    return {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32), -3: numbers.y.to_bytes(32)}


def encode(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def decode(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _envelope(id: bytes) -> dict[str, Any]:
    return {"id": encode(id), "rawId": encode(id), "type": "public-key"}
