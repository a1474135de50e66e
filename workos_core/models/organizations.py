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
    """Somebody at a customer who sets up connections and the like."""

    object: Literal["it_contact"] = "it_contact"
    """Always `it_contact`."""
    id: str
    """The id of the IT contact."""
    email: str
    """The e-mail address of the person."""
    created_at: datetime
    """When the IT contact was added."""
    updated_at: datetime
    """When the IT contact last changed."""


@model
class ItContactList(Model):
    """One page of IT contacts."""

    object: Literal["list"] = "list"
    """Always `list`."""
    data: list[ItContact]
    """The IT contacts of this page."""
    list_metadata: ListMetadata
    """The cursors of the neighbouring pages."""


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
"""What an IT contact can be invited to set up."""


@model
class Organization(Model):
    """A customer of yours, with its domains and your own data about it."""

    object: Literal["organization"] = "organization"
    """Always `organization`."""
    id: str
    """The id of the organization (`org_…`)."""
    name: str
    """The name people see."""
    domains: list[OrganizationDomain]
    """The e-mail domains of the organization."""
    metadata: dict[str, str]
    """Your own key-value data."""
    external_id: str | None
    """Your own id for the organization, if you gave one."""
    stripe_customer_id: str | None = UNSET
    """The Stripe customer this organization is linked to, for entitlements and seat sync."""
    created_at: datetime
    """When the organization was created."""
    updated_at: datetime
    """When the organization last changed."""
    allow_profiles_outside_organization: bool | None = UNSET
    """Deprecated. Whether people with other e-mail domains may sign in through the organization's SAML
    connections.
    """


OrganizationDomainDataState: TypeAlias = (
    Literal[
        "pending",
        "verified",
    ]
    | str
)
"""The state a domain starts in. Choose `verified` only when you checked who owns it."""


@model
class OrganizationDomainData(Model):
    """A domain to give to an organization."""

    domain: str
    """The domain name, such as `example.com`."""
    state: OrganizationDomainDataState
    """Whether its ownership is already proved."""


AuditLogConfigurationState: TypeAlias = (
    Literal[
        "active",
        "inactive",
        "disabled",
    ]
    | str
)
"""Whether audit logs are on for the organization."""

AuditLogStreamState: TypeAlias = (
    Literal[
        "active",
        "inactive",
        "error",
        "invalid",
    ]
    | str
)
"""How an audit log stream is doing."""

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
"""The kind of system that receives audit log events."""


@model
class AuditLogStream(Model):
    """A stream of audit log events to the customer's own system."""

    id: str
    """The id of the stream."""
    type: AuditLogStreamType
    """The kind of system that receives the events."""
    state: AuditLogStreamState
    """How the stream is doing."""
    last_synced_at: str | None
    """When events were last delivered; null before the first delivery."""
    created_at: datetime
    """When the stream was set up."""


@model
class AuditLogConfiguration(Model):
    """How audit logs of an organization are kept and where they are streamed to."""

    organization_id: str
    """The id of the organization."""
    retention_period_in_days: int
    """How many days events are kept."""
    state: AuditLogConfigurationState
    """Whether audit logs are on."""
    log_stream: AuditLogStream | None = UNSET
    """The stream to the customer's own system; absent when none is set up."""


@model
class OrganizationAuthorizedApplication(Model):
    """The permission a member of an organization gave to a Connect application."""

    object: Literal["authorized_connect_application"] = "authorized_connect_application"
    """Always `authorized_connect_application`."""
    id: str
    """The id of the authorization."""
    granted_scopes: list[str]
    """The OAuth scopes that were granted."""
    oauth_resource: str | None = UNSET
    """The resource the grant is for."""
    application: ConnectApplication
    """The application."""
    user_id: str
    """The id of the user who gave the permission."""
