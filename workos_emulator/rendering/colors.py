"""Mixtures of colors, and colors with enough contrast (WCAG 2.2, success criteria 1.4.3 and 1.4.11)."""

from collections.abc import Iterable

MINIMUM = 4.5
"""The contrast that text must have at least."""

_STEPS = 50


def ratio(first: str, second: str) -> float:
    """Return the contrast ratio of two colors such as `#4338ca`, from 1 to 21."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def text_on(background: str) -> str:
    """Return white or black, whichever has the higher contrast on a background, which is 4.58 at least."""
    return max("#ffffff", "#000000", key=lambda color: ratio(color, background))


def adjust(color: str, backgrounds: Iterable[str], target: str) -> str:
    """Return the color closest to `color`, on the way to the color `target`, that is readable on all backgrounds."""
    behind = tuple(backgrounds)
    for step in range(_STEPS):
        mixed = mix(color, target, step / _STEPS)
        if all(ratio(mixed, background) >= MINIMUM for background in behind):
            return mixed
    return target


def mix(first: str, second: str, share: float) -> str:
    """Return a mixture of two colors with this share, from 0 to 1, of the second one."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
