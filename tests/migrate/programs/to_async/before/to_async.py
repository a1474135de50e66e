"""A FastAPI application that blocks the event loop: migrated with --async."""

from contextlib import asynccontextmanager
from typing import AsyncIterator

from fastapi import FastAPI, HTTPException
from workos import NotFoundError, WorkOSClient

client = WorkOSClient()


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    yield
    client.close()


app = FastAPI(lifespan=lifespan)


@app.get("/users/{user_id}")
async def get_user(user_id: str) -> dict[str, object]:
    try:
        user = client.user_management.get_user(user_id)
    except NotFoundError as error:
        raise HTTPException(404) from error
    memberships = client.organization_membership.list_organization_memberships(user_id=user_id)
    return {"email": user.email, "organizations": [item.organization_id for item in memberships.data]}


@app.get("/emails")
async def emails() -> list[str]:
    return [user.email for user in client.user_management.list_users(order="asc").auto_paging_iter()]


@app.get("/organizations")
async def organizations() -> list[str]:
    result: list[str] = []
    for organization in client.organizations.list_organizations().auto_paging_iter():
        result.append(organization.name)
    return sorted(result)


@app.get("/newest")
async def newest() -> str:
    return client.user_management.list_users(limit=1).data[0].email


async def is_signed_in(cookie: str, password: str) -> bool:
    session = client.user_management.load_sealed_session(
        session_data=cookie, cookie_password=password
    )
    return session.authenticate().authenticated
