"""A benchmark: one task, done by several implementations."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

OFFICIAL = "official SDK"
"""The name of the implementation that all ratios are relative to."""

Run = Callable[[int], float | None]
"""Does the task the given number of times. Returns a value that it measured itself, or None if the worker's clock counts."""


@dataclass(frozen=True)
class Target:
    """A target of an implementation.

    Attributes:
        ratio: The desired ratio to the baseline: at least this for a `rate`, at most this for everything else.
        baseline: The name of the implementation that the target is relative to.
    """

    ratio: float
    baseline: str = OFFICIAL


@dataclass(frozen=True)
class Implementation:
    """An implementation of the task.

    Attributes:
        name: The name in the table, which says what is on and off; `OFFICIAL` is the baseline of the ratios.
        environment: The virtual environment it runs in; see environments.py.
        prepare: Imports and sets up everything, and returns what is timed.
        targets: The targets; none if the implementation is only there for comparison.
    """

    name: str
    environment: str
    prepare: Callable[[], Run]
    targets: Sequence[Target] = ()


@dataclass(frozen=True)
class Benchmark:
    """A benchmark; its implementations are rows of the table.

    Attributes:
        title: The task, as in the table.
        measure: `cpu` or `wall` for seconds per repetition, `rate` for repetitions per second, `value` for what the implementation measures.
        implementations: The implementations to compare.
        unit: The unit of a `value`.
        rounds: The number of rounds in a full run, without a warm-up round; None for the default.
    """

    title: str
    measure: Literal["cpu", "wall", "rate", "value"]
    implementations: list[Implementation]
    unit: str = ""
    rounds: int | None = None
