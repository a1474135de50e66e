"""`python -m workos_testing new`: what it creates, and which folders it rejects."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from workos_emulator import Emulator
from workos_sync import WorkOS
from workos_testing.__main__ import main
from workos_testing.new_project import TEMPLATES

FRAMEWORKS = [*TEMPLATES]


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_project_is_created(framework: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "My Shop"
    assert main(["new", framework, str(folder)]) == 0
    assert f"files in {folder}" in capsys.readouterr().out
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    assert {"app/__init__.py", "tests/test_app.py", "compose.yaml", ".env.example", ".gitignore", "README.md"} <= set(
        files
    )
    for name, path in files.items():
        assert not re.findall(r"@[A-Z_]+@", path.read_text(encoding="utf-8")), name
    project = tomllib.loads(files["pyproject.toml"].read_text(encoding="utf-8"))["project"]
    assert project["name"] == "my-shop"
    assert f"workos-async[{framework}]" in project["dependencies"]


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_seed_file_and_environment_fit_the_emulator(framework: str, tmp_path: Path) -> None:
    assert main(["new", framework, str(tmp_path)]) == 0
    emulator = Emulator()
    emulator.load(tmp_path / "seed.yaml")
    with WorkOS(emulator.api_key, transport=emulator.transport) as workos:
        emails = {user.email for user in workos.user_management.list_users()}
    assert emails == {"ada@example.com", "bob@example.com"}
    services = yaml.safe_load((tmp_path / "compose.yaml").read_text(encoding="utf-8"))["services"]
    assert services["app"]["network_mode"] == "service:emulator"
    assert f"127.0.0.1:{TEMPLATES[framework].port}:{TEMPLATES[framework].port}" in services["emulator"]["ports"]
    lines = (tmp_path / ".env.example").read_text(encoding="utf-8").splitlines()
    settings = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    assert (settings["WORKOS_API_KEY"], settings["WORKOS_CLIENT_ID"]) == (emulator.api_key, emulator.client_id)
    assert len(settings["WORKOS_COOKIE_PASSWORD"]) >= 32


def test_folder_that_is_not_empty_is_rejected(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert main(["new", "flask", str(tmp_path)]) == 1
    assert capsys.readouterr().err.endswith(f"{tmp_path} is not empty; choose a new or an empty folder\n")
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_file_in_place_of_the_folder_is_rejected(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "shop"
    path.touch()
    assert main(["new", "flask", str(path)]) == 1
    assert f"{path} is not a folder" in capsys.readouterr().err


def test_folder_below_a_file_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    assert main(["new", "flask", str(tmp_path / "file" / "shop")]) == 1
    assert "can't write" in capsys.readouterr().err


def test_unknown_framework_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["new", "rails", str(tmp_path / "shop")])
    assert caught.value.code == 2
    assert "fastapi" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["fastapi", "workos"])
def test_name_of_a_requirement_is_extended(name: str, tmp_path: Path) -> None:
    assert main(["new", "fastapi", str(tmp_path / name)]) == 0
    text = (tmp_path / name / "pyproject.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text)["project"]["name"] == f"{name}-app"
