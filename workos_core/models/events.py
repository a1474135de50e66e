# Generated from spec/resources/events by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of events."""

from datetime import datetime
from typing import Any, ClassVar, Literal, TypeAlias

from workos_core.models.agents import AgentRegistrationKind, AgentRegistrationStatus
from workos_core.models.api_keys import ApiKeyOwner
from workos_core.models.authorization import AuthorizationPermission
from workos_core.models.common import Role
from workos_core.models.directory_sync import DirectoryGroup, DirectoryUserEmail, DirectoryUserState
from workos_core.models.feature_flags import FeatureFlagOwner
from workos_core.models.groups import Group
from workos_core.models.organization_domains import OrganizationDomain
from workos_core.models.organizations import Organization
from workos_core.models.pipes import (
    ConnectedAccountConnectionRole,
    ConnectedAccountState,
    ConnectedAccountStateReason,
    DataIntegrationAuthMethod,
)
from workos_core.models.sso import ConnectionDomain, ConnectionStatus
from workos_core.models.user_management import (
    InvitationState,
    OrganizationMembershipStatus,
    User,
    UserSession,
    WaitlistEntryState,
)
from workos_core.serialization.model import UNSET, Model, field, model

__all__ = [
    "ActionAuthenticationDeniedEvent",
    "ActionAuthenticationDeniedEventData",
    "ActionUserRegistrationDeniedEvent",
    "ActionUserRegistrationDeniedEventData",
    "AgentAccessTokenDetail",
    "AgentApiKeyDetail",
    "AgentCredentialDetail",
    "AgentIdentityEventData",
    "AgentRegistrationClaimAttemptCreatedEvent",
    "AgentRegistrationClaimAttemptEventData",
    "AgentRegistrationClaimCompletedEvent",
    "AgentRegistrationClaimEventData",
    "AgentRegistrationClaimant",
    "AgentRegistrationCreatedEvent",
    "AgentRegistrationCredentialEventData",
    "AgentRegistrationCredentialIssuedEvent",
    "AgentRegistrationDeletedEvent",
    "AgentRegistrationEventData",
    "AgentRegistrationExpiredEvent",
    "AgentRegistrationMethod",
    "AgentRegistrationOrganizationSwitchedEvent",
    "AgentRegistrationOrganizationSwitchedEventData",
    "AgentRegistrationReferenceEventData",
    "AgentRegistrationRefreshedEvent",
    "AgentRegistrationRevokedEvent",
    "ApiKeyCreatedEvent",
    "ApiKeyEventData",
    "ApiKeyPreviousAttributes",
    "ApiKeyRevokedEvent",
    "ApiKeyUpdatedEvent",
    "ApiKeyUpdatedEventData",
    "AuthenticationEmailVerificationFailedEvent",
    "AuthenticationEmailVerificationFailedEventData",
    "AuthenticationEmailVerificationSucceededEvent",
    "AuthenticationEmailVerificationSucceededEventData",
    "AuthenticationEventError",
    "AuthenticationEventSso",
    "AuthenticationMagicAuthFailedEvent",
    "AuthenticationMagicAuthFailedEventData",
    "AuthenticationMagicAuthSucceededEvent",
    "AuthenticationMagicAuthSucceededEventData",
    "AuthenticationMfaFailedEvent",
    "AuthenticationMfaFailedEventData",
    "AuthenticationMfaSucceededEvent",
    "AuthenticationMfaSucceededEventData",
    "AuthenticationOauthFailedEvent",
    "AuthenticationOauthFailedEventData",
    "AuthenticationOauthSucceededEvent",
    "AuthenticationOauthSucceededEventData",
    "AuthenticationPasskeyFailedEvent",
    "AuthenticationPasskeyFailedEventData",
    "AuthenticationPasskeySucceededEvent",
    "AuthenticationPasskeySucceededEventData",
    "AuthenticationPasswordFailedEvent",
    "AuthenticationPasswordFailedEventData",
    "AuthenticationPasswordSucceededEvent",
    "AuthenticationPasswordSucceededEventData",
    "AuthenticationRadarRiskDetectedEvent",
    "AuthenticationRadarRiskDetectedEventData",
    "AuthenticationReauthenticationSucceededEvent",
    "AuthenticationReauthenticationSucceededEventData",
    "AuthenticationSsoFailedEvent",
    "AuthenticationSsoFailedEventData",
    "AuthenticationSsoStartedEvent",
    "AuthenticationSsoStartedEventData",
    "AuthenticationSsoSucceededEvent",
    "AuthenticationSsoSucceededEventData",
    "AuthenticationSsoTimedOutEvent",
    "AuthenticationSsoTimedOutEventData",
    "ConnectionActivatedEvent",
    "ConnectionDeactivatedEvent",
    "ConnectionDeletedEvent",
    "ConnectionDeletedEventData",
    "ConnectionEventData",
    "ConnectionEventState",
    "ConnectionReference",
    "ConnectionSamlCertificateRenewalRequiredEvent",
    "ConnectionSamlCertificateRenewalRequiredEventData",
    "ConnectionSamlCertificateRenewedEvent",
    "ConnectionSamlCertificateRenewedEventData",
    "DirectoryDeletedEventData",
    "DirectoryEventData",
    "DirectoryEventDomain",
    "DirectoryEventState",
    "DirectoryGroupMemberEventData",
    "DirectoryGroupUpdatedEventData",
    "DirectoryTokenEventData",
    "DirectoryUserEventData",
    "DirectoryUserUpdatedEventData",
    "DsyncActivatedEvent",
    "DsyncDeletedEvent",
    "DsyncGroupCreatedEvent",
    "DsyncGroupDeletedEvent",
    "DsyncGroupUpdatedEvent",
    "DsyncGroupUserAddedEvent",
    "DsyncGroupUserRemovedEvent",
    "DsyncTokenCreatedEvent",
    "DsyncTokenRevokedEvent",
    "DsyncUserCreatedEvent",
    "DsyncUserDeletedEvent",
    "DsyncUserUpdatedEvent",
    "EmailVerificationCreatedEvent",
    "EmailVerificationEventData",
    "Event",
    "EventActor",
    "EventActorSource",
    "EventConnectionType",
    "EventContext",
    "EventDirectoryType",
    "EventListMetadata",
    "ExpiringSamlCertificate",
    "FeatureFlagEventData",
    "FlagAccessType",
    "FlagCreatedEvent",
    "FlagDeletedEvent",
    "FlagEventContext",
    "FlagPreviousAttributes",
    "FlagPreviousData",
    "FlagRulePreviousAttributes",
    "FlagRulePreviousContext",
    "FlagRulePreviousData",
    "FlagRuleUpdatedEvent",
    "FlagRuleUpdatedEventContext",
    "FlagTargetOrganization",
    "FlagTargetUser",
    "FlagTargets",
    "FlagUpdatedEvent",
    "FlagUpdatedEventContext",
    "GoogleAnalyticsSession",
    "GroupCreatedEvent",
    "GroupDeletedEvent",
    "GroupMemberAddedEvent",
    "GroupMemberEventData",
    "GroupMemberRemovedEvent",
    "GroupUpdatedEvent",
    "InvitationAcceptedEvent",
    "InvitationCreatedEvent",
    "InvitationEventData",
    "InvitationResentEvent",
    "InvitationRevokedEvent",
    "MagicAuthCreatedEvent",
    "MagicAuthEventData",
    "OrganizationCreatedEvent",
    "OrganizationDeletedEvent",
    "OrganizationDomainCreatedEvent",
    "OrganizationDomainDeletedEvent",
    "OrganizationDomainUpdatedEvent",
    "OrganizationDomainVerificationFailedEvent",
    "OrganizationDomainVerificationFailedEventData",
    "OrganizationDomainVerificationFailure",
    "OrganizationDomainVerifiedEvent",
    "OrganizationMembershipCreatedEvent",
    "OrganizationMembershipDeletedEvent",
    "OrganizationMembershipEventData",
    "OrganizationMembershipUpdatedEvent",
    "OrganizationRoleCreatedEvent",
    "OrganizationRoleDeletedEvent",
    "OrganizationRoleEventData",
    "OrganizationRoleUpdatedEvent",
    "OrganizationUpdatedEvent",
    "PasswordResetCreatedEvent",
    "PasswordResetEventData",
    "PasswordResetSucceededEvent",
    "PermissionCreatedEvent",
    "PermissionDeletedEvent",
    "PermissionUpdatedEvent",
    "PipesConnectedAccountConnectedEvent",
    "PipesConnectedAccountConnectionFailedEvent",
    "PipesConnectedAccountDisconnectedEvent",
    "PipesConnectedAccountEventData",
    "PipesConnectedAccountReauthorizationNeededEvent",
    "PipesConnectionFailedEventData",
    "RadarChallengeCreatedEvent",
    "RadarChallengeEventData",
    "RadarRiskAction",
    "RenewedSamlCertificate",
    "RoleCreatedEvent",
    "RoleDeletedEvent",
    "RoleEventData",
    "RoleUpdatedEvent",
    "SamlCertificateType",
    "SessionCreatedEvent",
    "SessionRevokedEvent",
    "UnknownAgentCredentialDetail",
    "UnknownEvent",
    "UserCreatedEvent",
    "UserDeletedEvent",
    "UserUpdatedEvent",
    "VaultByokKeyDeletedEvent",
    "VaultByokKeyDeletedEventData",
    "VaultByokKeyVerificationCompletedEvent",
    "VaultByokKeyVerificationCompletedEventData",
    "VaultDataCreatedEvent",
    "VaultDataDeletedEvent",
    "VaultDataEventData",
    "VaultDataReadEvent",
    "VaultDataReadEventData",
    "VaultDataUpdatedEvent",
    "VaultDekDecryptedEvent",
    "VaultDekDecryptedEventData",
    "VaultDekReadEvent",
    "VaultDekReadEventData",
    "VaultEventActorSource",
    "VaultKekCreatedEvent",
    "VaultKekDeletedEvent",
    "VaultKekEventData",
    "VaultKeyProvider",
    "VaultMetadataReadEvent",
    "VaultNameEventData",
    "VaultNamesListedEvent",
    "VaultNamesListedEventData",
    "WaitlistUserApprovedEvent",
    "WaitlistUserCreatedEvent",
    "WaitlistUserDeniedEvent",
    "WaitlistUserEventData",
]

EventActorSource: TypeAlias = (
    Literal[
        "api",
        "dashboard",
        "admin_portal",
        "system",
    ]
    | str
)
"""Where a change was made: through the API, in the dashboard, in the Admin Portal, or by WorkOS itself."""


@model
class EventActor(Model):
    """Who made a change."""

    id: str
    """The id of the person or API key."""
    source: EventActorSource
    """Where the change was made."""
    name: str | None
    """The name people see; null when there is none."""


@model
class GoogleAnalyticsSession(Model):
    """A Google Analytics session."""

    container_id: str = field(metadata={"wire": "containerId"})
    """The id of the container."""
    session_id: str | None = field(default=UNSET, metadata={"wire": "sessionId"})
    """The id of the session."""
    session_number: str | None = field(default=UNSET, metadata={"wire": "sessionNumber"})
    """The number of the session, counted for its browser."""


@model
class EventContext(Model):
    """Where an event came from. Every part is there only where it is known."""

    google_analytics_client_id: str | None = UNSET
    """The Google Analytics client id of the browser."""
    google_analytics_sessions: list[GoogleAnalyticsSession] | None = UNSET
    """The Google Analytics sessions of the browser."""
    ajs_anonymous_id: str | None = UNSET
    """The anonymous id that Segment gave the browser."""
    client_id: str | None = UNSET
    """The client id that was used."""
    actor: EventActor | None = UNSET
    """Who made the change."""
    previous_attributes: dict[str, Any] | None = UNSET
    """The values that changed, as they were before, by name."""


