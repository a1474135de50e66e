"""Changes of directories that a directory provider or an IT admin makes, with their events."""

from collections.abc import Iterable, Mapping
from typing import Any

from workos_emulator.auth import directory_provisioning
from workos_emulator.events.emission import directory_activation
from workos_emulator.http.payload import without_fields
from workos_emulator.rendering.directories import render_directory_group, render_directory_user
from workos_emulator.storage.objects.directories import Directory, DirectoryUser
from workos_emulator.storage.state import State


def add_directory(
    state: State,
    organization_id: str,
    *,
    name: str,
    type: str,
    status: str,
    domain: str | None = None,
    external_key: str | None = None,
    provisions_users: bool = False,
) -> Directory:
    """Add a directory to an organization (`dsync.activated`, if it is linked)."""
    now = state.now()
    directory = Directory(
        id=state.ids.new("directory"),
        organization_id=state.organizations.require(organization_id).id,
        name=name,
        type=type,
        state=status,
        domain=domain,
        external_key=external_key or state.ids.secret(16),
        provisions_users=provisions_users,
        created_at=now,
        updated_at=now,
    )
    return state.directories.add(directory)


def update(state: State, directory: Directory, *, was_linked: bool) -> None:
    """Record changes of a directory (`dsync.activated`, when it becomes linked), and provision its users."""
    directory.updated_at = state.now()
    state.directories.changed(directory)
    state.events.flush()
    if directory.state == "linked" and not was_linked:
        state.events.emit(*directory_activation(state, directory))
    for user in state.directory_users.group("directory", directory.id):
        directory_provisioning.provision(state, user)


def add_user(
    state: State,
    directory_id: str,
    *,
    email: str | None = None,
    first_name: str | None = None,
    last_name: str | None = None,
    status: str = "active",
    group_ids: Iterable[str] = (),
    role_slugs: Iterable[str] = (),
    idp_id: str | None = None,
    custom_attributes: Mapping[str, Any] | None = None,
    raw_attributes: Mapping[str, Any] | None = None,
) -> DirectoryUser:
    """Add a user to a directory and its groups (`dsync.user.created`, `dsync.group.user_added`), and provision the user."""
    now = state.now()
    user = DirectoryUser(
        id=state.ids.new("directory_user"),
        directory_id=state.directories.require(directory_id).id,
        idp_id=idp_id or state.ids.secret(12),
        email=email,
        first_name=first_name,
        last_name=last_name,
        state=status,
        role_slugs=list(role_slugs),
        custom_attributes=dict(custom_attributes or {}),
        raw_attributes=dict(raw_attributes or {}),
        group_ids=[state.directory_groups.require(id).id for id in group_ids],
        created_at=now,
        updated_at=now,
    )
    state.directory_users.add(user)
    emit_group_changes(state, user, ())
    directory_provisioning.provision(state, user)
    return user


def emit_group_changes(state: State, user: DirectoryUser, before: Iterable[str]) -> None:
    """Emit `dsync.group.user_removed` and `dsync.group.user_added` for the changes since the user had the groups `before`."""
    old = list(before)
    state.events.flush()
    rendered = render_directory_user(state, user)
    for verb, ids, others in (("removed", old, user.group_ids), ("added", user.group_ids, old)):
        for group in [state.directory_groups.require(id) for id in ids if id not in others]:
            data = {
                "directory_id": user.directory_id,
                "user": without_fields(rendered, "groups"),
                "group": render_directory_group(state, group),
            }
            state.events.emit(f"dsync.group.user_{verb}", data, rendered["organization_id"])
