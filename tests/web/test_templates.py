"""The projects of `python -m workos_testing new` pass their own tests and mypy."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.support.declared_packages import write_plugin
from workos_testing.new_project import TEMPLATES, create_project

ROOT = Path(__file__).parents[2]


def run(project: Path, *command: str, **variables: str) -> str:
    """Run a Python module in a project, with these environment variables."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("WORKOS_")}
    environment |= {"PYTHONPATH": str(ROOT), **variables}
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
    """With no other packages than those that its `pyproject.toml` declares: a new environment has no others."""
    declared = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    requirements = [*declared["dependencies"], *declared["optional-dependencies"]["dev"]]
    write_plugin(project.parent / "declared_only.py", requirements)
    plugins = ("-p", "declared_only", "-p", "anyio.pytest_plugin", "-p", "workos_testing.plugin")
    variables = {"PYTHONPATH": f"{project.parent}{os.pathsep}{ROOT}", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    assert "5 passed" in run(project, "pytest", "-q", *plugins, "-p", "no:cacheprovider", **variables)


def test_project_passes_mypy(project: Path) -> None:
    pytest.importorskip("mypy", reason="nox -s migrate installs mypy")
    assert "Success" in run(project, "mypy", "--cache-dir", str(project / ".mypy_cache"))
