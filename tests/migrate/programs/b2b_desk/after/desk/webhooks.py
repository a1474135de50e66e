"""Directory sync: what the identity provider of a customer changes."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from workos_async.resources.webhooks import Webhooks
from workos_core.models import UnknownEvent
from workos_core.webhooks import SignatureVerificationError

from desk.auth import SettingsDep, WorkOSDep

log = logging.getLogger(__name__)
router = APIRouter()
Handler = Callable[[dict[str, Any]], Awaitable[None]]
directory_users: dict[str, str] = {}


async def _user_created(data: dict[str, Any]) -> None:
    directory_users[data["id"]] = data.get("email") or "?"


async def _user_deleted(data: dict[str, Any]) -> None:
    directory_users.pop(data["id"], None)


HANDLERS: dict[str, Handler] = {
    "dsync.user.created": _user_created,
    "dsync.user.updated": _user_created,
    "dsync.user.deleted": _user_deleted,
}


@router.post("/webhooks")
async def receive(request: Request, workos: WorkOSDep, settings: SettingsDep) -> dict[str, str]:
    payload = await request.body()
    webhooks: Webhooks = workos.webhooks
    try:
        event = webhooks.construct_event(
            payload=payload,
            header=request.headers.get("workos-signature", ""),
            secret=settings.webhook_secret,
            tolerance=300,
        )
    except (SignatureVerificationError, ValueError) as error:
        log.warning("webhook rejected: %s", error)
        raise HTTPException(400, "invalid signature") from error
    if isinstance(event, UnknownEvent):
        return {"status": "ignored", "event": str(event.to_dict().get("event"))}
    handler = HANDLERS.get(event.event)
    if handler is not None:
        await handler(event.data.to_dict())
    return {"status": "handled" if handler else "ignored", "event": event.event}
