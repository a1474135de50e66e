"""The workflows: their actions are pinned, they have few permissions, and the nox sessions they run exist."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
if not WORKFLOWS:
    pytest.skip("a source distribution has no .github", allow_module_level=True)
DOCUMENTS: dict[str, Any] = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in WORKFLOWS}
SESSIONS = set(re.findall(r"^def (\w+)\(session", (ROOT / "noxfile.py").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_with_their_version(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert lines
    for line in lines:
        assert re.fullmatch(r"\s+- uses: [\w./-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+", line), line


@pytest.mark.parametrize("name", DOCUMENTS)
def test_only_publishing_has_more_than_read_access(name: str) -> None:
    document = DOCUMENTS[name]
    assert document["permissions"] in ({}, {"contents": "read"})
    for job, definition in document["jobs"].items():
        if (name, job) != ("release", "publish"):
            assert definition.get("permissions", {}) in ({}, {"contents": "read"})


def test_publishing_is_trusted_and_attested() -> None:
    publish = DOCUMENTS["release"]["jobs"]["publish"]
    assert publish["permissions"] == {"id-token": "write", "attestations": "write"}
    assert publish["steps"][-1]["with"] == {"attestations": True}
    assert "secrets." not in (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")


def test_every_system_and_version_is_tested() -> None:
    matrix = DOCUMENTS["tests"]["jobs"]["tests"]["strategy"]["matrix"]
    assert matrix["os"] == ["ubuntu-latest", "macos-latest", "windows-latest"]
    assert matrix["python"] == ["3.11", "3.12", "3.13", "3.14", "3.14t"]


def test_sessions_exist() -> None:
    named = {
        session.partition("-")[0]
        for document in DOCUMENTS.values()
        for job in document["jobs"].values()
        for session in job.get("strategy", {}).get("matrix", {}).get("session", [])
    }
    assert {"official", "docs", "check"} <= named <= SESSIONS
