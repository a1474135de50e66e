"""The modules of workos_core/params: a `TypedDict` for each object that is part of an argument."""

from collections.abc import Mapping

from codegen.ir import Api, Definition, Field, Model, Union
from codegen.naming import param_name
from codegen.render.annotations import argument_annotation
from codegen.render.environment import render_template
from codegen.render.models import field_description, imports, in_definition_order


def render_params(api: Api) -> dict[str, str]:
    """Return the module of every resource with nested arguments, and the index that loads them lazily."""
    modules: dict[str, list[Model]] = {}
    for definition in api.nested_arguments().values():
        modules.setdefault(definition.module, []).append(definition)
    names = [(module, sorted(param_name(item.name) for item in definitions)) for module, definitions in modules.items()]
    files = {
        f"workos_core/params/{module}.py": _render_module(api, module, definitions)
        for module, definitions in modules.items()
    }
    files["workos_core/params/__init__.py"] = render_template(
        "params_index.py.jinja", "spec/", modules=names, exported=sorted(name for _, group in names for name in group)
    )
    return files


def param_imports(api: Api, names: set[str], module: str = "") -> list[tuple[str, list[str]]]:
    """Return the modules other than `module` that define the `TypedDict`s of `names`, each with the names to import."""
    models = {name for name in _with_union_members(api, names) if isinstance(api.types[name], Model)}
    return [(source, [param_name(name) for name in group]) for source, group in imports(api, models, module)]


def _with_union_members(api: Api, names: set[str]) -> set[str]:
    return names.union(*(api.types[name].referenced_names() for name in names if isinstance(api.types[name], Union)))


def _render_module(api: Api, module: str, definitions: list[Model]) -> str:
    used: set[str] = set().union(*(definition.referenced_names() for definition in definitions))
    return render_template(
        "params.py.jinja",
        api.module_sources[module],
        docstring=f"Objects in arguments of {module.replace('_', ' ')}.",
        model_imports=imports(api, used),
        param_imports=param_imports(api, used, module),
        exported=sorted(param_name(definition.name) for definition in definitions),
        definitions=in_definition_order(definitions),
        field_annotation=lambda item: _field_annotation(item, api.types),
        field_description=field_description,
        param_name=param_name,
    )


def _field_annotation(item: Field, types: Mapping[str, Definition]) -> str:
    text = argument_annotation(item.type, types)
    return text if item.required else f"NotRequired[{text}]"
