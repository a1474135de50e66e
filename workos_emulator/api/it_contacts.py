"""Handlers of IT contacts."""

from datetime import timedelta

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth import email_addresses, portal_links
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.organizations import render_it_contact
from workos_emulator.storage.objects.organizations import ItContact
from workos_emulator.storage.state import fold

_LIFETIME = timedelta(days=30)
_INTENTS = {"directory_sync": "dsync"}
"""The intents of links, where invitations have another name for them."""


def _organization_id(call: Call) -> str:
    id = call.path["organization_id"]
    if id not in call.state.organizations:
        raise errors.not_found("Organization", id)
    return id


def _get(call: Call) -> ItContact:
    organization_id, id = _organization_id(call), call.path["contact_id"]
    contact = call.state.it_contacts.get(id)
    if contact is None or contact.organization_id != organization_id:
        raise errors.not_found("IT contact", id)
    return contact


@operation("listItContacts")
def list_contacts(call: Call) -> Result:
    """List all IT contacts of an organization, oldest first."""
    contacts = call.state.it_contacts.group("organization", _organization_id(call))
    data = [render_it_contact(contact) for contact in contacts]
    return {"object": "list", "data": data, "list_metadata": {"before": None, "after": None}}


@operation("createItContact")
def create(call: Call) -> Result:
    """Create an IT contact, or return the existing one with this email address."""
    organization_id, email, now = _organization_id(call), call.body["email"], call.state.now()
    for contact in call.state.it_contacts.group("organization", organization_id):
        if fold(contact.email) == fold(email):
            return render_it_contact(contact)
    contact = ItContact(
        id=call.state.ids.new("it_contact"),
        organization_id=organization_id,
        email=email,
        created_at=now,
        updated_at=now,
    )
    return render_it_contact(call.state.it_contacts.add(contact))


@operation("deleteItContact")
def delete(call: Call) -> Result:
    """Delete an IT contact, and revoke their invitation."""
    contact = _get(call)
    portal_links.revoke(call.state, contact.organization_id, it_contact_id=contact.id)
    call.state.it_contacts.remove(contact.id)
    return None


@operation("inviteItContact")
def invite(call: Call) -> Result:
    """Send an IT contact a link to the Admin Portal. It replaces the one of an earlier invitation."""
    contact, state = _get(call), call.state
    if not email_addresses.is_deliverable(contact.email, state.settings):
        raise errors.coded(422, "invitation_email_not_sent", f"The email to {contact.email} could not be sent.")
    _set_intents(call, contact, call.body["intents"])
    intents = [_INTENTS.get(intent, intent) for intent in contact.intents]
    link = portal_links.create(state, contact.organization_id, intents, _LIFETIME, it_contact_id=contact.id)
    url = call.request.base_url + portal_links.path(link)
    state.outbox.send("it_contact_invitation", contact.email, contact.id, token=link.id, url=url)
    return None


@operation("revokeItContact")
def revoke(call: Call) -> Result:
    """Revoke the invitation of an IT contact."""
    _set_intents(call, _get(call), [])
    return None


def _set_intents(call: Call, contact: ItContact, intents: list[str]) -> None:
    """Change the intents of an IT contact, and revoke the link of an earlier invitation."""
    portal_links.revoke(call.state, contact.organization_id, it_contact_id=contact.id)
    contact.intents = list(dict.fromkeys(intents))
    contact.updated_at = call.state.now()
