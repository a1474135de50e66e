"""Numbers as people read them, and the table of one kind of work in Markdown."""

from collections.abc import Sequence

from benchmarks.scaling.growth import Law, Point


def count(number: float) -> str:
    """A whole number, short: 1, 10, 100, 1k, 1M."""
    for size, letter in ((1e6, "M"), (1e3, "k")):
        if number >= size:
            return f"{number / size:.3g}{letter}"
    return f"{number:.0f}"


def duration(seconds: float) -> str:
    """A time in the unit that suits it."""
    for unit, name in ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs")):
        if seconds >= unit * 0.9995:
            return f"{_three(seconds / unit)} {name}"
    return f"{_three(seconds / 1e-9)} ns"


def amount_of_memory(amount: float) -> str:
    """Bytes in the unit that suits them."""
    for unit, name in ((1e9, "GB"), (1e6, "MB"), (1e3, "kB")):
        if amount >= unit * 0.9995:
            return f"{_three(amount / unit)} {name}"
    return f"{_three(amount)} B"


def _three(value: float) -> str:
    """Three digits that count, and no exponent."""
    return f"{value:.0f}" if value >= 99.95 else f"{value:.3g}"


def table(one: str, what: str, wait: str, points: Sequence[Point]) -> str:
    """What each size cost.

    Args:
        one: What one of them is called.
        what: The heading of the sizes.
        wait: The heading of the time that somebody waits.
        points: What was measured.
    """
    rows = [
        [what, "CPU time", f"CPU for one {one}", wait, "memory at most"],
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


def verdict(one: str, points: Sequence[Point], law: Law, fitted_from: int, overall: Law) -> str:
    """The exponents, and what memory each one takes, in a sentence or two.

    Args:
        one: What one of them is called.
        points: What was measured, by size.
        law: What CPU time follows.
        fitted_from: The smallest size that it was fitted to; memory is compared from there.
        overall: What was fitted to all sizes.
    """
    first = next(point for point in points if point.size >= fitted_from)
    last = points[-1]
    more = last.memory - first.memory
    each = "" if more <= 0 else f", {amount_of_memory(more / (last.size - first.size))} for each {one}"
    return (
        f"From {first.size:,} on, CPU time grows with the power {law.exponent:.2f} (over all sizes: {overall.exponent:.2f}). "
        f"From {first.size:,} to {last.size:,}, the process takes {amount_of_memory(max(more, 0.0))} more{each}."
    )


def replaced(page: str, name: str, content: str) -> str:
    """A page with other content between `<!-- name -->` and `<!-- /name -->`.

    Raises:
        ValueError: The page does not have each of these marks once, in this order.
    """
    start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, _, rest = page.partition(start)
    _, _, after = rest.partition(end)
    if page.count(start) != 1 or page.count(end) != 1 or end not in rest:
        raise ValueError(f"the page needs {start} and, after it, {end}, once each")
    return f"{before}{start}\n\n{content.strip()}\n\n{end}{after}"
