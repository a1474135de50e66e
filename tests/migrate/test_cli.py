"""The command line: what is written and printed, and the exit status."""

import subprocess
import sys
from pathlib import Path

import pytest

from workos_migrate.cli import main

BEFORE = "from workos import WorkOSClient\n\nclient = WorkOSClient(request_timeout=3)\n"
AFTER = "from workos_sync import WorkOS\n\nclient = WorkOS(timeout=3)\n"


@pytest.fixture
def app(tmp_path: Path) -> Path:
    path = tmp_path / "app.py"
    path.write_text(BEFORE, encoding="utf-8")
    return path


def test_files_are_changed_and_summarized(app: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (app.parent / "other.py").write_text("x = 1\n", encoding="utf-8")
    assert main([str(app.parent), "--from", "10.8"]) == 0
    assert app.read_text(encoding="utf-8") == AFTER
    assert capsys.readouterr().out == "changed 1 file of 2, for workos 10.8\n  1 import\n  1 client\n"


def test_second_run_changes_nothing(app: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(app)])
    capsys.readouterr()
    assert main([str(app), "--from", "9"]) == 0
    assert capsys.readouterr().out == "changed 0 files of 1, for workos 9\n"
    assert app.read_text(encoding="utf-8") == AFTER


def test_diff_writes_nothing(app: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(app), "--diff"]) == 0
    assert app.read_text(encoding="utf-8") == BEFORE
    output = capsys.readouterr()
    assert "-client = WorkOSClient(request_timeout=3)\n+client = WorkOS(timeout=3)\n" in output.out
    assert output.err.startswith("would change 1 file of 1")


def test_syntax_errors_are_reported_and_other_files_migrated(app: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = app.parent / "broken.py"
    broken.write_text("from workos import WorkOSClient\nif:\n", encoding="utf-8")
    binary = app.parent / "binary.py"
    binary.write_bytes(b"# -*- coding: utf-8 -*-\nimport workos\nx = '\xff'\n")
    assert main([str(app.parent)]) == 1
    errors = capsys.readouterr().err
    assert f"{broken}: line 2: syntax error; not changed\n" in errors
    assert f"{binary}: can't decode" in errors
    assert app.read_text(encoding="utf-8") == AFTER
    assert broken.read_text(encoding="utf-8").startswith("from workos import")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("head", "encoding"),
    [("", "utf-8"), ("# -*- coding: latin-1 -*-\n", "latin-1"), ("", "utf-8-sig"), ("# coding: cp1252\n", "cp1252")],
)
def test_encodings_and_line_endings_are_kept(newline: str, head: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "app.py"
    text = f"{head}# Grüße\nfrom workos import NotFoundError, WorkOSClient, UnprocessableEntityError, RateLimitExceededError\n"
    text += "client = WorkOSClient()\nx = '''a\nb'''\ndef f(a: str | None):\n    client.user_management.update_user(a, first_name=a)\n"
    path.write_bytes(text.replace("\n", newline).encode(encoding))
    assert main([str(path), "--from", "8"]) == 0
    after = path.read_bytes()
    decoded = after.decode(encoding)
    assert "# Grüße" in decoded
    assert "client = WorkOS()" in decoded
    assert after.startswith(b"\xef\xbb\xbf") == (encoding == "utf-8-sig")
    assert set(decoded.replace(newline, "")) & {"\r", "\n"} == set()


def test_file_that_does_not_change_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "app.py"
    path.write_bytes(b"x = 1\r\ny = 2\n\x0c\nz = '\\\n'")
    before = path.stat().st_mtime_ns
    assert main([str(tmp_path)]) == 0
    assert path.stat().st_mtime_ns == before


def test_environments_and_hidden_folders_are_skipped(app: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in (".venv/lib", "node_modules", "build", ".git"):
        folder = app.parent / name
        folder.mkdir(parents=True)
        (folder / "other.py").write_text(BEFORE, encoding="utf-8")
    assert main([str(app.parent)]) == 0
    assert "changed 1 file of 1" in capsys.readouterr().out


def test_todos_unknown_calls_and_next_steps(app: Path, capsys: pytest.CaptureFixture[str]) -> None:
    app.write_text(
        f"{BEFORE}client.request(method='get', path=())\n"
        "def f(workos):\n    workos.organizations.get_organization('1')\n",
        encoding="utf-8",
    )
    (app.parent / "requirements.txt").write_text("fastapi\nworkos>=10\nworkos-tools\n", encoding="utf-8")
    (app.parent / "pyproject.toml").write_text('dependencies = [\n    "workos[x]~=9.0",\n]\n', encoding="utf-8")
    (app.parent / ".env").write_text("WORKOS_REQUEST_TIMEOUT=3\n", encoding="utf-8")
    assert main([str(app.parent)]) == 0
    output = capsys.readouterr().out
    assert "1 place needs a decision: search for TODO(workos-migrate)" in output
    assert f"{app}:6: workos.organizations.get_organization" in output
    assert f"{app.parent / 'requirements.txt'}:2: replace the requirement workos with workos-async" in output
    assert f"{app.parent / 'pyproject.toml'}:2: replace the requirement" in output
    assert f"{app.parent / '.env'}:1: WORKOS_REQUEST_TIMEOUT is not read" in output
    assert "workos-tools" not in output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing"], "no such file or folder: missing"),
        ([".", "--from", "x"], "--from must be a version such as 10.8 (got 'x')"),
        ([".", "--from", "5.23"], "workos 5.23 is too old; upgrade to workos 6 or later first"),
        ([".", "--sync", "--async"], "not allowed with"),
        ([], "PATH"),
    ],
)
def test_invalid_arguments(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert message in capsys.readouterr().err


def test_installed_version_is_the_default(
    app: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("workos_migrate.cli.version", lambda name: {"workos": "9.1.0"}[name])
    assert main([str(app)]) == 0
    assert "for workos 9.1.0" in capsys.readouterr().out


def test_module_can_be_run(app: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "workos_migrate", str(app)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert app.read_text(encoding="utf-8") == AFTER


def test_missing_libcst_is_explained() -> None:
    code = "import sys; sys.modules['libcst'] = None\nimport importlib.util as u\nu.find_spec = lambda name: None\n"
    code += "from workos_migrate import __main__\n__main__.find_spec = u.find_spec\nsys.exit(__main__.main())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr == "workos-migrate requires LibCST: pip install 'workos-async[migrate]'\n"


def test_symbolic_link_to_another_file_of_the_program(app: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link = app.parent / "link.py"
    try:
        link.symlink_to(app)
    except OSError:
        pytest.skip("symbolic links are not permitted")
    assert main([str(app.parent)]) == 0
    assert "changed 1 file of 1" in capsys.readouterr().out
    assert link.is_symlink()
    assert link.read_text(encoding="utf-8") == AFTER


def test_notebooks_are_reported(app: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notebook = app.parent / "report.ipynb"
    notebook.write_text('{"cells": [{"source": ["from workos import WorkOSClient"]}]}', encoding="utf-8")
    assert main([str(app.parent)]) == 0
    assert f"  {notebook}: notebooks are not migrated" in capsys.readouterr().out
    assert main([str(notebook)]) == 1
    assert f"{notebook}: notebooks are not migrated" in capsys.readouterr().err


def test_file_that_cannot_be_written_is_reported(app: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(path: Path, _: bytes) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "write_bytes", fail)
        assert main([str(app)]) == 1
    assert f"{app}: can't write: Permission denied; not changed" in capsys.readouterr().err
    assert app.read_text(encoding="utf-8") == BEFORE
