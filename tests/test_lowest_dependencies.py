"""The lower bounds in pyproject.toml: a nox session installs exactly these versions, and runs tests with them."""

import ast
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
NOXFILE = ROOT / "noxfile.py"
if not NOXFILE.exists():
    pytest.skip("the tests of the wheel run without the source tree", allow_module_level=True)
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS: dict[str, list[str]] = PROJECT["project"]["optional-dependencies"]


def constant(name: str) -> Any:
    for node in ast.parse(NOXFILE.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            return ast.literal_eval(node.value)
    raise LookupError(name)


LOWEST: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = constant("LOWEST")
OTHER_SESSIONS = {"mcp", "fastmcp"}
"""The extras of the session `mcp`, which is also run with their lowest versions."""


def test_every_extra_is_tested_with_its_lowest_versions() -> None:
    tested = [extra for extras, _ in LOWEST.values() for extra in extras]
    assert sorted(tested) == sorted(EXTRAS.keys() - OTHER_SESSIONS)
    assert '"lowest"' in NOXFILE.read_text(encoding="utf-8")


@pytest.mark.parametrize("environment", LOWEST)
def test_the_tests_of_each_environment_exist(environment: str) -> None:
    paths = [each for each in LOWEST[environment][1] if not each.startswith("-")]
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_extras_have_lower_bounds_only() -> None:
    """`nox -s lowest` derives the lowest versions from them."""
    requirements = [*PROJECT["project"]["dependencies"], *(each for names in EXTRAS.values() for each in names)]
    assert [each for each in requirements if not re.fullmatch(r"[\w-]+>=[\d.]+", each)] == []


def test_the_test_group_has_the_bounds_of_the_extras() -> None:
    """Otherwise a lowest version can't be installed together with the tests."""
    bounds = dict(each.split(">=") for names in EXTRAS.values() for each in names)
    for requirement in PROJECT["dependency-groups"]["test"]:
        name, _, bound = requirement.partition(">=")
        assert bounds.get(name, bound) == bound, requirement
