"""The tests in docs/testing.md pass as they are."""

import re

import pytest

from tests.plugin.projects import ROOT, run

pytest_plugins = ["pytester"]

RUNNABLE = {"test_members", "test_organization", "test_expiry"}


def test_examples_of_the_documentation(project: pytest.Pytester) -> None:
    text = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    examples = [block for block in blocks if RUNNABLE & set(re.findall(r"def (test_\w+)", block))]
    assert len(examples) == len(RUNNABLE)
    project.makepyfile("import pytest\n\n" + "\n\n".join(examples))
    run(project).assert_outcomes(passed=4)  # test_organization runs under asyncio and trio
