"""The static description of an API operation."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Generic, Literal, TypeVar

from attrs import field, frozen

from workos_core.config import DEFAULT_BASE_URL
from workos_core.errors import InvalidArgumentError
from workos_core.http.retry_policy import IDEMPOTENT_METHODS, RetryPolicy
from workos_core.lazy_names import resolve_type

T = TypeVar("T")
Credentials = Literal["api_key", "access_token", "body", "none"]
QueryStyle = Literal["plain", "comma", "brackets"]

RAW_REQUEST = "request"
"""The name of operations that are not in the spec. They may consume a single-use code, so `retry_non_idempotent` does not apply to them."""


@frozen
class Exclusive:
    """Mutually exclusive groups of arguments.

    Attributes:
        groups: The groups; the arguments of a group must be passed together.
        required: Whether one group must be passed.
        optional: The arguments that may be missing from their group.
        allowed_with: Arguments that may accompany another group, each as (argument, other argument, value of the other argument).
    """

    groups: tuple[tuple[str, ...], ...]
    required: bool = False
    optional: tuple[str, ...] = ()
    allowed_with: tuple[tuple[str, str, str], ...] = ()


@frozen
class Operation(Generic[T]):
    """An API operation: everything about an endpoint that does not depend on the arguments of a call.

    Attributes:
        name: The client method, such as `organizations.get_organization`.
        method: The HTTP method.
        path: The path template, with `{name}` for each path parameter.
        returns: The type of the response, with models as `lazy_type`; None if the response has no body.
        credentials: The credentials of the request; see `x-credentials` in spec/README.md.
        wrapped: The property of the response that is the result; empty if the response itself is the result.
        accepts_idempotency_key: Whether the API documents the `Idempotency-Key` header for the operation, so that a repeated POST takes effect once.
        single_use: Whether the request consumes a single-use code or token.
        returns_requested_id: The path parameter that the `id` of the response equals; empty if there is none.
        exclusive: The groups of mutually exclusive arguments.
        any_of: Arguments of which at least one must be passed.
        styles: The serialization style of each query parameter that is not a plain value.
        limits: The documented rate limits that apply in addition to the general one, narrowest first: names in `workos_core.rate_limits.documented.limits`.
        optional_body: Whether the body is omitted if it has no properties.
        server: The base URL of the operation, if it is not that of the client; otherwise empty.
        is_form: Whether the body is URL-encoded form data instead of JSON.
    """

    name: str
    method: str
    path: str
    returns: Any = None
    credentials: Credentials = "api_key"
    wrapped: str = ""
    accepts_idempotency_key: bool = False
    single_use: bool = False
    returns_requested_id: str = ""
    exclusive: tuple[Exclusive, ...] = ()
    any_of: tuple[str, ...] = ()
    styles: Mapping[str, QueryStyle] = field(factory=dict[str, QueryStyle])
    limits: tuple[str, ...] = ()
    optional_body: bool = False
    server: str = ""
    is_form: bool = False

    @cached_property
    def result_type(self) -> Any:
        """The type of the response; its models are imported on first use."""
        return None if self.returns is None else resolve_type(self.returns)

    def base_url(self, client: str) -> str:
        """Return the base URL of requests.

        Args:
            client: The base URL of the client. If it is not the default one, only requests without credentials go to `server`.
        """
        return self.server if self.server and (client == DEFAULT_BASE_URL or self.credentials == "none") else client

    def excluded_by(self, argument: str) -> frozenset[str]:
        """Return the arguments that may not be passed together with an argument."""
        rules = [rule for rule in self.exclusive if any(argument in group for group in rule.groups)]
        return frozenset(name for rule in rules for group in rule.groups if argument not in group for name in group)

    def is_idempotent(self, policy: RetryPolicy, override: bool | None = None) -> bool:
        """Return whether the request may be retried after the API may have processed it.

        Args:
            policy: The retry policy of the client or the call.
            override: The option `idempotent` of the call.

        Raises:
            InvalidArgumentError: The override is True, but the request consumes a single-use code or token.
        """
        if self.single_use:
            if override:
                raise InvalidArgumentError(
                    f"{self.name.rpartition('.')[2]}() consumes a single-use code or token, so it can't be retried; omit `idempotent`"
                )
            return False
        if override is not None:
            return override
        return (
            self.accepts_idempotency_key
            or self.method in IDEMPOTENT_METHODS
            or (policy.retry_non_idempotent and self.name != RAW_REQUEST)
        )
