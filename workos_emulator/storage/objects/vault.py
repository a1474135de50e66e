"""The vault."""

from dataclasses import dataclass, field

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True)
class VaultVersion(Entity):
    """One of the values that an object has had."""

    value: str = field(repr=False)


@dataclass(slots=True, kw_only=True)
class VaultObject(Entity):
    """A secret under a name, with all its values, oldest first; the last one counts."""

    name: str
    context: dict[str, str]
    key_id: str
    versions: list[VaultVersion]


@dataclass(slots=True, kw_only=True)
class VaultKey(Entity):
    """A key that encrypts data keys. Each context has one."""

    context: tuple[tuple[str, str], ...]
    secret: bytes = field(repr=False)


class Vault:
    """Objects and keys."""

    def __init__(self) -> None:
        self.objects = Collection[VaultObject](unique={"name": lambda o: o.name})
        self.keys = Collection[VaultKey](unique={"context": lambda k: k.context})
