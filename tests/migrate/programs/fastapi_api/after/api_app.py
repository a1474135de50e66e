"""An API with the async client: lifespan, error handlers and webhooks."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse
from workos_async import APIError, NotFoundError, RateLimitExceededError, WorkOS
from workos_core.webhooks import SignatureVerificationError


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.workos = WorkOS()
    yield
    await app.state.workos.aclose()


router = APIRouter()


@router.get("/organizations")
async def list_organizations(request: Request, after: str | None = None) -> dict[str, object]:
    workos: WorkOS = request.app.state.workos
    page = await workos.organizations.list_organizations(limit=2, after=after, order="asc").page()
    return {"names": [item.name for item in page.data], "after": page.list_metadata.after}


@router.get("/organizations/{organization_id}/users")
async def list_users(request: Request, organization_id: str) -> list[str]:
    workos: WorkOS = request.app.state.workos
    try:
        await workos.organizations.get_organization(organization_id)
    except NotFoundError as error:
        raise HTTPException(error.status or 404, error.message) from error
    users = workos.user_management.list_users(organization_id=organization_id)
    return [user.email async for user in users]


@router.post("/webhooks")
async def webhook(request: Request) -> dict[str, str]:
    workos: WorkOS = request.app.state.workos
    try:
        event = workos.webhooks.construct_event(
            payload=await request.body(),
            header=request.headers["workos-signature"],
            secret=os.environ["WEBHOOK_SECRET"],
        )
    except (SignatureVerificationError, ValueError) as error:
        raise HTTPException(400, "invalid signature") from error
    return {"handled": event.event}


app = FastAPI(lifespan=lifespan)
app.include_router(router)


@app.exception_handler(APIError)
async def on_workos_error(request: Request, error: APIError) -> JSONResponse:
    headers: dict[str, str] = {}
    if isinstance(error, RateLimitExceededError) and error.retry_after is not None:
        headers["Retry-After"] = str(int(error.retry_after))
    return JSONResponse({"error": error.code}, status_code=error.status or 502, headers=headers)
