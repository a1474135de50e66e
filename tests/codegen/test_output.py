"""Generating, comparing and writing the generated files."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from codegen import output
from codegen.cli import ROOT, main

FOLDERS = output.GENERATED_FOLDERS


@pytest.fixture
def files(generated: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Return the generated files, which commands in this process don't generate again."""

    def generate(spec: Path, root: Path) -> dict[str, bytes]:
        assert (spec, root) == (ROOT / "spec", ROOT)
        return dict(generated)

    monkeypatch.setattr(output, "generate", generate)
    return generated


def test_repository_is_up_to_date(files: dict[str, bytes]) -> None:
    assert str(output.compare(files, ROOT)) == ""


def test_every_generated_python_file_names_its_source_on_the_first_line(files: dict[str, bytes]) -> None:
    for path, content in files.items():
        if path.endswith(".py"):
            first = content.decode().splitlines()[0]
            assert first.startswith("# Generated from ")
            source = first.removeprefix("# Generated from ").split(" by ")[0]
            assert (ROOT / source).exists(), path


def test_generated_folders_hold_only_generated_files(files: dict[str, bytes]) -> None:
    tracked = [
        path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc"
    ]
    assert {path.relative_to(ROOT).as_posix() for path in tracked} | set(output.GENERATED_FILES) == set(files)


@pytest.fixture
def copy(tmp_path: Path, files: dict[str, bytes]) -> Path:
    output.write(files, tmp_path)
    return tmp_path


def test_check_passes_on_fresh_output_and_fails_on_a_missing_file(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--check", "--out", str(copy)]) == 0
    (copy / FOLDERS[0] / "common.py").unlink()
    assert main(["--check", "--out", str(copy)]) == 1
    assert f"missing: {FOLDERS[0]}/common.py" in capsys.readouterr().err


@pytest.mark.parametrize("folder", FOLDERS)
def test_compare_finds_one_changed_byte(copy: Path, files: dict[str, bytes], folder: str) -> None:
    for path in (path for path in (copy / folder).rglob("*") if path.is_file() and path.stat().st_size):
        content = path.read_bytes()
        path.write_bytes(content[:-1] + b" ")
        assert str(output.compare(files, copy)) == f"different: {path.relative_to(copy).as_posix()}"
        path.write_bytes(content)


@pytest.mark.parametrize("folder", FOLDERS)
def test_compare_finds_missing_and_extra_files(copy: Path, files: dict[str, bytes], folder: str) -> None:
    removed = next(path for path in sorted((copy / folder).rglob("*")) if path.is_file())
    removed.unlink()
    (copy / folder / "extra.txt").touch()
    expected = f"missing: {removed.relative_to(copy).as_posix()}\nextra: {folder}/extra.txt"
    assert str(output.compare(files, copy)) == expected


def test_write_restores_files_and_removes_extra_ones(copy: Path, files: dict[str, bytes]) -> None:
    for folder in FOLDERS[:2]:
        shutil.rmtree(copy / folder)
    (copy / FOLDERS[2] / "extra.py").touch()
    output.write(files, copy)
    assert not output.compare(files, copy)


def test_output_does_not_depend_on_the_hash_seed(files: dict[str, bytes], tmp_path: Path) -> None:
    seed = "1" if os.environ.get("PYTHONHASHSEED") == "2" else "2"  # that of this process is random by default
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "codegen", "--out", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    assert not output.compare(files, tmp_path)


def test_generated_copy_in_another_folder_can_be_imported(files: dict[str, bytes], tmp_path: Path) -> None:
    assert main(["--out", str(tmp_path)]) == 0
    code = "import workos_async, workos_sync; print(workos_async.__file__); print(workos_sync.WorkOS('sk_1').organizations)"
    process = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert process.stdout.startswith(str(tmp_path))
