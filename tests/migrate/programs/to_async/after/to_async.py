"""A FastAPI application that blocks the event loop: migrated with --async."""

from contextlib import asynccontextmanager
from typing import AsyncIterator

from fastapi import FastAPI, HTTPException
from workos_async import NotFoundError, WorkOS

client = WorkOS()


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    yield
    await client.aclose()


app = FastAPI(lifespan=lifespan)


@app.get("/users/{user_id}")
async def get_user(user_id: str) -> dict[str, object]:
    try:
        user = await client.user_management.get_user(user_id)
    except NotFoundError as error:
        raise HTTPException(404) from error
    memberships = await client.user_management.list_organization_memberships(user_id=user_id).page()
    return {"email": user.email, "organizations": [item.organization_id for item in memberships.data]}


@app.get("/emails")
async def emails() -> list[str]:
    return [user.email async for user in client.user_management.list_users(order="asc")]


@app.get("/organizations")
async def organizations() -> list[str]:
    result: list[str] = []
    async for organization in client.organizations.list_organizations():
        result.append(organization.name)
    return sorted(result)


@app.get("/newest")
async def newest() -> str:
    return (await client.user_management.list_users(limit=1).page()).data[0].email


async def is_signed_in(cookie: str, password: str) -> bool:
    session = client.user_management.load_sealed_session(
        session_data=cookie, cookie_password=password
    )
    return (await session.authenticate()).authenticated
