"""A small spec that the tests copy and edit."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT))  # codegen is a tool of this repository, not an installed package

Edit = Callable[[str, str], Path]


@pytest.fixture
def mini() -> Path:
    return HERE / "mini"


@pytest.fixture
def edited(tmp_path: Path, mini: Path) -> Edit:
    """Return a function that copies the small spec and replaces one piece of text in its resource file."""

    def edit(old: str, new: str) -> Path:
        folder = tmp_path / "spec"
        shutil.copytree(mini, folder, dirs_exist_ok=True)
        path = folder / "resources" / "things.yaml"
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))
        return folder

    return edit
