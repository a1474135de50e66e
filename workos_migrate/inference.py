"""The kinds of the expressions of a file: which of them are clients, pages, sessions and so on."""

from typing import TYPE_CHECKING

import libcst as cst

from workos_migrate.kinds import (
    Awaitable,
    Client,
    Error,
    ErrorInfo,
    Function,
    Instance,
    Kind,
    Method,
    Module,
    OfficialModule,
    OfficialName,
    Page,
    Resource,
    Response,
    Session,
    SessionResult,
    SessionUser,
    Variant,
    WebhookEvent,
)
from workos_migrate.narrowing import checked_classes
from workos_migrate.official import (
    CLIENTS,
    ERRORS,
    HELPERS,
    PAGES,
    SAME_ERRORS,
    SESSION_RESULTS,
    SESSIONS,
    Tables,
    resource_of,
)
from workos_migrate.scopes import Scope, ScopeReader, Source, dotted

if TYPE_CHECKING:
    from workos_migrate.project import Project

_VARIANTS: dict[str, Variant] = {"sync": "sync", "async": "async"}
_MOCKS = {"AsyncMock", "MagicMock", "Mock", "NonCallableMagicMock", "NonCallableMock", "create_autospec"}
_CONSTRUCTED = {*CLIENTS, *SESSIONS, *SESSION_RESULTS}
_RESULTS: dict[str, Kind] = {
    "session.authenticate": SessionResult(),
    "session.refresh": SessionResult(),
    "user_management.authenticate_with_session_cookie": SessionResult(),
    "webhooks.verify_event": WebhookEvent(),
}


