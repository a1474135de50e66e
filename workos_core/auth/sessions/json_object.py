"""Identities and session results as JSON: the fields that an application may show to its user, without tokens."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from workos_core.hidden_fields import HiddenFields
from workos_core.lazy_names import resolve_type


class JSONObject(HiddenFields):
    """An object that is a valid response of web frameworks. `dict(object)` returns the same as `to_dict`.

    It is a valid response of FastAPI and a valid field of pydantic models, which accept instances only: no request can contain one.
    """

    __slots__ = ()
    __json_types__: ClassVar[Mapping[str, Any]]
    """The types of the fields by name, with models as `lazy_type`."""

    def to_dict(self) -> dict[str, Any]:
        """Return the fields as a JSON object, without tokens, the claims of the access token, and the ID of the session.

        `user` has the field names of the API, and is not decoded.
        """
        from workos_core.serialization.unstructure import to_dict

        values = {name: getattr(self, "_user" if name == "user" else name) for name in self.__json_types__}
        result: dict[str, Any] = to_dict(values)
        return result

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the JSON text of the object; see `to_dict`.

        Args:
            indent: The number of spaces to indent nested values with; None for a single line.
        """
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return iter(self.to_dict().items())

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Return the schema for pydantic, which calls this method."""
        from workos_core.serialization.pydantic_schema import object_schema

        fields = {name: (resolve_type(kind), True) for name, kind in cls.__json_types__.items()}
        return object_schema(cls, fields, None, handler, name=cls.__name__)
