"""Problems in a spec, and their locations."""

from collections.abc import Sequence
from typing import NamedTuple


class SourceLocation(NamedTuple):
    """A position in a spec file; `line` starts at 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class Problem(NamedTuple):
    """One problem, with a file location, a JSON pointer into the merged document, or both."""

    message: str
    location: SourceLocation | None = None
    pointer: str = ""

    def __str__(self) -> str:
        where = " ".join(str(part) for part in (self.location, self.pointer) if part)
        return f"{where}: {self.message}" if where else self.message


class CodegenError(Exception):
    """The spec can't be turned into code; nothing was written.

    Attributes:
        problems: Every problem found.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)
