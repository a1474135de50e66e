"""Links to the Admin Portal: created by the application, or sent to an IT contact by email."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from workos_emulator.auth.hosted_flows import page_url
from workos_emulator.storage.objects.organizations import PortalLink
from workos_emulator.storage.state import State


def create(
    state: State, organization_id: str, intents: Collection[str], lifetime: timedelta, **fields: Any
) -> PortalLink:
    """Create a link, and remove the expired links of its organization.

    Args:
        state: The stored objects.
        organization_id: The ID of the organization.
        intents: The features that the link sets up; empty for all of them.
        lifetime: How long the link can be opened.
        **fields: Optional fields of the link.
    """
    now = state.now()
    for other in state.portal_links.group("organization", organization_id):
        if other.expires_at <= now:
            state.portal_links.remove(other.id)
    link = PortalLink(
        id=state.ids.secret(32),
        organization_id=organization_id,
        intents=list(intents),
        expires_at=now + lifetime,
        created_at=now,
        updated_at=now,
        **fields,
    )
    return state.portal_links.add(link)


def path(link: PortalLink) -> str:
    """Return the path and the query of the URL of a link."""
    return page_url("/admin-portal", token=link.id)


def revoke(
    state: State, organization_id: str, *, external_user_id: str | None = None, it_contact_id: str | None = None
) -> None:
    """Remove the links for a user of the application or an IT contact, and end the sessions that they have started."""
    for collection in (state.portal_links, state.portal_sessions):
        for each in collection.group("organization", organization_id):
            is_for_user = external_user_id is not None and each.external_user_id == external_user_id
            if is_for_user or (it_contact_id is not None and each.it_contact_id == it_contact_id):
                collection.remove(each.id)