@model
class RoleEventData(Model):
    """A role of the environment."""

    object: Literal["role"] = "role"
    """Always `role`."""
    slug: str
    """The name of the role, unique in its environment."""
    resource_type_slug: str
    """The type of resource the role is for."""
    permissions: list[str] | None = UNSET
    """The slugs of the permissions it grants."""
    created_at: datetime
    """When the role was created."""
    updated_at: datetime
    """When the role last changed."""


@model
class RoleCreatedEvent(Model):
    """A role of the environment was created."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["role.created"] = "role.created"
    """Always `role.created`."""
    data: RoleEventData
    """The new role."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class RoleUpdatedEvent(Model):
    """A role of the environment changed, for instance its permissions."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["role.updated"] = "role.updated"
    """Always `role.updated`."""
    data: RoleEventData
    """The role after the change."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class RoleDeletedEvent(Model):
    """A role of the environment was deleted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["role.deleted"] = "role.deleted"
    """Always `role.deleted`."""
    data: RoleEventData
    """The role as it was before."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class OrganizationRoleEventData(Model):
    """A role that only one organization has."""

    object: Literal["organization_role"] = "organization_role"
    """Always `organization_role`."""
    organization_id: str
    """The id of the organization."""
    slug: str
    """The name of the role, unique in its organization."""
    name: str
    """The name people see."""
    description: str | None
    """What the role is for; null when there is no text."""
    resource_type_slug: str
    """The type of resource the role is for."""
    permissions: list[str]
    """The slugs of the permissions it grants."""
    created_at: datetime
    """When the role was created."""
    updated_at: datetime
    """When the role last changed."""


@model
class OrganizationRoleCreatedEvent(Model):
    """A role that only one organization has was created."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["organization_role.created"] = "organization_role.created"
    """Always `organization_role.created`."""
    data: OrganizationRoleEventData
    """The new role."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class OrganizationRoleUpdatedEvent(Model):
    """A role that only one organization has changed, for instance its permissions."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["organization_role.updated"] = "organization_role.updated"
    """Always `organization_role.updated`."""
    data: OrganizationRoleEventData
    """The role after the change."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class OrganizationRoleDeletedEvent(Model):
    """A role that only one organization has was deleted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["organization_role.deleted"] = "organization_role.deleted"
    """Always `organization_role.deleted`."""
    data: OrganizationRoleEventData
    """The role as it was before."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class PermissionCreatedEvent(Model):
    """A permission was created."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["permission.created"] = "permission.created"
    """Always `permission.created`."""
    data: AuthorizationPermission
    """The new permission."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class PermissionUpdatedEvent(Model):
    """Name or description of a permission changed."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["permission.updated"] = "permission.updated"
    """Always `permission.updated`."""
    data: AuthorizationPermission
    """The permission after the change."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class PermissionDeletedEvent(Model):
    """A permission was deleted; no role grants it any more."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["permission.deleted"] = "permission.deleted"
    """Always `permission.deleted`."""
    data: AuthorizationPermission
    """The permission as it was before."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class ApiKeyEventData(Model):
    """An API key of an organization or a user."""

    object: Literal["api_key"] = "api_key"
    """Always `api_key`."""
    id: str
    """The id of the API key (`api_key_…`)."""
    owner: ApiKeyOwner
    """Whose key it is."""
    name: str
    """The name people see."""
    obfuscated_value: str
    """The key with most of its characters hidden."""
    last_used_at: str | None
    """When it was last used; null if never."""
    expires_at: datetime | None
    """When it stops working; null if never."""
    permissions: list[str]
    """The slugs of the permissions it grants."""
    created_at: str
    """When the key was created."""
    updated_at: str
    """When the key last changed."""


@model
class ApiKeyCreatedEvent(Model):
    """An API key for an organization or a user was created."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["api_key.created"] = "api_key.created"
    """Always `api_key.created`."""
    data: ApiKeyEventData
    """The new key, with its value mostly hidden."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class ApiKeyPreviousAttributes(Model):
    """What an API key was before a change."""

    expires_at: datetime | None
    """When it would have stopped working; null if never."""


@model
class ApiKeyUpdatedEventData(Model):
    """An API key after a change."""

    object: Literal["api_key"] = "api_key"
    """Always `api_key`."""
    id: str
    """The id of the API key (`api_key_…`)."""
    owner: ApiKeyOwner
    """Whose key it is."""
    name: str
    """The name people see."""
    obfuscated_value: str
    """The key with most of its characters hidden."""
    last_used_at: str | None
    """When it was last used; null if never."""
    expires_at: datetime | None
    """When it stops working; null if never."""
    permissions: list[str]
    """The slugs of the permissions it grants."""
    created_at: str
    """When the key was created."""
    updated_at: str
    """When the key last changed."""
    previous_attributes: ApiKeyPreviousAttributes
    """What it was before."""


@model
class ApiKeyUpdatedEvent(Model):
    """An API key changed: its expiry was set, moved or removed."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["api_key.updated"] = "api_key.updated"
    """Always `api_key.updated`."""
    data: ApiKeyUpdatedEventData
    """The key after the change, and the expiry it had before."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class ApiKeyRevokedEvent(Model):
    """An API key was deleted and no longer works."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["api_key.revoked"] = "api_key.revoked"
    """Always `api_key.revoked`."""
    data: ApiKeyEventData
    """The revoked key."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AgentIdentityEventData(Model):
    """Who an agent is."""

    object: Literal["agent_identity"] = "agent_identity"
    """Always `agent_identity`."""
    id: str
    """The id of the identity."""
    userland_user_id: str | None
    """The id of the user the agent belongs to; null when nobody has claimed it."""


AgentRegistrationMethod: TypeAlias = (
    Literal[
        "anonymous",
        "service_auth",
        "id_jag",
    ]
    | str
)
"""How an agent registered: without a name, with service credentials, or with an identity assertion (ID-JAG)."""


@model
class AgentRegistrationEventData(Model):
    """The registration of an agent with an organization."""

    object: Literal["agent_registration"] = "agent_registration"
    """Always `agent_registration`."""
    id: str
    """The id of the registration."""
    agent_identity: AgentIdentityEventData
    """Who the agent is."""
    organization_id: str
    """The id of the organization."""
    status: AgentRegistrationStatus
    """How far the registration is."""
    kind: AgentRegistrationKind
    """How the agent showed who it is."""
    method: AgentRegistrationMethod
    """How the agent registered."""
    created_at: str
    """When it was created."""
    updated_at: str
    """When it last changed."""


@model
class AgentRegistrationCreatedEvent(Model):
    """An agent registered with an organization."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["agent.registration.created"] = "agent.registration.created"
    """Always `agent.registration.created`."""
    data: AgentRegistrationEventData
    """The new registration."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AgentRegistrationReferenceEventData(Model):
    """A registration, named by its id."""

    agent_registration_id: str
    """The id of the registration."""


@model
class AgentRegistrationRefreshedEvent(Model):
    """An agent renewed its registration."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["agent.registration.refreshed"] = "agent.registration.refreshed"
    """Always `agent.registration.refreshed`."""
    data: AgentRegistrationReferenceEventData
    """The id of the registration."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AgentRegistrationExpiredEvent(Model):
    """A registration of an agent ran out."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["agent.registration.expired"] = "agent.registration.expired"
    """Always `agent.registration.expired`."""
    data: AgentRegistrationReferenceEventData
    """The id of the registration."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AgentRegistrationRevokedEvent(Model):
    """A registration of an agent was revoked; its credentials no longer work."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["agent.registration.revoked"] = "agent.registration.revoked"
    """Always `agent.registration.revoked`."""
    data: AgentRegistrationReferenceEventData
    """The id of the registration."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AgentRegistrationDeletedEvent(Model):
    """A registration of an agent was deleted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["agent.registration.deleted"] = "agent.registration.deleted"
    """Always `agent.registration.deleted`."""
    data: AgentRegistrationReferenceEventData
    """The id of the registration."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AgentRegistrationOrganizationSwitchedEventData(Model):
    """The move of an agent to another organization."""

    agent_registration_id: str
    """The id of the registration."""
    from_organization_id: str
    """The organization it left."""
    to_organization_id: str
    """The organization it belongs to now."""


@model
class AgentRegistrationOrganizationSwitchedEvent(Model):
    """An agent moved to another organization."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["agent.registration.organization.switched"] = "agent.registration.organization.switched"
    """Always `agent.registration.organization.switched`."""
    data: AgentRegistrationOrganizationSwitchedEventData
    """The registration and both organizations."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AgentRegistrationClaimAttemptEventData(Model):
    """An attempt to have an agent claimed by a person."""

    object: Literal["agent_registration_claim_attempt"] = "agent_registration_claim_attempt"
    """Always `agent_registration_claim_attempt`."""
    id: str
    """The id of the attempt."""
    agent_registration_id: str
    """The id of the registration."""
    agent_registration_claim_id: str
    """The id of the claim."""
    login_hint: str
    """Who was asked, such as an e-mail address."""
    expires_at: str
    """When the attempt runs out."""
    created_at: str
    """When it was created."""
    updated_at: str
    """When it last changed."""


@model
class AgentRegistrationClaimAttemptCreatedEvent(Model):
    """A person was asked to claim an agent as theirs."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["agent.registration.claim.attempt.created"] = "agent.registration.claim.attempt.created"
    """Always `agent.registration.claim.attempt.created`."""
    data: AgentRegistrationClaimAttemptEventData
    """The attempt, without its token."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AgentRegistrationClaimant(Model):
    """Who claimed an agent."""

    user_id: str
    """The id of the user."""
    organization_id: str | None
    """The organization the user acted in; null when there was none."""


@model
class AgentRegistrationClaimEventData(Model):
    """A finished claim of an agent."""

    object: Literal["agent_registration_claim"] = "agent_registration_claim"
    """Always `agent_registration_claim`."""
    id: str
    """The id of the claim."""
    agent_registration_id: str
    """The id of the registration."""
    completed_by_attempt_id: str
    """The attempt that led to it."""
    claimed_by: AgentRegistrationClaimant
    """Who claimed the agent."""
    completed_at: str
    """When the agent was claimed."""
    created_at: str
    """When the claim was created."""
    updated_at: str
    """When the claim last changed."""


@model
class AgentRegistrationClaimCompletedEvent(Model):
    """A person claimed an agent as theirs."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["agent.registration.claim.completed"] = "agent.registration.claim.completed"
    """Always `agent.registration.claim.completed`."""
    data: AgentRegistrationClaimEventData
    """The claim and who made it."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AgentAccessTokenDetail(Model):
    """An access token of an agent."""

    kind: Literal["access_token"] = "access_token"
    """Always `access_token`."""
    jti: str
    """The id inside the token (claim `jti`)."""
    expires_at: str | None
    """When the token expires; null when it does not."""


@model
class AgentApiKeyDetail(Model):
    """An API key of an agent."""

    kind: Literal["api_key"] = "api_key"
    """Always `api_key`."""
    api_key_id: str
    """The id of the API key."""


@model
class UnknownAgentCredentialDetail(Model):
    """A kind of AgentCredentialDetail that this version of the SDK does not know. Its own fields are in
    `extra_fields`.
    """

    UNION_TAG: ClassVar[str] = "kind"

    kind: Literal["(unknown)"]
    """The kind as the API sent it. Type checkers see a placeholder, so that comparing with a known kind rules this
    class out; `tag` is the same as plain text.
    """

    @property
    def tag(self) -> str:
        """The kind as the API sent it."""
        return str(self.kind)


