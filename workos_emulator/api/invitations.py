"""Handlers of invitations."""

from datetime import timedelta

from workos_emulator.api import organizations, users
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth import email_addresses
from workos_emulator.auth.call import Call
from workos_emulator.auth.invitations import accept as accept_invitation
from workos_emulator.auth.invitations import join_organization
from workos_emulator.http import errors
from workos_emulator.rendering.invitations import invitation_state, invitation_url, render_invitation
from workos_emulator.storage.deletion.cascade import delete_membership
from workos_emulator.storage.objects.codes import Invitation
from workos_emulator.storage.objects.roles import ORGANIZATION_TYPE
from workos_emulator.storage.state import fold


def _get(call: Call) -> Invitation:
    id = call.path["invitation_id"]
    invitation = call.state.codes.invitations.get(id)
    if invitation is None:
        raise call.not_found("Invitation", id)
    return invitation


@operation("listInvitations")
def list_invitations(call: Call) -> Result:
    """List invitations, filtered by organization and email address."""
    invitations, query = call.state.codes.invitations, call.query
    numbers = None
    if "organization_id" in query:
        numbers = invitations.numbers("organization", query["organization_id"])
    if "email" in query:
        email_numbers = invitations.numbers("email", fold(query["email"]))
        numbers = email_numbers if numbers is None else sorted(set(email_numbers).intersection(numbers))
    return call.page(invitations, lambda invitation: render_invitation(call.state, invitation), numbers=numbers)


@operation("sendInvitation")
def send(call: Call) -> Result:
    """Send an invitation. An existing user becomes a pending member of the organization."""
    state, body, now = call.state, call.body, call.state.now()
    organization_id, inviter_id = body.get("organization_id"), body.get("inviter_user_id")
    if inviter_id is not None:
        users.find_user(call, inviter_id)
    _check_invitable(call, organization_id)
    invitation = Invitation(
        id=state.ids.new("invitation"),
        email=body["email"],
        token=state.ids.secret(),
        organization_id=organization_id,
        inviter_user_id=inviter_id,
        role_slug=body.get("role_slug"),
        expires_at=now + timedelta(days=_validity_days(call)),
        created_at=now,
        updated_at=now,
    )
    state.codes.invitations.add(invitation)
    user = state.users.find("email", fold(invitation.email))
    if (
        user is not None
        and organization_id is not None
        and not state.memberships.find("pair", (user.id, organization_id))
    ):
        join_organization(state, user, organization_id, invitation.role_slug, "pending")
    _send_email(call, invitation)
    return render_invitation(state, invitation)


@operation("getInvitation")
def get(call: Call) -> Result:
    """Get an invitation."""
    return render_invitation(call.state, _get(call))


@operation("findInvitationByToken")
def find_by_token(call: Call) -> Result:
    """Get an invitation by the token in its link."""
    invitation = call.state.codes.invitations.find("token", call.path["token"])
    if invitation is None:
        raise call.not_found("Invitation", call.path["token"])
    return render_invitation(call.state, invitation)


@operation("acceptInvitation")
def accept(call: Call) -> Result:
    """Accept an invitation. The user is created if there is none with the email address."""
    invitation, state = _get(call), call.state
    status = invitation_state(state, invitation)
    if status == "accepted":
        raise errors.coded(400, "invite_has_accepted_user_id", "The invitation has already been accepted.")
    if status == "revoked":
        raise errors.coded(400, "invite_not_pending", "The invitation was revoked.")
    if status == "expired":
        raise errors.coded(400, "invalid_invite", "The invitation has expired.")
    user = state.users.find("email", fold(invitation.email))
    accept_invitation(state, invitation, user or users.create_user(state, invitation.email, email_verified=True))
    return render_invitation(state, invitation)


@operation("resendInvitation")
def resend(call: Call) -> Result:
    """Send the email again. The token and the expiry stay the same."""
    invitation, state = _get(call), call.state
    status = invitation_state(state, invitation)
    if status != "pending":
        raise errors.coded(400, f"invite_{status}", f"The invitation is {status}.")
    _check_deliverable(call, invitation.email)
    invitation.updated_at = state.now()
    state.codes.invitations.changed(invitation)
    _send_email(call, invitation)
    return render_invitation(state, invitation)


@operation("revokeInvitation")
def revoke(call: Call) -> Result:
    """Revoke a pending invitation and delete its pending membership."""
    invitation, state = _get(call), call.state
    status = invitation_state(state, invitation)
    if status != "pending":
        raise errors.coded(400, "invite_not_pending", f"The invitation is {status}.")
    invitation.revoked_at = invitation.updated_at = state.now()
    state.codes.invitations.changed(invitation)
    user = state.users.find("email", fold(invitation.email))
    membership = state.memberships.find("pair", (user.id, invitation.organization_id)) if user else None
    if membership is not None and membership.status == "pending":
        delete_membership(state, membership)
    return render_invitation(state, invitation)


def _check_invitable(call: Call, organization_id: str | None) -> None:
    state, email = call.state, call.body["email"]
    _check_deliverable(call, email)
    user = state.users.find("email", fold(email))
    pending = [
        i for i in state.codes.invitations.group("email", fold(email)) if invitation_state(state, i) == "pending"
    ]
    if organization_id is None:
        if user is not None:
            raise errors.coded(400, "user_already_exists", f"A user with the email address {email} already exists.")
        if any(invitation.organization_id is None for invitation in pending):
            raise errors.coded(400, "email_already_invited", f"{email} has already been invited.")
        return
    organization = organizations.find_organization(call, organization_id)
    if organization.invitations_blocked:
        raise errors.coded(
            400, "organization_blocked_from_sending_invites", "The organization may not send invitations."
        )
    membership = state.memberships.find("pair", (user.id, organization_id)) if user else None
    if membership is not None and membership.status == "active":
        raise errors.coded(400, "user_already_organization_member", f"{email} is already a member of the organization.")
    if any(invitation.organization_id == organization_id for invitation in pending):
        raise errors.coded(400, "email_already_invited_to_organization", f"{email} has already been invited.")
    slug = call.body.get("role_slug")
    role = None if slug is None else state.roles.find(slug, organization_id)
    if slug is not None and (role is None or role.resource_type_slug != ORGANIZATION_TYPE):
        raise errors.coded(400, "invalid_role", f"The role '{slug}' does not exist.", role_slug=slug)


def _check_deliverable(call: Call, email: str) -> None:
    if not email_addresses.is_deliverable(email, call.state.settings):
        raise errors.coded(400, "email_domain_not_deliverable", "The domain of the email address cannot receive email.")


def _validity_days(call: Call) -> int:
    settings = call.state.settings
    days: int = call.body.get("expires_in_days", settings.invitation_days)
    if days < 1:
        raise errors.coded(400, "expires_in_days_too_short", "An invitation must be valid for at least one day.")
    if days > settings.invitation_days_limit:
        limit = settings.invitation_days_limit
        raise errors.coded(400, "expires_in_days_too_long", f"An invitation can be valid for at most {limit} days.")
    return days


def _send_email(call: Call, invitation: Invitation) -> None:
    url, locale = invitation_url(call.state, invitation), call.body.get("locale")
    call.state.outbox.send(
        "invitation", invitation.email, invitation.id, token=invitation.token, url=url, locale=locale
    )
