# Generated from spec/resources/portal.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of portal."""

from typing import Literal, TypeAlias

from workos_core.serialization.model import Model, model

__all__ = [
    "PortalIntent",
    "PortalLink",
    "ProviderIconTheme",
]


@model
class PortalLink(Model):
    """A link to the Admin Portal."""

    link: str
    """The address to send the user to, good for five minutes."""


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
"""What can be set up in the Admin Portal: connections for single sign-on (`sso`), directories (`dsync`),
domains, log streams, the renewal of a SAML certificate (`certificate_renewal`), or keys of the customer.
`audit_logs` shows the audit log.
"""

ProviderIconTheme: TypeAlias = (
    Literal[
        "light",
        "dark",
    ]
    | str
)
"""The background an icon is drawn for."""
