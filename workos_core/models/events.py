# Generated from spec/resources/events by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of events."""

from datetime import datetime
from typing import Any, ClassVar, Literal, TypeAlias

from workos_core.models.agents import (
    AgentBlueprintInvocableAs,
    AgentBlueprintInvocableBy,
    AgentInstanceType,
    AgentRegistrationKind,
    AgentRegistrationStatus,
    AgentSessionSettings,
)
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
    "AgentBlueprintCreatedEvent",
    "AgentBlueprintDeletedEvent",
    "AgentBlueprintDeletedEventData",
    "AgentBlueprintEventData",
    "AgentBlueprintUpdatedEvent",
    "AgentCredentialDetail",
    "AgentIdentityEventData",
    "AgentInstanceCreatedEvent",
    "AgentInstanceDeletedEvent",
    "AgentInstanceEventData",
    "AgentInstanceSessionCreatedEvent",
    "AgentInstanceSessionCreatedEventData",
    "AgentInstanceSessionRevokedEvent",
    "AgentInstanceSessionRevokedEventData",
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
    "FeatureFlagsFlagCreatedEvent",
    "FeatureFlagsFlagDeletedEvent",
    "FeatureFlagsFlagRuleCreatedEvent",
    "FeatureFlagsFlagRuleDeletedEvent",
    "FeatureFlagsFlagRuleUpdatedEvent",
    "FeatureFlagsFlagTargetCreatedEvent",
    "FeatureFlagsFlagTargetDeletedEvent",
    "FeatureFlagsFlagUpdatedEvent",
    "FlagAccessType",
    "FlagCreatedEvent",
    "FlagDeletedEvent",
    "FlagEventContext",
    "FlagPreviousAttributes",
    "FlagPreviousData",
    "FlagRuleChangeEventContext",
    "FlagRuleChangePreviousAttributes",
    "FlagRuleChangePreviousData",
    "FlagRuleEventContext",
    "FlagRuleEventData",
    "FlagRulePreviousAttributes",
    "FlagRulePreviousContext",
    "FlagRulePreviousData",
    "FlagRuleUpdatedEvent",
    "FlagRuleUpdatedEventContext",
    "FlagTargetEventData",
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
    "PipesAccountConnectionAddFailedEvent",
    "PipesAccountConnectionConnectedEvent",
    "PipesAccountConnectionConnectionFailedEvent",
    "PipesAccountConnectionDisconnectedEvent",
    "PipesAccountConnectionReauthorizationNeededEvent",
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
    "ResourceExportCompletedEvent",
    "ResourceExportCreatedEvent",
    "ResourceExportDownloadedEvent",
    "ResourceExportEventData",
    "ResourceExportFailedEvent",
    "ResourceExportType",
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
    "VaultDekRekeyedEvent",
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
"""Where a change was made: through the API (`api`), in the dashboard (`dashboard`), in the Admin Portal
(`admin_portal`), or by WorkOS itself (`system`).
"""


@model
class EventActor(Model):
    """The actor that made a change."""

    id: str
    """The ID of the actor, a person or an API key."""
    source: EventActorSource
    """Where the change was made."""
    name: str | None
    """The display name of the actor; null if there is none."""


@model
class GoogleAnalyticsSession(Model):
    """A Google Analytics session."""

    container_id: str = field(metadata={"wire": "containerId"})
    """The ID of the Google Analytics container."""
    session_id: str | None = field(default=UNSET, metadata={"wire": "sessionId"})
    """The ID of the Google Analytics session."""
    session_number: str | None = field(default=UNSET, metadata={"wire": "sessionNumber"})
    """The sequence number of the session in its browser."""


@model
class EventContext(Model):
    """The context in which an event occurred. Each field is present only if it is known."""

    google_analytics_client_id: str | None = UNSET
    """The Google Analytics client ID of the browser."""
    google_analytics_sessions: list[GoogleAnalyticsSession] | None = UNSET
    """The Google Analytics sessions of the browser."""
    ajs_anonymous_id: str | None = UNSET
    """The anonymous ID that Segment assigned to the browser."""
    client_id: str | None = UNSET
    """The client ID of the request."""
    actor: EventActor | None = UNSET
    """The actor that made the change."""
    previous_attributes: dict[str, Any] | None = UNSET
    """The changed attributes with their previous values, keyed by name."""


@model
class RoleEventData(Model):
    """An environment role."""

    object: Literal["role"] = "role"
    """Always `role`."""
    slug: str
    """The slug of the role, unique within the environment."""
    resource_type_slug: str
    """The slug of the resource type that the role applies to."""
    permissions: list[str] | None = UNSET
    """The slugs of the permissions that the role grants."""
    created_at: datetime
    """When the role was created."""
    updated_at: datetime
    """When the role was last updated."""


@model
class RoleCreatedEvent(Model):
    """An environment role was created."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["role.created"] = "role.created"
    """Always `role.created`."""
    data: RoleEventData
    """The new role."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class RoleUpdatedEvent(Model):
    """An environment role was updated, for example its permissions."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["role.updated"] = "role.updated"
    """Always `role.updated`."""
    data: RoleEventData
    """The role after the update."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class RoleDeletedEvent(Model):
    """An environment role was deleted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["role.deleted"] = "role.deleted"
    """Always `role.deleted`."""
    data: RoleEventData
    """The role as it was before the deletion."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class OrganizationRoleEventData(Model):
    """An organization role, a role specific to one organization."""

    object: Literal["organization_role"] = "organization_role"
    """Always `organization_role`."""
    organization_id: str
    """The ID of the organization (`org_…`)."""
    slug: str
    """The slug of the role, unique within the organization."""
    name: str
    """The display name of the role."""
    description: str | None
    """A description of the role; null if there is none."""
    resource_type_slug: str
    """The slug of the resource type that the role applies to."""
    permissions: list[str]
    """The slugs of the permissions that the role grants."""
    created_at: datetime
    """When the role was created."""
    updated_at: datetime
    """When the role was last updated."""


@model
class OrganizationRoleCreatedEvent(Model):
    """An organization role was created, a role specific to one organization."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["organization_role.created"] = "organization_role.created"
    """Always `organization_role.created`."""
    data: OrganizationRoleEventData
    """The new role."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class OrganizationRoleUpdatedEvent(Model):
    """An organization role was updated, for example its permissions."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["organization_role.updated"] = "organization_role.updated"
    """Always `organization_role.updated`."""
    data: OrganizationRoleEventData
    """The role after the update."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class OrganizationRoleDeletedEvent(Model):
    """An organization role was deleted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["organization_role.deleted"] = "organization_role.deleted"
    """Always `organization_role.deleted`."""
    data: OrganizationRoleEventData
    """The role as it was before the deletion."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class PermissionCreatedEvent(Model):
    """A permission was created."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["permission.created"] = "permission.created"
    """Always `permission.created`."""
    data: AuthorizationPermission
    """The new permission."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class PermissionUpdatedEvent(Model):
    """The name or description of a permission was updated."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["permission.updated"] = "permission.updated"
    """Always `permission.updated`."""
    data: AuthorizationPermission
    """The permission after the update."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class PermissionDeletedEvent(Model):
    """A permission was deleted. No role grants it anymore."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["permission.deleted"] = "permission.deleted"
    """Always `permission.deleted`."""
    data: AuthorizationPermission
    """The permission as it was before the deletion."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class ApiKeyEventData(Model):
    """An API key of an organization or a user."""

    object: Literal["api_key"] = "api_key"
    """Always `api_key`."""
    id: str
    """The ID of the API key (`api_key_…`)."""
    owner: ApiKeyOwner
    """The organization or user that owns the key."""
    name: str
    """The display name of the key."""
    obfuscated_value: str
    """The key with most of its characters masked."""
    last_used_at: str | None
    """When the key was last used; null if never."""
    expires_at: datetime | None
    """When the key expires; null if it does not expire."""
    permissions: list[str]
    """The slugs of the permissions that the key grants."""
    created_at: str
    """When the key was created."""
    updated_at: str
    """When the key was last updated."""


@model
class ApiKeyCreatedEvent(Model):
    """An API key of an organization or a user was created."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["api_key.created"] = "api_key.created"
    """Always `api_key.created`."""
    data: ApiKeyEventData
    """The new API key, with its value obfuscated."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class ApiKeyPreviousAttributes(Model):
    """The attributes of an API key before an update."""

    expires_at: datetime | None
    """When the key was previously set to expire; null if it had no expiration."""


@model
class ApiKeyUpdatedEventData(Model):
    """An API key after an update."""

    object: Literal["api_key"] = "api_key"
    """Always `api_key`."""
    id: str
    """The ID of the API key (`api_key_…`)."""
    owner: ApiKeyOwner
    """The organization or user that owns the key."""
    name: str
    """The display name of the key."""
    obfuscated_value: str
    """The key with most of its characters masked."""
    last_used_at: str | None
    """When the key was last used; null if never."""
    expires_at: datetime | None
    """When the key expires; null if it does not expire."""
    permissions: list[str]
    """The slugs of the permissions that the key grants."""
    created_at: str
    """When the key was created."""
    updated_at: str
    """When the key was last updated."""
    previous_attributes: ApiKeyPreviousAttributes
    """The changed attributes with their previous values."""


@model
class ApiKeyUpdatedEvent(Model):
    """The expiration of an API key was set, changed or removed."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["api_key.updated"] = "api_key.updated"
    """Always `api_key.updated`."""
    data: ApiKeyUpdatedEventData
    """The API key after the update, with its previous expiration."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class ApiKeyRevokedEvent(Model):
    """An API key was deleted and is no longer valid."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["api_key.revoked"] = "api_key.revoked"
    """Always `api_key.revoked`."""
    data: ApiKeyEventData
    """The revoked API key."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AgentBlueprintEventData(Model):
    """The permissions an agent can have, and who can start its sessions."""

    object: Literal["agent_blueprint"] = "agent_blueprint"
    """Always `agent_blueprint`."""
    id: str
    """The ID of the blueprint."""
    name: str
    """The display name of the blueprint."""
    description: str | None
    """A description of the blueprint; null if there is none."""
    permissions: list[str]
    """The slugs of the permissions that sessions can have at most."""
    invocable_by: AgentBlueprintInvocableBy
    """Who may start sessions."""
    invocable_as: AgentBlueprintInvocableAs
    """How sessions may be started."""
    session_settings: AgentSessionSettings
    """The lifetimes of sessions and tokens."""
    created_at: str
    """When the blueprint was created."""
    updated_at: str
    """When the blueprint was last updated."""


@model
class AgentBlueprintCreatedEvent(Model):
    """An agent blueprint was created."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["agent.blueprint.created"] = "agent.blueprint.created"
    """Always `agent.blueprint.created`."""
    data: AgentBlueprintEventData
    """The new blueprint."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AgentBlueprintUpdatedEvent(Model):
    """An agent blueprint was updated."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["agent.blueprint.updated"] = "agent.blueprint.updated"
    """Always `agent.blueprint.updated`."""
    data: AgentBlueprintEventData
    """The blueprint after the update."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AgentBlueprintDeletedEventData(Model):
    """A deleted agent blueprint."""

    object: Literal["agent_blueprint"] = "agent_blueprint"
    """Always `agent_blueprint`."""
    id: str
    """The ID of the blueprint."""
    name: str
    """The display name of the blueprint."""
    created_at: str
    """When the blueprint was created."""
    updated_at: str
    """When the blueprint was last updated."""


@model
class AgentBlueprintDeletedEvent(Model):
    """An agent blueprint was deleted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["agent.blueprint.deleted"] = "agent.blueprint.deleted"
    """Always `agent.blueprint.deleted`."""
    data: AgentBlueprintDeletedEventData
    """The deleted blueprint."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AgentInstanceEventData(Model):
    """An agent in one organization."""

    object: Literal["agent_instance"] = "agent_instance"
    """Always `agent_instance`."""
    id: str
    """The ID of the instance."""
    agent_blueprint_id: str
    """The ID of the blueprint."""
    organization_id: str
    """The ID of the organization that the agent acts in (`org_…`)."""
    organization_membership_id: str | None
    """The ID of the membership that the agent acts for (`om_…`); null for an autonomous agent."""
    type: AgentInstanceType
    """Whether the agent acts for a user or on its own behalf."""
    created_at: str
    """When the instance was created."""
    updated_at: str
    """When the instance was last updated."""


