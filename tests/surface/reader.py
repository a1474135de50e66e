"""The public surface as text, one line per name. It is read from the source without imports, so no framework needs to be installed.

The public names of a module are those in `__all__`, or else its definitions without a leading underscore. A name that several modules
export is described at its first occurrence; the others refer to it. Classes that are not exported, but that public names return, have as
attributes or accept as a protocol, are listed at the end as `package…Name`. spec/surface.json lists the generated models and methods, so
models appear here by name only.
"""

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from attrs import field, frozen

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef

PUBLIC_MODULES = (
    "workos_core.errors",
    "workos_core.auth",
    "workos_core.webhooks",
    "workos_core.vault",
    "workos_async",
    "workos_sync",
    "workos_web.*",
    "workos_mcp",
    "workos_emulator",
    "workos_testing",
)
NAMES_ONLY = ("workos_core.models", "workos_core.params")
_GENERATED_FOLDERS = ("workos_core.models", "workos_core.params", "workos_async.resources", "workos_sync.resources")
_INTERNAL = (
    "workos_core.http",
    "workos_core.rate_limits",
    "workos_core.serialization",
    "workos_emulator.storage.objects",
    "workos_emulator.storage.state",
    *(
        f"{client}.{part}"
        for client in ("workos_async", "workos_sync")
        for part in ("_api_requestor", "_concurrency", "_http", "_rate_limiting")
    ),
)
"""Modules whose classes are public only if they are exported or if users implement them."""
_UNLISTED = {"__attrs_post_init__", "__del__", "__dir__", "__post_init__", "__reduce__", "__repr__", "__str__"}
_STRUCTURAL = {"Protocol", "TypedDict", "NamedTuple"}
_CLASS_MAKERS = {"define", "frozen", "mutable", "dataclass"}
_DECORATORS = {"property", "cached_property", "classmethod", "staticmethod", "overload", "abstractmethod", "contextmanager", "asynccontextmanager"}  # fmt: skip


@frozen
class Definition:
    """A name and the statements that define it: several for an overloaded function.

    Attributes:
        module: The defining module.
        name: The name in that module.
        nodes: The statements.
    """

    module: str
    name: str
    nodes: tuple[ast.stmt, ...] = field(eq=False)


class Module:
    """A module in source form.

    Args:
        name: The dotted name.
        path: The file.
    """

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self.is_package = path.name == "__init__.py"
        self._body = ast.parse(path.read_text(encoding="utf-8")).body

    @cached_property
    def definitions(self) -> dict[str, list[ast.stmt]]:
        """The statements that define each top-level name, including imports."""
        found: dict[str, list[ast.stmt]] = {}
        for statement in _flat(self._body):
            for name in _defined_names(statement):
                found.setdefault(name, []).append(statement)
        return found

    @property
    def public_names(self) -> list[str]:
        """The names in `__all__`, or else the definitions without a leading underscore, excluding imports."""
        for statement in self.definitions.get("__all__", ()):
            if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value:
                return sorted(ast.literal_eval(statement.value))
        return sorted(
            name
            for name, statements in self.definitions.items()
            if not name.startswith("_") and not isinstance(statements[-1], ast.Import | ast.ImportFrom)
        )


