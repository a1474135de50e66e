"""Nested arguments: dicts that match a `TypedDict`, and models. It must pass mypy and pyright. Never run."""

from datetime import UTC, datetime

import workos_async
import workos_sync
from workos_core.models import AuditLogEvent, AuditLogEventActor, OrganizationDomain, OrganizationDomainData
from workos_core.params import AuditLogEventParam, AuditLogEventTargetParam, OrganizationDomainDataParam


async def dicts_and_models(
    workos: workos_async.WorkOS, data: OrganizationDomainData, event: AuditLogEvent, actor: AuditLogEventActor
) -> None:
    create_organization = workos.organizations.create_organization
    await create_organization(name="Example", domain_data=[{"domain": "example.com", "state": "pending"}])
    await create_organization(name="Example", domain_data=[{"domain": "example.com", "state": "a newer value"}])
    await create_organization(name="Example", domain_data=[data, {"domain": "example.org", "state": "verified"}])
    await create_organization(name="Example", domain_data=())
    domains: list[OrganizationDomainDataParam] = [{"domain": "example.com", "state": "verified"}]
    await create_organization(name="Example", domain_data=domains)
    await workos.audit_logs.create_event(organization_id="org_1", event=event)
    await workos.audit_logs.create_event(
        organization_id="org_1",
        event={
            "action": "user.signed_in",
            "occurred_at": datetime.now(UTC),
            "actor": actor,
            "targets": [{"type": "team", "id": "team_1", "metadata": {"size": 5, "active": True}}],
            "context": {"location": "192.0.2.1"},
        },
    )


def sync_dicts(workos: workos_sync.WorkOS, targets: list[AuditLogEventTargetParam]) -> None:
    event: AuditLogEventParam = {
        "action": "user.signed_in",
        "occurred_at": "2026-01-31T12:00:00Z",
        "actor": {"type": "user", "id": "user_1"},
        "targets": targets,
        "context": {"location": "192.0.2.1", "user_agent": "Chrome"},
        "version": 2,
    }
    workos.audit_logs.create_event(organization_id="org_1", event=event, idempotency_key="key_1")
    workos.portal.generate_link(
        organization="org_1", intent="sso", intent_options={"sso": {"bookmark_slug": "example"}}
    )
    workos.sso.create_connection(
        organization_id="org_1",
        name="Example",
        connection_type="GenericOIDC",
        oidc_options={"discovery_endpoint": "https://idp.example.com", "client_id": "1", "client_secret": None},
    )


def responses_are_read_as_before(domain: OrganizationDomain) -> str:
    return domain.domain
