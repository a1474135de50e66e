"""Handlers of SAML certificates. The certificates that WorkOS would generate use the emulator's signing key."""

from datetime import datetime, timedelta

from workos_emulator.api.registry import Result, operation
from workos_emulator.api.sso import connections
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.sso import render_certificate
from workos_emulator.storage.objects.sso import Certificate

_LIFETIME = timedelta(days=1826)
_NAMES = {
    "idp_signing": "signing certificate",
    "sp_encryption": "encryption certificate",
    "sp_signing": "signing certificate",
}


@operation("listConnectionSamlIdpSigningCerts")
def list_idp_signing(call: Call) -> Result:
    """List the identity provider's signing certificates."""
    return _list(call, "idp_signing")


@operation("createConnectionSamlIdpSigningCert")
def create_idp_signing(call: Call) -> Result:
    """Add a signing certificate of the identity provider."""
    value = call.body["value"]
    try:
        not_before, not_after = certificate_validity(value)
    except ValueError:
        raise errors.invalid_field("value", "invalid_format") from None
    return _add(call, "idp_signing", value, not_before, not_after)


@operation("deleteConnectionSamlIdpSigningCert")
def delete_idp_signing(call: Call) -> Result:
    """Delete a signing certificate of the identity provider."""
    return _delete(call, "idp_signing")


@operation("listConnectionSamlSpEncryptionCerts")
def list_sp_encryption(call: Call) -> Result:
    """List the service provider's encryption certificates."""
    return _list(call, "sp_encryption")


@operation("createConnectionSamlSpEncryptionCert")
def create_sp_encryption(call: Call) -> Result:
    """Create an encryption certificate of the service provider."""
    return _create(call, "sp_encryption")


@operation("deleteConnectionSamlSpEncryptionCert")
def delete_sp_encryption(call: Call) -> Result:
    """Delete an encryption certificate of the service provider."""
    return _delete(call, "sp_encryption")


@operation("getConnectionSamlSpSigningCert")
def get_sp_signing(call: Call) -> Result:
    """Get the newest signing certificate of the service provider."""
    certificates = call.state.sso.certificates.group("place", (connections.find_connection(call).id, "sp_signing"))
    if not certificates:
        raise errors.plain(404, "The connection has no signing certificate.")
    return render_certificate(certificates[-1])


@operation("createConnectionSamlSpSigningCert")
def create_sp_signing(call: Call) -> Result:
    """Create a signing certificate of the service provider."""
    return _create(call, "sp_signing")


@operation("deleteConnectionSamlSpSigningCert")
def delete_sp_signing(call: Call) -> Result:
    """Delete a signing certificate of the service provider."""
    return _delete(call, "sp_signing")


def _list(call: Call, use: str) -> Result:
    """Return all certificates of a use on one page, newest first."""
    certificates = call.state.sso.certificates.group("place", (connections.find_connection(call).id, use))
    return {"object": "list", "data": [render_certificate(certificate) for certificate in reversed(certificates)]}


def _create(call: Call, use: str) -> Result:
    state = call.state
    start = state.now().replace(microsecond=0)
    serial = int.from_bytes(state.ids.random_bytes(15), "big") + 1
    value = call.environment.signing_key.certificate(
        connections.find_connection(call).id, serial, start, start + _LIFETIME
    )
    return _add(call, use, value, start, start + _LIFETIME)


def _add(call: Call, use: str, value: str, not_before: datetime | None, not_after: datetime | None) -> Result:
    now = call.state.now()
    certificate = Certificate(
        id=call.state.ids.new("saml_cert"),
        connection_id=connections.find_connection(call).id,
        use=use,
        value=value,
        not_before=not_before,
        not_after=not_after,
        created_at=now,
        updated_at=now,
    )
    return render_certificate(call.state.sso.certificates.add(certificate))


def _delete(call: Call, use: str) -> Result:
    certificate = call.state.sso.certificates.get(call.path["certificate_id"])
    if certificate is None or (certificate.connection_id, certificate.use) != (
        connections.find_connection(call).id,
        use,
    ):
        raise call.not_found(f"SAML {_NAMES[use]}", call.path["certificate_id"])
    call.state.sso.certificates.remove(certificate.id)
    return None


def certificate_validity(pem: str) -> tuple[datetime, datetime]:
    """Return the first and the last moment at which a PEM-encoded certificate is valid.

    Raises:
        ValueError: It is no certificate.
    """
    from cryptography.x509 import InvalidVersion, load_pem_x509_certificate

    try:
        certificate = load_pem_x509_certificate(pem.encode())
    except InvalidVersion as error:
        raise ValueError(str(error)) from error
    return certificate.not_valid_before_utc, certificate.not_valid_after_utc
