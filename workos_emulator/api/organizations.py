"""Handlers of organizations."""

from collections.abc import Mapping
from functools import partial
from typing import cast

from workos_emulator.api import organization_domains
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors, payload
from workos_emulator.rendering.audit_logs import render_log_stream
from workos_emulator.rendering.organizations import render_organization
from workos_emulator.storage.deletion import cascade
from workos_emulator.storage.objects.organizations import Organization
from workos_emulator.storage.state import State, fold


def find_organization(call: Call, id: str) -> Organization:
    """Return the organization with this ID.

    Raises:
        ApiError: 404 if it does not exist.
    """
    organization = call.state.organizations.get(id)
    if organization is None:
        raise errors.not_found("Organization", id)
    return organization


@operation("listOrganizations")
def list_organizations(call: Call) -> Result:
    """List organizations, filtered by domains and by a substring of the name or a domain."""
    state = call.state
    numbers = None
    if "domains" in call.query:
        owners = [state.domains.find("domain", fold(name)) for name in call.query["domains"]]
        organizations = [state.organizations.get(owner.organization_id) for owner in owners if owner]
        numbers = sorted({organization.number for organization in organizations if organization})
    keep = partial(_matches, state, fold(call.query["search"])) if call.query.get("search") else None
    return call.page(state.organizations, partial(render_organization, state), numbers=numbers, keep=keep)


def _matches(state: State, text: str, organization: Organization) -> bool:
    domains = state.domains.group("organization", organization.id)
    return text in fold(organization.name) or any(text in domain.domain for domain in domains)


@operation("createOrganization")
def create(call: Call) -> Result:
    """Create an organization with its domains."""
    domains = _requested_domains(call, None)
    _check_unique(call, None)
    now = call.state.now()
    organization = Organization(
        id=call.state.ids.new("org"),
        name=call.body["name"],
        external_id=call.body.get("external_id"),
        metadata=call.body.get("metadata") or {},
        allow_profiles_outside_organization=call.body.get("allow_profiles_outside_organization", False),
        created_at=now,
        updated_at=now,
    )
    call.state.organizations.add(organization)
    for domain, verification in (domains or {}).items():
        organization_domains.add_domain(call.state, organization.id, domain, verification)
    return render_organization(call.state, organization)


@operation("getOrganization")
def get(call: Call) -> Result:
    """Get an organization."""
    return render_organization(call.state, find_organization(call, call.path["organization_id"]))


@operation("getOrganizationByExternalId")
def get_by_external_id(call: Call) -> Result:
    """Get an organization by its external ID."""
    external_id = call.path["external_id"]
    organization = call.state.organizations.find("external_id", external_id)
    if organization is None:
        raise errors.not_found("Organization", external_id)
    return render_organization(call.state, organization)


@operation("updateOrganization")
def update(call: Call) -> Result:
    """Update the fields in the body; null clears a field."""
    organization = find_organization(call, call.path["organization_id"])
    domains = _requested_domains(call, organization)
    _check_unique(call, organization)
    for name in ("name", "allow_profiles_outside_organization", "stripe_customer_id", "external_id"):
        if name in call.body:
            setattr(organization, name, call.body[name])
    if "metadata" in call.body:
        organization.metadata = payload.merge_metadata(organization.metadata, call.body["metadata"])
    organization.updated_at = call.state.now()
    call.state.organizations.changed(organization)
    if domains is not None:
        _replace_domains(call.state, organization, domains)
    return render_organization(call.state, organization)


@operation("deleteOrganization")
def delete(call: Call) -> Result:
    """Delete an organization with its dependents."""
    cascade.delete_organization(call.state, find_organization(call, call.path["organization_id"]))
    return None


@operation("getAuditLogConfiguration")
def get_audit_log_configuration(call: Call) -> Result:
    """Get the audit log configuration: as set with `Emulator.seed` and in the Admin Portal, otherwise inactive."""
    organization = find_organization(call, call.path["organization_id"])
    streams = call.state.audit.streams.group("organization", organization.id)
    return {
        "organization_id": organization.id,
        "retention_period_in_days": call.state.settings.audit_log_retention_days,
        "state": "inactive",
        **organization.audit_logs,
        **({"log_stream": render_log_stream(streams[-1])} if streams else {}),
    }


def _check_unique(call: Call, organization: Organization | None) -> None:
    for field in ("external_id", "stripe_customer_id"):
        value = call.body.get(field)
        if value is not None and call.state.organizations.find(field, value) not in (None, organization):
            raise errors.coded(400, f"{field}_already_used", f"Another organization has this {field}.")


def _requested_domains(call: Call, organization: Organization | None) -> dict[str, str] | None:
    """Return the domains in the body with their states; None if it has none.

    Raises:
        ApiError: 422 for a domain that organizations cannot have, 409 for a domain of another organization.
    """
    entries: list[tuple[str, str, str]] = []
    for index, item in enumerate(cast(list[Mapping[str, str]], call.body.get("domain_data", []))):
        entries.append((f"domain_data.{index}.domain", item["domain"], item["state"]))
    for index, name in enumerate(cast(list[str], call.body.get("domains", []))):
        entries.append((f"domains.{index}", name, "pending"))
    problems = [(field, organization_domains.domain_problem(call.state, name)) for field, name, _ in entries]
    if invalid := [{"field": field, "code": code} for field, code in problems if code]:
        raise errors.invalid(invalid)
    for _, name, _ in entries:
        owner = call.state.domains.find("domain", fold(name))
        if owner and (organization is None or owner.organization_id != organization.id):
            raise errors.plain(409, f"The domain {name} belongs to another organization.")
    if "domain_data" not in call.body and "domains" not in call.body:
        return None
    states: dict[str, str] = {}
    for _, name, verification in entries:
        states.setdefault(fold(name), verification)  # domain_data comes first and takes precedence
    return states


def _replace_domains(state: State, organization: Organization, states: Mapping[str, str]) -> None:
    existing = {domain.domain: domain for domain in state.domains.group("organization", organization.id)}
    for name, domain in existing.items():
        if name not in states:
            state.domains.remove(domain.id)
        elif domain.state != states[name]:
            domain.state = states[name]
            domain.updated_at = organization.updated_at
            state.domains.changed(domain)
    for name, verification in states.items():
        if name not in existing:
            organization_domains.add_domain(state, organization.id, name, verification)
