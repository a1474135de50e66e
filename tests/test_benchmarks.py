"""`nox -s bench`: its targets, its report, and the tables of the page and of the README."""

import importlib
import sys
from pathlib import Path

import pytest

from benchmarks import __main__ as main
from benchmarks import report
from benchmarks.__main__ import END, PAGE, README, START, find_benchmarks, parse_arguments
from benchmarks.benchmark import OFFICIAL, Benchmark, Implementation, Run, Target
from benchmarks.headlines import ROWS
from benchmarks.rounds import compare

ALL = find_benchmarks([])


def table(page: Path) -> list[list[str]]:
    """Return the cells of the measured table of a page, without its head."""
    text = page.read_text(encoding="utf-8").partition(START)[2].partition(END)[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]
    return rows[2:]


def test_every_number_of_the_readme_is_in_one_row_of_the_page() -> None:
    """Each ratio belongs to the two values of its row, both measured in one benchmark."""
    rows = table(PAGE)
    official = {(benchmark, value) for benchmark, name, _, _, _, value in rows if name == OFFICIAL}
    results = {(benchmark, ratio, value) for benchmark, name, ratio, _, _, value in rows if name != OFFICIAL}
    benchmarks = {benchmark for benchmark, *_ in rows}
    cells = table(README)
    assert cells
    assert [
        row
        for row in cells
        if not any((title, row[1]) in official and (title, row[3], row[2]) in results for title in benchmarks)
    ] == []


def test_headlines_name_results() -> None:
    benchmarks = {(suite, name): benchmark for suite, name, benchmark in ALL}
    for suite, name, implementation, _ in ROWS:
        names = [each.name for each in benchmarks[suite, name].implementations]
        assert {implementation, OFFICIAL} <= set(names)


@pytest.mark.parametrize("arguments", [["decoding"], ["--quick"], ["--quick", "decoding"]])
def test_only_a_full_run_is_written(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert not parse_arguments(arguments).write
    with pytest.raises(SystemExit):
        parse_arguments(["--write", *arguments])
    assert "without suites and without --quick" in capsys.readouterr().err


@pytest.mark.parametrize("benchmark", [each for *_, each in ALL], ids=[f"{suite}.{name}" for suite, name, _ in ALL])
def test_targets_have_a_baseline(benchmark: Benchmark) -> None:
    names = [implementation.name for implementation in benchmark.implementations]
    assert len({*names}) == len(names)
    for implementation in benchmark.implementations:
        assert {target.baseline for target in implementation.targets} <= {*names} - {implementation.name}


def nothing() -> Run:
    raise NotImplementedError


@pytest.mark.parametrize(
    ("measure", "own", "missed"),
    [
        ("cpu", 0.9, ["Task, own: 1.80, target ≤ 1.30 × other"]),
        ("cpu", 1.2, ["Task, own: 1.20, target ≤ 1.00", "Task, own: 2.40, target ≤ 1.30 × other"]),
        ("rate", 0.9, ["Task, own: 0.90, target ≥ 1.00"]),
        ("rate", 1.2, []),
    ],
)
def test_each_target_of_an_implementation_can_be_missed(measure: str, own: float, missed: list[str]) -> None:
    implementations = [
        Implementation(OFFICIAL, "", nothing),
        Implementation("own", "", nothing, [Target(1.0), Target(1.3, "other")]),
        Implementation("other", "", nothing),
    ]
    benchmark = Benchmark("Task", measure, implementations)  # type: ignore[arg-type]
    results = compare({OFFICIAL: [1.0, 1.0], "own": [own, own], "other": [0.5, 0.5]})
    assert report.missed_targets(benchmark, results) == missed
    sign = "≥" if measure == "rate" else "≤"
    assert report.rows(benchmark, results)[1][4] == f"{sign} 1.00; {sign} 1.30 × other ({own / 0.5:.2f})"


def test_a_single_round_has_no_quartiles() -> None:
    assert compare({OFFICIAL: [2.0], "own": [1.0]})["own"].quartiles is None
    assert compare({OFFICIAL: [2.0, 2.0], "own": [1.0, 1.0]})["own"].quartiles == (0.5, 0.5)
    assert compare({"own": [1.0, 2.0]})["own"].quartiles is None


def test_the_ratio_is_the_median_of_the_ratios_of_each_round() -> None:
    result = compare({OFFICIAL: [1.0, 2.0, 4.0], "own": [1.0, 1.0, 8.0]})["own"]
    assert (result.value, result.ratio) == (1.0, 1.0)


def test_the_default_limiter_of_the_benchmarks_has_every_documented_limit_and_slow_start() -> None:
    from workos_core.rate_limits.documented.limits import LIMITS

    limiter = importlib.import_module("benchmarks.clients").limiter()
    assert {*limiter.limits} == {*LIMITS}
    assert {(each.key, each.seconds, each.by) for each in limiter.limits.values()} == {
        (each.key, each.seconds, each.by) for each in LIMITS.values()
    }
    assert not limiter._trusted


@pytest.mark.parametrize(("own", "status"), [(0.5, None), (2.0, 1)])
def test_check_exits_with_status_1_if_a_target_is_missed(
    own: float, status: int | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    benchmark = Benchmark(
        "Task", "cpu", [Implementation(OFFICIAL, "", nothing), Implementation("own", "", nothing, [Target(1.0)])]
    )
    monkeypatch.setattr(main, "find_benchmarks", lambda only: [("suite", "name", benchmark)])
    monkeypatch.setattr(main, "measure", lambda *_: compare({OFFICIAL: [1.0, 1.0], "own": [own, own]}))
    monkeypatch.setattr(main, "Environments", FakeEnvironments)
    monkeypatch.setattr(sys, "argv", ["benchmarks"])
    main.main()
    monkeypatch.setattr(sys, "argv", ["benchmarks", "--check"])
    if status is None:
        main.main()
    else:
        with pytest.raises(SystemExit) as exited:
            main.main()
        assert exited.value.code == status
    assert ("- Task, own: 2.00, target ≤ 1.00" in capsys.readouterr().out) is (status == 1)


class FakeEnvironments:
    def __init__(self, folder: Path) -> None:
        pass

    def versions(self, name: str) -> dict[str, str]:
        return {}
