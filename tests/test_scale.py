"""The report of `nox -s scale`: power law, table, plot and page. And its workloads do what they claim."""

import asyncio
import re
import sys
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import httpx
import pytest

from benchmarks import scale
from benchmarks.scale import DOCS, SERIES, section
from benchmarks.scaling import limiter, workloads
from benchmarks.scaling.growth import Point, PowerLaw, fit, medians
from benchmarks.scaling.plot import Axis, plot
from benchmarks.scaling.text import amount_of_memory, count, duration, replace_section, summary, table

POINTS = [Point(10**power, 2e-5 * 10**power, 3e-5 * 10**power, 48e6 + 100 * 10**power) for power in range(5)]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("exponent", [0.0, 0.5, 1.0, 2.0, -1.0])
def test_fit_recovers_a_power_law(exponent: float) -> None:
    law = fit((size, 3e-6 * size**exponent) for size in (1, 10, 300, 40_000))
    assert law.exponent == pytest.approx(exponent)
    assert law.factor == pytest.approx(3e-6)
    assert law.at(500) == pytest.approx(3e-6 * 500**exponent)


def test_fit_minimizes_the_squares() -> None:
    values = [(1.0, 1.0), (10.0, 30.0), (100.0, 90.0)]
    law = fit(values)
    assert law.exponent == pytest.approx(0.977, abs=0.001)

    def squares(other: PowerLaw) -> float:
        from math import log

        return sum((log(cost) - log(other.at(size))) ** 2 for size, cost in values)

    best = squares(law)
    for exponent in (-0.01, 0.01):
        for factor in (0.99, 1.0, 1.01):
            assert squares(PowerLaw(law.exponent + exponent, law.factor * factor)) > best


def test_a_one_time_cost_lowers_the_exponent() -> None:
    values = [(10.0**power, 1e-4 + 1e-6 * 10**power) for power in range(7)]
    assert fit(values).exponent < 0.9
    assert fit(value for value in values if value[0] >= 10_000).exponent == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(
    "values", [[], [(1, 1)], [(5, 1), (5, 2)], [(0, 1), (1, 1)], [(1, 0), (2, 1)], [(1, 1), (2, -1)]]
)
def test_fit_rejects_invalid_values(values: list[tuple[float, float]]) -> None:
    with pytest.raises(ValueError, match=r"two sizes|greater than 0"):
        fit(values)


def test_medians_of_rounds() -> None:
    rounds = [[Point(1, cpu, wait, memory)] for cpu, wait, memory in ((1, 9, 5), (2, 7, 6), (30, 8, 4))]
    assert medians(rounds) == [Point(1, 2, 8, 5)]


def test_human_readable_numbers() -> None:
    assert [count(10**power) for power in range(7)] == ["1", "10", "100", "1k", "10k", "100k", "1M"]
    times = (3e-9, 1e-6, 2.34e-5, 9.996e-4, 0.1234, 1, 123.4)
    assert [duration(seconds) for seconds in times] == ["3 ns", "1 µs", "23.4 µs", "1 ms", "123 ms", "1 s", "123 s"]
    amounts = (0, 0.25, 39, 8_000, 47_900_000, 1e9)
    assert [amount_of_memory(amount) for amount in amounts] == ["0 B", "0.25 B", "39 B", "8 kB", "47.9 MB", "1 GB"]


def test_table() -> None:
    assert table("call", "calls", "until the last", POINTS[:4:3]) == (
        "| calls | CPU time | CPU time per call | until the last | peak memory |\n"
        "| ----: | -------: | ----------------: | -------------: | ----------: |\n"
        "|     1 |    20 µs |             20 µs |          30 µs |       48 MB |\n"
        "| 1,000 |    20 ms |             20 µs |          30 ms |     48.1 MB |"
    )


def test_summary_compares_memory_from_the_first_fitted_size() -> None:
    result = summary("call", POINTS, PowerLaw(1.004, 2e-5), 100, PowerLaw(0.9, 1e-5))
    assert result == (
        "From 100 on, CPU time grows with exponent 1.00 (all sizes: 0.90). "
        "From 100 to 10,000, peak memory grows by 990 kB, 100 B per call."
    )
    flat = [Point(1, 1, 1, 48e6), Point(10, 10, 10, 47e6)]
    assert summary("call", flat, PowerLaw(1, 1), 1, PowerLaw(1, 1)).endswith("From 1 to 10, peak memory grows by 0 B.")


