"""The blocks of docs/django.md, in a process of their own: Django has one configuration per process."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.docs.contexts import REQUIRED_PACKAGES

pytestmark = pytest.mark.skipif(
    any(find_spec(package) is None for package in REQUIRED_PACKAGES["django.md"]),
    reason="nox -s web installs the frameworks",
)


def test_page() -> None:
    program = Path(__file__).with_name("django_page.py")
    done = subprocess.run(
        [sys.executable, "-m", "tests.docs.django_page"],
        cwd=program.parents[2],
        env={**os.environ, "PYTHONPATH": str(program.parents[2])},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["303", "403", "user_1"]
