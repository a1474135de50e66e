"""The blocks of pages for Django, in processes of their own: Django has one configuration per process."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.docs.contexts import REQUIRED_PACKAGES

pytestmark = pytest.mark.skipif(
    any(find_spec(package) is None for page in ("django.md", "models.md") for package in REQUIRED_PACKAGES[page]),
    reason="nox -s web installs the frameworks",
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
