"""Calls of methods: resources, method names, arguments and request options."""

from collections.abc import Callable

import libcst as cst

from workos_migrate.kinds import Client, Method, OfficialName, Resource
from workos_migrate.official import HELPERS, Form
from workos_migrate.rules.awaits import adjust_await
from workos_migrate.rules.context import Context, keyword_argument, keyword_of, text_of, with_arguments
from workos_migrate.rules.pages import migrate_page
from workos_migrate.scopes import dotted

# Helper → its name here, and our names of arguments.
_RENAMED: dict[str, tuple[str, dict[str, str]]] = {
    "actions.construct_action": ("construct_action", {"sig_header": "header"}),
    "actions.sign_response": ("sign_response", {"action_type": "kind"}),
    "actions.verify_header": ("verify", {"sig_header": "header"}),
    "vault.decrypt": ("decrypt", {"encrypted_data": "value"}),
    "vault.encrypt": ("encrypt", {"data": "plaintext", "key_context": "context"}),
    "webhooks.verify_event": ("construct_event", {"event_body": "payload", "event_signature": "header"}),
    "webhooks.verify_header": ("verify", {"event_body": "payload", "event_signature": "header"}),
}


def migrate_calls(context: Context) -> None:
    """Migrate the calls of methods, and references to methods and resources."""
    called: set[cst.CSTNode] = set()
    for call in context.calls():
        method = context.kind(call.func)
        if isinstance(method, Method):
            called.add(call.func)
            _call(context, call, method)
        elif isinstance(call.func, cst.Attribute):
            _assertion(context, call, call.func)
    for node in context.nodes:
        if isinstance(node, cst.Attribute) and node not in called:
            kind = context.kind(node)
            if isinstance(kind, Method):
                _reference(context, node, kind)
            elif isinstance(kind, Resource) and _is_of_client(context, node) and not _is_part_of_method(context, node):
                _resource(context, node, kind)


def _call(context: Context, call: cst.Call, method: Method) -> None:
    if method.name in HELPERS:
        _helper(context, call, method)
        return
    form = context.official.find(method.name, context.version)
    if form is None or not form.to:
        _no_counterpart(context, call, method.name, form)
        return
    _rename(context, call.func, form.to)
    _arguments(context, call, form)
    context.edits.changes["call"] += 1
    if form.our_kind == "pager":
        migrate_page(context, call, method.variant)
        return
    adjust_await(context, call, method.variant, was_coroutine=form.kind != "url", is_coroutine=form.our_kind == "call")
    if form.wrapped:
        _unwrap(context, call, form.wrapped)


def _helper(context: Context, call: cst.Call, method: Method) -> None:
    was_coroutine, is_coroutine = HELPERS[method.name]
    new, arguments = _RENAMED.get(method.name, (method.name.partition(".")[2], {}))
    if new != method.name.partition(".")[2]:
        context.edits.rename(call.func, new)
    if method.name.startswith("webhooks.") or method.name.startswith("actions."):
        for argument in call.args:
            if keyword_of(argument) in ("event_body", "payload") and _is_text(argument.value):
                context.edits.todo(call, "pass the body of the request as bytes", "webhooks")

    def edit(updated: cst.Call) -> cst.Call:
        kept: list[cst.Arg] = []
        for argument in updated.args:
            keyword = keyword_of(argument)
            if keyword == "tolerance" and _is_none(argument.value):
                continue
            if not keyword and method.name == "session.get_logout_url":
                keyword = "return_to"
                kept.append(keyword_argument(keyword, argument.value).with_changes(comma=argument.comma))
            elif keyword in arguments:
                kept.append(argument.with_changes(keyword=cst.Name(arguments[keyword])))
            else:
                kept.append(argument)
        return with_arguments(updated, kept)

    context.edits.replace(call, edit, "call")
    adjust_await(context, call, method.variant, was_coroutine=was_coroutine, is_coroutine=is_coroutine)


def _is_text(node: cst.BaseExpression) -> bool:
    """Return whether an expression is text rather than bytes, as far as one can see."""
    if isinstance(node, cst.Call):
        name = dotted(node.func).rpartition(".")[2]
        return name in ("decode", "str", "dumps") or any(keyword_of(item) == "as_text" for item in node.args)
    return isinstance(node, cst.FormattedString) or text_of(node) is not None


