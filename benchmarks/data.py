"""Responses of the API, as large as real ones."""

import json
from typing import Any

TIME = "2026-01-15T12:00:00.000Z"


def organization(number: int) -> dict[str, Any]:
    """Return an organization with one domain."""
    return {
        "object": "organization",
        "id": f"org_{number:026d}",
        "name": f"Organization {number}",
        "domains": [
            {
                "object": "organization_domain",
                "id": f"org_domain_{number:026d}",
                "organization_id": f"org_{number:026d}",
                "domain": f"organization{number}.example",
                "state": "verified",
                "verification_strategy": "dns",
                "verification_token": "aW50ZW50aW9uYWwK",
                "created_at": TIME,
                "updated_at": TIME,
            }
        ],
        "metadata": {"tier": "diamond"},
        "external_id": None,
        "stripe_customer_id": None,
        "created_at": TIME,
        "updated_at": TIME,
        "allow_profiles_outside_organization": False,
    }


def user(number: int) -> dict[str, Any]:
    """Return a user."""
    return {
        "object": "user",
        "id": f"user_{number:026d}",
        "email": f"user{number}@example.com",
        "first_name": "Marcelina",
        "last_name": "Davis",
        "name": "Marcelina Davis",
        "email_verified": True,
        "profile_picture_url": "https://workoscdn.example/images/v1/123abc",
        "last_sign_in_at": TIME,
        "locale": "en-US",
        "external_id": None,
        "metadata": {"timezone": "America/New_York"},
        "created_at": TIME,
        "updated_at": TIME,
    }


def directory_user(number: int) -> dict[str, Any]:
    """Return a directory user in two groups."""
    return {
        "object": "directory_user",
        "id": f"directory_user_{number:026d}",
        "directory_id": "directory_01ECAZ4NV9QMV47GW873HDCX74",
        "organization_id": "org_01EZTR6WYX1A0DSE2CYMGXQ24Y",
        "idp_id": str(number),
        "email": f"user{number}@example.com",
        "emails": [{"primary": True, "type": "work", "value": f"user{number}@example.com"}],
        "first_name": "Eric",
        "last_name": "Schneider",
        "name": "Eric Schneider",
        "job_title": "Software Engineer",
        "username": f"user{number}",
        "state": "active",
        "raw_attributes": {"department": {"name": "Engineering"}},
        "custom_attributes": {"department": "Engineering", "job_title": "Software Engineer"},
        "role": {"slug": "member"},
        "roles": [{"slug": "member"}],
        "groups": [directory_group(1), directory_group(2)],
        "created_at": TIME,
        "updated_at": TIME,
    }


def directory_group(number: int) -> dict[str, Any]:
    """Return a directory group."""
    return {
        "object": "directory_group",
        "id": f"directory_group_{number:026d}",
        "idp_id": str(number),
        "directory_id": "directory_01ECAZ4NV9QMV47GW873HDCX74",
        "organization_id": "org_01EZTR6WYX1A0DSE2CYMGXQ24Y",
        "name": "Developers",
        "raw_attributes": {},
        "created_at": TIME,
        "updated_at": TIME,
    }


def page(items: list[dict[str, Any]], after: str | None = None) -> bytes:
    """Return the body of a page of a list."""
    return encode({"object": "list", "data": items, "list_metadata": {"before": None, "after": after}})


def encode(value: Any) -> bytes:
    """Return compact JSON, as the API returns it."""
    return json.dumps(value, separators=(",", ":")).encode()
