"""The generated files for the small spec.

After an intended change, run `python -m pytest tests/codegen/test_golden.py --update-golden`.
"""

from pathlib import Path

import pytest

from codegen.lint.runner import lint
from codegen.load.spec_folder import load
from codegen.parse.api import parse
from codegen.render.files import render

GOLDEN = Path(__file__).parent / "golden"
FILES = {
    "workos_core/models/things.py": "models.txt",
    "workos_core/params/things.py": "params.txt",
    "workos_async/resources/things.py": "resource.txt",
    "workos_async/resources/__init__.py": "index.txt",
    "workos_core/rate_limits/documented/limits.py": "limits.txt",
}


@pytest.mark.parametrize("path", FILES)
def test_generated_files(mini: Path, path: str, pytestconfig: pytest.Config) -> None:
    document = load(mini)
    lint(document)
    text = render(parse(document), document.data["x-rate-limits"])[path]
    golden = GOLDEN / FILES[path]
    if pytestconfig.getoption("update_golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text)
    assert text == golden.read_text()
