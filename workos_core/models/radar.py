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
"""How somebody proves who they are."""

RadarAttemptAction: TypeAlias = (
    Literal[
        "sign-up",
        "sign-in",
    ]
    | str
)
"""What somebody tries to do."""

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
"""A control of Radar. `restriction` is a block or allow list."""

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
"""What the entries of a list are."""

RadarVerdict: TypeAlias = (
    Literal[
        "allow",
        "block",
        "challenge",
    ]
    | str
)
"""What to do with an attempt: let it pass, refuse it, or ask for another proof first."""


@model
class RadarAssessment(Model):
    """What Radar thinks of an attempt."""

    verdict: RadarVerdict
    """What to do."""
    reason: str
    """Why, in a sentence for people."""
    attempt_id: str
    """The id of the attempt, for `update_attempt`."""
    control: RadarControl | None = UNSET
    """The control that decided, if one did."""
    blocklist_type: RadarListType | None = UNSET
    """The list that had a matching entry, when `control` is `restriction`."""


RadarListAction: TypeAlias = (
    Literal[
        "block",
        "allow",
    ]
    | str
)
"""Whether a list refuses its entries or lets them pass."""

RadarAttemptOutcome: TypeAlias = Literal["success",] | str
"""How an attempt or challenge ended. Only a success can be reported."""


@model
class RadarListEntryPresent(Model):
    """The answer for an entry that a list already had."""

    message: str
    """A sentence that says so."""