class Reader:
    """Reads the public surface of the packages in a folder.

    Args:
        root: The folder.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._modules: dict[str, Module | None] = {}
        self._labels: dict[Definition, str] = {}
        self._reachable: dict[Definition, None] = {}

    def lines(self) -> Iterator[str]:
        """Yield the lines of the surface.

        Raises:
            LookupError: A public module exports a name that no source defines.
        """
        modules = list(self._public_modules())
        for module in modules:
            for name in module.public_names:
                self._labels.setdefault(self._find(module, name), f"{module.name}.{name}")
        for module in modules:
            for name in module.public_names:
                definition, label = self._find(module, name), f"{module.name}.{name}"
                if self._labels[definition] == label:
                    yield from self._describe(label, definition)
                else:
                    yield f"{label} = {self._labels[definition]}"
        described: set[Definition] = set()
        while pending := [definition for definition in self._reachable if definition not in described]:
            for definition in pending:
                described.add(definition)
                yield from self._describe(f"{definition.module.partition('.')[0]}…{definition.name}", definition)
        for name in NAMES_ONLY:
            if models := self._module(name):
                yield from (f"{name}.{public}" for public in models.public_names)

    def _public_modules(self) -> Iterator[Module]:
        for name in PUBLIC_MODULES:
            package = name.removesuffix(".*")
            names = [name] if package == name else sorted(_modules_below(self._root / package, package))
            yield from filter(None, map(self._module, names))

    def _module(self, name: str) -> Module | None:
        if name not in self._modules:
            path = self._root / name.replace(".", "/")
            files = [file for file in (path / "__init__.py", path.with_suffix(".py")) if file.is_file()]
            self._modules[name] = Module(name, files[0]) if files else None
        return self._modules[name]

    def _find(self, module: Module, name: str) -> Definition:
        found = self._resolve(module, name)
        if found is None:
            raise LookupError(f"{module.name} exports {name}, which no source defines")
        return found

    def _resolve(self, module: Module, name: str) -> Definition | None:
        """Return the definition of a name, following imports, or None if it is not in our packages."""
        statements = module.definitions.get(name, [])
        if not statements:
            return None
        last = statements[-1]
        if isinstance(last, ast.ImportFrom):
            source = self._module(_absolute(module, last))
            original = next(alias.name for alias in last.names if name in (alias.asname, alias.name))
            return self._resolve(source, original) if source else None
        if isinstance(last, ast.Import):
            return None
        return Definition(module.name, name, tuple(statements))

    def _describe(self, label: str, definition: Definition) -> Iterator[str]:
        module = self._module(definition.module)
        assert module is not None
        for node in _signatures(definition.nodes):
            if isinstance(node, ast.ClassDef):
                yield from self._class(label, module, node)
            elif isinstance(node, Function):
                yield self._function(label, module, node)
            elif isinstance(node, ast.AnnAssign | ast.Assign):
                yield self._value(label, module, node)

    def _class(self, label: str, module: Module, node: ast.ClassDef) -> Iterator[str]:
        decorators = "".join(f"@{ast.unparse(decorator)} " for decorator in node.decorator_list)
        bases, inherited = self._bases(module, node)
        yield f"{label}: {decorators}class({', '.join(bases)})" if bases else f"{label}: {decorators}class"
        members: dict[str, list[str]] = {}
        for owner_module, owner in [*reversed(inherited), (module, node)]:
            members |= self._members(label, owner_module, owner)
        for name in sorted(members):
            yield from members[name]

    def _bases(self, module: Module, node: ast.ClassDef) -> tuple[list[str], list[tuple[Module, ast.ClassDef]]]:
        """Return the bases as text, and the base classes that are not public, nearest first: their members are listed with the class."""
        shown = [ast.unparse(keyword) for keyword in node.keywords]
        inherited: list[tuple[Module, ast.ClassDef]] = []
        names: list[str] = []
        for base in node.bases:
            root = base.value if isinstance(base, ast.Subscript) else base
            found = self._resolve(module, root.id) if isinstance(root, ast.Name) else None
            source = self._module(found.module) if found else None
            if (
                found is None
                or source is None
                or found in self._labels
                or not isinstance(found.nodes[-1], ast.ClassDef)
            ):
                names.append(ast.unparse(base))
                continue
            inherited.append((source, found.nodes[-1]))
            more, further = self._bases(source, found.nodes[-1])
            names += more
            inherited += further
        return list(dict.fromkeys([*names, *shown])), inherited

    def _members(self, label: str, module: Module, node: ast.ClassDef) -> dict[str, list[str]]:
        members: dict[str, list[str]] = {}
        functions: dict[str, list[Function]] = {}
        fields: list[ast.AnnAssign] = []
        for statement in _flat(node.body):
            if isinstance(statement, Function):
                functions.setdefault(statement.name, []).append(statement)
            elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                fields.append(statement)
                members[statement.target.id] = [self._value(f"{label}.{statement.target.id}", module, statement)]
            elif isinstance(statement, ast.Assign):
                members |= {
                    name: [self._value(f"{label}.{name}", module, statement)] for name in _defined_names(statement)
                }
        if "__init__" in functions:
            members |= self._attributes(label, module, functions["__init__"][-1])
        elif _CLASS_MAKERS & {_name_of(decorator) for decorator in node.decorator_list}:
            members["__init__"] = [f"{label}({', '.join(_fields_of_constructor(fields))})"]
        for name, overloads in functions.items():
            shown = label if name == "__init__" else f"{label}.{name}"
            members[name] = [
                self._function(shown, module, node) for node in _signatures(overloads) if isinstance(node, Function)
            ]
            if _is_resource(overloads[-1]):
                members[name] += self._written_methods(shown, module, overloads[-1])
        return {
            name: lines
            for name, lines in members.items()
            if name not in _UNLISTED and (_is_special(name) or not name.startswith("_"))
        }

    def _written_methods(self, label: str, module: Module, function: Function) -> list[str]:
        """Return the methods of a resource client that are not generated: those of its hand-written base classes."""
        found = self._resolve(module, ast.unparse(_unquoted(function.returns))) if function.returns else None
        source = self._module(found.module) if found else None
        if found is None or source is None or not isinstance(found.nodes[-1], ast.ClassDef):
            return []
        lines: list[str] = []
        for owner_module, owner in self._bases(source, found.nodes[-1])[1]:
            if not _is_generated(owner_module.name):
                members = self._members(label, owner_module, owner)
                lines += [line for name in sorted(members) if not _is_special(name) for line in members[name]]
        return lines

    def _attributes(self, label: str, module: Module, function: Function) -> dict[str, list[str]]:
        """Return the public attributes that a constructor sets."""
        arguments = {argument.arg: argument.annotation for argument in _all_arguments(function.args)}
        members: dict[str, list[str]] = {}
        for statement in ast.walk(function):
            if isinstance(statement, ast.AnnAssign):
                targets: list[ast.expr] = [statement.target]
                annotation: ast.expr | None = statement.annotation
            elif isinstance(statement, ast.Assign):
                targets = statement.targets
                annotation = arguments.get(statement.value.id) if isinstance(statement.value, ast.Name) else None
            else:
                continue
            for target in targets:
                if isinstance(target, ast.Attribute) and ast.unparse(target.value) == "self":
                    text = f": {self._annotation(module, annotation)}" if annotation else ": attribute"
                    members[target.attr] = [f"{label}.{target.attr}{text}"]
        return members

    def _function(self, label: str, module: Module, node: Function) -> str:
        decorators = [name for name in map(_name_of, node.decorator_list) if name in _DECORATORS]
        prefix = "".join(f"@{decorator} " for decorator in decorators) + (
            "async " if isinstance(node, ast.AsyncFunctionDef) else ""
        )
        returns = f" -> {self._annotation(module, node.returns)}" if node.returns else ""
        if {"property", "cached_property"} & set(decorators):
            return f"{label}: {prefix}{returns.removeprefix(' ')}"
        if label.rpartition(".")[2] != node.name:  # a constructor, shown as a call of the class
            returns = ""
        return f"{prefix}{label}({', '.join(self._parameters(module, node))}){returns}"

    def _parameters(self, module: Module, node: Function) -> Iterator[str]:
        arguments = node.args
        positional = [*arguments.posonlyargs, *arguments.args]
        defaults = [None] * (len(positional) - len(arguments.defaults)) + arguments.defaults
        for index, (argument, default) in enumerate(zip(positional, defaults, strict=True)):
            if index or argument.arg not in ("self", "cls"):
                yield self._parameter(module, argument, default)
            if index and index + 1 == len(arguments.posonlyargs):
                yield "/"
        if arguments.vararg:
            yield f"*{self._parameter(module, arguments.vararg, None)}"
        elif arguments.kwonlyargs:
            yield "*"
        for argument, keyword_default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
            yield self._parameter(module, argument, keyword_default)
        if arguments.kwarg:
            yield f"**{self._parameter(module, arguments.kwarg, None)}"

    def _parameter(self, module: Module, argument: ast.arg, default: ast.expr | None) -> str:
        annotation = f": {self._annotation(module, argument.annotation, argument=True)}" if argument.annotation else ""
        return f"{argument.arg}{annotation}" + (f" = {ast.unparse(default)}" if default else "")

    def _value(self, label: str, module: Module, node: ast.AnnAssign | ast.Assign) -> str:
        value = f" = {' '.join(ast.unparse(node.value).split())}" if node.value else ""
        if isinstance(node, ast.Assign):
            return f"{label}{value}"
        annotation = self._annotation(module, node.annotation)
        if annotation == "TypeAlias" and node.value:
            value = f" = {self._annotation(module, node.value)}"
        return f"{label}: {annotation}{value}"

    def _annotation(self, module: Module, node: ast.expr, *, argument: bool = False) -> str:
        """Return an annotation as text, without quotes around the whole annotation, and record the classes in it."""
        node = _unquoted(node)
        for part in ast.walk(node):
            if isinstance(part, ast.Name):
                self._reach(self._resolve(module, part.id), argument)
        return ast.unparse(node)

    def _reach(self, definition: Definition | None, argument: bool) -> None:
        """Record a class of our packages that is not exported. The type of an argument is recorded only if users can implement it."""
        if definition is None or definition in self._labels or _is_generated(definition.module):
            return
        node = definition.nodes[-1]
        if isinstance(node, ast.ClassDef):
            bases = {_name_of(base.value if isinstance(base, ast.Subscript) else base) for base in node.bases}
            is_internal = argument or definition.module.startswith(_INTERNAL)
            is_public = not is_internal or bool(bases & _STRUCTURAL)
        else:
            is_public = isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "TypeAlias"
        if is_public:
            self._reachable[definition] = None


def _modules_below(folder: Path, package: str) -> Iterator[str]:
    """Yield the names of the modules and packages in a package, at any depth, without private ones."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if not path.stem.startswith("_") and (path.suffix == ".py" or (path / "__init__.py").is_file()):
            yield f"{package}.{path.stem}"
            yield from _modules_below(path, f"{package}.{path.stem}") if path.is_dir() else ()


