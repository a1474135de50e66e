"""Hosts and web origins of requests, and the checks that protect a browser's user from other sites."""

import ipaddress
import re
from functools import lru_cache
from urllib.parse import urlsplit

from workos_emulator.http.messages import Request


@lru_cache(256)
def is_loopback_host(host: str) -> bool:
    """Return whether a host name or IP address, without a port, always names this machine."""
    name = host.lower().removesuffix(".")
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False


@lru_cache(256)
def is_workos_host(host: str) -> bool:
    """Return whether a `Host` header names a host of WorkOS."""
    name = host_name(host).removesuffix(".")
    return any(name == domain or name.endswith(f".{domain}") for domain in ("workos.com", "authkit.app"))


def is_loopback_origin(origin: str) -> bool:
    """Return whether a web origin, as in the `Origin` header, is served by this machine."""
    scheme, _, host = origin.partition("://")
    return scheme in ("http", "https") and _is_authority(host) and is_loopback_host(host_name(host))


@lru_cache(256)
def host_name(host: str) -> str:
    """Return the host of a `Host` header or of a URL's authority, without the port; an empty string if it is malformed."""
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return ""
    return parts.hostname or "" if parts.netloc == host and "@" not in host else ""


def is_same_origin(request: Request) -> bool:
    """Return whether a request comes from a page of this server, from the address bar, or from a client that is no browser."""
    if request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        return False
    origin = request.headers.get("origin")
    return origin is None or origin.partition("://")[2] == request.headers.get("host")


def is_navigation(request: Request) -> bool:
    """Return whether a browser opens a URL in a tab: by a link, a redirect or the address bar."""
    return (
        request.method in ("GET", "HEAD")
        and request.headers.get("sec-fetch-mode") == "navigate"
        and request.headers.get("sec-fetch-dest") == "document"
    )


def accepts_html(request: Request) -> bool:
    """Return whether a request names HTML in `Accept`, as browsers do when they open a page."""
    for item in request.headers.get("accept", "").split(","):
        media_type, *parameters = (part.strip().lower() for part in item.split(";"))
        if media_type == "text/html":
            return not any(re.fullmatch(r"q\s*=\s*0(\.0*)?", parameter) for parameter in parameters)
    return False


def _is_authority(text: str) -> bool:
    return bool(text) and not set(text) & set("/?#@\\ ")