class Inference:
    """Infers kinds lazily. An expression whose bindings disagree has no kind, so that only what is certain gets changed.

    Args:
        module: The module.
        name: Its dotted name in the program.
        is_package: Whether it is the `__init__.py` of a package.
        project: The program that it belongs to.
        official: The tables of the official SDK.
        version: The version of the official SDK.
    """

    def __init__(
        self,
        module: cst.Module,
        name: str,
        is_package: bool,
        project: "Project",
        official: Tables,
        version: tuple[int, ...],
    ) -> None:
        self.module = module
        self.name = name
        self.is_package = is_package
        self.reader: ScopeReader = ScopeReader(module)
        self._project = project
        self._official = official
        self._version = version
        self._known: dict[object, Kind] = {}
        self._pending: set[object] = set()

    def exported(self, name: str) -> Kind:
        """Return the kind of a name that another module imports from this one."""
        return self._name(name, self.reader.module_scope)

    def find_module(self, name: str) -> "Inference | None":
        """Return the module of the program that this one would import by an absolute name."""
        return self._project.module(name, self)

    def kind_of(self, node: cst.CSTNode | None) -> Kind:
        """Return the kind of an expression."""
        if node is None:
            return None
        if node in self._known:
            return self._known[node]
        if node in self._pending:
            return None
        self._pending.add(node)
        try:
            kind = self._infer(node)
        finally:
            self._pending.discard(node)
        self._known[node] = kind
        return kind

    def _infer(self, node: cst.CSTNode) -> Kind:
        if isinstance(node, cst.Name):
            handler = self._handler(node)
            if handler is not None:
                return Error() if self._is_error(handler.type) else None
            kind = self._name(node.value, self.reader.scopes.get(node, self.reader.module_scope))
            return kind if kind is not None else self._checked(node)
        if isinstance(node, cst.Attribute):
            return self._attribute(node)
        if isinstance(node, cst.Call):
            return self._call(node)
        if isinstance(node, cst.Await):
            kind = self.kind_of(node.expression)
            return kind.kind if isinstance(kind, Awaitable) else None
        if isinstance(node, cst.NamedExpr):
            return self.kind_of(node.value)
        if isinstance(node, cst.IfExp):
            return _agree([self.kind_of(node.body), self.kind_of(node.orelse)])
        if isinstance(node, cst.BooleanOperation) and isinstance(node.operator, cst.Or):
            return self.kind_of(node.right) or self.kind_of(node.left)
        return None

    def _checked(self, node: cst.Name) -> Kind:
        """Return the kind of a name whose class is checked with `isinstance` before it is used."""
        for classes in checked_classes(node, self.reader):
            elements = [item.value for item in classes.elements] if isinstance(classes, cst.Tuple) else [classes]
            kinds = [self.kind_of(item) for item in elements]
            kind = _agree([instance_of(item) if isinstance(item, OfficialName) else None for item in kinds])
            if kind is not None:
                return kind
        return None

    def _handler(self, node: cst.Name) -> cst.ExceptHandler | cst.ExceptStarHandler | None:
        """Return the `except … as name` clause that a name is used in: several clauses often use the same name."""
        for item in self.reader.ancestors(node):
            if isinstance(item, cst.FunctionDef | cst.ClassDef | cst.Lambda):
                return None
            if not isinstance(item, cst.ExceptHandler | cst.ExceptStarHandler) or item.name is None:
                continue
            if dotted(item.name.name) == node.value and node is not item.name.name:
                return item
        return None

    def _name(self, name: str, scope: Scope) -> Kind:
        found = scope.find(name)
        if found is None:
            return None
        where, sources = found
        key = (where, name)
        if key in self._known:
            return self._known[key]
        if key in self._pending:
            return None
        self._pending.add(key)
        try:
            kind = self._sources(sources)
        finally:
            self._pending.discard(key)
        self._known[key] = kind
        return kind

    def _sources(self, sources: list[Source]) -> Kind:
        annotated = [source for source in sources if source.how == "annotation"]
        if annotated and (kind := self.annotation(annotated[0].node)) is not None:
            return kind
        relevant = [source for source in sources if source.how != "annotation" and not _is_none(source.node)]
        return _agree([self._source(source) for source in relevant])

    def _source(self, source: Source) -> Kind:
        node = source.node
        if source.how == "value":
            return self.kind_of(node)
        if source.how == "enter":
            return self._entered(node)
        if source.how == "except":
            return Error() if self._is_error(node) else None
        if source.how == "parameter" and isinstance(node, cst.Param):
            return self._parameter(node)
        if source.how == "function" and isinstance(node, cst.FunctionDef):
            kind = self._function(node)
            return kind.returns if isinstance(kind, Function) and _is_property(node) else kind
        if source.how == "class" and isinstance(node, cst.ClassDef):
            return Function(self.client_class(node) or Instance(node))
        if source.how == "import":
            return self._project.imported(self, source.module, source.name)
        if source.how == "module":
            return OfficialModule(source.module) if is_official(source.module) else Module(source.module)
        return None

    def client_class(self, node: cst.ClassDef) -> Client | None:
        """Return the kind of the instances of a class that inherits from a client; None for other classes."""
        for base in node.bases:
            kind = self.annotation(base.value)
            if isinstance(kind, Client):
                return kind
        return None

    def _entered(self, node: cst.CSTNode | None) -> Kind:
        kind = self.kind_of(node)
        if isinstance(kind, Client):
            return kind
        if isinstance(node, cst.Call) and node.args:
            first = node.args[0].value
            if dotted(node.func).rpartition(".")[2] == "raises":
                return ErrorInfo() if self._is_error(first) else None
            if dotted(node.func).endswith("patch.object") and isinstance(resource := self.kind_of(first), Resource):
                second = node.args[1].value if len(node.args) > 1 else None
                name = second.evaluated_value if isinstance(second, cst.SimpleString) else None
                if isinstance(name, str):
                    return Method(f"{resource.name}.{name}", resource.variant, is_mock=True)
        return None

    def _is_error(self, node: cst.CSTNode | None) -> bool:
        """Return whether every class of an `except` clause is an error of the official SDK."""
        if isinstance(node, cst.Tuple):
            return bool(node.elements) and all(self._is_error(element.value) for element in node.elements)
        kind = self.kind_of(node)
        return isinstance(kind, OfficialName) and (kind.name in ERRORS or kind.name in SAME_ERRORS)

    def _parameter(self, node: cst.Param) -> Kind:
        if node.annotation is not None and (kind := self.annotation(node.annotation.annotation)) is not None:
            return kind
        scope = self.reader.scopes[node]
        if node.name.value in ("self", "cls") and (class_scope := scope.class_scope()) is not None:
            class_ = class_scope.node
            return (self.client_class(class_) if isinstance(class_, cst.ClassDef) else None) or Instance(class_)
        if isinstance(node.default, cst.Call) and dotted(node.default.func).rpartition(".")[2] == "Depends":
            function = self.kind_of(node.default.args[0].value) if node.default.args else None
            return _result(function)
        if node.default is None and (node.annotation is None or _is_mock_class(node.annotation.annotation)):
            return self._project.fixture(self, node.name.value)
        return None

    def _function(self, node: cst.FunctionDef) -> Kind:
        kind = self.annotation(node.returns.annotation) if node.returns is not None else None
        if kind is None and (node.returns is None or _is_mock_class(node.returns.annotation)):
            kind = _agree([self.kind_of(value) for value in returned_values(node, self.reader)])
        if kind is None:
            return None
        is_generator = any(self._yields(node))
        return Function(Awaitable(kind) if node.asynchronous is not None and not is_generator else kind)

    def _yields(self, node: cst.FunctionDef) -> list[cst.Yield]:
        inner = self.reader.inner_scopes[node]
        return [item for item in self.reader.nodes if isinstance(item, cst.Yield) and self.reader.scopes[item] is inner]

    def annotation(self, node: cst.CSTNode | None) -> Kind:
        """Return the kind of the values of an annotation."""
        if isinstance(node, cst.SimpleString):
            try:
                text = cst.parse_expression(str(node.evaluated_value))
            except cst.ParserSyntaxError:
                return None
            return self._name_in_text(text, self.reader.scopes.get(node, self.reader.module_scope))
        if isinstance(node, cst.Subscript):
            name = dotted(node.value).rpartition(".")[2]
            first = node.slice[0].slice
            if isinstance(first, cst.Index) and name in (
                "Annotated",
                "Optional",
                "Union",
                "Iterator",
                "Generator",
                "AsyncIterator",
                "AsyncGenerator",
                "ContextManager",
            ):
                return self.annotation(first.value)
            return self.annotation(node.value) if isinstance(self.annotation(node.value), Page) else None
        if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.BitOr):
            return self.annotation(node.left) or self.annotation(node.right)
        if isinstance(node, cst.Name | cst.Attribute):
            return self._annotated_name(node)
        return None

    def _annotated_name(self, node: cst.Name | cst.Attribute) -> Kind:
        kind = self.kind_of(node)
        if isinstance(kind, OfficialName):
            return instance_of(kind)
        if isinstance(kind, Function) and isinstance(kind.returns, Client | Instance):
            return kind.returns
        if isinstance(node, cst.Name):  # an alias such as `WorkOSDep = Annotated[WorkOSClient, Depends(…)]`
            found = self.reader.scopes.get(node, self.reader.module_scope).find(node.value)
            if found is not None:
                source = found[1][-1]
                if source.how == "value" and isinstance(source.node, cst.Subscript | cst.BinaryOperation):
                    return self.annotation(source.node)
                if source.how == "import":
                    return self._project.alias(self, source.module, source.name)
        return None

    def _name_in_text(self, node: cst.CSTNode, scope: Scope) -> Kind:
        if isinstance(node, cst.Subscript):
            return self._name_in_text(node.value, scope)
        if isinstance(node, cst.BinaryOperation):
            return self._name_in_text(node.left, scope)
        name = dotted(node)
        kind = self._name(name, scope) if name else None
        return instance_of(kind) if isinstance(kind, OfficialName) else None

    def _attribute(self, node: cst.Attribute) -> Kind:
        name = node.attr.value
        base = self.kind_of(node.value)
        if isinstance(base, OfficialModule):
            return self._project.imported(self, base.name, name)
        if isinstance(base, Client):
            return Resource(name, base.variant, base.is_mock) if name in self._official.resources else None
        if isinstance(base, Resource):
            return Method(f"{base.name}.{name}", base.variant, base.is_mock)
        if isinstance(base, Session):
            return Method(f"session.{name}", base.variant) if f"session.{name}" in HELPERS else None
        if isinstance(base, SessionResult):
            return SessionUser() if name == "user" else None
        if isinstance(base, ErrorInfo):
            return Error() if name == "value" else None
        if isinstance(base, Instance) and isinstance(base.class_, cst.ClassDef):
            return self._project.attribute(base.class_, name)
        if isinstance(base, Module):
            return self._project.imported(self, base.name, name)
        full = dotted(node)
        return self._dotted(full) if full else None

    def _dotted(self, full: str) -> Kind:
        """Return the kind of `app.state.workos`, or of `request.app.state.workos` if only its end is assigned."""
        bindings = self.reader.module_scope.bindings
        if full in bindings:
            return self._name(full, self.reader.module_scope)
        return self._project.state(full)

    def attribute_of(self, class_: cst.ClassDef, name: str) -> Kind:
        """Return the kind of an attribute of the instances of a class of this module."""
        scope = self.reader.inner_scopes[class_]
        return self._name(name, scope) if name in scope.bindings else None

    def _call(self, node: cst.Call) -> Kind:
        function = self.kind_of(node.func)
        if function is None and dotted(node.func).rpartition(".")[2] in _MOCKS:
            return self._mock(node)
        if isinstance(function, OfficialName):
            if function.name == "create_public_client":
                return Client("sync")
            return instance_of(function) if function.name in _CONSTRUCTED else None
        if isinstance(function, Method):
            return self._method_result(function)
        return _result(function)

    def _mock(self, node: cst.Call) -> Kind:
        """Return the kind of `MagicMock(spec=WorkOSClient)` or `create_autospec(WorkOSClient)`."""
        is_autospec = dotted(node.func).rpartition(".")[2] == "create_autospec"
        for argument in node.args:
            keyword = argument.keyword.value if argument.keyword is not None else ""
            if keyword in ("spec", "spec_set") or (is_autospec and not keyword):
                kind = self.annotation(argument.value)
                return Client(kind.variant, is_mock=True) if isinstance(kind, Client) else None
        return None

    def _method_result(self, method: Method) -> Kind:
        kind: Kind
        if method.name in HELPERS:
            kind = _RESULTS.get(method.name)
            if method.name == "user_management.load_sealed_session":
                kind = Session(method.variant)
            is_coroutine = HELPERS[method.name][0]
        else:
            form = self._official.find(method.name, self._version)
            if form is None:
                return None
            is_page = form.kind == "page" or form.our_kind == "pager"
            kind = Page(method.variant) if is_page else Response(form.wrapped)
            is_coroutine = form.kind != "url"
        return Awaitable(kind) if method.variant == "async" and is_coroutine else kind


