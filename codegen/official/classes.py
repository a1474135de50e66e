"""The classes of one version of the official SDK: enums with their values, and models."""

import ast
from pathlib import Path
from typing import Any

from attrs import Factory, define


@define
class OfficialClasses:
    """The classes of the official SDK.

    Attributes:
        enums: Enum → member → value.
        models: Model → the event type that it is for, or an empty text.
        aliases: Other name of an enum or a model → its name.
    """

    enums: dict[str, dict[str, str]] = Factory(dict)
    models: dict[str, str] = Factory(dict)
    aliases: dict[str, str] = Factory(dict)

    def add(self, package: Path) -> None:
        """Add the classes of a version; they replace those of versions that were added before.

        Args:
            package: The folder of the package `workos`.
        """
        for module in sorted(package.rglob("models/*.py")):
            for node in ast.parse(module.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.ClassDef):
                    if any(ast.unparse(base) == "Enum" for base in node.bases):
                        self.enums.setdefault(node.name, {}).update(_members(node))
                    else:
                        self.models[node.name] = _event_type(node)
                elif isinstance(node, ast.Assign | ast.AnnAssign) and (alias := _alias(node)):
                    self.models.setdefault(alias, "")
                    if isinstance(node.value, ast.Name):
                        self.aliases[alias] = node.value.id

    def as_json(self) -> dict[str, Any]:
        """Return the classes, sorted."""
        return {
            "enums": dict(sorted(self.enums.items())),
            "models": dict(sorted(self.models.items())),
            "aliases": dict(sorted(self.aliases.items())),
        }

    def resolve(self, name: str) -> str:
        """Return the name of the enum or model that an alias means."""
        seen: set[str] = set()
        while name in self.aliases and name not in seen:
            seen.add(name)
            name = self.aliases[name]
        return name


def _alias(node: ast.Assign | ast.AnnAssign) -> str:
    """Return the name of `Name = OtherModel` or `Name: TypeAlias = OtherModel`; empty for other assignments."""
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    is_alias = isinstance(target, ast.Name) and isinstance(node.value, ast.Name | ast.BinOp | ast.Subscript)
    return target.id if is_alias and isinstance(target, ast.Name) and target.id[:1].isupper() else ""


def _members(node: ast.ClassDef) -> dict[str, str]:
    return {
        ast.unparse(item.targets[0]): str(item.value.value)
        for item in node.body
        if isinstance(item, ast.Assign) and isinstance(item.value, ast.Constant)
    }


def _event_type(node: ast.ClassDef) -> str:
    """Return the value of `event: Literal["user.created"]`."""
    for item in node.body:
        if isinstance(item, ast.AnnAssign) and ast.unparse(item.target) == "event":
            annotation = item.annotation
            if isinstance(annotation, ast.Subscript) and isinstance(annotation.slice, ast.Constant):
                return str(annotation.slice.value)
    return ""
