"""The distributions that `nox -s package` has built, compared with the repository and with other builds."""

import email
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.distribution.test_source import PACKAGES, PYPROJECT, ROOT

if "DISTRIBUTIONS" not in os.environ:
    pytest.skip("run by `nox -s package`", allow_module_level=True)
DISTRIBUTIONS = Path(os.environ["DISTRIBUTIONS"])
[WHEEL] = DISTRIBUTIONS.glob("*.whl")
[SDIST] = DISTRIBUTIONS.glob("*.tar.gz")
NOT_COPIED = (".git", ".nox", ".venv", "dist", "build", ".*_cache", "__pycache__", "node_modules", ".hypothesis")


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def build(source: Path, out: Path, *options: str, epoch: str | None = None) -> None:
    environment = {key: value for key, value in os.environ.items() if key not in ("SOURCE_DATE_EPOCH", "PYTHONPATH")}
    if epoch:
        environment["SOURCE_DATE_EPOCH"] = epoch
    command = [sys.executable, "-m", "build", "--no-isolation", *options, "--outdir", str(out), str(source)]
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=120)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository in another folder, with other modification times and file modes."""
    copy = tmp_path_factory.mktemp("copy") / "elsewhere"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*NOT_COPIED))
    for path in copy.rglob("*"):
        if path.is_file():
            path.chmod(path.stat().st_mode & 0o700)  # what a stricter umask does
            os.utime(path, (1_500_000_000, 1_500_000_000))
    return copy


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(SDIST) as archive:
        archive.extractall(folder, filter="data")
    [root] = folder.iterdir()
    return root


def test_two_builds_have_the_same_bytes(copied: Path, tmp_path: Path) -> None:
    build(copied, tmp_path)
    assert {path.name: sha256(path) for path in tmp_path.iterdir()} == {
        path.name: sha256(path) for path in (WHEEL, SDIST)
    }


def test_source_date_epoch_is_the_only_date(copied: Path, tmp_path: Path) -> None:
    build(copied, tmp_path, "--wheel", epoch="1700000000")
    with zipfile.ZipFile(tmp_path / WHEEL.name) as archive:
        assert {item.date_time[:3] for item in archive.infolist()} == {(2023, 11, 14)}


def test_the_sdist_builds_the_same_wheel_as_the_repository(tmp_path: Path) -> None:
    """`python -m build`, with which `nox -s package` built WHEEL, builds the wheel from the sdist."""
    build(ROOT, tmp_path, "--wheel")
    assert sha256(tmp_path / WHEEL.name) == sha256(WHEEL)


def test_the_wheel_has_all_files_of_the_packages_and_no_others() -> None:
    expected = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(WHEEL) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == expected
    assert {f"{package}/py.typed" for package in PACKAGES} <= names


def test_metadata_of_the_wheel() -> None:
    with zipfile.ZipFile(WHEEL) as archive:
        [path] = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        metadata = email.message_from_bytes(archive.read(path))
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Author-email"] or metadata["Author"]
    assert set(metadata.get_all("Provides-Extra", [])) == set(PYPROJECT["project"]["optional-dependencies"])
    assert len(metadata.get_all("Project-URL", [])) == len(PYPROJECT["project"]["urls"])


@pytest.mark.parametrize("command", [["lint"], ["--check"]], ids=" ".join)
def test_the_code_generator_runs_from_the_sdist(unpacked: Path, command: list[str]) -> None:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    result = subprocess.run(
        [sys.executable, "-m", "codegen", *command],
        cwd=unpacked,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
