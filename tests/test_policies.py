"""The policies: the versions that SECURITY.md and the classifiers name, and the templates of issues and pull requests."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from workos_core.errors import WorkOSDeprecationWarning
from workos_core.version import VERSION

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / ".github" / "ISSUE_TEMPLATE"
if not TEMPLATES.exists():
    pytest.skip("a source distribution has no .github", allow_module_level=True)
FORMS = sorted(path for path in TEMPLATES.glob("*.yml") if path.name != "config.yml")
FIELD_TYPES = {"checkboxes", "dropdown", "input", "markdown", "textarea"}


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_issue_form(path: Path) -> None:
    form: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert form.keys() == {"name", "description", "labels", "body"}
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert {field["type"] for field in form["body"]} <= FIELD_TYPES
    assert len({field["id"] for field in fields}) == len(fields)
    assert all(field["attributes"]["label"] for field in fields)
    assert any(field.get("validations", {}).get("required") for field in fields)


def test_the_bug_report_asks_for_the_current_version() -> None:
    assert f"workos-async {VERSION}," in (TEMPLATES / "bug.yml").read_text(encoding="utf-8")


def test_vulnerabilities_are_reported_in_private() -> None:
    config = yaml.safe_load((TEMPLATES / "config.yml").read_text(encoding="utf-8"))
    urls = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["urls"]
    report = f"{urls['Repository']}/security/advisories/new"
    assert report in {link["url"] for link in config["contact_links"]}
    assert report in (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def test_commands_of_the_pull_request_template_exist() -> None:
    text = (ROOT / ".github" / "pull_request_template.md").read_text(encoding="utf-8")
    sessions = re.findall(r"^def (\w+)\(session", (ROOT / "noxfile.py").read_text(encoding="utf-8"), re.MULTILINE)
    named = [name for command in re.findall(r"nox -s ([\w ]+)", text) for name in command.split()]
    assert named
    assert set(named) <= set(sessions)


def test_the_policy_names_the_warning() -> None:
    page = (ROOT / "docs" / "versioning.md").read_text(encoding="utf-8")
    assert f"error::{WorkOSDeprecationWarning.__module__}.{WorkOSDeprecationWarning.__name__}" in page


def test_the_changelog_has_a_section_for_the_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## \[(.+?)\]", text, re.MULTILINE)
    assert versions[:2] == ["Unreleased", VERSION]
    assert set(versions) == set(re.findall(r"^\[(.+?)\]: https://", text, re.MULTILINE))
    kinds = set(re.findall(r"^### (.+)$", text, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_changelog_names_existing_files() -> None:
    named = re.findall(r"\b(docs/[\w/.-]+\.md)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    assert len(named) > 10
    assert [name for name in named if not (ROOT / name).exists()] == []
