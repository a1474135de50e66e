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
"""How far the verification of a domain is: `pending` is under way, `failed` and `unverified` are not proved,
`verified` and `legacy_verified` are.
"""

OrganizationDomainVerificationStrategy: TypeAlias = (
    Literal[
        "dns",
        "manual",
    ]
    | str
)
"""How the ownership of a domain is proved: with a DNS record, or by hand."""


@model
class OrganizationDomain(Model):
    """A domain of an organization, and how its ownership is proved."""

    object: Literal["organization_domain"] = "organization_domain"
    """Always `organization_domain`."""
    id: str
    """The id of the organization domain (`org_domain_…`)."""
    organization_id: str
    """The id of the organization the domain belongs to."""
    domain: str
    """The domain name, such as `example.com`."""
    state: OrganizationDomainState | None = UNSET
    """How far the verification of the domain is."""
    verification_prefix: str | None = UNSET
    """The prefix to use in the DNS record that proves ownership."""
    verification_token: str | None = UNSET
    """The value of the TXT record that proves ownership."""
    verification_strategy: OrganizationDomainVerificationStrategy | None = UNSET
    """How the ownership of the domain is proved."""
    created_at: datetime
    """When the domain was added."""
    updated_at: datetime
    """When the domain last changed."""
