"""Validation of requests against the OpenAPI document: query, path and body, and the resulting errors."""

from collections.abc import Mapping
from typing import Any, cast

from workos_emulator.http import blank_names, errors, exclusive_fields, fast_validation, payload, query, spec
from workos_emulator.http.messages import Request
from workos_emulator.http.spec import Json, Operation

# Fields with a specific error code, if the operation documents it.
_FIELD_CODES = {
    "metadata": ("invalid_metadata", "The metadata is invalid."),
    "email": ("invalid_email", "The email address is invalid."),
    "locale": ("invalid_locale", "The locale is invalid."),
}


def check_query(
    operation: Operation, request: Request, *, exclusive_rules: bool = True, strict: bool = False
) -> dict[str, Any]:
    """Validate the query and return its converted parameters.

    Args:
        operation: The operation.
        request: The request.
        exclusive_rules: Whether to check mutually exclusive parameters.
        strict: Whether to reject parameters that the operation does not document.

    Raises:
        ApiError: A parameter is missing, unknown, has an invalid type or value, or excludes another one.
    """
    values = query.read(operation, request.query)
    problems: list[dict[str, str]] = []
    if strict:
        problems += [{"field": n, "code": "unknown_parameter"} for n in query.unknown_names(operation, request.query)]
    for parameter in operation.parameters:
        if parameter.location != "query":
            continue
        if parameter.name in values:
            problems += _problems(parameter.pointer, values[parameter.name], parameter.name)
        elif parameter.required:
            problems.append({"field": parameter.name, "code": "required"})
    if exclusive_rules:
        problems += exclusive_fields.problems(operation.raw.get("x-exclusive"), values)
    reject(operation, problems)
    return values


def check_path(operation: Operation, values: Mapping[str, str]) -> None:
    """Validate the decoded path parameters.

    Raises:
        ApiError: 404 for an invalid value, since no object can have it.
    """
    for parameter in operation.parameters:
        if parameter.location == "path" and _problems(parameter.pointer, values[parameter.name], parameter.name):
            raise errors.not_found(parameter.name, values[parameter.name])


def check_body(operation: Operation, request: Request, *, exclusive_rules: bool = True) -> dict[str, Any]:
    """Validate the body and return it; an empty object if the operation has no request body.

    Args:
        operation: The operation.
        request: The request.
        exclusive_rules: Whether to check mutually exclusive fields.

    Raises:
        ApiError: The body is not valid JSON, or does not match the document.
    """
    pointer = operation.body_pointer
    if pointer is None:
        return {}
    if not request.body:
        if operation.raw["requestBody"].get("required"):
            reject(operation, [{"field": "body", "code": "required"}])
        return {}
    body = payload.read(request, form=operation.credentials in ("body", "none"))
    schema, pointer = _alternative(operation, pointer, body)
    reject(operation, _problems(pointer, body, "") or blank_names.problems(schema, body))
    if exclusive_rules:
        reject(operation, exclusive_fields.problems(schema.get("x-exclusive"), body))
    return cast(dict[str, Any], body)


def reject(operation: Operation, problems: list[dict[str, str]]) -> None:
    """Raise the error that the operation documents for these problems, if any."""
    if problems:
        raise validation_error(operation, problems)


def validation_error(operation: Operation, problems: list[dict[str, str]]) -> errors.ApiError:
    """Return the error that the operation documents for these problems."""
    fields = {problem["field"].partition(".")[0] for problem in problems}
    for field, (code, message) in _FIELD_CODES.items():
        status = operation.status_of(code)
        if fields == {field} and status is not None:
            return errors.coded(status, code, message, errors=problems)
    if operation.path.startswith("/agents/") and (plain_status := operation.status_of("invalid_request")):
        return errors.coded(plain_status, "invalid_request", "Validation failed.", errors=problems)
    status = operation.status_of("invalid_request_parameters") or (422 if "422" in operation.raw["responses"] else None)
    status = status or (400 if "400" in operation.raw["responses"] else 422)
    if operation.path.startswith("/vault/"):
        return errors.vault(status, "; ".join(f"{problem['field']}: {problem['code']}" for problem in problems))
    return errors.invalid(problems, status)


def _alternative(operation: Operation, pointer: str, body: Any) -> tuple[Json, str]:
    """Return the schema for this body and its pointer: for a union, the variant that the discriminator selects."""
    document = spec.load()
    schema = document.at(pointer)
    while isinstance(reference := schema.get("$ref"), str):
        pointer = reference.removeprefix("#")
        schema = document.at(pointer)
    discriminator = cast(Mapping[str, Any], schema.get("discriminator", {}))
    if not discriminator or not payload.is_object(body):
        return schema, pointer
    tag = cast(str, discriminator["propertyName"])
    mapping = cast(Mapping[Any, str], discriminator["mapping"])
    value: object = body.get(tag)
    if isinstance(value, str) and value not in mapping and operation.status_of("unsupported_grant_type"):
        raise errors.oauth("unsupported_grant_type", f"The grant type {value[:100]!r} is not supported.")
    if not isinstance(value, str) or value not in mapping:
        reject(operation, [{"field": tag, "code": "invalid_value" if tag in body else "required"}])
    pointer = mapping[value].removeprefix("#")
    return document.at(pointer), pointer


def _problems(pointer: str, value: Any, name: str) -> list[dict[str, str]]:
    if fast_validation.check(pointer)(value):
        return []
    from workos_emulator.http import json_schema

    return json_schema.problems(json_schema.validator(pointer), value, name)
