"""Directory provisioning: users and memberships that follow the users of a directory."""

from datetime import timedelta

from workos_emulator.auth import domain_policy, invitations
from workos_emulator.rendering.invitations import invitation_url
from workos_emulator.storage.deletion import cascade
from workos_emulator.storage.objects.codes import Invitation
from workos_emulator.storage.objects.directories import Directory, DirectoryUser
from workos_emulator.storage.objects.organizations import Membership
from workos_emulator.storage.objects.roles import Roles
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State, fold


def provision(state: State, directory_user: DirectoryUser) -> None:
    """Create or update the user and the membership of a directory user, if the directory provisions users.

    A user whose email domain the organization has verified becomes an active member, and follows the name in the directory. Another
    user is invited and only their membership is changed. An inactive directory user is deprovisioned.
    """
    directory = state.directories.get(directory_user.directory_id)
    if directory is None or not directory.provisions_users:
        return
    if directory_user.state != "active":
        deprovision(state, directory_user)
        return
    user = state.users.get(directory_user.user_id or "") or _find_or_create_user(state, directory, directory_user)
    if user is None:
        return
    if directory_user.user_id != user.id:
        directory_user.user_id = user.id
        state.directory_users.reindex(directory_user)
    is_managed = domain_policy.owns_domain(state, directory.organization_id, user.email)
    if is_managed:
        _copy_name(state, directory_user, user)
    _update_membership(state, directory, directory_user, user, is_managed)


def deprovision(state: State, directory_user: DirectoryUser) -> None:
    """Deactivate the membership of a directory user with the default role, and end the user's sessions; delete a pending membership."""
    directory = state.directories.get(directory_user.directory_id)
    user_id = directory_user.user_id
    if directory is None or not directory.provisions_users or user_id is None:
        return
    membership = state.memberships.find("pair", (user_id, directory.organization_id))
    if membership is None or membership.status == "inactive":
        return
    if membership.status == "pending":
        _revoke_invitation(state, user_id, directory.organization_id)
        cascade.delete_membership(state, membership)
        return
    membership.role_slugs = [Roles.DEFAULT]
    cascade.deactivate_membership(state, membership)
    cascade.end_all_sessions(state, user_id)


def _find_or_create_user(state: State, directory: Directory, directory_user: DirectoryUser) -> User | None:
    """Return the user with the email address of a directory user; None if it has none or another one was provisioned with it."""
    email = directory_user.email
    if email is None:
        return None
    user = state.users.find("email", fold(email))
    if user is None:
        now = state.now()
        return state.users.add(
            User(
                id=state.ids.new("user"),
                email=email,
                email_verified=domain_policy.owns_domain(state, directory.organization_id, email),
                first_name=directory_user.first_name,
                last_name=directory_user.last_name,
                created_at=now,
                updated_at=now,
            )
        )
    others = state.directory_users.group("directory", directory.id)
    return None if any(other.user_id == user.id for other in others) else user


def _copy_name(state: State, directory_user: DirectoryUser, user: User) -> None:
    names = (directory_user.first_name, directory_user.last_name)
    if (user.first_name, user.last_name) != names:
        user.first_name, user.last_name = names
        user.updated_at = state.now()
        state.users.changed(user)


def _update_membership(
    state: State, directory: Directory, directory_user: DirectoryUser, user: User, is_managed: bool
) -> None:
    organization_id, now = directory.organization_id, state.now()
    slugs = [slug for slug in directory_user.role_slugs if state.roles.find(slug, organization_id)]
    membership = state.memberships.find("pair", (user.id, organization_id))
    if membership is None:
        membership = Membership(
            id=state.ids.new("om"),
            user_id=user.id,
            organization_id=organization_id,
            status="active" if is_managed else "pending",
            role_slugs=slugs or [Roles.DEFAULT],
            directory_managed=True,
            custom_attributes=dict(directory_user.custom_attributes),
            created_at=now,
            updated_at=now,
        )
        state.add_membership(membership)
        if not is_managed:
            _invite(state, directory, user, membership.role_slugs[0])
        return
    before = (membership.status, membership.role_slugs, membership.custom_attributes, membership.directory_managed)
    if membership.status == "inactive" or is_managed:
        membership.status = "active"
    membership.role_slugs = slugs or membership.role_slugs
    membership.custom_attributes = {**membership.custom_attributes, **directory_user.custom_attributes}
    membership.directory_managed = True
    after = (membership.status, membership.role_slugs, membership.custom_attributes, membership.directory_managed)
    if before != after:
        membership.updated_at = now
        state.memberships.changed(membership)


def _invite(state: State, directory: Directory, user: User, role_slug: str) -> None:
    now = state.now()
    invitation = Invitation(
        id=state.ids.new("invitation"),
        email=user.email,
        token=state.ids.secret(),
        organization_id=directory.organization_id,
        role_slug=role_slug,
        expires_at=now + timedelta(days=state.settings.invitation_days),
        created_at=now,
        updated_at=now,
    )
    state.codes.invitations.add(invitation)
    url = invitation_url(state, invitation)
    state.outbox.send("invitation", user.email, invitation.id, token=invitation.token, url=url)


def _revoke_invitation(state: State, user_id: str, organization_id: str) -> None:
    user = state.users.get(user_id)
    invitation = invitations.find_pending(state, user.email, organization_id) if user else None
    if invitation is not None:
        invitation.revoked_at = invitation.updated_at = state.now()
        state.codes.invitations.changed(invitation)
