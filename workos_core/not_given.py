"""The difference between leaving a field out and sending null."""

import enum
from typing import Final, Literal


class NotGiven(enum.Enum):
    """The type of `NOT_GIVEN`."""

    NOT_GIVEN = "NOT_GIVEN"

    def __repr__(self) -> str:
        return "NOT_GIVEN"

    def __bool__(self) -> Literal[False]:
        return False


NOT_GIVEN: Final = NotGiven.NOT_GIVEN
"""Default of optional body arguments: the field is left out of the request. `None`, where allowed, sends null and clears it."""