def _no_counterpart(context: Context, node: cst.CSTNode, name: str, form: Form | None) -> None:
    if form is not None and form.choices:
        choices = " or ".join(choice.partition(".")[2] for choice in form.choices[:3])
        more = "…" if len(form.choices) > 3 else ""
        context.edits.todo(node, f"{name} is {choices}{more} here", "methods")
    elif name.endswith("get_authorization_url_with_pkce"):
        context.edits.todo(node, f"{name}: generate the PKCE pair with pkce.generate()", "pkce")
    else:
        context.edits.todo(node, f"{name} has no counterpart", "methods")


def _rename(context: Context, function: cst.BaseExpression, to: str) -> None:
    resource, _, name = to.partition(".")
    if not isinstance(function, cst.Attribute):
        context.edits.todo(function, f"this method is {to} here", "methods")
        return
    if function.attr.value != name:
        context.edits.rename(function, name)
    if isinstance(function.value, cst.Attribute) and _is_of_client(context, function.value):
        if function.value.attr.value != resource:
            context.edits.rename(function.value, resource)
    elif _our_resource(context, function.value) != resource:
        context.edits.todo(function, f"this method is {to} here", "methods")


def _is_of_client(context: Context, node: cst.Attribute) -> bool:
    """Return whether a resource is an attribute of a client, and not of an object of the program."""
    return isinstance(context.kind(node), Resource) and isinstance(context.kind(node.value), Client)


def _our_resource(context: Context, node: cst.BaseExpression) -> str | None:
    kind = context.kind(node)
    return context.official.our_resource(kind.name) if isinstance(kind, Resource) else None


def _is_part_of_method(context: Context, node: cst.Attribute) -> bool:
    parent = context.parent(node)
    return isinstance(parent, cst.Attribute) and isinstance(context.kind(parent), Method)


def _resource(context: Context, node: cst.Attribute, kind: Resource) -> None:
    new = context.official.our_resource(kind.name)
    if new != kind.name:
        context.edits.rename(node, new, "call")


def _reference(context: Context, node: cst.Attribute, method: Method) -> None:
    """Rename a method that is passed to another function."""
    form = context.official.find(method.name, context.version)
    if method.name in HELPERS:
        new = _RENAMED.get(method.name, (method.name.partition(".")[2], {}))[0]
        if new != node.attr.value:
            context.edits.rename(node, new)
    elif form is None or not form.to:
        _no_counterpart(context, node, method.name, form)
        return
    else:
        _rename(context, node, form.to)
    if not method.is_mock:
        context.edits.todo(node, "check the arguments that this method is called with", "methods")


def _assertion(context: Context, call: cst.Call, function: cst.Attribute) -> None:
    """Migrate the arguments in `mock.assert_called_once_with(…)`, if the mock replaces a method."""
    method = context.kind(function.value)
    if isinstance(method, Method) and method.is_mock and function.attr.value.endswith("_with"):
        form = context.official.find(method.name, context.version)
        if form is not None and form.to:
            _arguments(context, call, form)


def _arguments(context: Context, call: cst.Call, form: Form) -> None:
    for argument in call.args:
        keyword = keyword_of(argument)
        if argument.star == "**":
            context.edits.todo(call, "check the arguments in this mapping", "arguments")
        elif keyword in form.unknown:
            context.edits.todo(call, f"{keyword} has no counterpart", "arguments")
        elif keyword in form.groups:
            _mark_inlined(context, call, argument, form)
    options = next((item for item in call.args if keyword_of(item) == "request_options"), None)
    needs_not_given = [
        item for item in call.args if keyword_of(item) in form.omits_none and _may_be_none(context, item.value)
    ]
    for argument in needs_not_given:
        if isinstance(argument.value, cst.Name | cst.Attribute) or _none_branch(argument.value) is not None:
            context.edits.require(context.shared_package(), "NOT_GIVEN")
        else:
            context.edits.todo(
                call, f"{keyword_of(argument)} may be None here; pass NOT_GIVEN instead to omit it", "none"
            )
    if options is not None:
        _check_options(context, call, options, form)

    def edit(updated: cst.Call) -> cst.Call:
        new: list[cst.Arg] = []
        for index, argument in enumerate(updated.args):
            new += _argument(context, form, call.args[index], argument, index)
        return with_arguments(updated, new)

    context.edits.replace(call, edit)


