"""Consents: the authorizations that users grant to applications, and the grants that they result in."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from workos_emulator.storage.objects.connect import AuthorizationRequest, ConnectCode, ConnectGrant
from workos_emulator.storage.objects.credentials import Application
from workos_emulator.storage.objects.users import AuthorizedApplication, User
from workos_emulator.storage.state import State


def is_required(
    state: State, application: Application, user: User, organization_id: str | None, request: AuthorizationRequest
) -> bool:
    """Return whether the user must consent: to a third-party application that requests more than the user has granted."""
    if state.settings.hosted_pages == "never":
        return False
    if "consent" in request.prompts:
        return True
    if application.is_first_party:
        return False
    authorization = find(state, application.id, user.id, organization_id, request.resources)
    return authorization is None or not set(request.scopes) <= set(authorization.granted_scopes)


def find(
    state: State, application_id: str, user_id: str, organization_id: str | None, resources: list[str]
) -> AuthorizedApplication | None:
    """Return the authorization that a user, as a member of an organization, granted to an application for resources."""
    for authorization in state.authorized_applications.group("user", user_id):
        key = (authorization.application_id, authorization.organization_id, sorted(authorization.oauth_resources))
        if key == (application_id, organization_id, sorted(resources)):
            return authorization
    return None


def grant(
    state: State,
    *,
    application_id: str,
    user_id: str,
    organization_id: str | None,
    scopes: list[str],
    resources: list[str],
    authenticated_at: datetime | None = None,
    has_default_scopes: bool = False,
    nonce: str | None = None,
    claims: Mapping[str, Any] | None = None,
) -> ConnectGrant:
    """Authorize an application, extending an existing authorization, and return a new grant for its tokens."""
    now = state.now()
    authorization = find(state, application_id, user_id, organization_id, resources)
    if authorization is None:
        authorization = state.authorized_applications.add(
            AuthorizedApplication(
                id=state.ids.new("authorized_connect_app"),
                user_id=user_id,
                organization_id=organization_id,
                granted_scopes=list(scopes),
                application_id=application_id,
                oauth_resources=list(resources),
                created_at=now,
                updated_at=now,
            )
        )
    elif added := [scope for scope in scopes if scope not in authorization.granted_scopes]:
        authorization.granted_scopes = [*authorization.granted_scopes, *added]
        authorization.updated_at = now
        state.authorized_applications.changed(authorization)
    return state.connect.grants.add(
        ConnectGrant(
            id=state.ids.new("connect_grant"),
            application_id=application_id,
            authorization_id=authorization.id,
            user_id=user_id,
            organization_id=organization_id,
            scopes=list(scopes),
            resources=list(resources),
            authenticated_at=authenticated_at,
            has_default_scopes=has_default_scopes,
            nonce=nonce,
            claims=dict(claims or {}),
            created_at=now,
            updated_at=now,
        )
    )


def issue_code(state: State, request: AuthorizationRequest, grant: ConnectGrant) -> ConnectCode:
    """Return a new authorization code for a grant, and delete expired ones."""
    now, codes = state.now(), state.connect.codes
    while codes and (oldest := codes.at(codes.numbers()[0])).expires_at <= now:
        codes.remove(oldest.id)
        discard_if_unused(state, oldest.grant_id)
    return codes.add(
        ConnectCode(
            id=state.ids.secret(43),
            grant_id=grant.id,
            redirect_uri=request.redirect_uri,
            is_redirect_uri_given=request.is_redirect_uri_given,
            code_challenge=request.code_challenge,
            expires_at=now + state.settings.authorization_code_lifetime,
            created_at=now,
            updated_at=now,
        )
    )


def discard_if_unused(state: State, grant_id: str) -> None:
    """Delete a grant that has neither a code nor tokens."""
    connect = state.connect
    for issued in (connect.codes, connect.refresh_tokens, connect.access_tokens):
        if issued.numbers("grant", grant_id):
            return
    connect.grants.remove(grant_id)


def is_valid(state: State, grant: ConnectGrant) -> bool:
    """Return whether tokens of a grant are still valid: its consent is not revoked, and its user is still a member."""
    if (
        grant.authorization_id not in state.authorized_applications
        or grant.application_id not in state.credentials.applications
        or grant.user_id not in state.users
    ):
        return False
    return is_member(state, grant.user_id, grant.organization_id)


def is_member(state: State, user_id: str, organization_id: str | None) -> bool:
    """Return whether a user is an active member of an organization; True if there is no organization."""
    if organization_id is None:
        return True
    membership = state.memberships.find("pair", (user_id, organization_id))
    return membership is not None and membership.status == "active"
