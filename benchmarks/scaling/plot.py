"""A plot as SVG: two panels with logarithmic axes, CPU time on the left and memory on the right."""

import math
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from benchmarks.scaling.growth import Law, Point
from benchmarks.scaling.text import amount_of_memory, count, duration

WIDTH, HEIGHT = 760, 320
TOP, BOTTOM = 58, 266
PANEL = 285
LEFT, RIGHT = 76, 450
INK, GRID, LINE, FITTED = "#24292f", "#d8dee4", "#0550ae", "#bc4c00"


class Axis:
    """Maps values to places along a line, by their logarithms; it begins and ends at powers of ten.

    Args:
        values: What must have a place; all above 0.
        start: The place of the smallest power.
        end: The place of the largest.
    """

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        self._low = math.floor(math.log10(min(values)) + 1e-9)
        self._high = max(math.ceil(math.log10(max(values)) - 1e-9), self._low + 1)
        self._start, self._end = start, end

    @property
    def ticks(self) -> list[float]:
        """The powers of ten."""
        return [10.0**power for power in range(self._low, self._high + 1)]

    def place(self, value: float) -> float:
        """Where a value is."""
        share = (math.log10(value) - self._low) / (self._high - self._low)
        return self._start + share * (self._end - self._start)


def plot(title: str, what: str, points: Sequence[Point], law: Law, fitted_from: int) -> str:
    """The plot of one kind of work.

    Args:
        title: What grows.
        what: The label of the horizontal axes.
        points: What was measured, by size.
        law: What CPU time follows.
        fitted_from: The smallest size that the law was fitted to. Its line goes on below, to show what is done once.
    """
    sizes = [float(point.size) for point in points]
    cpu = [point.cpu for point in points]
    memory = [point.memory for point in points]
    fitted = [(size, law.at(size)) for size in (sizes[0], sizes[-1])]
    left = Axis(sizes, LEFT, LEFT + PANEL)
    right = Axis(sizes, RIGHT, RIGHT + PANEL)
    seconds = Axis([*cpu, *(cost for _, cost in fitted)], BOTTOM, TOP)
    amounts = Axis(memory, BOTTOM, TOP)
    heading = f'<text x="{LEFT}" y="22" font-size="15" font-weight="bold">{escape(title)}</text>'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'font-family="sans-serif" font-size="11" fill="{INK}" role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        heading,
        *_frame(left, seconds, "CPU time", what, duration),
        *_line(left, seconds, fitted, FITTED, ' stroke-dasharray="6 4"'),
        *_line(left, seconds, list(zip(sizes, cpu, strict=True)), LINE),
        *_dots(left, seconds, list(zip(sizes, cpu, strict=True))),
        f'<text x="{LEFT + 10}" y="{TOP + 18}" fill="{FITTED}">fitted from {fitted_from:,} on: exponent {law.exponent:.2f}</text>',
        *_frame(right, amounts, "memory of the process, at most", what, amount_of_memory),
        *_line(right, amounts, list(zip(sizes, memory, strict=True)), LINE),
        *_dots(right, amounts, list(zip(sizes, memory, strict=True))),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _frame(x: Axis, y: Axis, title: str, what: str, label: Callable[[float], str]) -> list[str]:
    """Grid, labels and names of the axes of a panel."""
    first, last = x.place(x.ticks[0]), x.place(x.ticks[-1])
    parts = [f'<text x="{first:.1f}" y="{TOP - 12}">{escape(title)}</text>']
    for tick in x.ticks:
        place = x.place(tick)
        parts.append(f'<path d="M{place:.1f} {TOP}V{BOTTOM}" stroke="{GRID}"/>')
        parts.append(f'<text x="{place:.1f}" y="{BOTTOM + 16}" text-anchor="middle">{count(tick)}</text>')
    for tick in y.ticks:
        place = y.place(tick)
        parts.append(f'<path d="M{first:.1f} {place:.1f}H{last:.1f}" stroke="{GRID}"/>')
        parts.append(f'<text x="{first - 7:.1f}" y="{place + 4:.1f}" text-anchor="end">{escape(label(tick))}</text>')
    parts.append(f'<path d="M{first:.1f} {TOP}V{BOTTOM}H{last:.1f}" stroke="{INK}" fill="none"/>')
    middle = (first + last) / 2
    parts.append(f'<text x="{middle:.1f}" y="{BOTTOM + 38}" text-anchor="middle">{escape(what)}</text>')
    return parts


def _line(x: Axis, y: Axis, values: list[tuple[float, float]], color: str, style: str = "") -> list[str]:
    places = " ".join(f"{x.place(size):.1f},{y.place(cost):.1f}" for size, cost in values)
    return [f'<polyline points="{places}" fill="none" stroke="{color}" stroke-width="2"{style}/>']


def _dots(x: Axis, y: Axis, values: list[tuple[float, float]]) -> list[str]:
    return [f'<circle cx="{x.place(a):.1f}" cy="{y.place(b):.1f}" r="3.5" fill="{LINE}"/>' for a, b in values]
