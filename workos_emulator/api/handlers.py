"""All handlers of the API."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from workos_emulator.api.registry import Handler, registered_handlers

_MODULES = (
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
    "vault.handlers",
    "waitlists",
    "webhooks",
)


@cache
def handlers() -> Mapping[str, Handler]:
    """Import all modules that register handlers, and return the handlers by `operationId`."""
    for name in _MODULES:
        import_module(f"workos_emulator.api.{name}")
    return registered_handlers()
