"""Completion of sign-ins: remaining steps, organization, session and tokens."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from workos_emulator.auth import domain_policy, feature_flags, invitations, jwt_template, sign_in_steps
from workos_emulator.auth.call import Call
from workos_emulator.auth.radar import sign_ins as radar
from workos_emulator.http import errors
from workos_emulator.rendering.invitations import invitation_state
from workos_emulator.rendering.memberships import render_membership
from workos_emulator.rendering.organizations import render_organization
from workos_emulator.rendering.users import render_user
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.objects.codes import Invitation
from workos_emulator.storage.objects.organizations import Membership
from workos_emulator.storage.objects.sessions import PendingAuthentication, RefreshToken, Session
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State


@dataclass(slots=True, frozen=True)
class SignIn:
    """A sign-in of a user who has authenticated.

    Attributes:
        environment: The environment.
        user: The user.
        method: The `authentication_method` of the response, such as `Password`.
        organization_id: The requested organization; None if the request named none.
        ip_address: The IP address of the browser, if the request has it.
        user_agent: The user agent of the browser, if the request has it.
        invitation: The invitation that the sign-in accepts.
        passed: The completed steps. `domain_policy` among them exempts the sign-in from the domain policy.
        impersonator: The impersonator, if the user is impersonated.
        connection_id: The connection that the user signed in with, if any.
        authenticated_at: When the user authenticated, if the sign-in continues an earlier one.
        browser_id: The ID of the session of the browser that the user signed in with, if any.
        email_claimed: Whether the user entered the email address, which therefore must be verified.
        device_id: The ID of the device or of the signals that Radar collected on it, if the request has one.
    """

    environment: Environment
    user: User
    method: str
    organization_id: str | None
    ip_address: str | None
    user_agent: str | None
    invitation: Invitation | None = None
    passed: frozenset[str] = frozenset()
    impersonator: Mapping[str, Any] | None = None
    email_claimed: bool = False
    connection_id: str | None = None
    authenticated_at: datetime | None = None
    browser_id: str | None = None
    device_id: str | None = None

    @classmethod
    def from_call(
        cls,
        call: Call,
        user: User,
        method: str,
        organization_id: str | None = None,
        invitation: Invitation | None = None,
        passed: frozenset[str] = frozenset(),
        connection_id: str | None = None,
    ) -> "SignIn":
        """Create a sign-in from a call to the authenticate operation."""
        ip_address, user_agent = call.body.get("ip_address"), call.body.get("user_agent")
        sign_in = cls(call.environment, user, method, organization_id, ip_address, user_agent, invitation, passed)
        device_id = call.body.get("device_id") or call.body.get("signals_id")
        return replace(sign_in, connection_id=connection_id, device_id=device_id)

    @classmethod
    def resume(
        cls, call: Call, pending: PendingAuthentication, user: User, step: str, organization_id: str | None = None
    ) -> "SignIn":
        """Resume a pending sign-in after its user has completed `step`."""
        selected_id = organization_id or pending.organization_id
        invitation = call.state.codes.invitations.get(pending.invitation_id or "")
        passed = pending.passed | {step}
        sign_in = cls.from_call(
            call, user, pending.authentication_method, selected_id, invitation, passed, pending.connection_id
        )
        return replace(sign_in, email_claimed=pending.email_claimed, browser_id=pending.browser_id)

    def complete(self) -> dict[str, Any]:
        """Create a session and return the authenticate response with its tokens.

        Raises:
            ApiError: 403 if Radar blocks the sign-in, or a step is missing (a Radar challenge, email verification, a second factor, organization selection,
                a passkey);
                400 if the user is not a member of the requested organization, or its policy requires another method.
        """
        state, user, now = self.environment.state, self.user, self.environment.state.now()
        if "domain_policy" not in self.passed:
            domain_policy.check(state, user, self.method)
        if radar.ASSESSED not in self.passed:
            radar.check(state, user, self.method, self.client)
            return replace(self, passed=self.passed | {radar.ASSESSED}).complete()
        if not (user.email_verified or self.email_claimed) and (
            sign_in_steps.verifies_email(state, user, self) or self.invitation is not None
        ):
            user.email_verified, user.updated_at = True, now
            state.users.changed(user)
        for name, step in sign_in_steps.STEPS.items():
            if name not in self.passed and (missing := step(state, user, self)):
                raise self.suspend(missing)
        if self.invitation is not None and invitation_state(state, self.invitation) == "pending":
            invitations.accept(state, self.invitation, user)
        if self.impersonator is None:
            domain_policy.join(state, user)
        organization_id = self._select_organization()
        if organization_id is not None:
            self.check_organization(organization_id)
        if missing := sign_in_steps.enrollment_step(state, user, self):
            raise self.suspend(missing)
        lifetime = state.settings.session_lifetime
        if self.impersonator is not None:
            lifetime = state.settings.impersonation_lifetime
        session = Session(
            id=state.ids.new("session"),
            user_id=user.id,
            organization_id=organization_id,
            authentication_method=self.method,
            ip_address=self.ip_address,
            user_agent=self.user_agent,
            expires_at=now + lifetime,
            impersonator=None if self.impersonator is None else dict(self.impersonator),
            connection_id=self.connection_id,
            passed=self.passed,
            authenticated_at=self.authenticated_at,
            browser_id=self.browser_id,
            created_at=now,
            updated_at=now,
        )
        claims = access_token_claims(self.environment, session)
        if self.impersonator is None:
            user.last_sign_in_at = now
        state.sessions.add(session)
        return authentication_response(self.environment, session, user, claims)

    @property
    def client(self) -> dict[str, str | None]:
        """What is known about the browser of the user from the request, for Radar."""
        return {"ip_address": self.ip_address, "user_agent": self.user_agent, "device_id": self.device_id}

    def check_organization(self, organization_id: str) -> None:
        """Check that the sign-in meets the policy of an organization.

        Raises:
            ApiError: 400 if the organization requires SSO or does not allow the method, 403 if it requires a second factor. The error has
                a token that continues the sign-in.
        """
        state, sign_in = self.environment.state, replace(self, organization_id=organization_id)
        sign_in_steps.check_policy(state, self.user, self, organization_id, lambda: sign_in._add_pending().id)
        if missing := sign_in_steps.organization_step(state, self.user, self, organization_id):
            raise sign_in.suspend(missing)

    def _select_organization(self) -> str | None:
        state = self.environment.state
        requested_id = self.organization_id or (self.invitation.organization_id if self.invitation else None)
        if requested_id is not None:
            return require_membership(state, self.user, requested_id).organization_id
        active = [m for m in state.memberships.group("user", self.user.id) if m.status == "active"]
        if len(active) > 1:
            raise self.suspend(sign_in_steps.organization_selection_required(state, self.user, active))
        return active[0].organization_id if active else None

    def suspend(self, missing: sign_in_steps.MissingStep) -> errors.ApiError:
        """Return the 403 error for a missing step, with the token that continues the sign-in."""
        pending = self._add_pending()
        return errors.coded(
            403, missing.code, missing.message, pending_authentication_token=pending.id, **missing.details
        )

    def _add_pending(self) -> PendingAuthentication:
        state, now = self.environment.state, self.environment.state.now()
        pending = PendingAuthentication(
            id=state.ids.secret(),
            user_id=self.user.id,
            organization_id=self.organization_id,
            authentication_method=self.method,
            passed=self.passed,
            invitation_id=self.invitation.id if self.invitation else None,
            email_claimed=self.email_claimed,
            connection_id=self.connection_id,
            browser_id=self.browser_id,
            expires_at=now + state.settings.pending_authentication_lifetime,
            created_at=now,
            updated_at=now,
        )
        return state.pending_authentications.add(pending)


def require_membership(state: State, user: User, organization_id: str) -> Membership:
    """Return the active membership of a user in an organization.

    Raises:
        ApiError: 400 if the organization does not exist or the user is not an active member.
    """
    if organization_id not in state.organizations:
        raise errors.oauth("organization_not_found", f"The organization '{organization_id}' does not exist.")
    membership = state.memberships.find("pair", (user.id, organization_id))
    if membership is None or membership.status != "active":
        message = f"The user is not an active member of the organization '{organization_id}'."
        raise errors.oauth("organization_membership_not_found", message)
    return membership


def authentication_response(
    environment: Environment, session: Session, user: User, claims: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the authenticate response for a session, with a new refresh token and an access token with these claims."""
    state, now = environment.state, environment.state.now()
    refresh_token = RefreshToken(id=state.ids.secret(), session_id=session.id, created_at=now, updated_at=now)
    state.refresh_tokens.add(refresh_token)
    result: dict[str, Any] = {
        "user": render_user(user),
        "access_token": environment.signing_key.sign(claims),
        "refresh_token": refresh_token.id,
        "authentication_method": session.authentication_method,
    }
    if session.organization_id is not None:
        result["organization_id"] = session.organization_id
    if session.impersonator is not None:
        result["impersonator"] = session.impersonator
    return result