AgentCredentialDetail: TypeAlias = AgentApiKeyDetail | AgentAccessTokenDetail | UnknownAgentCredentialDetail
"""What an agent got: an API key or an access token."""


@model
class AgentRegistrationCredentialEventData(Model):
    """A credential of an agent, without the secret."""

    object: Literal["agent_registration_credential"] = "agent_registration_credential"
    """Always `agent_registration_credential`."""
    id: str
    """The id of the credential."""
    agent_registration_id: str
    """The id of the registration."""
    detail: AgentCredentialDetail
    """What the agent got."""
    created_at: str
    """When it was issued."""
    updated_at: str
    """When it last changed."""


@model
class AgentRegistrationCredentialIssuedEvent(Model):
    """An agent got an API key or an access token."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["agent.registration.credential.issued"] = "agent.registration.credential.issued"
    """Always `agent.registration.credential.issued`."""
    data: AgentRegistrationCredentialEventData
    """What it got, without the secret."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AuthenticationEmailVerificationSucceededEventData(Model):
    """A verification of an e-mail address that succeeded."""

    type: Literal["email_verification"] = "email_verification"
    """Always `email_verification`."""
    status: Literal["succeeded"] = "succeeded"
    """Always `succeeded`."""
    ip_address: str | None
    """The IP address the attempt came from; null when it is not known."""
    user_agent: str | None
    """The browser or program the attempt came from; null when it is not known."""
    user_id: str
    """The id of the user."""
    email: str
    """The e-mail address of the user."""


@model
class AuthenticationEmailVerificationSucceededEvent(Model):
    """A user verified an e-mail address with a code."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["authentication.email_verification_succeeded"] = "authentication.email_verification_succeeded"
    """Always `authentication.email_verification_succeeded`."""
    data: AuthenticationEmailVerificationSucceededEventData
    """Who it was, and from where."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AuthenticationEventError(Model):
    """What went wrong."""

    code: str
    """A machine-readable reason."""
    message: str
    """A sentence for developers."""


@model
class AuthenticationEmailVerificationFailedEventData(Model):
    """A verification of an e-mail address that failed."""

    type: Literal["email_verification"] = "email_verification"
    """Always `email_verification`."""
    status: Literal["failed"] = "failed"
    """Always `failed`."""
    ip_address: str | None
    """The IP address the attempt came from; null when it is not known."""
    user_agent: str | None
    """The browser or program the attempt came from; null when it is not known."""
    user_id: str | None
    """The id of the user; null when it is not known."""
    email: str | None
    """The e-mail address of the user; null when it is not known."""
    error: AuthenticationEventError
    """What went wrong."""


@model
class AuthenticationEmailVerificationFailedEvent(Model):
    """A user could not verify an e-mail address: the code was wrong or too old."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["authentication.email_verification_failed"] = "authentication.email_verification_failed"
    """Always `authentication.email_verification_failed`."""
    data: AuthenticationEmailVerificationFailedEventData
    """Who tried, from where, and what went wrong."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AuthenticationMfaSucceededEventData(Model):
    """A check of a second factor that succeeded."""

    type: Literal["mfa"] = "mfa"
    """Always `mfa`."""
    status: Literal["succeeded"] = "succeeded"
    """Always `succeeded`."""
    ip_address: str | None
    """The IP address the attempt came from; null when it is not known."""
    user_agent: str | None
    """The browser or program the attempt came from; null when it is not known."""
    user_id: str
    """The id of the user."""
    email: str
    """The e-mail address of the user."""


@model
class AuthenticationMfaSucceededEvent(Model):
    """A user passed the second factor."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["authentication.mfa_succeeded"] = "authentication.mfa_succeeded"
    """Always `authentication.mfa_succeeded`."""
    data: AuthenticationMfaSucceededEventData
    """Who it was, and from where."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AuthenticationMfaFailedEventData(Model):
    """A check of a second factor that failed."""

    type: Literal["mfa"] = "mfa"
    """Always `mfa`."""
    status: Literal["failed"] = "failed"
    """Always `failed`."""
    ip_address: str | None
    """The IP address the attempt came from; null when it is not known."""
    user_agent: str | None
    """The browser or program the attempt came from; null when it is not known."""
    user_id: str | None
    """The id of the user; null when it is not known."""
    email: str | None
    """The e-mail address of the user; null when it is not known."""
    error: AuthenticationEventError
    """What went wrong."""


@model
class AuthenticationMfaFailedEvent(Model):
    """A user did not pass the second factor."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["authentication.mfa_failed"] = "authentication.mfa_failed"
    """Always `authentication.mfa_failed`."""
    data: AuthenticationMfaFailedEventData
    """Who tried, from where, and what went wrong."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AuthenticationEventSso(Model):
    """The single sign-on that was used."""

    organization_id: str | None
    """The organization; null when it is not known."""
    connection_id: str | None
    """The connection; null when it is not known."""
    session_id: str | None
    """The id of the single sign-on session; null when there is none."""


@model
class AuthenticationSsoSucceededEventData(Model):
    """A single sign-on that succeeded."""

    type: Literal["sso"] = "sso"
    """Always `sso`."""
    status: Literal["succeeded"] = "succeeded"
    """Always `succeeded`."""
    ip_address: str | None
    """The IP address the attempt came from; null when it is not known."""
    user_agent: str | None
    """The browser or program the attempt came from; null when it is not known."""
    user_id: str | None
    """The id of the user; null when it is not known."""
    email: str
    """The e-mail address of the user."""
    sso: AuthenticationEventSso
    """The single sign-on that was used."""


@model
class AuthenticationSsoSucceededEvent(Model):
    """A user signed in with single sign-on."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["authentication.sso_succeeded"] = "authentication.sso_succeeded"
    """Always `authentication.sso_succeeded`."""
    data: AuthenticationSsoSucceededEventData
    """Who it was, and from where."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AuthenticationSsoFailedEventData(Model):
    """A single sign-on that failed."""

    type: Literal["sso"] = "sso"
    """Always `sso`."""
    status: Literal["failed"] = "failed"
    """Always `failed`."""
    ip_address: str | None
    """The IP address the attempt came from; null when it is not known."""
    user_agent: str | None
    """The browser or program the attempt came from; null when it is not known."""
    user_id: str | None
    """The id of the user; null when it is not known."""
    email: str | None
    """The e-mail address of the user; null when it is not known."""
    sso: AuthenticationEventSso
    """The single sign-on that was used."""
    error: AuthenticationEventError
    """What went wrong."""


@model
class AuthenticationSsoFailedEvent(Model):
    """A user could not sign in with single sign-on."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["authentication.sso_failed"] = "authentication.sso_failed"
    """Always `authentication.sso_failed`."""
    data: AuthenticationSsoFailedEventData
    """Who tried, from where, and what went wrong."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AuthenticationSsoStartedEventData(Model):
    """A single sign-on that has begun."""

    type: Literal["sso"] = "sso"
    """Always `sso`."""
    status: Literal["started"] = "started"
    """Always `started`."""
    ip_address: str | None
    """The IP address the attempt came from; null when it is not known."""
    user_agent: str | None
    """The browser or program the attempt came from; null when it is not known."""
    user_id: str | None
    """The id of the user; null when it is not known."""
    email: str | None
    """The e-mail address of the user; null when it is not known."""
    sso: AuthenticationEventSso
    """The single sign-on that was used."""


@model
class AuthenticationSsoStartedEvent(Model):
    """A user was sent to an identity provider to sign in. What came of it, another event tells."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["authentication.sso_started"] = "authentication.sso_started"
    """Always `authentication.sso_started`."""
    data: AuthenticationSsoStartedEventData
    """Who tries, and with which connection."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AuthenticationSsoTimedOutEventData(Model):
    """A single sign-on that was not finished in time."""

    type: Literal["sso"] = "sso"
    """Always `sso`."""
    status: Literal["timed_out"] = "timed_out"
    """Always `timed_out`."""
    ip_address: str | None
    """The IP address the attempt came from; null when it is not known."""
    user_agent: str | None
    """The browser or program the attempt came from; null when it is not known."""
    user_id: str | None
    """The id of the user; null when it is not known."""
    email: str | None
    """The e-mail address of the user; null when it is not known."""
    sso: AuthenticationEventSso
    """The single sign-on that was used."""
    error: AuthenticationEventError
    """What went wrong."""


@model
class AuthenticationSsoTimedOutEvent(Model):
    """A user was sent to an identity provider to sign in and did not come back in time."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["authentication.sso_timed_out"] = "authentication.sso_timed_out"
    """Always `authentication.sso_timed_out`."""
    data: AuthenticationSsoTimedOutEventData
    """Who tried, and with which connection."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AuthenticationReauthenticationSucceededEventData(Model):
    """A renewed proof of who somebody is."""

    type: Literal["reauthentication"] = "reauthentication"
    """Always `reauthentication`."""
    status: Literal["succeeded"] = "succeeded"
    """Always `succeeded`."""
    ip_address: str | None
    """The IP address the attempt came from; null when it is not known."""
    user_agent: str | None
    """The browser or program the attempt came from; null when it is not known."""
    user_id: str
    """The id of the user."""
    email: str
    """The e-mail address of the user."""


@model
class AuthenticationReauthenticationSucceededEvent(Model):
    """A signed-in user proved again who they are."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["authentication.reauthentication_succeeded"] = "authentication.reauthentication_succeeded"
    """Always `authentication.reauthentication_succeeded`."""
    data: AuthenticationReauthenticationSucceededEventData
    """Who it was, and from where."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


RadarRiskAction: TypeAlias = (
    Literal[
        "signup",
        "login",
    ]
    | str
)
"""What somebody wanted to do when Radar noticed. Radar attempts use other words for the same."""


@model
class AuthenticationRadarRiskDetectedEventData(Model):
    """An attempt that Radar found suspicious."""

    auth_method: str
    """How the user wanted to sign in."""
    action: RadarRiskAction
    """What the user wanted to do."""
    control: str | None
    """The control that noticed it; null when none is named."""
    blocklist_type: str | None
    """The list that had a matching entry; null when it was no list."""
    ip_address: str | None
    """The IP address the attempt came from; null when it is not known."""
    user_agent: str | None
    """The browser or program the attempt came from; null when it is not known."""
    user_id: str
    """The id of the user."""
    email: str
    """The e-mail address of the user."""


