"""A service class that records audit log events and manages API keys."""

from __future__ import annotations

import os
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

from workos_core.models import (
    AuditLogEvent,
    AuditLogEventActor,
    AuditLogEventContext,
    AuditLogEventTarget,
)
from workos_sync import RequestOptions

if TYPE_CHECKING:
    from workos_sync import WorkOS


class AuditService:
    def __init__(self, client: "WorkOS", organization_id: str) -> None:
        self._client = client
        self.organization_id = organization_id
        self.options: RequestOptions = {"timeout": 5, "max_retries": 2}

    def record(self, action: str, user_id: str, key: str) -> None:
        event = AuditLogEvent(
            action=action,
            occurred_at=datetime.now(timezone.utc),
            actor=AuditLogEventActor(id=user_id, type="user"),
            targets=[AuditLogEventTarget(id="report_1", type="report")],
            context=AuditLogEventContext(location="127.0.0.1"),
        )
        self._client.audit_logs.create_event(
            organization_id=self.organization_id, event=event, idempotency_key=key
        )

    def create_key(self, name: str) -> str:
        options: RequestOptions = {"headers": {"X-Job": "keys"}, "timeout": 5}
        key = self._client.api_keys.create_organization_api_key(
            self.organization_id, name=name, options=options
        )
        return key.value

    def check_key(self, value: str) -> bool:
        validation = self._client.api_keys.validate_api_key(
            value=value,
            options={"max_retries": 1},
        )
        return validation.api_key is not None

    def keys(self) -> dict[str, Any]:
        keys = self._client.api_keys.list_organization_api_keys(self.organization_id, limit=100).page()
        return {key.name: key.to_dict() for key in keys.data}


def from_environment(organization_id: str) -> AuditService:
    from workos_sync import WorkOS

    return AuditService(WorkOS(api_key=os.environ["WORKOS_API_KEY"]), organization_id)
