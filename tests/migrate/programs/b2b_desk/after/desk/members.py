"""Members, invitations and the audit log."""

import asyncio
from datetime import datetime, timezone
from typing import Any

from fastapi import APIRouter, HTTPException, Query
from pydantic import BaseModel
from workos_async import (
    NotFoundError,
    Page,
    RateLimitExceededError,
    RequestOptions,
    WorkOS,
)
from workos_core.models import (
    AuditLogEvent,
    AuditLogEventActor,
    AuditLogEventContext,
    AuditLogEventTarget,
    Invitation,
    Organization,
    User,
)

from desk.auth import UserDep, WorkOSDep

router = APIRouter(prefix="/api")
FAST: RequestOptions = {"timeout": 3.0, "max_retries": 0}


class InvitationIn(BaseModel):
    email: str
    role: str = "member"
    expires_in_days: int | None = None


def _member(user: User) -> dict[str, Any]:
    return {
        "id": user.id,
        "name": " ".join(part for part in (user.first_name, user.last_name) if part) or user.email,
        "since": user.created_at.date().isoformat(),
    }


async def _record(workos: WorkOS, organization_id: str, actor: str, action: str, target: str) -> None:
    await workos.audit_logs.create_event(
        organization_id=organization_id,
        event=AuditLogEvent(
            action=action,
            occurred_at=datetime.now(timezone.utc),
            actor=AuditLogEventActor(id=actor, type="user"),
            targets=[AuditLogEventTarget(id=target, type="invitation")],
            context=AuditLogEventContext(location="127.0.0.1"),
        ),
        idempotency_key=f"{action}-{target}",
    )


@router.get("/members")
async def members(user: UserDep, workos: WorkOSDep, after: str | None = None, limit: int = Query(2, le=100)) -> dict[str, Any]:
    page = await workos.user_management.list_users(
        organization_id=user.organization_id, limit=limit, after=after, order="asc"
    ).page()
    return {"members": [_member(item) for item in page.data], "next": page.list_metadata.after}


@router.get("/members/count")
async def count(user: UserDep, workos: WorkOSDep) -> int:
    page = workos.user_management.list_users(organization_id=user.organization_id)
    total = 0
    async for _ in page:
        total += 1
    return total


async def _first_page(workos: WorkOS, organization_id: str | None) -> Page[Invitation]:
    return await workos.user_management.list_invitations(organization_id=organization_id, limit=50).page()


@router.get("/invitations")
async def invitations(user: UserDep, workos: WorkOSDep) -> list[str]:
    page = await _first_page(workos, user.organization_id)
    return [f"{item.email} ({item.state.value if hasattr(item.state, 'value') else item.state})" for item in page.data]


@router.post("/invitations", status_code=201)
async def invite(body: InvitationIn, user: UserDep, workos: WorkOSDep) -> dict[str, str]:
    if user.organization_id is None or user.user is None:
        raise HTTPException(400, "choose an organization")
    fields: dict[str, Any] = {"role_slug": body.role, "inviter_user_id": user.user.id}
    if body.expires_in_days:
        fields["expires_in_days"] = body.expires_in_days
    # TODO(workos-migrate): check the arguments in this mapping; see https://workos-async.readthedocs.io/migration/official-sdk/#arguments
    invitation = await workos.user_management.send_invitation(
        email=body.email,
        organization_id=user.organization_id,
        idempotency_key=f"invite-{body.email}", options={"headers": {"X-Desk": "1"}},
        **fields,
    )
    await _record(workos, user.organization_id, user.user.id, "invitation.sent", invitation.id)
    return {"id": invitation.id, "token": invitation.token}


@router.delete("/invitations/{invitation_id}", status_code=204)
async def revoke(invitation_id: str, user: UserDep, workos: WorkOSDep) -> None:
    try:
        await workos.user_management.revoke_invitation(invitation_id, options=FAST)
    except NotFoundError as error:
        raise HTTPException(404, f"{error.message} ({error.request_id})") from error


@router.post("/members/{user_id}/role")
async def set_role(user_id: str, role: str, user: UserDep, workos: WorkOSDep) -> dict[str, str]:
    memberships = await workos.user_management.list_organization_memberships(
        user_id=user_id, organization_id=user.organization_id
    ).page()
    if not memberships.data:
        raise HTTPException(404, "no such member")
    first, *_ = memberships.data
    updated = await workos.user_management.update_organization_membership(
        first.id, role_slug=role
    )
    return {"role": updated.role.slug}


@router.get("/overview")
async def overview(user: UserDep, workos: WorkOSDep) -> dict[str, Any]:
    organization: Organization
    try:
        organization, invited, flags = await asyncio.gather(
            workos.organizations.get_organization(user.organization_id or ""),
            workos.user_management.list_invitations(organization_id=user.organization_id).page(),
            workos.organizations.list_organization_feature_flags(user.organization_id or "").page(),
        )
    except RateLimitExceededError as error:
        raise HTTPException(429, headers={"Retry-After": str(error.retry_after or 1)}) from error
    return {
        "organization": organization.name,
        "domains": [domain.domain for domain in organization.domains],
        "invited": len(invited.data),
        "flags": sorted(flag.slug for flag in flags.data if flag.enabled),
    }
