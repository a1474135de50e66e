"""From the merged document to the intermediate form, by way of openapi-python-client's parser.

The parser decides what every property is; it does not keep extensions of operations and parameters, `deprecated`, encodings,
or descriptions of parameters. Those come from the raw document, read beside it.
"""

import json
import re
from pathlib import Path
from typing import Any, Literal

from attrs import evolve
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import (
    AnyProperty,
    LiteralEnumProperty,
    ModelProperty,
)
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.strings import ClassName, PythonIdentifier

from codegen.ir import Api, Argument, Enum, Exclusive, Field, Kind, Method, Model, Type, Union
from codegen.naming import python_name
from codegen.source import escape
from codegen.spec import COMMON, METHODS, Document

_OWN = "Every kind has this field, with a meaning of its own."
_PREFIX = "#/components/schemas/"
_SIMPLE: tuple[tuple[type, Kind], ...] = (
    (DateTimeProperty, "datetime"),
    (StringProperty, "str"),
    (IntProperty, "int"),
    (FloatProperty, "float"),
    (BooleanProperty, "bool"),
    (NoneProperty, "none"),
    (AnyProperty, "any"),
)
# Names that annotations of generated models use: a field of that name would hide them inside its class.
_HIDES = {"str", "int", "float", "bool", "list", "dict", "datetime", "Literal", "Any"}


class _Project(Project):
    """openapi-python-client's project with everything that writes files taken out: it only collects what the parser says."""

    def build(self) -> list[GeneratorError]:
        errors = list(self._get_errors())
        for collection in self.openapi.endpoint_collections_by_tag.values():
            for endpoint in collection.endpoints:
                errors.extend(endpoint.errors)
        return errors


def parse(document: Document) -> Api:
    """Turn a linted document into what the templates need.

    Raises:
        CodegenError: The parser warned, or dropped a schema or an operation.
    """
    return _Parser(document).api()


