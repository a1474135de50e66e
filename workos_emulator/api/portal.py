"""Handlers of Admin Portal links."""

from datetime import timedelta

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth import hosted_flows
from workos_emulator.auth.call import Call
from workos_emulator.http import errors, urls
from workos_emulator.storage.objects.organizations import PortalLink

_LIFETIME = timedelta(minutes=5)


def _organization_id(call: Call) -> str:
    id = call.body["organization"]
    if id not in call.state.organizations:
        raise errors.not_found("Organization", id)
    return str(id)


@operation("generatePortalLink")
def generate(call: Call) -> Result:
    """Generate a link that is valid for five minutes. It leads to the pages of the Admin Portal."""
    organization_id, now = _organization_id(call), call.state.now()
    for name in ("return_url", "success_url"):
        if name in call.body and not urls.is_web_url(call.body[name]):
            raise errors.invalid_field(name, "invalid_format")
    link = PortalLink(
        id=call.state.ids.secret(32),
        organization_id=organization_id,
        intent=call.body.get("intent"),
        external_user_id=call.body.get("external_user_id"),
        return_url=call.body.get("return_url"),
        success_url=call.body.get("success_url"),
        options=dict(call.body.get("intent_options", {})),
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
    """Revoke the links of one external user and end the sessions that they have started; a no-op if there are none."""
    organization_id, external_user_id = _organization_id(call), call.body["external_user_id"]
    for link in call.state.portal_links.group("organization", organization_id):
        if link.external_user_id == external_user_id:
            call.state.portal_links.remove(link.id)
    for session in call.state.portal_sessions.group("organization", organization_id):
        if session.external_user_id == external_user_id:
            call.state.portal_sessions.remove(session.id)
    return None
