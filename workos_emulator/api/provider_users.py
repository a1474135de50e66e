"""The users of OAuth providers, and sign-ins of users whose provider returned no email address."""

from collections.abc import Mapping

from workos_emulator.api import users
from workos_emulator.auth import email_addresses, invitations
from workos_emulator.http import errors
from workos_emulator.storage.objects.sessions import EmailCompletion
from workos_emulator.storage.objects.users import Identity, User
from workos_emulator.storage.state import State, fold

# Identities spell some providers differently from authorization URLs.
_SPELLINGS = {"GitHubOAuth": "GithubOAuth"}


def find_or_create(
    state: State, email: str, provider: str, names: Mapping[str, str | None], invitation_token: str | None = None
) -> User:
    """Return the user with the email address that a provider returned, created if necessary and linked to the provider.

    Raises:
        ApiError: 400 if a new user is needed, but the invitation is not pending or for another address, or signing up is disabled and
            the user is not invited.
    """
    user = state.users.find("email", fold(email))
    if user is None:
        _check_sign_up(state, invitations.find_for_sign_in(state, invitation_token, email) is not None)
        user = users.create_user(state, email, email_verified=True, **names)
    _link(state, user, provider)
    return user


def start_email_completion(
    state: State,
    provider: str,
    names: Mapping[str, str | None],
    organization_id: str | None,
    invitation_token: str | None,
) -> EmailCompletion:
    """Store a sign-in with a provider that returned no email address."""
    now = state.now()
    completion = EmailCompletion(
        id=state.ids.secret(),
        authentication_method=provider,
        organization_id=organization_id,
        invitation_token=invitation_token,
        names=dict(names),
        expires_at=now + state.settings.pending_authentication_lifetime,
        created_at=now,
        updated_at=now,
    )
    return state.email_completions.add(completion)


def find_email_completion(state: State, token: str) -> EmailCompletion:
    """Return the sign-in with an email completion token.

    Raises:
        ApiError: 400 if the token is unknown, used or expired.
    """
    completion = state.email_completions.get(token)
    if completion is None or completion.expires_at <= state.now():
        raise errors.oauth("invalid_grant", "The email completion token is unknown, used or expired.")
    return completion


def complete_email(state: State, completion: EmailCompletion, email: str) -> User:
    """Return the user with the email address that was entered, created if necessary. The address must still be verified.

    An existing user is not linked to the provider: they may not own the address that they entered.

    Raises:
        ApiError: 400 if the address is not deliverable, if an invitation is for another address, or if signing up is disabled.
    """
    if not email_addresses.is_deliverable(email, state.settings):
        raise errors.coded(400, "email_domain_not_deliverable", "The domain of the email address cannot receive email.")
    invitation = invitations.find_for_sign_in(state, completion.invitation_token, email)
    user = state.users.find("email", fold(email))
    if user is None:
        _check_sign_up(state, invitation is not None)
        user = users.create_user(state, email, **completion.names)
        _link(state, user, completion.authentication_method)
    state.email_completions.remove(completion.id)
    return user


def _check_sign_up(state: State, invited: bool) -> None:
    if not (state.settings.sign_up_enabled or invited):
        raise errors.oauth("sign_up_not_allowed", "Signing up is not enabled.")


def _link(state: State, user: User, provider: str) -> None:
    provider = _SPELLINGS.get(provider, provider)
    if any(identity.provider == provider for identity in state.identities.group("user", user.id)):
        return
    now = state.now()
    state.identities.add(
        Identity(
            id=state.ids.new("identity"),
            user_id=user.id,
            idp_id=state.ids.secret(21),
            provider=provider,
            created_at=now,
            updated_at=now,
        )
    )