@model
class AuthenticationRadarRiskDetectedEvent(Model):
    """Radar found something suspicious about a sign-in or sign-up. Depending on the control it was blocked,
    challenged or only noted.
    """

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["authentication.radar_risk_detected"] = "authentication.radar_risk_detected"
    """Always `authentication.radar_risk_detected`."""
    data: AuthenticationRadarRiskDetectedEventData
    """Who it was, and what was suspicious."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class RadarChallengeEventData(Model):
    """Another proof that Radar wants."""

    type: Literal["email"] = "email"
    """Always `email`: a code is sent by e-mail."""
    radar_challenge_id: str
    """The id of the challenge."""
    user_id: str
    """The id of the user."""
    email: str
    """The e-mail address the code goes to."""


@model
class RadarChallengeCreatedEvent(Model):
    """Radar wants another proof before a sign-in goes on, and has created a challenge for it."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["radar.challenge_created"] = "radar.challenge_created"
    """Always `radar.challenge_created`."""
    data: RadarChallengeEventData
    """Who is asked for the proof."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


ConnectionEventState: TypeAlias = (
    Literal[
        "draft",
        "active",
        "validating",
        "inactive",
        "deleting",
    ]
    | str
)
"""How far a connection is, in the words of events."""

EventConnectionType: TypeAlias = (
    Literal[
        "ADFSSAML",
        "AdpOidc",
        "AppleOAuth",
        "Auth0Migration",
        "Auth0SAML",
        "AzureSAML",
        "BitbucketOAuth",
        "CasSAML",
        "ClassLinkSAML",
        "CleverOIDC",
        "CloudflareSAML",
        "CyberArkSAML",
        "DiscordOAuth",
        "DuoSAML",
        "EntraIdOIDC",
        "GenericOIDC",
        "GenericSAML",
        "GitHubOAuth",
        "GitLabOAuth",
        "GoogleOAuth",
        "GoogleOIDC",
        "GoogleSAML",
        "GrokOAuth",
        "XOAuth",
        "IntuitOAuth",
        "JumpCloudSAML",
        "KeycloakSAML",
        "LastPassSAML",
        "LinkedInOAuth",
        "LoginGovOidc",
        "MagicLink",
        "MicrosoftOAuth",
        "MiniOrangeSAML",
        "NetIqSAML",
        "OktaOIDC",
        "OktaSAML",
        "OneLoginSAML",
        "OracleSAML",
        "PingFederateSAML",
        "PingOneSAML",
        "RipplingSAML",
        "SalesforceSAML",
        "ShibbolethGenericSAML",
        "ShibbolethSAML",
        "SimpleSamlPhpSAML",
        "SalesforceOAuth",
        "SlackOAuth",
        "TestIdp",
        "VercelMarketplaceOAuth",
        "VercelOAuth",
        "VMwareSAML",
        "XeroOAuth",
    ]
    | str
)
"""The kind of identity provider behind a connection, in the words of events."""


@model
class ConnectionEventData(Model):
    """A connection."""

    object: Literal["connection"] = "connection"
    """Always `connection`."""
    id: str
    """The id of the connection (`conn_…`)."""
    state: ConnectionEventState
    """Whether people can sign in with it."""
    name: str
    """The name people see in the dashboard."""
    connection_type: EventConnectionType
    """The kind of identity provider."""
    organization_id: str | None = UNSET
    """The organization it belongs to; absent for connections of the environment itself."""
    created_at: datetime
    """When the connection was created."""
    updated_at: datetime
    """When the connection last changed."""
    external_key: str
    """A key that stands for the connection outside the API."""
    status: ConnectionStatus
    """Whether it is linked to an identity provider."""
    domains: list[ConnectionDomain]
    """The e-mail domains whose people sign in with it."""


@model
class ConnectionActivatedEvent(Model):
    """A connection can be used from now on."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["connection.activated"] = "connection.activated"
    """Always `connection.activated`."""
    data: ConnectionEventData
    """The connection."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class ConnectionDeactivatedEvent(Model):
    """A connection can no longer be used: it was switched off, or its set-up is broken."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["connection.deactivated"] = "connection.deactivated"
    """Always `connection.deactivated`."""
    data: ConnectionEventData
    """The connection."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class ConnectionDeletedEventData(Model):
    """A connection that was deleted."""

    object: Literal["connection"] = "connection"
    """Always `connection`."""
    id: str
    """The id of the connection (`conn_…`)."""
    state: ConnectionEventState
    """Whether people can sign in with it."""
    name: str
    """The name people see in the dashboard."""
    connection_type: EventConnectionType
    """The kind of identity provider."""
    organization_id: str | None = UNSET
    """The organization it belongs to; absent for connections of the environment itself."""
    created_at: datetime
    """When the connection was created."""
    updated_at: datetime
    """When the connection last changed."""


@model
class ConnectionDeletedEvent(Model):
    """A connection was deleted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["connection.deleted"] = "connection.deleted"
    """Always `connection.deleted`."""
    data: ConnectionDeletedEventData
    """The connection as it was before."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class ConnectionReference(Model):
    """A connection, named by its id."""

    id: str
    """The id of the connection (`conn_…`)."""
    organization_id: str | None = UNSET
    """The organization it belongs to, if it belongs to one."""


SamlCertificateType: TypeAlias = (
    Literal[
        "ResponseSigning",
        "RequestSigning",
        "ResponseEncryption",
    ]
    | str
)
"""What a certificate is used for: signing answers of the identity provider, signing requests to it, or
encrypting its answers.
"""


@model
class ExpiringSamlCertificate(Model):
    """A certificate that expires soon or has expired."""

    certificate_type: SamlCertificateType
    """What it is used for."""
    expiry_date: datetime
    """When it expires."""
    is_expired: bool
    """Whether it has expired already."""


@model
class ConnectionSamlCertificateRenewalRequiredEventData(Model):
    """A certificate that must be renewed."""

    connection: ConnectionReference
    """The connection it belongs to."""
    certificate: ExpiringSamlCertificate
    """The certificate."""
    days_until_expiry: int
    """How many days are left; negative when it has expired."""


@model
class ConnectionSamlCertificateRenewalRequiredEvent(Model):
    """A certificate of a SAML connection has expired or soon will; somebody must renew it so that people can go on
    signing in.
    """

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["connection.saml_certificate_renewal_required"] = "connection.saml_certificate_renewal_required"
    """Always `connection.saml_certificate_renewal_required`."""
    data: ConnectionSamlCertificateRenewalRequiredEventData
    """The connection, the certificate, and how much time is left."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class RenewedSamlCertificate(Model):
    """A certificate that took the place of another."""

    certificate_type: SamlCertificateType
    """What it is used for."""
    expiry_date: datetime
    """When it expires."""


@model
class ConnectionSamlCertificateRenewedEventData(Model):
    """A certificate that was renewed."""

    connection: ConnectionReference
    """The connection it belongs to."""
    certificate: RenewedSamlCertificate
    """The new certificate."""
    renewed_at: datetime
    """When it was renewed."""


@model
class ConnectionSamlCertificateRenewedEvent(Model):
    """A certificate of a SAML connection was renewed."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["connection.saml_certificate_renewed"] = "connection.saml_certificate_renewed"
    """Always `connection.saml_certificate_renewed`."""
    data: ConnectionSamlCertificateRenewedEventData
    """The connection and the new certificate."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class DirectoryEventDomain(Model):
    """A domain of the organization that has a directory."""

    object: Literal["organization_domain"] = "organization_domain"
    """Always `organization_domain`."""
    id: str
    """The id of the domain (`org_domain_…`)."""
    domain: str
    """The domain name, such as `example.com`."""


DirectoryEventState: TypeAlias = (
    Literal[
        "active",
        "validating",
        "invalid_credentials",
        "inactive",
        "deleting",
    ]
    | str
)
"""How a directory is doing, in the words of events: `active` is `linked` elsewhere, `inactive` is `unlinked`."""

EventDirectoryType: TypeAlias = (
    Literal[
        "azure scim v2.0",
        "bamboohr",
        "breathe hr",
        "cezanne hr",
        "cyberark scim v2.0",
        "fourth hr",
        "generic scim v2.0",
        "gsuite directory",
        "gusto",
        "hibob",
        "jump cloud scim v2.0",
        "okta scim v2.0",
        "onelogin scim v2.0",
        "people hr",
        "personio",
        "pingfederate scim v2.0",
        "rippling scim v2.0",
        "rippling",
        "sailpoint scim v2.0",
        "s3",
        "sftp",
        "sftp workday",
        "workday",
    ]
    | str
)
"""The kind of directory provider, in the words of events."""


@model
class DirectoryEventData(Model):
    """A directory."""

    object: Literal["directory"] = "directory"
    """Always `directory`."""
    id: str
    """The id of the directory (`directory_…`)."""
    organization_id: str | None = UNSET
    """The organization it belongs to."""
    type: EventDirectoryType
    """The kind of directory provider."""
    state: DirectoryEventState
    """Whether the directory works."""
    name: str
    """The name people see in the dashboard."""
    created_at: datetime
    """When the directory was created."""
    updated_at: datetime
    """When the directory last changed."""
    external_key: str
    """A key that stands for the directory outside the API."""
    domains: list[DirectoryEventDomain]
    """The domains of its organization."""


@model
class DsyncActivatedEvent(Model):
    """A directory is connected and begins to send users and groups."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["dsync.activated"] = "dsync.activated"
    """Always `dsync.activated`."""
    data: DirectoryEventData
    """The directory."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class DirectoryDeletedEventData(Model):
    """A directory that was deleted."""

    object: Literal["directory"] = "directory"
    """Always `directory`."""
    id: str
    """The id of the directory (`directory_…`)."""
    organization_id: str | None = UNSET
    """The organization it belongs to."""
    type: EventDirectoryType
    """The kind of directory provider."""
    state: DirectoryEventState
    """Whether the directory works."""
    name: str
    """The name people see in the dashboard."""
    created_at: datetime
    """When the directory was created."""
    updated_at: datetime
    """When the directory last changed."""


@model
class DsyncDeletedEvent(Model):
    """A directory was deleted. Its users and groups are gone with it, and no event is sent for each of them."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["dsync.deleted"] = "dsync.deleted"
    """Always `dsync.deleted`."""
    data: DirectoryDeletedEventData
    """The directory as it was before."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class DirectoryUserEventData(Model):
    """A person in a directory. Groups are not part of it."""

    object: Literal["directory_user"] = "directory_user"
    """Always `directory_user`."""
    id: str
    """The id of the directory user (`directory_user_…`)."""
    directory_id: str
    """The id of the directory."""
    organization_id: str
    """The organization the directory belongs to."""
    idp_id: str
    """The id the provider has for the person."""
    email: str | None
    """The e-mail address; null when the provider sends none."""
    first_name: str | None = UNSET
    """The first name."""
    last_name: str | None = UNSET
    """The last name."""
    name: str | None = UNSET
    """The full name."""
    emails: list[DirectoryUserEmail] | None = UNSET
    """Deprecated. All e-mail addresses. Use `email`, or map what you need to `custom_attributes`."""
    job_title: str | None = UNSET
    """Deprecated. The job title. Map it to `custom_attributes` instead."""
    username: str | None = UNSET
    """Deprecated. The user name. Map it to `custom_attributes` instead."""
    state: DirectoryUserState
    """Whether the person is active in the directory."""
    raw_attributes: dict[str, Any]
    """Deprecated. Everything the provider sent, untouched. Map what you need to `custom_attributes` instead."""
    custom_attributes: dict[str, Any]
    """The attributes mapped in the dashboard, by their names there."""
    role: Role | None = UNSET
    """The role of the person; absent when role assignment is not in use."""
    roles: list[Role] | None = UNSET
    """All roles, where a person can have several."""
    created_at: datetime
    """When the directory user was created."""
    updated_at: datetime
    """When the directory user last changed."""


@model
class DsyncUserCreatedEvent(Model):
    """A person appeared in a directory."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["dsync.user.created"] = "dsync.user.created"
    """Always `dsync.user.created`."""
    data: DirectoryUserEventData
    """The new directory user."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class DirectoryUserUpdatedEventData(Model):
    """A person in a directory after a change."""

    object: Literal["directory_user"] = "directory_user"
    """Always `directory_user`."""
    id: str
    """The id of the directory user (`directory_user_…`)."""
    directory_id: str
    """The id of the directory."""
    organization_id: str
    """The organization the directory belongs to."""
    idp_id: str
    """The id the provider has for the person."""
    email: str | None
    """The e-mail address; null when the provider sends none."""
    first_name: str | None = UNSET
    """The first name."""
    last_name: str | None = UNSET
    """The last name."""
    name: str | None = UNSET
    """The full name."""
    emails: list[DirectoryUserEmail] | None = UNSET
    """Deprecated. All e-mail addresses. Use `email`, or map what you need to `custom_attributes`."""
    job_title: str | None = UNSET
    """Deprecated. The job title. Map it to `custom_attributes` instead."""
    username: str | None = UNSET
    """Deprecated. The user name. Map it to `custom_attributes` instead."""
    state: DirectoryUserState
    """Whether the person is active in the directory."""
    raw_attributes: dict[str, Any]
    """Deprecated. Everything the provider sent, untouched. Map what you need to `custom_attributes` instead."""
    custom_attributes: dict[str, Any]
    """The attributes mapped in the dashboard, by their names there."""
    role: Role | None = UNSET
    """The role of the person; absent when role assignment is not in use."""
    roles: list[Role] | None = UNSET
    """All roles, where a person can have several."""
    created_at: datetime
    """When the directory user was created."""
    updated_at: datetime
    """When the directory user last changed."""
    previous_attributes: dict[str, Any] | None = UNSET
    """The values that changed, as they were before, by name."""


