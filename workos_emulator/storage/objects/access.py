"""Permissions, resources and the roles that members and groups have on them."""

from dataclasses import dataclass

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True)
class Permission(Entity):
    """Something that roles allow; a `system` one belongs to WorkOS."""

    slug: str
    name: str
    description: str | None = None
    system: bool = False
    resource_type_slug: str = "organization"


@dataclass(slots=True, kw_only=True)
class Resource(Entity):
    """Something that roles are given on.

    Attributes:
        parent_id: The resource above it; None for one directly below the organization.
        is_organization: Whether it stands for the organization itself. Such a resource is made when it is first needed.
    """

    organization_id: str
    resource_type_slug: str
    external_id: str
    name: str
    description: str | None = None
    parent_id: str | None = None
    is_organization: bool = False


@dataclass(slots=True, kw_only=True)
class GroupRoleAssignment(Entity):
    """A role of a group on a resource."""

    group_id: str
    role_slug: str
    resource_id: str


@dataclass(slots=True, kw_only=True)
class RoleAssignment(Entity):
    """A role of a member on a resource.

    Attributes:
        group_role_assignment_id: The assignment of the group through which the member has it; None for one of their own.
    """

    membership_id: str
    role_slug: str
    resource_id: str
    group_role_assignment_id: str | None = None


class Access:
    """Who may do what on which resource. Roles themselves are in `State.roles`."""

    def __init__(self) -> None:
        self.permissions = Collection[Permission](unique={"slug": lambda p: p.slug})
        self.resources = Collection[Resource](
            unique={"key": lambda r: (r.organization_id, r.resource_type_slug, r.external_id)},
            groups={
                "organization": lambda r: () if r.is_organization else (r.organization_id,),
                "type": lambda r: () if r.is_organization else (r.resource_type_slug,),
                "parent": lambda r: () if r.is_organization else (r.parent_id or r.organization_id,),
                "root": lambda r: (r.organization_id,) if r.is_organization else (),
            },
        )
        self.group_assignments = Collection[GroupRoleAssignment](
            unique={"key": lambda a: (a.group_id, a.role_slug, a.resource_id)},
            groups={"group": lambda a: (a.group_id,), "resource": lambda a: (a.resource_id,)},
        )
        self.assignments = Collection[RoleAssignment](
            unique={"key": lambda a: (a.membership_id, a.role_slug, a.resource_id, a.group_role_assignment_id)},
            groups={
                "membership": lambda a: (a.membership_id,),
                "resource": lambda a: (a.resource_id,),
                "group_assignment": lambda a: (a.group_role_assignment_id,) if a.group_role_assignment_id else (),
            },
        )
