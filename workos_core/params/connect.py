# Generated from spec/resources/connect.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Objects in arguments of connect."""

from collections.abc import Mapping, Sequence
from typing import Literal, NotRequired, TypedDict

from workos_core.models.connect import UserConsentOptionChoice

__all__ = [
    "ConnectRedirectUriInputParam",
    "ExternalAuthUserParam",
    "UserConsentOptionChoiceParam",
    "UserConsentOptionParam",
]


class ConnectRedirectUriInputParam(TypedDict):
    """A URI that the browser may be redirected to."""

    uri: str
    """The URI itself."""
    default: NotRequired[bool | None]
    """Whether this redirect URI is used if a request does not specify one."""


class ExternalAuthUserParam(TypedDict):
    """A user who signed in on your own sign-in page."""

    id: str
    """Your own ID for the user, which becomes the user's `external_id`."""
    email: str
    """The user's email address."""
    first_name: NotRequired[str]
    """The user's first name."""
    last_name: NotRequired[str]
    """The user's last name."""
    name: NotRequired[str]
    """The user's full name."""
    metadata: NotRequired[Mapping[str, str]]
    """Your own key-value pairs about the user: up to 50 keys of at most 40 characters, with values of at most 600
    characters.
    """


class UserConsentOptionChoiceParam(TypedDict):
    """One of the choices of a consent option."""

    value: NotRequired[str]
    """The value of the claim if this choice is selected."""
    label: NotRequired[str]
    """The label displayed for this choice."""


class UserConsentOptionParam(TypedDict):
    """An option that the user selects on the consent page."""

    claim: str
    """The claim of the token that contains the selected value."""
    type: Literal["enum"]
    """Always `enum`."""
    label: str
    """The label displayed above the choices."""
    choices: Sequence[UserConsentOptionChoice | UserConsentOptionChoiceParam]
    """The choices that the user can select from."""
