"""Bounded HTTP requests to URLs that come from clients."""

import ipaddress
import threading
from urllib.parse import urlsplit

from workos_emulator.http.messages import Fetched

TIMEOUT = 3.0
"""The timeout for the whole response, in seconds."""

MAX_SIZE = 64 * 1024
"""The maximum size of a response, in bytes."""


def fetch_json(url: str, *, allow_remote: bool, timeout: float = TIMEOUT) -> Fetched:
    """Get a JSON document, without following redirects.

    Args:
        url: The URL.
        allow_remote: Whether the host may be another one than this machine.
        timeout: The timeout for the whole response in seconds, including the look-up of the host.
    """
    parts = urlsplit(url)
    if not allow_remote and not _is_loopback(parts.hostname or ""):
        return Fetched(url, error="its host is not a loopback address, and fetching from other hosts is disabled")
    result: list[Fetched] = []
    # The thread bounds what a socket's timeout does not: a name look-up, and a server that sends byte by byte.
    thread = threading.Thread(target=lambda: result.append(_fetch(url, timeout)), name="fetch", daemon=True)
    thread.start()
    thread.join(timeout)
    return result[0] if result else Fetched(url, error=f"the response took longer than {timeout:g} s")


def _fetch(url: str, timeout: float) -> Fetched:
    import http.client
    import ssl

    parts = urlsplit(url)
    connection: http.client.HTTPConnection
    if parts.scheme == "https":
        context = ssl.create_default_context()
        connection = http.client.HTTPSConnection(parts.hostname or "", parts.port, timeout=timeout, context=context)
    else:
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=timeout)
    try:
        target = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
        connection.request("GET", target, headers={"accept": "application/json", "user-agent": "WorkOS-Emulator"})
        response = connection.getresponse()
        if response.status != 200:
            return Fetched(url, error=f"the status of the response is {response.status}, not 200")
        content_type = response.getheader("content-type", "").partition(";")[0].strip().lower()
        if not (content_type == "application/json" or content_type.endswith("+json")):
            return Fetched(url, error=f"the content type of the response is {content_type!r}, not application/json")
        body = response.read(MAX_SIZE + 1)
        if len(body) > MAX_SIZE:
            return Fetched(url, error=f"the response is larger than {MAX_SIZE} bytes")
        return Fetched(url, body, response.getheader("cache-control", "").lower())
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Fetched(url, error=f"the request failed: {type(error).__name__}")
    finally:
        connection.close()


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