@model
class AgentInstanceCreatedEvent(Model):
    """An agent instance was created by the first token for its organization or member."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["agent.instance.created"] = "agent.instance.created"
    """Always `agent.instance.created`."""
    data: AgentInstanceEventData
    """The new instance."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AgentInstanceDeletedEvent(Model):
    """An agent instance was deleted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["agent.instance.deleted"] = "agent.instance.deleted"
    """Always `agent.instance.deleted`."""
    data: AgentInstanceEventData
    """The deleted instance."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AgentInstanceSessionCreatedEventData(Model):
    """A new session of an agent instance, with its permissions."""

    object: Literal["agent_instance_session"] = "agent_instance_session"
    """Always `agent_instance_session`."""
    id: str
    """The ID of the session."""
    agent_instance_id: str
    """The ID of the agent instance."""
    organization_id: str
    """The ID of the organization of the agent instance (`org_…`)."""
    expires_at: str
    """When the session expires."""
    revoked_at: str | None
    """When the session was revoked; null if it was not."""
    created_at: str
    """When the session was created."""
    updated_at: str
    """When the session was last updated."""
    permission_slugs: list[str]
    """The slugs of the permissions that the session was granted."""


@model
class AgentInstanceSessionCreatedEvent(Model):
    """A session of an agent instance started."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["agent.instance.session.created"] = "agent.instance.session.created"
    """Always `agent.instance.session.created`."""
    data: AgentInstanceSessionCreatedEventData
    """The new session."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AgentInstanceSessionRevokedEventData(Model):
    """A revoked session of an agent instance."""

    object: Literal["agent_instance_session"] = "agent_instance_session"
    """Always `agent_instance_session`."""
    id: str
    """The ID of the session."""
    agent_instance_id: str
    """The ID of the agent instance."""
    organization_id: str
    """The ID of the organization of the agent instance (`org_…`)."""
    expires_at: str
    """When the session would have expired."""
    revoked_at: str | None
    """When the session was revoked."""
    created_at: str
    """When the session was created."""
    updated_at: str
    """When the session was last updated."""


@model
class AgentInstanceSessionRevokedEvent(Model):
    """A session of an agent instance was revoked."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["agent.instance.session.revoked"] = "agent.instance.session.revoked"
    """Always `agent.instance.session.revoked`."""
    data: AgentInstanceSessionRevokedEventData
    """The revoked session."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AgentIdentityEventData(Model):
    """The identity of an agent."""

    object: Literal["agent_identity"] = "agent_identity"
    """Always `agent_identity`."""
    id: str
    """The ID of the identity."""
    userland_user_id: str | None
    """The ID of the user that the agent belongs to (`user_…`); null if the agent is unclaimed."""


AgentRegistrationMethod: TypeAlias = (
    Literal[
        "anonymous",
        "service_auth",
        "id_jag",
    ]
    | str
)
"""How an agent registered: anonymously (`anonymous`), with service credentials (`service_auth`), or with an
identity assertion (`id_jag`, ID-JAG).
"""


@model
class AgentRegistrationEventData(Model):
    """The registration of an agent with an organization."""

    object: Literal["agent_registration"] = "agent_registration"
    """Always `agent_registration`."""
    id: str
    """The ID of the agent registration."""
    agent_identity: AgentIdentityEventData
    """The identity of the agent."""
    organization_id: str
    """The ID of the organization (`org_…`)."""
    status: AgentRegistrationStatus
    """The status of the registration."""
    kind: AgentRegistrationKind
    """How the agent identified itself."""
    method: AgentRegistrationMethod
    """How the agent registered."""
    created_at: str
    """When the registration was created."""
    updated_at: str
    """When the registration was last updated."""


@model
class AgentRegistrationCreatedEvent(Model):
    """An agent registered with an organization."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["agent.registration.created"] = "agent.registration.created"
    """Always `agent.registration.created`."""
    data: AgentRegistrationEventData
    """The new registration."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AgentRegistrationReferenceEventData(Model):
    """A reference to an agent registration."""

    agent_registration_id: str
    """The ID of the agent registration."""


@model
class AgentRegistrationRefreshedEvent(Model):
    """An agent refreshed its registration."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["agent.registration.refreshed"] = "agent.registration.refreshed"
    """Always `agent.registration.refreshed`."""
    data: AgentRegistrationReferenceEventData
    """The ID of the agent registration."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AgentRegistrationExpiredEvent(Model):
    """An agent registration expired."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["agent.registration.expired"] = "agent.registration.expired"
    """Always `agent.registration.expired`."""
    data: AgentRegistrationReferenceEventData
    """The ID of the agent registration."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AgentRegistrationRevokedEvent(Model):
    """An agent registration was revoked. Its credentials are no longer valid."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["agent.registration.revoked"] = "agent.registration.revoked"
    """Always `agent.registration.revoked`."""
    data: AgentRegistrationReferenceEventData
    """The ID of the agent registration."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AgentRegistrationDeletedEvent(Model):
    """An agent registration was deleted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["agent.registration.deleted"] = "agent.registration.deleted"
    """Always `agent.registration.deleted`."""
    data: AgentRegistrationReferenceEventData
    """The ID of the agent registration."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AgentRegistrationOrganizationSwitchedEventData(Model):
    """The move of an agent registration to another organization."""

    agent_registration_id: str
    """The ID of the agent registration."""
    from_organization_id: str
    """The ID of the previous organization."""
    to_organization_id: str
    """The ID of the new organization."""


@model
class AgentRegistrationOrganizationSwitchedEvent(Model):
    """An agent registration was moved to another organization."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["agent.registration.organization.switched"] = "agent.registration.organization.switched"
    """Always `agent.registration.organization.switched`."""
    data: AgentRegistrationOrganizationSwitchedEventData
    """The registration, its previous organization and its new organization."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AgentRegistrationClaimAttemptEventData(Model):
    """An attempt to have a person claim an agent."""

    object: Literal["agent_registration_claim_attempt"] = "agent_registration_claim_attempt"
    """Always `agent_registration_claim_attempt`."""
    id: str
    """The ID of the claim attempt."""
    agent_registration_id: str
    """The ID of the agent registration."""
    agent_registration_claim_id: str
    """The ID of the claim."""
    login_hint: str
    """An identifier of the person who was asked, such as an email address."""
    expires_at: str
    """When the claim attempt expires."""
    created_at: str
    """When the claim attempt was created."""
    updated_at: str
    """When the claim attempt was last updated."""


@model
class AgentRegistrationClaimAttemptCreatedEvent(Model):
    """A person was asked to claim an agent."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["agent.registration.claim.attempt.created"] = "agent.registration.claim.attempt.created"
    """Always `agent.registration.claim.attempt.created`."""
    data: AgentRegistrationClaimAttemptEventData
    """The claim attempt, without its token."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AgentRegistrationClaimant(Model):
    """The person who claimed an agent."""

    user_id: str
    """The ID of the user (`user_…`)."""
    organization_id: str | None
    """The ID of the organization in which the user acted (`org_…`); null if there was none."""


@model
class AgentRegistrationClaimEventData(Model):
    """A completed claim on an agent."""

    object: Literal["agent_registration_claim"] = "agent_registration_claim"
    """Always `agent_registration_claim`."""
    id: str
    """The ID of the claim."""
    agent_registration_id: str
    """The ID of the agent registration."""
    completed_by_attempt_id: str
    """The ID of the claim attempt that completed the claim."""
    claimed_by: AgentRegistrationClaimant
    """The person who claimed the agent."""
    completed_at: str
    """When the agent was claimed."""
    created_at: str
    """When the claim was created."""
    updated_at: str
    """When the claim was last updated."""


@model
class AgentRegistrationClaimCompletedEvent(Model):
    """A person claimed an agent."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["agent.registration.claim.completed"] = "agent.registration.claim.completed"
    """Always `agent.registration.claim.completed`."""
    data: AgentRegistrationClaimEventData
    """The claim and the claimant."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AgentAccessTokenDetail(Model):
    """An access token issued to an agent."""

    kind: Literal["access_token"] = "access_token"
    """Always `access_token`."""
    jti: str
    """The ID of the token (its `jti` claim)."""
    expires_at: str | None
    """When the token expires; null if it does not expire."""


@model
class AgentApiKeyDetail(Model):
    """An API key issued to an agent."""

    kind: Literal["api_key"] = "api_key"
    """Always `api_key`."""
    api_key_id: str
    """The ID of the API key."""


@model
class UnknownAgentCredentialDetail(Model):
    """A member of AgentCredentialDetail with a `kind` that this version of the SDK does not know. Fields that are
    not declared here are in `extra_fields`.
    """

    UNION_TAG: ClassVar[str] = "kind"

    kind: Literal["(unknown)"]
    """The value that the API returned. It is typed as a placeholder so that comparing it with a known value makes
    a type checker exclude this class; `tag` is the same value as `str`.
    """

    @property
    def tag(self) -> str:
        """The value of the discriminator that the API returned."""
        return str(self.kind)


AgentCredentialDetail: TypeAlias = AgentApiKeyDetail | AgentAccessTokenDetail | UnknownAgentCredentialDetail
"""The details of a credential issued to an agent, either an API key or an access token."""


@model
class AgentRegistrationCredentialEventData(Model):
    """A credential issued to an agent, without the secret."""

    object: Literal["agent_registration_credential"] = "agent_registration_credential"
    """Always `agent_registration_credential`."""
    id: str
    """The ID of the credential."""
    agent_registration_id: str
    """The ID of the agent registration."""
    detail: AgentCredentialDetail
    """The details of the credential."""
    created_at: str
    """When the credential was issued."""
    updated_at: str
    """When the credential was last updated."""


@model
class AgentRegistrationCredentialIssuedEvent(Model):
    """An API key or access token was issued to an agent."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["agent.registration.credential.issued"] = "agent.registration.credential.issued"
    """Always `agent.registration.credential.issued`."""
    data: AgentRegistrationCredentialEventData
    """The issued credential, without the secret."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AuthenticationEmailVerificationSucceededEventData(Model):
    """A successful email verification."""

    type: Literal["email_verification"] = "email_verification"
    """Always `email_verification`."""
    status: Literal["succeeded"] = "succeeded"
    """Always `succeeded`."""
    ip_address: str | None
    """The IP address of the client; null if unknown."""
    user_agent: str | None
    """The user agent of the client, such as a browser; null if unknown."""
    user_id: str
    """The ID of the user (`user_…`)."""
    email: str
    """The email address of the user."""


@model
class AuthenticationEmailVerificationSucceededEvent(Model):
    """A user verified an email address with a one-time code."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["authentication.email_verification_succeeded"] = "authentication.email_verification_succeeded"
    """Always `authentication.email_verification_succeeded`."""
    data: AuthenticationEmailVerificationSucceededEventData
    """The user, and the IP address and user agent of the attempt."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AuthenticationEventError(Model):
    """The reason why an authentication attempt failed."""

    code: str
    """A machine-readable error code."""
    message: str
    """An explanation for developers."""


@model
class AuthenticationEmailVerificationFailedEventData(Model):
    """A failed email verification."""

    type: Literal["email_verification"] = "email_verification"
    """Always `email_verification`."""
    status: Literal["failed"] = "failed"
    """Always `failed`."""
    ip_address: str | None
    """The IP address of the client; null if unknown."""
    user_agent: str | None
    """The user agent of the client, such as a browser; null if unknown."""
    user_id: str | None
    """The ID of the user (`user_…`); null if unknown."""
    email: str | None
    """The email address of the user; null if unknown."""
    error: AuthenticationEventError
    """The reason for the failure."""


@model
class AuthenticationEmailVerificationFailedEvent(Model):
    """A user failed to verify an email address because the code was wrong or expired."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["authentication.email_verification_failed"] = "authentication.email_verification_failed"
    """Always `authentication.email_verification_failed`."""
    data: AuthenticationEmailVerificationFailedEventData
    """The user, the IP address and user agent of the attempt, and the error."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AuthenticationMfaSucceededEventData(Model):
    """A successful MFA challenge."""

    type: Literal["mfa"] = "mfa"
    """Always `mfa`."""
    status: Literal["succeeded"] = "succeeded"
    """Always `succeeded`."""
    ip_address: str | None
    """The IP address of the client; null if unknown."""
    user_agent: str | None
    """The user agent of the client, such as a browser; null if unknown."""
    user_id: str
    """The ID of the user (`user_…`)."""
    email: str
    """The email address of the user."""


