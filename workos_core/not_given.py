"""The sentinel for arguments that are not passed, distinct from `None`, which sends null."""

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
"""The default of optional body arguments: the request omits the field. `None`, where allowed, sends null, which clears the value."""
