"""Dependents of organizations, memberships and users: groups, roles, resources, agents and connected accounts."""

from workos_emulator.storage import flag_targets, role_assignments
from workos_emulator.storage.objects.agents import AgentInstance
from workos_emulator.storage.objects.organizations import Group, Membership, Organization
from workos_emulator.storage.objects.pipes import ConnectedAccount
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State


def delete_organization_dependents(state: State, organization: Organization) -> None:
    """Delete the dependents of an organization, whose memberships must be deleted first."""
    id = organization.id
    for group in state.groups.group("organization", id):
        delete_group(state, group)
    for resource in (*state.access.resources.group("root", id), *state.access.resources.group("organization", id)):
        role_assignments.delete_resource(state, resource)
    for role in state.roles.all.group("organization", id):
        state.roles.all.remove(role.id)
    for contact in state.it_contacts.group("organization", id):
        state.it_contacts.remove(contact.id)
    for link in state.portal_links.group("organization", id):
        state.portal_links.remove(link.id)
    for session in state.portal_sessions.group("organization", id):
        state.portal_sessions.remove(session.id)
    for stream in state.audit.streams.group("organization", id):
        state.audit.streams.remove(stream.id)
    for instance in state.agents.instances.group("organization", id):
        delete_agent_instance(state, instance)
    for registration in state.agents.registrations.group("organization", id):
        state.agents.registrations.remove(registration.id)
    for account in state.pipes.accounts.group("organization", id):
        disconnect(state, account)
    for configuration in state.pipes.configurations.group("organization", id):
        state.pipes.configurations.remove(configuration.id)
    _remove_flag_target(state, id)


def delete_membership_dependents(state: State, membership: Membership) -> None:
    """Delete the role assignments, group memberships and agent instances of a membership."""
    for group_id in membership.group_ids:
        role_assignments.leave_group(state, membership, group_id)
    for assignment in state.access.assignments.group("membership", membership.id):
        state.access.assignments.remove(assignment.id)
    for instance in state.agents.instances.group("organization", membership.organization_id):
        if instance.membership_id == membership.id:
            delete_agent_instance(state, instance)
    for account in state.pipes.accounts.group("organization", membership.organization_id):
        if account.user_id is None and account.established_by == membership.user_id:
            account.established_by = None
            account.state, account.state_reason = "needs_reauthorization", "establishing_member_membership_ended"
            account.updated_at = state.now()
            state.pipes.accounts.changed(account)


def delete_user_dependents(state: State, user: User) -> None:
    """Delete the dependents of a user, whose memberships must be deleted first."""
    for account in state.pipes.accounts.group("user", user.id):
        disconnect(state, account)
    _remove_flag_target(state, user.id)


def delete_group(state: State, group: Group) -> None:
    """Delete a group with its role assignments. Its members stay in the organization."""
    for assignment in state.access.group_assignments.group("group", group.id):
        role_assignments.unassign_from_group(state, assignment)
    for membership in state.memberships.group("group", group.id):
        membership.group_ids = [id for id in membership.group_ids if id != group.id]
        state.memberships.reindex(membership)
    state.groups.remove(group.id)


def delete_agent_instance(state: State, instance: AgentInstance) -> None:
    """Delete an agent instance with its sessions."""
    for session in state.agents.sessions.group("instance", instance.id):
        state.agents.sessions.remove(session.id)
    state.agents.instances.remove(instance.id)


def disconnect(state: State, account: ConnectedAccount) -> None:
    """Delete a connected account with its tokens."""
    account.state = "disconnected"
    state.pipes.accounts.remove(account.id)


def _remove_flag_target(state: State, id: str) -> None:
    for flag in state.feature_flags.group("target", id):
        flag_targets.remove(state, flag, id)