@model
class AuthenticationMfaSucceededEvent(Model):
    """A user passed an MFA challenge."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["authentication.mfa_succeeded"] = "authentication.mfa_succeeded"
    """Always `authentication.mfa_succeeded`."""
    data: AuthenticationMfaSucceededEventData
    """The user, and the IP address and user agent of the attempt."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AuthenticationMfaFailedEventData(Model):
    """A failed MFA challenge."""

    type: Literal["mfa"] = "mfa"
    """Always `mfa`."""
    status: Literal["failed"] = "failed"
    """Always `failed`."""
    ip_address: str | None
    """The IP address of the client; null if unknown."""
    user_agent: str | None
    """The user agent of the client, such as a browser; null if unknown."""
    user_id: str | None
    """The ID of the user (`user_…`); null if unknown."""
    email: str | None
    """The email address of the user; null if unknown."""
    error: AuthenticationEventError
    """The reason for the failure."""


@model
class AuthenticationMfaFailedEvent(Model):
    """A user failed an MFA challenge."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["authentication.mfa_failed"] = "authentication.mfa_failed"
    """Always `authentication.mfa_failed`."""
    data: AuthenticationMfaFailedEventData
    """The user, the IP address and user agent of the attempt, and the error."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AuthenticationEventSso(Model):
    """The SSO connection, organization and session of an authentication attempt."""

    organization_id: str | None
    """The ID of the organization (`org_…`); null if unknown."""
    connection_id: str | None
    """The ID of the connection (`conn_…`); null if unknown."""
    session_id: str | None
    """The ID of the SSO session; null if there is none."""


@model
class AuthenticationSsoSucceededEventData(Model):
    """A successful SSO sign-in."""

    type: Literal["sso"] = "sso"
    """Always `sso`."""
    status: Literal["succeeded"] = "succeeded"
    """Always `succeeded`."""
    ip_address: str | None
    """The IP address of the client; null if unknown."""
    user_agent: str | None
    """The user agent of the client, such as a browser; null if unknown."""
    user_id: str | None
    """The ID of the user (`user_…`); null if unknown."""
    email: str
    """The email address of the user."""
    sso: AuthenticationEventSso
    """The SSO connection, organization and session involved."""


@model
class AuthenticationSsoSucceededEvent(Model):
    """A user signed in with SSO."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["authentication.sso_succeeded"] = "authentication.sso_succeeded"
    """Always `authentication.sso_succeeded`."""
    data: AuthenticationSsoSucceededEventData
    """The user, and the IP address and user agent of the attempt."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AuthenticationSsoFailedEventData(Model):
    """A failed SSO sign-in."""

    type: Literal["sso"] = "sso"
    """Always `sso`."""
    status: Literal["failed"] = "failed"
    """Always `failed`."""
    ip_address: str | None
    """The IP address of the client; null if unknown."""
    user_agent: str | None
    """The user agent of the client, such as a browser; null if unknown."""
    user_id: str | None
    """The ID of the user (`user_…`); null if unknown."""
    email: str | None
    """The email address of the user; null if unknown."""
    sso: AuthenticationEventSso
    """The SSO connection, organization and session involved."""
    error: AuthenticationEventError
    """The reason for the failure."""


@model
class AuthenticationSsoFailedEvent(Model):
    """A user failed to sign in with SSO."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["authentication.sso_failed"] = "authentication.sso_failed"
    """Always `authentication.sso_failed`."""
    data: AuthenticationSsoFailedEventData
    """The user, the IP address and user agent of the attempt, and the error."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AuthenticationSsoStartedEventData(Model):
    """An SSO sign-in that has started."""

    type: Literal["sso"] = "sso"
    """Always `sso`."""
    status: Literal["started"] = "started"
    """Always `started`."""
    ip_address: str | None
    """The IP address of the client; null if unknown."""
    user_agent: str | None
    """The user agent of the client, such as a browser; null if unknown."""
    user_id: str | None
    """The ID of the user (`user_…`); null if unknown."""
    email: str | None
    """The email address of the user; null if unknown."""
    sso: AuthenticationEventSso
    """The SSO connection, organization and session involved."""


@model
class AuthenticationSsoStartedEvent(Model):
    """A user was redirected to an identity provider to sign in. Another event reports the outcome."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["authentication.sso_started"] = "authentication.sso_started"
    """Always `authentication.sso_started`."""
    data: AuthenticationSsoStartedEventData
    """The user and the connection."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AuthenticationSsoTimedOutEventData(Model):
    """An SSO sign-in that was not completed in time."""

    type: Literal["sso"] = "sso"
    """Always `sso`."""
    status: Literal["timed_out"] = "timed_out"
    """Always `timed_out`."""
    ip_address: str | None
    """The IP address of the client; null if unknown."""
    user_agent: str | None
    """The user agent of the client, such as a browser; null if unknown."""
    user_id: str | None
    """The ID of the user (`user_…`); null if unknown."""
    email: str | None
    """The email address of the user; null if unknown."""
    sso: AuthenticationEventSso
    """The SSO connection, organization and session involved."""
    error: AuthenticationEventError
    """The reason for the failure."""


@model
class AuthenticationSsoTimedOutEvent(Model):
    """A user was redirected to an identity provider to sign in and did not return in time."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["authentication.sso_timed_out"] = "authentication.sso_timed_out"
    """Always `authentication.sso_timed_out`."""
    data: AuthenticationSsoTimedOutEventData
    """The user and the connection."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AuthenticationReauthenticationSucceededEventData(Model):
    """A successful reauthentication."""

    type: Literal["reauthentication"] = "reauthentication"
    """Always `reauthentication`."""
    status: Literal["succeeded"] = "succeeded"
    """Always `succeeded`."""
    ip_address: str | None
    """The IP address of the client; null if unknown."""
    user_agent: str | None
    """The user agent of the client, such as a browser; null if unknown."""
    user_id: str
    """The ID of the user (`user_…`)."""
    email: str
    """The email address of the user."""


@model
class AuthenticationReauthenticationSucceededEvent(Model):
    """A signed-in user authenticated again."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["authentication.reauthentication_succeeded"] = "authentication.reauthentication_succeeded"
    """Always `authentication.reauthentication_succeeded`."""
    data: AuthenticationReauthenticationSucceededEventData
    """The user, and the IP address and user agent of the attempt."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


RadarRiskAction: TypeAlias = (
    Literal[
        "signup",
        "login",
    ]
    | str
)
"""The action that a user attempted when Radar detected a risk. Radar attempts use different values for the
same actions.
"""


@model
class AuthenticationRadarRiskDetectedEventData(Model):
    """An authentication attempt in which Radar detected a risk."""

    auth_method: str
    """The authentication method of the attempt."""
    action: RadarRiskAction
    """The action that the user attempted."""
    control: str | None
    """The Radar control that detected the risk; null if none is named."""
    blocklist_type: str | None
    """The type of the blocklist that contains a matching entry; null if no blocklist was involved."""
    ip_address: str | None
    """The IP address of the client; null if unknown."""
    user_agent: str | None
    """The user agent of the client, such as a browser; null if unknown."""
    user_id: str
    """The ID of the user (`user_…`)."""
    email: str
    """The email address of the user."""


@model
class AuthenticationRadarRiskDetectedEvent(Model):
    """Radar detected a risk in a sign-in or sign-up. Depending on the control, the attempt was blocked, challenged
    or only logged.
    """

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["authentication.radar_risk_detected"] = "authentication.radar_risk_detected"
    """Always `authentication.radar_risk_detected`."""
    data: AuthenticationRadarRiskDetectedEventData
    """The user, and the risk that Radar detected."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class RadarChallengeEventData(Model):
    """A challenge that Radar requires the user to complete."""

    type: Literal["email"] = "email"
    """Always `email`, a challenge with a code sent by email."""
    radar_challenge_id: str
    """The ID of the challenge."""
    user_id: str
    """The ID of the user (`user_…`)."""
    email: str
    """The email address that the code is sent to."""


@model
class RadarChallengeCreatedEvent(Model):
    """Radar created a challenge that the user must complete before the sign-in continues."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["radar.challenge_created"] = "radar.challenge_created"
    """Always `radar.challenge_created`."""
    data: RadarChallengeEventData
    """The challenge, and the user who must complete it."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


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
"""The state of a connection, in the vocabulary of events."""

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
"""The type of the identity provider of a connection, in the vocabulary of events."""


@model
class ConnectionEventData(Model):
    """A connection."""

    object: Literal["connection"] = "connection"
    """Always `connection`."""
    id: str
    """The ID of the connection (`conn_…`)."""
    state: ConnectionEventState
    """The state of the connection; users can sign in only with an `active` one."""
    name: str
    """The display name in the dashboard."""
    connection_type: EventConnectionType
    """The type of the identity provider."""
    organization_id: str | None = UNSET
    """The ID of the organization that the connection belongs to (`org_…`); absent for environment-level
    connections.
    """
    created_at: datetime
    """When the connection was created."""
    updated_at: datetime
    """When the connection was last updated."""
    external_key: str
    """A key that identifies the connection outside of the API."""
    status: ConnectionStatus
    """Whether the connection is linked to an identity provider."""
    domains: list[ConnectionDomain]
    """The email domains whose users sign in with the connection."""


@model
class ConnectionActivatedEvent(Model):
    """A connection was activated and can be used to sign in."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["connection.activated"] = "connection.activated"
    """Always `connection.activated`."""
    data: ConnectionEventData
    """The activated connection."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class ConnectionDeactivatedEvent(Model):
    """A connection was deactivated, either deliberately or because its configuration is broken. It can no longer
    be used to sign in.
    """

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["connection.deactivated"] = "connection.deactivated"
    """Always `connection.deactivated`."""
    data: ConnectionEventData
    """The deactivated connection."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class ConnectionDeletedEventData(Model):
    """A deleted connection."""

    object: Literal["connection"] = "connection"
    """Always `connection`."""
    id: str
    """The ID of the connection (`conn_…`)."""
    state: ConnectionEventState
    """The state of the connection before the deletion."""
    name: str
    """The display name in the dashboard."""
    connection_type: EventConnectionType
    """The type of the identity provider."""
    organization_id: str | None = UNSET
    """The ID of the organization that the connection belonged to (`org_…`); absent for environment-level
    connections.
    """
    created_at: datetime
    """When the connection was created."""
    updated_at: datetime
    """When the connection was last updated."""


@model
class ConnectionDeletedEvent(Model):
    """A connection was deleted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["connection.deleted"] = "connection.deleted"
    """Always `connection.deleted`."""
    data: ConnectionDeletedEventData
    """The connection as it was before the deletion."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class ConnectionReference(Model):
    """A reference to a connection."""

    id: str
    """The ID of the connection (`conn_…`)."""
    organization_id: str | None = UNSET
    """The ID of the organization that the connection belongs to (`org_…`), if any."""


SamlCertificateType: TypeAlias = (
    Literal[
        "ResponseSigning",
        "RequestSigning",
        "ResponseEncryption",
    ]
    | str
)
"""The purpose of a SAML certificate: signing responses of the identity provider (`ResponseSigning`), signing
requests to it (`RequestSigning`), or encrypting its responses (`ResponseEncryption`).
"""


@model
class ExpiringSamlCertificate(Model):
    """A SAML certificate that expires soon or has expired."""

    certificate_type: SamlCertificateType
    """The purpose of the certificate."""
    expiry_date: datetime
    """When the certificate expires."""
    is_expired: bool
    """Whether the certificate has already expired."""


@model
class ConnectionSamlCertificateRenewalRequiredEventData(Model):
    """A SAML certificate that must be renewed."""

    connection: ConnectionReference
    """The connection that the certificate belongs to."""
    certificate: ExpiringSamlCertificate
    """The expiring or expired certificate."""
    days_until_expiry: int
    """The number of days until the certificate expires; negative if it has expired."""


@model
class ConnectionSamlCertificateRenewalRequiredEvent(Model):
    """A certificate of a SAML connection has expired or expires soon. It must be renewed to keep sign-in working."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["connection.saml_certificate_renewal_required"] = "connection.saml_certificate_renewal_required"
    """Always `connection.saml_certificate_renewal_required`."""
    data: ConnectionSamlCertificateRenewalRequiredEventData
    """The connection, the certificate and the days until it expires."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class RenewedSamlCertificate(Model):
    """A SAML certificate that replaced another one."""

    certificate_type: SamlCertificateType
    """The purpose of the certificate."""
    expiry_date: datetime
    """When the certificate expires."""


