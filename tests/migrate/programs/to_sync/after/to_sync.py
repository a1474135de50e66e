"""A script that is async for no reason: migrated with --sync."""

import asyncio

from workos_sync import NotFoundError, WorkOS


async def report(client: WorkOS) -> dict[str, int]:
    result: dict[str, int] = {}
    organizations = client.organizations.list_organizations()
    for organization in organizations:
        members = client.user_management.list_organization_memberships(
            organization_id=organization.id
        ).page()
        result[organization.name] = len(members.data)
    return result


async def find(client: WorkOS, user_id: str) -> str | None:
    try:
        return client.user_management.get_user(user_id).email
    except NotFoundError:
        return None


async def main(user_id: str) -> tuple[dict[str, int], str | None]:
    with WorkOS() as client:
        return await report(client), await find(client, user_id)


def run(user_id: str) -> tuple[dict[str, int], str | None]:
    return asyncio.run(main(user_id))
