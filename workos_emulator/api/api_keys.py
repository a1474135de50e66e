"""Handlers of API keys of organizations and of their members."""

from datetime import datetime
from typing import Any

from workos_emulator.api import organizations, users
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.api_keys import PREFIX, render_api_key
from workos_emulator.storage.clock import stamp_or_none
from workos_emulator.storage.objects.credentials import ApiKey


@operation("listOrganizationApiKeys")
def list_of_organization(call: Call) -> Result:
    """List the API keys of an organization, without those of its members."""
    keys = call.state.credentials.api_keys
    organization = organizations.find_organization(call, call.path["organization_id"])
    return call.page(keys, render_api_key, numbers=keys.numbers("owner", organization.id))


@operation("createOrganizationApiKey")
def create_of_organization(call: Call) -> Result:
    """Create an API key for an organization."""
    return _create(call, organizations.find_organization(call, call.path["organization_id"]).id, None)


@operation("listUserApiKeys")
def list_of_user(call: Call) -> Result:
    """List the API keys of a user, filtered by organization."""
    keys, organization_id = call.state.credentials.api_keys, call.query.get("organization_id")
    user = users.find_user(call, call.path["user_id"])
    numbers = keys.numbers("owner", user.id)
    return call.page(
        keys, render_api_key, numbers=numbers, keep=lambda key: organization_id in (None, key.organization_id)
    )


@operation("createUserApiKey")
def create_of_user(call: Call) -> Result:
    """Create an API key for an active member of an organization."""
    user, organization_id = users.find_user(call, call.path["user_id"]), call.body["organization_id"]
    organizations.find_organization(call, organization_id)
    membership = call.state.memberships.find("pair", (user.id, organization_id))
    if membership is None or membership.status != "active":
        raise errors.invalid_field("organization_id", "user_not_organization_member")
    return _create(call, organization_id, user.id)


@operation("validateApiKey", behavior="computed")
def validate(call: Call) -> Result:
    """Return the API key with a value and update its `last_used_at`; null if the value is unknown or the key has expired."""
    key = call.state.credentials.api_keys.find("value", call.body["value"])
    if key is None or _is_expired(call, key):
        return {"api_key": None}
    key.last_used_at = call.state.now()
    return {"api_key": render_api_key(key)}


@operation("deleteApiKey")
def delete(call: Call) -> Result:
    """Delete an API key."""
    call.state.credentials.api_keys.remove(_get(call).id)
    return None


@operation("expireApiKey")
def expire(call: Call) -> Result:
    """Set the expiry of an API key: immediately by default, never for null."""
    key, now = _get(call), call.state.now()
    if _is_expired(call, key):
        raise errors.coded(409, "api_key_already_expired", "The API key has already expired.")
    previous = stamp_or_none(key.expires_at)
    if "expires_at" in call.body and call.body["expires_at"] is None:
        key.expires_at = None
    else:
        value = call.body.get("expires_at")
        key.expires_at = now if value is None else max(now, datetime.fromisoformat(value))
    key.updated_at = now
    call.state.credentials.api_keys.changed(key)
    data = {**render_api_key(key), "previous_attributes": {"expires_at": previous}}
    call.state.events.emit("api_key.updated", data, key.organization_id)
    return render_api_key(key)


def _create(call: Call, organization_id: str, user_id: str | None) -> dict[str, Any]:
    state, body, now = call.state, call.body, call.state.now()
    permissions: list[str] = body.get("permissions", [])
    unknown = [
        {"field": f"permissions.{index}", "code": "unknown_permission"}
        for index, slug in enumerate(permissions)
        if state.access.permissions.find("slug", slug) is None
    ]
    if unknown:
        raise errors.invalid(unknown)
    expires_at = datetime.fromisoformat(body["expires_at"]) if "expires_at" in body else None
    if expires_at is not None and expires_at <= now:
        raise errors.invalid_field("expires_at", "must_be_in_the_future")
    key = ApiKey(
        id=state.ids.new("api_key"),
        name=body["name"],
        value=state.ids.reserved("api_key_value") or PREFIX + state.ids.secret(32),
        organization_id=organization_id,
        user_id=user_id,
        permissions=list(dict.fromkeys(permissions)),
        expires_at=expires_at,
        created_at=now,
        updated_at=now,
    )
    return {**render_api_key(state.credentials.api_keys.add(key)), "value": key.value}


def _is_expired(call: Call, key: ApiKey) -> bool:
    return key.expires_at is not None and key.expires_at <= call.state.now()


def _get(call: Call) -> ApiKey:
    key = call.state.credentials.api_keys.get(call.path["api_key_id"])
    if key is None:
        raise call.not_found("API key", call.path["api_key_id"])
    return key