def _unquoted(node: ast.expr) -> ast.expr:
    """Return an annotation without quotes around the whole annotation."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return ast.parse(node.value, mode="eval").body
    return node


def _flat(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements of a body, including those inside `if` and `try`, except those hidden from type checkers."""
    for statement in body:
        if isinstance(statement, ast.If):
            is_hidden = ast.unparse(statement.test) == "not TYPE_CHECKING"  # errors for mistakes, and lazy loading
            yield from _flat([*([] if is_hidden else statement.body), *statement.orelse])
        elif isinstance(statement, ast.Try):
            yield from _flat([*statement.body, *statement.orelse, *statement.finalbody])
        else:
            yield statement


def _defined_names(statement: ast.stmt) -> list[str]:
    if isinstance(statement, ast.ClassDef | Function):
        return [statement.name]
    if isinstance(statement, ast.AnnAssign):
        return [statement.target.id] if isinstance(statement.target, ast.Name) else []
    if isinstance(statement, ast.Assign):
        return [target.id for target in statement.targets if isinstance(target, ast.Name)]
    if isinstance(statement, ast.Import | ast.ImportFrom):
        return [alias.asname or alias.name for alias in statement.names]
    return []


def _absolute(module: Module, statement: ast.ImportFrom) -> str:
    if not statement.level:
        return statement.module or ""
    parts = module.name.split(".")
    parts = parts[: len(parts) - statement.level + module.is_package]
    return ".".join([*parts, *filter(None, [statement.module])])


