"""The import graph of packages, derived from their source, and rules for its edges."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from attrs import define, field, frozen

_CHAIN = re.compile(r"\{([^}]*)\}|([\w.]+)")


@frozen
class Import:
    """An import that is executed at run time.

    Attributes:
        importer: The module that imports.
        imported: The imported module.
        path: The file of the importer, relative to the root.
        line: The line of the import, counted from 1.
    """

    importer: str
    imported: str
    path: Path
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.importer} → {self.imported}"


@define
class ImportGraph:
    """The modules of some packages and their imports of one another.

    Imports inside functions count, as do literal arguments of `import_module`. Imports under `if TYPE_CHECKING` don't.

    Attributes:
        modules: The file of every module, relative to the root, by dotted name. The `__init__.py` of a package has the name of the package.
        imports: The imports, in the order of files and lines.
    """

    modules: dict[str, Path] = field(factory=dict)
    imports: list[Import] = field(factory=list)

    @classmethod
    def read(cls, root: Path, packages: Sequence[str], overrides: Mapping[str, str] | None = None) -> "ImportGraph":
        """Read packages from their source.

        Args:
            root: The folder that contains the packages.
            packages: The names of the packages. A missing package has no modules.
            overrides: The package to which the modules below a folder belong, by folder. Each replaces the module at the same relative path.
        """
        graph = cls()
        overrides = overrides or {}
        for package in packages:
            for path in sorted((root / package).rglob("*.py")):
                relative = path.relative_to(root)
                if not any(relative.is_relative_to(folder) for folder in overrides):
                    graph.modules[_module_name(relative)] = relative
        for folder, package in overrides.items():
            for path in sorted((root / folder).rglob("*.py")):
                graph.modules[_module_name(package / path.relative_to(root / folder))] = path.relative_to(root)
        for module, path in graph.modules.items():
            reader = _ImportReader(graph.modules, module, path)
            reader.visit(ast.parse((root / path).read_text(encoding="utf-8")))
            graph.imports += reader.imports
        return graph

    def cycles(self) -> list[list[Import]]:
        """Return one import cycle for each group of modules that import one another."""
        outgoing: dict[str, list[Import]] = {module: [] for module in self.modules}
        for edge in self.imports:
            outgoing[edge.importer].append(edge)
        cycles: list[list[Import]] = []
        in_cycles: set[str] = set()
        for module in self.modules:
            if module not in in_cycles and (cycle := _shortest_cycle(outgoing, module)):
                cycles.append(cycle)
                in_cycles.update(edge.importer for edge in cycle)
        return cycles


def _module_name(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


class _ImportReader(ast.NodeVisitor):
    def __init__(self, modules: Mapping[str, Path], module: str, path: Path) -> None:
        self.imports: list[Import] = []
        self._modules = modules
        self._module = module
        self._path = path

    def visit_If(self, node: ast.If) -> None:
        test = ast.unparse(node.test).removeprefix("typing.")
        for statement in node.orelse if test == "TYPE_CHECKING" else [*node.body, *node.orelse]:
            self.visit(statement)

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            self._add(alias.name, node.lineno)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        base = node.module or ""
        if node.level:
            package = self._module if self._path.name == "__init__.py" else self._module.rpartition(".")[0]
            parts = package.split(".")
            base = ".".join([*parts[: len(parts) - node.level + 1], *filter(None, [node.module])])
        for alias in node.names:
            submodule = f"{base}.{alias.name}"
            self._add(submodule if submodule in self._modules else base, node.lineno)

    def visit_Call(self, node: ast.Call) -> None:
        if ast.unparse(node.func).rpartition(".")[2] == "import_module" and node.args:
            name = node.args[0]
            if isinstance(name, ast.Constant) and isinstance(name.value, str):
                self._add(name.value, node.lineno)
        self.generic_visit(node)

    def _add(self, imported: str, line: int) -> None:
        edge = Import(self._module, imported, self._path, line)
        if imported in self._modules and imported != self._module and edge not in self.imports:
            self.imports.append(edge)


def _shortest_cycle(outgoing: Mapping[str, list[Import]], start: str) -> list[Import]:
    paths: dict[str, list[Import]] = {start: []}
    queue = [start]
    for module in queue:  # grows while it is read: a breadth-first search
        for edge in outgoing[module]:
            path = [*paths[module], edge]
            if edge.imported == start:
                return path
            if edge.imported not in paths:
                paths[edge.imported] = path
                queue.append(edge.imported)
    return []


class LayerRules:
    """The layers of a package, and which layers each may import.

    A layer is a module or a folder with everything inside it. A part of a layer that has a rule (`auth.tokens`) is a layer as well, and may
    also import what the whole layer may import. Modules of one layer may import one another.

    Args:
        package: The name of the package; empty if the layers are packages.
        text: Chains such as `a → {b, c} → d`, one per line: each layer may import every layer to its right, and transitively what that layer may import.
    """

    def __init__(self, package: str, text: str) -> None:
        self.package = package
        self._allowed: dict[str, set[str]] = {}
        for line in text.strip().splitlines():
            groups = [
                (group or name).replace(" ", "").split(",")
                for group, name in (match.groups() for match in _CHAIN.finditer(line))
            ]
            for left in [*groups[0], *(name for group in groups[1:] for name in group)]:
                self._allowed.setdefault(left, set())
            for importers, imported in pairwise(groups):
                for importer in importers:
                    self._allowed[importer].update(imported)
        for _ in self._allowed:  # repeats until the allowed layers are transitive
            for targets in self._allowed.values():
                targets.update(*(self._allowed[target] for target in list(targets)))

    def layer_of(self, module: str) -> str | None:
        """Return the innermost layer that contains a module, or None."""
        relative = module.removeprefix(f"{self.package}.") if self.package else module
        while relative and relative not in self._allowed:
            relative = relative.rpartition(".")[0]
        return relative or None

    def allows(self, importer: str, imported: str) -> bool:
        """Return whether one layer may import another."""
        if imported in self._allowed[importer] or importer == imported:
            return True
        whole = importer.rpartition(".")[0]
        return bool(whole) and imported in self._allowed.get(whole, ())

    def violations(self, graph: ImportGraph) -> Iterator[str]:
        """Yield a message for every module without a layer, and for every import that no rule allows."""
        for module, path in graph.modules.items():
            if self._covers(module) and self.layer_of(module) is None:
                yield f"{path}: {module} is in no layer of {self.package}; add it to the rules or move it"
        for edge in graph.imports:
            if self._covers(edge.importer) and self._covers(edge.imported):
                importer, imported = self.layer_of(edge.importer), self.layer_of(edge.imported)
                if importer and imported and not self.allows(importer, imported):
                    allowed = ", ".join(sorted(self._allowed[importer])) or "no other layer"
                    yield f"{edge}: {importer} may import {allowed}; not {imported}"

    def _covers(self, module: str) -> bool:
        return module.startswith(f"{self.package}.") if self.package else True
