"""The public names of the packages, read from their source without importing them."""

import ast
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class PublicName:
    """A name that a package exports.

    Attributes:
        name: The name.
        path: The dotted path of its definition.
    """

    name: str
    path: str


def exports(package: str) -> list[PublicName]:
    """Return the public names of a package or module, in the order of the source.

    A facade imports its names under `TYPE_CHECKING`. Another module lists them in `__all__`, or defines them.
    """
    tree = ast.parse(module_file(package).read_text(encoding="utf-8"))
    guarded = [node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    imports = [node for block in guarded for node in block.body if isinstance(node, ast.ImportFrom) and node.module]
    listed = _all_names(tree)
    names = [
        PublicName(alias.name, f"{node.module}.{alias.name}")
        for node in imports
        for alias in node.names
        if alias.asname == alias.name or alias.name in listed
    ]
    found = {name.name for name in names}
    return [
        *names,
        *(PublicName(name, f"{package}.{name}") for name in listed or definitions(package) if name not in found),
    ]


def _all_names(tree: ast.Module) -> list[str]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == ["__all__"]:
            value: list[str] = ast.literal_eval(node.value)
            return value
    return []


def definitions(module: str) -> list[str]:
    """Return the names of the public classes and functions that a module defines, in the order of the source."""
    tree = ast.parse(module_file(module).read_text(encoding="utf-8"))
    kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return [node.name for node in tree.body if isinstance(node, kinds) and not node.name.startswith("_")]


def submodules(package: str) -> list[str]:
    """Return the names of the public modules of a package, sorted."""
    folder = ROOT / package.replace(".", "/")
    return sorted(path.stem for path in folder.glob("*.py") if not path.stem.startswith("_"))


def first_line(module: str) -> str:
    """Return the first line of the docstring of a module."""
    docstring = ast.get_docstring(ast.parse(module_file(module).read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0]


def module_file(module: str) -> Path:
    """Return the file of a module or package."""
    path = ROOT / module.replace(".", "/")
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
