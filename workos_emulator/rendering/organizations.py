"""Organizations, their domains and IT contacts as JSON."""

from typing import Any

from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.organizations import ItContact, Organization, OrganizationDomain
from workos_emulator.storage.state import State


def render_organization(state: State, organization: Organization) -> dict[str, Any]:
    """Return the organization as JSON."""
    result: dict[str, Any] = {
        "object": "organization",
        "id": organization.id,
        "name": organization.name,
        "domains": [render_domain(domain) for domain in state.domains.group("organization", organization.id)],
        "metadata": organization.metadata,
        "external_id": organization.external_id,
        "created_at": stamp(organization.created_at),
        "updated_at": stamp(organization.updated_at),
        "allow_profiles_outside_organization": organization.allow_profiles_outside_organization,
    }
    if organization.stripe_customer_id is not None:
        result["stripe_customer_id"] = organization.stripe_customer_id
    return result


def render_domain(domain: OrganizationDomain) -> dict[str, Any]:
    """Return the domain as JSON."""
    return {
        "object": "organization_domain",
        "id": domain.id,
        "organization_id": domain.organization_id,
        "domain": domain.domain,
        "state": domain.state,
        "verification_prefix": domain.verification_prefix,
        "verification_token": domain.verification_token,
        "verification_strategy": "dns",
        "created_at": stamp(domain.created_at),
        "updated_at": stamp(domain.updated_at),
    }


def render_it_contact(contact: ItContact) -> dict[str, Any]:
    """Return the IT contact as JSON."""
    return {
        "object": "it_contact",
        "id": contact.id,
        "email": contact.email,
        "created_at": stamp(contact.created_at),
        "updated_at": stamp(contact.updated_at),
    }
