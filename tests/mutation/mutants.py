"""The mutants that mutmut has generated, with their position and difference."""

import ast
import difflib
import re
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_WORDING = re.compile("[a-z] [a-z]", re.IGNORECASE)


@frozen
class Mutant:
    """A small change to one function.

    Attributes:
        name: The name by which mutmut runs the mutant.
        path: The changed file, relative to the project.
        line: The number of the first changed line.
        before: The changed lines, without indentation.
        after: What the change makes of them.
        is_wording: Whether the change affects only the text of a message. Such mutants are not run.
    """

    name: str
    path: str
    line: int
    before: str
    after: str
    is_wording: bool

    def __str__(self) -> str:
        changes = [f"    - {line}" for line in self.before.splitlines()]
        changes += [f"    + {line}" for line in self.after.splitlines()]
        return "\n".join([f"{self.path}:{self.line}  {self.name}", *changes])


def read_mutants(project: Path) -> list[Mutant]:
    """Return all mutants of a project for which mutmut has generated them."""
    generated = project / "mutants"
    paths = sorted(path.relative_to(generated).with_suffix("") for path in generated.rglob("*.py.meta"))
    return [mutant for path in paths for mutant in _mutants_of(project, path)]


def _mutants_of(project: Path, path: Path) -> Iterator[Mutant]:
    source = (project / path).read_text(encoding="utf-8")
    lines = {name: function.lineno for name, function in _functions(source)}
    mutated = (project / "mutants" / path).read_text(encoding="utf-8")
    functions = dict(_functions(mutated))
    module = ".".join(path.with_suffix("").parts)
    for name, function in functions.items():
        original_name, _, number = name.partition("__mutmut_")
        if not number.isdecimal():
            continue
        original = functions[f"{original_name}__mutmut_orig"]
        written_name = _written_name(original_name)
        offset, before, after = _difference(*(_body(mutated, each, written_name) for each in (original, function)))
        yield Mutant(
            name=f"{module}.{name}",
            path=path.as_posix(),
            line=lines[written_name] + offset,
            before=before,
            after=after,
            is_wording=_without_wording(original) == _without_wording(function),
        )


def _functions(source: str) -> Iterator[tuple[str, _Function]]:
    """Yield the functions of a module, and the methods of its classes as `Class.method` if they are written by hand."""
    for node in ast.parse(source).body:
        if isinstance(node, _Function):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            for child in node.body:
                if isinstance(child, _Function):
                    yield (child.name if "__mutmut_" in child.name else f"{node.name}.{child.name}"), child


def _written_name(mangled: str) -> str:
    """Return the name in the source of `x_function` or `xǁClassǁmethod`."""
    return mangled.removeprefix("xǁ").replace("ǁ", ".") if mangled.startswith("xǁ") else mangled.removeprefix("x_")


def _body(source: str, function: _Function, written_name: str) -> list[str]:
    """Return the lines of a function, with its written name instead of the generated one, which differs between mutants."""
    lines = source.splitlines()[function.lineno - 1 : function.end_lineno]
    return [lines[0].replace(function.name, written_name.rpartition(".")[2], 1), *lines[1:]]


def _difference(before: list[str], after: list[str]) -> tuple[int, str, str]:
    """Return the index of the first changed line, and the changed lines before and after."""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    removed = [line.strip() for _, start, end, _, _ in changes for line in before[start:end]]
    added = [line.strip() for _, _, _, start, end in changes for line in after[start:end]]
    return changes[0][1], "\n".join(removed), "\n".join(added)


def _without_wording(function: _Function) -> str:
    """Return a function as text, without its name and without strings that consist of several words."""
    copy = ast.parse(ast.unparse(function)).body[0]
    assert isinstance(copy, _Function)
    copy.name = "_"
    for node in ast.walk(copy):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _WORDING.search(node.value):
            node.value = ""
    return ast.dump(copy)
