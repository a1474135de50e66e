"""Twins of the session cookie: cookies of the same or an earlier name that were set for another domain or path.

A browser sends all of them, and a request doesn't show which is which. Settings of an earlier deployment leave twins behind, and so
can other applications below the same domain.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from workos_core.auth.identity.cookie_settings import CookieSettings
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.sealing.cookie_chunks import MAX_CHUNKS

_LETTER = re.compile(r"[a-z]", re.IGNORECASE)


def expire_twins(
    settings: CookieSettings,
    previous: Sequence[CookieSettings],
    host: str,
    present: Collection[str],
    written: Collection[SetCookie],
) -> tuple[SetCookie, ...]:
    """Return the cookies that expire every cookie of a session that the request has, whatever its domain and path, except new ones.

    Args:
        settings: The settings of the session cookie.
        previous: The settings of earlier deployments.
        host: The host name of the application.
        present: The names of the cookies of the request.
        written: The cookies that the response sets.
    """
    kept = {_key(cookie) for cookie in written}
    expired: dict[tuple[str, str, str], SetCookie] = {}
    for each in (settings, *previous):
        for name in cookie_names(each):
            if name not in present:
                continue
            for domain, path in _scopes(each, settings, host):
                cookie = SetCookie(name, "", 0, domain, each.secure, each.same_site, path)
                if _key(cookie) not in kept:
                    expired.setdefault(_key(cookie), cookie)
    return tuple(expired.values())


def cookie_names(settings: CookieSettings) -> list[str]:
    """Return the names of the session cookie and of its chunks."""
    name = settings.prefix + settings.name
    return [name, *(f"{name}.{index}" for index in range(MAX_CHUNKS))]


def _scopes(settings: CookieSettings, current: CookieSettings, host: str) -> Iterator[tuple[str | None, str]]:
    if settings.host_only:
        yield None, "/"  # browsers accept __Host- cookies for no other scope
        return
    domains = [None, settings.domain, current.domain, *_domains(host)]
    for path in dict.fromkeys(["/", settings.path or "/", current.path or "/"]):
        for domain in dict.fromkeys(domains):
            yield domain, path


def _domains(host: str) -> list[str]:
    """Return the domains that a host name belongs to: itself and its parents, without top-level domains; none for an IP address."""
    labels = host.split(".")
    if not _LETTER.search(labels[-1]) or ":" in host:
        return []
    return [".".join(labels[index:]) for index in range(len(labels) - 1)]


def _key(cookie: SetCookie) -> tuple[str, str, str]:
    """Return what identifies a cookie in a browser. A leading dot of the domain has no meaning (RFC 6265, section 4.1.2.3)."""
    return cookie.name, "" if cookie.domain is None else f".{cookie.domain.removeprefix('.').lower()}", cookie.path
