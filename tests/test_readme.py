"""The examples, commands and links of the README."""

import re
import tomllib
from pathlib import Path

import pytest

from workos_emulator import Emulator

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
URLS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["urls"]
SNIPPETS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
EXPECTED = ["ada@acme.example\n", "crm-1 Acme Ltd None\n1 ", "[]\n"]


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


def test_commands_for_contributors() -> None:
    for session in ("demo", "tests"):
        command = f"python3 -m venv .venv && .venv/bin/pip install -q nox && .venv/bin/nox -s {session}"
        assert README.count(f"\n{command}\n") == 1


def test_first_screen_shows_what_it_is_and_how_to_install_it() -> None:
    first_screen = "\n".join(README.splitlines()[:10])
    assert "not an official WorkOS product" in first_screen
    assert "\npip install workos-async\n" in first_screen


def test_links_are_absolute() -> None:
    """PyPI shows the README without the files next to it."""
    targets = re.findall(r"\]\(([^)]+)\)", README)
    assert len(targets) > 20
    assert [target for target in targets if not target.startswith("https://")] == []


def test_links_to_the_repository_lead_to_existing_files_and_headings() -> None:
    found = re.findall(rf"\]\({re.escape(URLS['Repository'])}/(blob|tree)/main/([^)#]+)(?:#([^)]+))?\)", README)
    assert len(found) > 20
    for kind, path, heading in found:
        assert (ROOT / path).is_dir() if kind == "tree" else (ROOT / path).is_file(), path
        if heading:
            headings = re.findall(r"^#+ (.+)$", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in {re.sub(r"[^\w -]", "", text.lower()).replace(" ", "-") for text in headings}, heading


def test_addresses_are_those_of_the_project() -> None:
    """pyproject.toml defines the addresses; the README and the pages repeat them."""
    names = ("SECURITY.md", "CODE_OF_CONDUCT.md", "docs/**/*.md", ".github/**/*.yml")
    paths = [path for name in names for path in ROOT.glob(name)]
    assert len(paths) > 30
    for text in [README, *(path.read_text(encoding="utf-8") for path in paths)]:
        for url in re.findall(r"https://(?:github\.com/workos-async|workos-async\.)[^\s)`>]*", text):
            assert url.startswith((URLS["Repository"], URLS["Documentation"])), url
