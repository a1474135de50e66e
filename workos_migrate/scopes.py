"""The scopes of a module: which names are bound where, and to what."""

from collections.abc import Iterator
from typing import Literal, TypeAlias

import libcst as cst
from attrs import define, field, frozen

ScopeKind: TypeAlias = Literal["module", "class", "function", "comprehension"]


@frozen
class Source:
    """What a name is bound to.

    Attributes:
        how: `value` is an assigned expression, `enter` the result of entering a context manager, `item` an item of an iterable, `except` a
            caught error, `parameter`, `annotation`, `function` and `class` what they say, `import` a name and `module` a whole module.
        node: The expression, annotation, parameter or definition.
        module: The imported module, with leading dots if it is relative.
        name: The imported name.
    """

    how: Literal[
        "value", "enter", "item", "except", "parameter", "annotation", "function", "class", "import", "module", "other"
    ]
    node: cst.CSTNode | None = None
    module: str = ""
    name: str = ""


@define(eq=False)
class Scope:
    """A scope.

    Attributes:
        kind: The kind of the scope.
        node: The node that creates the scope.
        outer: The enclosing scope.
        bindings: The sources of each name. A dotted name such as `self.client` or `app.state.workos` is bound in the module or class.
    """

    kind: ScopeKind
    node: cst.CSTNode
    outer: "Scope | None" = None
    bindings: dict[str, list[Source]] = field(factory=dict[str, list[Source]])

    def bind(self, name: str, source: Source) -> None:
        """Add a source of a name."""
        self.bindings.setdefault(name, []).append(source)

    def find(self, name: str) -> "tuple[Scope, list[Source]] | None":
        """Return the scope that binds a name as seen from this one, with the sources of the name."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.bindings and (scope.kind != "class" or scope is self):
                return scope, scope.bindings[name]
            scope = scope.outer
        return None

    def function(self) -> cst.FunctionDef | cst.Lambda | None:
        """Return the innermost function that contains this scope."""
        scope: Scope | None = self
        while scope is not None:
            if isinstance(scope.node, cst.FunctionDef | cst.Lambda):
                return scope.node
            scope = scope.outer
        return None

    def class_scope(self) -> "Scope | None":
        """Return the class whose method contains this scope."""
        scope: Scope | None = self
        while scope is not None and scope.kind != "class":
            scope = scope.outer
        return scope


class ScopeReader(cst.CSTVisitor):
    """Reads the scopes of a module.

    Attributes:
        parents: Node → its parent.
        scopes: Node → the scope that it is in.
        inner_scopes: Function, class or comprehension → the scope that it creates.
        nodes: All nodes, in the order of the source.
    """

    def __init__(self, module: cst.Module) -> None:
        super().__init__()
        self.module_scope: Scope = Scope("module", module)
        self.parents: dict[cst.CSTNode, cst.CSTNode] = {}
        self.scopes: dict[cst.CSTNode, Scope] = {}
        self.inner_scopes: dict[cst.CSTNode, Scope] = {}
        self.nodes: list[cst.CSTNode] = []
        self._stack: list[cst.CSTNode] = []
        self._scope = self.module_scope
        module.visit(self)

    def on_visit(self, node: cst.CSTNode) -> bool:
        """Record a node, and enter its scope."""
        if isinstance(node, cst.BaseParenthesizableWhitespace | cst.TrailingWhitespace | cst.EmptyLine | cst.Newline):
            return False
        if self._stack:
            self.parents[node] = self._stack[-1]
        self._stack.append(node)
        self.scopes[node] = self._scope
        self.nodes.append(node)
        self._bind(node)
        kind = _scope_kind(node)
        if kind is not None:
            self._scope = self.inner_scopes[node] = Scope(kind, node, self._scope)
            if isinstance(node, cst.FunctionDef | cst.Lambda):
                self._bind_parameters(node)
            if isinstance(node, cst.BaseComp):
                for loop in _loops(node):
                    self._bind_target(loop.target, Source("item", loop.iter))
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        """Leave the scope of a node."""
        if self._stack and self._stack[-1] is original_node:
            self._stack.pop()
            if self._scope.node is original_node and self._scope.outer is not None:
                self._scope = self._scope.outer

    def ancestors(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """Yield the parent of a node, its parent, and so on."""
        while node in self.parents:
            node = self.parents[node]
            yield node

    def _bind(self, node: cst.CSTNode) -> None:
        scope = self._scope
        if isinstance(node, cst.FunctionDef):
            scope.bind(node.name.value, Source("function", node))
        elif isinstance(node, cst.ClassDef):
            scope.bind(node.name.value, Source("class", node))
        elif isinstance(node, cst.Assign):
            for target in node.targets:
                self._bind_target(target.target, Source("value", node.value))
        elif isinstance(node, cst.AnnAssign):
            self._bind_target(node.target, Source("annotation", node.annotation.annotation))
            if node.value is not None:
                self._bind_target(node.target, Source("value", node.value))
        elif isinstance(node, cst.NamedExpr):
            self._bind_target(node.target, Source("value", node.value))
        elif isinstance(node, cst.TypeAlias):
            scope.bind(node.name.value, Source("value", node.value))
        elif isinstance(node, cst.AugAssign):
            self._bind_target(node.target, Source("other"))
        elif isinstance(node, cst.For):
            self._bind_target(node.target, Source("item", node.iter))
        elif isinstance(node, cst.WithItem) and node.asname is not None:
            self._bind_target(node.asname.name, Source("enter", node.item))
        elif isinstance(node, cst.ExceptHandler | cst.ExceptStarHandler) and node.name is not None:
            self._bind_target(node.name.name, Source("except", node.type))
        elif isinstance(node, cst.ImportFrom):
            module = "." * len(node.relative) + (dotted(node.module) if node.module else "")
            for alias in () if isinstance(node.names, cst.ImportStar) else node.names:
                name = dotted(alias.name)
                self._bind_target(_alias_target(alias), Source("import", node, module, name))
        elif isinstance(node, cst.Import):
            for alias in node.names:
                name = dotted(alias.name)
                if alias.asname is None:
                    scope.bind(name.partition(".")[0], Source("module", node, name.partition(".")[0]))
                else:
                    self._bind_target(alias.asname.name, Source("module", node, name))

    def _bind_target(self, target: cst.CSTNode, source: Source) -> None:
        if isinstance(target, cst.Name):
            scope = self._scope
            while scope.kind == "comprehension" and source.how == "value" and scope.outer is not None:
                scope = scope.outer  # a walrus in a comprehension binds outside
            scope.bind(target.value, source)
        elif isinstance(target, cst.Attribute) and (name := dotted(target)):
            first = name.partition(".")[0]
            class_scope = self._scope.class_scope()
            if first in ("self", "cls") and class_scope is not None:
                class_scope.bind(name.partition(".")[2], source)
            else:
                self.module_scope.bind(name, source)
        elif isinstance(target, cst.Tuple | cst.List):
            for element in target.elements:
                self._bind_target(element.value, Source("other"))
        elif isinstance(target, cst.StarredElement):
            self._bind_target(target.value, Source("other"))

    def _bind_parameters(self, node: cst.FunctionDef | cst.Lambda) -> None:
        parameters = node.params
        for parameter in (*parameters.posonly_params, *parameters.params, *parameters.kwonly_params):
            self._scope.bind(parameter.name.value, Source("parameter", parameter))
        for star in (parameters.star_arg, parameters.star_kwarg):
            if isinstance(star, cst.Param):
                self._scope.bind(star.name.value, Source("other"))


def dotted(node: cst.CSTNode) -> str:
    """Return a name with its attributes, such as `app.state.workos`, or an empty text for other expressions."""
    if isinstance(node, cst.Name):
        return node.value
    if isinstance(node, cst.Attribute):
        base = dotted(node.value)
        return f"{base}.{node.attr.value}" if base else ""
    return ""


def _alias_target(alias: cst.ImportAlias) -> cst.CSTNode:
    return alias.asname.name if alias.asname is not None else alias.name


def _scope_kind(node: cst.CSTNode) -> ScopeKind | None:
    if isinstance(node, cst.FunctionDef | cst.Lambda):
        return "function"
    if isinstance(node, cst.ClassDef):
        return "class"
    return "comprehension" if isinstance(node, cst.BaseComp) else None


def _loops(node: cst.BaseComp) -> Iterator[cst.CompFor]:
    loop: cst.CompFor | None = node.for_in
    while loop is not None:
        yield loop
        loop = loop.inner_for_in
