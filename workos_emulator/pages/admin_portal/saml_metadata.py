"""The metadata document of a SAML identity provider."""

from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree

from workos_emulator.api.sso.certificates import certificate_validity
from workos_emulator.pages.texts import catalog
from workos_emulator.pages.texts.catalog import Texts
from workos_emulator.storage.clock import stamp

_METADATA = "{urn:oasis:names:tc:SAML:2.0:metadata}"
_SIGNATURE = "{http://www.w3.org/2000/09/xmldsig#}"
_REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"


class InvalidMetadataError(Exception):
    """The metadata of an identity provider, or a certificate, cannot be used."""

    def __init__(self, key: str, **values: object) -> None:
        self._key, self._values = key, values
        super().__init__(self.translate(catalog.load("en")))

    def translate(self, texts: Texts) -> str:
        """Return the reason, for the admin, in a language."""
        return texts(self._key, **self._values)


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
        InvalidMetadataError: It is not the metadata of an identity provider, or all its certificates have expired.
    """
    # Entities could make a short document huge, and metadata needs none.
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise InvalidMetadataError("portal.saml.doctype")
    try:
        root = ElementTree.fromstring(text.strip().encode())  # noqa: S314 - no entities, see above
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        if isinstance(error, ElementTree.ParseError):
            raise InvalidMetadataError("portal.saml.malformed_line", line=error.position[0]) from None
        raise InvalidMetadataError("portal.saml.malformed") from None
    entity = root if root.tag == f"{_METADATA}EntityDescriptor" else root.find(f"{_METADATA}EntityDescriptor")
    if entity is None:
        raise InvalidMetadataError("portal.saml.no_entity")
    descriptor = entity.find(f"{_METADATA}IDPSSODescriptor")
    if descriptor is None:
        raise InvalidMetadataError("portal.saml.no_idp")
    services = descriptor.findall(f"{_METADATA}SingleSignOnService")
    services.sort(key=lambda service: service.get("Binding") != _REDIRECT)
    if not services or not services[0].get("Location"):
        raise InvalidMetadataError("portal.saml.no_service")
    certificates = [
        to_pem(element.text or "")
        for key in descriptor.findall(f"{_METADATA}KeyDescriptor")
        if key.get("use", "signing") == "signing"
        for element in key.iter(f"{_SIGNATURE}X509Certificate")
    ]
    if not certificates:
        raise InvalidMetadataError("portal.saml.no_certificate")
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
        InvalidMetadataError: It is no PEM-encoded X.509 certificate, or has expired.
    """
    not_after = _expiry(pem)
    if not_after <= now:
        raise InvalidMetadataError("portal.saml.expired", time=stamp(not_after))


def _expiry(pem: str) -> datetime:
    try:
        return certificate_validity(pem)[1]
    except ValueError:
        raise InvalidMetadataError("portal.saml.not_pem") from None
