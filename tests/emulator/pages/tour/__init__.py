"""A tour through all pages in each of their states, for checks that every page must pass. A new page needs a stop in it."""

from . import admin_portal, connect, dashboard, devices, errors, passkeys, providers, sign_in

__all__ = ["admin_portal", "connect", "dashboard", "devices", "errors", "passkeys", "providers", "sign_in"]