@model
class ConnectionSamlCertificateRenewedEventData(Model):
    """A SAML certificate that was renewed."""

    connection: ConnectionReference
    """The connection that the certificate belongs to."""
    certificate: RenewedSamlCertificate
    """The new certificate."""
    renewed_at: datetime
    """When the certificate was renewed."""


@model
class ConnectionSamlCertificateRenewedEvent(Model):
    """A certificate of a SAML connection was renewed."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["connection.saml_certificate_renewed"] = "connection.saml_certificate_renewed"
    """Always `connection.saml_certificate_renewed`."""
    data: ConnectionSamlCertificateRenewedEventData
    """The connection and the new certificate."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class DirectoryEventDomain(Model):
    """A domain of the organization that a directory belongs to."""

    object: Literal["organization_domain"] = "organization_domain"
    """Always `organization_domain`."""
    id: str
    """The ID of the domain (`org_domain_…`)."""
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
"""The state of a directory, in the vocabulary of events: `active` corresponds to `linked` elsewhere, and
`inactive` to `unlinked`.
"""

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
"""The type of a directory provider, in the vocabulary of events."""


@model
class DirectoryEventData(Model):
    """A directory."""

    object: Literal["directory"] = "directory"
    """Always `directory`."""
    id: str
    """The ID of the directory (`directory_…`)."""
    organization_id: str | None = UNSET
    """The ID of the organization that the directory belongs to (`org_…`)."""
    type: EventDirectoryType
    """The type of the directory provider."""
    state: DirectoryEventState
    """The state of the directory."""
    name: str
    """The display name in the dashboard."""
    created_at: datetime
    """When the directory was created."""
    updated_at: datetime
    """When the directory was last updated."""
    external_key: str
    """A key that identifies the directory outside of the API."""
    domains: list[DirectoryEventDomain]
    """The domains of the organization that the directory belongs to."""


@model
class DsyncActivatedEvent(Model):
    """A directory was activated and starts to sync users and groups."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["dsync.activated"] = "dsync.activated"
    """Always `dsync.activated`."""
    data: DirectoryEventData
    """The activated directory."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class DirectoryDeletedEventData(Model):
    """A deleted directory."""

    object: Literal["directory"] = "directory"
    """Always `directory`."""
    id: str
    """The ID of the directory (`directory_…`)."""
    organization_id: str | None = UNSET
    """The ID of the organization that the directory belonged to (`org_…`)."""
    type: EventDirectoryType
    """The type of the directory provider."""
    state: DirectoryEventState
    """The state of the directory before the deletion."""
    name: str
    """The display name in the dashboard."""
    created_at: datetime
    """When the directory was created."""
    updated_at: datetime
    """When the directory was last updated."""


@model
class DsyncDeletedEvent(Model):
    """A directory was deleted together with its users and groups. No separate events are sent for those."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["dsync.deleted"] = "dsync.deleted"
    """Always `dsync.deleted`."""
    data: DirectoryDeletedEventData
    """The directory as it was before the deletion."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class DirectoryUserEventData(Model):
    """A directory user, without its groups."""

    object: Literal["directory_user"] = "directory_user"
    """Always `directory_user`."""
    id: str
    """The ID of the directory user (`directory_user_…`)."""
    directory_id: str
    """The ID of the directory."""
    organization_id: str
    """The ID of the organization that the directory belongs to (`org_…`)."""
    idp_id: str
    """The ID of the user in the directory provider."""
    email: str | None
    """The email address of the user; null if the provider sends none."""
    first_name: str | None = UNSET
    """The first name of the user."""
    last_name: str | None = UNSET
    """The last name of the user."""
    name: str | None = UNSET
    """The full name of the user."""
    emails: list[DirectoryUserEmail] | None = UNSET
    """Deprecated. All email addresses of the user. Use `email` instead, or map what you need to
    `custom_attributes`.
    """
    job_title: str | None = UNSET
    """Deprecated. The job title of the user. Map it to `custom_attributes` instead."""
    username: str | None = UNSET
    """Deprecated. The username of the user. Map it to `custom_attributes` instead."""
    state: DirectoryUserState
    """The state of the user in the directory, such as `active`."""
    raw_attributes: dict[str, Any]
    """Deprecated. The unmodified attributes sent by the provider. Map what you need to `custom_attributes`
    instead.
    """
    custom_attributes: dict[str, Any]
    """The attributes mapped in the dashboard, keyed by their names there."""
    role: Role | None = UNSET
    """The role of the user; absent if role assignment is not in use."""
    roles: list[Role] | None = UNSET
    """All roles of the user, if users can have more than one."""
    created_at: datetime
    """When the directory user was created."""
    updated_at: datetime
    """When the directory user was last updated."""


@model
class DsyncUserCreatedEvent(Model):
    """A user was added to a directory."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["dsync.user.created"] = "dsync.user.created"
    """Always `dsync.user.created`."""
    data: DirectoryUserEventData
    """The new directory user."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class DirectoryUserUpdatedEventData(Model):
    """A directory user after an update, without its groups."""

    object: Literal["directory_user"] = "directory_user"
    """Always `directory_user`."""
    id: str
    """The ID of the directory user (`directory_user_…`)."""
    directory_id: str
    """The ID of the directory."""
    organization_id: str
    """The ID of the organization that the directory belongs to (`org_…`)."""
    idp_id: str
    """The ID of the user in the directory provider."""
    email: str | None
    """The email address of the user; null if the provider sends none."""
    first_name: str | None = UNSET
    """The first name of the user."""
    last_name: str | None = UNSET
    """The last name of the user."""
    name: str | None = UNSET
    """The full name of the user."""
    emails: list[DirectoryUserEmail] | None = UNSET
    """Deprecated. All email addresses of the user. Use `email` instead, or map what you need to
    `custom_attributes`.
    """
    job_title: str | None = UNSET
    """Deprecated. The job title of the user. Map it to `custom_attributes` instead."""
    username: str | None = UNSET
    """Deprecated. The username of the user. Map it to `custom_attributes` instead."""
    state: DirectoryUserState
    """The state of the user in the directory, such as `active`."""
    raw_attributes: dict[str, Any]
    """Deprecated. The unmodified attributes sent by the provider. Map what you need to `custom_attributes`
    instead.
    """
    custom_attributes: dict[str, Any]
    """The attributes mapped in the dashboard, keyed by their names there."""
    role: Role | None = UNSET
    """The role of the user; absent if role assignment is not in use."""
    roles: list[Role] | None = UNSET
    """All roles of the user, if users can have more than one."""
    created_at: datetime
    """When the directory user was created."""
    updated_at: datetime
    """When the directory user was last updated."""
    previous_attributes: dict[str, Any] | None = UNSET
    """The changed attributes with their previous values, keyed by name."""


@model
class DsyncUserUpdatedEvent(Model):
    """A directory user was updated."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["dsync.user.updated"] = "dsync.user.updated"
    """Always `dsync.user.updated`."""
    data: DirectoryUserUpdatedEventData
    """The directory user after the update, and the previous values of the changed attributes."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class DsyncUserDeletedEvent(Model):
    """A user was removed from a directory."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["dsync.user.deleted"] = "dsync.user.deleted"
    """Always `dsync.user.deleted`."""
    data: DirectoryUserEventData
    """The directory user as it was before the deletion."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class DsyncGroupCreatedEvent(Model):
    """A group was added to a directory."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["dsync.group.created"] = "dsync.group.created"
    """Always `dsync.group.created`."""
    data: DirectoryGroup
    """The new directory group."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class DirectoryGroupUpdatedEventData(Model):
    """A directory group after an update."""

    object: Literal["directory_group"] = "directory_group"
    """Always `directory_group`."""
    id: str
    """The ID of the directory group (`directory_group_…`)."""
    idp_id: str
    """The ID of the group in the directory provider."""
    directory_id: str
    """The ID of the directory."""
    organization_id: str
    """The ID of the organization that the directory belongs to (`org_…`)."""
    name: str
    """The name of the group."""
    raw_attributes: dict[str, Any] | None = UNSET
    """The unmodified attributes sent by the provider."""
    created_at: datetime
    """When the group was created."""
    updated_at: datetime
    """When the group was last updated."""
    previous_attributes: dict[str, Any] | None = UNSET
    """The changed attributes with their previous values, keyed by name."""


@model
class DsyncGroupUpdatedEvent(Model):
    """A directory group was updated."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["dsync.group.updated"] = "dsync.group.updated"
    """Always `dsync.group.updated`."""
    data: DirectoryGroupUpdatedEventData
    """The directory group after the update, and the previous values of the changed attributes."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class DsyncGroupDeletedEvent(Model):
    """A group was removed from a directory."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["dsync.group.deleted"] = "dsync.group.deleted"
    """Always `dsync.group.deleted`."""
    data: DirectoryGroup
    """The directory group as it was before the deletion."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class DirectoryGroupMemberEventData(Model):
    """A directory user and a directory group."""

    directory_id: str
    """The ID of the directory."""
    user: DirectoryUserEventData
    """The directory user."""
    group: DirectoryGroup
    """The directory group."""


@model
class DsyncGroupUserAddedEvent(Model):
    """A directory user was added to a directory group."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["dsync.group.user_added"] = "dsync.group.user_added"
    """Always `dsync.group.user_added`."""
    data: DirectoryGroupMemberEventData
    """The directory user and the group."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class DsyncGroupUserRemovedEvent(Model):
    """A directory user was removed from a directory group."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["dsync.group.user_removed"] = "dsync.group.user_removed"
    """Always `dsync.group.user_removed`."""
    data: DirectoryGroupMemberEventData
    """The directory user and the group."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class DirectoryTokenEventData(Model):
    """A bearer token of a directory, without its value."""

    object: Literal["directory_token"] = "directory_token"
    """Always `directory_token`."""
    id: str
    """The ID of the token."""
    directory_id: str
    """The ID of the directory."""
    organization_id: str | None = UNSET
    """The ID of the organization that the directory belongs to (`org_…`)."""
    token_suffix: str
    """The last characters of the token, for identification."""
    created_at: datetime
    """When the token was created."""


@model
class DsyncTokenCreatedEvent(Model):
    """A bearer token was created, with which a directory provider authenticates its requests."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["dsync.token.created"] = "dsync.token.created"
    """Always `dsync.token.created`."""
    data: DirectoryTokenEventData
    """The token, without its value."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class DsyncTokenRevokedEvent(Model):
    """A bearer token of a directory provider was revoked and is no longer valid."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["dsync.token.revoked"] = "dsync.token.revoked"
    """Always `dsync.token.revoked`."""
    data: DirectoryTokenEventData
    """The token, without its value."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class EventListMetadata(Model):
    """The cursor of the next page."""

    after: str | None
    """The cursor of the next page; null on the last page."""


@model
class ActionAuthenticationDeniedEventData(Model):
    """A sign-in that an Action denied."""

    action_endpoint_id: str
    """The ID of the Action endpoint."""
    action_execution_id: str
    """The ID of the Action execution."""
    type: Literal["authentication"] = "authentication"
    """Always `authentication`."""
    verdict: Literal["Deny"] = "Deny"
    """Always `Deny`."""
    user_id: str
    """The ID of the user (`user_…`)."""
    organization_id: str | None
    """The ID of the organization (`org_…`), if one was selected."""
    email: str
    """The email address of the user."""
    ip_address: str | None
    """The IP address of the client; null if unknown."""
    user_agent: str | None
    """The user agent of the client, such as a browser; null if unknown."""


@model
class ActionAuthenticationDeniedEvent(Model):
    """One of your Actions denied a sign-in."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["action.authentication.denied"] = "action.authentication.denied"
    """Always `action.authentication.denied`."""
    data: ActionAuthenticationDeniedEventData
    """The denied attempt, and the Action execution that denied it."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class ActionUserRegistrationDeniedEventData(Model):
    """A sign-up that an Action denied."""

    action_endpoint_id: str
    """The ID of the Action endpoint."""
    action_execution_id: str
    """The ID of the Action execution."""
    type: Literal["user_registration"] = "user_registration"
    """Always `user_registration`."""
    verdict: Literal["Deny"] = "Deny"
    """Always `Deny`."""
    organization_id: str | None
    """The ID of the organization (`org_…`), if one was selected."""
    email: str
    """The email address of the user."""
    ip_address: str | None
    """The IP address of the client; null if unknown."""
    user_agent: str | None
    """The user agent of the client, such as a browser; null if unknown."""


