"""Every public module, class, function, method and class field has a docstring."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("workos_core", "workos_async", "workos_sync")
Class = ast.ClassDef
Function = (ast.FunctionDef, ast.AsyncFunctionDef)


def undocumented(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if not ast.get_docstring(tree):
        yield f"{path.name}: the module"
    for node in tree.body:
        if isinstance(node, Class) and not node.name.startswith("_"):
            if not ast.get_docstring(node):
                yield f"{path.name}:{node.lineno} {node.name}"
            yield from (f"{path.name}:{line} {node.name}.{name}" for line, name in _undocumented_members(node))
        elif isinstance(node, Function) and not node.name.startswith("_") and not _is_documented(node):
            yield f"{path.name}:{node.lineno} {node.name}"


def _undocumented_members(node: Class) -> Iterator[tuple[int, str]]:
    docstring = ast.get_docstring(node) or ""
    for member, following in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(member, Function) and not member.name.startswith("_") and not _is_documented(member):
            yield member.lineno, member.name
        if isinstance(member, ast.AnnAssign) and isinstance(member.target, ast.Name):
            name = member.target.id
            has_docstring = isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
            if not name.startswith("_") and not name.isupper() and not has_docstring and f"{name}:" not in docstring:
                yield member.lineno, name


def _is_documented(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Return whether a function has a docstring, or is an overload, override or setter of one that has."""
    decorators = {ast.unparse(decorator).rpartition(".")[2] for decorator in node.decorator_list}
    return bool(ast.get_docstring(node)) or bool(decorators & {"overload", "override", "setter"})


@pytest.mark.parametrize("package", PACKAGES)
def test_everything_public_has_a_docstring(package: str) -> None:
    files = sorted((ROOT / package).rglob("*.py"))
    assert files
    assert [location for path in files for location in undocumented(path)] == []
