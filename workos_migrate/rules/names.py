"""Imports, and the names that they bind."""

import re
from collections.abc import Callable

import libcst as cst
from attrs import define, evolve, field

from workos_migrate.edits import Edits
from workos_migrate.inference import Inference, is_official
from workos_migrate.kinds import OfficialModule, OfficialName
from workos_migrate.official import CLIENTS, ERRORS, PAGES, SAME_ERRORS, SESSION_RESULTS, SESSIONS, resource_of
from workos_migrate.rules.context import Context
from workos_migrate.scopes import Source, dotted

_LINE_LENGTH = 88
_SHARED = {"ListMetadata", "NOT_GIVEN", "NotGiven", "RequestOptions"}
_AUTH = {
    **SESSION_RESULTS,
    "AuthenticateWithSessionCookieFailureReason": "FailureReason",
    "PKCE": "PKCE",
    "PKCEPair": "PKCEPair",
    "seal_data": "seal",
    "unseal_data": "unseal",
}


def migrate_names(context: Context) -> None:
    """Replace imports of the official SDK, and rename what they import. Runs after the rules that replace whole expressions."""
    statements: dict[cst.CSTNode, _Statement] = {}
    for node in context.nodes:
        if isinstance(node, cst.ImportFrom):
            _import_from(context, node, statements)
        elif isinstance(node, cst.Import):
            _import(context, node, statements)
    _strings(context)


def replacement(context: Context, name: OfficialName) -> tuple[str, str] | None:
    """Return the module and the name that replace a name of the official SDK, or None if there is no counterpart."""
    if name.name in CLIENTS:
        return context.package("sync" if CLIENTS[name.name] == "sync" else "async"), "WorkOS"
    if name.name in PAGES:
        return context.package("sync" if PAGES[name.name] == "sync" else "async"), "Page"
    if name.name == "create_public_client":
        return context.package("sync"), "WorkOS"
    if name.name in ERRORS or name.name in SAME_ERRORS:
        return context.shared_package(), ERRORS.get(name.name, name.name)
    if name.name in _SHARED:
        return context.shared_package(), name.name
    if name.name in _AUTH:
        return "workos_core.auth", _AUTH[name.name]
    if name.name in SESSIONS and name.module == "workos.session":
        return context.package("sync" if SESSIONS[name.name] == "sync" else "async"), "Session"
    if name.name == "EventSchemaUnknown":
        return "workos_core.models", "UnknownEvent"
    resource = resource_of(name.name, name.module)
    if resource and resource != "actions":
        ours = context.official.our_resource(resource)
        package = context.package("async" if name.name.startswith("Async") else "sync")
        return f"{package}.resources.{ours}", "".join(part.title() for part in ours.split("_"))
    if name.name in context.official.models:
        return "workos_core.models", context.official.models[name.name]
    return None


def local_name(context: Context, module: Inference, local: str) -> str:
    """Return the name that a module of the program will have for what it imports as `local` from the official SDK."""
    sources = module.reader.module_scope.bindings.get(local, [])
    source = sources[0] if sources else None
    if source is None or not isinstance(source.node, cst.ImportFrom) or source.name != local:
        return local
    there = evolve(context, inference=module, edits=Edits(module.reader))
    name = OfficialName(source.name, source.module)
    found = replacement(there, name)
    if found is None or found[1] == local:
        return local
    wanted = _async_name(there, name, found[1])
    references = there.references(module.reader.module_scope, local)
    return local if _is_bound(there, wanted, references, source.node) else wanted


@define
class _Statement:
    """What replaces an import of the official SDK: module → names, each with the name that it is bound to, and whole modules."""

    modules: list[str] = field(factory=list[str])
    names: dict[str, list[tuple[str, str]]] = field(factory=dict[str, list[tuple[str, str]]])
    kept: list[cst.ImportAlias] = field(factory=list[cst.ImportAlias])

    def add(self, module: str, name: str, local: str) -> None:
        """Add a name."""
        entry = (name, local)
        entries = self.names.setdefault(module, [])
        if entry not in entries:
            entries.append(entry)


