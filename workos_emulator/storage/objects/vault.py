"""Vault objects and keys."""

from dataclasses import dataclass

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True, repr=False)
class VaultVersion(Entity):
    """A version of a Vault object's value."""

    value: str


@dataclass(slots=True, kw_only=True, repr=False)
class VaultObject(Entity):
    """A named secret with all versions of its value, oldest first. The last version is current."""

    name: str
    context: dict[str, str]
    key_id: str
    versions: list[VaultVersion]


@dataclass(slots=True, kw_only=True, repr=False)
class VaultKey(Entity):
    """A key-encryption key. Each key context has one."""

    context: tuple[tuple[str, str], ...]
    secret: bytes


class Vault:
    """Vault objects and key-encryption keys."""

    def __init__(self) -> None:
        self.objects: Collection[VaultObject] = Collection(unique={"name": lambda o: o.name})
        self.keys: Collection[VaultKey] = Collection(unique={"context": lambda k: k.context})
