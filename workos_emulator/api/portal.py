"""Handlers of Admin Portal links."""

from datetime import timedelta

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth import portal_links
from workos_emulator.auth.call import Call
from workos_emulator.http import errors, urls

_LIFETIME = timedelta(minutes=5)


def _organization_id(call: Call) -> str:
    id = call.body["organization"]
    if id not in call.state.organizations:
        raise errors.not_found("Organization", id)
    return str(id)


@operation("generatePortalLink")
def generate(call: Call) -> Result:
    """Generate a link that is valid for five minutes. It leads to the pages of the Admin Portal."""
    organization_id = _organization_id(call)
    for name in ("return_url", "success_url"):
        if name in call.body and not urls.is_web_url(call.body[name]):
            raise errors.invalid_field(name, "invalid_format")
    link = portal_links.create(
        call.state,
        organization_id,
        [call.body["intent"]] if "intent" in call.body else [],
        _LIFETIME,
        external_user_id=call.body.get("external_user_id"),
        return_url=call.body.get("return_url"),
        success_url=call.body.get("success_url"),
        options=dict(call.body.get("intent_options", {})),
    )
    return {"link": call.request.base_url + portal_links.path(link)}


@operation("revokePortalLink")
def revoke(call: Call) -> Result:
    """Revoke the links of one external user and end the sessions that they have started; a no-op if there are none."""
    portal_links.revoke(call.state, _organization_id(call), external_user_id=call.body["external_user_id"])
    return None