def _import_from(context: Context, node: cst.ImportFrom, statements: dict[cst.CSTNode, _Statement]) -> None:
    module = "." * len(node.relative) + (dotted(node.module) if node.module else "")
    if isinstance(node.names, cst.ImportStar):
        if is_official(module):
            context.edits.todo(node, "import the names that this module uses", "imports")
        return
    if not is_official(module):
        _import_from_program(context, node)
        return
    statement = _Statement()
    for alias in node.names:
        _import_name(context, node, alias, OfficialName(dotted(alias.name), module), statement)
    line = context.parent(node)
    if not isinstance(line, cst.SimpleStatementLine) or len(line.body) > 1:
        context.edits.todo(node, "replace this import", "imports")
        return
    context.edits.changes["import"] += 1
    original = node.with_changes(names=_ending_as(node, statement.kept)) if statement.kept else None
    _replace_statement(context, line, statement, original, statements)


def _import_name(
    context: Context, node: cst.ImportFrom, alias: cst.ImportAlias, name: OfficialName, statement: _Statement
) -> None:
    local = dotted(alias.asname.name) if alias.asname is not None else name.name
    scope = context.reader.scopes[node]
    references = [item for item in context.references(scope, local) if item not in context.edits.inlined]
    all_references = context.references(scope, local)
    found = replacement(context, name)
    if all_references and not references:
        return  # every use was replaced
    if found is None:
        statement.kept.append(alias)
        section = "sessions" if name.module == "workos.session" else "imports"
        context.edits.todo(node, f"{name.name} has no direct counterpart", section)
        return
    module, new = found
    wanted = _async_name(context, name, new)
    if alias.asname is not None or new == local:
        statement.add(module, new, local)
    elif _is_bound(context, wanted, all_references, node):
        statement.add(module, new, local)
    else:
        statement.add(module, new, wanted)
        for reference in references:
            context.edits.rename(reference, wanted)


def _async_name(context: Context, name: OfficialName, new: str) -> str:
    """Return the local name: `AsyncWorkOS` in a module that uses both clients."""
    if name.name == "AsyncWorkOSClient" and context.target is None and _mentions(context, "WorkOSClient"):
        return "AsyncWorkOS"
    if name.name == "AsyncPage" and context.target is None and _mentions(context, "SyncPage"):
        return "AsyncPage"
    return new


def _mentions(context: Context, name: str) -> bool:
    return any(
        isinstance(node, cst.ImportAlias) and dotted(node.name) == name and node.asname is None
        for node in context.nodes
    )


def _is_bound(context: Context, name: str, references: list[cst.Name], node: cst.CSTNode) -> bool:
    """Return whether a name already means something else where it would be used."""
    scopes = {context.reader.scopes[item] for item in (*references, node)}
    for scope in scopes:
        found = scope.find(name)
        if found is not None and not all(_is_official_import(source) for source in found[1]):
            return True
    return False


def _is_official_import(source: Source) -> bool:
    return source.how in ("import", "module") and is_official(source.module)


def _import_from_program(context: Context, node: cst.ImportFrom) -> None:
    """Follow the rename of a name that another module of the program imports from the official SDK."""
    if isinstance(node.names, cst.ImportStar):
        return
    for alias in node.names:
        if not isinstance(alias.name, cst.Name):
            continue
        scope = context.reader.scopes[node]
        local = dotted(alias.asname.name) if alias.asname is not None else alias.name.value
        found = scope.find(local)
        kind = context.inference.kind_of(alias.asname.name if alias.asname is not None else alias.name)
        if found is None or not isinstance(kind, OfficialName):
            continue
        new = replacement(context, kind)
        if new is None or new[1] == alias.name.value or alias.name.value != kind.name:
            continue
        asname = alias.asname or cst.AsName(cst.Name(local), cst.SimpleWhitespace(" "), cst.SimpleWhitespace(" "))
        context.edits.replace(alias, _renamed_alias(new[1], asname), "import")


def _renamed_alias(name: str, asname: cst.AsName) -> Callable[[cst.ImportAlias], cst.ImportAlias]:
    return lambda updated: updated.with_changes(name=cst.Name(name), asname=asname)


