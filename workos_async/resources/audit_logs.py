# Generated from spec/resources/audit_logs.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.audit_logs`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, overload

from workos_async._pagination.pager import Pager
from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Exclusive, Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array, utc_time
from workos_core.lazy_names import lazy_type
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_core.serialization.argument_coercion import audit_log_actor, audit_log_metadata, audit_log_targets
from workos_core.suggestions import ResourceClient

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
    from workos_core.models.audit_logs import (
        AuditLogAction,
        AuditLogEvent,
        AuditLogEventReceipt,
        AuditLogExport,
        AuditLogSchema,
        AuditLogSchemaActor,
        AuditLogSchemaTarget,
        AuditLogsRetention,
        AuditLogsRetentionPeriod,
    )
    from workos_core.models.common import PaginationOrder
    from workos_core.params.audit_logs import AuditLogEventParam, AuditLogSchemaActorParam, AuditLogSchemaTargetParam
else:
    AuditLogAction = lazy_type("workos_core.models.audit_logs", "AuditLogAction")
    AuditLogEvent = lazy_type("workos_core.models.audit_logs", "AuditLogEvent")
    AuditLogEventReceipt = lazy_type("workos_core.models.audit_logs", "AuditLogEventReceipt")
    AuditLogExport = lazy_type("workos_core.models.audit_logs", "AuditLogExport")
    AuditLogSchema = lazy_type("workos_core.models.audit_logs", "AuditLogSchema")
    AuditLogSchemaActor = lazy_type("workos_core.models.audit_logs", "AuditLogSchemaActor")
    AuditLogSchemaTarget = lazy_type("workos_core.models.audit_logs", "AuditLogSchemaTarget")
    AuditLogsRetention = lazy_type("workos_core.models.audit_logs", "AuditLogsRetention")
    AuditLogsRetentionPeriod = lazy_type("workos_core.models.audit_logs", "AuditLogsRetentionPeriod")
    PaginationOrder = lazy_type("workos_core.models.common", "PaginationOrder")
    AuditLogEventParam = lazy_type("workos_core.params.audit_logs", "AuditLogEventParam")
    AuditLogSchemaActorParam = lazy_type("workos_core.params.audit_logs", "AuditLogSchemaActorParam")
    AuditLogSchemaTargetParam = lazy_type("workos_core.params.audit_logs", "AuditLogSchemaTargetParam")

_LIST_ACTIONS: Operation[AuditLogAction] = Operation(
    "audit_logs.list_actions",
    "GET",
    "/audit_logs/actions",
    returns=AuditLogAction,
)
_LIST_ACTION_SCHEMAS: Operation[AuditLogSchema] = Operation(
    "audit_logs.list_action_schemas",
    "GET",
    "/audit_logs/actions/{action_name}/schemas",
    returns=AuditLogSchema,
)
_CREATE_SCHEMA: Operation[AuditLogSchema] = Operation(
    "audit_logs.create_schema",
    "POST",
    "/audit_logs/actions/{action_name}/schemas",
    returns=AuditLogSchema,
)
_CREATE_EVENT: Operation[AuditLogEventReceipt] = Operation(
    "audit_logs.create_event",
    "POST",
    "/audit_logs/events",
    returns=AuditLogEventReceipt,
    accepts_idempotency_key=True,
)
_CREATE_EXPORT: Operation[AuditLogExport] = Operation(
    "audit_logs.create_export",
    "POST",
    "/audit_logs/exports",
    returns=AuditLogExport,
)
_GET_EXPORT: Operation[AuditLogExport] = Operation(
    "audit_logs.get_export",
    "GET",
    "/audit_logs/exports/{audit_log_export_id}",
    returns=AuditLogExport,
    returns_requested_id="audit_log_export_id",
)
_GET_ORGANIZATION_AUDIT_LOGS_RETENTION: Operation[AuditLogsRetention] = Operation(
    "audit_logs.get_organization_audit_logs_retention",
    "GET",
    "/organizations/{organization_id}/audit_logs_retention",
    returns=AuditLogsRetention,
)
_UPDATE_ORGANIZATION_AUDIT_LOGS_RETENTION: Operation[AuditLogsRetention] = Operation(
    "audit_logs.update_organization_audit_logs_retention",
    "PUT",
    "/organizations/{organization_id}/audit_logs_retention",
    returns=AuditLogsRetention,
    exclusive=(Exclusive((("retention_period_in_days",), ("retention_period",)), required=True),),
)