@model
class ActionUserRegistrationDeniedEvent(Model):
    """One of your Actions denied a sign-up."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["action.user_registration.denied"] = "action.user_registration.denied"
    """Always `action.user_registration.denied`."""
    data: ActionUserRegistrationDeniedEventData
    """The denied attempt, and the Action execution that denied it."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AuthenticationMagicAuthFailedEventData(Model):
    """A failed sign-in with Magic Auth."""

    type: Literal["magic_auth"] = "magic_auth"
    """Always `magic_auth`."""
    status: Literal["failed"] = "failed"
    """Always `failed`."""
    ip_address: str | None
    """The IP address of the client; null if unknown."""
    user_agent: str | None
    """The user agent of the client, such as a browser; null if unknown."""
    user_id: str | None
    """The ID of the user (`user_…`); null if unknown."""
    email: str | None
    """The email address of the user; null if unknown."""
    error: AuthenticationEventError
    """The reason for the failure."""


@model
class AuthenticationMagicAuthFailedEvent(Model):
    """A user failed to sign in with Magic Auth, a one-time code sent by email."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["authentication.magic_auth_failed"] = "authentication.magic_auth_failed"
    """Always `authentication.magic_auth_failed`."""
    data: AuthenticationMagicAuthFailedEventData
    """The user, the IP address and user agent of the attempt, and the error."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AuthenticationMagicAuthSucceededEventData(Model):
    """A successful sign-in with Magic Auth."""

    type: Literal["magic_auth"] = "magic_auth"
    """Always `magic_auth`."""
    status: Literal["succeeded"] = "succeeded"
    """Always `succeeded`."""
    ip_address: str | None
    """The IP address of the client; null if unknown."""
    user_agent: str | None
    """The user agent of the client, such as a browser; null if unknown."""
    user_id: str
    """The ID of the user (`user_…`)."""
    email: str
    """The email address of the user."""


@model
class AuthenticationMagicAuthSucceededEvent(Model):
    """A user signed in with Magic Auth, a one-time code sent by email."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["authentication.magic_auth_succeeded"] = "authentication.magic_auth_succeeded"
    """Always `authentication.magic_auth_succeeded`."""
    data: AuthenticationMagicAuthSucceededEventData
    """The user, and the IP address and user agent of the attempt."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AuthenticationOauthFailedEventData(Model):
    """A failed sign-in with an OAuth provider."""

    type: Literal["oauth"] = "oauth"
    """Always `oauth`."""
    status: Literal["failed"] = "failed"
    """Always `failed`."""
    ip_address: str | None
    """The IP address of the client; null if unknown."""
    user_agent: str | None
    """The user agent of the client, such as a browser; null if unknown."""
    user_id: str | None
    """The ID of the user (`user_…`); null if unknown."""
    email: str | None
    """The email address of the user; null if unknown."""
    error: AuthenticationEventError
    """The reason for the failure."""
    provider: str | None = UNSET
    """The OAuth provider."""


@model
class AuthenticationOauthFailedEvent(Model):
    """A user failed to sign in with an OAuth provider."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["authentication.oauth_failed"] = "authentication.oauth_failed"
    """Always `authentication.oauth_failed`."""
    data: AuthenticationOauthFailedEventData
    """The user, the IP address and user agent of the attempt, and the error."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AuthenticationOauthSucceededEventData(Model):
    """A successful sign-in with an OAuth provider."""

    type: Literal["oauth"] = "oauth"
    """Always `oauth`."""
    status: Literal["succeeded"] = "succeeded"
    """Always `succeeded`."""
    ip_address: str | None
    """The IP address of the client; null if unknown."""
    user_agent: str | None
    """The user agent of the client, such as a browser; null if unknown."""
    user_id: str | None
    """The ID of the user (`user_…`); null if unknown."""
    email: str
    """The email address of the user."""
    provider: str | None = UNSET
    """The OAuth provider."""


@model
class AuthenticationOauthSucceededEvent(Model):
    """A user signed in with an OAuth provider."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["authentication.oauth_succeeded"] = "authentication.oauth_succeeded"
    """Always `authentication.oauth_succeeded`."""
    data: AuthenticationOauthSucceededEventData
    """The user, and the IP address and user agent of the attempt."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AuthenticationPasskeyFailedEventData(Model):
    """A failed sign-in with a passkey."""

    type: Literal["passkey"] = "passkey"
    """Always `passkey`."""
    status: Literal["failed"] = "failed"
    """Always `failed`."""
    ip_address: str | None
    """The IP address of the client; null if unknown."""
    user_agent: str | None
    """The user agent of the client, such as a browser; null if unknown."""
    user_id: str | None
    """The ID of the user (`user_…`); null if unknown."""
    email: str | None
    """The email address of the user; null if unknown."""
    error: AuthenticationEventError
    """The reason for the failure."""


@model
class AuthenticationPasskeyFailedEvent(Model):
    """A user failed to sign in with a passkey."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["authentication.passkey_failed"] = "authentication.passkey_failed"
    """Always `authentication.passkey_failed`."""
    data: AuthenticationPasskeyFailedEventData
    """The user, the IP address and user agent of the attempt, and the error."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AuthenticationPasskeySucceededEventData(Model):
    """A successful sign-in with a passkey."""

    type: Literal["passkey"] = "passkey"
    """Always `passkey`."""
    status: Literal["succeeded"] = "succeeded"
    """Always `succeeded`."""
    ip_address: str | None
    """The IP address of the client; null if unknown."""
    user_agent: str | None
    """The user agent of the client, such as a browser; null if unknown."""
    user_id: str
    """The ID of the user (`user_…`)."""
    email: str
    """The email address of the user."""


@model
class AuthenticationPasskeySucceededEvent(Model):
    """A user signed in with a passkey."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["authentication.passkey_succeeded"] = "authentication.passkey_succeeded"
    """Always `authentication.passkey_succeeded`."""
    data: AuthenticationPasskeySucceededEventData
    """The user, and the IP address and user agent of the attempt."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AuthenticationPasswordFailedEventData(Model):
    """A failed sign-in with a password."""

    type: Literal["password"] = "password"
    """Always `password`."""
    status: Literal["failed"] = "failed"
    """Always `failed`."""
    ip_address: str | None
    """The IP address of the client; null if unknown."""
    user_agent: str | None
    """The user agent of the client, such as a browser; null if unknown."""
    user_id: str | None
    """The ID of the user (`user_…`); null if unknown."""
    email: str | None
    """The email address of the user; null if unknown."""
    error: AuthenticationEventError
    """The reason for the failure."""


@model
class AuthenticationPasswordFailedEvent(Model):
    """A user failed to sign in with a password."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["authentication.password_failed"] = "authentication.password_failed"
    """Always `authentication.password_failed`."""
    data: AuthenticationPasswordFailedEventData
    """The user, the IP address and user agent of the attempt, and the error."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class AuthenticationPasswordSucceededEventData(Model):
    """A successful sign-in with a password."""

    type: Literal["password"] = "password"
    """Always `password`."""
    status: Literal["succeeded"] = "succeeded"
    """Always `succeeded`."""
    ip_address: str | None
    """The IP address of the client; null if unknown."""
    user_agent: str | None
    """The user agent of the client, such as a browser; null if unknown."""
    user_id: str
    """The ID of the user (`user_…`)."""
    email: str
    """The email address of the user."""


@model
class AuthenticationPasswordSucceededEvent(Model):
    """A user signed in with a password."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["authentication.password_succeeded"] = "authentication.password_succeeded"
    """Always `authentication.password_succeeded`."""
    data: AuthenticationPasswordSucceededEventData
    """The user, and the IP address and user agent of the attempt."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class EmailVerificationEventData(Model):
    """An email verification, without its code."""

    object: Literal["email_verification"] = "email_verification"
    """Always `email_verification`."""
    id: str
    """The ID of the email verification (`email_verification_…`)."""
    user_id: str
    """The ID of the user (`user_…`)."""
    email: str
    """The email address to verify."""
    expires_at: datetime
    """When the code expires."""
    created_at: datetime
    """When the code was created."""
    updated_at: datetime
    """When the email verification was last updated."""


@model
class EmailVerificationCreatedEvent(Model):
    """A code for verifying an email address was created."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["email_verification.created"] = "email_verification.created"
    """Always `email_verification.created`."""
    data: EmailVerificationEventData
    """The email verification, without its code. Retrieve the code with `user_management.get_email_verification`."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class FeatureFlagEventData(Model):
    """A feature flag."""

    object: Literal["feature_flag"] = "feature_flag"
    """Always `feature_flag`."""
    id: str
    """The ID of the flag (`flag_…`)."""
    environment_id: str
    """The ID of the environment that the flag belongs to."""
    slug: str
    """The slug of the flag, which your code refers to."""
    name: str
    """The display name of the flag."""
    description: str | None
    """A description of the flag."""
    owner: FeatureFlagOwner | None
    """The person responsible for the flag; null if none is set."""
    tags: list[str]
    """The tags of the flag."""
    enabled: bool
    """Whether the flag is enabled in this environment."""
    default_value: bool
    """Whether the feature is on for users and organizations that are not targets."""
    created_at: datetime
    """When the flag was created."""
    updated_at: datetime
    """When the flag was last updated."""


@model
class FlagEventContext(Model):
    """The context in which a flag was created or deleted."""

    client_id: str
    """The client ID of the environment (`client_…`)."""
    actor: EventActor
    """The actor that made the change."""


@model
class FeatureFlagsFlagCreatedEvent(Model):
    """A feature flag was created."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["feature_flags.flag.created"] = "feature_flags.flag.created"
    """Always `feature_flags.flag.created`."""
    data: FeatureFlagEventData
    """The new flag."""
    created_at: datetime
    """When the event was recorded."""
    context: FlagEventContext
    """The actor and client that made the change."""


@model
class FeatureFlagsFlagDeletedEvent(Model):
    """A feature flag was deleted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["feature_flags.flag.deleted"] = "feature_flags.flag.deleted"
    """Always `feature_flags.flag.deleted`."""
    data: FeatureFlagEventData
    """The flag as it was before the deletion."""
    created_at: datetime
    """When the event was recorded."""
    context: FlagEventContext
    """The actor and client that made the change."""


@model
class FlagRuleEventContext(Model):
    """The context in which a rule of a flag was created or deleted."""

    client_id: str
    """The client ID of the environment (`client_…`)."""
    actor: EventActor | None = UNSET
    """The actor that made the change."""


@model
class FlagRuleEventData(Model):
    """A rule of a feature flag, which gives the targets of one type a value."""

    object: Literal["flag_rule"] = "flag_rule"
    """Always `flag_rule`."""
    id: str
    """The ID of the rule."""
    flag_id: str
    """The ID of the flag (`flag_…`)."""
    flag_slug: str
    """The slug of the flag."""
    environment_id: str
    """The ID of the environment that the rule belongs to."""
    target_type: str | None
    """The type of the targets, `organization`, `user` or the slug of a custom type; null if the rule is not
    limited to a type.
    """
    position: int
    """The position at which the rule is evaluated, starting at 0."""
    value_type: Literal["boolean"] = "boolean"
    """Always `boolean`."""
    value: bool
    """The value of the flag for the targets of the rule."""
    created_at: datetime
    """When the rule was created."""
    updated_at: datetime
    """When the rule was last updated."""


@model
class FeatureFlagsFlagRuleCreatedEvent(Model):
    """A rule was added to a feature flag."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["feature_flags.flag_rule.created"] = "feature_flags.flag_rule.created"
    """Always `feature_flags.flag_rule.created`."""
    data: FlagRuleEventData
    """The new rule."""
    created_at: datetime
    """When the event was recorded."""
    context: FlagRuleEventContext
    """The client, and the actor if there was one."""


@model
class FeatureFlagsFlagRuleDeletedEvent(Model):
    """A rule of a feature flag was deleted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["feature_flags.flag_rule.deleted"] = "feature_flags.flag_rule.deleted"
    """Always `feature_flags.flag_rule.deleted`."""
    data: FlagRuleEventData
    """The rule as it was before the deletion."""
    created_at: datetime
    """When the event was recorded."""
    context: FlagRuleEventContext
    """The client, and the actor if there was one."""


