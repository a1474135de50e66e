"""The behaviour of the operations, one module for each part of the API."""

from functools import cache
from importlib import import_module

MODULES = (
    "authentication",
    "authorization_url",
    "authorized_applications",
    "directory_sync",
    "email_verification",
    "memberships",
    "organization_domains",
    "organizations",
    "sessions",
    "users",
)


@cache
def load() -> None:
    """Import all modules, so that their handlers are registered."""
    for name in MODULES:
        import_module(f"{__name__}.{name}")
