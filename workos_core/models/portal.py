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
    """An Admin Portal link."""

    link: str
    """The URL to redirect the user to. It expires after five minutes."""


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