@model
class FlagRuleChangePreviousData(Model):
    """The values of a rule before an update. Only the changed ones are present."""

    value: bool | None = UNSET
    """The previous value of the flag for the targets of the rule."""


@model
class FlagRuleChangePreviousAttributes(Model):
    """The attributes of a rule before an update."""

    data: FlagRuleChangePreviousData | None = UNSET
    """The changed values of the rule, as they were before the update."""


@model
class FlagRuleChangeEventContext(Model):
    """The context in which a rule of a flag was updated, with its previous values."""

    client_id: str
    """The client ID of the environment (`client_…`)."""
    actor: EventActor | None = UNSET
    """The actor that made the change."""
    previous_attributes: FlagRuleChangePreviousAttributes | None = UNSET
    """The changed attributes with their previous values."""


@model
class FeatureFlagsFlagRuleUpdatedEvent(Model):
    """A rule of a feature flag was updated."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["feature_flags.flag_rule.updated"] = "feature_flags.flag_rule.updated"
    """Always `feature_flags.flag_rule.updated`."""
    data: FlagRuleEventData
    """The rule after the update."""
    created_at: datetime
    """When the event was recorded."""
    context: FlagRuleChangeEventContext
    """The client, the actor if there was one, and the previous values."""


@model
class FlagTargetEventData(Model):
    """A target of a feature flag, with either its rule or its value."""

    object: Literal["flag_target"] = "flag_target"
    """Always `flag_target`."""
    id: str
    """The ID of the target of the flag."""
    flag_id: str
    """The ID of the flag (`flag_…`)."""
    flag_slug: str
    """The slug of the flag."""
    environment_id: str
    """The ID of the environment that the target belongs to."""
    target_type: str
    """The type of the target: `organization`, `user`, or the slug of a custom type."""
    target_id: str
    """The ID of the organization, user or custom target."""
    created_at: datetime
    """When the target was added."""
    updated_at: datetime
    """When the target was last updated."""
    rule_id: str | None = UNSET
    """The ID of the rule that the target belongs to; absent if the target has a value of its own."""
    value_type: Literal["boolean"] | None = UNSET
    """Always `boolean`; absent if the target belongs to a rule."""
    value: bool | None = UNSET
    """The value of the flag for the target; absent if the target belongs to a rule."""


@model
class FeatureFlagsFlagTargetCreatedEvent(Model):
    """A target was added to a feature flag."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["feature_flags.flag_target.created"] = "feature_flags.flag_target.created"
    """Always `feature_flags.flag_target.created`."""
    data: FlagTargetEventData
    """The new target."""
    created_at: datetime
    """When the event was recorded."""
    context: FlagEventContext
    """The actor and client that made the change."""


@model
class FeatureFlagsFlagTargetDeletedEvent(Model):
    """A target of a feature flag was removed."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["feature_flags.flag_target.deleted"] = "feature_flags.flag_target.deleted"
    """Always `feature_flags.flag_target.deleted`."""
    data: FlagTargetEventData
    """The removed target."""
    created_at: datetime
    """When the event was recorded."""
    context: FlagEventContext
    """The actor and client that made the change."""


@model
class FlagPreviousData(Model):
    """The values of a flag before an update. Only the changed ones are present."""

    name: str | None = UNSET
    """The previous display name of the flag."""
    description: str | None = UNSET
    """The previous description of the flag."""
    tags: list[str] | None = UNSET
    """The previous tags of the flag."""
    owner: FeatureFlagOwner | None = UNSET
    """The person who was responsible for the flag; null if there was none."""
    enabled: bool | None = UNSET
    """Whether the flag was enabled."""
    default_value: bool | None = UNSET
    """Whether the feature was on for users and organizations that are not targets."""


@model
class FlagPreviousAttributes(Model):
    """The attributes of a flag before an update."""

    data: FlagPreviousData | None = UNSET
    """The changed values of the flag, as they were before the update."""


@model
class FlagUpdatedEventContext(Model):
    """The context in which a flag was updated, with its previous values."""

    client_id: str
    """The client ID of the environment (`client_…`)."""
    actor: EventActor
    """The actor that made the change."""
    previous_attributes: FlagPreviousAttributes | None = UNSET
    """The changed attributes with their previous values."""


@model
class FeatureFlagsFlagUpdatedEvent(Model):
    """A feature flag was updated, but not its rules and targets."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["feature_flags.flag.updated"] = "feature_flags.flag.updated"
    """Always `feature_flags.flag.updated`."""
    data: FeatureFlagEventData
    """The flag after the update."""
    created_at: datetime
    """When the event was recorded."""
    context: FlagUpdatedEventContext
    """The actor and client that made the change."""


@model
class FlagCreatedEvent(Model):
    """A feature flag was created."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["flag.created"] = "flag.created"
    """Always `flag.created`."""
    data: FeatureFlagEventData
    """The new flag."""
    created_at: datetime
    """When the event was recorded."""
    context: FlagEventContext
    """The actor and client that made the change."""


@model
class FlagDeletedEvent(Model):
    """A feature flag was deleted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["flag.deleted"] = "flag.deleted"
    """Always `flag.deleted`."""
    data: FeatureFlagEventData
    """The flag as it was before the deletion."""
    created_at: datetime
    """When the event was recorded."""
    context: FlagEventContext
    """The actor and client that made the change."""


FlagAccessType: TypeAlias = (
    Literal[
        "none",
        "some",
        "all",
    ]
    | str
)
"""The audience for which a flag is on: no one (`none`), its targets (`some`), or everyone (`all`)."""


@model
class FlagTargetOrganization(Model):
    """An organization that is a target of a flag."""

    id: str
    """The ID of the organization (`org_…`)."""
    name: str
    """The name of the organization."""


@model
class FlagTargetUser(Model):
    """A user that is a target of a flag."""

    id: str
    """The ID of the user (`user_…`)."""
    email: str
    """The email address of the user."""


@model
class FlagTargets(Model):
    """The organizations and users that a flag targets."""

    organizations: list[FlagTargetOrganization]
    """The targeted organizations."""
    users: list[FlagTargetUser]
    """The targeted users."""


@model
class FlagRulePreviousContext(Model):
    """The targeting rule of a flag before an update. Only the changed parts are present."""

    access_type: FlagAccessType | None = UNSET
    """The audience for which the flag was on."""
    configured_targets: FlagTargets | None = UNSET
    """The previous targets of the flag."""


@model
class FlagRulePreviousData(Model):
    """The values of a flag before a rule update. Only the changed ones are present."""

    enabled: bool | None = UNSET
    """Whether the flag was enabled."""
    default_value: bool | None = UNSET
    """Whether the feature was on for users and organizations that are not targets."""


@model
class FlagRulePreviousAttributes(Model):
    """The targeting rule and the values of a flag before an update."""

    data: FlagRulePreviousData | None = UNSET
    """The changed values of the flag, as they were before the update."""
    context: FlagRulePreviousContext | None = UNSET
    """The targeting rule before the update."""


@model
class FlagRuleUpdatedEventContext(Model):
    """The context in which the targeting rule of a flag was updated, with the current and the previous rule."""

    client_id: str
    """The client ID of the environment (`client_…`)."""
    actor: EventActor
    """The actor that made the change."""
    access_type: FlagAccessType
    """The audience for which the flag is now on."""
    configured_targets: FlagTargets
    """The current targets of the flag."""
    previous_attributes: FlagRulePreviousAttributes
    """The rule and the values of the flag before the update."""


@model
class FlagRuleUpdatedEvent(Model):
    """The targeting rule of a feature flag was updated."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["flag.rule_updated"] = "flag.rule_updated"
    """Always `flag.rule_updated`."""
    data: FeatureFlagEventData
    """The flag after the update."""
    created_at: datetime
    """When the event was recorded."""
    context: FlagRuleUpdatedEventContext
    """The actor and client that made the change."""


@model
class FlagUpdatedEvent(Model):
    """A feature flag was updated, for example its name, description, tags, default value or enabled state."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["flag.updated"] = "flag.updated"
    """Always `flag.updated`."""
    data: FeatureFlagEventData
    """The flag after the update."""
    created_at: datetime
    """When the event was recorded."""
    context: FlagUpdatedEventContext
    """The actor and client that made the change."""


@model
class GroupCreatedEvent(Model):
    """A group of members was created in an organization."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["group.created"] = "group.created"
    """Always `group.created`."""
    data: Group
    """The new group."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class GroupDeletedEvent(Model):
    """A group was deleted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["group.deleted"] = "group.deleted"
    """Always `group.deleted`."""
    data: Group
    """The group as it was before the deletion."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class GroupMemberEventData(Model):
    """A member of a group."""

    group_id: str
    """The ID of the group (`group_…`)."""
    organization_membership_id: str
    """The ID of the membership (`om_…`)."""


@model
class GroupMemberAddedEvent(Model):
    """A member of an organization was added to a group."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["group.member_added"] = "group.member_added"
    """Always `group.member_added`."""
    data: GroupMemberEventData
    """The group and the membership."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class GroupMemberRemovedEvent(Model):
    """A member of an organization was removed from a group."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["group.member_removed"] = "group.member_removed"
    """Always `group.member_removed`."""
    data: GroupMemberEventData
    """The group and the membership."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class GroupUpdatedEvent(Model):
    """The name or description of a group was updated."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["group.updated"] = "group.updated"
    """Always `group.updated`."""
    data: Group
    """The group after the update."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class InvitationEventData(Model):
    """An invitation, without its token."""

    object: Literal["invitation"] = "invitation"
    """Always `invitation`."""
    id: str
    """The ID of the invitation (`invitation_…`)."""
    email: str
    """The email address of the invitee."""
    state: InvitationState
    """The state of the invitation."""
    accepted_at: datetime | None
    """When the invitation was accepted; null if it was not."""
    revoked_at: datetime | None
    """When the invitation was revoked; null if it was not."""
    expires_at: datetime
    """When the invitation expires."""
    organization_id: str | None
    """The ID of the organization that the invitation is for (`org_…`); null for the application as a whole."""
    inviter_user_id: str | None
    """The ID of the user who sent the invitation (`user_…`); null if it was not a user."""
    accepted_user_id: str | None
    """The ID of the user who accepted the invitation (`user_…`); null if it was not accepted."""
    role_slug: str | None
    """The slug of the role that the invitee receives; null for the default role."""
    created_at: datetime
    """When the invitation was created."""
    updated_at: datetime
    """When the invitation was last updated."""


@model
class InvitationAcceptedEvent(Model):
    """An invitation was accepted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["invitation.accepted"] = "invitation.accepted"
    """Always `invitation.accepted`."""
    data: InvitationEventData
    """The accepted invitation."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class InvitationCreatedEvent(Model):
    """An invitation was created."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["invitation.created"] = "invitation.created"
    """Always `invitation.created`."""
    data: InvitationEventData
    """The invitation, without its token. Retrieve the token with `user_management.get_invitation`."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class InvitationResentEvent(Model):
    """The email of an invitation was sent again."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["invitation.resent"] = "invitation.resent"
    """Always `invitation.resent`."""
    data: InvitationEventData
    """The resent invitation."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class InvitationRevokedEvent(Model):
    """An invitation was revoked. Its link is no longer valid."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["invitation.revoked"] = "invitation.revoked"
    """Always `invitation.revoked`."""
    data: InvitationEventData
    """The revoked invitation."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class MagicAuthEventData(Model):
    """A Magic Auth, without its code."""

    object: Literal["magic_auth"] = "magic_auth"
    """Always `magic_auth`."""
    id: str
    """The ID of the Magic Auth (`magic_auth_…`)."""
    user_id: str
    """The ID of the user (`user_…`)."""
    email: str
    """The email address that the code was created for."""
    expires_at: datetime
    """When the code expires."""
    created_at: datetime
    """When the code was created."""
    updated_at: datetime
    """When the Magic Auth was last updated."""


