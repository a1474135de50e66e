"""External systems over HTTP: directories, identity provider connections and profiles."""

from typing import Any

from workos_emulator.control.routes import ControlCall, route
from workos_emulator.http.schema_parts import (
    API_OBJECT,
    CONNECTION,
    DIRECTORY,
    DIRECTORY_GROUP,
    DIRECTORY_USER,
    PROFILE,
    STRING,
    Schema,
    object_schema,
)


def _new(fields: dict[str, Schema], *required: str) -> Schema:
    return object_schema({**dict.fromkeys(required, STRING), **fields}, *required)


def _some(fields: dict[str, Schema]) -> Schema:
    return object_schema(fields, minProperties=1)


@route("POST", "/directories", body=_new(DIRECTORY, "organization_id"), status=201, response=API_OBJECT)
def create_directory(call: ControlCall) -> Any:
    """Connect a directory to an organization (`dsync.activated`)."""
    return call.emulator.seed.directory(**call.body)


@route("PATCH", "/directories/{id}", body=_some(DIRECTORY), response=API_OBJECT)
def update_directory(call: ControlCall) -> Any:
    """Update a directory (`dsync.activated`, when its state becomes `linked`)."""
    return call.emulator.seed.update_directory(call.path["id"], **call.body)


@route("DELETE", "/directories/{id}", status=204)
def delete_directory(call: ControlCall) -> Any:
    """Delete a directory with its users and groups (`dsync.deleted`)."""
    call.emulator.seed.delete_directory(call.path["id"])


@route("POST", "/directory_groups", body=_new(DIRECTORY_GROUP, "directory_id", "name"), status=201, response=API_OBJECT)
def create_directory_group(call: ControlCall) -> Any:
    """Add a group to a directory (`dsync.group.created`)."""
    return call.emulator.seed.directory_group(**call.body)


@route("PATCH", "/directory_groups/{id}", body=_some(DIRECTORY_GROUP), response=API_OBJECT)
def update_directory_group(call: ControlCall) -> Any:
    """Update a group (`dsync.group.updated`)."""
    return call.emulator.seed.update_directory_group(call.path["id"], **call.body)


@route("DELETE", "/directory_groups/{id}", status=204)
def delete_directory_group(call: ControlCall) -> Any:
    """Delete a group; its users stay (`dsync.group.deleted`)."""
    call.emulator.seed.delete_directory_group(call.path["id"])


@route("POST", "/directory_users", body=_new(DIRECTORY_USER, "directory_id"), status=201, response=API_OBJECT)
def create_directory_user(call: ControlCall) -> Any:
    """Add a user to a directory and its groups (`dsync.user.created`, `dsync.group.user_added`)."""
    return call.emulator.seed.directory_user(**call.body)


@route("PATCH", "/directory_users/{id}", body=_some(DIRECTORY_USER), response=API_OBJECT)
def update_directory_user(call: ControlCall) -> Any:
    """Update a user (`dsync.user.updated`) or their groups (`dsync.group.user_added`, `dsync.group.user_removed`)."""
    return call.emulator.seed.update_directory_user(call.path["id"], **call.body)


@route("DELETE", "/directory_users/{id}", status=204)
def delete_directory_user(call: ControlCall) -> Any:
    """Delete a user from a directory (`dsync.user.deleted`)."""
    call.emulator.seed.delete_directory_user(call.path["id"])


_NEW_CONNECTION = object_schema({"organization_id": STRING, "type": STRING, **CONNECTION}, "organization_id")


@route("POST", "/connections", body=_NEW_CONNECTION, status=201, response=API_OBJECT)
def create_connection(call: ControlCall) -> Any:
    """Connect an identity provider to an organization (`connection.activated`, if the connection is active)."""
    return call.emulator.seed.connection(**call.body)


@route("PATCH", "/connections/{id}", body=_some(CONNECTION), response=API_OBJECT)
def update_connection(call: ControlCall) -> Any:
    """Update a connection (`connection.activated`, `connection.deactivated`)."""
    return call.emulator.seed.update_connection(call.path["id"], **call.body)


@route("DELETE", "/connections/{id}", status=204)
def delete_connection(call: ControlCall) -> Any:
    """Delete a connection (`connection.deleted`)."""
    call.emulator.seed.delete_connection(call.path["id"])


@route("POST", "/profiles", body=_new(PROFILE, "connection_id", "email"), status=201, response=API_OBJECT)
def create_profile(call: ControlCall) -> Any:
    """Add a profile to an identity provider. Pass its email address as `login_hint` to sign in with it."""
    return call.emulator.seed.profile(**call.body)


@route("PATCH", "/profiles/{id}", body=_some(PROFILE), response=API_OBJECT)
def update_profile(call: ControlCall) -> Any:
    """Update a profile of an identity provider."""
    return call.emulator.seed.update_profile(call.path["id"], **call.body)


@route("DELETE", "/profiles/{id}", status=204)
def delete_profile(call: ControlCall) -> Any:
    """Delete a profile from an identity provider."""
    call.emulator.seed.delete_profile(call.path["id"])
