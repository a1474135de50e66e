"""A FastAPI app with sign-in, organization switching, and a user list that follows the directories of your customers.

The API is documented at /docs: with an access token or an API key, the button "Authorize" works there.

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

from examples.shared import home_page, run
from workos_async import AuthenticatedUser, Identity, ListMetadata, MemoryCursorStore, Page, SignIn, WorkOS
from workos_core.auth import permission, role
from workos_core.models import Organization, User
from workos_web.fastapi import current_user, install, require, require_user

SignedInUser = Annotated[AuthenticatedUser, Depends(require_user)]
ColleagueReader = Annotated[Identity, Depends(require(role("admin") | permission("colleagues:read")))]
OptionalUser = Annotated[AuthenticatedUser | None, Depends(current_user)]


def make_app(base_url: str = "http://localhost:8000") -> FastAPI:
    """Create the application from environment variables.

    Args:
        base_url: The URL that the app is served at.
    """
    workos = WorkOS()
    directory_users: dict[str, tuple[str | None, str]] = {}  # by id: the organization and the name to show

    async def follow_directories() -> None:
        """Keep `directory_users` up to date. A real app stores both the users and the cursor in its database."""
        event_types = ["dsync.user.created", "dsync.user.updated", "dsync.user.deleted"]
        async for event in workos.events.stream(events=event_types, store=MemoryCursorStore(), max_poll_seconds=5):
            if event.event == "dsync.user.deleted":
                directory_users.pop(event.data.id, None)
            elif event.event in ("dsync.user.created", "dsync.user.updated"):
                directory_users[event.data.id] = event.data.organization_id, event.data.email or event.data.id

    def colleagues_of(identity: Identity) -> list[str]:
        return sorted(
            name for organization_id, name in directory_users.values() if organization_id == identity.organization_id
        )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncGenerator[None]:
        task = asyncio.create_task(follow_directories())
        async with workos:
            yield
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    app = FastAPI(lifespan=lifespan)
    install(app, SignIn(workos, redirect_uri=f"{base_url}/callback", post_logout_redirect_uri=f"{base_url}/"))

    @app.get("/", response_class=HTMLResponse, include_in_schema=False)
    async def home(identity: OptionalUser) -> str:
        if identity is None:
            return home_page(None)
        memberships = workos.user_management.list_organization_memberships(user_id=identity.user_id)
        organizations = [
            (item.organization_id, item.organization_name or item.organization_id) async for item in memberships
        ]
        return home_page(identity, organizations, colleagues_of(identity))

    @app.get("/api/me")
    async def me(identity: SignedInUser) -> AuthenticatedUser:
        return identity

    @app.get("/api/organization")
    async def organization(identity: SignedInUser) -> Organization | None:
        if identity.organization_id is None:
            return None
        return await workos.organizations.get_organization(identity.organization_id)

    @app.get("/api/members")
    async def list_members(identity: SignedInUser, after: str | None = None) -> Page[User]:
        if identity.organization_id is None:
            return Page([], ListMetadata(None, None))
        return await workos.user_management.list_users(organization_id=identity.organization_id, after=after).page()

    @app.get("/api/colleagues")
    async def list_colleagues(identity: ColleagueReader) -> list[str]:
        return colleagues_of(identity)

    return app


if __name__ == "__main__":
    run(lambda base_url, port: uvicorn.run(make_app(base_url), port=port))
