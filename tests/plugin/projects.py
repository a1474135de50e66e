"""Separate pytest projects that use the plugin as its users do."""

from importlib.metadata import entry_points
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(project: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    """Run pytest on the project in a new process, with the plugin loaded as its entry point would load it."""
    if not (project.path / "tox.ini").exists():
        project.makeini("[pytest]\nasyncio_default_fixture_loop_scope = function\n")
    options = ("-p", "no:cacheprovider", "-q", "-W", "error", "--strict-markers")
    installed = any(point.name == "workos" for point in entry_points(group="pytest11"))
    plugin = () if installed else ("-p", "workos_testing.plugin")
    return project.runpytest_subprocess(*options, *plugin, *arguments, timeout=120)
