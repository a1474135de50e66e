# Generated from spec/resources/audit_logs.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The methods of `workos.audit_logs`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, overload

from workos_async._pagination.pager import Pager
from workos_core.http.operation import Exclusive, Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array
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
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_core.serialization.argument_coercion import audit_log_actor, audit_log_metadata, audit_log_targets

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor

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


class AuditLogs:
    """A record of who did what in your application, for your customers: send events, define what they look like,
    export them, set how long they are kept.

    Every method that sends a request takes `options`: timeout, retries and headers of that call alone.
    """

    __slots__ = ("_requestor",)

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
        """List the actions of the environment.

        Args:
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
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
        """List the schemas of an action, one for each version.

        Args:
            action_name: The name of the action, such as `user.viewed_invoice`.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
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
        targets: Sequence[AuditLogSchemaTarget | Mapping[str, Any]],
        actor: AuditLogSchemaActor | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, Any] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AuditLogSchema:
        """Create the next version of the schema of an action.

        An action that does not exist yet is created with it. Events are checked against the schema of their
        `version`. Metadata is described by JSON Schema: `{"type": "object", "properties": {"invoice_id": {"type":
        "string"}}}`; the shorthand `{"invoice_id": "string"}` is accepted too and written out for you.

        Args:
            action_name: The name of the action, such as `user.viewed_invoice`.
            actor: The metadata of the actor.
            targets: The targets an event can have, at least one.
            metadata: The metadata of the event, as JSON Schema or in shorthand (`{"field": "string"}`).

        Returns:
            The new schema.
        """
        return await self._requestor.call(
            _CREATE_SCHEMA,
            path={"action_name": action_name},
            body={
                "actor": audit_log_actor(actor),
                "targets": audit_log_targets(array("targets", targets)),
                "metadata": audit_log_metadata(metadata),
            },
            options=options,
        )

    async def create_event(
        self,
        *,
        organization_id: str,
        event: AuditLogEvent | Mapping[str, Any],
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuditLogEventReceipt:
        """Record an event for an organization.

        The event must fit the schema of its action. A repeated call with the same idempotency key gets the same
        answer and records nothing anew; keys are forgotten after 24 hours.

        Args:
            organization_id: The id of the organization the event belongs to.
            event: What happened.
            idempotency_key: Makes a repeated call harmless; the API remembers it for 24 hours. None makes one.

        Returns:
            The event is taken in.
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
        options: RequestOptions | None = None,
    ) -> AuditLogExport:
        """Start an export of events as a CSV file.

        The export is made in the background: call `get_export` until its `state` is `ready`. The filters narrow it
        together.

        Args:
            organization_id: The id of the organization.
            range_start: Only events from this time on.
            range_end: Only events before this time.
            actions: Only events with one of these actions.
            actors: Deprecated. Only events of actors with one of these names. Use `actor_names`.
            actor_names: Only events of actors with one of these names.
            actor_ids: Only events of actors with one of these ids.
            targets: Only events with a target of one of these kinds.

        Returns:
            The export, not ready yet.
        """
        return await self._requestor.call(
            _CREATE_EXPORT,
            body={
                "organization_id": organization_id,
                "range_start": range_start,
                "range_end": range_end,
                "actions": array("actions", actions),
                "actors": array("actors", actors),
                "actor_names": array("actor_names", actor_names),
                "actor_ids": array("actor_ids", actor_ids),
                "targets": array("targets", targets),
            },
            options=options,
        )

    async def get_export(self, audit_log_export_id: str, *, options: RequestOptions | None = None) -> AuditLogExport:
        """Get an export.

        The `url` of a ready export is valid for 10 minutes; every call makes a new one.

        Args:
            audit_log_export_id: The id of the export (`audit_log_export_…`).

        Returns:
            The export.
        """
        return await self._requestor.call(
            _GET_EXPORT, path={"audit_log_export_id": audit_log_export_id}, options=options
        )

    async def get_organization_audit_logs_retention(
        self, organization_id: str, *, options: RequestOptions | None = None
    ) -> AuditLogsRetention:
        """Get how long the events of an organization are kept.

        Args:
            organization_id: The id of the organization (`org_…`).

        Returns:
            The retention period.
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
        """Set how long the events of an organization are kept.

        Give the period in days or, by name, in months and years.

        Args:
            organization_id: The id of the organization (`org_…`).
            retention_period_in_days: How many days events are kept.
            retention_period: The period by name.

        Returns:
            The retention period after the change.
        """
        return await self._requestor.call(
            _UPDATE_ORGANIZATION_AUDIT_LOGS_RETENTION,
            path={"organization_id": organization_id},
            body={"retention_period_in_days": retention_period_in_days, "retention_period": retention_period},
            options=options,
        )
