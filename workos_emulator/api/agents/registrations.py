"""Handlers of agent registrations: claiming, validating and revoking. `Emulator.seed` creates registrations."""

from datetime import datetime

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.agents import USER_CODE_LIFETIME, render_registration
from workos_emulator.storage.clock import stamp_or_none
from workos_emulator.storage.objects.agents import AgentRegistration
from workos_emulator.storage.objects.organizations import Organization
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import fold


def _get(call: Call) -> AgentRegistration:
    registration = call.state.agents.registrations.get(call.path["agent_registration_id"])
    if registration is None:
        raise errors.not_found("Agent registration", call.path["agent_registration_id"])
    return registration


@operation("getAgentRegistration")
def get(call: Call) -> Result:
    """Get an agent registration."""
    return render_registration(call.state, _get(call))


@operation("revokeAgentRegistration")
def revoke(call: Call) -> Result:
    """Revoke an agent registration with its credentials; a no-op if it is already revoked."""
    registration = _get(call)
    if registration.status != "revoked":
        registration.status = "revoked"
        registration.revoked_at = registration.updated_at = call.state.now()
        data = {"agent_registration_id": registration.id}
        call.state.events.emit("agent.registration.revoked", data, registration.organization_id)
    return render_registration(call.state, registration)


@operation("validateAgentCredential", behavior="computed")
def validate(call: Call) -> Result:
    """Validate an API key or access token of an agent. API keys do not expire."""
    credential, expires_at = call.body["credential"], None
    if call.body["type"] == "api_key":
        registration = next(iter(call.state.agents.registrations.group("api_key", credential)), None)
    else:
        registration, expires_at = _find_by_token(call, credential)
    if registration is None or registration.status not in ("verified", "unverified"):
        return {"valid": False, "registration_id": None, "expires_at": None}
    return {"valid": True, "registration_id": registration.id, "expires_at": stamp_or_none(expires_at)}


def _find_by_token(call: Call, token: str) -> tuple[AgentRegistration | None, datetime | None]:
    claims = call.environment.signing_key.verify(token) or {}
    now, audience = call.state.now(), call.body.get("audience")
    expires_at = datetime.fromtimestamp(int(claims.get("exp", 0)), now.tzinfo)
    audiences = claims.get("aud", [])
    matches = audience is None or audience in ([audiences] if isinstance(audiences, str) else audiences)
    if expires_at <= now or not matches:
        return None, None
    return call.state.agents.registrations.get(str(claims.get("agent_registration_id"))), expires_at


@operation("linkAgentClaimAttemptToExternalUser")
def link(call: Call) -> Result:
    """Link a claim attempt to the user who claims the agent. A user with a new external ID is created."""
    state, registration = call.state, _get_claimable(call)
    user = _find_user(call, registration)
    memberships = [m for m in state.memberships.group("user", user.id if user else "") if m.status == "active"]
    organizations = [organization for m in memberships if (organization := state.organizations.get(m.organization_id))]
    organization = _select_organization(call, organizations)
    if user is None:
        user = _create_user(call)
    registration.user_id = user.id
    registration.organization_id = organization.id if organization else registration.organization_id
    registration.user_code = state.ids.secret(8).upper()
    registration.user_code_expires_at = state.now() + USER_CODE_LIFETIME
    registration.updated_at = state.now()
    state.agents.registrations.changed(registration)
    return {
        "id": registration.id,
        "status": registration.status,
        "user_code": registration.user_code,
        "organizations": _render_choices(organizations),
    }


def _get_claimable(call: Call) -> AgentRegistration:
    registration = call.state.agents.registrations.find("claim_token", call.body["claim_attempt_token"])
    if registration is None:
        raise errors.coded(400, "invalid_claim", "The claim does not exist.")
    now = call.state.now()
    if registration.status == "revoked":
        raise errors.coded(403, "claim_denied", "The registration was revoked.")
    if registration.completed_at is not None:
        raise errors.coded(409, "already_claimed", "The agent has already been claimed.")
    if registration.claim_expires_at is None or registration.claim_expires_at <= now:
        raise errors.coded(410, "claim_expired", "The claim has expired.")
    if registration.user_code_expires_at is not None and registration.user_code_expires_at <= now:
        raise errors.coded(410, "user_code_expired", "The user code has expired.")
    return registration


def _find_user(call: Call, registration: AgentRegistration) -> User | None:
    """Return the user in the body; None if they must be created."""
    email, external_id, users = call.body["user"]["email"], call.body["user"]["external_id"], call.state.users
    if registration.claim_email is not None and fold(registration.claim_email) != fold(email):
        raise errors.coded(400, "email_mismatch", "The claim is for another email address.")
    user, same_email = users.find("external_id", external_id), users.find("email", fold(email))
    if same_email is not None and same_email is not user:
        raise errors.coded(409, "email_already_in_use", "Another user has this email address.")
    if registration.user_id is not None and (user is None or user.id != registration.user_id):
        raise errors.coded(400, "wrong_account", "Another user has started to claim the agent.")
    return user


def _create_user(call: Call) -> User:
    now, fields = call.state.now(), call.body["user"]
    user = User(
        id=call.state.ids.new("user"),
        email=fields["email"],
        external_id=fields["external_id"],
        created_at=now,
        updated_at=now,
    )
    return call.state.users.add(user)


def _select_organization(call: Call, organizations: list[Organization]) -> Organization | None:
    organization_id = call.body.get("organization_id")
    if organization_id is not None:
        for organization in organizations:
            if organization.id == organization_id:
                return organization
        raise errors.coded(400, "invalid_organization", "The user is not a member of this organization.")
    if len(organizations) > 1:
        message = "The user is a member of several organizations; provide organization_id."
        raise errors.coded(
            409, "organization_selection_required", message, organizations=_render_choices(organizations)
        )
    return organizations[0] if organizations else None


def _render_choices(organizations: list[Organization]) -> list[dict[str, str]]:
    return [{"id": organization.id, "name": organization.name} for organization in organizations]