def _in_module(module: str, name: str) -> Callable[[cst.Attribute], cst.Attribute]:
    return lambda updated: updated.with_changes(value=cst.parse_expression(module), attr=cst.Name(name))


def _import(context: Context, node: cst.Import, statements: dict[cst.CSTNode, _Statement]) -> None:
    """Replace `import workos`, if every use of it has a counterpart."""
    official = [alias for alias in node.names if is_official(dotted(alias.name))]
    line = context.parent(node)
    if not official:
        return
    if len(node.names) > 1 or not isinstance(line, cst.SimpleStatementLine) or len(line.body) > 1:
        context.edits.todo(node, "replace this import", "imports")
        return
    alias = official[0]
    local = dotted(alias.asname.name) if alias.asname is not None else "workos"
    context.edits.changes["import"] += 1
    if _line_binds_again(context, node, alias):
        _replace_statement(context, line, _Statement(), None, statements)  # the first statement replaces both
        return
    references = context.references(context.reader.scopes[node], local)
    packages: list[str] = []
    is_complete = True
    for reference in references:
        outermost: cst.CSTNode = reference
        while isinstance(context.kind(outermost), OfficialModule):
            parent = context.parent(outermost)
            if not isinstance(parent, cst.Attribute) or parent.value is not outermost:
                break
            outermost = parent
        if outermost in context.edits.inlined:
            continue
        kind = context.kind(outermost)
        found = replacement(context, kind) if isinstance(kind, OfficialName) else None
        if found is None or not isinstance(outermost, cst.Attribute):
            is_complete = False
            context.edits.todo(reference, f"{dotted(outermost) or local} has no direct counterpart", "imports")
            continue
        module, name = found
        packages.append(module)
        context.edits.replace(outermost, _in_module(module, name))
    statement = _Statement()
    statement.modules = list(packages)
    _replace_statement(context, line, statement, None if is_complete else node, statements)


def _line_binds_again(context: Context, node: cst.Import, alias: cst.ImportAlias) -> bool:
    """Return whether an earlier statement of the same scope imports a module of the official SDK as `workos`, too."""
    if alias.asname is not None:
        return False
    found = context.reader.scopes[node].find("workos")
    return found is not None and found[1][0].how == "module" and found[1][0].node is not node


def _replace_statement(
    context: Context,
    line: cst.SimpleStatementLine,
    statement: _Statement,
    original: cst.BaseSmallStatement | None,
    statements: dict[cst.CSTNode, _Statement],
) -> None:
    """Replace an import statement; its names join those of the official import directly above it."""
    if line is _first_official_import(context):
        for module, name, asname in context.edits.required_imports:
            statement.add(module, name, asname or name)
        context.edits.required_imports_placed = True
    statements[line] = statement
    line_above = _line_above(context, line)
    above = statements.get(line_above) if line_above is not None else None
    if above is not None and original is None and not line.leading_lines:
        statements[line] = above
        above.modules += statement.modules
        for module, names in statement.names.items():
            for name, local in names:
                above.add(module, name, local)
        statement.names, statement.modules = {}, []

    def edit(
        updated: cst.SimpleStatementLine,
    ) -> cst.BaseStatement | cst.FlattenSentinel[cst.BaseStatement] | cst.RemovalSentinel:
        lines: list[cst.SimpleStatementLine] = []
        if original is not None:
            lines.append(updated.with_changes(body=[original]))
        lines += [_parse(context, text) for text in _texts(context, statement)]
        if not lines:
            block = context.parent(line)
            if isinstance(block, cst.IndentedBlock) and len(block.body) == 1:
                return updated.with_changes(body=[cst.Pass()])
            return cst.RemoveFromParent()
        lines[0] = lines[0].with_changes(leading_lines=updated.leading_lines)
        lines[-1] = lines[-1].with_changes(trailing_whitespace=updated.trailing_whitespace)
        return cst.FlattenSentinel(lines)

    context.edits.replace(line, edit)


