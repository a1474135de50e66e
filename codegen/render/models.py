"""The modules of workos_core/models."""

from collections.abc import Sequence

from codegen.document import COMMON
from codegen.ir import Api, Definition, Field, Union
from codegen.problems import CodegenError, Problem
from codegen.render.annotations import field_annotation
from codegen.render.environment import render_template
from codegen.render.text import literal


def render_models(api: Api) -> dict[str, str]:
    """Return the modules of the models and the index that loads them lazily."""
    modules = sorted({definition.module for definition in api.types.values()}, key=lambda name: (name != COMMON, name))
    names = [(module, _exported(api, module)) for module in modules]
    exported = sorted(name for _, members in names for name in members)
    files = {f"workos_core/models/{module}.py": _render_module(api, module) for module in modules}
    files["workos_core/models/__init__.py"] = render_template(
        "models_index.py.jinja", "spec/", modules=names, exported=exported
    )
    return files


def imports(api: Api, names: set[str], module: str = "") -> list[tuple[str, list[str]]]:
    """Return the modules other than `module` that define `names`, each with the names to import."""
    modules: dict[str, list[str]] = {}
    for name in sorted(names):
        definition = api.types[name]
        if definition.module != module:
            modules.setdefault(definition.module, []).append(name)
    return sorted(modules.items())


def _exported(api: Api, module: str) -> list[str]:
    definitions = [definition for definition in api.types.values() if definition.module == module]
    return sorted(
        [definition.name for definition in definitions]
        + [definition.unknown for definition in definitions if isinstance(definition, Union)]
    )


def _render_module(api: Api, module: str) -> str:
    definitions = [definition for definition in api.types.values() if definition.module == module]
    used: set[str] = set().union(*(definition.referenced_names() for definition in definitions))
    return render_template(
        "models.py.jinja",
        api.module_sources[module],
        docstring="Models shared by several resources."
        if module == COMMON
        else f"Models of {module.replace('_', ' ')}.",
        imports=imports(api, used, module),
        exported=_exported(api, module),
        types=in_definition_order(definitions),
        field_annotation=field_annotation,
        field_default=_field_default,
        field_description=field_description,
        unknown_doc=_unknown_doc,
    )


def field_description(item: Field) -> str:
    """Return the docstring of a field."""
    return f"Deprecated. {item.description}" if item.deprecated else item.description


def _field_default(item: Field) -> str:
    settings: list[str] = []
    if item.secret:
        settings.append("repr=False")
    if item.wire != item.name:
        settings.append(f"metadata={{'wire': {literal(item.wire)}}}")
    default = ""
    if not item.required:
        default = "UNSET"
    elif item.type.kind == "const":
        default = literal(item.type.value)
    if not settings:
        return f" = {default}" if default else ""
    return f" = field({', '.join([f'default={default}', *settings] if default else settings)})"


def _unknown_doc(union: Union) -> str:
    return (
        f"A member of {union.name} with a `{union.tag}` that this version of the SDK does not know. "
        "Fields that are not declared here are in `extra_fields`."
    )


def in_definition_order(definitions: Sequence[Definition]) -> list[Definition]:
    """Return each definition after those it refers to: annotations are evaluated when the class is created."""
    here = {definition.name: definition for definition in definitions}
    ordered: dict[str, Definition] = {}

    def add(definition: Definition, trail: tuple[str, ...]) -> None:
        if definition.name in trail:
            cycle = " → ".join((*trail, definition.name))
            raise CodegenError(
                [Problem(f"schemas contain one another: {cycle}", None, f"/components/schemas/{definition.name}")]
            )
        for name in sorted(definition.referenced_names() & set(here)):
            if name not in ordered:
                add(here[name], (*trail, definition.name))
        ordered[definition.name] = definition

    for definition in definitions:
        if definition.name not in ordered:
            add(definition, ())
    return list(ordered.values())
