"""Steps that a sign-in requires after authentication, and the sign-in policies of organizations."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from workos_emulator.auth import domain_policy
from workos_emulator.auth.passkeys import enrollment
from workos_emulator.auth.radar.sign_ins import ASSESSED
from workos_emulator.http import errors
from workos_emulator.rendering.users import render_user
from workos_emulator.storage.objects.codes import EmailVerification, RadarChallenge
from workos_emulator.storage.objects.organizations import Membership
from workos_emulator.storage.objects.users import User
from workos_emulator.storage.state import State

_RADAR_CODES = {"email": "radar_challenge", "sms": "radar_sms_sign_in_challenge", "sign_up": "radar_sign_up_challenge"}

_PHONE_NUMBER = re.compile(r"\+?[0-9][0-9 ().-]{4,30}")

_TWO_FACTOR_METHODS = frozenset({"SSO", "Passkey"})
"""The methods that need no second factor: a passkey is two factors, because the device verifies the user."""

_EMAIL_VERIFYING_METHODS = frozenset({"AppleOAuth", "GoogleOAuth", "MagicAuth"})


@dataclass(slots=True, frozen=True)
class MissingStep:
    """The error for a step that the sign-in is missing, with the details required to complete it."""

    code: str
    message: str
    details: Mapping[str, Any] = field(default_factory=dict[str, Any])


class Attempt(Protocol):
    """A sign-in, as far as its steps depend on it."""

    @property
    def method(self) -> str:
        """The `authentication_method` of the sign-in."""
        ...

    @property
    def connection_id(self) -> str | None:
        """The connection that the user signs in with; None for other methods than SSO."""
        ...

    @property
    def passed(self) -> frozenset[str]:
        """The completed steps."""
        ...

    @property
    def email_claimed(self) -> bool:
        """Whether the user entered the email address, which therefore must be verified."""
        ...


def _radar_step(state: State, user: User, attempt: Attempt) -> MissingStep | None:
    kind = state.codes.radar_planned.get(user.id)
    if kind is None:
        return None
    details: dict[str, Any] = {"email": user.email, "user": render_user(user)}
    if kind == "email":
        details["radar_challenge_id"] = send_radar_challenge(state, user).id
    return MissingStep(_RADAR_CODES[kind], "Radar requires a code to finish authenticating.", details)


def _email_verification_step(state: State, user: User, attempt: Attempt) -> MissingStep | None:
    is_required = state.settings.email_verification_required and not user.email_verified
    if not (is_required or attempt.email_claimed):
        return None
    details = {"email": user.email, "email_verification_id": send_email_verification(state, user).id}
    return MissingStep(
        "email_verification_required", "Email ownership must be verified before authentication.", details
    )


def verifies_email(state: State, user: User, attempt: Attempt) -> bool:
    """Return whether a sign-in also verifies the user's email address.

    An identity provider does so only for the verified domains of its organization.
    """
    if attempt.method != "SSO":
        return attempt.method in _EMAIL_VERIFYING_METHODS
    connection = state.sso.connections.get(attempt.connection_id or "")
    return connection is not None and domain_policy.owns_domain(state, connection.organization_id, user.email)


def _second_factor_step(state: State, user: User, attempt: Attempt) -> MissingStep | None:
    is_required = state.settings.mfa_required and attempt.method not in _TWO_FACTOR_METHODS
    return _require_second_factor(state, user) if is_required else None


def organization_step(state: State, user: User, attempt: Attempt, organization_id: str) -> MissingStep | None:
    """Return the second factor, if an organization requires it and the sign-in has none."""
    organization = state.organizations.get(organization_id)
    if organization is None or not organization.mfa_required or "mfa" in attempt.passed:
        return None
    if attempt.method in _TWO_FACTOR_METHODS or attempt.method in domain_policy.EXEMPT_METHODS:
        return None
    return _require_second_factor(state, user)


def _require_second_factor(state: State, user: User) -> MissingStep:
    factors = [{"id": factor.id, "type": factor.type} for factor in state.mfa.factors.group("user", user.id)]
    details: dict[str, Any] = {"user": render_user(user)}
    if not factors:
        return MissingStep("mfa_enrollment", "The user must enroll in MFA to finish authenticating.", details)
    details["authentication_factors"] = factors
    return MissingStep("mfa_challenge", "The user must complete an MFA challenge to finish authenticating.", details)


STEPS: dict[str, Callable[[State, User, Attempt], MissingStep | None]] = {
    "radar": _radar_step,
    "email": _email_verification_step,
    "mfa": _second_factor_step,
}
"""The steps in order. Each returns what is missing for a sign-in of a user, or None."""


EXEMPT = frozenset({*STEPS, "domain_policy", "passkey", ASSESSED})
"""All steps as completed ones, for sign-ins to which none applies."""


def enrollment_step(state: State, user: User, attempt: Attempt) -> MissingStep | None:
    """Return the creation of a passkey, if the user is asked for it. It is the last step, so that no other one can be avoided with the passkey."""
    if "passkey" in attempt.passed or not enrollment.is_due(state, user, attempt.method):
        return None
    message = "The user is asked to create a passkey, which is possible only on the hosted AuthKit pages."
    return MissingStep("passkey_progressive_enrollment", message, {"user": render_user(user)})


def organization_selection_required(state: State, user: User, memberships: Sequence[Membership]) -> MissingStep:
    """Return the missing step of a user who must select one of several organizations."""
    organizations = [state.organizations.get(membership.organization_id) for membership in memberships]
    return MissingStep(
        "organization_selection_required",
        "The user must choose an organization to finish their authentication.",
        {"organizations": [{"id": o.id, "name": o.name} for o in organizations if o], "user": render_user(user)},
    )


def requires_sso(state: State, attempt: Attempt, organization_id: str) -> bool:
    """Return whether an organization requires SSO, and the user did not sign in with one of its connections."""
    organization = state.organizations.get(organization_id)
    if organization is None or not organization.sso_required or attempt.method in domain_policy.EXEMPT_METHODS:
        return False
    connection = state.sso.connections.get(attempt.connection_id or "")
    return attempt.method != "SSO" or (connection is not None and connection.organization_id != organization.id)


def check_policy(
    state: State, user: User, attempt: Attempt, organization_id: str, pending_token: Callable[[], str] | None = None
) -> None:
    """Check a sign-in against the authentication policy of an organization.

    Args:
        state: The stored objects.
        user: The user.
        attempt: The sign-in.
        organization_id: The organization that the user signs in to.
        pending_token: Returns a token that continues the sign-in after SSO; by default, the error has none.

    Raises:
        ApiError: 400 if the organization requires SSO or does not allow the method.
    """
    organization = state.organizations.get(organization_id)
    if organization is None or attempt.method in domain_policy.EXEMPT_METHODS:
        return
    if requires_sso(state, attempt, organization_id):
        raise errors.oauth(
            "sso_required",
            "User must authenticate using one of the matching connections.",
            email=user.email,
            connection_ids=[connection.id for connection in domain_policy.active_connections(state, organization_id)],
            pending_authentication_token=pending_token() if pending_token else None,
        )
    if attempt.method != "SSO" and not organization.sign_in_methods.get(
        domain_policy.policy_name(attempt.method), True
    ):
        raise domain_policy.methods_error(state, organization, user, organization.sign_in_methods)


def is_phone_number(text: str) -> bool:
    """Return whether a string is a valid phone number."""
    return _PHONE_NUMBER.fullmatch(text) is not None


def send_email_verification(state: State, user: User, locale: str | None = None) -> EmailVerification:
    """Send an email verification code to a user."""
    now = state.now()
    verification = EmailVerification(
        id=state.ids.new("email_verification"),
        user_id=user.id,
        email=user.email,
        code=state.ids.digits(6),
        expires_at=now + state.settings.one_time_code_lifetime,
        created_at=now,
        updated_at=now,
    )
    state.outbox.send("email_verification", user.email, verification.id, code=verification.code, locale=locale)
    return state.codes.email_verifications.add(verification)


def send_radar_challenge(state: State, user: User, phone_number: str | None = None) -> RadarChallenge:
    """Send a Radar challenge code to a user, by email or to a phone number."""
    now = state.now()
    challenge = RadarChallenge(
        id=state.ids.new("radar_challenge" if phone_number is None else "verification"),
        user_id=user.id,
        email=user.email,
        phone_number=phone_number,
        code=state.ids.digits(6),
        expires_at=now + state.settings.one_time_code_lifetime,
        created_at=now,
        updated_at=now,
    )
    channel = "email" if phone_number is None else "sms"
    state.outbox.send("radar_challenge", phone_number or user.email, challenge.id, channel=channel, code=challenge.code)
    return state.codes.radar_challenges.add(challenge)