def test_axis_ticks_are_powers_of_ten() -> None:
    axis = Axis([20, 3000], 0, 300)
    assert axis.ticks == pytest.approx([10, 100, 1000, 10_000])
    assert [axis.coordinate(tick) for tick in axis.ticks] == pytest.approx([0, 100, 200, 300])
    assert Axis([1000.0, 1000.0], 0, 1).ticks == pytest.approx([1000, 10_000])
    assert Axis([1, 10, 1000], 0, 1).ticks == pytest.approx([1, 10, 100, 1000])


def test_plot_coordinates() -> None:
    root = ElementTree.fromstring(plot("Calls <at once>", "calls & more", POINTS, PowerLaw(1, 2e-5), 10))
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    texts = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    for label in (
        "Calls <at once>",
        "calls & more",
        "fitted from 10: exponent 1.00",
        "10k",
        "10 µs",
        "1 s",
        "100 MB",
    ):
        assert label in texts
    dots = [(float(dot.attrib["cx"]), float(dot.attrib["cy"])) for dot in root.iter(f"{SVG}circle")]
    assert len(dots) == 2 * len(POINTS)
    assert all(0 < x < width and 0 < y < height for x, y in dots)
    cpu, memory = dots[: len(POINTS)], dots[len(POINTS) :]
    steps = {(round(x2 - x1), round(y2 - y1)) for (x1, y1), (x2, y2) in pairwise(cpu)}
    assert len(steps) == 1, "a proportional cost is a straight line"
    assert next(iter(steps))[1] < 0 < next(iter(steps))[0], "larger values are to the right and above"
    assert max(x for x, _ in cpu) < min(x for x, _ in memory)
    lines = [line.attrib["points"] for line in root.iter(f"{SVG}polyline")]
    assert lines[1] == " ".join(f"{x},{y}" for x, y in cpu)
    assert lines[0].split() == [lines[1].split()[0], lines[1].split()[-1]]


@pytest.mark.parametrize("name", SERIES)
def test_section_has_text_and_plot(name: str) -> None:
    points = [Point(size, 1e-5 * size, 1e-5 * size, 48e6) for size in SERIES[name].sizes]
    text, svg = section(name, points)
    assert re.findall(r"\(plots/(.*?)\)", text) == [f"scale-{name}.svg"]
    assert text.count("\n| ") == len(points) + 2
    assert "exponent 1.00 (all sizes: 1.00)" in text
    ElementTree.fromstring(svg)


def rounds_of(**cpu: list[tuple[float, float]]) -> dict[str, list[list[Point]]]:
    """Return rounds of 16 and 1,000 calls, with the seconds of CPU time of each workload."""
    return {
        name: [
            [Point(size, seconds, 1.0, 1.0) for size, seconds in zip((16, 1000), values, strict=True)]
            for values in each
        ]
        for name, each in cpu.items()
    }


def test_limiter_ratios_are_medians_of_the_ratios_of_each_round() -> None:
    rounds = rounds_of(
        calls=[(1, 100), (2, 100), (4, 100)],
        limited=[(1.2, 120), (2.2, 120), (8, 120)],
        default=[(1, 150), (2, 150), (4, 100)],
    )
    ratios = limiter.limiter_ratios(rounds)
    assert ratios == {
        "limited": {16: pytest.approx(1.2), 1000: pytest.approx(1.2)},
        "default": {16: pytest.approx(1.0), 1000: pytest.approx(1.5)},
    }
    assert limiter.missed_targets(ratios) == [
        "default: 1.50 × the CPU time without a rate limiter with 1,000 calls, target ≤ 1.30"
    ]
    text, _ = section("default", rounds["default"][0], ratios["default"])
    assert "the CPU time is 1.00 × with 16, 1.50 × with 1,000 (target: ≤ 1.30 with any number)." in text


