"""The users of profiles: sign-ins through the identity provider of an organization."""

from workos_emulator.api import provider_users, users
from workos_emulator.auth import domain_policy, invitations
from workos_emulator.http import errors
from workos_emulator.storage.objects.sso import Connection, Profile
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State, fold


def method_of(connection: Connection) -> str:
    """Return the `authentication_method` of a sign-in with a connection: `SSO`, or the provider of a connection without organization."""
    return connection.type if connection.organization_id is None else "SSO"


def find_or_create(state: State, connection: Connection, profile: Profile, invitation_token: str | None = None) -> User:
    """Return the user of a profile, as an active member of the organization of the connection (just-in-time provisioning).

    A guest, whose email domain the organization has not verified, must have been invited. A deactivated member stays deactivated.

    Args:
        state: The stored objects.
        connection: The connection.
        profile: The profile.
        invitation_token: The token of the invitation that the sign-in accepts when it completes, if any.

    Raises:
        ApiError: 400 if the user is not a member and must not become one, or if a new user accepts an invitation that is not pending.
    """
    organization_id, email = connection.organization_id, profile.email
    names = {"first_name": profile.first_name, "last_name": profile.last_name}
    if organization_id is None:
        return provider_users.find_or_create(state, email, connection.type, names, invitation_token)
    user = state.users.find("email", fold(email))
    membership = state.memberships.find("pair", (user.id, organization_id)) if user else None
    if user is not None and membership is not None and membership.status != "pending":
        return user
    invitation = invitations.find_pending(state, email, organization_id)
    owns_domain = domain_policy.owns_domain(state, organization_id, email)
    if invitation is None:
        _check_provisioning(state, organization_id, email, owns_domain)
    if user is None:
        invitations.find_for_sign_in(state, invitation_token, email)
        user = users.create_user(state, email, email_verified=owns_domain, **names)
    if invitation is not None and invitation.token == invitation_token:
        return user
    if invitation is not None:
        invitations.accept(state, invitation, user, verifies_email=False)
    slugs = [slug for slug in profile.role_slugs if state.roles.find(slug, organization_id)]
    membership = invitations.join_organization(state, user, organization_id, None, "active")
    if slugs or profile.custom_attributes:
        membership.role_slugs = slugs or membership.role_slugs
        membership.custom_attributes = {**profile.custom_attributes, **membership.custom_attributes}
        state.memberships.changed(membership)
    return user


def _check_provisioning(state: State, organization_id: str, email: str, owns_domain: bool) -> None:
    organization = state.organizations.require(organization_id)
    if not state.settings.sso_jit_provisioning:
        message = f"{email} is not a member of the organization, and just-in-time provisioning is disabled."
        raise errors.oauth("organization_membership_not_found", message)
    if not (
        owns_domain or organization.allow_profiles_outside_organization or not state.settings.guests_need_invitation
    ):
        message = f"{email} must be invited: the organization has not verified the domain of the email address."
        raise errors.oauth("profile_not_allowed_outside_organization", message)
