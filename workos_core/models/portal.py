# Generated from spec/resources/portal.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of portal."""

from typing import Literal, TypeAlias

from workos_core.serialization.model import UNSET, Model, model

__all__ = [
    "PortalIntent",
    "PortalIntentOptions",
    "PortalLink",
    "PortalSsoIntentOptions",
    "PortalSsoProviderType",
    "ProviderIconTheme",
]


@model
class PortalLink(Model):
    """An Admin Portal link."""

    link: str
    """The URL to redirect the user to. It expires after five minutes."""


PortalSsoProviderType: TypeAlias = Literal["GoogleSAML",] | str
"""A type of identity provider that an Admin Portal link can select."""


@model
class PortalSsoIntentOptions(Model):
    """What the Admin Portal sets up with the intent `sso`."""

    bookmark_slug: str | None = UNSET
    """The slug of the bookmark application to set up."""
    provider_type: PortalSsoProviderType | None = UNSET
    """The type of the identity provider to set up."""


@model
class PortalIntentOptions(Model):
    """What the Admin Portal sets up, depending on the intent."""

    sso: PortalSsoIntentOptions
    """What it sets up with the intent `sso`."""


PortalIntent: TypeAlias = (
    Literal[
        "sso",
        "dsync",
        "audit_logs",
        "log_streams",
        "domain_verification",
        "certificate_renewal",
        "bring_your_own_key",
    ]
    | str
)
"""A feature of the Admin Portal: SSO connections (`sso`), directories (`dsync`), domains
(`domain_verification`), log streams (`log_streams`), the renewal of a SAML certificate
(`certificate_renewal`), customer-managed keys (`bring_your_own_key`), or a view of the audit log
(`audit_logs`).
"""

ProviderIconTheme: TypeAlias = (
    Literal[
        "light",
        "dark",
    ]
    | str
)
"""The background a provider icon is designed for."""
