"""JSON Schema validation against parts of the OpenAPI document. Import it lazily: jsonschema is slow to import."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Protocol, cast

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from workos_emulator.http import spec
from workos_emulator.http.formats import FORMATS

_ROOT = "urn:workos:openapi"
_formats = FormatChecker(formats=())


def _for_strings(is_valid: Callable[[str], bool]) -> Callable[[object], bool]:
    return lambda value: not isinstance(value, str) or is_valid(value)


for _name, _is_valid in FORMATS.items():
    _formats.checks(_name)(_for_strings(_is_valid))


@cache
def _registry() -> Any:
    empty: Registry[Any] = Registry()
    return empty.with_resource(_ROOT, DRAFT202012.create_resource(spec.load().raw))


class Validator(Protocol):
    """The interface of a jsonschema validator that is used here, since jsonschema's own types are incomplete."""

    def iter_errors(self, instance: Any) -> Iterable[ValidationError]:
        """Yield the validation errors of `instance`."""
        ...


@cache
def validator(pointer: str) -> Validator:
    """Return the validator for the schema at a JSON pointer of the document."""
    schema = {"$ref": f"{_ROOT}#{pointer}"}
    return cast(Validator, Draft202012Validator(schema, registry=_registry(), format_checker=_formats))


def standalone(schema: Mapping[str, Any]) -> Validator:
    """Return the validator for a schema without references to the document."""
    return cast(Validator, Draft202012Validator(schema, format_checker=_formats))


def embedded(schema: Mapping[str, Any]) -> Validator:
    """Return the validator for a schema outside the document whose references point into it."""
    document = {"$id": _ROOT, **spec.load().raw, "$defs": {"own": schema}}
    registry: Registry[Any] = Registry()
    registry = registry.with_resource(_ROOT, DRAFT202012.create_resource(document))
    own = {"$ref": f"{_ROOT}#/$defs/own"}
    return cast(Validator, Draft202012Validator(own, registry=registry, format_checker=_formats))


def is_schema(schema: Mapping[str, Any]) -> bool:
    """Return whether a JSON object is a valid JSON Schema."""
    try:
        Draft202012Validator.check_schema(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
        list(standalone(schema).iter_errors({}))
    except Exception:  # errors of many types, such as for an invalid pattern
        return False
    return True


def problems(validator: Validator, value: Any, prefix: str = "") -> list[dict[str, str]]:
    """Return the problems of `value`, each as `{field, code}`, in a stable order; an empty list if it is valid.

    Args:
        validator: The validator.
        value: The JSON value.
        prefix: The name of the parameter; empty if `value` is a whole body.
    """
    problems = [problem for error in validator.iter_errors(value) for problem in _explain(error, prefix)]
    return sorted(problems, key=lambda problem: (problem["field"], problem["code"]))


_CODES = {
    "type": "invalid_type",
    "enum": "invalid_value",
    "const": "invalid_value",
    "format": "invalid_format",
    "pattern": "invalid_format",
    "maxLength": "too_long",
    "minLength": "too_short",
    "maxItems": "too_many",
    "minItems": "too_few",
    "maxProperties": "too_many",
    "propertyNames": "invalid_key",
    "maximum": "too_large",
    "minimum": "too_small",
}


def _explain(error: ValidationError, prefix: str) -> list[dict[str, str]]:
    path = [prefix, *map(str, error.absolute_path)] if prefix else [str(step) for step in error.absolute_path]
    keyword = str(error.validator)
    if keyword == "required":
        # jsonschema reports each missing name as a separate error, whose message starts with the name in quotes.
        names = cast(list[str], error.validator_value)
        instance = cast(dict[str, Any], error.instance)
        missing = [name for name in names if name not in instance and error.message.startswith(repr(name))]
        return [{"field": ".".join([*path, name]), "code": "required"} for name in missing]
    return [{"field": ".".join(path) or "body", "code": _CODES.get(keyword, "invalid")}]
