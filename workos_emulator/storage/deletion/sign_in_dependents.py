"""Dependents of organizations, memberships and users: codes, factors, connections, API keys and applications."""

from collections.abc import Hashable
from typing import Any

from workos_emulator.storage.objects.auth_factors import Factor
from workos_emulator.storage.objects.connect import ConnectGrant
from workos_emulator.storage.objects.credentials import Application
from workos_emulator.storage.objects.organizations import Membership, Organization
from workos_emulator.storage.objects.sso import Connection, Profile
from workos_emulator.storage.objects.users import AuthorizedApplication, User
from workos_emulator.storage.state import State
from workos_emulator.storage.store import Collection


def delete_organization_dependents(state: State, organization: Organization) -> None:
    """Delete the invitations, API keys, connections and Connect applications of an organization."""
    id = organization.id
    _remove(state.codes.invitations, "organization", id)
    _remove(state.credentials.api_keys, "organization", id)
    for connection in state.sso.connections.group("organization", id):
        delete_connection(state, connection)
    for application in state.credentials.applications.group("organization", id):
        delete_application(state, application)


def delete_membership_dependents(state: State, membership: Membership) -> None:
    """Delete the member's API keys for the organization."""
    for key in state.credentials.api_keys.group("owner", membership.user_id):
        if key.organization_id == membership.organization_id:
            state.credentials.api_keys.remove(key.id)


def delete_user_dependents(state: State, user: User) -> None:
    """Delete a user's pending codes and sign-ins, authentication factors, passkeys and API keys."""
    codes = state.codes
    pending: tuple[Collection[Any], ...] = (
        codes.magic_auths,
        codes.email_verifications,
        codes.email_changes,
        codes.radar_challenges,
        codes.password_resets,
        state.authorization_codes,
        state.pending_authentications,
        state.hosted.flows,
        state.hosted.browsers,
    )
    for collection in pending:
        _remove(collection, "user", user.id)
    codes.radar_planned.pop(user.id, None)
    state.radar.challenged.remove(user.id)
    _remove(state.passkeys.all, "user", user.id)
    state.passkeys.skipped.pop(user.id, None)
    _remove(state.credentials.api_keys, "owner", user.id)
    for factor in state.mfa.factors.group("user", user.id):
        delete_factor(state, factor)


def delete_factor(state: State, factor: Factor) -> None:
    """Delete an authentication factor with its challenges."""
    _remove(state.mfa.challenges, "factor", factor.id)
    state.mfa.factors.remove(factor.id)


def delete_connection(state: State, connection: Connection) -> None:
    """Delete a connection with its certificates and profiles."""
    _remove(state.sso.certificates, "place", connection.id)
    for profile in state.sso.profiles.group("connection", connection.id):
        delete_profile(state, profile)
    for session in [each for each in state.sso.sessions if each.connection_id == connection.id]:
        state.sso.sessions.remove(session.id)
    state.sso.connections.remove(connection.id)


def delete_profile(state: State, profile: Profile) -> None:
    """Delete a profile with its codes and tokens."""
    issued: tuple[Collection[Any], ...] = (state.sso.codes, state.sso.tokens, state.sso.logouts)
    for collection in issued:
        _remove(collection, "profile", profile.id)
    state.sso.profiles.remove(profile.id)


def delete_application(state: State, application: Application) -> None:
    """Delete a Connect application with its client secrets and the authorizations that users granted it."""
    _remove(state.credentials.client_secrets, "application", application.id)
    for authorization in state.authorized_applications.group("application", application.id):
        delete_authorization(state, authorization)
    state.credentials.applications.remove(application.id)


def delete_authorization(state: State, authorization: AuthorizedApplication) -> None:
    """Revoke the authorization that a user granted to an application, with the tokens issued for it."""
    for grant in state.connect.grants.group("authorization", authorization.id):
        delete_grant(state, grant)
    state.authorized_applications.remove(authorization.id)


def delete_grant(state: State, grant: ConnectGrant) -> None:
    """Delete a grant with its codes and tokens."""
    issued: tuple[Collection[Any], ...] = (
        state.connect.codes,
        state.connect.refresh_tokens,
        state.connect.access_tokens,
    )
    for collection in issued:
        _remove(collection, "grant", grant.id)
    state.connect.grants.remove(grant.id)


def _remove(collection: Collection[Any], index: str, key: Hashable) -> None:
    for entity in collection.group(index, key):
        collection.remove(entity.id)
