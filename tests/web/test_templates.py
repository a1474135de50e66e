"""The projects of `python -m workos_testing new` pass their own tests and mypy."""

import os
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from workos_testing.new_project import TEMPLATES, create_project

ROOT = Path(__file__).parents[2]


def run(project: Path, *command: str) -> str:
    """Run a Python module in a project."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("WORKOS_")}
    environment["PYTHONPATH"] = str(ROOT)
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=project, env=environment, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(params=[*TEMPLATES])
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    pytest.importorskip(request.param, reason="nox -s web installs the frameworks")
    folder = tmp_path / "shop"
    create_project(request.param, folder)
    return folder


def test_project_passes_its_tests(project: Path) -> None:
    installed = any(point.name == "workos" for point in entry_points(group="pytest11"))
    plugin = () if installed else ("-p", "workos_testing.plugin")
    output = run(project, "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:asyncio", *plugin)
    assert "5 passed" in output


def test_project_passes_mypy(project: Path) -> None:
    pytest.importorskip("mypy", reason="nox -s migrate installs mypy")
    assert "Success" in run(project, "mypy", "--cache-dir", str(project / ".mypy_cache"))