class _Parser:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.schemas: dict[str, Any] = document.data["components"]["schemas"]
        config = Config.from_sources(
            ConfigFile(literal_enums=True, post_hooks=[]), MetaType.NONE, Path("openapi.json"), "utf-8", False, None
        )
        data = GeneratorData.from_dict(json.loads(json.dumps(document.data)), config=config)
        if isinstance(data, GeneratorError):
            document.problem("", f"{data.header}: {data.detail}")
            document.check()
            raise AssertionError
        for error in _Project(openapi=data, config=config).build():
            text = f"{error.header} {error.detail or ''}".strip()
            found = re.search(r"/components/schemas/\w+", text)
            document.problem(found[0] if found else "", f"the parser of openapi-python-client warns: {text}")
        document.check()
        self.models = {str(model.class_info.name): model for model in data.models}
        self.enums = {str(enum.class_info.name): enum for enum in data.enums}
        self.endpoints = {
            str(endpoint.name): endpoint
            for collection in data.endpoint_collections_by_tag.values()
            for endpoint in collection.endpoints
        }

    def api(self) -> Api:
        methods = tuple(
            method
            for path, item in self.document.data["paths"].items()
            for http_method in METHODS
            if http_method in item
            for method in self._operation(path, http_method, item[http_method], item.get("parameters", []))
        )
        requests = {method.body for method in methods} | self._body_unions()
        pages = {
            self._component(response["content"]["application/json"]["schema"])
            for item in self.document.data["paths"].values()
            for http_method in METHODS
            if item.get(http_method, {}).get("x-pagination")
            for status, response in item[http_method]["responses"].items()
            if status[0] == "2"
        }
        skipped = (requests | pages) - self._mentioned(requests | pages)
        kinds = {name: self._schema(name) for name in self.schemas if name not in skipped}
        types = {name: kind for name, kind in kinds.items() if kind is not None}
        self.document.check()
        types = {
            name: _with_common_fields(kind, types) if isinstance(kind, Union) else kind for name, kind in types.items()
        }
        return Api(
            tuple(self.document.resources[name] for name in sorted(self.document.resources)),
            methods,
            types,
            self.document.module_sources,
        )

    def _body_unions(self) -> set[str]:
        found: set[str] = set()
        for item in self.document.data["paths"].values():
            for http_method in METHODS:
                schema = (
                    item.get(http_method, {})
                    .get("requestBody", {})
                    .get("content", {})
                    .get("application/json", {})
                    .get("schema", {})
                )
                if "$ref" in schema:
                    found.add(self._component(schema))
        return found

    def _mentioned(self, candidates: set[str]) -> set[str]:
        """Those of the request and list schemas that some other schema uses as a field: they are classes after all."""
        unions = {name for name in candidates if "oneOf" in self.schemas.get(name, {})}
        text = {name: json.dumps(schema) for name, schema in self.schemas.items() if name not in unions}
        return {name for name in candidates if any(f'"{_PREFIX}{name}"' in body for body in text.values())}

    @staticmethod
    def _component(schema: dict[str, Any]) -> str:
        return str(schema["$ref"]).removeprefix(_PREFIX)

    # Schemas

    def _schema(self, name: str) -> Model | Enum | Union | None:
        raw = self.schemas[name]
        module = self.document.modules[name]
        pointer = f"/components/schemas/{escape(name)}"
        class_name = str(ClassName(name, "field_"))
        if "oneOf" in raw:
            members = tuple(self._component(member) for member in raw["oneOf"])
            return Union(name, module, raw["description"], raw["discriminator"]["propertyName"], members)
        if "enum" in raw:
            if class_name not in self.enums:
                self.document.problem(pointer, "the parser dropped this enum")
            return Enum(name, module, raw["description"], tuple(raw["enum"]))
        if "properties" not in raw:
            return None  # a named map: whoever refers to it gets the dict itself
        model = self.models.get(class_name)
        if model is None:
            self.document.problem(pointer, "the parser dropped this schema")
            return None
        return Model(name, module, raw["description"], self._fields(model, raw, pointer))

    def _fields(self, model: ModelProperty, raw: dict[str, Any], pointer: str) -> tuple[Field, ...]:
        properties = {
            prop.name.get_untrusted_value(): prop
            for prop in [*(model.required_properties or []), *(model.optional_properties or [])]
        }
        fields: list[Field] = []
        names: set[str] = set()
        for wire, member in raw["properties"].items():
            place = f"{pointer}/properties/{escape(wire)}"
            if wire not in properties:
                self.document.problem(place, "the parser dropped this property")
                continue
            name = member.get("x-name") or python_name(wire)
            if name in names or name in _HIDES:
                self.document.problem(place, f"the name {name} is taken; give the property another with x-name")
            names.add(name)
            fields.append(
                Field(
                    name,
                    wire,
                    self._type(properties[wire], member, place),
                    wire in raw.get("required", []),
                    member["description"],
                    member.get("deprecated", False),
                    member.get("format") == "password",
                    member.get("x-from-client", ""),
                    member.get("x-sent-with", ""),
                    member.get("x-shorthand", ""),
                )
            )
        return tuple(fields)

    def _type(self, prop: PropertyProtocol, raw: dict[str, Any], pointer: str) -> Type:
        if "$ref" in raw:
            name = self._component(raw)
            target = self.schemas[name]
            if "properties" in target or "enum" in target or "oneOf" in target:
                return Type("named", name)
            return self._type(prop, target, pointer)
        if "const" in raw:
            return Type("const", value=raw["const"])
        if isinstance(prop, UnionProperty):
            return self._union(prop, raw, pointer)
        if isinstance(prop, ListProperty):
            return Type("list", parts=(self._type(prop.inner_property, raw["items"], f"{pointer}/items"),))
        if isinstance(prop, ModelProperty):
            value = raw.get("additionalProperties", True)
            inner = prop.additional_properties
            known = inner is not None and isinstance(value, dict) and bool(value)
            return Type(
                "map", parts=(self._type(inner, value, pointer) if inner is not None and known else Type("any"),)
            )
        for cls, kind in _SIMPLE:
            if isinstance(prop, cls):
                return Type(kind)
        if isinstance(prop, (ConstProperty, LiteralEnumProperty)):
            self.document.problem(pointer, "an enum or constant must stand in a component or as const")
        else:
            self.document.problem(pointer, f"the generator has no Python type for {type(prop).__name__}")
        return Type("any")

    def _union(self, prop: UnionProperty, raw: dict[str, Any], pointer: str) -> Type:
        if "anyOf" in raw:
            schemas = raw["anyOf"]
        else:
            schemas = [{**raw, "type": kind} if kind != "null" else {"type": "null"} for kind in raw["type"]]
        if len(schemas) != len(prop.inner_properties):
            self.document.problem(pointer, "the parser dropped a part of this union")
        pairs = zip(prop.inner_properties, schemas, strict=False)
        parts = tuple(self._type(inner, schema, pointer) for inner, schema in pairs)
        return Type("union", parts=tuple(sorted(parts, key=lambda part: part.kind == "none")))

    # Operations

    def _operation(self, path: str, http_method: str, raw: dict[str, Any], shared: list[Any]) -> list[Method]:
        pointer = f"/paths/{escape(path)}/{http_method}"
        endpoint = self.endpoints.get(str(PythonIdentifier(raw["operationId"], "field_")))
        if endpoint is None:
            self.document.problem(pointer, "the parser dropped this operation")
            return []
        entries = raw.get("x-methods") or [{"method": raw["x-method"]}]
        return [self._method(path, http_method, raw, shared, endpoint, entry, pointer) for entry in entries]

    def _method(
        self,
        path: str,
        http_method: str,
        raw: dict[str, Any],
        shared: list[Any],
        endpoint: Endpoint,
        entry: dict[str, Any],
        pointer: str,
    ) -> Method:
        resource, _, name = entry["method"].partition(".")
        alike = "x-methods" in raw and not any("error-codes" in other for other in raw["x-methods"])
        first = raw["x-methods"][0]["method"].partition(".")[2] if alike else name
        parameters = self._parameters(endpoint, [*shared, *raw.get("parameters", [])], pointer)
        body_name, body = self._body(raw, entry, pointer)
        arguments = [*parameters, *body]
        is_url = "url-builder" in entry or "x-url-builder" in raw
        kind: Literal["call", "pager", "url"] = "url" if is_url else "pager" if "x-pagination" in raw else "call"
        returns, returns_description = self._returns(raw, kind)
        rules = [*raw.get("x-exclusive", []), *(self.schemas[body_name].get("x-exclusive", []) if body_name else [])]
        names = {argument.wire: argument.name for argument in arguments}
        if len(set(names.values())) != len(arguments):
            self.document.problem(pointer, "two arguments of this method have the same name; rename one with x-name")
        for argument in arguments:
            if argument.sent_with and argument.sent_with not in names.values():
                self.document.problem(
                    pointer, f"{argument.wire} is sent with {argument.sent_with}, which is no argument here"
                )
        for rule in rules:
            if any(names.get(wire) != wire for group in rule["groups"] for wire in group):
                self.document.problem(pointer, "an argument with x-name can't be in x-exclusive")
        server = raw.get("servers", [{"url": ""}])[0]["url"]
        return Method(
            name=name,
            resource=resource,
            operation_id=raw["operationId"],
            http_method=http_method.upper(),
            path=path,
            summary=entry.get("summary") or raw["summary"],
            description=entry.get("description") or raw.get("description", ""),
            kind=kind,
            arguments=tuple(argument for argument in arguments if not argument.is_constant),
            constants=tuple(argument for argument in arguments if argument.is_constant),
            returns=returns,
            returns_description=returns_description,
            credentials="none" if is_url else raw.get("x-credentials", "api_key"),
            wrapped=raw.get("x-wrapped", ""),
            idempotent=raw.get("x-idempotency-key", False),
            single_use=raw.get("x-single-use", False),
            rate_limits=tuple(raw.get("x-rate-limit", ())),
            exclusive=tuple(
                Exclusive(
                    tuple(tuple(names[wire] for wire in group) for group in rule["groups"]),
                    rule.get("required", False),
                    tuple(names[wire] for wire in rule.get("optional", [])),
                )
                for rule in rules
            ),
            any_of=tuple(raw.get("x-any-of", ())),
            error_codes=_error_codes(raw, entry),
            feature_flag=raw.get("x-feature-flag", ""),
            newer=raw.get("x-source") == "newer",
            optional_body=bool(body_name) and not raw["requestBody"].get("required", False),
            server=server,
            known_as=raw.get("x-known-as", {}),
            shares_errors_with=first if name != first else "",
            body=body_name,
        )

    def _parameters(self, endpoint: Endpoint, raw: list[Any], pointer: str) -> list[Argument]:
        properties = {
            (str(location), prop.name.get_untrusted_value()): prop for location, prop in endpoint.iter_all_parameters()
        }
        found: list[Argument] = []
        for parameter in map(self.document.resolve, raw):
            wire, location = parameter["name"], parameter["in"]
            place = f"{pointer}/parameters"
            if location not in ("path", "query") or (location, wire) not in properties:
                self.document.problem(place, f"the {location} parameter {wire} can't be generated")
                continue
            schema = parameter["schema"]
            style = {"array": "comma", "object": "brackets"}.get(schema.get("type", ""), "plain")
            found.append(
                Argument(
                    parameter.get("x-name") or python_name(wire),
                    wire,
                    location,
                    self._type(properties[location, wire], schema, place),
                    parameter.get("required", False),
                    parameter["description"],
                    style,
                    parameter.get("x-from-client", ""),
                    parameter.get("deprecated", False),
                    parameter.get("x-sent-with", ""),
                )
            )
        order = re.findall(r"{([^}]*)}", endpoint.path.get_untrusted_value())
        position = {python_name(wire): index for index, wire in enumerate(order)}
        return sorted(found, key=lambda item: (item.location != "path", position.get(python_name(item.wire), 0)))

    def _body(self, raw: dict[str, Any], entry: dict[str, Any], pointer: str) -> tuple[str, list[Argument]]:
        if "requestBody" not in raw or "url-builder" in entry:
            return "", []
        name = entry.get("body") or self._component(raw["requestBody"]["content"]["application/json"]["schema"])
        schema = self.schemas[name]
        if "oneOf" in schema:
            self.document.problem(pointer, f"{name} is a union: x-methods must name one method for each of its members")
            return "", []
        model = self.models.get(str(ClassName(name, "field_")))
        if model is None:
            self.document.problem(f"/components/schemas/{escape(name)}", "the parser dropped this schema")
            return "", []
        fields = self._fields(model, schema, f"/components/schemas/{escape(name)}")
        return name, [
            Argument(
                item.name,
                item.wire,
                "body",
                item.type,
                item.required,
                item.description,
                "plain",
                item.from_client,
                item.deprecated,
                item.sent_with,
                item.shorthand,
            )
            for item in fields
        ]

    def _returns(self, raw: dict[str, Any], kind: str) -> tuple[Type, str]:
        if kind == "url":
            return Type("str"), "The URL."
        empty = False
        found: tuple[Type, str] | None = None
        for status, response in raw["responses"].items():
            if status[0] != "2":
                continue
            content = self.document.resolve(response).get("content")
            if content is None:
                empty = True
                continue
            schema = content["application/json"]["schema"]
            if raw.get("x-wrapped"):
                schema = self.document.resolve(schema)["properties"][raw["x-wrapped"]]
            found = self._answer(schema, kind), response["description"]
        if found is None:
            return Type("none"), ""
        returns, description = found
        return (Type("union", parts=(returns, Type("none"))) if empty else returns), description

    def _answer(self, schema: dict[str, Any], kind: str) -> Type:
        """The type of an answer. Answers are references, arrays of them, or free-form; a wrapped value may also be simple."""
        if kind == "pager":
            return self._answer(self.document.resolve(schema)["properties"]["data"]["items"], "call")
        if "$ref" in schema:
            target = self.schemas[self._component(schema)]
            named = "properties" in target or "enum" in target or "oneOf" in target
            return Type("named", self._component(schema)) if named else self._answer(target, kind)
        if "anyOf" in schema:
            return Type("union", parts=tuple(self._answer(part, kind) for part in schema["anyOf"]))
        kind_name = schema.get("type")
        if isinstance(kind_name, list):
            return Type("union", parts=tuple(self._answer({**schema, "type": name}, kind) for name in kind_name))
        if kind_name == "array":
            return Type("list", parts=(self._answer(schema["items"], kind),))
        if kind_name == "object":
            return Type("map", parts=(self._answer(schema.get("additionalProperties") or {}, kind),))
        simple: dict[str, Kind] = {
            "string": "str",
            "integer": "int",
            "number": "float",
            "boolean": "bool",
            "null": "none",
        }
        if schema.get("format") == "date-time":
            return Type("datetime")
        return Type(simple.get(str(kind_name), "any"))


