"""Timeouts for each phase of a request."""

import math
from typing import Any, Protocol, TypeAlias, TypedDict

from attrs import frozen

from workos_core.errors import ConfigurationError, InvalidArgumentTypeError
from workos_core.not_given import NOT_GIVEN, NotGiven

DEFAULT_SECONDS = 60.0


class PhaseTimeouts(TypedDict):
    """The timeout of each phase in seconds; None means no timeout. The keys are those of the `timeout` extension of httpx.

    Attributes:
        connect: The timeout for establishing a connection.
        read: The timeout for receiving the next chunk of the response.
        write: The timeout for sending the next chunk of the request.
        pool: The timeout for acquiring a connection from the pool.
    """

    connect: float | None
    read: float | None
    write: float | None
    pool: float | None


@frozen(kw_only=True)
class Timeout:
    """The timeout of each phase of a request, in seconds. Omit a phase to keep the timeout of the client, which is 60 seconds by default.

    To limit a whole call, including retries, use `deadline`.

    Attributes:
        connect: The timeout for establishing a connection.
        read: The timeout for receiving the next chunk of the response.
        write: The timeout for sending the next chunk of the request.
        pool: The timeout for acquiring a connection from the pool.
    """

    connect: float | None | NotGiven = NOT_GIVEN
    read: float | None | NotGiven = NOT_GIVEN
    write: float | None | NotGiven = NOT_GIVEN
    pool: float | None | NotGiven = NOT_GIVEN


class HasPhaseTimeouts(Protocol):
    """The attributes of `httpx.Timeout` and `httpx2.Timeout`.

    Attributes:
        connect: As in `Timeout`; None means no timeout.
        read: As in `Timeout`; None means no timeout.
        write: As in `Timeout`; None means no timeout.
        pool: As in `Timeout`; None means no timeout.
    """

    connect: float | None
    read: float | None
    write: float | None
    pool: float | None


TimeoutLike: TypeAlias = float | Timeout | HasPhaseTimeouts | None
"""One timeout in seconds for every phase, a `Timeout` with a value per phase, or None for no timeout."""

DEFAULT_PHASES = PhaseTimeouts(
    connect=DEFAULT_SECONDS, read=DEFAULT_SECONDS, write=DEFAULT_SECONDS, pool=DEFAULT_SECONDS
)


def phase_timeouts(value: object, base: PhaseTimeouts = DEFAULT_PHASES) -> PhaseTimeouts:
    """Return the timeout of each phase in seconds.

    Args:
        value: A `TimeoutLike`, or NOT_GIVEN.
        base: The timeouts of the phases that the value does not set.

    Raises:
        InvalidArgumentTypeError: The value is not a timeout.
        ConfigurationError: A timeout is negative or NaN.
    """
    if value is NOT_GIVEN:
        return base
    if value is None or isinstance(value, (int, float)):
        seconds = check_seconds("timeout", value)
        return PhaseTimeouts(connect=seconds, read=seconds, write=seconds, pool=seconds)
    if not all(hasattr(value, name) for name in PhaseTimeouts.__annotations__):
        raise InvalidArgumentTypeError(
            f"timeout must be a number of seconds, a Timeout or None, not {type(value).__name__}"
        )
    timeout: Any = value

    def phase(name: str, default: float | None) -> float | None:
        seconds = getattr(timeout, name)
        return default if seconds is NOT_GIVEN else check_seconds(f"timeout.{name}", seconds)

    return PhaseTimeouts(
        connect=phase("connect", base["connect"]),
        read=phase("read", base["read"]),
        write=phase("write", base["write"]),
        pool=phase("pool", base["pool"]),
    )


def check_seconds(name: str, value: object) -> float | None:
    """Return a duration in seconds; None if it is None or infinite.

    Raises:
        InvalidArgumentTypeError: The value is not a number.
        ConfigurationError: The value is negative or NaN.
    """
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise InvalidArgumentTypeError(f"{name} must be a number of seconds or None, not {type(value).__name__}")
    if math.isnan(value) or value < 0:
        raise ConfigurationError(f"{name} must be at least 0 seconds (got {value}); None is no limit")
    return None if math.isinf(value) else value


def limit_phases(limits: PhaseTimeouts, seconds: float | None) -> PhaseTimeouts:
    """Return the timeouts of the phases, none longer than a time limit for the whole request."""
    if seconds is None:
        return limits
    return PhaseTimeouts(
        connect=_shorter(limits["connect"], seconds),
        read=_shorter(limits["read"], seconds),
        write=_shorter(limits["write"], seconds),
        pool=_shorter(limits["pool"], seconds),
    )


def _shorter(limit: float | None, seconds: float) -> float:
    return seconds if limit is None or limit > seconds else limit
