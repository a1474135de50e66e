"""Seed methods for the directories of your customers: connect directories, and manage their users and groups."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from workos_emulator.auth import directory_provisioning, directory_sync
from workos_emulator.http.payload import without_fields
from workos_emulator.rendering.directories import render_directory, render_directory_group, render_directory_user
from workos_emulator.storage.deletion import cascade
from workos_emulator.storage.objects.directories import DirectoryGroup
from workos_emulator.storage.state import State
from workos_emulator.storage.store import Entity


class DirectorySeed:
    """The seed methods for directories. `Emulator.seed` has these methods. Each change emits an event (`dsync.user.updated` …)."""

    _state: State
    _lock: AbstractContextManager[Any]

    def directory(
        self,
        organization_id: str,
        *,
        name: str = "Directory",
        type: str = "generic scim v2.0",
        state: str = "linked",
        domain: str | None = None,
        external_key: str | None = None,
        provisions_users: bool = False,
    ) -> dict[str, Any]:
        """Connect a directory to an organization.

        With `provisions_users`, its users become users and members of the organization, as with directory provisioning at WorkOS: active
        members, if the organization has verified the domain of their email address, or invited ones. They follow later changes.
        """
        with self._lock:
            directory = directory_sync.add_directory(
                self._state,
                organization_id,
                name=name,
                type=type,
                status=state,
                domain=domain,
                external_key=external_key,
                provisions_users=provisions_users,
            )
            return render_directory(self._state, directory)

    def directory_group(
        self,
        directory_id: str,
        *,
        name: str,
        idp_id: str | None = None,
        raw_attributes: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Add a group to a directory."""
        with self._lock:
            state, now = self._state, self._state.now()
            group = DirectoryGroup(
                id=state.ids.new("directory_group"),
                directory_id=state.directories.require(directory_id).id,
                idp_id=idp_id or state.ids.secret(12),
                name=name,
                raw_attributes=dict(raw_attributes or {}),
                created_at=now,
                updated_at=now,
            )
            return render_directory_group(state, state.directory_groups.add(group))

    def directory_user(
        self,
        directory_id: str,
        *,
        email: str | None = None,
        first_name: str | None = None,
        last_name: str | None = None,
        state: str = "active",
        group_ids: Iterable[str] = (),
        role_slugs: Iterable[str] = (),
        idp_id: str | None = None,
        custom_attributes: Mapping[str, Any] | None = None,
        raw_attributes: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Add a user to a directory and its groups."""
        with self._lock:
            user = directory_sync.add_user(
                self._state,
                directory_id,
                email=email,
                first_name=first_name,
                last_name=last_name,
                status=state,
                group_ids=group_ids,
                role_slugs=role_slugs,
                idp_id=idp_id,
                custom_attributes=custom_attributes,
                raw_attributes=raw_attributes,
            )
            return render_directory_user(self._state, user)

    def update_directory(self, directory_id: str, **fields: Any) -> dict[str, Any]:
        """Update `name`, `type`, `state`, `domain`, `external_key` or `provisions_users` of a directory.

        The state `linked` emits `dsync.activated`. With `provisions_users`, its existing users are provisioned.

        Raises:
            TypeError: A field does not exist.
        """
        with self._lock:
            directory = self._state.directories.require(directory_id)
            was_linked = directory.state == "linked"
            provisions = fields.pop("provisions_users", directory.provisions_users)
            _set_fields(directory, fields, "name", "type", "state", "domain", "external_key")
            directory.provisions_users = bool(provisions)
            directory_sync.update(self._state, directory, was_linked=was_linked)
            return render_directory(self._state, directory)

    def delete_directory(self, directory_id: str) -> None:
        """Delete a directory with its users and groups."""
        with self._lock:
            cascade.delete_directory(self._state, self._state.directories.require(directory_id))

    def update_directory_group(self, directory_group_id: str, **fields: Any) -> dict[str, Any]:
        """Update `name`, `idp_id` or `raw_attributes` of a group.

        Raises:
            TypeError: A field does not exist.
        """
        with self._lock:
            state, group = self._state, self._state.directory_groups.require(directory_group_id)
            before = render_directory_group(state, group)
            _set_fields(group, fields, "name", "idp_id", "raw_attributes")
            group.updated_at = state.now()
            with state.events.suppress():
                state.directory_groups.changed(group)
            after = render_directory_group(state, group)
            self._emit_update("dsync.group.updated", before, after)
            return after

    def delete_directory_group(self, directory_group_id: str) -> None:
        """Delete a group. Its users stay."""
        with self._lock:
            state, group = self._state, self._state.directory_groups.require(directory_group_id)
            with state.events.suppress():
                for user in state.directory_users.group("group", group.id):
                    user.group_ids = [id for id in user.group_ids if id != group.id]
                    state.directory_users.changed(user)
            state.directory_groups.remove(group.id)

    def update_directory_user(self, directory_user_id: str, **fields: Any) -> dict[str, Any]:
        """Update a user; the fields are the arguments of `directory_user`. Changes of `group_ids` emit their own events.

        Raises:
            TypeError: A field does not exist.
        """
        with self._lock:
            state, user = self._state, self._state.directory_users.require(directory_user_id)
            for id in fields.get("group_ids", ()):
                state.directory_groups.require(id)
            before, groups = render_directory_user(state, user), tuple(user.group_ids)
            strings = ("email", "first_name", "last_name", "state", "idp_id")
            _set_fields(user, fields, *strings, "role_slugs", "group_ids", "custom_attributes", "raw_attributes")
            user.updated_at = state.now()
            with state.events.suppress():
                state.directory_users.changed(user)
            after = render_directory_user(state, user)
            if fields.keys() - {"group_ids"}:
                self._emit_update(
                    "dsync.user.updated", without_fields(before, "groups"), without_fields(after, "groups")
                )
            directory_sync.emit_group_changes(state, user, groups)
            directory_provisioning.provision(state, user)
            return after

    def delete_directory_user(self, directory_user_id: str) -> None:
        """Delete a user from a directory. A membership that the directory has provisioned is deactivated, or deleted if it is pending."""
        with self._lock:
            user = self._state.directory_users.require(directory_user_id)
            directory_provisioning.deprovision(self._state, user)
            self._state.directory_users.remove(user.id)

    def _emit_update(self, type: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        names = [name for name in {**before, **after} if name != "updated_at" and before.get(name) != after.get(name)]
        data = {**after, "previous_attributes": {name: before.get(name) for name in names}}
        self._state.events.flush()
        self._state.events.emit(type, data, after["organization_id"])


def _set_fields(entity: Entity, fields: Mapping[str, Any], *known: str) -> None:
    if unknown := sorted(fields.keys() - set(known)):
        raise TypeError(f"unknown field {unknown[0]!r}; use one of {', '.join(known)}")
    for name, value in fields.items():
        if isinstance(value, Mapping):
            setattr(entity, name, {**value})
        else:
            setattr(entity, name, value if value is None or isinstance(value, str) else list(value))
