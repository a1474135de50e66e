"""The order in which the objects of a seed are created: each after the objects that it refers to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from workos_emulator.http import payload
from workos_emulator.seeding.seed_file import Document, DocumentPath, SeedError

if TYPE_CHECKING:
    from workos_emulator.seeding.factories.factory import ObjectFactory


@dataclass(slots=True, eq=False)
class Item:
    """An object to create: its factory, its path in the document, its key and ID, and its fields."""

    factory: "ObjectFactory"
    path: DocumentPath
    key: str
    id: str | None
    fields: dict[str, Any] = field(repr=False)


def sort(document: Document, items: Sequence[Item]) -> list[Item]:
    """Return the items so that each comes after those that it refers to, and otherwise in the same order.

    Raises:
        SeedError: Items refer to each other in a cycle.
    """
    targets: dict[tuple[str, str], Item] = {}
    for item in items:
        for name in (item.id, item.key, *_natural_keys(item)):
            if name is not None:
                targets[item.factory.name, name] = item
    ordered: dict[Item, None] = {}
    for item in items:
        _visit(document, item, targets, ordered)
    return list(ordered)


def _visit(document: Document, start: Item, targets: Mapping[tuple[str, str], Item], ordered: dict[Item, None]) -> None:
    # Not recursive: a seed may have a long chain of references.
    path: dict[Item, Iterator[Item]] = {start: _referenced(start, targets)} if start not in ordered else {}
    while path:
        item, remaining = next(reversed(path.items()))
        following = next((other for other in remaining if other not in ordered), None)
        if following is None:
            del path[item]
            ordered[item] = None
        elif following in path:
            visited = list(path)
            raise _cycle(document, visited[visited.index(following) :])
        else:
            path[following] = _referenced(following, targets)


def _referenced(item: Item, targets: Mapping[tuple[str, str], Item]) -> Iterator[Item]:
    """Yield the items of the seed that an item refers to, by key, ID or external ID."""
    for name, value in item.fields.items():
        factories: tuple[str, ...] = ()
        if item.factory.name == "feature_flags" and name == "targets":
            factories = ("users", "organizations")
        elif name.endswith("resource_external_id"):
            factories = ("resources",)
        elif name in item.factory.references:
            factories = (item.factory.references[name],)
        for factory in factories:
            for each in value if payload.is_list(value) else [value]:
                if other := targets.get((factory, str(each))):
                    yield other


def _natural_keys(item: Item) -> list[str]:
    return (
        [str(item.fields["external_id"])] if item.factory.name == "resources" and "external_id" in item.fields else []
    )


def _cycle(document: Document, items: Sequence[Item]) -> SeedError:
    names = [f"{item.factory.name} {item.key!r}" for item in items]
    return SeedError(
        [
            document.problem(
                item.path, f"{names[index]} refers to itself: {' → '.join((*names[index:], *names[: index + 1]))}"
            )
            for index, item in enumerate(items)
        ]
    )
