"""Seeds: what an environment holds from the start."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from workos_emulator.http import errors, payload
from workos_emulator.rendering.settings import SETTINGS_SCHEMA, apply_settings
from workos_emulator.seeding.seed_file import Document, Problem, SeedError, Steps
from workos_emulator.storage import ids
from workos_emulator.storage.store import DuplicateKeyError

if TYPE_CHECKING:
    from workos_emulator.emulator import Emulator
    from workos_emulator.seeding.factories.factory import Kind

_SEED_TIME = 1_704_067_200_000  # 2024-01-01, the time in ids that come from a seed
_OWN = ("id", "key")


@dataclass(slots=True)
class _Item:
    """An object to create: where it stands, what it is called, and its fields."""

    kind: "Kind"
    steps: Steps
    key: str
    id: str | None
    fields: dict[str, Any] = field(repr=False)


def apply(emulator: "Emulator", document: Document) -> dict[str, dict[str, str]]:
    """Create what a document says, all or nothing.

    Returns:
        The ids by kind and key.

    Raises:
        SeedError: Something in it is not right.
    """
    items = _items(document)
    snapshot = emulator.snapshot()
    try:
        _set_up(emulator, document)
        return _create(emulator, document, items)
    except SeedError:
        emulator.restore(snapshot)
        raise


def stable_id(kind: "Kind", key: str) -> str:
    """The id of an object from a seed that names none: always the same for the same kind and key."""
    digest = sha256(f"{kind.name}:{key}".encode()).digest()
    return f"{kind.prefix}_{ids.encode((_SEED_TIME << 80) | int.from_bytes(digest[:10], 'big'))}"


def _items(document: Document) -> list[_Item]:
    from workos_emulator.seeding.factories.catalog import kinds

    value, problems, found = document.value, list[Problem](), list[_Item]()
    if not payload.is_object(value):
        raise SeedError([document.problem((), "a seed is an object with kinds, such as users, as keys")])
    for name in value.keys() - kinds().keys() - {"clock", "settings"}:
        problems.append(document.problem((name,), f"there is no kind {name!r}; there are {', '.join(kinds())}"))
    for kind in kinds().values():
        problems += _read_kind(document, kind, value.get(kind.name, []), found)
    problems += _check_settings(document, value)
    if problems:
        raise SeedError(sorted(problems, key=lambda problem: problem.line))
    return found


def _read_kind(document: Document, kind: "Kind", entries: Any, found: list[_Item]) -> list[Problem]:
    if not payload.is_list(entries):
        return [document.problem((kind.name,), f"{kind.name} is a list")]
    problems: list[Problem] = []
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        steps: Steps = (kind.name, number)
        if not payload.is_object(entry):
            problems.append(document.problem(steps, f"each of {kind.name} is an object"))
            continue
        item = _item(kind, steps, entry)
        problems += _check_item(document, item, entry)
        if item.key in seen:
            problems.append(document.problem(steps, f"{kind.name} {item.key!r} is here a second time; give it a key"))
        seen.add(item.key)
        found.append(item)
    return problems


def _item(kind: "Kind", steps: Steps, entry: Mapping[str, Any]) -> _Item:
    natural = [str(entry[name]) for name in kind.natural if entry.get(name) is not None]
    own = natural if kind.name in ("memberships", "role_assignments", "identities", "auth_factors") else natural[:1]
    key = str(entry.get("key") or " ".join(own) or steps[-1])
    id = entry.get("id") or (stable_id(kind, key) if kind.prefix else None)
    return _Item(kind, steps, key, id, {name: value for name, value in entry.items() if name not in _OWN})


def _check_item(document: Document, item: _Item, entry: Mapping[str, Any]) -> list[Problem]:
    from workos_emulator.http import json_schema

    kind, problems = item.kind, list[Problem]()
    for name in _OWN:
        if name in entry and not isinstance(entry[name], str):
            problems.append(document.problem((*item.steps, name), f"{name} is a text"))
    if "id" in entry and not kind.prefix:
        problems.append(document.problem((*item.steps, "id"), f"{kind.name} cannot have an id of yours"))
    elif isinstance(id := entry.get("id"), str) and not id.startswith(f"{kind.prefix}_"):
        problems.append(document.problem((*item.steps, "id"), f"ids of {kind.name} begin with {kind.prefix}_"))
    known: Mapping[str, Any] | None = kind.schema.get("properties")
    if known is not None:
        for name in item.fields.keys() - known.keys():
            text = f"{kind.name} have no field {name!r}; there are {', '.join(known)}"
            problems.append(document.problem((*item.steps, name), text))
    fields = {name: value for name, value in item.fields.items() if known is None or name in known}
    for found in json_schema.problems(_validator(kind.name), fields):
        steps = tuple(int(step) if step.isdecimal() else step for step in found["field"].split("."))
        place = item.steps if found["field"] == "body" else (*item.steps, *steps)
        problems.append(document.problem(place, _explain(kind, found["field"], found["code"])))
    return problems


@cache
def _validator(name: str) -> Any:
    from workos_emulator.http import json_schema
    from workos_emulator.seeding.factories.catalog import kinds

    return json_schema.inside(kinds()[name].schema)


def _explain(kind: "Kind", name: str, code: str) -> str:
    return f"{kind.name}: {name} is missing" if code == "required" else f"{kind.name}: {name}: {code}"


def _check_settings(document: Document, value: Mapping[str, Any]) -> list[Problem]:
    from workos_emulator.http import json_schema

    problems: list[Problem] = []
    if "settings" in value:
        for found in json_schema.problems(json_schema.standalone(SETTINGS_SCHEMA), value["settings"]):
            name = found["field"]
            steps: Steps = ("settings",) if name == "body" else ("settings", name)
            problems.append(document.problem(steps, f"settings: {name}: {found['code']}"))
    if "clock" in value:
        try:
            moment = datetime.fromisoformat(value["clock"])
        except (TypeError, ValueError):
            moment = None
        if moment is None or moment.tzinfo is None:
            text = "clock is a moment with a time zone, such as 2026-01-31T12:00:00Z"
            problems.append(document.problem(("clock",), text))
    return problems


def _set_up(emulator: "Emulator", document: Document) -> None:

    if "clock" in document.value:
        emulator.clock.freeze(datetime.fromisoformat(document.value["clock"]))
    if "settings" in document.value:
        apply_settings(emulator.settings, document.value["settings"])


def _create(emulator: "Emulator", document: Document, items: list[_Item]) -> dict[str, dict[str, str]]:
    made: dict[str, dict[str, str]] = {}
    for item in items:
        fields = {name: _resolved(made, item.kind, name, value) for name, value in item.fields.items()}
        try:
            if item.id is None:
                created = item.kind.make(emulator, fields)
            else:
                with emulator.environment.state.ids.planned(item.kind.prefix, item.id):
                    created = item.kind.make(emulator, fields)
        except errors.ApiError as error:
            raise SeedError([document.problem(item.steps, f"{item.kind.name} {item.key!r}: {_said(error)}")]) from None
        except KeyError as error:
            text = f"{item.kind.name} {item.key!r}: there is nothing with the key or id {error.args[0]!r}"
            raise SeedError([document.problem(item.steps, text)]) from None
        except DuplicateKeyError as error:
            text = f"{item.kind.name} {item.key!r}: another one has the same {error.index}"
            raise SeedError([document.problem(item.steps, text)]) from None
        except ValueError as error:
            raise SeedError([document.problem(item.steps, f"{item.kind.name} {item.key!r}: {error}")]) from None
        made.setdefault(item.kind.name, {})[item.key] = str(created.get("id", item.key))
    return made


def _resolved(made: Mapping[str, Mapping[str, str]], kind: "Kind", name: str, value: Any) -> Any:
    """An id in place of the key of another object of the seed."""
    if kind.name == "feature_flags" and name == "targets" and payload.is_list(value):
        known = {**made.get("users", {}), **made.get("organizations", {})}
        return [known.get(str(item), item) for item in value]
    other = kind.references.get(name)
    if other is None:
        return value
    ids = made.get(other, {})
    if payload.is_list(value):
        return [ids.get(str(item), item) for item in value]
    return ids.get(str(value), value)


def _said(error: errors.ApiError) -> str:
    body = error.body
    text = str(body.get("message") or body.get("error_description") or body.get("error") or error.status)
    details = [
        f"{item.get('field', '')} {item.get('message') or item.get('code')}".strip() for item in body.get("errors", ())
    ]
    return f"{text} ({', '.join(details)})" if details else text
