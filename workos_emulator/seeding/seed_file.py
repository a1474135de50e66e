"""Seed files, in YAML or JSON, with the line number of each value."""

import json
import math
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workos_emulator.http import optional_packages, payload

_MAX_DIGITS = 200
_SURROGATE = re.compile("[\ud800-\udfff]")

DocumentPath = tuple[str | int, ...]
"""The path of a value in a document, such as `("users", 0, "email")`."""


@dataclass(slots=True, frozen=True)
class Problem:
    """A problem in a seed file, formatted as `file:line: text`."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


class SeedError(ValueError):
    """An invalid seed. The message has a line for each problem, with the file and line number.

    Attributes:
        problems: The problems.
    """

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass(slots=True)
class Document:
    """The content of a seed file.

    Attributes:
        name: The name of the file.
        value: The value.
        lines: The line numbers by path.
    """

    name: str
    value: Any
    lines: dict[DocumentPath, int]

    def problem(self, path: DocumentPath, text: str) -> Problem:
        """Return a problem at a path, located at the nearest enclosing path with a known line."""
        while path not in self.lines and path:
            path = path[:-1]
        return Problem(self.name, self.lines.get(path, 1), text)


def read(path: str | os.PathLike[str]) -> Document:
    """Read a seed file: JSON if its name ends with `.json`, YAML otherwise.

    Raises:
        SeedError: The file is not valid UTF-8, YAML or JSON.
        OSError: The file cannot be read.
    """
    file = Path(path)
    return parse(file.read_bytes(), str(file), is_json=file.suffix.lower() == ".json")


def parse(content: bytes, name: str, *, is_json: bool) -> Document:
    """Parse the content of a seed file.

    Raises:
        SeedError: The content is not valid UTF-8, YAML or JSON.
        ImportError: The extra `emulator` is not installed.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SeedError([Problem(name, line, "invalid UTF-8")]) from None
    optional_packages.require("yaml")
    import yaml

    from workos_emulator.seeding.yaml_reader import InvalidValueError, Reader

    reader = Reader()
    try:
        if not is_json:
            value, lines = reader.read(text)
        else:
            value = _parse_json(text, name)
            # JSON is valid YAML except for tabs between values. Replacing tabs in strings is harmless: only the lines are used.
            lines = reader.read(text.replace("\t", " "))[1]
    except InvalidValueError as error:
        raise SeedError([Problem(name, error.line, str(error))]) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise SeedError([Problem(name, line, f"the character {error.character:#x} is not allowed")]) from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        kind = "JSON" if is_json else "YAML"
        raise SeedError([Problem(name, line, f"invalid {kind}: {error.problem or error.context}")]) from None
    return _check(Document(name, value, lines), _problem_of_parsed)


def _parse_json(text: str, name: str) -> Any:
    try:
        return json.loads(text, parse_constant=float, parse_int=_parse_integer)
    except json.JSONDecodeError as error:
        raise SeedError([Problem(name, error.lineno, f"invalid JSON: {error.msg}")]) from None
    except RecursionError:
        return None  # the reader reports the line that is nested too deeply


def _parse_integer(text: str) -> float:
    """Return an integer; infinity for one that is too long to convert, which is reported later, with its line."""
    return int(text) if len(text) <= _MAX_DIGITS else math.inf


def _check(document: Document, problem_of: Callable[[Any], str | None]) -> Document:
    """Return a document whose keys and values have no problem.

    Raises:
        SeedError: `problem_of` returns a problem of a key or value.
    """

    def check(value: Any, path: DocumentPath) -> None:
        if payload.is_object(value):
            for key, item in value.items():
                check(key, (*path, key))
                check(item, (*path, key))
        elif payload.is_list(value):
            for index, item in enumerate(value):
                check(item, (*path, index))
        elif (problem := problem_of(value)) is not None:
            raise SeedError([document.problem(path, problem)])

    check(document.value, ())
    return document


def _problem_of_parsed(value: Any) -> str | None:
    """Return why a value of a file cannot be stored or sent as JSON; None if it can."""
    if isinstance(value, float) and math.isnan(value):
        return "NaN is not allowed"
    if (isinstance(value, float) and math.isinf(value)) or (isinstance(value, int) and abs(value) >= 2**63):
        return "the number is out of range"
    return _problem_of_text(value)


def _problem_of_text(value: Any) -> str | None:
    if isinstance(value, str) and _SURROGATE.search(value):
        return "a surrogate character is not allowed, because it cannot be encoded"
    return None


def from_value(value: Any, name: str = "seed") -> Document:
    """Return a document for a value that does not come from a file.

    Raises:
        SeedError: A text cannot be encoded as UTF-8.
    """
    return _check(Document(name, value, {(): 1}), _problem_of_text)
