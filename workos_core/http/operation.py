"""The constants of an endpoint."""

from collections.abc import Mapping
from typing import Any, Generic, Literal, TypeVar

from attrs import field, frozen

from workos_core.errors import InvalidArgumentError
from workos_core.http.retry_policy import IDEMPOTENT_METHODS, RetryPolicy

T = TypeVar("T")
Credentials = Literal["api_key", "access_token", "body", "none"]
QueryStyle = Literal["plain", "comma", "brackets"]

RAW_REQUEST = "request"
"""The name of operations that the spec does not have. What a POST among them spends nobody knows."""


@frozen
class Exclusive:
    """Groups of arguments that exclude one another.

    Attributes:
        groups: The groups; all arguments of a group belong together.
        required: Whether one group must be given.
        optional: Arguments that may be missing from their group.
    """

    groups: tuple[tuple[str, ...], ...]
    required: bool = False
    optional: tuple[str, ...] = ()


@frozen
class Operation(Generic[T]):
    """What is fixed about an endpoint.

    Attributes:
        name: The method it stands behind, such as `organizations.get_organization`.
        method: The HTTP method.
        path: The path, with `{name}` where an argument goes.
        returns: The type of the answer; None where the answer has no body.
        credentials: What authenticates: see spec/README.md, `x-credentials`.
        wrapped: The property of the answer that is the result; empty where the answer itself is.
        accepts_idempotency_key: Whether the API honours an Idempotency-Key.
        single_use: Whether it spends a code or token that works once.
        exclusive: Arguments that exclude one another.
        any_of: Arguments of which at least one must be given.
        styles: How query arguments are written that are not plain values.
        limits: Documented rate limits that apply besides the general one, the narrowest first: names of `workos_core.rate_limits.documented.limits`.
        optional_body: Whether a body without a single property is not sent at all.
        server: Another host than the client's, or empty.
    """

    name: str
    method: str
    path: str
    returns: Any = None
    credentials: Credentials = "api_key"
    wrapped: str = ""
    accepts_idempotency_key: bool = False
    single_use: bool = False
    exclusive: tuple[Exclusive, ...] = ()
    any_of: tuple[str, ...] = ()
    styles: Mapping[str, QueryStyle] = field(factory=dict[str, QueryStyle])
    limits: tuple[str, ...] = ()
    optional_body: bool = False
    server: str = ""

    def is_idempotent(self, policy: RetryPolicy, override: bool | None = None) -> bool:
        """Whether the request may be sent again although the first may have been processed.

        Args:
            policy: Of the client or the call.
            override: What the call says itself.

        Raises:
            InvalidArgumentError: The call overridden to repeat what spends a code or token that works once.
        """
        if self.single_use:
            if override:
                raise InvalidArgumentError(
                    f"{self.name.rpartition('.')[2]}() spends a code or token that works once, so it can't be `idempotent`"
                )
            return False
        if override is not None:
            return override
        return (
            self.accepts_idempotency_key
            or self.method in IDEMPOTENT_METHODS
            or (policy.retry_non_idempotent and self.name != RAW_REQUEST)
        )
