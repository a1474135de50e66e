"""No fixture has the name of a package: a parameter of that name would hide an imported package."""

import ast
from importlib.util import find_spec

from tests.plugin.projects import ROOT

OFFICIAL_SDK = "workos"


def fixture_names() -> list[str]:
    module = ast.parse((ROOT / "workos_testing" / "plugin.py").read_text(encoding="utf-8"))
    return [
        node.name
        for node in module.body
        if isinstance(node, ast.FunctionDef) and any("fixture" in ast.unparse(item) for item in node.decorator_list)
    ]


def test_fixtures_do_not_shadow_packages() -> None:
    names = fixture_names()
    assert len(names) >= 8
    assert [name for name in names if name == OFFICIAL_SDK or find_spec(name) is not None] == []


def test_the_documentation_lists_every_fixture_with_its_type() -> None:
    text = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")
    assert [name for name in fixture_names() if f"| `{name}` | `" not in text] == []
