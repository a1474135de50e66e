"""Every Python block of every documentation page runs against the emulator."""

from pathlib import Path

import pytest

from tests.docs.blocks import ROOT, blocks, pages
from tests.docs.contexts import context, missing_package
from tests.docs.runner import environment, run_page

# Pages whose blocks run in other tests, which compare their output.
ELSEWHERE = {
    "events.md": "tests/test_docs_lists.py",
    "feature-flags.md": "tests/test_docs_lists.py",
    "pagination.md": "tests/test_docs_lists.py",
    "testing.md": "tests/plugin/test_documentation.py",
    "django.md": "tests/docs/test_django.py",
    "models.md": "tests/docs/test_django.py",
    **{page: "tests/migrate/test_guide.py" for page in pages() if page.startswith("migration/") and blocks(page)},
    **{page: "tests/docs/test_tutorial.py" for page in pages() if any(block.title for block in blocks(page))},
}
PAGES = [page for page in pages() if blocks(page, "python") and page not in ELSEWHERE]


def test_the_tests_of_the_other_pages_exist() -> None:
    for page, test in ELSEWHERE.items():
        assert blocks(page), page
        assert (ROOT / test).is_file(), test


@pytest.mark.parametrize("page", PAGES)
def test_page(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if package := missing_package(page):
        pytest.skip(f"{package} is not installed: nox -s web and nox -s mcp install the frameworks")
    monkeypatch.chdir(tmp_path)  # blocks create files
    with environment() as env, context(page)(env):
        run_page(page, env)