@model
class DsyncUserUpdatedEvent(Model):
    """A person in a directory changed."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["dsync.user.updated"] = "dsync.user.updated"
    """Always `dsync.user.updated`."""
    data: DirectoryUserUpdatedEventData
    """The directory user after the change, and the values that changed as they were before."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class DsyncUserDeletedEvent(Model):
    """A person vanished from a directory."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["dsync.user.deleted"] = "dsync.user.deleted"
    """Always `dsync.user.deleted`."""
    data: DirectoryUserEventData
    """The directory user as they were before."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class DsyncGroupCreatedEvent(Model):
    """A group appeared in a directory."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["dsync.group.created"] = "dsync.group.created"
    """Always `dsync.group.created`."""
    data: DirectoryGroup
    """The new group."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class DirectoryGroupUpdatedEventData(Model):
    """A group in a directory after a change."""

    object: Literal["directory_group"] = "directory_group"
    """Always `directory_group`."""
    id: str
    """The id of the directory group (`directory_group_…`)."""
    idp_id: str
    """The id the provider has for the group."""
    directory_id: str
    """The id of the directory."""
    organization_id: str
    """The organization the directory belongs to."""
    name: str
    """The name of the group."""
    raw_attributes: dict[str, Any] | None = UNSET
    """Everything the provider sent, untouched."""
    created_at: datetime
    """When the group was created."""
    updated_at: datetime
    """When the group last changed."""
    previous_attributes: dict[str, Any] | None = UNSET
    """The values that changed, as they were before, by name."""


@model
class DsyncGroupUpdatedEvent(Model):
    """A group in a directory changed."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["dsync.group.updated"] = "dsync.group.updated"
    """Always `dsync.group.updated`."""
    data: DirectoryGroupUpdatedEventData
    """The group after the change, and the values that changed as they were before."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class DsyncGroupDeletedEvent(Model):
    """A group vanished from a directory."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["dsync.group.deleted"] = "dsync.group.deleted"
    """Always `dsync.group.deleted`."""
    data: DirectoryGroup
    """The group as it was before."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class DirectoryGroupMemberEventData(Model):
    """A person and a group of a directory."""

    directory_id: str
    """The id of the directory."""
    user: DirectoryUserEventData
    """The person."""
    group: DirectoryGroup
    """The group."""


@model
class DsyncGroupUserAddedEvent(Model):
    """A person was put into a group of a directory."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["dsync.group.user_added"] = "dsync.group.user_added"
    """Always `dsync.group.user_added`."""
    data: DirectoryGroupMemberEventData
    """The person and the group."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class DsyncGroupUserRemovedEvent(Model):
    """A person was taken out of a group of a directory."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["dsync.group.user_removed"] = "dsync.group.user_removed"
    """Always `dsync.group.user_removed`."""
    data: DirectoryGroupMemberEventData
    """The person and the group."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class DirectoryTokenEventData(Model):
    """A bearer token of a directory, without its value."""

    object: Literal["directory_token"] = "directory_token"
    """Always `directory_token`."""
    id: str
    """The id of the token."""
    directory_id: str
    """The id of the directory."""
    organization_id: str | None = UNSET
    """The organization the directory belongs to."""
    token_suffix: str
    """The last characters of the token, to tell it from others."""
    created_at: datetime
    """When the token was made."""


@model
class DsyncTokenCreatedEvent(Model):
    """A bearer token that a directory provider signs its requests with was made."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["dsync.token.created"] = "dsync.token.created"
    """Always `dsync.token.created`."""
    data: DirectoryTokenEventData
    """The token, but for its value."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class DsyncTokenRevokedEvent(Model):
    """A bearer token of a directory provider no longer works."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["dsync.token.revoked"] = "dsync.token.revoked"
    """Always `dsync.token.revoked`."""
    data: DirectoryTokenEventData
    """The token, but for its value."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class EventListMetadata(Model):
    """The cursor of the next page."""

    after: str | None
    """Cursor of the page after this one; null on the last page."""


@model
class ActionAuthenticationDeniedEventData(Model):
    """A sign-in that an Action turned down."""

    action_endpoint_id: str
    """The id of the endpoint of the Action."""
    action_execution_id: str
    """The id of this call of the Action."""
    type: Literal["authentication"] = "authentication"
    """Always `authentication`."""
    verdict: Literal["Deny"] = "Deny"
    """Always `Deny`."""
    user_id: str
    """The id of the user."""
    organization_id: str | None
    """The organization, if one was chosen."""
    email: str
    """The e-mail address."""
    ip_address: str | None
    """The IP address the attempt came from; null when it is not known."""
    user_agent: str | None
    """The browser or program the attempt came from; null when it is not known."""


@model
class ActionAuthenticationDeniedEvent(Model):
    """An Action of yours, called while a user was signing in, said no."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["action.authentication.denied"] = "action.authentication.denied"
    """Always `action.authentication.denied`."""
    data: ActionAuthenticationDeniedEventData
    """Who was turned down, and by which call of the Action."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class ActionUserRegistrationDeniedEventData(Model):
    """A sign-up that an Action turned down."""

    action_endpoint_id: str
    """The id of the endpoint of the Action."""
    action_execution_id: str
    """The id of this call of the Action."""
    type: Literal["user_registration"] = "user_registration"
    """Always `user_registration`."""
    verdict: Literal["Deny"] = "Deny"
    """Always `Deny`."""
    organization_id: str | None
    """The organization, if one was chosen."""
    email: str
    """The e-mail address."""
    ip_address: str | None
    """The IP address the attempt came from; null when it is not known."""
    user_agent: str | None
    """The browser or program the attempt came from; null when it is not known."""


@model
class ActionUserRegistrationDeniedEvent(Model):
    """An Action of yours, called while somebody was signing up, said no."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["action.user_registration.denied"] = "action.user_registration.denied"
    """Always `action.user_registration.denied`."""
    data: ActionUserRegistrationDeniedEventData
    """Who was turned down, and by which call of the Action."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AuthenticationMagicAuthFailedEventData(Model):
    """A sign-in with Magic Auth that failed."""

    type: Literal["magic_auth"] = "magic_auth"
    """Always `magic_auth`."""
    status: Literal["failed"] = "failed"
    """Always `failed`."""
    ip_address: str | None
    """The IP address the attempt came from; null when it is not known."""
    user_agent: str | None
    """The browser or program the attempt came from; null when it is not known."""
    user_id: str | None
    """The id of the user; null when it is not known."""
    email: str | None
    """The e-mail address of the user; null when it is not known."""
    error: AuthenticationEventError
    """What went wrong."""


@model
class AuthenticationMagicAuthFailedEvent(Model):
    """A user could not sign in with a code sent by e-mail (Magic Auth)."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["authentication.magic_auth_failed"] = "authentication.magic_auth_failed"
    """Always `authentication.magic_auth_failed`."""
    data: AuthenticationMagicAuthFailedEventData
    """Who tried, from where, and what went wrong."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AuthenticationMagicAuthSucceededEventData(Model):
    """A sign-in with Magic Auth that succeeded."""

    type: Literal["magic_auth"] = "magic_auth"
    """Always `magic_auth`."""
    status: Literal["succeeded"] = "succeeded"
    """Always `succeeded`."""
    ip_address: str | None
    """The IP address the attempt came from; null when it is not known."""
    user_agent: str | None
    """The browser or program the attempt came from; null when it is not known."""
    user_id: str
    """The id of the user."""
    email: str
    """The e-mail address of the user."""


@model
class AuthenticationMagicAuthSucceededEvent(Model):
    """A user signed in with a code sent by e-mail (Magic Auth)."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["authentication.magic_auth_succeeded"] = "authentication.magic_auth_succeeded"
    """Always `authentication.magic_auth_succeeded`."""
    data: AuthenticationMagicAuthSucceededEventData
    """Who it was, and from where."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AuthenticationOauthFailedEventData(Model):
    """A sign-in with an OAuth provider that failed."""

    type: Literal["oauth"] = "oauth"
    """Always `oauth`."""
    status: Literal["failed"] = "failed"
    """Always `failed`."""
    ip_address: str | None
    """The IP address the attempt came from; null when it is not known."""
    user_agent: str | None
    """The browser or program the attempt came from; null when it is not known."""
    user_id: str | None
    """The id of the user; null when it is not known."""
    email: str | None
    """The e-mail address of the user; null when it is not known."""
    error: AuthenticationEventError
    """What went wrong."""
    provider: str | None = UNSET
    """The OAuth provider."""


@model
class AuthenticationOauthFailedEvent(Model):
    """A user could not sign in with an OAuth provider."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["authentication.oauth_failed"] = "authentication.oauth_failed"
    """Always `authentication.oauth_failed`."""
    data: AuthenticationOauthFailedEventData
    """Who tried, from where, and what went wrong."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AuthenticationOauthSucceededEventData(Model):
    """A sign-in with an OAuth provider that succeeded."""

    type: Literal["oauth"] = "oauth"
    """Always `oauth`."""
    status: Literal["succeeded"] = "succeeded"
    """Always `succeeded`."""
    ip_address: str | None
    """The IP address the attempt came from; null when it is not known."""
    user_agent: str | None
    """The browser or program the attempt came from; null when it is not known."""
    user_id: str | None
    """The id of the user; null when it is not known."""
    email: str
    """The e-mail address of the user."""
    provider: str | None = UNSET
    """The OAuth provider."""


@model
class AuthenticationOauthSucceededEvent(Model):
    """A user signed in with an OAuth provider."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["authentication.oauth_succeeded"] = "authentication.oauth_succeeded"
    """Always `authentication.oauth_succeeded`."""
    data: AuthenticationOauthSucceededEventData
    """Who it was, and from where."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AuthenticationPasskeyFailedEventData(Model):
    """A sign-in with a passkey that failed."""

    type: Literal["passkey"] = "passkey"
    """Always `passkey`."""
    status: Literal["failed"] = "failed"
    """Always `failed`."""
    ip_address: str | None
    """The IP address the attempt came from; null when it is not known."""
    user_agent: str | None
    """The browser or program the attempt came from; null when it is not known."""
    user_id: str | None
    """The id of the user; null when it is not known."""
    email: str | None
    """The e-mail address of the user; null when it is not known."""
    error: AuthenticationEventError
    """What went wrong."""


@model
class AuthenticationPasskeyFailedEvent(Model):
    """A user could not sign in with a passkey."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["authentication.passkey_failed"] = "authentication.passkey_failed"
    """Always `authentication.passkey_failed`."""
    data: AuthenticationPasskeyFailedEventData
    """Who tried, from where, and what went wrong."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AuthenticationPasskeySucceededEventData(Model):
    """A sign-in with a passkey that succeeded."""

    type: Literal["passkey"] = "passkey"
    """Always `passkey`."""
    status: Literal["succeeded"] = "succeeded"
    """Always `succeeded`."""
    ip_address: str | None
    """The IP address the attempt came from; null when it is not known."""
    user_agent: str | None
    """The browser or program the attempt came from; null when it is not known."""
    user_id: str
    """The id of the user."""
    email: str
    """The e-mail address of the user."""


