"""Acceptance of invitations, by API calls and by sign-ins."""

from workos_emulator.http import errors
from workos_emulator.rendering.invitations import invitation_state
from workos_emulator.storage.objects.codes import Invitation
from workos_emulator.storage.objects.organizations import Membership
from workos_emulator.storage.objects.roles import Roles
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State, fold


def find_for_sign_in(state: State, token: str | None, email: str) -> Invitation | None:
    """Return the invitation that a user with this email address accepts by signing in; None without a token.

    Raises:
        ApiError: 400 if there is no pending invitation with this token, or it is for another email address.
    """
    if token is None:
        return None
    invitation = state.codes.invitations.find("token", token)
    if invitation is None or invitation_state(state, invitation) != "pending":
        raise errors.oauth("invitation_invalid", "The invitation does not exist or is no longer pending.")
    if fold(invitation.email) != fold(email):
        raise errors.oauth("invitation_cannot_be_used_for_email", f"The invitation is not for {email}.")
    return invitation


def find_pending(state: State, email: str, organization_id: str) -> Invitation | None:
    """Return the pending invitation of an email address to an organization, if any."""
    return next(
        (
            invitation
            for invitation in state.codes.invitations.group("email", fold(email))
            if invitation.organization_id == organization_id and invitation_state(state, invitation) == "pending"
        ),
        None,
    )


def accept(state: State, invitation: Invitation, user: User, *, verifies_email: bool = True) -> None:
    """Accept an invitation: verify the user's email address and activate the membership, with the role of the invitation.

    Args:
        state: The stored objects.
        invitation: The invitation.
        user: The user.
        verifies_email: Whether the user has opened the link in the invitation, which only the owner of the address can.
    """
    now = state.now()
    invitation.accepted_at = invitation.updated_at = now
    invitation.accepted_user_id = user.id
    state.codes.invitations.changed(invitation)
    if verifies_email and not user.email_verified:
        user.email_verified, user.updated_at = True, now
        state.users.changed(user)
    if invitation.organization_id is not None:
        join_organization(state, user, invitation.organization_id, invitation.role_slug, "active")


def join_organization(state: State, user: User, organization_id: str, role_slug: str | None, status: str) -> Membership:
    """Create a user's membership in an organization, or change the status and, if given, the role of the existing one."""
    now = state.now()
    membership = state.memberships.find("pair", (user.id, organization_id))
    if membership is None:
        return state.add_membership(
            Membership(
                id=state.ids.new("om"),
                user_id=user.id,
                organization_id=organization_id,
                status=status,
                role_slugs=[role_slug or Roles.DEFAULT],
                created_at=now,
                updated_at=now,
            )
        )
    role_slugs = membership.role_slugs if role_slug is None else [role_slug]
    if (membership.status, membership.role_slugs) != (status, role_slugs):
        membership.status, membership.role_slugs, membership.updated_at = status, role_slugs, now
        state.memberships.changed(membership)
    return membership
