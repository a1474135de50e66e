"""The metadata document of a SAML identity provider."""

from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree

from workos_emulator.api.sso.certificates import certificate_validity
from workos_emulator.storage.clock import stamp

_METADATA = "{urn:oasis:names:tc:SAML:2.0:metadata}"
_SIGNATURE = "{http://www.w3.org/2000/09/xmldsig#}"
_REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"


@dataclass(slots=True, frozen=True)
class IdpMetadata:
    """What a connection needs to know about an identity provider.

    Attributes:
        entity_id: The entity ID.
        sso_url: The URL that sign-in requests are sent to.
        certificates: The PEM-encoded certificates that verify signatures of the identity provider and have not expired.
    """

    entity_id: str
    sso_url: str
    certificates: list[str]


def parse(text: str, now: datetime) -> IdpMetadata:
    """Parse a metadata document.

    Raises:
        ValueError: It is not the metadata of an identity provider, or all its certificates have expired; the message is for the admin.
    """
    # Entities could make a short document huge, and metadata needs none.
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError("The metadata must not have a document type declaration (<!DOCTYPE …>).")
    try:
        root = ElementTree.fromstring(text.strip().encode())  # noqa: S314 - no entities, see above
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        line = f" in line {error.position[0]}" if isinstance(error, ElementTree.ParseError) else ""
        raise ValueError(f"The metadata is not well-formed XML: there is a mistake{line}.") from None
    entity = root if root.tag == f"{_METADATA}EntityDescriptor" else root.find(f"{_METADATA}EntityDescriptor")
    if entity is None:
        raise ValueError(
            "The metadata has no element EntityDescriptor. Copy the whole metadata file of your identity provider."
        )
    descriptor = entity.find(f"{_METADATA}IDPSSODescriptor")
    if descriptor is None:
        raise ValueError(
            "The metadata has no element IDPSSODescriptor: it describes an application, not an identity provider."
        )
    services = descriptor.findall(f"{_METADATA}SingleSignOnService")
    services.sort(key=lambda service: service.get("Binding") != _REDIRECT)
    if not services or not services[0].get("Location"):
        raise ValueError("The metadata has no SingleSignOnService with a Location.")
    certificates = [
        to_pem(element.text or "")
        for key in descriptor.findall(f"{_METADATA}KeyDescriptor")
        if key.get("use", "signing") == "signing"
        for element in key.iter(f"{_SIGNATURE}X509Certificate")
    ]
    if not certificates:
        raise ValueError("The metadata has no signing certificate (X509Certificate).")
    # Around a renewal, metadata has the old certificate as well.
    current = [each for each in certificates if _expiry(each) > now]
    if not current:
        check_certificate(certificates[-1], now)
    return IdpMetadata(entity.get("entityID", ""), services[0].get("Location", ""), current)


def to_pem(text: str) -> str:
    """Return a certificate in the PEM format. Metadata has only the Base64 text, without the lines around it."""
    if "-----BEGIN" in text:
        return text.strip() + "\n"
    base64 = "".join(text.split())
    lines = [base64[start : start + 64] for start in range(0, len(base64), 64)]
    return "\n".join(["-----BEGIN CERTIFICATE-----", *lines, "-----END CERTIFICATE-----", ""])


def check_certificate(pem: str, now: datetime) -> None:
    """Check that a certificate can be used.

    Raises:
        ValueError: It is no PEM-encoded X.509 certificate, or has expired; the message is for the admin.
    """
    not_after = _expiry(pem)
    if not_after <= now:
        raise ValueError(f"The certificate expired at {stamp(not_after)}. Use a current one.")


def _expiry(pem: str) -> datetime:
    try:
        return certificate_validity(pem)[1]
    except ValueError:
        raise ValueError("The certificate is not an X.509 certificate in the PEM format.") from None