@model
class AuthenticationPasskeySucceededEvent(Model):
    """A user signed in with a passkey."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["authentication.passkey_succeeded"] = "authentication.passkey_succeeded"
    """Always `authentication.passkey_succeeded`."""
    data: AuthenticationPasskeySucceededEventData
    """Who it was, and from where."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AuthenticationPasswordFailedEventData(Model):
    """A sign-in with a password that failed."""

    type: Literal["password"] = "password"
    """Always `password`."""
    status: Literal["failed"] = "failed"
    """Always `failed`."""
    ip_address: str | None
    """The IP address the attempt came from; null when it is not known."""
    user_agent: str | None
    """The browser or program the attempt came from; null when it is not known."""
    user_id: str | None
    """The id of the user; null when it is not known."""
    email: str | None
    """The e-mail address of the user; null when it is not known."""
    error: AuthenticationEventError
    """What went wrong."""


@model
class AuthenticationPasswordFailedEvent(Model):
    """A user could not sign in with a password."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["authentication.password_failed"] = "authentication.password_failed"
    """Always `authentication.password_failed`."""
    data: AuthenticationPasswordFailedEventData
    """Who tried, from where, and what went wrong."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class AuthenticationPasswordSucceededEventData(Model):
    """A sign-in with a password that succeeded."""

    type: Literal["password"] = "password"
    """Always `password`."""
    status: Literal["succeeded"] = "succeeded"
    """Always `succeeded`."""
    ip_address: str | None
    """The IP address the attempt came from; null when it is not known."""
    user_agent: str | None
    """The browser or program the attempt came from; null when it is not known."""
    user_id: str
    """The id of the user."""
    email: str
    """The e-mail address of the user."""


@model
class AuthenticationPasswordSucceededEvent(Model):
    """A user signed in with a password."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["authentication.password_succeeded"] = "authentication.password_succeeded"
    """Always `authentication.password_succeeded`."""
    data: AuthenticationPasswordSucceededEventData
    """Who it was, and from where."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class EmailVerificationEventData(Model):
    """A code for verifying an e-mail address, without the code."""

    object: Literal["email_verification"] = "email_verification"
    """Always `email_verification`."""
    id: str
    """The id of the verification (`email_verification_…`)."""
    user_id: str
    """The id of the user."""
    email: str
    """The e-mail address it was made for."""
    expires_at: datetime
    """When it stops working."""
    created_at: datetime
    """When it was made."""
    updated_at: datetime
    """When it last changed."""


@model
class EmailVerificationCreatedEvent(Model):
    """Somebody has to verify an e-mail address, and a code for it was made."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["email_verification.created"] = "email_verification.created"
    """Always `email_verification.created`."""
    data: EmailVerificationEventData
    """Whom the code is for. The code itself is not part of it: `user_management.get_email_verification` has it."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class FeatureFlagEventData(Model):
    """A feature flag."""

    object: Literal["feature_flag"] = "feature_flag"
    """Always `feature_flag`."""
    id: str
    """The id of the flag (`flag_…`)."""
    environment_id: str
    """The environment it belongs to."""
    slug: str
    """The name your code uses."""
    name: str
    """The name people see."""
    description: str | None
    """What the flag is for."""
    owner: FeatureFlagOwner | None
    """Who looks after the flag; null when nobody is named."""
    tags: list[str]
    """Labels for sorting."""
    enabled: bool
    """Whether the flag counts in this environment at all."""
    default_value: bool
    """Whether the feature is on for those who are no target."""
    created_at: datetime
    """When the flag was created."""
    updated_at: datetime
    """When the flag last changed."""


@model
class FlagEventContext(Model):
    """Who created or deleted a flag."""

    client_id: str
    """The client id of the environment."""
    actor: EventActor
    """Who made the change."""


@model
class FlagCreatedEvent(Model):
    """A feature flag was created."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["flag.created"] = "flag.created"
    """Always `flag.created`."""
    data: FeatureFlagEventData
    """The new flag."""
    created_at: datetime
    """When the event was recorded."""
    context: FlagEventContext
    """Who made the change, and with what."""


@model
class FlagDeletedEvent(Model):
    """A feature flag was deleted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["flag.deleted"] = "flag.deleted"
    """Always `flag.deleted`."""
    data: FeatureFlagEventData
    """The flag as it was before."""
    created_at: datetime
    """When the event was recorded."""
    context: FlagEventContext
    """Who made the change, and with what."""


FlagAccessType: TypeAlias = (
    Literal[
        "none",
        "some",
        "all",
    ]
    | str
)
"""For whom a flag is on: nobody, its targets, or everybody."""


@model
class FlagTargetOrganization(Model):
    """An organization that a flag is on for."""

    id: str
    """The id of the organization."""
    name: str
    """The name of the organization."""


@model
class FlagTargetUser(Model):
    """A user that a flag is on for."""

    id: str
    """The id of the user."""
    email: str
    """The e-mail address of the user."""


@model
class FlagTargets(Model):
    """Whom a flag is on for by name."""

    organizations: list[FlagTargetOrganization]
    """The organizations."""
    users: list[FlagTargetUser]
    """The users."""


@model
class FlagRulePreviousContext(Model):
    """The rule of a flag before a change; only what changed."""

    access_type: FlagAccessType | None = UNSET
    """For whom the flag was on."""
    configured_targets: FlagTargets | None = UNSET
    """The targets the flag had."""


@model
class FlagRulePreviousData(Model):
    """Values of a flag before a change; only those that changed."""

    enabled: bool | None = UNSET
    """Whether the flag counted."""
    default_value: bool | None = UNSET
    """Whether the feature was on for those who are no target."""


@model
class FlagRulePreviousAttributes(Model):
    """For whom a flag was on before a change."""

    data: FlagRulePreviousData | None = UNSET
    """The values of the flag that changed, as they were before."""
    context: FlagRulePreviousContext | None = UNSET
    """The rule as it was before."""


@model
class FlagRuleUpdatedEventContext(Model):
    """Who changed for whom a flag is on, and how it is now and was before."""

    client_id: str
    """The client id of the environment."""
    actor: EventActor
    """Who made the change."""
    access_type: FlagAccessType
    """For whom the flag is on now."""
    configured_targets: FlagTargets
    """The targets the flag has now."""
    previous_attributes: FlagRulePreviousAttributes
    """How it was before."""


@model
class FlagRuleUpdatedEvent(Model):
    """It changed for whom a feature flag is on."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["flag.rule_updated"] = "flag.rule_updated"
    """Always `flag.rule_updated`."""
    data: FeatureFlagEventData
    """The flag after the change."""
    created_at: datetime
    """When the event was recorded."""
    context: FlagRuleUpdatedEventContext
    """Who made the change, and with what."""


@model
class FlagPreviousData(Model):
    """Values of a flag before a change; only those that changed."""

    name: str | None = UNSET
    """The name people saw."""
    description: str | None = UNSET
    """What the flag was for."""
    tags: list[str] | None = UNSET
    """Its labels."""
    enabled: bool | None = UNSET
    """Whether the flag counted."""
    default_value: bool | None = UNSET
    """Whether the feature was on for those who are no target."""


@model
class FlagPreviousAttributes(Model):
    """What a flag was before a change."""

    data: FlagPreviousData | None = UNSET
    """The values that changed, as they were before."""


@model
class FlagUpdatedEventContext(Model):
    """Who changed a flag, and what it was before."""

    client_id: str
    """The client id of the environment."""
    actor: EventActor
    """Who made the change."""
    previous_attributes: FlagPreviousAttributes | None = UNSET
    """What the flag was before."""


@model
class FlagUpdatedEvent(Model):
    """A feature flag changed: its name, description, tags, default value, or whether it is enabled."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["flag.updated"] = "flag.updated"
    """Always `flag.updated`."""
    data: FeatureFlagEventData
    """The flag after the change."""
    created_at: datetime
    """When the event was recorded."""
    context: FlagUpdatedEventContext
    """Who made the change, and with what."""


@model
class GroupCreatedEvent(Model):
    """A group of members was created in an organization."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["group.created"] = "group.created"
    """Always `group.created`."""
    data: Group
    """The new group."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class GroupDeletedEvent(Model):
    """A group was deleted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["group.deleted"] = "group.deleted"
    """Always `group.deleted`."""
    data: Group
    """The group as it was before."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class GroupMemberEventData(Model):
    """A member in a group."""

    group_id: str
    """The id of the group (`group_…`)."""
    organization_membership_id: str
    """The id of the membership (`om_…`)."""


@model
class GroupMemberAddedEvent(Model):
    """A member of the organization was put into a group."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["group.member_added"] = "group.member_added"
    """Always `group.member_added`."""
    data: GroupMemberEventData
    """The group and the membership."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class GroupMemberRemovedEvent(Model):
    """A member of the organization was taken out of a group."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["group.member_removed"] = "group.member_removed"
    """Always `group.member_removed`."""
    data: GroupMemberEventData
    """The group and the membership."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class GroupUpdatedEvent(Model):
    """Name or description of a group changed."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["group.updated"] = "group.updated"
    """Always `group.updated`."""
    data: Group
    """The group after the change."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class InvitationEventData(Model):
    """An invitation, without its token."""

    object: Literal["invitation"] = "invitation"
    """Always `invitation`."""
    id: str
    """The id of the invitation (`invitation_…`)."""
    email: str
    """The e-mail address of the invited person."""
    state: InvitationState
    """What became of it so far."""
    accepted_at: datetime | None
    """When it was accepted; null if it was not."""
    revoked_at: datetime | None
    """When it was revoked; null if it was not."""
    expires_at: datetime
    """When it stops working."""
    organization_id: str | None
    """The organization the person is invited to; null for the application as a whole."""
    inviter_user_id: str | None
    """The user who invited the person; null when that was no user."""
    accepted_user_id: str | None
    """The user who accepted it; null if nobody did."""
    role_slug: str | None
    """The role the person gets; null for the default one."""
    created_at: datetime
    """When it was created."""
    updated_at: datetime
    """When it last changed."""


@model
class InvitationAcceptedEvent(Model):
    """Somebody accepted an invitation."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["invitation.accepted"] = "invitation.accepted"
    """Always `invitation.accepted`."""
    data: InvitationEventData
    """The invitation, accepted."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class InvitationCreatedEvent(Model):
    """Somebody was invited."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["invitation.created"] = "invitation.created"
    """Always `invitation.created`."""
    data: InvitationEventData
    """The invitation. Its token is not part of it: `user_management.get_invitation` has it."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class InvitationResentEvent(Model):
    """The mail of an invitation was sent once more."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["invitation.resent"] = "invitation.resent"
    """Always `invitation.resent`."""
    data: InvitationEventData
    """The invitation."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class InvitationRevokedEvent(Model):
    """An invitation was withdrawn; its link no longer works."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["invitation.revoked"] = "invitation.revoked"
    """Always `invitation.revoked`."""
    data: InvitationEventData
    """The invitation, revoked."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class MagicAuthEventData(Model):
    """A code for signing in with Magic Auth, without the code."""

    object: Literal["magic_auth"] = "magic_auth"
    """Always `magic_auth`."""
    id: str
    """The id of the Magic Auth (`magic_auth_…`)."""
    user_id: str
    """The id of the user."""
    email: str
    """The e-mail address it was made for."""
    expires_at: datetime
    """When it stops working."""
    created_at: datetime
    """When it was made."""
    updated_at: datetime
    """When it last changed."""


