# Generated from spec/resources/authorization by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Objects in arguments of authorization."""

from typing import NotRequired, TypedDict

__all__ = [
    "GroupRoleAssignmentEntryParam",
]


class GroupRoleAssignmentEntryParam(TypedDict):
    """A role for a group and the resource to assign it on."""

    role_slug: str
    """The slug of the role."""
    resource_id: NotRequired[str]
    """The ID of the resource."""
    resource_external_id: NotRequired[str]
    """The external ID of the resource. Requires `resource_type_slug`."""
    resource_type_slug: NotRequired[str]
    """The slug of the resource type. Requires `resource_external_id`."""
