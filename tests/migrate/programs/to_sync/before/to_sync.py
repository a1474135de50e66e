"""A script that is async for no reason: migrated with --sync."""

import asyncio

from workos import AsyncWorkOSClient, NotFoundError


async def report(client: AsyncWorkOSClient) -> dict[str, int]:
    result: dict[str, int] = {}
    organizations = await client.organizations.list_organizations()
    async for organization in organizations.auto_paging_iter():
        members = await client.organization_membership.list_organization_memberships(
            organization_id=organization.id
        )
        result[organization.name] = len(members.data)
    return result


async def find(client: AsyncWorkOSClient, user_id: str) -> str | None:
    try:
        return (await client.user_management.get_user(user_id)).email
    except NotFoundError:
        return None


async def main(user_id: str) -> tuple[dict[str, int], str | None]:
    async with AsyncWorkOSClient() as client:
        return await report(client), await find(client, user_id)


def run(user_id: str) -> tuple[dict[str, int], str | None]:
    return asyncio.run(main(user_id))
