# Generated from spec/ by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""All models of the API, imported lazily: accessing a name imports its module."""

from typing import TYPE_CHECKING

from workos_core.lazy_names import lazy_names

if TYPE_CHECKING:
    from workos_core.models.agents import (
        AgentBlueprint as AgentBlueprint,
    )
    from workos_core.models.agents import (
        AgentBlueprintInvocableAs as AgentBlueprintInvocableAs,
    )
    from workos_core.models.agents import (
        AgentBlueprintInvocableAsInput as AgentBlueprintInvocableAsInput,
    )
    from workos_core.models.agents import (
        AgentBlueprintInvocableBy as AgentBlueprintInvocableBy,
    )
    from workos_core.models.agents import (
        AgentBlueprintInvocableByInput as AgentBlueprintInvocableByInput,
    )
    from workos_core.models.agents import (
        AgentClaimAttempt as AgentClaimAttempt,
    )
    from workos_core.models.agents import (
        AgentClaimOrganization as AgentClaimOrganization,
    )
    from workos_core.models.agents import (
        AgentClaimUser as AgentClaimUser,
    )
    from workos_core.models.agents import (
        AgentCredentialValidation as AgentCredentialValidation,
    )
    from workos_core.models.agents import (
        AgentIdentity as AgentIdentity,
    )
    from workos_core.models.agents import (
        AgentInstance as AgentInstance,
    )
    from workos_core.models.agents import (
        AgentInstanceSession as AgentInstanceSession,
    )
    from workos_core.models.agents import (
        AgentInstanceSessionStatus as AgentInstanceSessionStatus,
    )
    from workos_core.models.agents import (
        AgentInstanceType as AgentInstanceType,
    )
    from workos_core.models.agents import (
        AgentRegistration as AgentRegistration,
    )
    from workos_core.models.agents import (
        AgentRegistrationClaim as AgentRegistrationClaim,
    )
    from workos_core.models.agents import (
        AgentRegistrationClaimCompletion as AgentRegistrationClaimCompletion,
    )
    from workos_core.models.agents import (
        AgentRegistrationKind as AgentRegistrationKind,
    )
    from workos_core.models.agents import (
        AgentRegistrationStatus as AgentRegistrationStatus,
    )
    from workos_core.models.agents import (
        AgentSessionSettings as AgentSessionSettings,
    )
    from workos_core.models.agents import (
        AgentSessionSettingsInput as AgentSessionSettingsInput,
    )
    from workos_core.models.agents import (
        AgentToken as AgentToken,
    )
    from workos_core.models.agents import (
        AgentTokenGrantType as AgentTokenGrantType,
    )
    from workos_core.models.agents import (
        AgentTokenValidation as AgentTokenValidation,
    )
    from workos_core.models.api_keys import (
        ApiKey as ApiKey,
    )
    from workos_core.models.api_keys import (
        ApiKeyOwner as ApiKeyOwner,
    )
    from workos_core.models.api_keys import (
        ApiKeyValidation as ApiKeyValidation,
    )
    from workos_core.models.api_keys import (
        OrganizationApiKey as OrganizationApiKey,
    )
    from workos_core.models.api_keys import (
        OrganizationApiKeyOwner as OrganizationApiKeyOwner,
    )
    from workos_core.models.api_keys import (
        OrganizationApiKeyWithValue as OrganizationApiKeyWithValue,
    )
    from workos_core.models.api_keys import (
        UnknownApiKeyOwner as UnknownApiKeyOwner,
    )
    from workos_core.models.api_keys import (
        UserApiKeyOwner as UserApiKeyOwner,
    )
    from workos_core.models.audit_logs import (
        AuditLogAction as AuditLogAction,
    )
    from workos_core.models.audit_logs import (
        AuditLogEvent as AuditLogEvent,
    )
    from workos_core.models.audit_logs import (
        AuditLogEventActor as AuditLogEventActor,
    )
    from workos_core.models.audit_logs import (
        AuditLogEventContext as AuditLogEventContext,
    )
    from workos_core.models.audit_logs import (
        AuditLogEventReceipt as AuditLogEventReceipt,
    )
    from workos_core.models.audit_logs import (
        AuditLogEventTarget as AuditLogEventTarget,
    )
    from workos_core.models.audit_logs import (
        AuditLogExport as AuditLogExport,
    )
    from workos_core.models.audit_logs import (
        AuditLogExportState as AuditLogExportState,
    )
    from workos_core.models.audit_logs import (
        AuditLogSchema as AuditLogSchema,
    )
    from workos_core.models.audit_logs import (
        AuditLogSchemaActor as AuditLogSchemaActor,
    )
    from workos_core.models.audit_logs import (
        AuditLogSchemaTarget as AuditLogSchemaTarget,
    )
    from workos_core.models.audit_logs import (
        AuditLogsRetention as AuditLogsRetention,
    )
    from workos_core.models.audit_logs import (
        AuditLogsRetentionPeriod as AuditLogsRetentionPeriod,
    )
    from workos_core.models.authorization import (
        AuthorizationAssignmentKind as AuthorizationAssignmentKind,
    )
    from workos_core.models.authorization import (
        AuthorizationCheck as AuthorizationCheck,
    )
    from workos_core.models.authorization import (
        AuthorizationPermission as AuthorizationPermission,
    )
    from workos_core.models.authorization import (
        AuthorizationResource as AuthorizationResource,
    )
    from workos_core.models.authorization import (
        AuthorizationRole as AuthorizationRole,
    )
    from workos_core.models.authorization import (
        AuthorizationRoleList as AuthorizationRoleList,
    )
    from workos_core.models.authorization import (
        AuthorizationRoleType as AuthorizationRoleType,
    )
    from workos_core.models.authorization import (
        AuthorizedOrganizationMembership as AuthorizedOrganizationMembership,
    )
    from workos_core.models.authorization import (
        GroupRoleAssignment as GroupRoleAssignment,
    )
    from workos_core.models.authorization import (
        GroupRoleAssignmentEntry as GroupRoleAssignmentEntry,
    )
    from workos_core.models.authorization import (
        RoleAssignment as RoleAssignment,
    )
    from workos_core.models.authorization import (
        RoleAssignmentGroup as RoleAssignmentGroup,
    )
    from workos_core.models.authorization import (
        RoleAssignmentResource as RoleAssignmentResource,
    )
    from workos_core.models.authorization import (
        RoleAssignmentSource as RoleAssignmentSource,
    )
    from workos_core.models.authorization import (
        RoleAssignmentSourceType as RoleAssignmentSourceType,
    )
    from workos_core.models.client_api import (
        ClientApiToken as ClientApiToken,
    )
    from workos_core.models.common import (
        ErrorBody as ErrorBody,
    )
    from workos_core.models.common import (
        ListMetadata as ListMetadata,
    )
    from workos_core.models.common import (
        OauthTokens as OauthTokens,
    )
    from workos_core.models.common import (
        PaginationOrder as PaginationOrder,
    )
    from workos_core.models.common import (
        Role as Role,
    )
    from workos_core.models.connect import (
        ConnectApplication as ConnectApplication,
    )
    from workos_core.models.connect import (
        ConnectApplicationSecret as ConnectApplicationSecret,
    )
    from workos_core.models.connect import (
        ConnectRedirectUri as ConnectRedirectUri,
    )
    from workos_core.models.connect import (
        ConnectRedirectUriInput as ConnectRedirectUriInput,
    )
    from workos_core.models.connect import (
        ConnectRegistrationType as ConnectRegistrationType,
    )
    from workos_core.models.connect import (
        ExternalAuthCompletion as ExternalAuthCompletion,
    )
    from workos_core.models.connect import (
        ExternalAuthUser as ExternalAuthUser,
    )
    from workos_core.models.connect import (
        M2mConnectApplication as M2mConnectApplication,
    )
    from workos_core.models.connect import (
        NewConnectApplicationSecret as NewConnectApplicationSecret,
    )
    from workos_core.models.connect import (
        OauthConnectApplication as OauthConnectApplication,
    )
    from workos_core.models.connect import (
        UnknownConnectApplication as UnknownConnectApplication,
    )
    from workos_core.models.connect import (
        UserConsentOption as UserConsentOption,
    )
    from workos_core.models.connect import (
        UserConsentOptionChoice as UserConsentOptionChoice,
    )
    from workos_core.models.directory_sync import (
        Directory as Directory,
    )
    from workos_core.models.directory_sync import (
        DirectoryGroup as DirectoryGroup,
    )
    from workos_core.models.directory_sync import (
        DirectoryMetadata as DirectoryMetadata,
    )
    from workos_core.models.directory_sync import (
        DirectoryState as DirectoryState,
    )
    from workos_core.models.directory_sync import (
        DirectorySyncStart as DirectorySyncStart,
    )
    from workos_core.models.directory_sync import (
        DirectoryType as DirectoryType,
    )
    from workos_core.models.directory_sync import (
        DirectoryUser as DirectoryUser,
    )
    from workos_core.models.directory_sync import (
        DirectoryUserCounts as DirectoryUserCounts,
    )
    from workos_core.models.directory_sync import (
        DirectoryUserEmail as DirectoryUserEmail,
    )
    from workos_core.models.directory_sync import (
        DirectoryUserState as DirectoryUserState,
    )
    from workos_core.models.events import (
        ActionAuthenticationDeniedEvent as ActionAuthenticationDeniedEvent,
    )
    from workos_core.models.events import (
        ActionAuthenticationDeniedEventData as ActionAuthenticationDeniedEventData,
    )
    from workos_core.models.events import (
        ActionUserRegistrationDeniedEvent as ActionUserRegistrationDeniedEvent,
    )
    from workos_core.models.events import (
        ActionUserRegistrationDeniedEventData as ActionUserRegistrationDeniedEventData,
    )
    from workos_core.models.events import (
        AgentAccessTokenDetail as AgentAccessTokenDetail,
    )
    from workos_core.models.events import (
        AgentApiKeyDetail as AgentApiKeyDetail,
    )
    from workos_core.models.events import (
        AgentBlueprintCreatedEvent as AgentBlueprintCreatedEvent,
    )
    from workos_core.models.events import (
        AgentBlueprintDeletedEvent as AgentBlueprintDeletedEvent,
    )
    from workos_core.models.events import (
        AgentBlueprintDeletedEventData as AgentBlueprintDeletedEventData,
    )
    from workos_core.models.events import (
        AgentBlueprintEventData as AgentBlueprintEventData,
    )
    from workos_core.models.events import (
        AgentBlueprintUpdatedEvent as AgentBlueprintUpdatedEvent,
    )
    from workos_core.models.events import (
        AgentCredentialDetail as AgentCredentialDetail,
    )
    from workos_core.models.events import (
        AgentIdentityEventData as AgentIdentityEventData,
    )
    from workos_core.models.events import (
        AgentInstanceCreatedEvent as AgentInstanceCreatedEvent,
    )
    from workos_core.models.events import (
        AgentInstanceDeletedEvent as AgentInstanceDeletedEvent,
    )
    from workos_core.models.events import (
        AgentInstanceEventData as AgentInstanceEventData,
    )
    from workos_core.models.events import (
        AgentInstanceSessionCreatedEvent as AgentInstanceSessionCreatedEvent,
    )
    from workos_core.models.events import (
        AgentInstanceSessionCreatedEventData as AgentInstanceSessionCreatedEventData,
    )
    from workos_core.models.events import (
        AgentInstanceSessionRevokedEvent as AgentInstanceSessionRevokedEvent,
    )
    from workos_core.models.events import (
        AgentInstanceSessionRevokedEventData as AgentInstanceSessionRevokedEventData,
    )
    from workos_core.models.events import (
        AgentRegistrationClaimant as AgentRegistrationClaimant,
    )
    from workos_core.models.events import (
        AgentRegistrationClaimAttemptCreatedEvent as AgentRegistrationClaimAttemptCreatedEvent,
    )
    from workos_core.models.events import (
        AgentRegistrationClaimAttemptEventData as AgentRegistrationClaimAttemptEventData,
    )
    from workos_core.models.events import (
        AgentRegistrationClaimCompletedEvent as AgentRegistrationClaimCompletedEvent,
    )
    from workos_core.models.events import (
        AgentRegistrationClaimEventData as AgentRegistrationClaimEventData,
    )
    from workos_core.models.events import (
        AgentRegistrationCreatedEvent as AgentRegistrationCreatedEvent,
    )
    from workos_core.models.events import (
        AgentRegistrationCredentialEventData as AgentRegistrationCredentialEventData,
    )
    from workos_core.models.events import (
        AgentRegistrationCredentialIssuedEvent as AgentRegistrationCredentialIssuedEvent,
    )
    from workos_core.models.events import (
        AgentRegistrationDeletedEvent as AgentRegistrationDeletedEvent,
    )
    from workos_core.models.events import (
        AgentRegistrationEventData as AgentRegistrationEventData,
    )
    from workos_core.models.events import (
        AgentRegistrationExpiredEvent as AgentRegistrationExpiredEvent,
    )
    from workos_core.models.events import (
        AgentRegistrationMethod as AgentRegistrationMethod,
    )
    from workos_core.models.events import (
        AgentRegistrationOrganizationSwitchedEvent as AgentRegistrationOrganizationSwitchedEvent,
    )
    from workos_core.models.events import (
        AgentRegistrationOrganizationSwitchedEventData as AgentRegistrationOrganizationSwitchedEventData,
    )
    from workos_core.models.events import (
        AgentRegistrationReferenceEventData as AgentRegistrationReferenceEventData,
    )
    from workos_core.models.events import (
        AgentRegistrationRefreshedEvent as AgentRegistrationRefreshedEvent,
    )
    from workos_core.models.events import (
        AgentRegistrationRevokedEvent as AgentRegistrationRevokedEvent,
    )
    from workos_core.models.events import (
        ApiKeyCreatedEvent as ApiKeyCreatedEvent,
    )
    from workos_core.models.events import (
        ApiKeyEventData as ApiKeyEventData,
    )
    from workos_core.models.events import (
        ApiKeyPreviousAttributes as ApiKeyPreviousAttributes,
    )
    from workos_core.models.events import (
        ApiKeyRevokedEvent as ApiKeyRevokedEvent,
    )
    from workos_core.models.events import (
        ApiKeyUpdatedEvent as ApiKeyUpdatedEvent,
    )
    from workos_core.models.events import (
        ApiKeyUpdatedEventData as ApiKeyUpdatedEventData,
    )
    from workos_core.models.events import (
        AuthenticationEmailVerificationFailedEvent as AuthenticationEmailVerificationFailedEvent,
    )
    from workos_core.models.events import (
        AuthenticationEmailVerificationFailedEventData as AuthenticationEmailVerificationFailedEventData,
    )
    from workos_core.models.events import (
        AuthenticationEmailVerificationSucceededEvent as AuthenticationEmailVerificationSucceededEvent,
    )
    from workos_core.models.events import (
        AuthenticationEmailVerificationSucceededEventData as AuthenticationEmailVerificationSucceededEventData,
    )
    from workos_core.models.events import (
        AuthenticationEventError as AuthenticationEventError,
    )
    from workos_core.models.events import (
        AuthenticationEventSso as AuthenticationEventSso,
    )
    from workos_core.models.events import (
        AuthenticationMagicAuthFailedEvent as AuthenticationMagicAuthFailedEvent,
    )
    from workos_core.models.events import (
        AuthenticationMagicAuthFailedEventData as AuthenticationMagicAuthFailedEventData,
    )
    from workos_core.models.events import (
        AuthenticationMagicAuthSucceededEvent as AuthenticationMagicAuthSucceededEvent,
    )
    from workos_core.models.events import (
        AuthenticationMagicAuthSucceededEventData as AuthenticationMagicAuthSucceededEventData,
    )
    from workos_core.models.events import (
        AuthenticationMfaFailedEvent as AuthenticationMfaFailedEvent,
    )
    from workos_core.models.events import (
        AuthenticationMfaFailedEventData as AuthenticationMfaFailedEventData,
    )
    from workos_core.models.events import (
        AuthenticationMfaSucceededEvent as AuthenticationMfaSucceededEvent,
    )
    from workos_core.models.events import (
        AuthenticationMfaSucceededEventData as AuthenticationMfaSucceededEventData,
    )
    from workos_core.models.events import (
        AuthenticationOauthFailedEvent as AuthenticationOauthFailedEvent,
    )
    from workos_core.models.events import (
        AuthenticationOauthFailedEventData as AuthenticationOauthFailedEventData,
    )
    from workos_core.models.events import (
        AuthenticationOauthSucceededEvent as AuthenticationOauthSucceededEvent,
    )
    from workos_core.models.events import (
        AuthenticationOauthSucceededEventData as AuthenticationOauthSucceededEventData,
    )
    from workos_core.models.events import (
        AuthenticationPasskeyFailedEvent as AuthenticationPasskeyFailedEvent,
    )
    from workos_core.models.events import (
        AuthenticationPasskeyFailedEventData as AuthenticationPasskeyFailedEventData,
    )
    from workos_core.models.events import (
        AuthenticationPasskeySucceededEvent as AuthenticationPasskeySucceededEvent,
    )
    from workos_core.models.events import (
        AuthenticationPasskeySucceededEventData as AuthenticationPasskeySucceededEventData,
    )
    from workos_core.models.events import (
        AuthenticationPasswordFailedEvent as AuthenticationPasswordFailedEvent,
    )
    from workos_core.models.events import (
        AuthenticationPasswordFailedEventData as AuthenticationPasswordFailedEventData,
    )
    from workos_core.models.events import (
        AuthenticationPasswordSucceededEvent as AuthenticationPasswordSucceededEvent,
    )
    from workos_core.models.events import (
        AuthenticationPasswordSucceededEventData as AuthenticationPasswordSucceededEventData,
    )
    from workos_core.models.events import (
        AuthenticationRadarRiskDetectedEvent as AuthenticationRadarRiskDetectedEvent,
    )
    from workos_core.models.events import (
        AuthenticationRadarRiskDetectedEventData as AuthenticationRadarRiskDetectedEventData,
    )
    from workos_core.models.events import (
        AuthenticationReauthenticationSucceededEvent as AuthenticationReauthenticationSucceededEvent,
    )
    from workos_core.models.events import (
        AuthenticationReauthenticationSucceededEventData as AuthenticationReauthenticationSucceededEventData,
    )
    from workos_core.models.events import (
        AuthenticationSsoFailedEvent as AuthenticationSsoFailedEvent,
    )
    from workos_core.models.events import (
        AuthenticationSsoFailedEventData as AuthenticationSsoFailedEventData,
    )
    from workos_core.models.events import (
        AuthenticationSsoStartedEvent as AuthenticationSsoStartedEvent,
    )
    from workos_core.models.events import (
        AuthenticationSsoStartedEventData as AuthenticationSsoStartedEventData,
    )
    from workos_core.models.events import (
        AuthenticationSsoSucceededEvent as AuthenticationSsoSucceededEvent,
    )
    from workos_core.models.events import (
        AuthenticationSsoSucceededEventData as AuthenticationSsoSucceededEventData,
    )
    from workos_core.models.events import (
        AuthenticationSsoTimedOutEvent as AuthenticationSsoTimedOutEvent,
    )
    from workos_core.models.events import (
        AuthenticationSsoTimedOutEventData as AuthenticationSsoTimedOutEventData,
    )
    from workos_core.models.events import (
        ConnectionActivatedEvent as ConnectionActivatedEvent,
    )
    from workos_core.models.events import (
        ConnectionDeactivatedEvent as ConnectionDeactivatedEvent,
    )
    from workos_core.models.events import (
        ConnectionDeletedEvent as ConnectionDeletedEvent,
    )
    from workos_core.models.events import (
        ConnectionDeletedEventData as ConnectionDeletedEventData,
    )
    from workos_core.models.events import (
        ConnectionEventData as ConnectionEventData,
    )
    from workos_core.models.events import (
        ConnectionEventState as ConnectionEventState,
    )
    from workos_core.models.events import (
        ConnectionReference as ConnectionReference,
    )
    from workos_core.models.events import (
        ConnectionSamlCertificateRenewalRequiredEvent as ConnectionSamlCertificateRenewalRequiredEvent,
    )
    from workos_core.models.events import (
        ConnectionSamlCertificateRenewalRequiredEventData as ConnectionSamlCertificateRenewalRequiredEventData,
    )
    from workos_core.models.events import (
        ConnectionSamlCertificateRenewedEvent as ConnectionSamlCertificateRenewedEvent,
    )
    from workos_core.models.events import (
        ConnectionSamlCertificateRenewedEventData as ConnectionSamlCertificateRenewedEventData,
    )
    from workos_core.models.events import (
        DirectoryDeletedEventData as DirectoryDeletedEventData,
    )
    from workos_core.models.events import (
        DirectoryEventData as DirectoryEventData,
    )
    from workos_core.models.events import (
        DirectoryEventDomain as DirectoryEventDomain,
    )
    from workos_core.models.events import (
        DirectoryEventState as DirectoryEventState,
    )
    from workos_core.models.events import (
        DirectoryGroupMemberEventData as DirectoryGroupMemberEventData,
    )
    from workos_core.models.events import (
        DirectoryGroupUpdatedEventData as DirectoryGroupUpdatedEventData,
    )
    from workos_core.models.events import (
        DirectoryTokenEventData as DirectoryTokenEventData,
    )
    from workos_core.models.events import (
        DirectoryUserEventData as DirectoryUserEventData,
    )
    from workos_core.models.events import (
        DirectoryUserUpdatedEventData as DirectoryUserUpdatedEventData,
    )
    from workos_core.models.events import (
        DsyncActivatedEvent as DsyncActivatedEvent,
    )
    from workos_core.models.events import (
        DsyncDeletedEvent as DsyncDeletedEvent,
    )
    from workos_core.models.events import (
        DsyncGroupCreatedEvent as DsyncGroupCreatedEvent,
    )
    from workos_core.models.events import (
        DsyncGroupDeletedEvent as DsyncGroupDeletedEvent,
    )
    from workos_core.models.events import (
        DsyncGroupUpdatedEvent as DsyncGroupUpdatedEvent,
    )
    from workos_core.models.events import (
        DsyncGroupUserAddedEvent as DsyncGroupUserAddedEvent,
    )
    from workos_core.models.events import (
        DsyncGroupUserRemovedEvent as DsyncGroupUserRemovedEvent,
    )
    from workos_core.models.events import (
        DsyncTokenCreatedEvent as DsyncTokenCreatedEvent,
    )
    from workos_core.models.events import (
        DsyncTokenRevokedEvent as DsyncTokenRevokedEvent,
    )
    from workos_core.models.events import (
        DsyncUserCreatedEvent as DsyncUserCreatedEvent,
    )
    from workos_core.models.events import (
        DsyncUserDeletedEvent as DsyncUserDeletedEvent,
    )
    from workos_core.models.events import (
        DsyncUserUpdatedEvent as DsyncUserUpdatedEvent,
    )
    from workos_core.models.events import (
        EmailVerificationCreatedEvent as EmailVerificationCreatedEvent,
    )
    from workos_core.models.events import (
        EmailVerificationEventData as EmailVerificationEventData,
    )
    from workos_core.models.events import (
        Event as Event,
    )
    from workos_core.models.events import (
        EventActor as EventActor,
    )
    from workos_core.models.events import (
        EventActorSource as EventActorSource,
    )
    from workos_core.models.events import (
        EventConnectionType as EventConnectionType,
    )
    from workos_core.models.events import (
        EventContext as EventContext,
    )
    from workos_core.models.events import (
        EventDirectoryType as EventDirectoryType,
    )
    from workos_core.models.events import (
        EventListMetadata as EventListMetadata,
    )
    from workos_core.models.events import (
        ExpiringSamlCertificate as ExpiringSamlCertificate,
    )
    from workos_core.models.events import (
        FeatureFlagEventData as FeatureFlagEventData,
    )
    from workos_core.models.events import (
        FeatureFlagsFlagCreatedEvent as FeatureFlagsFlagCreatedEvent,
    )
    from workos_core.models.events import (
        FeatureFlagsFlagDeletedEvent as FeatureFlagsFlagDeletedEvent,
    )
    from workos_core.models.events import (
        FeatureFlagsFlagRuleCreatedEvent as FeatureFlagsFlagRuleCreatedEvent,
    )
    from workos_core.models.events import (
        FeatureFlagsFlagRuleDeletedEvent as FeatureFlagsFlagRuleDeletedEvent,
    )
    from workos_core.models.events import (
        FeatureFlagsFlagRuleUpdatedEvent as FeatureFlagsFlagRuleUpdatedEvent,
    )
    from workos_core.models.events import (
        FeatureFlagsFlagTargetCreatedEvent as FeatureFlagsFlagTargetCreatedEvent,
    )
    from workos_core.models.events import (
        FeatureFlagsFlagTargetDeletedEvent as FeatureFlagsFlagTargetDeletedEvent,
    )
    from workos_core.models.events import (
        FeatureFlagsFlagUpdatedEvent as FeatureFlagsFlagUpdatedEvent,
    )
    from workos_core.models.events import (
        FlagAccessType as FlagAccessType,
    )
    from workos_core.models.events import (
        FlagCreatedEvent as FlagCreatedEvent,
    )
    from workos_core.models.events import (
        FlagDeletedEvent as FlagDeletedEvent,
    )
    from workos_core.models.events import (
        FlagEventContext as FlagEventContext,
    )
    from workos_core.models.events import (
        FlagPreviousAttributes as FlagPreviousAttributes,
    )
    from workos_core.models.events import (
        FlagPreviousData as FlagPreviousData,
    )
    from workos_core.models.events import (
        FlagRuleChangeEventContext as FlagRuleChangeEventContext,
    )
    from workos_core.models.events import (
        FlagRuleChangePreviousAttributes as FlagRuleChangePreviousAttributes,
    )
    from workos_core.models.events import (
        FlagRuleChangePreviousData as FlagRuleChangePreviousData,
    )
    from workos_core.models.events import (
        FlagRuleEventContext as FlagRuleEventContext,
    )
    from workos_core.models.events import (
        FlagRuleEventData as FlagRuleEventData,
    )
    from workos_core.models.events import (
        FlagRulePreviousAttributes as FlagRulePreviousAttributes,
    )
    from workos_core.models.events import (
        FlagRulePreviousContext as FlagRulePreviousContext,
    )
    from workos_core.models.events import (
        FlagRulePreviousData as FlagRulePreviousData,
    )
    from workos_core.models.events import (
        FlagRuleUpdatedEvent as FlagRuleUpdatedEvent,
    )
    from workos_core.models.events import (
        FlagRuleUpdatedEventContext as FlagRuleUpdatedEventContext,
    )
    from workos_core.models.events import (
        FlagTargetEventData as FlagTargetEventData,
    )
    from workos_core.models.events import (
        FlagTargetOrganization as FlagTargetOrganization,
    )
    from workos_core.models.events import (
        FlagTargets as FlagTargets,
    )
    from workos_core.models.events import (
        FlagTargetUser as FlagTargetUser,
    )
    from workos_core.models.events import (
        FlagUpdatedEvent as FlagUpdatedEvent,
    )
    from workos_core.models.events import (
        FlagUpdatedEventContext as FlagUpdatedEventContext,
    )
    from workos_core.models.events import (
        GoogleAnalyticsSession as GoogleAnalyticsSession,
    )
    from workos_core.models.events import (
        GroupCreatedEvent as GroupCreatedEvent,
    )
    from workos_core.models.events import (
        GroupDeletedEvent as GroupDeletedEvent,
    )
    from workos_core.models.events import (
        GroupMemberAddedEvent as GroupMemberAddedEvent,
    )
    from workos_core.models.events import (
        GroupMemberEventData as GroupMemberEventData,
    )
    from workos_core.models.events import (
        GroupMemberRemovedEvent as GroupMemberRemovedEvent,
    )
    from workos_core.models.events import (
        GroupUpdatedEvent as GroupUpdatedEvent,
    )
    from workos_core.models.events import (
        InvitationAcceptedEvent as InvitationAcceptedEvent,
    )
    from workos_core.models.events import (
        InvitationCreatedEvent as InvitationCreatedEvent,
    )
    from workos_core.models.events import (
        InvitationEventData as InvitationEventData,
    )
    from workos_core.models.events import (
        InvitationResentEvent as InvitationResentEvent,
    )
    from workos_core.models.events import (
        InvitationRevokedEvent as InvitationRevokedEvent,
    )
    from workos_core.models.events import (
        MagicAuthCreatedEvent as MagicAuthCreatedEvent,
    )
    from workos_core.models.events import (
        MagicAuthEventData as MagicAuthEventData,
    )
    from workos_core.models.events import (
        OrganizationCreatedEvent as OrganizationCreatedEvent,
    )
    from workos_core.models.events import (
        OrganizationDeletedEvent as OrganizationDeletedEvent,
    )
    from workos_core.models.events import (
        OrganizationDomainCreatedEvent as OrganizationDomainCreatedEvent,
    )
    from workos_core.models.events import (
        OrganizationDomainDeletedEvent as OrganizationDomainDeletedEvent,
    )
    from workos_core.models.events import (
        OrganizationDomainUpdatedEvent as OrganizationDomainUpdatedEvent,
    )
    from workos_core.models.events import (
        OrganizationDomainVerificationFailedEvent as OrganizationDomainVerificationFailedEvent,
    )
    from workos_core.models.events import (
        OrganizationDomainVerificationFailedEventData as OrganizationDomainVerificationFailedEventData,
    )
    from workos_core.models.events import (
        OrganizationDomainVerificationFailure as OrganizationDomainVerificationFailure,
    )
    from workos_core.models.events import (
        OrganizationDomainVerifiedEvent as OrganizationDomainVerifiedEvent,
    )
    from workos_core.models.events import (
        OrganizationMembershipCreatedEvent as OrganizationMembershipCreatedEvent,
    )
    from workos_core.models.events import (
        OrganizationMembershipDeletedEvent as OrganizationMembershipDeletedEvent,
    )
    from workos_core.models.events import (
        OrganizationMembershipEventData as OrganizationMembershipEventData,
    )
    from workos_core.models.events import (
        OrganizationMembershipUpdatedEvent as OrganizationMembershipUpdatedEvent,
    )
    from workos_core.models.events import (
        OrganizationRoleCreatedEvent as OrganizationRoleCreatedEvent,
    )
    from workos_core.models.events import (
        OrganizationRoleDeletedEvent as OrganizationRoleDeletedEvent,
    )
    from workos_core.models.events import (
        OrganizationRoleEventData as OrganizationRoleEventData,
    )
    from workos_core.models.events import (
        OrganizationRoleUpdatedEvent as OrganizationRoleUpdatedEvent,
    )
    from workos_core.models.events import (
        OrganizationUpdatedEvent as OrganizationUpdatedEvent,
    )
    from workos_core.models.events import (
        PasswordResetCreatedEvent as PasswordResetCreatedEvent,
    )
    from workos_core.models.events import (
        PasswordResetEventData as PasswordResetEventData,
    )
    from workos_core.models.events import (
        PasswordResetSucceededEvent as PasswordResetSucceededEvent,
    )
    from workos_core.models.events import (
        PermissionCreatedEvent as PermissionCreatedEvent,
    )
    from workos_core.models.events import (
        PermissionDeletedEvent as PermissionDeletedEvent,
    )
    from workos_core.models.events import (
        PermissionUpdatedEvent as PermissionUpdatedEvent,
    )
    from workos_core.models.events import (
        PipesAccountConnectionAddFailedEvent as PipesAccountConnectionAddFailedEvent,
    )
    from workos_core.models.events import (
        PipesAccountConnectionConnectedEvent as PipesAccountConnectionConnectedEvent,
    )
    from workos_core.models.events import (
        PipesAccountConnectionConnectionFailedEvent as PipesAccountConnectionConnectionFailedEvent,
    )
    from workos_core.models.events import (
        PipesAccountConnectionDisconnectedEvent as PipesAccountConnectionDisconnectedEvent,
    )
    from workos_core.models.events import (
        PipesAccountConnectionReauthorizationNeededEvent as PipesAccountConnectionReauthorizationNeededEvent,
    )
    from workos_core.models.events import (
        PipesConnectedAccountConnectedEvent as PipesConnectedAccountConnectedEvent,
    )
    from workos_core.models.events import (
        PipesConnectedAccountConnectionFailedEvent as PipesConnectedAccountConnectionFailedEvent,
    )
    from workos_core.models.events import (
        PipesConnectedAccountDisconnectedEvent as PipesConnectedAccountDisconnectedEvent,
    )
    from workos_core.models.events import (
        PipesConnectedAccountEventData as PipesConnectedAccountEventData,
    )
    from workos_core.models.events import (
        PipesConnectedAccountReauthorizationNeededEvent as PipesConnectedAccountReauthorizationNeededEvent,
    )
    from workos_core.models.events import (
        PipesConnectionFailedEventData as PipesConnectionFailedEventData,
    )
    from workos_core.models.events import (
        RadarChallengeCreatedEvent as RadarChallengeCreatedEvent,
    )
    from workos_core.models.events import (
        RadarChallengeEventData as RadarChallengeEventData,
    )
    from workos_core.models.events import (
        RadarRiskAction as RadarRiskAction,
    )
    from workos_core.models.events import (
        RenewedSamlCertificate as RenewedSamlCertificate,
    )
    from workos_core.models.events import (
        ResourceExportCompletedEvent as ResourceExportCompletedEvent,
    )
    from workos_core.models.events import (
        ResourceExportCreatedEvent as ResourceExportCreatedEvent,
    )
    from workos_core.models.events import (
        ResourceExportDownloadedEvent as ResourceExportDownloadedEvent,
    )
    from workos_core.models.events import (
        ResourceExportEventData as ResourceExportEventData,
    )
    from workos_core.models.events import (
        ResourceExportFailedEvent as ResourceExportFailedEvent,
    )
    from workos_core.models.events import (
        ResourceExportType as ResourceExportType,
    )
    from workos_core.models.events import (
        RoleCreatedEvent as RoleCreatedEvent,
    )
    from workos_core.models.events import (
        RoleDeletedEvent as RoleDeletedEvent,
    )
    from workos_core.models.events import (
        RoleEventData as RoleEventData,
    )
    from workos_core.models.events import (
        RoleUpdatedEvent as RoleUpdatedEvent,
    )
    from workos_core.models.events import (
        SamlCertificateType as SamlCertificateType,
    )
    from workos_core.models.events import (
        SessionCreatedEvent as SessionCreatedEvent,
    )
    from workos_core.models.events import (
        SessionRevokedEvent as SessionRevokedEvent,
    )
    from workos_core.models.events import (
        UnknownAgentCredentialDetail as UnknownAgentCredentialDetail,
    )
    from workos_core.models.events import (
        UnknownEvent as UnknownEvent,
    )
    from workos_core.models.events import (
        UserCreatedEvent as UserCreatedEvent,
    )
    from workos_core.models.events import (
        UserDeletedEvent as UserDeletedEvent,
    )
    from workos_core.models.events import (
        UserUpdatedEvent as UserUpdatedEvent,
    )
    from workos_core.models.events import (
        VaultByokKeyDeletedEvent as VaultByokKeyDeletedEvent,
    )
    from workos_core.models.events import (
        VaultByokKeyDeletedEventData as VaultByokKeyDeletedEventData,
    )
    from workos_core.models.events import (
        VaultByokKeyVerificationCompletedEvent as VaultByokKeyVerificationCompletedEvent,
    )
    from workos_core.models.events import (
        VaultByokKeyVerificationCompletedEventData as VaultByokKeyVerificationCompletedEventData,
    )
    from workos_core.models.events import (
        VaultDataCreatedEvent as VaultDataCreatedEvent,
    )
    from workos_core.models.events import (
        VaultDataDeletedEvent as VaultDataDeletedEvent,
    )
    from workos_core.models.events import (
        VaultDataEventData as VaultDataEventData,
    )
    from workos_core.models.events import (
        VaultDataReadEvent as VaultDataReadEvent,
    )
    from workos_core.models.events import (
        VaultDataReadEventData as VaultDataReadEventData,
    )
    from workos_core.models.events import (
        VaultDataUpdatedEvent as VaultDataUpdatedEvent,
    )
    from workos_core.models.events import (
        VaultDekDecryptedEvent as VaultDekDecryptedEvent,
    )
    from workos_core.models.events import (
        VaultDekDecryptedEventData as VaultDekDecryptedEventData,
    )
    from workos_core.models.events import (
        VaultDekReadEvent as VaultDekReadEvent,
    )
    from workos_core.models.events import (
        VaultDekReadEventData as VaultDekReadEventData,
    )
    from workos_core.models.events import (
        VaultDekRekeyedEvent as VaultDekRekeyedEvent,
    )
    from workos_core.models.events import (
        VaultEventActorSource as VaultEventActorSource,
    )
    from workos_core.models.events import (
        VaultKekCreatedEvent as VaultKekCreatedEvent,
    )
    from workos_core.models.events import (
        VaultKekDeletedEvent as VaultKekDeletedEvent,
    )
    from workos_core.models.events import (
        VaultKekEventData as VaultKekEventData,
    )
    from workos_core.models.events import (
        VaultKeyProvider as VaultKeyProvider,
    )
    from workos_core.models.events import (
        VaultMetadataReadEvent as VaultMetadataReadEvent,
    )
    from workos_core.models.events import (
        VaultNameEventData as VaultNameEventData,
    )
    from workos_core.models.events import (
        VaultNamesListedEvent as VaultNamesListedEvent,
    )
    from workos_core.models.events import (
        VaultNamesListedEventData as VaultNamesListedEventData,
    )
    from workos_core.models.events import (
        WaitlistUserApprovedEvent as WaitlistUserApprovedEvent,
    )
    from workos_core.models.events import (
        WaitlistUserCreatedEvent as WaitlistUserCreatedEvent,
    )
    from workos_core.models.events import (
        WaitlistUserDeniedEvent as WaitlistUserDeniedEvent,
    )
    from workos_core.models.events import (
        WaitlistUserEventData as WaitlistUserEventData,
    )
    from workos_core.models.feature_flags import (
        FeatureFlag as FeatureFlag,
    )
    from workos_core.models.feature_flags import (
        FeatureFlagOwner as FeatureFlagOwner,
    )
    from workos_core.models.feature_flags import (
        RuntimeFeatureFlag as RuntimeFeatureFlag,
    )
    from workos_core.models.feature_flags import (
        RuntimeFeatureFlagCustomTarget as RuntimeFeatureFlagCustomTarget,
    )
    from workos_core.models.feature_flags import (
        RuntimeFeatureFlagTarget as RuntimeFeatureFlagTarget,
    )
    from workos_core.models.feature_flags import (
        RuntimeFeatureFlagTargets as RuntimeFeatureFlagTargets,
    )
    from workos_core.models.groups import (
        Group as Group,
    )
    from workos_core.models.groups import (
        GroupOrganizationMembership as GroupOrganizationMembership,
    )
    from workos_core.models.mfa import (
        AuthenticationChallenge as AuthenticationChallenge,
    )
    from workos_core.models.mfa import (
        AuthenticationFactor as AuthenticationFactor,
    )
    from workos_core.models.mfa import (
        AuthenticationFactorSms as AuthenticationFactorSms,
    )
    from workos_core.models.mfa import (
        AuthenticationFactorTotp as AuthenticationFactorTotp,
    )
    from workos_core.models.mfa import (
        AuthenticationFactorType as AuthenticationFactorType,
    )
    from workos_core.models.mfa import (
        ChallengeVerification as ChallengeVerification,
    )
    from workos_core.models.mfa import (
        EnrollableFactorType as EnrollableFactorType,
    )
    from workos_core.models.mfa import (
        EnrolledAuthenticationFactor as EnrolledAuthenticationFactor,
    )
    from workos_core.models.mfa import (
        EnrolledAuthenticationFactorTotp as EnrolledAuthenticationFactorTotp,
    )
    from workos_core.models.organization_domains import (
        OrganizationDomain as OrganizationDomain,
    )
    from workos_core.models.organization_domains import (
        OrganizationDomainState as OrganizationDomainState,
    )
    from workos_core.models.organization_domains import (
        OrganizationDomainVerificationStrategy as OrganizationDomainVerificationStrategy,
    )
    from workos_core.models.organizations import (
        AuditLogConfiguration as AuditLogConfiguration,
    )
    from workos_core.models.organizations import (
        AuditLogConfigurationState as AuditLogConfigurationState,
    )
    from workos_core.models.organizations import (
        AuditLogStream as AuditLogStream,
    )
    from workos_core.models.organizations import (
        AuditLogStreamState as AuditLogStreamState,
    )
    from workos_core.models.organizations import (
        AuditLogStreamType as AuditLogStreamType,
    )
    from workos_core.models.organizations import (
        ItContact as ItContact,
    )
    from workos_core.models.organizations import (
        ItContactIntent as ItContactIntent,
    )
    from workos_core.models.organizations import (
        ItContactList as ItContactList,
    )
    from workos_core.models.organizations import (
        Organization as Organization,
    )
    from workos_core.models.organizations import (
        OrganizationAuthorizedApplication as OrganizationAuthorizedApplication,
    )
    from workos_core.models.organizations import (
        OrganizationDomainData as OrganizationDomainData,
    )
    from workos_core.models.organizations import (
        OrganizationDomainDataState as OrganizationDomainDataState,
    )
    from workos_core.models.passwordless import (
        PasswordlessSession as PasswordlessSession,
    )
    from workos_core.models.passwordless import (
        PasswordlessSessionReceipt as PasswordlessSessionReceipt,
    )
    from workos_core.models.pipes import (
        ApiKeyInstallation as ApiKeyInstallation,
    )
    from workos_core.models.pipes import (
        ConnectedAccount as ConnectedAccount,
    )
    from workos_core.models.pipes import (
        ConnectedAccountConnectionRole as ConnectedAccountConnectionRole,
    )
    from workos_core.models.pipes import (
        ConnectedAccountInputState as ConnectedAccountInputState,
    )
    from workos_core.models.pipes import (
        ConnectedAccountState as ConnectedAccountState,
    )
    from workos_core.models.pipes import (
        ConnectedAccountStateReason as ConnectedAccountStateReason,
    )
    from workos_core.models.pipes import (
        ConnectedAccountWarning as ConnectedAccountWarning,
    )
    from workos_core.models.pipes import (
        ConnectionCreationIntent as ConnectionCreationIntent,
    )
    from workos_core.models.pipes import (
        ConnectionIntent as ConnectionIntent,
    )
    from workos_core.models.pipes import (
        CustomProvider as CustomProvider,
    )
    from workos_core.models.pipes import (
        CustomProviderAuthentication as CustomProviderAuthentication,
    )
    from workos_core.models.pipes import (
        CustomProviderDefinition as CustomProviderDefinition,
    )
    from workos_core.models.pipes import (
        CustomProviderDefinitionPatch as CustomProviderDefinitionPatch,
    )
    from workos_core.models.pipes import (
        DataIntegration as DataIntegration,
    )
    from workos_core.models.pipes import (
        DataIntegrationAccessError as DataIntegrationAccessError,
    )
    from workos_core.models.pipes import (
        DataIntegrationAccessToken as DataIntegrationAccessToken,
    )
    from workos_core.models.pipes import (
        DataIntegrationAccessTokenResult as DataIntegrationAccessTokenResult,
    )
    from workos_core.models.pipes import (
        DataIntegrationApiKeyCredential as DataIntegrationApiKeyCredential,
    )
    from workos_core.models.pipes import (
        DataIntegrationAuthMethod as DataIntegrationAuthMethod,
    )
    from workos_core.models.pipes import (
        DataIntegrationAuthorization as DataIntegrationAuthorization,
    )
    from workos_core.models.pipes import (
        DataIntegrationClientCredential as DataIntegrationClientCredential,
    )
    from workos_core.models.pipes import (
        DataIntegrationCompletion as DataIntegrationCompletion,
    )
    from workos_core.models.pipes import (
        DataIntegrationConnection as DataIntegrationConnection,
    )
    from workos_core.models.pipes import (
        DataIntegrationCredential as DataIntegrationCredential,
    )
    from workos_core.models.pipes import (
        DataIntegrationCredentialResult as DataIntegrationCredentialResult,
    )
    from workos_core.models.pipes import (
        DataIntegrationCredentials as DataIntegrationCredentials,
    )
    from workos_core.models.pipes import (
        DataIntegrationCredentialsInput as DataIntegrationCredentialsInput,
    )
    from workos_core.models.pipes import (
        DataIntegrationCredentialsType as DataIntegrationCredentialsType,
    )
    from workos_core.models.pipes import (
        DataIntegrationInstallation as DataIntegrationInstallation,
    )
    from workos_core.models.pipes import (
        DataIntegrationOauthCredential as DataIntegrationOauthCredential,
    )
    from workos_core.models.pipes import (
        DataIntegrationOwnership as DataIntegrationOwnership,
    )
    from workos_core.models.pipes import (
        DataIntegrationState as DataIntegrationState,
    )
    from workos_core.models.pipes import (
        DataProvider as DataProvider,
    )
    from workos_core.models.pipes import (
        DataProviderConnectedAccount as DataProviderConnectedAccount,
    )
    from workos_core.models.pipes import (
        DataProviderList as DataProviderList,
    )
    from workos_core.models.pipes import (
        DataProviderOwnership as DataProviderOwnership,
    )
    from workos_core.models.pipes import (
        UnknownDataIntegrationCredential as UnknownDataIntegrationCredential,
    )
    from workos_core.models.pipes_provider import (
        DataIntegrationConfiguration as DataIntegrationConfiguration,
    )
    from workos_core.models.pipes_provider import (
        DataIntegrationConfigurationCredentials as DataIntegrationConfigurationCredentials,
    )
    from workos_core.models.pipes_provider import (
        DataIntegrationConfigurationCredentialsType as DataIntegrationConfigurationCredentialsType,
    )
    from workos_core.models.pipes_provider import (
        DataIntegrationConfigurationList as DataIntegrationConfigurationList,
    )
    from workos_core.models.platform_teams import (
        Team as Team,
    )
    from workos_core.models.platform_teams import (
        TeamProductionState as TeamProductionState,
    )
    from workos_core.models.portal import (
        PortalIntent as PortalIntent,
    )
    from workos_core.models.portal import (
        PortalIntentOptions as PortalIntentOptions,
    )
    from workos_core.models.portal import (
        PortalLink as PortalLink,
    )
    from workos_core.models.portal import (
        PortalSsoIntentOptions as PortalSsoIntentOptions,
    )
    from workos_core.models.portal import (
        PortalSsoProviderType as PortalSsoProviderType,
    )
    from workos_core.models.portal import (
        ProviderIconTheme as ProviderIconTheme,
    )
    from workos_core.models.radar import (
        RadarAssessment as RadarAssessment,
    )
    from workos_core.models.radar import (
        RadarAttemptAction as RadarAttemptAction,
    )
    from workos_core.models.radar import (
        RadarAttemptOutcome as RadarAttemptOutcome,
    )
    from workos_core.models.radar import (
        RadarAuthMethod as RadarAuthMethod,
    )
    from workos_core.models.radar import (
        RadarControl as RadarControl,
    )
    from workos_core.models.radar import (
        RadarListAction as RadarListAction,
    )
    from workos_core.models.radar import (
        RadarListEntryPresent as RadarListEntryPresent,
    )
    from workos_core.models.radar import (
        RadarListType as RadarListType,
    )
    from workos_core.models.radar import (
        RadarVerdict as RadarVerdict,
    )
    from workos_core.models.sso import (
        Connection as Connection,
    )
    from workos_core.models.sso import (
        ConnectionAttributeMaps as ConnectionAttributeMaps,
    )
    from workos_core.models.sso import (
        ConnectionAttributeMapsPatch as ConnectionAttributeMapsPatch,
    )
    from workos_core.models.sso import (
        ConnectionDomain as ConnectionDomain,
    )
    from workos_core.models.sso import (
        ConnectionKeyPair as ConnectionKeyPair,
    )
    from workos_core.models.sso import (
        ConnectionOidcOptions as ConnectionOidcOptions,
    )
    from workos_core.models.sso import (
        ConnectionOidcOptionsPatch as ConnectionOidcOptionsPatch,
    )
    from workos_core.models.sso import (
        ConnectionSamlOptions as ConnectionSamlOptions,
    )
    from workos_core.models.sso import (
        ConnectionSamlOptionsPatch as ConnectionSamlOptionsPatch,
    )
    from workos_core.models.sso import (
        ConnectionStandardAttributes as ConnectionStandardAttributes,
    )
    from workos_core.models.sso import (
        ConnectionState as ConnectionState,
    )
    from workos_core.models.sso import (
        ConnectionStatus as ConnectionStatus,
    )
    from workos_core.models.sso import (
        ConnectionType as ConnectionType,
    )
    from workos_core.models.sso import (
        ConnectionTypeFilter as ConnectionTypeFilter,
    )
    from workos_core.models.sso import (
        IdTokenSignatureAlgorithm as IdTokenSignatureAlgorithm,
    )
    from workos_core.models.sso import (
        Profile as Profile,
    )
    from workos_core.models.sso import (
        ProfileAndToken as ProfileAndToken,
    )
    from workos_core.models.sso import (
        SamlIdpSigningCertificate as SamlIdpSigningCertificate,
    )
    from workos_core.models.sso import (
        SamlIdpSigningCertificateList as SamlIdpSigningCertificateList,
    )
    from workos_core.models.sso import (
        SamlSpEncryptionCertificate as SamlSpEncryptionCertificate,
    )
    from workos_core.models.sso import (
        SamlSpEncryptionCertificateList as SamlSpEncryptionCertificateList,
    )
    from workos_core.models.sso import (
        SamlSpSigningCertificate as SamlSpSigningCertificate,
    )
    from workos_core.models.sso import (
        SsoLogoutAuthorization as SsoLogoutAuthorization,
    )
    from workos_core.models.sso import (
        SsoPrompt as SsoPrompt,
    )
    from workos_core.models.sso import (
        SsoProvider as SsoProvider,
    )
    from workos_core.models.sso import (
        TokenAuthenticationMethod as TokenAuthenticationMethod,
    )
    from workos_core.models.user_management import (
        AuthenticationMethod as AuthenticationMethod,
    )
    from workos_core.models.user_management import (
        AuthenticationResponse as AuthenticationResponse,
    )
    from workos_core.models.user_management import (
        AuthFactorEnrollment as AuthFactorEnrollment,
    )
    from workos_core.models.user_management import (
        AuthkitOauthResource as AuthkitOauthResource,
    )
    from workos_core.models.user_management import (
        AuthorizationProvider as AuthorizationProvider,
    )
    from workos_core.models.user_management import (
        CorsOrigin as CorsOrigin,
    )
    from workos_core.models.user_management import (
        DeviceAuthorization as DeviceAuthorization,
    )
    from workos_core.models.user_management import (
        EmailChange as EmailChange,
    )
    from workos_core.models.user_management import (
        EmailChangeConfirmation as EmailChangeConfirmation,
    )
    from workos_core.models.user_management import (
        EmailVerification as EmailVerification,
    )
    from workos_core.models.user_management import (
        Impersonator as Impersonator,
    )
    from workos_core.models.user_management import (
        Invitation as Invitation,
    )
    from workos_core.models.user_management import (
        InvitationState as InvitationState,
    )
    from workos_core.models.user_management import (
        JsonWebKey as JsonWebKey,
    )
    from workos_core.models.user_management import (
        JsonWebKeySet as JsonWebKeySet,
    )
    from workos_core.models.user_management import (
        JwtTemplate as JwtTemplate,
    )
    from workos_core.models.user_management import (
        Locale as Locale,
    )
    from workos_core.models.user_management import (
        MagicAuth as MagicAuth,
    )
    from workos_core.models.user_management import (
        OrganizationMembership as OrganizationMembership,
    )
    from workos_core.models.user_management import (
        OrganizationMembershipStatus as OrganizationMembershipStatus,
    )
    from workos_core.models.user_management import (
        PasswordHashType as PasswordHashType,
    )
    from workos_core.models.user_management import (
        PasswordReset as PasswordReset,
    )
    from workos_core.models.user_management import (
        PasswordSaltPosition as PasswordSaltPosition,
    )
    from workos_core.models.user_management import (
        RadarChallenge as RadarChallenge,
    )
    from workos_core.models.user_management import (
        RadarSmsChallenge as RadarSmsChallenge,
    )
    from workos_core.models.user_management import (
        RedirectUri as RedirectUri,
    )
    from workos_core.models.user_management import (
        ScreenHint as ScreenHint,
    )
    from workos_core.models.user_management import (
        SessionAuthMethod as SessionAuthMethod,
    )
    from workos_core.models.user_management import (
        User as User,
    )
    from workos_core.models.user_management import (
        UserApiKey as UserApiKey,
    )
    from workos_core.models.user_management import (
        UserApiKeyWithValue as UserApiKeyWithValue,
    )
    from workos_core.models.user_management import (
        UserAuthorizedApplication as UserAuthorizedApplication,
    )
    from workos_core.models.user_management import (
        UserIdentity as UserIdentity,
    )
    from workos_core.models.user_management import (
        UserIdentityProvider as UserIdentityProvider,
    )
    from workos_core.models.user_management import (
        UserSession as UserSession,
    )
    from workos_core.models.user_management import (
        UserSessionStatus as UserSessionStatus,
    )
    from workos_core.models.user_management import (
        Waitlist as Waitlist,
    )
    from workos_core.models.user_management import (
        WaitlistEntry as WaitlistEntry,
    )
    from workos_core.models.user_management import (
        WaitlistEntryState as WaitlistEntryState,
    )
    from workos_core.models.user_management import (
        WaitlistList as WaitlistList,
    )
    from workos_core.models.user_management import (
        WrappedUser as WrappedUser,
    )
    from workos_core.models.vault import (
        VaultActor as VaultActor,
    )
    from workos_core.models.vault import (
        VaultDataKey as VaultDataKey,
    )
    from workos_core.models.vault import (
        VaultDecryptedDataKey as VaultDecryptedDataKey,
    )
    from workos_core.models.vault import (
        VaultListMetadata as VaultListMetadata,
    )
    from workos_core.models.vault import (
        VaultObject as VaultObject,
    )
    from workos_core.models.vault import (
        VaultObjectDeletion as VaultObjectDeletion,
    )
    from workos_core.models.vault import (
        VaultObjectDescription as VaultObjectDescription,
    )
    from workos_core.models.vault import (
        VaultObjectMetadata as VaultObjectMetadata,
    )
    from workos_core.models.vault import (
        VaultObjectOrder as VaultObjectOrder,
    )
    from workos_core.models.vault import (
        VaultObjectSummary as VaultObjectSummary,
    )
    from workos_core.models.vault import (
        VaultObjectVersion as VaultObjectVersion,
    )
    from workos_core.models.vault import (
        VaultObjectVersionList as VaultObjectVersionList,
    )
    from workos_core.models.webhooks import (
        WebhookEndpoint as WebhookEndpoint,
    )
    from workos_core.models.webhooks import (
        WebhookEndpointStatus as WebhookEndpointStatus,
    )
    from workos_core.models.webhooks import (
        WebhookEventType as WebhookEventType,
    )
    from workos_core.models.widgets import (
        WidgetScope as WidgetScope,
    )
    from workos_core.models.widgets import (
        WidgetToken as WidgetToken,
    )

