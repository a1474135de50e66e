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
    """What the metadata of an actor looks like."""

    metadata: dict[str, Any]
    """The metadata, as JSON Schema."""


@model
class AuditLogSchemaTarget(Model):
    """A kind of target that an event can have."""

    type: str
    """The kind of target, such as `invoice`."""
    metadata: dict[str, Any] | None = UNSET
    """Its metadata, as JSON Schema."""


@model
class AuditLogSchema(Model):
    """What the events of an action look like, in one version."""

    object: Literal["audit_log_schema"] = "audit_log_schema"
    """Always `audit_log_schema`."""
    version: int
    """The number of the version, from 1."""
    actor: AuditLogSchemaActor | None = UNSET
    """The metadata of the actor."""
    targets: list[AuditLogSchemaTarget]
    """The targets an event can have."""
    metadata: dict[str, Any] | None = UNSET
    """The metadata of the event, as JSON Schema."""
    created_at: datetime
    """When this version was created."""


@model
class AuditLogAction(Model):
    """A kind of event, with the newest schema for it."""

    object: Literal["audit_log_action"] = "audit_log_action"
    """Always `audit_log_action`."""
    name: str
    """The name of the action, such as `user.viewed_invoice`."""
    schema: AuditLogSchema
    """The newest schema of the action."""
    created_at: datetime
    """When the action was created."""
    updated_at: datetime
    """When the action last changed."""


@model
class AuditLogEventActor(Model):
    """Who did something."""

    id: str
    """Your id for the actor."""
    type: str
    """The kind of actor, such as `user`."""
    name: str | None = UNSET
    """The name people see."""
    metadata: dict[str, str | float | bool] | None = UNSET
    """Your own data, as the schema describes it: up to 50 keys of at most 40 letters, digits, `_` or `-`; texts of
    at most 500 characters, numbers and booleans.
    """


@model
class AuditLogEventContext(Model):
    """Where something was done from."""

    location: str
    """The IP address, or another place."""
    user_agent: str | None = UNSET
    """The browser or program."""


@model
class AuditLogEventTarget(Model):
    """What something was done to."""

    id: str
    """Your id for the target."""
    type: str
    """The kind of target, one of those in the schema."""
    name: str | None = UNSET
    """The name people see."""
    metadata: dict[str, str | float | bool] | None = UNSET
    """Your own data, as the schema describes it: up to 50 keys of at most 40 letters, digits, `_` or `-`; texts of
    at most 500 characters, numbers and booleans.
    """


@model
class AuditLogEvent(Model):
    """Something that somebody did in your application."""

    action: str
    """The name of the action, such as `user.viewed_invoice`."""
    occurred_at: datetime
    """When it happened."""
    actor: AuditLogEventActor
    """Who did it."""
    targets: list[AuditLogEventTarget]
    """What it was done to."""
    context: AuditLogEventContext
    """Where it was done from."""
    metadata: dict[str, str | float | bool] | None = UNSET
    """Your own data, as the schema describes it: up to 50 keys of at most 40 letters, digits, `_` or `-`; texts of
    at most 500 characters, numbers and booleans.
    """
    version: int | None = UNSET
    """The version of the schema that the event fits."""


@model
class AuditLogEventReceipt(Model):
    """The answer to an event."""

    success: bool
    """Whether the event was taken in."""


AuditLogExportState: TypeAlias = (
    Literal[
        "pending",
        "ready",
        "error",
        "expired",
    ]
    | str
)
"""How far an export is: `pending` is being made, `ready` can be fetched, `error` went wrong, `expired` is
gone.
"""


@model
class AuditLogExport(Model):
    """A CSV file of events."""

    object: Literal["audit_log_export"] = "audit_log_export"
    """Always `audit_log_export`."""
    id: str
    """The id of the export (`audit_log_export_…`)."""
    state: AuditLogExportState
    """How far the export is."""
    url: str | None = UNSET
    """Where the file can be fetched for 10 minutes; null until the export is ready."""
    created_at: datetime
    """When the export was started."""
    updated_at: datetime
    """When the export last changed."""


@model
class AuditLogsRetention(Model):
    """How long events are kept."""

    retention_period_in_days: int | None
    """How many days events are kept; null when no period is set."""


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
