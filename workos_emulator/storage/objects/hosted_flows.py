"""Sign-ins that are under way on the hosted pages."""

from dataclasses import dataclass, field
from datetime import datetime

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True)
class HostedFlow(Entity):
    """What one browser is doing on the hosted pages; its id stands in their addresses.

    Attributes:
        browser: The cookie of the browser. Other browsers cannot go on with the flow.
        csrf: What every form of the flow must send back.
        parameters: The query of the authorization URL, if the flow came from one.
        method: How the user has proved who they are, as the answer of authenticate names it; empty before that.
        user_id: Who it is; None before that.
        organization_id: The organization that was asked for or chosen.
        connection_id: The connection whose identity provider is asked.
        passed: The steps that the user has been through.
        challenge_id: The challenge of the second factor that was asked last.
        device_id: The device that is to be approved.
        ready: Whether the user has been through everything, so that only the device is left.
    """

    browser: str = field(repr=False)
    csrf: str = field(repr=False)
    expires_at: datetime
    parameters: dict[str, str] = field(default_factory=dict[str, str])
    method: str = ""
    user_id: str | None = None
    organization_id: str | None = None
    connection_id: str | None = None
    passed: frozenset[str] = frozenset()
    challenge_id: str | None = None
    device_id: str | None = None
    ready: bool = False


class Hosted:
    """All of them."""

    def __init__(self) -> None:
        self.flows = Collection[HostedFlow](groups={"user": lambda f: (f.user_id,)})
