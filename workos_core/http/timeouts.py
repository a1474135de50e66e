"""How long each phase of a request may take."""

import math
from typing import Any, Protocol, TypeAlias, TypedDict

from attrs import frozen

from workos_core.errors import ConfigurationError
from workos_core.not_given import NOT_GIVEN, NotGiven

DEFAULT_SECONDS = 60.0


class PhaseTimeouts(TypedDict):
    """Seconds for each phase; None is no limit. HTTP libraries know these names.

    Attributes:
        connect: To make a connection.
        read: For the server to send the next piece of its answer.
        write: To send the next piece of the request.
        pool: To wait for a free connection.
    """

    connect: float | None
    read: float | None
    write: float | None
    pool: float | None


@frozen(kw_only=True)
class Timeout:
    """Seconds for the phases of a request. A phase that is not named keeps what the client, or else the SDK, says (60 seconds).

    A whole call, retries included, is limited by `deadline`, not here.

    Attributes:
        connect: To make a connection.
        read: For the server to send the next piece of its answer.
        write: To send the next piece of the request.
        pool: To wait for a free connection.
    """

    connect: float | None | NotGiven = NOT_GIVEN
    read: float | None | NotGiven = NOT_GIVEN
    write: float | None | NotGiven = NOT_GIVEN
    pool: float | None | NotGiven = NOT_GIVEN


class HasPhaseTimeouts(Protocol):
    """What `httpx.Timeout` and `httpx2.Timeout` are.

    Attributes:
        connect: As in `Timeout`, with None for no limit.
        read: As in `Timeout`, with None for no limit.
        write: As in `Timeout`, with None for no limit.
        pool: As in `Timeout`, with None for no limit.
    """

    connect: float | None
    read: float | None
    write: float | None
    pool: float | None


TimeoutLike: TypeAlias = float | Timeout | HasPhaseTimeouts | None
"""Seconds for each phase, each phase of its own, or None for no limit."""

DEFAULT_PHASES = PhaseTimeouts(
    connect=DEFAULT_SECONDS, read=DEFAULT_SECONDS, write=DEFAULT_SECONDS, pool=DEFAULT_SECONDS
)


def phase_timeouts(value: object, base: PhaseTimeouts = DEFAULT_PHASES) -> PhaseTimeouts:
    """A timeout in whatever form as seconds for each phase.

    Args:
        value: A `TimeoutLike`, or NOT_GIVEN.
        base: What holds where the value says nothing.

    Raises:
        TypeError: It is no timeout.
        ConfigurationError: It is negative or not a number.
    """
    if value is NOT_GIVEN:
        return base
    if value is None or isinstance(value, (int, float)):
        seconds = check_seconds("timeout", value)
        return PhaseTimeouts(connect=seconds, read=seconds, write=seconds, pool=seconds)
    if not all(hasattr(value, name) for name in PhaseTimeouts.__annotations__):
        raise TypeError(f"timeout takes seconds, a Timeout or None, not {type(value).__name__}")
    found: Any = value

    def phase(name: str, default: float | None) -> float | None:
        seconds = getattr(found, name)
        return default if seconds is NOT_GIVEN else check_seconds(f"timeout.{name}", seconds)

    return PhaseTimeouts(
        connect=phase("connect", base["connect"]),
        read=phase("read", base["read"]),
        write=phase("write", base["write"]),
        pool=phase("pool", base["pool"]),
    )


def check_seconds(name: str, value: object) -> float | None:
    """Refuse what is no duration.

    Raises:
        TypeError: It is no number.
        ConfigurationError: It is negative or not a number.
    """
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{name} takes seconds or None, not {type(value).__name__}")
    if math.isnan(value) or value < 0:
        raise ConfigurationError(f"{name} is {value}; it takes seconds from 0 on, or None for no limit")
    return None if math.isinf(value) else value


def limit_phases(limits: PhaseTimeouts, seconds: float | None) -> PhaseTimeouts:
    """The same, but no phase may take longer than everything together."""
    if seconds is None:
        return limits
    connect, read, write, pool = (
        seconds if limit is None else min(limit, seconds)
        for limit in (limits["connect"], limits["read"], limits["write"], limits["pool"])
    )
    return PhaseTimeouts(connect=connect, read=read, write=write, pool=pool)
