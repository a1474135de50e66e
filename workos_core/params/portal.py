# Generated from spec/resources/portal.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Objects in arguments of portal."""

from typing import NotRequired, TypedDict

from workos_core.models.portal import PortalSsoIntentOptions, PortalSsoProviderType

__all__ = [
    "PortalIntentOptionsParam",
    "PortalSsoIntentOptionsParam",
]


class PortalSsoIntentOptionsParam(TypedDict):
    """What the Admin Portal sets up with the intent `sso`."""

    bookmark_slug: NotRequired[str]
    """The slug of the bookmark application to set up."""
    provider_type: NotRequired[PortalSsoProviderType]
    """The type of the identity provider to set up."""


class PortalIntentOptionsParam(TypedDict):
    """What the Admin Portal sets up, depending on the intent."""

    sso: PortalSsoIntentOptions | PortalSsoIntentOptionsParam
    """What it sets up with the intent `sso`."""