@hides_locals
class AuditLogs(ResourceClient):
    """Audit logs, a record of the actions in your application for your customers. Send events, define their
    schemas, export them, and set how long they are retained.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    def list_actions(
        self,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[AuditLogAction]:
        """List audit log actions.

        Args:
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/audit-logs/schema/list-actions
        """
        return Pager(
            self._requestor,
            _LIST_ACTIONS,
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def list_action_schemas(
        self,
        action_name: str,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[AuditLogSchema]:
        """List the schema versions of an audit log action.

        Args:
            action_name: The name of the action, such as `user.viewed_invoice`.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/audit-logs/schema/list
        """
        return Pager(
            self._requestor,
            _LIST_ACTION_SCHEMAS,
            path={"action_name": action_name},
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    async def create_schema(
        self,
        action_name: str,
        *,
        targets: Sequence[AuditLogSchemaTarget | AuditLogSchemaTargetParam],
        actor: AuditLogSchemaActor | AuditLogSchemaActorParam | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, Any] | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuditLogSchema:
        """Create an audit log schema for an action.

        Creates the next version of the schema, and the action if it does not exist yet. An event is validated
        against the schema of its `version`. Metadata is described by JSON Schema, such as `{"type": "object",
        "properties": {"invoice_id": {"type": "string"}}}`. The shorthand `{"invoice_id": "string"}` is also
        accepted and expanded for you.

        Args:
            action_name: The name of the action, such as `user.viewed_invoice`.
            actor: The schema of the actor.
            targets: The targets that an event can have, at least one.
            metadata: The metadata of the event, as JSON Schema or in shorthand (`{"field": "string"}`).
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new schema.

        See https://workos.com/docs/reference/audit-logs/schema/create
        """
        return await self._requestor.call(
            _CREATE_SCHEMA,
            path={"action_name": action_name},
            body={
                "actor": audit_log_actor(actor),
                "targets": audit_log_targets(array("targets", targets)),
                "metadata": audit_log_metadata(metadata),
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    async def create_event(
        self,
        *,
        organization_id: str,
        event: AuditLogEvent | AuditLogEventParam,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuditLogEventReceipt:
        """Create an audit log event.

        The event must match the audit log schema of its action. A repeated call with the same idempotency key
        returns the same response and does not record the event again. Idempotency keys expire after 24 hours.

        Args:
            organization_id: The ID of the organization that the event belongs to (`org_…`).
            event: The event to record.
            idempotency_key: Makes it safe to repeat the call; the API remembers the key for 24 hours. Generated
                if `None`.

        Returns:
            The event was accepted.

        See https://workos.com/docs/reference/audit-logs/event/create
        """
        return await self._requestor.call(
            _CREATE_EVENT,
            body={"organization_id": organization_id, "event": event},
            idempotency_key=idempotency_key,
            options=options,
        )

    async def create_export(
        self,
        *,
        organization_id: str,
        range_start: datetime | str,
        range_end: datetime | str,
        actions: Sequence[str] | NotGiven = NOT_GIVEN,
        actors: Sequence[str] | NotGiven = NOT_GIVEN,
        actor_names: Sequence[str] | NotGiven = NOT_GIVEN,
        actor_ids: Sequence[str] | NotGiven = NOT_GIVEN,
        targets: Sequence[str] | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuditLogExport:
        """Create an audit log export as a CSV file.

        The export runs in the background. Call `get_export` until its `state` is `ready`. An event must match all
        of the filters to be exported.

        Args:
            organization_id: The ID of the organization (`org_…`).
            range_start: Export only events at or after this time.
            range_end: Export only events before this time.
            actions: Export only events with one of these actions.
            actors: Deprecated. Export only events of actors with one of these names. Use `actor_names` instead.
            actor_names: Export only events of actors with one of these names.
            actor_ids: Export only events of actors with one of these IDs.
            targets: Export only events with a target of one of these types.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new export, which is not ready yet.

        See https://workos.com/docs/reference/audit-logs/export/create
        """
        return await self._requestor.call(
            _CREATE_EXPORT,
            body={
                "organization_id": organization_id,
                "range_start": utc_time("range_start", range_start),
                "range_end": utc_time("range_end", range_end),
                "actions": array("actions", actions),
                "actors": array("actors", actors),
                "actor_names": array("actor_names", actor_names),
                "actor_ids": array("actor_ids", actor_ids),
                "targets": array("targets", targets),
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    async def get_export(self, audit_log_export_id: str, *, options: RequestOptions | None = None) -> AuditLogExport:
        """Get an audit log export.

        The `url` of a ready export is valid for 10 minutes. Each call returns a new one.

        Args:
            audit_log_export_id: The ID of the export (`audit_log_export_…`).

        Returns:
            The export.

        See https://workos.com/docs/reference/audit-logs/export/get
        """
        return await self._requestor.call(
            _GET_EXPORT, path={"audit_log_export_id": audit_log_export_id}, options=options
        )

    async def get_organization_audit_logs_retention(
        self, organization_id: str, *, options: RequestOptions | None = None
    ) -> AuditLogsRetention:
        """Get the audit log retention period of an organization.

        Args:
            organization_id: The ID of the organization (`org_…`).

        Returns:
            The retention period.

        See https://workos.com/docs/reference/audit-logs/retention/get
        """
        return await self._requestor.call(
            _GET_ORGANIZATION_AUDIT_LOGS_RETENTION, path={"organization_id": organization_id}, options=options
        )

    @overload
    async def update_organization_audit_logs_retention(
        self, organization_id: str, *, retention_period_in_days: int, options: RequestOptions | None = None
    ) -> AuditLogsRetention: ...

    @overload
    async def update_organization_audit_logs_retention(
        self, organization_id: str, *, retention_period: AuditLogsRetentionPeriod, options: RequestOptions | None = None
    ) -> AuditLogsRetention: ...

    async def update_organization_audit_logs_retention(
        self,
        organization_id: str,
        *,
        retention_period_in_days: int | NotGiven = NOT_GIVEN,
        retention_period: AuditLogsRetentionPeriod | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuditLogsRetention:
        """Set the audit log retention period of an organization.

        Pass the period in days, or as a named period in months or years.

        Args:
            organization_id: The ID of the organization (`org_…`).
            retention_period_in_days: The number of days that events are retained.
            retention_period: The named retention period.

        Returns:
            The updated retention period.

        See https://workos.com/docs/reference/audit-logs/retention/set
        """
        return await self._requestor.call(
            _UPDATE_ORGANIZATION_AUDIT_LOGS_RETENTION,
            path={"organization_id": organization_id},
            body={"retention_period_in_days": retention_period_in_days, "retention_period": retention_period},
            options=options,
        )
