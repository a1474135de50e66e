# Generated from spec/resources/audit_logs.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of audit logs."""

from datetime import datetime
from typing import Any, Literal, TypeAlias

from workos_core.serialization.model import UNSET, Model, model

__all__ = [
    "AuditLogAction",
    "AuditLogEvent",
    "AuditLogEventActor",
    "AuditLogEventContext",
    "AuditLogEventReceipt",
    "AuditLogEventTarget",
    "AuditLogExport",
    "AuditLogExportState",
    "AuditLogSchema",
    "AuditLogSchemaActor",
    "AuditLogSchemaTarget",
    "AuditLogsRetention",
    "AuditLogsRetentionPeriod",
]


@model
class AuditLogSchemaActor(Model):
    """The schema of an actor."""

    metadata: dict[str, Any]
    """The metadata of the actor, as JSON Schema."""


@model
class AuditLogSchemaTarget(Model):
    """The schema of a target that an event can have."""

    type: str
    """The type of the target, such as `invoice`."""
    metadata: dict[str, Any] | None = UNSET
    """The metadata of the target, as JSON Schema."""


@model
class AuditLogSchema(Model):
    """An audit log schema, one version of the structure of the events of an action."""

    object: Literal["audit_log_schema"] = "audit_log_schema"
    """Always `audit_log_schema`."""
    version: int
    """The version number of the schema, starting at 1."""
    actor: AuditLogSchemaActor | None = UNSET
    """The schema of the actor."""
    targets: list[AuditLogSchemaTarget]
    """The targets that an event can have."""
    metadata: dict[str, Any] | None = UNSET
    """The metadata of the event, as JSON Schema."""
    created_at: datetime
    """When this version was created."""


@model
class AuditLogAction(Model):
    """An audit log action, with its latest schema."""

    object: Literal["audit_log_action"] = "audit_log_action"
    """Always `audit_log_action`."""
    name: str
    """The name of the action, such as `user.viewed_invoice`."""
    schema: AuditLogSchema
    """The latest schema of the action."""
    created_at: datetime
    """When the action was created."""
    updated_at: datetime
    """When the action was last updated."""


@model
class AuditLogEventActor(Model):
    """The actor that performed an action."""

    id: str
    """The ID of the actor in your own system."""
    type: str
    """The type of the actor, such as `user`."""
    name: str | None = UNSET
    """The display name of the actor."""
    metadata: dict[str, str | float | bool] | None = UNSET
    """Custom data that matches the audit log schema: up to 50 keys of at most 40 letters, digits, `_` or `-`.
    Values are strings of at most 500 characters, numbers or booleans.
    """


@model
class AuditLogEventContext(Model):
    """The context in which an action occurred."""

    location: str
    """The IP address or another location."""
    user_agent: str | None = UNSET
    """The user agent, such as a browser or another program."""


@model
class AuditLogEventTarget(Model):
    """A target of an action."""

    id: str
    """The ID of the target in your own system."""
    type: str
    """The type of the target, one of those in the schema."""
    name: str | None = UNSET
    """The display name of the target."""
    metadata: dict[str, str | float | bool] | None = UNSET
    """Custom data that matches the audit log schema: up to 50 keys of at most 40 letters, digits, `_` or `-`.
    Values are strings of at most 500 characters, numbers or booleans.
    """


@model
class AuditLogEvent(Model):
    """An action that was performed in your application."""

    action: str
    """The name of the action, such as `user.viewed_invoice`."""
    occurred_at: datetime
    """When the action occurred."""
    actor: AuditLogEventActor
    """The actor that performed the action."""
    targets: list[AuditLogEventTarget]
    """The targets of the action."""
    context: AuditLogEventContext
    """The context in which the action occurred."""
    metadata: dict[str, str | float | bool] | None = UNSET
    """Custom data that matches the audit log schema: up to 50 keys of at most 40 letters, digits, `_` or `-`.
    Values are strings of at most 500 characters, numbers or booleans.
    """
    version: int | None = UNSET
    """The version of the audit log schema that the event matches."""


@model
class AuditLogEventReceipt(Model):
    """The result of recording an event."""

    success: bool
    """Whether the event was accepted."""


AuditLogExportState: TypeAlias = (
    Literal[
        "pending",
        "ready",
        "error",
        "expired",
    ]
    | str
)
"""The state of an export: `pending` is in progress, `ready` can be downloaded, `error` has failed, and
`expired` is no longer available.
"""


@model
class AuditLogExport(Model):
    """An export of audit log events as a CSV file."""

    object: Literal["audit_log_export"] = "audit_log_export"
    """Always `audit_log_export`."""
    id: str
    """The ID of the export (`audit_log_export_…`)."""
    state: AuditLogExportState
    """The state of the export."""
    url: str | None = UNSET
    """The URL for downloading the file, valid for 10 minutes; null until the export is ready."""
    created_at: datetime
    """When the export was created."""
    updated_at: datetime
    """When the export was last updated."""


@model
class AuditLogsRetention(Model):
    """The retention period of audit log events."""

    retention_period_in_days: int | None
    """The number of days that events are retained; null if no period is set."""


AuditLogsRetentionPeriod: TypeAlias = (
    Literal[
        "1_MONTH",
        "2_MONTHS",
        "3_MONTHS",
        "4_MONTHS",
        "5_MONTHS",
        "6_MONTHS",
        "7_MONTHS",
        "8_MONTHS",
        "9_MONTHS",
        "10_MONTHS",
        "11_MONTHS",
        "1_YEAR",
        "2_YEARS",
        "3_YEARS",
        "4_YEARS",
        "5_YEARS",
        "6_YEARS",
        "7_YEARS",
        "8_YEARS",
        "9_YEARS",
        "10_YEARS",
    ]
    | str
)
"""A retention period of 1 to 11 months or 1 to 10 years."""
