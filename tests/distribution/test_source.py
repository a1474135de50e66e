"""What can be checked without building: the packages that are published, and their type information."""

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES: list[str] = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
if not (ROOT / "workos_core").exists():
    pytest.skip("the tests run against an installed wheel", allow_module_level=True)


def test_every_package_is_published() -> None:
    assert {path.parent.name for path in ROOT.glob("workos_*/__init__.py")} == set(PACKAGES)
    assert set(PACKAGES) == set(PYPROJECT["tool"]["check-wheel-contents"]["toplevel"])


@pytest.mark.parametrize("package", PACKAGES)
def test_package_is_typed(package: str) -> None:
    assert (ROOT / package / "py.typed").is_file()


def test_metadata() -> None:
    project = PYPROJECT["project"]
    assert project["authors"]
    assert project["license"] == "MIT"
    assert not [
        name for name in project["classifiers"] if name.startswith("License ::")
    ]  # the license expression replaces them
    assert {"Homepage", "Documentation", "Repository", "Issues", "Changelog"} <= set(project["urls"])


def test_every_dependency_has_a_lower_bound_and_no_upper_bound() -> None:
    project = PYPROJECT["project"]
    for requirement in (*project["dependencies"], *chain(*project["optional-dependencies"].values())):
        assert re.fullmatch(r"[A-Za-z0-9_-]+>=[0-9.]+", requirement), requirement


def test_emulator_document_is_compact() -> None:
    text = (ROOT / "workos_emulator" / "openapi" / "openapi.json").read_text(encoding="utf-8")
    assert len(text.encode()) < 500_000
    assert text.count("\n") == 1
