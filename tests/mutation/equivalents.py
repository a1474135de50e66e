"""The mutants that are documented as equivalent: no test can distinguish them from the original code."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from fnmatch import fnmatch
from pathlib import Path

from attrs import frozen

from tests.mutation.mutants import Mutant


@frozen(kw_only=True)
class Equivalent:
    """An entry of `equivalent.toml`.

    Attributes:
        path: The file, relative to the project; `*` stands for any characters.
        before: The changed text: a part of a line, or several lines without indentation.
        after: What the change makes of it.
        why: Why no test can notice the change.
    """

    path: str
    before: str
    after: str
    why: str

    def matches(self, mutant: Mutant) -> bool:
        """Return whether the entry describes a mutant."""
        if not fnmatch(mutant.path, self.path):
            return False
        return any(
            mutant.before[: match.start()] + self.after + mutant.before[match.end() :] == mutant.after
            for match in re.finditer(re.escape(self.before), mutant.before)
        )

    def __str__(self) -> str:
        return f"{self.path}: {self.before!r} → {self.after!r}"


def read_equivalents(path: Path) -> list[Equivalent]:
    """Return the entries of a file; none if there is no file.

    Raises:
        ValueError: An entry lacks a key or has an unknown one.
    """
    if not path.exists():
        return []
    equivalents: list[Equivalent] = []
    for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("equivalent", []):
        try:
            equivalents.append(Equivalent(**entry))
        except TypeError as error:
            raise ValueError(f"{path}: {entry}: {error}") from None
    incomplete = [str(each) for each in equivalents if not (each.before and each.why)]
    if incomplete:
        raise ValueError(f"{path}: entries without `before` or `why`: {'; '.join(incomplete)}")
    return equivalents


def unmatched(equivalents: Iterable[Equivalent], mutants: Sequence[Mutant]) -> list[Equivalent]:
    """Return the entries that describe no mutant, because the code has changed."""
    return [each for each in equivalents if not any(each.matches(mutant) for mutant in mutants)]
