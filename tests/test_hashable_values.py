"""Values can be put into sets, and equal ones have the same hash, although some have attributes that can't be hashed."""

import typing
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import UnionType
from typing import Any, Literal, TypeVar

import attrs
import pytest

import workos_core
from workos_core.serialization.model import Model

ROOT = Path(workos_core.__file__).parent.parent
SURFACE = (ROOT / "tests" / "surface" / "public.txt").read_text(encoding="utf-8")
GENERATED = ("workos_core.models", "workos_core.params", "workos_async.resources")
OTHERS = ["workos_testing.webhooks", "workos_mcp._principal"]


def modules() -> Iterator[str]:
    for package in ("workos_core", "workos_async"):
        for path in sorted((ROOT / package).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            if not name.startswith(GENERATED) and not name.endswith(("__main__", "aiohttp_backend")):
                yield name
    yield from OTHERS


def fields_of(cls: type) -> tuple[Any, ...]:
    hidden: tuple[Any, ...] | None = getattr(cls, "__hidden_fields__", None)
    return attrs.fields(cls) if hidden is None else hidden


def value_classes() -> dict[str, type]:
    """The public classes of attrs that can be compared and hashed."""
    found: dict[str, type] = {}
    for name in modules():
        for value in vars(import_module(name)).values():
            is_own = isinstance(value, type) and value.__module__ == name and not issubclass(value, Model)
            is_value = is_own and (attrs.has(value) or hasattr(value, "__hidden_fields__"))
            if is_value and "__eq__" in vars(value) and f".{value.__name__}(" in SURFACE:
                found[value.__name__] = value
    return found


CLASSES = value_classes()


def sample(annotation: Any) -> Any:
    """Return a value of a type that is as hard to hash as possible."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Literal:
        return arguments[0]
    if origin in (UnionType, typing.Union):
        samples = [sample(argument) for argument in arguments if argument is not type(None)]
        return next((value for value in samples if not is_hashable(value)), samples[0])
    if annotation is Any or isinstance(annotation, TypeVar):
        return {}
    kind = origin or annotation
    if kind is tuple:
        return () if ... in arguments else tuple(sample(argument) for argument in arguments)
    if isinstance(kind, type) and issubclass(kind, Mapping):
        return {}
    if isinstance(kind, type) and issubclass(kind, Model):
        return object.__new__(kind)
    if kind in CLASSES.values():
        return create(kind)
    return [] if kind is list else "text"


def is_hashable(value: object) -> bool:
    try:
        hash(value)
    except TypeError:
        return False
    return True


def create(cls: type) -> Any:
    hints = typing.get_type_hints(cls)
    value = object.__new__(cls)
    for field in fields_of(cls):
        object.__setattr__(value, field.name, sample(hints[field.name]))
    return value


def test_the_classes_are_found() -> None:
    assert {"APIResponse", "ResponseInfo", "SessionData", "WebRequest", "WebResponse", "Principal"} <= set(CLASSES)
    assert {"WebhookRequest", "AccessTokenClaims", "SignedIn", "FlagChange"} <= set(CLASSES)


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_equal_values_have_the_same_hash(name: str) -> None:
    value, same = create(CLASSES[name]), create(CLASSES[name])
    if CLASSES[name].__hash__ is None:
        with pytest.raises(TypeError, match=f"unhashable type: '{name}'"):
            hash(value)
    else:
        assert len({value, same}) == (1 if value == same else 2)
        if value == same:
            assert hash(value) == hash(same)