_NAMES = {
    "workos_core.models.common": (
        "ErrorBody",
        "ListMetadata",
        "OauthTokens",
        "PaginationOrder",
        "Role",
    ),
    "workos_core.models.agents": (
        "AgentBlueprint",
        "AgentBlueprintInvocableAs",
        "AgentBlueprintInvocableAsInput",
        "AgentBlueprintInvocableBy",
        "AgentBlueprintInvocableByInput",
        "AgentClaimAttempt",
        "AgentClaimOrganization",
        "AgentClaimUser",
        "AgentCredentialValidation",
        "AgentIdentity",
        "AgentInstance",
        "AgentInstanceSession",
        "AgentInstanceSessionStatus",
        "AgentInstanceType",
        "AgentRegistration",
        "AgentRegistrationClaim",
        "AgentRegistrationClaimCompletion",
        "AgentRegistrationKind",
        "AgentRegistrationStatus",
        "AgentSessionSettings",
        "AgentSessionSettingsInput",
        "AgentToken",
        "AgentTokenGrantType",
        "AgentTokenValidation",
    ),
    "workos_core.models.api_keys": (
        "ApiKey",
        "ApiKeyOwner",
        "ApiKeyValidation",
        "OrganizationApiKey",
        "OrganizationApiKeyOwner",
        "OrganizationApiKeyWithValue",
        "UnknownApiKeyOwner",
        "UserApiKeyOwner",
    ),
    "workos_core.models.audit_logs": (
        "AuditLogAction",
        "AuditLogEvent",
        "AuditLogEventActor",
        "AuditLogEventContext",
        "AuditLogEventReceipt",
        "AuditLogEventTarget",
        "AuditLogExport",
        "AuditLogExportState",
        "AuditLogSchema",
        "AuditLogSchemaActor",
        "AuditLogSchemaTarget",
        "AuditLogsRetention",
        "AuditLogsRetentionPeriod",
    ),
    "workos_core.models.authorization": (
        "AuthorizationAssignmentKind",
        "AuthorizationCheck",
        "AuthorizationPermission",
        "AuthorizationResource",
        "AuthorizationRole",
        "AuthorizationRoleList",
        "AuthorizationRoleType",
        "AuthorizedOrganizationMembership",
        "GroupRoleAssignment",
        "GroupRoleAssignmentEntry",
        "RoleAssignment",
        "RoleAssignmentGroup",
        "RoleAssignmentResource",
        "RoleAssignmentSource",
        "RoleAssignmentSourceType",
    ),
    "workos_core.models.client_api": ("ClientApiToken",),
    "workos_core.models.connect": (
        "ConnectApplication",
        "ConnectApplicationSecret",
        "ConnectRedirectUri",
        "ConnectRedirectUriInput",
        "ConnectRegistrationType",
        "ExternalAuthCompletion",
        "ExternalAuthUser",
        "M2mConnectApplication",
        "NewConnectApplicationSecret",
        "OauthConnectApplication",
        "UnknownConnectApplication",
        "UserConsentOption",
        "UserConsentOptionChoice",
    ),
    "workos_core.models.directory_sync": (
        "Directory",
        "DirectoryGroup",
        "DirectoryMetadata",
        "DirectoryState",
        "DirectorySyncStart",
        "DirectoryType",
        "DirectoryUser",
        "DirectoryUserCounts",
        "DirectoryUserEmail",
        "DirectoryUserState",
    ),
    "workos_core.models.events": (
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
    ),
    "workos_core.models.feature_flags": (
        "FeatureFlag",
        "FeatureFlagOwner",
        "RuntimeFeatureFlag",
        "RuntimeFeatureFlagCustomTarget",
        "RuntimeFeatureFlagTarget",
        "RuntimeFeatureFlagTargets",
    ),
    "workos_core.models.groups": (
        "Group",
        "GroupOrganizationMembership",
    ),
    "workos_core.models.mfa": (
        "AuthenticationChallenge",
        "AuthenticationFactor",
        "AuthenticationFactorSms",
        "AuthenticationFactorTotp",
        "AuthenticationFactorType",
        "ChallengeVerification",
        "EnrollableFactorType",
        "EnrolledAuthenticationFactor",
        "EnrolledAuthenticationFactorTotp",
    ),
    "workos_core.models.organization_domains": (
        "OrganizationDomain",
        "OrganizationDomainState",
        "OrganizationDomainVerificationStrategy",
    ),
    "workos_core.models.organizations": (
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
    ),
    "workos_core.models.passwordless": (
        "PasswordlessSession",
        "PasswordlessSessionReceipt",
    ),
    "workos_core.models.pipes": (
        "ApiKeyInstallation",
        "ConnectedAccount",
        "ConnectedAccountConnectionRole",
        "ConnectedAccountInputState",
        "ConnectedAccountState",
        "ConnectedAccountStateReason",
        "ConnectedAccountWarning",
        "ConnectionCreationIntent",
        "ConnectionIntent",
        "CustomProvider",
        "CustomProviderAuthentication",
        "CustomProviderDefinition",
        "CustomProviderDefinitionPatch",
        "DataIntegration",
        "DataIntegrationAccessError",
        "DataIntegrationAccessToken",
        "DataIntegrationAccessTokenResult",
        "DataIntegrationApiKeyCredential",
        "DataIntegrationAuthMethod",
        "DataIntegrationAuthorization",
        "DataIntegrationClientCredential",
        "DataIntegrationCompletion",
        "DataIntegrationConnection",
        "DataIntegrationCredential",
        "DataIntegrationCredentialResult",
        "DataIntegrationCredentials",
        "DataIntegrationCredentialsInput",
        "DataIntegrationCredentialsType",
        "DataIntegrationInstallation",
        "DataIntegrationOauthCredential",
        "DataIntegrationOwnership",
        "DataIntegrationState",
        "DataProvider",
        "DataProviderConnectedAccount",
        "DataProviderList",
        "DataProviderOwnership",
        "UnknownDataIntegrationCredential",
    ),
    "workos_core.models.pipes_provider": (
        "DataIntegrationConfiguration",
        "DataIntegrationConfigurationCredentials",
        "DataIntegrationConfigurationCredentialsType",
        "DataIntegrationConfigurationList",
    ),
    "workos_core.models.platform_teams": (
        "Team",
        "TeamProductionState",
    ),
    "workos_core.models.portal": (
        "PortalIntent",
        "PortalIntentOptions",
        "PortalLink",
        "PortalSsoIntentOptions",
        "PortalSsoProviderType",
        "ProviderIconTheme",
    ),
    "workos_core.models.radar": (
        "RadarAssessment",
        "RadarAttemptAction",
        "RadarAttemptOutcome",
        "RadarAuthMethod",
        "RadarControl",
        "RadarListAction",
        "RadarListEntryPresent",
        "RadarListType",
        "RadarVerdict",
    ),
    "workos_core.models.sso": (
        "Connection",
        "ConnectionAttributeMaps",
        "ConnectionAttributeMapsPatch",
        "ConnectionDomain",
        "ConnectionKeyPair",
        "ConnectionOidcOptions",
        "ConnectionOidcOptionsPatch",
        "ConnectionSamlOptions",
        "ConnectionSamlOptionsPatch",
        "ConnectionStandardAttributes",
        "ConnectionState",
        "ConnectionStatus",
        "ConnectionType",
        "ConnectionTypeFilter",
        "IdTokenSignatureAlgorithm",
        "Profile",
        "ProfileAndToken",
        "SamlIdpSigningCertificate",
        "SamlIdpSigningCertificateList",
        "SamlSpEncryptionCertificate",
        "SamlSpEncryptionCertificateList",
        "SamlSpSigningCertificate",
        "SsoLogoutAuthorization",
        "SsoPrompt",
        "SsoProvider",
        "TokenAuthenticationMethod",
    ),
    "workos_core.models.user_management": (
        "AuthFactorEnrollment",
        "AuthenticationMethod",
        "AuthenticationResponse",
        "AuthkitOauthResource",
        "AuthorizationProvider",
        "CorsOrigin",
        "DeviceAuthorization",
        "EmailChange",
        "EmailChangeConfirmation",
        "EmailVerification",
        "Impersonator",
        "Invitation",
        "InvitationState",
        "JsonWebKey",
        "JsonWebKeySet",
        "JwtTemplate",
        "Locale",
        "MagicAuth",
        "OrganizationMembership",
        "OrganizationMembershipStatus",
        "PasswordHashType",
        "PasswordReset",
        "PasswordSaltPosition",
        "RadarChallenge",
        "RadarSmsChallenge",
        "RedirectUri",
        "ScreenHint",
        "SessionAuthMethod",
        "User",
        "UserApiKey",
        "UserApiKeyWithValue",
        "UserAuthorizedApplication",
        "UserIdentity",
        "UserIdentityProvider",
        "UserSession",
        "UserSessionStatus",
        "Waitlist",
        "WaitlistEntry",
        "WaitlistEntryState",
        "WaitlistList",
        "WrappedUser",
    ),
    "workos_core.models.vault": (
        "VaultActor",
        "VaultDataKey",
        "VaultDecryptedDataKey",
        "VaultListMetadata",
        "VaultObject",
        "VaultObjectDeletion",
        "VaultObjectDescription",
        "VaultObjectMetadata",
        "VaultObjectOrder",
        "VaultObjectSummary",
        "VaultObjectVersion",
        "VaultObjectVersionList",
    ),
    "workos_core.models.webhooks": (
        "WebhookEndpoint",
        "WebhookEndpointStatus",
        "WebhookEventType",
    ),
    "workos_core.models.widgets": (
        "WidgetScope",
        "WidgetToken",
    ),
}

