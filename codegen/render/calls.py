"""The body of a generated method: one statement that builds the request and hands it to the requestor."""

from codegen.ir import Argument, Method
from codegen.naming import constant_name
from codegen.render.text import literal

# Functions of workos_core/http/requests.py that check and convert arguments, by the kind of their type.
_CONVERTERS = {"list": "array", "datetime": "utc_time"}


def call(method: Method) -> str:
    """Return the return statement of a method."""
    constant = constant_name(method.name)
    sent = [*method.constants, *method.arguments]
    path = _mapping([argument for argument in method.arguments if argument.location == "path"])
    query = _mapping([argument for argument in sent if argument.location == "query"])
    if method.kind == "url":
        return f"return self._requestor.url({constant}, {path or '{}'}, {query or '{}'})"
    parts = [constant]
    parts += [f"path={path}"] if path else []
    parts += [f"query={query}"] if query else []
    if method.kind == "pager":
        return f"return Pager(self._requestor, {', '.join(parts)}, options=options)"
    if method.body:
        body = _mapping([argument for argument in sent if argument.location == "body"])
        parts.append(f"body={body or '{}'}")
    parts += ["access_token=access_token"] if method.credentials == "access_token" else []
    parts += ["idempotency_key=idempotency_key"] if method.has_idempotency_key else []
    return f"return await self._requestor.call({', '.join(parts)}, options=options)"


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
        return f"self._requestor.require_client_id({argument.name})"
    if argument.from_client == "api_key":
        return "self._requestor.require_api_key()" if argument.required else "self._requestor.api_key_or_not_given()"
    value = argument.name
    if (kind := argument.type.without_none().kind) in _CONVERTERS:
        value = f"{_CONVERTERS[kind]}({literal(argument.name)}, {value})"
    return f"{argument.coercion}({value})" if argument.coercion else value
