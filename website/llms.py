"""`llms.txt`, an index of the pages, and `llms-full.txt`, their whole text, for language models."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from website.packages import module_file, submodules

_NOT_PROSE = re.compile(r"^---\n.*?^---$|^( *)```.*?^\1```$|<!--.*?-->", re.MULTILINE | re.DOTALL)
_MARKDOWN_LINK = re.compile(r"\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])")
_SENTENCE_END = re.compile(r"(?<!e\.g)\.\s")


@dataclass(frozen=True)
class Page:
    """A page of the site.

    Attributes:
        section: The section of the navigation.
        title: The title of the page.
        url: The absolute URL.
        path: The path of its source below `docs/`.
        text: Its Markdown.
    """

    section: str
    title: str
    url: str
    path: str
    text: str


def write(folder: Path, name: str, description: str, pages: list[Page]) -> None:
    """Write both files."""
    (folder / "llms.txt").write_text("\n".join(_index(name, description, pages)) + "\n", encoding="utf-8")
    (folder / "llms-full.txt").write_text("\n\n".join(_full(name, description, pages)) + "\n", encoding="utf-8")


def _index(name: str, description: str, pages: list[Page]) -> Iterator[str]:
    yield from (f"# {name}", "", f"> {description}")
    section = ""
    for page in pages:
        if page.section != section:
            section = page.section
            yield from ("", f"## {section}", "")
        description = summary(page.text)
        yield f"- [{page.title}]({page.url})" + (f": {description}" if description else "")


def summary(text: str) -> str:
    """Return the first sentence of a page, without the markup of links; an empty text if no prose follows its title."""
    for paragraph in _NOT_PROSE.sub("", text).split("\n\n"):
        line = " ".join(paragraph.split())
        if line.startswith(("## ", "|", "- ", "1. ", ":::", "=== ")):
            return ""
        if line and not line.startswith("# "):
            first = _SENTENCE_END.split(_MARKDOWN_LINK.sub(r"\1", line), maxsplit=1)[0]
            return first.rstrip(".:") + "."
    return ""


def _full(name: str, description: str, pages: list[Page]) -> Iterator[str]:
    yield from (f"# {name}", f"> {description}")
    for page in pages:
        if not page.path.startswith("reference/") or page.path in ("reference/cli.md", "reference/control-api.md"):
            yield f"<!-- {page.url} -->\n\n{page.text.strip()}"
    yield "# Methods"
    for module in submodules("workos_async.resources"):
        yield from _methods(module)


def _methods(module: str) -> Iterator[str]:
    """Yield the signature and the first sentence of every method of a resource."""
    tree = ast.parse(module_file(f"workos_async.resources.{module}").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.AsyncFunctionDef | ast.FunctionDef) and not node.name.startswith("_"):
            returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
            keyword = "await " if isinstance(node, ast.AsyncFunctionDef) else ""
            arguments = ast.unparse(node.args).removeprefix("self, ").removeprefix("self")
            summary = (ast.get_docstring(node) or "").partition("\n\n")[0]
            yield f"    {keyword}workos.{module}.{node.name}({arguments}){returns}\n\n{summary}"
