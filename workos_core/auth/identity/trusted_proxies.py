"""Reverse proxies whose forwarding headers are trusted: which host, scheme and path prefix the browser sees."""

import ipaddress
import re
from collections.abc import Sequence
from typing import TypeAlias
from urllib.parse import unquote

from attrs import evolve, field, frozen

from workos_core.argument_checks import check_type
from workos_core.auth.identity.web_request import WebRequest, clean_root_path
from workos_core.errors import ConfigurationError

__all__ = ["TrustedProxies"]

_Network: TypeAlias = ipaddress.IPv4Network | ipaddress.IPv6Network

FORWARDING_HEADERS = ("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Prefix", "Forwarded")
"""The headers that count by default if they come from a trusted proxy."""

_HOST = re.compile(r"([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?")
_ADDRESS = re.compile(r"\[(?P<v6>[^\]]+)\](:[0-9]+)?|(?P<v4>[^:]+):[0-9]+")
_ELEMENT = re.compile(r'(?:[^,"]|"(?:\\.|[^"\\])*")+')
_PARAMETER = re.compile(r'(?:^|;)\s*([A-Za-z]+)=(?:"((?:\\.|[^"\\])*)"|([^;"]*))')


def _read_addresses(addresses: Sequence[str] | str) -> tuple[str, ...]:
    if isinstance(addresses, str):
        return (addresses,)
    check_type("trusted_proxies", addresses, (list, tuple, set, frozenset), "a list of IP addresses and networks")
    return tuple(addresses)


def _read_headers(headers: Sequence[str] | str) -> tuple[str, ...]:
    return tuple(name.lower() for name in ((headers,) if isinstance(headers, str) else headers))


@frozen
class TrustedProxies:
    """The reverse proxies in front of an app, and the forwarding headers that they set.

    A header counts only if the request comes from one of these proxies. Each proxy must set or remove each of these headers;
    otherwise a client can choose its value. If two headers contradict each other, neither counts.

    Attributes:
        addresses: IP addresses and networks such as `10.0.0.0/8`; `unix` for connections over a Unix socket; `*` for every connection,
            if clients can reach the app only through a proxy.
        headers: The names of the headers that the proxies set, of `X-Forwarded-For`, `X-Forwarded-Host`, `X-Forwarded-Proto`,
            `X-Forwarded-Prefix` and `Forwarded` (RFC 7239).

    Raises:
        ConfigurationError: An address or the name of a header is invalid.
    """

    addresses: tuple[str, ...] = field(default=(), converter=_read_addresses)
    headers: tuple[str, ...] = field(default=FORWARDING_HEADERS, converter=_read_headers)
    _networks: tuple[_Network, ...] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        known = {name.lower() for name in FORWARDING_HEADERS}
        if unknown := sorted(set(self.headers) - known):
            raise ConfigurationError(
                f"headers of TrustedProxies contains {unknown[0]!r}; it may contain {', '.join(FORWARDING_HEADERS)}"
            )
        networks = tuple(_network(each) for each in self.addresses if each not in ("*", "unix"))
        object.__setattr__(self, "_networks", networks)

    def apply(self, request: WebRequest) -> WebRequest:
        """Return the request as the browser sent it, with the host, scheme, path prefix and address that trusted proxies report."""
        if not self.addresses or not (request.is_forwarded or self._trusts(request.ip_address)):
            return request
        hops, address = self._find_client(request)
        forwarded = self._forwarded(request, hops)
        scheme = _agreed(self._last(request, "x-forwarded-proto", hops), forwarded.get("proto"))
        host = _agreed(self._last(request, "x-forwarded-host", hops), forwarded.get("host"))
        prefix = self._last(request, "x-forwarded-prefix", hops)
        if host and _HOST.fullmatch(host):
            request = evolve(request, headers={**request.headers, "host": host})
        if scheme and scheme.lower() in ("http", "https"):
            request = evolve(request, scheme=scheme.lower())
        if prefix:
            request = evolve(request, root_path=_join_prefix(clean_root_path(unquote(prefix)), request.root_path))
        return request if request.is_forwarded else evolve(request, ip_address=address)

    def _trusts(self, address: str | None) -> bool:
        if "*" in self.addresses:
            return True
        return "unix" in self.addresses if not address else self._is_known(address)

    def _is_known(self, address: str) -> bool:
        try:
            parsed = ipaddress.ip_address(address)
        except ValueError:
            return False
        mapped = parsed.ipv4_mapped if isinstance(parsed, ipaddress.IPv6Address) else None
        return any((mapped or parsed) in network for network in self._networks)

    def _find_client(self, request: WebRequest) -> tuple[int, str | None]:
        """Return how many trusted proxies the request passed through, and the address of the client before them."""
        values = _split(request.headers.get("x-forwarded-for")) if "x-forwarded-for" in self.headers else []
        addresses = [_without_port(value) for value in values]
        hops = 1
        for address in reversed(addresses):
            if not self._is_known(address):
                return hops, address
            hops += 1
        return (hops, addresses[0]) if addresses else (hops, request.ip_address)

    def _last(self, request: WebRequest, name: str, hops: int) -> str | None:
        """Return the value that the first trusted proxy set: each proxy appends its own."""
        values = _split(request.headers.get(name)) if name in self.headers else []
        return values[-min(hops, len(values))] if values else None

    def _forwarded(self, request: WebRequest, hops: int) -> dict[str, str]:
        text = request.headers.get("forwarded", "") if "forwarded" in self.headers else ""
        elements = _ELEMENT.findall(text)
        if not elements:
            return {}
        pairs = _PARAMETER.findall(elements[-min(hops, len(elements))])
        return {name.lower(): re.sub(r"\\(.)", r"\1", quoted) or plain.strip() for name, quoted, plain in pairs}


def _network(text: str) -> _Network:
    try:
        return ipaddress.ip_network(text, strict=False)
    except ValueError:
        raise ConfigurationError(
            f"trusted_proxies contains {text!r}, which is neither an IP address, a network like 10.0.0.0/8, 'unix' nor '*'"
        ) from None


def _split(text: str | None) -> list[str]:
    return [value.strip() for value in (text or "").split(",") if value.strip()]


def _without_port(address: str) -> str:
    match = _ADDRESS.fullmatch(address)
    return (match["v6"] or match["v4"]) if match else address


def _agreed(first: str | None, second: str | None) -> str | None:
    """Return the value of two headers, or `None` if they contradict each other: one of them may come from the client."""
    if first and second:
        return first if first.lower() == second.lower() else None
    return first or second


def _join_prefix(prefix: str, root_path: str) -> str:
    """Return the prefix that a proxy has removed followed by the root path, unless the server's root path already includes it."""
    return root_path if f"{root_path}/".startswith(f"{prefix}/") else prefix + root_path
