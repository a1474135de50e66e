"""The table of the 286 numbered items of the API reference, each with a check."""

from . import (
    authentication,
    authorization_url,
    directories,
    events_and_flags,
    general,
    limits,
    mfa_and_organizations,
    portal_and_audit_logs,
    sessions,
    user_management,
    users,
)
from .base import Row

_TABLES = (
    general,
    limits,
    portal_and_audit_logs,
    users,
    authorization_url,
    authentication,
    sessions,
    user_management,
    directories,
    events_and_flags,
    mfa_and_organizations,
)

ROWS: list[Row] = [row for table in _TABLES for row in table.rows]
"""All rows, in the order of the API reference."""
