"""Clients: their construction, `close`, and requests without a method."""

import libcst as cst

from workos_migrate.kinds import Client, OfficialName
from workos_migrate.official import CLIENTS
from workos_migrate.rules.awaits import adjust_await
from workos_migrate.rules.context import Context, keyword_of, with_arguments
from workos_migrate.scopes import dotted

_SETTINGS = {"request_timeout": "timeout", "jwt_leeway": "leeway", "jwt_issuer": "issuer"}
_RAW = {"build_url", "request", "request_list", "request_page", "request_raw"}


def migrate_clients(context: Context) -> None:
    """Migrate the construction and the closing of clients, and the `with` statements that close them."""
    for call in context.calls():
        function = context.kind(call.func)
        if isinstance(function, OfficialName) and (function.name in CLIENTS or function.name == "create_public_client"):
            _construct(context, call, function.name)
        elif _is_initializer(context, call):
            _construct(context, call, "")
        elif isinstance(call.func, cst.Attribute) and isinstance(context.kind(call.func.value), Client):
            _call(context, call, call.func)
    if context.target is not None:
        for node in context.nodes:
            if isinstance(node, cst.With):
                _enter(context, node)


def _is_initializer(context: Context, call: cst.Call) -> bool:
    """Return whether a call is `super().__init__(…)` in a class that inherits from a client."""
    function = call.func
    if not isinstance(function, cst.Attribute) or function.attr.value != "__init__":
        return False
    scope = context.reader.scopes[call].class_scope()
    class_ = scope.node if scope is not None else None
    return (
        isinstance(function.value, cst.Call)
        and dotted(function.value.func) == "super"
        and isinstance(class_, cst.ClassDef)
        and context.inference.client_class(class_) is not None
    )


def _construct(context: Context, call: cst.Call, name: str) -> None:
    arguments: list[cst.Arg] = []
    for argument in call.args:
        keyword = keyword_of(argument)
        if argument.star:
            context.edits.todo(call, "check the settings in this mapping", "client")
        if keyword == "is_public":
            if not _is_false(argument.value):
                context.edits.todo(call, _PUBLIC, "public-clients")
            continue
        if keyword == "http_client":
            context.edits.todo(call, "http_client takes a client of httpx or httpx2", "client")
        new = _SETTINGS.get(keyword, keyword)
        arguments.append(argument.with_changes(keyword=cst.Name(new)) if new != keyword else argument)
    if name == "create_public_client":
        context.edits.todo(call, _PUBLIC, "public-clients")
    if len(arguments) != len(call.args) or any(a is not b for a, b in zip(arguments, call.args, strict=False)):
        kept = [index for index, argument in enumerate(call.args) if keyword_of(argument) != "is_public"]

        def edit(updated: cst.Call) -> cst.Call:
            changed = [
                updated.args[index].with_changes(keyword=arguments[position].keyword)
                for position, index in enumerate(kept)
            ]
            return with_arguments(updated, changed)

        context.edits.replace(call, edit)
    context.edits.changes["client"] += 1


_PUBLIC = "pass no API key: WORKOS_API_KEY in the environment would be used"


def _is_false(node: cst.BaseExpression) -> bool:
    return isinstance(node, cst.Name) and node.value == "False"


def _call(context: Context, call: cst.Call, function: cst.Attribute) -> None:
    kind = context.kind(function.value)
    assert isinstance(kind, Client)
    if function.attr.value in _RAW:
        context.edits.todo(
            call, f"replace {function.attr.value} with request(method, path)", "requests-without-a-method"
        )
    elif function.attr.value == "close":
        if context.variant(kind.variant) == "async":
            context.edits.rename(function, "aclose")
        adjust_await(context, call, kind.variant, was_coroutine=True, is_coroutine=True)


def _enter(context: Context, node: cst.With) -> None:
    kinds = [context.kind(item.item) for item in node.items]
    if not kinds or not all(isinstance(kind, Client) for kind in kinds):
        return
    if context.target == "async" and node.asynchronous is None:
        if context.is_in_async_function(node):
            context.edits.replace(node, lambda updated: updated.with_changes(asynchronous=cst.Asynchronous()), "await")
        else:
            context.edits.todo(node, "make this function async", "async")
    elif context.target == "sync" and node.asynchronous is not None:
        context.edits.replace(node, lambda updated: updated.with_changes(asynchronous=None), "await")
