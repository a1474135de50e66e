"""Every Python block of every documentation page runs against the emulator."""

import importlib.util
from pathlib import Path

import pytest

from tests.docs.blocks import blocks, pages
from tests.docs.contexts import REQUIRED_PACKAGES, context
from tests.docs.runner import environment, run_page

# Pages whose blocks run in other tests, which compare their output.
ELSEWHERE = {
    "events.md": "tests/test_docs_lists.py",
    "feature-flags.md": "tests/test_docs_lists.py",
    "pagination.md": "tests/test_docs_lists.py",
    "testing.md": "tests/plugin/test_documentation.py",
    "django.md": "tests/docs/test_django.py",
    **{page: "tests/docs/test_tutorial.py" for page in pages() if any(block.title for block in blocks(page))},
}
PAGES = [page for page in pages() if blocks(page, "python") and page not in ELSEWHERE]


@pytest.mark.parametrize("page", PAGES)
def test_page(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for package in REQUIRED_PACKAGES.get(page, ()):
        if importlib.util.find_spec(package) is None:
            pytest.skip(f"{package} is not installed: nox -s web installs the frameworks")
    monkeypatch.chdir(tmp_path)  # blocks create files
    with environment() as env, context(page)(env):
        run_page(page, env)