def access_token_claims(environment: Environment, session: Session) -> Mapping[str, Any]:
    """Return the claims of an access token for a session, which need not be stored yet.

    Raises:
        ApiError: 400 `token_too_big` if the claims of the JWT template are too large.
    """
    state = environment.state
    settings, issued = state.settings, int(state.now().timestamp())
    result: dict[str, Any] = {
        "iss": settings.issuer,
        "sub": session.user_id,
        "sid": session.id,
        "jti": state.ids.ulid(),
        "client_id": environment.client_id,
        "auth_time": int((session.authenticated_at or session.created_at).timestamp()),
        "iat": issued,
        "exp": issued + int(settings.access_token_lifetime.total_seconds()),
    }
    if session.impersonator is not None:
        result["act"] = {"sub": session.impersonator["email"]}
    organization = state.organizations.get(session.organization_id or "")
    membership = state.memberships.find("pair", (session.user_id, session.organization_id))
    if organization is not None and membership is not None:
        result |= {
            "org_id": organization.id,
            "role": membership.role_slugs[0],
            "roles": membership.role_slugs,
            "permissions": state.roles.permissions(membership.role_slugs, organization.id),
            "entitlements": organization.entitlements,
            "feature_flags": feature_flags.enabled_slugs(state, organization.id, session.user_id),
        }
    return template_claims(state, session.user_id, session.organization_id) | result


def template_claims(state: State, user_id: str | None, organization_id: str | None) -> dict[str, Any]:
    """Return the claims of the JWT template for a user in an organization.

    Raises:
        ApiError: 400 `token_too_big` if they are too large.
    """
    template = state.configuration.jwt_template
    user = state.users.get(user_id or "")
    if template is None or user is None:
        return {}
    context: dict[str, Any] = {"user": render_user(user)}
    if organization := state.organizations.get(organization_id or ""):
        context["organization"] = render_organization(state, organization)
    if membership := state.memberships.find("pair", (user.id, organization_id)):
        context["organization_membership"] = render_membership(state, membership)
    claims = jwt_template.render(template.content, context)
    if len(json.dumps(claims).encode()) > jwt_template.MAX_BYTES:
        raise errors.oauth(
            "token_too_big", f"The claims of the JWT template are larger than {jwt_template.MAX_BYTES} bytes."
        )
    return claims
