"""The application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from workos import AuthorizationError, WorkOSError
from workos._errors import APIError, WorkOSConnectionError, WorkOSTimeoutError

from desk import auth, members, webhooks
from desk.config import Settings, load
from desk.provider import WorkOSProvider


async def on_workos_error(request: Request, error: Exception) -> JSONResponse:
    status = 502
    body = {"detail": str(error)}
    if isinstance(error, AuthorizationError):
        status = 403
    elif isinstance(error, (WorkOSConnectionError, WorkOSTimeoutError)):
        status = 503
    elif isinstance(error, APIError):
        body["upstream_status"] = str(error.status_code)
        body["request_id"] = error.request_id or "unknown"
        if isinstance(error.response_json, dict):
            body["code"] = error.response_json.get("code", "")
    return JSONResponse(body, status_code=status)


def create_app(settings: Settings | None = None) -> FastAPI:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        await app.state.provider.close()

    app = FastAPI(lifespan=lifespan)
    app.state.settings = settings or load()
    app.state.provider = WorkOSProvider(app.state.settings)
    app.add_exception_handler(WorkOSError, on_workos_error)
    for router in (auth.router, members.router, webhooks.router):
        app.include_router(router)
    return app
