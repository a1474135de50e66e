"""Handlers of waitlists and their entries. `Emulator.seed.waitlist` creates a waitlist."""

from typing import Any

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth import email_addresses
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.waitlists import render_waitlist, render_waitlist_entry
from workos_emulator.storage.objects.configuration import Waitlist, WaitlistEntry
from workos_emulator.storage.state import fold


@operation("listWaitlists")
def list_waitlists(call: Call) -> Result:
    """List all waitlists on one page."""
    waitlists = call.state.configuration.waitlists
    return {
        "object": "list",
        "data": [render_waitlist(waitlist) for waitlist in waitlists],
        "list_metadata": {"before": None, "after": None},
    }


@operation("getWaitlist")
def get(call: Call) -> Result:
    """Get a waitlist."""
    return render_waitlist(_get_waitlist(call))


@operation("listWaitlistEntries")
def list_entries(call: Call) -> Result:
    """List the entries of a waitlist, filtered by state and email address."""
    waitlist, entries, query = _get_waitlist(call), call.state.configuration.waitlist_entries, call.query
    numbers = entries.numbers("waitlist", waitlist.id)
    if "email" in query:
        entry = entries.find("place", (waitlist.id, fold(query["email"])))
        numbers = [entry.number] if entry else []
    state = query.get("state")
    return call.page(entries, render_waitlist_entry, numbers=numbers, keep=lambda entry: state in (None, entry.state))


@operation("createWaitlistEntry")
def create_entry(call: Call) -> Result:
    """Create a waitlist entry, or return the existing one with this email address."""
    waitlist, state, body = _get_waitlist(call), call.state, call.body
    if not email_addresses.is_email(body["email"]):
        raise errors.invalid_field("email", "invalid_email")
    entries = state.configuration.waitlist_entries
    if existing := entries.find("place", (waitlist.id, fold(body["email"]))):
        return render_waitlist_entry(existing)
    now = state.now()
    entry = WaitlistEntry(
        id=state.ids.new("waitlist_entry"),
        waitlist_id=waitlist.id,
        email=body["email"],
        additional_fields=body.get("additional_fields") or {},
        created_at=now,
        updated_at=now,
    )
    if body.get("send_confirmation_email"):
        state.outbox.send("waitlist", entry.email, entry.id)
    return render_waitlist_entry(entries.add(entry))


@operation("approveWaitlistEntry")
def approve(call: Call) -> Result:
    """Approve a waitlist entry."""
    entry = _get_entry(call)
    entry.approved_at = entry.approved_at or call.state.now()
    return _set_state(call, entry, "approved")


@operation("denyWaitlistEntry")
def deny(call: Call) -> Result:
    """Deny a waitlist entry."""
    entry = _get_entry(call)
    entry.approved_at = None
    return _set_state(call, entry, "denied")


@operation("deleteWaitlistEntry")
def delete(call: Call) -> Result:
    """Delete a waitlist entry."""
    call.state.configuration.waitlist_entries.remove(_get_entry(call).id)
    return None


def _set_state(call: Call, entry: WaitlistEntry, state: str) -> dict[str, Any]:
    if entry.state != state:
        entry.state, entry.updated_at = state, call.state.now()
        call.state.configuration.waitlist_entries.changed(entry)
    return render_waitlist_entry(entry)


def _get_waitlist(call: Call) -> Waitlist:
    waitlist = call.state.configuration.waitlists.get(call.path["waitlist_id"])
    if waitlist is None:
        raise call.not_found("Waitlist", call.path["waitlist_id"])
    return waitlist


def _get_entry(call: Call) -> WaitlistEntry:
    entry = call.state.configuration.waitlist_entries.get(call.path["waitlist_entry_id"])
    if entry is None:
        raise call.not_found("Waitlist entry", call.path["waitlist_entry_id"])
    return entry
