# Generated from spec/resources/organizations by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Objects in arguments of organizations."""

from typing import TypedDict

from workos_core.models.organizations import OrganizationDomainDataState

__all__ = [
    "OrganizationDomainDataParam",
]


class OrganizationDomainDataParam(TypedDict):
    """A domain to add to an organization."""

    domain: str
    """The domain name, such as `example.com`."""
    state: OrganizationDomainDataState
    """Whether ownership of the domain is already verified."""
