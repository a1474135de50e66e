"""From the intermediate form to text: path → content. Touches no disk but the templates."""

from pathlib import Path
from typing import Any

import jinja2

from codegen.formatting import tidy_all
from codegen.ir import Api, Argument, Enum, Exclusive, Field, Method, Model, Union
from codegen.naming import constant_name
from codegen.parse import modules
from codegen.problems import CodegenError, Problem
from codegen.signatures import overloads, signature
from codegen.text import annotation, attribute_docstring, docstring, field_annotation, literal, wrap

REMEDY = "Do not edit: change the source and run `nox -s generate`."
_OPTIONS_NOTE = "Every method that sends a request takes `options`: timeout, retries and headers of that call alone."
_SHARED = 5
_STATUS_ERRORS = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "422": "UnprocessableEntityError",
    "429": "RateLimitExceededError",
}


def header(source: str) -> str:
    """The first line of a generated file."""
    return f"# Generated from {source} by `python -m codegen`. {REMEDY}"


def render(api: Api, limits: dict[str, Any]) -> dict[str, str]:
    """Every generated Python file but those of the sync package: path relative to the project → text."""
    return _Renderer(api, limits).files()


class _Renderer:
    def __init__(self, api: Api, limits: dict[str, Any]) -> None:
        self.api = api
        self.limits = limits
        loader = jinja2.FileSystemLoader(Path(__file__).parent / "templates")
        self.templates = jinja2.Environment(  # noqa: S701 - Python, not HTML
            loader=loader,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
            keep_trailing_newline=True,
        )
        filters: dict[str, Any] = {
            "annotation": annotation,
            "attribute_doc": attribute_docstring,
            "constant": constant_name,
            "doc": docstring,
            "exclusive": _exclusive,
            "py": literal,
            "styles": _styles,
            "tuple": tuple,
        }
        self.templates.filters.update(filters)

    def files(self) -> dict[str, str]:
        files = {"workos_core/models/__init__.py": self._models_index()}
        for module in modules(self.api):
            files[f"workos_core/models/{module}.py"] = self._models(module)
        files["workos_async/resources/__init__.py"] = self._render(
            "resources_index.py.jinja", "spec/", resources=self.api.resources
        )
        files["workos_core/documented/__init__.py"] = self._render("documented.py.jinja", "spec/")
        files["workos_core/documented/limits.py"] = self._render(
            "limits.py.jinja", "spec/openapi.yaml", limits=self.limits
        )
        for resource in self.api.resources:
            files[f"workos_async/resources/{resource.name}.py"] = self._resource(resource.name)
        return tidy_all(files)

    def _render(self, template: str, source: str, **values: Any) -> str:
        return self.templates.get_template(template).render(header=header(source), **values)

    # Models

    def _names(self, module: str) -> list[str]:
        kinds = [kind for kind in self.api.types.values() if kind.module == module]
        return sorted([kind.name for kind in kinds] + [kind.unknown for kind in kinds if isinstance(kind, Union)])

    def _models_index(self) -> str:
        names = [(module, self._names(module)) for module in modules(self.api)]
        exported = sorted(name for _, members in names for name in members)
        return self._render("models_index.py.jinja", "spec/", modules=names, exported=exported)

    def _imports(self, names: set[str], module: str = "") -> list[tuple[str, list[str]]]:
        found: dict[str, list[str]] = {}
        for name in sorted(names):
            kind = self.api.types[name]
            if kind.module != module:
                found.setdefault(kind.module, []).append(name)
        return sorted(found.items())

    def _models(self, module: str) -> str:
        kinds = [kind for kind in self.api.types.values() if kind.module == module]
        ordered = _in_order(kinds)
        used: set[str] = set().union(*(kind.names() for kind in kinds))
        return self._render(
            "models.py.jinja",
            self.api.module_sources[module],
            docstring=f"Models of {module.replace('_', ' ')}."
            if module != "common"
            else "Models that several resources share.",
            imports=self._imports(used, module),
            exported=self._names(module),
            types=ordered,
            field_annotation=field_annotation,
            field_default=_field_default,
            field_description=_field_description,
            unknown_doc=_unknown_doc,
        )

    # Resources

    def _resource(self, name: str) -> str:
        resource = next(resource for resource in self.api.resources if resource.name == name)
        methods = [method for method in self.api.methods if method.resource == name]
        used: set[str] = set()
        for method in methods:
            used |= method.returns.names().union(*(argument.type.names() for argument in method.arguments))
        return self._render(
            "resource.py.jinja",
            resource.source,
            docstring=f"The methods of `workos.{name}`.",
            resource=resource,
            methods=methods,
            imports=self._imports(used),
            coercions=sorted({argument.coercion for method in methods for argument in method.arguments} - {""}),
            class_doc="\n\n".join(
                [
                    resource.description,
                    *map(self._limit_note, self._shared_limits(name)),
                    _OPTIONS_NOTE,
                    *_see(resource.docs_url),
                ]
            ),
            call=self._call,
            definition=lambda method: "async def" if method.kind == "call" else "def",
            method_doc=self._method_doc,
            overloads=lambda method: overloads(method, self._is_model),
            result=_result,
            signature=lambda method: signature(method, self._is_model),
        )

    def _is_model(self, name: str) -> bool:
        return isinstance(self.api.types[name], (Model, Union))

    def _method_doc(self, method: Method) -> str:
        blocks = [f"{method.summary.rstrip('.')}."]
        if method.description:
            blocks.append(method.description)
        notes = [
            self._limit_note(name) for name in method.rate_limits if name not in self._shared_limits(method.resource)
        ]
        if method.feature_flag:
            notes.append(f"Only for accounts with the feature `{method.feature_flag}`.")
        if method.newer:
            notes.append("Newer than the published description of the API: known from other clients only.")
        blocks += notes
        described = [argument for argument in method.arguments if argument.from_client != "api_key"]
        lines = [f"{argument.name}: {_argument_description(argument)}" for argument in described]
        if method.credentials == "access_token":
            lines.append("access_token: The access token of the user; it is sent in place of the API key.")
        if method.accepts_idempotency_key:
            lines.append(
                "idempotency_key: Makes a repeated call harmless; the API remembers it for 24 hours. None makes one."
            )
        blocks += _section("Args", lines)
        if method.returns_description:
            pager = "A pager over the items." if method.kind == "pager" else method.returns_description
            blocks += _section("Returns", [pager])
        blocks += _section("Raises", _raised(method))
        return "\n\n".join([*blocks, *_see(method.docs_url)])

    def _shared_limits(self, resource: str) -> list[str]:
        """Limits of so many methods of a resource that its class speaks of them, not each method."""
        names = [name for method in self.api.methods if method.resource == resource for name in method.rate_limits]
        return sorted(name for name in set(names) if names.count(name) > _SHARED)

    def _limit_note(self, name: str) -> str:
        limit = self.limits[name]
        seconds = "second" if limit["period"] == 1 else f"{limit['period']} seconds"
        return f"Documented limit: {limit['limit']} per {seconds}. {limit['description']}"

    def _call(self, method: Method) -> str:
        constant = constant_name(method.name)
        path = _mapping([argument for argument in method.arguments if argument.location == "path"])
        query = _mapping([argument for argument in _sent(method) if argument.location == "query"])
        if method.kind == "url":
            return f"return self._caller.url({constant}, {path or '{}'}, {query or '{}'})"
        parts = [constant]
        parts += [f"path={path}"] if path else []
        parts += [f"query={query}"] if query else []
        if method.kind == "pager":
            return f"return Pager(self._caller, {', '.join(parts)}, options=options)"
        if method.body:
            body = _mapping([argument for argument in _sent(method) if argument.location == "body"])
            parts.append(f"body={body or '{}'}")
        parts += ["access_token=access_token"] if method.credentials == "access_token" else []
        parts += ["idempotency_key=idempotency_key"] if method.accepts_idempotency_key else []
        return f"return await self._caller.call({', '.join(parts)}, options=options)"


