"""Webhook endpoints as JSON."""

from typing import Any

from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.accounts import WebhookEndpoint


def render_webhook_endpoint(endpoint: WebhookEndpoint) -> dict[str, Any]:
    """Return the webhook endpoint as JSON."""
    return {
        "object": "webhook_endpoint",
        "id": endpoint.id,
        "endpoint_url": endpoint.url,
        "secret": endpoint.secret,
        "status": "enabled" if endpoint.enabled else "disabled",
        "events": endpoint.events,
        "created_at": stamp(endpoint.created_at),
        "updated_at": stamp(endpoint.updated_at),
    }