def _with_common_fields(union: Union, types: dict[str, Model | Enum | Union]) -> Union:
    members = [kind for name in union.members if isinstance(kind := types[name], Model)]
    fields = [{item.name: item for item in member.fields} for member in members]
    common: list[Field] = []
    for item in members[0].fields if members else ():
        twins = [field[item.name] for field in fields if item.name in field]
        if item.name == union.tag or len(twins) < len(members):
            continue
        common.append(
            evolve(
                item,
                type=item.type if all(twin.type == item.type for twin in twins) else Type("any"),
                required=all(twin.required for twin in twins),
                description=item.description if all(twin.description == item.description for twin in twins) else _OWN,
            )
        )
    return evolve(union, common=tuple(common))


def modules(api: Api) -> list[str]:
    """The model modules, `common` first."""
    names = {kind.module for kind in api.types.values()}
    return sorted(names, key=lambda name: (name != COMMON, name))


def _error_codes(raw: dict[str, Any], entry: dict[str, Any]) -> dict[str, list[str]]:
    """The documented codes of one method: those that other methods of the operation keep to themselves are not among them."""
    special = {code for other in raw.get("x-methods", []) for code in other.get("error-codes", [])}
    special -= set(entry.get("error-codes", []))
    found = {
        status: [code for code in codes if code not in special]
        for status, codes in raw.get("x-error-codes", {}).items()
    }
    return {status: codes for status, codes in found.items() if codes}
