"""The methods of one version of the official SDK, read from its source without importing it.

Only facts are read: which method sends which request, and which argument becomes which parameter.
"""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

from attrs import Factory, asdict, define

Kind = Literal["call", "page", "url"]
_REQUESTS: dict[str, Kind] = {
    "request": "call",
    "request_raw": "call",
    "request_list": "call",
    "request_page": "page",
    "build_url": "url",
}
_FROM_CLIENT = {"client_id", "_api_key", "_client_id", "_require_client_id", "_require_api_key"}


@define
class OfficialMethod:
    """A method of a resource of the official SDK.

    Attributes:
        name: The resource attribute of the client and the name of the method, such as `organizations.get_organization`.
        http_method: The HTTP method in capitals; `GET` for a method that builds a URL.
        path: The path, with `{}` for every parameter.
        kind: `call` sends a request, `page` returns a page of a list, `url` builds a URL.
        positional: The arguments that may be passed by position, in order.
        arguments: Argument → the names of the parameters and properties that it is sent as. A path parameter is `{0}`, `{1}` and so on.
        groups: Argument that takes an object → class of the object → attribute → the name of the property that it is sent as.
        constants: The properties that are always sent with the same value.
        omits_none: The arguments that are not sent if they are None. Those with a sentinel as the default send null instead.
        returns: The class of the returned object, or of the items of a page or list; empty if it has no class.
        returns_list: Whether it returns a list, which is no page.
    """

    name: str
    http_method: str = "GET"
    path: str = ""
    kind: Kind = "call"
    positional: list[str] = Factory(list)
    arguments: dict[str, list[str]] = Factory(dict)
    groups: dict[str, dict[str, dict[str, str]]] = Factory(dict)
    constants: dict[str, str] = Factory(dict)
    omits_none: list[str] = Factory(list)
    returns: str = ""
    returns_list: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the fields that are not empty."""
        return {key: value for key, value in asdict(self).items() if value not in ([], {}, "", False) and key != "name"}


def read_methods(package: Path) -> dict[str, OfficialMethod]:
    """Return the methods that send one request or build a URL, by name.

    Args:
        package: The folder of the package `workos`.
    """
    methods: dict[str, OfficialMethod] = {}
    attributes = _client_attributes(package / "_client.py")
    for module in sorted(package.rglob("*.py")):
        for node in ast.parse(module.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                for attribute in attributes.get(node.name, ()):
                    for function in node.body:
                        if isinstance(function, ast.FunctionDef) and not function.name.startswith("_"):
                            method = _read_method(f"{attribute}.{function.name}", function)
                            if method is not None:
                                methods[method.name] = method
    return dict(sorted(methods.items()))


def _client_attributes(path: Path) -> dict[str, list[str]]:
    """Return the resource attributes of the client by class. An alias is an attribute of its own."""
    attributes: dict[str, list[str]] = {}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef) and node.name == "WorkOSClient":
            for item in node.body:
                if isinstance(item, ast.FunctionDef) and item.returns is not None:
                    attributes.setdefault(ast.unparse(item.returns), []).append(item.name)
    return attributes


def _read_method(name: str, function: ast.FunctionDef) -> OfficialMethod | None:
    requests = [call for call in _calls(function) if _request_kind(call) is not None]
    if len(requests) != 1:
        return None
    call = requests[0]
    method = OfficialMethod(name, kind=_REQUESTS[str(_request_kind(call))])
    names = [argument.arg for argument in (*function.args.args[1:], *function.args.kwonlyargs)]
    method.positional = [argument.arg for argument in function.args.args[1:]]
    method.arguments = {argument: [] for argument in names if argument != "request_options"}
    keywords = {keyword.arg: keyword.value for keyword in call.keywords}
    method.omits_none = [
        argument.arg
        for argument, default in zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True)
        if isinstance(default, ast.Constant) and default.value is None and argument.arg in method.arguments
    ]
    method.returns = _returned_class(function)
    method.returns_list = (
        isinstance(function.returns, ast.Subscript) and ast.unparse(function.returns.value).lower() == "list"
    )
    http_method = keywords.get("method")
    if isinstance(http_method, ast.Constant):
        method.http_method = str(http_method.value).upper()
    if method.kind == "url" and (function.returns is None or ast.unparse(function.returns) != "str"):
        return None  # returns more than the URL
    path = keywords.get("path") or (call.args[0] if call.args else None)
    if path is None:
        return None
    _read_path(path, method)
    _Parameters(method).visit(function)
    return method


def _returned_class(function: ast.FunctionDef) -> str:
    returns = function.returns
    if isinstance(returns, ast.Subscript):
        returns = returns.slice  # the items of a page or a list
    name = returns.id if isinstance(returns, ast.Name) else ""
    return name if name[:1].isupper() and name != "Any" else ""


def _calls(node: ast.AST) -> Iterator[ast.Call]:
    yield from (item for item in ast.walk(node) if isinstance(item, ast.Call))


def _request_kind(call: ast.Call) -> str | None:
    """Return the name of the request function if the call is `self._client.request(…)` or similar."""
    function = call.func
    is_request = isinstance(function, ast.Attribute) and ast.unparse(function.value) == "self._client"
    return function.attr if is_request and isinstance(function, ast.Attribute) and function.attr in _REQUESTS else None


def _read_path(path: ast.expr, method: OfficialMethod) -> None:
    """Read a path: a text, an f-string, or a tuple of segments."""
    segments: list[str] = []
    number = 0
    values: Iterable[ast.expr] = path.elts if isinstance(path, ast.Tuple) else getattr(path, "values", [path])
    for value in values:
        if isinstance(value, ast.Constant):
            segments.append(str(value.value))
        else:
            segments.append("{}")
            for argument in _arguments_in(value, method):
                method.arguments[argument].append(f"{{{number}}}")
            number += 1
    separator = "/" if isinstance(path, ast.Tuple) else ""
    method.path = "/" + separator.join(segments).strip("/")


def _arguments_in(node: ast.AST, method: OfficialMethod) -> list[str]:
    names = (item.id for item in ast.walk(node) if isinstance(item, ast.Name) and item.id in method.arguments)
    return [*dict.fromkeys(names)]


class _Parameters(ast.NodeVisitor):
    """Reads which argument is sent as which parameter of the query or property of the body."""

    def __init__(self, method: OfficialMethod) -> None:
        self._method = method
        self._class: tuple[str, str] | None = None  # the argument and the class that the current branch is for

    def visit_If(self, node: ast.If) -> None:
        outer = self._class
        self._class = self._instance_check(node.test) or outer
        for statement in node.body:
            self.visit(statement)
        self._class = outer
        for statement in node.orelse:
            self.visit(statement)

    def _instance_check(self, test: ast.expr) -> tuple[str, str] | None:
        if isinstance(test, ast.Call) and ast.unparse(test.func) == "isinstance":
            argument, class_ = (ast.unparse(item) for item in test.args)
            if argument in self._method.arguments:
                self._method.groups.setdefault(argument, {}).setdefault(class_, {})
                return argument, class_
        return None

    def visit_Dict(self, node: ast.Dict) -> None:
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant):
                self._sent_as(str(key.value), value)
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        target = node.targets[0]
        if isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Constant):
            self._sent_as(str(target.slice.value), node.value)
        self.generic_visit(node)

    def _sent_as(self, wire: str, value: ast.expr) -> None:
        if self._class is not None:
            argument, class_ = self._class
            for item in ast.walk(value):
                if isinstance(item, ast.Attribute) and ast.unparse(item.value) == argument:
                    self._method.groups[argument][class_][item.attr] = wire
            return
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            self._method.constants[wire] = value.value
        for argument in _arguments_in(value, self._method):
            names = self._method.arguments[argument]
            if wire not in names and "{0}" not in names[:1]:
                names.append(wire)
