"""OAuth resources (RFC 8707): the servers that access tokens are for."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from workos_emulator.storage.state import State

_DEFAULT_PORTS = {"http": 80, "https": 443}


class InvalidTargetError(Exception):
    """A requested resource is malformed or not registered. The message names it."""


def select(state: State, requested: Sequence[str]) -> list[str]:
    """Return the requested resources as they are registered, or by default the default resource, if any.

    If no resource is registered, requested ones are ignored, as at WorkOS: tokens are for the environment.

    Raises:
        InvalidTargetError: A resource is not an absolute URI, has a fragment, or is not registered.
    """
    for uri in requested:
        if _normalize(uri) is None:
            raise InvalidTargetError(f"The resource {uri!r} must be an absolute URI without a fragment.")
    registered = list(state.configuration.oauth_resources)
    if not registered:
        return []
    if not requested:
        return [resource.uri for resource in registered if resource.default]
    by_normalized_uri = {_normalize(resource.uri): resource.uri for resource in registered}
    selected: list[str] = []
    for uri in requested:
        if (match := by_normalized_uri.get(_normalize(uri))) is None:
            raise InvalidTargetError(
                f"The resource {uri!r} is not registered; register it with POST /user_management/authkit_oauth_resources."
            )
        selected.append(match)
    return list(dict.fromkeys(selected))


def narrow(state: State, granted: Sequence[str], requested: Sequence[str]) -> list[str]:
    """Return those granted resources that a token request names, or by default all of them.

    Raises:
        InvalidTargetError: A resource is malformed or was not granted.
    """
    if not requested:
        return list(granted)
    selected = select(state, requested)
    for uri in selected:
        if uri not in granted:
            raise InvalidTargetError(f"The resource {uri!r} is not part of the authorization request.")
    return selected or list(granted)


def _normalize(uri: str) -> tuple[object, ...] | None:
    """Return what identifies a resource: scheme, host and port in normal form, and the exact path and query."""
    try:
        parts = urlsplit(uri)
        port = parts.port or _DEFAULT_PORTS.get(parts.scheme)
    except ValueError:
        return None
    if not parts.scheme or "#" in uri or not uri.isprintable() or " " in uri:
        return None
    if not parts.netloc:
        return (parts.scheme, parts.path, parts.query)
    path = "" if parts.path == "/" and not parts.query else parts.path
    return (parts.scheme, parts.username, parts.hostname, port, path, parts.query)
