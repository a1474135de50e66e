"""Handlers of organization domains."""

import re

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.organizations import render_domain
from workos_emulator.storage.objects.organizations import OrganizationDomain
from workos_emulator.storage.state import State, fold

_DOMAIN = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])")


def domain_problem(state: State, domain: str) -> str | None:
    """Return the error code for a domain that an organization cannot have; None if it can."""
    if _DOMAIN.fullmatch(fold(domain)) is None:
        return "invalid_domain"
    return "consumer_domain" if fold(domain) in state.settings.blocked_domains else None


def add_domain(state: State, organization_id: str, domain: str, verification: str) -> OrganizationDomain:
    """Add an unused domain to an organization, in the state `verification`."""
    now = state.now()
    return state.domains.add(
        OrganizationDomain(
            id=state.ids.new("org_domain"),
            organization_id=organization_id,
            domain=fold(domain),
            state=verification,
            verification_token=state.ids.secret(),
            verification_prefix="workos-verification",
            created_at=now,
            updated_at=now,
        )
    )


def _get(call: Call) -> OrganizationDomain:
    (id,) = call.path.values()
    domain = call.state.domains.get(id)
    if domain is None:
        raise errors.not_found("Organization domain", id)
    return domain


@operation("createOrganizationDomain")
def create(call: Call) -> Result:
    """Create a pending domain of an organization."""
    domain, organization_id = call.body["domain"], call.body["organization_id"]
    if organization_id not in call.state.organizations:
        raise errors.not_found("Organization", organization_id)
    if code := domain_problem(call.state, domain):
        raise errors.invalid_field("domain", code)
    if call.state.domains.find("domain", fold(domain)):
        raise errors.coded(409, "domain_already_exists", f"The domain {domain} already belongs to an organization.")
    return render_domain(add_domain(call.state, organization_id, domain, "pending"))


@operation("getOrganizationDomain")
def get(call: Call) -> Result:
    """Get an organization domain."""
    return render_domain(_get(call))


@operation("deleteOrganizationDomain")
def delete(call: Call) -> Result:
    """Delete an organization domain."""
    call.state.domains.remove(_get(call).id)
    return None


@operation("verifyOrganizationDomain")
def verify(call: Call) -> Result:
    """Verify an organization domain. The emulator performs no DNS lookup: verification always succeeds."""
    domain = _get(call)
    if domain.state == "verified":
        raise errors.coded(400, "domain_already_verified", f"The domain {domain.domain} is already verified.")
    domain.state = "verified"
    domain.updated_at = call.state.now()
    call.state.events.emit("organization_domain.verified", render_domain(domain), domain.organization_id)
    return render_domain(domain)


def fail_verification(state: State, domain: OrganizationDomain, reason: str) -> None:
    """Let the verification of a domain fail (`organization_domain.verification_failed`).

    Args:
        state: The stored objects.
        domain: The domain.
        reason: `domain_verification_period_expired` or `domain_verified_by_other_organization`.
    """
    domain.state, domain.updated_at = "failed", state.now()
    data = {"reason": reason, "organization_domain": render_domain(domain)}
    state.events.emit("organization_domain.verification_failed", data, domain.organization_id)
