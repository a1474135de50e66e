# Generated from spec/resources/radar.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of radar."""

from typing import Literal, TypeAlias

from workos_core.serialization.model import UNSET, Model, model

__all__ = [
    "RadarAssessment",
    "RadarAttemptAction",
    "RadarAttemptOutcome",
    "RadarAuthMethod",
    "RadarControl",
    "RadarListAction",
    "RadarListEntryPresent",
    "RadarListType",
    "RadarVerdict",
]

RadarAuthMethod: TypeAlias = (
    Literal[
        "Password",
        "Passkey",
        "Authenticator",
        "SMS_OTP",
        "Email_OTP",
        "Social",
        "SSO",
        "Other",
    ]
    | str
)
"""A method a user authenticates with."""

RadarAttemptAction: TypeAlias = (
    Literal[
        "sign-up",
        "sign-in",
    ]
    | str
)
"""Whether an attempt is a sign-in or a sign-up."""

RadarControl: TypeAlias = (
    Literal[
        "bot_detection",
        "brute_force_attack",
        "impossible_travel",
        "repeat_sign_up",
        "stale_account",
        "unrecognized_device",
        "restriction",
    ]
    | str
)
"""A Radar control. `restriction` is a block or allow list."""

RadarListType: TypeAlias = (
    Literal[
        "ip_address",
        "domain",
        "email",
        "device",
        "user_agent",
        "device_fingerprint",
        "country",
    ]
    | str
)
"""The type of the entries of a list."""

RadarVerdict: TypeAlias = (
    Literal[
        "allow",
        "block",
        "challenge",
    ]
    | str
)
"""How to handle an attempt: allow it, block it, or challenge the user first."""


@model
class RadarAssessment(Model):
    """The assessment of an attempt by Radar."""

    verdict: RadarVerdict
    """How to handle the attempt."""
    reason: str
    """A human-readable reason for the verdict."""
    attempt_id: str
    """The ID of the attempt. Pass it to `update_attempt`."""
    control: RadarControl | None = UNSET
    """The control that determined the verdict, if any."""
    blocklist_type: RadarListType | None = UNSET
    """The type of the list with the matching entry, if `control` is `restriction`."""


RadarListAction: TypeAlias = (
    Literal[
        "block",
        "allow",
    ]
    | str
)
"""Whether a list blocks or allows its entries."""

RadarAttemptOutcome: TypeAlias = Literal["success",] | str
"""The outcome of an attempt or a challenge. Only success can be reported."""


@model
class RadarListEntryPresent(Model):
    """The response for an entry that is already on the list."""

    message: str
    """A message that the entry is already on the list."""