__all__ = [
    "ActionAuthenticationDeniedEvent",
    "ActionAuthenticationDeniedEventData",
    "ActionUserRegistrationDeniedEvent",
    "ActionUserRegistrationDeniedEventData",
    "AgentAccessTokenDetail",
    "AgentApiKeyDetail",
    "AgentBlueprint",
    "AgentBlueprintCreatedEvent",
    "AgentBlueprintDeletedEvent",
    "AgentBlueprintDeletedEventData",
    "AgentBlueprintEventData",
    "AgentBlueprintInvocableAs",
    "AgentBlueprintInvocableAsInput",
    "AgentBlueprintInvocableBy",
    "AgentBlueprintInvocableByInput",
    "AgentBlueprintUpdatedEvent",
    "AgentClaimAttempt",
    "AgentClaimOrganization",
    "AgentClaimUser",
    "AgentCredentialDetail",
    "AgentCredentialValidation",
    "AgentIdentity",
    "AgentIdentityEventData",
    "AgentInstance",
    "AgentInstanceCreatedEvent",
    "AgentInstanceDeletedEvent",
    "AgentInstanceEventData",
    "AgentInstanceSession",
    "AgentInstanceSessionCreatedEvent",
    "AgentInstanceSessionCreatedEventData",
    "AgentInstanceSessionRevokedEvent",
    "AgentInstanceSessionRevokedEventData",
    "AgentInstanceSessionStatus",
    "AgentInstanceType",
    "AgentRegistration",
    "AgentRegistrationClaim",
    "AgentRegistrationClaimAttemptCreatedEvent",
    "AgentRegistrationClaimAttemptEventData",
    "AgentRegistrationClaimCompletedEvent",
    "AgentRegistrationClaimCompletion",
    "AgentRegistrationClaimEventData",
    "AgentRegistrationClaimant",
    "AgentRegistrationCreatedEvent",
    "AgentRegistrationCredentialEventData",
    "AgentRegistrationCredentialIssuedEvent",
    "AgentRegistrationDeletedEvent",
    "AgentRegistrationEventData",
    "AgentRegistrationExpiredEvent",
    "AgentRegistrationKind",
    "AgentRegistrationMethod",
    "AgentRegistrationOrganizationSwitchedEvent",
    "AgentRegistrationOrganizationSwitchedEventData",
    "AgentRegistrationReferenceEventData",
    "AgentRegistrationRefreshedEvent",
    "AgentRegistrationRevokedEvent",
    "AgentRegistrationStatus",
    "AgentSessionSettings",
    "AgentSessionSettingsInput",
    "AgentToken",
    "AgentTokenGrantType",
    "AgentTokenValidation",
    "ApiKey",
    "ApiKeyCreatedEvent",
    "ApiKeyEventData",
    "ApiKeyInstallation",
    "ApiKeyOwner",
    "ApiKeyPreviousAttributes",
    "ApiKeyRevokedEvent",
    "ApiKeyUpdatedEvent",
    "ApiKeyUpdatedEventData",
    "ApiKeyValidation",
    "AuditLogAction",
    "AuditLogConfiguration",
    "AuditLogConfigurationState",
    "AuditLogEvent",
    "AuditLogEventActor",
    "AuditLogEventContext",
    "AuditLogEventReceipt",
    "AuditLogEventTarget",
    "AuditLogExport",
    "AuditLogExportState",
    "AuditLogSchema",
    "AuditLogSchemaActor",
    "AuditLogSchemaTarget",
    "AuditLogStream",
    "AuditLogStreamState",
    "AuditLogStreamType",
    "AuditLogsRetention",
    "AuditLogsRetentionPeriod",
    "AuthFactorEnrollment",
    "AuthenticationChallenge",
    "AuthenticationEmailVerificationFailedEvent",
    "AuthenticationEmailVerificationFailedEventData",
    "AuthenticationEmailVerificationSucceededEvent",
    "AuthenticationEmailVerificationSucceededEventData",
    "AuthenticationEventError",
    "AuthenticationEventSso",
    "AuthenticationFactor",
    "AuthenticationFactorSms",
    "AuthenticationFactorTotp",
    "AuthenticationFactorType",
    "AuthenticationMagicAuthFailedEvent",
    "AuthenticationMagicAuthFailedEventData",
    "AuthenticationMagicAuthSucceededEvent",
    "AuthenticationMagicAuthSucceededEventData",
    "AuthenticationMethod",
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
    "AuthenticationResponse",
    "AuthenticationSsoFailedEvent",
    "AuthenticationSsoFailedEventData",
    "AuthenticationSsoStartedEvent",
    "AuthenticationSsoStartedEventData",
    "AuthenticationSsoSucceededEvent",
    "AuthenticationSsoSucceededEventData",
    "AuthenticationSsoTimedOutEvent",
    "AuthenticationSsoTimedOutEventData",
    "AuthkitOauthResource",
    "AuthorizationAssignmentKind",
    "AuthorizationCheck",
    "AuthorizationPermission",
    "AuthorizationProvider",
    "AuthorizationResource",
    "AuthorizationRole",
    "AuthorizationRoleList",
    "AuthorizationRoleType",
    "AuthorizedOrganizationMembership",
    "ChallengeVerification",
    "ClientApiToken",
    "ConnectApplication",
    "ConnectApplicationSecret",
    "ConnectRedirectUri",
    "ConnectRedirectUriInput",
    "ConnectRegistrationType",
    "ConnectedAccount",
    "ConnectedAccountConnectionRole",
    "ConnectedAccountInputState",
    "ConnectedAccountState",
    "ConnectedAccountStateReason",
    "ConnectedAccountWarning",
    "Connection",
    "ConnectionActivatedEvent",
    "ConnectionAttributeMaps",
    "ConnectionAttributeMapsPatch",
    "ConnectionCreationIntent",
    "ConnectionDeactivatedEvent",
    "ConnectionDeletedEvent",
    "ConnectionDeletedEventData",
    "ConnectionDomain",
    "ConnectionEventData",
    "ConnectionEventState",
    "ConnectionIntent",
    "ConnectionKeyPair",
    "ConnectionOidcOptions",
    "ConnectionOidcOptionsPatch",
    "ConnectionReference",
    "ConnectionSamlCertificateRenewalRequiredEvent",
    "ConnectionSamlCertificateRenewalRequiredEventData",
    "ConnectionSamlCertificateRenewedEvent",
    "ConnectionSamlCertificateRenewedEventData",
    "ConnectionSamlOptions",
    "ConnectionSamlOptionsPatch",
    "ConnectionStandardAttributes",
    "ConnectionState",
    "ConnectionStatus",
    "ConnectionType",
    "ConnectionTypeFilter",
    "CorsOrigin",
    "CustomProvider",
    "CustomProviderAuthentication",
    "CustomProviderDefinition",
    "CustomProviderDefinitionPatch",
    "DataIntegration",
    "DataIntegrationAccessError",
    "DataIntegrationAccessToken",
    "DataIntegrationAccessTokenResult",
    "DataIntegrationApiKeyCredential",
    "DataIntegrationAuthMethod",
    "DataIntegrationAuthorization",
    "DataIntegrationClientCredential",
    "DataIntegrationCompletion",
    "DataIntegrationConfiguration",
    "DataIntegrationConfigurationCredentials",
    "DataIntegrationConfigurationCredentialsType",
    "DataIntegrationConfigurationList",
    "DataIntegrationConnection",
    "DataIntegrationCredential",
    "DataIntegrationCredentialResult",
    "DataIntegrationCredentials",
    "DataIntegrationCredentialsInput",
    "DataIntegrationCredentialsType",
    "DataIntegrationInstallation",
    "DataIntegrationOauthCredential",
    "DataIntegrationOwnership",
    "DataIntegrationState",
    "DataProvider",
    "DataProviderConnectedAccount",
    "DataProviderList",
    "DataProviderOwnership",
    "DeviceAuthorization",
    "Directory",
    "DirectoryDeletedEventData",
    "DirectoryEventData",
    "DirectoryEventDomain",
    "DirectoryEventState",
    "DirectoryGroup",
    "DirectoryGroupMemberEventData",
    "DirectoryGroupUpdatedEventData",
    "DirectoryMetadata",
    "DirectoryState",
    "DirectorySyncStart",
    "DirectoryTokenEventData",
    "DirectoryType",
    "DirectoryUser",
    "DirectoryUserCounts",
    "DirectoryUserEmail",
    "DirectoryUserEventData",
    "DirectoryUserState",
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
    "EmailChange",
    "EmailChangeConfirmation",
    "EmailVerification",
    "EmailVerificationCreatedEvent",
    "EmailVerificationEventData",
    "EnrollableFactorType",
    "EnrolledAuthenticationFactor",
    "EnrolledAuthenticationFactorTotp",
    "ErrorBody",
    "Event",
    "EventActor",
    "EventActorSource",
    "EventConnectionType",
    "EventContext",
    "EventDirectoryType",
    "EventListMetadata",
    "ExpiringSamlCertificate",
    "ExternalAuthCompletion",
    "ExternalAuthUser",
    "FeatureFlag",
    "FeatureFlagEventData",
    "FeatureFlagOwner",
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
    "Group",
    "GroupCreatedEvent",
    "GroupDeletedEvent",
    "GroupMemberAddedEvent",
    "GroupMemberEventData",
    "GroupMemberRemovedEvent",
    "GroupOrganizationMembership",
    "GroupRoleAssignment",
    "GroupRoleAssignmentEntry",
    "GroupUpdatedEvent",
    "IdTokenSignatureAlgorithm",
    "Impersonator",
    "Invitation",
    "InvitationAcceptedEvent",
    "InvitationCreatedEvent",
    "InvitationEventData",
    "InvitationResentEvent",
    "InvitationRevokedEvent",
    "InvitationState",
    "ItContact",
    "ItContactIntent",
    "ItContactList",
    "JsonWebKey",
    "JsonWebKeySet",
    "JwtTemplate",
    "ListMetadata",
    "Locale",
    "M2mConnectApplication",
    "MagicAuth",
    "MagicAuthCreatedEvent",
    "MagicAuthEventData",
    "NewConnectApplicationSecret",
    "OauthConnectApplication",
    "OauthTokens",
    "Organization",
    "OrganizationApiKey",
    "OrganizationApiKeyOwner",
    "OrganizationApiKeyWithValue",
    "OrganizationAuthorizedApplication",
    "OrganizationCreatedEvent",
    "OrganizationDeletedEvent",
    "OrganizationDomain",
    "OrganizationDomainCreatedEvent",
    "OrganizationDomainData",
    "OrganizationDomainDataState",
    "OrganizationDomainDeletedEvent",
    "OrganizationDomainState",
    "OrganizationDomainUpdatedEvent",
    "OrganizationDomainVerificationFailedEvent",
    "OrganizationDomainVerificationFailedEventData",
    "OrganizationDomainVerificationFailure",
    "OrganizationDomainVerificationStrategy",
    "OrganizationDomainVerifiedEvent",
    "OrganizationMembership",
    "OrganizationMembershipCreatedEvent",
    "OrganizationMembershipDeletedEvent",
    "OrganizationMembershipEventData",
    "OrganizationMembershipStatus",
    "OrganizationMembershipUpdatedEvent",
    "OrganizationRoleCreatedEvent",
    "OrganizationRoleDeletedEvent",
    "OrganizationRoleEventData",
    "OrganizationRoleUpdatedEvent",
    "OrganizationUpdatedEvent",
    "PaginationOrder",
    "PasswordHashType",
    "PasswordReset",
    "PasswordResetCreatedEvent",
    "PasswordResetEventData",
    "PasswordResetSucceededEvent",
    "PasswordSaltPosition",
    "PasswordlessSession",
    "PasswordlessSessionReceipt",
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
    "PortalIntent",
    "PortalIntentOptions",
    "PortalLink",
    "PortalSsoIntentOptions",
    "PortalSsoProviderType",
    "Profile",
    "ProfileAndToken",
    "ProviderIconTheme",
    "RadarAssessment",
    "RadarAttemptAction",
    "RadarAttemptOutcome",
    "RadarAuthMethod",
    "RadarChallenge",
    "RadarChallengeCreatedEvent",
    "RadarChallengeEventData",
    "RadarControl",
    "RadarListAction",
    "RadarListEntryPresent",
    "RadarListType",
    "RadarRiskAction",
    "RadarSmsChallenge",
    "RadarVerdict",
    "RedirectUri",
    "RenewedSamlCertificate",
    "ResourceExportCompletedEvent",
    "ResourceExportCreatedEvent",
    "ResourceExportDownloadedEvent",
    "ResourceExportEventData",
    "ResourceExportFailedEvent",
    "ResourceExportType",
    "Role",
    "RoleAssignment",
    "RoleAssignmentGroup",
    "RoleAssignmentResource",
    "RoleAssignmentSource",
    "RoleAssignmentSourceType",
    "RoleCreatedEvent",
    "RoleDeletedEvent",
    "RoleEventData",
    "RoleUpdatedEvent",
    "RuntimeFeatureFlag",
    "RuntimeFeatureFlagCustomTarget",
    "RuntimeFeatureFlagTarget",
    "RuntimeFeatureFlagTargets",
    "SamlCertificateType",
    "SamlIdpSigningCertificate",
    "SamlIdpSigningCertificateList",
    "SamlSpEncryptionCertificate",
    "SamlSpEncryptionCertificateList",
    "SamlSpSigningCertificate",
    "ScreenHint",
    "SessionAuthMethod",
    "SessionCreatedEvent",
    "SessionRevokedEvent",
    "SsoLogoutAuthorization",
    "SsoPrompt",
    "SsoProvider",
    "Team",
    "TeamProductionState",
    "TokenAuthenticationMethod",
    "UnknownAgentCredentialDetail",
    "UnknownApiKeyOwner",
    "UnknownConnectApplication",
    "UnknownDataIntegrationCredential",
    "UnknownEvent",
    "User",
    "UserApiKey",
    "UserApiKeyOwner",
    "UserApiKeyWithValue",
    "UserAuthorizedApplication",
    "UserConsentOption",
    "UserConsentOptionChoice",
    "UserCreatedEvent",
    "UserDeletedEvent",
    "UserIdentity",
    "UserIdentityProvider",
    "UserSession",
    "UserSessionStatus",
    "UserUpdatedEvent",
    "VaultActor",
    "VaultByokKeyDeletedEvent",
    "VaultByokKeyDeletedEventData",
    "VaultByokKeyVerificationCompletedEvent",
    "VaultByokKeyVerificationCompletedEventData",
    "VaultDataCreatedEvent",
    "VaultDataDeletedEvent",
    "VaultDataEventData",
    "VaultDataKey",
    "VaultDataReadEvent",
    "VaultDataReadEventData",
    "VaultDataUpdatedEvent",
    "VaultDecryptedDataKey",
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
    "VaultListMetadata",
    "VaultMetadataReadEvent",
    "VaultNameEventData",
    "VaultNamesListedEvent",
    "VaultNamesListedEventData",
    "VaultObject",
    "VaultObjectDeletion",
    "VaultObjectDescription",
    "VaultObjectMetadata",
    "VaultObjectOrder",
    "VaultObjectSummary",
    "VaultObjectVersion",
    "VaultObjectVersionList",
    "Waitlist",
    "WaitlistEntry",
    "WaitlistEntryState",
    "WaitlistList",
    "WaitlistUserApprovedEvent",
    "WaitlistUserCreatedEvent",
    "WaitlistUserDeniedEvent",
    "WaitlistUserEventData",
    "WebhookEndpoint",
    "WebhookEndpointStatus",
    "WebhookEventType",
    "WidgetScope",
    "WidgetToken",
    "WrappedUser",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _NAMES)
