"""The loader of seeds: the initial objects of an environment."""

from collections.abc import Mapping
from contextlib import nullcontext
from datetime import datetime
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from workos_emulator.http import errors, payload
from workos_emulator.rendering.settings import SETTINGS_SCHEMA, apply_settings, check_settings
from workos_emulator.seeding import ordering
from workos_emulator.seeding.ordering import Item
from workos_emulator.seeding.seed_file import Document, DocumentPath, Problem, SeedError
from workos_emulator.storage import ids
from workos_emulator.storage.clock import Clock
from workos_emulator.storage.settings import Settings
from workos_emulator.storage.store import DuplicateKeyError

if TYPE_CHECKING:
    from workos_emulator.emulator import Emulator
    from workos_emulator.seeding.factories.factory import ObjectFactory

_SEED_TIME = 1_704_067_200_000  # 2024-01-01, the timestamp in IDs of seeded objects
_RESERVED_FIELDS = ("id", "key")
_CREDENTIALS = frozenset({"api_key", "client_id"})


def load(emulator: "Emulator", document: Document) -> dict[str, dict[str, str]]:
    """Create all objects of a seed, or none if one fails.

    Returns:
        The IDs by factory and key.

    Raises:
        SeedError: The seed is invalid.
    """
    items = _items(document)
    snapshot = emulator.snapshot()
    try:
        _apply_clock_and_settings(emulator, document)
        return _create(emulator, document, items)
    except BaseException:
        emulator.restore(snapshot)
        raise


def stable_id(factory: "ObjectFactory", key: str) -> str:
    """Return the ID of a seeded object without an explicit `id`: the same for the same factory and key."""
    digest = sha256(f"{factory.name}:{key}".encode()).digest()
    return f"{factory.prefix}_{ids.encode((_SEED_TIME << 80) | int.from_bytes(digest[:10], 'big'))}"


def _stable_secret(item: Item) -> str:
    """Return the code of a seeded object that is identified by a code: the same for the same factory and key."""
    return sha256(f"{item.factory.name}:{item.key}".encode()).hexdigest()


def _items(document: Document) -> list[Item]:
    from workos_emulator.seeding.factories.catalog import factories

    value, problems, items = document.value, list[Problem](), list[Item]()
    if not payload.is_object(value):
        raise SeedError([document.problem((), "a seed must be an object whose keys are factories, such as users")])
    for name in value.keys() - factories().keys() - {"clock", "settings", *_CREDENTIALS}:
        problems.append(document.problem((name,), f"unknown factory {name!r}; use one of {', '.join(factories())}"))
    for factory in factories().values():
        problems += _read_entries(document, factory, value.get(factory.name, []), items)
    problems += _check_settings(document, value)
    for name in _CREDENTIALS & value.keys():
        if not isinstance(value[name], str) or not value[name].isprintable() or not value[name].strip():
            problems.append(document.problem((name,), f"{name} must be a string that is not blank"))
    if problems:
        raise SeedError(sorted(problems, key=lambda problem: problem.line))
    return ordering.sort(document, items)


def _read_entries(document: Document, factory: "ObjectFactory", entries: Any, items: list[Item]) -> list[Problem]:
    if not payload.is_list(entries):
        return [document.problem((factory.name,), f"{factory.name} must be a list")]
    problems: list[Problem] = []
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        path: DocumentPath = (factory.name, number)
        if not payload.is_object(entry):
            problems.append(document.problem(path, f"each item of {factory.name} must be an object"))
            continue
        item = _item(factory, path, entry)
        problems += _check_item(document, item, entry)
        if item.key in seen:
            problems.append(document.problem(path, f"duplicate {factory.name} {item.key!r}; set a different key"))
        seen.add(item.key)
        items.append(item)
    return problems


def _item(factory: "ObjectFactory", path: DocumentPath, entry: Mapping[str, Any]) -> Item:
    values = [str(entry[name]) for name in factory.natural_key if entry.get(name) is not None]
    is_composite = factory.name in ("memberships", "role_assignments", "identities", "auth_factors")
    key = str(entry.get("key") or " ".join(values if is_composite else values[:1]) or path[-1])
    id = entry.get("id") or (stable_id(factory, key) if factory.prefix else None)
    return Item(factory, path, key, id, {name: value for name, value in entry.items() if name not in _RESERVED_FIELDS})


