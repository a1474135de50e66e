"""The vocabulary guard: finds retired identifiers and wording, and says what to write instead.

`python -m codegen.vocabulary [PATH …]` checks files and folders (default: the whole project) and prints `file:line` of every hit.
The words are in vocabulary.toml. Where each kind is searched:

- Identifiers and module names: code, string literals that consist of one name, code spans and code blocks of prose.
- Parts of identifiers (`answer` in `first_answer`): names in code, and file names.
- Phrases: comments, docstrings, string literals of several words, Markdown outside of code, `description`, `summary` and `title` in
  YAML.

Generated files are skipped: their sources are checked.
"""

import argparse
import ast
import io
import re
import sys
import tokenize
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

DATA = Path(__file__).with_name("vocabulary.toml")
_SKIPPED_FOLDERS = {"__pycache__", "node_modules", "venv", "dist", "build"}
_GENERATED = ("# Generated ", "<!-- Generated ")
DESCRIPTIONS = {"description", "summary", "title"}
VALUES = {"example", "examples", "default", "const", "enum"}
_GAP = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Replaces code spans, URLs and replacement fields, so that no phrase matches across them."""
_CODE_SPAN = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_URL = re.compile(r"https?://[^\s)>\"']+|(?<=\]\()[^)\s]+")
_FENCE = re.compile(r"^[ \t]*(```|~~~)[^\n]*\n(.*?)^[ \t]*\1[ \t]*$", re.DOTALL | re.MULTILINE)
_COMMENT_IN_CODE = re.compile(r"(?:^|(?<=\s))(?:#|//)\s.*$", re.MULTILINE)
_NAME = re.compile(r"(?<![\w$])[A-Za-z_]\w*")
_NAME_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_SEVERAL_WORDS = re.compile(rf"[\w{_GAP}][,.:;!?)]* +[(\w{_GAP}]")
_QUOTES_BETWEEN_LITERALS = re.compile(r"""(?<!\\)["']+[ \t]*(\n)[ \t]*[A-Za-z]{0,2}["']+""")


class Hit(NamedTuple):
    """A retired name or phrase that was found in a file.

    Attributes:
        path: The file.
        line: The line, counted from 1; 0 if the name of the file is meant.
        text: The words found.
        instead: What to write instead.
    """

    path: Path
    line: int
    text: str
    instead: str

    def __str__(self) -> str:
        place = f":{self.line}" if self.line else " (file name)"
        return f"{_shown(self.path)}{place}: {' '.join(self.text.split())!r}: write {self.instead}"


class Segment(NamedTuple):
    """A piece of a file.

    Attributes:
        kind: `name` (an identifier in code), `literal` (a string of one name), `code` (source text inside prose) or `prose`.
        line: The line on which the piece starts, counted from 1.
        text: The source text.
    """

    kind: str
    line: int
    text: str


class Phrase(NamedTuple):
    """Wording that must not occur in prose.

    Attributes:
        pattern: The wording.
        instead: What to write instead.
        allowed: Longer wording that contains the pattern and is correct.
    """

    pattern: re.Pattern[str]
    instead: str
    allowed: re.Pattern[str] | None

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the hits in `text` that are not part of allowed wording."""
        allowed = [match.span() for match in self.allowed.finditer(text)] if self.allowed else []
        for match in self.pattern.finditer(text):
            if not any(start <= match.start() and match.end() <= end for start, end in allowed):
                yield match


class Vocabulary:
    """The retired names and phrases, read from a TOML file.

    Args:
        data: The content of the file: `exclude`, `identifiers`, `parts`, `texts` and `phrases`.
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self._exclude: list[str] = data.get("exclude", [])
        self._identifiers: dict[str, str] = data.get("identifiers", {})
        self._parts: dict[str, str] = data.get("parts", {})
        texts: dict[str, str] = data.get("texts", {})
        self._texts = texts | {_sync(old): _sync(new) for old, new in texts.items()}
        either = "|".join(re.escape(text).replace(r"\.", "[./]") for text in self._texts)
        self._text = re.compile(rf"(?<![\w./-])(?:{either})(?![\w-])") if either else None
        self._phrases = [
            Phrase(
                _compile(entry["pattern"]),
                entry["instead"],
                _compile("|".join(entry["allowed"])) if "allowed" in entry else None,
            )
            for entry in data.get("phrases", [])
        ]

    def excludes(self, path: Path) -> bool:
        """Return whether `path` matches a pattern of `exclude`."""
        name = path.resolve().as_posix()
        return any(fnmatch(name, f"*/{pattern}") for pattern in self._exclude)

    def check(self, path: Path) -> list[Hit]:
        """Return the hits in a file and in its name, sorted by line."""
        text = path.read_text(encoding="utf-8")
        if text.startswith(_GENERATED):
            return []
        hits = [Hit(path, 0, part, instead) for part, instead in self._parts_of(path.stem)]
        for segment in _READERS.get(path.suffix, _read_text)(text):
            hits += (
                Hit(path, segment.line + segment.text.count("\n", 0, start), found, instead)
                for start, found, instead in self._find(segment)
            )
        return sorted(hits, key=lambda hit: hit.line)

    def find_in_prose(self, text: str) -> list[tuple[str, str]]:
        """Return pairs of the words found in a text and their replacement."""
        return [(found, instead) for segment in _prose(1, text) for _, found, instead in self._find(segment)]

    def _find(self, segment: Segment) -> Iterator[tuple[int, str, str]]:
        kind, _, text = segment
        if kind == "prose":
            for phrase in self._phrases:
                yield from ((match.start(), match.group(), phrase.instead) for match in phrase.find(text))
        else:
            for match in _NAME.finditer(text):
                name = match.group()
                if name in self._identifiers:
                    yield match.start(), name, self._identifiers[name]
                elif kind == "name":
                    yield from ((match.start(), f"{part} in {name}", instead) for part, instead in self._parts_of(name))
        if self._text and kind != "name":
            for match in self._text.finditer(text):
                yield match.start(), match.group(), self._texts[match.group().replace("/", ".")]

    def _parts_of(self, name: str) -> Iterator[tuple[str, str]]:
        for part in _NAME_PART.findall(name):
            if part.lower() in self._parts:
                yield part, self._parts[part.lower()]


@cache
def load(path: Path = DATA) -> Vocabulary:
    """Read a vocabulary from a TOML file."""
    return Vocabulary(tomllib.loads(path.read_text(encoding="utf-8")))


def files_of(paths: Sequence[Path], vocabulary: Vocabulary) -> Iterator[Path]:
    """Yield the files among `paths` and the files to check in the folders among them, sorted."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for file in sorted(path.rglob("*")):
            folders = file.relative_to(path).parts[:-1]
            hidden = any(folder.startswith(".") or folder in _SKIPPED_FOLDERS for folder in folders)
            if file.suffix in _READERS and not hidden and not vocabulary.excludes(file) and file.is_file():
                yield file


def main(arguments: list[str] | None = None) -> int:
    """Run the command line. The exit status is 1 if there are hits."""
    parser = argparse.ArgumentParser(prog="python -m codegen.vocabulary", description="Find retired names and phrases.")
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders (default: the project)")
    parser.add_argument("--summary", action="store_true", help="print counts instead of lines")
    options = parser.parse_args(arguments)
    vocabulary = load()
    files = list(files_of(options.paths or [DATA.parent.parent], vocabulary))
    hits = [hit for file in files for hit in vocabulary.check(file)]
    sys.stdout.writelines(f"{line}\n" for line in (_summary(hits) if options.summary else hits))
    sys.stderr.write(f"{len(hits)} hit(s) in {len({hit.path for hit in hits})} of {len(files)} files\n")
    return 1 if hits else 0


def _summary(hits: list[Hit]) -> Iterator[str]:
    for instead, count in Counter(hit.instead for hit in hits).most_common():
        found = Counter(" ".join(hit.text.lower().split()) for hit in hits if hit.instead == instead).most_common(4)
        yield f"{count:6} write {instead} (found: {', '.join(word for word, _ in found)})"


def _sync(name: str) -> str:
    return name.replace("workos_async.", "workos_sync.")


def _shown(path: Path) -> Path:
    """Return a path relative to the current folder if it is inside, else unchanged."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _compile(pattern: str) -> re.Pattern[str]:
    """Compile a pattern. A space in it matches any white space, and the `#` of a comment that continues on the next line."""
    flexible = pattern.replace(" ", r"[\s#]+")
    return re.compile(rf"(?<![\w-])(?:{flexible})(?![\w-])", re.IGNORECASE)


def _prose(line: int, text: str) -> Iterator[Segment]:
    """Split a text into its code spans and the prose around them."""
    for match in _CODE_SPAN.finditer(text):
        yield Segment("code", line + text.count("\n", 0, match.start()), match.group())
    yield Segment("prose", line, _URL.sub(_GAP, _CODE_SPAN.sub(_blank, text)))


def _blank(match: re.Match[str]) -> str:
    return _GAP + "\n" * match.group().count("\n")


def _code_block(line: int, text: str) -> Iterator[Segment]:
    """Read a code block in a document: its names, and the prose in its comments."""
    yield Segment("code", line, text)
    for match in _COMMENT_IN_CODE.finditer(text):
        yield from _prose(line + text.count("\n", 0, match.start()), match.group())


def _read_python(text: str) -> Iterator[Segment]:
    comments: list[tuple[int, int, str]] = []
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.NAME:
            yield Segment("name", token.start[0], token.string)
        elif token.type == tokenize.COMMENT:
            comments.append((*token.start, token.string))
    yield from _comments(comments)
    yield from _Strings(text).segments


def _comments(comments: list[tuple[int, int, str]]) -> Iterator[Segment]:
    """Join comments on consecutive lines in the same column into one text."""
    group: list[tuple[int, int, str]] = []
    for line, column, comment in comments:
        if group and (line, column) != (group[-1][0] + 1, group[-1][1]):
            yield from _prose(group[0][0], "\n".join(comment for *_, comment in group))
            group = []
        group.append((line, column, comment))
    if group:
        yield from _prose(group[0][0], "\n".join(comment for *_, comment in group))


class _Strings(ast.NodeVisitor):
    """The string literals of a Python file in source form; f-strings without their replacement fields."""

    def __init__(self, text: str) -> None:
        self.segments: list[Segment] = []
        self._lines = [line.encode() for line in text.split("\n")]  # positions in the tree count bytes
        self._inside = 0  # f-strings around the node
        self.visit(ast.parse(text))

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            self._add_prose(self._source(node.value), node.lineno)
        else:
            self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if not isinstance(node.value, str):
            return
        if _SEVERAL_WORDS.search(node.value):
            self._add_prose(self._source(node), node.lineno)
        else:
            self.segments.append(Segment("literal", node.lineno, node.value))

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        source = self._source(node)
        fields = [value for value in node.values if isinstance(value, ast.FormattedValue)]
        if fields:
            source = _without_fields(source)
        if _SEVERAL_WORDS.search(source):
            self._add_prose(source, node.lineno)
        self._inside += 1
        for value in fields:
            self.visit(value.value)
        self._inside -= 1

    def visit_Name(self, node: ast.Name) -> None:
        self._add_name(node.id, node.lineno)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        self._add_name(node.attr, node.lineno)
        self.generic_visit(node)

    def visit_keyword(self, node: ast.keyword) -> None:
        self._add_name(node.arg or "", node.lineno)
        self.generic_visit(node)

    def _add_name(self, name: str, line: int) -> None:
        if self._inside and sys.version_info < (3, 12):  # before 3.12, an f-string is one token
            self.segments.append(Segment("name", line, name))

    def _add_prose(self, source: str, line: int) -> None:
        joined = _QUOTES_BETWEEN_LITERALS.sub(r"\1", source)
        self.segments += _prose(line, joined.replace("\\n", "  "))

    def _source(self, node: ast.expr) -> str:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        lines = self._lines[node.lineno - 1 : node.end_lineno]
        lines[-1] = lines[-1][: node.end_col_offset]
        lines[0] = lines[0][node.col_offset :]
        return b"\n".join(lines).decode()


def _without_fields(source: str) -> str:
    """Blank out the replacement fields of an f-string."""
    kept: list[str] = []
    depth = 0  # of braces; a doubled brace, which stands for itself, is blanked out too
    for character in source:
        depth += character == "{"
        if not depth or character == "\n":
            kept.append(character)
        elif character == "}":
            depth -= 1
            kept.append("" if depth else _GAP)
    return "".join(kept)


def _read_markdown(text: str) -> Iterator[Segment]:
    for match in _FENCE.finditer(text):
        yield from _code_block(1 + text.count("\n", 0, match.start(2)), match.group(2))
    yield from _prose(1, _FENCE.sub(_blank, text))


def _read_yaml(text: str) -> Iterator[Segment]:
    try:
        root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError:
        return  # reported by the code that loads the file
    rest = text
    for key, node in _scalars(root):
        start, end = node.start_mark.index, node.end_mark.index
        source = text[start:end]
        rest = rest[:start] + re.sub(r"[^\n]", " ", source) + rest[end:]
        if key in DESCRIPTIONS:
            yield from _prose(node.start_mark.line + 1, source)
        elif _NAME.fullmatch(node.value):
            yield Segment("literal", node.start_mark.line + 1, source)
    for match in re.finditer(r"(?:^|\s)#.*$", rest, re.MULTILINE):
        yield from _prose(1 + text.count("\n", 0, match.start()), match.group())


def _scalars(node: yaml.Node | None, key: str = "") -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Yield every scalar value with its key (empty in a sequence); examples and other data are skipped."""
    if isinstance(node, yaml.ScalarNode):
        yield key, node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value not in VALUES:
                yield from _scalars(value, name.value)


def _read_text(text: str) -> Iterator[Segment]:
    """Read a template, or another text file: everything except template tags may be prose."""
    yield Segment("code", 1, text)
    yield from _prose(1, re.sub(r"\{[{%#].*?[}%#]\}", _blank, text, flags=re.DOTALL))


_READERS: dict[str, Callable[[str], Iterator[Segment]]] = {
    ".py": _read_python,
    ".md": _read_markdown,
    ".yaml": _read_yaml,
    ".yml": _read_yaml,
    ".jinja": _read_text,
    ".toml": _read_text,
}

if __name__ == "__main__":
    sys.exit(main())
