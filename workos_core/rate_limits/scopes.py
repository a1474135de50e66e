"""Rate-limit scopes: which limits a request counts toward, and whose requests share a count."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from attrs import frozen

from workos_core.rate_limits.limits import Limit

GENERAL = "general"
"""The name of the limit that applies to every request."""


class RateLimitScope(NamedTuple):
    """A limit and the key whose requests it counts together: a tuple, because every request looks up its scopes by their hash.

    Attributes:
        name: The name of the limit.
        key: Whose requests are counted. Email addresses and API keys are hashed.
    """

    name: str
    key: str


@frozen
class ClientIdentity:
    """The identity that a client's requests are counted under.

    Attributes:
        host: The host of the API.
        api_key: A hash of the API key, or empty.
        environment: The client ID; without one, the same as `api_key`.
    """

    host: str
    api_key: str
    environment: str

    @classmethod
    def of(cls, host: str, api_key: str | None, client_id: str | None) -> "ClientIdentity":
        """Return the identity of a client."""
        key = _hash(api_key) if api_key else ""
        return cls(host, key, client_id or key)


def scopes_of(
    names: Sequence[str], arguments: Mapping[str, Any], identity: ClientIdentity, limits: Mapping[str, Limit]
) -> tuple[RateLimitScope, ...]:
    """Return the scopes that a request counts toward, from the narrowest to the general one.

    Args:
        names: The limits of the operation besides the general one, the narrowest first.
        arguments: The arguments of the call, by wire name.
        identity: The identity of the client.
        limits: The limits in force, by name. A limit that is missing does not apply.
    """
    scopes: list[RateLimitScope] = []
    for name in (*names, GENERAL):
        limit = limits.get(name)
        if limit is None:
            continue
        if limit.key == "api_key":
            key: str | None = identity.api_key
        elif limit.key == "environment":
            key = identity.environment
        elif limit.by:
            key = _argument(arguments, limit)
        else:
            key = ""
        if key is not None:
            scopes.append(RateLimitScope(name, f"{identity.host} {key}"))
    return tuple(scopes)


def _argument(arguments: Mapping[str, Any], limit: Limit) -> str | None:
    for name in limit.by:
        value = arguments.get(name)
        if isinstance(value, str):
            return _hash(value.casefold())
    return None


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
