"""Settings as JSON, their JSON Schema, and changes to them."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

from workos_emulator.http.schema_parts import BOOLEAN, NULLABLE_STRING, STRING, STRINGS, Schema, object_schema
from workos_emulator.storage.argument_checks import out_of_range
from workos_emulator.storage.settings import Settings


def _schema_of(default: Any) -> Schema:
    if isinstance(default, timedelta):
        return {"type": "number", "minimum": 0, "description": "Seconds."}
    if isinstance(default, frozenset):
        return STRINGS
    if default is None:
        return NULLABLE_STRING
    if isinstance(default, tuple):
        return {"type": "array", "items": STRING if isinstance(default[0], str) else {"type": "number", "minimum": 0}}
    return {bool: BOOLEAN, int: {"type": "integer", "minimum": 0}, str: STRING}[type(default)]


_DEFAULTS = {each.name: each.default for each in fields(Settings)}

SETTINGS_SCHEMA = object_schema({each.name: _schema_of(each.default) for each in fields(Settings)}, minProperties=1)
"""The JSON Schema of an object with one or more settings."""


def render_settings(settings: Settings) -> dict[str, Any]:
    """Return the settings as JSON. Durations are in seconds."""
    return {each.name: _render_value(getattr(settings, each.name)) for each in fields(settings)}


def check_settings(settings: Settings, values: Mapping[str, Any]) -> dict[str, str]:
    """Return what is wrong with JSON values of settings, by name; empty if `apply_settings` accepts them."""
    problems: dict[str, str] = {}
    scratch = replace(settings)
    for name, value in values.items():
        try:
            setattr(scratch, name, _parse_value(_DEFAULTS[name], value))
        except OverflowError:
            problems[name] = str(out_of_range(name, f"{value} seconds"))
        except (TypeError, ValueError) as error:
            problems[name] = str(error)
    return problems


def apply_settings(settings: Settings, values: Mapping[str, Any]) -> None:
    """Change settings to JSON values, which must match `SETTINGS_SCHEMA`: all of them or none.

    Raises:
        ValueError: A setting has an invalid value.
    """
    for problem in check_settings(settings, values).values():
        raise ValueError(problem)
    for name, value in values.items():
        setattr(settings, name, _parse_value(_DEFAULTS[name], value))


def _parse_value(default: Any, value: Any) -> Any:
    if isinstance(default, tuple):
        return tuple(_parse_value(default[0], item) for item in value)
    if isinstance(default, timedelta):
        return timedelta(seconds=value)
    return frozenset(value) if isinstance(default, frozenset) else value


def _render_value(value: Any) -> Any:
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, tuple):
        return [_render_value(item) for item in value]  # pyright: ignore[reportUnknownVariableType]
    return sorted(value) if isinstance(value, frozenset) else value  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