def _sent(method: Method) -> list[Argument]:
    return [*method.constants, *method.arguments]


def _mapping(arguments: list[Argument]) -> str:
    if not arguments:
        return ""
    return "{" + ", ".join(f"{literal(argument.wire)}: {_value(argument)}" for argument in arguments) + "}"


def _value(argument: Argument) -> str:
    if argument.is_constant:
        value = literal(argument.type.value)
        if argument.required:
            return value
        absent = "NOT_GIVEN" if argument.location == "body" else "None"
        return f"{absent} if {argument.sent_with} is {absent} else {value}"
    if argument.from_client == "client_id":
        return f"self._caller.require_client_id({argument.name})"
    if argument.from_client == "api_key":
        return "self._caller.require_api_key()" if argument.required else "self._caller.api_key_or_not_given()"
    value = argument.name
    if argument.type.without_null().kind == "list":
        value = f"array({literal(argument.name)}, {value})"
    return f"{argument.coercion}({value})" if argument.coercion else value


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
    return f"Exclusive({', '.join(parts)})"


def _section(title: str, lines: list[str]) -> list[str]:
    if not lines:
        return []
    return [f"{title}:\n" + "\n".join(f"    {wrap(line, 4 if title == 'Returns' else 8)}" for line in lines)]


def _raised(method: Method) -> list[str]:
    if method.shares_errors_with and method.error_codes and method.kind != "url":
        return [f"APIError: The same as `{method.shares_errors_with}`."]
    return [
        f"{_STATUS_ERRORS.get(status, 'APIError')}: `code` or `error` is {_either(codes)}."
        for status, codes in sorted(method.error_codes.items())
    ]


def _see(url: str) -> list[str]:
    """Return the last block of a docstring: the page of WorkOS's documentation."""
    return [f"See {url}"] if url else []


def _either(codes: list[str]) -> str:
    quoted = [f"`{code}`" for code in codes]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"


def _argument_description(argument: Argument) -> str:
    text = argument.description
    if argument.from_client == "client_id":
        text += " None takes that of the client."
    return f"Deprecated. {text}" if argument.deprecated else text


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


def _in_order(kinds: list[Model | Enum | Union]) -> list[Model | Enum | Union]:
    """Every type after those it mentions: annotations are evaluated when the class is made."""
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