def _argument(context: Context, form: Form, original: cst.Arg, argument: cst.Arg, index: int) -> list[cst.Arg]:
    keyword = keyword_of(argument)
    if not keyword and not argument.star and form.positional:
        keyword = form.positional[index] if index < len(form.positional) else ""
        argument = keyword_argument(keyword, argument.value).with_changes(comma=argument.comma)
    if not keyword:
        return [argument]
    if keyword == "request_options":
        return _options(argument, form)
    if keyword in form.groups:
        return _group(context, argument, form.groups[keyword])
    if keyword in form.omits_none:
        if _is_none(argument.value):
            return []
        if _may_be_none(context, original.value):
            if isinstance(argument.value, cst.Name | cst.Attribute):
                argument = argument.with_changes(value=_or_not_given(argument.value))
            elif (branch := _none_branch(argument.value)) is not None:
                argument = argument.with_changes(value=argument.value.with_changes(**{branch: cst.Name("NOT_GIVEN")}))
    new = form.arguments.get(keyword, keyword)
    if new is None:
        return []
    return (
        [argument if new == keyword else argument.with_changes(keyword=cst.Name(new))] if keyword != new else [argument]
    )


def _is_none(node: cst.BaseExpression) -> bool:
    return isinstance(node, cst.Name) and node.value == "None"


def _none_branch(value: cst.BaseExpression) -> str | None:
    """Return which part of `x if y else None` or `x or None` is None."""
    if isinstance(value, cst.IfExp):
        return "orelse" if _is_none(value.orelse) else "body" if _is_none(value.body) else None
    if isinstance(value, cst.BooleanOperation) and isinstance(value.operator, cst.Or) and _is_none(value.right):
        return "right"
    return None


def _or_not_given(value: cst.BaseExpression) -> cst.BaseExpression:
    return cst.IfExp(
        test=cst.Comparison(value, [cst.ComparisonTarget(cst.IsNot(), cst.Name("None"))]),
        body=value,
        orelse=cst.Name("NOT_GIVEN"),
    )


def _may_be_none(context: Context, node: cst.BaseExpression) -> bool:
    """Return whether an expression can be None, as far as one can see."""
    if isinstance(node, cst.IfExp):
        return _is_none(node.orelse) or _is_none(node.body)
    if isinstance(node, cst.BooleanOperation):
        return _is_none(node.right)
    if isinstance(node, cst.Call):
        name = dotted(node.func).rpartition(".")[2]
        return name in ("get", "getenv") and len(node.args) == 1
    if not isinstance(node, cst.Name):
        return False
    found = context.reader.scopes[node].find(node.value)
    for source in found[1] if found is not None else ():
        annotation = source.node
        if isinstance(annotation, cst.Param):
            annotation = annotation.annotation.annotation if annotation.annotation is not None else None
        elif source.how == "value" and isinstance(annotation, cst.BaseExpression) and annotation is not node:
            if not isinstance(annotation, cst.Name) and _may_be_none(context, annotation):
                return True
            continue
        elif source.how != "annotation":
            continue
        if annotation is not None and _allows_none(annotation):
            return True
    return False


def _allows_none(annotation: cst.CSTNode) -> bool:
    if isinstance(annotation, cst.Subscript):
        return dotted(annotation.value).rpartition(".")[2] == "Optional"
    if isinstance(annotation, cst.BinaryOperation):
        return _allows_none(annotation.left) or _allows_none(annotation.right)
    return isinstance(annotation, cst.Name) and annotation.value == "None"


# Objects that group arguments


def _mark_inlined(context: Context, call: cst.Call, argument: cst.Arg, form: Form) -> None:
    value = argument.value
    classes = form.groups[keyword_of(argument)]
    function = context.kind(value.func) if isinstance(value, cst.Call) else None
    names = classes.get(function.name, {}) if isinstance(function, OfficialName) else {}
    if isinstance(value, cst.Call) and names and all(keyword_of(item) in names for item in value.args):
        context.edits.inlined.add(value.func)
        return
    if text_of(value) is None and not _is_none(value):
        ours = ", ".join(dict.fromkeys(name for class_ in classes.values() for name in class_.values()))
        context.edits.todo(call, f"pass {ours} instead of {keyword_of(argument)}", "arguments")


def _group(context: Context, argument: cst.Arg, classes: dict[str, dict[str, str]]) -> list[cst.Arg]:
    value = argument.value
    if _is_none(value):
        return []
    if isinstance(value, cst.Call):
        names = classes.get(dotted(value.func).rpartition(".")[2], {})
        if value.args and all(keyword_of(item) in names for item in value.args):
            inner = [
                keyword_argument(names[keyword_of(item)], item.value) for item in value.args if not _is_none(item.value)
            ]
            if inner:
                inner[-1] = inner[-1].with_changes(comma=argument.comma)
            return inner
    return [argument]


# Request options


