"""The reasons for differences between the spec and WorkOS's OpenAPI document, in spec/differences.yaml."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from codegen.lint.extensions import validation_errors
from codegen.load.yaml_file import YamlFile
from codegen.openapi.comparison.differences import Difference
from codegen.problems import CodegenError, Problem, SourceLocation

FILE = "differences.yaml"
_TEXT = {"type": "string", "pattern": r"\S"}
_SCHEMA: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["location", "theirs", "ours", "why"],
        "properties": {
            "location": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1, "uniqueItems": True}]},
            "theirs": _TEXT,
            "ours": _TEXT,
            "why": _TEXT,
        },
        "additionalProperties": False,
    },
}


class Reason(NamedTuple):
    """The reason for one or more differences.

    Attributes:
        locations: The locations of the differences. `*` stands for any text.
        theirs: What the other document says.
        ours: What the spec says.
        source: The position in the file.
        pointer: The JSON pointer in the file.
    """

    locations: tuple[str, ...]
    theirs: str
    ours: str
    source: SourceLocation
    pointer: str

    def explains(self, location: str, difference: Difference) -> bool:
        """Return whether the reason explains a difference, at one of its locations."""
        return (self.theirs, self.ours) == difference[1:3] and _matches(location, difference)


def load_reasons(folder: Path) -> list[Reason]:
    """Read the reasons of a spec folder. A folder without the file has none.

    Raises:
        CodegenError: The file can't be read, or an entry is invalid; for example, it has no `why`.
    """
    path = folder / FILE
    if not path.exists():
        return []
    file = YamlFile(path, f"{folder.name}/{FILE}")
    entries = file.data or []
    errors = [*validation_errors(entries, _SCHEMA)]
    if errors:
        raise CodegenError([Problem(message, _nearest(file, pointer), pointer) for pointer, message in errors])
    return [
        Reason(
            (entry["location"],) if isinstance(entry["location"], str) else tuple(entry["location"]),
            entry["theirs"],
            entry["ours"],
            file.locations[f"/{index}"],
            f"/{index}",
        )
        for index, entry in enumerate(entries)
    ]


def unexplained(differences: Sequence[Difference], reasons: Sequence[Reason]) -> tuple[list[Difference], list[Problem]]:
    """Return the differences without a reason, and the problems of the reasons.

    A reason is a problem if one of its locations matches no difference, or a difference that another reason explains.
    """
    problems: list[Problem] = []
    explained: dict[Difference, Reason] = {}
    for reason in reasons:
        for location in reason.locations:
            found = [difference for difference in differences if reason.explains(location, difference)]
            if not found:
                problems.append(Problem(_unmatched(location, differences), reason.source, reason.pointer))
            for difference in found:
                if difference in explained:
                    where = explained[difference].source
                    message = f"{difference.location} is already explained at {where}"
                    problems.append(Problem(message, reason.source, reason.pointer))
                explained.setdefault(difference, reason)
    return [difference for difference in differences if difference not in explained], problems


def _unmatched(location: str, differences: Sequence[Difference]) -> str:
    near = [difference for difference in differences if _matches(location, difference)]
    hint = "".join(f"; found there: theirs {one.theirs!r}, ours {one.ours!r}" for one in near[:3])
    return f"{location} matches no difference{hint or '; remove the entry'}"


def _matches(location: str, difference: Difference) -> bool:
    pattern = ".*".join(re.escape(part) for part in location.split("*"))
    return re.fullmatch(pattern, difference.location) is not None


def _nearest(file: YamlFile, pointer: str) -> SourceLocation:
    while pointer not in file.locations:
        pointer = pointer.rpartition("/")[0]
    return file.locations[pointer]
