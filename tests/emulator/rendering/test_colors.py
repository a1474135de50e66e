import pytest
from hypothesis import given
from hypothesis import strategies as st

from workos_emulator.rendering import colors

COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#ff0000", "#ffffff", 4.0), ("#123456", "#123456", 1)],
)
def test_ratio(first: str, second: str, ratio: float) -> None:
    assert colors.ratio(first, second) == pytest.approx(ratio, abs=0.005)
    assert colors.ratio(second, first) == colors.ratio(first, second)


@given(color=COLORS)
def test_text_is_readable_on_every_color(color: str) -> None:
    assert colors.ratio(colors.text_on(color), color) >= colors.MINIMUM


@given(color=COLORS)
def test_adjusted_colors_are_readable(color: str) -> None:
    for backgrounds, target in ((("#ffffff", "#eef0f4"), "#000000"), (("#1c1f26", "#111318"), "#ffffff")):
        adjusted = colors.adjust(color, backgrounds, target)
        assert all(colors.ratio(adjusted, background) >= colors.MINIMUM for background in backgrounds)


def test_a_readable_color_stays() -> None:
    assert colors.adjust("#4338ca", ["#ffffff"], "#000000") == "#4338ca"
    assert colors.mix("#000000", "#ffffff", 0.5) == "#808080"
