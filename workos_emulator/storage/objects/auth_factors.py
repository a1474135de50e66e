"""Authentication factors and challenges."""

from dataclasses import dataclass
from datetime import datetime

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True, repr=False)
class Factor(Entity):
    """An authentication factor. A factor that the MFA API enrolled may have no user.

    Attributes:
        type: `totp`, `sms` or `generic_otp`.
        secret: The secret of a TOTP factor in Base32; empty for other types.
    """

    type: str
    user_id: str | None = None
    issuer: str = ""
    account: str = ""
    secret: str = ""
    phone_number: str = ""


@dataclass(slots=True, kw_only=True, repr=False)
class Challenge(Entity):
    """A challenge for an authentication factor. The code is empty for a TOTP factor."""

    factor_id: str
    code: str
    expires_at: datetime
    verified_at: datetime | None = None
    attempts: int = 0


class Mfa:
    """Authentication factors and their challenges."""

    def __init__(self) -> None:
        self.factors: Collection[Factor] = Collection(groups={"user": lambda f: (f.user_id,)})
        self.challenges: Collection[Challenge] = Collection(groups={"factor": lambda c: (c.factor_id,)})
