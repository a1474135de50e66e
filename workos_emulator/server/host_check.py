"""The check of `Host` headers, which protects against DNS rebinding."""

import re
from collections.abc import Callable, Iterable

from workos_emulator.http import errors, origins


class HostCheck:
    """Accepts loopback hosts, the host that the server is bound to, and allowed hosts.

    A web page can point its own name at this machine (DNS rebinding) and is then of the same origin as the emulator. The `Host` header
    still has the name.

    Args:
        allowed: Host names and IP addresses without a port.
        more: Returns further ones, which can change at any time.

    Raises:
        ValueError: An allowed host is not a host name or an IP address.
    """

    def __init__(self, allowed: Iterable[str], more: Callable[[], Iterable[str]]) -> None:
        if isinstance(allowed, str):
            raise ValueError(f"allowed_hosts must be a collection of host names (got {allowed!r})")
        self._allowed = {_normalize(host) for host in allowed}
        self._more = more

    def check(self, hosts: Iterable[str], bound: Iterable[str | None]) -> None:
        """Check the `Host` headers of a request.

        Args:
            hosts: The values of the headers. Browsers always send one.
            bound: The hosts that the server is bound to.

        Raises:
            ApiError: 403 `host_not_allowed`.
        """
        for host in hosts:
            name = origins.host_name(host).removesuffix(".")
            if origins.is_loopback_host(name) or name in self._allowed:
                continue
            if name and (
                name in (item and item.lower().strip("[]") for item in bound)
                or name in (item.lower() for item in self._more())
            ):
                continue
            shown = name or host[:100]
            message = f"The host {shown!r} is not allowed. Start the emulator with --allowed-host {shown}, or add it to allowed_hosts."
            raise errors.coded(403, "host_not_allowed", message)


def _normalize(host: str) -> str:
    text = f"[{host}]" if host.count(":") > 1 and not host.startswith("[") else host
    name = origins.host_name(text)
    if not re.fullmatch(r"[a-z0-9._:-]+", name) or text.lower() not in (name, f"[{name}]", f"{name}."):
        raise ValueError(f"an allowed host must be a host name or an IP address without a port (got {host!r})")
    return name.removesuffix(".")
