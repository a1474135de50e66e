"""Invitations as JSON."""

from typing import Any

from workos_emulator.storage.clock import stamp, stamp_or_none
from workos_emulator.storage.objects.codes import Invitation
from workos_emulator.storage.state import State


def render_invitation(state: State, invitation: Invitation) -> dict[str, Any]:
    """Return the invitation as JSON, with its token."""
    return {
        "object": "invitation",
        "id": invitation.id,
        "email": invitation.email,
        "state": invitation_state(state, invitation),
        "accepted_at": stamp_or_none(invitation.accepted_at),
        "revoked_at": stamp_or_none(invitation.revoked_at),
        "expires_at": stamp(invitation.expires_at),
        "organization_id": invitation.organization_id,
        "inviter_user_id": invitation.inviter_user_id,
        "accepted_user_id": invitation.accepted_user_id,
        "role_slug": invitation.role_slug,
        "token": invitation.token,
        "accept_invitation_url": invitation_url(state, invitation),
        "created_at": stamp(invitation.created_at),
        "updated_at": stamp(invitation.updated_at),
    }


def invitation_url(state: State, invitation: Invitation) -> str:
    """Return the link that accepts the invitation."""
    base_url = state.settings.application_url or f"{state.base_url}/hosted"
    return f"{base_url.rstrip('/')}/invite?invitation_token={invitation.token}"


def invitation_state(state: State, invitation: Invitation) -> str:
    """Return the state of the invitation: `pending`, `accepted`, `revoked` or `expired`."""
    if invitation.accepted_at is not None:
        return "accepted"
    if invitation.revoked_at is not None:
        return "revoked"
    return "expired" if invitation.expires_at <= state.now() else "pending"
