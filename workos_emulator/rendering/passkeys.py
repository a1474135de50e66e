"""Passkeys as JSON. The API has no passkeys; the control API and the seeds do."""

from typing import Any

from workos_emulator.storage.clock import stamp, stamp_or_none
from workos_emulator.storage.objects.passkeys import Passkey


def render_passkey(passkey: Passkey) -> dict[str, Any]:
    """Return a passkey as JSON."""
    return {
        "object": "passkey",
        "id": passkey.id,
        "user_id": passkey.user_id,
        "credential_id": passkey.credential_id,
        "rp_id": passkey.rp_id,
        "sign_count": passkey.sign_count,
        "transports": passkey.transports,
        "last_used_at": stamp_or_none(passkey.last_used_at),
        "created_at": stamp(passkey.created_at),
        "updated_at": stamp(passkey.updated_at),
    }