def _check_item(document: Document, item: Item, entry: Mapping[str, Any]) -> list[Problem]:
    from workos_emulator.http import json_schema
    from workos_emulator.seeding.factories.field_names import unknown_fields

    factory, problems = item.factory, list[Problem]()
    for name in _RESERVED_FIELDS:
        if name in entry and not isinstance(entry[name], str):
            problems.append(document.problem((*item.path, name), f"{name} must be a string"))
    if "id" in entry and not factory.prefix:
        problems.append(document.problem((*item.path, "id"), f"you cannot choose the ID of {factory.name}"))
    elif isinstance(id := entry.get("id"), str) and not id.startswith(f"{factory.prefix}_"):
        problems.append(document.problem((*item.path, "id"), f"id must start with {factory.prefix}_"))
    known: Mapping[str, Any] | None = factory.schema.get("properties")
    for steps, text in unknown_fields(factory.schema, item.fields):
        problems.append(document.problem((*item.path, *steps), f"{factory.name}: {text}"))
    fields = {name: value for name, value in item.fields.items() if known is None or name in known}
    for problem in json_schema.problems(_validator(factory.name), fields):
        path = tuple(int(step) if step.isdecimal() else step for step in problem["field"].split("."))
        problem_path = item.path if problem["field"] == "body" else (*item.path, *path)
        problems.append(document.problem(problem_path, _explain(factory, problem["field"], problem["code"])))
    return problems


@cache
def _validator(name: str) -> Any:
    from workos_emulator.http import json_schema
    from workos_emulator.seeding.factories.catalog import factories

    return json_schema.embedded(factories()[name].schema)


def _explain(factory: "ObjectFactory", name: str, code: str) -> str:
    return f"{factory.name}: {name} is missing" if code == "required" else f"{factory.name}: {name}: {code}"


def _check_settings(document: Document, value: Mapping[str, Any]) -> list[Problem]:
    from workos_emulator.http import json_schema

    problems: list[Problem] = []
    if "settings" in value:
        for problem in json_schema.problems(json_schema.standalone(SETTINGS_SCHEMA), value["settings"]):
            name = problem["field"]
            path: DocumentPath = ("settings",) if name == "body" else ("settings", name)
            problems.append(document.problem(path, f"settings: {name}: {problem['code']}"))
        if not problems:
            for name, text in check_settings(Settings(), value["settings"]).items():
                problems.append(document.problem(("settings", name), f"settings: {text}"))
    if "clock" in value:
        try:
            Clock().freeze(datetime.fromisoformat(value["clock"]))
        except (TypeError, ValueError):
            text = "clock must be a time with a time zone, such as 2026-01-31T12:00:00Z"
            problems.append(document.problem(("clock",), text))
        except OverflowError as error:
            problems.append(document.problem(("clock",), str(error)))
    return problems


def _apply_clock_and_settings(emulator: "Emulator", document: Document) -> None:
    if "clock" in document.value:
        emulator.clock.freeze(datetime.fromisoformat(document.value["clock"]))
    if "settings" in document.value:
        apply_settings(emulator.settings, document.value["settings"])
    pinned = {name: document.value[name] for name in _CREDENTIALS if name in document.value}
    emulator.environment.state.credentials.pinned |= pinned


def _create(emulator: "Emulator", document: Document, items: list[Item]) -> dict[str, dict[str, str]]:
    ids_by_key: dict[str, dict[str, str]] = {}
    for item in items:
        fields = {
            name: _resolve_references(ids_by_key, item.factory, name, value) for name, value in item.fields.items()
        }
        try:
            reserved, value = item.factory.prefix, item.id
            if value is None and item.factory.code_name:
                reserved, value = item.factory.code_name, _stable_secret(item)
            with nullcontext() if value is None else emulator.environment.state.ids.reserve(reserved, value):
                created = item.factory.create(emulator, fields)
        except errors.ApiError as error:
            raise SeedError(
                [document.problem(item.path, f"{item.factory.name} {item.key!r}: {_error_text(error)}")]
            ) from None
        except KeyError as error:
            text = f"{item.factory.name} {item.key!r}: no object with the key or ID {error.args[0]!r}"
            raise SeedError([document.problem(item.path, text)]) from None
        except DuplicateKeyError as error:
            text = f"{item.factory.name} {item.key!r}: another object with the same {error.index} exists"
            raise SeedError([document.problem(item.path, text)]) from None
        except (ValueError, OverflowError) as error:
            raise SeedError([document.problem(item.path, f"{item.factory.name} {item.key!r}: {error}")]) from None
        ids_by_key.setdefault(item.factory.name, {})[item.key] = str(created.get("id", item.key))
    return ids_by_key


def _resolve_references(
    ids_by_key: Mapping[str, Mapping[str, str]], factory: "ObjectFactory", name: str, value: Any
) -> Any:
    """Replace the key of another object of the seed by its ID, if the field is a reference."""
    if factory.name == "feature_flags" and name == "targets" and payload.is_list(value):
        targets = {**ids_by_key.get("users", {}), **ids_by_key.get("organizations", {})}
        return [targets.get(str(item), item) for item in value]
    referenced = factory.references.get(name)
    if referenced is None:
        return value
    ids = ids_by_key.get(referenced, {})
    if payload.is_list(value):
        return [ids.get(str(item), item) for item in value]
    return ids.get(str(value), value)


def _error_text(error: errors.ApiError) -> str:
    body = error.body
    text = str(body.get("message") or body.get("error_description") or body.get("error") or error.status)
    details = [
        f"{item.get('field', '')} {item.get('message') or item.get('code')}".strip() for item in body.get("errors", ())
    ]
    return f"{text} ({', '.join(details)})" if details else text
