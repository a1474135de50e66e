"""The definition of a rate limit."""

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
    """A rate limit: a maximum number of requests in a sliding window.

    Attributes:
        requests: The maximum number of requests in a window.
        seconds: The length of the window in seconds.
        key: What the limit applies to; each value of the key has its own limit.
        by: The call arguments that hold the value of the key; the first one that is given is used. Empty if the client knows the value.
    """

    requests: int = field(validator=validators.ge(1))
    seconds: float = field(validator=validators.gt(0))
    key: LimitKey = "ip"
    by: tuple[str, ...] = ()

    @property
    def is_personal(self) -> bool:
        """Whether the limit applies to a single person."""
        return "email" in self.key or "challenge" in self.key or self.key == "user"
