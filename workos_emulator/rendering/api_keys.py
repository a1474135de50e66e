"""API keys as JSON."""

from typing import Any

from workos_emulator.storage.clock import stamp, stamp_or_none
from workos_emulator.storage.objects.credentials import ApiKey

PREFIX = "sk_"


def render_api_key(key: ApiKey) -> dict[str, Any]:
    """Return the API key as JSON, without its value."""
    owner: dict[str, Any] = {"type": "organization", "id": key.organization_id}
    if key.user_id is not None:
        owner = {"type": "user", "id": key.user_id, "organization_id": key.organization_id}
    return {
        "object": "api_key",
        "id": key.id,
        "owner": owner,
        "name": key.name,
        "obfuscated_value": f"{PREFIX}...{key.value[-4:]}",
        "permissions": key.permissions,
        "expires_at": stamp_or_none(key.expires_at),
        "last_used_at": stamp_or_none(key.last_used_at),
        "created_at": stamp(key.created_at),
        "updated_at": stamp(key.updated_at),
    }
