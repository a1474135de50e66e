"""The modules of workos_async/resources."""

from typing import Any

from codegen.document import Resource
from codegen.ir import Api, Exclusive, Method
from codegen.render.annotations import annotation
from codegen.render.calls import call
from codegen.render.docstrings import ResourceDocstrings
from codegen.render.environment import render_template
from codegen.render.models import imports
from codegen.render.params import param_imports
from codegen.render.signatures import overloads, signature
from codegen.render.text import literal


def render_resources(api: Api, limits: dict[str, Any]) -> dict[str, str]:
    """Return the module of every resource and the index that loads them lazily."""
    files = {
        f"workos_async/resources/{resource.name}.py": _render_module(api, resource, limits)
        for resource in api.resources
    }
    files["workos_async/resources/__init__.py"] = render_template(
        "resources_index.py.jinja", "spec/", resources=api.resources
    )
    return files


def _render_module(api: Api, resource: Resource, limits: dict[str, Any]) -> str:
    methods = [method for method in api.methods if method.resource == resource.name]
    docstrings = ResourceDocstrings(resource, methods, limits)
    sent: set[str] = set().union(
        *(argument.type.referenced_names() for method in methods for argument in method.arguments)
    )
    used = sent.union(*(method.returns.referenced_names() for method in methods))
    return render_template(
        "resource.py.jinja",
        resource.source,
        docstring=f"The resource client behind `workos.{resource.name}`.",
        resource=resource,
        methods=methods,
        types=_types(api, used, sent),
        coercions=sorted({argument.coercion for method in methods for argument in method.arguments} - {""}),
        class_doc=docstrings.class_docstring(),
        call=call,
        definition=lambda method: "async def" if method.kind == "call" else "def",
        exclusive=_exclusive,
        method_doc=docstrings.method_docstring,
        overloads=lambda method: overloads(method, api.types),
        result=_result,
        signature=lambda method: signature(method, api.types),
        styles=_styles,
    )


def _types(api: Api, used: set[str], sent: set[str]) -> list[tuple[str, list[str]]]:
    """Return the modules of the types in signatures, each with the names. They are imported on first use: creating models takes long."""
    models = [(f"workos_core.models.{module}", names) for module, names in imports(api, used)]
    return models + [(f"workos_core.params.{module}", names) for module, names in param_imports(api, sent)]


def _result(method: Method) -> str:
    return f"Pager[{annotation(method.returns)}]" if method.kind == "pager" else annotation(method.returns)


def _styles(method: Method) -> dict[str, str]:
    return {
        argument.wire: argument.style
        for argument in method.arguments
        if argument.location == "query" and argument.style != "plain"
    }


def _exclusive(rule: Exclusive) -> str:
    parts = [literal(rule.groups)]
    parts += ["required=True"] if rule.required else []
    parts += [f"optional={literal(rule.optional)}"] if rule.optional else []
    parts += [f"allowed_with={literal(rule.allowed_with)}"] if rule.allowed_with else []
    return f"Exclusive({', '.join(parts)})"
