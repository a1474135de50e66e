"""The SAML certificates of the organization's connections, and their renewal."""

from collections.abc import Sequence
from typing import Any

from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.admin_portal import saml_metadata
from workos_emulator.pages.admin_portal.portal_request import PortalRequest, portal_page
from workos_emulator.pages.admin_portal.providers import identity_provider, is_saml
from workos_emulator.pages.admin_portal.sso import options
from workos_emulator.pages.html import Link
from workos_emulator.pages.page_request import LocalizedError
from workos_emulator.storage.clock import stamp, stamp_or_none
from workos_emulator.storage.objects.sso import Certificate, Connection

_TYPES = {"idp_signing": "ResponseSigning", "sp_signing": "RequestSigning", "sp_encryption": "ResponseEncryption"}
"""The types of certificates in events."""

_OPERATIONS = {
    "idp_signing": "SamlIdpSigningCert",
    "sp_signing": "SamlSpSigningCert",
    "sp_encryption": "SamlSpEncryptionCert",
}


@portal_page("/certificates", "certificate_renewal", "sso")
def list_certificates(request: PortalRequest) -> Response:
    """List the certificates of all SAML connections."""
    connections = [each for each in _connections(request) if is_saml(each.type)]
    rows = [
        (
            Link(each.name, request.url("/certificates/connection", connection=each.id)),
            identity_provider(each.type),
            min((_expiry(certificate) for certificate in _certificates(request, each)), default="—"),
        )
        for each in connections
    ]
    listed = html.items((request.text("portal.sso.provider"), request.text("portal.certificates.first_expiry")), rows)
    empty = html.paragraph(request.text("portal.certificates.none_saml"))
    title = request.intent_title("certificate_renewal")
    return request.show(title, listed if rows else empty, request.finish_form(), wide=True)


@portal_page("/certificates/connection", "certificate_renewal", "sso")
def show_certificates(request: PortalRequest) -> Response:
    """Show the certificates of a connection; the forms renew them and announce their expiry."""
    connection = _find(request)
    if not request.is_submitted:
        return _show(request, connection)
    use = request.form.get("use", "")
    if use not in _TYPES:
        raise LocalizedError("certificate_use")
    if "remind" in request.form:
        _emit_renewal_required(request, connection, use)
    elif use == "idp_signing":
        pem = saml_metadata.to_pem(request.form.get("certificate", ""))
        try:
            saml_metadata.check_certificate(pem, request.state.now())
        except saml_metadata.InvalidMetadataError as error:
            return _show(request, connection, error.translate(request.text))
        replace(request, connection, use, [pem])
    else:
        replace(request, connection, use, None)
    return request.redirect("/certificates/connection", connection=connection.id)


def replace(request: PortalRequest, connection: Connection, use: str, values: Sequence[str] | None) -> None:
    """Replace the certificates of a connection for one use. If it had other ones, emit `connection.saml_certificate_renewed`.

    Args:
        request: The request.
        connection: The connection.
        use: `idp_signing`, `sp_signing` or `sp_encryption`.
        values: The PEM-encoded certificates; None to generate one.
    """
    state, path, operation = request.state, {"connection_id": connection.id}, _OPERATIONS[use]
    old = state.sso.certificates.group("place", (connection.id, use))
    if values is not None and sorted(values) == sorted(each.value for each in old):
        return
    for body in [{}] if values is None else [{"value": value} for value in values]:
        request.call(f"createConnection{operation}", path, **body)
    for each in old:
        request.call(f"deleteConnection{operation}", {**path, "certificate_id": each.id})
    if old:
        newest = state.sso.certificates.group("place", (connection.id, use))[-1]
        certificate = {"certificate_type": _TYPES[use], "expiry_date": stamp_or_none(newest.not_after)}
        _emit(request, "renewed", connection, certificate, renewed_at=stamp(state.now()))


def _emit_renewal_required(request: PortalRequest, connection: Connection, use: str) -> None:
    certificates = request.state.sso.certificates.group("place", (connection.id, use))
    if not certificates or certificates[-1].not_after is None:
        raise LocalizedError("certificate", 404)
    not_after = certificates[-1].not_after
    remaining = not_after - request.state.now()
    certificate = {
        "certificate_type": _TYPES[use],
        "expiry_date": stamp(not_after),
        "is_expired": remaining.total_seconds() <= 0,
    }
    _emit(request, "renewal_required", connection, certificate, days_until_expiry=remaining.days)


def _emit(request: PortalRequest, verb: str, connection: Connection, certificate: dict[str, Any], **more: Any) -> None:
    reference = {"id": connection.id, "organization_id": connection.organization_id}
    data = {"connection": reference, "certificate": certificate, **more}
    request.state.events.emit(f"connection.saml_certificate_{verb}", data, connection.organization_id)


def _show(request: PortalRequest, connection: Connection, error: str = "") -> Response:
    known = {use: request.state.sso.certificates.group("place", (connection.id, use)) for use in _TYPES}
    names = {use: request.text(f"portal.certificates.{use}") for use in _TYPES}
    facts = {
        f"{names[use]}, {number}" if len(group) > 1 else names[use]: request.text(
            "portal.certificates.expires", time=_expiry(each)
        )
        for use, group in known.items()
        for number, each in enumerate(group, 1)
    }
    url = options(connection, "saml_options").get("idp_metadata_url")
    renewals = [
        request.session_form(html.button(request.text(f"portal.certificates.renew_{use}"), plain=True), use=use)
        for use in ("sp_signing", "sp_encryption")
        if known[use]
    ]
    reminders = [
        request.session_form(
            html.button(request.text(f"portal.certificates.remind_{use}"), plain=True), use=use, remind="yes"
        )
        for use, group in known.items()
        if group
    ]
    return request.show(
        request.text("portal.certificates.title", connection=connection.name),
        html.facts(facts) if facts else html.paragraph(request.text("portal.certificates.none")),
        html.paragraph(request.text("portal.certificates.metadata", url=url)) if url else "",
        request.session_form(
            html.textarea("certificate", request.text("portal.certificates.new"), error=error),
            html.button(request.text("portal.certificates.renew")),
            use="idp_signing",
        ),
        *renewals,
        html.heading(request.text("portal.certificates.reminders")) if reminders else "",
        html.paragraph(request.text("portal.certificates.reminders_intro")) if reminders else "",
        *reminders,
        request.finish_form(),
        html.links({request.text("portal.certificates.all"): request.url("/certificates")}),
        problem=bool(error),
    )


def _connections(request: PortalRequest) -> list[Connection]:
    return request.state.sso.connections.group("organization", request.organization.id)


def _find(request: PortalRequest) -> Connection:
    wanted = request.query.get("connection")
    for connection in _connections(request):
        if connection.id == wanted and is_saml(connection.type):
            return connection
    raise LocalizedError("saml_connection", 404)


def _certificates(request: PortalRequest, connection: Connection) -> list[Certificate]:
    return request.state.sso.certificates.group("place", connection.id)


def _expiry(certificate: Certificate) -> str:
    return "—" if certificate.not_after is None else stamp(certificate.not_after)
