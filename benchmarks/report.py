"""Results as a table, for the terminal and for docs/performance.md."""

import platform
from collections.abc import Mapping
from pathlib import Path

from benchmarks.rounds import Result
from benchmarks.work import Party, Work

HEADER = ["work", "party", "ratio", "quartiles", "target", "measured"]


def rows(work: Work, results: Mapping[str, Result]) -> list[list[str]]:
    """The rows of one piece of work."""
    return [_row(work, party, results[party.name]) for party in work.parties if party.name in results]


def _row(work: Work, party: Party, result: Result) -> list[str]:
    spread = f"{result.spread[0]:.2f} – {result.spread[1]:.2f}" if result.spread else ""
    target = "" if party.target is None else f"{'≥' if work.measure == 'rate' else '≤'} {party.target:.2f}"
    if target and party.beside != "official":
        target += f" of {party.beside} ({result.beside[party.beside]:.2f})"
    ratio = "" if result.ratio is None else f"{result.ratio:.2f}"
    return [work.title, party.name, ratio, spread, target, measured(work, result.value)]


def measured(work: Work, value: float) -> str:
    """A value with its unit."""
    if work.measure == "rate":
        return f"{value:,.0f} / s"
    if work.measure == "value":
        return f"{value:.2f} {work.unit}" if work.unit == "s" else f"{value:.1f} {work.unit}"
    if value >= 0.1:
        return f"{value:.2f} s"
    return f"{value * 1e3:.2f} ms" if value >= 1e-3 else f"{value * 1e6:.1f} µs"


def missed(work: Work, results: Mapping[str, Result]) -> list[str]:
    """What did not reach its target."""
    worse: list[str] = []
    for party in work.parties:
        result = results.get(party.name)
        if result is None or party.target is None:
            continue
        reached = result.beside[party.beside]
        if reached < party.target if work.measure == "rate" else reached > party.target:
            worse.append(f"{work.title}, {party.name}: {reached:.2f}, target {party.target:.2f}")
    return worse


def table(lines: list[list[str]]) -> str:
    """A table in Markdown, which is readable in a terminal as well."""
    widths = [max(len(line[column]) for line in [HEADER, *lines]) for column in range(len(HEADER))]
    shown = [HEADER, ["-" * width for width in widths], *lines]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in shown
    )


def machine() -> str:
    """What it was measured on."""
    info = Path("/proc/cpuinfo")
    models = [line for line in info.read_text().splitlines() if line.startswith("model name")] if info.exists() else []
    name = models[0].partition(":")[2].strip() if models else platform.processor()
    return f"{len(models) or '?'} cores ({name}), {platform.system()}, Python {platform.python_version()}"
