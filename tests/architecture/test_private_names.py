"""The packages use no private name of another library, except those of a list that says what happens without them."""

import ast
import re
from pathlib import Path

from tests.support.private_names import PRIVATE_NAMES, PUBLIC

ROOT = Path(__file__).parent.parent.parent
PACKAGES = (
    "workos_core",
    "workos_async",
    "workos_web",
    "workos_mcp",
    "workos_migrate",
    "workos_emulator",
    "workos_testing",
    "codegen/sync_overrides",
)
PRIVATE = re.compile("_[a-z][a-z0-9_]*")
DYNAMIC = {"getattr", "hasattr", "setattr", "delattr"}


def sources(root: Path) -> dict[str, ast.Module]:
    return {
        path.relative_to(root).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for package in PACKAGES
        for path in sorted((root / package).rglob("*.py"))
    }


def defined(tree: ast.Module) -> set[str]:
    """Return the names that a module defines: functions, classes, variables, and attributes of `self`."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.alias):
            names.add((node.asname or node.name).rpartition(".")[2])
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and _is_self(node.value):
            names.add(node.attr)
    return names


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in ("self", "cls")


def used(tree: ast.Module, own: set[str]) -> set[str]:
    """Return the private names of other libraries that a module uses: attributes, and strings that name attributes."""
    names: set[str] = set()
    strings: list[ast.expr] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and PRIVATE.fullmatch(node.attr) and node.attr not in own:
            names.add(node.attr)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in DYNAMIC:
            strings += [] if node.args[0:1] and _is_self(node.args[0]) and node.func.id == "getattr" else node.args
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple):
            is_slots = isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__slots__"
            strings += [] if is_slots else node.value.elts
        elif isinstance(node, ast.Tuple) and len(node.elts) == 3:  # package, class, method
            strings.append(node.elts[2])
    values = {each.value for each in strings if isinstance(each, ast.Constant) and isinstance(each.value, str)}
    return names | {value for value in values if PRIVATE.fullmatch(value)}


def found(root: Path) -> set[tuple[str, str]]:
    trees = sources(root)
    own = set[str]().union(*(defined(tree) for tree in trees.values()))
    return {(path, name) for path, tree in trees.items() for name in used(tree, own)}


def test_private_names_of_other_libraries_are_found(tmp_path: Path) -> None:
    module = tmp_path / "workos_core" / "module.py"
    module.parent.mkdir()
    module.write_text('class A:\n    _own = 1\n\ndef f(x):\n    x._own\n    x._foreign\n    getattr(x, "_other")\n')
    assert found(tmp_path) == {("workos_core/module.py", "_foreign"), ("workos_core/module.py", "_other")}


def test_every_private_name_of_another_library_is_listed() -> None:
    listed = {(module, each.name) for each in PRIVATE_NAMES for module in each.modules}
    assert found(ROOT) - PUBLIC - listed == set()


def test_every_listed_name_is_used() -> None:
    for each in PRIVATE_NAMES:
        assert each.without
        for module in each.modules:
            assert re.search(rf"\b{each.name}\b", (ROOT / module).read_text(encoding="utf-8")), each
