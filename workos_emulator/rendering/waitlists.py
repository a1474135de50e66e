"""Waitlists and their entries as JSON."""

from typing import Any

from workos_emulator.storage.clock import stamp, stamp_or_none
from workos_emulator.storage.objects.configuration import Waitlist, WaitlistEntry


def render_waitlist(waitlist: Waitlist) -> dict[str, Any]:
    """Return the waitlist as JSON."""
    return {
        "object": "waitlist",
        "id": waitlist.id,
        "created_at": stamp(waitlist.created_at),
        "updated_at": stamp(waitlist.updated_at),
    }


def render_waitlist_entry(entry: WaitlistEntry) -> dict[str, Any]:
    """Return the waitlist entry as JSON."""
    return {
        "object": "waitlist_entry",
        "id": entry.id,
        "waitlist_id": entry.waitlist_id,
        "email": entry.email,
        "state": entry.state,
        "additional_fields": entry.additional_fields,
        "approved_at": stamp_or_none(entry.approved_at),
        "created_at": stamp(entry.created_at),
        "updated_at": stamp(entry.updated_at),
    }
