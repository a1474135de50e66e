"""Every method of the resource clients, and strategies that draw its arguments from the spec."""

import sys
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from workos_emulator.http import spec

from .values import TEXT, Values, values

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))  # codegen is not an installed package

from codegen.ir import Argument, Method  # noqa: E402
from codegen.load.spec_folder import load  # noqa: E402
from codegen.parse.api import parse  # noqa: E402

# An item of a comma-joined array can't contain a comma.
JOINABLE = TEXT.map(lambda value: value.replace(",", "")).filter(bool)


@cache
def all_methods() -> tuple[Method, ...]:
    """Return every method of the spec, including those that only build a URL."""
    return parse(load(ROOT / "spec")).methods


def full_name(method: Method) -> str:
    """Return `resource.method`."""
    return f"{method.resource}.{method.name}"


def schema_of(method: Method, argument: Argument) -> dict[str, Any]:
    """Return the schema of an argument."""
    document = spec.load()
    operation = document.operations[method.operation_id]
    if argument.location != "body":
        key = (argument.wire, argument.location)
        parameter = next(item for item in operation.parameters if (item.name, item.location) == key)
        return dict(parameter.schema)
    if method.body:
        body: Any = document.raw["components"]["schemas"][method.body]
    else:
        body = document.resolve(operation.raw["requestBody"]["content"]["application/json"]["schema"])
    return dict(body["properties"][argument.wire])


def arguments_of(method: Method) -> Values:
    """Return a strategy for arguments by name: the required ones, some optional ones, and at most one of each exclusive group."""
    strategies = {argument.name: _values(method, argument) for argument in method.arguments if not argument.from_client}
    required = {argument.name for argument in method.arguments if argument.required and argument.name in strategies}
    grouped = {name for rule in method.exclusive for group in rule.groups for name in group}

    @st.composite
    def draw_arguments(draw: st.DrawFn) -> dict[str, Any]:
        chosen = set(required)
        for name in sorted(strategies.keys() - required - grouped):
            if draw(st.booleans()):
                chosen.add(name)
        for rule in method.exclusive:
            index = draw(st.integers(0 if rule.required else -1, len(rule.groups) - 1))
            if index >= 0:
                chosen |= {name for name in rule.groups[index] if name not in rule.optional or draw(st.booleans())}
        if method.any_of and not chosen & set(method.any_of):
            chosen.add(draw(st.sampled_from(sorted(method.any_of))))
        arguments = {name: draw(strategies[name]) for name in sorted(chosen)}
        for rule in method.exclusive:  # null counts as omitted, so every argument of the chosen group needs a value
            for name in {name for group in rule.groups for name in group} & arguments.keys():
                if arguments[name] is None:
                    arguments[name] = draw(strategies[name].filter(lambda value: value is not None))
        return arguments

    return draw_arguments()


def _values(method: Method, argument: Argument) -> Values:
    if argument.location == "path":
        return values(schema_of(method, argument), TEXT.filter(lambda text: text not in ("", ".", "..")))
    if argument.wire in ("name", "external_id"):  # must not be blank
        return values(schema_of(method, argument)).filter(
            lambda value: not isinstance(value, str) or bool(value.strip())
        )
    return values(schema_of(method, argument), JOINABLE if argument.style == "comma" else TEXT)
