"""The blocks in other languages than Python, and the commands, extras and sessions that pages name."""

import importlib.util
import re
import shlex
import shutil
import tomllib
from pathlib import Path

import pytest

from tests.docs.blocks import DOCS, ROOT, Block, blocks, pages
from tests.plugin.projects import run
from workos_emulator import Emulator

pytest_plugins = ["pytester"]
LANGUAGES = {
    *("python", "console", "sh", "powershell", "js", "yaml", "toml", "html", "text", "json", "nginx", "dockerfile"),
    "",
}
ALL = [block for page in pages() for block in blocks(page)]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NEW_FILES = {"spec/resources/pets.yaml"}
"""Files that the reader of a page creates."""
TEXTS = {page: (DOCS / page).read_text(encoding="utf-8") for page in pages()} | {
    "../README.md": (ROOT / "README.md").read_text(encoding="utf-8")
}


def of(language: str) -> list[Block]:
    return [block for block in ALL if block.language == language]


def test_blocks_have_a_known_language() -> None:
    assert [block for block in ALL if block.language not in LANGUAGES] == []


def test_seed_files_load(tmp_path: Path) -> None:
    # tests/codegen applies the blocks of regenerating.md to the spec; a block with services is a compose file.
    seeds = [
        block for block in of("yaml") if block.page != "regenerating.md" and not block.text.startswith("services:")
    ]
    assert seeds
    for number, block in enumerate(seeds):
        file = tmp_path / f"{number}.yaml"
        file.write_text(block.text, encoding="utf-8")
        with Emulator() as emulator:
            empty = emulator.snapshot()
            emulator.load(file)
            assert emulator.snapshot() != empty


def test_toml_blocks_are_settings_of_pytest(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """pytest accepts them: with a strict configuration, it rejects unknown settings and warnings that don't exist."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    for block in of("toml"):
        pytester.makepyprojecttoml(f'{block.text}asyncio_default_fixture_loop_scope = "function"\n')
        pytester.mkdir("tests").joinpath("seed.yaml").write_text("organizations: []\n", encoding="utf-8")
        pytester.makepyfile("def test_organization(workos_factory): workos_factory.organization()")
        run(pytester, "--strict-config").assert_outcomes(passed=1)
        shutil.rmtree(pytester.path / "tests")


def test_html_forms_lead_to_the_sign_in_routes() -> None:
    for block in of("html"):
        assert re.findall(r'action="([^"]+)"', block.text) == ["/logout"]


def test_extras_exist() -> None:
    extras = PROJECT["optional-dependencies"]
    named = {
        extra
        for text in TEXTS.values()
        for group in re.findall(r"workos-async\[([\w,-]+)\]", text)
        for extra in group.split(",")
    }
    assert len(named) > 5
    assert named <= {*extras, "migrate"}


def test_nox_sessions_exist() -> None:
    sessions = set(re.findall(r"^def (\w+)\(session", (ROOT / "noxfile.py").read_text(encoding="utf-8"), re.MULTILINE))
    named = {name for text in TEXTS.values() for name in re.findall(r"nox -s (\w+)", text)}
    assert named <= sessions


def test_modules_that_pages_run_exist() -> None:
    named = {name for text in TEXTS.values() for name in re.findall(r"python3? -m ([\w.]+)", text)}
    assert named > {"codegen", "examples.fastapi_app"}
    external = {"pytest", "venv", "pip", "uvicorn", "json"}
    missing = [name for name in named - external if importlib.util.find_spec(name) is None]
    assert missing == []


@pytest.mark.parametrize("command", ["serve", "seed", "replay", "coverage"])
def test_options_of_the_emulator_exist(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every `workos-emulator …` line of a page uses options that the command has."""
    from workos_emulator.cli.main import main

    with pytest.raises(SystemExit):
        main([command, "--help"])
    options = set(re.findall(r"--[\w-]+", capsys.readouterr().out))
    for page, text in TEXTS.items():
        for line in re.findall(rf"workos-emulator {command}([^\n`|]*)", text):
            used = {word.partition("=")[0] for word in shlex.split(line, comments=True) if word.startswith("--")}
            assert used <= options, page


def test_paths_that_pages_name_exist() -> None:
    for page, text in TEXTS.items():
        for name in re.findall(r"`((?:tests|examples|benchmarks|spec|workos_\w+)/[\w./-]+)`", text):
            assert (ROOT / name).exists() or name in NEW_FILES, f"{page}: {name}"
