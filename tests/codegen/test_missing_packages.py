"""`python -m codegen` in an environment without the dependencies of the generator."""

import subprocess
import sys
from pathlib import Path

import pytest

from codegen import __main__ as entry_point

ROOT = Path(__file__).parents[2]
WITHOUT = "import runpy, sys; sys.modules[{name!r}] = None; sys.argv = ['codegen', 'lint']; runpy.run_module('codegen', run_name='__main__')"


@pytest.mark.parametrize("name", ["jsonschema", "yaml", "openapi_python_client", "attrs"])
def test_error_names_the_package_and_the_dependency_group(name: str) -> None:
    command = [sys.executable, "-c", WITHOUT.format(name=name)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert f"requires the package {name}, which is not installed" in result.stderr
    assert "pip install --group codegen" in result.stderr
    assert "Traceback" not in result.stderr


def test_errors_in_the_generator_itself_are_not_hidden() -> None:
    command = [sys.executable, "-c", WITHOUT.format(name="codegen.parse.api")]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "Traceback" in result.stderr
    assert "codegen.parse.api" in result.stderr


def test_the_entry_point_is_the_command_line() -> None:
    assert entry_point.main.__module__ == "codegen.cli"
