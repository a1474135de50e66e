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
"""A kind of factor that can be enrolled."""

AuthenticationFactorType: TypeAlias = (
    Literal[
        "generic_otp",
        "sms",
        "totp",
        "webauthn",
    ]
    | str
)
"""The kind of a factor: `totp` is an authenticator app, `sms` a text message, `generic_otp` another one-time
code, `webauthn` a passkey or security key.
"""


@model
class AuthenticationFactorSms(Model):
    """Where the codes of an SMS factor go."""

    phone_number: str
    """The phone number."""


@model
class AuthenticationFactorTotp(Model):
    """A TOTP factor as the authenticator app shows it."""

    issuer: str
    """The name of your application."""
    user: str
    """The name of the account."""


@model
class AuthenticationFactor(Model):
    """A second factor of a person."""

    object: Literal["authentication_factor"] = "authentication_factor"
    """Always `authentication_factor`."""
    id: str
    """The id of the factor (`auth_factor_…`)."""
    type: AuthenticationFactorType
    """The kind of factor."""
    user_id: str | None = UNSET
    """The id of the AuthKit user it belongs to, if it belongs to one."""
    sms: AuthenticationFactorSms | None = UNSET
    """Where codes are sent; there for `sms`."""
    totp: AuthenticationFactorTotp | None = UNSET
    """What the authenticator app shows; there for `totp`."""
    created_at: datetime
    """When the factor was enrolled."""
    updated_at: datetime
    """When the factor last changed."""


@model
class EnrolledAuthenticationFactorTotp(Model):
    """What an authenticator app needs to make codes."""

    issuer: str
    """The name of your application."""
    user: str
    """The name of the account."""
    secret: str = field(repr=False)
    """The secret, for typing in by hand."""
    qr_code: str = field(repr=False)
    """A QR code of `uri` to scan: a PNG image as a `data:` URL."""
    uri: str = field(repr=False)
    """The same as an `otpauth://` URL."""


@model
class EnrolledAuthenticationFactor(Model):
    """A factor just enrolled, with what its owner needs to set it up."""

    object: Literal["authentication_factor"] = "authentication_factor"
    """Always `authentication_factor`."""
    id: str
    """The id of the factor (`auth_factor_…`)."""
    type: AuthenticationFactorType
    """The kind of factor."""
    user_id: str | None = UNSET
    """The id of the AuthKit user it belongs to, if it belongs to one."""
    sms: AuthenticationFactorSms | None = UNSET
    """Where codes are sent; there for `sms`."""
    totp: EnrolledAuthenticationFactorTotp | None = UNSET
    """What the authenticator app needs; there for `totp`."""
    created_at: datetime
    """When the factor was enrolled."""
    updated_at: datetime
    """When the factor last changed."""


@model
class AuthenticationChallenge(Model):
    """A code that somebody is asked for."""

    object: Literal["authentication_challenge"] = "authentication_challenge"
    """Always `authentication_challenge`."""
    id: str
    """The id of the challenge (`auth_challenge_…`)."""
    expires_at: datetime | None = UNSET
    """When the code stops being accepted, if it does."""
    code: str | None = field(default=UNSET, repr=False)
    """The code, where it may be known to you."""
    authentication_factor_id: str
    """The factor the challenge is for."""
    created_at: datetime
    """When the challenge was created."""
    updated_at: datetime
    """When the challenge last changed."""


@model
class ChallengeVerification(Model):
    """Whether a code was right."""

    challenge: AuthenticationChallenge
    """The challenge."""
    valid: bool
    """Whether the code was right."""
