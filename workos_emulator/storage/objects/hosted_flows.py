"""Sign-ins in progress on the hosted pages."""

from dataclasses import dataclass, field
from datetime import datetime

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True, repr=False)
class HostedFlow(Entity):
    """The flow of one browser through the hosted pages. Its ID is part of their URLs.

    Attributes:
        browser: The value of the browser's cookie. Another browser cannot continue the flow.
        csrf: The CSRF token that every form of the flow must submit.
        parameters: The query of the authorization URL that started the flow, if any.
        method: The `authentication_method` of the sign-in; empty before the user has authenticated.
        user_id: The user; None before they have authenticated.
        organization_id: The organization that was requested or selected.
        connection_id: The connection whose identity provider authenticates the user.
        passed: The completed sign-in steps.
        challenge_id: The last challenge of the user's second factor.
        device_id: The device to approve.
        email_claimed: Whether the user entered the email address, which therefore must be verified.
        ready: Whether the sign-in is complete, so that only a passkey may be created, and the device or the consent approved.
        authenticated_at: When the user signed in to a Connect application, or before in the same browser.
        passkey_challenge: The unused challenge for creating or using a passkey; empty if there is none.
        passkey_challenge_expires_at: When the challenge expires.
    """

    browser: str
    csrf: str
    expires_at: datetime
    parameters: dict[str, str] = field(default_factory=dict[str, str])
    method: str = ""
    user_id: str | None = None
    organization_id: str | None = None
    connection_id: str | None = None
    passed: frozenset[str] = frozenset()
    challenge_id: str | None = None
    device_id: str | None = None
    email_claimed: bool = False
    ready: bool = False
    authenticated_at: datetime | None = None
    passkey_challenge: str = ""
    passkey_challenge_expires_at: datetime | None = None


@dataclass(slots=True, kw_only=True, repr=False)
class BrowserSession(Entity):
    """The last sign-in of a browser on the hosted pages. Its ID is the value of the browser's cookie.

    Attributes:
        method: The `authentication_method` of the sign-in.
        connection_id: The connection that the user signed in with, if any.
        organization_id: The organization that the user signed in to, if any.
        passed: The completed sign-in steps.
        ui_locales: The preferred languages of the sign-in, which the signed-out page uses, too.
    """

    user_id: str
    method: str
    connection_id: str | None = None
    organization_id: str | None = None
    passed: frozenset[str] = frozenset()
    ui_locales: str = ""


class Hosted:
    """The flows of the hosted pages, and the last sign-in of each browser."""

    def __init__(self) -> None:
        self.browsers: Collection[BrowserSession] = Collection(groups={"user": lambda b: (b.user_id,)})
        self.flows: Collection[HostedFlow] = Collection(
            groups={"user": lambda f: (f.user_id,), "browser": lambda f: (f.browser,)}
        )
