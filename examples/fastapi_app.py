"""A FastAPI app with sign-in, a choice of organizations, and a list of people that follows the directories of your customers.

python -m examples.fastapi_app                              with an emulator; open http://localhost:8000
WORKOS_API_KEY=… WORKOS_CLIENT_ID=… WORKOS_COOKIE_PASSWORD=… python -m examples.fastapi_app
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from typing import Annotated

import uvicorn
from fastapi import Depends, FastAPI
from fastapi.responses import HTMLResponse

from examples.web_parts import home_page, run
from workos_async import Identity, MemoryCursorStore, SignIn, WorkOS
from workos_web.starlette import current_user, install, require_user


def make_app(base: str = "http://localhost:8000") -> FastAPI:
    """The app, with the settings of the environment variables.

    Args:
        base: Where it is served.
    """
    workos = WorkOS()
    people: dict[str, tuple[str, str]] = {}  # by id: the organization, and what to show

    async def follow_directories() -> None:
        """Keep `people` as the directories have it. A real app keeps them in its database, and the cursor beside them."""
        kinds = ["dsync.user.created", "dsync.user.updated", "dsync.user.deleted"]
        async for event in workos.events.stream(events=kinds, store=MemoryCursorStore(), max_poll_seconds=5):
            if event.event == "dsync.user.deleted":
                people.pop(event.data.id, None)
            elif event.event in ("dsync.user.created", "dsync.user.updated"):
                people[event.data.id] = event.data.organization_id, event.data.email or event.data.id

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncGenerator[None]:
        task = asyncio.create_task(follow_directories())
        async with workos:
            yield
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    app = FastAPI(lifespan=lifespan)
    install(app, SignIn(workos, redirect_uri=f"{base}/callback", post_logout_redirect_uri=f"{base}/"))

    @app.get("/", response_class=HTMLResponse)
    async def home(identity: Annotated[Identity | None, Depends(current_user)]) -> str:
        if identity is None:
            return home_page(None)
        memberships = workos.user_management.list_organization_memberships(user_id=identity.user_id)
        organizations = [
            (each.organization_id, each.organization_name or each.organization_id) async for each in memberships
        ]
        colleagues = [name for organization, name in people.values() if organization == identity.organization_id]
        return home_page(identity, organizations, sorted(colleagues))

    @app.get("/api/me")
    async def me(identity: Annotated[Identity, Depends(require_user)]) -> dict[str, str | None]:
        return {"user": identity.user_id, "organization": identity.organization_id}

    return app


if __name__ == "__main__":
    run(lambda base, port: uvicorn.run(make_app(base), port=port))
