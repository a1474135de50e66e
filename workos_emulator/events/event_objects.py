"""The objects that events are about. Webhooks about the same object are delivered in order."""

from collections.abc import Mapping
from typing import Any

from workos_emulator.http import payload
from workos_emulator.storage.objects.events import Event

_OWN_ID = ("id", "user_id", "email")
_RELATED_IDS = ("agent_registration_id", "flag_id", "group_id", "organization_membership_id")
_RELATED_OBJECTS = {
    "user": "id",
    "group": "id",
    "connection": "id",
    "organization_domain": "id",
    "sso": "connection_id",
}
# What identifies an object whose payload has no ID: a role, an object or key of Vault, a connected account, an organization.
_IDENTIFYING_FIELDS = (
    ("organization_id", "slug"),
    ("slug",),
    ("kv_name",),
    ("key_id",),
    ("data_integration_id", "organization_id"),
    ("organization_id",),
)


def object_keys(event: Event) -> list[str]:
    """Return a key for each object that an event is about: its ID, or the fields that identify an object without an ID.

    An event that is about no object, such as `vault.names.listed`, has its own ID as the key.
    """
    data = event.data
    own = next((data[name] for name in _OWN_ID if isinstance(data.get(name), str)), None)
    keys = [own, *(data.get(name) for name in _RELATED_IDS), *data.get("key_ids", ())]
    for name, id in _RELATED_OBJECTS.items():
        if payload.is_object(related := data.get(name)):
            keys.append(related.get(id))
    found = [key for key in keys if isinstance(key, str)]
    return found or [_identify(data) or event.id]


def _identify(data: Mapping[str, Any]) -> str | None:
    for names in _IDENTIFYING_FIELDS:
        if all(isinstance(data.get(name), str) for name in names):
            return " ".join(f"{name}={data[name]}" for name in names)
    return None
