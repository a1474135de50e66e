"""Passkeys of users."""

from dataclasses import dataclass, field
from datetime import datetime

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True, repr=False)
class Passkey(Entity):
    """A passkey: a discoverable WebAuthn credential of a user.

    Attributes:
        credential_id: The credential ID in base64url.
        public_key: The public key as a COSE key in CBOR.
        rp_id: The relying party ID, which is the host name of the page where the passkey was created. It can only be used there.
        sign_count: The last signature counter of the authenticator; 0 for authenticators without a counter.
        transports: How browsers can reach the authenticator, such as `internal` or `usb`.
        is_backup_eligible: Whether the authenticator can copy the passkey to other devices, which never changes; None if it is unknown
            until the first use, as for seeded passkeys.
        last_used_at: When the user last signed in with it; None if they have not.
    """

    user_id: str
    credential_id: str
    public_key: bytes
    rp_id: str
    sign_count: int = 0
    transports: list[str] = field(default_factory=list[str])
    is_backup_eligible: bool | None = None
    last_used_at: datetime | None = None


class Passkeys:
    """The passkeys of all users.

    Attributes:
        all: The passkeys.
        skipped: The users who skipped the creation of a passkey, with the time from which they are asked again; None for never.
    """

    def __init__(self) -> None:
        self.all: Collection[Passkey] = Collection(
            unique={"credential_id": lambda p: p.credential_id}, groups={"user": lambda p: (p.user_id,)}
        )
        self.skipped: dict[str, datetime | None] = {}
