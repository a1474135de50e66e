# Generated from spec/resources/organization_domains.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of organization domains."""

from datetime import datetime
from typing import Literal, TypeAlias

from workos_core.serialization.model import UNSET, Model, model

__all__ = [
    "OrganizationDomain",
    "OrganizationDomainState",
    "OrganizationDomainVerificationStrategy",
]

OrganizationDomainState: TypeAlias = (
    Literal[
        "failed",
        "legacy_verified",
        "pending",
        "unverified",
        "verified",
    ]
    | str
)
"""The verification state of a domain: `pending` is in progress, `failed` and `unverified` are not verified,
and `verified` and `legacy_verified` are verified.
"""

OrganizationDomainVerificationStrategy: TypeAlias = (
    Literal[
        "dns",
        "manual",
    ]
    | str
)
"""How ownership of a domain is verified: with a DNS record (`dns`) or manually (`manual`)."""


@model
class OrganizationDomain(Model):
    """A domain of an organization, with the data to verify its ownership."""

    object: Literal["organization_domain"] = "organization_domain"
    """Always `organization_domain`."""
    id: str
    """The ID of the organization domain (`org_domain_…`)."""
    organization_id: str
    """The ID of the organization the domain belongs to."""
    domain: str
    """The domain name, such as `example.com`."""
    state: OrganizationDomainState | None = UNSET
    """The verification state of the domain."""
    verification_prefix: str | None = UNSET
    """The prefix of the DNS record that verifies ownership."""
    verification_token: str | None = UNSET
    """The value of the TXT record that verifies ownership."""
    verification_strategy: OrganizationDomainVerificationStrategy | None = UNSET
    """How ownership of the domain is verified."""
    created_at: datetime
    """When the domain was added."""
    updated_at: datetime
    """When the domain was last updated."""
