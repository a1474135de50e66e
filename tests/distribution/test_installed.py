"""The tests of `nox -s package` run against the installed wheel, not against the source tree."""

import importlib
import importlib.metadata
import os
import sys
import sysconfig
from importlib import resources
from pathlib import Path

import pytest

if "WHEEL" not in os.environ:
    pytest.skip("run by `nox -s package` with the installed wheel", allow_module_level=True)
SITE_PACKAGES = Path(sysconfig.get_paths()["purelib"]).resolve()
PACKAGES = sorted({path.parts[0] for path in importlib.metadata.files("workos-async") or [] if path.name == "py.typed"})


def test_the_wheel_has_packages() -> None:
    assert {"workos_core", "workos_async", "workos_sync", "workos_emulator"} <= set(PACKAGES)


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_are_imported_from_site_packages(package: str) -> None:
    module = importlib.import_module(package)
    assert module.__file__
    assert Path(module.__file__).resolve().is_relative_to(SITE_PACKAGES)


def test_no_source_tree_is_on_the_path() -> None:
    folders = [Path(folder or ".").resolve() for folder in sys.path]
    assert [folder for folder in folders if folder != SITE_PACKAGES and (folder / "workos_core").exists()] == []


def test_data_files_are_installed() -> None:
    assert resources.files("workos_emulator").joinpath("openapi", "openapi.json").is_file()
    assert resources.files("workos_migrate").joinpath("tables", "official.json").is_file()


def test_commands_are_installed() -> None:
    scripts = importlib.metadata.entry_points(group="console_scripts")
    ours = [script for script in scripts if script.value.startswith("workos_")]
    assert {script.name for script in ours} >= {"workos-emulator", "workos-migrate"}
    for script in ours:
        if script.name != "workos-migrate":  # requires the extra
            assert callable(script.load())
