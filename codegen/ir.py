"""What the templates see: types, models and methods, free of OpenAPI."""

from typing import Any, Literal

from attrs import field, frozen

from codegen.document import Resource

Kind = Literal["str", "int", "float", "bool", "datetime", "none", "any", "const", "named", "list", "map", "union"]


@frozen
class Type:
    """A type of a field or argument.

    Attributes:
        kind: `named` is a class or alias of the models; `const` one value; the rest as they say.
        name: The name, for `named`.
        parts: The item type of a list, the value type of a map, the members of a union.
        value: The value, for `const`.
    """

    kind: Kind
    name: str = ""
    parts: tuple["Type", ...] = ()
    value: Any = None

    def names(self) -> set[str]:
        """Every model or alias this type mentions."""
        return {self.name} if self.kind == "named" else set().union(*(part.names() for part in self.parts))

    def nullable(self) -> bool:
        """Whether null is one of the values."""
        return self.kind in ("none", "any") or (self.kind == "union" and any(part.nullable() for part in self.parts))

    def without_null(self) -> "Type":
        """The same type less null."""
        if self.kind != "union":
            return self
        rest = tuple(part for part in self.parts if part.kind != "none")
        return rest[0] if len(rest) == 1 else Type("union", parts=rest)


@frozen
class Field:
    """A property of a model.

    Attributes:
        name: The Python name.
        wire: The name in the API.
        secret: Whether the value is hidden in `repr`.
        from_client: The setting of the client the value is taken from: `client_id` or `api_key`.
        sent_with: For an optional constant: the argument it is sent together with.
        coercion: The function that converts the other accepted forms of the value to the form of the API.
    """

    name: str
    wire: str
    type: Type
    required: bool
    description: str
    deprecated: bool = False
    secret: bool = False
    from_client: str = ""
    sent_with: str = ""
    coercion: str = ""


@frozen
class Model:
    """An object with fields."""

    name: str
    module: str
    description: str
    fields: tuple[Field, ...]

    def names(self) -> set[str]:
        """Every model or alias the fields mention."""
        return set().union(*(item.type.names() for item in self.fields))


@frozen
class Enum:
    """A string with known values; others are accepted."""

    name: str
    module: str
    description: str
    values: tuple[str, ...]

    def names(self) -> set[str]:
        """An enum mentions no other name."""
        return set()


@frozen
class Union:
    """One of several models, told apart by the value of `tag`; one that is not known becomes `unknown`.

    Attributes:
        common: The fields that all members have, which the unknown one is expected to have too.
    """

    name: str
    module: str
    description: str
    tag: str
    members: tuple[str, ...]
    common: tuple[Field, ...] = ()

    @property
    def unknown(self) -> str:
        """The class of members with a tag nobody knows yet."""
        return f"Unknown{self.name}"

    def names(self) -> set[str]:
        """Every member, and what the common fields mention."""
        return set(self.members).union(*(item.type.names() for item in self.common))


@frozen
class Argument(Field):
    """An argument of a method.

    Attributes:
        location: Where the value is sent.
        style: How a query value is written: `plain`, `comma` (joined array) or `brackets` (object).
    """

    location: Literal["path", "query", "body"] = "body"
    style: str = "plain"

    @property
    def is_constant(self) -> bool:
        """Whether the value is always the same, so that the caller need not give it."""
        return self.type.kind == "const" and (self.required or bool(self.sent_with))


@frozen
class Exclusive:
    """Groups of arguments of which at most one may be given; exactly one where `required`."""

    groups: tuple[tuple[str, ...], ...]
    required: bool
    optional: tuple[str, ...]


@frozen
class Method:
    """A method of a resource class."""

    name: str
    resource: str
    operation_id: str
    http_method: str
    path: str
    summary: str
    description: str
    kind: Literal["call", "pager", "url"]
    arguments: tuple[Argument, ...]
    constants: tuple[Argument, ...]
    returns: Type
    returns_description: str
    credentials: str
    wrapped: str = ""
    accepts_idempotency_key: bool = False
    single_use: bool = False
    rate_limits: tuple[str, ...] = ()
    exclusive: tuple[Exclusive, ...] = ()
    any_of: tuple[str, ...] = ()
    error_codes: dict[str, list[str]] = field(factory=dict)
    feature_flag: str = ""
    newer: bool = False
    optional_body: bool = False
    server: str = ""
    known_as: dict[str, list[str]] = field(factory=dict)
    shares_errors_with: str = ""
    docs_url: str = ""
    body: str = ""
    page: str = ""


@frozen
class Api:
    """The whole spec, ready to be rendered."""

    resources: tuple[Resource, ...]
    methods: tuple[Method, ...]
    types: dict[str, Model | Enum | Union]
    module_sources: dict[str, str]
