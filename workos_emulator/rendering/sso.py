"""SSO connections, profiles and certificates as JSON."""

from typing import Any

from workos_emulator.storage.clock import stamp, stamp_or_none
from workos_emulator.storage.objects.sso import Certificate, Connection, Profile
from workos_emulator.storage.state import State


def render_certificate(certificate: Certificate) -> dict[str, Any]:
    """Return the certificate as JSON."""
    return {
        "object": f"saml_{certificate.use}_certificate",
        "id": certificate.id,
        "value": certificate.value,
        "not_before": stamp_or_none(certificate.not_before),
        "not_after": stamp_or_none(certificate.not_after),
        "created_at": stamp(certificate.created_at),
    }


def render_connection(state: State, connection: Connection) -> dict[str, Any]:
    """Return the connection as JSON, with the domains of its organization."""
    domains = state.domains.group("organization", connection.organization_id)
    result: dict[str, Any] = {
        "object": "connection",
        "id": connection.id,
        "connection_type": connection.type,
        "name": connection.name,
        "state": connection.state,
        "status": "linked" if connection.state == "active" else "unlinked",
        "domains": [
            {"object": "connection_domain", "id": f"conn_domain_{domain.id[-26:]}", "domain": domain.domain}
            for domain in domains
        ],
        "created_at": stamp(connection.created_at),
        "updated_at": stamp(connection.updated_at),
    }
    if connection.organization_id is not None:
        result["organization_id"] = connection.organization_id
    return result


def render_profile(state: State, profile: Profile) -> dict[str, Any]:
    """Return the profile as JSON."""
    connection = state.sso.connections.get(profile.connection_id)
    assert connection is not None
    names = [name for name in (profile.first_name, profile.last_name) if name]
    roles = [{"slug": slug} for slug in profile.role_slugs]
    return {
        "object": "profile",
        "id": profile.id,
        "organization_id": connection.organization_id,
        "connection_id": connection.id,
        "connection_type": connection.type,
        "idp_id": profile.idp_id,
        "email": profile.email,
        "first_name": profile.first_name,
        "last_name": profile.last_name,
        "name": " ".join(names) or None,
        "role": roles[0] if roles else None,
        "roles": roles or None,
        "groups": profile.groups,
        "custom_attributes": profile.custom_attributes,
        "raw_attributes": profile.raw_attributes,
    }
