"""The behaviour of the operations, one module for each part of the API."""

from functools import cache
from importlib import import_module

MODULES = (
    "agents.blueprints",
    "agents.registrations",
    "agents.sessions",
    "agents.tokens",
    "api_keys",
    "audit_logs.events",
    "audit_logs.schemas",
    "authentication",
    "authorization.assignments",
    "authorization.checks",
    "authorization.group_assignments",
    "authorization.permissions",
    "authorization.resources",
    "authorization.roles",
    "authorization_url",
    "authorized_applications",
    "client_tokens",
    "configuration",
    "connect",
    "devices",
    "directory_sync",
    "email_change",
    "email_verification",
    "events",
    "external_auth",
    "feature_flags",
    "groups",
    "invitations",
    "it_contacts",
    "magic_auth",
    "memberships",
    "mfa",
    "organization_domains",
    "organizations",
    "password_reset",
    "passwordless",
    "pipes.accounts",
    "pipes.authorize",
    "pipes.configurations",
    "pipes.credentials",
    "pipes.integrations",
    "portal",
    "provider_icons",
    "radar",
    "radar_challenges",
    "sessions",
    "sso.authorize",
    "sso.certificates",
    "sso.connections",
    "sso.logout",
    "sso.profiles",
    "teams",
    "users",
    "vault",
    "waitlists",
    "webhooks",
)


@cache
def load() -> None:
    """Import all modules, so that their handlers are registered."""
    for name in MODULES:
        import_module(f"{__name__}.{name}")
