"""What a rate limit is, and which of them count a request."""

import hashlib
from collections.abc import Mapping
from typing import Literal, TypeAlias

from attrs import field, frozen, validators

from workos_core.wire import Request

GENERAL = "general"
"""The name of the limit that counts every request."""

LimitKey: TypeAlias = Literal[
    "ip",
    "api_key",
    "environment",
    "connection",
    "directory",
    "email",
    "email_and_ip",
    "email_or_challenge",
    "ip_and_challenge",
    "ip_and_email",
    "user",
]


@frozen
class Limit:
    """So many requests in so much time.

    Attributes:
        requests: How many requests in any stretch of `seconds`.
        seconds: How long the stretch is.
        key: What requests are counted for, each apart.
        by: The arguments of a call that hold it; the first that is given counts. Empty where the client knows it.
    """

    requests: int = field(validator=validators.ge(1))
    seconds: float = field(validator=validators.gt(0))
    key: LimitKey = "ip"
    by: tuple[str, ...] = ()


@frozen
class Counted:
    """Where a request is counted.

    Attributes:
        name: The name of the limit.
        key: For whom or what: names nobody, since addresses are hashed.
    """

    name: str
    key: str


@frozen
class Identity:
    """Whose requests they are.

    Attributes:
        host: Where the API is.
        api_key: A hash of the API key, or empty.
        environment: The client id, else the same as `api_key`.
    """

    host: str
    api_key: str
    environment: str

    @classmethod
    def of(cls, host: str, api_key: str | None, client_id: str | None) -> "Identity":
        """The identity of a client."""
        key = _hash(api_key) if api_key else ""
        return cls(host, key, client_id or key)


def counted(request: Request, identity: Identity, limits: Mapping[str, Limit]) -> tuple[Counted, ...]:
    """Where a request is counted, from the narrowest to what counts every request.

    Args:
        request: The request.
        identity: Whose it is.
        limits: The limits by name; those that are missing don't count.
    """
    if request.operation.server:  # another host than the API, which has no documented limits
        return ()
    found: list[Counted] = []
    for name in (*request.operation.limits, GENERAL):
        limit = limits.get(name)
        if limit is None:
            continue
        if limit.key == "api_key":
            key: str | None = identity.api_key
        elif limit.key == "environment":
            key = identity.environment
        elif limit.by:
            key = _argument(request, limit)
        else:
            key = ""
        if key is not None:
            found.append(Counted(name, f"{identity.host} {key}"))
    return tuple(found)


def _argument(request: Request, limit: Limit) -> str | None:
    for name in limit.by:
        value = request.arguments.get(name)
        if isinstance(value, str):
            return _hash(value.casefold())
    return None


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
