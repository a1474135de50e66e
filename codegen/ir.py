"""The intermediate representation that the templates render: types, models and methods, independent of OpenAPI."""

from typing import Any, Literal, TypeAlias

from attrs import field, frozen

from codegen.document import Resource

Kind = Literal["str", "int", "float", "bool", "datetime", "none", "any", "const", "named", "list", "map", "union"]


@frozen
class Type:
    """The type of a field, an argument or a return value.

    Attributes:
        kind: `named` is a class or alias in the models, `const` a single value, `map` a dict with string keys.
        name: The name, for `named`.
        parts: The item type of a list, the value type of a map, or the members of a union.
        value: The value, for `const`.
    """

    kind: Kind
    name: str = ""
    parts: tuple["Type", ...] = ()
    value: Any = None

    def referenced_names(self) -> set[str]:
        """Return the names of all models and aliases in this type."""
        if self.kind == "named":
            return {self.name}
        return set().union(*(part.referenced_names() for part in self.parts))

    def is_nullable(self) -> bool:
        """Return whether None is a valid value."""
        return self.kind in ("none", "any") or (self.kind == "union" and any(part.is_nullable() for part in self.parts))

    def without_none(self) -> "Type":
        """Return the type without the None member of a union."""
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
        type: The type of the value.
        required: Whether the API guarantees the property.
        description: The docstring.
        deprecated: Whether the API deprecates it.
        secret: Whether the value is hidden in `repr`.
        from_client: The client setting that provides the value: `client_id` or `api_key`; empty if none does.
        sent_default: The default of the argument; empty if the value is omitted by default.
        sent_with: For an optional constant: the argument that it is sent with.
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
    sent_default: str = ""
    sent_with: str = ""
    coercion: str = ""


@frozen
class Argument(Field):
    """An argument of a method.

    Attributes:
        location: The part of the request that holds the value.
        style: How a query value is serialized: `plain`, `comma` (a comma-joined array) or `brackets` (an object).
    """

    location: Literal["path", "query", "body"] = "body"
    style: str = "plain"

    @property
    def is_constant(self) -> bool:
        """Whether the generated code provides the value, so that the method has no such argument."""
        return self.type.kind == "const" and (self.required or bool(self.sent_with))


@frozen
class Model:
    """A class with fields."""

    name: str
    module: str
    description: str
    fields: tuple[Field, ...]

    def referenced_names(self) -> set[str]:
        """Return the names of all models and aliases in the fields."""
        return set().union(*(item.type.referenced_names() for item in self.fields))


@frozen
class Enum:
    """An open enum: a string with known values, where other values are accepted too."""

    name: str
    module: str
    description: str
    values: tuple[str, ...]

    def referenced_names(self) -> set[str]:
        """Return an empty set: an enum refers to no other name."""
        return set()


@frozen
class Union:
    """A union of models, with a discriminator.

    Attributes:
        tag: The discriminator: the property whose value selects the member.
        members: The names of the models.
        common: The fields that every member has; the class for unknown members has them too.
    """

    name: str
    module: str
    description: str
    tag: str
    members: tuple[str, ...]
    common: tuple[Field, ...] = ()

    @property
    def unknown(self) -> str:
        """The name of the class for values of the discriminator that this version does not know."""
        return f"Unknown{self.name}"

    def referenced_names(self) -> set[str]:
        """Return the names of the members and of all models and aliases in the common fields."""
        return set(self.members).union(*(item.type.referenced_names() for item in self.common))


Definition: TypeAlias = Model | Enum | Union


@frozen
class Exclusive:
    """Mutually exclusive groups of arguments.

    Attributes:
        groups: The names of the arguments in each group; at most one group may be given.
        required: Whether exactly one group must be given.
        optional: The arguments that may be omitted when their group is given.
        allowed_with: Arguments that may accompany another group, each as (argument, other argument, value of the other argument).
    """

    groups: tuple[tuple[str, ...], ...]
    required: bool
    optional: tuple[str, ...]
    allowed_with: tuple[tuple[str, str, str], ...] = ()


@frozen
class Method:
    """A method of a resource client.

    Attributes:
        kind: `call` sends a request, `pager` returns a pager, `url` builds a URL and sends nothing.
        arguments: The arguments of the method.
        constants: The parameters and properties that are always sent with the same value.
        wrapped: The property of the response body that the method returns; empty if it returns the whole body.
        accepts_idempotency_key: Whether the API documents the `Idempotency-Key` header for the operation.
        single_use: Whether the request spends a code or token that works once.
        returns_requested_id: The path parameter that the `id` of the response equals; empty if there is none.
        any_of: Query arguments of which at least one must be given.
        error_codes: Status → the documented error codes.
        newer: Whether only newer client libraries know the operation, not WorkOS's published API description.
        server: The base URL, if it is not the API's default.
        known_as: Client library → the names of this operation there.
        shares_errors_with: The method of the same operation whose docstring lists the error codes.
        body: The name of the request schema.
        page: The name of the list schema, for a pager.
        docs_url: The page of WorkOS's documentation.
    """

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
    returns_requested_id: str = ""
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
    body: str = ""
    page: str = ""
    docs_url: str = ""

    @property
    def has_idempotency_key(self) -> bool:
        """Whether the method has the argument `idempotency_key`: every method that sends a POST has it."""
        return self.http_method == "POST" and self.kind == "call"


@frozen
class Api:
    """The whole API.

    Attributes:
        resources: The resources, by name.
        methods: The methods of all resources, in document order.
        types: Name → model, enum or union.
        module_sources: Module → the file or folder it is generated from.
    """

    resources: tuple[Resource, ...]
    methods: tuple[Method, ...]
    types: dict[str, Definition]
    module_sources: dict[str, str]

    def nested_arguments(self) -> dict[str, Model]:
        """Return the models that arguments contain, directly or in other models, sorted by name."""
        pending = {
            name
            for method in self.methods
            for argument in method.arguments
            for name in argument.type.referenced_names()
        }
        found: dict[str, Definition] = {}
        while pending:
            name = pending.pop()
            found[name] = self.types[name]
            pending |= found[name].referenced_names() - set(found)
        return {name: definition for name, definition in sorted(found.items()) if isinstance(definition, Model)}
