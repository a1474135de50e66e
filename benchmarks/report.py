"""Results as a table, for the terminal and for docs/performance.md."""

import platform
from collections.abc import Mapping
from pathlib import Path

from benchmarks.benchmark import OFFICIAL, Benchmark, Implementation, Target
from benchmarks.rounds import Result

HEADER = ["Benchmark", "Implementation", "Ratio", "Quartiles", "Target", "Measured"]


def rows(benchmark: Benchmark, results: Mapping[str, Result]) -> list[list[str]]:
    """Return the rows of a benchmark."""
    return [
        _row(benchmark, implementation, results[implementation.name]) for implementation in benchmark.implementations
    ]


def _row(benchmark: Benchmark, implementation: Implementation, result: Result) -> list[str]:
    quartiles = f"{result.quartiles[0]:.2f} – {result.quartiles[1]:.2f}" if result.quartiles else ""
    targets = "; ".join(
        _target(benchmark, target) + ("" if target.baseline == OFFICIAL else f" ({result.ratios[target.baseline]:.2f})")
        for target in implementation.targets
    )
    ratio = "" if result.ratio is None else f"{result.ratio:.2f}"
    return [benchmark.title, implementation.name, ratio, quartiles, targets, measured(benchmark, result.value)]


def _target(benchmark: Benchmark, target: Target) -> str:
    baseline = "" if target.baseline == OFFICIAL else f" × {target.baseline}"
    return f"{'≥' if benchmark.measure == 'rate' else '≤'} {target.ratio:.2f}{baseline}"


def measured(benchmark: Benchmark, value: float) -> str:
    """Return a value with its unit."""
    if benchmark.measure == "rate":
        return f"{value:,.0f} / s"
    if benchmark.measure == "value":
        digits = {"s": 2, "ms": 1, "MB": 1}.get(benchmark.unit, 0)
        return f"{value:,.{digits}f} {benchmark.unit}"
    if value >= 0.1:
        return f"{value:.2f} s"
    return f"{value * 1e3:.2f} ms" if value >= 1e-3 else f"{value * 1e6:.1f} µs"


def missed_targets(benchmark: Benchmark, results: Mapping[str, Result]) -> list[str]:
    """Return a line for each target that was missed."""
    return [
        f"{benchmark.title}, {implementation.name}: {results[implementation.name].ratios[target.baseline]:.2f}, "
        f"target {_target(benchmark, target)}"
        for implementation in benchmark.implementations
        for target in implementation.targets
        if _is_missed(benchmark, target, results[implementation.name])
    ]


def _is_missed(benchmark: Benchmark, target: Target, result: Result) -> bool:
    ratio = result.ratios[target.baseline]
    return ratio < target.ratio if benchmark.measure == "rate" else ratio > target.ratio


def table(lines: list[list[str]]) -> str:
    """Return a Markdown table with aligned columns, which is readable in a terminal too."""
    widths = [max(len(line[column]) for line in [HEADER, *lines]) for column in range(len(HEADER))]
    shown = [HEADER, ["-" * width for width in widths], *lines]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in shown
    )


def machine() -> str:
    """Return the hardware, operating system and Python version of this machine."""
    info = Path("/proc/cpuinfo")
    models = [line for line in info.read_text().splitlines() if line.startswith("model name")] if info.exists() else []
    name = models[0].partition(":")[2].strip() if models else platform.processor()
    return f"{len(models) or '?'} cores ({name}), {platform.system()}, Python {platform.python_version()}"