@model
class MagicAuthCreatedEvent(Model):
    """A code for signing in with Magic Auth was made."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["magic_auth.created"] = "magic_auth.created"
    """Always `magic_auth.created`."""
    data: MagicAuthEventData
    """Whom the code is for. The code itself is not part of it: `user_management.get_magic_auth` has it."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class OrganizationCreatedEvent(Model):
    """An organization was created."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["organization.created"] = "organization.created"
    """Always `organization.created`."""
    data: Organization
    """The new organization."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class OrganizationDeletedEvent(Model):
    """An organization was deleted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["organization.deleted"] = "organization.deleted"
    """Always `organization.deleted`."""
    data: Organization
    """The organization as it was before."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class OrganizationDomainCreatedEvent(Model):
    """A domain was added to an organization."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["organization_domain.created"] = "organization_domain.created"
    """Always `organization_domain.created`."""
    data: OrganizationDomain
    """The new domain."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class OrganizationDomainDeletedEvent(Model):
    """A domain was taken off an organization."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["organization_domain.deleted"] = "organization_domain.deleted"
    """Always `organization_domain.deleted`."""
    data: OrganizationDomain
    """The domain as it was before."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class OrganizationDomainUpdatedEvent(Model):
    """Something about a domain of an organization changed."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["organization_domain.updated"] = "organization_domain.updated"
    """Always `organization_domain.updated`."""
    data: OrganizationDomain
    """The domain after the change."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


OrganizationDomainVerificationFailure: TypeAlias = (
    Literal[
        "domain_verification_period_expired",
        "domain_verified_by_other_organization",
    ]
    | str
)
"""Why a domain is not verified: time ran out, or another organization has verified it."""


@model
class OrganizationDomainVerificationFailedEventData(Model):
    """A domain whose ownership was not proved."""

    reason: OrganizationDomainVerificationFailure
    """Why it is not verified."""
    organization_domain: OrganizationDomain
    """The domain."""


@model
class OrganizationDomainVerificationFailedEvent(Model):
    """An organization could not prove in time that it owns a domain, or another one did."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["organization_domain.verification_failed"] = "organization_domain.verification_failed"
    """Always `organization_domain.verification_failed`."""
    data: OrganizationDomainVerificationFailedEventData
    """The domain, and why it is not verified."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class OrganizationDomainVerifiedEvent(Model):
    """An organization proved that it owns a domain."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["organization_domain.verified"] = "organization_domain.verified"
    """Always `organization_domain.verified`."""
    data: OrganizationDomain
    """The verified domain."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class OrganizationMembershipEventData(Model):
    """The membership of a user in an organization."""

    object: Literal["organization_membership"] = "organization_membership"
    """Always `organization_membership`."""
    id: str
    """The id of the membership (`om_…`)."""
    user_id: str
    """The id of the user."""
    organization_id: str
    """The id of the organization."""
    status: OrganizationMembershipStatus
    """Whether the membership is in use."""
    role: Role
    """The role of the member; the primary one if there are several."""
    roles: list[Role] | None = UNSET
    """All roles of the member."""
    custom_attributes: dict[str, Any]
    """The attributes mapped from a directory or identity provider, by name."""
    directory_managed: bool
    """Whether a directory decides about the membership."""
    created_at: datetime
    """When the membership was created."""
    updated_at: datetime
    """When the membership last changed."""


@model
class OrganizationMembershipCreatedEvent(Model):
    """A user became a member of an organization, or was invited to become one."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["organization_membership.created"] = "organization_membership.created"
    """Always `organization_membership.created`."""
    data: OrganizationMembershipEventData
    """The new membership."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class OrganizationMembershipDeletedEvent(Model):
    """A user is no longer a member of an organization."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["organization_membership.deleted"] = "organization_membership.deleted"
    """Always `organization_membership.deleted`."""
    data: OrganizationMembershipEventData
    """The membership as it was before."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class OrganizationMembershipUpdatedEvent(Model):
    """Something about a membership changed, such as its role or whether it is active."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["organization_membership.updated"] = "organization_membership.updated"
    """Always `organization_membership.updated`."""
    data: OrganizationMembershipEventData
    """The membership after the change."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class OrganizationUpdatedEvent(Model):
    """Something about an organization changed."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["organization.updated"] = "organization.updated"
    """Always `organization.updated`."""
    data: Organization
    """The organization after the change."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class PasswordResetEventData(Model):
    """A token for setting a new password, without the token."""

    object: Literal["password_reset"] = "password_reset"
    """Always `password_reset`."""
    id: str
    """The id of the password reset (`password_reset_…`)."""
    user_id: str
    """The id of the user."""
    email: str
    """The e-mail address it was made for."""
    expires_at: datetime
    """When it stops working."""
    created_at: datetime
    """When it was made."""


@model
class PasswordResetCreatedEvent(Model):
    """Somebody wants to set a new password, and a token for it was made."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["password_reset.created"] = "password_reset.created"
    """Always `password_reset.created`."""
    data: PasswordResetEventData
    """Whom the token is for. The token itself is not part of it: `user_management.get_password_reset` has it."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class PasswordResetSucceededEvent(Model):
    """Somebody set a new password with a token."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["password_reset.succeeded"] = "password_reset.succeeded"
    """Always `password_reset.succeeded`."""
    data: PasswordResetEventData
    """Whose password it is."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class PipesConnectedAccountEventData(Model):
    """An account at a provider that somebody connected."""

    object: Literal["connected_account"] = "connected_account"
    """Always `connected_account`."""
    id: str
    """The id of the connected account."""
    data_integration_id: str
    """The id of the data integration."""
    provider_slug: str
    """The slug of the provider, such as `github`."""
    user_id: str | None
    """The user it belongs to; null for an account of an organization."""
    organization_id: str | None
    """The organization it is limited to; null when it is not limited."""
    scopes: list[str]
    """The OAuth scopes that were granted."""
    state: ConnectedAccountState
    """Whether it works."""
    created_at: datetime
    """When it was connected."""
    updated_at: datetime
    """When it last changed."""
    connection_role: ConnectedAccountConnectionRole | None = UNSET
    """Whether the connection is the one that older clients see, or a further one."""
    account_identifier: str | None = UNSET
    """What tells the account apart at the provider, as far as it is known."""
    account_display_name: str | None = UNSET
    """A label for people; it need not be unique."""
    auth_method: DataIntegrationAuthMethod | None = UNSET
    """How it was connected."""
    api_key_last_4: str | None = UNSET
    """The last four characters of the API key, if it was connected with one."""
    established_by_user_id: str | None = UNSET
    """The user who gave the permission; null when that is not known."""
    state_reason: ConnectedAccountStateReason | None = UNSET
    """Why WorkOS itself changed the state; null when it did not."""


@model
class PipesConnectedAccountConnectedEvent(Model):
    """Somebody connected an account at a provider."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["pipes.connected_account.connected"] = "pipes.connected_account.connected"
    """Always `pipes.connected_account.connected`."""
    data: PipesConnectedAccountEventData
    """The connected account."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class PipesConnectionFailedEventData(Model):
    """An attempt to connect an account that failed."""

    object: Literal["connection_failed"] = "connection_failed"
    """Always `connection_failed`."""
    data_integration_id: str
    """The id of the data integration."""
    provider_slug: str
    """The slug of the provider, such as `github`."""
    user_id: str | None
    """The user who tried; null when it was no user."""
    organization_id: str | None
    """The organization the account would have been limited to, if any."""
    error_code: str
    """A machine-readable reason."""
    error_reason: str | None
    """A sentence for developers, if there is one."""
    provider_error: str | None
    """The error code of the provider, if it sent one."""
    provider_error_description: str | None
    """The explanation of the provider, if it sent one."""
    created_at: datetime
    """When the attempt failed."""


@model
class PipesConnectedAccountConnectionFailedEvent(Model):
    """Somebody tried to connect an account at a provider, and it did not work."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["pipes.connected_account.connection_failed"] = "pipes.connected_account.connection_failed"
    """Always `pipes.connected_account.connection_failed`."""
    data: PipesConnectionFailedEventData
    """Who tried, and what went wrong."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class PipesConnectedAccountDisconnectedEvent(Model):
    """An account at a provider was disconnected."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["pipes.connected_account.disconnected"] = "pipes.connected_account.disconnected"
    """Always `pipes.connected_account.disconnected`."""
    data: PipesConnectedAccountEventData
    """The account."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class PipesConnectedAccountReauthorizationNeededEvent(Model):
    """The tokens of a connected account no longer work; its owner must connect it again."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["pipes.connected_account.reauthorization_needed"] = "pipes.connected_account.reauthorization_needed"
    """Always `pipes.connected_account.reauthorization_needed`."""
    data: PipesConnectedAccountEventData
    """The account."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class SessionCreatedEvent(Model):
    """A session began: a user signed in, or someone impersonates one."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["session.created"] = "session.created"
    """Always `session.created`."""
    data: UserSession
    """The new session."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class SessionRevokedEvent(Model):
    """A session was ended before its time, by signing out or through the API."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["session.revoked"] = "session.revoked"
    """Always `session.revoked`."""
    data: UserSession
    """The ended session."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class UserCreatedEvent(Model):
    """A user was created: by sign-up, by an invitation, through the API or in the dashboard."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["user.created"] = "user.created"
    """Always `user.created`."""
    data: User
    """The new user."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class UserDeletedEvent(Model):
    """A user was deleted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["user.deleted"] = "user.deleted"
    """Always `user.deleted`."""
    data: User
    """The user as they were before."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class UserUpdatedEvent(Model):
    """Something about a user changed."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["user.updated"] = "user.updated"
    """Always `user.updated`."""
    data: User
    """The user after the change."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


VaultKeyProvider: TypeAlias = (
    Literal[
        "AWS_KMS",
        "GCP_KMS",
        "AZURE_KEY_VAULT",
    ]
    | str
)
"""Where a key is kept that an organization brought."""


@model
class VaultByokKeyDeletedEventData(Model):
    """The key that an organization brought."""

    organization_id: str
    """The id of the organization."""
    key_provider: VaultKeyProvider
    """Where the key is kept."""


@model
class VaultByokKeyDeletedEvent(Model):
    """The key that an organization brought was taken off."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["vault.byok_key.deleted"] = "vault.byok_key.deleted"
    """Always `vault.byok_key.deleted`."""
    data: VaultByokKeyDeletedEventData
    """The organization, and where the key is kept."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class VaultByokKeyVerificationCompletedEventData(Model):
    """A check of the key that an organization brought."""

    organization_id: str
    """The id of the organization."""
    key_provider: VaultKeyProvider
    """Where the key is kept."""
    verified: bool
    """Whether the key can be used."""


@model
class VaultByokKeyVerificationCompletedEvent(Model):
    """WorkOS checked whether it can use the key that an organization brought."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["vault.byok_key.verification_completed"] = "vault.byok_key.verification_completed"
    """Always `vault.byok_key.verification_completed`."""
    data: VaultByokKeyVerificationCompletedEventData
    """The organization, where the key is kept, and what came of the check."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


VaultEventActorSource: TypeAlias = (
    Literal[
        "api",
        "dashboard",
    ]
    | str
)
"""Where something was done with the vault: through the API or in the dashboard."""


