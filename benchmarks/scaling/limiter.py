"""What a rate limiter adds to the cost of concurrent calls."""

from collections.abc import Mapping, Sequence
from statistics import median

from benchmarks.scaling.growth import Point

UNLIMITED = "calls"
LIMITED = ("limited", "default")
TARGET = 1.3
"""The most CPU time that calls with a rate limiter take, relative to the same number of calls without one."""

Rounds = Mapping[str, Sequence[Sequence[Point]]]
"""The rounds of each workload by name."""


def limiter_ratios(rounds: Rounds) -> dict[str, dict[int, float]]:
    """Return the median of the ratios of each round, by workload and number of calls; empty if not all workloads were measured."""
    if not {UNLIMITED, *LIMITED} <= set(rounds):
        return {}
    costs = [{point.size: point.cpu for point in points} for points in rounds[UNLIMITED]]
    return {
        name: {
            points[0].size: median(point.cpu / cost[point.size] for point, cost in zip(points, costs, strict=True))
            for points in zip(*rounds[name], strict=True)
        }
        for name in LIMITED
    }


def describe(ratios: Mapping[int, float]) -> str:
    """Return a sentence with the ratios of a workload by number of calls."""
    listed = ", ".join(f"{ratio:.2f} × with {size:,}" for size, ratio in ratios.items())
    return f"Compared with calls without a rate limiter, the CPU time is {listed} (target: ≤ {TARGET:.2f} with any number)."


def missed_targets(ratios: Mapping[str, Mapping[int, float]]) -> list[str]:
    """Return a line for each number of calls with which a rate limiter costs too much."""
    return [
        f"{name}: {ratio:.2f} × the CPU time without a rate limiter with {size:,} calls, target ≤ {TARGET:.2f}"
        for name, sizes in ratios.items()
        for size, ratio in sizes.items()
        if ratio > TARGET
    ]
