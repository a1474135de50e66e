"""The objects that events are about, for every event type of the OpenAPI document."""

from datetime import UTC, datetime
from typing import Any

import pytest

from workos_emulator.events.event_objects import object_keys
from workos_emulator.http import spec
from workos_emulator.storage.objects.events import Event

WITHOUT_OBJECT = {"vault.names.listed"}
ABOUT_THE_SAME_OBJECT = [
    ("role.created", "role.updated", "role.deleted"),
    ("organization_role.created", "organization_role.updated", "organization_role.deleted"),
    ("group.member_added", "group.member_removed"),
    ("vault.data.created", "vault.data.read", "vault.data.updated", "vault.data.deleted", "vault.metadata.read"),
    ("vault.kek.created", "vault.dek.decrypted", "vault.kek.deleted"),
    ("agent.registration.deleted", "agent.registration.revoked", "agent.registration.claim.attempt.created"),
    ("connection.saml_certificate_renewal_required", "connection.saml_certificate_renewed"),
    ("authentication.sso_started", "authentication.sso_succeeded", "authentication.sso_timed_out"),
    ("dsync.group.user_added", "dsync.group.user_removed"),
]


def read_types() -> dict[str, Any]:
    """Return the schemas of the payloads by event type."""
    types: dict[str, Any] = {}
    for schema in spec.load().raw["components"]["schemas"].values():
        fields = schema.get("properties", {})
        if {"event", "data", "created_at"} <= fields.keys():
            types[fields["event"]["const"]] = fields["data"]
    return types


TYPES = read_types()


def sample(schema: Any, text: str, *, is_null: bool = False) -> Any:
    """Return a value of a schema whose strings contain a text.

    Args:
        schema: The schema.
        text: The text, which identifies the object.
        is_null: Whether fields that can be null are null, and optional fields are omitted.
    """
    schema = spec.load().resolve(schema)
    types = [schema["type"]] if isinstance(schema.get("type"), str) else schema.get("type", [])
    if "const" in schema or "enum" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    if is_null and "null" in types:
        return None
    if "object" in types:
        fields = schema.get("properties", {})
        names = schema.get("required", ()) if is_null else fields
        return {name: sample(fields[name], f"{name} {text}", is_null=is_null) for name in names}
    if "array" in types:
        return [sample(schema["items"], text, is_null=is_null)]
    return text if "string" in types else None


def keys(type: str, text: str, *, is_null: bool = False) -> set[str]:
    now = datetime(2026, 1, 31, tzinfo=UTC)
    data = sample(TYPES[type], text, is_null=is_null)
    event = Event(id="event_1", type=type, data=data, organization_id=None, created_at=now, updated_at=now)
    return set(object_keys(event))


def test_all_types() -> None:
    events: list[str] = spec.load().raw["components"]["schemas"]["WebhookEventType"]["enum"]
    assert TYPES.keys() >= set(events)
    assert len(TYPES) > 100


@pytest.mark.parametrize("type", TYPES)
def test_keys_identify_the_object(type: str) -> None:
    if type in WITHOUT_OBJECT:
        assert keys(type, "1") == {"event_1"}
    else:
        assert "event_1" not in keys(type, "1")
        assert keys(type, "1").isdisjoint(keys(type, "2"))


# Sign-ins can fail before the user is known, and the document declares all IDs of an SSO sign-in as optional.
WITH_ONLY_OPTIONAL_IDS = {type for type in TYPES if type.endswith("_failed") or ".sso_" in type}


@pytest.mark.parametrize("type", sorted(TYPES.keys() - WITH_ONLY_OPTIONAL_IDS))
def test_keys_without_optional_fields(type: str) -> None:
    assert ("event_1" in keys(type, "1", is_null=True)) == (type in WITHOUT_OBJECT)


@pytest.mark.parametrize("types", ABOUT_THE_SAME_OBJECT, ids=lambda types: types[0])
def test_events_of_the_same_object(types: tuple[str, ...]) -> None:
    shared = set.intersection(*(keys(type, "1") for type in types))
    assert shared
    assert all(shared.isdisjoint(keys(type, "2")) for type in types)


def test_members_are_in_order_with_their_group() -> None:
    data = {"group_id": "group_1", "organization_membership_id": "om_1"}
    now = datetime(2026, 1, 31, tzinfo=UTC)
    event = Event(
        id="event_1", type="group.member_added", data=data, organization_id=None, created_at=now, updated_at=now
    )
    assert object_keys(event) == ["group_1", "om_1"]