@model
class VaultDataEventData(Model):
    """A change of an object in the vault."""

    actor_id: str
    """The id of the person or API key."""
    actor_source: VaultEventActorSource
    """Where it was done."""
    actor_name: str
    """The name of the person or API key."""
    kv_name: str
    """The name of the object."""
    key_id: str
    """The id of the key that protects it."""
    key_context: dict[str, str]
    """The key context of the object."""


@model
class VaultDataCreatedEvent(Model):
    """An object was stored in the vault."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["vault.data.created"] = "vault.data.created"
    """Always `vault.data.created`."""
    data: VaultDataEventData
    """The object, who stored it, and the key that protects it."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class VaultNameEventData(Model):
    """Something done with an object in the vault that needs no key."""

    actor_id: str
    """The id of the person or API key."""
    actor_source: VaultEventActorSource
    """Where it was done."""
    actor_name: str
    """The name of the person or API key."""
    kv_name: str
    """The name of the object."""


@model
class VaultDataDeletedEvent(Model):
    """An object was deleted from the vault."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["vault.data.deleted"] = "vault.data.deleted"
    """Always `vault.data.deleted`."""
    data: VaultNameEventData
    """The object, and who deleted it."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class VaultDataReadEventData(Model):
    """A look at the value of an object in the vault."""

    actor_id: str
    """The id of the person or API key."""
    actor_source: VaultEventActorSource
    """Where it was done."""
    actor_name: str
    """The name of the person or API key."""
    kv_name: str
    """The name of the object."""
    key_id: str
    """The id of the key that protects it."""


@model
class VaultDataReadEvent(Model):
    """The value of an object in the vault was read."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["vault.data.read"] = "vault.data.read"
    """Always `vault.data.read`."""
    data: VaultDataReadEventData
    """The object, and who read it."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class VaultDataUpdatedEvent(Model):
    """The value of an object in the vault was replaced."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["vault.data.updated"] = "vault.data.updated"
    """Always `vault.data.updated`."""
    data: VaultDataEventData
    """The object, who replaced the value, and the key that protects it."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class VaultDekDecryptedEventData(Model):
    """The decryption of a data key."""

    actor_id: str
    """The id of the person or API key."""
    actor_source: VaultEventActorSource
    """Where it was done."""
    actor_name: str
    """The name of the person or API key."""
    key_id: str
    """The id of the key that protects it."""


@model
class VaultDekDecryptedEvent(Model):
    """A data key was decrypted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["vault.dek.decrypted"] = "vault.dek.decrypted"
    """Always `vault.dek.decrypted`."""
    data: VaultDekDecryptedEventData
    """The key, and who decrypted it."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class VaultDekReadEventData(Model):
    """A request for a data key."""

    actor_id: str
    """The id of the person or API key."""
    actor_source: VaultEventActorSource
    """Where it was done."""
    actor_name: str
    """The name of the person or API key."""
    key_ids: list[str]
    """The ids of the keys that protect it."""
    key_context: dict[str, str]
    """The key context it is for."""


@model
class VaultDekReadEvent(Model):
    """A data key was made or fetched for encrypting."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["vault.dek.read"] = "vault.dek.read"
    """Always `vault.dek.read`."""
    data: VaultDekReadEventData
    """The keys, and who asked for them."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class VaultKekEventData(Model):
    """A key that encrypts data keys."""

    actor_id: str
    """The id of the person or API key."""
    actor_source: VaultEventActorSource
    """Where it was done."""
    actor_name: str
    """The name of the person or API key."""
    key_name: str
    """The name of the key."""
    key_id: str
    """The id of the key."""


@model
class VaultKekCreatedEvent(Model):
    """A key that encrypts data keys was created for a new context."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["vault.kek.created"] = "vault.kek.created"
    """Always `vault.kek.created`."""
    data: VaultKekEventData
    """The key, and who caused it."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class VaultKekDeletedEvent(Model):
    """A key that encrypts data keys was deleted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["vault.kek.deleted"] = "vault.kek.deleted"
    """Always `vault.kek.deleted`."""
    data: VaultKekEventData
    """The key, and who deleted it."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class VaultMetadataReadEvent(Model):
    """An object in the vault was looked at, but not its value."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["vault.metadata.read"] = "vault.metadata.read"
    """Always `vault.metadata.read`."""
    data: VaultNameEventData
    """The object, and who looked at it."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class VaultNamesListedEventData(Model):
    """A look at the list of objects in the vault."""

    actor_id: str
    """The id of the person or API key."""
    actor_source: VaultEventActorSource
    """Where it was done."""
    actor_name: str
    """The name of the person or API key."""


@model
class VaultNamesListedEvent(Model):
    """The names of the objects in the vault were listed."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["vault.names.listed"] = "vault.names.listed"
    """Always `vault.names.listed`."""
    data: VaultNamesListedEventData
    """Who listed them."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class WaitlistUserEventData(Model):
    """Somebody on the waitlist."""

    object: Literal["waitlist_user"] = "waitlist_user"
    """Always `waitlist_user`."""
    id: str
    """The id of the entry."""
    email: str
    """The e-mail address."""
    state: WaitlistEntryState
    """Whether the person was let in."""
    approved_at: datetime | None
    """When the person was let in; null if that did not happen."""
    created_at: datetime
    """When the entry was created."""
    updated_at: datetime
    """When the entry last changed."""
    waitlist_id: str | None = UNSET
    """The id of the waitlist."""
    additional_fields: dict[str, str] | None = UNSET
    """What else the person was asked, by name."""


@model
class WaitlistUserApprovedEvent(Model):
    """Somebody on the waitlist was let in."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["waitlist_user.approved"] = "waitlist_user.approved"
    """Always `waitlist_user.approved`."""
    data: WaitlistUserEventData
    """The approved entry."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class WaitlistUserCreatedEvent(Model):
    """Somebody put themselves on the waitlist."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["waitlist_user.created"] = "waitlist_user.created"
    """Always `waitlist_user.created`."""
    data: WaitlistUserEventData
    """The new entry."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class WaitlistUserDeniedEvent(Model):
    """Somebody on the waitlist was turned down."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    event: Literal["waitlist_user.denied"] = "waitlist_user.denied"
    """Always `waitlist_user.denied`."""
    data: WaitlistUserEventData
    """The denied entry."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """Where the event came from, as far as that is known."""


@model
class UnknownEvent(Model):
    """A kind of Event that this version of the SDK does not know. Its own fields are in `extra_fields`."""

    UNION_TAG: ClassVar[str] = "event"

    event: Literal["(unknown)"]
    """The kind as the API sent it. Type checkers see a placeholder, so that comparing with a known kind rules this
    class out; `tag` is the same as plain text.
    """
    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The id of the event (`event_…`)."""
    data: Any
    """Every kind has this field, with a meaning of its own."""
    created_at: datetime
    """When the event was recorded."""
    context: Any = UNSET
    """Every kind has this field, with a meaning of its own."""

    @property
    def tag(self) -> str:
        """The kind as the API sent it."""
        return str(self.event)


Event: TypeAlias = (
    ActionAuthenticationDeniedEvent
    | ActionUserRegistrationDeniedEvent
    | AgentRegistrationClaimAttemptCreatedEvent
    | AgentRegistrationClaimCompletedEvent
    | AgentRegistrationCreatedEvent
    | AgentRegistrationCredentialIssuedEvent
    | AgentRegistrationDeletedEvent
    | AgentRegistrationExpiredEvent
    | AgentRegistrationOrganizationSwitchedEvent
    | AgentRegistrationRefreshedEvent
    | AgentRegistrationRevokedEvent
    | ApiKeyCreatedEvent
    | ApiKeyRevokedEvent
    | ApiKeyUpdatedEvent
    | AuthenticationEmailVerificationFailedEvent
    | AuthenticationEmailVerificationSucceededEvent
    | AuthenticationMagicAuthFailedEvent
    | AuthenticationMagicAuthSucceededEvent
    | AuthenticationMfaFailedEvent
    | AuthenticationMfaSucceededEvent
    | AuthenticationOauthFailedEvent
    | AuthenticationOauthSucceededEvent
    | AuthenticationPasskeyFailedEvent
    | AuthenticationPasskeySucceededEvent
    | AuthenticationPasswordFailedEvent
    | AuthenticationPasswordSucceededEvent
    | AuthenticationRadarRiskDetectedEvent
    | AuthenticationReauthenticationSucceededEvent
    | AuthenticationSsoFailedEvent
    | AuthenticationSsoStartedEvent
    | AuthenticationSsoSucceededEvent
    | AuthenticationSsoTimedOutEvent
    | ConnectionActivatedEvent
    | ConnectionDeactivatedEvent
    | ConnectionDeletedEvent
    | ConnectionSamlCertificateRenewalRequiredEvent
    | ConnectionSamlCertificateRenewedEvent
    | DsyncActivatedEvent
    | DsyncDeletedEvent
    | DsyncGroupCreatedEvent
    | DsyncGroupDeletedEvent
    | DsyncGroupUpdatedEvent
    | DsyncTokenCreatedEvent
    | DsyncTokenRevokedEvent
    | DsyncGroupUserAddedEvent
    | DsyncUserCreatedEvent
    | DsyncUserDeletedEvent
    | DsyncGroupUserRemovedEvent
    | DsyncUserUpdatedEvent
    | EmailVerificationCreatedEvent
    | FlagCreatedEvent
    | FlagDeletedEvent
    | FlagRuleUpdatedEvent
    | FlagUpdatedEvent
    | GroupCreatedEvent
    | GroupDeletedEvent
    | GroupMemberAddedEvent
    | GroupMemberRemovedEvent
    | GroupUpdatedEvent
    | InvitationAcceptedEvent
    | InvitationCreatedEvent
    | InvitationResentEvent
    | InvitationRevokedEvent
    | MagicAuthCreatedEvent
    | OrganizationCreatedEvent
    | OrganizationDeletedEvent
    | OrganizationDomainCreatedEvent
    | OrganizationDomainDeletedEvent
    | OrganizationDomainUpdatedEvent
    | OrganizationDomainVerificationFailedEvent
    | OrganizationDomainVerifiedEvent
    | OrganizationMembershipCreatedEvent
    | OrganizationMembershipDeletedEvent
    | OrganizationMembershipUpdatedEvent
    | OrganizationRoleCreatedEvent
    | OrganizationRoleDeletedEvent
    | OrganizationRoleUpdatedEvent
    | OrganizationUpdatedEvent
    | PasswordResetCreatedEvent
    | PasswordResetSucceededEvent
    | PermissionCreatedEvent
    | PermissionDeletedEvent
    | PermissionUpdatedEvent
    | PipesConnectedAccountConnectedEvent
    | PipesConnectedAccountConnectionFailedEvent
    | PipesConnectedAccountDisconnectedEvent
    | PipesConnectedAccountReauthorizationNeededEvent
    | RadarChallengeCreatedEvent
    | RoleCreatedEvent
    | RoleDeletedEvent
    | RoleUpdatedEvent
    | SessionCreatedEvent
    | SessionRevokedEvent
    | UserCreatedEvent
    | UserDeletedEvent
    | UserUpdatedEvent
    | VaultByokKeyDeletedEvent
    | VaultByokKeyVerificationCompletedEvent
    | VaultDataCreatedEvent
    | VaultDataDeletedEvent
    | VaultDataReadEvent
    | VaultDataUpdatedEvent
    | VaultDekDecryptedEvent
    | VaultDekReadEvent
    | VaultKekCreatedEvent
    | VaultKekDeletedEvent
    | VaultMetadataReadEvent
    | VaultNamesListedEvent
    | WaitlistUserApprovedEvent
    | WaitlistUserCreatedEvent
    | WaitlistUserDeniedEvent
    | UnknownEvent
)
"""Something that happened. `event` says what, and with it what `data` is."""
