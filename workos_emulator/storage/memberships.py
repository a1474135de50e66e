"""Adding organization memberships."""

from workos_emulator.storage.objects.organizations import Membership
from workos_emulator.storage.state import State


def add_membership(state: State, membership: Membership) -> Membership:
    """Store a new membership, so that it is found from the user as well."""
    state.memberships.add(membership)
    if user := state.users.get(membership.user_id):
        state.users.reindex(user)
    return membership
