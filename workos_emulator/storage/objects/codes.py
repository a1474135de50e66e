"""One-time codes, password resets, invitations, device codes and external authorizations."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True, repr=False)
class OneTimeCode(Entity):
    """A six-digit code that can be used once.

    Attributes:
        used_at: When it was used; None if it has not been used.
        attempts: The number of wrong codes entered while this code was the newest.
    """

    code: str
    expires_at: datetime
    used_at: datetime | None = None
    attempts: int = 0


@dataclass(slots=True, kw_only=True, repr=False)
class MagicAuth(OneTimeCode):
    """A Magic Auth code."""

    user_id: str
    email: str


@dataclass(slots=True, kw_only=True, repr=False)
class EmailVerification(OneTimeCode):
    """A code that verifies a user's email address."""

    user_id: str
    email: str


@dataclass(slots=True, kw_only=True, repr=False)
class EmailChange(OneTimeCode):
    """A code that verifies a user's new email address."""

    user_id: str
    new_email: str


@dataclass(slots=True, kw_only=True, repr=False)
class RadarChallenge(OneTimeCode):
    """A code that Radar requires from a user, sent by email or (with a phone number) by SMS."""

    user_id: str
    email: str
    phone_number: str | None = None


@dataclass(slots=True, kw_only=True, repr=False)
class PasswordReset(Entity):
    """A password reset with its token."""

    user_id: str
    email: str
    token: str
    expires_at: datetime
    used_at: datetime | None = None


@dataclass(slots=True, kw_only=True, repr=False)
class Invitation(Entity):
    """An invitation. Only `expires_at` shows that it has expired."""

    email: str
    token: str
    expires_at: datetime
    organization_id: str | None = None
    inviter_user_id: str | None = None
    role_slug: str | None = None
    accepted_at: datetime | None = None
    accepted_user_id: str | None = None
    revoked_at: datetime | None = None


@dataclass(slots=True, kw_only=True, repr=False)
class DeviceCode(Entity):
    """A device authorization. Its ID is the device code.

    Attributes:
        decision: `approved` or `denied`; None until the user decides.
        interval: The polling interval of the device in seconds.
        polled_at: When the device last polled.
        authentication_method: How the user who approved the device signed in.
        passed: The sign-in steps that the user completed on the hosted pages.
        application_id: The Connect application that runs on the device; None for the environment's own client.
        scopes: The scopes that the Connect application requested.
        has_default_scopes: Whether it requested none, so that it has its own scopes.
        resources: The resources that it requested.
        connection_id: The connection that the user signed in with, if any.
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
    application_id: str | None = None
    scopes: list[str] = field(default_factory=list[str])
    has_default_scopes: bool = False
    resources: list[str] = field(default_factory=list[str])
    connection_id: str | None = None


@dataclass(slots=True, kw_only=True, repr=False)
class ExternalAuthorization(Entity):
    """A sign-in that waits for the app's own sign-in page (Standalone Connect). Its ID is `external_auth_id`.

    Attributes:
        flow_id: The flow of the browser; None if `Emulator.seed` created the authorization.
        token: The secret in the redirect URI of the completed sign-in.
    """

    redirect_uri: str
    takes_consent_options: bool = False
    flow_id: str | None = None
    token: str | None = None
    completed_at: datetime | None = None
    user_id: str | None = None
    consent_options: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])


class Codes:
    """Codes, password resets, invitations, device codes and external authorizations.

    Attributes:
        radar_planned: By user ID, the Radar challenge of the next sign-in: `email`, `sms` or `sign_up`.
    """

    def __init__(self) -> None:
        self.magic_auths: Collection[MagicAuth] = Collection(groups={"user": lambda m: (m.user_id,)})
        self.email_verifications: Collection[EmailVerification] = Collection(groups={"user": lambda v: (v.user_id,)})
        self.email_changes: Collection[EmailChange] = Collection(groups={"user": lambda c: (c.user_id,)})
        self.radar_challenges: Collection[RadarChallenge] = Collection(groups={"user": lambda c: (c.user_id,)})
        self.password_resets: Collection[PasswordReset] = Collection(
            unique={"token": lambda r: r.token}, groups={"user": lambda r: (r.user_id,)}
        )
        self.invitations: Collection[Invitation] = Collection(
            unique={"token": lambda i: i.token},
            groups={"organization": lambda i: (i.organization_id,), "email": lambda i: (i.email.strip().casefold(),)},
        )
        self.devices: Collection[DeviceCode] = Collection(unique={"user_code": lambda d: d.user_code})
        self.radar_planned: dict[str, str] = {}
        self.external: Collection[ExternalAuthorization] = Collection(unique={"flow": lambda e: e.flow_id})
