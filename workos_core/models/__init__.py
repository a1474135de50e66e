# Generated from spec/ by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Every model of the API. A module is loaded when the first of its names is used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workos_core.models.common import (
        ErrorBody as ErrorBody,
    )
    from workos_core.models.common import (
        ListMetadata as ListMetadata,
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
        ConnectRedirectUri as ConnectRedirectUri,
    )
    from workos_core.models.connect import (
        M2mConnectApplication as M2mConnectApplication,
    )
    from workos_core.models.connect import (
        OauthConnectApplication as OauthConnectApplication,
    )
    from workos_core.models.connect import (
        UnknownConnectApplication as UnknownConnectApplication,
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
    from workos_core.models.user_management import (
        AuthenticationMethod as AuthenticationMethod,
    )
    from workos_core.models.user_management import (
        AuthenticationResponse as AuthenticationResponse,
    )
    from workos_core.models.user_management import (
        AuthorizationProvider as AuthorizationProvider,
    )
    from workos_core.models.user_management import (
        Impersonator as Impersonator,
    )
    from workos_core.models.user_management import (
        JsonWebKey as JsonWebKey,
    )
    from workos_core.models.user_management import (
        JsonWebKeySet as JsonWebKeySet,
    )
    from workos_core.models.user_management import (
        OauthTokens as OauthTokens,
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
        PasswordSaltPosition as PasswordSaltPosition,
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

_MODULES = {
    "common": (
        "ErrorBody",
        "ListMetadata",
        "PaginationOrder",
        "Role",
    ),
    "connect": (
        "ConnectApplication",
        "ConnectRedirectUri",
        "M2mConnectApplication",
        "OauthConnectApplication",
        "UnknownConnectApplication",
    ),
    "directory_sync": (
        "Directory",
        "DirectoryGroup",
        "DirectoryMetadata",
        "DirectoryState",
        "DirectoryType",
        "DirectoryUser",
        "DirectoryUserCounts",
        "DirectoryUserEmail",
        "DirectoryUserState",
    ),
    "organization_domains": (
        "OrganizationDomain",
        "OrganizationDomainState",
        "OrganizationDomainVerificationStrategy",
    ),
    "organizations": (
        "AuditLogConfiguration",
        "AuditLogConfigurationState",
        "AuditLogStream",
        "AuditLogStreamState",
        "AuditLogStreamType",
        "Organization",
        "OrganizationAuthorizedApplication",
        "OrganizationDomainData",
        "OrganizationDomainDataState",
    ),
    "user_management": (
        "AuthenticationMethod",
        "AuthenticationResponse",
        "AuthorizationProvider",
        "Impersonator",
        "JsonWebKey",
        "JsonWebKeySet",
        "OauthTokens",
        "OrganizationMembership",
        "OrganizationMembershipStatus",
        "PasswordHashType",
        "PasswordSaltPosition",
        "ScreenHint",
        "SessionAuthMethod",
        "User",
        "UserIdentity",
        "UserIdentityProvider",
        "UserSession",
        "UserSessionStatus",
    ),
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "AuditLogConfiguration",
    "AuditLogConfigurationState",
    "AuditLogStream",
    "AuditLogStreamState",
    "AuditLogStreamType",
    "AuthenticationMethod",
    "AuthenticationResponse",
    "AuthorizationProvider",
    "ConnectApplication",
    "ConnectRedirectUri",
    "Directory",
    "DirectoryGroup",
    "DirectoryMetadata",
    "DirectoryState",
    "DirectoryType",
    "DirectoryUser",
    "DirectoryUserCounts",
    "DirectoryUserEmail",
    "DirectoryUserState",
    "ErrorBody",
    "Impersonator",
    "JsonWebKey",
    "JsonWebKeySet",
    "ListMetadata",
    "M2mConnectApplication",
    "OauthConnectApplication",
    "OauthTokens",
    "Organization",
    "OrganizationAuthorizedApplication",
    "OrganizationDomain",
    "OrganizationDomainData",
    "OrganizationDomainDataState",
    "OrganizationDomainState",
    "OrganizationDomainVerificationStrategy",
    "OrganizationMembership",
    "OrganizationMembershipStatus",
    "PaginationOrder",
    "PasswordHashType",
    "PasswordSaltPosition",
    "Role",
    "ScreenHint",
    "SessionAuthMethod",
    "UnknownConnectApplication",
    "User",
    "UserIdentity",
    "UserIdentityProvider",
    "UserSession",
    "UserSessionStatus",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(_MODULE_OF)
