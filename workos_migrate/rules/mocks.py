"""Mocks of `unittest.mock`: methods of mocked clients, and dotted paths that tests patch."""

import libcst as cst

from workos_migrate.inference import instance_of
from workos_migrate.kinds import Client, Kind, Method, Module, OfficialName, Resource
from workos_migrate.rules.context import Context, text_of
from workos_migrate.rules.names import local_name, replacement
from workos_migrate.scopes import dotted

_PAGER = "a list method is no coroutine and returns a pager here: let the mock return one"
_PATCH = "patch nothing: run the test against the emulator"


def migrate_mocks(context: Context) -> None:
    """Migrate the paths that `patch` and `setattr` get, and point out what mocks must return."""
    for node in context.nodes:
        if isinstance(node, cst.SimpleString):
            _text(context, node)
        elif isinstance(node, cst.Attribute):
            _attribute(context, node)


def _attribute(context: Context, node: cst.Attribute) -> None:
    kind = context.kind(node)
    if isinstance(kind, Method) and kind.is_mock and _is_pager(context, kind.name) and _is_configured(context, node):
        context.edits.todo(node, _PAGER, "mocks")


def _is_configured(context: Context, node: cst.Attribute) -> bool:
    """Return whether a test sets what a method of a mock returns."""
    parent = context.parent(node)
    if isinstance(parent, cst.Attribute):
        return parent.attr.value in ("return_value", "side_effect")
    return isinstance(parent, cst.AssignTarget)


def _is_pager(context: Context, method: str) -> bool:
    form = context.official.find(method, context.version)
    return form is not None and form.our_kind == "pager"


def _text(context: Context, node: cst.SimpleString) -> None:
    value = text_of(node)
    if value == "request_options" and isinstance(context.parent(node), cst.Index):
        context.edits.todo(node, "this is `options`, and `idempotency_key` an argument of its own", "request-options")
        return
    parent = context.parent(node)
    call = context.parent(parent) if isinstance(parent, cst.Arg) else None
    if value is None or not isinstance(call, cst.Call) or not _patches(call):
        return
    if call.args[0] is parent:
        _path(context, node, value)
    elif len(call.args) > 1 and call.args[1] is parent:
        _name(context, node, call.args[0].value, value)


def _patches(call: cst.Call) -> bool:
    name = dotted(call.func)
    return "patch" in name or name.endswith(".setattr") or name == "setattr"


def _path(context: Context, node: cst.SimpleString, value: str) -> None:
    """Replace the path of a patched name, such as `app.clients.WorkOSClient`."""
    found = _resolve(context, value)
    if found is None:
        if value == "workos" or value.startswith("workos."):
            context.edits.todo(node, _PATCH, "tests")
        return
    new, kind = found
    _replace(context, node, value, new)
    if isinstance(kind, Method) and _is_pager(context, kind.name):
        context.edits.todo(node, _PAGER, "mocks")


def _name(context: Context, node: cst.SimpleString, owner: cst.BaseExpression, value: str) -> None:
    """Replace the name in `patch.object(module, "WorkOSClient")` and `setattr(client.organizations, "get_organization", …)`."""
    kind = context.kind(owner)
    if isinstance(kind, Resource):
        method = f"{kind.name}.{value}"
        form = context.official.find(method, context.version)
        if form is not None and form.to:
            _replace(context, node, value, form.to.partition(".")[2])
            if _is_pager(context, method):
                context.edits.todo(node, _PAGER, "mocks")
        return
    module = context.inference.find_module(kind.name) if isinstance(kind, Module) else None
    if module is not None and isinstance(module.exported(value), OfficialName):
        _replace(context, node, value, local_name(context, module, value))


def _resolve(context: Context, path: str) -> tuple[str, Kind] | None:
    """Return the new path of a name, and its kind; None if nothing of the official SDK is in the path."""
    parts = path.split(".")
    if parts[0] == "workos":
        return _resolve_official(context, parts)
    for length in range(len(parts) - 1, 0, -1):
        module = context.inference.find_module(".".join(parts[:length]))
        if module is not None:
            kind = module.exported(parts[length])
            head = [*parts[:length], parts[length]]
            if isinstance(kind, OfficialName):
                head[-1] = local_name(context, module, parts[length])
            return _members(context, head, kind, parts[length + 1 :])
    return None


def _resolve_official(context: Context, parts: list[str]) -> tuple[str, Kind] | None:
    for length in range(1, len(parts)):
        name = parts[length]
        if name[:1].isupper():
            found = replacement(context, OfficialName(name, ".".join(parts[:length])))
            if found is None or found[0] == "workos_core.models":
                return None
            kind = instance_of(OfficialName(name, ".".join(parts[:length])))
            return _members(context, list(found), kind, parts[length + 1 :])
    return None


def _members(context: Context, head: list[str], kind: Kind, rest: list[str]) -> tuple[str, Kind] | None:
    """Follow attributes of a client or a resource."""
    for name in rest:
        if isinstance(kind, OfficialName):
            kind = instance_of(kind)
        if isinstance(kind, Client) and name in context.official.resources:
            head.append(context.official.our_resource(name))
            kind = Resource(name, kind.variant)
        elif isinstance(kind, Resource):
            method = f"{kind.name}.{name}"
            form = context.official.find(method, context.version)
            if form is not None and form.to:
                head.append(form.to.partition(".")[2])
            elif form is not None:
                return None
            else:
                head.append(name)
            kind = Method(method, kind.variant)
        elif isinstance(kind, Client):
            return None
        else:
            head.append(name)
    is_ours = isinstance(kind, OfficialName | Client | Resource | Method) or head[0].startswith("workos_")
    return (".".join(head), kind) if is_ours else None


def _replace(context: Context, node: cst.SimpleString, value: str, new: str) -> None:
    if new != value:
        context.edits.replace(
            node,
            lambda updated: updated.with_changes(value=f"{updated.prefix}{updated.quote}{new}{updated.quote}"),
            "mock",
        )
