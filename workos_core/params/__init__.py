# Generated from spec/ by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The objects in arguments as `TypedDict`s, imported lazily: accessing a name imports its module."""

from typing import TYPE_CHECKING

from workos_core.lazy_names import lazy_names

if TYPE_CHECKING:
    from workos_core.params.agents import (
        AgentBlueprintInvocableAsInputParam as AgentBlueprintInvocableAsInputParam,
    )
    from workos_core.params.agents import (
        AgentBlueprintInvocableByInputParam as AgentBlueprintInvocableByInputParam,
    )
    from workos_core.params.agents import (
        AgentClaimUserParam as AgentClaimUserParam,
    )
    from workos_core.params.agents import (
        AgentSessionSettingsInputParam as AgentSessionSettingsInputParam,
    )
    from workos_core.params.agents import (
        AgentSessionSettingsParam as AgentSessionSettingsParam,
    )
    from workos_core.params.audit_logs import (
        AuditLogEventActorParam as AuditLogEventActorParam,
    )
    from workos_core.params.audit_logs import (
        AuditLogEventContextParam as AuditLogEventContextParam,
    )
    from workos_core.params.audit_logs import (
        AuditLogEventParam as AuditLogEventParam,
    )
    from workos_core.params.audit_logs import (
        AuditLogEventTargetParam as AuditLogEventTargetParam,
    )
    from workos_core.params.audit_logs import (
        AuditLogSchemaActorParam as AuditLogSchemaActorParam,
    )
    from workos_core.params.audit_logs import (
        AuditLogSchemaTargetParam as AuditLogSchemaTargetParam,
    )
    from workos_core.params.authorization import (
        GroupRoleAssignmentEntryParam as GroupRoleAssignmentEntryParam,
    )
    from workos_core.params.connect import (
        ConnectRedirectUriInputParam as ConnectRedirectUriInputParam,
    )
    from workos_core.params.connect import (
        ExternalAuthUserParam as ExternalAuthUserParam,
    )
    from workos_core.params.connect import (
        UserConsentOptionChoiceParam as UserConsentOptionChoiceParam,
    )
    from workos_core.params.connect import (
        UserConsentOptionParam as UserConsentOptionParam,
    )
    from workos_core.params.organizations import (
        OrganizationDomainDataParam as OrganizationDomainDataParam,
    )
    from workos_core.params.pipes import (
        ApiKeyInstallationParam as ApiKeyInstallationParam,
    )
    from workos_core.params.pipes import (
        CustomProviderDefinitionParam as CustomProviderDefinitionParam,
    )
    from workos_core.params.pipes import (
        CustomProviderDefinitionPatchParam as CustomProviderDefinitionPatchParam,
    )
    from workos_core.params.pipes import (
        DataIntegrationCredentialsInputParam as DataIntegrationCredentialsInputParam,
    )
    from workos_core.params.portal import (
        PortalIntentOptionsParam as PortalIntentOptionsParam,
    )
    from workos_core.params.portal import (
        PortalSsoIntentOptionsParam as PortalSsoIntentOptionsParam,
    )
    from workos_core.params.sso import (
        ConnectionAttributeMapsParam as ConnectionAttributeMapsParam,
    )
    from workos_core.params.sso import (
        ConnectionAttributeMapsPatchParam as ConnectionAttributeMapsPatchParam,
    )
    from workos_core.params.sso import (
        ConnectionKeyPairParam as ConnectionKeyPairParam,
    )
    from workos_core.params.sso import (
        ConnectionOidcOptionsParam as ConnectionOidcOptionsParam,
    )
    from workos_core.params.sso import (
        ConnectionOidcOptionsPatchParam as ConnectionOidcOptionsPatchParam,
    )
    from workos_core.params.sso import (
        ConnectionSamlOptionsParam as ConnectionSamlOptionsParam,
    )
    from workos_core.params.sso import (
        ConnectionSamlOptionsPatchParam as ConnectionSamlOptionsPatchParam,
    )
    from workos_core.params.sso import (
        ConnectionStandardAttributesParam as ConnectionStandardAttributesParam,
    )

_NAMES = {
    "workos_core.params.agents": (
        "AgentBlueprintInvocableAsInputParam",
        "AgentBlueprintInvocableByInputParam",
        "AgentClaimUserParam",
        "AgentSessionSettingsInputParam",
        "AgentSessionSettingsParam",
    ),
    "workos_core.params.pipes": (
        "ApiKeyInstallationParam",
        "CustomProviderDefinitionParam",
        "CustomProviderDefinitionPatchParam",
        "DataIntegrationCredentialsInputParam",
    ),
    "workos_core.params.audit_logs": (
        "AuditLogEventActorParam",
        "AuditLogEventContextParam",
        "AuditLogEventParam",
        "AuditLogEventTargetParam",
        "AuditLogSchemaActorParam",
        "AuditLogSchemaTargetParam",
    ),
    "workos_core.params.connect": (
        "ConnectRedirectUriInputParam",
        "ExternalAuthUserParam",
        "UserConsentOptionChoiceParam",
        "UserConsentOptionParam",
    ),
    "workos_core.params.sso": (
        "ConnectionAttributeMapsParam",
        "ConnectionAttributeMapsPatchParam",
        "ConnectionKeyPairParam",
        "ConnectionOidcOptionsParam",
        "ConnectionOidcOptionsPatchParam",
        "ConnectionSamlOptionsParam",
        "ConnectionSamlOptionsPatchParam",
        "ConnectionStandardAttributesParam",
    ),
    "workos_core.params.authorization": ("GroupRoleAssignmentEntryParam",),
    "workos_core.params.organizations": ("OrganizationDomainDataParam",),
    "workos_core.params.portal": (
        "PortalIntentOptionsParam",
        "PortalSsoIntentOptionsParam",
    ),
}

__all__ = [
    "AgentBlueprintInvocableAsInputParam",
    "AgentBlueprintInvocableByInputParam",
    "AgentClaimUserParam",
    "AgentSessionSettingsInputParam",
    "AgentSessionSettingsParam",
    "ApiKeyInstallationParam",
    "AuditLogEventActorParam",
    "AuditLogEventContextParam",
    "AuditLogEventParam",
    "AuditLogEventTargetParam",
    "AuditLogSchemaActorParam",
    "AuditLogSchemaTargetParam",
    "ConnectRedirectUriInputParam",
    "ConnectionAttributeMapsParam",
    "ConnectionAttributeMapsPatchParam",
    "ConnectionKeyPairParam",
    "ConnectionOidcOptionsParam",
    "ConnectionOidcOptionsPatchParam",
    "ConnectionSamlOptionsParam",
    "ConnectionSamlOptionsPatchParam",
    "ConnectionStandardAttributesParam",
    "CustomProviderDefinitionParam",
    "CustomProviderDefinitionPatchParam",
    "DataIntegrationCredentialsInputParam",
    "ExternalAuthUserParam",
    "GroupRoleAssignmentEntryParam",
    "OrganizationDomainDataParam",
    "PortalIntentOptionsParam",
    "PortalSsoIntentOptionsParam",
    "UserConsentOptionChoiceParam",
    "UserConsentOptionParam",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _NAMES)