def is_official(module: str) -> bool:
    """Return whether a module belongs to the official SDK."""
    return module == "workos" or module.startswith("workos.")


def instance_of(name: OfficialName) -> Kind:
    """Return the kind of the instances of a class of the official SDK."""
    if name.name in CLIENTS:
        return Client(_VARIANTS[CLIENTS[name.name]])
    if name.name in PAGES:
        return Page(_VARIANTS[PAGES[name.name]])
    if name.name in SESSIONS and name.module == "workos.session":
        return Session(_VARIANTS[SESSIONS[name.name]])
    if name.name in SESSION_RESULTS and name.module == "workos.session":
        return SessionResult()
    if name.name in ERRORS or name.name in SAME_ERRORS:
        return Error()
    if resource := resource_of(name.name, name.module):
        return Resource(resource, "async" if name.name.startswith("Async") else "sync")
    return None


def returned_values(node: cst.FunctionDef, reader: ScopeReader) -> list[cst.CSTNode]:
    """Return the expressions that a function returns or yields."""
    inner = reader.inner_scopes[node]
    return [
        item.value
        for item in reader.nodes
        if isinstance(item, cst.Return | cst.Yield)
        and reader.scopes[item] is inner
        and item.value is not None
        and not isinstance(item.value, cst.From)
    ]


def _is_property(node: cst.FunctionDef) -> bool:
    names = {dotted(decorator.decorator).rpartition(".")[2] for decorator in node.decorators}
    return not names.isdisjoint({"property", "cached_property"})


def _is_mock_class(annotation: cst.BaseExpression) -> bool:
    return dotted(annotation).rpartition(".")[2] in _MOCKS


def _result(function: Kind) -> Kind:
    return function.returns if isinstance(function, Function) else None


def _is_none(node: cst.CSTNode | None) -> bool:
    return isinstance(node, cst.Name) and node.value == "None"


def _agree(kinds: list[Kind]) -> Kind:
    """Return the kind that all have, or None."""
    return kinds[0] if kinds and all(kind == kinds[0] for kind in kinds) else None
