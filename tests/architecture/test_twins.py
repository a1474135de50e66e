"""Every async module and test has a sync twin, and no test is lost when files move."""

import ast
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
COUNTS = Path(__file__).with_name("test_counts.txt")
TWINS = [("workos_async", "workos_sync"), ("tests/async_", "tests/sync_")]


def files(folder: Path) -> set[str]:
    """Return the files below a folder as relative paths, without caches."""
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in paths if "__pycache__" not in path.parts}


def without_twin(left: Path, right: Path) -> dict[str, set[str]]:
    """Return the files of each folder that the other folder lacks."""
    return {left.name: files(left) - files(right), right.name: files(right) - files(left)}


@pytest.mark.parametrize(("left", "right"), TWINS)
def test_every_file_has_a_twin_at_the_same_path(left: str, right: str) -> None:
    assert files(ROOT / left)
    assert without_twin(ROOT / left, ROOT / right) == {Path(left).name: set(), Path(right).name: set()}


def test_every_sync_override_replaces_an_async_module() -> None:
    overrides = {path for path in files(ROOT / "codegen" / "sync_overrides") if path.endswith(".py")}
    assert overrides - files(ROOT / "workos_async") - {"__init__.py"} == set()


def test_a_missing_twin_in_a_subfolder_is_reported(tmp_path: Path) -> None:
    for name in ("a/x.py", "a/_http/tls.py", "b/x.py", "b/_pool.py", "a/__pycache__/x.pyc"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert without_twin(tmp_path / "a", tmp_path / "b") == {"a": {"_http/tls.py"}, "b": {"_pool.py"}}


def count_tests(folder: Path) -> Counter[str]:
    """Return the number of test functions in each folder of tests and overall (`total`). Top-level tests are part of the total only.

    A parametrized test is one function. Generated tests are not included.
    """
    counts: Counter[str] = Counter()
    for path in folder.rglob("test_*.py"):
        folders = path.relative_to(folder).parts[:-1]
        if folders[:1] == ("sync_",):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = [node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
        number = sum(name.startswith("test") for name in functions)
        counts["total"] += number
        if folders:
            counts[folders[0]] += number
    return counts


def lost_tests(expected: dict[str, int], counts: Counter[str]) -> list[str]:
    return [
        f"{folder}: {counts[folder]} test functions, expected at least {number}"
        for folder, number in expected.items()
        if counts[folder] < number
    ]


def test_no_test_was_lost() -> None:
    """If you move tests to another folder, update test_counts.txt."""
    lines = [line.split() for line in COUNTS.read_text(encoding="utf-8").splitlines()]
    assert lost_tests({folder: int(number) for folder, number in lines}, count_tests(ROOT / "tests")) == []


def test_a_lost_test_is_reported(tmp_path: Path) -> None:
    for name, text in {
        "test_a.py": "def test_a(): ...\n",
        "core/test_b.py": "class TestB:\n    def test_b(self): ...\n    def other(self): ...\n",
        "core/deep/test_c.py": "async def test_c(): ...\n",
        "sync_/test_d.py": "def test_d(): ...\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    counts = count_tests(tmp_path)
    assert counts == {"total": 3, "core": 2}
    assert lost_tests({"core": 2, "total": 3}, counts) == []
    assert lost_tests({"core": 3, "web": 1, "total": 3}, counts) == [
        "core: 2 test functions, expected at least 3",
        "web: 0 test functions, expected at least 1",
    ]
