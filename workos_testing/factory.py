"""A factory that creates WorkOS objects for tests."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

import workos_core.models
from workos_core.argument_checks import check_type
from workos_core.models.directory_sync import Directory, DirectoryGroup, DirectoryUser
from workos_core.models.organizations import Organization
from workos_core.models.sso import Connection, Profile
from workos_core.models.user_management import Invitation, OrganizationMembership, User
from workos_core.serialization.converter import from_dict
from workos_emulator import Emulator
from workos_emulator.http import payload
from workos_emulator.seeding.factories.catalog import factories

if TYPE_CHECKING:
    from workos_core.models import (
        AgentBlueprint,
        AgentRegistration,
        AgentToken,
        AuditLogSchema,
        AuthFactorEnrollment,
        AuthkitOauthResource,
        AuthorizationPermission,
        AuthorizationResource,
        AuthorizationRole,
        ConnectApplication,
        ConnectedAccount,
        CorsOrigin,
        DataIntegration,
        FeatureFlag,
        Group,
        ItContact,
        MagicAuth,
        NewConnectApplicationSecret,
        OrganizationApiKeyWithValue,
        OrganizationAuthorizedApplication,
        OrganizationDomain,
        RedirectUri,
        RoleAssignment,
        UserApiKeyWithValue,
        VaultObjectMetadata,
        Waitlist,
        WaitlistEntry,
        WebhookEndpoint,
    )

# The model of each factory's objects. Factories that are not listed return decoded JSON.
_MODELS = {
    "agent_blueprint_tokens": "AgentToken",
    "agent_blueprints": "AgentBlueprint",
    "agent_registrations": "AgentRegistration",
    "api_keys": "OrganizationApiKeyWithValue",
    "applications": "ConnectApplication",
    "audit_log_schemas": "AuditLogSchema",
    "auth_factors": "AuthFactorEnrollment",
    "authorized_applications": "OrganizationAuthorizedApplication",
    "client_metadata_documents": "ConnectApplication",
    "client_secrets": "NewConnectApplicationSecret",
    "connected_accounts": "ConnectedAccount",
    "connections": "Connection",
    "cors_origins": "CorsOrigin",
    "data_integrations": "DataIntegration",
    "directories": "Directory",
    "directory_groups": "DirectoryGroup",
    "directory_users": "DirectoryUser",
    "domains": "OrganizationDomain",
    "feature_flags": "FeatureFlag",
    "groups": "Group",
    "invitations": "Invitation",
    "it_contacts": "ItContact",
    "magic_auths": "MagicAuth",
    "memberships": "OrganizationMembership",
    "oauth_resources": "AuthkitOauthResource",
    "organization_roles": "AuthorizationRole",
    "organizations": "Organization",
    "permissions": "AuthorizationPermission",
    "profiles": "Profile",
    "redirect_uris": "RedirectUri",
    "resources": "AuthorizationResource",
    "role_assignments": "RoleAssignment",
    "roles": "AuthorizationRole",
    "user_api_keys": "UserApiKeyWithValue",
    "users": "User",
    "vault_objects": "VaultObjectMetadata",
    "waitlist_entries": "WaitlistEntry",
    "waitlists": "Waitlist",
    "webhook_endpoints": "WebhookEndpoint",
}


_T_co = TypeVar("_T_co", covariant=True)


class _Create(Protocol[_T_co]):
    """A method of a factory that creates an object with these fields."""

    def __call__(self, **fields: Any) -> _T_co: ...


class Factory:
    """A factory that creates objects in an emulator.

    It has one method for each section of a seed file, named in the singular: `factory.user(email=…)`, `factory.role(slug=…)`,
    `factory.vault_object(name=…)`. Required fields that you omit get a value, and objects that the new one must belong to are created as
    well. To refer to another object, pass the object or its id: `factory.membership(user=ada, organization=acme)`. Every method accepts
    `id`.

    Raises:
        ValueError: The API would reject the fields.
        UnknownIdError: An ID does not exist (also a `KeyError` and a `ValueError`).
    """

    if TYPE_CHECKING:  # the methods that `__getattr__` creates
        agent_blueprint_token: _Create[AgentToken]
        agent_blueprint: _Create[AgentBlueprint]
        agent_registration: _Create[AgentRegistration]
        api_key: _Create[OrganizationApiKeyWithValue]
        application: _Create[ConnectApplication]
        audit_log_schema: _Create[AuditLogSchema]
        auth_factor: _Create[AuthFactorEnrollment]
        authorized_application: _Create[OrganizationAuthorizedApplication]
        client_metadata_document: _Create[ConnectApplication]
        client_secret: _Create[NewConnectApplicationSecret]
        connected_account: _Create[ConnectedAccount]
        cors_origin: _Create[CorsOrigin]
        data_integration: _Create[DataIntegration]
        device: _Create[dict[str, Any]]
        domain: _Create[OrganizationDomain]
        domain_policy: _Create[dict[str, Any]]
        entitlement: _Create[dict[str, Any]]
        feature_flag: _Create[FeatureFlag]
        group: _Create[Group]
        identity: _Create[dict[str, Any]]
        impersonation: _Create[dict[str, Any]]
        it_contact: _Create[ItContact]
        magic_auth: _Create[MagicAuth]
        oauth_resource: _Create[AuthkitOauthResource]
        organization_role: _Create[AuthorizationRole]
        passkey: _Create[dict[str, Any]]
        passkey_sign_in: _Create[dict[str, Any]]
        permission: _Create[AuthorizationPermission]
        radar_assessment: _Create[dict[str, Any]]
        radar_challenge: _Create[dict[str, Any]]
        radar_list_entry: _Create[dict[str, Any]]
        radar_location: _Create[dict[str, Any]]
        redirect_uri: _Create[RedirectUri]
        resource: _Create[AuthorizationResource]
        role_assignment: _Create[RoleAssignment]
        role: _Create[AuthorizationRole]
        sign_in_policy: _Create[dict[str, Any]]
        user_api_key: _Create[UserApiKeyWithValue]
        vault_object: _Create[VaultObjectMetadata]
        waitlist_entry: _Create[WaitlistEntry]
        waitlist: _Create[Waitlist]
        webhook_endpoint: _Create[WebhookEndpoint]

    def __init__(self, emulator: Emulator) -> None:
        check_type("emulator", emulator, Emulator, "an Emulator")
        self._emulator = emulator

    def create(self, factory: str, **fields: Any) -> Any:
        """Create an object and return its model, or decoded JSON if it has no model.

        Args:
            factory: The name of the section in seed files, such as `users`.
            **fields: The fields of the object.
        """
        created = self._emulator.create(factory, **_replace_objects_with_ids(fields, factory))
        model_name = _MODELS.get(factory)
        return created if model_name is None else from_dict(getattr(workos_core.models, model_name), created)

    def user(self, **fields: Any) -> User:
        """Create a user: `email`, `password`, `email_verified`, `first_name` and more."""
        return cast(User, self.create("users", **fields))

    def organization(self, **fields: Any) -> Organization:
        """Create an organization: `name`, `domain_data`, `external_id` and more."""
        return cast(Organization, self.create("organizations", **fields))

    def membership(self, **fields: Any) -> OrganizationMembership:
        """Create an organization membership: `user`, `organization`, `role_slugs`, `status` and more."""
        return cast(OrganizationMembership, self.create("memberships", **fields))

    def invitation(self, **fields: Any) -> Invitation:
        """Create an invitation: `email`, `organization`, `role_slug` and more."""
        return cast(Invitation, self.create("invitations", **fields))

    def connection(self, **fields: Any) -> Connection:
        """Create an SSO connection: `organization`, `type`, `state` and more."""
        return cast(Connection, self.create("connections", **fields))

    def profile(self, **fields: Any) -> Profile:
        """Create the profile of a user at an identity provider: `connection`, `email`, `groups` and more."""
        return cast(Profile, self.create("profiles", **fields))

    def directory(self, **fields: Any) -> Directory:
        """Create a directory: `organization`, `name`, `type` and more."""
        return cast(Directory, self.create("directories", **fields))

    def directory_group(self, **fields: Any) -> DirectoryGroup:
        """Create a directory group: `directory`, `name` and more."""
        return cast(DirectoryGroup, self.create("directory_groups", **fields))

    def directory_user(self, **fields: Any) -> DirectoryUser:
        """Create a directory user: `directory`, `email`, `group_ids` and more."""
        return cast(DirectoryUser, self.create("directory_users", **fields))

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Callable[..., Any]:
            factory = _factories_by_singular().get(name)
            if factory is None:
                names = ", ".join(sorted(_factories_by_singular()))
                raise AttributeError(f"unknown factory {name!r}; use one of {names}")

            def create(**fields: Any) -> Any:
                return self.create(factory, **fields)

            return create

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *_factories_by_singular()})


def _factories_by_singular() -> dict[str, str]:
    return {_singular(factory): factory for factory in factories()}


def _singular(factory: str) -> str:
    if factory.endswith("ies"):
        return factory[:-3] + "y"
    return factory.removesuffix("s")


def _replace_objects_with_ids(fields: dict[str, Any], factory: str) -> dict[str, Any]:
    """Return the fields with IDs in place of objects: `user=ada` becomes `user_id=ada.id`."""
    references: Mapping[str, str] = factories()[factory].references if factory in factories() else {}
    replaced: dict[str, Any] = {}
    for name, value in fields.items():
        field = f"{name}_id" if f"{name}_id" in references and name not in references else name
        replaced[field] = [_id_of(item) for item in value] if payload.is_list(value) else _id_of(value)
    return replaced


def _id_of(value: Any) -> Any:
    if isinstance(value, str | int | float | bool | dict | None):
        return value  # pyright: ignore[reportUnknownVariableType]
    return getattr(value, "id", value)
