"""The power law that costs follow: seconds = factor × size ** exponent."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Point:
    """What one size cost.

    Attributes:
        size: How much was done.
        cpu: Seconds of CPU time.
        wait: Seconds that somebody waited: for all of it, or for one event.
        memory: Bytes that the process had at most.
    """

    size: int
    cpu: float
    wait: float
    memory: float


@dataclass(frozen=True)
class Law:
    """A straight line between logarithms.

    Attributes:
        exponent: 1 is cost in proportion to the size, 0 is cost that stays, 2 is four times the cost for twice the size.
        factor: The cost of size 1, if the law held there.
    """

    exponent: float
    factor: float

    def at(self, size: float) -> float:
        """The cost of a size."""
        return float(self.factor * size**self.exponent)


def fit(values: Iterable[tuple[float, float]]) -> Law:
    """The law with the least squares of distances between logarithms.

    Args:
        values: Sizes and costs, all above 0.

    Raises:
        ValueError: There are fewer than two sizes, or a value has no logarithm.
    """
    pairs = list(values)
    if any(size <= 0 or cost <= 0 for size, cost in pairs):
        raise ValueError("sizes and costs must be above 0: others have no logarithm")
    if len({size for size, _ in pairs}) < 2:
        raise ValueError("a line needs two sizes")
    x = [math.log(size) for size, _ in pairs]
    y = [math.log(cost) for _, cost in pairs]
    center, height = sum(x) / len(x), sum(y) / len(y)
    slope = sum((a - center) * (b - height) for a, b in zip(x, y, strict=True)) / sum((a - center) ** 2 for a in x)
    return Law(slope, math.exp(height - slope * center))


def typical(rounds: Sequence[Sequence[Point]]) -> list[Point]:
    """The medians of several rounds that measured the same sizes."""
    return [
        Point(
            points[0].size,
            median(point.cpu for point in points),
            median(point.wait for point in points),
            median(point.memory for point in points),
        )
        for points in zip(*rounds, strict=True)
    ]
