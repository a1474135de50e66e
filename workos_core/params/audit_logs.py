# Generated from spec/resources/audit_logs.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Objects in arguments of audit logs."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NotRequired, TypedDict

from workos_core.models.audit_logs import AuditLogEventActor, AuditLogEventContext, AuditLogEventTarget

__all__ = [
    "AuditLogEventActorParam",
    "AuditLogEventContextParam",
    "AuditLogEventParam",
    "AuditLogEventTargetParam",
    "AuditLogSchemaActorParam",
    "AuditLogSchemaTargetParam",
]


class AuditLogEventActorParam(TypedDict):
    """The actor that performed an action."""

    id: str
    """The ID of the actor in your own system."""
    type: str
    """The type of the actor, such as `user`."""
    name: NotRequired[str]
    """The display name of the actor."""
    metadata: NotRequired[Mapping[str, str | float | bool]]
    """Custom data that matches the audit log schema: up to 50 keys of at most 40 letters, digits, `_` or `-`.
    Values are strings of at most 500 characters, numbers or booleans.
    """


class AuditLogEventContextParam(TypedDict):
    """The context in which an action occurred."""

    location: str
    """The IP address or another location."""
    user_agent: NotRequired[str]
    """The user agent, such as a browser or another program."""


class AuditLogEventTargetParam(TypedDict):
    """A target of an action."""

    id: str
    """The ID of the target in your own system."""
    type: str
    """The type of the target, one of those in the schema."""
    name: NotRequired[str]
    """The display name of the target."""
    metadata: NotRequired[Mapping[str, str | float | bool]]
    """Custom data that matches the audit log schema: up to 50 keys of at most 40 letters, digits, `_` or `-`.
    Values are strings of at most 500 characters, numbers or booleans.
    """


class AuditLogEventParam(TypedDict):
    """An action that was performed in your application."""

    action: str
    """The name of the action, such as `user.viewed_invoice`."""
    occurred_at: datetime | str
    """When the action occurred."""
    actor: AuditLogEventActor | AuditLogEventActorParam
    """The actor that performed the action."""
    targets: Sequence[AuditLogEventTarget | AuditLogEventTargetParam]
    """The targets of the action."""
    context: AuditLogEventContext | AuditLogEventContextParam
    """The context in which the action occurred."""
    metadata: NotRequired[Mapping[str, str | float | bool]]
    """Custom data that matches the audit log schema: up to 50 keys of at most 40 letters, digits, `_` or `-`.
    Values are strings of at most 500 characters, numbers or booleans.
    """
    version: NotRequired[int]
    """The version of the audit log schema that the event matches."""


class AuditLogSchemaActorParam(TypedDict):
    """The schema of an actor."""

    metadata: Mapping[str, Any]
    """The metadata of the actor, as JSON Schema."""


class AuditLogSchemaTargetParam(TypedDict):
    """The schema of a target that an event can have."""

    type: str
    """The type of the target, such as `invoice`."""
    metadata: NotRequired[Mapping[str, Any]]
    """The metadata of the target, as JSON Schema."""
