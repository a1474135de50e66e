"""Permissions, resources and role assignments."""

from dataclasses import dataclass

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True, repr=False)
class Permission(Entity):
    """A permission that roles can grant. WorkOS owns `system` permissions."""

    slug: str
    name: str
    description: str | None = None
    system: bool = False
    resource_type_slug: str = "organization"


@dataclass(slots=True, kw_only=True, repr=False)
class Resource(Entity):
    """A resource on which roles are assigned.

    Attributes:
        parent_id: The parent resource; None for a resource directly below the organization.
        is_organization: Whether it represents the organization itself. Such a resource is created on first use.
    """

    organization_id: str
    resource_type_slug: str
    external_id: str
    name: str
    description: str | None = None
    parent_id: str | None = None
    is_organization: bool = False


@dataclass(slots=True, kw_only=True, repr=False)
class GroupRoleAssignment(Entity):
    """A role that a group has on a resource."""

    group_id: str
    role_slug: str
    resource_id: str


@dataclass(slots=True, kw_only=True, repr=False)
class RoleAssignment(Entity):
    """A role that a member has on a resource.

    Attributes:
        group_role_assignment_id: The group role assignment it comes from; None for a direct assignment.
    """

    membership_id: str
    role_slug: str
    resource_id: str
    group_role_assignment_id: str | None = None


class Access:
    """Permissions, resources and role assignments. The roles themselves are in `State.roles`."""

    def __init__(self) -> None:
        self.permissions: Collection[Permission] = Collection(unique={"slug": lambda p: p.slug})
        self.resources: Collection[Resource] = Collection(
            unique={"key": lambda r: (r.organization_id, r.resource_type_slug, r.external_id)},
            groups={
                "organization": lambda r: () if r.is_organization else (r.organization_id,),
                "type": lambda r: () if r.is_organization else (r.resource_type_slug,),
                "parent": lambda r: () if r.is_organization else (r.parent_id or r.organization_id,),
                "root": lambda r: (r.organization_id,) if r.is_organization else (),
            },
        )
        self.group_assignments: Collection[GroupRoleAssignment] = Collection(
            unique={"key": lambda a: (a.group_id, a.role_slug, a.resource_id)},
            groups={"group": lambda a: (a.group_id,), "resource": lambda a: (a.resource_id,)},
        )
        self.assignments: Collection[RoleAssignment] = Collection(
            unique={"key": lambda a: (a.membership_id, a.role_slug, a.resource_id, a.group_role_assignment_id)},
            groups={
                "membership": lambda a: (a.membership_id,),
                "resource": lambda a: (a.resource_id,),
                "group_assignment": lambda a: (a.group_role_assignment_id,) if a.group_role_assignment_id else (),
            },
        )
