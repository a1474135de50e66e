"""docs/errors.md names every exception class, and shows the class tree."""

import re
from pathlib import Path

import workos_core.errors
from workos_core.errors import WorkOSError

PAGE = (Path(__file__).parent.parent / "docs" / "errors.md").read_text()


def test_the_page_names_every_class() -> None:
    classes = {
        name
        for name, value in vars(workos_core.errors).items()
        if isinstance(value, type) and issubclass(value, WorkOSError) and not name.startswith("_")
    }
    assert len(classes) > 30
    named = set(re.findall(r"`([A-Za-z]+Error)`", PAGE))
    assert classes <= named


def test_the_indentation_of_the_table_is_that_of_the_class_tree() -> None:
    rows = re.findall(r"^\| ((?:&nbsp;)*)(↳ )?`(\w+)`", PAGE, re.MULTILINE)
    assert len(rows) > 20
    parents: list[type] = []
    for spaces, arrow, name in rows:
        depth = spaces.count("&nbsp;") // 2 + bool(arrow)
        cls: type = getattr(workos_core.errors, name)
        del parents[depth:]
        assert issubclass(cls, parents[-1] if parents else WorkOSError)
        parents.append(cls)
