"""Human-readable numbers, and the Markdown table of one workload."""

from collections.abc import Sequence

from benchmarks.scaling.growth import Point, PowerLaw


def count(number: float) -> str:
    """Return a whole number in short form: 1, 10, 100, 1k, 1M."""
    for size, letter in ((1e6, "M"), (1e3, "k")):
        if number >= size:
            return f"{number / size:.3g}{letter}"
    return f"{number:.0f}"


def duration(seconds: float) -> str:
    """Return a duration in the unit that fits."""
    for unit, name in ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs")):
        if seconds >= unit * 0.9995:
            return f"{_three(seconds / unit)} {name}"
    return f"{_three(seconds / 1e-9)} ns"


def amount_of_memory(amount: float) -> str:
    """Return a number of bytes in the unit that fits."""
    for unit, name in ((1e9, "GB"), (1e6, "MB"), (1e3, "kB")):
        if amount >= unit * 0.9995:
            return f"{_three(amount / unit)} {name}"
    return f"{_three(amount)} B"


def _three(value: float) -> str:
    """Return a number with three significant digits, without an exponent."""
    return f"{value:.0f}" if value >= 99.95 else f"{value:.3g}"


def table(unit: str, size_label: str, wait_label: str, points: Sequence[Point]) -> str:
    """Return the Markdown table of the measurements.

    Args:
        unit: The singular of what is counted, such as `call`.
        size_label: The heading of the sizes.
        wait_label: The heading of the waiting time.
        points: The measurements.
    """
    rows = [
        [size_label, "CPU time", f"CPU time per {unit}", wait_label, "peak memory"],
        *(
            [
                f"{point.size:,}",
                duration(point.cpu),
                duration(point.cpu / point.size),
                duration(point.wait),
                amount_of_memory(point.memory),
            ]
            for point in points
        ),
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    rule = ["-" * (width - 1) + ":" for width in widths]
    return "\n".join(
        "| " + " | ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in (rows[0], rule, *rows[1:])
    )


def summary(unit: str, points: Sequence[Point], law: PowerLaw, fitted_from: int, overall: PowerLaw) -> str:
    """Return a sentence with the exponents and one with the memory per unit.

    Args:
        unit: The singular of what is counted, such as `call`.
        points: The measurements, by size.
        law: The power law fitted to the CPU time.
        fitted_from: The smallest size in that fit; memory is compared from there.
        overall: The power law fitted to all sizes.
    """
    first = next(point for point in points if point.size >= fitted_from)
    last = points[-1]
    growth = last.memory - first.memory
    each = "" if growth <= 0 else f", {amount_of_memory(growth / (last.size - first.size))} per {unit}"
    return (
        f"From {first.size:,} on, CPU time grows with exponent {law.exponent:.2f} (all sizes: {overall.exponent:.2f}). "
        f"From {first.size:,} to {last.size:,}, peak memory grows by {amount_of_memory(max(growth, 0.0))}{each}."
    )


def replace_section(page: str, name: str, content: str) -> str:
    """Return the page with other content between `<!-- name -->` and `<!-- /name -->`.

    Raises:
        ValueError: The page does not have each of these markers once, in this order.
    """
    start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, _, rest = page.partition(start)
    _, _, after = rest.partition(end)
    if page.count(start) != 1 or page.count(end) != 1 or end not in rest:
        raise ValueError(f"the page must have {start} and, after it, {end}, once each")
    return f"{before}{start}\n\n{content.strip()}\n\n{end}{after}"
