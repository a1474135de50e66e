"""Handlers of Admin Portal links."""

from datetime import timedelta

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth import hosted_flows
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.storage.objects.organizations import PortalLink

_LIFETIME = timedelta(minutes=5)


def _organization_id(call: Call) -> str:
    id = call.body["organization"]
    if id not in call.state.organizations:
        raise errors.not_found("Organization", id)
    return str(id)


@operation("generatePortalLink")
def generate(call: Call) -> Result:
    """Generate a link that is valid for five minutes. It leads to a hosted page."""
    organization_id, now = _organization_id(call), call.state.now()
    link = PortalLink(
        id=call.state.ids.secret(32),
        organization_id=organization_id,
        intent=call.body.get("intent"),
        external_user_id=call.body.get("external_user_id"),
        expires_at=now + _LIFETIME,
        created_at=now,
        updated_at=now,
    )
    for other in call.state.portal_links.group("organization", organization_id):
        if other.expires_at <= now:
            call.state.portal_links.remove(other.id)
    call.state.portal_links.add(link)
    return {"link": call.request.base_url + hosted_flows.page_url("/admin-portal", token=link.id)}


@operation("revokePortalLink")
def revoke(call: Call) -> Result:
    """Revoke the links of one external user; a no-op if there are none."""
    for link in call.state.portal_links.group("organization", _organization_id(call)):
        if link.external_user_id == call.body["external_user_id"]:
            call.state.portal_links.remove(link.id)
    return None
