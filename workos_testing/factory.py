"""Objects for tests."""

from collections.abc import Callable, Mapping
from typing import Any, cast

import workos_core.models
from workos_core.models.directory_sync import Directory, DirectoryGroup, DirectoryUser
from workos_core.models.organizations import Organization
from workos_core.models.sso import Connection, Profile
from workos_core.models.user_management import Invitation, OrganizationMembership, User
from workos_core.serialization.converter import from_dict
from workos_emulator import Emulator
from workos_emulator.http import payload
from workos_emulator.seeding.factories.catalog import factories

# The models of objects; those of other factories are returned as decoded JSON.
_MODELS = {
    "agent_blueprint_tokens": "AgentToken",
    "agent_blueprints": "AgentBlueprint",
    "agent_registrations": "AgentRegistration",
    "api_keys": "OrganizationApiKeyWithValue",
    "applications": "ConnectApplication",
    "audit_log_schemas": "AuditLogSchema",
    "auth_factors": "AuthFactorEnrollment",
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


class Factory:
    """Creates objects in an emulator.

    There is a method for every factory, under its singular: `factory.user(email=…)`, `factory.role(slug=…)`,
    `factory.vault_object(name=…)`. Fields that must be there and are not said get a value, and what an object must belong to is
    created too. Where another object is meant, give the object or its id: `factory.membership(user=ada, organization=acme)`.
    All of them take `id`.

    Raises:
        ValueError: The API would refuse the fields.
        KeyError: An id leads nowhere.
    """

    def __init__(self, emulator: Emulator) -> None:
        self._emulator = emulator

    def create(self, factory: str, **fields: Any) -> Any:
        """Create an object with a factory, named as in seed files. Return a model, or decoded JSON if there is none."""
        made = self._emulator.create(factory, **_plain(fields, factory))
        model = _MODELS.get(factory)
        return made if model is None else from_dict(getattr(workos_core.models, model), made)

    def user(self, **fields: Any) -> User:
        """Create a user: `email`, `password`, `email_verified`, `first_name` and more."""
        return cast(User, self.create("users", **fields))

    def organization(self, **fields: Any) -> Organization:
        """Create an organization: `name`, `domain_data`, `external_id` and more."""
        return cast(Organization, self.create("organizations", **fields))

    def membership(self, **fields: Any) -> OrganizationMembership:
        """Make a user a member: `user`, `organization`, `role_slugs`, `status` and more."""
        return cast(OrganizationMembership, self.create("memberships", **fields))

    def invitation(self, **fields: Any) -> Invitation:
        """Invite somebody: `email`, `organization`, `role_slug` and more."""
        return cast(Invitation, self.create("invitations", **fields))

    def connection(self, **fields: Any) -> Connection:
        """Connect an identity provider: `organization`, `type`, `state` and more."""
        return cast(Connection, self.create("connections", **fields))

    def profile(self, **fields: Any) -> Profile:
        """Make a person known to an identity provider: `connection`, `email`, `groups` and more."""
        return cast(Profile, self.create("profiles", **fields))

    def directory(self, **fields: Any) -> Directory:
        """Connect a directory: `organization`, `name`, `type` and more."""
        return cast(Directory, self.create("directories", **fields))

    def directory_group(self, **fields: Any) -> DirectoryGroup:
        """Add a group to a directory: `directory`, `name` and more."""
        return cast(DirectoryGroup, self.create("directory_groups", **fields))

    def directory_user(self, **fields: Any) -> DirectoryUser:
        """Add a person to a directory: `directory`, `email`, `group_ids` and more."""
        return cast(DirectoryUser, self.create("directory_users", **fields))

    def __getattr__(self, name: str) -> Callable[..., Any]:
        factory = _by_singular().get(name)
        if factory is None:
            raise AttributeError(f"unknown factory {name!r}; use one of {', '.join(sorted(_by_singular()))}")

        def make(**fields: Any) -> Any:
            return self.create(factory, **fields)

        return make

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *_by_singular()})


def _by_singular() -> dict[str, str]:
    return {_singular(factory): factory for factory in factories()}


def _singular(factory: str) -> str:
    if factory.endswith("ies"):
        return factory[:-3] + "y"
    return factory.removesuffix("s")


def _plain(fields: dict[str, Any], factory: str) -> dict[str, Any]:
    """Objects become their ids: `user=ada` is `user_id=ada.id`."""
    known: Mapping[str, str] = factories()[factory].references if factory in factories() else {}
    found: dict[str, Any] = {}
    for name, value in fields.items():
        target = f"{name}_id" if f"{name}_id" in known and name not in known else name
        found[target] = [_id(item) for item in value] if payload.is_list(value) else _id(value)
    return found


def _id(value: Any) -> Any:
    if isinstance(value, str | int | float | bool | dict | None):
        return value  # pyright: ignore[reportUnknownVariableType]
    return getattr(value, "id", value)
