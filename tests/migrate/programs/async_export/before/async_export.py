"""Exports users with the async client, several requests at a time."""

import asyncio
from typing import Any

from workos import AsyncWorkOSClient
from workos._pagination import AsyncPage
from workos.user_management.models import User


async def list_all(client: AsyncWorkOSClient) -> list[str]:
    emails: list[str] = []
    # Before workos 10.6, this reads all pages.
    async for user in await client.user_management.list_users(limit=2, order="asc"):
        emails.append(user.email)
    return emails


async def list_verified(client: AsyncWorkOSClient) -> list[str]:
    page = await client.user_management.list_users(order="asc")
    return [user.email async for user in page.auto_paging_iter() if user.email_verified]


async def fetch_page(client: AsyncWorkOSClient, after: str | None) -> AsyncPage[User]:
    return await client.user_management.list_users(limit=2, order="asc", after=after)


async def count_by_page(client: AsyncWorkOSClient) -> list[int]:
    counts: list[int] = []
    after: str | None = None
    while True:
        page = await fetch_page(client, after)
        counts.append(len(page.data))
        after = page.list_metadata.after
        if after is None:
            return counts


async def export(ids: list[str]) -> dict[str, Any]:
    async with AsyncWorkOSClient() as client:
        users = await asyncio.gather(*(client.user_management.get_user(id) for id in ids))
        organizations = (await client.organizations.list_organizations()).data
        return {
            "users": [user.email for user in users],
            "organizations": [organization.name for organization in organizations],
            "all": await list_all(client),
            "verified": await list_verified(client),
            "pages": await count_by_page(client),
        }


async def main() -> None:
    client = AsyncWorkOSClient()
    print(await list_all(client))
    await client.close()


if __name__ == "__main__":
    asyncio.run(main())
