# Generated from spec/resources/mfa.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of mfa."""

from datetime import datetime
from typing import Literal, TypeAlias

from workos_core.serialization.model import UNSET, Model, field, model

__all__ = [
    "AuthenticationChallenge",
    "AuthenticationFactor",
    "AuthenticationFactorSms",
    "AuthenticationFactorTotp",
    "AuthenticationFactorType",
    "ChallengeVerification",
    "EnrollableFactorType",
    "EnrolledAuthenticationFactor",
    "EnrolledAuthenticationFactorTotp",
]

EnrollableFactorType: TypeAlias = (
    Literal[
        "generic_otp",
        "sms",
        "totp",
    ]
    | str
)
"""The type of a factor that can be enrolled."""

AuthenticationFactorType: TypeAlias = (
    Literal[
        "generic_otp",
        "sms",
        "totp",
        "webauthn",
    ]
    | str
)
"""The type of a factor: `totp` is an authenticator app, `sms` a text message, `generic_otp` another one-time
code, and `webauthn` a passkey or security key.
"""


@model
class AuthenticationFactorSms(Model):
    """The phone number of an SMS factor."""

    phone_number: str
    """The phone number that codes are sent to."""


@model
class AuthenticationFactorTotp(Model):
    """The labels of a TOTP factor in the authenticator app."""

    issuer: str
    """The name of your application."""
    user: str
    """The name of the account."""


@model
class AuthenticationFactor(Model):
    """An authentication factor of a user."""

    object: Literal["authentication_factor"] = "authentication_factor"
    """Always `authentication_factor`."""
    id: str
    """The ID of the factor (`auth_factor_…`)."""
    type: AuthenticationFactorType
    """The type of the factor."""
    user_id: str | None = UNSET
    """The ID of the AuthKit user the factor belongs to, if any."""
    sms: AuthenticationFactorSms | None = UNSET
    """The phone number that codes are sent to. Present for `sms` factors."""
    totp: AuthenticationFactorTotp | None = UNSET
    """The labels shown in the authenticator app. Present for `totp` factors."""
    created_at: datetime
    """When the factor was enrolled."""
    updated_at: datetime
    """When the factor was last updated."""


@model
class EnrolledAuthenticationFactorTotp(Model):
    """The data to set up a TOTP factor in an authenticator app."""

    issuer: str
    """The name of your application."""
    user: str
    """The name of the account."""
    secret: str = field(repr=False)
    """The secret, for manual entry."""
    qr_code: str = field(repr=False)
    """A QR code of `uri`, as a `data:` URL of a PNG image."""
    uri: str = field(repr=False)
    """The same data as an `otpauth://` URL."""


@model
class EnrolledAuthenticationFactor(Model):
    """A newly enrolled factor, with the data the user needs to set it up."""

    object: Literal["authentication_factor"] = "authentication_factor"
    """Always `authentication_factor`."""
    id: str
    """The ID of the factor (`auth_factor_…`)."""
    type: AuthenticationFactorType
    """The type of the factor."""
    user_id: str | None = UNSET
    """The ID of the AuthKit user the factor belongs to, if any."""
    sms: AuthenticationFactorSms | None = UNSET
    """The phone number that codes are sent to. Present for `sms` factors."""
    totp: EnrolledAuthenticationFactorTotp | None = UNSET
    """The data to set up the authenticator app. Present for `totp` factors."""
    created_at: datetime
    """When the factor was enrolled."""
    updated_at: datetime
    """When the factor was last updated."""


@model
class AuthenticationChallenge(Model):
    """A challenge that asks the user for a one-time code."""

    object: Literal["authentication_challenge"] = "authentication_challenge"
    """Always `authentication_challenge`."""
    id: str
    """The ID of the challenge (`auth_challenge_…`)."""
    expires_at: datetime | None = UNSET
    """When the challenge expires, if it does."""
    code: str | None = field(default=UNSET, repr=False)
    """The code, where the API returns it."""
    authentication_factor_id: str
    """The ID of the factor that is challenged."""
    created_at: datetime
    """When the challenge was created."""
    updated_at: datetime
    """When the challenge was last updated."""


@model
class ChallengeVerification(Model):
    """The result of verifying a code."""

    challenge: AuthenticationChallenge
    """The challenge."""
    valid: bool
    """Whether the code is correct."""
