"""The last steps of every sign-in: the organization, the session, the tokens."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workos_emulator import errors
from workos_emulator.areas import users
from workos_emulator.entities import EmailVerification, Membership, PendingAuthentication, RefreshToken, Session, User
from workos_emulator.registry import Call, Environment
from workos_emulator.state import State


@dataclass(slots=True, frozen=True)
class SignIn:
    """A user who has proved who they are.

    Attributes:
        environment: The environment.
        user: The user.
        method: How, as the answer names it (`Password`).
        organization_id: The organization that was asked for; None if none was.
        ip_address: Where the browser is, if the caller said so.
        user_agent: The browser, if the caller said so.
    """

    environment: Environment
    user: User
    method: str
    organization_id: str | None
    ip_address: str | None
    user_agent: str | None

    @classmethod
    def of(cls, call: Call, user: User, method: str, organization_id: str | None = None) -> "SignIn":
        """A sign-in by a call of authenticate."""
        ip_address, user_agent = call.body.get("ip_address"), call.body.get("user_agent")
        return cls(call.environment, user, method, organization_id, ip_address, user_agent)

    def complete(self) -> dict[str, Any]:
        """Start a session and give the answer with its tokens.

        Raises:
            ApiError: 403 if the e-mail address has to be verified or an organization chosen first; 400 if the user is not in the
                organization that was asked for.
        """
        state, user = self.environment.state, self.user
        if state.settings.email_verification_required and not user.email_verified:
            raise self._verification_required()
        organization_id = self._organization()
        now = state.now()
        user.last_sign_in_at = now
        session = Session(
            id=state.ids.new("session"),
            user_id=user.id,
            organization_id=organization_id,
            authentication_method=self.method,
            ip_address=self.ip_address,
            user_agent=self.user_agent,
            expires_at=now + state.settings.session_lifetime,
            created_at=now,
            updated_at=now,
        )
        state.sessions.add(session)
        return answer(self.environment, session, user)

    def _organization(self) -> str | None:
        state = self.environment.state
        if self.organization_id is not None:
            return require_membership(state, self.user, self.organization_id).organization_id
        active = [m for m in state.memberships.group("user", self.user.id) if m.status == "active"]
        if len(active) > 1:
            raise self._selection_required(active)
        return active[0].organization_id if active else None

    def _selection_required(self, memberships: list[Membership]) -> errors.ApiError:
        found = [self.environment.state.organizations.get(m.organization_id) for m in memberships]
        return errors.coded(
            403,
            "organization_selection_required",
            "The user must choose an organization to finish their authentication.",
            pending_authentication_token=self._pending(),
            organizations=[{"id": o.id, "name": o.name} for o in found if o],
            user=users.render(self.user),
        )

    def _verification_required(self) -> errors.ApiError:
        state, now = self.environment.state, self.environment.state.now()
        verification = EmailVerification(
            id=state.ids.new("email_verification"),
            user_id=self.user.id,
            email=self.user.email,
            code=state.ids.digits(6),
            expires_at=now + state.settings.pending_authentication_lifetime,
            created_at=now,
            updated_at=now,
        )
        state.email_verifications.add(verification)
        return errors.coded(
            403,
            "email_verification_required",
            "Email ownership must be verified before authentication.",
            pending_authentication_token=self._pending(),
            email=self.user.email,
            email_verification_id=verification.id,
        )

    def _pending(self) -> str:
        state, now = self.environment.state, self.environment.state.now()
        pending = PendingAuthentication(
            id=state.ids.secret(),
            user_id=self.user.id,
            organization_id=self.organization_id,
            authentication_method=self.method,
            expires_at=now + state.settings.pending_authentication_lifetime,
            created_at=now,
            updated_at=now,
        )
        return state.pending_authentications.add(pending).id


def require_membership(state: State, user: User, organization_id: str) -> Membership:
    """The active membership of a user in an organization.

    Raises:
        ApiError: 400, there is no such organization or membership.
    """
    if organization_id not in state.organizations:
        raise errors.oauth("organization_not_found", f"The organization '{organization_id}' does not exist.")
    membership = state.memberships.find("pair", (user.id, organization_id))
    if membership is None or membership.status != "active":
        message = f"The user is not an active member of the organization '{organization_id}'."
        raise errors.oauth("organization_membership_not_found", message)
    return membership


def answer(environment: Environment, session: Session, user: User) -> dict[str, Any]:
    """The answer of authenticate, with new tokens for a session."""
    state, now = environment.state, environment.state.now()
    refresh_token = RefreshToken(id=state.ids.secret(), session_id=session.id, created_at=now, updated_at=now)
    state.refresh_tokens.add(refresh_token)
    result: dict[str, Any] = {
        "user": users.render(user),
        "access_token": environment.signing_key.sign(claims(environment, session)),
        "refresh_token": refresh_token.id,
        "authentication_method": session.authentication_method,
    }
    if session.organization_id is not None:
        result["organization_id"] = session.organization_id
    return result


def claims(environment: Environment, session: Session) -> Mapping[str, Any]:
    """The claims of an access token for a session."""
    state = environment.state
    settings, issued = state.settings, int(state.now().timestamp())
    result: dict[str, Any] = {
        "iss": settings.issuer,
        "sub": session.user_id,
        "sid": session.id,
        "jti": state.ids.ulid(),
        "client_id": environment.client_id,
        "auth_time": int(session.created_at.timestamp()),
        "iat": issued,
        "exp": issued + int(settings.access_token_lifetime.total_seconds()),
    }
    organization = state.organizations.get(session.organization_id or "")
    membership = state.memberships.find("pair", (session.user_id, session.organization_id))
    if organization is not None and membership is not None:
        result |= {
            "org_id": organization.id,
            "role": membership.role_slugs[0],
            "roles": membership.role_slugs,
            "permissions": state.roles.permissions(membership.role_slugs),
            "entitlements": organization.entitlements,
            "feature_flags": organization.feature_flags,
        }
    return result
