"""Signatures of generated methods, with overloads for mutually exclusive arguments."""

import itertools

from attrs import evolve

from codegen.ir import Argument, Exclusive, Method, Type
from codegen.render.annotations import Types, parameter

# A cursor is often None at first (`after=store.load()`), so what excludes it is not a matter of overloads.
_CURSOR = ("after",)


def signature(method: Method, types: Types) -> str:
    """Return the signature with all arguments; exclusive groups are checked when the method is called."""
    return _signature(method, types, _arguments(method), {})


def overloads(method: Method, types: Types) -> list[str]:
    """Return one signature for each choice of exclusive groups; an empty list if the method has none."""
    rules = [rule for rule in method.exclusive if _CURSOR not in rule.groups]
    if not rules:
        return []
    grouped = {name for rule in rules for group in rule.groups for name in group}
    signatures: list[str] = []
    for choice in itertools.product(*(_choices(rule) for rule in rules)):
        chosen = {
            # What accompanies a fixed value may be None: `get_authorization_url(provider="authkit", organization_id=chosen)`.
            name: name not in rule.optional and (not fixed or name in fixed)
            for rule, (group, fixed) in zip(rules, choice, strict=True)
            for name in group
        }
        values = {name: value for _, fixed in choice for name, value in fixed.items()}
        arguments = [
            evolve(argument, type=Type("const", value=values[argument.name])) if argument.name in values else argument
            for argument in _arguments(method)
            if argument.name not in grouped or argument.name in chosen
        ]
        signatures.append(_signature(method, types, arguments, chosen))
    return signatures


def _choices(rule: Exclusive) -> list[tuple[tuple[str, ...], dict[str, str]]]:
    """Return the groups of arguments to choose from, each with the arguments whose value is fixed."""
    choices: list[tuple[tuple[str, ...], dict[str, str]]] = [(group, {}) for group in rule.groups]
    choices += [((name, other), {other: value}) for name, other, value in rule.allowed_with]
    return choices if rule.required else [((), {}), *choices]


def _arguments(method: Method) -> list[Argument]:
    return [argument for argument in method.arguments if argument.from_client != "api_key"]


def _signature(method: Method, types: Types, arguments: list[Argument], required: dict[str, bool]) -> str:
    def is_required(argument: Argument) -> bool:
        return argument.from_client != "client_id" and required.get(argument.name, argument.required)

    positional = [
        parameter(argument, types) for argument in arguments if argument.location == "path" and is_required(argument)
    ]
    keywords = [argument for argument in arguments if argument.location != "path" or not is_required(argument)]
    keywords.sort(key=lambda argument: not is_required(argument))
    named: list[str] = []
    for argument in keywords:
        text = parameter(argument, types, required=is_required(argument))
        if argument.from_client == "client_id":
            text = f"{argument.name}: str | None = None"
        elif is_required(argument):
            text = text.removesuffix(" | None") if argument.name in required else text
        named.append(text)
    if method.credentials == "access_token":
        named.insert(0, "access_token: str")
    if method.has_idempotency_key:
        named.append("idempotency_key: str | None = None")
    if method.kind != "url":
        named.append("options: RequestOptions | None = None")
    return ", ".join(["self", *positional, *(["*", *named] if named else [])])
