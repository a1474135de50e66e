"""Handlers of users and their identities."""

import re
from typing import Any

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth import password_sign_in, passwords
from workos_emulator.auth.call import Call
from workos_emulator.auth.radar import detections
from workos_emulator.http import errors, payload
from workos_emulator.rendering.users import render_user
from workos_emulator.storage.deletion import cascade
from workos_emulator.storage.objects.users import PasswordHash, User
from workos_emulator.storage.state import State, fold

_LOCALE = re.compile(r"[a-z]{2,3}(-([A-Z]{2}|[0-9]{3}))?")


def find_user(call: Call, id: str) -> User:
    """Return the user with this ID.

    Raises:
        ApiError: 404 if they do not exist.
    """
    user = call.state.users.get(id)
    if user is None:
        raise errors.not_found("User", id)
    return user


def create_user(state: State, email: str, **fields: Any) -> User:
    """Create a user with an email address that no other user has, and further fields."""
    now = state.now()
    detections.record_sign_up(state, email)
    return state.users.add(User(id=state.ids.new("user"), email=email, created_at=now, updated_at=now, **fields))


@operation("listUsers")
def list_users(call: Call) -> Result:
    """List users, filtered by email address and organization."""
    users = call.state.users
    organization_id = call.query.get("organization_id", call.query.get("organization"))
    numbers = None if organization_id is None else users.numbers("organization", organization_id)
    if "email" in call.query:
        user = users.find("email", fold(call.query["email"]))
        numbers = [user.number] if user and (numbers is None or user.number in numbers) else []
    return call.page(users, render_user, numbers=numbers)


@operation("createUser", exclusive_rules=False)
def create(call: Call) -> Result:
    """Create a user."""
    body, state = call.body, call.state
    password = _password(call)
    if conflicts := _find_conflicts(call, None):
        raise errors.coded(400, "user_creation_error", "Could not create user.", errors=conflicts)
    user = create_user(
        state,
        body["email"],
        email_verified=body.get("email_verified") or False,
        metadata=body.get("metadata") or {},
        first_name=body.get("first_name"),
        last_name=body.get("last_name"),
        name=body.get("name"),
        external_id=body.get("external_id"),
        password=password,
    )
    return render_user(user)


@operation("getUser")
def get(call: Call) -> Result:
    """Get a user."""
    return render_user(find_user(call, call.path["user_id"]))


@operation("getUserByExternalId")
def get_by_external_id(call: Call) -> Result:
    """Get a user by their external ID."""
    user = call.state.users.find("external_id", call.path["external_id"])
    if user is None:
        raise errors.not_found("User", call.path["external_id"])
    return render_user(user)


@operation("updateUser", exclusive_rules=False)
def update(call: Call) -> Result:
    """Update the fields in the body; null clears a field. Without `email_verified`, a new email address is unverified."""
    user, body = find_user(call, call.path["user_id"]), call.body
    password = _password(call)
    locale = body.get("locale")
    if locale is not None and _LOCALE.fullmatch(locale) is None:
        raise errors.coded(400, "invalid_locale", f"The locale {locale!r} is invalid.")
    for conflict in _find_conflicts(call, user):
        raise errors.coded(400, conflict["code"], conflict["message"])
    for name in ("first_name", "last_name", "name", "locale", "external_id"):
        if name in body:
            setattr(user, name, body[name])
    if "metadata" in body:
        user.metadata = payload.merge_metadata(user.metadata, body["metadata"])
    if "email" in body:
        user.email_verified = user.email_verified and fold(body["email"]) == fold(user.email)
        user.email = body["email"]
    if "email_verified" in body:
        user.email_verified = body["email_verified"]
    if password is not None:
        user.password = password
        password_sign_in.unlock(user)
    user.updated_at = call.state.now()
    call.state.users.changed(user)
    return render_user(user)


@operation("deleteUser")
def delete(call: Call) -> Result:
    """Delete a user with their dependents."""
    cascade.delete_user(call.state, find_user(call, call.path["user_id"]))
    return None


@operation("getUserIdentities")
def get_identities(call: Call) -> Result:
    """List a user's identities at OAuth providers."""
    user = find_user(call, call.path["user_id"])
    return [
        {"idp_id": identity.idp_id, "type": "OAuth", "provider": identity.provider}
        for identity in call.state.identities.group("user", user.id)
    ]


def _find_conflicts(call: Call, user: User | None) -> list[dict[str, str]]:
    """Return the unique values of the body that another user has, each as `{code, message}`."""
    users, conflicts = call.state.users, list[dict[str, str]]()
    if "email" in call.body and users.find("email", fold(call.body["email"])) not in (None, user):
        conflicts.append({"code": "email_not_available", "message": "This email is not available."})
    external_id = call.body.get("external_id")
    if external_id is not None and users.find("external_id", external_id) not in (None, user):
        conflicts.append({"code": "external_id_already_used", "message": "Another user has this external_id."})
    return conflicts


def _password(call: Call) -> PasswordHash | None:
    """Return the password in the body, given as plain text or as a hash; None if there is none."""
    fields = {name: value for name, value in call.body.items() if name.startswith("password") and value is not None}
    for other in ("password_hash", "password_hash_type"):
        if "password" in fields and other in fields:
            raise errors.coded(400, f"password_and_{other}_provided", f"Provide either password or {other}, not both.")
    if "password_salt_position" in fields and "password_hash" not in fields:
        message = "password_salt_position requires password_hash."
        raise errors.coded(400, "password_salt_position_requires_password_hash", message)
    if "password" in fields:
        return hash_strong_password(call.state, fields["password"], "password_strength_error")
    if "password_hash" not in fields and "password_hash_type" not in fields:
        return None
    for name in ("password_hash", "password_hash_type"):
        if name not in fields:
            raise errors.invalid_field(name, "required")
    kind, value = fields["password_hash_type"], fields["password_hash"]
    if not passwords.is_hash(kind, value):
        raise errors.coded(400, "invalid_password_hash", f"The password hash is not a valid {kind} hash.")
    return PasswordHash(kind=kind, value=value, salt_position=fields.get("password_salt_position", "suffix"))


def hash_strong_password(state: State, password: str, code: str) -> PasswordHash:
    """Hash a password if it is strong enough.

    Raises:
        ApiError: 400 with `code` if the password is too weak.
    """
    if weaknesses := passwords.weaknesses(password, state.settings):
        message = "Password does not meet strength requirements."
        raise errors.coded(400, code, message, errors=weaknesses)
    return passwords.hash_password(password, state.ids.secret(16))
