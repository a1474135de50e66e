"""The driver on a small project with mutmut, and each of its decisions with invented mutants."""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.mutation import __main__ as driver
from tests.mutation import run
from tests.mutation.equivalents import Equivalent, read_equivalents
from tests.mutation.mutants import Mutant
from tests.mutation.report import render

CODE = '''"""A module."""


def is_adult(age: int) -> bool:
    """Return whether a person is an adult."""
    if age < 0:
        raise ValueError("the age is negative: pass a number of years")
    return age >= 18
'''
TESTS = """import pytest

from package.ages import is_adult


def test_ages() -> None:
    assert is_adult(20)
    assert not is_adult(17)


def test_negative_age() -> None:
    with pytest.raises(ValueError, match="age"):
        is_adult(-1)
"""
SETTINGS = """[tool.mutmut]
source_paths = ["package"]
pytest_add_cli_args = ["-p", "no:cacheprovider"]
pytest_add_cli_args_test_selection = ["tests/test_ages.py"]
"""
SURVIVORS = [
    ("if age < 0:", "if age <= 0:"),
    ("if age < 0:", "if age < 1:"),
    ("age >= 18", "age > 18"),
    ("age >= 18", "age >= 19"),
]

needs_mutmut = pytest.mark.skipif(
    not Path(sys.executable).with_name("mutmut").exists(),
    reason="mutmut is not installed; `nox -s mutation` installs it",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a function, whose tests miss both of its limits."""
    root = tmp_path / "project"
    for name, text in {
        "package/__init__.py": "",
        "package/ages.py": CODE,
        "tests/test_ages.py": TESTS,
        "pyproject.toml": SETTINGS,
    }.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def start(project: Path, *arguments: str) -> int:
    return driver.main(["--project", str(project), "--copy", str(project.parent / "copy"), "--jobs", "1", *arguments])


def document(project: Path, *changes: tuple[str, str], path: str = "package/ages.py") -> None:
    file = project / "tests" / "mutation" / "equivalent.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    entries = [
        f"[[equivalent]]\npath = '{path}'\nbefore = '{before}'\nafter = '{after}'\nwhy = 'An example.'\n"
        for before, after in changes
    ]
    file.write_text("\n".join(entries), encoding="utf-8")


@needs_mutmut
def test_survivors_are_printed_and_fail(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert start(project, "--all") == 1
    output = capsys.readouterr().out
    assert "package/ages.py:6  package.ages.x_is_adult__mutmut_1\n    - if age < 0:\n    + if age <= 0:\n" in output
    assert "    - return age >= 18\n    + return age > 18\n" in output
    assert output.count("    + ") == len(SURVIVORS)
    assert "5 of 5 mutants, 1 killed, 0 documented as equivalent, score 20.0% (required: 95%)" in output
    assert not (project / "mutants").exists()


@needs_mutmut
def test_killed_and_equivalent_mutants_pass(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document(project, *SURVIVORS)
    assert start(project) == 0
    output = capsys.readouterr().out
    assert "1 of 1 mutants, 1 killed, 4 documented as equivalent, score 100.0%" in output
    assert "    + " not in output


@needs_mutmut
def test_failing_tests_are_reported(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (project / "tests" / "test_ages.py").open("a", encoding="utf-8") as file:
        file.write("\n\ndef test_nothing() -> None:\n    raise AssertionError('fails without a mutant')\n")
    assert start(project) == 1
    assert "fails without a mutant" in capsys.readouterr().err


def add_module(project: Path) -> None:
    """Add a second package, whose module is changed only if it is named."""
    for name, text in {
        "service/__init__.py": "",
        "service/limits.py": "async def is_full(count: int) -> bool:\n    return count >= 3\n",
        "tests/test_limits.py": """import asyncio

from package.ages import is_adult
from service.limits import is_full


def test_limits() -> None:
    assert is_adult(18)
    assert asyncio.run(is_full(3))
""",
        "tests/mutation/modules.toml": "[[module]]\npath = 'service/limits.py'\ntests = ['tests/test_limits.py']\n",
    }.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@needs_mutmut
def test_one_module(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add_module(project)
    document(project, ("if age < 0:", "if age <= 0:"))
    assert start(project, "limits") == 0
    output = capsys.readouterr().out
    assert "service/limits.py        2       2         0  100.0%" in output
    assert "package/ages.py" not in output


def test_unknown_module(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add_module(project)
    assert start(project, "ages") == 1
    assert "'ages' is none of the modules service/limits.py" in capsys.readouterr().err


def test_entries_of_modules_are_not_missing_elsewhere(project: Path, invented: Callable[..., None]) -> None:
    add_module(project)
    invented([mutant(1)])
    document(project, ("line 2", "changed 2"), path="service/limits.py")
    assert start(project) == 0


def mutant(number: int, *, path: str = "package/ages.py", is_wording: bool = False) -> Mutant:
    return Mutant(f"package.x_f__mutmut_{number}", path, number, f"line {number}", f"changed {number}", is_wording)


@pytest.fixture
def invented(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Replace mutmut: mutants with these numbers survive."""

    def replace(mutants: Sequence[Mutant], survivors: Sequence[int] = ()) -> None:
        def run_batches(_: Path, given: Sequence[Mutant], **__: Any) -> Iterator[dict[str, bool]]:
            yield {each.name: each.line not in survivors for each in given}

        monkeypatch.setattr(driver, "copy_project", lambda *_: None)
        monkeypatch.setattr(driver, "generate", lambda *_, **__: None)
        monkeypatch.setattr(driver, "read_mutants", lambda _: list(mutants))
        monkeypatch.setattr(driver, "run_batches", run_batches)

    return replace


@pytest.mark.parametrize(("survivors", "code"), [(range(5), 0), (range(6), 1)])
def test_required_score(project: Path, invented: Callable[..., None], survivors: Sequence[int], code: int) -> None:
    invented([mutant(number) for number in range(100)], survivors)
    assert start(project) == code


def test_equivalents_and_wording_do_not_count(
    project: Path, invented: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    invented([mutant(1), mutant(2), mutant(3, is_wording=True)], [2, 3])
    document(project, ("line 2", "changed 2"))
    assert start(project) == 0
    assert "1 of 1 mutants, 1 killed, 1 documented as equivalent" in capsys.readouterr().out


def test_equivalent_that_a_test_notices_is_an_error(
    project: Path, invented: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    invented([mutant(1), mutant(2)])
    document(project, ("line 2", "changed 2"))
    assert start(project) == 0, "only --all runs documented equivalents"
    assert start(project, "--all") == 1
    assert "equivalent.toml: a test notices package/ages.py:2" in capsys.readouterr().err


def test_entry_without_a_mutant_is_an_error(
    project: Path, invented: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    invented([mutant(1)])
    document(project, ("line 2", "changed 2"))
    assert start(project) == 1
    assert "equivalent.toml describes no mutant: package/ages.py: 'line 2' → 'changed 2'" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--only", "other/*"], ["--count", "0"]])
def test_no_mutants_are_an_error(
    project: Path, invented: Callable[..., None], options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    invented([mutant(1)])
    assert start(project, *options) == 1
    assert "no mutant was run" in capsys.readouterr().err


def test_only_some_files(project: Path, invented: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    invented([mutant(1), mutant(2, path="other/file.py")], [1])
    document(project, ("line 1", "changed 1"))
    assert start(project, "--only", "other/*") == 0
    assert "1 of 1 mutants, 1 killed, 0 documented" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("before", "after", "is_match"),
    [
        ('"utf-8"', '"UTF-8"', True),
        ('f(a.encode("utf-8"), b.encode("utf-8"))', 'f(a.encode("UTF-8"), b.encode("utf-8"))', True),
        ('"ascii"', '"UTF-8"', False),
        ("", "", False),
    ],
)
def test_matching_of_entries(before: str, after: str, is_match: bool) -> None:
    changed = Mutant(
        "n", "a/b.py", 1, 'f(a.encode("utf-8"), b.encode("utf-8"))', 'f(a.encode("UTF-8"), b.encode("utf-8"))', False
    )
    assert Equivalent(path="a/*", before=before, after=after, why="x").matches(changed) is is_match
    assert not Equivalent(path="c/*", before=before, after=after, why="x").matches(changed)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[equivalent]]\npath = 'a'\nbefore = 'b'\nafter = 'c'", "'why'"),
        ("[[equivalent]]\npath = 'a'\nbefore = 'b'\nafter = 'c'\nwhy = ''", "without `before` or `why`"),
        ("[[equivalent]]\npath = 'a'\nbefore = ''\nafter = 'c'\nwhy = 'd'", "without `before` or `why`"),
        ("[[equivalent]]\npath = 'a'\nbefore = 'b'\nafter = 'c'\nwhy = 'd'\nline = 7", "'line'"),
    ],
)
def test_incomplete_entries_are_an_error(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "equivalent.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        read_equivalents(path)


def test_sample_depends_on_the_seed_only() -> None:
    mutants = [mutant(number) for number in range(100)]
    assert run.sample(mutants, 1, 10) == run.sample(mutants[::-1], 1, 10)
    assert run.sample(mutants, 1, 10) == run.sample(mutants, 1, None)[:10]
    assert run.sample(mutants, 1, 10) != run.sample(mutants, 2, 10)
    assert sorted(run.sample(mutants, 1, None), key=lambda each: each.line) == mutants


@pytest.mark.parametrize(
    ("seconds", "sizes"),
    [(None, [9]), (0, [2]), (19, [2]), (20, [2, 2]), (49, [2, 2, 2, 2]), (50, [2, 2, 2, 2, 1])],
)
def test_time_budget(monkeypatch: pytest.MonkeyPatch, seconds: float | None, sizes: list[int]) -> None:
    clock = SimpleNamespace(now=100.0)

    def run_batch(_: Path, names: Sequence[str], __: int) -> dict[str, bool]:
        clock.now += 10
        return dict.fromkeys(names, True)

    monkeypatch.setattr(run, "_run", run_batch)
    monkeypatch.setattr(run, "_BATCH", 2)
    mutants = [mutant(number) for number in range(9)]
    results = list(run.run_batches(Path(), mutants, jobs=1, seconds=seconds, clock=lambda: clock.now))
    assert [len(each) for each in results] == sizes
    assert [name for each in results for name in each] == [each.name for each in mutants[: sum(sizes)]]


def test_table() -> None:
    mutants = [mutant(1), mutant(2), mutant(3, path="package/names.py"), mutant(4)]
    killed = {mutants[0].name: True, mutants[1].name: False, mutants[2].name: True}
    assert render(mutants, killed).splitlines() == [
        "package/ages.py:2  package.x_f__mutmut_2",
        "    - line 2",
        "    + changed 2",
        "file              mutants  killed  survived  score",
        "package/ages.py         2       1         1  50.0%",
        "package/names.py        1       1         0  100.0%",
        "total                   3       2         1  66.7%",
    ]