def _line_above(context: Context, line: cst.CSTNode) -> cst.CSTNode | None:
    block = context.parent(line)
    body = list(block.body) if isinstance(block, cst.Module | cst.IndentedBlock) else []
    position = next((index for index, item in enumerate(body) if item is line), 0)
    return body[position - 1] if position else None


def _first_official_import(context: Context) -> cst.CSTNode | None:
    for line in context.inference.module.body:
        if isinstance(line, cst.SimpleStatementLine) and len(line.body) == 1:
            node = line.body[0]
            if (
                isinstance(node, cst.ImportFrom)
                and node.module
                and not node.relative
                and is_official(dotted(node.module))
            ):
                return None if isinstance(node.names, cst.ImportStar) else line
    return None


def _texts(context: Context, statement: _Statement) -> list[str]:
    texts = [f"import {module}" for module in sorted(set(statement.modules))]
    newline = context.inference.module.default_newline
    for module, names in sorted(statement.names.items()):
        parts = [
            name if name == local else f"{name} as {local}"
            for name, local in sorted(names, key=lambda item: (not item[0].isupper(), item[0].islower(), item[0]))
        ]
        text = f"from {module} import {', '.join(parts)}"
        if len(text) > _LINE_LENGTH:
            inner = "".join(f"    {part},{newline}" for part in parts)
            text = f"from {module} import ({newline}{inner})"
        texts.append(text)
    return texts


def _parse(context: Context, text: str) -> cst.SimpleStatementLine:
    parsed = cst.parse_statement(text, config=context.inference.module.config_for_parsing)
    assert isinstance(parsed, cst.SimpleStatementLine)
    return parsed


def place_required_imports(context: Context, module: cst.Module) -> cst.Module:
    """Return the module with the imports that the rules require, if there was no import of the official SDK to replace."""
    required = context.edits.required_imports
    if not required or context.edits.required_imports_placed:
        return module
    statement = _Statement()
    for name in required:
        statement.add(name[0], name[1], name[2] or name[1])
    lines = [_parse(context, text) for text in _texts(context, statement)]
    position = 0
    for index, line in enumerate(module.body):
        if isinstance(line, cst.SimpleStatementLine) and _comes_first(line, index):
            position = index + 1
        else:
            break
    return module.with_changes(body=[*module.body[:position], *lines, *module.body[position:]])


def _comes_first(line: cst.SimpleStatementLine, index: int) -> bool:
    node = line.body[0]
    is_docstring = index == 0 and isinstance(node, cst.Expr) and isinstance(node.value, cst.SimpleString)
    is_future = isinstance(node, cst.ImportFrom) and node.module is not None and dotted(node.module) == "__future__"
    return is_docstring or is_future


def _ending_as(node: cst.ImportFrom, aliases: list[cst.ImportAlias]) -> list[cst.ImportAlias]:
    """Return the aliases that stay in a statement; the last one keeps the line break of the last one of the statement."""
    assert not isinstance(node.names, cst.ImportStar)
    return [*aliases[:-1], aliases[-1].with_changes(comma=node.names[-1].comma)]


def _strings(context: Context) -> None:
    """Rename clients and pages in annotations that are texts."""
    for node in context.nodes:
        if not isinstance(node, cst.SimpleString):
            continue
        value = node.evaluated_value
        if not isinstance(value, str):
            continue
        if any(isinstance(item, cst.Annotation) for item in context.reader.ancestors(node)):
            _string_annotation(context, node, value)


def _string_annotation(context: Context, node: cst.SimpleString, value: str) -> None:
    scope = context.reader.scopes[node]

    def rename(match: re.Match[str]) -> str:
        found = scope.find(match.group())
        if found is None or not all(_is_official_import(source) for source in found[1]):
            return match.group()
        source = found[1][0]
        new = replacement(context, OfficialName(source.name, source.module))
        if new is None or source.name != match.group():
            return match.group()
        return _async_name(context, OfficialName(source.name, source.module), new[1])

    changed = re.sub(r"[A-Za-z_]\w*", rename, value)
    if changed != value:
        context.edits.replace(node, lambda updated: updated.with_changes(value=updated.value.replace(value, changed)))
