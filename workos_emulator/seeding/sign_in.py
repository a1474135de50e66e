"""Seed methods for sign-in: connections, profiles, policies, device approvals, waitlists and Connect applications."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any, TypeVar

from workos_emulator.api.sso import connections, profiles
from workos_emulator.auth import device_codes
from workos_emulator.http import errors
from workos_emulator.rendering.applications import render_authorization_with_user
from workos_emulator.rendering.sso import render_connection, render_profile
from workos_emulator.rendering.waitlists import render_waitlist
from workos_emulator.storage.deletion import sign_in_dependents
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.objects.codes import DeviceCode, ExternalAuthorization
from workos_emulator.storage.objects.configuration import Waitlist
from workos_emulator.storage.objects.credentials import Application
from workos_emulator.storage.objects.users import AuthorizedApplication
from workos_emulator.storage.state import fold
from workos_emulator.storage.store import DuplicateKeyError, Entity, UnknownIdError

E = TypeVar("E", bound=Entity)

_PROFILE_FIELDS = {
    *("email", "first_name", "last_name", "idp_id"),
    *("role_slugs", "groups", "custom_attributes", "raw_attributes"),
}


class SignInSeed:
    """The seed methods for sign-in. `Emulator.seed` has these methods."""

    _environment: Environment
    _lock: AbstractContextManager[Any]

    def connection(
        self, organization_id: str, *, type: str = "GenericSAML", name: str = "SSO", state: str = "active"
    ) -> dict[str, Any]:
        """Connect an identity provider to an organization, with any `state`."""
        with self._lock:
            organization = self._environment.state.organizations.require(organization_id)
            added = connections.add_connection(self._environment.state, organization.id, type, name, state)
            return render_connection(self._environment.state, added)

    def profile(
        self,
        connection_id: str,
        email: str,
        *,
        idp_id: str | None = None,
        first_name: str | None = None,
        last_name: str | None = None,
        role_slugs: Iterable[str] = (),
        groups: Iterable[str] = (),
        custom_attributes: Mapping[str, Any] | None = None,
        raw_attributes: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Add a profile to an identity provider. Pass its email address as `login_hint` to sign in with it.

        Raises:
            DuplicateKeyError: The connection has a profile with this email address.
        """
        with self._lock:
            state = self._environment.state
            added = profiles.add_profile(
                state,
                state.sso.connections.require(connection_id).id,
                email,
                idp_id=idp_id,
                first_name=first_name,
                last_name=last_name,
                role_slugs=list(role_slugs),
                groups=list(groups),
                custom_attributes=dict(custom_attributes or {}),
                raw_attributes=dict({"email": email} if raw_attributes is None else raw_attributes),
            )
            return render_profile(state, added)

    def sign_in(self, user_id: str, organization_id: str | None = None, *, method: str = "Password") -> dict[str, Any]:
        """Sign in a user without any of the steps that the environment requires: no code, second factor or email verification.

        Args:
            user_id: The ID of the user.
            organization_id: The ID of the organization to sign in to. Required for a member of several organizations.
            method: The `authentication_method` of the response: `Password`, `MagicAuth`, `Passkey`, `SSO`, `GoogleOAuth` …

        Returns:
            The response of the authenticate endpoint, with the tokens.

        Raises:
            ValueError: The user is not an active member of the organization, or is a member of several.
        """
        from workos_emulator.auth import sign_in, sign_in_steps

        with self._lock:
            user = self._environment.state.users.require(user_id)
            try:
                return sign_in.SignIn(
                    self._environment, user, method, organization_id, None, None, passed=sign_in_steps.EXEMPT
                ).complete()
            except errors.ApiError as error:
                raise ValueError(str(error.body.get("message") or error.body.get("error_description"))) from None

    def update_connection(
        self, connection_id: str, *, name: str | None = None, state: str | None = None
    ) -> dict[str, Any]:
        """Update the name or the state (`active`, `inactive` …) of a connection. Activation and deactivation emit events."""
        with self._lock:
            stored = self._environment.state
            connection = stored.sso.connections.require(connection_id)
            connection.name = connection.name if name is None else name
            connection.state = connection.state if state is None else state
            connection.updated_at = stored.now()
            stored.sso.connections.changed(connection)
            return render_connection(stored, connection)

    def delete_connection(self, connection_id: str) -> None:
        """Delete a connection with its profiles."""
        with self._lock:
            state = self._environment.state
            sign_in_dependents.delete_connection(state, state.sso.connections.require(connection_id))

    def update_profile(self, profile_id: str, **fields: Any) -> dict[str, Any]:
        """Update `email`, `first_name`, `last_name`, `idp_id`, `role_slugs`, `groups`, `custom_attributes` or `raw_attributes`.

        Raises:
            TypeError: A field does not exist.
            DuplicateKeyError: The connection has another profile with this email address.
        """
        with self._lock:
            state = self._environment.state
            profile = state.sso.profiles.require(profile_id)
            if unknown := sorted(fields.keys() - _PROFILE_FIELDS):
                raise TypeError(f"unknown field {unknown[0]!r}; use one of {', '.join(sorted(_PROFILE_FIELDS))}")
            before = {name: getattr(profile, name) for name in fields}
            for name, value in fields.items():
                setattr(profile, name, value)
            try:
                state.sso.profiles.changed(profile)
            except DuplicateKeyError:
                for name, value in before.items():
                    setattr(profile, name, value)
                raise
            profile.updated_at = state.now()
            return render_profile(state, profile)

    def delete_profile(self, profile_id: str) -> None:
        """Delete a profile from an identity provider."""
        with self._lock:
            state = self._environment.state
            sign_in_dependents.delete_profile(state, state.sso.profiles.require(profile_id))

    def sign_in_policy(
        self,
        organization_id: str,
        *,
        sso_required: bool = False,
        mfa_required: bool = False,
        methods: Mapping[str, bool] | None = None,
        invitations_blocked: bool = False,
    ) -> None:
        """Set the sign-in policy of an organization.

        Args:
            organization_id: The ID of the organization.
            sso_required: Whether members must sign in through one of the organization's connections.
            mfa_required: Whether members need a second factor, except through SSO.
            methods: Whether other methods are allowed: `password`, `magic_auth`, `google_oauth` …. Omitted methods are allowed to members.
                Users whom the domain policy sends to the identity provider can use only methods that are `True`.
            invitations_blocked: Whether invitations to the organization are blocked.
        """
        with self._lock:
            organization = self._environment.state.organizations.require(organization_id)
            organization.sso_required = sso_required
            organization.mfa_required = mfa_required
            organization.sign_in_methods = dict(methods or {})
            organization.invitations_blocked = invitations_blocked

    def domain_policy(
        self,
        organization_id: str,
        *,
        domains: Iterable[str] | None = None,
        jit_membership: bool = True,
        sso_required: bool = True,
    ) -> None:
        """Set the domain policy of an organization, which manages the users with its verified domains.

        Args:
            organization_id: The ID of the organization.
            domains: The verified domains in the policy; by default, all of them. An empty list disables the policy.
            jit_membership: Whether users become members when they sign in. `Settings.domain_jit_membership` must be on as well.
            sso_required: Whether users must sign in through an active connection of the organization, if there is one.
                `Settings.domain_policy_sso` must be on as well.
        """
        with self._lock:
            organization = self._environment.state.organizations.require(organization_id)
            organization.policy_domains = None if domains is None else [fold(domain) for domain in domains]
            organization.domain_jit_membership = jit_membership
            organization.domain_sso_required = sso_required

    def device(
        self,
        user_code: str | None = None,
        *,
        user_id: str | None = None,
        organization_id: str | None = None,
        denied: bool = False,
    ) -> dict[str, str]:
        """Start the sign-in of a device without a browser, approved by a user, denied or undecided.

        Args:
            user_code: The code that the device shows, such as `BCDF-GHJK`; a generated one by default.
            user_id: The ID of the user who approves the device, if any.
            organization_id: The ID of the organization to sign in to.
            denied: Whether the sign-in is denied.

        Returns:
            The `device_code` that the device exchanges, and the `user_code`.

        Raises:
            ValueError: The user code has another format, or `denied` is combined with `user_id`.
            DuplicateKeyError: Another device shows this code.
        """
        if denied and user_id is not None:
            raise ValueError("pass either user_id, to approve the device, or denied=True")
        with self._lock:
            state = self._environment.state
            if user_code is not None and not device_codes.is_user_code(user_code):
                raise ValueError(f"user_code must be eight letters, such as BCDF-GHJK (got {user_code!r})")
            if user_code is not None and state.codes.devices.find("user_code", user_code):
                raise DuplicateKeyError("user_code")
            if organization_id is not None:
                state.organizations.require(organization_id)
            device = device_codes.create(state, user_code)
            if user_id is not None:
                self.approve_device(device.user_code, user_id, organization_id)
            if denied:
                self.deny_device(device.user_code)
            return {"device_code": device.id, "user_code": device.user_code}

    def approve_device(self, user_code: str, user_id: str, organization_id: str | None = None) -> None:
        """Approve, as a user, the sign-in of the device that shows this code."""
        with self._lock:
            device, state = self._device(user_code), self._environment.state
            device.user_id = state.users.require(user_id).id
            if organization_id is not None:
                device.organization_id = state.organizations.require(organization_id).id
            device.decision = "approved"

    def deny_device(self, user_code: str) -> None:
        """Deny the sign-in of the device that shows this code."""
        with self._lock:
            self._device(user_code).decision = "denied"

    def waitlist(self) -> dict[str, Any]:
        """Create a waitlist."""
        with self._lock:
            state, now = self._environment.state, self._environment.state.now()
            added = Waitlist(id=state.ids.new("waitlist"), created_at=now, updated_at=now)
            return render_waitlist(state.configuration.waitlists.add(added))

    def external_auth(
        self, redirect_uri: str = "https://authkit.example.com/callback", *, takes_consent_options: bool = False
    ) -> str:
        """Start a sign-in that waits for the sign-in page of the app (standalone Connect).

        Args:
            redirect_uri: Where the browser is redirected when the app has completed the sign-in.
            takes_consent_options: Whether there is a consent screen that shows the options of the app.

        Returns:
            The `external_auth_id` that the sign-in page of the app receives.
        """
        with self._lock:
            state, now = self._environment.state, self._environment.state.now()
            authorization = ExternalAuthorization(
                id=state.ids.new("external_auth"),
                redirect_uri=redirect_uri,
                takes_consent_options=takes_consent_options,
                created_at=now,
                updated_at=now,
            )
            return state.codes.external.add(authorization).id

    def authorized_application(
        self,
        user_id: str,
        organization_id: str,
        *,
        application_id: str | None = None,
        name: str = "Application",
        granted_scopes: Iterable[str] = ("openid", "profile", "email"),
        redirect_uri: str = "https://app.example.com/callback",
    ) -> dict[str, Any]:
        """Authorize a Connect application for a user: a new first-party application unless you pass `application_id`."""
        with self._lock:
            state, now, scopes = self._environment.state, self._environment.state.now(), list(granted_scopes)
            if application_id is None:
                application = self._application(name, scopes, redirect_uri)
            else:
                application = state.credentials.applications.require(application_id)
            authorization = AuthorizedApplication(
                id=state.ids.new("authorized_connect_app"),
                user_id=state.users.require(user_id).id,
                organization_id=state.organizations.require(organization_id).id,
                granted_scopes=scopes,
                application_id=application.id,
                created_at=now,
                updated_at=now,
            )
            added = state.authorized_applications.add(authorization)
            return render_authorization_with_user(state, added)

    def _application(self, name: str, scopes: list[str], redirect_uri: str) -> Application:
        state, now = self._environment.state, self._environment.state.now()
        application = Application(
            id=state.ids.new("conn_app"),
            client_id=state.ids.new("client"),
            name=name,
            type="oauth",
            scopes=scopes,
            redirect_uris=[{"uri": redirect_uri, "default": True}],
            uses_pkce=True,
            created_at=now,
            updated_at=now,
        )
        return state.credentials.applications.add(application)

    def _device(self, user_code: str) -> DeviceCode:
        device = self._environment.state.codes.devices.find("user_code", user_code)
        if device is None:
            raise UnknownIdError(user_code, f"no device has the user code {user_code!r}")
        return device
