"""The signing key of access tokens. Its methods import joserfc and cryptography, which are slow to load, on demand."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache, cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from workos_emulator.storage import ids

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.x509 import Certificate
    from joserfc.jwk import RSAKey


class SigningKey:
    """An RSA key that signs JWTs with RS256, with its public key as JWKS.

    Args:
        pem: The private key in PEM format; by default a new key, generated on first use.
    """

    def __init__(self, pem: str | bytes | None = None) -> None:
        self._pem = pem.encode() if isinstance(pem, str) else pem

    @cached_property
    def kid(self) -> str:
        """The key ID."""
        digest = sha256(self._key.thumbprint().encode()).digest()
        return f"sso_oidc_key_pair_{ids.encode(int.from_bytes(digest[:16], 'big'))}"

    def sign(self, claims: Mapping[str, Any]) -> str:
        """Return a signed JWT with these claims."""
        from joserfc import jwt

        return jwt.encode({"alg": "RS256", "kid": self.kid}, dict(claims), self._key)

    def verify(self, token: str) -> dict[str, Any] | None:
        """Return the claims of a JWT signed by this key, or None if the signature is invalid. Expiry is not checked."""
        from joserfc import jwt
        from joserfc.errors import JoseError

        try:
            return dict(jwt.decode(token, self._key, algorithms=["RS256"]).claims)
        except (JoseError, ValueError):
            return None

    @cached_property
    def jwks(self) -> dict[str, Any]:
        """The public key as JWKS."""
        from base64 import b64encode, urlsafe_b64encode

        from cryptography.hazmat.primitives.serialization import Encoding

        der = self._certificate.public_bytes(Encoding.DER)
        public = self._key.as_dict(private=False)
        key = {
            "alg": "RS256",
            "kty": "RSA",
            "use": "sig",
            "x5c": [b64encode(der).decode()],
            "n": public["n"],
            "e": public["e"],
            "kid": self.kid,
            "x5t#S256": urlsafe_b64encode(sha256(der).digest()).decode().rstrip("="),
        }
        return {"keys": [key]}

    def certificate(self, name: str, serial: int, start: datetime, end: datetime) -> str:
        """Return a self-signed certificate for the key in PEM format, for a SAML connection.

        Args:
            name: The common name.
            serial: The serial number, greater than zero.
            start: The start of the validity period.
            end: The end of the validity period.
        """
        from cryptography.hazmat.primitives.serialization import Encoding

        return self._certify(name, serial, start, end).public_bytes(Encoding.PEM).decode()

    @property
    def is_generated(self) -> bool:
        """Whether the key was given or has been generated."""
        return self._pem is not None or "_private_key" in vars(self)

    @property
    def is_valid(self) -> bool:
        """Whether the given PEM text is an RSA private key."""
        from cryptography.exceptions import UnsupportedAlgorithm

        try:
            return bool(self.pem)
        except (ValueError, TypeError, UnsupportedAlgorithm):
            return False

    @cached_property
    def pem(self) -> str:
        """The private key in PEM format."""
        from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

        return self._private_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()

    @cached_property
    def _private_key(self) -> "RSAPrivateKey":
        from cryptography.hazmat.primitives.asymmetric import rsa
        from cryptography.hazmat.primitives.serialization import load_pem_private_key

        if self._pem is None:
            return rsa.generate_private_key(public_exponent=65537, key_size=2048)
        key = load_pem_private_key(self._pem, password=None)
        if not isinstance(key, rsa.RSAPrivateKey):
            raise ValueError("the signing key must be an RSA key")
        return key

    @cached_property
    def _key(self) -> "RSAKey":
        from joserfc.jwk import RSAKey

        return RSAKey.import_key(self.pem)

    @cached_property
    def _certificate(self) -> "Certificate":
        from cryptography import x509

        start = datetime(2020, 1, 1, tzinfo=UTC)
        return self._certify("WorkOS emulator", x509.random_serial_number(), start, start + timedelta(days=36500))

    def _certify(self, name: str, serial: int, start: datetime, end: datetime) -> "Certificate":
        from cryptography import x509
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.x509.oid import NameOID

        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(subject)
            .public_key(self._private_key.public_key())
            .serial_number(serial)
            .not_valid_before(start)
            .not_valid_after(end)
            .sign(self._private_key, SHA256())
        )


@cache
def shared_key() -> SigningKey:
    """Return the default key, shared by all emulators of the process: generating a key takes 0.1 seconds or more."""
    return SigningKey()
