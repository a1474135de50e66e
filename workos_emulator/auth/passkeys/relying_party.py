"""The relying party of passkeys: the host of the page that a browser shows."""

import ipaddress
from dataclasses import dataclass

from workos_emulator.http import origins
from workos_emulator.http.messages import Request
from workos_emulator.storage.state import State


@dataclass(slots=True, frozen=True)
class RelyingParty:
    """A WebAuthn relying party.

    Attributes:
        id: The relying party ID, a host name.
        name: The name of the application.
        host: The host of the page, with its port.
    """

    id: str
    name: str
    host: str

    @classmethod
    def from_request(cls, state: State, request: Request) -> "RelyingParty":
        """Return the relying party of the page that a request is for."""
        host = request.headers.get("host", "localhost").lower()
        return cls(origins.host_name(host), state.settings.application_name, host)

    @property
    def is_usable(self) -> bool:
        """Whether browsers allow passkeys for the host. They don't for IP addresses."""
        try:
            ipaddress.ip_address(self.id)
        except ValueError:
            return bool(self.id)
        return False

    def accepts(self, origin: str) -> bool:
        """Return whether an origin is that of the page: with HTTPS or, on this machine only, with HTTP."""
        scheme, _, host = origin.partition("://")
        return host == self.host and (scheme == "https" or (scheme == "http" and origins.is_loopback_host(self.id)))
