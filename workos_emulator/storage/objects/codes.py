"""What people prove themselves with: one-time codes, tokens in links, device codes."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True)
class OneTimeCode(Entity):
    """A code of six digits that works once.

    Attributes:
        used_at: When it was used; None as long as it was not.
        attempts: How often a wrong code was tried while this one was the newest.
    """

    code: str = field(repr=False)
    expires_at: datetime
    used_at: datetime | None = None
    attempts: int = 0


@dataclass(slots=True, kw_only=True)
class MagicAuth(OneTimeCode):
    """A code that signs a user in."""

    user_id: str
    email: str


@dataclass(slots=True, kw_only=True)
class EmailVerification(OneTimeCode):
    """A code with which a user proves an e-mail address."""

    user_id: str
    email: str


@dataclass(slots=True, kw_only=True)
class EmailChange(OneTimeCode):
    """A code with which a user proves the e-mail address to change to."""

    user_id: str
    new_email: str


@dataclass(slots=True, kw_only=True)
class RadarChallenge(OneTimeCode):
    """A code that Radar asks a user for, by e-mail or (with a telephone number) by SMS."""

    user_id: str
    email: str
    phone_number: str | None = None


@dataclass(slots=True, kw_only=True)
class PasswordReset(Entity):
    """A token that lets a user choose a new password."""

    user_id: str
    email: str
    token: str = field(repr=False)
    expires_at: datetime
    used_at: datetime | None = None


@dataclass(slots=True, kw_only=True)
class Invitation(Entity):
    """An invitation. That it has expired shows in `expires_at` only."""

    email: str
    token: str = field(repr=False)
    expires_at: datetime
    organization_id: str | None = None
    inviter_user_id: str | None = None
    role_slug: str | None = None
    accepted_at: datetime | None = None
    accepted_user_id: str | None = None
    revoked_at: datetime | None = None


@dataclass(slots=True, kw_only=True)
class DeviceCode(Entity):
    """The sign-in of a device; its id is the device code.

    Attributes:
        decision: `approved` or `denied`; None as long as nobody has decided.
        interval: The seconds that the device must wait between two requests.
        polled_at: When the device last asked.
        authentication_method: How the person who approved has signed in.
        passed: What the hosted pages have asked that person for.
    """

    user_code: str
    expires_at: datetime
    interval: int
    decision: str | None = None
    user_id: str | None = None
    organization_id: str | None = None
    polled_at: datetime | None = None
    authentication_method: str = "Password"
    passed: frozenset[str] = frozenset()


@dataclass(slots=True, kw_only=True)
class ExternalAuthorization(Entity):
    """A sign-in that waits for the login page of the app (Standalone Connect); its id is `external_auth_id`."""

    redirect_uri: str
    takes_consent_options: bool = False
    completed_at: datetime | None = None
    user_id: str | None = None
    consent_options: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])


class Codes:
    """All of them.

    Attributes:
        radar_planned: By user, the challenge that Radar makes at the next sign-in: `email`, `sms` or `sign_up`.
    """

    def __init__(self) -> None:
        self.magic_auths = Collection[MagicAuth](groups={"user": lambda m: (m.user_id,)})
        self.email_verifications = Collection[EmailVerification](groups={"user": lambda v: (v.user_id,)})
        self.email_changes = Collection[EmailChange](groups={"user": lambda c: (c.user_id,)})
        self.radar_challenges = Collection[RadarChallenge](groups={"user": lambda c: (c.user_id,)})
        self.password_resets = Collection[PasswordReset](
            unique={"token": lambda r: r.token}, groups={"user": lambda r: (r.user_id,)}
        )
        self.invitations = Collection[Invitation](
            unique={"token": lambda i: i.token},
            groups={"organization": lambda i: (i.organization_id,), "email": lambda i: (i.email.strip().casefold(),)},
        )
        self.devices = Collection[DeviceCode](unique={"user_code": lambda d: d.user_code})
        self.radar_planned: dict[str, str] = {}
        self.external = Collection[ExternalAuthorization]()
