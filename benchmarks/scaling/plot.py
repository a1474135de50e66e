"""An SVG plot with two panels and logarithmic axes: CPU time on the left, memory on the right."""

import math
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from benchmarks.scaling.growth import Point, PowerLaw
from benchmarks.scaling.text import amount_of_memory, count, duration

WIDTH, HEIGHT = 760, 320
TOP, BOTTOM = 58, 266
PANEL = 285
LEFT, RIGHT = 76, 450
INK, GRID, LINE, FITTED = "#24292f", "#d8dee4", "#0550ae", "#bc4c00"


class Axis:
    """A logarithmic axis that starts and ends at powers of ten.

    Args:
        values: The values that the axis must include; all greater than 0.
        start: The coordinate of the smallest power of ten.
        end: The coordinate of the largest power of ten.
    """

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        self._low = math.floor(math.log10(min(values)) + 1e-9)
        self._high = max(math.ceil(math.log10(max(values)) - 1e-9), self._low + 1)
        self._start, self._end = start, end

    @property
    def ticks(self) -> list[float]:
        """The powers of ten on the axis."""
        return [10.0**power for power in range(self._low, self._high + 1)]

    def coordinate(self, value: float) -> float:
        """Return the coordinate of a value."""
        share = (math.log10(value) - self._low) / (self._high - self._low)
        return self._start + share * (self._end - self._start)


def plot(title: str, size_label: str, points: Sequence[Point], law: PowerLaw, fitted_from: int) -> str:
    """Return the plot of one workload.

    Args:
        title: The title.
        size_label: The label of the horizontal axes.
        points: The measurements, by size.
        law: The power law fitted to the CPU time.
        fitted_from: The smallest size in the fit. The line is extended below it, which shows the one-time cost.
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
        *_frame(left, seconds, "CPU time", size_label, duration),
        *_line(left, seconds, fitted, FITTED, ' stroke-dasharray="6 4"'),
        *_line(left, seconds, list(zip(sizes, cpu, strict=True)), LINE),
        *_dots(left, seconds, list(zip(sizes, cpu, strict=True))),
        f'<text x="{LEFT + 10}" y="{TOP + 18}" fill="{FITTED}">fitted from {fitted_from:,}: exponent {law.exponent:.2f}</text>',
        *_frame(right, amounts, "peak memory of the process", size_label, amount_of_memory),
        *_line(right, amounts, list(zip(sizes, memory, strict=True)), LINE),
        *_dots(right, amounts, list(zip(sizes, memory, strict=True))),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _frame(x: Axis, y: Axis, title: str, size_label: str, label: Callable[[float], str]) -> list[str]:
    """Return the grid, tick labels and axis labels of a panel."""
    first, last = x.coordinate(x.ticks[0]), x.coordinate(x.ticks[-1])
    parts = [f'<text x="{first:.1f}" y="{TOP - 12}">{escape(title)}</text>']
    for tick in x.ticks:
        position = x.coordinate(tick)
        parts.append(f'<path d="M{position:.1f} {TOP}V{BOTTOM}" stroke="{GRID}"/>')
        parts.append(f'<text x="{position:.1f}" y="{BOTTOM + 16}" text-anchor="middle">{count(tick)}</text>')
    for tick in y.ticks:
        position = y.coordinate(tick)
        parts.append(f'<path d="M{first:.1f} {position:.1f}H{last:.1f}" stroke="{GRID}"/>')
        parts.append(f'<text x="{first - 7:.1f}" y="{position + 4:.1f}" text-anchor="end">{escape(label(tick))}</text>')
    parts.append(f'<path d="M{first:.1f} {TOP}V{BOTTOM}H{last:.1f}" stroke="{INK}" fill="none"/>')
    middle = (first + last) / 2
    parts.append(f'<text x="{middle:.1f}" y="{BOTTOM + 38}" text-anchor="middle">{escape(size_label)}</text>')
    return parts


def _line(x: Axis, y: Axis, values: list[tuple[float, float]], color: str, style: str = "") -> list[str]:
    coordinates = " ".join(f"{x.coordinate(size):.1f},{y.coordinate(cost):.1f}" for size, cost in values)
    return [f'<polyline points="{coordinates}" fill="none" stroke="{color}" stroke-width="2"{style}/>']


def _dots(x: Axis, y: Axis, values: list[tuple[float, float]]) -> list[str]:
    return [f'<circle cx="{x.coordinate(a):.1f}" cy="{y.coordinate(b):.1f}" r="3.5" fill="{LINE}"/>' for a, b in values]
