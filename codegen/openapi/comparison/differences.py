"""Differences between two descriptions of the API."""

from collections.abc import Iterator
from typing import NamedTuple

from attrs import define, field

ABSENT = "absent"
PRESENT = "present"


class Place(NamedTuple):
    """A part of the API, and where the two documents describe it.

    Attributes:
        name: The readable name, such as `GET /users query limit` or `User.email`.
        theirs: The JSON pointer in the other document.
        ours: The JSON pointer in the spec.
    """

    name: str
    theirs: str
    ours: str


class Difference(NamedTuple):
    """One difference between the other document and the spec.

    Attributes:
        location: The part of the API and the aspect, such as `GET /users query limit default`.
        theirs: What the other document says.
        ours: What the spec says.
        place: The part of the API.
    """

    location: str
    theirs: str
    ours: str
    place: Place


@define
class Differences:
    """The differences found by a comparison, each of them once."""

    _found: dict[tuple[str, str, str], Difference] = field(factory=dict, init=False)

    def __iter__(self) -> Iterator[Difference]:
        return iter(self._found.values())

    def __len__(self) -> int:
        return len(self._found)

    def add(self, place: Place, aspect: str, theirs: str, ours: str) -> None:
        """Record a difference if `theirs` is not `ours`."""
        if theirs != ours:
            location = f"{place.name} {aspect}" if aspect else place.name
            self._found.setdefault((location, theirs, ours), Difference(location, theirs, ours, place))
