"""Deletion of organizations, memberships, users, sessions and directories with their dependents."""

from workos_emulator.storage.deletion import dependents, sign_in_dependents
from workos_emulator.storage.objects.directories import Directory, DirectoryGroup
from workos_emulator.storage.objects.organizations import Membership, Organization
from workos_emulator.storage.objects.sessions import Session
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State


def delete_organization(state: State, organization: Organization) -> None:
    """Delete an organization with its domains, memberships and directories, and end its members' sessions in it."""
    for domain in state.domains.group("organization", organization.id):
        state.domains.remove(domain.id)
    for membership in state.memberships.group("organization", organization.id):
        delete_membership(state, membership)
    for authorization in state.authorized_applications.group("organization", organization.id):
        sign_in_dependents.delete_authorization(state, authorization)
    for directory in state.directories.group("organization", organization.id):
        delete_directory(state, directory)
    dependents.delete_organization_dependents(state, organization)
    sign_in_dependents.delete_organization_dependents(state, organization)
    state.organizations.remove(organization.id)


def delete_membership(state: State, membership: Membership) -> None:
    """Delete a membership and end the user's sessions in its organization."""
    dependents.delete_membership_dependents(state, membership)
    sign_in_dependents.delete_membership_dependents(state, membership)
    state.memberships.remove(membership.id)
    if user := state.users.get(membership.user_id):
        state.users.reindex(user)
    for session in state.sessions.group("user", membership.user_id):
        if session.organization_id == membership.organization_id:
            end_session(state, session)


def delete_user(state: State, user: User) -> None:
    """Delete a user with their memberships, identities, sessions, and pending codes and sign-ins."""
    for membership in state.memberships.group("user", user.id):
        dependents.delete_membership_dependents(state, membership)
        state.memberships.remove(membership.id)
    dependents.delete_user_dependents(state, user)
    sign_in_dependents.delete_user_dependents(state, user)
    for identity in state.identities.group("user", user.id):
        state.identities.remove(identity.id)
    for authorization in state.authorized_applications.group("user", user.id):
        sign_in_dependents.delete_authorization(state, authorization)
    for session in state.sessions.group("user", user.id):
        end_session(state, session)
        state.sessions.remove(session.id)
    state.users.remove(user.id)


def end_session(state: State, session: Session) -> None:
    """Revoke a session, delete its refresh tokens, and sign the user out of the browser. A session that has ended keeps its `ended_at`."""
    if session.ended_at is None:
        session.ended_at = session.updated_at = state.now()
        state.sessions.changed(session)
    for token in state.refresh_tokens.group("session", session.id):
        state.refresh_tokens.remove(token.id)
    browser = state.hosted.browsers.get(session.browser_id or "")
    if browser is not None and browser.user_id == session.user_id:
        state.hosted.browsers.remove(browser.id)


def end_all_sessions(state: State, user_id: str) -> None:
    """Revoke all sessions of a user, and sign them out of their browsers."""
    for session in state.sessions.group("user", user_id):
        end_session(state, session)
    for browser in state.hosted.browsers.group("user", user_id):
        state.hosted.browsers.remove(browser.id)


def deactivate_membership(state: State, membership: Membership) -> None:
    """Deactivate a membership and end the user's sessions in its organization."""
    if membership.status != "inactive":
        membership.status, membership.updated_at = "inactive", state.now()
        state.memberships.changed(membership)
    for session in state.sessions.group("user", membership.user_id):
        if session.organization_id == membership.organization_id:
            end_session(state, session)


def delete_directory(state: State, directory: Directory) -> None:
    """Delete a directory with its users and groups. Only the directory's deletion emits an event."""
    with state.events.suppress():
        for user in state.directory_users.group("directory", directory.id):
            state.directory_users.remove(user.id)
        for group in state.directory_groups.group("directory", directory.id):
            state.directory_groups.remove(group.id)
    state.directories.remove(directory.id)


def delete_directory_group(state: State, group: DirectoryGroup) -> None:
    """Delete a directory group. Its members stay in the directory."""
    for user in state.directory_users.group("group", group.id):
        user.group_ids.remove(group.id)
        state.directory_users.changed(user)
    state.directory_groups.remove(group.id)
