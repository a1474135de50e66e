"""Importing a kit without its framework says which extra to install."""

import subprocess
import sys

import pytest

from workos_web._missing_framework import missing_framework

# Packages of the framework can't be found in this process, as if it were not installed.
HIDE = """
import sys
from importlib.abc import MetaPathFinder

class Hidden(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] == {framework!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Hidden())
import workos_web.{module} as module
for name in module.__all__:
    getattr(module, name)
"""


@pytest.mark.parametrize("framework", ["fastapi", "starlette", "django", "flask", "litestar"])
def test_the_error_names_the_extra(framework: str) -> None:
    code = HIDE.format(module=framework, framework=framework)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    expected = (
        f"ModuleNotFoundError: workos_web.{framework} requires {framework}: pip install 'workos-async[{framework}]'"
    )
    assert done.stderr.splitlines()[-1] == expected


def test_a_missing_dependency_of_an_installed_framework_is_reported_as_it_is() -> None:
    error = ModuleNotFoundError("No module named 'pydantic'", name="pydantic")
    assert missing_framework("fastapi", error) is error
    assert missing_framework("fastapi", ModuleNotFoundError("x", name="fastapi")).name == "fastapi"


def test_kits_of_no_framework_need_none() -> None:
    code = HIDE.format(module="asgi", framework="starlette")
    subprocess.run([sys.executable, "-c", code], check=True)
