"""Seeding of objects that the API cannot create, but directories, identity providers and the dashboard can."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from workos_emulator.events import log_streams
from workos_emulator.rendering.feature_flags import render_feature_flag
from workos_emulator.rendering.memberships import render_membership
from workos_emulator.seeding.agents import AgentSeed
from workos_emulator.seeding.connect import ConnectSeed
from workos_emulator.seeding.directories import DirectorySeed
from workos_emulator.seeding.impersonation import ImpersonationSeed
from workos_emulator.seeding.passkeys import PasskeySeed
from workos_emulator.seeding.radar import RadarSeed
from workos_emulator.seeding.sign_in import SignInSeed
from workos_emulator.storage import flag_targets
from workos_emulator.storage.argument_checks import check_type
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.objects.audit_logs import LogStream
from workos_emulator.storage.objects.feature_flags import FeatureFlag
from workos_emulator.storage.objects.organizations import Membership
from workos_emulator.storage.objects.roles import ORGANIZATION_TYPE, Roles
from workos_emulator.storage.objects.users import Identity
from workos_emulator.storage.state import State


class Seed(AgentSeed, ConnectSeed, DirectorySeed, ImpersonationSeed, PasskeySeed, RadarSeed, SignInSeed):
    """Methods that create the objects of external systems (directories, identity providers) and of the dashboard.

    Methods that create an object return it as the API would. All methods raise `UnknownIdError`, a `KeyError`, for an ID that
    does not exist.
    """

    def __init__(self, environment: Environment, lock: AbstractContextManager[Any]) -> None:
        self._environment = environment
        self._state = environment.state
        self._lock = lock

    def role(
        self, slug: str, permissions: Iterable[str] = (), *, name: str = "", resource_type_slug: str = ORGANIZATION_TYPE
    ) -> None:
        """Create a role, or replace the permissions of an existing one. `member` and `admin` always exist, without permissions.

        Permissions that do not exist are created.
        """
        with self._lock:
            self._state.roles.set(slug, permissions, name=name, resource_type_slug=resource_type_slug)

    def entitlements(self, organization_id: str, names: Iterable[str]) -> None:
        """Set the entitlements of an organization, which are claims of access tokens."""
        with self._lock:
            self._state.organizations.require(organization_id).entitlements = list(names)

    def feature_flags(self, organization_id: str, slugs: Iterable[str]) -> None:
        """Make an organization a target of exactly these feature flags. Flags that do not exist are created."""
        with self._lock:
            id, slugs_on = self._state.organizations.require(organization_id).id, list(slugs)
            for slug in slugs_on:
                if self._state.feature_flags.find("slug", slug) is None:
                    self.feature_flag(slug)
            for flag in self._state.feature_flags:
                if id in flag.organizations:
                    flag_targets.remove(self._state, flag, id)
                if flag.slug in slugs_on:
                    flag_targets.add(self._state, flag, id)

    def feature_flag(
        self,
        slug: str,
        *,
        name: str | None = None,
        description: str | None = None,
        enabled: bool = True,
        default_value: bool = False,
        tags: Iterable[str] = (),
        owner: Mapping[str, Any] | None = None,
        custom_targets: Mapping[str, Iterable[str]] | None = None,
    ) -> dict[str, Any]:
        """Create a feature flag. `custom_targets` are the IDs of targets of custom types, by the slug of the type.

        Raises:
            DuplicateKeyError: A flag with this slug exists.
        """
        with self._lock:
            now = self._state.now()
            flag = FeatureFlag(
                id=self._state.ids.new("flag"),
                slug=slug,
                name=name or slug,
                description=description,
                owner=None if owner is None else {"first_name": None, "last_name": None, **owner},
                tags=list(tags),
                enabled=enabled,
                default_value=default_value,
                custom_targets=[
                    {"type": type, "id": id, "enabled": True}
                    for type, ids in (custom_targets or {}).items()
                    for id in ids
                ],
                created_at=now,
                updated_at=now,
            )
            rendered = render_feature_flag(self._state.feature_flags.add(flag))
            actor = {"id": self._state.environment_id, "source": "dashboard", "name": None}
            context = {"client_id": self._environment.client_id, "actor": actor}
            data = {**rendered, "environment_id": self._state.environment_id}
            for type in ("flag.created", "feature_flags.flag.created"):
                self._state.events.emit(type, data, None, context)
            return rendered

    def audit_logs(
        self,
        organization_id: str,
        *,
        state: str = "active",
        retention_period_in_days: int = 30,
        log_stream: Mapping[str, Any] | None = None,
    ) -> None:
        """Set the audit log configuration of an organization: its state, retention and log stream, as the API returns it.

        Add `configuration` to the log stream to deliver audit log events to it, such as
        `{"type": "GenericHttps", "configuration": {"url": "http://localhost:9000/logs"}}`.

        Raises:
            TypeError: The configuration of the log stream is not a mapping of strings to strings.
            ValueError: The type of the log stream does not exist.
        """
        with self._lock:
            organization = self._state.organizations.require(organization_id)
            stream = None if log_stream is None else _log_stream(self._state, organization.id, log_stream)
            organization.audit_logs = {"state": state, "retention_period_in_days": retention_period_in_days}
            for other in self._state.audit.streams.group("organization", organization.id):
                self._state.audit.streams.remove(other.id)
            if stream is not None:
                self._state.audit.streams.add(stream)

    def identity(self, user_id: str, provider: str, idp_id: str | None = None) -> None:
        """Link a user to an account at an OAuth provider, such as `GoogleOAuth`."""
        with self._lock:
            state, now = self._state, self._state.now()
            state.identities.add(
                Identity(
                    id=state.ids.new("identity"),
                    user_id=state.users.require(user_id).id,
                    idp_id=idp_id or state.ids.secret(21),
                    provider=provider,
                    created_at=now,
                    updated_at=now,
                )
            )

    def membership(
        self,
        user_id: str,
        organization_id: str,
        *,
        status: str = "active",
        role_slugs: Iterable[str] = (Roles.DEFAULT,),
        directory_managed: bool = False,
        custom_attributes: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Add a user to an organization with any `status`, including `pending`, which an invitation creates.

        Raises:
            ValueError: A role does not exist, or `role_slugs` is empty.
            DuplicateKeyError: The user is already a member.
        """
        with self._lock:
            state, now, slugs = self._state, self._state.now(), list(role_slugs)
            if not slugs or any(slug not in state.roles for slug in slugs):
                raise ValueError(f"role_slugs must name existing roles (got {slugs}); create them first with role()")
            membership = Membership(
                id=state.ids.new("om"),
                user_id=state.users.require(user_id).id,
                organization_id=self._state.organizations.require(organization_id).id,
                status=status,
                role_slugs=slugs,
                directory_managed=directory_managed,
                custom_attributes=dict(custom_attributes or {}),
                created_at=now,
                updated_at=now,
            )
            return render_membership(state, state.add_membership(membership))


def _log_stream(state: State, organization_id: str, fields: Mapping[str, Any]) -> LogStream:
    kind, now, synced = fields.get("type", "GenericHttps"), state.now(), fields.get("last_synced_at")
    if kind not in log_streams.TYPES:
        raise ValueError(f"the type of log_stream must be one of {', '.join(log_streams.TYPES)} (got {kind!r})")
    configuration = fields.get("configuration", {})
    check_type("the configuration of log_stream", configuration, Mapping, "a mapping of strings to strings")
    for name, value in configuration.items():
        check_type("the name of a field in the configuration of log_stream", name, str, "a str")
        check_type(f"{name} in the configuration of log_stream", value, str, "a str")
    return LogStream(
        id=fields.get("id") or state.ids.new("audit_log_stream"),
        organization_id=organization_id,
        type=kind,
        state=fields.get("state", "active"),
        configuration=dict(configuration),
        last_synced_at=datetime.fromisoformat(synced) if synced else None,
        created_at=datetime.fromisoformat(fields["created_at"]) if "created_at" in fields else now,
        updated_at=now,
    )
