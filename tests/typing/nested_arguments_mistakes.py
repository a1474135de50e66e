"""Dicts in arguments that mypy and pyright must report: an unused ignore comment is an error in both. Never run."""

import workos_async
import workos_sync
from workos_core.models import Organization
from workos_core.params import AuditLogEventParam, OrganizationDomainDataParam


def use(*values: object) -> None: ...


async def mistakes(workos: workos_async.WorkOS, organization: Organization) -> None:
    create_organization = workos.organizations.create_organization
    await create_organization(name="x", domain_data=[{"domian": "x"}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    await create_organization(name="x", domain_data=[{"domain": "x"}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    await create_organization(name="x", domain_data=[{"domain": "x", "state": "verified", "id": "1"}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    await create_organization(name="x", domain_data=[{"domain": 5, "state": "verified"}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    await create_organization(name="x", domain_data=[{"domain": "x", "state": None}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    await create_organization(name="x", domain_data={"domain": "x", "state": "verified"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await create_organization(name="x", domain_data=[organization])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    await create_organization(name="x", idempotency_key=5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def sync_mistakes(workos: workos_sync.WorkOS) -> None:
    workos.audit_logs.create_event(
        organization_id="org_1",
        event={  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
            "action": "a",
            "occurred_at": 5,
            "actor": {"id": "1", "type": "user"},
            "targets": [],
            "context": {"location": "192.0.2.1"},
        },
    )
    workos.audit_logs.create_event(
        organization_id="org_1",
        event={  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
            "action": "a",
            "occurred_at": "2026-01-31T12:00:00Z",
            "actor": {"id": "1", "kind": "user"},
            "targets": [],
            "context": {"location": "192.0.2.1"},
        },
    )
    workos.portal.generate_link(organization="org_1", intent_options={"sso": {"bookmark": "example"}})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    domain: OrganizationDomainDataParam = {"domain": "x"}  # type: ignore[typeddict-item]  # pyright: ignore[reportAssignmentType]
    event: AuditLogEventParam = {"action": "a"}  # type: ignore[typeddict-item]  # pyright: ignore[reportAssignmentType]
    use(domain, event)