def test_limiter_ratios_need_all_workloads() -> None:
    assert limiter.limiter_ratios(rounds_of(calls=[(1, 1)], default=[(1, 1)])) == {}


def test_workloads_that_are_compared_have_the_same_sizes() -> None:
    assert SERIES["limited"].sizes == SERIES["calls"].sizes
    assert {*SERIES["default"].sizes} <= {*SERIES["calls"].sizes}


@pytest.mark.parametrize("arguments", [["items"], ["--quick"]])
def test_only_a_full_run_is_written(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["scale", "--write", *arguments])
    monkeypatch.setattr(scale, "measure_in_process", lambda name, size: Point(size, 1, 1, 1))
    monkeypatch.setattr(Path, "write_text", lambda *_, **__: pytest.fail("the page was written"))
    with pytest.raises(SystemExit):
        scale.main()
    assert "without the names of workloads and without --quick" in capsys.readouterr().err


@pytest.mark.parametrize(("seconds", "status"), [(1.2, None), (1.4, 1)])
def test_check_exits_with_status_1_if_a_rate_limiter_costs_too_much(
    seconds: float, status: int | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        scale, "measure_in_process", lambda name, size: Point(size, size * (seconds if name == "limited" else 1), 1, 1)
    )
    names = ["calls", "limited", "default"]
    monkeypatch.setattr(sys, "argv", ["scale", *names])
    scale.main()
    assert ("limited: 1.40 ×" in capsys.readouterr().err) is (status == 1)
    monkeypatch.setattr(sys, "argv", ["scale", "--check", *names])
    if status is None:
        scale.main()
    else:
        with pytest.raises(SystemExit) as exited:
            scale.main()
        assert exited.value.code == status


def test_replace_section_keeps_the_rest_of_the_page() -> None:
    page = "a\n<!-- scale -->\nold\n<!-- /scale -->\nb\n"
    new = replace_section(page, "scale", "new\n")
    assert new == "a\n<!-- scale -->\n\nnew\n\n<!-- /scale -->\nb\n"
    assert replace_section(new, "scale", "new") == new
    for broken in ("", "<!-- scale -->", "<!-- /scale --><!-- scale -->", page + page):
        with pytest.raises(ValueError, match="once each"):
            replace_section(broken, "scale", "new")


def test_performance_page_has_a_section_and_its_plots() -> None:
    assert "x" in replace_section((DOCS / "performance.md").read_text(encoding="utf-8"), "scale", "x")
    for plot_file in re.findall(r"\((plots/.*?)\)", (DOCS / "performance.md").read_text(encoding="utf-8")):
        assert Path(DOCS / plot_file).exists()


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("items", 1),
        ("items", 250),
        ("items", 200),
        ("calls", 20),
        ("limited", 20),
        ("default", 20),
        ("fields", 16),
        ("scopes", 5),
        ("httpx", 5),
        ("httpx2", 5),
        ("aiohttp", 5),
        ("sessions", 5),
    ],
)
def test_workloads_run(name: str, size: int) -> None:
    assert asyncio.run(SERIES[name].prepare(size)()) is None  # a workload exits if a result is wrong


def test_events_workload_returns_its_measurements() -> None:
    assert asyncio.run(SERIES["events"].prepare(50)()) is not None


def test_incomplete_workload_exits(monkeypatch: pytest.MonkeyPatch) -> None:
    page = workloads.page
    monkeypatch.setattr(workloads, "page", lambda items, after=None: page(items))
    with pytest.raises(SystemExit, match="100 items"):
        asyncio.run(workloads.items(250)())


def test_barrier_transport_responds_after_all_requests_have_arrived() -> None:
    async def run() -> None:
        transport = workloads.BarrierTransport(lambda request: request.url.path.encode(), concurrency=3)

        def send(number: int) -> asyncio.Task[httpx.Response]:
            return asyncio.create_task(transport.handle_async_request(httpx.Request("GET", f"http://a/{number}")))

        requests = [send(0), send(1)]
        for _ in range(5):
            await asyncio.sleep(0)
        assert not any(request.done() for request in requests)
        await send(2)
        assert [response.content for response in await asyncio.gather(*requests)] == [b"/0", b"/1"]

    asyncio.run(run())