@model
class MagicAuthCreatedEvent(Model):
    """A Magic Auth code was created."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["magic_auth.created"] = "magic_auth.created"
    """Always `magic_auth.created`."""
    data: MagicAuthEventData
    """The Magic Auth, without its code. Retrieve the code with `user_management.get_magic_auth`."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class OrganizationCreatedEvent(Model):
    """An organization was created."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["organization.created"] = "organization.created"
    """Always `organization.created`."""
    data: Organization
    """The new organization."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class OrganizationDeletedEvent(Model):
    """An organization was deleted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["organization.deleted"] = "organization.deleted"
    """Always `organization.deleted`."""
    data: Organization
    """The organization as it was before the deletion."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class OrganizationDomainCreatedEvent(Model):
    """A domain was added to an organization."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["organization_domain.created"] = "organization_domain.created"
    """Always `organization_domain.created`."""
    data: OrganizationDomain
    """The new domain."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class OrganizationDomainDeletedEvent(Model):
    """A domain was removed from an organization."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["organization_domain.deleted"] = "organization_domain.deleted"
    """Always `organization_domain.deleted`."""
    data: OrganizationDomain
    """The domain as it was before the deletion."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class OrganizationDomainUpdatedEvent(Model):
    """A domain of an organization was updated."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["organization_domain.updated"] = "organization_domain.updated"
    """Always `organization_domain.updated`."""
    data: OrganizationDomain
    """The domain after the update."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


OrganizationDomainVerificationFailure: TypeAlias = (
    Literal[
        "domain_verification_period_expired",
        "domain_verified_by_other_organization",
    ]
    | str
)
"""Why the verification of a domain failed: it timed out, or another organization has verified the domain."""


@model
class OrganizationDomainVerificationFailedEventData(Model):
    """An organization domain whose verification failed."""

    reason: OrganizationDomainVerificationFailure
    """Why the verification failed."""
    organization_domain: OrganizationDomain
    """The domain whose verification failed."""


