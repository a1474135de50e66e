"""What a benchmark is: one piece of work, done by several parties."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Run = Callable[[int], float | None]
"""Does the work so many times. Returns what it measured itself, where the clock of the worker is not what counts."""


@dataclass(frozen=True)
class Party:
    """Who does the work.

    Attributes:
        name: As in the table; `official` is the measure of all others.
        environment: Where it runs; see environments.py.
        prepare: Imports, sets up and returns what is timed.
        target: The ratio that we want; None where the party is only there to compare.
        beside: The party that the target is a ratio to.
    """

    name: str
    environment: str
    prepare: Callable[[], Run]
    target: float | None = None
    beside: str = "official"


@dataclass(frozen=True)
class Work:
    """One row of the table.

    Attributes:
        title: What is done.
        measure: `cpu` or `wall` seconds for one time, `rate` for times per second, `value` for what the party measures itself.
        parties: Who does it.
        unit: Of a `value`.
        rounds: How many rounds are enough in a whole run, without one to warm up; None for as many as all others.
    """

    title: str
    measure: Literal["cpu", "wall", "rate", "value"]
    parties: list[Party]
    unit: str = ""
    rounds: int | None = None
