"""A program: its modules, and what they import from one another."""

from collections.abc import Iterable, Set
from pathlib import Path

import libcst as cst
from attrs import frozen

from workos_migrate.inference import Inference, instance_of, is_official
from workos_migrate.kinds import Awaitable, Client, Function, Kind, Module, OfficialModule, OfficialName, Variant
from workos_migrate.official import Tables
from workos_migrate.scopes import dotted


@frozen
class ParsedFile:
    """A file of the program."""

    path: Path
    module: cst.Module
    name: str


class Project:
    """The modules of a program. Kinds cross module boundaries through imports, pytest fixtures and Django settings.

    Args:
        files: The files.
        packages: The dotted names of the folders that are packages.
        official: The tables of the official SDK.
        version: The version of the official SDK that the program uses.

    Attributes:
        uses_official: Whether any module imports the official SDK.
    """

    def __init__(
        self, files: Iterable[ParsedFile], packages: Set[str], official: Tables, version: tuple[int, ...]
    ) -> None:
        self._packages = packages
        self.official = official
        self.version = version
        self.modules: dict[Path, Inference] = {
            file.path: Inference(file.module, file.name, file.path.stem == "__init__", self, official, version)
            for file in files
        }
        self.uses_official: bool = any(
            source.how in ("import", "module") and is_official(source.module)
            for inference in self.modules.values()
            for scope in {inference.reader.module_scope, *inference.reader.inner_scopes.values()}
            for sources in scope.bindings.values()
            for source in sources
        )
        self._classes = {
            node: inference
            for inference in self.modules.values()
            for node in inference.reader.inner_scopes
            if isinstance(node, cst.ClassDef)
        }
        self._state_names = self._find_state_names()

    def imported(self, importer: Inference, module: str, name: str) -> Kind:
        """Return the kind of a name that a module imports."""
        absolute = _absolute(importer, module)
        if is_official(module):
            if name.islower() and name not in _FUNCTIONS:
                return OfficialModule(f"{absolute}.{name}")
            return OfficialName(name, absolute)
        if absolute == "django.conf" and name == "settings":
            return Module("settings")
        target = self.module(absolute, importer)
        if target is not None and name in target.reader.module_scope.bindings:
            return target.exported(name)
        submodule = f"{absolute}.{name}" if absolute else name
        return Module(submodule) if self.module(submodule, importer) is not None else None

    def alias(self, importer: Inference, module: str, name: str) -> Kind:
        """Return the kind of the values of a type alias that a module imports."""
        target = self.module(_absolute(importer, module), importer)
        sources = target.reader.module_scope.bindings.get(name, []) if target is not None else []
        if target is None or not sources or sources[-1].how != "value":
            return None
        return target.annotation(sources[-1].node)

    def attribute(self, class_: cst.ClassDef, name: str) -> Kind:
        """Return the kind of an attribute of the instances of a class of the program."""
        inference = self._classes.get(class_)
        return inference.attribute_of(class_, name) if inference is not None else None

    def fixture(self, inference: Inference, name: str) -> Kind:
        """Return the kind of a pytest fixture that a parameter without an annotation refers to."""
        for candidate in (inference, *(item for item in self.modules.values() if _last(item) == "conftest")):
            for source in candidate.reader.module_scope.bindings.get(name, []):
                if isinstance(source.node, cst.FunctionDef) and _is_fixture(source.node):
                    kind = candidate.exported(name)
                    returned = kind.returns if isinstance(kind, Function) else None
                    return returned.kind if isinstance(returned, Awaitable) else returned
        return None

    def state(self, full: str) -> Kind:
        """Return the kind of a dotted name that is assigned under another prefix: `request.app.state.workos`, `g.workos`."""
        for name, inference in self._state_names.items():
            tail = name.partition(".")[2] if name.partition(".")[2].startswith("state.") else name
            if full == name or full.endswith(f".{tail}"):
                return inference.exported(name)
        return None

    def variants(self) -> set[Variant]:
        """Return the variants of the clients that the program creates or mentions."""
        return set[Variant]().union(*(self.variants_of(inference) for inference in self.modules.values()))

    def variants_of(self, inference: Inference) -> set[Variant]:
        """Return the variants of the clients that a module creates or mentions."""
        found: set[Variant] = set()
        for node in inference.reader.nodes:
            if isinstance(node, cst.Name | cst.Attribute):
                kind = inference.kind_of(node)
                kind = instance_of(kind) if isinstance(kind, OfficialName) else kind
                if isinstance(kind, Client):
                    found.add(kind.variant)
        return found

    def _find_state_names(self) -> dict[str, Inference]:
        return {
            name: inference
            for inference in self.modules.values()
            for name in inference.reader.module_scope.bindings
            if ".state." in f".{name.partition('.')[2]}" or name.startswith("g.")
        }

    def module(self, name: str, importer: Inference) -> Inference | None:
        """Return the module that another one imports by a name, or None if several could be meant."""
        if not name:
            return None
        ranked = [
            (self._rank(item.name.removesuffix(name).rstrip("."), importer), item)
            for item in self.modules.values()
            if f".{item.name}".endswith(f".{name}")
        ]
        best = max((rank for rank, _ in ranked), default=None)
        candidates = [item for rank, item in ranked if rank == best]
        return candidates[0] if len(candidates) == 1 else None

    def _rank(self, folder: str, importer: Inference) -> tuple[bool, bool, int]:
        """Return how likely a module imports others from a folder. Python imports from no package, and mostly from a folder above."""
        common = 0
        for one, other in zip(folder.split("."), importer.name.split("."), strict=False):
            if one != other:
                break
            common += 1
        return folder not in self._packages, common == len(folder.split(".")), common


_FUNCTIONS = {
    "create_public_client",
    "seal_data",
    "seal_session_from_auth_response",
    "unseal_data",
    "verify_event",
    "verify_header",
}


def _absolute(importer: Inference, module: str) -> str:
    """Return the absolute name of a module that is imported with leading dots."""
    relative = module.lstrip(".")
    level = len(module) - len(relative)
    if not level:
        return module
    package = importer.name.split(".")
    if not importer.is_package:
        package = package[:-1]
    package = package[: len(package) - level + 1]
    return ".".join([*package, *([relative] if relative else [])])


def _last(inference: Inference) -> str:
    return inference.name.rpartition(".")[2]


def _is_fixture(node: cst.FunctionDef) -> bool:
    for decorator in node.decorators:
        expression = decorator.decorator
        function = expression.func if isinstance(expression, cst.Call) else expression
        if dotted(function).rpartition(".")[2] == "fixture":
            return True
    return False
