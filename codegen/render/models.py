"""The modules of workos_core/models."""

from codegen.document import COMMON
from codegen.ir import Api, Enum, Field, Model, Union
from codegen.problems import CodegenError, Problem
from codegen.render.annotations import field_annotation
from codegen.render.templates import render_template
from codegen.render.text import literal


def render_models(api: Api) -> dict[str, str]:
    """Return the modules of the models and the index that loads them lazily."""
    modules = sorted({kind.module for kind in api.types.values()}, key=lambda name: (name != COMMON, name))
    names = [(module, _exported(api, module)) for module in modules]
    exported = sorted(name for _, members in names for name in members)
    files = {f"workos_core/models/{module}.py": _render_module(api, module) for module in modules}
    files["workos_core/models/__init__.py"] = render_template(
        "models_index.py.jinja", "spec/", modules=names, exported=exported
    )
    return files


def imports(api: Api, names: set[str], module: str = "") -> list[tuple[str, list[str]]]:
    """Return the model modules other than `module` that define `names`, each with those names."""
    found: dict[str, list[str]] = {}
    for name in sorted(names):
        kind = api.types[name]
        if kind.module != module:
            found.setdefault(kind.module, []).append(name)
    return sorted(found.items())


def _exported(api: Api, module: str) -> list[str]:
    kinds = [kind for kind in api.types.values() if kind.module == module]
    return sorted([kind.name for kind in kinds] + [kind.unknown for kind in kinds if isinstance(kind, Union)])


def _render_module(api: Api, module: str) -> str:
    kinds = [kind for kind in api.types.values() if kind.module == module]
    used: set[str] = set().union(*(kind.names() for kind in kinds))
    return render_template(
        "models.py.jinja",
        api.module_sources[module],
        docstring="Models that several resources share."
        if module == COMMON
        else f"Models of {module.replace('_', ' ')}.",
        imports=imports(api, used, module),
        exported=_exported(api, module),
        types=_in_definition_order(kinds),
        field_annotation=field_annotation,
        field_default=_field_default,
        field_description=_field_description,
        unknown_doc=_unknown_doc,
    )


def _field_description(item: Field) -> str:
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
    return f"A kind of {union.name} that this version of the SDK does not know. Its own fields are in `extra_fields`."


def _in_definition_order(kinds: list[Model | Enum | Union]) -> list[Model | Enum | Union]:
    """Return every type after those it mentions, because annotations are evaluated when the class is created."""
    here = {kind.name: kind for kind in kinds}
    ordered: dict[str, Model | Enum | Union] = {}

    def add(kind: Model | Enum | Union, trail: tuple[str, ...]) -> None:
        if kind.name in trail:
            circle = " → ".join((*trail, kind.name))
            raise CodegenError(
                [Problem(f"schemas contain each other: {circle}", None, f"/components/schemas/{kind.name}")]
            )
        for name in sorted(kind.names() & set(here)):
            if name not in ordered:
                add(here[name], (*trail, kind.name))
        ordered[kind.name] = kind

    for kind in kinds:
        if kind.name not in ordered:
            add(kind, ())
    return list(ordered.values())