def _check_options(context: Context, call: cst.Call, argument: cst.Arg, form: Form) -> None:
    value = argument.value
    if _is_none(value):
        return
    if isinstance(value, cst.Name):
        _options_variable(context, call, value)
        return
    if not isinstance(value, cst.Dict):
        context.edits.todo(call, "check these request options", "request-options")
        return
    for element in value.elements:
        key = text_of(element.key) if isinstance(element, cst.DictElement) else None
        if key is None:
            context.edits.todo(call, "check these request options", "request-options")
        elif key == "base_url":
            context.edits.todo(call, "create a client for this base_url", "request-options")
        elif key == "idempotency_key" and not form.post:
            context.edits.todo(call, "only a POST takes an idempotency key", "request-options")


def _options_variable(context: Context, call: cst.Call, name: cst.Name) -> None:
    """Rename the keys of a variable with request options, if it is assigned once, as a dict."""
    found = context.reader.scopes[name].find(name.value)
    values = [source.node for source in found[1] if source.how == "value"] if found is not None else []
    value = values[0] if len(values) == 1 else None
    if not isinstance(value, cst.Dict):
        context.edits.todo(call, "check these request options", "request-options")
        return
    for element in value.elements:
        key = text_of(element.key) if isinstance(element, cst.DictElement) else None
        if key in (None, "base_url", "idempotency_key"):
            context.edits.todo(value, "check these request options", "request-options")
        elif (
            key == "extra_headers" and isinstance(element, cst.DictElement) and element.key not in context.edits.inlined
        ):
            context.edits.inlined.add(element.key)
            context.edits.replace(element.key, _with_text("headers"))


def _with_text(text: str) -> Callable[[cst.SimpleString], cst.SimpleString]:
    def edit(updated: cst.SimpleString) -> cst.SimpleString:
        return updated.with_changes(value=f"{updated.quote}{text}{updated.quote}")

    return edit


def _options(argument: cst.Arg, form: Form) -> list[cst.Arg]:
    value = argument.value
    if _is_none(value):
        return []
    options = argument.with_changes(keyword=cst.Name("options"))
    if not isinstance(value, cst.Dict):
        return [options]
    kept: list[cst.BaseDictElement] = []
    extracted: list[cst.Arg] = []
    for element in value.elements:
        key = text_of(element.key) if isinstance(element, cst.DictElement) else None
        if key == "idempotency_key" and form.post:
            extracted.append(keyword_argument("idempotency_key", element.value))
        elif (
            key == "extra_headers"
            and isinstance(element, cst.DictElement)
            and isinstance(element.key, cst.SimpleString)
        ):
            kept.append(element.with_changes(key=_with_text("headers")(element.key)))
        else:
            kept.append(element)
    if not kept and extracted:
        extracted[-1] = extracted[-1].with_changes(comma=argument.comma)
        return extracted
    if (
        extracted
        and isinstance(kept[-1].comma, cst.Comma)
        and not isinstance(kept[-1].comma.whitespace_after, cst.ParenthesizedWhitespace)
    ):
        kept[-1] = kept[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
    return [*extracted, options.with_changes(value=value.with_changes(elements=kept))]


# Results


def _unwrap(context: Context, call: cst.Call, wrapped: str) -> None:
    """Remove `.user` or `.data` from a result that is the user or the list itself."""
    node: cst.CSTNode = call
    parent = context.parent(call)
    if isinstance(parent, cst.Await):
        node, parent = parent, context.parent(parent)
    if isinstance(parent, cst.Attribute) and parent.value is node:
        if parent.attr.value == wrapped:
            context.edits.replace(parent, _without_attribute)
        return
    if isinstance(parent, cst.Assign) and len(parent.targets) == 1 and isinstance(parent.targets[0].target, cst.Name):
        target = parent.targets[0].target
        found = context.reader.scopes[target].find(target.value)
        if found is not None and len(found[1]) == 1:
            _unwrap_variable(context, context.references(found[0], target.value), wrapped, call)
            return
    if not isinstance(parent, cst.Expr):
        context.edits.todo(call, f"the result is the value of `{wrapped}` itself", "results")


def _unwrap_variable(context: Context, references: list[cst.Name], wrapped: str, call: cst.Call) -> None:
    for reference in references:
        parent = context.parent(reference)
        if isinstance(parent, cst.Attribute) and parent.attr.value == wrapped:
            context.edits.replace(parent, _without_attribute)
        else:
            context.edits.todo(reference, f"this is the value of `{wrapped}` itself", "results")


def _without_attribute(updated: cst.BaseExpression) -> cst.BaseExpression:
    return updated.value if isinstance(updated, cst.Attribute) else updated
