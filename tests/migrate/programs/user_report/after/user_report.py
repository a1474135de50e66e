"""Prints the users of every organization as CSV."""

import csv
import sys

from workos_sync import WorkOS

client = WorkOS(timeout=30)


def rows() -> list[tuple[str, str, str]]:
    result: list[tuple[str, str, str]] = []
    for organization in client.organizations.list_organizations(
        limit=2, order="asc"
    ):
        memberships = client.user_management.list_organization_memberships(
            organization_id=organization.id
        )
        for membership in memberships:
            user = client.user_management.get_user(user_id=membership.user_id)
            result.append((organization.name, user.email, membership.role.slug))
    return result


def newest_user() -> str | None:
    page = client.user_management.list_users(limit=1).page()
    print("more" if page.list_metadata.after is not None else "no more", "users", file=sys.stderr)
    return page.data[0].email if page.data else None


def first_page() -> list[str]:
    # A loop over a page of workos 10.6 or later reads this page only.
    return [user.email for user in client.user_management.list_users(limit=2, order="asc").page()]


if __name__ == "__main__":
    csv.writer(sys.stdout).writerows(rows())
