"""Results as a table, for the terminal and for docs/performance.md."""

import platform
from collections.abc import Mapping
from pathlib import Path

from benchmarks.benchmark import OFFICIAL, Benchmark, Implementation
from benchmarks.rounds import Result

HEADER = ["Benchmark", "Implementation", "Ratio", "Quartiles", "Target", "Measured"]


def rows(benchmark: Benchmark, results: Mapping[str, Result]) -> list[list[str]]:
    """Return the rows of a benchmark."""
    return [
        _row(benchmark, implementation, results[implementation.name])
        for implementation in benchmark.implementations
        if implementation.name in results
    ]


def _row(benchmark: Benchmark, implementation: Implementation, result: Result) -> list[str]:
    quartiles = f"{result.quartiles[0]:.2f} – {result.quartiles[1]:.2f}" if result.quartiles else ""
    target = ""
    if implementation.target is not None:
        target = f"{'≥' if benchmark.measure == 'rate' else '≤'} {implementation.target:.2f}"
        if implementation.baseline != OFFICIAL:
            target += f" × {implementation.baseline} ({result.ratios[implementation.baseline]:.2f})"
    ratio = "" if result.ratio is None else f"{result.ratio:.2f}"
    return [benchmark.title, implementation.name, ratio, quartiles, target, measured(benchmark, result.value)]


def measured(benchmark: Benchmark, value: float) -> str:
    """Return a value with its unit."""
    if benchmark.measure == "rate":
        return f"{value:,.0f} / s"
    if benchmark.measure == "value":
        return f"{value:.2f} {benchmark.unit}" if benchmark.unit == "s" else f"{value:.1f} {benchmark.unit}"
    if value >= 0.1:
        return f"{value:.2f} s"
    return f"{value * 1e3:.2f} ms" if value >= 1e-3 else f"{value * 1e6:.1f} µs"


def missed_targets(benchmark: Benchmark, results: Mapping[str, Result]) -> list[str]:
    """Return a line for each implementation that missed its target."""
    missed: list[str] = []
    for implementation in benchmark.implementations:
        result = results.get(implementation.name)
        if result is None or implementation.target is None:
            continue
        ratio = result.ratios[implementation.baseline]
        if ratio < implementation.target if benchmark.measure == "rate" else ratio > implementation.target:
            missed.append(f"{benchmark.title}, {implementation.name}: {ratio:.2f}, target {implementation.target:.2f}")
    return missed


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
