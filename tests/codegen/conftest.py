"""A small spec that the tests copy and edit."""

import hashlib
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT))  # codegen is a tool of this repository, not an installed package

Edit = Callable[[str, str], Path]


@pytest.fixture(autouse=True, scope="session")
def _validate_each_document_once() -> Iterator[None]:
    """Remember what the validator finds in a document: it takes half of the time of the generator."""
    from codegen.lint import standard

    validator: Any = standard.OpenAPIV31SpecValidator
    found: dict[str, list[Any]] = {}

    class Remembering:
        def __init__(self, data: Any) -> None:
            self._data = data

        def iter_errors(self) -> list[Any]:
            key = hashlib.sha256(json.dumps(self._data).encode()).hexdigest()
            if key not in found:
                found[key] = list(validator(self._data).iter_errors())
            return found[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(standard, "OpenAPIV31SpecValidator", Remembering)
        yield


@pytest.fixture(scope="session")
def generated() -> dict[str, bytes]:
    """The files that are generated for this project."""
    from codegen import output

    return output.generate(ROOT / "spec", ROOT)


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