@model
class OrganizationDomainVerificationFailedEvent(Model):
    """The verification of a domain failed because it timed out or because another organization has verified the
    domain.
    """

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["organization_domain.verification_failed"] = "organization_domain.verification_failed"
    """Always `organization_domain.verification_failed`."""
    data: OrganizationDomainVerificationFailedEventData
    """The domain, and the reason for the failure."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class OrganizationDomainVerifiedEvent(Model):
    """An organization verified its ownership of a domain."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["organization_domain.verified"] = "organization_domain.verified"
    """Always `organization_domain.verified`."""
    data: OrganizationDomain
    """The verified domain."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class OrganizationMembershipEventData(Model):
    """The membership of a user in an organization."""

    object: Literal["organization_membership"] = "organization_membership"
    """Always `organization_membership`."""
    id: str
    """The ID of the membership (`om_…`)."""
    user_id: str
    """The ID of the user (`user_…`)."""
    organization_id: str
    """The ID of the organization (`org_…`)."""
    status: OrganizationMembershipStatus
    """The status of the membership."""
    role: Role
    """The role of the member; the primary role if there are several."""
    roles: list[Role] | None = UNSET
    """All roles of the member."""
    custom_attributes: dict[str, Any]
    """The attributes mapped from a directory or identity provider, keyed by name."""
    directory_managed: bool
    """Whether a directory manages the membership."""
    created_at: datetime
    """When the membership was created."""
    updated_at: datetime
    """When the membership was last updated."""


@model
class OrganizationMembershipCreatedEvent(Model):
    """A user joined an organization or was invited to it."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["organization_membership.created"] = "organization_membership.created"
    """Always `organization_membership.created`."""
    data: OrganizationMembershipEventData
    """The new membership."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class OrganizationMembershipDeletedEvent(Model):
    """An organization membership was deleted. The user is no longer a member of the organization."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["organization_membership.deleted"] = "organization_membership.deleted"
    """Always `organization_membership.deleted`."""
    data: OrganizationMembershipEventData
    """The membership as it was before the deletion."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class OrganizationMembershipUpdatedEvent(Model):
    """An organization membership was updated, for example its role or its status."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["organization_membership.updated"] = "organization_membership.updated"
    """Always `organization_membership.updated`."""
    data: OrganizationMembershipEventData
    """The membership after the update."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class OrganizationUpdatedEvent(Model):
    """An organization was updated."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["organization.updated"] = "organization.updated"
    """Always `organization.updated`."""
    data: Organization
    """The organization after the update."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class PasswordResetEventData(Model):
    """A password reset, without its token."""

    object: Literal["password_reset"] = "password_reset"
    """Always `password_reset`."""
    id: str
    """The ID of the password reset (`password_reset_…`)."""
    user_id: str
    """The ID of the user (`user_…`)."""
    email: str
    """The email address of the user."""
    expires_at: datetime
    """When the token expires."""
    created_at: datetime
    """When the token was created."""


@model
class PasswordResetCreatedEvent(Model):
    """A password reset was requested and a token for it was created."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["password_reset.created"] = "password_reset.created"
    """Always `password_reset.created`."""
    data: PasswordResetEventData
    """The password reset, without its token. Retrieve the token with `user_management.get_password_reset`."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class PasswordResetSucceededEvent(Model):
    """A user set a new password with a password reset token."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["password_reset.succeeded"] = "password_reset.succeeded"
    """Always `password_reset.succeeded`."""
    data: PasswordResetEventData
    """The completed password reset."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class PipesConnectionFailedEventData(Model):
    """A failed attempt to connect an account."""

    object: Literal["connection_failed"] = "connection_failed"
    """Always `connection_failed`."""
    data_integration_id: str
    """The ID of the data integration."""
    provider_slug: str
    """The slug of the provider, such as `github`."""
    user_id: str | None
    """The ID of the user who made the attempt (`user_…`); null if it was not a user."""
    organization_id: str | None
    """The ID of the organization that the account would have been scoped to (`org_…`), if any."""
    error_code: str
    """A machine-readable error code."""
    error_reason: str | None
    """An explanation for developers, if there is one."""
    provider_error: str | None
    """The error code from the provider, if any."""
    provider_error_description: str | None
    """The error description from the provider, if any."""
    account_identifier: str | None = UNSET
    """The identifier of the account at the provider, if known."""
    created_at: datetime
    """When the attempt failed."""


@model
class PipesAccountConnectionAddFailedEvent(Model):
    """An attempt to connect another account at a provider failed."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["pipes.account_connection.add_failed"] = "pipes.account_connection.add_failed"
    """Always `pipes.account_connection.add_failed`."""
    data: PipesConnectionFailedEventData
    """The failed attempt, and the reason for the failure."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class PipesConnectedAccountEventData(Model):
    """A connected account at a provider."""

    object: Literal["connected_account"] = "connected_account"
    """Always `connected_account`."""
    id: str
    """The ID of the connected account."""
    data_integration_id: str
    """The ID of the data integration."""
    provider_slug: str
    """The slug of the provider, such as `github`."""
    user_id: str | None
    """The ID of the user who owns the account (`user_…`); null for an account of an organization."""
    organization_id: str | None
    """The ID of the organization that the account is scoped to (`org_…`); null if it is not scoped."""
    scopes: list[str]
    """The granted OAuth scopes."""
    state: ConnectedAccountState
    """The state of the connected account."""
    created_at: datetime
    """When the account was connected."""
    updated_at: datetime
    """When the connected account was last updated."""
    connection_role: ConnectedAccountConnectionRole | None = UNSET
    """Whether this is the connection that older clients see, or an additional one."""
    account_identifier: str | None = UNSET
    """The identifier of the account at the provider, if known."""
    account_display_name: str | None = UNSET
    """A display name for the account. It is not necessarily unique."""
    auth_method: DataIntegrationAuthMethod | None = UNSET
    """How the account was connected."""
    api_key_last_4: str | None = UNSET
    """The last four characters of the API key, if the account was connected with one."""
    established_by_user_id: str | None = UNSET
    """The ID of the user who authorized the connection (`user_…`); null if unknown."""
    state_reason: ConnectedAccountStateReason | None = UNSET
    """Why WorkOS changed the state; null if WorkOS did not change it."""


@model
class PipesAccountConnectionConnectedEvent(Model):
    """An account at a provider was connected."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["pipes.account_connection.connected"] = "pipes.account_connection.connected"
    """Always `pipes.account_connection.connected`."""
    data: PipesConnectedAccountEventData
    """The connected account."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class PipesAccountConnectionConnectionFailedEvent(Model):
    """An attempt to connect an account at a provider failed."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["pipes.account_connection.connection_failed"] = "pipes.account_connection.connection_failed"
    """Always `pipes.account_connection.connection_failed`."""
    data: PipesConnectionFailedEventData
    """The failed attempt, and the reason for the failure."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class PipesAccountConnectionDisconnectedEvent(Model):
    """An account at a provider was disconnected."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["pipes.account_connection.disconnected"] = "pipes.account_connection.disconnected"
    """Always `pipes.account_connection.disconnected`."""
    data: PipesConnectedAccountEventData
    """The disconnected account."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class PipesAccountConnectionReauthorizationNeededEvent(Model):
    """The tokens of a connected account are no longer valid. The account must be reauthorized."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["pipes.account_connection.reauthorization_needed"] = (
        "pipes.account_connection.reauthorization_needed"
    )
    """Always `pipes.account_connection.reauthorization_needed`."""
    data: PipesConnectedAccountEventData
    """The account that must be reauthorized."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class PipesConnectedAccountConnectedEvent(Model):
    """An account at a provider was connected."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["pipes.connected_account.connected"] = "pipes.connected_account.connected"
    """Always `pipes.connected_account.connected`."""
    data: PipesConnectedAccountEventData
    """The connected account."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class PipesConnectedAccountConnectionFailedEvent(Model):
    """An attempt to connect an account at a provider failed."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["pipes.connected_account.connection_failed"] = "pipes.connected_account.connection_failed"
    """Always `pipes.connected_account.connection_failed`."""
    data: PipesConnectionFailedEventData
    """The failed attempt, and the reason for the failure."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class PipesConnectedAccountDisconnectedEvent(Model):
    """An account at a provider was disconnected."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["pipes.connected_account.disconnected"] = "pipes.connected_account.disconnected"
    """Always `pipes.connected_account.disconnected`."""
    data: PipesConnectedAccountEventData
    """The disconnected account."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class PipesConnectedAccountReauthorizationNeededEvent(Model):
    """The tokens of a connected account are no longer valid. The account must be reauthorized."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["pipes.connected_account.reauthorization_needed"] = "pipes.connected_account.reauthorization_needed"
    """Always `pipes.connected_account.reauthorization_needed`."""
    data: PipesConnectedAccountEventData
    """The account that must be reauthorized."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


ResourceExportType: TypeAlias = (
    Literal[
        "users",
        "organizations",
        "events",
        "sessions",
        "auditLogEvents",
        "connections",
        "directoryUsers",
        "scimLogs",
        "radarDetections",
        "teamActivityLogEvents",
    ]
    | str
)
"""What an export contains."""


@model
class ResourceExportEventData(Model):
    """An export of the data of an environment."""

    id: str
    """The ID of the export."""
    resource_type: ResourceExportType
    """What is exported."""


@model
class ResourceExportCompletedEvent(Model):
    """An export of data is ready to be downloaded."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["resource_export.completed"] = "resource_export.completed"
    """Always `resource_export.completed`."""
    data: ResourceExportEventData
    """The export."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class ResourceExportCreatedEvent(Model):
    """An export of data from the dashboard was requested."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["resource_export.created"] = "resource_export.created"
    """Always `resource_export.created`."""
    data: ResourceExportEventData
    """The export."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class ResourceExportDownloadedEvent(Model):
    """An export of data was downloaded."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["resource_export.downloaded"] = "resource_export.downloaded"
    """Always `resource_export.downloaded`."""
    data: ResourceExportEventData
    """The export."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class ResourceExportFailedEvent(Model):
    """An export of data failed."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["resource_export.failed"] = "resource_export.failed"
    """Always `resource_export.failed`."""
    data: ResourceExportEventData
    """The export."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class SessionCreatedEvent(Model):
    """A session was created because a user signed in or an impersonator started to impersonate one."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["session.created"] = "session.created"
    """Always `session.created`."""
    data: UserSession
    """The new session."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class SessionRevokedEvent(Model):
    """A session was revoked before its expiration, by signing out or through the API."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["session.revoked"] = "session.revoked"
    """Always `session.revoked`."""
    data: UserSession
    """The revoked session."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class UserCreatedEvent(Model):
    """A user was created by sign-up, by an invitation, through the API or in the dashboard."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["user.created"] = "user.created"
    """Always `user.created`."""
    data: User
    """The new user."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class UserDeletedEvent(Model):
    """A user was deleted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["user.deleted"] = "user.deleted"
    """Always `user.deleted`."""
    data: User
    """The user as it was before the deletion."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class UserUpdatedEvent(Model):
    """A user was updated."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["user.updated"] = "user.updated"
    """Always `user.updated`."""
    data: User
    """The user after the update."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


VaultKeyProvider: TypeAlias = (
    Literal[
        "AWS_KMS",
        "GCP_KMS",
        "AZURE_KEY_VAULT",
    ]
    | str
)
"""The key management service that stores a customer-managed key."""


@model
class VaultByokKeyDeletedEventData(Model):
    """A customer-managed key (BYOK) that was removed."""

    organization_id: str
    """The ID of the organization (`org_…`)."""
    key_provider: VaultKeyProvider
    """The provider that stores the key."""


@model
class VaultByokKeyDeletedEvent(Model):
    """A customer-managed key (BYOK) of an organization was removed."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["vault.byok_key.deleted"] = "vault.byok_key.deleted"
    """Always `vault.byok_key.deleted`."""
    data: VaultByokKeyDeletedEventData
    """The organization and the key provider."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class VaultByokKeyVerificationCompletedEventData(Model):
    """The verification of a customer-managed key (BYOK)."""

    organization_id: str
    """The ID of the organization (`org_…`)."""
    key_provider: VaultKeyProvider
    """The provider that stores the key."""
    verified: bool
    """Whether WorkOS can use the key."""


@model
class VaultByokKeyVerificationCompletedEvent(Model):
    """WorkOS verified whether it can use a customer-managed key (BYOK) of an organization."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["vault.byok_key.verification_completed"] = "vault.byok_key.verification_completed"
    """Always `vault.byok_key.verification_completed`."""
    data: VaultByokKeyVerificationCompletedEventData
    """The organization, the key provider and the result of the verification."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


VaultEventActorSource: TypeAlias = (
    Literal[
        "api",
        "dashboard",
    ]
    | str
)
"""Where an actor performed a Vault operation: through the API (`api`) or in the dashboard (`dashboard`)."""


@model
class VaultDataEventData(Model):
    """A change to an object in the Vault."""

    actor_id: str
    """The ID of the actor, a person or an API key."""
    actor_source: VaultEventActorSource
    """Where the actor performed the operation."""
    actor_name: str
    """The name of the actor, a person or an API key."""
    kv_name: str
    """The name of the object."""
    key_id: str
    """The ID of the key that encrypts the object."""
    key_context: dict[str, str]
    """The key context of the object."""


@model
class VaultDataCreatedEvent(Model):
    """An object was created in the Vault."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["vault.data.created"] = "vault.data.created"
    """Always `vault.data.created`."""
    data: VaultDataEventData
    """The object, the actor that created it, and the key that encrypts it."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class VaultNameEventData(Model):
    """An operation on an object in the Vault that uses no key."""

    actor_id: str
    """The ID of the actor, a person or an API key."""
    actor_source: VaultEventActorSource
    """Where the actor performed the operation."""
    actor_name: str
    """The name of the actor, a person or an API key."""
    kv_name: str
    """The name of the object."""


@model
class VaultDataDeletedEvent(Model):
    """An object was deleted from the Vault."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["vault.data.deleted"] = "vault.data.deleted"
    """Always `vault.data.deleted`."""
    data: VaultNameEventData
    """The object, and the actor that deleted it."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class VaultDataReadEventData(Model):
    """A read of the value of an object in the Vault."""

    actor_id: str
    """The ID of the actor, a person or an API key."""
    actor_source: VaultEventActorSource
    """Where the actor performed the operation."""
    actor_name: str
    """The name of the actor, a person or an API key."""
    kv_name: str
    """The name of the object."""
    key_id: str
    """The ID of the key that encrypts the object."""


@model
class VaultDataReadEvent(Model):
    """The value of an object in the Vault was read."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["vault.data.read"] = "vault.data.read"
    """Always `vault.data.read`."""
    data: VaultDataReadEventData
    """The object, and the actor that read it."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class VaultDataUpdatedEvent(Model):
    """The value of an object in the Vault was updated."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["vault.data.updated"] = "vault.data.updated"
    """Always `vault.data.updated`."""
    data: VaultDataEventData
    """The object, the actor that updated it, and the key that encrypts it."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class VaultDekDecryptedEventData(Model):
    """The decryption of a data key."""

    actor_id: str
    """The ID of the actor, a person or an API key."""
    actor_source: VaultEventActorSource
    """Where the actor performed the operation."""
    actor_name: str
    """The name of the actor, a person or an API key."""
    key_id: str
    """The ID of the key that encrypts the data key."""


@model
class VaultDekDecryptedEvent(Model):
    """A data key was decrypted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["vault.dek.decrypted"] = "vault.dek.decrypted"
    """Always `vault.dek.decrypted`."""
    data: VaultDekDecryptedEventData
    """The key, and the actor that requested the decryption."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class VaultDekReadEventData(Model):
    """A request for a data key."""

    actor_id: str
    """The ID of the actor, a person or an API key."""
    actor_source: VaultEventActorSource
    """Where the actor performed the operation."""
    actor_name: str
    """The name of the actor, a person or an API key."""
    key_ids: list[str]
    """The IDs of the keys that encrypt the data key."""
    key_context: dict[str, str]
    """The key context of the data key."""


@model
class VaultDekReadEvent(Model):
    """A data key was created or read for encryption."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["vault.dek.read"] = "vault.dek.read"
    """Always `vault.dek.read`."""
    data: VaultDekReadEventData
    """The keys, and the actor that requested the data key."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class VaultDekRekeyedEvent(Model):
    """A data key was encrypted again, for another key context."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["vault.dek.rekeyed"] = "vault.dek.rekeyed"
    """Always `vault.dek.rekeyed`."""
    data: VaultDekReadEventData
    """The keys, and the actor that requested the data key."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class VaultKekEventData(Model):
    """A key-encryption key (KEK), which encrypts data keys."""

    actor_id: str
    """The ID of the actor, a person or an API key."""
    actor_source: VaultEventActorSource
    """Where the actor performed the operation."""
    actor_name: str
    """The name of the actor, a person or an API key."""
    key_name: str
    """The name of the key."""
    key_id: str
    """The ID of the key."""


@model
class VaultKekCreatedEvent(Model):
    """A key-encryption key (KEK) was created for a new context."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["vault.kek.created"] = "vault.kek.created"
    """Always `vault.kek.created`."""
    data: VaultKekEventData
    """The key, and the actor that caused its creation."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class VaultKekDeletedEvent(Model):
    """A key-encryption key (KEK) was deleted."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["vault.kek.deleted"] = "vault.kek.deleted"
    """Always `vault.kek.deleted`."""
    data: VaultKekEventData
    """The key, and the actor that deleted it."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class VaultMetadataReadEvent(Model):
    """The metadata of an object in the Vault was read, without its value."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["vault.metadata.read"] = "vault.metadata.read"
    """Always `vault.metadata.read`."""
    data: VaultNameEventData
    """The object, and the actor that read its metadata."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class VaultNamesListedEventData(Model):
    """A listing of the objects in the Vault."""

    actor_id: str
    """The ID of the actor, a person or an API key."""
    actor_source: VaultEventActorSource
    """Where the actor performed the operation."""
    actor_name: str
    """The name of the actor, a person or an API key."""


@model
class VaultNamesListedEvent(Model):
    """The names of the objects in the Vault were listed."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["vault.names.listed"] = "vault.names.listed"
    """Always `vault.names.listed`."""
    data: VaultNamesListedEventData
    """The actor that listed the names."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class WaitlistUserEventData(Model):
    """An entry on a waitlist."""

    object: Literal["waitlist_user"] = "waitlist_user"
    """Always `waitlist_user`."""
    id: str
    """The ID of the waitlist entry."""
    email: str
    """The email address of the person."""
    state: WaitlistEntryState
    """The state of the waitlist entry."""
    approved_at: datetime | None
    """When the person was approved; null if they were not."""
    created_at: datetime
    """When the entry was created."""
    updated_at: datetime
    """When the entry was last updated."""
    waitlist_id: str | None = UNSET
    """The ID of the waitlist; null if the entry belongs to none."""
    additional_fields: dict[str, str] | None = UNSET
    """The additional information that the person provided, keyed by field name."""


@model
class WaitlistUserApprovedEvent(Model):
    """A person on the waitlist was approved."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["waitlist_user.approved"] = "waitlist_user.approved"
    """Always `waitlist_user.approved`."""
    data: WaitlistUserEventData
    """The approved waitlist entry."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class WaitlistUserCreatedEvent(Model):
    """A person joined the waitlist."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["waitlist_user.created"] = "waitlist_user.created"
    """Always `waitlist_user.created`."""
    data: WaitlistUserEventData
    """The new waitlist entry."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class WaitlistUserDeniedEvent(Model):
    """A person on the waitlist was denied."""

    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    event: Literal["waitlist_user.denied"] = "waitlist_user.denied"
    """Always `waitlist_user.denied`."""
    data: WaitlistUserEventData
    """The denied waitlist entry."""
    created_at: datetime
    """When the event was recorded."""
    context: EventContext | None = UNSET
    """The context in which the event occurred, where known."""


@model
class UnknownEvent(Model):
    """A member of Event with a `event` that this version of the SDK does not know. Fields that are not declared
    here are in `extra_fields`.
    """

    UNION_TAG: ClassVar[str] = "event"

    event: Literal["(unknown)"]
    """The value that the API returned. It is typed as a placeholder so that comparing it with a known value makes
    a type checker exclude this class; `tag` is the same value as `str`.
    """
    object: Literal["event"] = "event"
    """Always `event`."""
    id: str
    """The ID of the event (`event_…`)."""
    data: Any
    """Every member of the union has this field; its meaning depends on the member."""
    created_at: datetime
    """When the event was recorded."""
    context: Any = UNSET
    """Every member of the union has this field; its meaning depends on the member."""

    @property
    def tag(self) -> str:
        """The value of the discriminator that the API returned."""
        return str(self.event)


Event: TypeAlias = (
    ActionAuthenticationDeniedEvent
    | ActionUserRegistrationDeniedEvent
    | AgentBlueprintCreatedEvent
    | AgentBlueprintDeletedEvent
    | AgentBlueprintUpdatedEvent
    | AgentInstanceCreatedEvent
    | AgentInstanceDeletedEvent
    | AgentInstanceSessionCreatedEvent
    | AgentInstanceSessionRevokedEvent
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
    | FeatureFlagsFlagCreatedEvent
    | FeatureFlagsFlagDeletedEvent
    | FeatureFlagsFlagUpdatedEvent
    | FeatureFlagsFlagRuleCreatedEvent
    | FeatureFlagsFlagRuleDeletedEvent
    | FeatureFlagsFlagRuleUpdatedEvent
    | FeatureFlagsFlagTargetCreatedEvent
    | FeatureFlagsFlagTargetDeletedEvent
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
    | PipesAccountConnectionAddFailedEvent
    | PipesAccountConnectionConnectedEvent
    | PipesAccountConnectionConnectionFailedEvent
    | PipesAccountConnectionDisconnectedEvent
    | PipesAccountConnectionReauthorizationNeededEvent
    | PipesConnectedAccountConnectedEvent
    | PipesConnectedAccountConnectionFailedEvent
    | PipesConnectedAccountDisconnectedEvent
    | PipesConnectedAccountReauthorizationNeededEvent
    | RadarChallengeCreatedEvent
    | ResourceExportCompletedEvent
    | ResourceExportCreatedEvent
    | ResourceExportDownloadedEvent
    | ResourceExportFailedEvent
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
    | VaultDekRekeyedEvent
    | VaultKekCreatedEvent
    | VaultKekDeletedEvent
    | VaultMetadataReadEvent
    | VaultNamesListedEvent
    | WaitlistUserApprovedEvent
    | WaitlistUserCreatedEvent
    | WaitlistUserDeniedEvent
    | UnknownEvent
)
"""An event. Its `event` field is the type, which determines the type of `data`."""
