"""The code blocks of the documentation pages."""

import re
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
_FENCE = re.compile(r"^( *)```(\w+)?([^\n]*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_TAB = re.compile(r'^=== "([^"]+)"$', re.MULTILINE)
_TITLE = re.compile(r'title="([^"]+)"')


@dataclass(frozen=True)
class Block:
    """A code block.

    Attributes:
        page: The path of the page below `docs/`.
        line: The line of the page on which the code starts.
        language: The language of the block; empty if it has none.
        title: The file that the reader saves the code in, or an empty string.
        tab: The tab that contains the block, or an empty string.
        text: The code, without the indentation of the block.
    """

    page: str
    line: int
    language: str
    title: str
    tab: str
    text: str


def pages() -> list[str]:
    """Return the paths of all pages below `docs/`, sorted."""
    return sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))


def blocks(page: str, language: str | None = None) -> list[Block]:
    """Return the blocks of a page in a language; in all languages by default."""
    text = (DOCS / page).read_text(encoding="utf-8")
    found = []
    for match in _FENCE.finditer(text):
        before = text[: match.start()]
        tabs = _TAB.findall(before) if match[1] else []
        title = _TITLE.search(match[3])
        line = before.count("\n") + 2
        code = dedent(match[4]) if match[1] else match[4]
        found.append(Block(page, line, match[2] or "", title[1] if title else "", tabs[-1] if tabs else "", code))
    return [block for block in found if language in (None, block.language)]
