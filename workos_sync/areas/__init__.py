# Generated from workos_async/areas/__init__.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The areas of the API as attributes of the client. The module of an area is loaded when it is first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workos_sync._caller import Caller
    from workos_sync.areas.directory_sync import DirectorySync
    from workos_sync.areas.organization_domains import OrganizationDomains
    from workos_sync.areas.organizations import Organizations
    from workos_sync.areas.user_management import UserManagement


class Areas:
    """One attribute for each area of the API."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @cached_property
    def directory_sync(self) -> DirectorySync:
        """Directories are your customers' employee systems. Their users and groups are copied here and kept up to
        date; everything but deleting a directory is reading.
        """
        from workos_sync.areas.directory_sync import DirectorySync

        return DirectorySync(self._caller)

    @cached_property
    def organization_domains(self) -> OrganizationDomains:
        """Domains of organizations. A customer proves that a domain is theirs with a TXT record in its DNS."""
        from workos_sync.areas.organization_domains import OrganizationDomains

        return OrganizationDomains(self._caller)

    @cached_property
    def organizations(self) -> Organizations:
        """Organizations are your customers: companies whose people sign in together and share connections,
        directories, roles and domains.
        """
        from workos_sync.areas.organizations import Organizations

        return Organizations(self._caller)

    @cached_property
    def user_management(self) -> UserManagement:
        """The people who sign in to your application: their accounts, memberships in organizations, sessions, and
        every way to sign in.
        """
        from workos_sync.areas.user_management import UserManagement

        return UserManagement(self._caller)