def _signatures(nodes: Iterable[ast.stmt]) -> list[ast.stmt]:
    """Return the definitions of a name that users see: the overloads, or else the getter of a property, or else the last one."""
    listed = list(nodes)
    overloads = [node for node in listed if _decorated(node, "overload")]
    getters = [node for node in listed if _decorated(node, "property")]
    return overloads or getters or listed[-1:]


def _decorated(node: ast.stmt, name: str) -> bool:
    return isinstance(node, Function) and any(_name_of(decorator) == name for decorator in node.decorator_list)


def _name_of(decorator: ast.expr) -> str:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return ast.unparse(called).rpartition(".")[2]


def _is_special(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")


def _is_generated(module: str) -> bool:
    return module.startswith(_GENERATED_FOLDERS)


def _is_resource(function: Function) -> bool:
    return _decorated(function, "cached_property")


def _all_arguments(arguments: ast.arguments) -> list[ast.arg]:
    return [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]


def _fields_of_constructor(fields: list[ast.AnnAssign]) -> Iterator[str]:
    """Yield the constructor arguments of an attrs class or dataclass, in order."""
    for statement in fields:
        options = (
            {keyword.arg for keyword in statement.value.keywords} if isinstance(statement.value, ast.Call) else set()
        )
        text = ast.unparse(statement.value) if statement.value else ""
        if "init=False" not in text.replace(" ", "") and not ast.unparse(statement.annotation).startswith("ClassVar"):
            optional = statement.value is not None and (
                not isinstance(statement.value, ast.Call) or bool(options & {"default", "factory"})
            )
            name = ast.unparse(statement.target).lstrip("_")
            yield f"{name}=…" if optional else name
