"""Objects that the API cannot create: what customers, identity providers and the dashboard would bring about."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from workos_emulator.rendering.feature_flags import render_feature_flag
from workos_emulator.rendering.memberships import render_membership
from workos_emulator.seeding.agents import AgentSeed
from workos_emulator.seeding.directories import DirectorySeed
from workos_emulator.seeding.impersonation import ImpersonationSeed
from workos_emulator.seeding.sign_in import SignInSeed
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.objects.feature_flags import FeatureFlag
from workos_emulator.storage.objects.organizations import Membership
from workos_emulator.storage.objects.roles import ORGANIZATION_TYPE, Roles
from workos_emulator.storage.objects.users import Identity


class Seed(AgentSeed, DirectorySeed, ImpersonationSeed, SignInSeed):
    """Creates the objects that external systems (directories, identity providers) and the dashboard create.

    Methods that create something return it as the API would send it. All of them raise KeyError for an id that does not exist.
    """

    def __init__(self, environment: Environment, lock: AbstractContextManager[Any]) -> None:
        self._environment = environment
        self._state = environment.state
        self._lock = lock

    def role(
        self, slug: str, permissions: Iterable[str] = (), *, name: str = "", resource_type_slug: str = ORGANIZATION_TYPE
    ) -> None:
        """Create a role, or replace the permissions of one. `member` and `admin` are there from the start, without any.

        Permissions that do not exist are created.
        """
        with self._lock:
            self._state.roles.set(slug, permissions, name=name, resource_type_slug=resource_type_slug)

    def entitlements(self, organization_id: str, names: Iterable[str]) -> None:
        """Set the entitlements of an organization, which access tokens carry."""
        with self._lock:
            self._state.organizations.require(organization_id).entitlements = list(names)

    def feature_flags(self, organization_id: str, slugs: Iterable[str]) -> None:
        """Switch exactly these feature flags on for an organization, as targets; flags that do not exist are created."""
        with self._lock:
            id, slugs_on = self._state.organizations.require(organization_id).id, list(slugs)
            for slug in slugs_on:
                if self._state.feature_flags.find("slug", slug) is None:
                    self.feature_flag(slug)
            for flag in self._state.feature_flags:
                flag.organizations.pop(id, None)
                if flag.slug in slugs_on:
                    flag.organizations[id] = None
                self._state.feature_flags.reindex(flag)

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
    ) -> dict[str, Any]:
        """Create a feature flag.

        Raises:
            DuplicateKeyError: There is one with this slug.
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
                created_at=now,
                updated_at=now,
            )
            rendered = render_feature_flag(self._state.feature_flags.add(flag))
            actor = {"id": self._state.environment_id, "source": "dashboard", "name": None}
            context = {"client_id": self._environment.client_id, "actor": actor}
            self._state.events.emit(
                "flag.created", {**rendered, "environment_id": self._state.environment_id}, None, context
            )
            return rendered

    def radar_assessment(
        self, verdict: str, reason: str = "A test wants it so.", *, control: str | None = None
    ) -> None:
        """Say what Radar shall think of the next attempt that it is asked about; several calls, of the next several."""
        with self._lock:
            named = {} if control is None else {"control": control}
            self._state.radar.planned.append({"verdict": verdict, "reason": reason, **named})

    def audit_logs(
        self,
        organization_id: str,
        *,
        state: str = "active",
        retention_period_in_days: int = 30,
        log_stream: Mapping[str, Any] | None = None,
    ) -> None:
        """Set how audit logs of an organization are kept, and the stream (as the API shows it) they are sent to."""
        configuration: dict[str, Any] = {"state": state, "retention_period_in_days": retention_period_in_days}
        if log_stream is not None:
            configuration["log_stream"] = dict(log_stream)
        with self._lock:
            self._state.organizations.require(organization_id).audit_logs = configuration

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
        """Make a user a member of an organization in any `status`, so also `pending`, as an invitation would.

        Raises:
            ValueError: There is no role of this name, or no role at all.
            DuplicateKeyError: The user is a member already.
        """
        with self._lock:
            state, now, slugs = self._state, self._state.now(), list(role_slugs)
            if not slugs or any(slug not in state.roles for slug in slugs):
                raise ValueError(f"roles must exist; create them first with role(): {slugs}")
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
