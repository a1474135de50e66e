"""A rate limit."""

from typing import Literal, TypeAlias

from attrs import field, frozen, validators

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
