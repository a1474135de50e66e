"""Users as JSON."""

from typing import Any

from workos_emulator.storage.clock import stamp, stamp_or_none
from workos_emulator.storage.objects.users import User


def render_user(user: User) -> dict[str, Any]:
    """Return the user as JSON."""
    return {
        "object": "user",
        "id": user.id,
        "email": user.email,
        "email_verified": user.email_verified,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "name": user.name,
        "profile_picture_url": user.profile_picture_url,
        "external_id": user.external_id,
        "metadata": user.metadata,
        "locale": user.locale,
        "last_sign_in_at": stamp_or_none(user.last_sign_in_at),
        "created_at": stamp(user.created_at),
        "updated_at": stamp(user.updated_at),
    }
