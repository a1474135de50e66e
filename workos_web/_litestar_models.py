"""Models, pages and identities as responses of Litestar."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from collections.abc import Callable
from typing import Any, Literal, get_args, get_origin

from attrs import NOTHING
from litestar.config.app import AppConfig
from litestar.openapi.spec import Schema
from litestar.plugins import InitPlugin, OpenAPISchemaPlugin
from litestar.typing import FieldDefinition

from workos_core.auth.sessions.json_object import JSONObject
from workos_core.lazy_names import resolve_type
from workos_core.pagination import ListMetadata, Page
from workos_core.serialization.model import Model
from workos_core.serialization.model_base import wire_name

_KINDS = (Model, Page, ListMetadata, JSONObject)


class ModelPlugin(InitPlugin, OpenAPISchemaPlugin):
    """A plugin for route handlers that return models, pages, identities and session results, which become the JSON of `to_dict`.

    The OpenAPI document shows their fields. `SignInPlugin` includes it.
    """

    def on_app_init(self, app_config: AppConfig) -> AppConfig:
        """Add the type encoders to the configuration of the application. Encoders of the application have precedence."""
        encoders: dict[Any, Callable[[Any], Any]] = dict.fromkeys(_KINDS, _encode)
        app_config.type_encoders = {**encoders, **(app_config.type_encoders or {})}
        return app_config

    @staticmethod
    def is_plugin_supported_type(value: Any) -> bool:
        """Return whether the OpenAPI document shows the fields of a type."""
        kind: Any = get_origin(value) or value
        return isinstance(kind, type) and issubclass(kind, _KINDS)

    def to_openapi_schema(self, field_definition: FieldDefinition, schema_creator: Any) -> Schema:
        """Return the schema of a type."""
        fields = _fields(field_definition.annotation)
        schema: Schema = schema_creator.create_component_schema(
            field_definition,
            required=sorted(name for name, (_, is_required) in fields.items() if is_required),
            property_fields={name: FieldDefinition.from_kwarg(kind, name) for name, (kind, _) in fields.items()},
        )
        return schema


def _encode(value: Any) -> dict[str, Any]:
    result: dict[str, Any] = value.to_dict()
    return result


def _fields(annotation: Any) -> dict[str, tuple[Any, bool]]:
    """Return the type of each field by JSON name, and whether it is required."""
    kind: Any = get_origin(annotation) or annotation
    if issubclass(kind, Model):
        return {wire_name(each): (each.type, each.default is NOTHING) for each in kind.__model_fields__}
    if issubclass(kind, JSONObject):
        return {name: (resolve_type(each), True) for name, each in kind.__json_types__.items()}
    if issubclass(kind, ListMetadata):
        return {"before": (str | None, True), "after": (str | None, True)}
    item: Any = (*get_args(annotation), Any)[0]
    return {"object": (Literal["list"], True), "data": (list[item], True), "list_metadata": (ListMetadata, True)}
