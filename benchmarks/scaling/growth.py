"""The power law of the cost: seconds = factor × size ** exponent."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Point:
    """The cost of one size.

    Attributes:
        size: The size of the workload.
        cpu: The CPU time in seconds.
        wait: The waiting time in seconds, for the whole workload or for one event.
        memory: The peak memory of the process in bytes.
    """

    size: int
    cpu: float
    wait: float
    memory: float


@dataclass(frozen=True)
class PowerLaw:
    """A power law: a straight line in a log-log plot.

    Attributes:
        exponent: 0 for constant cost, 1 for cost proportional to the size, 2 for four times the cost at twice the size.
        factor: The cost of size 1 according to the law.
    """

    exponent: float
    factor: float

    def at(self, size: float) -> float:
        """Return the cost of a size according to the law."""
        return float(self.factor * size**self.exponent)


def fit(values: Iterable[tuple[float, float]]) -> PowerLaw:
    """Fit a power law by least squares of the logarithms.

    Args:
        values: Pairs of size and cost, all greater than 0.

    Raises:
        ValueError: There are fewer than two sizes, or a value is not greater than 0.
    """
    pairs = list(values)
    if any(size <= 0 or cost <= 0 for size, cost in pairs):
        raise ValueError("sizes and costs must be greater than 0")
    if len({size for size, _ in pairs}) < 2:
        raise ValueError("a power law needs at least two sizes")
    x = [math.log(size) for size, _ in pairs]
    y = [math.log(cost) for _, cost in pairs]
    center, height = sum(x) / len(x), sum(y) / len(y)
    slope = sum((a - center) * (b - height) for a, b in zip(x, y, strict=True)) / sum((a - center) ** 2 for a in x)
    return PowerLaw(slope, math.exp(height - slope * center))


def medians(rounds: Sequence[Sequence[Point]]) -> list[Point]:
    """Return the medians of several rounds that measured the same sizes."""
    return [
        Point(
            points[0].size,
            median(point.cpu for point in points),
            median(point.wait for point in points),
            median(point.memory for point in points),
        )
        for points in zip(*rounds, strict=True)
    ]
