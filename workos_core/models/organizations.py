# Generated from spec/resources/organizations by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of organizations."""

from datetime import datetime
from typing import Literal, TypeAlias

from workos_core.models.common import ListMetadata
from workos_core.models.connect import ConnectApplication
from workos_core.models.organization_domains import OrganizationDomain
from workos_core.serialization.model import UNSET, Model, model

__all__ = [
    "AuditLogConfiguration",
    "AuditLogConfigurationState",
    "AuditLogStream",
    "AuditLogStreamState",
    "AuditLogStreamType",
    "ItContact",
    "ItContactIntent",
    "ItContactList",
    "Organization",
    "OrganizationAuthorizedApplication",
    "OrganizationDomainData",
    "OrganizationDomainDataState",
]


@model
class ItContact(Model):
    """An IT contact: a person at a customer who sets up connections and similar features."""

    object: Literal["it_contact"] = "it_contact"
    """Always `it_contact`."""
    id: str
    """The ID of the IT contact."""
    email: str
    """The email address of the IT contact."""
    created_at: datetime
    """When the IT contact was added."""
    updated_at: datetime
    """When the IT contact was last updated."""


@model
class ItContactList(Model):
    """One page of IT contacts."""

    object: Literal["list"] = "list"
    """Always `list`."""
    data: list[ItContact]
    """The IT contacts on this page."""
    list_metadata: ListMetadata
    """The cursors of the previous and next pages."""


ItContactIntent: TypeAlias = (
    Literal[
        "sso",
        "directory_sync",
        "log_streams",
        "domain_verification",
        "bring_your_own_key",
    ]
    | str
)
"""A feature that an IT contact can be invited to set up."""


@model
class Organization(Model):
    """A customer of your application, with its domains and your own metadata."""

    object: Literal["organization"] = "organization"
    """Always `organization`."""
    id: str
    """The ID of the organization (`org_…`)."""
    name: str
    """The display name of the organization."""
    domains: list[OrganizationDomain]
    """The email domains of the organization."""
    metadata: dict[str, str]
    """Your own key-value pairs."""
    external_id: str | None
    """Your own ID for the organization, or null if you assigned none."""
    stripe_customer_id: str | None = UNSET
    """The Stripe customer this organization is linked to, for entitlements and seat sync."""
    created_at: datetime
    """When the organization was created."""
    updated_at: datetime
    """When the organization was last updated."""
    allow_profiles_outside_organization: bool | None = UNSET
    """Deprecated. Whether users with other email domains can sign in through the organization's SAML connections."""


OrganizationDomainDataState: TypeAlias = (
    Literal[
        "pending",
        "verified",
    ]
    | str
)
"""The initial state of a domain. Use `verified` only if you have verified who owns the domain."""


@model
class OrganizationDomainData(Model):
    """A domain to add to an organization."""

    domain: str
    """The domain name, such as `example.com`."""
    state: OrganizationDomainDataState
    """Whether ownership of the domain is already verified."""


AuditLogConfigurationState: TypeAlias = (
    Literal[
        "active",
        "inactive",
        "disabled",
    ]
    | str
)
"""The state of the audit logs of an organization."""

AuditLogStreamState: TypeAlias = (
    Literal[
        "active",
        "inactive",
        "error",
        "invalid",
    ]
    | str
)
"""The state of an audit log stream."""

AuditLogStreamType: TypeAlias = (
    Literal[
        "AzureSentinel",
        "Datadog",
        "GenericHttps",
        "GoogleCloudStorage",
        "S3",
        "Snowflake",
        "Splunk",
    ]
    | str
)
"""The type of a system that receives audit log events."""


@model
class AuditLogStream(Model):
    """A stream of audit log events to the customer's own system."""

    id: str
    """The ID of the stream."""
    type: AuditLogStreamType
    """The type of the system that receives the events."""
    state: AuditLogStreamState
    """The state of the stream."""
    last_synced_at: str | None
    """When events were last delivered, or null before the first delivery."""
    created_at: datetime
    """When the stream was set up."""


@model
class AuditLogConfiguration(Model):
    """The retention and streaming of the audit logs of an organization."""

    organization_id: str
    """The ID of the organization."""
    retention_period_in_days: int
    """How long events are retained, in days."""
    state: AuditLogConfigurationState
    """The state of the audit logs."""
    log_stream: AuditLogStream | None = UNSET
    """The stream to the customer's own system. Absent if none is set up."""


@model
class OrganizationAuthorizedApplication(Model):
    """An authorization of a Connect application by a member of an organization."""

    object: Literal["authorized_connect_application"] = "authorized_connect_application"
    """Always `authorized_connect_application`."""
    id: str
    """The ID of the authorization."""
    granted_scopes: list[str]
    """The OAuth scopes that were granted."""
    oauth_resource: str | None = UNSET
    """The resource the grant is for."""
    application: ConnectApplication
    """The application."""
    user_id: str
    """The ID of the user who granted the authorization."""
