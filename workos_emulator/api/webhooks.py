"""Handlers of webhook endpoints. `Emulator.deliveries` sends events to them."""

from urllib.parse import urlsplit

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors, urls
from workos_emulator.rendering.webhooks import render_webhook_endpoint
from workos_emulator.storage.objects.accounts import WebhookEndpoint

_LOOPBACK = ("localhost", "127.0.0.1", "::1")


def _get(call: Call) -> WebhookEndpoint:
    endpoint = call.state.webhook_endpoints.get(call.path["webhook_endpoint_id"])
    if endpoint is None:
        raise errors.coded(
            404, "entity_not_found", f"Webhook endpoint not found: '{call.path['webhook_endpoint_id']}'."
        )
    return endpoint


def _url(call: Call, endpoint: WebhookEndpoint | None) -> str:
    """Return the URL in the body. It must be an https URL, or an http URL on this machine, and unique."""
    url: str = call.body["endpoint_url"]
    if not urls.is_web_url(url) or (urls.scheme(url) == "http" and urlsplit(url).hostname not in _LOOPBACK):
        raise errors.coded(422, "invalid_url", "endpoint_url must be an https URL.")
    if call.state.webhook_endpoints.find("url", url) not in (None, endpoint):
        raise errors.coded(409, "duplicate_endpoint", "Another endpoint has this URL.")
    return url


@operation("listWebhookEndpoints")
def list_endpoints(call: Call) -> Result:
    """List webhook endpoints."""
    return call.page(call.state.webhook_endpoints, render_webhook_endpoint)


@operation("createWebhookEndpoint")
def create(call: Call) -> Result:
    """Create a webhook endpoint with its own secret."""
    now = call.state.now()
    endpoint = WebhookEndpoint(
        id=call.state.ids.new("we"),
        url=_url(call, None),
        secret=call.state.ids.reserved("webhook_secret") or call.state.ids.secret(32),
        events=list(dict.fromkeys(call.body["events"])),
        created_at=now,
        updated_at=now,
    )
    return render_webhook_endpoint(call.state.webhook_endpoints.add(endpoint))


@operation("updateWebhookEndpoint")
def update(call: Call) -> Result:
    """Update the fields in the body."""
    endpoint = _get(call)
    if "endpoint_url" in call.body:
        endpoint.url = _url(call, endpoint)
    if "status" in call.body:
        endpoint.enabled = call.body["status"] == "enabled"
    if "events" in call.body:
        endpoint.events = list(dict.fromkeys(call.body["events"]))
    endpoint.updated_at = call.state.now()
    call.state.webhook_endpoints.changed(endpoint)
    return render_webhook_endpoint(endpoint)


@operation("deleteWebhookEndpoint")
def delete(call: Call) -> Result:
    """Delete a webhook endpoint."""
    call.state.webhook_endpoints.remove(_get(call).id)
    return None
