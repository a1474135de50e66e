"""Handlers of IT contacts. The emulator sends them no email."""

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.organizations import render_it_contact
from workos_emulator.storage.objects.organizations import ItContact
from workos_emulator.storage.state import fold


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
    """Delete an IT contact."""
    call.state.it_contacts.remove(_get(call).id)
    return None


@operation("inviteItContact")
def invite(call: Call) -> Result:
    """Invite an IT contact for Admin Portal intents."""
    return _set_intents(call, call.body["intents"])


@operation("revokeItContact")
def revoke(call: Call) -> Result:
    """Revoke the invitation of an IT contact."""
    return _set_intents(call, [])


def _set_intents(call: Call, intents: list[str]) -> Result:
    contact = _get(call)
    contact.intents = list(dict.fromkeys(intents))
    contact.updated_at = call.state.now()
    return None
