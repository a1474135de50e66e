"""The examples, commands and links of the README."""

import re
from pathlib import Path

import pytest

from workos_emulator import Emulator

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
EXPECTED = ["ada@acme.example\nTrue True\n404 ", "crm-1 Acme Ltd None\n1 ", "[]\n"]


def test_every_snippet_has_an_expected_output() -> None:
    assert len(SNIPPETS) == len(EXPECTED)


@pytest.mark.parametrize(("snippet", "expected"), list(zip(SNIPPETS, EXPECTED, strict=False)))
def test_snippet(
    snippet: str, expected: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    emulator = Emulator()
    with emulator.serve() as url:
        monkeypatch.setenv("WORKOS_BASE_URL", url)
        monkeypatch.setenv("WORKOS_API_KEY", emulator.api_key)
        monkeypatch.setenv("WORKOS_CLIENT_ID", emulator.client_id)
        exec(compile(snippet, "README.md", "exec"), {"__name__": "__main__"})
    assert capsys.readouterr().out.startswith(expected)


def test_first_screen_shows_the_commands_for_the_demo_and_the_tests() -> None:
    first_screen = "\n".join(README.splitlines()[:30])
    for session in ("demo", "tests"):
        command = f"python3 -m venv .venv && .venv/bin/pip install -q nox && .venv/bin/nox -s {session}"
        assert f"\n{command}\n" in first_screen


def test_relative_links_point_to_existing_files() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (Path(__file__).parent.parent / target).exists(), target
