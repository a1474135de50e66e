"""The blocks of pages for Django, in processes of their own: Django has one configuration per process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.contexts import missing_package

pytestmark = pytest.mark.skipif(
    any(missing_package(page) for page in ("django.md", "models.md")), reason="nox -s web installs the frameworks"
)


@pytest.mark.parametrize(
    ("page", "printed"),
    [("django.md", ["303", "403", "user_1"]), ("models.md", ["Example"] * 4)],
)
def test_page(page: str, printed: list[str]) -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-m", "tests.docs.django_page", page],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == printed
