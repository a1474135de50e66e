"""Environment roles and organization roles."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from workos_emulator.storage.clock import Clock
from workos_emulator.storage.ids import Ids
from workos_emulator.storage.objects.access import Access, Permission
from workos_emulator.storage.store import Collection, Entity

ORGANIZATION_TYPE = "organization"
"""The type of the resource that represents an organization. Memberships have roles of this type."""

SYSTEM_PERMISSIONS = {
    "widgets:users-table:manage": "Manage users",
    "widgets:domain-verification:manage": "Manage domains",
    "widgets:sso:manage": "Manage single sign-on",
    "widgets:api-keys:manage": "Manage API keys",
    "widgets:dsync:manage": "Manage directories",
    "widgets:audit-log-streaming:manage": "Manage log streams",
    "widgets:pipes:manage": "Manage connected accounts",
}


@dataclass(slots=True, kw_only=True, repr=False)
class Role(Entity):
    """An organization role, or (without an organization) an environment role."""

    slug: str
    name: str
    organization_id: str | None = None
    description: str | None = None
    resource_type_slug: str = ORGANIZATION_TYPE
    permissions: list[str] = field(default_factory=list[str])


class Roles:
    """Roles with their permissions. `member` (the default) and `admin` always exist and start without permissions.

    Args:
        clock: The clock.
        ids: The ID generator.
        access: The store of permissions.
    """

    DEFAULT = "member"

    def __init__(self, clock: Clock, ids: Ids, access: Access) -> None:
        self._clock = clock
        self._ids = ids
        self._access = access
        self.all: Collection[Role] = Collection(
            unique={"key": lambda r: (r.organization_id, r.slug)},
            groups={"organization": lambda r: (r.organization_id,)},
        )
        for slug, name in SYSTEM_PERMISSIONS.items():
            self._add_permission(slug, name, system=True)
        self.set(self.DEFAULT, name="Member")
        self.set("admin", name="Admin")

    def __contains__(self, slug: object) -> bool:
        return self.all.find("key", (None, slug)) is not None

    def find(self, slug: str, organization_id: str | None = None) -> Role | None:
        """Return the role with this slug in an organization: the organization's own role or the environment role."""
        organization_role = None if organization_id is None else self.all.find("key", (organization_id, slug))
        return organization_role or self.all.find("key", (None, slug))

    def set(
        self, slug: str, permissions: Iterable[str] = (), *, name: str = "", resource_type_slug: str = ORGANIZATION_TYPE
    ) -> Role:
        """Create an environment role or replace its permissions. Missing permissions are created."""
        slugs = list(dict.fromkeys(permissions))
        for permission in slugs:
            if self._access.permissions.find("slug", permission) is None:
                self._add_permission(permission, permission, resource_type_slug=resource_type_slug)
        role = self.all.find("key", (None, slug))
        now = self._clock.now()
        if role is None:
            role = Role(
                id=self._ids.new("role"),
                slug=slug,
                name=name or slug,
                resource_type_slug=resource_type_slug,
                permissions=slugs,
                created_at=now,
                updated_at=now,
            )
            return self.all.add(role)
        role.permissions, role.updated_at = slugs, now
        self.all.changed(role)
        return role

    def permissions(self, slugs: Iterable[str], organization_id: str | None = None) -> list[str]:
        """Return the combined permissions of several roles, without duplicates."""
        roles = [role for slug in slugs if (role := self.find(slug, organization_id))]
        return list(dict.fromkeys(name for role in roles for name in role.permissions))

    def _add_permission(
        self, slug: str, name: str, *, system: bool = False, resource_type_slug: str = ORGANIZATION_TYPE
    ) -> None:
        now = self._clock.now()
        permission = Permission(
            id=self._ids.new("perm"),
            slug=slug,
            name=name,
            system=system,
            resource_type_slug=resource_type_slug,
            created_at=now,
            updated_at=now,
        )
        self._access.permissions.add(permission)
